// SPDX-License-Identifier: Apache-2.0

/// The groups along one axis of GROUPBY or PIVOTBY, in their order.
struct GroupedAxis {
  struct Line {
    /// One for each field; empty texts after the group's own ones.
    var labels: [Scalar]
    var rows: [Int]
  }

  private struct Leaf {
    var key: [Scalar]
    var rows: [Int]
  }

  private let fields: Matrix
  private let rows: [Int]
  private let depth: Int
  private let isTable: Bool
  private let result: Int?
  private let isResultDescending: Bool
  private let leaves: [Leaf]
  private let spellings: [[Scalar]: Scalar]

  var isByResult: Bool { result != nil }

  /// - Parameters:
  ///   - depth: how many levels of totals there are; negative ones are above their groups.
  ///   - order: the numbers of fields, or of one result behind them, to sort by; negative ones are descending.
  ///   - isTable: whether fields are sorted by independently of the ones before them.
  init(
    _ fields: Matrix, _ source: GroupedData, depth: Int, order: [Int], results: Int, isTable: Bool,
    sortsByResult: Bool = true
  ) throws(Halt) {
    guard depth.magnitude <= fields.columns, !isTable || depth.magnitude <= 1 else { throw .value }
    guard order.allSatisfy({ $0.magnitude <= fields.columns + (order.count == 1 ? results : 0) }) else { throw .value }
    let isResult = order.count == 1 && order[0].magnitude > fields.columns
    result = isResult && sortsByResult ? Int(order[0].magnitude) - fields.columns - 1 : nil
    isResultDescending = isResult && order[0] < 0
    var priority: [(field: Int, isDescending: Bool)] = []
    for number in isResult ? [] : order { priority.append((Int(number.magnitude) - 1, number < 0)) }
    for field in 0..<fields.columns where !priority.contains(where: { $0.field == field }) {
      priority.append((field, false))
    }
    if !isTable { priority.sort { $0.field < $1.field } }

    var places: [[Scalar]: Int] = [:]
    var leaves: [Leaf] = []
    for row in source.rows {
      let key = fields.row(row).cells.map(ArraySelection.folded)
      if let place = places[key] {
        leaves[place].rows.append(row)
      } else {
        places[key] = leaves.count
        leaves.append(Leaf(key: key, rows: [row]))
      }
    }
    func sorted(_ keys: [(field: Int, isDescending: Bool)]) -> [Leaf] {
      var columns: [(column: [Scalar], isDescending: Bool)] = []
      for key in keys {
        let column = leaves.map { fields[$0.rows[0], key.field] }
        // Blanks come last, but in a table that is sorted downwards they come first.
        if isTable, key.isDescending { columns.append((column.map { .number($0.isBlank ? 0 : 1) }, false)) }
        columns.append((column, key.isDescending))
      }
      return ArraySelection.order(leaves.count, by: columns).map { leaves[$0] }
    }
    // A group is spelled as in the first row of its first leaf.
    var spellings: [[Scalar]: Scalar] = [:]
    for leaf in sorted(priority.sorted { $0.field < $1.field }) {
      for field in 0..<fields.columns {
        let prefix = Array(leaf.key[...field])
        if spellings[prefix] == nil { spellings[prefix] = fields[leaf.rows[0], field] }
      }
    }
    self.leaves = sorted(priority)
    self.spellings = spellings
    self.fields = fields
    self.rows = source.rows
    self.depth = depth
    self.isTable = isTable
  }

  /// The groups with their totals, where `value` is a group's result to sort by.
  func lines(_ value: ([Int], Int) throws(Halt) -> Scalar) throws(Halt) -> [Line] {
    var lines = try isTable ? flat(value) : groups(leaves, level: 0, value)
    guard depth != 0 else { return lines }
    let label = Scalar.text(depth.magnitude > 1 ? "Grand Total" : "Total")
    let total = Line(labels: [label] + Array(repeating: .text(""), count: fields.columns - 1), rows: rows)
    lines.insert(total, at: depth < 0 ? 0 : lines.count)
    return lines
  }

  private func flat(_ value: ([Int], Int) throws(Halt) -> Scalar) throws(Halt) -> [Line] {
    let lines = leaves.map { Line(labels: labels($0.key, level: fields.columns - 1), rows: $0.rows) }
    return try sorted(lines.map { [$0] }, by: lines.map(\.rows), value)
  }

  /// Recursive: as deep as there are fields.
  private func groups(
    _ leaves: [Leaf], level: Int, _ value: ([Int], Int) throws(Halt) -> Scalar
  ) throws(Halt) -> [Line] {
    var parts: [[Line]] = []
    var members: [[Int]] = []
    var start = 0
    while start < leaves.count {
      var end = start + 1
      while end < leaves.count, leaves[end].key[level] == leaves[start].key[level] { end += 1 }
      let own = Array(leaves[start..<end])
      let rows = own.flatMap(\.rows).sorted()
      let line = Line(labels: labels(own[0].key, level: level), rows: rows)
      var part = [line]
      if level + 1 < fields.columns {
        part = try groups(own, level: level + 1, value)
        if level + 1 < Int(depth.magnitude) { part.insert(line, at: depth < 0 ? 0 : part.count) }
      }
      parts.append(part)
      members.append(rows)
      start = end
    }
    return try sorted(parts, by: members, value)
  }

  private func labels(_ key: [Scalar], level: Int) -> [Scalar] {
    (0..<fields.columns).map { $0 <= level ? spellings[Array(key[...$0])] ?? key[$0] : .text("") }
  }

  /// Sorts by the result of each part, if asked for.
  private func sorted(
    _ parts: [[Line]], by members: [[Int]], _ value: ([Int], Int) throws(Halt) -> Scalar
  ) throws(Halt) -> [Line] {
    guard let result else { return parts.flatMap { $0 } }
    var values: [Scalar] = []
    for rows in members { values.append(try value(rows, result)) }
    return ArraySelection.order(parts.count, by: [(values, isResultDescending)]).flatMap { parts[$0] }
  }
}
