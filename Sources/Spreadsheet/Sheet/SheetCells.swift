// SPDX-License-Identifier: Apache-2.0

/// The contents of a sheet's cells. Holds a window of the worksheet part, or the whole part, which the ranges of ``StoredCell``
/// refer to.
///
/// Strings are only created on request, which suits callers that read whole columns into typed storage:
/// ```swift
/// var sum = 0.0
/// var strings: Set<Int> = []  // each distinct one is looked up once in `cells.strings`
/// try workbook.forEachRow(ofSheet: index) { row, cells in
///   for cell in row.cells {
///     switch try cells.scalar(of: cell, row: row.index) {
///     case .number(let number): sum += number
///     case .sharedString(let index): strings.insert(index)
///     default: break
///     }
///   }
/// }
/// ```
public struct SheetCells: Sendable {
  public var part: PartName { fixed.part }
  /// The name of the sheet.
  public var sheet: String { fixed.sheet }
  /// The bytes of the window, in UTF-8.
  public internal(set) var bytes: [UInt8]
  /// The shared strings of the workbook.
  public var strings: SharedStringTable { fixed.strings }
  /// The offset of ``bytes`` in the part. Offsets in errors are relative to the beginning of the part.
  var start = 0
  var reader: CellReader { fixed.reader }
  private let fixed: Fixed

  /// What stays the same from row to row. It is a class of its own so that copying `SheetCells` updates only the reference count
  /// of this object, which no other thread uses; the shared strings are used by all threads.
  private final class Fixed: Sendable {
    let part: PartName
    let sheet: String
    let strings: SharedStringTable
    let stringCount: Int
    let reader: CellReader
    let limits: Limits

    init(_ part: PartName, _ sheet: String, _ strings: SharedStringTable, _ reader: CellReader, _ limits: Limits) {
      self.part = part
      self.sheet = sheet
      self.strings = strings
      stringCount = strings.count
      self.reader = reader
      self.limits = limits
    }
  }

  init(
    part: PartName, sheet: String, bytes: [UInt8], strings: SharedStringTable, reader: CellReader, limits: Limits
  ) {
    self.bytes = bytes
    fixed = Fixed(part, sheet, strings, reader, limits)
  }

  /// The value of a cell, without creating a string for a text or an error code. A shared string is returned as its index in
  /// ``strings``; an index outside that table is an error.
  public func scalar(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellScalar {
    let scalar = try scanning { () throws(ScanError) in try reader.scalar(of: cell, row: row, in: bytes.span) }
    if case .sharedString(let index) = scalar, index >= fixed.stringCount { throw outOfTable(index, cell, row) }
    return scalar
  }

  /// Replaces the contents of `scalars` with the values of the cells in `row`, as ``scalar(of:row:)`` returns them.
  ///
  /// - Parameter wanted: the columns to read, indexed by column number (so element 0 is unused). Cells in other columns are not
  ///   read and count as blank. Nil reads all columns.
  public func scalars(
    of row: StoredRow, where wanted: [Bool]? = nil, into scalars: inout [CellScalar]
  ) throws(SpreadsheetError) {
    scalars.removeAll(keepingCapacity: true)
    let isWrong =
      if let wanted { read(row.cells.span, of: row.index, where: wanted.span, into: &scalars) } else {
        read(row.cells.span, of: row.index, where: nil, into: &scalars)
      }
    // Read the cells again one by one to throw the same error as ``scalar(of:row:)``.
    if isWrong {
      for cell in row.cells where wanted.map({ cell.column < $0.count && $0[cell.column] }) ?? true {
        _ = try scalar(of: cell, row: row.index)
      }
    }
  }

  /// Appends the values and returns whether one of the cells is invalid.
  @inline(always)
  private func read(
    _ cells: Span<StoredCell>, of row: Int, where wanted: Span<Bool>?,
    into scalars: inout [CellScalar]
  ) -> Bool {
    let bytes = bytes.span
    let limit = fixed.stringCount
    var at = 0
    scalars.append(addingCapacity: cells.count) { (room: inout OutputSpan<CellScalar>) in
      while at < cells.count, !room.isFull {
        let cell = cells[at]
        if let wanted, cell.column >= wanted.count || !wanted[cell.column] {
          room.append(.blank)
          at &+= 1
          continue
        }
        var common = CellReader.commonScalar(of: cell, in: bytes)
        if common == nil { common = try? scalar(of: cell, row: row) }
        guard let scalar = common else { return }
        if case .sharedString(let index) = scalar, index >= limit { return }
        room.append(scalar)
        at &+= 1
      }
    }
    return at < cells.count
  }

  /// The range of ``bytes`` that is the text of a cell whose scalar is `text`; nil if the bytes have to be decoded first.
  public func plainText(of cell: StoredCell) -> Range<Int>? {
    reader.plainText(of: cell, in: bytes.span)
  }

  /// The text of a cell whose scalar is `text`.
  public func text(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> String {
    try scanning { () throws(ScanError) in try reader.text(of: cell, row: row, in: bytes.span) }
  }

  /// The error of a cell whose scalar is `error`.
  public func error(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellError {
    try scanning { () throws(ScanError) in try reader.error(of: cell, row: row, in: bytes.span) }
  }

  /// The stored value of a cell; for a formula, its cached value.
  public func value(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellValue {
    switch try scalar(of: cell, row: row) {
    case .blank: .blank
    case .number(let number): .number(number)
    case .boolean(let flag): .boolean(flag)
    case .error: .error(try error(of: cell, row: row))
    case .text: .text(try text(of: cell, row: row))
    case .sharedString(let index): .text(try sharedText(index, cell, row))
    }
  }

  /// The formula of a cell as it is stored: a derived cell of a shared formula has no text.
  public func formula(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellFormula? {
    try scanning { () throws(ScanError) in try reader.formula(of: cell, row: row, in: bytes.span) }
  }

  /// Throws if the formula is longer than the limit allows.
  func requireLength(of formula: CellFormula, _ cell: StoredCell, row: Int) throws(SpreadsheetError) {
    let breach = formula.text.flatMap { text in
      fixed.limits.breach(ofFormula: text) {
        "\(fixed.part.entryName), sheet “\(fixed.sheet)”, \(CellReader.place(cell, row).phrase)"
      }
    }
    if let breach { throw .limit(breach) }
  }

  /// Throws if a row has more than `limits.blankRows` rows without data above it.
  public func require(blankRows: Int, above row: Int) throws(SpreadsheetError) {
    guard blankRows > fixed.limits.blankRows else { return }
    throw .limit(
      LimitBreach(
        name: "blank-rows", place: "\(part.entryName), sheet “\(sheet)”, row \(row)", actual: blankRows,
        limit: fixed.limits.blankRows))
  }

  /// The text of a shared string. If it can't be read, the error names the cell.
  private func sharedText(_ index: Int, _ cell: StoredCell, _ row: Int) throws(SpreadsheetError) -> String {
    do throws(SpreadsheetError) { return try strings.text(at: index) } catch {
      throw fault(cell, row, "the shared string \(index)", found: "\(error)", expected: "a text")
    }
  }

  private func outOfTable(_ index: Int, _ cell: StoredCell, _ row: Int) -> SpreadsheetError {
    fault(
      cell, row, "the shared string index", found: String(index),
      expected: strings.count == 0 ? "none: there are no shared strings" : "0 … \(strings.count - 1)")
  }

  private func fault(
    _ cell: StoredCell, _ row: Int, _ subject: String, found: String, expected: String
  ) -> SpreadsheetError {
    located(
      ScanError(
        place: CellReader.place(cell, row), offset: cell.value.lowerBound, subject: subject, found: found,
        expected: expected))
  }

  /// Converts `error`, whose offset is relative to ``bytes``, to an error with the sheet and the offset in the part.
  func located(_ error: ScanError) -> SpreadsheetError {
    var error = error
    error.offset += start
    return .scan(part: part, sheet: sheet, error)
  }

  @inline(always)
  private func scanning<Result>(_ scan: () throws(ScanError) -> Result) throws(SpreadsheetError) -> Result {
    do throws(ScanError) { return try scan() } catch { throw located(error) }
  }
}

extension SheetCells {
  /// Whether the row is hidden, either manually or by a filter.
  public func isHidden(_ row: StoredRow) -> Bool {
    guard mayBeHidden(row) else { return false }
    var at = row.startTag.lowerBound
    guard let markup = try? Markup.tag(bytes.span, &at, .row(row.index)),
      let attributes = try? CellMarkup.attributes(of: markup, in: bytes.span),
      let hidden = attributes.first(where: { bytes[$0.name].elementsEqual("hidden".utf8) })
    else { return false }
    let value = bytes[hidden.value]
    return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
  }

  /// Most rows have a short start tag without this attribute.
  private func mayBeHidden(_ row: StoredRow) -> Bool {
    guard row.startTag.count > 12 else { return false }
    let span = bytes.span
    var at = row.startTag.lowerBound
    let last = row.startTag.upperBound - Self.hidden.count
    while at <= last {
      if span[at] == Self.hidden[0], Markup.matches(span, at, Self.hidden) { return true }
      at += 1
    }
    return false
  }

  private static let hidden = Array("hidden".utf8)
}
