// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension SheetMerge {
  /// Merges all rows of the base and adds the new ones.
  func merge(into writer: inout OursWriter, _ plan: inout MergePlan) {
    remark(&plan)
    tellScales(&plan)
    tellChangedIDs(&plan)
    let claims = claims()
    for row in base.rows.indices {
      var deleted: [Int] = []
      for copy in copies where copy.rowOf[row] == nil && mayDelete(row, copy) { deleted.append(copy.side) }
      if deleted.isEmpty {
        merge(row, claims[row] ?? [:], &writer, &plan)
        move(row, &writer, &plan)
      } else {
        merge(row, deletedBy: deleted, claims[row] ?? [:], &writer, &plan)
      }
    }
    takeNewRows(&writer, &plan)
    addEmptyColumns(&writer)
  }

  /// Adds the columns that copies have added and not filled in yet.
  private func addEmptyColumns(_ writer: inout OursWriter) {
    guard base.kind.isData else { return }
    for (place, column) in columns.enumerated()
    where column.base == nil && column.places[0] == nil && !column.key.hasPrefix("#") && !isComputed(place) {
      writer.add(place)
    }
  }

  func merge(
    _ row: Int, _ claims: [Int: [Claim]], _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    for column in claims.keys.sorted() { merge(row, column, claims[column] ?? [], &writer, &plan) }
    mergeNotes(row, &writer, &plan)
    mergeDiscussions(row, &writer, &plan)
  }

  /// What the copies have changed, by row and column.
  private func claims() -> [Int: [Int: [Claim]]] {
    var claims: [Int: [Int: [Claim]]] = [:]
    for copy in copies {
      let rows = base.rows.indices.compactMap { row in copy.rowOf[row].map { (old: row, new: $0) } }
      let matching = MatchingRows(rows, of: copy.columns)
      for (pair, column) in Self.inputs(of: copy, columns)
      where isComparable(column, of: copy.side) && scale(column, of: copy.side) != .unclear {
        let isScaled = scale(column, of: copy.side).power != 0
        for index in isScaled ? Array(rows.indices) : copy.columns.suspects(pair, matching) {
          let (row, own) = rows[index]
          let isSame = isScaled ? isSameScaled(row, own, column, copy) : copy.columns.isSame(pair, row, own)
          if isSame || isRedacted(row, column, copy) { continue }
          claims[row, default: [:]][column, default: []].append(
            Claim(cell: cell(copy, own, column), sides: [copy.side], side: copy.side, row: own))
        }
      }
    }
    return claims
  }

  /// Whether a cell of a copy that keeps a column in another scale says what the base says.
  private func isSameScaled(_ row: Int, _ own: Int, _ column: Int, _ copy: MergeCopy) -> Bool {
    let (before, now) = (baseCell(row, column), cell(copy, own, column))
    if case .number(let a) = before.value, case .number(let b) = now.value, before.formula == nil, now.formula == nil {
      return abs(a - b) <= 1e-9 * max(abs(a), abs(b))
    }
    return meaning.isSame(before, now, in: columns[column].located)
      || ColumnPairs.isSame(before, row: base.rows[row].number, now, row: copy.sheet.rows[own].number)
  }

  /// The pairs of columns that a copy may have changed, with their indexes among all columns.
  private static func inputs(of copy: MergeCopy, _ columns: [MergeColumn]) -> [(ColumnPairs.Pair, Int)] {
    copy.columns.inputs.compactMap { pair in
      guard let new = pair.new, let place = columns.firstIndex(where: { $0.places[copy.side] == new }) else {
        return nil
      }
      return (pair, place)
    }
  }

  /// A copy cannot have deleted rows that it did not contain, or that it may not have contained. One that lacks a whole tab has not deleted
  /// its rows either, but for ours.
  private func mayDelete(_ row: Int, _ copy: MergeCopy) -> Bool {
    sides[copy.side].hadRow(base.rows[row].key, of: base.kind)
      && (sides[copy.side].given == nil || !sharedKeys.contains(base.rows[row].key))
      && (copy.side == 0 || copy.sheet.tab(base.rows[row].tab) != nil)
  }

  /// Cells that were emptied before the copy was handed out are not changes.
  func isRedacted(_ row: Int, _ column: Int, _ copy: MergeCopy) -> Bool {
    guard MergePlace.tab(ofHeader: row) == nil, let given = sides[copy.side].given, given.isRedacted,
      let own = copy.rowOf[row],
      given.own[base.prefix]?.contains(base.rows[row].key) != true
    else { return false }
    return cell(copy, own, column).isNothing
  }

  private func remark(_ plan: inout MergePlan) {
    for copy in copies {
      for (tab, cells) in (notes.discussions.leftOut[copy.side] ?? [:]).sorted(by: { $0.key < $1.key }) {
        plan.remarks.append(
          .discussionsLeftOut(
            copy: sides[copy.side].name, sheet: copy.sheet.tab(tab)?.title ?? copy.sheet.title, cells: cells))
      }
      if base.tabs.count > 1, sides[copy.side].given == nil {
        for tab in base.tabs where copy.sheet.tab(tab.number) == nil {
          plan.remarks.append(.sheetMissing(copy: sides[copy.side].name, sheet: tab.title))
        }
      }
      for column in columns where column.base != nil && column.places[copy.side] == nil {
        guard let place = column.base, !base.columns[place].isComputed, base.hasIDs, case .data = base.kind else {
          continue
        }
        plan.remarks.append(
          .columnMissing(copy: sides[copy.side].name, sheet: ours.sheet.title, column: column.header))
      }
      if copy.byContent.count > 0, case .data = base.kind {
        plan.remarks.append(
          .rowsByContent(
            copy: sides[copy.side].name, sheet: ours.sheet.title, count: copy.byContent.count,
            certainty: copy.byContent.certainty))
      }
    }
  }
}
