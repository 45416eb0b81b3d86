// SPDX-License-Identifier: Apache-2.0

/// One tab of a workbook.
public struct SheetInfo: Hashable, Sendable {
  /// The name on the tab.
  public let name: String
  public let kind: SheetKind
  public let state: SheetState
  /// The id by which other parts refer to the sheet. It does not change when tabs are moved, and need not follow their order.
  public let sheetID: Int?
  /// The part of the sheet. Nil if its relationship is missing or leads outside the package, as for Excel 5 code modules, which
  /// still count as tabs.
  public let part: PartName?
}

extension SheetKind {
  init(relationshipType: String) {
    switch relationshipType {
    case RelationshipType.worksheet: self = .worksheet
    case RelationshipType.chartsheet: self = .chartsheet
    case RelationshipType.dialogsheet: self = .dialogsheet
    case RelationshipType.macrosheet, RelationshipType.internationalMacrosheet: self = .macrosheet
    default: self = .unknown
    }
  }
}

/// Whether a tab is visible (ST_SheetState, 18.18.68).
public enum SheetState: Hashable, Sendable {
  case visible, hidden
  /// Hidden so that only a macro can show it again.
  case veryHidden

  init(stored: String?) {
    switch stored {
    case "hidden": self = .hidden
    case "veryHidden": self = .veryHidden
    default: self = .visible
    }
  }
}
