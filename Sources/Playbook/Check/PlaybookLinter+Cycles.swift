extension PlaybookLinter {
  /// Reports computed columns that need each other, each group once, at the formula that stands first.
  ///
  /// Whole columns count like cells: a formula that adds up a column needs every cell of it.
  mutating func checkCycles() {
    let order = sites.formulas.compactMap { site -> ColumnReference? in
      guard case .column(let reference) = site.owner, reads[reference] != nil else { return nil }
      return reference
    }
    // Columns whose needs are all met are put aside, until only those remain that wait for each other.
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
      // Following needs among those that wait leads into a cycle.
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
          : "columns that need each other: \(names)"
      )
    }
  }
}
