// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension ColumnPairs {
  /// The columns that people have given another header. Marks and units do not count, as they do not where a header is recognised.
  var renamed: [WorkbookDifference.RenamedColumn] {
    guard new.kind.isData, old.kind == new.kind else { return [] }
    return pairs.compactMap { pair in
      guard let a = pair.old.map({ old.columns[$0] }), let b = pair.new.map({ new.columns[$0] }),
        a.mayBeRenamed || a.isID, HeaderNormalizer.key(a.header) != HeaderNormalizer.key(b.header)
      else { return nil }
      return WorkbookDifference.RenamedColumn(old: a.header, new: b.header)
    }
  }

  /// This share of the values must be the same.
  private static let least = 0.6
  /// The number of rows that are compared.
  private static let sample = 500

  /// What a pair needs in which the playbook knows one of the headers, unless the column to the left of both is the same one: this share of
  /// the values, and this many different ones. Few values, such as ticks, say little.
  private static let leastKnown = (share: 0.8, kinds: 3)

  /// Pairs columns that only one of the sheets has and that hold much the same: somebody gave the column another header. One of them may be
  /// a column that the playbook knows. A column without values is known by the column to its left.
  static func followingHeaders(_ pairs: [Pair], _ old: RecordSheet, _ new: RecordSheet) -> [Pair] {
    guard old.kind.isData else { return pairs }
    let gone = pairs.compactMap { $0.new == nil ? $0.old : nil }.filter { old.columns[$0].mayBeRenamed }
    let come = pairs.compactMap { $0.old == nil ? $0.new : nil }.filter { new.columns[$0].mayBeRenamed }
    guard !gone.isEmpty, !come.isEmpty else { return pairs }
    var places: [String: Int] = [:]
    for (place, row) in new.rows.enumerated() where !row.key.isEmpty && places[row.key] == nil {
      places[row.key] = place
    }
    let rows = old.rows.enumerated().compactMap { place, row in
      row.key.isEmpty ? nil : places[row.key].map { (old: place, new: $0) }
    }.prefix(sample)
    var renamed: [Int: Int] = [:]
    for place in gone {
      var best: (new: Int, share: Double)?
      for other in come where renamed[other] == nil {
        let isKnown = old.columns[place].isKnown || new.columns[other].isKnown
        if let a = old.columns[place].type, let b = new.columns[other].type, a != b { continue }
        var (same, all) = (0, 0)
        var kinds: Set<RecordCell> = []
        for row in rows {
          let before = old.cell(row.old, place)
          if before.isNothing { continue }
          all += 1
          let after = new.cell(row.new, other)
          if isSame(before, row: old.rows[row.old].number, after, row: new.rows[row.new].number) { same += 1 }
          if kinds.count < leastKnown.kinds { kinds.insert(before) }
        }
        let isInPlace = standAlike(place, other, pairs, old, new)
        let share = all > 0 ? Double(same) / Double(all) : isInPlace ? 1 : 0
        if isKnown, !isInPlace, share < leastKnown.share || kinds.count < leastKnown.kinds { continue }
        if share >= least, share > best?.share ?? 0 { best = (other, share) }
      }
      if let best { renamed[best.new] = place }
    }
    let found = Set(renamed.values)
    return pairs.compactMap { pair in
      if pair.new == nil, let old = pair.old, found.contains(old) { return nil }
      guard pair.old == nil, let new = pair.new, let place = renamed[new] else { return pair }
      return Pair(old: place, new: new)
    }
  }

  /// Whether the columns to the left of both are the same one.
  private static func standAlike(
    _ place: Int, _ other: Int, _ pairs: [Pair], _ old: RecordSheet, _ new: RecordSheet
  ) -> Bool {
    func left(_ sheet: RecordSheet, _ place: Int) -> Int? {
      sheet.columns.indices.filter { sheet.columns[$0].number < sheet.columns[place].number }
        .max { sheet.columns[$0].number < sheet.columns[$1].number }
    }
    switch (left(old, place), left(new, other)) {
    case (nil, nil): return true
    case (let a?, let b?): return pairs.contains { $0.old == a && $0.new == b }
    default: return false
    }
  }
}
