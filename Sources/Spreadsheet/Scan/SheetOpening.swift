// SPDX-License-Identifier: Apache-2.0

/// The beginning of a worksheet part, up to its rows.
struct SheetOpening: Sendable {
  /// The start tag of the root element.
  let rootStartTag: Range<Int>
  /// The start tag of `sheetData`; nil if the part has none, as in a dialog sheet.
  let sheetData: Tag?
  /// The end of what was parsed: after the start tag of `sheetData`, or after the root element.
  let end: Int
  /// The namespace prefixes that apply inside `sheetData`.
  let scope: NamespaceScope
  /// The prefix of elements in the main namespace including the colon; empty for the default namespace.
  let prefix: [UInt8]

  /// `bytes` must be UTF-8. Throws if there is a document type declaration or the root element is not a worksheet.
  init(_ bytes: Span<UInt8>) throws(ScanError) {
    var scope = NamespaceScope()
    var at = Markup.byte(bytes, 0) == 0xEF && Markup.byte(bytes, 1) == 0xBB && Markup.byte(bytes, 2) == 0xBF ? 3 : 0
    guard let root = try Markup.nextTag(bytes, &at, .part), root.kind != .end else {
      throw .markup(bytes, at: 0, expected: "a worksheet")
    }
    try scope.declare(bytes, root, depth: 0, .part)
    try Self.checkRoot(bytes, root, scope)
    rootStartTag = root.range
    sheetData = root.kind == .empty ? nil : try Self.findSheetData(bytes, &at, scope)
    if let sheetData { try scope.declare(bytes, sheetData, depth: 0, .part) }
    end = at
    self.scope = scope
    prefix = Self.prefix(bytes, sheetData ?? root)
  }

  private static func prefix(_ bytes: Span<UInt8>, _ tag: Tag) -> [UInt8] {
    NamespaceScope.copy(bytes, tag.name.lowerBound..<Markup.localName(bytes, tag.name).lowerBound)
  }

  /// The root of a macro sheet may be in a namespace of its own; its children are in the main one.
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

  /// Finds the start tag of `sheetData` among the children of the root.
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

  private static let worksheet = Array("worksheet".utf8)
  private static let dialogsheet = Array("dialogsheet".utf8)
  private static let macrosheet = Array("macrosheet".utf8)
  private static let sheetDataName = Array("sheetData".utf8)
  private static let excelMain = Array("http://schemas.microsoft.com/office/excel/2006/main".utf8)
}
