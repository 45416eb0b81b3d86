// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Finds rows whose ID was changed: a row that only the old sheet has and one that only the new sheet has, with so much in common with each
/// other, and with no other of these rows, that they must be the same. What is doubtful stays a removed and an added row.
struct ChangedIDs {
  typealias Match = (old: Int, new: Int, likeness: Double)

  let columns: ColumnPairs

  /// Rows whose cells are nearly all the same need this share of equal cells, and this number of them.
  private static let leastLikeness = 0.8
  private static let leastEqual = 4
  /// Any other candidate must be less alike by this much.
  private static let leastLead = 0.3
  /// Rows whose cells are all the same need so many, unless one of them is like that of no other row.
  private static let leastWhole = 3
  /// If there are more rows, only those are recognized whose cells are all the same.
  private static let mostCompared = 500

  /// - Parameters:
  ///   - olds: rows that only the old sheet has, with an ID.
  ///   - news: rows that only the new sheet has, with an ID.
  func matches(_ olds: [Int], _ news: [Int]) -> [Match] {
    guard case .data = columns.old.kind, case .data = columns.new.kind, !olds.isEmpty, !news.isEmpty else { return [] }
    var found = whole(olds, news)
    let (taken, given) = (Set(found.map(\.old)), Set(found.map(\.new)))
    found += near(olds.filter { !taken.contains($0) }, news.filter { !given.contains($0) })
    return found
  }

  /// Rows whose other cells are all the same.
  private func whole(_ olds: [Int], _ news: [Int]) -> [Match] {
    var known: [Int: [Int]] = [:]
    for row in olds { known[columns.hash(ofOld: row), default: []].append(row) }
    var others: [Int: [Int]] = [:]
    for row in news { others[columns.hash(ofNew: row), default: []].append(row) }
    return news.compactMap { row in
      let hash = columns.hash(ofNew: row)
      guard others[hash]?.count == 1, let match = known[hash], match.count == 1, columns.likeness(match[0], row) == 1
      else { return nil }
      let equal = equalCells(match[0], row)
      return equal.count >= Self.leastWhole || hasOwnValue(match[0], row, equal) ? (match[0], row, 1) : nil
    }
  }

  /// Rows most of whose other cells are the same.
  private func near(_ olds: [Int], _ news: [Int]) -> [Match] {
    guard !olds.isEmpty, !news.isEmpty, olds.count <= Self.mostCompared, news.count <= Self.mostCompared else {
      return []
    }
    let likenesses = olds.map { old in news.map { columns.likeness(old, $0) } }
    return olds.indices.compactMap { a in
      guard let b = news.indices.max(by: { likenesses[a][$0] < likenesses[a][$1] }) else { return nil }
      let best = likenesses[a][b]
      let most = best - Self.leastLead
      guard best >= Self.leastLikeness, news.indices.allSatisfy({ $0 == b || likenesses[a][$0] <= most }),
        olds.indices.allSatisfy({ $0 == a || likenesses[$0][b] <= most })
      else { return nil }
      let equal = equalCells(olds[a], news[b])
      return equal.count >= Self.leastEqual && hasOwnValue(olds[a], news[b], equal) ? (olds[a], news[b], best) : nil
    }
  }

  /// The pairs of input columns, other than that of the ID, in which both rows have the same content.
  private func equalCells(_ row: Int, _ other: Int) -> [ColumnPairs.Pair] {
    columns.pairs.filter { pair in
      guard let a = pair.old, let b = pair.new, !columns.old.columns[a].isComputed, !columns.new.columns[b].isComputed,
        !columns.new.columns[b].isID, !columns.old.cell(row, a).isNothing
      else { return false }
      return columns.isSame(pair, row, other)
    }
  }

  /// Whether one of the equal cells has a value that no other row of either sheet has.
  private func hasOwnValue(_ row: Int, _ other: Int, _ equal: [ColumnPairs.Pair]) -> Bool {
    equal.contains { pair in
      guard let a = pair.old, let b = pair.new else { return false }
      return Self.isOnly(row, a, columns.old) && Self.isOnly(other, b, columns.new)
    }
  }

  private static func isOnly(_ row: Int, _ column: Int, _ sheet: RecordSheet) -> Bool {
    let value = sheet.cell(row, column).value
    return sheet.rows.indices.allSatisfy { $0 == row || sheet.cell($0, column).value != value }
  }
}
