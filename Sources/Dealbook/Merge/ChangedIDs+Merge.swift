// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension [MergeCopy] {
  /// The copies, with a row whose ID was changed taken for a deleted and a new one where another row would have the same ID in the result.
  func separatingSharedIDs() -> [MergeCopy] {
    guard contains(where: { !$0.renamed.isEmpty }) else { return self }
    // For each ID, the rows that have it: those of the base by their index, new rows by negative numbers.
    var holders: [String: Set<Int>] = [:]
    for copy in self {
      for row in copy.renamed { holders[copy.newKey(row), default: []].insert(row) }
      for row in copy.newRows where !copy.sheet.rows[row].key.isEmpty {
        holders[copy.sheet.rows[row].key, default: []].insert(-1)
      }
    }
    return map { copy in
      var copy = copy
      copy.separate(Set(copy.renamed.filter { holders[copy.newKey($0), default: []].count > 1 }))
      return copy
    }
  }
}

extension SheetMerge {
  /// By copy, the former and the new IDs of rows whose ID others have changed, so that references to them follow.
  func changedIDs() -> [Int: [String: String]] {
    var found: [Int: [String: String]] = [:]
    for row in Set(copies.flatMap(\.renamed)) {
      let those = copies.filter { $0.renamed.contains(row) }
      let ids = Set(those.map { $0.newKey(row) })
      // Copies that disagree about the ID are in conflict, and the row keeps its own.
      guard ids.count == 1, let first = those.first, let own = first.rowOf[row] else { continue }
      for copy in copies where !copy.renamed.contains(row) {
        found[copy.side, default: [:]][base.rows[row].key] = first.sheet.rows[own].id
      }
    }
    return found
  }

  /// Tells which rows have another ID in a copy.
  func tellChangedIDs(_ plan: inout MergePlan) {
    for copy in copies where !copy.renamed.isEmpty {
      let ids = copy.renamed.compactMap { row in
        copy.rowOf[row].map { MergeRemark.ChangedID(old: base.rows[row].id, new: copy.sheet.rows[$0].id) }
      }
      plan.remarks.append(.idsChanged(copy: sides[copy.side].name, sheet: ours.sheet.title, ids: ids))
    }
  }

  /// Whether a reference in ours is to a row that gets another ID.
  func followsID(_ row: Int, _ column: Int) -> Bool {
    guard renames[0] != nil, let place = columns[column].places[0] else { return false }
    return cell(ours, row, column) != ours.cell(row, place)
  }
}
