/// A small part read whole, with the byte range of every element and attribute, so that an edit can splice exactly what it
/// means to change. For worksheets and shared strings there is a faster reader in `Spreadsheet`.
public struct XMLDocument: Sendable {
  let tree: XMLTree

  /// Reads a part in any allowed encoding.
  public init(_ bytes: [UInt8], limits: XMLLimits = .default) throws(XMLError) {
    tree = try XMLTree(XMLSource(bytes, limits: limits), limits: limits)
  }

  /// Reads a part that has been transcoded to UTF-8 from `encoding`, which it may still declare.
  public init(transcoded bytes: [UInt8], from encoding: XMLEncoding, limits: XMLLimits = .default) throws(XMLError) {
    tree = try XMLTree(XMLSource(transcoded: bytes, from: encoding, limits: limits), limits: limits)
  }

  /// UTF-8, which all ranges refer to: the bytes of the part itself unless it is in another encoding.
  public var bytes: [UInt8] { tree.bytes }

  /// That of the part; ``XMLEncoding/fromUTF8(_:)`` leads back to it.
  public var encoding: XMLEncoding { tree.encoding }

  public var root: XMLElement { XMLElement(tree: tree, index: 0) }
}
