// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension SheetMerge {
  func merge(
    _ row: Int, _ column: Int, _ claims: [Claim], _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    let baseCell = baseCell(row, column)
    let all = meanings(claims, base: baseCell, column)
    guard let own = ours.rowOf[row], let first = all.first else { return }
    // Where rows have moved, formulas of totals have moved with them, so their differences are not changes.
    if base.kind.isAround, all.contains(where: { $0.cell.formula != nil }) || baseCell.formula != nil,
      !(all.flatMap(\.sides) + [0]).allSatisfy({ steady[$0].contains(ours.sheet.tabs[0].title) })
    {
      return
    }
    if all.count == 1 {
      if isWorse(first, than: cell(ours, own, column), base: baseCell, column) { return }
      write(first, row: own, column, base: row, &writer, &plan)
      return
    }
    if keepsOurs(among: all.flatMap(\.sides)), columns[column].base != nil { return }
    if let winner = winner(among: all.flatMap(\.sides)), let claim = all.first(where: { $0.sides.contains(winner) }) {
      write(claim, row: own, column, base: row, &writer, &plan)
      return
    }
    let date = isDate(column, row: row)
    let number = ours.sheet.rows[own].number
    let before = RecordCell(
      value: baseCell.value, formula: baseCell.formula.flatMap { carriedFromBase($0, row, to: number) })
    let place = hold(before, row: own, column, isDate: date, &writer, plan.disputed)
    plan.conflicts.append(
      conflict(
        .cell, row: row, column, base: before, shown: shown(baseCell, column, isDate: date),
        options: all.map { claim in
          let formula = claim.cell.formula
          let carried = formula.flatMap { self.carried($0, from: copy(claim.side), claim.row, to: number) }
          return MergeConflict.Option(
            sides: claim.sides, shown: shown(claim.cell, column, isDate: date),
            cell: RecordCell(value: claim.cell.value, formula: carried), isStuck: formula != nil && carried == nil)
        }, at: place))
  }

  /// Gives a disputed cell the value that it holds until a person has chosen.
  private func hold(
    _ before: RecordCell, row: Int, _ column: Int, isDate: Bool, _ writer: inout OursWriter, _ disputed: DisputedCells
  ) -> CellReference? {
    if disputed == .ours, let place = columns[column].places[0] { return ours.sheet.place(row, place) }
    return writer.set(before, row: row, column, isDate: isDate)
  }

  /// Whether a copy has only written what the base and ours say in a worse way: as text in place of a number, with stray spaces, or an ID in
  /// other letters, which formulas would look for in vain.
  private func isWorse(_ claim: Claim, than own: RecordCell, base: RecordCell, _ column: Int) -> Bool {
    guard claim.side != 0, claim.cell.formula == nil, own.formula == nil, case .text(let text) = claim.cell.value,
      let located = columns[column].located
    else { return false }
    let type = located.definition.type
    let isName = type == .id || type == .key
    func isSame(_ a: RecordCell, _ b: RecordCell) -> Bool {
      isName
        ? ReferenceIndex.key(a.value.shownText) == ReferenceIndex.key(b.value.shownText)
        : meaning.isSame(a, b, in: located)
    }
    guard isSame(claim.cell, base), isSame(own, base) else { return false }
    guard case .text(let mine) = own.value else { return type.isNumeric || isName }
    let isClean = StraySpace.cleaned(mine) == mine
    return isClean && (isName || StraySpace.cleaned(text) != text)
  }

  /// Writes a copy's change to our cell; a change made in ours is there already.
  private func write(
    _ claim: Claim, row: Int, _ column: Int, base baseRow: Int, _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    if claim.side == 0, !followsID(row, column) { return }
    guard columns[column].places[0] != nil || columns[column].base == nil else {
      let date = isDate(column, row: baseRow)
      plan.conflicts.append(
        conflict(
          .cell, row: baseRow, column, base: baseCell(baseRow, column),
          options: [
            MergeConflict.Option(sides: claim.sides, shown: shown(claim.cell, column, isDate: date), cell: claim.cell)
          ], at: nil))
      return
    }
    if writer.isCovered(row, column) {
      plan.conflicts.append(
        conflict(
          .covered, row: baseRow, column, base: baseCell(baseRow, column),
          options: [
            MergeConflict.Option(
              sides: claim.sides, shown: shown(claim.cell, column, isDate: isDate(column, row: baseRow)),
              cell: claim.cell)
          ],
          at: columns[column].places[0].flatMap { ours.sheet.place(row, $0) }))
      return
    }
    var cell = claim.cell
    if let formula = cell.formula {
      guard !namesMovedRows(formula, row: row, column),
        let carried = carried(formula, from: copy(claim.side), claim.row, to: ours.sheet.rows[row].number)
      else {
        let place = columns[column].places[0].flatMap { ours.sheet.place(row, $0) }
        plan.conflicts.append(
          conflict(
            .formula, row: baseRow, column, base: baseCell(baseRow, column),
            options: [
              MergeConflict.Option(
                sides: claim.sides, shown: "=" + lists.unmasked(formula), cell: RecordCell(value: cell.value))
            ],
            at: place))
        return
      }
      cell.formula = carried
    }
    writer.set(cell, row: row, column, isDate: isDate(column, row: baseRow))
    plan.changedCells += 1
  }

  /// The formula as it must read in a row of ours; nil if it would mean something else there.
  func carried(_ formula: String, from copy: MergeCopy, _ row: Int, to target: Int) -> String? {
    carried(formula, from: copy.sheet, copy.sheet.rows[row].number, to: target) { $0.places[copy.side] }
  }

  /// The same for a formula of the base.
  func carriedFromBase(_ formula: String, _ row: Int, to target: Int) -> String? {
    carried(formula, from: base, base.rows[row].number, to: target, place: \.base)
  }

  private func carried(
    _ formula: String, from sheet: RecordSheet, _ number: Int, to target: Int, place: (MergeColumn) -> Int?
  ) -> String? {
    let isLaidOutAlike = columns.allSatisfy { column in
      guard let a = place(column), let b = column.places[0] else { return true }
      return sheet.columns[a].number == ours.sheet.columns[b].number
    }
    guard isLaidOutAlike else { return nil }
    if number == target { return formula }
    guard FormulaShape.staysInRow(formula, row: number) else { return nil }
    return SharedFormula.shifted(formula, rows: target - number, columns: 0)
  }

  /// Whether a formula differs from that of ours only in the rows that it names, on a sheet whose rows have moved in ours.
  private func namesMovedRows(_ formula: String, row: Int, _ column: Int) -> Bool {
    FormulaShape.isAlikeButRows(formula, cell(ours, row, column).formula)
      && FormulaShape.sheetsNamed(formula, own: ours.sheet.tab(ofRow: row).title).contains { !steady[0].contains($0) }
  }

  func conflict(
    _ kind: MergeConflict.Kind, row: Int, _ column: Int?, base cell: RecordCell, shown text: String? = nil,
    options: [MergeConflict.Option], at place: CellReference?, onTab tab: Int? = nil, newID: String? = nil
  ) -> MergeConflict {
    let date = column.map { isDate($0, row: row) } ?? false
    return MergeConflict(
      kind: kind, sheet: title(ofBase: row, onTab: tab), sheetKind: ours.sheet.kind, rowID: base.rows[row].id,
      rowName: name(ofBase: row),
      column: column.map { columns[$0].publicKey } ?? "", header: column.map { columns[$0].header } ?? "",
      base: text ?? column.map { shown(cell, $0, isDate: date) } ?? "", baseCell: cell, options: options, cell: place,
      newID: newID,
      isDate: date)
  }

  /// The name of the tab on which a row of the base is in ours.
  func title(ofBase row: Int, onTab tab: Int? = nil) -> String {
    let number = tab ?? ours.rowOf[row].map { ours.sheet.rows[$0].tab } ?? base.rows[row].tab
    return (ours.sheet.tab(number) ?? newTabs.first { $0.tab.number == number }?.tab)?.title ?? ours.sheet.title
  }

  /// What a row is called in a remark: its ID, else its name or what its first cell says.
  func toldName(ofBase row: Int) -> String {
    if !base.rows[row].id.isEmpty { return base.rows[row].id }
    let name = name(ofBase: row)
    if !name.isEmpty { return name }
    let first = columns.indices.lazy.map { (column: $0, cell: self.baseCell(row, $0)) }.first { !$0.cell.isNothing }
    return first.map { shown($0.cell, $0.column, isDate: isDate($0.column, row: row)) } ?? ""
  }

  private func name(ofBase row: Int) -> String {
    guard case .data(let prefix) = base.kind else { return "" }
    return names.name(sheet: prefix, offset: base.rows[row].offset)
  }
}
