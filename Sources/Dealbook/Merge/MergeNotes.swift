// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The notes on the cells of a sheet's records that copies have changed, and those of new rows.
struct MergeNotes {
  /// A change of a note: its new state, nil for one that was removed, and the copies that agree on it.
  struct Claim {
    var note: CellNote?
    var sides: [Int]
  }

  /// By row of the base and column.
  private var base: [Int: [Int: CellNote]] = [:]
  private var claims: [Int: [Int: [Claim]]] = [:]
  /// By copy, and by row and column of the copy.
  private var copies: [Int: [MergePlace: CellNote]] = [:]
  private(set) var discussions = MergeDiscussions.none
  /// Cells of ours with a discussion, beside which there can be no note.
  private var ownDiscussions: Set<MergePlace> = []

  /// No notes at all.
  static let none = MergeNotes()

  private init() {}

  init(_ merge: SheetMerge) throws(SpreadsheetError) {
    let sheet = merge.base
    guard !sheet.kind.isAround else { return }
    var stored = Stored()
    if sheet.sheetIndex >= 0 {
      stored = try Stored(merge.baseBook, sheet) { place in merge.columns.firstIndex { $0.base == place } }
    }
    var own: [Int: Stored] = [:]
    for copy in merge.copies {
      own[copy.side] = try Stored(merge.sides[copy.side].book, copy.sheet) { place in
        merge.columns.firstIndex { $0.places[copy.side] == place }
      }
    }
    Self.recognizeDiscussions(&stored, &own, merge)
    for (place, note) in stored.notes { base[place.row, default: [:]][place.column] = note }
    copies = own.mapValues(\.notes)
    ownDiscussions = Set((own[0]?.talks ?? [:]).keys)
    if !base.isEmpty || copies.values.contains(where: { !$0.isEmpty }) {
      for copy in merge.copies { compare(copy, merge) }
    }
    discussions = MergeDiscussions(
      merge, base: stored.talks, copies: own.mapValues(\.talks), texts: (stored.texts, own[0]?.texts ?? [:]))
  }

  /// Takes notes for discussions where the base or a copy has one on the same cell: programs that do not know discussions save them as
  /// ordinary notes with the same text.
  private static func recognizeDiscussions(_ base: inout Stored, _ copies: inout [Int: Stored], _ merge: SheetMerge) {
    guard !base.talks.isEmpty || copies.values.contains(where: { !$0.talks.isEmpty }) else { return }
    var discussed = Set(base.talks.keys)
    for copy in merge.copies {
      guard let stored = copies[copy.side], !stored.talks.isEmpty else { continue }
      let rows = copy.baseRows
      for place in stored.talks.keys {
        if let row = rows[place.row] { discussed.insert(MergePlace(row: row, column: place.column)) }
      }
    }
    for place in discussed {
      base.discuss(place)
      for copy in merge.copies {
        if let there = copy.row(of: place.row) {
          copies[copy.side]?.discuss(MergePlace(row: there, column: place.column))
        }
      }
    }
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

  /// Whether a cell of ours can have a note.
  func isFree(_ row: Int, _ column: Int) -> Bool { !ownDiscussions.contains(MergePlace(row: row, column: column)) }

  func base(_ row: Int, _ column: Int) -> CellNote? { base[row]?[column] }

  /// The notes of a row of the base, or of the headers, by column.
  func base(_ row: Int) -> [(column: Int, note: CellNote)] {
    (base[row] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The notes on a row of a copy, or on its headers, by column.
  func notes(_ side: Int, _ row: Int, columns: Range<Int>) -> [(column: Int, note: CellNote)] {
    guard let notes = copies[side], !notes.isEmpty else { return [] }
    return columns.compactMap { column in notes[MergePlace(row: row, column: column)].map { (column, $0) } }
  }

  /// What stands on the cells of the records of one workbook.
  private struct Stored {
    var notes: [MergePlace: CellNote] = [:]
    var talks: [MergePlace: MergeDiscussions.Talk] = [:]
    /// The text of each note, also of those that stand for a discussion.
    var texts: [MergePlace: String] = [:]

    init() {}

    /// Takes the note on a cell, if there is one, for a discussion of which only the text is known.
    mutating func discuss(_ place: MergePlace) {
      if let note = notes.removeValue(forKey: place) { talks[place] = .text(note.text) }
    }

    /// - Parameter column: the merged column for a column of the sheet.
    init(_ book: RecordBook, _ sheet: RecordSheet, column: (Int) -> Int?) throws(SpreadsheetError) {
      let numbers = Dictionary(
        sheet.columns.enumerated().map { ($0.element.number, $0.offset) }, uniquingKeysWith: { first, _ in first })
      for tab in sheet.tabs { try read(tab, of: sheet, book.team.workbook) { numbers[$0].flatMap(column) } }
    }

    private mutating func read(
      _ tab: RecordTab, of sheet: RecordSheet, _ workbook: Workbook, column: (Int) -> Int?
    ) throws(SpreadsheetError) {
      let stored = try workbook.notes(at: tab.sheetIndex)
      let discussions = try workbook.discussions(at: tab.sheetIndex)
      if stored.notes.isEmpty, discussions.byCell.isEmpty { return }
      var rows: [Int: Int] = [:]
      for (place, row) in sheet.rows.enumerated() where row.tab == tab.number && rows[row.number] == nil {
        rows[row.number] = place
      }
      if let header = sheet.headerRow(ofTab: tab.number) { rows[header] = MergePlace.header(ofTab: tab.number) }
      func place(_ cell: CellReference) -> MergePlace? {
        guard let row = rows[cell.row], let column = column(cell.column) else { return nil }
        return MergePlace(row: row, column: column)
      }
      for (cell, note) in stored.notes {
        guard let place = place(cell) else { continue }
        texts[place] = note.text
        if stored.discussed.contains(cell) || discussions.unclear.contains(cell) {
          talks[place] = .text(note.text)
        } else {
          notes[place] = note
        }
      }
      for (cell, discussion) in discussions.byCell {
        guard let place = place(cell) else { continue }
        talks[place] = .discussion(discussion)
        notes[place] = nil
      }
    }
  }
}
