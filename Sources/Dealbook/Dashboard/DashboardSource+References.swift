// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

extension DashboardSource {
  /// The column of targets by which they belong to people.
  static let owners = ColumnID(sheet: "tg", key: "owner")

  /// What a column that refers to a sheet is compared with, for the row of that sheet whose ID a block has under `{id}`: the ID, or the name
  /// if the column holds names.
  func referent(of column: ColumnID) -> String {
    let references = team.references
    guard let name = references.named[column], let target = References.target(of: column, team.playbook),
      let key = team.playbook.sheet(target)?.idColumn?.key
    else { return "{id}" }
    return "IFERROR(INDEX(\(target)_\(name),MATCH({id},\(target)_\(key),0)),\"\")"
  }

  /// That owners of targets seem to be called otherwise on the sheet of deals.
  private var ownersWrittenOtherwise: String? {
    guard let rows = team.likes.rows[Self.owners.sheet], let deals = team.sheet("de"),
      let owners = team.values(of: Self.owners)
    else { return nil }
    var names: [String] = []
    for offset in rows.keys.sorted() where !names.contains(owners[offset].shownText) {
      names.append(owners[offset].shownText)
    }
    let list = words.list(names.map { words("「\($0)」", "“\($0)”") }, most: 6)
    return words(
      "目標的\(list)在「\(deals.title)」裡像是另一種寫法", "\(list) of the targets may be written otherwise on “\(deals.title)”")
  }

  /// Why nothing can be said of what refers to a sheet by a column; nil if it can.
  func lostReason(_ column: ColumnID) -> String? {
    if column == Self.owners, let reason = ownersWrittenOtherwise { return reason }
    guard let target = team.references.lost[column], let located = team.sheet(column.sheet)?.column(column.key) else {
      return nil
    }
    return words.clause(
      located.header, .unknownReferences(sheet: team.playbook.sheet(target)?.titles ?? .empty))
  }
}
