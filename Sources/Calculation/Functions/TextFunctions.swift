// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Parts of text, case and positions. Positions count UTF-16 units, as in Excel.
enum TextFunctions {
  static let all: [Function] = [
    Function("LEN", "V") { (call) throws(Halt) in .number(try call.text(0).utf16.count) },
    Function("LEFT", "V") { (call) throws(Halt) in
      let text = try call.text(0)
      // An argument that is written and empty is 0.
      let count = try call.has(1) ? call.int(1) : 1
      guard count >= 0 else { throw .value }
      return .text(String(decoding: Array(text.utf16.prefix(count)), as: UTF16.self))
    },
    Function("RIGHT", "V") { (call) throws(Halt) in
      let text = try call.text(0)
      // An argument that is written and empty is 0.
      let count = try call.has(1) ? call.int(1) : 1
      guard count >= 0 else { throw .value }
      return .text(String(decoding: Array(text.utf16.suffix(count)), as: UTF16.self))
    },
    Function("MID", "V") { (call) throws(Halt) in
      let units = try Array(call.text(0).utf16)
      let start = try call.int(1)
      let count = try call.int(2)
      guard start >= 1, count >= 0 else { throw .value }
      return .text(part(of: units, from: start - 1, count))
    },
    Function("CONCATENATE", "V") { (call) throws(Halt) in
      var text = ""
      for index in 0..<call.count { text += try call.text(index) }
      return .text(text)
    },
    Function("UPPER", "V") { (call) throws(Halt) in .text(try call.text(0).uppercased()) },
    Function("LOWER", "V") { (call) throws(Halt) in .text(try call.text(0).lowercased()) },
    Function("PROPER", "V") { (call) throws(Halt) in .text(proper(try call.text(0))) },
    Function("TRIM", "V") { (call) throws(Halt) in
      .text(try call.text(0).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " "))
    },
    Function("CLEAN", "V") { (call) throws(Halt) in
      .text(String(String.UnicodeScalarView(try call.text(0).unicodeScalars.filter { $0.value >= 32 })))
    },
    Function("REPT", "V") { (call) throws(Halt) in
      let text = try call.text(0)
      let count = try call.int(1)
      guard count >= 0 else { throw .value }
      return .text(
        try checked(length: text.utf16.count * min(count, longest + 1)) { String(repeating: text, count: count) })
    },
    Function("EXACT", "V") { (call) throws(Halt) in
      .boolean(try call.text(0).utf8.elementsEqual(call.text(1).utf8))
    },
    Function("FIND", "V") { (call) throws(Halt) in
      let text = try call.text(1)
      let start = try start(call, in: text)
      guard let place = TextSearch.place(of: try call.text(0), in: text, from: start) else { throw .value }
      return .number(place + 1)
    },
    Function("SEARCH", "V") { (call) throws(Halt) in
      let text = try call.text(1)
      let start = try start(call, in: text)
      let pattern = wildcards(try call.text(0))
      try call.evaluator.spend(TextSearch.cost(ofPattern: pattern, in: text) / 8)
      guard let place = TextSearch.place(ofPattern: pattern, in: text, from: start) else { throw .value }
      return .number(place + 1)
    },
    Function("REPLACE", "V") { (call) throws(Halt) in
      let units = try Array(call.text(0).utf16)
      let start = try call.int(1)
      let count = try call.int(2)
      guard start >= 1, count >= 0 else { throw .value }
      let head = part(of: units, from: 0, start - 1)
      let end = min(units.count, start - 1 + min(count, units.count))
      let tail = end < units.count ? part(of: units, from: end, units.count) : ""
      return .text(try head + call.text(3) + tail)
    },
    Function("SUBSTITUTE", "V") { (call) throws(Halt) in
      let occurrence = try call.isPresent(3) ? call.int(3) : 0
      guard !call.has(3) || occurrence >= 1 else { throw .value }
      let text = try TextSearch.replaced(
        call.text(0), call.text(1), by: call.text(2), occurrence: occurrence, longest: longest)
      guard let text else { throw .value }
      return .text(text)
    },
    Function("UNICHAR", "V") { (call) throws(Halt) in
      let code = try call.whole(0)
      guard code >= 1, code <= 0x10FFFF else { throw .value }
      // A surrogate is not a character.
      guard let scalar = Unicode.Scalar(UInt32(code)) else { throw .notAvailable }
      return .text(String(scalar))
    },
    Function("UNICODE", "V") { (call) throws(Halt) in
      guard let scalar = try call.text(0).unicodeScalars.first else { throw .value }
      return .number(Int(scalar.value))
    },
    Function("CHAR", "V") { (call) throws(Halt) in
      let code = try call.whole(0)
      guard code >= 1, code <= 255 else { throw .value }
      return .text(String(Windows1252.scalar(UInt8(code))))
    },
    Function("CODE", "V") { (call) throws(Halt) in
      guard let scalar = try call.text(0).unicodeScalars.first else { throw .value }
      return .number(Int(Windows1252.byte(scalar) ?? UInt8(ascii: "?")))
    },
  ]

  /// The longest text that a cell can hold, in UTF-16 units.
  static let longest = ExcelLimits.textLength

  static func checked(length: Int, _ text: () -> String) throws(Halt) -> String {
    guard length <= longest else { throw .value }
    return text()
  }

  static func part(of units: [UInt16], from start: Int, _ count: Int) -> String {
    guard start < units.count, count > 0 else { return "" }
    return String(decoding: units[start..<(start + min(count, units.count - start))], as: UTF16.self)
  }

  private static func start(_ call: borrowing Call, in text: String) throws(Halt) -> Int {
    let start = try call.has(2) ? call.int(2) : 1
    guard start >= 1, start <= max(1, text.utf16.count + 1) else { throw .value }
    return start - 1
  }

  /// `~` is an escape only before `*`, `?` and `~`; SEARCH ignores it elsewhere.
  private static func wildcards(_ pattern: String) -> String {
    var result = ""
    var isEscaped = false
    for character in pattern {
      if isEscaped {
        if "*?~".contains(character) { result.append("~") }
        result.append(character)
        isEscaped = false
      } else if character == "~" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Capitalizes each letter that does not follow a letter.
  private static func proper(_ text: String) -> String {
    var result = ""
    var isInside = false
    for character in text {
      result += isInside ? character.lowercased() : character.uppercased()
      isInside = character.isLetter
    }
    return result
  }
}

/// The characters of CHAR and CODE: Windows code page 1252 (Western Europe).
private enum Windows1252 {
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(high[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if let index = high.firstIndex(of: scalar.value) { return UInt8(0x80 + index) }
    return UInt8(exactly: scalar.value)
  }
}
