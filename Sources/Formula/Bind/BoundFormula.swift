// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A formula whose names and functions have been looked up once, ready to be run over the rows of a sheet.
///
/// Results are those of Excel and LibreOffice 7.4 where the two agree. Where they differ:
/// - as in Excel: booleans are not numbers (`TRUE=1`, ISNUMBER, SUM and COUNT of cells, criteria); `LEN` counts UTF-16 units; serial
///   numbers before 1 March 1900; `0^0` and `SQRT(-1)` are `#NUM!`, `INDEX` beyond the end is `#REF!`; text that spells a number matches a
///   numeric criterion, and a number matches no wildcard pattern; a criterion that is an error matches the cells that hold that error; the
///   first of several errors in a sum is the result; MATCH treats a blank as 0; numbers from 1E+15 up are written with an exponent; a sum
///   that should be zero is snapped to zero only if it is the formula's last operation; numbers that agree in 15 digits are equal; text is
///   ordered as Excel orders it, hyphens last; `2025/4/3` is a date;
/// - as in LibreOffice: `3/4/2025` is not a number in arithmetic, because its meaning depends on the reader's locale; `&` writes small
///   numbers out in full.
public struct BoundFormula: Sendable {
  let plan: Plan

  /// Binds `expression`, a formula over the columns of one sheet.
  ///
  /// `{amount}` means the column `de_amount` if `prefix` is `de`, and the column `amount` if there is no prefix. A column that the
  /// environment lacks reads as blank cells, even if the environment gets it later. All other names must exist.
  public init(_ expression: Expression, sheet prefix: String?, in environment: Environment) throws(FormulaError) {
    var binder = Binder(prefix: prefix, environment: environment)
    try binder.bind(expression)
    plan = binder.plan
  }

  init(_ plan: Plan) { self.plan = plan }

  /// Computes the value for each of `rows` rows, as the cells show it: a reference to a blank cell gives 0.
  ///
  /// Rows for which `mask` is false are blank and cost nothing. Names are read from `environment`, which must have all the names that were
  /// bound. `firstRow` is the worksheet row of the first formula; without it, a whole column where a single value is expected
  /// (`INDEX(column, 0)`) gives `#VALUE!`.
  public func evaluate(
    rows: Int, mask: [Bool]? = nil, firstRow: Int? = nil, in environment: Environment
  ) throws(FormulaError) -> Column {
    try evaluate(rows: rows, mask: mask, firstRow: firstRow, in: environment, by: .indexed)
  }

  /// Computes the values for some rows only, in the order of `places`. The other rows cost nothing, apart from the indexes over the
  /// columns.
  package func evaluate(
    at places: [Int], firstRow: Int?, in environment: Environment
  ) throws(FormulaError) -> Column {
    try run(in: environment) { () throws(FormulaError) in
      let evaluator = try Evaluator(plan, environment: environment, strategy: .indexed, firstRow: firstRow)
      return evaluator.column(plan.root, at: places)
    }
  }

  package func evaluate(
    rows: Int, mask: [Bool]?, firstRow: Int? = nil, in environment: Environment, by strategy: EvaluationStrategy
  ) throws(FormulaError) -> Column {
    try run(in: environment) { () throws(FormulaError) in
      let evaluator = try Evaluator(plan, environment: environment, strategy: strategy, firstRow: firstRow)
      return evaluator.column(plan.root, rows: rows, mask: mask)
    }
  }

  private func run(
    in environment: Environment, _ run: () throws(FormulaError) -> Column
  ) throws(FormulaError) -> Column {
    if environment.dateSystem == RunSettings.dateSystem, environment.meter === RunSettings.meter { return try run() }
    let result = RunSettings.$dateSystem.withValue(environment.dateSystem) {
      RunSettings.$meter.withValue(environment.meter) {
        Result { () throws(FormulaError) in try run() }
      }
    }
    return try result.get()
  }
}

extension Evaluator {
  /// The values of a node, as cells show them, one for each of `places`.
  fileprivate func column(_ root: Int, at places: [Int]) -> Column {
    guard !places.isEmpty else { return Column([]) }
    return Self.shown(value(root, RowSelection(.some(places.map { Int32($0) })))).column(lanes: places.count)
  }

  /// The values of a node, as cells show them, for the rows that `mask` selects.
  fileprivate func column(_ root: Int, rows: Int, mask: [Bool]?) -> Column {
    let lanes: RowSelection
    if let mask, mask.prefix(rows).contains(false) || mask.count < rows {
      lanes = RowSelection(.some((0..<Int32(rows)).filter { Int($0) < mask.count && mask[Int($0)] }))
    } else {
      lanes = RowSelection(.all(rows))
    }
    guard lanes.count > 0 else { return Column(repeating: .blank, count: rows) }
    let result = Self.shown(value(root, lanes)).column(lanes: lanes.count)
    guard case .some(let places) = lanes.rows else { return result }
    var taken = [Bool](repeating: false, count: rows)
    for place in places { taken[Int(place)] = true }
    let others = (0..<Int32(rows)).filter { !taken[Int($0)] }
    return Vector.merged([(places, Vector(result)), (others, Vector(constant: .blank))], lanes: rows)
      .column(lanes: rows)
  }

  /// Replaces blanks with the number 0, as a cell shows them.
  private static func shown(_ vector: Vector) -> Vector {
    let column = vector.column
    switch column.kinds {
    case .all(.blank):
      return Vector(column: Column(kinds: .all(.number), payload: column.payload), stride: vector.stride)
    case .each(let kinds) where kinds.contains(.blank):
      let shown = kinds.map { $0 == .blank ? CellKind.number : $0 }
      return Vector(
        column: Column(kinds: .collapsed(shown), payload: column.payload, pool: column.pool), stride: vector.stride)
    default: return vector
    }
  }
}
