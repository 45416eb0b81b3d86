internal import XML

/// The rows of a worksheet part as it is inflated: of its bytes only a window is held, from the row that is read to the end of
/// what has come.
struct SheetStream: ~Copyable {
  /// The window.
  private(set) var cells: SheetCells
  private var pieces: PartPieces
  private var cursor: RowCursor
  /// How many bytes are inflated at once.
  private let piece: Int
  /// The part up to the rows.
  let head: [UInt8]
  /// Of `sheetData` and what is in it, with its colon.
  let prefix: [UInt8]
  /// Whether `sheetData` has a start tag, so that rows could follow.
  let isOpen: Bool
  /// How many bytes of the window are known to be UTF-8. The last may be the beginning of a character.
  private var checked = 0

  /// The rows of the sheet at `index`; nil when its part is not in UTF-8, and must be read whole.
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
      cursor: RowCursor(opening, bytes.span), opening: opening, head: Array(bytes[..<opening.end]), piece: piece)
    bytes = []
    try stream.check()
    return stream
  }

  private init(
    cells: SheetCells, pieces: consuming PartPieces, cursor: RowCursor, opening: SheetOpening, head: [UInt8], piece: Int
  ) {
    self.cells = cells
    self.pieces = pieces
    self.cursor = cursor
    self.head = head
    prefix = opening.prefix
    isOpen = opening.sheetData?.kind == .start
    self.piece = piece
  }

  /// Where in the window the next row will be looked for: behind the last one, and in the end where `sheetData` ends.
  var offset: Int { cursor.offset }

  /// The first row or cell met so far that is stored twice or out of order.
  var disorder: SheetDisorder? { cursor.disorder }

  /// Reads the next row into `row`, whose cells refer to ``cells`` as they are until the next call. False when there is none.
  ///
  /// - Parameter leave: is shown the window before its beginning, so many bytes, is given up.
  mutating func next(
    into row: inout StoredRow, leaving leave: ([UInt8], Int) throws(SpreadsheetError) -> Void = { _, _ in }
  ) throws(SpreadsheetError) -> Bool {
    while true {
      let problem: ScanError
      do throws(ScanError) { return try advance(into: &row) } catch { problem = error }
      // A row that goes on behind the window is no row either.
      try leave(cells.bytes, cursor.offset)
      guard try slide() else { throw cells.located(problem) }
    }
  }

  /// The same where `slides`; else false also when the next row is not whole in the window, or not right.
  mutating func next(into row: inout StoredRow, slides: Bool) throws(SpreadsheetError) -> Bool {
    if slides { return try next(into: &row) }
    return (try? advance(into: &row)) ?? false
  }

  private mutating func advance(into row: inout StoredRow) throws(ScanError) -> Bool {
    let bytes = cells.bytes
    return try cursor.next(in: bytes.span, into: &row)
  }

  /// Reads what follows the rows, which has to end the worksheet, and returns the part without them.
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

  /// Moves the window to the place of the cursor and makes it longer; false at the end of the part.
  private mutating func slide() throws(SpreadsheetError) -> Bool {
    let passed = cursor.offset
    cells.bytes.removeSubrange(0..<passed)
    cells.start += passed
    checked -= passed
    cursor.move(by: passed)
    guard !pieces.isEnded else { return false }
    // What is longer than the window doubles it, so that nothing is read over and over.
    try pieces.read(atLeast: max(piece, cells.bytes.count), onto: &cells.bytes)
    try check()
    return true
  }

  private mutating func check() throws(SpreadsheetError) {
    var end = cells.bytes.count
    if !pieces.isEnded {
      // The last character may not be whole yet: it begins at most three bytes before the end.
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
    } catch {
      throw cells.located(
        ScanError(
          place: .part, offset: checked + error.byteOffsets.lowerBound, subject: "the encoding",
          found: "bytes that are none", expected: "UTF-8"))
    }
  }

  /// An XML declaration is shorter.
  private static let declarationSize = 1 << 10
}
