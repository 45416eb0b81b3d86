// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Dealbook

@Suite struct `The normal curve in place of a distribution` {
  /// Quantiles of the standard normal distribution, as every table has them.
  @Test(arguments: [(0.8, 0.84162), (0.9, 1.28155), (0.5, 0), (0.2, -0.84162), (0.975, 1.95996), (0.999, 3.09023)])
  func `has the quantiles of the tables`(share: Double, z: Double) {
    #expect(abs(NormalCurve.quantile(share) - z) < 0.0001)
  }

  @Test func `promises what the exact distribution does, but for what many deals hide`() {
    let items = (0..<200).map { TotalDistribution.Item(amount: 100_000 * (1 + $0 % 7), probability: 0.3) }
    let exact = TotalDistribution(won: 5_000_000, items: items)
    let curve = NormalTotal(items, won: 50_000)
    for confidence in [0.6, 0.8, 0.95] {
      let promised = Double(exact.committable(confidence: confidence)) / 100
      #expect(abs(curve.committable(confidence: confidence) - promised) < 0.01 * promised)
    }
    #expect(NormalTotal([], won: 700).committable(confidence: 0.8) == 700)
  }
}
