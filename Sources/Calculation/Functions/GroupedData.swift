// SPDX-License-Identifier: Apache-2.0

/// The data that GROUPBY and PIVOTBY summarize, without its headers.
struct GroupedData {
  /// The fields of each axis, with the row of headers if there is one.
  let fields: [Matrix]
  /// The numbers of the rows that count.
  let rows: [Int]
  /// For each result, its function and its column of values.
  let results: [(lambda: Lambda, column: Int)]
  /// The names of several functions.
  let names: [String]
  /// Whether the first row holds headers.
  let takesHeaders: Bool
  let showsHeaders: Bool
  private let isGenerated: Bool
  private let values: Matrix

  init(
    _ call: borrowing Call, fields places: [Int], values valuePlace: Int, function: Int, headers: Int, filter: Int
  ) throws(Halt) {
    var fields: [Matrix] = []
    for place in places { fields.append(try call.matrix(place)) }
    let values = try call.matrix(valuePlace)
    guard fields.allSatisfy({ $0.rows == values.rows }) else { throw .value }
    let functions = try Self.functions(call, function)
    switch functions.count {
    case 1: results = (0..<values.columns).map { (functions[0], $0) }
    case values.columns: results = functions.enumerated().map { ($1, $0) }
    default:
      guard values.columns == 1 else { throw .value }
      results = functions.map { ($0, 0) }
    }
    names = functions.count > 1 ? functions.map { $0.function?.name ?? "CUSTOM" } : []
    if names.count(where: { $0 == "CUSTOM" }) > 1 { throw Self.kept(call) }
    let mode = try call.int(headers, default: -1)
    guard (-1...3).contains(mode) else { throw .value }
    takesHeaders = mode == -1 ? try Self.hasHeaders(call, values) : mode == 1 || mode == 3
    showsHeaders = mode == 2 || mode == 3
    isGenerated = mode == 2
    if isGenerated, functions.count > 1 { throw Self.kept(call) }
    var wanted = Array((takesHeaders ? 1 : 0)..<values.rows)
    if call.isPresent(filter) {
      let chosen = try call.matrix(filter)
      guard chosen.cells.count == values.rows, chosen.isVector else { throw .value }
      var kept: [Int] = []
      for row in wanted where try chosen.cells[row].truth { kept.append(row) }
      wanted = kept
    }
    guard !wanted.isEmpty else { throw .value }
    // Every row has a key of its own, at worst.
    for matrix in fields { try call.evaluator.reserve(rows: matrix.rows, columns: 2 * (matrix.columns + 1)) }
    rows = wanted
    self.fields = fields
    self.values = values
  }

  /// Keeps the stored value of a formula that asks for more than is calculated here.
  static func kept(_ call: borrowing Call) -> Halt { .kept(.undetermined(function: call.function.name, .arguments)) }

  /// The function, or the functions side by side.
  private static func functions(_ call: borrowing Call, _ index: Int) throws(Halt) -> [Lambda] {
    if case .call(let stack, let nodes) = call.nodes[index], stack.name == "HSTACK" || stack.name == "VSTACK" {
      guard stack.name == "HSTACK" else { throw kept(call) }
      var lambdas: [Lambda] = []
      for node in nodes {
        guard case .lambda(let lambda) = try call.evaluator.evaluate(node, call.frame) else { throw kept(call) }
        lambdas.append(lambda)
      }
      return lambdas
    }
    switch try call.evaluate(index) {
    case .lambda(let lambda): return [lambda]
    case .scalar(.error(let error)): throw .error(error)
    case .scalar, .missing: throw .value
    default: throw kept(call)
    }
  }

  /// Whether the first row looks like headers: a text above numbers. A column that mixes the two is left to Excel.
  private static func hasHeaders(_ call: borrowing Call, _ values: Matrix) throws(Halt) -> Bool {
    guard values.rows > 1, values[0, 0].isText else { return false }
    let below = (1..<values.rows).map { values[$0, 0] }
    guard below.contains(where: \.isNumber) else { return false }
    guard !below.contains(where: \.isText) else { throw kept(call) }
    return true
  }

  /// The names of the fields of an axis; nil if there are none.
  func fieldNames(_ axis: Int, prefix: String) -> [Scalar]? {
    if isGenerated { return (1...fields[axis].columns).map { .text("\(prefix) \($0)") } }
    return takesHeaders ? fields[axis].row(0).cells : nil
  }

  /// The name of each result's column of values; nil if there are none.
  var valueNames: [Scalar]? {
    if isGenerated { return results.map { .text("Value \($0.column + 1)") } }
    return takesHeaders ? results.map { values[0, $0.column] } : nil
  }

  /// A result for some of the rows. A function of two arguments, such as PERCENTOF, also gets the values of `all`.
  func result(
    _ evaluator: Evaluator, _ index: Int, of rows: [Int], relativeTo all: [Int]
  ) throws(Halt) -> Scalar {
    let (lambda, column) = results[index]
    var arguments: [Value] = [.array(Matrix(column: rows.map { values[$0, column] }))]
    if lambda.needsTwo { arguments.append(.array(Matrix(column: all.map { values[$0, column] }))) }
    try evaluator.spend(rows.count + (lambda.needsTwo ? all.count : 0))
    let value: Value
    do throws(Halt) { value = try evaluator.apply(lambda, arguments) } catch .error(let error) { return .error(error) }
    switch value {
    case .scalar(let scalar): return scalar
    case .area(let area) where area.isCell: return try evaluator.read(area.first)
    default: throw .value
    }
  }
}
