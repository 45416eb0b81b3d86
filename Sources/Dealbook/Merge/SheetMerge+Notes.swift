// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension SheetMerge {
  /// Merges the notes on cells of rows that the base has.
  func mergeNotes(into writer: inout OursWriter, _ plan: inout MergePlan) throws(SpreadsheetError) {
    guard base.sheetIndex >= 0, !base.kind.isAround else { return }
    let old = try Self.notes(baseBook, base) { place in columns.firstIndex { $0.base == place } }
    var all: [(copy: MergeCopy, notes: [Place: CellNote])] = []
    for copy in copies {
      let notes = try Self.notes(sides[copy.side].book, copy.sheet) { place in
        columns.firstIndex { $0.places[copy.side] == place }
      }
      all.append((copy, notes))
    }
    if old.isEmpty, all.allSatisfy({ $0.notes.isEmpty }) { return }
    for row in base.rows.indices {
      guard let own = ours.rowOf[row], !writer.emptied.contains(ours.sheet.rows[own].number) else { continue }
      for column in columns.indices {
        let before = old[Place(row: row, column: column)]
        var claims: [(note: CellNote?, sides: [Int])] = []
        for (copy, notes) in all {
          guard let there = copy.rowOf[row], columns[column].places[copy.side] != nil else { continue }
          let note = notes[Place(row: there, column: column)]
          guard note?.text != before?.text else { continue }
          if let place = claims.firstIndex(where: { $0.note?.text == note?.text }) {
            claims[place].sides.append(copy.side)
          } else {
            claims.append((note, [copy.side]))
          }
        }
        guard let first = claims.first else { continue }
        let winner = winner(among: claims.flatMap(\.sides))
        if claims.count > 1, winner == nil {
          writer.note(before, row: own, column)
          plan.conflicts.append(
            conflict(
              .note, row: row, column, base: RecordCell(value: before.map { .text($0.text) } ?? .blank),
              options: claims.map { claim in
                let text = claim.note?.text ?? ""
                return MergeConflict.Option(sides: claim.sides, shown: text, cell: RecordCell(value: .text(text)))
              }, at: columns[column].places[0].flatMap { ours.sheet.place(own, $0) }))
          continue
        }
        let taken = winner.flatMap { side in claims.first { $0.sides.contains(side) } } ?? first
        if taken.sides.contains(0) { continue }
        writer.note(taken.note, row: own, column)
      }
    }
  }

  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  private static func notes(
    _ book: RecordBook, _ sheet: RecordSheet, column: (Int) -> Int?
  ) throws(SpreadsheetError) -> [Place: CellNote] {
    let stored = try book.team.workbook.notes(at: sheet.sheetIndex)
    if stored.notes.isEmpty { return [:] }
    let rows = Dictionary(
      sheet.rows.enumerated().map { ($0.element.number, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      sheet.columns.enumerated().map { ($0.element.number, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var notes: [Place: CellNote] = [:]
    for (cell, note) in stored.notes where !stored.discussed.contains(cell) {
      guard let row = rows[cell.row], let place = numbers[cell.column].flatMap(column) else { continue }
      notes[Place(row: row, column: place)] = note
    }
    return notes
  }
}
