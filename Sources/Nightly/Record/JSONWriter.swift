// SPDX-License-Identifier: Apache-2.0

import Base

/// Writes records as JSON on one line, without spaces.
struct JSONWriter: JSONFields {
  private var text = JSONText()
  /// Whether a list of several records begins with the names of their members and goes on with an array of values for each record. For
  /// thousands of deals, that takes half the bytes of repeating the names.
  private let writesTables: Bool
  /// Whether values are written without their names.
  private var isInRow = false

  init(tables: Bool = false) { writesTables = tables }

  var bytes: [UInt8] { text.bytes }

  mutating func write<T: JSONRecord>(_ value: T) {
    // `fields` takes members `inout`, because it also serves for reading.
    var value = value
    object { value.fields(&$0) }
  }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclosed("{", "}", isRow: false, members)
  }

  mutating func list<T: JSONRecord>(_ elements: [T]) {
    text.open(UInt8(ascii: "["))
    if writesTables, elements.count > 1 {
      text.array { json in for name in MemberNames.of(T.self) { json.string(name) } }
      for var element in elements { enclosed("[", "]", isRow: true) { element.fields(&$0) } }
    } else {
      for element in elements { write(element) }
    }
    text.close(UInt8(ascii: "]"))
  }

  private mutating func enclosed(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, isRow: Bool, _ members: (inout JSONWriter) -> Void
  ) {
    let wasInRow = isInRow
    isInRow = isRow
    text.open(UInt8(ascii: opening))
    members(&self)
    text.close(UInt8(ascii: closing))
    isInRow = wasInRow
  }

  mutating func field(_ name: String, _ value: inout String) { member(name, value) }

  mutating func field(_ name: String, _ value: inout String?) { optional(name, value) { $0.text.string($1) } }

  mutating func field(_ name: String, _ value: inout Int) { member(name, value) }

  mutating func field(_ name: String, _ value: inout Int?) { optional(name, value) { $0.text.raw(String($1)) } }

  mutating func field(_ name: String, _ value: inout Double) { optional(name, value) { $0.number($1) } }

  mutating func field(_ name: String, _ value: inout Double?) { optional(name, value) { $0.number($1) } }

  mutating func field(_ name: String, _ value: inout Bool) {
    optional(name, value) { $0.text.raw($1 ? "true" : "false") }
  }

  mutating func field(_ name: String, _ value: inout Bool?) {
    optional(name, value) { $0.text.raw($1 ? "true" : "false") }
  }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T) { optional(name, value) { $0.write($1) } }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T?) { optional(name, value) { $0.write($1) } }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout [T]) { optional(name, value) { $0.list($1) } }

  mutating func member(_ name: String, _ value: String) { optional(name, value) { $0.text.string($1) } }

  mutating func member(_ name: String, _ value: Int) { optional(name, value) { $0.text.raw(String($1)) } }

  /// A member that is nil is omitted; in a row, its place is kept.
  private mutating func optional<Value>(
    _ name: String, _ value: Value?, _ write: (inout JSONWriter, Value) -> Void
  ) {
    guard let value else {
      if isInRow { text.null() }
      return
    }
    if !isInRow { text.key(name) }
    write(&self, value)
  }

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

/// Collects the names of a record's members, in their order.
struct MemberNames: JSONFields {
  private var names: [String] = []

  static func of<T: JSONRecord>(_ type: T.Type) -> [String] {
    var collector = MemberNames()
    var value = T()
    value.fields(&collector)
    return collector.names
  }

  mutating func field(_ name: String, _ value: inout String) { names.append(name) }
  mutating func field(_ name: String, _ value: inout String?) { names.append(name) }
  mutating func field(_ name: String, _ value: inout Int) { names.append(name) }
  mutating func field(_ name: String, _ value: inout Int?) { names.append(name) }
  mutating func field(_ name: String, _ value: inout Double) { names.append(name) }
  mutating func field(_ name: String, _ value: inout Double?) { names.append(name) }
  mutating func field(_ name: String, _ value: inout Bool) { names.append(name) }
  mutating func field(_ name: String, _ value: inout Bool?) { names.append(name) }
  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T) { names.append(name) }
  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T?) { names.append(name) }
  mutating func field<T: JSONRecord>(_ name: String, _ value: inout [T]) { names.append(name) }
}
