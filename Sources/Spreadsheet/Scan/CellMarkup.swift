// SPDX-License-Identifier: Apache-2.0

/// The markup of one stored cell, split into pieces so that some can be replaced and the others kept.
struct CellMarkup {
  /// A piece of the cell's content.
  enum Piece {
    case formula(Range<Int>)
    /// A `v` or an `is` element.
    case value(Range<Int>)
    /// White space, comments, `extLst` and anything unknown.
    case other(Range<Int>)
  }

  let element: Range<Int>
  /// The qualified name, including the prefix.
  let name: Range<Int>
  let attributes: [TagAttribute]
  let pieces: [Piece]
  let isSelfClosed: Bool
  /// The end tag; empty for a self-closed cell.
  let endTag: Range<Int>

  init(_ cell: StoredCell, in bytes: Span<UInt8>) throws(ScanError) {
    element = cell.element
    var at = cell.element.lowerBound
    let tag = try Markup.tag(bytes, &at, .part)
    name = tag.name
    isSelfClosed = tag.kind == .empty
    attributes = try Self.attributes(of: tag, in: bytes)
    var pieces: [Piece] = []
    var done = at
    var end = cell.element.upperBound..<cell.element.upperBound
    while !isSelfClosed, let child = try Markup.nextTag(bytes, &at, .part) {
      if child.kind == .end {
        if done < child.range.lowerBound { pieces.append(.other(done..<child.range.lowerBound)) }
        end = child.range
        break
      }
      if child.kind == .start { try Markup.skipContent(bytes, &at, of: child.name, .part) }
      let whole = child.range.lowerBound..<at
      let local = Markup.localName(bytes, child.name)
      let piece: Piece? =
        if whole == cell.formula || Markup.equals(bytes, local, Self.f) {
          .formula(whole)
        } else if Markup.equals(bytes, local, Self.v) || Markup.equals(bytes, local, Self.inline) {
          .value(whole)
        } else {
          nil
        }
      guard let piece else { continue }
      if done < whole.lowerBound { pieces.append(.other(done..<whole.lowerBound)) }
      pieces.append(piece)
      done = at
    }
    self.pieces = pieces
    endTag = end
  }

  /// The attributes of a tag, in file order.
  static func attributes(of tag: Tag, in bytes: Span<UInt8>) throws(ScanError) -> [TagAttribute] {
    var attributes: [TagAttribute] = []
    var at = tag.name.upperBound
    while let attribute = try Markup.attribute(bytes, &at, .part) { attributes.append(attribute) }
    return attributes
  }

  /// Whether the cell has an `r` attribute.
  static func statesReference(_ cell: StoredCell, in bytes: Span<UInt8>) throws(ScanError) -> Bool {
    var at = cell.element.lowerBound + 1
    while !Markup.endsName(Markup.byte(bytes, at)) { at += 1 }
    while let attribute = try Markup.attribute(bytes, &at, .part) {
      if attribute.name.count == 1, bytes[attribute.name.lowerBound] == UInt8(ascii: "r") { return true }
    }
    return false
  }

  private static let f = Array("f".utf8)
  private static let v = Array("v".utf8)
  private static let inline = Array("is".utf8)
}
