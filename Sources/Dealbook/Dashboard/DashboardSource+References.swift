// SPDX-License-Identifier: Apache-2.0

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

  /// Why nothing can be said of what refers to a sheet by a column; nil if it can.
  func lostReason(_ column: ColumnID) -> String? {
    guard let target = team.references.lost[column], let located = team.sheet(column.sheet)?.column(column.key) else {
      return nil
    }
    return words.clause(
      located.header, .unknownReferences(sheet: team.playbook.sheet(target)?.titles ?? .empty))
  }
}
