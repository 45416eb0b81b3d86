/// Walks the rows of a worksheet part, one at a time, into a buffer that is used again and again.
///
/// A value that holds a place; the bytes are passed in, so that it can be copied, stored and sent.
///
/// Two ways lead through the cells. The straight one reads what nearly every program writes, byte after byte. Whatever
/// else is well-formed XML (other prefixes, name spaces declared on the way, comments, CDATA, foreign elements, any
/// order of children) is read tag by tag, from the same place on and with the same result.
public struct RowCursor: Sendable {
  /// Where the next row will be looked for; in the end, when only the beginning of the part was known, the end tag of `sheetData`.
  public private(set) var offset: Int
  /// The first row or cell met so far that is stored twice or out of order.
  public private(set) var disorder: SheetDisorder?

  private let stop: Int
  /// The qualified name of `sheetData`, when the rows go on up to its end tag, wherever that is.
  private let endName: [UInt8]?
  private let cells: CellScanner
  private let scope: NamespaceScope
  /// `row` with the prefix of `sheetData`.
  private let name: [UInt8]
  private var lastRow = 0
  private var lastRowStart = 0

  /// At the first row of the sheet.
  public init(_ layout: SheetLayout) {
    offset = layout.sheetDataContent.lowerBound
    stop = layout.sheetDataContent.upperBound
    endName = nil
    scope = layout.scope
    cells = CellScanner(prefix: layout.prefixBytes)
    name = layout.prefixBytes + Self.localName
  }

  /// At the first row behind `opening`, of a part of which no more need be known. Where the bytes end before `sheetData` does,
  /// ``next(in:into:)`` fails and changes nothing; ``move(by:)`` lets it go on in others.
  init(_ opening: SheetOpening, _ bytes: Span<UInt8>) {
    offset = opening.end
    let isOpen = opening.sheetData?.kind == .start
    stop = isOpen ? .max : offset
    endName = isOpen ? opening.sheetData.map { NamespaceScope.copy(bytes, $0.name) } : nil
    scope = opening.scope
    cells = CellScanner(prefix: opening.prefix)
    name = opening.prefix + Self.localName
  }

  /// Behind the last row: whether what is left closes the worksheet, with nothing behind it and no second `sheetData`.
  func endsPart(_ bytes: Span<UInt8>) throws(ScanError) -> Bool {
    guard let endName else { return true }
    var at = offset
    _ = try Markup.tagName(bytes, &at, .part)
    return try SheetLayout.closesRoot(bytes, from: at, without: endName)
  }

  /// Goes on at the same place of bytes that begin `distance` later.
  mutating func move(by distance: Int) { offset -= distance }

  /// Reads the next row into `row`, whose array of cells keeps its memory. False when there is none.
  ///
  /// `bytes` must be those that the layout was made from.
  public mutating func next(in bytes: Span<UInt8>, into row: inout StoredRow) throws(ScanError) -> Bool {
    row.cells.removeAll(keepingCapacity: true)
    var at = offset
    while true {
      at = Markup.textEnd(bytes, at)
      guard at < stop else {
        offset = stop
        return false
      }
      if let endName, try isEnd(bytes, at, endName) {
        offset = at
        return false
      }
      if try Markup.skipNonTag(bytes, &at, .part) { continue }
      if try readRow(bytes, &at, into: &row) {
        offset = at
        return true
      }
    }
  }

  /// Whether the end tag `name` stands at `at`.
  private func isEnd(_ bytes: Span<UInt8>, _ at: Int, _ name: [UInt8]) throws(ScanError) -> Bool {
    guard at < bytes.count else {
      throw .markup(bytes, at: at, expected: "\"</\(String(decoding: name, as: UTF8.self))>\"")
    }
    guard Markup.byte(bytes, at + 1) == UInt8(ascii: "/"), Markup.matches(bytes, at + 2, name) else { return false }
    var end = at
    return try Markup.tagName(bytes, &end, .part).name.count == name.count
  }

  /// Reads the element at `at`, which is left behind it; false when it is no row.
  private mutating func readRow(
    _ bytes: Span<UInt8>, _ at: inout Int, into row: inout StoredRow
  ) throws(ScanError) -> Bool {
    let start = at
    var tag = try Markup.tagName(bytes, &at, .part)
    guard tag.kind != .end else { throw .markup(bytes, at: start, expected: "a row or the end of sheetData") }
    var reference: Range<Int>?
    var references = 0
    while let attribute = try Markup.attribute(bytes, &at, .part) {
      if attribute.name.count == 1, bytes[attribute.name.lowerBound] == UInt8(ascii: "r") {
        reference = attribute.value
        references += 1
      } else if Markup.isDeclaration(bytes, attribute.name) {
        tag.declaresNamespace = true
      }
    }
    Markup.finish(&tag, bytes, &at)
    var inner = scope
    if tag.declaresNamespace { try inner.declare(bytes, tag, depth: 1, .part) }
    // With the prefix of sheetData and nothing declared since it is one of the same namespace.
    let isRow =
      !tag.declaresNamespace && Markup.equals(bytes, tag.name, name) || inner.isMain(bytes, tag.name, Self.localName)
    guard isRow else {
      if tag.kind == .start { try Markup.skipContent(bytes, &at, of: tag.name, .part) }
      return false
    }
    guard references <= 1 else { throw .markup(bytes, at: start, expected: "one attribute r") }
    row.index = try rowNumber(bytes, reference, start)
    row.startTag = tag.range
    if tag.kind == .start {
      try cells.readCells(
        bytes, &at, of: tag.name, into: &row, reference: reference, scope: inner, isPlain: inner.isBase,
        disorder: &disorder)
    }
    row.element = start..<at
    noteOrder(row)
    return true
  }

  private func rowNumber(_ bytes: Span<UInt8>, _ reference: Range<Int>?, _ start: Int) throws(ScanError) -> Int {
    guard let reference else {
      guard lastRow < CellReference.maxRow else {
        throw .value(bytes, start..<start, .row(lastRow), "the row after it", expected: "none")
      }
      return lastRow + 1
    }
    guard let number = try ScannedNumber.unsigned(bytes, reference, .part), number >= 1, number <= CellReference.maxRow
    else {
      throw .value(bytes, reference, .part, "the number of a row", expected: "1 … \(CellReference.maxRow)")
    }
    return number
  }

  private mutating func noteOrder(_ row: StoredRow) {
    if row.index <= lastRow, disorder == nil {
      disorder = SheetDisorder(
        kind: row.index == lastRow ? .rowTwice(row.index) : .rowAfter(row.index, lastRow),
        offsets: [lastRowStart, row.element.lowerBound])
    }
    lastRow = row.index
    lastRowStart = row.element.lowerBound
  }

  private static let localName = Array("row".utf8)
}
