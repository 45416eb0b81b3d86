// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The notes on the cells of a sheet's records that copies have changed, and those of new rows.
struct MergeNotes {
  /// A change of a note: its new state, nil for one that was removed, and the copies that agree on it.
  struct Claim {
    var note: CellNote?
    var sides: [Int]
  }

  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// By row of the base and column.
  private var base: [Int: [Int: CellNote]] = [:]
  private var claims: [Int: [Int: [Claim]]] = [:]
  /// By copy, and by row and column of the copy.
  private var copies: [Int: [Place: CellNote]] = [:]

  /// No notes at all.
  static let none = MergeNotes()

  private init() {}

  init(_ merge: SheetMerge) throws(SpreadsheetError) {
    let sheet = merge.base
    guard !sheet.kind.isAround else { return }
    var isAny = false
    if sheet.sheetIndex >= 0 {
      let notes = try Self.notes(merge.baseBook, sheet) { place in merge.columns.firstIndex { $0.base == place } }
      for (place, note) in notes { base[place.row, default: [:]][place.column] = note }
      isAny = !notes.isEmpty
    }
    for copy in merge.copies {
      let notes = try Self.notes(merge.sides[copy.side].book, copy.sheet) { place in
        merge.columns.firstIndex { $0.places[copy.side] == place }
      }
      copies[copy.side] = notes
      isAny = isAny || !notes.isEmpty
    }
    guard isAny else { return }
    for copy in merge.copies { compare(copy, merge) }
  }

  /// Notes what a copy has changed in rows of the base.
  private mutating func compare(_ copy: MergeCopy, _ merge: SheetMerge) {
    let notes = copies[copy.side] ?? [:]
    var own: [Int: [Int: CellNote]] = [:]
    for (place, note) in notes { own[place.row, default: [:]][place.column] = note }
    for (row, there) in copy.rowOf.enumerated() {
      guard let there else { continue }
      let (before, after) = (base[row] ?? [:], own[there] ?? [:])
      for column in Set(before.keys).union(after.keys) where merge.columns[column].places[copy.side] != nil {
        let note = after[column]
        guard note?.text != before[column]?.text else { continue }
        if note == nil, merge.isRedacted(row, column, copy) { continue }
        var known = claims[row, default: [:]][column] ?? []
        if let place = known.firstIndex(where: { $0.note?.text == note?.text }) {
          known[place].sides.append(copy.side)
        } else {
          known.append(Claim(note: note, sides: [copy.side]))
        }
        claims[row, default: [:]][column] = known
      }
    }
  }

  /// The changes of a row's notes, by column.
  func claims(_ row: Int) -> [(column: Int, claims: [Claim])] {
    (claims[row] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func base(_ row: Int, _ column: Int) -> CellNote? { base[row]?[column] }

  /// The notes of a row of the base, by column.
  func base(_ row: Int) -> [(column: Int, note: CellNote)] {
    (base[row] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The notes on a row of a copy, by column.
  func notes(_ side: Int, _ row: Int, columns: Range<Int>) -> [(column: Int, note: CellNote)] {
    guard let notes = copies[side], !notes.isEmpty else { return [] }
    return columns.compactMap { column in notes[Place(row: row, column: column)].map { (column, $0) } }
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
