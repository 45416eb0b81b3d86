// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Reads the rows of a worksheet part while it is inflated. Only a window of its bytes is in memory, from the current row to the
/// end of what has been inflated.
struct SheetStream: ~Copyable {
  /// The current window.
  private(set) var cells: SheetCells
  private var pieces: PartPieces
  private var cursor: RowCursor
  /// The number of bytes to inflate at a time.
  private let piece: Int
  /// The bytes of the part before the rows.
  let head: [UInt8]
  /// The namespace prefix of `sheetData` and the elements in it, including the colon.
  let prefix: [UInt8]
  /// Whether `sheetData` has a start tag (rather than being an empty-element tag), so that rows can follow.
  let isOpen: Bool
  /// The number of bytes of the window that are known to be valid UTF-8, up to a character that may not be complete yet.
  private var checked = 0
  /// Where it is noted that a part is valid UTF-8; nil if it is known already.
  private let notes: OPCPackage?

  /// Opens the rows of the sheet at `index`; nil if its part is not in UTF-8 and must be read as a whole.
  static func opened(
    _ workbook: Workbook, at index: Int, strings: SharedStringTable?, piece: Int
  ) throws(SpreadsheetError) -> sending SheetStream? {
    let part = try workbook.worksheetPart(at: index)
    let sheet = workbook.sheets[index].name
    var pieces = PartPieces(try workbook.package.stream(of: part))
    var bytes: [UInt8] = []
    try pieces.read(atLeast: max(piece, Self.declarationSize), onto: &bytes)
    guard (try? XMLEncoding.detect(bytes)) == .utf8 else { return nil }
    var opening: SheetOpening?
    while opening == nil {
      do throws(ScanError) { opening = try SheetOpening(bytes.span) } catch {
        guard !pieces.isEnded else { throw .scan(part: part, sheet: sheet, error) }
        try pieces.read(atLeast: max(piece, bytes.count), onto: &bytes)
      }
    }
    guard let opening else { return nil }
    let strings = if let strings { strings } else { try workbook.sharedStrings.table() }
    let reader = CellReader(scope: opening.scope, prefix: opening.prefix, dateSystem: workbook.dateSystem)
    var stream = SheetStream(
      cells: SheetCells(
        part: part, sheet: sheet, bytes: bytes, strings: strings, reader: reader, limits: workbook.package.limits),
      pieces: pieces,
      cursor: RowCursor(opening, bytes.span), opening: opening, head: Array(bytes[..<opening.end]), piece: piece,
      notes: workbook.package.isText(part) ? nil : workbook.package)
    bytes = []
    try stream.check()
    return stream
  }

  private init(
    cells: SheetCells, pieces: consuming PartPieces, cursor: RowCursor, opening: SheetOpening, head: [UInt8],
    piece: Int,
    notes: OPCPackage?
  ) {
    self.cells = cells
    self.pieces = pieces
    self.cursor = cursor
    self.head = head
    prefix = opening.prefix
    isOpen = opening.sheetData?.kind == .start
    self.piece = piece
    self.notes = notes
  }

  /// The offset in the window at which the next row is looked for: after the last row read, and finally the end of `sheetData`.
  var offset: Int { cursor.offset }

  /// The first row or cell so far that is stored twice or out of order.
  var disorder: SheetDisorder? { cursor.disorder }

  /// Reads the next row into `row`. Its cells refer to ``cells`` and are valid until the next call. Returns false if there are no
  /// more rows.
  ///
  /// - Parameter leave: called before the beginning of the window is dropped, with the window and the number of bytes to be
  ///   dropped.
  mutating func next(
    into row: inout StoredRow, leaving leave: ([UInt8], Int) throws(SpreadsheetError) -> Void = { _, _ in }
  ) throws(SpreadsheetError) -> Bool {
    while true {
      let problem: ScanError
      do throws(ScanError) { return try advance(into: &row) } catch { problem = error }
      // The row may merely continue after the end of the window: read more, and only report the error at the end of the part.
      try leave(cells.bytes, cursor.offset)
      guard try slide() else { throw cells.located(problem) }
    }
  }

  /// Does the same if `slides` is true. Otherwise also returns false if the next row is incomplete in the window, or invalid.
  mutating func next(into row: inout StoredRow, slides: Bool) throws(SpreadsheetError) -> Bool {
    if slides { return try next(into: &row) }
    return (try? advance(into: &row)) ?? false
  }

  private mutating func advance(into row: inout StoredRow) throws(ScanError) -> Bool {
    let bytes = cells.bytes
    return try cursor.next(in: bytes.span, into: &row)
  }

  /// Reads what follows the rows, which must complete the worksheet, and returns the part without the rows.
  consuming func finish() throws(SpreadsheetError) -> [UInt8] {
    while try slide() {}
    let problem: ScanError
    do throws(ScanError) {
      if try cursor.endsPart(cells.bytes.span) { return head + cells.bytes }
      problem = .markup(
        cells.bytes.span, at: cells.bytes.count, expected: "the end of the worksheet and nothing after it")
    } catch {
      problem = error
    }
    throw cells.located(problem)
  }

  /// Moves the start of the window to the cursor and reads more at its end. Returns false at the end of the part.
  private mutating func slide() throws(SpreadsheetError) -> Bool {
    let passed = cursor.offset
    cells.bytes.removeSubrange(0..<passed)
    cells.start += passed
    checked -= passed
    cursor.move(by: passed)
    guard !pieces.isEnded else { return false }
    // If a row is longer than the window, the window doubles, so that the total work stays linear.
    try pieces.read(atLeast: max(piece, cells.bytes.count), onto: &cells.bytes)
    try check()
    return true
  }

  /// Checks that the new bytes of the window are valid UTF-8.
  private mutating func check() throws(SpreadsheetError) {
    guard let notes else { return }
    var end = cells.bytes.count
    if !pieces.isEnded {
      // The last character may be incomplete; it then begins at most three bytes before the end.
      var first = end
      while first > checked, end - first < 3 {
        first -= 1
        if cells.bytes[first] >= 0xC0 {
          end = first
          break
        }
      }
    }
    do throws(UTF8.ValidationError) {
      try UTF8Check.check(cells.bytes.span.extracting(checked..<end))
      checked = end
      if pieces.isEnded { notes.noteText(cells.part) }
    } catch {
      throw cells.located(
        ScanError(
          place: .part, offset: checked + error.byteOffsets.lowerBound, subject: "the encoding",
          found: "bytes that are none", expected: "UTF-8"))
    }
  }

  /// More bytes than any XML declaration takes.
  private static let declarationSize = 1 << 10
}
