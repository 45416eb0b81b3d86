// SPDX-License-Identifier: Apache-2.0

/// How strongly two figures correlate over several people: from -1 to 1.
package enum Correlation {
  /// With fewer pairs the result has no meaning.
  private static let fewest = 3

  /// Rounded to four decimals; nil if there are too few pairs, or if one of the two figures is the same for all.
  package static func of(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count >= fewest else { return nil }
    let count = Double(pairs.count)
    let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    var (both, own, other) = (0.0, 0.0, 0.0)
    for pair in pairs {
      both += (pair.0 - x) * (pair.1 - y)
      own += (pair.0 - x) * (pair.0 - x)
      other += (pair.1 - y) * (pair.1 - y)
    }
    guard own > 1e-18, other > 1e-18 else { return nil }
    return (both / (own * other).squareRoot() * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000
  }
}
