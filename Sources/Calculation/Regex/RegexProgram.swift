// SPDX-License-Identifier: Apache-2.0

/// A regular expression as steps for ``RegexMatcher``.
struct RegexProgram {
  enum Step {
    case character(UInt32)
    case any
    case set(RegexSet)
    /// Goes on at the first place, and at the second if that fails.
    case split(Int, Int)
    case jump(Int)
    /// Stores the place in the text.
    case save(Int)
    case edge(RegexEdge)
    /// The text of a group again.
    case reference(Int)
    /// Tries the steps that follow, up to their `done` before `end`, and then goes on at `end` with the place as it was.
    case look(end: Int, behind: Int?, isNegated: Bool)
    /// Tries the steps that follow, up to their `done` before `end`, and then goes on at `end` behind what they matched.
    case atomic(end: Int)
    case done
  }

  private(set) var steps: [Step] = []
  let groups: Int

  private static let most = 20_000

  /// Nil for an expression with more steps than any that people write.
  init?(_ syntax: RegexSyntax, groups: Int) {
    self.groups = groups
    guard add(syntax) else { return nil }
    steps.append(.done)
  }

  /// Whether there was room for the part.
  private mutating func add(_ syntax: RegexSyntax) -> Bool {
    guard steps.count < Self.most else { return false }
    switch syntax {
    case .character(let character): steps.append(.character(character))
    case .any: steps.append(.any)
    case .set(let set): steps.append(.set(set))
    case .edge(let edge): steps.append(.edge(edge))
    case .reference(let group): steps.append(.reference(group))
    case .sequence(let parts): return parts.allSatisfy { add($0) }
    case .alternatives(let parts): return add(alternatives: parts)
    case .capture(let group, let part):
      steps.append(.save(2 * group))
      guard add(part) else { return false }
      steps.append(.save(2 * group + 1))
    case .repeated(let part, let fewest, let most, let greed):
      return add(part, fewest: fewest, most: most, isLazy: greed == .lazy)
    case .look(let part, let isBehind, let isNegated):
      return add(part) { end in .look(end: end, behind: isBehind ? part.length : nil, isNegated: isNegated) }
    case .atomic(let part): return add(part) { end in .atomic(end: end) }
    }
    return true
  }

  private mutating func add(_ part: RegexSyntax, within step: (Int) -> Step) -> Bool {
    let place = steps.count
    steps.append(.done)
    guard add(part) else { return false }
    steps.append(.done)
    steps[place] = step(steps.count)
    return true
  }

  private mutating func add(alternatives parts: [RegexSyntax]) -> Bool {
    var jumps: [Int] = []
    for (number, part) in parts.enumerated() {
      let place = steps.count
      let isLast = number == parts.count - 1
      if !isLast { steps.append(.done) }
      guard add(part) else { return false }
      guard !isLast else { continue }
      jumps.append(steps.count)
      steps.append(.done)
      steps[place] = .split(place + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
    return true
  }

  private mutating func add(_ part: RegexSyntax, fewest: Int, most: Int?, isLazy: Bool) -> Bool {
    func split(_ inside: Int, _ outside: Int) -> Step { isLazy ? .split(outside, inside) : .split(inside, outside) }
    for _ in 0..<fewest { guard add(part) else { return false } }
    guard let most else {
      let place = steps.count
      steps.append(.done)
      guard add(part) else { return false }
      steps.append(.jump(place))
      steps[place] = split(place + 1, steps.count)
      return true
    }
    var splits: [Int] = []
    for _ in fewest..<most {
      splits.append(steps.count)
      steps.append(.done)
      guard add(part) else { return false }
    }
    for place in splits { steps[place] = split(place + 1, steps.count) }
    return true
  }
}

/// Finds matches of an expression in a text, the leftmost first, by trying one alternative after the other as PCRE2 does.
struct RegexMatcher {
  struct Match {
    var range: Range<Int>
    /// The groups, from 1; nil for one that took no part.
    var groups: [Range<Int>?]
  }

  /// The expression takes too many tries on the text.
  struct TooMuch: Error {}

  private enum Choice {
    case go(step: Int, at: Int)
    /// Puts back what a group had matched before.
    case restore(slot: Int, to: Int)
  }

  private let program: RegexProgram
  private let text: [UInt32]
  private(set) var tries = 0
  private var slots: [Int]

  private static let most = 1_000_000

  init(_ program: RegexProgram, in text: [UInt32]) {
    self.program = program
    self.text = text
    slots = Array(repeating: -1, count: 2 * program.groups + 2)
  }

  /// The first match at or after `start`.
  mutating func match(from start: Int) throws(TooMuch) -> Match? {
    for place in start...text.count {
      for slot in slots.indices { slots[slot] = -1 }
      guard let end = try run(0, at: place) else { continue }
      let groups = (0..<program.groups).map { group -> Range<Int>? in
        let (first, last) = (slots[2 * group + 2], slots[2 * group + 3])
        return first >= 0 && last >= first ? first..<last : nil
      }
      return Match(range: place..<end, groups: groups)
    }
    return nil
  }

  /// Runs the steps from `first` on, and returns where the match ends.
  private mutating func run(_ first: Int, at start: Int) throws(TooMuch) -> Int? {
    var choices: [Choice] = []
    var (step, place) = (first, start)
    while true {
      tries += 1
      guard tries <= Self.most else { throw TooMuch() }
      var goesOn = true
      switch program.steps[step] {
      case .character(let character):
        goesOn = place < text.count && text[place] == character
        place += 1
      case .any:
        goesOn = place < text.count && text[place] != 0x0A
        place += 1
      case .set(let set):
        goesOn = place < text.count && set.contains(text[place])
        place += 1
      case .edge(let edge): goesOn = isAt(edge, place)
      case .split(let preferred, let other):
        choices.append(.go(step: other, at: place))
        step = preferred - 1
      case .jump(let target): step = target - 1
      case .save(let slot):
        choices.append(.restore(slot: slot, to: slots[slot]))
        slots[slot] = place
      case .reference(let group):
        let (from, to) = (slots[2 * group], slots[2 * group + 1])
        let count = to - from
        goesOn = from >= 0 && to >= from && count <= text.count - place
        if goesOn {
          tries += count
          goesOn = (0..<count).allSatisfy { text[from + $0] == text[place + $0] }
          place += count
        }
      case .look(let end, let behind, let isNegated):
        let from = place - (behind ?? 0)
        let found = from >= 0 ? try run(step + 1, at: from) != nil : false
        goesOn = found != isNegated
        step = end - 1
      case .atomic(let end):
        if let stop = try run(step + 1, at: place) { place = stop } else { goesOn = false }
        step = end - 1
      case .done: return place
      }
      if goesOn {
        step += 1
        continue
      }
      var isBack = false
      while let choice = choices.popLast() {
        switch choice {
        case .restore(let slot, let value): slots[slot] = value
        case .go(let other, let at):
          (step, place) = (other, at)
          isBack = true
        }
        if isBack { break }
      }
      if !isBack { return nil }
    }
  }

  private func isAt(_ edge: RegexEdge, _ place: Int) -> Bool {
    func isWord(_ place: Int) -> Bool { text.indices.contains(place) && RegexSet.words.contains(text[place]) }
    return switch edge {
    case .start: place == 0
    case .end: place == text.count
    case .endOfLine: place == text.count || place == text.count - 1 && text[place] == 0x0A
    case .word: isWord(place - 1) != isWord(place)
    case .insideWord: isWord(place - 1) == isWord(place)
    }
  }
}
