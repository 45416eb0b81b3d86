// SPDX-License-Identifier: Apache-2.0

import Base

/// Decodes cell text from the bytes between two tags.
///
/// Character and entity references, CDATA sections, comments and line ends are handled as XML specifies (XML 1.0, 2.4, 2.7, 2.11
/// and 4.1), and `_xHHHH_` as ST_Xstring specifies (ECMA-376 Part 1, 22.9.2.19). White space is preserved.
enum CellText {
  /// The text of `range`; with `escapes`, `_xHHHH_` is decoded too.
  static func text(
    _ bytes: Span<UInt8>, _ range: Range<Int>, escapes: Bool, _ place: ScanError.Place
  ) throws(ScanError) -> String {
    if try isPlain(bytes, range, escapes: escapes, place) {
      return try string(bytes.extracting(range), bytes, range, place)
    }
    var result: [UInt8] = []
    try append(bytes, range, to: &result, place)
    if escapes { result = withoutEscapes(result) }
    return try string(result.span, bytes, range, place)
  }

  /// Converts the UTF-8 in `text` to a string. An error refers to `range`, from which it was decoded.
  static func string(
    _ text: Span<UInt8>, _ bytes: Span<UInt8>, _ range: Range<Int>, _ place: ScanError.Place
  ) throws(ScanError) -> String {
    do {
      return String(copying: try UTF8Span(validating: text))
    } catch {
      throw .value(bytes, range, place, "the text", expected: "valid UTF-8")
    }
  }

  /// Whether the bytes of `range` are a valid text that needs no decoding.
  static func isItself(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    (try? isPlain(bytes, range, escapes: true, .part)) ?? false
  }

  /// Whether the text needs no decoding. Throws if it has a character that XML does not allow.
  @inline(always)
  private static func isPlain(
    _ bytes: Span<UInt8>, _ range: Range<Int>, escapes: Bool, _ place: ScanError.Place
  ) throws(ScanError) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if let word = Words.load(bytes, at), at &+ 8 <= range.upperBound, Words.isEventless(word) {
        at &+= 8
        continue
      }
      defer { at &+= 1 }
      let byte = bytes[at]
      if byte >= 0x60 && byte != 0xEF { continue }
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), 0x0D: return false
      case UInt8(ascii: "_"): if escapes, Markup.byte(bytes, at + 1) == UInt8(ascii: "x") { return false }
      default: try check(bytes, at, byte, place)
      }
    }
    return true
  }

  /// Throws if the byte at `at` begins a character that XML does not allow (XML 1.0, 2.2).
  @inline(always)
  private static func check(
    _ bytes: Span<UInt8>, _ at: Int, _ byte: UInt8, _ place: ScanError.Place
  ) throws(ScanError) {
    if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
      throw .value(bytes, at..<(at + 1), place, "a character of the text", expected: "none that XML forbids")
    }
    if byte == 0xEF, Markup.byte(bytes, at + 1) == 0xBF, Markup.byte(bytes, at + 2) >= 0xBE {
      throw .value(bytes, at..<(at + 3), place, "a character of the text", expected: "none that XML forbids")
    }
  }

  // MARK: XML

  /// Appends the decoded text of `range`, except for `_xHHHH_`, which may be split by a CDATA section or a comment.
  static func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8], _ place: ScanError.Place
  ) throws(ScanError) {
    var at = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while at < end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "&"): try appendReference(bytes, &at, end, to: &result, place)
      case 0x0D: appendLineEnd(bytes, &at, end, to: &result)
      case UInt8(ascii: "<"):
        if Markup.matches(bytes, at, Markup.cdataStart) {
          let section = at
          at = try Markup.end(bytes, at, from: at + 9, of: Markup.cdataEnd, place)
          try appendVerbatim(bytes, (section + 9)..<(at - 3), to: &result, place)
        } else if try !Markup.skipNonTag(bytes, &at, place) {
          throw .markup(bytes, at: at, place, expected: "text")
        }
      default:
        try check(bytes, at, byte, place)
        result.append(byte)
        at += 1
      }
    }
  }

  private static func appendVerbatim(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8], _ place: ScanError.Place
  ) throws(ScanError) {
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == 0x0D {
        appendLineEnd(bytes, &at, range.upperBound, to: &result)
      } else {
        try check(bytes, at, bytes[at], place)
        result.append(bytes[at])
        at += 1
      }
    }
  }

  /// CR LF and a lone CR become a line feed.
  private static func appendLineEnd(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, to result: inout [UInt8]) {
    result.append(0x0A)
    at += at + 1 < end && bytes[at + 1] == 0x0A ? 2 : 1
  }

  private static func appendReference(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, to result: inout [UInt8], _ place: ScanError.Place
  ) throws(ScanError) {
    var stop = at + 1
    // The longest reference is &#x10FFFF; with leading zeros, which does not need more than this.
    while stop < end, stop - at < 32, bytes[stop] != UInt8(ascii: ";") { stop += 1 }
    guard stop < end, bytes[stop] == UInt8(ascii: ";") else {
      throw .value(
        bytes, at..<min(end, at + 12), place, "a reference in the text", expected: "one that ends with \";\"")
    }
    let name = (at + 1)..<stop
    if Markup.byte(bytes, at + 1) == UInt8(ascii: "#") {
      guard let scalar = scalar(bytes, (at + 2)..<stop) else {
        throw .value(
          bytes, at..<(stop + 1), place, "a reference in the text", expected: "one to a character that XML allows")
      }
      result += String(Character(scalar)).utf8
    } else if let known = entities.first(where: { Markup.equals(bytes, name, $0.name) }) {
      result.append(known.byte)
    } else {
      throw .value(
        bytes, at..<(stop + 1), place, "a reference in the text", expected: "&lt; &gt; &amp; &quot; &apos; or a number")
    }
    at = stop + 1
  }

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    (Array("amp".utf8), UInt8(ascii: "&")), (Array("lt".utf8), UInt8(ascii: "<")),
    (Array("gt".utf8), UInt8(ascii: ">")), (Array("quot".utf8), UInt8(ascii: "\"")),
    (Array("apos".utf8), UInt8(ascii: "'")),
  ]

  /// The character for `38` or `x26`; nil if XML does not allow it.
  private static func scalar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
    var value: UInt32 = 0
    var digits = range
    var base: UInt32 = 10
    if Markup.byte(bytes, range.lowerBound) == UInt8(ascii: "x"), !range.isEmpty {
      base = 16
      digits = (range.lowerBound + 1)..<range.upperBound
    }
    guard !digits.isEmpty else { return nil }
    for at in digits {
      guard let digit = hexDigit(bytes[at]), digit < base, value <= 0x10FFFF else { return nil }
      value = value * base + digit
    }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: return Unicode.Scalar(value)
    default: return nil
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt32(byte - UInt8(ascii: "A")) + 10
    default: return nil
    }
  }

  // MARK: Attributes

  /// The decoded bytes of an attribute value. White space becomes a space (XML 1.0, 3.3.3).
  static func attribute(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ place: ScanError.Place
  ) throws(ScanError) -> [UInt8] {
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "&") {
        try appendReference(bytes, &at, range.upperBound, to: &result, place)
      } else {
        result.append(Markup.isSpace(bytes[at]) ? 0x20 : bytes[at])
        at += 1
      }
    }
    return result
  }

  // MARK: ST_Xstring

  /// Decodes `_xHHHH_`, which stands for a UTF-16 code unit. An unpaired surrogate stays as it is written.
  static func withoutEscapes(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      guard text[at] == UInt8(ascii: "_"), let unit = escape(text.span, at) else {
        result.append(text[at])
        at += 1
        continue
      }
      if let scalar = Unicode.Scalar(unit) {
        result += String(Character(scalar)).utf8
        at += 7
      } else if unit < 0xDC00, let low = escape(text.span, at + 7), low >= 0xDC00, low < 0xE000,
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        result += String(Character(scalar)).utf8
        at += 14
      } else {
        result += text[at..<(at + 7)]
        at += 7
      }
    }
    return result
  }

  /// The code unit of the `_xHHHH_` at `at`; nil if there is none.
  static func escape(_ text: Span<UInt8>, _ at: Int) -> UInt32? {
    guard Markup.byte(text, at) == UInt8(ascii: "_"), Markup.byte(text, at + 1) == UInt8(ascii: "x"),
      Markup.byte(text, at + 6) == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt32 = 0
    for digit in (at + 2)..<(at + 6) {
      guard let value = hexDigit(Markup.byte(text, digit)) else { return nil }
      unit = unit << 4 + value
    }
    return unit
  }
}
