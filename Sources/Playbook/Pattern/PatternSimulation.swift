// SPDX-License-Identifier: Apache-2.0

/// Follows all paths through a pattern at once (Thompson's construction), so each character is examined once.
struct PatternSimulation {
  private let program: [Instruction]
  /// The instructions at which the active paths continue.
  private var current: [Int] = []
  /// Instructions that consume the next character.
  private var waiting: [Int] = []
  private var stack: [Int] = []
  private var visited: [Int]
  private var generation = 0

  init(_ program: [Instruction]) {
    self.program = program
    visited = [Int](repeating: 0, count: program.count)
  }

  /// Processes the position between two characters and then consumes `next`. Returns true as soon as the pattern has matched.
  mutating func step(previous: UInt32?, next: UInt32?) -> Bool {
    generation += 1
    waiting.removeAll(keepingCapacity: true)
    // A match may begin anywhere.
    stack.append(0)
    stack.append(contentsOf: current)
    while let at = stack.popLast() {
      guard visited[at] != generation else { continue }
      visited[at] = generation
      switch program[at] {
      case .match: return true
      case .jump(let target): stack.append(target)
      case .split(let first, let second):
        stack.append(second)
        stack.append(first)
      case .atStart: if previous == nil { stack.append(at + 1) }
      case .atEnd: if next == nil { stack.append(at + 1) }
      case .lookBehind(let set, let expected):
        if (previous.map(set.contains) ?? false) == expected { stack.append(at + 1) }
      case .lookAhead(let set, let expected):
        if (next.map(set.contains) ?? false) == expected { stack.append(at + 1) }
      case .consume: waiting.append(at)
      }
    }
    current.removeAll(keepingCapacity: true)
    guard let next else { return false }
    for at in waiting {
      if case .consume(let set) = program[at], set.contains(next) { current.append(at + 1) }
    }
    return false
  }
}
