/// One tab of a workbook.
public struct SheetInfo: Hashable, Sendable {
  /// The name on the tab.
  public let name: String
  public let kind: SheetKind
  public let state: SheetState
  /// The number that other parts know the sheet by. It does not change when tabs move, and need not follow their order.
  public let sheetID: Int?
  /// Nil when the relationship leads nowhere, as for the code modules of Excel 5, which still count as tabs.
  public let part: PartName?
}

/// What a tab shows.
public enum SheetKind: Hashable, Sendable {
  case worksheet, chartsheet, dialogsheet, macrosheet, unknown

  init(relationshipType: String) {
    switch relationshipType {
    case RelationshipType.worksheet: self = .worksheet
    case RelationshipType.chartsheet: self = .chartsheet
    case RelationshipType.dialogsheet: self = .dialogsheet
    case RelationshipType.macrosheet, RelationshipType.internationalMacrosheet: self = .macrosheet
    default: self = .unknown
    }
  }

  /// Whether its part can have rows of cells. A dialog sheet's has none in practice.
  public var hasCells: Bool {
    switch self {
    case .worksheet, .macrosheet, .dialogsheet: true
    case .chartsheet, .unknown: false
    }
  }

  /// As a part of a sentence about a sheet that is no worksheet.
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

/// Whether a tab can be seen (ST_SheetState, 18.18.68).
public enum SheetState: Hashable, Sendable {
  case visible, hidden
  /// Only a macro can show it again.
  case veryHidden

  init(stored: String?) {
    switch stored {
    case "hidden": self = .hidden
    case "veryHidden": self = .veryHidden
    default: self = .visible
    }
  }
}
