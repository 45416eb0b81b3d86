// SPDX-License-Identifier: Apache-2.0

package import Playbook
import Spreadsheet

/// Reads numbers that are stored as text: `1,200,000元`, `120萬`, `１２３`, `60%`, `€12.500,00`, `1.2M` (documents/method.md, Reading what was
/// typed).
package enum NumberReader {
  package struct Reading: Equatable {
    package var value: Double
    /// Whether the text names its own unit (元, 萬, 億, %); a unit in the header then does not scale it again.
    package var hasUnit: Bool
    /// The currency that the text names.
    package var currency: Currency?
    /// Whether the text ends with %; the value is then a share, whatever the column's scale.
    package var isShare: Bool
    /// Whether a cell keeps all digits of the text; an ID or a card number has too many.
    package var isKept: Bool

    package init(
      value: Double, hasUnit: Bool, currency: Currency? = nil, isShare: Bool = false, isKept: Bool = true
    ) {
      self.isKept = isKept
      self.value = value
      self.hasUnit = hasUnit
      self.currency = currency
      self.isShare = isShare
    }
  }

  /// The readings of a text for each decimal mark; both are the same if it contains no mark.
  package struct Readings: Equatable {
    package var withPoint: Reading?
    package var withComma: Reading?
    /// Whether the text contains a point or a comma.
    package var hasMark: Bool
    /// Whether the text ends with a dash that may be a minus sign or stand for no cents: `5000-`.
    package var hasOpenSign = false

    /// `12.500` and `12,500`: twelve and a half, or twelve thousand five hundred.
    package var areTwo: Bool {
      if let withPoint, let withComma { withPoint.value != withComma.value } else { false }
    }

    /// The reading for the marks of a column.
    package func reading(_ marks: DecimalMarks) -> Reading? {
      if hasOpenSign { return nil }
      switch marks {
      case .settled(.point): return withPoint
      case .settled(.comma): return withComma
      case .unsettled: return hasMark ? nil : withPoint
      case .usual:
        guard hasMark else { return withPoint }
        // Without other evidence, a comma separates thousands, as everywhere in Chinese and English; a point followed by exactly three
        // digits may be either.
        return areTwo && (withPoint?.value ?? 0).magnitude < (withComma?.value ?? 0).magnitude ? nil : withPoint
      }
    }
  }

  /// Nil for a text that is not a number, or only by guessing (`約200萬`, `1,2`, `12.500`).
  ///
  /// - Parameter marks: the decimal mark of the column.
  package static func read(_ text: String, _ marks: DecimalMarks = .usual) -> Reading? {
    readings(text)?.reading(marks)
  }

  /// All readings of the text as a number; nil if it is not a number.
  package static func readings(_ text: String) -> Readings? {
    guard text.mayBeEntry else { return nil }
    let folded = TextFolding.folded(text)
    // Most texts are words.
    guard folded.utf8.contains(where: isDigit) else { return nil }
    var rest = Substring(StraySpace.trimmed(folded))
    var negative = false
    // Spreadsheet programs mark a number stored as text with an apostrophe.
    if rest.first == "'" { rest = trimmed(rest.dropFirst()) }
    if rest.first == "(", rest.last == ")" {
      negative = true
      rest = trimmed(rest.dropFirst().dropLast())
    }
    func takeSign() -> Bool {
      guard let sign = rest.first, "-+\u{2212}".contains(sign) else { return true }
      guard !negative else { return false }
      negative = sign != "+"
      rest = trimmed(rest.dropFirst())
      return true
    }
    guard takeSign() else { return nil }
    var before: Currency?
    if let (word, currency) = currency(atStartOf: rest) {
      before = currency
      rest = trimmed(rest.dropFirst(word.count))
      guard takeSign() else { return nil }
    }
    var exponent = 0
    var after: Currency?
    var isShare = false
    var hasOpenSign = false
    var hasUnit = before != nil
    if rest.last == "%" {
      exponent = -2
      isShare = true
      rest = trimmed(rest.dropLast())
    } else {
      var isJoined = false
      if let (word, currency) = currency(atEndOf: rest) {
        after = currency
        let number = rest.dropLast(word.count)
        isJoined = number.last.map { !$0.isWhitespace } ?? false
        rest = trimmed(number)
      }
      // The T of `120 T€` and `120 TEUR`.
      if let (length, power) = isJoined && rest.last == "t" ? (1, 3) : multiplier(atEndOf: rest) {
        exponent = power
        hasUnit = true
        rest = trimmed(rest.dropLast(length))
      }
      if let cents = dashedCents(atEndOf: rest) {
        rest = rest.dropLast(cents) + "00"
      } else if rest.last == "-", !negative {
        // ERP programs write the minus sign of a debit after it, and its cents. Others write a dash for no cents.
        negative = true
        rest = trimmed(rest.dropLast())
        hasOpenSign = !endsWithCents(rest)
      }
    }
    hasUnit = hasUnit || after != nil || isShare
    // ¥80,000元 says the same thing twice; €5元 contradicts itself.
    guard let currency = agreed(before, after) else { return nil }
    if exponent == 0, let value = scientific(rest) {
      let reading = Reading(value: negative ? -value : value, hasUnit: hasUnit, currency: currency.one, isShare: false)
      return Readings(withPoint: reading, withComma: reading, hasMark: false, hasOpenSign: hasOpenSign)
    }
    guard let digits = NumberDigits(rest) else { return nil }
    func reading(_ digits: String?) -> Reading? {
      // The power of ten is part of the literal, so that 1.2億 is exactly 120000000.
      guard let digits, let value = Double("\(digits)e\(exponent)"), value.isFinite else { return nil }
      return Reading(
        value: negative ? -value : value, hasUnit: hasUnit, currency: currency.one, isShare: isShare,
        isKept: WrittenDigits.areKept(digits, as: value))
    }
    return Readings(
      withPoint: reading(digits.withPoint), withComma: reading(digits.withComma), hasMark: digits.hasMark,
      hasOpenSign: hasOpenSign)
  }

  /// `3.2e5`, as spreadsheets show large numbers in narrow columns.
  private static func scientific(_ text: Substring) -> Double? {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let last = parts[1].utf8.last, isDigit(last), (1...3).contains(parts[1].utf8.count),
      parts[0].utf8.contains(where: isDigit), parts[0].utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// `number` times a power of ten, as if the decimal point of its shortest form were moved.
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

  private static func trimmed(_ text: Substring) -> Substring { Substring(StraySpace.trimmed(String(text))) }

  // MARK: Currencies and multipliers

  private static func currency(atStartOf text: Substring) -> (word: String, Currency)? {
    guard let first = text.utf8.first, !isDigit(first) else { return nil }
    for word in Currency.allWords where text.hasPrefix(word) {
      return Currency.named(word).map { (word, $0) }
    }
    return nil
  }

  private static func currency(atEndOf text: Substring) -> (word: String, Currency)? {
    guard let last = text.utf8.last, !isDigit(last) else { return nil }
    for word in Currency.allWords where text.hasSuffix(word) {
      return Currency.named(word).map { (word, $0) }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// The more specific of two currencies; nil if they contradict each other.
  private static func agreed(_ before: Currency?, _ after: Currency?) -> (one: Currency?, Void)? {
    guard let before, let after else { return (before ?? after, ()) }
    if before.includes(after) { return (before, ()) }
    return after.includes(before) ? (after, ()) : nil
  }

  /// The length of the dashes that stand for no cents, as in `80'000.-` and `80.000,-- €`.
  private static func dashedCents(atEndOf text: Substring) -> Int? {
    let dashes = text.reversed().prefix { "-–—―".contains($0) }.count
    guard dashes > 0, let mark = text.dropLast(dashes).last, mark == "." || mark == "," else { return nil }
    return dashes
  }

  private static func endsWithCents(_ text: Substring) -> Bool {
    let digits = text.utf8.reversed().prefix(while: isDigit).count
    return digits == 2 && text.utf8.dropLast(2).last.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") } == true
  }

  private static func multiplier(atEndOf text: Substring) -> (length: Int, power: Int)? {
    for (word, power) in multipliers where text.hasSuffix(word) { return (word.count, power) }
    return nil
  }

  /// Words that end with others come first. `w` is how 萬 is typed in a hurry.
  private static let multipliers: [(String, Int)] = [
    ("百萬", 6), ("百万", 6), ("千萬", 7), ("千万", 7), ("十億", 9), ("十亿", 9), ("百億", 10), ("百亿", 10), ("萬億", 12),
    ("万亿", 12), ("千", 3), ("仟", 3), ("萬", 4), ("万", 4), ("億", 8), ("亿", 8), ("million", 6), ("mio.", 6), ("mio", 6),
    ("mn", 6), ("billion", 9), ("mrd.", 9), ("mrd", 9), ("bn", 9), ("tsd.", 3), ("tsd", 3), ("k", 3), ("m", 6),
    ("w", 4),
  ]
}

/// The decimal mark of the numbers that a column stores as text.
package enum DecimalMarks: Hashable, Sendable {
  /// The column contains no evidence.
  case usual
  case settled(DecimalMark)
  /// Its texts contradict each other, or too few are conclusive.
  case unsettled
}
