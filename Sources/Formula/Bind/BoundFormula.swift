import Spreadsheet

/// A formula whose names and functions have been looked up once, to be run over the rows of a sheet.
///
/// Values are those of Excel and LibreOffice 7.4 where the two agree. Where they do not:
/// - as Excel: truth values are no numbers (`TRUE=1`, ISNUMBER, SUM and COUNT of cells, criteria); `LEN` counts UTF-16
///   units; serials before 1 March 1900; `0^0` and `SQRT(-1)` are `#NUM!`, `INDEX` beyond the end `#REF!`; a text that
///   spells a number matches a numeric criterion, and a number no pattern; a criterion that is an error finds the cells
///   that hold it; of several errors in a sum the first counts; MATCH takes a blank for 0; numbers from 1E+15 on are
///   written with an exponent; a sum that should be zero is zero only where it is the last operation; numbers that agree
///   in 15 digits are equal; texts are ordered as Excel orders them, hyphens last; `2025/4/3` is a day;
/// - as LibreOffice: `3/4/2025` is no number in arithmetic, for what it means depends on the reader; small numbers are
///   written out by `&`.
public struct BoundFormula: Sendable {
  let plan: Plan

  /// Binds `expression`, a formula of the columns of one sheet.
  ///
  /// `{amount}` is the column `de_amount` when `prefix` is `de`, and the column `amount` without a prefix; a column that
  /// the environment does not have reads as blank cells, then and later. All other names must be there.
  public init(_ expression: Expression, sheet prefix: String?, in environment: Environment) throws(FormulaError) {
    var binder = Binder(prefix: prefix, environment: environment)
    try binder.bind(expression)
    plan = binder.plan
  }

  init(_ plan: Plan) { self.plan = plan }

  /// The value for each of `rows` rows, as the cells show it: a reference to a blank cell is 0.
  ///
  /// Rows for which `mask` is false are blank and cost nothing. Names mean what `environment` says now, which must
  /// have those that were bound. `firstRow` is the row of the worksheet in which the first formula stands; where it
  /// is not known, a whole column in the place of one value (`INDEX(column, 0)`) is `#VALUE!`.
  public func evaluate(
    rows: Int, mask: [Bool]? = nil, firstRow: Int? = nil, in environment: Environment
  ) throws(FormulaError) -> Column {
    try evaluate(rows: rows, mask: mask, firstRow: firstRow, in: environment, by: .indexed)
  }

  /// The values for some rows only, in the order of `places`: what the other rows hold costs nothing but the indexes.
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
  /// The values of a node as cells show them, one for each of `places`.
  fileprivate func column(_ root: Int, at places: [Int]) -> Column {
    guard !places.isEmpty else { return Column([]) }
    return Self.shown(value(root, Lanes(.some(places.map { Int32($0) })))).column(lanes: places.count)
  }

  /// The values of a node as cells show them, for the rows that `mask` leaves.
  fileprivate func column(_ root: Int, rows: Int, mask: [Bool]?) -> Column {
    let lanes: Lanes
    if let mask, mask.prefix(rows).contains(false) || mask.count < rows {
      lanes = Lanes(.some((0..<Int32(rows)).filter { Int($0) < mask.count && mask[Int($0)] }))
    } else {
      lanes = Lanes(.all(rows))
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

  /// Blanks as the number 0 that a cell shows for them.
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
