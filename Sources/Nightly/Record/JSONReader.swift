// SPDX-License-Identifier: Apache-2.0

/// Reads JSON written by ``JSONWriter``, with or without tables: on one line, without spaces, members in their order. A missing member
/// keeps its default; an unknown member or any other deviation is an error.
struct JSONReader: JSONFields {
  private let bytes: [UInt8]
  private var at = 0
  private var isLater = false
  /// Whether the input differs from what was expected. After that, nothing more is read.
  private var isFaulty = false
  /// Whether the elements of lists are validated without being kept.
  private let skims: Bool
  /// The names of the members of the row that is being read, and the index of the next one.
  private var row: (names: [String], next: Int)?

  init(_ bytes: [UInt8], skimming: Bool = false) {
    self.bytes = bytes
    skims = skimming
  }

  /// Reads an object that makes up the whole input.
  mutating func whole<T: JSONRecord>(_ type: T.Type) -> T? {
    let value = object(type)
    return isFaulty || at != bytes.count ? nil : value
  }

  /// Reads a list of objects that makes up the whole input.
  mutating func wholeList<T: JSONRecord>(of type: T.Type) -> [T]? {
    let values = list(type)
    return isFaulty || at != bytes.count ? nil : values
  }

  mutating func field(_ name: String, _ value: inout String) { if has(name) { value = string() } }

  mutating func field(_ name: String, _ value: inout String?) { if has(name) { value = string() } }

  mutating func field(_ name: String, _ value: inout Int) { if has(name) { value = int() } }

  mutating func field(_ name: String, _ value: inout Int?) { if has(name) { value = int() } }

  mutating func field(_ name: String, _ value: inout Double) { if has(name) { value = double() } }

  mutating func field(_ name: String, _ value: inout Double?) { if has(name) { value = double() } }

  mutating func field(_ name: String, _ value: inout Bool) { if has(name) { value = bool() } }

  mutating func field(_ name: String, _ value: inout Bool?) { if has(name) { value = bool() } }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T) { if has(name) { value = object(T.self) } }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T?) { if has(name) { value = object(T.self) } }

  mutating func field<T: JSONRecord>(_ name: String, _ value: inout [T]) { if has(name) { value = list(T.self) } }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func expect(_ scalar: Unicode.Scalar) {
    if byte == UInt8(ascii: scalar) { at += 1 } else { isFaulty = true }
  }

  private mutating func object<T: JSONRecord>(_ type: T.Type) -> T {
    var value = T()
    expect("{")
    guard !isFaulty else { return value }
    let outer = row
    row = nil
    isLater = false
    value.fields(&self)
    expect("}")
    isLater = true
    row = outer
    return value
  }

  /// Reads the values of a record after the names of its members.
  private mutating func values<T: JSONRecord>(_ type: T.Type, of names: [String]) -> T {
    var value = T()
    expect("[")
    let outer = row
    row = (names, 0)
    value.fields(&self)
    if row?.next != names.count { isFaulty = true }
    expect("]")
    row = outer
    return value
  }

  private mutating func memberNames() -> [String] {
    var names: [String] = []
    expect("[")
    while !isFaulty, byte != UInt8(ascii: "]") {
      if !names.isEmpty { expect(",") }
      names.append(string())
    }
    expect("]")
    return names
  }

  private mutating func list<T: JSONRecord>(_ type: T.Type) -> [T] {
    var values: [T] = []
    expect("[")
    let names = byte == UInt8(ascii: "[") ? memberNames() : nil
    var isFirst = names == nil
    while !isFaulty, byte != UInt8(ascii: "]") {
      if !isFirst { expect(",") }
      isFirst = false
      let value = if let names { self.values(type, of: names) } else { object(type) }
      if !skims { values.append(value) }
    }
    expect("]")
    isLater = true
    return values
  }

  /// Whether the next member has this name; if so, moves on to its value.
  private mutating func has(_ name: String) -> Bool {
    guard !isFaulty else { return false }
    if let row { return hasValue(name, row.names, row.next) }
    var place = at
    func next(_ expected: UInt8) -> Bool {
      guard place < bytes.count, bytes[place] == expected else { return false }
      place += 1
      return true
    }
    if isLater { guard next(UInt8(ascii: ",")) else { return false } }
    guard next(UInt8(ascii: "\"")) else { return false }
    for byte in name.utf8 { guard next(byte) else { return false } }
    guard next(UInt8(ascii: "\"")), next(UInt8(ascii: ":")) else { return false }
    at = place
    isLater = true
    return true
  }

  /// Whether the row has a value for the member of this name; if so, moves on to it.
  private mutating func hasValue(_ name: String, _ names: [String], _ next: Int) -> Bool {
    guard next < names.count, names[next] == name else { return false }
    if next > 0 { expect(",") }
    row = (names, next + 1)
    guard byte == UInt8(ascii: "n") else { return true }
    if word() != "null" { isFaulty = true }
    return false
  }

  /// Everything up to the next comma or bracket.
  private mutating func word() -> String {
    let start = at
    while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func bool() -> Bool {
    let word = word()
    if word != "true", word != "false" { isFaulty = true }
    return word == "true"
  }

  private mutating func int() -> Int {
    guard let value = Int(word()) else {
      isFaulty = true
      return 0
    }
    return value
  }

  private mutating func double() -> Double {
    let text = byte == UInt8(ascii: "\"") ? string() : word()
    guard let value = Double(text) else {
      isFaulty = true
      return 0
    }
    return value
  }

  private mutating func string() -> String {
    expect("\"")
    let start = at
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
    guard byte == UInt8(ascii: "\\") else {
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      expect("\"")
      return text
    }
    var text = Array(bytes[start..<at])
    while let byte, byte != UInt8(ascii: "\""), !isFaulty {
      at += 1
      if byte == UInt8(ascii: "\\") { escaped(&text) } else { text.append(byte) }
    }
    expect("\"")
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads an escape after its backslash. Characters beyond the first plane are never escaped.
  private mutating func escaped(_ text: inout [UInt8]) {
    guard let byte else {
      isFaulty = true
      return
    }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      let end = at + 4
      guard end <= bytes.count, let code = UInt32(String(decoding: bytes[at..<end], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar)
      else {
        isFaulty = true
        return
      }
      at = end
      text += encoded
    default: isFaulty = true
    }
  }
}
