// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// An error value. The raw value is the result of ERROR.TYPE.
public enum ErrorValue: UInt8, Hashable, Sendable, CaseIterable {
  case null = 1
  case divisionByZero = 2
  case value = 3
  case reference = 4
  case name = 5
  case number = 6
  case notAvailable = 7
  case gettingData = 8
  case spill = 9
  case connect = 10
  case blocked = 11
  case unknown = 12
  case field = 13
  case calculation = 14

  /// The code that cells show.
  public var code: String {
    switch self {
    case .null: "#NULL!"
    case .divisionByZero: "#DIV/0!"
    case .value: "#VALUE!"
    case .reference: "#REF!"
    case .name: "#NAME?"
    case .number: "#NUM!"
    case .notAvailable: "#N/A"
    case .gettingData: "#GETTING_DATA"
    case .spill: "#SPILL!"
    case .connect: "#CONNECT!"
    case .blocked: "#BLOCKED!"
    case .unknown: "#UNKNOWN!"
    case .field: "#FIELD!"
    case .calculation: "#CALC!"
    }
  }

  private static let byCode: [String: ErrorValue] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.code, $0) })

  /// The error with this code, ignoring case; nil for one that Excel does not have.
  public init?(code: String) {
    guard let found = Self.byCode[code] ?? Self.byCode[code.uppercased()] else { return nil }
    self = found
  }

  /// The error in a cell; `unknown` for one that Excel does not have.
  init(_ error: CellError) { self = ErrorValue(code: error.code) ?? .unknown }
}
