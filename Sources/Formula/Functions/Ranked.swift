// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// The numbers of a column in ascending order.
struct SortedNumbers {
  var numbers: [Double] = []
  /// The first error of the column.
  var error: CellValue?

  init(_ column: Column, _ rows: Range<Int>) {
    for row in rows { take(column, row, keepsOrder: false) }
    numbers.sort()
  }

  mutating func take(_ column: Column, _ row: Int, keepsOrder: Bool = true) {
    switch column.kinds[row] {
    case .number where keepsOrder:
      let number = column.payload[row]
      numbers.insert(number, at: numbers.partitioningIndex { $0 > number })
    case .number: numbers.append(column.payload[row])
    case .error: if error == nil { error = column[row] }
    case .blank, .text, .boolean: break
    }
  }

  /// The number between the smaller and the larger half.
  var median: CellValue {
    guard !numbers.isEmpty else { return .error(.number) }
    let half = numbers.count / 2
    if numbers.count % 2 == 1 { return .number(numbers[half]) }
    return .number(numbers[half - 1] + 0.5 * (numbers[half] - numbers[half - 1]))
  }

  /// How many numbers come before this one, plus 1; nil if there is no such number.
  func rank(_ number: Double, ascending: Bool) -> Int? {
    let first = numbers.partitioningIndex { $0 >= number }
    let end = numbers.partitioningIndex { $0 > number }
    guard end > first else { return nil }
    return ascending ? first + 1 : numbers.count - end + 1
  }
}

/// LARGE, SMALL, MEDIAN and RANK over whole columns, and working days.
extension Evaluator {
  func ranked(_ function: Function, _ arguments: [Int], _ vectors: [Vector], _ lanes: RowSelection) -> Vector {
    let place = function == .rank ? 1 : 0
    let parameters = arguments.indices.filter { $0 != place }.map { Coercion.numbers(vectors[$0]) }
    let isConstant = !plan.nodes[arguments[place]].dependsOnRow && parameters.allSatisfy(\.isConstant)
    let count = isConstant ? 1 : lanes.count
    var builder = ColumnBuilder(capacity: count)
    forEachSorted(arguments[place], lanes, count) { lane, sorted in
      // As Excel does: of RANK the number comes first, of LARGE the range.
      let own = parameters.map { $0.kind(lane) == .error ? $0[lane] : nil }
      if let error = function == .rank
        ? own[0] ?? sorted.error ?? own.dropFirst().first ?? nil : sorted.error ?? own.first ?? nil
      {
        builder.append(error)
        return
      }
      switch function {
      case .median: builder.append(sorted.median)
      case .rank:
        let isAscending = parameters.count > 1 && parameters[1].payload(lane) != 0
        let rank = sorted.rank(parameters[0].payload(lane), ascending: isAscending)
        builder.append(rank.map { .number(Double($0)) } ?? .error(.notAvailable))
      default:
        let k = parameters[0].payload(lane).rounded(.up)
        guard k >= 1, k <= Double(sorted.numbers.count) else {
          builder.append(.error(.number))
          return
        }
        builder.append(number: sorted.numbers[function == .small ? Int(k) - 1 : sorted.numbers.count - Int(k)])
      }
    }
    return Vector(column: builder.finish(), stride: isConstant ? 0 : 1)
  }

  /// Calls `body` with the sorted numbers that each of the first `count` lanes sees.
  private func forEachSorted(
    _ argument: Int, _ lanes: RowSelection, _ count: Int, _ body: (Int, SortedNumbers) -> Void
  ) {
    let column = column(argument)
    guard case .cellsToHere = plan.nodes[argument].operation else {
      let known = sortedNumbers[argument] ?? SortedNumbers(column, 0..<column.count)
      sortedNumbers[argument] = known
      for lane in 0..<count { body(lane, known) }
      return
    }
    var seen = SortedNumbers(column, 0..<0)
    var next = 0
    for lane in 0..<count {
      // Lanes are in row order.
      while next <= lanes.row(lane), next < column.count {
        if RunSettings.allows(seen.numbers.count / 8) { seen.take(column, next) }
        next += 1
      }
      body(lane, seen)
    }
  }

  /// NETWORKDAYS and WORKDAY, with a column of holidays or without.
  func workdays(_ function: Function, _ arguments: [Int], _ vectors: [Vector], _ lanes: RowSelection) -> Vector {
    let a = Coercion.numbers(vectors[0])
    let b = Coercion.numbers(vectors[1])
    var days = Workdays(system: RunSettings.dateSystem)
    if arguments.count > 2, plan.isRange(arguments[2]) {
      let column = column(arguments[2])
      var holidays: [Double] = []
      for row in 0..<column.count where column.kinds[row] != .blank {
        let holiday = Coercion.numbers(Vector(constant: column[row]))
        guard holiday.kind(0) != .error else { return Vector(constant: holiday[0]) }
        let day = holiday.payload(0).rounded(.down)
        guard day >= 0 else { return Vector(constant: .error(.number)) }
        holidays.append(day)
      }
      days = Workdays(holidays: holidays, system: RunSettings.dateSystem)
    }
    return Arithmetic.numbers(a, b, lanes.count) { start, other in
      let start = start.rounded(.down)
      guard start >= 0, start < Workdays.end else { return .nan }
      guard function == .networkDays else { return days.day(after: start, other.rounded(.towardZero)) ?? .nan }
      let end = other.rounded(.down)
      guard end >= 0, end < Workdays.end else { return .nan }
      return days.between(start, end)
    }
  }
}
