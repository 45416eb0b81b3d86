internal import XML

/// One pass over the rows of a worksheet part that turns a plan into splices. Rows without a wish are only looked through for
/// formulas that concern others.
struct SheetDataPatch {
  let source: [UInt8]
  let layout: SheetLayout
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
  /// Used again for every row.
  private var wishes: [CellWish] = []

  init(
    _ source: [UInt8], _ layout: SheetLayout, _ reader: CellReader, context: SheetContext, plan: CellPlan
  ) {
    self.source = source
    self.layout = layout
    self.reader = reader
    self.context = context
    self.plan = plan
    tags = CellTags(prefix: layout.prefix)
    merges = ActiveRanges(context.merges.map { ($0, ()) })
    reserved = ActiveRanges(context.reserved.map { ($0.range, $0.owner) })
  }

  /// Fills ``splices`` and ``outcome``.
  mutating func run() throws(SpreadsheetError) {
    guard let sheetData = layout.sheetData else {
      guard plan.rows.isEmpty else { throw fail(.sheetWithoutCells) }
      return
    }
    let source = source
    let bytes = source.span
    var cursor = RowCursor(layout)
    var row = StoredRow()
    var last = 0
    var next = 0
    let rows = plan.rows
    while try scanned({ () throws(ScanError) in try cursor.next(in: bytes, into: &row) }) {
      let index = row.index
      if index <= last {
        // Out of order: nobody can say where a row of that stretch belongs.
        if let hit = plan.firstRow(from: index), hit <= last { throw fail(.unorderedRows(row: hit)) }
        try pass(row, bytes)
        continue
      }
      last = index
      while next < rows.count, rows[next] < index {
        try insertRow(rows[next], at: row.element.lowerBound)
        next += 1
      }
      merges.advance(to: index)
      reserved.advance(to: index)
      formulas.advance(to: index)
      if next < rows.count, rows[next] == index {
        plan.wishes(in: index, into: &wishes)
        try patch(row, wishes, bytes)
        next += 1
      } else {
        try pass(row, bytes)
      }
    }
    guard next < rows.count else { return }
    if layout.sheetDataContent.isEmpty && source[sheetData].suffix(2).elementsEqual(CellTags.selfClosed) {
      try openSheetData(sheetData, rows[next...])
    } else {
      for row in rows[next...] { try insertRow(row, at: layout.sheetDataContent.upperBound) }
    }
  }

  // MARK: Rows that are not there

  private mutating func insertRow(_ row: Int, at offset: Int) throws(SpreadsheetError) {
    var bytes: [UInt8] = []
    try appendRow(row, to: &bytes)
    if !bytes.isEmpty { splices.splice(offset..<offset) { $0 += bytes } }
  }

  /// Turns `<sheetData/>` into one with `rows`.
  private mutating func openSheetData(_ element: Range<Int>, _ rows: ArraySlice<Int>) throws(SpreadsheetError) {
    var bytes: [UInt8] = [UInt8(ascii: ">")]
    for row in rows { try appendRow(row, to: &bytes) }
    guard bytes.count > 1 else { return }
    let name = source[element].dropFirst().prefix { !Markup.endsName($0) }
    bytes += CellTags.endTagStart
    bytes += name
    bytes.append(UInt8(ascii: ">"))
    splices.splice(element.upperBound - 2..<element.upperBound) { $0 += bytes }
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
      try checkPlace(wish.column, row: row)
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
    if context.watchedRows.contains(row), let cell = CellReference(row: row, column: wish.column) {
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
      throw .scan(part: context.part, sheet: context.sheet, error)
    }
  }
}
