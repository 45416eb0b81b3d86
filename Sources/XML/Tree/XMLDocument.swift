// SPDX-License-Identifier: Apache-2.0

/// A small part parsed as a whole, with the byte range of every element and attribute, so that an edit can splice exactly what it
/// changes. For worksheets and shared strings, use the faster readers in `Spreadsheet`.
public struct XMLDocument: Sendable {
  let tree: XMLTree

  /// Parses a part in any supported encoding.
  public init(_ bytes: [UInt8], limits: XMLLimits = .default) throws(XMLError) {
    tree = try XMLTree(XMLSource(bytes, limits: limits), limits: limits)
  }

  /// Parses a part that has been converted to UTF-8 from `encoding`, which its declaration may still name.
  public init(transcoded bytes: [UInt8], from encoding: XMLEncoding, limits: XMLLimits = .default) throws(XMLError) {
    tree = try XMLTree(XMLSource(transcoded: bytes, from: encoding, limits: limits), limits: limits)
  }

  /// The UTF-8 bytes that all ranges refer to: those of the part itself, unless it is in another encoding.
  public var bytes: [UInt8] { tree.bytes }

  /// The encoding of the part; ``XMLEncoding/fromUTF8(_:)`` converts back to it.
  public var encoding: XMLEncoding { tree.encoding }

  public var root: XMLElement { XMLElement(tree: tree, index: 0) }
}
