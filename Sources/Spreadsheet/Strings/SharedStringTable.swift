/// The shared strings of a workbook with the place of each: text is made when it is asked for.
public struct SharedStringTable: Sendable {
  /// The part in UTF-8.
  public let bytes: [UInt8]
  private let part: PartName?
  /// Between the tags of each `si`.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  /// Start tags of those items that declare namespaces of their own.
  private var declaring: [Int: UInt32] = [:]
  private var scope = NamespaceScope()
  /// Of the root element, with its colon.
  private var prefix: [UInt8] = []

  /// That of a workbook without shared strings.
  static let none = SharedStringTable()

  private init() {
    bytes = []
    part = nil
  }

  /// Finds the items of a part that has been transcoded to UTF-8.
  init(_ bytes: [UInt8], part: PartName, limit: Int) throws(SpreadsheetError) {
    self.bytes = bytes
    self.part = part
    let span = bytes.span
    let found: Bool
    do throws(ScanError) {
      found = try index(span, limit: limit)
    } catch {
      throw .scan(part: part, sheet: nil, error)
    }
    guard found else {
      throw .limit(LimitBreach(name: "shared-strings", place: part.entryName, actual: limit + 1, limit: limit))
    }
  }

  public var count: Int { starts.count }

  /// The text of all runs of item `index`, without phonetic runs, `_xHHHH_` read, white space kept.
  public func text(at index: Int) throws(SpreadsheetError) -> String {
    guard index >= 0, index < count else { throw .noSharedString(index: index, count: count) }
    let content = Int(starts[index])..<Int(ends[index])
    let span = bytes.span
    do throws(ScanError) {
      guard let start = declaring[index] else {
        if let plain = InlineText.plain(span, content, prefix: prefix) {
          return try CellText.text(span, plain, escapes: true, .part)
        }
        return try InlineText.text(span, content, scope: scope, .part)
      }
      var inner = scope
      var at = Int(start)
      try inner.declare(span, Markup.tag(span, &at, .part), depth: 1, .part)
      return try InlineText.text(span, content, scope: inner, .part)
    } catch {
      throw .scan(part: part ?? PartName(""), sheet: nil, error)
    }
  }

  // MARK: Finding the items

  /// False when there are more than `limit`.
  private mutating func index(_ bytes: Span<UInt8>, limit: Int) throws(ScanError) -> Bool {
    guard bytes.count <= Int(UInt32.max) else {
      throw ScanError(
        place: .part, offset: 0, subject: "the size of the part", found: "\(bytes.count) bytes",
        expected: "at most \(UInt32.max)")
    }
    var at = Markup.byte(bytes, 0) == 0xEF && Markup.byte(bytes, 1) == 0xBB && Markup.byte(bytes, 2) == 0xBF ? 3 : 0
    guard let root = try Markup.nextTag(bytes, &at, .part), root.kind != .end else {
      throw .markup(bytes, at: 0, expected: "a shared string table")
    }
    try scope.declare(bytes, root, depth: 0, .part)
    guard scope.isMain(bytes, root.name, Self.tableName) else {
      throw .value(bytes, root.name, .part, "the root element", expected: "sst of SpreadsheetML")
    }
    prefix = NamespaceScope.copy(bytes, root.name.lowerBound..<Markup.localName(bytes, root.name).lowerBound)
    guard root.kind == .start else { return true }
    while let tag = try Markup.nextTag(bytes, &at, .part) {
      if tag.kind == .end {
        guard Markup.sameName(bytes, tag.name, root.name) else {
          throw .markup(bytes, at: tag.range.lowerBound, expected: Markup.endTag(bytes, root.name))
        }
        return true
      }
      var inner = scope
      if tag.declaresNamespace { try inner.declare(bytes, tag, depth: 1, .part) }
      let content =
        tag.kind == .empty
        ? tag.range.upperBound..<tag.range.upperBound : try Markup.skipContent(bytes, &at, of: tag.name, .part)
      guard inner.isMain(bytes, tag.name, Self.itemName) else { continue }
      guard starts.count < limit else { return false }
      if tag.declaresNamespace { declaring[starts.count] = UInt32(truncatingIfNeeded: tag.range.lowerBound) }
      starts.append(UInt32(truncatingIfNeeded: content.lowerBound))
      ends.append(UInt32(truncatingIfNeeded: content.upperBound))
    }
    throw .markup(bytes, at: bytes.count, expected: Markup.endTag(bytes, root.name))
  }

  private static let tableName = Array("sst".utf8)
  private static let itemName = Array("si".utf8)
}
