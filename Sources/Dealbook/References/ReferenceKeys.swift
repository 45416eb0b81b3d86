// SPDX-License-Identifier: Apache-2.0

package import Formula
import Playbook

extension References {
  /// The column from which a computed column takes over a key; the column itself for any other.
  func source(of column: ColumnID) -> ColumnID {
    guard let sources = Self.sources[column] else { return column }
    return sources.first { named[$0] != nil || lost[$0] != nil } ?? sources.last ?? column
  }

  private static let sources = [
    ColumnID(sheet: "pa", key: "acct"): [
      ColumnID(sheet: "pa", key: "account_id"), ColumnID(sheet: "co", key: "account_id"),
    ]
  ]
}

extension Analysis {
  /// The cells of a column with IDs where it names the rows of another sheet, so that lists of the same account can be put together.
  ///
  /// The IDs of a sheet without any are the names that stand in for them. Nil for a column that is as it is.
  package func keyed(_ id: ColumnID) -> Column? {
    let references = team.references
    if references.isEmpty { return nil }
    if let name = references.standIns[id.sheet], team.playbook.sheet(id.sheet)?.idColumn?.key == id.key {
      return team.values(of: ColumnID(sheet: id.sheet, key: name))
    }
    let source = references.source(of: id)
    guard let name = references.named[source], let prefix = References.target(of: source, team.playbook),
      references.standIns[prefix] == nil, let target = team.sheet(prefix), let key = target.definition.idColumn?.key,
      let ids = target.values(of: key), let names = target.values(of: name),
      let written = computation.columns[id] ?? team.values(of: id)
    else { return nil }
    var known: [String: Int] = [:]
    for offset in 0..<min(ids.count, names.count) where target.rows.kinds[offset] == .data && !names[offset].isEmpty {
      let name = ReferenceIndex.key(names[offset].shownText)
      if known[name] == nil { known[name] = offset }
    }
    var builder = ColumnBuilder(capacity: written.count)
    for offset in 0..<written.count {
      let value = written[offset]
      let place = value.isEmpty ? nil : known[ReferenceIndex.key(value.shownText)]
      builder.append(place.map { ids[$0] } ?? value)
    }
    return builder.finish()
  }
}
