// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension MergePlan {
  /// Handles a sheet that ours lacks: one that a copy has added is included, one that ours has removed stays out.
  mutating func lack(
    _ group: MergeGroups.Group, _ sides: [MergeSide], _ all: MergeGroups, _ preference: MergePreference?
  ) {
    if let base = group.base {
      let changes = preference == .ours ? [] : changes(of: base, in: group, sides, all.lists[0])
      if !changes.isEmpty {
        conflicts.append(
          MergeConflict(
            kind: .sheet, sheet: base.title, sheetKind: base.kind, rowID: "", rowName: "", column: "", header: "",
            base: "", baseCell: .nothing, options: [.init(sides: [0], shown: "", isDeletion: true)] + changes,
            cell: nil, newID: nil, isDate: false))
        return
      }
      guard !base.kind.isAround, !remarks.contains(.sheetMissing(copy: sides[0].name, sheet: base.title)) else {
        return
      }
      remarks.append(.sheetMissing(copy: sides[0].name, sheet: base.title))
      return
    }
    let added = group.copies.enumerated().compactMap { side, sheet in sheet.map { (side, $0) } }
    guard let (side, sheet) = added.first, !sheet.kind.isAround, case .plain = sheet.kind else {
      // Settings and lists that ours lacks come with the sheets that use them.
      if let (side, sheet) = added.first, !sheet.kind.isAround {
        if case .data = sheet.kind { takeSheet(sheet, from: side, of: sides, all) }
      }
      return
    }
    takeSheet(sheet, from: side, of: sides, all)
    if added.dropFirst().contains(where: { SheetPairs.likeness($0.1, sheet) < 1 }) {
      remarks.append(.sheetsDiffer(sheet: sheet.title))
    }
  }

  /// What copies have written on a sheet that ours has deleted.
  private func changes(
    of base: RecordSheet, in group: MergeGroups.Group, _ sides: [MergeSide], _ lists: WholeLists
  ) -> [MergeConflict.Option] {
    group.copies.enumerated().compactMap { side, copy in
      guard let copy else { return nil }
      let pairs = ColumnPairs(base, copy)
      let known = Set(base.rows.indices.map { pairs.hash(ofOld: $0) })
      let new = copy.rows.indices.filter { !known.contains(pairs.hash(ofNew: $0)) }
      guard !new.isEmpty else { return nil }
      let rows = new.prefix(3).map { row in
        copy.columns.indices.map { copy.cell(row, $0) }.filter { !$0.isNothing }
          .map { $0.formula.map { "=" + lists.unmasked($0) } ?? $0.value.shownText }.joined(separator: ", ")
      }
      return .init(sides: [side], shown: ShownValue.cut(rows.joined(separator: "; ")))
    }
  }

  private mutating func takeSheet(_ sheet: RecordSheet, from side: Int, of sides: [MergeSide], _ all: MergeGroups) {
    for tab in sheet.tabs { takeTab(tab, from: side, of: sides, all) }
  }

  private mutating func takeTab(_ tab: RecordTab, from side: Int, of sides: [MergeSide], _ all: MergeGroups) {
    guard let read = try? all.renamings[side].applied(to: sides[side].book.plain(at: tab.sheetIndex)) else { return }
    let plain = all.lists[side].masked(read) { _ in tab.title }
    var new = NewSheet(name: tab.title)
    var values: [CellReference] = []
    for row in plain.rows.indices {
      for column in plain.columns.indices {
        var cell = plain.cell(row, column)
        guard !cell.isNothing, let place = plain.place(row, column) else { continue }
        if let formula = cell.formula,
          [0, side].contains(where: { all.steady[$0].misleads(formula, row: place.row, own: tab.title) })
        {
          cell.formula = nil
          values.append(place)
        }
        let isDate = plain.columns[column].dates.contains(plain.rows[row].offset)
        if isDate { needsDateStyle = true }
        new.cells[place] = CellEdit(cell.value, formula: cell.formula, style: isDate ? OursWriter.dateStyle : .keep)
      }
    }
    edit.newSheets.append(new)
    remarks.append(.sheetAdded(copy: sides[side].name, sheet: tab.title))
    if !values.isEmpty {
      let shown =
        values.prefix(5).map(String.init(describing:)).joined(separator: ", ") + (values.count > 5 ? " …" : "")
      remarks.append(.formulasAsValues(copy: sides[side].name, sheet: tab.title, what: shown))
    }
  }
}
