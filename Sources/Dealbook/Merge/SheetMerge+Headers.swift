// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The headers of columns, and the notes on them.
extension SheetMerge {
  /// Gives columns of ours the header that copies have given them, if all agree.
  func renameHeaders(_ writer: inout OursWriter, _ plan: inout MergePlan) {
    for column in columns.indices {
      guard let place = columns[column].base, let own = columns[column].places[0], base.columns[place].hasOwnHeader
      else {
        continue
      }
      let before = HeaderNormalizer.key(base.columns[place].header)
      guard HeaderNormalizer.key(ours.sheet.columns[own].header) == before else { continue }
      var new: [String: String] = [:]
      for copy in copies {
        guard let other = copy.columns.new.columns.indices.first(where: { columns[column].places[copy.side] == $0 })
        else {
          continue
        }
        let header = copy.sheet.columns[other].header
        if copy.sheet.columns[other].hasOwnHeader, HeaderNormalizer.key(header) != before {
          new[HeaderNormalizer.key(header)] = header
        }
      }
      if let header = new.values.sorted().first, new.count == 1 {
        if writer.rename(own, to: header) { plan.changedCells += 1 }
      } else if new.count > 1 {
        plan.remarks.append(
          .headersDiffer(sheet: ours.sheet.title, column: columns[column].header, headers: new.values.sorted()))
      }
    }
  }

  /// Merges the notes on the headers. Where copies have changed one differently, it holds what each of them says.
  func mergeHeaderNotes(_ writer: inout OursWriter) throws(SpreadsheetError) {
    guard case .data = base.kind, base.sheetIndex >= 0 else { return }
    let before = try headerNotes(baseBook, base) { $0.base }
    var changed: [Int: [CellNote?]] = [:]
    var own: [Int: CellNote] = [:]
    for copy in copies {
      let notes = try headerNotes(sides[copy.side].book, copy.sheet) { $0.places[copy.side] }
      if copy.side == 0 { own = notes }
      for column in Set(before.keys).union(notes.keys) where columns[column].places[copy.side] != nil {
        if notes[column]?.text != before[column]?.text { changed[column, default: []].append(notes[column]) }
      }
    }
    for (column, claims) in changed.sorted(by: { $0.key < $1.key }) {
      var joined: CellNote?
      for note in claims.compactMap(\.self) {
        guard let known = joined else {
          joined = note
          continue
        }
        if !known.text.split(separator: "\n").contains(Substring(note.text)), known.text != note.text {
          joined = CellNote(author: known.author, text: known.text + "\n" + note.text)
        }
      }
      if joined?.text != own[column]?.text { writer.note(joined, onHeader: column) }
    }
  }

  /// The notes on headers, by merged column; without those that stand for discussions.
  private func headerNotes(
    _ book: RecordBook, _ sheet: RecordSheet, place: (MergeColumn) -> Int?
  ) throws(SpreadsheetError) -> [Int: CellNote] {
    guard let row = book.team.sheets.first(where: { $0.sheetIndex == sheet.sheetIndex })?.headerRow else { return [:] }
    let stored = try book.team.workbook.notes(at: sheet.sheetIndex)
    if stored.notes.isEmpty { return [:] }
    var notes: [Int: CellNote] = [:]
    for (index, column) in columns.enumerated() {
      guard let place = place(column), let cell = CellReference(row: row, column: sheet.columns[place].number),
        !stored.discussed.contains(cell)
      else { continue }
      notes[index] = stored.notes[cell]
    }
    return notes
  }
}
