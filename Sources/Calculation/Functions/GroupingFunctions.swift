// SPDX-License-Identifier: Apache-2.0

/// GROUPBY and PIVOTBY.
///
/// Only one function, or several side by side in GROUPBY, is calculated. Functions stacked below each other, results for the parent of a
/// group, and PIVOTBY with several columns of values keep their stored value.
enum GroupingFunctions {
  static let all: [Function] = [
    Function("GROUPBY", "AALVVAAV") { (call) throws(Halt) in
      let source = try GroupedData(call, fields: [0], values: 1, function: 2, headers: 3, filter: 6)
      let fields = source.fields[0]
      let axis = try GroupedAxis(
        fields, source, depth: call.int(4, default: 1),
        order: numbers(call, 5), results: source.results.count, isTable: call.int(7, default: 0) == 1)
      var lines: [[Scalar]] = []
      if source.results.count > 1, source.names.count > 1 {
        lines.append(Array(repeating: .text(""), count: fields.columns) + source.names.map { .text($0) })
      }
      if let names = source.fieldNames(0, prefix: "Row Field"), let values = source.valueNames {
        if source.showsHeaders || source.names.count > 1 && source.takesHeaders { lines.append(names + values) }
      }
      let evaluator = call.evaluator
      for line in try axis.lines({ (rows, result) throws(Halt) in
        try source.result(evaluator, result, of: rows, relativeTo: source.rows)
      }) {
        var cells = line.labels
        for result in source.results.indices {
          cells.append(try source.result(evaluator, result, of: line.rows, relativeTo: source.rows))
        }
        lines.append(cells)
      }
      return try table(call, lines)
    },
    Function("PIVOTBY", "AAALVVAVAAV") { (call) throws(Halt) in
      let relation = try call.int(10, default: 0)
      guard call.isPresent(0), call.isPresent(1), (0...2).contains(relation) else { throw GroupedData.kept(call) }
      let source = try GroupedData(call, fields: [0, 1], values: 2, function: 3, headers: 4, filter: 9)
      guard source.results.count == 1 else { throw GroupedData.kept(call) }
      let rowDepth = try call.int(5, default: 1)
      let columnDepth = try call.int(7, default: 1)
      let evaluator = call.evaluator
      let across = try GroupedAxis(
        source.fields[1], source, depth: columnDepth, order: numbers(call, 8), results: 1, isTable: false)
      // Results across the top are sorted by only where each group has one column and there is a line of totals.
      if across.isByResult, source.fields[1].columns > 1 || rowDepth == 0 { throw GroupedData.kept(call) }
      let columns = try across.lines { (rows, result) throws(Halt) in
        try source.result(evaluator, result, of: rows, relativeTo: relation == 0 ? rows : source.rows)
      }
      // Rows are sorted by their totals only if these are shown.
      let down = try GroupedAxis(
        source.fields[0], source, depth: rowDepth, order: numbers(call, 6), results: 1, isTable: false,
        sortsByResult: columnDepth != 0)
      let margin = Array(repeating: Scalar.text(""), count: source.fields[0].columns)
      var lines: [[Scalar]] = []
      let names = source.showsHeaders ? source.fieldNames(1, prefix: "Column Field") : nil
      if let names {
        var joined: [String] = []
        for name in names { joined.append(try name.text) }
        lines.append(
          margin + [.text(joined.joined(separator: ", "))]
            + Array(repeating: .text(""), count: columns.count - 1))
      }
      for level in 0..<source.fields[1].columns { lines.append(margin + columns.map { $0.labels[level] }) }
      if names != nil, let own = source.fieldNames(0, prefix: "Row Field"), let value = source.valueNames?.first {
        lines.append(own + Array(repeating: value, count: columns.count))
      }
      let groups = try down.lines { (rows, result) throws(Halt) in
        try source.result(evaluator, result, of: rows, relativeTo: relation == 1 ? rows : source.rows)
      }
      try evaluator.reserve(rows: lines.count + groups.count, columns: margin.count + columns.count)
      let members = columns.map { Set($0.rows) }
      for line in groups {
        var cells = line.labels
        for (column, members) in zip(columns, members) {
          try evaluator.spend(line.rows.count)
          let rows = line.rows.filter(members.contains)
          guard !rows.isEmpty else {
            cells.append(.text(""))
            continue
          }
          let base = relation == 0 ? column.rows : relation == 1 ? line.rows : source.rows
          cells.append(try source.result(evaluator, 0, of: rows, relativeTo: base))
        }
        lines.append(cells)
      }
      return try table(call, lines)
    },
  ]

  private static func numbers(_ call: borrowing Call, _ index: Int) throws(Halt) -> [Int] {
    guard call.isPresent(index) else { return [] }
    var numbers: [Int] = []
    for cell in try call.matrix(index).cells {
      let number = try cell.number.rounded(.towardZero)
      guard number.magnitude < 1e6, number != 0 else { throw .value }
      numbers.append(Int(number))
    }
    return numbers
  }

  private static func table(_ call: borrowing Call, _ lines: [[Scalar]]) throws(Halt) -> Value {
    guard let first = lines.first else { throw .value }
    return try call.array(rows: lines.count, columns: first.count) { (row, column) throws(Halt) in lines[row][column] }
  }
}
