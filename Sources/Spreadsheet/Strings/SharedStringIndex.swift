// SPDX-License-Identifier: Apache-2.0

/// The positions of the items in a shared string part.
final class SharedStringIndex: Sendable {
  /// One `si` element.
  struct Item {
    /// The start of the text, which is still escaped, if the item is plain; otherwise the start of the content of the element.
    var start: UInt32
    /// The end of the range. The top bit is set if the item is plain: it consists of a single `t` without child elements.
    private var stored: UInt32

    init(_ range: Range<Int>, isPlain: Bool) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      stored = UInt32(truncatingIfNeeded: range.upperBound) | (isPlain ? 1 << 31 : 0)
    }

    var isPlain: Bool { stored >> 31 != 0 }
    var range: Range<Int> { Int(start)..<Int(stored & (1 << 31 - 1)) }
  }

  /// The bytes of the part, in UTF-8.
  let bytes: [UInt8]
  let items: [Item]
  /// The offsets of the start tags of items that declare their own namespaces.
  private let declaring: [Int: Int]
  private let scope: NamespaceScope

  /// Creates an index without items.
  init() {
    bytes = []
    items = []
    declaring = [:]
    scope = NamespaceScope()
  }

  /// Returns nil if there are more than `limit` items.
  init?(_ bytes: [UInt8], limit: Int) throws(ScanError) {
    guard bytes.count <= Int(Int32.max) else {
      throw ScanError(
        place: .part, offset: 0, subject: "the size of the part", found: "\(bytes.count) bytes",
        expected: "at most \(Int32.max)")
    }
    var finder = Finder(limit: limit)
    guard try finder.run(bytes.span) else { return nil }
    self.bytes = bytes
    items = finder.items
    declaring = finder.declaring
    scope = finder.scope
  }

  func text(of item: Item, at position: Int) throws(ScanError) -> String {
    let bytes = bytes
    return try text(of: item, at: position, in: bytes.span)
  }

  func forEachText(
    of positions: Range<Int>, where wanted: [Bool], _ body: (Int, Span<UInt8>) -> Void
  ) throws(ScanError) {
    let bytes = bytes
    let items = items
    for position in positions.clamped(to: items.indices) where position < wanted.count && wanted[position] {
      let item = items[position]
      if item.isPlain, CellText.isItself(bytes.span, item.range) {
        body(position, bytes.span.extracting(item.range))
      } else {
        let text = try text(of: item, at: position, in: bytes.span)
        body(position, text.utf8Span.span)
      }
    }
  }

  @inline(always)
  private func text(of item: Item, at position: Int, in bytes: Span<UInt8>) throws(ScanError) -> String {
    if item.isPlain { return try CellText.text(bytes, item.range, escapes: true, .part) }
    var scope = scope
    if var start = declaring[position] {
      try scope.declare(bytes, Markup.tag(bytes, &start, .part), depth: 1, .part)
    }
    return try InlineText.text(bytes, item.range, scope: scope, .part)
  }
}

/// Finds the items in one pass over the part.
private struct Finder {
  let limit: Int
  var items: [SharedStringIndex.Item] = []
  var declaring: [Int: Int] = [:]
  var scope = NamespaceScope()
  /// `<si>` and other tags with the prefix of the root, exactly as nearly every item is written.
  private var shapes = Shapes(prefix: [])

  init(limit: Int) { self.limit = limit }

  private struct Shapes {
    let plainStart: [UInt8]
    let preservedStart: [UInt8]
    let plainEnd: [UInt8]

    init(prefix: [UInt8]) {
      let p = String(decoding: prefix, as: UTF8.self)
      plainStart = Array("<\(p)si><\(p)t>".utf8)
      preservedStart = Array("<\(p)si><\(p)t xml:space=\"preserve\">".utf8)
      plainEnd = Array("</\(p)t></\(p)si>".utf8)
    }
  }

  /// Returns false if there are more items than the limit.
  mutating func run(_ bytes: Span<UInt8>) throws(ScanError) -> Bool {
    var at = Markup.byte(bytes, 0) == 0xEF && Markup.byte(bytes, 1) == 0xBB && Markup.byte(bytes, 2) == 0xBF ? 3 : 0
    guard let root = try Markup.nextTag(bytes, &at, .part), root.kind != .end else {
      throw .markup(bytes, at: 0, expected: "a shared string table")
    }
    try scope.declare(bytes, root, depth: 0, .part)
    guard scope.isMain(bytes, root.name, Self.tableName) else {
      throw .value(bytes, root.name, .part, "the root element", expected: "sst of SpreadsheetML")
    }
    shapes = Shapes(
      prefix: NamespaceScope.copy(bytes, root.name.lowerBound..<Markup.localName(bytes, root.name).lowerBound))
    guard root.kind == .start else { return true }
    while true {
      while let text = plainItem(bytes, &at) {
        guard items.count < limit else { return false }
        items.append(.init(text, isPlain: true))
      }
      guard let tag = try Markup.nextTag(bytes, &at, .part) else { break }
      if tag.kind == .end {
        guard Markup.sameName(bytes, tag.name, root.name) else {
          throw .markup(bytes, at: tag.range.lowerBound, expected: Markup.endTag(bytes, root.name))
        }
        return true
      }
      guard try add(bytes, tag, &at) else { return false }
    }
    throw .markup(bytes, at: bytes.count, expected: Markup.endTag(bytes, root.name))
  }

  /// The range of the text of the item at `at`, if it is written in one of the usual ways; `at` then moves to the end of the
  /// item.
  private func plainItem(_ bytes: Span<UInt8>, _ at: inout Int) -> Range<Int>? {
    var start = at
    if Markup.matches(bytes, at, shapes.plainStart) {
      start += shapes.plainStart.count
    } else if Markup.matches(bytes, at, shapes.preservedStart) {
      start += shapes.preservedStart.count
    } else {
      return nil
    }
    let end = Markup.textEnd(bytes, start)
    guard Markup.matches(bytes, end, shapes.plainEnd) else { return nil }
    at = end + shapes.plainEnd.count
    return start..<end
  }

  /// Adds the item that `tag` opens, if it is one. Returns false if the limit is reached.
  private mutating func add(_ bytes: Span<UInt8>, _ tag: Tag, _ at: inout Int) throws(ScanError) -> Bool {
    var inner = scope
    if tag.declaresNamespace { try inner.declare(bytes, tag, depth: 1, .part) }
    let content =
      tag.kind == .empty
      ? tag.range.upperBound..<tag.range.upperBound : try Markup.skipContent(bytes, &at, of: tag.name, .part)
    guard inner.isMain(bytes, tag.name, Self.itemName) else { return true }
    guard items.count < limit else { return false }
    if tag.declaresNamespace { declaring[items.count] = tag.range.lowerBound }
    items.append(.init(content, isPlain: false))
    return true
  }

  private static let tableName = Array("sst".utf8)
  private static let itemName = Array("si".utf8)
}
