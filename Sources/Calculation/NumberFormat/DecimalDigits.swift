// SPDX-License-Identifier: Apache-2.0

import Formula

/// The decimal digits of a number: at most 15 significant ones, as Excel shows.
struct DecimalDigits {
  /// Without leading or trailing zeros; empty for 0.
  private(set) var digits: [UInt8]
  /// The place of the first digit: 0 for ones, −1 for tenths.
  private(set) var exponent: Int

  /// Takes the digits of the magnitude; the sign is ignored.
  init(_ value: Double) {
    digits = []
    exponent = 0
    guard value != 0, value.isFinite else { return }
    var point: Int?
    var shift = 0
    var rest = value.magnitude.description.utf8[...]
    if let e = rest.firstIndex(of: UInt8(ascii: "e")) {
      shift = Int(Substring(rest[rest.index(after: e)...])) ?? 0
      rest = rest[..<e]
    }
    for byte in rest {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - UInt8(ascii: "0")) }
    }
    exponent = (point ?? digits.count) - 1 + shift
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    if digits.count == 16, digits[15] == 5, NumberFormatting.isBelow(digits, exponent, value) { digits[15] = 4 }
    round(toSignificant: 15)
  }

  var isZero: Bool { digits.isEmpty }

  /// The digit at a place: 0 for ones, −1 for tenths.
  func digit(at place: Int) -> UInt8 {
    let index = exponent - place
    return digits.indices.contains(index) ? digits[index] : 0
  }

  mutating func shift(by places: Int) { if !isZero { exponent += places } }

  /// Rounds to `places` decimals, halves up.
  mutating func round(toPlaces places: Int) { round(toSignificant: exponent + 1 + places) }

  mutating func round(toSignificant count: Int) {
    guard digits.count > count else {
      trim()
      return
    }
    guard count >= 0 else {
      digits = []
      exponent = 0
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeLast(digits.count - count)
    if roundsUp {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// The number of decimals.
  var places: Int { isZero ? 0 : max(0, digits.count - 1 - exponent) }

  /// The text with `places` decimals and, if `grouped`, thousands separators.
  func text(places: Int, grouped: Bool = false) -> String {
    var result = ""
    let first = max(exponent, 0)
    for place in stride(from: first, through: -places, by: -1) {
      if place == -1 { result += "." }
      result.append(Character(Unicode.Scalar(48 + digit(at: place))))
      if grouped, place > 0, place % 3 == 0 { result += "," }
    }
    return result
  }

  /// The text that a sufficiently wide cell with the General format shows: up to eleven characters.
  static func general(_ value: Double) -> String {
    var digits = DecimalDigits(value)
    guard !digits.isZero else { return "0" }
    let sign = value < 0 ? "-" : ""
    if digits.exponent >= 11 || digits.exponent < -4 && digits.text(places: digits.places).count > 11 {
      return sign + digits.scientific(significant: 6)
    }
    digits.round(toPlaces: max(0, digits.exponent >= 0 ? 9 - digits.exponent : 9))
    if digits.exponent >= 11 { return sign + digits.scientific(significant: 6) }
    return sign + digits.text(places: digits.places)
  }

  private func scientific(significant: Int) -> String {
    var rounded = self
    rounded.round(toSignificant: significant)
    var result = String(rounded.digits[0])
    if rounded.digits.count > 1 { result += "." + rounded.digits.dropFirst().map { String($0) }.joined() }
    let power = String(rounded.exponent.magnitude)
    return result + (rounded.exponent < 0 ? "E-" : "E+") + (power.count < 2 ? "0" : "") + power
  }
}
