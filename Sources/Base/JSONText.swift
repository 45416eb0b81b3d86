// SPDX-License-Identifier: Apache-2.0

/// Writes JSON in the order in which it is told, which Foundation's encoder cannot, and without its start-up cost.
package struct JSONText: Sendable {
  @usableFromInline var text: [UInt8] = []
  @usableFromInline var needsComma = false

  @inlinable package init() {}

  @inlinable package var bytes: [UInt8] { text }

  /// What has been written so far, which is then forgotten, so that a long text need not be held as a whole.
  package mutating func take() -> [UInt8] {
    defer { text = [] }
    return text
  }

  @inlinable package mutating func object(_ body: (inout JSONText) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  @inlinable package mutating func array(_ body: (inout JSONText) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// `{` or `[`.
  @inlinable package mutating func open(_ bracket: UInt8) {
    separate()
    text.append(bracket)
    needsComma = false
  }

  /// `}` or `]`.
  @inlinable package mutating func close(_ bracket: UInt8) {
    text.append(bracket)
    needsComma = true
  }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    text.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  package mutating func field(_ name: String, _ value: Int?) {
    key(name)
    if let value { raw(String(value)) } else { null() }
  }

  package mutating func field(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
  }

  package mutating func field(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  package mutating func field(_ name: String, _ values: [String]) {
    key(name)
    array { json in for value in values { json.string(value) } }
  }

  /// A list of objects, one for each element.
  @inlinable package mutating func objects<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ body: (inout JSONText, Elements.Element) -> Void
  ) {
    key(name)
    array { json in for element in elements { json.object { body(&$0, element) } } }
  }

  package mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  package mutating func number(_ value: Double) {
    // JSON knows no infinity; no cell holds one either.
    guard value.isFinite else { return null() }
    if let whole = Int64(exactly: value), abs(value) < 1e15 { raw(String(whole)) } else { raw("\(value)") }
  }

  package mutating func null() { raw("null") }

  /// A value that is JSON already.
  package mutating func raw(_ value: String) {
    separate()
    text.append(contentsOf: value.utf8)
  }

  /// A value that another writer has written.
  package mutating func written(_ value: [UInt8]) {
    separate()
    text.append(contentsOf: value)
  }

  package mutating func newline() {
    text.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  package mutating func removeAll() { text.removeAll(keepingCapacity: true) }

  @inlinable mutating func separate() {
    if needsComma { text.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ value: String) {
    text.append(UInt8(ascii: "\""))
    if Self.isPlain(value) {
      text.append(contentsOf: value.utf8)
    } else {
      for scalar in value.unicodeScalars { append(scalar) }
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ value: String) -> Bool {
    // Control and direction characters beyond ASCII begin with one of three bytes in UTF-8.
    var mayControl = false
    let bytes = value.utf8.span
    for place in 0..<bytes.count {
      switch bytes[place] {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return false
      case 0xC2, 0xD8, 0xE2: mayControl = true
      default: break
      }
    }
    return !mayControl || !value.unicodeScalars.contains(where: \.isControl)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text.append(contentsOf: "\\\"".utf8)
    case "\\": text.append(contentsOf: "\\\\".utf8)
    case "\n": text.append(contentsOf: "\\n".utf8)
    case "\r": text.append(contentsOf: "\\r".utf8)
    case "\t": text.append(contentsOf: "\\t".utf8)
    case _ where scalar.isControl: text.append(contentsOf: Self.escape(scalar).utf8)
    default: text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  /// `\u009b`: what is shown on a terminal must not command it.
  package static func escape(_ scalar: Unicode.Scalar) -> String { "\\u" + scalar.value.hexadecimal(digits: 4) }
}
