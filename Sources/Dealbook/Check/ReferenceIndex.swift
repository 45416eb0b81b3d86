// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The IDs of each sheet, for checking references to them. IDs are trimmed and compared without regard to case.
struct ReferenceIndex {
  private var ids: [ColumnReference: Set<String>] = [:]
  /// By column.
  private(set) var strangers: [ColumnID: Strangers] = [:]

  init(_ team: BoundWorkbook) {
    var wanted: Set<ColumnReference> = []
    for sheet in team.playbook.sheets {
      for column in sheet.columns {
        if case .reference(let target) = column.allowed { wanted.insert(target) }
      }
    }
    wanted.formUnion(team.references.columns(team.playbook))
    for target in wanted {
      guard let sheet = team.sheet(target.sheet), let column = sheet.column(target.column) else { continue }
      var set: Set<String> = []
      for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
        let id = column.values[offset]
        if !id.isEmpty { set.insert(Self.key(id.shownText)) }
      }
      ids[target] = set
    }
    for sheet in team.sheets {
      for column in sheet.columns {
        strangers[ColumnID(sheet: sheet.prefix, key: column.key)] = strangers(column, of: sheet, team)
      }
    }
  }

  /// The entries of a column that are not found on the sheet to which it refers, as one finding tells them.
  struct Strangers {
    /// How often each occurs.
    var counts: [String: Int] = [:]
    /// The filled cells of the column.
    var filled = 0
  }

  /// A column with more distinct entries that are not found has one finding about them, on a sheet that is the team's own.
  private static let mostSingle = 5

  /// Nil for a column each of whose strange entries has a finding of its own.
  private func strangers(_ column: LocatedColumn, of sheet: LocatedSheet, _ team: BoundWorkbook) -> Strangers? {
    let isLost = team.references.lost[ColumnID(sheet: sheet.prefix, key: column.key)] != nil
    guard isLost || !(team.playbook.isBuiltIn && sheet.confidence == 1) else { return nil }
    var target: ColumnReference?
    if case .reference(let stated) = column.definition.allowed { target = stated }
    guard isLost || target.map({ ids[$0] != nil }) == true else { return nil }
    var texts: [String: Int] = [:]
    var found = Strangers()
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      let value = column.values[offset]
      if value.isEmpty { continue }
      texts[value.shownText, default: 0] += 1
      found.filled += 1
    }
    for (text, count) in texts where target.map({ contains(text, in: $0) }) != true {
      found.counts[StraySpace.trimmed(text), default: 0] += count
    }
    return !found.counts.isEmpty && (isLost || found.counts.count > Self.mostSingle) ? found : nil
  }

  /// Nil if the target sheet or column does not exist, so that nothing can be said.
  func contains(_ id: String, in target: ColumnReference) -> Bool? {
    ids[target].map { $0.contains(Self.key(id)) }
  }

  static func key(_ id: String) -> String { StraySpace.trimmed(id).lowercased() }
}
