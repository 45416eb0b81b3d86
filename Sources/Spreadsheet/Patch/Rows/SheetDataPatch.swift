internal import XML
internal import Zip

/// One pass over the rows of a worksheet part that turns a plan into splices. Rows without a wish are only looked through for
/// formulas that concern others.
struct SheetDataPatch {
  /// The part, or the window of it that is held.
  private(set) var source: [UInt8] = []
  /// Where ``source`` begins in the part.
  private var start = 0
  let reader: CellReader
  let tags: CellTags
  let context: SheetContext
  var plan: CellPlan

  var splices = SpliceBuffer()
  var outcome = SheetOutcome()
  var formulas = FormulaWatch()
  var merges: ActiveRanges<Void>
  var reserved: ActiveRanges<String>
  /// Of the row that is being written.
  var digits: [UInt8] = []
  /// Read when first needed.
  var sharedTable: SharedStringTable?
  /// The last row that was met.
  private var lastRow = 0
  /// The position in ``CellPlan/rows`` of the first one that is not written yet.
  private var nextRow = 0
  /// Used again for every row.
  private var wishes: [CellWish] = []

  /// - Parameter prefix: of the elements, with its colon, or empty.
  init(_ reader: CellReader, prefix: String, context: SheetContext, plan: CellPlan) {
    self.reader = reader
    self.context = context
    self.plan = plan
    tags = CellTags(prefix: prefix)
    merges = ActiveRanges(context.merges.map { ($0, ()) })
    reserved = ActiveRanges(context.reserved.map { ($0.range, $0.owner) })
  }

  /// Fills ``splices`` and ``outcome`` from a part that is held.
  mutating func run(_ source: [UInt8], _ layout: SheetLayout) throws(SpreadsheetError) {
    guard let sheetData = layout.sheetData else {
      guard plan.rows.isEmpty else { throw fail(.sheetWithoutCells) }
      return
    }
    self.source = source
    var cursor = RowCursor(layout)
    var row = StoredRow()
    while try scanned({ () throws(ScanError) in try cursor.next(in: source.span, into: &row) }) { try take(row) }
    try requireOnce(cursor.disorder)
    guard nextRow < plan.rows.count else { return }
    if layout.sheetDataContent.isEmpty && source[sheetData].suffix(2).elementsEqual(CellTags.selfClosed) {
      try openSheetData(sheetData)
    } else {
      let offset = layout.sheetDataContent.upperBound
      let rows = try remainingRows()
      if !rows.isEmpty { splices.splice(offset..<offset) { $0 += rows } }
    }
  }

  /// Fills ``outcome``, and appends to `sink` what comes of the content of `sheetData`. True when that is something else.
  mutating func run(
    _ stream: inout SheetStream, onto sink: inout StretchDeflater
  ) throws(SpreadsheetError) -> Bool {
    var row = StoredRow()
    var passed = stream.offset
    var isChanged = false
    func leave(_ window: [UInt8], _ end: Int) throws(SpreadsheetError) {
      isChanged = isChanged || !splices.isEmpty
      try splices.drain(window, passed..<end, of: context.part, onto: &sink)
      passed = 0
    }
    while try stream.next(into: &row, leaving: leave) {
      (source, start) = (stream.cells.bytes, stream.cells.start)
      try take(row)
      // The stream must be alone with its window when it moves it.
      source = []
    }
    try requireOnce(stream.disorder)
    try leave(stream.cells.bytes, stream.offset)
    let rows = try remainingRows()
    do throws(ZipError) { try sink.append(rows[...]) } catch { throw SpreadsheetError(error) }
    return isChanged || !rows.isEmpty
  }

  /// Fails when something of a sheet that gets new cells is there twice.
  private func requireOnce(_ disorder: SheetDisorder?) throws(SpreadsheetError) {
    if let disorder, disorder.isTwofold, !plan.rows.isEmpty { throw fail(.storedTwice(disorder)) }
  }

  /// Splices one row, and before it those that are not there.
  private mutating func take(_ row: StoredRow) throws(SpreadsheetError) {
    let source = source
    let bytes = source.span
    let index = row.index
    if index <= lastRow {
      // Out of order: nobody can say where a row of that stretch belongs.
      if let hit = plan.firstRow(from: index), hit <= lastRow { throw fail(.unorderedRows(row: hit)) }
      return try pass(row, bytes)
    }
    lastRow = index
    while nextRow < plan.rows.count, plan.rows[nextRow] < index {
      try insertRow(plan.rows[nextRow], at: row.element.lowerBound)
      nextRow += 1
    }
    merges.advance(to: index)
    reserved.advance(to: index)
    formulas.advance(to: index)
    guard nextRow < plan.rows.count, plan.rows[nextRow] == index else {
      outcome.lastKeptRow = index
      return try pass(row, bytes)
    }
    nextRow += 1
    plan.wishes(in: index, into: &wishes)
    let wishes = wishes
    try patch(row, wishes, bytes)
  }

  // MARK: Rows that are not there

  private mutating func insertRow(_ row: Int, at offset: Int) throws(SpreadsheetError) {
    var bytes: [UInt8] = []
    try appendRow(row, to: &bytes)
    if !bytes.isEmpty { splices.splice(offset..<offset) { $0 += bytes } }
  }

  /// The rows that come after all that are there.
  private mutating func remainingRows() throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in plan.rows[nextRow...] { try appendRow(row, to: &bytes) }
    nextRow = plan.rows.count
    return bytes
  }

  /// Turns `<sheetData/>` into one with rows.
  private mutating func openSheetData(_ element: Range<Int>) throws(SpreadsheetError) {
    let rows = try remainingRows()
    guard !rows.isEmpty else { return }
    var bytes = [UInt8(ascii: ">")] + rows
    let name = source[element].dropFirst().prefix { !Markup.endsName($0) }
    bytes += CellTags.endTagStart
    bytes += name
    bytes.append(UInt8(ascii: ">"))
    splices.splice(selfClosing(of: element)) { $0 += bytes }
  }

  /// What of a self-closed tag becomes `>` when it is opened: its `/>` and the white space before.
  func selfClosing(of tag: Range<Int>) -> Range<Int> {
    var start = tag.upperBound - 2
    while start > tag.lowerBound, Markup.isSpace(source[start - 1]) { start -= 1 }
    return start..<tag.upperBound
  }

  /// Appends a new row with what the plan wants in it; nothing when that is nothing.
  private mutating func appendRow(_ row: Int, to bytes: inout [UInt8]) throws(SpreadsheetError) {
    merges.advance(to: row)
    formulas.advance(to: row)
    plan.wishes(in: row, into: &wishes)
    digits.removeAll(keepingCapacity: true)
    NumberText.append(row, to: &digits)
    let start = bytes.count
    bytes += tags.row
    CellTags.append(CellTags.r, row, to: &bytes)
    bytes.append(UInt8(ascii: ">"))
    let content = bytes.count
    for wish in wishes where !isIdle(wish, inherited: context.style(ofColumn: wish.column)) {
      try appendNew(wish, row: row, inherited: context.style(ofColumn: wish.column), to: &bytes)
    }
    guard bytes.count > content else {
      bytes.removeSubrange(start...)
      return
    }
    bytes += tags.rowEnd
  }

  // MARK: Cells that are not there

  /// Whether a cell that is not there is as good as what is wanted.
  func isIdle(_ wish: CellWish, inherited: Int) -> Bool {
    wish.isBlank && (wish.style ?? inherited) == inherited
  }

  mutating func appendNew(
    _ wish: CellWish, row: Int, inherited: Int, reference: Bool = true, to bytes: inout [UInt8]
  ) throws(SpreadsheetError) {
    let style = try admit(wish, row: row, inherited: inherited)
    do throws(EditError) {
      try tags.appendNew(
        wish.value, formula: wish.formula, style: style, column: wish.column, row: digits, reference: reference,
        to: &bytes)
    } catch {
      throw fail(error.reason, row: row, column: wish.column)
    }
  }

  /// The same as a splice.
  mutating func insertNew(
    _ wish: CellWish, row: Int, inherited: Int, reference: Bool, at offset: Int
  ) throws(SpreadsheetError) {
    let style = try admit(wish, row: row, inherited: inherited)
    let (tags, digits) = (tags, digits)
    do throws(EditError) {
      try splices.splice(offset..<offset) { (bytes: inout [UInt8]) throws(EditError) in
        try tags.appendNew(
          wish.value, formula: wish.formula, style: style, column: wish.column, row: digits, reference: reference,
          to: &bytes)
      }
    } catch {
      throw fail(error.reason, row: row, column: wish.column)
    }
  }

  /// Checks the place of a cell that was not there, notes that it will be, and returns its style.
  private mutating func admit(_ wish: CellWish, row: Int, inherited: Int) throws(SpreadsheetError) -> Int {
    if !wish.isBlank {
      if !wish.keepsFormula { try checkPlace(wish.column, row: row) }
      note(wish, row: row)
    }
    outcome.created(row: row, column: wish.column)
    let style = wish.style ?? inherited
    outcome.use(style: style)
    return style
  }

  /// Throws when the cell is not one that can have contents of its own.
  func checkPlace(_ column: Int, row: Int) throws(SpreadsheetError) {
    if let merge = merges.covering(column)?.range, CellReference(row: row, column: column) != merge.first {
      throw fail(.coveredByMerge(merge), row: row, column: column)
    }
    if let array = formulas.arrays.covering(column), CellReference(row: row, column: column) != array.range.first {
      let reason: EditError.Reason =
        array.tag == .dataTable ? .partOfDataTable(array.range) : .partOfArray(array.range)
      throw fail(reason, row: row, column: column)
    }
  }

  /// Notes that the contents of a cell change.
  mutating func note(_ wish: CellWish, row: Int) {
    outcome.changesValues = true
    if wish.formula != nil, wish.value == .blank { outcome.writesUncachedFormula = true }
    // The value of a formula that stays is no matter of its table.
    if !wish.keepsFormula, context.watchedRows.contains(row), let cell = CellReference(row: row, column: wish.column) {
      outcome.watched.append((cell, wish))
    }
  }

  // MARK: Errors

  func fail(_ reason: EditError.Reason, row: Int, column: Int) -> SpreadsheetError {
    .edit(EditError(reason, sheet: context.sheet, cell: CellReference(row: row, column: column)))
  }

  func fail(_ reason: EditError.Reason) -> SpreadsheetError { .edit(EditError(reason, sheet: context.sheet)) }

  func scanned<Result>(_ body: () throws(ScanError) -> Result) throws(SpreadsheetError) -> Result {
    do throws(ScanError) {
      return try body()
    } catch {
      throw located(error)
    }
  }

  /// `error`, which counts from the beginning of ``source``.
  func located(_ error: ScanError) -> SpreadsheetError {
    var error = error
    error.offset += start
    return .scan(part: context.part, sheet: context.sheet, error)
  }
}
