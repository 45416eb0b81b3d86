// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Writes JSON in the order in which it is told, which Foundation's encoder cannot, and without its start-up cost.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ body: (inout JSONText) -> Void) { nest("{", "}", body) }

  mutating func array(_ body: (inout JSONText) -> Void) { nest("[", "]", body) }

  mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  mutating func field(_ name: String, _ value: Int?) {
    key(name)
    if let value { raw(String(value)) } else { null() }
  }

  mutating func field(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
  }

  mutating func field(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  mutating func field(_ name: String, _ values: [String]) {
    key(name)
    array { json in for value in values { json.string(value) } }
  }

  /// A list of objects, one for each element.
  mutating func objects<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ body: (inout JSONText, Elements.Element) -> Void
  ) {
    key(name)
    array { json in for element in elements { json.object { body(&$0, element) } } }
  }

  mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  mutating func number(_ value: Double) {
    // JSON knows no infinity; no cell holds one either.
    guard value.isFinite else { return null() }
    if let whole = Int64(exactly: value), abs(value) < 1e15 { raw(String(whole)) } else { raw("\(value)") }
  }

  mutating func null() { raw("null") }

  /// What a cell holds: null for nothing and for errors.
  mutating func value(_ value: CellValue) {
    switch value {
    case .number(let number): self.number(number)
    case .text(let text): string(text)
    case .boolean(let truth): string(truth ? "TRUE" : "FALSE")
    case .blank, .error: null()
    }
  }

  /// A value that another writer has written.
  mutating func written(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // All control and direction characters beyond ASCII begin with one of these bytes in UTF-8.
    if text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 }), text.unicodeScalars.contains(where: Printable.isUnsafe)
    {
      for scalar in text.unicodeScalars {
        if scalar.value >= 0x80, Printable.isUnsafe(scalar) {
          escape(scalar.value)
        } else {
          append(UTF8.encode(scalar) ?? .init())
        }
      }
    } else {
      append(text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F: escape(UInt32(byte))
      default: bytes.append(byte)
      }
    }
  }

  /// `\u009b`: what is shown on a terminal must not command it.
  private mutating func escape(_ code: UInt32) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift: UInt32 in [12, 8, 4, 0] { bytes.append(digits[Int(code >> shift & 15)]) }
  }
}
