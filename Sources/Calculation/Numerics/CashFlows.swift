// SPDX-License-Identifier: Apache-2.0

/// Cash flows in regular periods or on dates: present values and internal rates of return.
enum CashFlows {
  /// The value one period before the first flow.
  static func presentValue(rate: Double, _ flows: [Double]) -> Double {
    var factor = 1.0
    var sum = 0.0
    for flow in flows {
      factor *= 1 + rate
      sum += flow / factor
    }
    return sum
  }

  /// The rate at which the present value is zero, with the first flow now; nil if none is found.
  ///
  /// As Excel does, this follows secants in the discount rate r / (1 + r), from the guess or else from 10 %. Where it stops decides the
  /// digits that Excel shows if the value only touches zero.
  static func internalRate(_ flows: [Double], guess: Double) -> Double? {
    guard flows.contains(where: { $0 > 0 }), flows.contains(where: { $0 < 0 }) else { return nil }
    func value(discount: Double) -> Double {
      let growth = 1 / (1 - discount)
      var factor = 1.0
      var sum = 0.0
      for (period, flow) in flows.enumerated() {
        if period > 0 { factor *= growth }
        sum += flow / factor
      }
      return sum
    }
    for start in guess == 0.1 ? [0.1] : [guess, 0.1] {
      if let discount = RootFinder.secant(value, from: start / (1 + start), endsAtRepeat: true) {
        return 1 / (1 - discount) - 1
      }
    }
    let present = { (rate: Double) in presentValue(rate: rate, flows) * (1 + rate) }
    return RootFinder.newton(present, from: guess, above: -1) ?? bracketed(present)
  }

  /// The rate if costs are financed at one rate and returns reinvested at another; nil if there are only costs or only returns.
  static func modifiedRate(_ flows: [Double], finance: Double, reinvest: Double) -> Double? {
    let n = Double(flows.count)
    let returns = presentValue(rate: reinvest, flows.map { max($0, 0) })
    // Discounted from the first flow on, so that at a rate of −100 % the first flow keeps its value.
    var costs = 0.0
    for (period, flow) in flows.enumerated() where flow < 0 { costs += flow / Libc.pow(1 + finance, Double(period)) }
    guard n > 1, costs != 0 else { return nil }
    return Libc.pow(-returns * Libc.pow(1 + reinvest, n) / costs, 1 / (n - 1)) - 1
  }

  /// The value of dated flows on the first date, with 365 days to a year.
  static func presentValue(rate: Double, _ flows: [Double], on days: [Double]) -> Double {
    guard let first = days.first else { return .nan }
    return zip(flows, days).reduce(0) { $0 + $1.0 / Libc.pow(1 + rate, ($1.1 - first) / 365) }
  }

  /// The yearly rate at which the value of dated flows is zero; nil if none is found.
  static func internalRate(_ flows: [Double], on days: [Double], guess: Double) -> Double? {
    guard flows.contains(where: { $0 > 0 }), flows.contains(where: { $0 < 0 }) else { return nil }
    let value = { (rate: Double) in presentValue(rate: rate, flows, on: days) }
    // Excel's method, which determines the eighth digit that it shows: intervals that double from the guess upwards, or those below it, then
    // halving until the interval is short and the value small. A rate beyond the root gives the sign of the first flow.
    guard let first = flows.first, guess > -1 else { return nil }
    func isBeyond(_ rate: Double) -> Bool {
      let now = value(rate)
      return now == 0 || (now > 0) == (first > 0)
    }
    let start = guess == 0 ? 1e-5 : guess
    if !isBeyond(start) {
      var (low, high) = (start, start > 0 ? 2 * start : 0)
      for _ in 0..<steps where high > low {
        if isBeyond(high) { return halved(isBeyond, flows, days, from: low, to: high) }
        (low, high) = (high, 2 * high)
      }
      return nil
    }
    if start < 0 { return halved(isBeyond, flows, days, from: -1, to: start) }
    var high = start
    for low in [0, -start] {
      guard low > -1 else { return nil }
      if !isBeyond(low) { return halved(isBeyond, flows, days, from: low, to: high) }
      high = low
    }
    return halved(isBeyond, flows, days, from: -1, to: high)
  }

  private static let steps = 100

  /// The midpoint at which halving ends; nil if it does not.
  private static func halved(
    _ isBeyond: (Double) -> Bool, _ flows: [Double], _ days: [Double], from low: Double, to high: Double
  ) -> Double? {
    let near = 1e-8
    var (low, high) = (low, high)
    for _ in 0..<steps {
      let middle = high - (high - low) / 2
      guard middle > -1 else { return nil }
      if isBeyond(middle) { high = middle } else { low = middle }
      guard high - low < near * (0.5 + middle.magnitude) else { continue }
      let size = presentValue(rate: middle, flows.map(\.magnitude), on: days)
      if presentValue(rate: middle, flows, on: days).magnitude < near * size { return middle }
    }
    return nil
  }

  /// Finds the first change of sign on a grid of ever wider steps and bisects it.
  private static func bracketed(_ value: (Double) -> Double) -> Double? {
    let grid: [Double] = [-0.99, -0.9, -0.75, -0.5, -0.25, -0.1, 0, 0.1, 0.25, 0.5, 1, 2, 5, 10, 100, 1000, 1e6]
    for (low, high) in zip(grid, grid.dropFirst()) {
      let atLow = value(low)
      let atHigh = value(high)
      guard atLow.isFinite, atHigh.isFinite, (atLow < 0) != (atHigh < 0) else { continue }
      let rising = atHigh > atLow
      return SpecialFunctions.inverse(of: { rising ? value($0) : -value($0) }, at: 0, from: low, to: high)
    }
    return nil
  }
}
