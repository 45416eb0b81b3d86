// SPDX-License-Identifier: Apache-2.0

internal import Playbook

/// A named set of changes to a workbook, tried in memory.
public struct Scenario: Hashable, Sendable {
  public var name: String
  /// Whether somebody has given it the name. One without a name is called by its changes or its number.
  public var isNamed = true
  public var note: String
  /// `deals.D-006.stage=談判簽約`, `settings.TargetConf=0.9`, `deals[owner=Chen].expected_close=+14d`, in order.
  public var changes: [String]
  /// Rows to add, each with its cells in order.
  public var additions: [Addition]
  /// Rows to remove: `deals.D-007`, `deals[owner=Chen]`.
  public var removals: [String]
  /// Deals that are won or lost together: IDs separated by commas, or a column whose value they share.
  public var bonds: [String]

  public struct Addition: Hashable, Sendable {
    public var sheet: String
    public var cells: [Cell]

    public struct Cell: Hashable, Sendable {
      public var column: String
      public var value: String

      public init(column: String, value: String) {
        self.column = column
        self.value = value
      }
    }

    public init(sheet: String, cells: [Cell]) {
      self.sheet = sheet
      self.cells = cells
    }

    /// Parses `deals: deal_id=D900, amount=500000`.
    public init(_ text: String) throws(DealbookError) {
      let parts = text.split(separator: ":", maxSplits: 1).map { StraySpace.trimmed(String($0)) }
      let cells = parts.count == 2 ? ChangeText.list(parts[1]) : []
      self.init(sheet: parts.first ?? "", cells: [])
      for cell in cells {
        let sides = cell.split(separator: "=", maxSplits: 1).map { StraySpace.trimmed(String($0)) }
        guard sides.count == 2 else { continue }
        self.cells.append(Cell(column: sides[0], value: ChangeText.unquoted(sides[1])))
      }
      guard !self.cells.isEmpty, self.cells.count == cells.count else {
        throw .wish(
          text, "應寫成 表: 欄=值, …，例如 'deals: deal_id=D900, amount=500000'",
          "expected SHEET: COLUMN=VALUE, …, for example 'deals: deal_id=D900, amount=500000'")
      }
    }
  }

  public init(
    name: String, note: String = "", changes: [String] = [], additions: [Addition] = [], removals: [String] = [],
    bonds: [String] = []
  ) {
    self.name = name
    self.note = note
    self.changes = changes
    self.additions = additions
    self.removals = removals
    self.bonds = bonds
  }
}
