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
  /// By copy: cells with a discussion (threaded comments) that neither the base nor ours has like this. Discussions are not merged.
  private(set) var foreignDiscussions: [Int: [CellReference]] = [:]
  /// Cells of ours with a discussion, beside which there can be no note.
  private var ownDiscussions: Set<Place> = []

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
    ownDiscussions = Set((own[0]?.discussions ?? [:]).keys)
    if !base.isEmpty || copies.values.contains(where: { !$0.isEmpty }) {
      for copy in merge.copies { compare(copy, merge) }
    }
    for copy in merge.copies where copy.side != 0 {
      guard let theirs = own[copy.side]?.discussions, !theirs.isEmpty else { continue }
      foreignDiscussions[copy.side] = Self.foreign(
        theirs, copy, merge, base: stored.discussions, ours: own[0]?.discussions ?? [:])
    }
  }

  /// Takes notes for discussions where the base or a copy has one on the same cell: programs that do not know discussions save them as
  /// ordinary notes with the same text.
  private static func recognizeDiscussions(_ base: inout Stored, _ copies: inout [Int: Stored], _ merge: SheetMerge) {
    guard !base.discussions.isEmpty || copies.values.contains(where: { !$0.discussions.isEmpty }) else { return }
    var discussed = Set(base.discussions.keys)
    for copy in merge.copies {
      guard let stored = copies[copy.side], !stored.discussions.isEmpty else { continue }
      let rows = baseRows(copy)
      for place in stored.discussions.keys {
        if let row = rows[place.row] { discussed.insert(Place(row: row, column: place.column)) }
      }
    }
    for place in discussed {
      base.discuss(place)
      for copy in merge.copies {
        if let there = copy.rowOf[place.row] { copies[copy.side]?.discuss(Place(row: there, column: place.column)) }
      }
    }
  }

  /// The row of the base for each row of a copy that the base has.
  private static func baseRows(_ copy: MergeCopy) -> [Int: Int] {
    var rows: [Int: Int] = [:]
    for (row, there) in copy.rowOf.enumerated() { if let there { rows[there] = row } }
    return rows
  }

  /// Cells of a copy with a discussion that neither the base nor ours has with this text.
  private static func foreign(
    _ discussions: [Place: String], _ copy: MergeCopy, _ merge: SheetMerge, base: [Place: String], ours: [Place: String]
  ) -> [CellReference] {
    let rows = baseRows(copy)
    let cells = discussions.compactMap { place, text -> CellReference? in
      if let row = rows[place.row] {
        let own = merge.ours.rowOf[row].map { Place(row: $0, column: place.column) }
        if base[Place(row: row, column: place.column)] == text || own.flatMap({ ours[$0] }) == text { return nil }
      }
      return merge.columns[place.column].places[copy.side].flatMap { copy.sheet.place(place.row, $0) }
    }
    return cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
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
  func isFree(_ row: Int, _ column: Int) -> Bool { !ownDiscussions.contains(Place(row: row, column: column)) }

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

  /// What stands on the cells of the records of one workbook.
  private struct Stored {
    var notes: [Place: CellNote] = [:]
    /// The text of each discussion (threaded comments), with all replies.
    var discussions: [Place: String] = [:]

    init() {}

    /// Takes the note on a cell, if there is one, for a discussion.
    mutating func discuss(_ place: Place) {
      if let note = notes.removeValue(forKey: place) { discussions[place] = note.text }
    }

    /// - Parameter column: the merged column for a column of the sheet.
    init(_ book: RecordBook, _ sheet: RecordSheet, column: (Int) -> Int?) throws(SpreadsheetError) {
      let stored = try book.team.workbook.notes(at: sheet.sheetIndex)
      if stored.notes.isEmpty { return }
      let rows = Dictionary(
        sheet.rows.enumerated().map { ($0.element.number, $0.offset) }, uniquingKeysWith: { first, _ in first })
      let numbers = Dictionary(
        sheet.columns.enumerated().map { ($0.element.number, $0.offset) }, uniquingKeysWith: { first, _ in first })
      for (cell, note) in stored.notes {
        guard let row = rows[cell.row], let place = numbers[cell.column].flatMap(column) else { continue }
        if stored.discussed.contains(cell) {
          discussions[Place(row: row, column: place)] = note.text
        } else {
          notes[Place(row: row, column: place)] = note
        }
      }
    }
  }
}
