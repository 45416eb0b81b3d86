// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Functions that take whole columns and give one value per lane (row).
extension Evaluator {
  func ranges(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> Vector {
    switch function {
    case .index, .match, .correl, .countBlank, .large, .small, .rank, .median, .networkDays, .workday:
      let vectors = arguments.enumerated().map { position, argument in
        function.takesColumn(at: position) ? Vector(constant: .blank) : value(argument, lanes)
      }
      return ranges(function, arguments, vectors, lanes)
    default:
      return conditional(function, arguments, lanes) { criterion(arguments[$0], lanes) }
    }
  }

  /// `vectors` holds the values of the arguments that are not columns.
  func ranges(_ function: Function, _ arguments: [Int], _ vectors: [Vector], _ lanes: RowSelection) -> Vector {
    switch function {
    case .index: return index(arguments, vectors, lanes)
    case .match: return match(arguments, vectors, lanes)
    case .correl: return correlation(arguments, lanes)
    case .countBlank: return countBlank(arguments, lanes)
    case .large, .small, .rank, .median: return ranked(function, arguments, vectors, lanes)
    case .networkDays, .workday: return workdays(function, arguments, vectors, lanes)
    default: return conditional(function, arguments, lanes) { CriterionVector(operand: vectors[$0]) }
    }
  }

  /// The rows of a column argument that are visible to `lane`.
  private func rows(_ argument: Int, _ lane: Int, _ lanes: RowSelection) -> Range<Int> {
    if case .cellsToHere = plan.nodes[argument].operation { return 0..<lanes.row(lane) + 1 }
    return 0..<column(argument).count
  }

  /// The number of results to compute, and their stride: one result if it is the same for all lanes.
  private func cells(_ arguments: [Int], _ vectors: [Vector], _ lanes: RowSelection) -> (count: Int, stride: Int) {
    let isConstant = arguments.allSatisfy { !plan.nodes[$0].dependsOnRow } && vectors.allSatisfy(\.isConstant)
    return isConstant ? (1, 0) : (lanes.count, 1)
  }

  /// INDEX(column, n) and INDEX(column, n, 1): the cell itself, so that a blank stays blank.
  private func index(_ arguments: [Int], _ vectors: [Vector], _ lanes: RowSelection) -> Vector {
    let column = column(arguments[0])
    let place = Coercion.numbers(vectors[1])
    let across = arguments.count > 2 ? Coercion.numbers(vectors[2]) : nil
    let (count, stride) = cells(arguments, vectors, lanes)
    var places = [Int32](repeating: 0, count: count)
    var failures: [(lane: Int, error: CellValue)] = []
    for lane in 0..<count {
      if place.kind(lane) == .error {
        failures.append((lane, place[lane]))
        continue
      }
      if let across {
        if across.kind(lane) == .error {
          failures.append((lane, across[lane]))
          continue
        }
        let number = across.payload(lane).rounded(.towardZero)
        if number != 0, number != 1 {
          failures.append((lane, .error(number < 0 ? .value : .reference)))
          continue
        }
      }
      let number = place.payload(lane).rounded(.towardZero)
      let rows = rows(arguments[0], lane, lanes)
      if number < 1 {
        // 0 means the whole column, of which a formula takes the cell in its own row.
        if number == 0, plan.nodes[arguments[1]].dependsOnRow, let row = intersection(arguments[0], lane, lanes) {
          places[lane] = row
        } else {
          failures.append((lane, .error(.value)))
        }
      } else if number > Double(rows.count) {
        failures.append((lane, .error(.reference)))
      } else {
        places[lane] = Int32(number) - 1
      }
    }
    if failures.count == count {
      let first = failures.first?.error ?? .blank
      if failures.allSatisfy({ $0.error == first }) { return Vector(constant: first) }
    }
    let found = column.picked(places)
    if failures.isEmpty { return Vector(column: found, stride: stride) }
    var kinds = (0..<count).map { found.kinds[$0] }
    var payload = found.payload
    let errors = Column(failures.map(\.error))
    var pools = PoolUnion([found.pool, errors.pool])
    for (number, failure) in failures.enumerated() {
      kinds[failure.lane] = .error
      payload[failure.lane] = pools.error(errors.payload[number], from: 1)
    }
    return Vector(
      column: Column(kinds: .collapsed(kinds), payload: payload, pool: pools.pool), stride: stride)
  }

  /// The position, within a whole column, of the cell in the formula's own worksheet row.
  private func intersection(_ argument: Int, _ lane: Int, _ lanes: RowSelection) -> Int32? {
    guard case .column(let name) = plan.nodes[argument].operation, let firstRow,
      let begin = environment.firstRow(key: name)
    else { return nil }
    let place = firstRow + lanes.row(lane) - begin
    return place >= 0 && place < column(argument).count ? Int32(place) : nil
  }

  /// MATCH: an equal value (0), the last value not greater in ascending order (1), or the last not smaller in descending order (-1).
  private func match(_ arguments: [Int], _ vectors: [Vector], _ lanes: RowSelection) -> Vector {
    let kind = arguments.count > 2 ? Coercion.numbers(vectors[2]) : Vector(constant: .number(1))
    let (count, stride) = cells(arguments, vectors, lanes)
    if strategy == .indexed, kind.isConstant, kind.kind(0) != .error, plan.nodes[arguments[1]].isArray {
      if let indexed = matchIndexed(vectors[0], column(arguments[1]), Int(kind.payload(0).rounded(.towardZero).clamped))
      {
        return Vector(column: indexed, stride: vectors[0].stride)
      }
    }
    let column = column(arguments[1])
    var builder = ColumnBuilder(capacity: count)
    for lane in 0..<count {
      if vectors[0].kind(lane) == .error {
        builder.append(vectors[0][lane])
      } else if kind.kind(lane) == .error {
        builder.append(kind[lane])
      } else {
        let rows = rows(arguments[1], lane, lanes)
        let place = Matching.place(
          of: vectors[0][lane], in: column, rows.clamped(to: 0..<column.count), kind: kind.payload(lane))
        builder.append(place.map { .number(Double($0 + 1)) } ?? .error(.notAvailable))
      }
    }
    return Vector(column: builder.finish(), stride: stride)
  }

  private func countBlank(_ arguments: [Int], _ lanes: RowSelection) -> Vector {
    let column = column(arguments[0])
    let (count, stride) = cells(arguments, [], lanes)
    var builder = ColumnBuilder(capacity: count)
    var blanks = 0
    var next = 0
    for lane in 0..<count {
      while next < rows(arguments[0], lane, lanes).upperBound {
        // Empty text counts as blank.
        if next >= column.count || column.kinds[next] == .blank
          || column.kinds[next] == .text && column.payload[next] == 0
        {
          blanks += 1
        }
        next += 1
      }
      builder.append(number: Double(blanks))
    }
    return Vector(column: builder.finish(), stride: stride)
  }

  /// CORREL over the rows in which both columns hold numbers.
  private func correlation(_ arguments: [Int], _ lanes: RowSelection) -> Vector {
    let (a, b) = (column(arguments[0]), column(arguments[1]))
    let (count, stride) = cells(arguments, [], lanes)
    var builder = ColumnBuilder(capacity: count)
    for lane in 0..<count {
      let (rows, others) = (rows(arguments[0], lane, lanes), rows(arguments[1], lane, lanes))
      builder.append(
        rows == others ? Statistics.correlation(a, b, rows.clamped(to: 0..<a.count)) : .error(.notAvailable))
    }
    return Vector(column: builder.finish(), stride: stride)
  }
}

extension Double {
  /// Limited to a range that fits an `Int`.
  var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e9), 1e9) }
}
