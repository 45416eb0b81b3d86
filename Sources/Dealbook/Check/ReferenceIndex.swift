// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The IDs of each sheet, for checking references to them. IDs are trimmed and compared without regard to case.
struct ReferenceIndex {
  private var ids: [ColumnReference: Set<String>] = [:]

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
  }

  /// A column with more distinct entries that are not found has one finding about them, on a sheet that is the team's own.
  private static let mostSingle = 5

  /// The entries of a column that are not found on the sheet to which it refers, with their counts, if there is one finding about all of
  /// them; empty if each has its own.
  func missing(_ column: LocatedColumn, of sheet: LocatedSheet, _ team: BoundWorkbook) -> [String: Int] {
    let isLost = team.references.lost[ColumnID(sheet: sheet.prefix, key: column.key)] != nil
    guard isLost || !(team.playbook.isBuiltIn && sheet.confidence == 1) else { return [:] }
    var target: ColumnReference?
    if case .reference(let stated) = column.definition.allowed { target = stated }
    guard isLost || target.map({ ids[$0] != nil }) == true else { return [:] }
    var counts: [String: Int] = [:]
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      let value = column.values[offset]
      if value.isEmpty { continue }
      let text = value.shownText
      if let target, contains(text, in: target) == true { continue }
      counts[StraySpace.trimmed(text), default: 0] += 1
    }
    return isLost || counts.count > Self.mostSingle ? counts : [:]
  }

  /// Nil if the target sheet or column does not exist, so that nothing can be said.
  func contains(_ id: String, in target: ColumnReference) -> Bool? {
    ids[target].map { $0.contains(Self.key(id)) }
  }

  static func key(_ id: String) -> String { StraySpace.trimmed(id).lowercased() }
}
