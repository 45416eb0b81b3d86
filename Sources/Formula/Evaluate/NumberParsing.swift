// SPDX-License-Identifier: Apache-2.0

/// The number that a text stands for in arithmetic and in criteria: `5`, ` 1,234.5 `, `-5%`, `(5)`, `1e3`, `$5`, `1 1/2`, and dates and
/// times that mean the same in every locale: `2025-06-30`, `30-Jun-2025`, `12:30`.
///
/// It reads what Excel and LibreOffice read alike. A date such as `3/4/2025` depends on the reader's locale and is not a number, so that a
/// workbook has the same values everywhere.
package enum NumberParsing {
  package static func number(_ text: String) -> Double? {
    let copy = text
    return number(copy.utf8Span.span)
  }

  static func number(_ text: Span<UInt8>) -> Double? {
    // Numbers are short; a longer text is not a number, whatever it begins with.
    guard text.count <= 64 else { return nil }
    var bytes: [UInt8] = []
    for index in text.indices {
      guard text[index] < 0x80 else { return nil }
      bytes.append(text[index])
    }
    let trimmed = bytes[...].trimmed
    guard !trimmed.isEmpty else { return nil }
    return decimal(trimmed) ?? fraction(trimmed) ?? DateText.serial(trimmed)
  }

  /// Like `number`, but without dates and times.
  package static func plainNumber(_ text: String) -> Double? {
    guard text.utf8.count <= 255, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let trimmed = Array(text.utf8)[...].trimmed
    guard !trimmed.isEmpty else { return nil }
    return decimal(trimmed) ?? fraction(trimmed)
  }

  /// Reads a number with sign, currency symbol, group separators, exponent and percent sign.
  private static func decimal(_ text: ArraySlice<UInt8>) -> Double? {
    var rest = text
    var negative = false
    if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      negative = true
      rest = rest.dropFirst().dropLast()
      guard let first = rest.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
        rest.last != UInt8(ascii: "%"), rest.last != UInt8(ascii: "-")
      else { return nil }
    }
    var signed = negative
    var currency = false
    prefix: while let first = rest.first {
      switch first {
      case UInt8(ascii: "+") where !signed: signed = true
      case UInt8(ascii: "-") where !signed: (signed, negative) = (true, true)
      case UInt8(ascii: "$") where !currency: currency = true
      case UInt8(ascii: " ") where signed || currency: break
      default: break prefix
      }
      rest = rest.dropFirst()
    }
    var percent = false
    if rest.last == UInt8(ascii: "%") {
      percent = true
      rest = rest.dropLast().trimmed
      if currency { return nil }
    }
    guard let clean = clean(rest, exponent: !percent), let value = Double(clean), value.isFinite else { return nil }
    // Too small for a Double.
    if value == 0, clean.prefix(while: { $0 != "e" }).contains(where: { $0 != "0" && $0 != "." }) { return nil }
    return (negative ? -value : value) / (percent ? 100 : 1)
  }

  /// The digits without group separators; nil if `text` is not an unsigned number.
  private static func clean(_ text: ArraySlice<UInt8>, exponent: Bool) -> String? {
    var clean: [UInt8] = []
    var digits = 0
    var group: Int?
    var rest = text
    while let byte = rest.first {
      if byte.isDigit {
        clean.append(byte)
        digits += 1
        if let size = group { group = size + 1 }
      } else if byte == UInt8(ascii: ",") {
        guard group == nil ? (1...3).contains(digits) : group == 3, clean.contains(where: { $0 != UInt8(ascii: "0") })
        else { return nil }
        group = 0
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard group == nil || group == 3 else { return nil }
    if rest.first == UInt8(ascii: ".") {
      clean.append(UInt8(ascii: "."))
      rest = rest.dropFirst()
      let decimals = rest.prefix { $0.isDigit }
      clean.append(contentsOf: decimals.isEmpty ? [UInt8(ascii: "0")] : Array(decimals))
      if digits == 0 { clean.insert(UInt8(ascii: "0"), at: 0) }
      digits += decimals.count
      rest = rest.dropFirst(decimals.count)
    }
    guard digits > 0 else { return nil }
    if exponent, let e = rest.first, e | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      clean.append(UInt8(ascii: "e"))
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        clean.append(sign)
        rest = rest.dropFirst()
      }
      guard let first = rest.first, first.isDigit else { return nil }
      let power = rest.prefix { $0.isDigit }
      clean.append(contentsOf: power)
      rest = rest.dropFirst(power.count)
    }
    return rest.isEmpty ? String(decoding: clean, as: UTF8.self) : nil
  }

  /// A mixed fraction: `1 1/2`.
  private static func fraction(_ text: ArraySlice<UInt8>) -> Double? {
    let negative = text.first == UInt8(ascii: "-")
    let parts = (negative ? text.dropFirst() : text).split(separator: UInt8(ascii: " "))
    guard parts.count == 2, let whole = integer(parts[0]) else { return nil }
    let ratio = parts[1].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard ratio.count == 2, let top = integer(ratio[0]), let bottom = integer(ratio[1]), bottom != 0,
      max(top, bottom) <= Int(Int16.max)
    else { return nil }
    let value = Double(whole) + Double(top) / Double(bottom)
    return negative ? -value : value
  }

  /// An unsigned whole number of at most nine digits.
  static func integer(_ text: ArraySlice<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 9 else { return nil }
    var value = 0
    for byte in text {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension ArraySlice<UInt8> {
  /// The text without leading and trailing spaces.
  var trimmed: ArraySlice<UInt8> {
    var rest = drop { $0 == UInt8(ascii: " ") }
    while rest.last == UInt8(ascii: " ") { rest = rest.dropLast() }
    return rest
  }
}
