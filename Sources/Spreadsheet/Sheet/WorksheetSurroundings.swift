public import XML

/// Everything of a worksheet part but its rows, as a tree: what stands before and after the content of `sheetData`.
///
/// Ranges of elements refer to ``document``; ``range(_:)`` maps them to the bytes of the whole part, which splices need.
public struct WorksheetSurroundings: Sendable {
  /// The part with the content of `sheetData` cut out.
  public let document: XMLDocument
  /// Where it was cut, and how many bytes.
  private let cut: Int
  private let cutCount: Int

  /// - Parameters:
  ///   - bytes: the whole part in UTF-8.
  ///   - encoding: what it was in.
  ///   - sheetDataContent: what stands between the tags of `sheetData`.
  public init(
    _ bytes: [UInt8], encoding: XMLEncoding, without sheetDataContent: Range<Int>, limits: XMLLimits
  ) throws(XMLError) {
    cut = sheetDataContent.lowerBound
    cutCount = sheetDataContent.count
    let rest = cutCount == 0 ? bytes : Array(bytes[..<cut] + bytes[sheetDataContent.upperBound...])
    document = try XMLDocument(transcoded: rest, from: encoding, limits: limits)
  }

  /// The place in the whole part of `offset` in ``document``.
  public func offset(_ offset: Int) -> Int { offset <= cut ? offset : offset + cutCount }

  /// The place in the whole part of `range` in ``document``: for every tag, element and attribute, but not for the content of
  /// `sheetData`, which is not there.
  public func range(_ range: Range<Int>) -> Range<Int> { offset(range.lowerBound)..<offset(range.upperBound) }

  /// The child of the root called `name`.
  public func element(_ name: String) -> XMLElement? {
    document.root.firstChild(name, in: XMLNamespace.spreadsheet)
  }

  /// The children of the root called `name`.
  public func elements(_ name: String) -> [XMLElement] {
    document.root.children(name, in: XMLNamespace.spreadsheet)
  }
}
