/// What a cell shows as its value: stored or cached.
public enum CellValue: Hashable, Sendable {
  case blank
  /// A number; also a date, which is a serial number with a number format that shows a date.
  case number(Double)
  case text(String)
  case boolean(Bool)
  case error(CellError)
}

/// An error value of a cell, known by its code (`#N/A`). Codes of later versions of Excel are kept as they are.
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
