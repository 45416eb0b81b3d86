// SPDX-License-Identifier: Apache-2.0

/// Writes JSON on one line, without spaces.
struct JSONWriter: JSONFields {
  private(set) var bytes: [UInt8] = []
  /// Whether something stands before the next element of the object or list.
  private var isLater = false

  mutating func write<T: JSONRecord>(_ value: T) {
    // Members are handed over to be read into; here they only give their values.
    var value = value
    object { value.fields(&$0) }
  }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isLater = false
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    isLater = true
  }

  mutating func list(_ elements: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "["))
    isLater = false
    elements(&self)
    bytes.append(UInt8(ascii: "]"))
    isLater = true
  }

  mutating func element<T: JSONRecord>(_ value: T) {
    separate()
    write(value)
  }

  mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func field(_ name: String, _ value: inout String) { member(name, value) }

  mutating func field(_ name: String, _ value: inout String?) { if let value { member(name, value) } }

  mutating func field(_ name: String, _ value: inout Int) { member(name, value) }

  mutating func field(_ name: String, _ value: inout Int?) { if let value { member(name, value) } }

  mutating func field(_ name: String, _ value: inout Double) {
    key(name)
    number(value)
  }

  mutating func field(_ name: String, _ value: inout Double?) {
    guard let value else { return }
    key(name)
    number(value)
  }

  mutating func field(_ name: String, _ value: inout Bool) { member(name, value) }

  mutating func field(_ name: String, _ value: inout Bool?) { if let value { member(name, value) } }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T) {
    key(name)
    write(value)
  }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T?) {
    guard let value else { return }
    key(name)
    write(value)
  }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout [T]) {
    key(name)
    let elements = value
    list { writer in for element in elements { writer.element(element) } }
  }

  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// `null` where there is none.
  mutating func nullable(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { bytes.append(contentsOf: "null".utf8) }
  }

  /// As few digits as tell the number from its neighbours. JSON knows no infinity: it is a text.
  private mutating func number(_ value: Double) {
    if let whole = Int64(exactly: value), abs(whole) < 1 << 53, whole != 0 || value.sign == .plus {
      bytes.append(contentsOf: String(whole).utf8)
    } else if value.isFinite {
      bytes.append(contentsOf: "\(value)".utf8)
    } else {
      string("\(value)")
    }
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Control and direction characters beyond ASCII begin with one of two bytes in UTF-8.
    var isPlain = true
    var mayCommand = false
    for byte in text.utf8 {
      switch byte {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: isPlain = false
      case 0xC2, 0xE2: mayCommand = true
      default: break
      }
    }
    if isPlain, !mayCommand || !text.unicodeScalars.contains(where: Markup.isControl) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Control and direction characters as `\u009b`: what is shown on a terminal must not command it.
  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case _ where Markup.isControl(scalar):
      let digits = String(scalar.value, radix: 16)
      bytes.append(contentsOf: "\\u".utf8)
      bytes.append(contentsOf: String(repeating: "0", count: max(0, 4 - digits.count)).utf8)
      bytes.append(contentsOf: digits.utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private mutating func separate() {
    if isLater { bytes.append(UInt8(ascii: ",")) }
    isLater = true
  }
}
