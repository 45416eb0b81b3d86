// SPDX-License-Identifier: Apache-2.0

/// The value of a cell as stored; for a formula, its cached value.
public enum CellValue: Hashable, Sendable {
  case blank
  /// A number, or a date: a date is a serial number whose number format displays it as a date.
  case number(Double)
  case text(String)
  case boolean(Bool)
  case error(CellError)
}

/// An error value, identified by its code (`#N/A`). Codes introduced by later versions of Excel are preserved.
public struct CellError: Hashable, Sendable, CustomStringConvertible {
  public let code: String

  public init(code: String) { self.code = code }

  public static let null = CellError(code: "#NULL!")
  public static let divisionByZero = CellError(code: "#DIV/0!")
  public static let value = CellError(code: "#VALUE!")
  public static let reference = CellError(code: "#REF!")
  public static let name = CellError(code: "#NAME?")
  public static let number = CellError(code: "#NUM!")
  public static let notAvailable = CellError(code: "#N/A")

  public var description: String { code }
}
