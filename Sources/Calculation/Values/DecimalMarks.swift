// SPDX-License-Identifier: Apache-2.0

/// The marks of numbers in texts: where the decimal mark is a comma, points group digits.
enum DecimalMarks {
  /// Whether two texts differ only in that points and commas among digits are swapped: `1,234.5 t` and `1.234,5 t`.
  static func areSwapped(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    guard x.count == y.count else { return false }
    let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    var swaps = 0
    for place in x.indices where x[place] != y[place] {
      guard x[place] == point && y[place] == comma || x[place] == comma && y[place] == point,
        place > 0, place + 1 < x.count, isDigit(x[place - 1]), isDigit(x[place + 1])
      else { return false }
      swaps += 1
    }
    return swaps > 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
