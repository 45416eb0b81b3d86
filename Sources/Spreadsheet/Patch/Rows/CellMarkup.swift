/// The markup of one cell that stands in the file, taken apart so that some of it can be replaced and the rest kept.
struct CellMarkup {
  /// What stands between the tags.
  enum Piece {
    case formula(Range<Int>)
    /// A `v` or an `is`.
    case value(Range<Int>)
    /// Space, comments, `extLst` and what else we know nothing of.
    case other(Range<Int>)
  }

  let element: Range<Int>
  /// With its prefix.
  let name: Range<Int>
  let attributes: [TagAttribute]
  let pieces: [Piece]
  let isSelfClosed: Bool
  /// From the `</` on; empty for a self-closed one.
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

  /// The attributes of a tag in the order of the file.
  static func attributes(of tag: Tag, in bytes: Span<UInt8>) throws(ScanError) -> [TagAttribute] {
    var attributes: [TagAttribute] = []
    var at = tag.name.upperBound
    while let attribute = try Markup.attribute(bytes, &at, .part) { attributes.append(attribute) }
    return attributes
  }

  /// Whether the cell says where it stands.
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
