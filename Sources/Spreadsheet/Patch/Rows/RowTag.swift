/// What the start tag of a row says that matters to new cells in it (18.3.1.73).
struct RowTag {
  /// The style of the row's cells that are not there; nil when the row states none.
  var style: Int?
  /// `spans`, between its quotes, and the first and last column that it names; nil for none or for several.
  var spans: (value: Range<Int>, columns: ClosedRange<Int>)?
  /// The whole attribute `spans` with the space before it.
  var spansAttribute: Range<Int>?

  init(_ startTag: Range<Int>, in bytes: Span<UInt8>) throws(ScanError) {
    var at = startTag.lowerBound
    let tag = try Markup.tag(bytes, &at, .part)
    var style: Int?
    var isCustom = false
    var done = tag.name.upperBound
    for attribute in try CellMarkup.attributes(of: tag, in: bytes) {
      if Markup.equals(bytes, attribute.name, Self.s) {
        style = ScannedNumber.digits(bytes, attribute.value)
      } else if Markup.equals(bytes, attribute.name, Self.customFormat) {
        let value = NamespaceScope.copy(bytes, attribute.value)
        isCustom = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
      } else if Markup.equals(bytes, attribute.name, Self.spans) {
        spansAttribute = done..<attribute.value.upperBound + 1
        spans = Self.columns(attribute.value, in: bytes).map { (attribute.value, $0) }
      }
      done = attribute.value.upperBound + 1
    }
    self.style = isCustom ? style : nil
  }

  /// Reads `1:12`.
  private static func columns(_ value: Range<Int>, in bytes: Span<UInt8>) -> ClosedRange<Int>? {
    guard let colon = value.first(where: { bytes[$0] == UInt8(ascii: ":") }),
      let first = ScannedNumber.digits(bytes, value.lowerBound..<colon),
      let last = ScannedNumber.digits(bytes, colon + 1..<value.upperBound), first >= 1, first <= last,
      last <= CellReference.maxColumn
    else { return nil }
    return first...last
  }

  private static let s = Array("s".utf8)
  private static let customFormat = Array("customFormat".utf8)
  private static let spans = Array("spans".utf8)
}
