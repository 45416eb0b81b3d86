// SPDX-License-Identifier: Apache-2.0

import Formula

/// Functions over a table with a header row. The criteria select rows: a row matches if all cells in any one row of criteria match.
enum DatabaseFunctions {
  static let all: [Function] = [
    number("DSUM") { (numbers) throws(Halt) in numbers.reduce(0, +) },
    number("DAVERAGE") { (numbers) throws(Halt) in
      guard !numbers.isEmpty else { throw .divisionByZero }
      return numbers.reduce(0, +) / Double(numbers.count)
    },
    number("DMAX") { (numbers) throws(Halt) in numbers.max() ?? 0 },
    number("DMIN") { (numbers) throws(Halt) in numbers.min() ?? 0 },
    number("DPRODUCT") { (numbers) throws(Halt) in numbers.isEmpty ? 0 : numbers.reduce(1, *) },
    number("DVAR") { (numbers) throws(Halt) in try variance(numbers, 1) },
    number("DVARP") { (numbers) throws(Halt) in try variance(numbers, 0) },
    number("DSTDEV") { (numbers) throws(Halt) in try variance(numbers, 1).squareRoot() },
    number("DSTDEVP") { (numbers) throws(Halt) in try variance(numbers, 0).squareRoot() },
    Function("DCOUNT", "RRR") { (call) throws(Halt) in
      let chosen = try chosen(call, fieldMayLack: true)
      return .number(chosen.hasField ? chosen.cells.count { $0.isNumber } : chosen.rows)
    },
    Function("DCOUNTA", "RRR") { (call) throws(Halt) in
      let chosen = try chosen(call, fieldMayLack: true)
      return .number(chosen.hasField ? chosen.cells.count { !$0.isBlank } : chosen.rows)
    },
    Function("DGET", "RRR") { (call) throws(Halt) in
      let chosen = try chosen(call, fieldMayLack: false)
      guard let first = chosen.cells.first else { throw .value }
      guard chosen.cells.count == 1 else { throw .number }
      return .scalar(first)
    },
  ]

  private static func variance(_ numbers: [Double], _ lost: Double) throws(Halt) -> Double {
    let n = Double(numbers.count) - lost
    guard n > 0 else { throw .divisionByZero }
    return StatisticsFunctions.squares(numbers) / n
  }

  private static func number(
    _ name: String, _ compute: @escaping @Sendable ([Double]) throws(Halt) -> Double
  ) -> Function {
    Function(name, "RRR") { (call) throws(Halt) in
      var numbers: [Double] = []
      for cell in try chosen(call, fieldMayLack: false).cells {
        if case .error(let error) = cell { throw .error(error) }
        if case .number(let number) = cell { numbers.append(number) }
      }
      return .number(try compute(numbers))
    }
  }

  private struct Chosen {
    var cells: [Scalar] = []
    var rows = 0
    var hasField = false
  }

  private static func chosen(_ call: borrowing Call, fieldMayLack: Bool) throws(Halt) -> Chosen {
    let table = try call.matrix(0)
    let criteria = try call.matrix(2)
    guard try height(call, 0, table) > 1, try height(call, 2, criteria) > 1 else { throw .value }
    let headers = (0..<table.columns).map { table[0, $0] }
    let field = try field(call, headers, mayLack: fieldMayLack)
    let ways = try Ways(criteria, headers)
    var chosen = Chosen()
    chosen.hasField = field != nil
    for row in 1..<max(1, table.rows) where try ways.choose(table, row) {
      chosen.rows += 1
      if let field { chosen.cells.append(table[row, field]) }
    }
    return chosen
  }

  private static func field(
    _ call: borrowing Call, _ headers: [Scalar], mayLack: Bool
  ) throws(Halt) -> Int? {
    guard call.isPresent(1) else {
      guard mayLack else { throw .value }
      return nil
    }
    // A field must be a single cell.
    if let area = try call.area(1), !area.isCell { throw .value }
    switch try call.scalar(1) {
    case .text(let name):
      guard let place = headers.firstIndex(where: { isSame($0, name) }) else { throw .value }
      return place
    case .error(let error): throw .error(error)
    case .blank:
      guard mayLack else { throw .value }
      return nil
    case let scalar:
      let number = try scalar.number.rounded(.towardZero)
      guard number >= 1, number <= Double(headers.count) else { throw .value }
      return Int(number) - 1
    }
  }

  /// The number of rows of an argument, including trailing empty ones.
  private static func height(_ call: borrowing Call, _ index: Int, _ matrix: Matrix) throws(Halt) -> Int {
    try call.area(index)?.rows ?? matrix.rows
  }

  /// Headers are compared by the text they show: `true` finds TRUE.
  private static func isSame(_ header: Scalar, _ name: String) -> Bool {
    guard !header.isBlank, let text = try? header.text else { return false }
    return CaseFolding.folded(text) == CaseFolding.folded(name)
  }

  /// The rows of criteria: alternative sets of conditions on columns.
  private struct Ways {
    /// Each condition with its column; no column for a computed condition.
    private var ways: [[(column: Int?, criterion: DatabaseCriterion)]] = []

    init(_ criteria: Matrix, _ headers: [Scalar]) throws(Halt) {
      for row in 1..<max(1, criteria.rows) {
        var way: [(column: Int?, criterion: DatabaseCriterion)] = []
        for column in 0..<criteria.columns {
          guard let criterion = DatabaseCriterion(criteria[row, column]) else { continue }
          let name = try? criteria[0, column].text
          way.append((name.flatMap { name in headers.firstIndex { DatabaseFunctions.isSame($0, name) } }, criterion))
        }
        ways.append(way)
      }
      if ways.isEmpty { ways.append([]) }
    }

    func choose(_ table: Matrix, _ row: Int) throws(Halt) -> Bool {
      for way in ways {
        var holds = true
        for (column, criterion) in way where holds {
          holds = column.map { criterion.holds(table[row, $0]) } ?? criterion.isTruth
        }
        if holds { return true }
      }
      return false
    }
  }
}

/// One cell of the criteria: a value, text that the cell must begin with, or a comparison.
private struct DatabaseCriterion {
  private enum Test {
    case number(String, Double)
    case pattern(Wildcard, isNegated: Bool)
    case text(String, String)
    case boolean(Bool)
    /// The text `TRUE` or `FALSE`, which the value meets too.
    case truth(Bool)
    case filled, empty
    /// An error, which nothing equals.
    case never
  }

  private let test: Test

  /// Nil for an empty cell, which sets no condition.
  init?(_ scalar: Scalar) {
    switch scalar {
    case .blank: return nil
    case .error: test = .never
    case .number(let number): test = .number("=", number)
    case .boolean(let truth): test = .boolean(truth)
    case .text(let text):
      guard !text.isEmpty else { return nil }
      let mark = ["<=", ">=", "<>", "<", ">", "="].first { text.hasPrefix($0) } ?? ""
      let rest = String(text.dropFirst(mark.count))
      if rest.isEmpty {
        test = mark == "<>" ? .filled : .empty
      } else if let number = NumberText.number(rest) {
        test = .number(mark.isEmpty ? "=" : mark, number)
      } else if mark.isEmpty || mark == "=", ["TRUE", "FALSE"].contains(CaseFolding.folded(rest)) {
        test = .truth(CaseFolding.folded(rest) == "TRUE")
      } else if mark.isEmpty {
        test = .pattern(Wildcard(any: rest + "*"), isNegated: false)
      } else if mark == "=" || mark == "<>" {
        test = .pattern(Wildcard(any: rest), isNegated: mark == "<>")
      } else {
        test = .text(mark, rest)
      }
    }
  }

  /// The value of a computed condition: one whose header is not a column of the table.
  var isTruth: Bool {
    switch test {
    case .boolean(let truth): truth
    case .number("=", let number): number != 0
    default: false
    }
  }

  func holds(_ cell: Scalar) -> Bool {
    switch test {
    case .never: return false
    case .filled: return !cell.isBlank
    case .empty: return cell.isBlank
    case .boolean(let truth): return cell == .boolean(truth)
    case .truth(let truth):
      if case .text(let text) = cell { return CaseFolding.folded(text).hasPrefix(truth ? "TRUE" : "FALSE") }
      return cell == .boolean(truth)
    case .number(let mark, let number):
      guard case .number(let value) = cell else { return mark == "<>" }
      return Self.compare(Ordering.numbers(value, number), mark)
    case .pattern(let pattern, let isNegated):
      guard case .text(let text) = cell else { return isNegated }
      return pattern.matches(folded: CaseFolding.folded(text)) != isNegated
    case .text(let mark, let wanted):
      guard case .text(let text) = cell else { return false }
      return Self.compare(TextOrder.compare(text, wanted), mark)
    }
  }

  private static func compare(_ order: Int, _ mark: String) -> Bool {
    switch mark {
    case "<": order < 0
    case "<=": order <= 0
    case ">": order > 0
    case ">=": order >= 0
    case "<>": order != 0
    default: order == 0
    }
  }
}
