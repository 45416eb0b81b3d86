// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// MATCH computed with indexes.
extension Evaluator {
  /// The positions of `wanted` in `column`; nil for a match type that has no index.
  func matchIndexed(_ wanted: Vector, _ column: Column, _ kind: Int) -> Column? {
    if kind < 0 { return nil }
    let lanes = wanted.column.count
    var places = [Double](repeating: -1, count: lanes)
    if kind == 0 {
      let coded = environment.indexes.coded(column)
      let codes = LaneCodes(wanted, lanes: lanes) { coded.codes(lookingUp: $0) }
      let firstRows = coded.firstRows
      for lane in 0..<lanes {
        switch codes.codes[lane] {
        case LaneCodes.none, LaneCodes.other: break
        case LaneCodes.many:
          let rows = codes.several[lane]?.map { firstRows[Int($0)] }.filter { $0 >= 0 }
          places[lane] = Double(rows?.min() ?? -1)
        default: places[lane] = Double(firstRows[Int(codes.codes[lane])])
        }
      }
    } else {
      let sorted = SortedCells(column)
      for lane in 0..<lanes { places[lane] = Double(sorted.lastNotAbove(wanted[lane]) ?? -1) }
    }
    if wanted.isArithmetic || places.allSatisfy({ $0 >= 0 }), !places.contains(-1) {
      return Column(kinds: .all(.number), payload: places.map { $0 + 1 })
    }
    var builder = ColumnBuilder(capacity: lanes)
    for lane in 0..<lanes {
      if wanted.kind(lane) == .error {
        builder.append(wanted[lane])
      } else {
        builder.append(places[lane] < 0 ? .error(.notAvailable) : .number(places[lane] + 1))
      }
    }
    return builder.finish()
  }
}

/// The cells of a column by kind, each kind assumed to be in ascending order.
struct SortedCells {
  private let column: Column
  private var numbers: [Double] = []
  private var rows: [CellKind: [Int32]] = [:]

  init(_ column: Column) {
    self.column = column
    for row in 0..<column.count {
      let kind = column.kinds[row]
      rows[kind, default: []].append(Int32(row))
      if kind == .number { numbers.append(column.payload[row]) }
    }
  }

  /// The last row whose value is of the same kind as `wanted` and not greater, found by binary search.
  func lastNotAbove(_ wanted: CellValue) -> Int? {
    switch wanted {
    case .error: return nil
    case .blank: return lastNotAbove(.number(0))
    case .number(let number):
      return last(rows[.number] ?? []) { ApproximateNumber.order(numbers[$0], number) > 0 }
    case .boolean(let truth):
      let candidates = rows[.boolean] ?? []
      return last(candidates) { !truth && column.payload[Int(candidates[$0])] != 0 }
    case .text(let text):
      let candidates = rows[.text] ?? []
      let folded = Array(CaseFolding.folded(text).utf8)[...]
      let folding = column.pool.folding
      return last(candidates) { place in
        let number = folding.number(Int(column.payload[Int(candidates[place])]))
        return TextEquality.order(folding.arena.bytes[folding.arena.range(number)], folded) > 0
      }
    }
  }

  private func last(_ candidates: [Int32], _ isAbove: (Int) -> Bool) -> Int? {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if isAbove(middle) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : Int(candidates[low - 1])
  }
}
