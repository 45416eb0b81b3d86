// SPDX-License-Identifier: Apache-2.0

/// The order in which columns that depend on each other can be computed.
public enum ComputationOrder {
  /// Returns indexes into `formulas` such that each formula comes after all formulas that it reads; otherwise the given order is kept.
  ///
  /// Names that are read but not in `formulas` are assumed to be computed already. Names are compared without regard to case. Throws
  /// `FormulaError.cycle` with the columns involved if columns depend on each other in a cycle.
  public static func sorted(_ formulas: [(name: String, reads: [String])]) throws(FormulaError) -> [Int] {
    var places: [String: Int] = [:]
    for (place, formula) in formulas.enumerated() { places[Environment.key(formula.name)] = place }
    let reads = formulas.map { formula in
      var seen: Set<Int> = []
      return formula.reads.compactMap { places[Environment.key($0)] }.filter { seen.insert($0).inserted }
    }

    // Depth first with an explicit stack: a playbook may chain thousands of columns.
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: formulas.count)
    var order: [Int] = []
    for start in formulas.indices where states[start] == .new {
      var stack = [(place: start, next: 0)]
      states[start] = .open
      while let top = stack.last {
        guard top.next < reads[top.place].count else {
          states[top.place] = .done
          order.append(top.place)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let needed = reads[top.place][top.next]
        switch states[needed] {
        case .done: break
        case .new:
          states[needed] = .open
          stack.append((needed, 0))
        case .open:
          let from = stack.firstIndex { $0.place == needed } ?? 0
          throw .cycle(stack[from...].map { formulas[$0.place].name })
        }
      }
    }
    return order
  }
}
