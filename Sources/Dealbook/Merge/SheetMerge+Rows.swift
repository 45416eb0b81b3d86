// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension SheetMerge {
  /// Merges all rows of the base and adds the new ones.
  func merge(into writer: inout OursWriter, _ plan: inout MergePlan) {
    remark(&plan)
    tellScales(&plan)
    let claims = claims()
    for row in base.rows.indices {
      var deleted: [Int] = []
      for copy in copies where copy.rowOf[row] == nil && mayDelete(row, copy) { deleted.append(copy.side) }
      if deleted.isEmpty {
        merge(row, claims[row] ?? [:], &writer, &plan)
      } else {
        merge(row, deletedBy: deleted, claims[row] ?? [:], &writer, &plan)
      }
    }
    takeNewRows(&writer, &plan)
  }

  private func merge(
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

  /// A copy cannot have deleted rows that it did not contain.
  private func mayDelete(_ row: Int, _ copy: MergeCopy) -> Bool {
    guard let given = sides[copy.side].given else { return true }
    guard case .data(let prefix) = base.kind else { return false }
    return given.rows[prefix]?.contains(base.rows[row].key) ?? false
  }

  /// Cells that were emptied before the copy was handed out are not changes.
  func isRedacted(_ row: Int, _ column: Int, _ copy: MergeCopy) -> Bool {
    guard row != MergePlace.header, let given = sides[copy.side].given, given.isRedacted, let own = copy.rowOf[row],
      given.own[base.prefix]?.contains(base.rows[row].key) != true
    else { return false }
    return cell(copy, own, column).isNothing
  }

  private func remark(_ plan: inout MergePlan) {
    for copy in copies {
      if let cells = notes.discussions.leftOut[copy.side], !cells.isEmpty {
        plan.remarks.append(
          .discussionsLeftOut(copy: sides[copy.side].name, sheet: copy.sheet.title, cells: cells))
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

  // MARK: One cell

  private func merge(
    _ row: Int, _ column: Int, _ claims: [Claim], _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    let baseCell = baseCell(row, column)
    let all = meanings(claims, base: baseCell, column)
    guard let own = ours.rowOf[row], let first = all.first else { return }
    // Formulas of totals move with the rows, so their differences are not changes.
    if base.kind.isAround, all.contains(where: { $0.cell.formula != nil }) || baseCell.formula != nil { return }
    if all.count == 1 {
      if isWorse(first, than: cell(ours, own, column), base: baseCell, column) { return }
      write(first, row: own, column, base: row, &writer, &plan)
      return
    }
    if let winner = winner(among: all.flatMap(\.sides)), let claim = all.first(where: { $0.sides.contains(winner) }) {
      write(claim, row: own, column, base: row, &writer, &plan)
      return
    }
    let date = isDate(column, row: row)
    let number = ours.sheet.rows[own].number
    let before = RecordCell(
      value: baseCell.value, formula: baseCell.formula.flatMap { carriedFromBase($0, row, to: number) })
    let place = writer.set(before, row: own, column, isDate: date)
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
    if claim.side == 0 { return }
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
      guard let carried = carried(formula, from: copy(claim.side), claim.row, to: ours.sheet.rows[row].number) else {
        let place = columns[column].places[0].flatMap { ours.sheet.place(row, $0) }
        plan.conflicts.append(
          conflict(
            .formula, row: baseRow, column, base: baseCell(baseRow, column),
            options: [
              MergeConflict.Option(sides: claim.sides, shown: "=" + formula, cell: RecordCell(value: cell.value))
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

  func conflict(
    _ kind: MergeConflict.Kind, row: Int, _ column: Int?, base cell: RecordCell, shown text: String? = nil,
    options: [MergeConflict.Option], at place: CellReference?, newID: String? = nil
  ) -> MergeConflict {
    let date = column.map { isDate($0, row: row) } ?? false
    return MergeConflict(
      kind: kind, sheet: ours.sheet.title, sheetKind: ours.sheet.kind, rowID: base.rows[row].id,
      rowName: name(ofBase: row),
      column: column.map { columns[$0].publicKey } ?? "", header: column.map { columns[$0].header } ?? "",
      base: text ?? column.map { shown(cell, $0, isDate: date) } ?? "", baseCell: cell, options: options, cell: place,
      newID: newID,
      isDate: date)
  }

  private func name(ofBase row: Int) -> String {
    guard case .data(let prefix) = base.kind else { return "" }
    return names.name(sheet: prefix, row: base.rows[row].number)
  }

  // MARK: Deleted rows

  private func merge(
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
    let others = Set(changers.keys).union(notes.keys).sorted()
    if others.isEmpty {
      remove(row, deletedBy: deleted, &writer, &plan)
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
    // The row stays as in the base.
    let place: CellReference?
    if let own = ours.rowOf[row] {
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
        named: base.rows[row].id, carrying: { formula, target, _ in carriedFromBase(formula, row, to: target) })
      if let place {
        writer.note(self.notes.base(row), appendedRow: place.row)
        writer.discuss(self.notes.discussions.base(row), appendedRow: place.row)
      }
    }
    var options = [MergeConflict.Option(sides: deleted.sorted(), shown: "", isDeletion: true)]
    for side in others {
      var changes = changers[side] ?? []
      let text = changes.map {
        "\($0.header): \(shown($0.base, isDate: $0.isDate)) → \(shown($0.cell, isDate: $0.isDate))"
      }
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
    if let formula = cell.formula { return ShownValue.cut("=" + formula) }
    return ShownValue.cut(
      ShownValue.found(cell.value, type: isDate ? .date : nil, system: sides[0].book.team.workbook.dateSystem))
  }

  /// Removes a row from ours, which may have removed it itself.
  private func remove(
    _ row: Int, deletedBy deleted: [Int], _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    guard let own = ours.rowOf[row] else { return }
    writer.empty(
      ours.sheet.rows[own].number,
      isTakenOut: base.kind.isData || base.kind == .plain && deleted.allSatisfy { isTakenOut(row, of: copy($0)) })
    for (column, _) in notes.notes(0, own, columns: columns.indices) { writer.note(nil, row: own, column) }
    for column in columns.indices where notes.discussions.discussion(0, own, column) != nil {
      writer.discuss(nil, row: own, column)
    }
    plan.removedRows += 1
    plan.remarks.append(
      .rowEmptied(sheet: ours.sheet.title, id: base.rows[row].id, row: ours.sheet.rows[own].number))
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
    let place = writer.append(
      cells, named: base.rows[row].id,
      carrying: { formula, target, column in
        guard let claim = taken[column] else { return carriedFromBase(formula, row, to: target) }
        return carried(formula, from: copy(claim.side), claim.row, to: target)
      })
    if let place {
      writer.note(keptNotes(row), appendedRow: place.row)
      writer.discuss(keptDiscussions(row), appendedRow: place.row)
    }
    plan.addedRows += 1
  }

  // MARK: New rows

  private func takeNewRows(_ writer: inout OursWriter, _ plan: inout MergePlan) {
    var places: [Int: CellReference] = [:]
    for (index, new) in newRows.enumerated() {
      let source = copy(new.side)
      if new.side == 0 {
        if new.newID == nil {
          places[index] = CellReference(
            row: source.sheet.rows[new.row].number, column: source.sheet.columns.first?.number ?? 1)
        }
        if !new.twins.isEmpty {
          for (column, note) in notes(of: new) where notes.isFree(new.row, column) {
            writer.note(note, row: new.row, column)
          }
          for (column, discussion) in discussions(of: new)
          where !notes.discussions.discussion(0, new.row, column).isSame(discussion) {
            writer.discuss(discussion, row: new.row, column)
          }
        }
        continue
      }
      var cells: [(Int, RecordCell, Bool)] = []
      for column in columns.indices where !isComputed(column) {
        var cell = cell(source, new.row, column)
        if columns[column].isID, let id = new.newID { cell = RecordCell(value: .text(id)) }
        let isDate = columns[column].places[source.side].map { source.isDate(new.row, $0) } ?? false
        if !cell.isNothing { cells.append((column, cell, isDate)) }
      }
      // Formulas below the data are filled down with it.
      if base.kind.isAround, cells.allSatisfy({ $0.1.formula != nil }) { continue }
      let id = new.newID ?? source.sheet.rows[new.row].id
      let number = source.sheet.rows[new.row].number
      guard
        let place = writer.append(
          cells, named: id, preferring: base.hasIDs ? nil : number,
          carrying: { formula, target, _ in
            carried(formula, from: source, new.row, to: target)
          }, computed: computedValues(of: new.row, source))
      else {
        let text = content(source, new.row).replacing("\u{1E}", with: ": ").replacing("\u{1F}", with: "; ")
        plan.conflicts.append(
          MergeConflict(
            kind: .room, sheet: ours.sheet.title, sheetKind: ours.sheet.kind, rowID: id, rowName: "", column: "",
            header: "",
            base: "", baseCell: .nothing, options: [.init(sides: new.sides, shown: text)], cell: nil, newID: nil,
            isDate: false))
        continue
      }
      places[index] = place
      writer.note(notes(of: new), appendedRow: place.row)
      writer.discuss(discussions(of: new), appendedRow: place.row)
      plan.addedRows += 1
    }
    if preference != nil { return }
    for (index, new) in newRows.enumerated() {
      guard let rival = new.rival, let id = new.newID else { continue }
      let first = newRows[rival]
      let options = [first, new].map { row in
        MergeConflict.Option(
          sides: row.sides, shown: summary(copy(row.side), row.row))
      }
      plan.conflicts.append(
        MergeConflict(
          kind: .id, sheet: ours.sheet.title, sheetKind: ours.sheet.kind,
          rowID: copy(first.side).sheet.rows[first.row].id, rowName: "", column: "", header: "", base: "",
          baseCell: .nothing, options: options, cell: places[index], newID: id, isDate: false))
    }
  }

  /// The values of formulas of a new row of an option list.
  private func computedValues(of row: Int, _ source: MergeCopy) -> [Int: CellValue] {
    guard case .list = base.kind else { return [:] }
    var values: [Int: CellValue] = [:]
    for column in columns.indices where isComputed(column) {
      guard let place = columns[column].places[source.side] else { continue }
      let (all, offset) = (source.sheet.columns[place].values, source.sheet.rows[row].offset)
      values[column] = offset < all.count ? all[offset] : .blank
    }
    return values
  }

  /// The values by which a person can tell the row from others.
  private func summary(_ copy: MergeCopy, _ row: Int) -> String {
    var parts: [String] = []
    for column in columns.indices where !isComputed(column) && !columns[column].isID {
      guard let place = columns[column].places[copy.side] else { continue }
      let cell = copy.cell(row, place)
      if !cell.isNothing { parts.append(shown(cell, column, isDate: copy.isDate(row, place))) }
      if parts.count == 6 { break }
    }
    return parts.joined(separator: ", ")
  }
}
