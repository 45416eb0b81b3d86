// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension SheetMerge {
  func takeNewRows(_ writer: inout OursWriter, _ plan: inout MergePlan) {
    var places: [Int: CellReference] = [:]
    for (index, new) in newRows.enumerated() {
      let source = copy(new.side)
      if new.side == 0 {
        for column in columns.indices where followsID(new.row, column) {
          writer.set(cell(source, new.row, column), row: new.row, column, isDate: false)
          plan.changedCells += 1
        }
        if new.newID == nil {
          places[index] = CellReference(
            row: source.sheet.rows[new.row].number, column: source.sheet.columns.first?.number ?? 1)
        }
        if !new.twins.isEmpty {
          let own = Dictionary(
            notes.notes(0, new.row, columns: columns.indices).map { ($0.column, $0.note) },
            uniquingKeysWith: { first, _ in first })
          for (column, note) in notes(of: new)
          where notes.isFree(new.row, column) && own[column]?.text != note.text {
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
      let (number, tab) = (source.sheet.rows[new.row].number, source.sheet.rows[new.row].tab)
      let isReserved = newTabs.contains { $0.tab.number == tab && $0.side == new.side }
      guard
        let place = writer.append(
          cells, onTab: tab, named: id, preferring: base.hasIDs && !isReserved ? nil : number,
          carrying: { formula, target, _ in
            misleads(formula, number, from: source, tab) ? nil : carried(formula, from: source, new.row, to: target)
          }, computed: computedValues(of: new.row, source))
      else {
        let text = content(source, new.row).replacing("\u{1E}", with: ": ").replacing("\u{1F}", with: "; ")
        plan.conflicts.append(
          MergeConflict(
            kind: .room, sheet: writer.title(ofTab: tab), sheetKind: ours.sheet.kind, rowID: id, rowName: "",
            column: "",
            header: "",
            base: "", baseCell: .nothing, options: [.init(sides: new.sides, shown: text)], cell: nil, newID: nil,
            isDate: false))
        continue
      }
      places[index] = place
      if cells.contains(where: { $0.1.formula.map { misleads($0, number, from: source, tab) } == true }) {
        plan.remarks.append(
          .formulasAsValues(
            copy: sides[new.side].name, sheet: writer.title(ofTab: tab), what: id.isEmpty ? "\(place)" : id))
      }
      writer.note(notes(of: new), appendedRow: place.row, onTab: tab)
      writer.discuss(discussions(of: new), appendedRow: place.row, onTab: tab)
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
          kind: .id, sheet: writer.title(ofTab: copy(new.side).sheet.rows[new.row].tab), sheetKind: ours.sheet.kind,
          rowID: copy(first.side).sheet.rows[first.row].id, rowName: "", column: "", header: "", base: "",
          baseCell: .nothing, options: options, cell: places[index], newID: id, isDate: false))
    }
  }

  /// Whether a formula of a new row names rows that have moved in its copy or in ours.
  private func misleads(_ formula: String, _ number: Int, from source: MergeCopy, _ tab: Int) -> Bool {
    let own = ours.sheet.tab(tab)?.title ?? ours.sheet.title
    return [0, source.side].contains { steady[$0].misleads(formula, row: number, own: own) }
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
