/// A number format code, such as `yyyy-mm-dd` or `#,##0.00;[Red]-#,##0.00` (18.8.30, 18.8.31), and what it makes of a number.
public struct NumberFormat: Hashable, Sendable {
  /// What a number looks like in a format.
  public enum Kind: Hashable, Sendable {
    /// Also text (`@`) and `General`.
    case number
    /// A day, with or without a time of day, or a time of day.
    case date
    /// Hours, minutes or seconds that go on counting past their end: `[h]:mm`.
    case elapsedTime
  }

  public let code: String
  /// How a positive number looks, as a date is one.
  public let kind: Kind

  public init(code: String) {
    self.code = code
    kind = Self.kind(of: code)
  }

  public static let general = NumberFormat(code: "General")

  /// Whether a number in this format is a date to a person: a day, a time of day or an elapsed time.
  ///
  /// openpyxl and calamine also call all three dates. Decided on the section that a positive number falls in: the first one,
  /// unless that has a condition which a date does not meet (`[=0]"";yyyy-mm-dd`).
  public var isDate: Bool { kind != .number }

  private static func kind(of code: String) -> Kind {
    // The day 45,000 (2023) stands for all dates.
    var section = FormatSection(code.utf8[...])
    if let condition = section.condition, !condition(45_000), let rest = section.rest {
      section = FormatSection(rest)
      if let condition = section.condition, !condition(45_000), let rest = section.rest {
        section = FormatSection(rest)
      }
    }
    return section.kind
  }
}

/// One section of a number format code, up to the next `;`.
private struct FormatSection {
  private(set) var kind = NumberFormat.Kind.number
  /// Of `[<100]` and the like.
  private(set) var condition: ((Double) -> Bool)?
  /// What follows the `;`.
  private(set) var rest: Substring.UTF8View?

  init(_ code: Substring.UTF8View) {
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
        while let inner = peek(0), inner != UInt8(ascii: "\"") { skip(1) }
        skip(1)
      // A literal character, the width of one, one repeated.
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skip(2)
      case UInt8(ascii: "["):
        skip(1)
        let start = index
        while let inner = peek(0), inner != UInt8(ascii: "]") { skip(1) }
        readBracket(code[start..<index])
        skip(1)
      default:
        if Self.isDateLetter(
          byte, previous: index > code.startIndex ? code[code.index(before: index)] : nil, next: peek(1)),
          kind == .number
        {
          kind = .date
        }
        skip(1)
      }
    }
  }

  /// `y m d h s` in either case, and `e`, the year of an era, unless it is the exponent of `0.00E+00` or part of `General`.
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
      // [h], [hh], [mm] … but not [magenta].
      if text.allSatisfy({ $0 | 0x20 == first | 0x20 }) { kind = .elapsedTime }
    default: condition = Self.condition(String(decoding: text, as: UTF8.self)) ?? condition
    }
  }

  private static func condition(_ text: String) -> ((Double) -> Bool)? {
    let tests: [(String, (Double, Double) -> Bool)] = [
      ("<=", { $0 <= $1 }), (">=", { $0 >= $1 }), ("<>", { $0 != $1 }), ("<", { $0 < $1 }), (">", { $0 > $1 }),
      ("=", { $0 == $1 }),
    ]
    for (sign, test) in tests where text.hasPrefix(sign) {
      guard let bound = Double(text.dropFirst(sign.count).filter { $0 != " " }) else { return nil }
      return { test($0, bound) }
    }
    return nil
  }
}
