/// Where in a worksheet part the rows are, and how its elements are written: found without reading the rows.
public struct SheetLayout: Sendable {
  /// The start tag of the root element.
  public let rootStartTag: Range<Int>
  /// The `sheetData` element; nil when the part has none, as a dialog sheet.
  public let sheetData: Range<Int>?
  /// Between its tags; empty when it is self-closed.
  public let sheetDataContent: Range<Int>
  /// The prefix of the main namespace's elements with its colon, `x:`; empty for the default namespace. New elements
  /// among the rows need it too.
  public let prefix: String

  /// What the prefixes mean inside `sheetData`.
  let scope: NamespaceScope
  let prefixBytes: [UInt8]

  /// Walks the part up to its `sheetData` and finds the end of that from behind.
  ///
  /// `bytes` are UTF-8. A document type declaration and a root element that is no worksheet are errors.
  public init(_ bytes: [UInt8]) throws(ScanError) {
    guard bytes.count <= Int(UInt32.max) else {
      throw ScanError(
        place: .part, offset: 0, subject: "the size of the worksheet", found: "\(bytes.count) bytes",
        expected: "at most \(UInt32.max)")
    }
    let bytes = bytes.span
    var scope = NamespaceScope()
    var at = Markup.byte(bytes, 0) == 0xEF && Markup.byte(bytes, 1) == 0xBB && Markup.byte(bytes, 2) == 0xBF ? 3 : 0
    guard let root = try Markup.nextTag(bytes, &at, .part), root.kind != .end else {
      throw .markup(bytes, at: 0, expected: "a worksheet")
    }
    try scope.declare(bytes, root, depth: 0, .part)
    try Self.checkRoot(bytes, root, scope)
    rootStartTag = root.range

    let found = root.kind == .empty ? nil : try Self.findSheetData(bytes, &at, scope)
    guard let start = found else {
      sheetData = nil
      sheetDataContent = at..<at
      self.scope = scope
      prefixBytes = Self.prefix(bytes, root)
      prefix = String(decoding: prefixBytes, as: UTF8.self)
      return
    }
    try scope.declare(bytes, start, depth: 0, .part)
    self.scope = scope
    prefixBytes = Self.prefix(bytes, start)
    prefix = String(decoding: prefixBytes, as: UTF8.self)
    if start.kind == .empty {
      sheetData = start.range
      sheetDataContent = (start.range.upperBound - 2)..<(start.range.upperBound - 2)
    } else {
      let end = try Self.endTag(bytes, of: start)
      sheetData = start.range.lowerBound..<end.upperBound
      sheetDataContent = start.range.upperBound..<end.lowerBound
    }
  }

  private static func prefix(_ bytes: Span<UInt8>, _ tag: Tag) -> [UInt8] {
    NamespaceScope.copy(bytes, tag.name.lowerBound..<Markup.localName(bytes, tag.name).lowerBound)
  }

  /// A macro sheet's root has a namespace of its own, its children are of the main one.
  private static func checkRoot(_ bytes: Span<UInt8>, _ root: Tag, _ scope: NamespaceScope) throws(ScanError) {
    let local = Markup.localName(bytes, root.name)
    let uri = scope.uri(bytes, root.name)
    let known =
      NamespaceScope.isMain(uri)
      ? [worksheet, dialogsheet, macrosheet].contains { Markup.equals(bytes, local, $0) }
      : uri == excelMain && Markup.equals(bytes, local, macrosheet)
    guard known else {
      throw ScanError(
        place: .part, offset: root.range.lowerBound, subject: "the root element",
        found:
          "\(ScanError.quote(bytes, local)) of the namespace \"\(String(decoding: uri.prefix(120), as: UTF8.self))\"",
        expected: "a worksheet of SpreadsheetML")
    }
  }

  /// The start tag of `sheetData` among the children of the root.
  private static func findSheetData(
    _ bytes: Span<UInt8>, _ at: inout Int, _ scope: NamespaceScope
  ) throws(ScanError) -> Tag? {
    while let tag = try Markup.nextTag(bytes, &at, .part) {
      if tag.kind == .end { return nil }
      var inner = scope
      try inner.declare(bytes, tag, depth: 1, .part)
      if inner.isMain(bytes, tag.name, sheetDataName) { return tag }
      if tag.kind == .start { try Markup.skipContent(bytes, &at, of: tag.name, .part) }
    }
    throw .markup(bytes, at: bytes.count, expected: "the end of the worksheet")
  }

  /// The end tag of `sheetData`.
  private static func endTag(_ bytes: Span<UInt8>, of start: Tag) throws(ScanError) -> Range<Int> {
    if let end = lastEndTag(bytes, of: start) { return end }
    var at = start.range.upperBound
    let content = try Markup.skipContent(bytes, &at, of: start.name, .part)
    guard try closesRoot(bytes, from: at) else {
      throw .markup(bytes, at: bytes.count, expected: "the end of the worksheet and nothing after it")
    }
    return content.upperBound..<at
  }

  /// The last `</sheetData>` of the bytes, when what follows proves that it closes the element that `start` opens: the
  /// rest has to close the root and nothing more, and must not hold the end of a comment, CDATA section or
  /// processing instruction that could have begun before. Spares walking through all rows.
  private static func lastEndTag(_ bytes: Span<UInt8>, of start: Tag) -> Range<Int>? {
    let name = NamespaceScope.copy(bytes, start.name)
    var at = bytes.count - 1
    while at >= start.range.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">"), at >= 2 {
        let before = bytes[at - 1]
        if before == UInt8(ascii: "?") || before == UInt8(ascii: "]") && bytes[at - 2] == UInt8(ascii: "]")
          || before == UInt8(ascii: "-") && bytes[at - 2] == UInt8(ascii: "-")
        {
          return nil
        }
      }
      if byte == UInt8(ascii: "<"), Markup.byte(bytes, at + 1) == UInt8(ascii: "/") {
        var end = at
        guard let tag = try? Markup.tag(bytes, &end, .part) else { return nil }
        if Markup.equals(bytes, tag.name, name) {
          return (try? closesRoot(bytes, from: end)) == true ? tag.range : nil
        }
      }
      at -= 1
    }
    return nil
  }

  private static func closesRoot(_ bytes: Span<UInt8>, from: Int) throws(ScanError) -> Bool {
    var at = from
    var depth = 1
    while let tag = try Markup.nextTag(bytes, &at, .part) {
      switch tag.kind {
      case .start: depth += 1
      case .end: depth -= 1
      case .empty: break
      }
      if depth == 0 { return try Markup.nextTag(bytes, &at, .part) == nil }
    }
    return false
  }

  private static let worksheet = Array("worksheet".utf8)
  private static let dialogsheet = Array("dialogsheet".utf8)
  private static let macrosheet = Array("macrosheet".utf8)
  private static let sheetDataName = Array("sheetData".utf8)
  private static let excelMain = Array("http://schemas.microsoft.com/office/excel/2006/main".utf8)
}
