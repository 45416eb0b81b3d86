import Playbook

/// Reads numbers that were stored as text, in the forms of method.md, 7.8: `1,200,000元`, `120萬`, `１２３`, `60%`.
package enum NumberReader {
  package struct Reading: Equatable {
    package var value: Double
    /// The text names a unit of its own (元, 萬, 億, %): a unit in the header does not scale it again.
    package var hasUnit: Bool
  }

  /// Nil for what is no number, and for what is one only by guessing (`約200萬`, `1,2`).
  package static func read(_ text: String) -> Reading? {
    var rest = Substring(StraySpace.trimmed(TextFolding.folded(text)))
    var hasUnit = false
    var negative = false

    // An apostrophe is how a spreadsheet program marks a number kept as text.
    if rest.first == "'" { rest = trimmed(rest.dropFirst()) }
    if rest.first == "(", rest.last == ")" {
      negative = true
      rest = trimmed(rest.dropFirst().dropLast())
    }
    if let sign = rest.first, sign == "-" || sign == "+" {
      guard !negative else { return nil }
      negative = sign == "-"
      rest = trimmed(rest.dropFirst())
    }
    for mark in currencyMarks where rest.hasPrefix(mark) {
      rest = trimmed(rest.dropFirst(mark.count))
      hasUnit = true
      break
    }

    var exponent = 0
    if rest.last == "%" {
      exponent = -2
      hasUnit = true
      rest = trimmed(rest.dropLast())
    } else {
      for unit in currencyUnits where rest.hasSuffix(unit) {
        rest = trimmed(rest.dropLast(unit.count))
        hasUnit = true
        break
      }
      if let last = rest.last, let power = multipliers[last] {
        exponent = power
        hasUnit = true
        rest = trimmed(rest.dropLast())
      }
    }
    guard let digits = digits(rest) else { return nil }
    // The power of ten goes into the literal so that 1.2億 is 120000000 to the last bit.
    guard let value = Double("\(digits)e\(exponent)"), value.isFinite else { return nil }
    return Reading(value: negative ? -value : value, hasUnit: hasUnit)
  }

  /// `number` times a power of ten, as if the decimal point of its shortest form had been moved.
  package static func scaled(_ number: Double, byPowerOfTen power: Int) -> Double {
    guard power != 0, number.isFinite else { return number }
    let text = "\(number)"
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      return Double("\(text)e\(power)") ?? number
    }
    let exponent = (Int(text[text.index(after: mark)...]) ?? 0) + power
    return Double("\(text[..<mark])e\(exponent)") ?? number
  }

  /// 4 for 10,000.
  static func powerOfTen(of scale: Double) -> Int {
    var rest = scale
    var power = 0
    while rest >= 10 {
      rest /= 10
      power += 1
    }
    return power
  }

  /// Digits with at most one point; commas only where they separate thousands.
  private static func digits(_ text: Substring) -> String? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let head = groups.first else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(head.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    let fraction = halves.count == 2 ? halves[1] : ""
    let joined = groups.joined()
    guard !(joined.isEmpty && fraction.isEmpty), (joined + fraction).utf8.allSatisfy(isDigit) else {
      return nil
    }
    return (joined.isEmpty ? "0" : joined) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    Substring(StraySpace.trimmed(String(text)))
  }

  private static let currencyMarks = ["nt$", "rmb", "cny", "eur", "usd", "¥", "￥", "$", "€"]
  private static let currencyUnits = ["人民幣", "人民币", "元", "圓", "圆", "rmb", "cny", "eur", "€"]
  private static let multipliers: [Character: Int] = ["千": 3, "萬": 4, "万": 4, "億": 8, "亿": 8]
}
