// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Spreadsheet

/// Sums, counts and extremes of the cells that satisfy conditions.
enum ConditionalSums {
  static let all: [Function] = [
    Function("COUNTIF", "RV") { (call) throws(Halt) in
      let area = try call.requiredArea(0)
      let criterion = Criterion(try call.scalar(1))
      if let count = try call.evaluator.conditions.count(of: criterion, in: area, call.evaluator) {
        return .number(count)
      }
      return .number(try rows(call, conditions: [0], in: area).count)
    },
    Function("COUNTIFS", "|RV") { (call) throws(Halt) in
      .number(try rows(call, conditions: pairs(call, from: 0), in: call.requiredArea(0)).count)
    },
    Function("SUMIF", "RVR") { (call) throws(Halt) in .number(try single(call).reduce(0, +)) },
    Function("AVERAGEIF", "RVR") { (call) throws(Halt) in try average(single(call)) },
    Function("SUMIFS", "R|RV") { (call) throws(Halt) in .number(try several(call).reduce(0, +)) },
    Function("AVERAGEIFS", "R|RV") { (call) throws(Halt) in try average(several(call)) },
    Function("MAXIFS", "R|RV") { (call) throws(Halt) in .number(try several(call).max() ?? 0) },
    Function("MINIFS", "R|RV") { (call) throws(Halt) in .number(try several(call).min() ?? 0) },
  ]

  private static func average(_ numbers: [Double]) throws(Halt) -> Value {
    guard !numbers.isEmpty else { throw .divisionByZero }
    return .number(numbers.reduce(0, +) / Double(numbers.count))
  }

  private static func pairs(_ call: borrowing Call, from first: Int) -> [Int] {
    Array(stride(from: first, to: call.count - 1, by: 2))
  }

  /// SUMIF and AVERAGEIF: the summed range starts at its first cell and has the size of the compared range.
  private static func single(_ call: borrowing Call) throws(Halt) -> [Double] {
    let range = try call.requiredArea(0)
    var summed = range
    if call.isPresent(2) {
      let first = try call.requiredArea(2).first
      summed = Area(
        sheet: first.sheet, top: first.row, left: first.column,
        bottom: min(first.row + range.rows - 1, CellReference.maxRow),
        right: min(first.column + range.columns - 1, CellReference.maxColumn))
    }
    return try numbers(call, rows(call, conditions: [0], in: range), of: summed)
  }

  private static func several(_ call: borrowing Call) throws(Halt) -> [Double] {
    let summed = try call.requiredArea(0)
    return try numbers(call, rows(call, conditions: pairs(call, from: 1), in: summed), of: summed)
  }

  private static func numbers(_ call: borrowing Call, _ hits: Hits, of area: Area) throws(Halt) -> [Double] {
    var numbers: [Double] = []
    let evaluator = call.evaluator
    func take(_ scalar: Scalar) throws(Halt) {
      switch scalar {
      case .number(let number): numbers.append(number)
      case .error(let error): throw .error(error)
      default: break
      }
    }
    switch hits {
    case .listed(let places):
      try evaluator.require(area)
      for (row, column) in places { try take(evaluator.read(area.cell(row, column))) }
    case .allBut(let places, _, _):
      let excluded = Set(places.map { $0.0 << 14 | $0.1 })
      try evaluator.forEachStored(area) { (row, column, scalar) throws(Halt) in
        if !excluded.contains((row - area.top) << 14 | (column - area.left)) { try take(scalar) }
      }
    }
    return numbers
  }

  /// The cells that satisfy all conditions, as offsets from the first cell.
  enum Hits {
    case listed([(Int, Int)])
    /// All cells of so many rows and columns except these.
    case allBut([(Int, Int)], rows: Int, columns: Int)

    var count: Int {
      switch self {
      case .listed(let places): places.count
      case .allBut(let places, let rows, let columns): rows * columns - places.count
      }
    }
  }

  private static func rows(_ call: borrowing Call, conditions: [Int], in area: Area) throws(Halt) -> Hits {
    let evaluator = call.evaluator
    var tests: [Test] = []
    for index in conditions {
      let range = try call.requiredArea(index)
      guard range.rows == area.rows, range.columns == area.columns else { throw .value }
      tests.append(Test(area: range, criterion: Criterion(try call.scalar(index + 1))))
    }
    // Cells that are not stored only count if every condition matches blanks.
    guard let lead = tests.firstIndex(where: { !$0.criterion.takesBlanks }) else {
      var misses: Set<Int> = []
      for test in tests {
        try evaluator.forEachStored(test.area) { (row, column, scalar) throws(Halt) in
          if !test.criterion.matches(scalar) { misses.insert((row - test.area.top) << 14 | (column - test.area.left)) }
        }
      }
      return .allBut(misses.map { ($0 >> 14, $0 & 0x3FFF) }, rows: area.rows, columns: area.columns)
    }
    if let hits = try indexed(tests, evaluator) { return .listed(hits) }
    let first = tests.remove(at: lead)
    let others = tests
    for test in others { try evaluator.require(test.area) }
    var hits: [(Int, Int)] = []
    try evaluator.forEachStored(first.area) { (row, column, scalar) throws(Halt) in
      guard first.criterion.matches(scalar) else { return }
      let place = (row - first.area.top, column - first.area.left)
      if try others.fulfilled(at: place, evaluator) { hits.append(place) }
    }
    return .listed(hits)
  }

  /// The cells that satisfy all conditions, if an index lists the rows of at least one: the rows of the shortest list that are in all
  /// others. A condition that holds for few rows makes the others cheap.
  private static func indexed(_ tests: [Test], _ evaluator: Evaluator) throws(Halt) -> [(Int, Int)]? {
    var lists: [[Int32]] = []
    var others: [Test] = []
    for test in tests {
      if !test.criterion.takesBlanks,
        let rows = try evaluator.conditions.positions(of: test.criterion, in: test.area, evaluator)
      {
        lists.append(rows)
      } else {
        others.append(test)
      }
    }
    lists.sort { $0.count < $1.count }
    guard var rows = lists.first else { return nil }
    for list in lists.dropFirst() where !rows.isEmpty { rows = rows.intersected(with: list) }
    for test in others { try evaluator.require(test.area) }
    var hits: [(Int, Int)] = []
    for row in rows where try others.fulfilled(at: (Int(row), 0), evaluator) { hits.append((Int(row), 0)) }
    return hits
  }
}

/// A condition and the range that it applies to.
private struct Test {
  let area: Area
  let criterion: Criterion
}

extension [Test] {
  /// Whether the cells at this offset satisfy all conditions.
  fileprivate func fulfilled(at place: (row: Int, column: Int), _ evaluator: Evaluator) throws(Halt) -> Bool {
    for test in self where try !test.criterion.matches(evaluator.read(test.area.cell(place.row, place.column))) {
      return false
    }
    return true
  }
}

extension [Int32] {
  /// The elements that are also in a longer list; both ascend. It uses galloping search, so each lookup in the longer list takes
  /// logarithmic time.
  fileprivate func intersected(with longer: [Int32]) -> [Int32] {
    var common: [Int32] = []
    var low = 0
    for wanted in self {
      var step = 1
      while low + step < longer.count, longer[low + step] < wanted {
        low += step
        step *= 2
      }
      low = longer[low..<Swift.min(low + step, longer.count)].partitioningIndex { $0 >= wanted }
      guard low < longer.count else { break }
      if longer[low] == wanted { common.append(wanted) }
    }
    return common
  }
}

extension Call {
  /// The area of an argument that must be a reference to a single area.
  borrowing func requiredArea(_ index: Int) throws(Halt) -> Area {
    guard let area = try area(index) else { throw try wrongKind(index) }
    return area
  }
}
