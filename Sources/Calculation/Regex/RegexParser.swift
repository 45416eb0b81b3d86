// SPDX-License-Identifier: Apache-2.0

/// Reads that part of PCRE2's syntax whose meaning does not depend on how PCRE2 was built or called.
struct RegexParser {
  /// What the pattern uses that has more than one meaning for some texts.
  struct Uses {
    /// `.`, `^` and `$`, which depend on what ends a line.
    var lines = false
    /// Digits, words and spaces, which can be those of ASCII or of Unicode.
    var digits = false
    var words = false
    var spaces = false
  }

  private let pattern: [UInt32]
  private var at = 0
  private let ignoresCase: Bool
  private(set) var uses = Uses()
  private(set) var groups = 0
  private var depth = 0

  private static let deepest = 50
  private static let longest = 2000

  private struct Unread: Error {}

  /// Nil for a pattern that cannot be read, or not in one way only.
  static func read(_ pattern: String, ignoresCase: Bool) -> (syntax: RegexSyntax, uses: Uses, groups: Int)? {
    var parser = RegexParser(pattern, ignoresCase: ignoresCase)
    guard parser.pattern.count <= longest, parser.pattern.allSatisfy({ (0x20...0xFFFF).contains($0) || $0 == 0x0A }),
      !ignoresCase || parser.pattern.allSatisfy({ $0 < 0x80 })
    else { return nil }
    guard let syntax = try? parser.alternatives(), parser.at == parser.pattern.count else { return nil }
    guard parser.references.allSatisfy({ $0 <= parser.groups }) else { return nil }
    return (syntax, parser.uses, parser.groups)
  }

  private var references: [Int] = []

  private init(_ pattern: String, ignoresCase: Bool) {
    var scalars = pattern.unicodeScalars.map(\.value)
    var ignores = ignoresCase
    // The only option that may stand at the beginning.
    if scalars.starts(with: "(?i)".unicodeScalars.map(\.value)), scalars.allSatisfy({ $0 < 0x80 }) {
      scalars.removeFirst(4)
      ignores = true
    }
    self.pattern = scalars
    self.ignoresCase = ignores
  }

  private func next(_ ahead: Int = 0) -> Character? {
    at + ahead < pattern.count ? Unicode.Scalar(pattern[at + ahead]).map(Character.init) : nil
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = text.unicodeScalars.map(\.value)
    guard pattern[at...].starts(with: wanted) else { return false }
    at += wanted.count
    return true
  }

  private mutating func alternatives() throws -> RegexSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Unread() }
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func sequence() throws -> RegexSyntax {
    var parts: [RegexSyntax] = []
    while let character = next(), character != "|", character != ")" {
      let part = try single()
      parts.append(try repeated(part))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  // MARK: Repetition

  private mutating func repeated(_ part: RegexSyntax) throws -> RegexSyntax {
    guard let (fewest, most) = try count() else { return part }
    // Assertions, and what can match nothing, are repeated in different ways.
    guard !part.canBeEmpty, most.map({ $0 >= fewest }) ?? true, max(fewest, most ?? 0) <= 1000 else { throw Unread() }
    var greed = RegexGreed.greedy
    if take("?") { greed = .lazy } else if take("+") { greed = .possessive }
    if try count() != nil { throw Unread() }
    if greed == .possessive {
      guard !part.captures else { throw Unread() }
      return .atomic(.repeated(part, fewest: fewest, most: most, .greedy))
    }
    return .repeated(part, fewest: fewest, most: most, greed)
  }

  private static let signs: [Character: (fewest: Int, most: Int?)] = ["*": (0, nil), "+": (1, nil), "?": (0, 1)]

  private mutating func count() throws -> (fewest: Int, most: Int?)? {
    guard let sign = next() else { return nil }
    if let count = Self.signs[sign] {
      at += 1
      return count
    }
    // A brace that begins no count stands for itself. What some editions take for a count is left alone.
    guard sign == "{", let digit = next(1), digit.isASCII, digit.isNumber || digit == "," || digit == " " else {
      return nil
    }
    at += 1
    guard let fewest = number() else { throw Unread() }
    var most: Int? = fewest
    if take(",") { most = next() == "}" ? nil : number() }
    let isOpen = pattern[at - 1] == 0x2C
    guard take("}"), most != nil || isOpen else { throw Unread() }
    return (fewest, most)
  }

  private mutating func number() -> Int? {
    var number: Int?
    while at < pattern.count, (0x30...0x39).contains(pattern[at]), number ?? 0 < 10_000 {
      number = (number ?? 0) * 10 + Int(pattern[at] - 0x30)
      at += 1
    }
    return number
  }

  // MARK: One part

  private mutating func single() throws -> RegexSyntax {
    switch next() {
    case "(": return try group()
    case "[": return try .set(characterClass())
    case ".":
      at += 1
      uses.lines = true
      return .any
    case "^":
      at += 1
      uses.lines = true
      return .edge(.start)
    case "$":
      at += 1
      uses.lines = true
      return .edge(.endOfLine)
    case "\\": return try escape()
    case "*", "+", "?": throw Unread()
    case nil: throw Unread()
    default:
      // A brace here would have to be a count of nothing.
      if next() == "{", let after = next(1), after.isNumber || after == "," || after == " " { throw Unread() }
      at += 1
      return literal(pattern[at - 1])
    }
  }

  private func literal(_ character: UInt32) -> RegexSyntax {
    guard ignoresCase else { return .character(character) }
    var set = RegexSet(ranges: [character...character])
    set.foldCase()
    return set.ranges.count == 1 ? .character(character) : .set(set)
  }

  private mutating func group() throws -> RegexSyntax {
    at += 1
    func closed(_ part: RegexSyntax, _ parser: inout RegexParser) throws -> RegexSyntax {
      guard parser.take(")") else { throw Unread() }
      return part
    }
    if next() == "*" { throw Unread() }
    guard next() == "?" else { return try captured() }
    for (mark, isBehind, isNegated) in [
      ("?=", false, false), ("?!", false, true), ("?<=", true, false), ("?<!", true, true),
    ]
    where take(mark) {
      let part = try closed(alternatives(), &self)
      guard !part.captures, !isBehind || part.length != nil else { throw Unread() }
      return .look(part, isBehind: isBehind, isNegated: isNegated)
    }
    if take("?:") { return try closed(alternatives(), &self) }
    if take("?>") {
      let part = try closed(alternatives(), &self)
      guard !part.captures else { throw Unread() }
      return .atomic(part)
    }
    throw Unread()
  }

  private mutating func captured() throws -> RegexSyntax {
    groups += 1
    let own = groups
    let part = try alternatives()
    guard take(")") else { throw Unread() }
    return .capture(own, part)
  }

  /// A backslash and what follows it, outside a class.
  private mutating func escape() throws -> RegexSyntax {
    guard let character = next(1) else { throw Unread() }
    at += 2
    switch character {
    case "b", "B":
      uses.words = true
      return .edge(character == "b" ? .word : .insideWord)
    case "A": return .edge(.start)
    case "z": return .edge(.end)
    case "Z":
      uses.lines = true
      return .edge(.endOfLine)
    case "1"..."9":
      if let digit = next(), digit.isNumber { throw Unread() }
      guard !ignoresCase, let number = character.wholeNumberValue else { throw Unread() }
      references.append(number)
      return .reference(number)
    default:
      if let set = shorthand(character) { return .set(set) }
      return literal(try escaped(character))
    }
  }

  private mutating func shorthand(_ character: Character) -> RegexSet? {
    var set: RegexSet
    switch character {
    case "d", "D":
      uses.digits = true
      set = .digits
    case "w", "W":
      uses.words = true
      set = .words
    case "s", "S":
      uses.spaces = true
      set = .spaces
    default: return nil
    }
    set.isNegated = character.isUppercase
    return set
  }

  private func escaped(_ character: Character) throws -> UInt32 {
    switch character {
    case "t": return 0x09
    case "n": return 0x0A
    case "r": return 0x0D
    default:
      guard let value = character.asciiValue, !character.isLetter, !character.isNumber else { throw Unread() }
      return UInt32(value)
    }
  }

  // MARK: Classes

  private mutating func characterClass() throws -> RegexSet {
    at += 1
    var set = RegexSet()
    let isNegated = take("^")
    guard next() != "]" else { throw Unread() }
    while let character = next(), character != "]" {
      if character == "[", let after = next(1), ":.=".contains(after) { throw Unread() }
      if character == "\\", let after = next(1), let short = shorthand(after) {
        at += 2
        set.ranges += short.isNegated ? short.complement : short.ranges
        // A range cannot begin with it.
        if next() == "-", next(1) != "]" { throw Unread() }
        continue
      }
      let first = try member()
      guard next() == "-", next(1) != "]", next(1) != nil else {
        set.ranges.append(first...first)
        continue
      }
      at += 1
      if next() == "[" || next() == "\\" && next(1).map({ "dDwWsS".contains($0) }) == true { throw Unread() }
      let last = try member()
      guard first <= last else { throw Unread() }
      set.ranges.append(first...last)
    }
    guard take("]") else { throw Unread() }
    if ignoresCase { set.foldCase() }
    set.isNegated = isNegated
    return set
  }

  private mutating func member() throws -> UInt32 {
    guard let character = next() else { throw Unread() }
    guard character == "\\" else {
      at += 1
      return pattern[at - 1]
    }
    guard let after = next(1) else { throw Unread() }
    at += 2
    return try escaped(after)
  }
}
