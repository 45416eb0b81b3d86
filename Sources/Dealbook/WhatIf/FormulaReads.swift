// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// What the formula of a column reads, in enough detail to tell which of its rows a change can affect.
///
/// Names are those used in formulas, such as `de_amount`, in lower case.
struct FormulaReads: Sendable {
  /// A sum or lookup over the rows whose `by` equals this row's `key`.
  struct Keyed: Hashable, Sendable {
    /// The column by which rows are found.
    var by: String
    /// The column of the formula's own sheet that holds the key.
    var key: String
    /// All columns that are read.
    var columns: Set<String>
  }

  /// Columns read in the same row.
  private(set) var own: Set<String> = []
  /// Columns read from the first row down to the current one.
  private(set) var toHere: Set<String> = []
  private(set) var keyed: [Keyed] = []
  /// Columns of which any cell may be read.
  private(set) var whole: Set<String> = []
  /// Settings and other single values.
  private(set) var values: Set<String> = []

  private let prefix: String
  private let names: Set<String>

  init(_ template: FormulaTemplate, on prefix: String, playbook: Playbook) {
    let columns = Set(
      template.names.filter { name in
        switch playbook.meaning(ofName: name) {
        case .column, .listColumn: true
        default: false
        }
      }.map { $0.lowercased() })
    var reads = FormulaReads(prefix: prefix, columns: columns)
    reads.walk(template.expression)
    self = reads
  }

  private init(prefix: String, columns: Set<String>) {
    self.prefix = prefix
    names = columns
  }

  /// All columns that are read, without duplicates.
  var columns: Set<String> { keyed.reduce(own.union(toHere).union(whole)) { $0.union($1.columns) } }

  private func name(_ key: String) -> String { "\(prefix)_\(key)".lowercased() }

  private mutating func walk(_ expression: Expression) {
    switch expression {
    case .cell(let key): own.insert(name(key))
    case .cellsToHere(let key): toHere.insert(name(key))
    case .name(let text, _):
      let text = text.lowercased()
      if names.contains(text) { whole.insert(text) } else { values.insert(text) }
    case .unary(_, let operand): walk(operand)
    case .binary(_, let left, let right):
      walk(left)
      walk(right)
    case .call(let function, let arguments): call(function, arguments)
    case .array(let rows): for item in rows.joined() { walk(item) }
    case .number, .text, .boolean, .error, .missing, .reference, .structured: break
    }
  }

  private mutating func call(_ function: String, _ arguments: [Expression]) {
    switch function {
    case "SUMIFS", "AVERAGEIFS":
      if conditional(arguments.first.map { [$0] } ?? [], Array(arguments.dropFirst())) { return }
    case "COUNTIFS", "COUNTIF": if conditional([], arguments) { return }
    case "SUMIF", "AVERAGEIF":
      if arguments.count == 3, conditional([arguments[2]], Array(arguments.prefix(2))) { return }
    case "MATCH":
      if let found = lookUp(arguments) {
        own.insert(found.key)
        keyed.append(found)
        return
      }
    case "INDEX":
      if arguments.count == 2, let column = column(arguments[0]), case .call("MATCH", let inner) = arguments[1],
        var found = lookUp(inner)
      {
        own.insert(found.key)
        found.columns.insert(column)
        keyed.append(found)
        return
      }
    default: break
    }
    for argument in arguments { walk(argument) }
  }

  /// Ranges with conditions, one of which is the formula's own key. False if the affected rows cannot be determined this way.
  private mutating func conditional(_ summed: [Expression], _ pairs: [Expression]) -> Bool {
    guard pairs.count.isMultiple(of: 2) else { return false }
    var columns: Set<String> = []
    var found: (by: String, key: String)?
    var criteria: [Expression] = []
    for range in summed {
      guard let name = column(range) else { return false }
      columns.insert(name)
    }
    for place in stride(from: 0, to: pairs.count, by: 2) {
      guard let name = column(pairs[place]) else { return false }
      columns.insert(name)
      if found == nil, case .cell(let key) = pairs[place + 1] { found = (name, self.name(key)) }
      criteria.append(pairs[place + 1])
    }
    guard let found else { return false }
    keyed.append(Keyed(by: found.by, key: found.key, columns: columns))
    for criterion in criteria { walk(criterion) }
    return true
  }

  /// `MATCH({key}, column, 0)`.
  private func lookUp(_ arguments: [Expression]) -> Keyed? {
    guard arguments.count == 3, case .cell(let key) = arguments[0], let by = column(arguments[1]),
      arguments[2] == .number(0)
    else { return nil }
    return Keyed(by: by, key: name(key), columns: [by])
  }

  private func column(_ expression: Expression) -> String? {
    guard case .name(let text, _) = expression, names.contains(text.lowercased()) else { return nil }
    return text.lowercased()
  }
}
