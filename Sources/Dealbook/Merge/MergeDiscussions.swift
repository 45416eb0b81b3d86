// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The discussions on the cells of a sheet's records that copies have changed, and those of new rows.
struct MergeDiscussions {
  /// What stands on a cell of the records of one workbook.
  enum Talk {
    case discussion(Discussion)
    /// The note of a discussion of which nothing else is stored, or one whose parts cannot be read: only its text is known.
    case text(String)

    var discussion: Discussion? { if case .discussion(let own) = self { own } else { nil } }
  }

  /// By row of the base and column.
  private var merges: [Int: [Int: DiscussionMerge]] = [:]
  private var base: [Int: [Int: Discussion]] = [:]
  /// By copy, and by row and column of the copy.
  private var copies: [Int: [MergePlace: Talk]] = [:]
  /// By copy and tab: cells whose discussion is not in the result, because it could not be put there.
  private(set) var leftOut: [Int: [Int: [CellReference]]] = [:]

  static let none = MergeDiscussions()

  private init() {}

  /// - Parameters:
  ///   - base: what the base has, by its rows.
  ///   - copies: what each copy has, by its own rows.
  ///   - texts: the text of each note of the base and of ours.
  init(
    _ merge: SheetMerge, base stored: [MergePlace: Talk], copies: [Int: [MergePlace: Talk]],
    texts: (base: [MergePlace: String], ours: [MergePlace: String])
  ) {
    guard !stored.isEmpty || copies.contains(where: { !$0.value.isEmpty }) else { return }
    self.copies = copies
    for (place, talk) in stored { base[place.row, default: [:]][place.column] = talk.discussion }
    var statements: [MergePlace: [DiscussionMerge.Statement]] = [:]
    var places = Set(stored.keys)
    for copy in merge.copies {
      guard let own = copies[copy.side], !own.isEmpty else { continue }
      let rows = copy.baseRows
      for place in own.keys {
        if let row = rows[place.row] { places.insert(MergePlace(row: row, column: place.column)) }
      }
    }
    /// Cells of ours of which only a text is known that nobody else has.
    var closed: Set<MergePlace> = []
    for copy in merge.copies {
      let own = copies[copy.side] ?? [:]
      for place in places where merge.columns[place.column].places[copy.side] != nil {
        guard let there = copy.row(of: place.row) else { continue }
        let before = stored[place]
        switch own[MergePlace(row: there, column: place.column)] {
        case .discussion(let discussion):
          if before?.discussion.map(discussion.isSame) == true { continue }
          statements[place, default: []].append(.init(side: copy.side, discussion: discussion))
        case .text(let text):
          if Self.isSame(text, texts.base[place]) { continue }
          if copy.side == 0 {
            closed.insert(place)
            continue
          }
          let own = merge.ours.row(of: place.row).flatMap { texts.ours[MergePlace(row: $0, column: place.column)] }
          if !Self.isSame(text, own) { leaveOut(place, of: copy, at: there, merge) }
        case nil:
          guard before?.discussion != nil, !merge.isRedacted(place.row, place.column, copy) else { continue }
          statements[place, default: []].append(.init(side: copy.side, discussion: nil))
        }
      }
    }
    for (place, all) in statements {
      let joined = DiscussionMerge(base: stored[place]?.discussion, all)
      guard closed.contains(place) else {
        merges[place.row, default: [:]][place.column] = joined
        continue
      }
      for copy in merge.copies where copy.side != 0 && all.contains(where: { $0.side == copy.side }) {
        if let there = copy.row(of: place.row) { leaveOut(place, of: copy, at: there, merge) }
      }
    }
    for copy in merge.copies where copy.side != 0 {
      for row in copy.newRows { leaveOutTexts(of: copy, row, merge) }
      leftOut[copy.side] = leftOut[copy.side]?.mapValues { cells in
        cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
      }
    }
  }

  private mutating func leaveOut(_ place: MergePlace, of copy: MergeCopy, at row: Int, _ merge: SheetMerge) {
    guard let cell = merge.columns[place.column].places[copy.side].flatMap({ copy.place(row, $0) }) else {
      return
    }
    leftOut[copy.side, default: [:]][copy.tab(row), default: []].append(cell)
  }

  private mutating func leaveOutTexts(of copy: MergeCopy, _ row: Int, _ merge: SheetMerge) {
    for column in merge.columns.indices {
      let place = MergePlace(row: row, column: column)
      if case .text? = copies[copy.side]?[place] { leaveOut(place, of: copy, at: row, merge) }
    }
  }

  /// Programs write line ends and spaces of a note in their own ways.
  private static func isSame(_ text: String, _ other: String?) -> Bool {
    guard let other else { return false }
    return text == other
      || text.split(whereSeparator: \.isWhitespace).elementsEqual(other.split(whereSeparator: \.isWhitespace))
  }

  /// The changed discussions of a row of the base, or of the headers, by column.
  func merges(_ row: Int) -> [(column: Int, merge: DiscussionMerge)] {
    (merges[row] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The discussions of a row of the base, by column.
  func base(_ row: Int) -> [(column: Int, discussion: Discussion)] {
    (base[row] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The discussion on a cell of a copy.
  func discussion(_ side: Int, _ row: Int, _ column: Int) -> Discussion? {
    copies[side]?[MergePlace(row: row, column: column)]?.discussion
  }

  /// Those of a new row, which several copies may have.
  func new(_ rows: [(side: Int, row: Int)], columns: Range<Int>) -> [(column: Int, discussion: Discussion)] {
    if copies.isEmpty { return [] }
    return columns.compactMap { column in
      let statements = rows.compactMap { side, row in
        discussion(side, row, column).map { DiscussionMerge.Statement(side: side, discussion: $0) }
      }
      return DiscussionMerge(base: nil, statements).settled().map { (column, $0) }
    }
  }
}

/// A cell of the records of a sheet: a row of the base or of a copy, and a merged column.
struct MergePlace: Hashable {
  /// The row of the headers on a tab.
  static func header(ofTab tab: Int) -> Int { -1 - tab }

  /// The tab of a row of headers; nil for another row.
  static func tab(ofHeader row: Int) -> Int? { row < 0 ? -1 - row : nil }

  var row: Int
  var column: Int
}
