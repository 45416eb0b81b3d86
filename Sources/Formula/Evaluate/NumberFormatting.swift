// SPDX-License-Identifier: Apache-2.0

/// Formats a number as `&` does: at most 15 significant digits, without trailing zeros.
///
/// From 1E+15 up it uses an exponent, as Excel does; small numbers are written out with up to 20 decimals, as in LibreOffice.
package enum NumberFormatting {
  package static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func append(_ value: Double, to bytes: inout [UInt8]) {
    if value.magnitude < 1e15, let whole = Int64(exactly: value) {
      bytes.append(contentsOf: String(whole).utf8)
      return
    }
    var (digits, exponent) = decimal(value)
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let zero = UInt8(ascii: "0")
    switch exponent {
    case ...(-15), 15...:
      bytes.append(zero + digits[0])
      if digits.count > 1 {
        bytes.append(UInt8(ascii: "."))
        for digit in digits.dropFirst() { bytes.append(zero + digit) }
      }
      bytes.append(contentsOf: exponent < 0 ? "E-".utf8 : "E+".utf8)
      if exponent.magnitude < 10 { bytes.append(zero) }
      bytes.append(contentsOf: String(exponent.magnitude).utf8)
    case ..<0:
      if digits.count - exponent - 1 > 20 { (digits, exponent) = rounded(digits, exponent, to: 21 + exponent) }
      bytes.append(contentsOf: "0.".utf8)
      for _ in 0..<(-exponent - 1) { bytes.append(zero) }
      for digit in digits { bytes.append(zero + digit) }
    default:
      for place in 0..<max(digits.count, exponent + 1) {
        if place == exponent + 1 { bytes.append(UInt8(ascii: ".")) }
        bytes.append(place < digits.count ? zero + digits[place] : zero)
      }
    }
  }

  /// The number that the text of `value` spells: `value` rounded to 15 significant digits.
  package static func asWritten(_ value: Double) -> Double {
    if value.magnitude < 1e15, value.rounded(.towardZero) == value { return value }
    return Double(text(value)) ?? value
  }

  /// The first 15 significant digits without trailing zeros, and the decimal exponent of the first digit: 0 for the ones place.
  private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var rest = value.magnitude.description.utf8[...]
    if let e = rest.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(Substring(rest[rest.index(after: e)...])) ?? 0
      rest = rest[..<e]
    }
    for byte in rest {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - UInt8(ascii: "0")) }
    }
    exponent += (point ?? digits.count) - 1
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    if digits.isEmpty { return ([0], 0) }
    // The shortest form ends in a 5 that is only the rounding of what the number really is.
    if digits.count == 16, digits[15] == 5, isBelow(digits, exponent - leading, value) {
      digits[15] = 4
    }
    return rounded(digits, exponent - leading, to: 15)
  }

  /// Whether the magnitude of a number is less than these digits of its shortest decimal form, by exact whole numbers.
  package static func isBelow(_ digits: [UInt8], _ exponent: Int, _ value: Double) -> Bool {
    let magnitude = value.magnitude
    guard magnitude.isNormal else { return false }
    var number = ExactWhole(magnitude.significandBitPattern | 1 << UInt64(Double.significandBitCount))
    var written = ExactWhole(digits.reduce(0) { $0 * 10 + UInt64($1) })
    let twos = Int(magnitude.exponent) - Double.significandBitCount
    let tens = exponent - digits.count + 1
    if twos > 0 { number.multiply(by: 2, times: twos) } else { written.multiply(by: 2, times: -twos) }
    if tens > 0 { written.multiply(by: 10, times: tens) } else { number.multiply(by: 10, times: -tens) }
    return number.isLess(than: written)
  }

  private static func rounded(_ digits: [UInt8], _ exponent: Int, to count: Int) -> ([UInt8], Int) {
    var kept = Array(digits.prefix(max(count, 0)))
    var exponent = exponent
    if digits.count > kept.count, digits[kept.count] >= 5 {
      var place = kept.count - 1
      while place >= 0, kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      if place >= 0 {
        kept[place] += 1
      } else {
        kept.insert(1, at: 0)
        exponent += 1
      }
    }
    while kept.count > 1, kept.last == 0 { kept.removeLast() }
    return kept.isEmpty ? ([0], 0) : (kept, exponent)
  }
}

/// A whole number of any size.
private struct ExactWhole {
  /// From the lowest to the highest.
  private var parts: [UInt32]

  init(_ number: UInt64) {
    parts = [UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32)]
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    // As many factors at once as fit into a part.
    let step = factor == 2 ? 31 : 9
    var left = times
    while left > 0 {
      let count = min(left, step)
      let product = (0..<count).reduce(UInt64(1)) { whole, _ in whole * factor }
      var carry: UInt64 = 0
      for index in parts.indices {
        carry += UInt64(parts[index]) * product
        parts[index] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      if carry > 0 { parts.append(UInt32(carry)) }
      left -= count
    }
  }

  func isLess(than other: ExactWhole) -> Bool {
    for index in (0..<max(parts.count, other.parts.count)).reversed() {
      let own = index < parts.count ? parts[index] : 0
      let its = index < other.parts.count ? other.parts[index] : 0
      if own != its { return own < its }
    }
    return false
  }
}
