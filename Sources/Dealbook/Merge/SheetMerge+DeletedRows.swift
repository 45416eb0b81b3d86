// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension SheetMerge {
  func merge(
    _ row: Int, deletedBy deleted: [Int], _ claims: [Int: [Claim]], _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    // A base value written differently is not a change for which a row is kept.
    var changers: [Int: [MergeConflict.CellChoice]] = [:]
    for column in claims.keys.sorted() {
      let base = baseCell(row, column)
      for claim in claims[column] ?? [] where !meaning.isSame(claim.cell, base, in: columns[column].located) {
        for side in claim.sides {
          changers[side, default: []].append(
            .init(
              key: columns[column].key, header: columns[column].header, base: base, cell: claim.cell,
              isDate: isDate(column, row: row), column: column, row: claim.row))
        }
      }
    }
    let notes = noteChanges(row).merging(discussionChanges(row)) { $0 + $1 }
    let moves = moves(row)
    let others = Set(changers.keys).union(notes.keys).union(moves.map(\.side)).sorted()
    if others.isEmpty {
      remove(row, deletedBy: deleted, &writer, &plan)
      return
    }
    if keepsOurs(among: deleted + others) {
      keep(row, claims, &writer, &plan)
      return
    }
    if let winner = winner(among: deleted + others) {
      if deleted.contains(winner) {
        remove(row, deletedBy: deleted, &writer, &plan)
      } else {
        keep(row, claims, &writer, &plan)
      }
      return
    }
    // The row stays as in the base, or as ours has it.
    let place: CellReference?
    if let own = ours.rowOf[row], plan.disputed == .ours {
      place = ours.sheet.columns.isEmpty ? nil : ours.sheet.place(own, 0)
    } else if let own = ours.rowOf[row] {
      for column in claims.keys.sorted() where claims[column]?.contains(where: { $0.side == 0 }) == true {
        var before = baseCell(row, column)
        before.formula = before.formula.flatMap { carriedFromBase($0, row, to: ours.sheet.rows[own].number) }
        writer.set(before, row: own, column, isDate: isDate(column, row: row))
      }
      restoreNotes(row, &writer)
      place = ours.sheet.columns.first.flatMap { CellReference(row: ours.sheet.rows[own].number, column: $0.number) }
    } else {
      place = writer.append(
        columns.indices.filter { !isComputed($0) }.map { ($0, baseCell(row, $0), isDate($0, row: row)) },
        onTab: base.rows[row].tab, named: base.rows[row].id,
        carrying: { formula, target, _ in carriedFromBase(formula, row, to: target) })
      if let place {
        writer.note(self.notes.base(row), appendedRow: place.row, onTab: base.rows[row].tab)
        writer.discuss(self.notes.discussions.base(row), appendedRow: place.row, onTab: base.rows[row].tab)
      }
    }
    var options = [MergeConflict.Option(sides: deleted.sorted(), shown: "", isDeletion: true)]
    for side in others {
      var changes = changers[side] ?? []
      let text =
        (changes.map { "\($0.header): \(shown($0.base, isDate: $0.isDate)) → \(shown($0.cell, isDate: $0.isDate))" }
        + moves.filter { $0.side == side }.map { "\(title(ofBaseTab: row)) → \($0.title)" })
        .joined(separator: "; ")
      for index in changes.indices {
        let (column, source) = (changes[index].column, changes[index].row)
        // So that the result has a place for what a copy has typed into a column of its own.
        if columns[column].base == nil { writer.add(column) }
        guard let place else { continue }
        changes[index].base.formula = changes[index].base.formula.flatMap {
          carriedFromBase($0, row, to: place.row)
        }
        guard let formula = changes[index].cell.formula else { continue }
        changes[index].cell.formula = carried(formula, from: copy(side), source, to: place.row)
        changes[index].isStuck = changes[index].cell.formula == nil
      }
      options.append(MergeConflict.Option(sides: [side], shown: text, changes: changes, notes: notes[side] ?? []))
    }
    plan.conflicts.append(conflict(.row, row: row, nil, base: .nothing, options: options, at: place))
  }

  private func shown(_ cell: RecordCell, isDate: Bool) -> String {
    if let formula = cell.formula { return ShownValue.cut("=" + lists.unmasked(formula)) }
    return ShownValue.cut(
      ShownValue.found(cell.value, type: isDate ? .date : nil, system: sides[0].book.team.workbook.dateSystem))
  }

  /// Removes a row from ours, which may have removed it itself.
  private func remove(
    _ row: Int, deletedBy deleted: [Int], _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    guard let own = ours.rowOf[row] else { return }
    writer.empty(
      own,
      isTakenOut: base.kind.isData || base.kind == .plain && deleted.allSatisfy { isTakenOut(row, of: copy($0)) })
    for (column, _) in notes.notes(0, own, columns: columns.indices) { writer.note(nil, row: own, column) }
    for column in columns.indices where notes.discussions.discussion(0, own, column) != nil {
      writer.discuss(nil, row: own, column)
    }
    plan.removedRows += 1
    plan.remarks.append(
      .rowEmptied(
        sheet: ours.sheet.tab(ofRow: own).title, id: toldName(ofBase: row), row: ours.sheet.rows[own].number))
  }

  /// Whether a copy's rows below a missing row of the base have moved up, so that the row was deleted and not only emptied. Where no
  /// row follows, one cannot tell.
  private func isTakenOut(_ row: Int, of copy: MergeCopy) -> Bool {
    let above = (0..<row).last { copy.rowOf[$0] != nil }
    guard let below = (row..<base.rows.count).first(where: { copy.rowOf[$0] != nil }), let next = copy.rowOf[below]
    else { return false }
    let start = above.map { base.rows[$0].number } ?? 0
    let ownStart = above.flatMap { copy.rowOf[$0] }.map { copy.sheet.rows[$0].number } ?? 0
    let missing = below - (above ?? -1) - 1
    return base.rows[below].number - start - missing == copy.sheet.rows[next].number - ownStart
  }

  /// Keeps a row with its changes, although some copies deleted it.
  private func keep(
    _ row: Int, _ claims: [Int: [Claim]], _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    guard ours.rowOf[row] == nil else {
      merge(row, claims, &writer, &plan)
      move(row, &writer, &plan)
      return
    }
    var taken: [Int: Claim] = [:]
    let cells = columns.indices.filter { !isComputed($0) }.map { column -> (Int, RecordCell, Bool) in
      let base = baseCell(row, column)
      let all = meanings(claims[column] ?? [], base: base, column)
      let wanted = winner(among: all.flatMap(\.sides)).flatMap { side in all.first { $0.sides.contains(side) } }
      taken[column] = wanted ?? all.first
      return (column, taken[column]?.cell ?? base, isDate(column, row: row))
    }
    let tab = wantedTab(row) ?? base.rows[row].tab
    let place = writer.append(
      cells, onTab: tab, named: base.rows[row].id, preferring: newPlace(row, onTab: tab),
      carrying: { formula, target, column in
        guard let claim = taken[column] else { return carriedFromBase(formula, row, to: target) }
        return carried(formula, from: copy(claim.side), claim.row, to: target)
      })
    if let place {
      writer.note(keptNotes(row), appendedRow: place.row, onTab: tab)
      writer.discuss(keptDiscussions(row), appendedRow: place.row, onTab: tab)
    }
    plan.addedRows += 1
  }
}
