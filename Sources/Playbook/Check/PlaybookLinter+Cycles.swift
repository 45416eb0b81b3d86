// SPDX-License-Identifier: Apache-2.0

extension PlaybookLinter {
  /// Reports computed columns that depend on each other in a cycle: each cycle once, at its first formula.
  ///
  /// A whole column counts like a cell: a formula that sums a column depends on all of its cells.
  mutating func checkCycles() {
    let order = sites.formulas.compactMap { site -> ColumnReference? in
      guard case .column(let reference) = site.owner, reads[reference] != nil else { return nil }
      return reference
    }
    // Columns whose dependencies are all resolved are removed until only cycles, and columns that depend on them, remain.
    var waiting: [ColumnReference: Set<ColumnReference>] = [:]
    var readers: [ColumnReference: [ColumnReference]] = [:]
    for reference in order {
      let needed = Set((reads[reference]?.columns ?? []).filter { reads[$0] != nil })
      waiting[reference] = needed
      for other in needed { readers[other, default: []].append(reference) }
    }
    var free = order.filter { waiting[$0]?.isEmpty ?? true }
    while let next = free.popLast() {
      waiting[next] = nil
      for reader in readers[next] ?? [] {
        waiting[reader]?.remove(next)
        if waiting[reader]?.isEmpty == true { free.append(reader) }
      }
    }
    var reported: Set<ColumnReference> = []
    for start in order where waiting[start] != nil && !reported.contains(start) {
      // Following the dependencies among the remaining columns leads into a cycle.
      var path: [ColumnReference] = []
      var positions: [ColumnReference: Int] = [:]
      var current = start
      while positions[current] == nil, !reported.contains(current) {
        positions[current] = path.count
        path.append(current)
        guard let next = order.first(where: { waiting[current]?.contains($0) == true }) else { break }
        current = next
      }
      defer { reported.formUnion(path) }
      guard let begin = positions[current], !reported.contains(current) else { continue }
      let cycle = Array(path[begin...])
      let first = cycle.first { reads[$0]?.site.node.place.file != nil } ?? cycle[0]
      guard let site = reads[first]?.site else { continue }
      let names = (cycle + [cycle[0]]).map { "\($0.sheet).\($0.column)" }.joined(separator: " → ")
      report(
        .cycle, site.node.place,
        cycle.count == 1
          ? "the formula of \(names.prefix { $0 != " " }) reads its own column"
          : "columns that refer to each other: \(names)"
      )
    }
  }
}
