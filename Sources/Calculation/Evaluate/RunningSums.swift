// SPDX-License-Identifier: Apache-2.0

import Formula

/// Sums of ranges that start at one cell and grow from formula to formula (`SUM(B$2:B9)`). Each sum continues the previous one, with the
/// same additions in the same order.
final class RunningSums {
  private struct Key: Hashable {
    var sheet: Int
    var column: Int
    var top: Int
  }

  private var known: [Key: (bottom: Int, sum: Double)] = [:]
  /// Shorter ranges are summed afresh each time.
  private static let shortest = 32

  /// The sum of the numbers in `area`; nil if scanning its cells is as cheap.
  func sum(_ area: Area, _ evaluator: Evaluator) throws(Halt) -> Double? {
    guard area.columns == 1, area.rows >= Self.shortest, !evaluator.iterates else { return nil }
    let key = Key(sheet: area.sheet, column: area.left, top: area.top)
    var rest = area
    var sum = 0.0
    if let before = known[key] {
      guard before.bottom <= area.bottom else { return nil }
      if before.bottom == area.bottom { return before.sum }
      rest.top = before.bottom + 1
      sum = before.sum
    }
    try evaluator.forEachStored(rest) { (_, _, scalar) throws(Halt) in
      switch scalar {
      case .number(let number): sum = ApproximateNumber.add(sum, number)
      case .error(let error): throw .error(error)
      case .blank, .text, .boolean: break
      }
    }
    known[key] = (area.bottom, sum)
    return sum
  }

  func removeAll() { known = [:] }
}
