// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Functions of pairs of numbers.
enum Statistics {
  /// The correlation over the rows in which both columns hold numbers; the first error in either column is the result.
  static func correlation(_ a: Column, _ b: Column, _ rows: Range<Int>) -> CellValue {
    var pairs: [(Double, Double)] = []
    for row in rows where row < b.count {
      if a.kinds[row] == .error { return a[row] }
      if b.kinds[row] == .error { return b[row] }
      if a.kinds[row] == .number, b.kinds[row] == .number { pairs.append((a.payload[row], b.payload[row])) }
    }
    guard !pairs.isEmpty else { return .error(.divisionByZero) }
    var (sumA, sumB) = (KahanSum(), KahanSum())
    for pair in pairs {
      sumA.add(pair.0)
      sumB.add(pair.1)
    }
    let (meanA, meanB) = (sumA.total / Double(pairs.count), sumB.total / Double(pairs.count))
    var (productSum, squaresA, squaresB) = (KahanSum(), KahanSum(), KahanSum())
    for pair in pairs {
      let (x, y) = (pair.0 - meanA, pair.1 - meanB)
      productSum.add(x * y)
      squaresA.add(x * x)
      squaresB.add(y * y)
    }
    let scale = (squaresA.total * squaresB.total).squareRoot()
    guard scale > 0 else { return .error(.divisionByZero) }
    return scale.isFinite ? .number(productSum.total / scale) : .error(.number)
  }
}
