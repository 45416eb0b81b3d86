// SPDX-License-Identifier: Apache-2.0

import Base

/// A tag, as ranges of the bytes.
struct Tag: Equatable {
  enum Kind { case start, empty, end }

  var kind: Kind
  /// The qualified name, including the prefix.
  var name: Range<Int>
  /// From the `<` to the end of the `>`.
  var range: Range<Int>
  /// Whether any attribute declares a namespace.
  var declaresNamespace: Bool
}

/// An attribute `name="value"`.
struct TagAttribute {
  var name: Range<Int>
  /// The range between the quotes; still escaped.
  var value: Range<Int>
}

/// Parses XML markup byte by byte; the rest of the scanner builds on it. It is iterative, uses no buffer, and never reads past
/// the end of the bytes.
enum Markup {
  /// The byte at `at`, or 0 (which XML does not allow) past the end.
  ///
  /// The comparison is unsigned, so that the compiler can merge it with the span's own bounds check.
  @inline(always)
  static func byte(_ bytes: Span<UInt8>, _ at: Int) -> UInt8 {
    UInt(bitPattern: at) < UInt(bitPattern: bytes.count) ? bytes[at] : 0
  }

  /// The end of the text that begins at `at`: the position of the next `<`, or the end of the bytes.
  @inline(always)
  static func textEnd(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    var at = at
    while let word = Words.load(bytes, at) {
      let marks = Words.marks(UInt8(ascii: "<"), in: word)
      if marks != 0 { return at &+ Words.count(before: marks) }
      at &+= 8
    }
    return lastTextEnd(bytes, at)
  }

  @inline(never)
  private static func lastTextEnd(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    var at = at
    while UInt(bitPattern: at) < UInt(bitPattern: bytes.count), bytes[at] != UInt8(ascii: "<") { at &+= 1 }
    return at
  }

  @inline(always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether this byte ends a name.
  @inline(always)
  static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  @inline(always)
  static func skipSpace(_ bytes: Span<UInt8>, _ at: inout Int) {
    while isSpace(byte(bytes, at)) { at &+= 1 }
  }

  static func matches(_ bytes: Span<UInt8>, _ at: Int, _ text: [UInt8]) -> Bool {
    guard at <= bytes.count - text.count else { return false }
    for index in 0..<text.count where bytes[at + index] != text[index] { return false }
    return true
  }

  static func equals(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    range.count == text.count && matches(bytes, range.lowerBound, text)
  }

  /// The local name of a qualified name: the part after the colon, or all of it.
  static func localName(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
    for at in name where Markup.byte(bytes, at) == UInt8(ascii: ":") { return (at + 1)..<name.upperBound }
    return name
  }

  // MARK: Tags

  /// The next tag at or after `at`, which moves past it. Text, comments, CDATA sections and processing instructions before the
  /// tag are skipped. Nil at the end of the bytes.
  static func nextTag(_ bytes: Span<UInt8>, _ at: inout Int, _ place: ScanError.Place) throws(ScanError) -> Tag? {
    while true {
      at = textEnd(bytes, at)
      guard at < bytes.count else { return nil }
      if try !skipNonTag(bytes, &at, place) { return try tag(bytes, &at, place) }
    }
  }

  /// Skips a comment, CDATA section or processing instruction at `at`. Returns false if there is none.
  static func skipNonTag(
    _ bytes: Span<UInt8>, _ at: inout Int, _ place: ScanError.Place
  ) throws(ScanError) -> Bool {
    switch byte(bytes, at + 1) {
    case UInt8(ascii: "?"): at = try end(bytes, at, from: at + 2, of: piEnd, place)
    case UInt8(ascii: "!"):
      if matches(bytes, at, commentStart) {
        at = try end(bytes, at, from: at + 4, of: commentEnd, place)
      } else if matches(bytes, at, cdataStart) {
        at = try end(bytes, at, from: at + 9, of: cdataEnd, place)
      } else {
        throw .markup(bytes, at: at, place, expected: "no document type declaration")
      }
    default: return false
    }
    return true
  }

  /// Parses the tag whose `<` is at `at`, and moves `at` past its `>`.
  static func tag(_ bytes: Span<UInt8>, _ at: inout Int, _ place: ScanError.Place) throws(ScanError) -> Tag {
    var tag = try tagName(bytes, &at, place)
    guard tag.kind != .end else { return tag }
    while let attribute = try attribute(bytes, &at, place) {
      if isDeclaration(bytes, attribute.name) { tag.declaresNamespace = true }
    }
    finish(&tag, bytes, &at)
    return tag
  }

  /// Parses a start tag only up to the end of its name, where `at` and the tag's range end; an end tag is parsed completely.
  static func tagName(_ bytes: Span<UInt8>, _ at: inout Int, _ place: ScanError.Place) throws(ScanError) -> Tag {
    let start = at
    let isEnd = byte(bytes, at + 1) == UInt8(ascii: "/")
    at += isEnd ? 2 : 1
    let nameStart = at
    while !endsName(byte(bytes, at)) { at &+= 1 }
    let name = nameStart..<at
    guard !name.isEmpty else { throw .markup(bytes, at: start, place, expected: "the name of an element") }
    if isEnd {
      skipSpace(bytes, &at)
      guard byte(bytes, at) == UInt8(ascii: ">") else { throw .markup(bytes, at: start, place, expected: "an end tag") }
      at += 1
    }
    return Tag(kind: isEnd ? .end : .start, name: name, range: start..<at, declaresNamespace: false)
  }

  /// Completes a start tag after its last attribute and moves `at` past it.
  static func finish(_ tag: inout Tag, _ bytes: Span<UInt8>, _ at: inout Int) {
    let isEmpty = byte(bytes, at) == UInt8(ascii: "/")
    at += isEmpty ? 2 : 1
    tag.kind = isEmpty ? .empty : .start
    tag.range = tag.range.lowerBound..<at
  }

  /// The next attribute of the start tag that `at` is in. Nil at the end of the tag; `at` is then at the `>` or `/>`.
  @inline(always)
  static func attribute(
    _ bytes: Span<UInt8>, _ at: inout Int, _ place: ScanError.Place
  ) throws(ScanError) -> TagAttribute? {
    let before = at
    skipSpace(bytes, &at)
    switch byte(bytes, at) {
    case UInt8(ascii: ">"): return nil
    case UInt8(ascii: "/"):
      guard byte(bytes, at + 1) == UInt8(ascii: ">") else { throw .markup(bytes, at: at, place, expected: "\"/>\"") }
      return nil
    default: break
    }
    let nameStart = at
    while !endsName(byte(bytes, at)) { at &+= 1 }
    let nameEnd = at
    skipSpace(bytes, &at)
    guard nameEnd > nameStart, nameStart > before, byte(bytes, at) == UInt8(ascii: "=") else {
      throw .markup(bytes, at: nameStart, place, expected: "an attribute or the end of the tag")
    }
    at += 1
    skipSpace(bytes, &at)
    let quote = byte(bytes, at)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw .markup(bytes, at: nameStart, place, expected: "a value in quotes")
    }
    at += 1
    let valueStart = at
    while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "<") { at += 1 }
    guard byte(bytes, at) == quote else { throw .markup(bytes, at: nameStart, place, expected: "a value in quotes") }
    at += 1
    return TagAttribute(name: nameStart..<nameEnd, value: valueStart..<(at - 1))
  }

  /// Whether an attribute with this name declares a namespace: `xmlns` or `xmlns:p`.
  @inline(always)
  static func isDeclaration(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    byte(bytes, name.lowerBound) == UInt8(ascii: "x") && matches(bytes, name.lowerBound, xmlns)
      && (name.count == 5 || byte(bytes, name.lowerBound + 5) == UInt8(ascii: ":"))
  }

  /// Skips the content of an element. `at` must be at the end of its start tag, which is named `name`, and moves past its end
  /// tag.
  ///
  /// - Returns: the range between the two tags.
  @discardableResult
  static func skipContent(
    _ bytes: Span<UInt8>, _ at: inout Int, of name: Range<Int>, _ place: ScanError.Place
  ) throws(ScanError) -> Range<Int> {
    let start = at
    var depth = 1
    while let tag = try nextTag(bytes, &at, place) {
      switch tag.kind {
      case .start: depth += 1
      case .empty: break
      case .end:
        depth -= 1
        guard depth == 0 else { continue }
        guard sameName(bytes, tag.name, name) else {
          throw .markup(bytes, at: tag.range.lowerBound, place, expected: endTag(bytes, name))
        }
        return start..<tag.range.lowerBound
      }
    }
    throw .markup(bytes, at: bytes.count, place, expected: endTag(bytes, name))
  }

  /// Does the same for an element that must contain only text.
  @discardableResult
  static func skipText(
    _ bytes: Span<UInt8>, _ at: inout Int, of name: Range<Int>, _ place: ScanError.Place
  ) throws(ScanError) -> Range<Int> {
    let start = at
    guard let tag = try nextTag(bytes, &at, place), tag.kind == .end, sameName(bytes, tag.name, name) else {
      throw .markup(bytes, at: at, place, expected: endTag(bytes, name))
    }
    return start..<tag.range.lowerBound
  }

  /// Whether two names in these bytes are equal.
  static func sameName(_ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for index in 0..<first.count where bytes[first.lowerBound + index] != bytes[second.lowerBound + index] {
      return false
    }
    return true
  }

  static func endTag(_ bytes: Span<UInt8>, _ name: Range<Int>) -> String {
    "\"</\(String(decoding: NamespaceScope.copy(bytes, name).prefix(40), as: UTF8.self))>\""
  }

  /// The position after the next `mark` at or after `from`.
  static func end(
    _ bytes: Span<UInt8>, _ start: Int, from: Int, of mark: [UInt8], _ place: ScanError.Place
  ) throws(ScanError) -> Int {
    var at = from
    while at < bytes.count {
      if bytes[at] == mark[0], matches(bytes, at, mark) { return at + mark.count }
      at += 1
    }
    throw .markup(bytes, at: start, place, expected: "\"\(String(decoding: mark, as: UTF8.self))\" after it")
  }

  static let commentStart = Array("<!--".utf8)
  static let commentEnd = Array("-->".utf8)
  static let cdataStart = Array("<![CDATA[".utf8)
  static let cdataEnd = Array("]]>".utf8)
  private static let piEnd = Array("?>".utf8)
  private static let xmlns = Array("xmlns".utf8)
}
