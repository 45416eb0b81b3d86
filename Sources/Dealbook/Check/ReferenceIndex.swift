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

  /// Nil if the target sheet or column does not exist, so that nothing can be said.
  func contains(_ id: String, in target: ColumnReference) -> Bool? {
    ids[target].map { $0.contains(Self.key(id)) }
  }

  static func key(_ id: String) -> String { StraySpace.trimmed(id).lowercased() }
}
