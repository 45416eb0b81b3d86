// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// One pass over the rows of a worksheet part that turns a plan into splices. Rows that the plan does not name are only searched
/// for formulas that affect other cells.
struct SheetDataPatch {
  /// The part, or the current window of it.
  private(set) var source: [UInt8] = []
  /// The offset of ``source`` in the part.
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
  /// The digits of the current row number.
  var digits: [UInt8] = []
  /// The numbers of shared formulas whose first cell has been written.
  private var shared: Set<Int> = []
  /// The last formula of each column that is written in many of its rows.
  private var templates: [Int: FormulaTemplate] = [:]
  /// The shared strings, read on first use.
  var sharedTable: SharedStringTable?
  /// The last row so far.
  private var lastRow = 0
  /// The position in ``CellPlan/rows`` of the first row that has not been written yet.
  private var nextRow = 0
  /// The requested cells of the current row; the array is reused.
  private var wishes: [DesiredCell] = []

  /// - Parameter prefix: the prefix of the elements including the colon, or an empty string.
  init(_ reader: CellReader, prefix: String, context: SheetContext, plan: CellPlan) {
    self.reader = reader
    self.context = context
    self.plan = plan
    tags = CellTags(prefix: prefix)
    merges = ActiveRanges(context.merges.map { ($0, ()) })
    reserved = ActiveRanges(context.reserved.map { ($0.range, $0.owner) })
  }

  /// Fills ``splices`` and ``outcome`` for a part that is in memory as a whole.
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

  /// Fills ``outcome`` for a streamed part and appends the new content of `sheetData` to `sink`. Returns whether the content
  /// changed.
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
      // The stream must be the only owner of its window when it moves it; otherwise the window is copied.
      source = []
    }
    try requireOnce(stream.disorder)
    try leave(stream.cells.bytes, stream.offset)
    let rows = try remainingRows()
    do throws(ZipError) { try sink.append(rows[...]) } catch { throw SpreadsheetError(error) }
    return isChanged || !rows.isEmpty
  }

  /// Throws if cells are written and the sheet stores a row or a cell twice.
  private func requireOnce(_ disorder: SheetDisorder?) throws(SpreadsheetError) {
    if let disorder, disorder.isTwofold, !plan.rows.isEmpty { throw fail(.storedTwice(disorder)) }
  }

  /// Processes one stored row, after inserting any new rows before it.
  private mutating func take(_ row: StoredRow) throws(SpreadsheetError) {
    let source = source
    let bytes = source.span
    let index = row.index
    if index <= lastRow {
      // The row is out of order, so that no new row has a definite position in this range.
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

  /// The new rows after all stored ones.
  private mutating func remainingRows() throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in plan.rows[nextRow...] { try appendRow(row, to: &bytes) }
    nextRow = plan.rows.count
    return bytes
  }

  /// Turns `<sheetData/>` into an element with rows.
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

  /// The end of a self-closed tag that is replaced by `>` to add content: its `/>` and the white space before it.
  func selfClosing(of tag: Range<Int>) -> Range<Int> {
    var start = tag.upperBound - 2
    while start > tag.lowerBound, Markup.isSpace(source[start - 1]) { start -= 1 }
    return start..<tag.upperBound
  }

  /// Appends a new row with the cells that the plan requests; nothing if it would be empty.
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

  /// Whether a missing cell already fulfils the request.
  func isIdle(_ wish: DesiredCell, inherited: Int) -> Bool {
    wish.isBlank && (wish.style ?? inherited) == inherited
  }

  mutating func appendNew(
    _ wish: DesiredCell, row: Int, inherited: Int, reference: Bool = true, to bytes: inout [UInt8]
  ) throws(SpreadsheetError) {
    let style = try admit(wish, row: row, inherited: inherited)
    do throws(EditError) {
      try tags.appendNew(
        wish.value, formula: placed(wish.formula, row: row, column: wish.column), like: template(of: wish),
        style: style, column: wish.column, row: digits, reference: reference, to: &bytes)
    } catch {
      throw fail(error.reason, row: row, column: wish.column)
    }
  }

  /// What the formula of a cell is written with, or compared with, if many cells of the column have it; nil for any other.
  mutating func template(of wish: DesiredCell) -> FormulaTemplate? {
    guard let formula = wish.formula, formula.isForColumn, formula.share == nil, formula.dynamic == nil else {
      return nil
    }
    if let known = templates[wish.column], known.isFor(formula) { return known }
    let template = FormulaTemplate(formula)
    templates[wish.column] = template
    return template
  }

  /// A formula that is written now: of those that share one the first gets the text.
  mutating func placed(_ formula: PreparedFormula?, row: Int, column: Int) -> PreparedFormula? {
    guard var formula, let share = formula.share, shared.insert(share.index).inserted,
      let first = CellReference(row: row, column: column), let last = CellReference(row: share.lastRow, column: column)
    else { return formula }
    formula.share?.range = CellRange(first, last)
    return formula
  }

  /// Does the same as a splice.
  mutating func insertNew(
    _ wish: DesiredCell, row: Int, inherited: Int, reference: Bool, at offset: Int
  ) throws(SpreadsheetError) {
    let style = try admit(wish, row: row, inherited: inherited)
    let (tags, digits) = (tags, digits)
    let formula = placed(wish.formula, row: row, column: wish.column)
    let template = template(of: wish)
    do throws(EditError) {
      try splices.splice(offset..<offset) { (bytes: inout [UInt8]) throws(EditError) in
        try tags.appendNew(
          wish.value, formula: formula, like: template, style: style, column: wish.column, row: digits,
          reference: reference, to: &bytes)
      }
    } catch {
      throw fail(error.reason, row: row, column: wish.column)
    }
  }

  /// Checks the position of a new cell, records it, and returns its style index.
  private mutating func admit(_ wish: DesiredCell, row: Int, inherited: Int) throws(SpreadsheetError) -> Int {
    if !wish.isBlank {
      if !wish.keepsFormula { try checkPlace(wish.column, row: row) }
      note(wish, row: row)
    }
    outcome.created(row: row, column: wish.column)
    let style = wish.style ?? inherited
    outcome.use(style: style)
    return style
  }

  /// Throws if the cell can't have contents of its own, because of a merged range or an array formula.
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

  /// Records that the contents of a cell change.
  mutating func note(_ wish: DesiredCell, row: Int) {
    outcome.changesValues = true
    if wish.formula != nil, wish.value == .blank { outcome.writesUncachedFormula = true }
    // Tables are not affected by a new cached value of an existing formula.
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

  /// Converts `error`, whose offset is relative to ``source``, to an error with the offset in the part.
  func located(_ error: ScanError) -> SpreadsheetError {
    var error = error
    error.offset += start
    return .scan(part: context.part, sheet: context.sheet, error)
  }
}
