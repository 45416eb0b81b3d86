// SPDX-License-Identifier: Apache-2.0

import Base

/// Writes records as JSON on one line, without spaces.
struct JSONWriter: JSONFields {
  private var text = JSONText()

  var bytes: [UInt8] { text.bytes }

  mutating func write<T: JSONRecord>(_ value: T) {
    // `fields` takes members `inout`, because it also serves for reading.
    var value = value
    object { value.fields(&$0) }
  }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    text.open(UInt8(ascii: "{"))
    members(&self)
    text.close(UInt8(ascii: "}"))
  }

  mutating func list<T: JSONRecord>(_ elements: [T]) {
    text.open(UInt8(ascii: "["))
    for element in elements { write(element) }
    text.close(UInt8(ascii: "]"))
  }

  mutating func field(_ name: String, _ value: inout String) { member(name, value) }

  mutating func field(_ name: String, _ value: inout String?) { if let value { member(name, value) } }

  mutating func field(_ name: String, _ value: inout Int) { member(name, value) }

  mutating func field(_ name: String, _ value: inout Int?) { if let value { member(name, value) } }

  mutating func field(_ name: String, _ value: inout Double) {
    text.key(name)
    number(value)
  }

  mutating func field(_ name: String, _ value: inout Double?) {
    guard let value else { return }
    text.key(name)
    number(value)
  }

  mutating func field(_ name: String, _ value: inout Bool) { text.field(name, value) }

  mutating func field(_ name: String, _ value: inout Bool?) { if let value { text.field(name, value) } }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T) {
    text.key(name)
    write(value)
  }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T?) {
    guard let value else { return }
    text.key(name)
    write(value)
  }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout [T]) {
    text.key(name)
    list(value)
  }

  mutating func member(_ name: String, _ value: String) { text.field(name, value) }

  mutating func member(_ name: String, _ value: Int) { text.field(name, value) }

  /// Writes `null` for nil.
  mutating func nullable(_ name: String, _ value: String?) { text.field(name, value) }

  /// Writes as few digits as are needed to read the same number back. JSON has no infinity, so that becomes text.
  private mutating func number(_ value: Double) {
    if let whole = Int64(exactly: value), abs(whole) < 1 << 53, whole != 0 || value.sign == .plus {
      text.raw(String(whole))
    } else if value.isFinite {
      text.raw("\(value)")
    } else {
      text.string("\(value)")
    }
  }
}
