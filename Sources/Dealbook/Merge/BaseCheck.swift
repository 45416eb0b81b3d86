// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Checks that the base is the common base of all copies, from contents that copies of it could not have.
struct BaseCheck {
  let base: RecordBook
  let sides: [MergeSide]
  let merges: [SheetMerge]

  /// The number of rows that are examined.
  private static let sample = 400
  /// Fewer shared rows than this may be coincidence.
  private static let fewest = 3

  func run() throws(MergeRefusal) {
    for side in sides.indices { try requireKnown(side) }
    for side in sides.indices {
      for other in sides.indices where other > side { try requireLatest(side, other) }
    }
  }

  /// Most rows of the base must be in every copy, mostly unchanged.
  private func requireKnown(_ side: Int) throws(MergeRefusal) {
    var (known, all) = (0, 0)
    var unknown: [String] = []
    let data = merges.filter { if case .data = $0.base.kind { true } else { false } }
    let looked = data.contains { !$0.base.rows.isEmpty } ? data : merges.filter { $0.base.kind == .plain }
    for merge in looked {
      guard let copy = merge.copies.first(where: { $0.side == side }) else { continue }
      let given = sides[side].given?.rows[merge.base.prefix]
      let step = max(1, merge.base.rows.count / Self.sample)
      for row in stride(from: 0, to: merge.base.rows.count, by: step) {
        if sides[side].given != nil, given?.contains(merge.base.rows[row].key) != true { continue }
        all += 1
        if let own = copy.rowOf[row], copy.columns.likeness(row, own) >= 0.5 {
          known += 1
        } else if unknown.count < 5 {
          unknown.append(
            merge.base.rows[row].id.isEmpty ? "row \(merge.base.rows[row].number)" : merge.base.rows[row].id)
        }
      }
    }
    guard all > 0, known * 2 < all else { return }
    throw .notTheBase(copy: sides[side].name, known: known, of: all, rows: unknown)
  }

  /// Two copies that share new rows, or lack the same rows, were made from a later state, unless one of them contains everything in the
  /// other.
  private func requireLatest(_ side: Int, _ other: Int) throws(MergeRefusal) {
    var shared: [String] = []
    var (own, others) = (0, 0)
    for merge in merges {
      guard case .data = merge.base.kind, let a = merge.copies.first(where: { $0.side == side }),
        let b = merge.copies.first(where: { $0.side == other })
      else { continue }
      if sides[side].given != nil || sides[other].given != nil { continue }
      let new = Dictionary(
        b.newRows.map { (b.sheet.rows[$0].key, merge.content(b, $0)) }, uniquingKeysWith: { first, _ in first })
      for row in a.newRows where !a.sheet.rows[row].key.isEmpty {
        if new[a.sheet.rows[row].key] == merge.content(a, row) { shared.append(a.sheet.rows[row].id) }
      }
      for row in merge.base.rows.indices where !merge.base.rows[row].key.isEmpty {
        let (isGone, isOtherGone) = (a.rowOf[row] == nil, b.rowOf[row] == nil)
        if isGone { own += 1 }
        if isOtherGone { others += 1 }
        if isGone, isOtherGone { shared.append(merge.base.rows[row].id) }
      }
      own += a.newRows.count
      others += b.newRows.count
    }
    guard shared.count >= Self.fewest, shared.count * 2 >= max(own, others) else { return }
    if isContained(side, in: other) || isContained(other, in: side) { return }
    throw .laterBase(first: sides[side].name, second: sides[other].name, rows: Array(shared.prefix(5)))
  }

  /// Whether every change in one copy is also in another.
  private func isContained(_ side: Int, in other: Int) -> Bool {
    merges.allSatisfy { merge in
      guard let a = merge.copies.first(where: { $0.side == side }) else { return true }
      guard let b = merge.copies.first(where: { $0.side == other }) else { return false }
      let new = Set(b.newRows.map { merge.content(b, $0) })
      guard a.newRows.allSatisfy({ new.contains(merge.content(a, $0)) }) else { return false }
      return merge.base.rows.indices.allSatisfy { row in
        guard let x = a.rowOf[row] else { return b.rowOf[row] == nil }
        guard a.columns.inputs.contains(where: { $0.new != nil && !a.columns.isSame($0, row, x) }) else { return true }
        guard let y = b.rowOf[row] else { return false }
        return merge.content(a, x) == merge.content(b, y)
      }
    }
  }
}
