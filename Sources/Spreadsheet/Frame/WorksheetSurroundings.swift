// SPDX-License-Identifier: Apache-2.0

public import XML

/// A worksheet part without its rows, parsed as a tree: what comes before and after the content of `sheetData`.
///
/// The ranges of elements refer to ``document``. ``range(_:)`` converts them to offsets in the whole part, which splices need.
public struct WorksheetSurroundings: Sendable {
  /// The part with the content of `sheetData` cut out.
  public let document: XMLDocument
  /// The offset of the cut.
  private let cut: Int
  /// How many bytes were cut.
  private let cutCount: Int

  /// - Parameters:
  ///   - bytes: the whole part in UTF-8.
  ///   - encoding: the encoding in which the part was stored.
  ///   - sheetDataContent: the range between the tags of `sheetData`.
  public init(
    _ bytes: [UInt8], encoding: XMLEncoding, without sheetDataContent: Range<Int>, limits: XMLLimits
  ) throws(XMLError) {
    cut = sheetDataContent.lowerBound
    cutCount = sheetDataContent.count
    let rest = cutCount == 0 ? bytes : Array(bytes[..<cut] + bytes[sheetDataContent.upperBound...])
    document = try XMLDocument(transcoded: rest, from: encoding, limits: limits)
  }

  /// Converts an offset in ``document`` to an offset in the whole part.
  public func offset(_ offset: Int) -> Int { offset <= cut ? offset : offset + cutCount }

  /// Converts a range in ``document`` to a range in the whole part. Works for every tag, element and attribute, but not for the
  /// content of `sheetData`, which ``document`` does not contain.
  public func range(_ range: Range<Int>) -> Range<Int> { offset(range.lowerBound)..<offset(range.upperBound) }

  /// The first child of the root with this name.
  public func element(_ name: String) -> XMLElement? {
    document.root.firstChild(name, in: XMLNamespace.spreadsheet)
  }

  /// All children of the root with this name.
  public func elements(_ name: String) -> [XMLElement] {
    document.root.children(name, in: XMLNamespace.spreadsheet)
  }
}
