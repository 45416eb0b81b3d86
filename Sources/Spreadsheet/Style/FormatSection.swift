// SPDX-License-Identifier: Apache-2.0

/// One section of a number format code, up to the next `;`.
struct FormatSection: Sendable {
  private(set) var kind = NumberFormat.Kind.number
  private(set) var isPercent = false
  private(set) var currencyMark: String?
  /// The condition of the section, such as `[<100]`.
  private var condition: Condition?
  /// The code after the `;`.
  private var rest: Substring.UTF8View?

  private struct Condition {
    var sign: String
    var bound: Double

    func holds(_ number: Double) -> Bool {
      switch sign {
      case "<=": number <= bound
      case ">=": number >= bound
      case "<>": number != bound
      case "<": number < bound
      case ">": number > bound
      default: number == bound
      }
    }
  }

  /// The sections for numbers, at most three; a fourth section is for text.
  static func all(of code: String) -> [FormatSection] {
    var sections: [FormatSection] = []
    var rest: Substring.UTF8View? = code.utf8[...]
    while let text = rest, sections.count < 3 {
      let section = FormatSection(text)
      sections.append(section)
      rest = section.rest
    }
    return sections
  }

  /// The index of the section that applies to a number. Sections without conditions are for positive numbers, negative numbers
  /// and zero.
  static func place(of number: Double, in sections: [FormatSection]) -> Int {
    let last = sections.count - 1
    for place in 0..<last {
      let section = sections[place]
      if let condition = section.condition {
        if condition.holds(number) { return place }
      } else if place == 0 {
        if number > 0 || number == 0 && last == 1 { return 0 }
      } else if number < 0 {
        return place
      }
    }
    return last
  }

  private init(_ code: Substring.UTF8View) {
    var index = code.startIndex
    func peek(_ offset: Int) -> UInt8? {
      guard let place = code.index(index, offsetBy: offset, limitedBy: code.endIndex), place < code.endIndex else {
        return nil
      }
      return code[place]
    }
    func skip(_ count: Int) { index = code.index(index, offsetBy: count, limitedBy: code.endIndex) ?? code.endIndex }
    while let byte = peek(0) {
      switch byte {
      case UInt8(ascii: ";"):
        rest = code[code.index(after: index)...]
        return
      case UInt8(ascii: "\""):
        skip(1)
        let start = index
        while let inner = peek(0), inner != UInt8(ascii: "\"") { skip(1) }
        noteLiteral(code[start..<index])
        skip(1)
      case UInt8(ascii: "%"):
        isPercent = true
        skip(1)
      // Each of these takes the next character: as a literal, as the width of a space, or as the character to repeat.
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skip(2)
      case UInt8(ascii: "["):
        skip(1)
        let start = index
        while let inner = peek(0), inner != UInt8(ascii: "]") { skip(1) }
        readBracket(code[start..<index])
        skip(1)
      default:
        if kind == .number {
          let previous = index > code.startIndex ? code[code.index(before: index)] : nil
          if Self.isDateLetter(byte, previous: previous, next: peek(1)) || Self.isWeekday(byte, peek(1), peek(2)) {
            kind = .date
          }
        }
        skip(1)
      }
    }
  }

  /// `aaa` and `aaaa`, the day of the week in East Asian versions.
  private static func isWeekday(_ first: UInt8, _ second: UInt8?, _ third: UInt8?) -> Bool {
    first | 0x20 == UInt8(ascii: "a") && second.map { $0 | 0x20 } == UInt8(ascii: "a")
      && third.map { $0 | 0x20 } == UInt8(ascii: "a")
  }

  /// `y m d h s` in upper or lower case, and `e`, the year of an era, unless it is the exponent of `0.00E+00` or part of
  /// `General`.
  private static func isDateLetter(_ byte: UInt8, previous: UInt8?, next: UInt8?) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "y"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "s"): return true
    case UInt8(ascii: "e"):
      if let previous, "0#?.".utf8.contains(previous) { return false }
      let isLetter = { (byte: UInt8?) in
        guard let byte else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte | 0x20 != UInt8(ascii: "e")
          && byte | 0x20 != UInt8(ascii: "g")
      }
      return !isLetter(previous) && !isLetter(next)
    default: return false
    }
  }

  private mutating func readBracket(_ text: Substring.UTF8View) {
    guard let first = text.first else { return }
    switch first | 0x20 {
    case UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s"):
      // Matches [h], [hh], [mm] … but not [magenta].
      if text.allSatisfy({ $0 | 0x20 == first | 0x20 }) { kind = .elapsedTime }
    case UInt8(ascii: "$"):
      // [$€-407] is a currency with a locale; [$-404] is only a locale.
      let mark = text.dropFirst().prefix { $0 != UInt8(ascii: "-") }
      if !mark.isEmpty { currencyMark = String(Substring(mark)) }
    default: condition = Self.condition(String(Substring(text))) ?? condition
    }
  }

  /// Takes literal text before or after the digits, such as `"NT$"`, as the currency.
  private mutating func noteLiteral(_ text: Substring.UTF8View) {
    let mark = String(Substring(text)).filter { $0 != " " }
    if currencyMark == nil, !mark.isEmpty { currencyMark = mark }
  }

  private static func condition(_ text: String) -> Condition? {
    for sign in ["<=", ">=", "<>", "<", ">", "="] where text.hasPrefix(sign) {
      return Double(text.dropFirst(sign.count).filter { $0 != " " }).map { Condition(sign: sign, bound: $0) }
    }
    return nil
  }
}
