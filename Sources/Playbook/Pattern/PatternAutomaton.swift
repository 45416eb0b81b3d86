// SPDX-License-Identifier: Apache-2.0

/// A pattern compiled to a lazily built automaton, so that matching many texts takes one table lookup per character.
///
/// The sets of active instructions of ``PatternSimulation`` become states as they occur, with their transitions for each ASCII character.
/// Other characters, patterns with look-arounds and patterns with very many states are simulated.
package final class PatternAutomaton {
  private let pattern: Pattern
  private let isSimple: Bool
  /// The active instructions of each state. State 0 is the beginning of the text.
  private var states: [[Int]] = [[]]
  private var numbers: [[Int]: Int] = [:]
  /// For each state and character (the last column is the end of the text): the next state, or one of the values below.
  private var transitions: [Int16] = Array(repeating: unknown, count: width)

  private static let width = 129
  private static let end = 128
  private static let unknown: Int16 = -1
  private static let matched: Int16 = -2
  /// The end of the text was reached without a match.
  private static let failed: Int16 = -3
  private static let mostStates = 512

  package init(_ pattern: Pattern) {
    self.pattern = pattern
    isSimple = pattern.program.allSatisfy {
      switch $0 {
      case .lookAhead, .lookBehind: false
      default: true
      }
    }
  }

  package func matches(_ text: String) -> Bool {
    guard isSimple else { return pattern.matches(text) }
    var state = 0
    for byte in text.utf8 {
      guard byte < 0x80, states.count < Self.mostStates else { return pattern.matches(text) }
      let next = transition(from: state, over: Int(byte))
      if next == Self.matched { return true }
      state = Int(next)
    }
    return transition(from: state, over: Self.end) == Self.matched
  }

  private func transition(from state: Int, over character: Int) -> Int16 {
    let place = state * Self.width + character
    if transitions[place] == Self.unknown { transitions[place] = made(from: state, over: character) }
    return transitions[place]
  }

  private func made(from state: Int, over character: Int) -> Int16 {
    let next = character == Self.end ? nil : UInt32(character)
    let program = pattern.program
    var visited = [Bool](repeating: false, count: program.count)
    // A match may begin anywhere.
    var open = states[state] + [0]
    var reached: Set<Int> = []
    while let at = open.popLast() {
      guard !visited[at] else { continue }
      visited[at] = true
      switch program[at] {
      case .match: return Self.matched
      case .jump(let target): open.append(target)
      case .split(let first, let second): open += [second, first]
      case .atStart: if state == 0 { open.append(at + 1) }
      case .atEnd: if next == nil { open.append(at + 1) }
      case .lookBehind, .lookAhead: break
      case .consume(let set): if let next, set.contains(next) { reached.insert(at + 1) }
      }
    }
    guard next != nil else { return Self.failed }
    let key = reached.sorted()
    if let known = numbers[key] { return Int16(known) }
    let number = states.count
    states.append(key)
    numbers[key] = number
    transitions += Array(repeating: Self.unknown, count: Self.width)
    return Int16(number)
  }
}
