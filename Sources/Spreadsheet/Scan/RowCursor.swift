// SPDX-License-Identifier: Apache-2.0

/// Reads the rows of a worksheet part one at a time, reusing the caller's row buffer.
///
/// The cursor is a value that holds only a position; the bytes are passed to each call. It can be copied, stored and sent between
/// threads.
///
/// There are two ways to parse the cells. The fast path handles what nearly every program writes. Any other well-formed XML
/// (other prefixes, namespaces declared on inner elements, comments, CDATA sections, foreign elements, children in any order) is
/// parsed tag by tag, continuing from the same position and with the same result.
package struct RowCursor: Sendable {
  /// The position at which the next row is looked for. After the last row of a part whose end was not known at the start, it is
  /// that of the end tag of `sheetData`.
  public private(set) var offset: Int
  /// The first row or cell so far that is stored twice; if there is none, the first that is out of order.
  public private(set) var disorder: SheetDisorder?

  private let stop: Int
  /// The qualified name of `sheetData` if the rows go on until its end tag is found; nil if their end is known.
  private let endName: [UInt8]?
  private let cells: CellScanner
  private let scope: NamespaceScope
  /// `row` with the prefix of `sheetData`.
  private let name: [UInt8]
  private var lastRow = 0
  private var lastRowStart = 0
  private var seen = SeenRows()

  /// Starts at the first row of the sheet.
  package init(_ layout: SheetLayout) {
    offset = layout.sheetDataContent.lowerBound
    stop = layout.sheetDataContent.upperBound
    endName = nil
    scope = layout.scope
    cells = CellScanner(prefix: layout.prefixBytes)
    name = layout.prefixBytes + Self.localName
  }

  /// Starts at the first row after `opening`, of a part whose end is not known yet. If the bytes end before `sheetData` does,
  /// ``next(in:into:)`` throws and leaves the cursor unchanged; after ``move(by:)`` it can continue with more bytes.
  init(_ opening: SheetOpening, _ bytes: Span<UInt8>) {
    offset = opening.end
    let isOpen = opening.sheetData?.kind == .start
    stop = isOpen ? .max : offset
    endName = isOpen ? opening.sheetData.map { NamespaceScope.copy(bytes, $0.name) } : nil
    scope = opening.scope
    cells = CellScanner(prefix: opening.prefix)
    name = opening.prefix + Self.localName
  }

  /// Call after the last row. Whether the rest of the bytes closes the worksheet, with nothing after it. A second `sheetData` is
  /// an error.
  func endsPart(_ bytes: Span<UInt8>) throws(ScanError) -> Bool {
    guard let endName else { return true }
    var at = offset
    _ = try Markup.tagName(bytes, &at, .part)
    return try SheetLayout.closesRoot(bytes, from: at, without: endName)
  }

  /// Adjusts the position for bytes that begin `distance` later in the part.
  mutating func move(by distance: Int) { offset -= distance }

  /// Reads the next row into `row`, whose array of cells keeps its capacity. Returns false if there are no more rows.
  ///
  /// `bytes` must be those that the layout was created from.
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

  /// Whether the end tag `name` is at `at`.
  private func isEnd(_ bytes: Span<UInt8>, _ at: Int, _ name: [UInt8]) throws(ScanError) -> Bool {
    guard at < bytes.count else {
      throw .markup(bytes, at: at, expected: "\"</\(String(decoding: name, as: UTF8.self))>\"")
    }
    guard Markup.byte(bytes, at + 1) == UInt8(ascii: "/"), Markup.matches(bytes, at + 2, name) else { return false }
    var end = at
    return try Markup.tagName(bytes, &end, .part).name.count == name.count
  }

  /// Parses the element at `at` and moves `at` past it. Returns false if it is not a row.
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
    // An element with the prefix of sheetData, and without declarations of its own, is in the same namespace as sheetData.
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
    let isNew = seen.insert(row.index)
    if row.index <= lastRow || !isNew {
      disorder.note(
        SheetDisorder(
          kind: isNew ? .rowAfter(row.index, lastRow) : .rowTwice(row.index),
          // Of two that are apart, the first one's place is not kept.
          offsets: isNew || row.index == lastRow ? [lastRowStart, row.element.lowerBound] : [row.element.lowerBound]))
    }
    lastRow = row.index
    lastRowStart = row.element.lowerBound
  }

  private static let localName = Array("row".utf8)
}
