// SPDX-License-Identifier: Apache-2.0

/// Decodes XML text: character data and attribute values.
///
/// All functions take a range of UTF-8 bytes. They return the offset of the first reference that XML without a DTD can't resolve,
/// or nil if there is none. In a part that libxml2 has accepted, there is none.
public enum XMLText {
  /// Appends the character data in `range`: references are resolved, CDATA sections are unwrapped, comments and processing
  /// instructions are dropped, and line ends become `\n` (XML 1.0, 2.11). Tags are dropped too, but not their content.
  @discardableResult
  public static func appendContent(of bytes: [UInt8], in range: Range<Int>, to out: inout [UInt8]) -> Int? {
    appendContent(of: bytes.span, in: range, to: &out)
  }

  /// Does the same for a span.
  @discardableResult
  public static func appendContent(of bytes: Span<UInt8>, in range: Range<Int>, to out: inout [UInt8]) -> Int? {
    var offset = range.lowerBound
    let end = range.upperBound
    while offset < end {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "&"):
        guard let next = appendReference(bytes, at: offset, end: end, to: &out) else { return offset }
        offset = next
      case UInt8(ascii: "<"): offset = appendMarkup(bytes, at: offset, end: end, to: &out)
      case 0x0D:
        out.append(0x0A)
        offset += 1
        if offset < end, bytes[offset] == 0x0A { offset += 1 }
      default:
        out.append(byte)
        offset += 1
      }
    }
    return nil
  }

  /// Appends the attribute value in `range` (between the quotes). References are resolved, and each tab or line end becomes a
  /// space (XML 1.0, 3.3.3).
  @discardableResult
  public static func appendAttribute(of bytes: [UInt8], in range: Range<Int>, to out: inout [UInt8]) -> Int? {
    let span = bytes.span
    var offset = range.lowerBound
    let end = range.upperBound
    while offset < end {
      let byte = span[offset]
      switch byte {
      case UInt8(ascii: "&"):
        guard let next = appendReference(span, at: offset, end: end, to: &out) else { return offset }
        offset = next
      case 0x0D:
        out.append(0x20)
        offset += 1
        if offset < end, span[offset] == 0x0A { offset += 1 }
      case 0x09, 0x0A:
        out.append(0x20)
        offset += 1
      default:
        out.append(byte)
        offset += 1
      }
    }
    return nil
  }

  /// The text in `range` as ``appendContent(of:in:to:)`` decodes it, or nil if a reference can't be resolved.
  public static func content(of bytes: [UInt8], in range: Range<Int>) -> String? {
    var out: [UInt8] = []
    return appendContent(of: bytes, in: range, to: &out) == nil ? String(decoding: out, as: UTF8.self) : nil
  }

  /// The attribute value in `range`, or nil if a reference can't be resolved.
  public static func attribute(of bytes: [UInt8], in range: Range<Int>) -> String? {
    var out: [UInt8] = []
    return appendAttribute(of: bytes, in: range, to: &out) == nil ? String(decoding: out, as: UTF8.self) : nil
  }

  /// Appends the content of a CDATA section and skips any other markup. Returns the offset after it.
  private static func appendMarkup(
    _ bytes: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    func matches(_ text: StaticString, at place: Int) -> Bool {
      guard end - place >= text.utf8CodeUnitCount else { return false }
      var index = place
      for byte in text.description.utf8 {
        guard bytes[index] == byte else { return false }
        index += 1
      }
      return true
    }
    func find(_ text: StaticString, from place: Int) -> Int? {
      var index = place
      while index < end {
        if matches(text, at: index) { return index }
        index += 1
      }
      return nil
    }
    if matches("<!--", at: start) { return find("-->", from: start + 4).map { $0 + 3 } ?? end }
    if matches("<?", at: start) { return find("?>", from: start + 2).map { $0 + 2 } ?? end }
    if matches("<![CDATA[", at: start) {
      let stop = find("]]>", from: start + 9) ?? end
      var offset = start + 9
      while offset < stop {
        if bytes[offset] == 0x0D {
          out.append(0x0A)
          if offset + 1 < stop, bytes[offset + 1] == 0x0A { offset += 1 }
        } else {
          out.append(bytes[offset])
        }
        offset += 1
      }
      return min(stop + 3, end)
    }
    // In a tag, a `>` may occur inside quotes.
    var quote: UInt8 = 0
    var offset = start + 1
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    return offset
  }

  /// Appends the character that the reference at `start` represents. Returns the offset after its `;`, or nil if the reference
  /// can't be resolved.
  private static func appendReference(
    _ bytes: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int? {
    var stop = start + 1
    while stop < end, bytes[stop] != UInt8(ascii: ";") { stop += 1 }
    guard stop < end, stop > start + 1 else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") {
      guard let scalar = scalar(bytes, from: start + 2, to: stop) else { return nil }
      out.append(contentsOf: UTF8.encode(scalar) ?? .init())
      return stop + 1
    }
    for (name, byte) in named where stop - start - 1 == name.utf8CodeUnitCount {
      var index = start + 1
      var equal = true
      for expected in name.description.utf8 {
        if bytes[index] != expected { equal = false }
        index += 1
      }
      if equal {
        out.append(byte)
        return stop + 1
      }
    }
    return nil
  }

  private static let named: [(StaticString, UInt8)] = [
    ("amp", UInt8(ascii: "&")), ("lt", UInt8(ascii: "<")), ("gt", UInt8(ascii: ">")), ("quot", UInt8(ascii: "\"")),
    ("apos", UInt8(ascii: "'")),
  ]

  /// The character for `#10` or `#xA`, if XML 1.0 allows it (production 2).
  private static func scalar(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Unicode.Scalar? {
    let hexadecimal = start < end && bytes[start] == UInt8(ascii: "x")
    var index = hexadecimal ? start + 1 : start
    guard index < end else { return nil }
    var value: UInt32 = 0
    while index < end {
      let digit: UInt32
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(bytes[index] - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f") where hexadecimal:
        digit = UInt32(bytes[index] - UInt8(ascii: "a")) + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F") where hexadecimal:
        digit = UInt32(bytes[index] - UInt8(ascii: "A")) + 10
      default: return nil
      }
      value = value * (hexadecimal ? 16 : 10) + digit
      guard value <= 0x10FFFF else { return nil }
      index += 1
    }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: return Unicode.Scalar(value)
    default: return nil
    }
  }
}
