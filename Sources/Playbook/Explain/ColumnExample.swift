// SPDX-License-Identifier: Apache-2.0

/// An example of what may be typed into a column and of what may not, derived from the values the column allows.
public struct ColumnExample: Hashable, Sendable {
  /// As it is typed; a number as it is stored, a date as `2026-03-31`.
  public let right: String
  public let wrong: String
  /// The kind of rule that finds the wrong value.
  public let kind: RuleKind

  /// Nil for a computed column, in which nothing is typed.
  public init?(_ column: ColumnDefinition, in playbook: Playbook, language: Language) {
    guard !column.isComputed else { return nil }
    let words = ExplainWords(language: language)
    switch column.allowed {
    case .pattern(let pattern):
      guard let id = pattern.example else { return nil }
      self.init(right: id, wrong: id + "*", kind: .badCharacters)
    case .reference(let reference):
      var id = words("那張表上的編號", "an id of that sheet")
      if case .pattern(let pattern)? = playbook.column(reference)?.allowed { id = pattern.example ?? id }
      self.init(right: id, wrong: id + "*", kind: .badCharacters)
    case .list(let prefix):
      guard let list = playbook.list(prefix), let label = list.example?.labels[language] else { return nil }
      self.init(right: label, wrong: label + words("？", "?"), kind: .list)
    case .range(let range):
      guard let inside = Self.number(in: range) else {
        self.init(type: column, words, language)
        return
      }
      if let outside = Self.number(outside: range) {
        self.init(right: Self.shown(inside), wrong: Self.shown(outside), kind: .range)
      } else {
        self.init(right: Self.shown(inside), wrong: words("約三成", "about a third"), kind: .type)
      }
    case .ticks(let ticks):
      self.init(right: ticks.first?.rawValue ?? Tick.yes.rawValue, wrong: words("差不多", "nearly"), kind: .type)
    case .anything, .uniqueText, .suggestions:
      self.init(type: column, words, language)
    }
  }

  private init?(type column: ColumnDefinition, _ words: ExplainWords, _ language: Language) {
    switch column.type {
    case .date: self.init(right: "2026-03-31", wrong: words("三月底", "end of March"), kind: .type)
    case .money: self.init(right: "120000", wrong: words("約12萬", "about 120k"), kind: .type)
    case .percent: self.init(right: "0.6", wrong: words("六成", "more than half"), kind: .type)
    case .number, .integer, .ratio, .score: self.init(right: "12", wrong: words("十幾", "a dozen or so"), kind: .type)
    case .tick: self.init(right: Tick.yes.rawValue, wrong: words("差不多", "nearly"), kind: .type)
    case .text, .list, .id, .key:
      var text = words("張三", "Li Wei")
      if case .suggestions(let texts) = column.allowed { text = texts.first?[language] ?? text }
      let isID = column.type == .id || column.type == .key
      self.init(right: text, wrong: isID ? text + "*" : "=" + text, kind: isID ? .badCharacters : .formulaText)
    }
  }

  private init(right: String, wrong: String, kind: RuleKind) {
    (self.right, self.wrong, self.kind) = (right, wrong, kind)
  }

  private static func shown(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private static func bound(_ bound: NumberRange.Bound?) -> Double? {
    if case .number(let number)? = bound?.value { number } else { nil }
  }

  private static func number(in range: NumberRange) -> Double? {
    let (low, high) = (bound(range.minimum), bound(range.maximum))
    let middle = low.flatMap { low in high.map { (low + $0) / 2 } }
    let candidates = [middle, low.map { $0 + 10 }, high.map { $0 - 1 }, 1].compactMap { $0 }
    // A whole number if possible, because some columns accept nothing else.
    return candidates.flatMap { [$0.rounded(), $0] }.first { range.contains($0) && $0 != 0 }
  }

  private static func number(outside range: NumberRange) -> Double? {
    // A share above 1 and up to 100 would be read as a percentage, so the example is larger.
    [bound(range.minimum).map { $0 - 1 }, bound(range.maximum).map { $0 + 1000 }].compactMap { $0 }.first {
      !range.contains($0)
    }
  }
}

extension ListDefinition {
  /// The first option; of stages, the first at which a deal is open.
  fileprivate var example: ListRow? {
    extraColumns.firstIndex(of: "open").flatMap { place in rows.first { $0.extras[place].text(.english) == "1" } }
      ?? rows.first
  }
}

extension Pattern {
  /// A short text that matches the pattern, such as `D001`; nil if none is found.
  var example: String? {
    guard let shortest = shortest else { return nil }
    let stem = shortest.reversed().drop { $0.isNumber || $0 == "-" }.reversed()
    let numbered = String(stem) + "001"
    return matches(numbered) ? numbered : matches(shortest) ? shortest : nil
  }

  /// Found by a breadth-first search of the compiled pattern that visits each instruction once.
  private var shortest: String? {
    var open: [(at: Int, text: String)] = [(0, "")]
    var seen: Set<Int> = []
    var next = 0
    while next < open.count {
      let (at, text) = open[next]
      next += 1
      guard at < program.count, seen.insert(at).inserted else { continue }
      switch program[at] {
      case .consume(let set):
        let liked = "01ADX a-_".unicodeScalars.first { set.contains($0.value) }
        guard
          let scalar = liked
            ?? (0x21...0x7E).lazy.compactMap(Unicode.Scalar.init).first(where: { set.contains($0.value) })
        else { continue }
        open.append((at + 1, text + String(Character(scalar))))
      case .split(let first, let second): open += [(first, text), (second, text)]
      case .jump(let target): open.append((target, text))
      case .atStart: if text.isEmpty { open.append((at + 1, text)) }
      case .atEnd, .lookBehind, .lookAhead: open.append((at + 1, text))
      case .match: if !text.isEmpty { return text }
      }
    }
    return nil
  }
}
