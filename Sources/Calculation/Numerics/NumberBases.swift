// SPDX-License-Identifier: Apache-2.0

/// Numbers in other bases.
enum NumberBases {
  /// The digits of a non-negative whole number.
  static func text(_ value: UInt64, base: Int) -> String { String(value, radix: base, uppercase: true) }

  /// The number that digits in a base spell; nil if a character is not a digit of the base.
  static func value(of digits: String, base: Int) -> Double? {
    var value = 0.0
    for byte in digits.utf8 {
      guard let digit = digit(byte), digit < base else { return nil }
      value = value * Double(base) + Double(digit)
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...90: Int(byte) - 55
    case 97...122: Int(byte) - 87
    default: nil
    }
  }

  /// Ten-digit two's complement, in which BIN2DEC and similar functions write negative numbers.
  struct TenDigits {
    var base: Int

    /// 2^10, 8^10 or 16^10.
    private var modulus: Int64 {
      var power: Int64 = 1
      for _ in 0..<10 { power *= Int64(base) }
      return power
    }

    /// Nil for an invalid character or more than ten digits.
    func value(of digits: String) -> Int64? {
      guard digits.utf8.count <= 10, let value = NumberBases.value(of: digits, base: base) else { return nil }
      let whole = Int64(value)
      return whole >= modulus / 2 ? whole - modulus : whole
    }

    /// Nil if the number is out of range or has more digits than `places`.
    func text(_ value: Int64, places: Int?) -> String? {
      guard value >= -modulus / 2, value < modulus / 2 else { return nil }
      if value < 0 { return NumberBases.text(UInt64(value + modulus), base: base) }
      let digits = NumberBases.text(UInt64(value), base: base)
      guard let places else { return digits }
      guard places >= digits.count else { return nil }
      return String(repeating: "0", count: places - digits.count) + digits
    }
  }
}

/// Roman numerals from 0 to 3999.
enum RomanNumerals {
  private static let classic: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// - Parameter form: 0 (classic) to 4 (shortest); each step lets a smaller numeral precede one further away.
  static func text(_ value: Int, form: Int) -> String {
    let signs = Array("MDCLXVI")
    let values = [1000, 500, 100, 50, 10, 5, 1]
    var rest = value
    var result = ""
    for i in 0...3 {
      let index = 2 * i
      let digit = rest / values[index]
      if digit % 5 == 4 {
        let larger = digit == 4 ? index - 1 : index - 2
        var steps = 0
        var smaller = index
        while steps < form, smaller < signs.count - 1 {
          steps += 1
          if values[larger] - values[smaller + 1] <= rest { smaller += 1 } else { steps = form }
        }
        result.append(signs[smaller])
        result.append(signs[larger])
        rest = rest + values[smaller] - values[larger]
      } else {
        if digit > 4 { result.append(signs[index - 1]) }
        result += String(repeating: signs[index], count: digit % 5)
        rest %= values[index]
      }
    }
    return result
  }

  /// Nil for other characters. Any order is accepted: a smaller numeral before a larger one is subtracted.
  static func value(of text: String) -> Int? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    var total = 0
    var largest = 0
    for sign in text.uppercased().reversed() {
      guard let value = values[sign] else { return nil }
      if value >= largest {
        total += value
        largest = value
      } else {
        total -= value
      }
    }
    return total
  }
}
