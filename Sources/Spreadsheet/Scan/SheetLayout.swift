// SPDX-License-Identifier: Apache-2.0

/// The location of the rows in a worksheet part and the prefix of its elements, found without parsing the rows.
package struct SheetLayout: Sendable {
  /// The start tag of the root element.
  public let rootStartTag: Range<Int>
  /// The `sheetData` element; nil if the part has none, as in a dialog sheet.
  public let sheetData: Range<Int>?
  /// The range between the tags of `sheetData`; empty if the element is self-closed.
  public let sheetDataContent: Range<Int>
  /// The prefix of elements in the main namespace including the colon, for example `x:`; empty for the default namespace. New
  /// elements among the rows need it too.
  public let prefix: String

  /// The namespace prefixes that apply inside `sheetData`.
  let scope: NamespaceScope
  let prefixBytes: [UInt8]

  /// Parses the part up to `sheetData`, and finds the end of `sheetData` by searching backwards from the end.
  ///
  /// `bytes` must be UTF-8. Throws if there is a document type declaration or the root element is not a worksheet.
  public init(_ bytes: [UInt8]) throws(ScanError) {
    guard bytes.count <= Int(UInt32.max) else {
      throw ScanError(
        place: .part, offset: 0, subject: "the size of the worksheet", found: "\(bytes.count) bytes",
        expected: "at most \(UInt32.max)")
    }
    let bytes = bytes.span
    let opening = try SheetOpening(bytes)
    rootStartTag = opening.rootStartTag
    scope = opening.scope
    prefixBytes = opening.prefix
    prefix = String(decoding: prefixBytes, as: UTF8.self)
    guard let start = opening.sheetData else {
      sheetData = nil
      sheetDataContent = opening.end..<opening.end
      return
    }
    if start.kind == .empty {
      sheetData = start.range
      sheetDataContent = (start.range.upperBound - 2)..<(start.range.upperBound - 2)
    } else {
      let end = try Self.endTag(bytes, of: start)
      sheetData = start.range.lowerBound..<end.upperBound
      sheetDataContent = start.range.upperBound..<end.lowerBound
    }
  }

  /// The range of the end tag of `sheetData`.
  private static func endTag(_ bytes: Span<UInt8>, of start: Tag) throws(ScanError) -> Range<Int> {
    if let end = lastEndTag(bytes, of: start) { return end }
    var at = start.range.upperBound
    let content = try Markup.skipContent(bytes, &at, of: start.name, .part)
    guard try closesRoot(bytes, from: at) else {
      throw .markup(bytes, at: bytes.count, expected: "the end of the worksheet and nothing after it")
    }
    return content.upperBound..<at
  }

  /// The last `</sheetData>` in the bytes, if what follows proves that it closes the element opened by `start`. The rest must
  /// close the root and nothing else, and must not contain the end of a comment, CDATA section or processing instruction, which
  /// could have begun before it. This avoids scanning all rows.
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

  /// Whether the bytes from `from` on close the root element, with nothing after it. Throws if an element `name` with content
  /// occurs directly below the root.
  static func closesRoot(
    _ bytes: Span<UInt8>, from: Int, without name: [UInt8]? = nil
  ) throws(ScanError) -> Bool {
    var at = from
    var depth = 1
    while let tag = try Markup.nextTag(bytes, &at, .part) {
      if depth == 1, tag.kind == .start, let name, Markup.equals(bytes, tag.name, name) {
        throw .markup(bytes, at: tag.range.lowerBound, expected: "one sheetData")
      }
      switch tag.kind {
      case .start: depth += 1
      case .end: depth -= 1
      case .empty: break
      }
      if depth == 0 { return try Markup.nextTag(bytes, &at, .part) == nil }
    }
    return false
  }
}
