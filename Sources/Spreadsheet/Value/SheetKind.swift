// SPDX-License-Identifier: Apache-2.0

/// The type of a sheet.
public enum SheetKind: Hashable, Sendable {
  case worksheet, chartsheet, dialogsheet, macrosheet, unknown

  /// Whether the sheet's part can contain rows of cells. Dialog sheets have none in practice.
  public var hasCells: Bool {
    switch self {
    case .worksheet, .macrosheet, .dialogsheet: true
    case .chartsheet, .unknown: false
    }
  }

  /// A noun phrase for use in messages: "a chart sheet".
  public var described: String {
    switch self {
    case .worksheet: "a worksheet"
    case .macrosheet: "a macro sheet"
    case .dialogsheet: "a dialog sheet"
    case .chartsheet: "a chart sheet"
    case .unknown: "a sheet of an unknown kind"
    }
  }

  var phrase: String {
    switch self {
    case .worksheet, .macrosheet, .dialogsheet: "a sheet whose part the workbook does not name"
    case .chartsheet: "a chart sheet"
    case .unknown: "of an unknown kind"
    }
  }
}
