// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// SUM, MIN, MAX and COUNT of cells and values: the frequent case, without a full tally per lane.
extension Evaluator {
  /// Nil for other functions, and for arguments that are columns or are references in some lanes only.
  func simpleAggregate(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> Vector? {
    guard function == .sum || function == .min || function == .max || function == .count,
      arguments.allSatisfy(isSimple)
    else { return nil }
    let count = lanes.count
    var sums = [KahanSum](repeating: KahanSum(), count: function == .sum ? count : 0)
    var extremes = [Double](repeating: function == .max ? -.infinity : .infinity, count: count)
    var counts = [Int32](repeating: 0, count: count)
    var errors: [Int: CellError] = [:]

    for argument in arguments {
      let vector = value(argument, lanes)
      let isReference = plan.isReference(argument)
      let kinds = vector.column.kinds
      let payload = vector.column.payload
      let stride = vector.stride
      for lane in 0..<count {
        var number = payload[lane &* stride]
        switch kinds[lane &* stride] {
        case .number: break
        case .blank, .boolean: if isReference { continue }
        case .text:
          if isReference { continue }
          // Text given directly as an argument must spell a number.
          var tally = Tally()
          tally.add(value: vector[lane])
          if let error = tally.error {
            if errors[lane] == nil { errors[lane] = error }
            continue
          }
          number = tally.minimum
        case .error:
          if errors[lane] == nil, case .error(let error) = vector[lane] { errors[lane] = error }
          continue
        }
        counts[lane] += 1
        switch function {
        case .sum: sums[lane].add(number)
        case .min: extremes[lane] = Swift.min(extremes[lane], number)
        case .max: extremes[lane] = Swift.max(extremes[lane], number)
        default: break
        }
      }
    }

    var result = [Double](repeating: 0, count: count)
    var failed = false
    for lane in 0..<count {
      switch function {
      case .sum: result[lane] = sums[lane].total
      case .count: result[lane] = Double(counts[lane])
      default: result[lane] = counts[lane] == 0 ? 0 : extremes[lane]
      }
      if !result[lane].isFinite { failed = true }
    }
    // COUNT ignores errors, as it does any cell that is not a number.
    if function == .count || errors.isEmpty && !failed {
      return Vector(Column(kinds: .all(.number), payload: result))
    }
    var builder = ColumnBuilder(capacity: count)
    for lane in 0..<count {
      if let error = errors[lane] {
        builder.append(.error(error))
      } else {
        builder.append(result[lane].isFinite ? .number(result[lane]) : .error(.number))
      }
    }
    return Vector(builder.finish())
  }

  private func isSimple(_ argument: Int) -> Bool {
    switch plan.nodes[argument].operation {
    case .column, .cellsToHere: return false
    case .call(let function) where function == .if || function == .choose:
      return !plan.nodes[argument].arguments.dropFirst().contains(where: mayBeReference)
    default: return true
    }
  }

  private func mayBeReference(_ argument: Int) -> Bool {
    if plan.isReference(argument) || plan.isRange(argument) { return true }
    guard case .call(let function) = plan.nodes[argument].operation, function == .if || function == .choose else {
      return false
    }
    return plan.nodes[argument].arguments.dropFirst().contains(where: mayBeReference)
  }
}
