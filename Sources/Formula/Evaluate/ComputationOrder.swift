/// The order in which columns that read each other can be computed.
public enum ComputationOrder {
  /// Places in `formulas` such that each comes after all that it reads; where that leaves a choice, in the given order.
  ///
  /// What is read but not among `formulas` is there already. Names are compared without case. Columns that need each
  /// other are a `FormulaError.cycle` that names them.
  public static func sorted(_ formulas: [(name: String, reads: [String])]) throws(FormulaError) -> [Int] {
    var places: [String: Int] = [:]
    for (place, formula) in formulas.enumerated() { places[Environment.key(formula.name)] = place }
    let reads = formulas.map { formula in
      var seen: Set<Int> = []
      return formula.reads.compactMap { places[Environment.key($0)] }.filter { seen.insert($0).inserted }
    }

    // Depth first with a stack of our own: a playbook may chain thousands of columns.
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
