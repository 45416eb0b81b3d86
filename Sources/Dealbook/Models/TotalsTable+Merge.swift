// SPDX-License-Identifier: Apache-2.0

extension TotalsTable {
  /// Merges the first `count` totals with the same ones moved by `step`, and returns how many there are.
  static func merge(
    _ totals: Span<Int>, _ probabilities: Span<Double>, _ count: Int, _ step: Int, _ p: Double,
    into allTotals: inout [Int], _ allProbabilities: inout [Double]
  ) -> Int {
    var newTotals = allTotals.mutableSpan
    var newProbabilities = allProbabilities.mutableSpan
    let q = 1 - p
    var (stay, move, made) = (0, 0, 0)
    while stay < count || move < count {
      let a = stay < count ? totals[stay] : Int.max
      let b = move < count ? totals[move] + step : Int.max
      var probability = 0.0
      if a <= b {
        probability += probabilities[stay] * q
        stay &+= 1
      }
      if b <= a {
        probability += probabilities[move] * p
        move &+= 1
      }
      newTotals[made] = min(a, b)
      newProbabilities[made] = probability
      // If `p` is 1, the unmoved totals disappear instead of staying as zeros.
      if probability > 0 { made &+= 1 }
    }
    return made
  }
}
