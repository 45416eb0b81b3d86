// SPDX-License-Identifier: Apache-2.0

/// The attributes of a row's start tag that matter for new cells (18.3.1.73).
struct RowTag {
  /// The style index for cells that are not stored; nil if the row states none.
  var style: Int?
  /// The value of `spans` and the columns it names; nil if there is none, or if it names several ranges.
  var spans: (value: Range<Int>, columns: ClosedRange<Int>)?
  /// The whole `spans` attribute, with the space before it.
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

  /// Parses `1:12`.
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
