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
  static func internalRate(_ flows: [Double], guess: Double) -> Double? {
    guard flows.contains(where: { $0 > 0 }), flows.contains(where: { $0 < 0 }) else { return nil }
    let value = { (rate: Double) in presentValue(rate: rate, flows) * (1 + rate) }
    let size = flows.reduce(0) { $0 + $1.magnitude }
    // A numeric slope would be lost in rounding where the value only touches zero.
    let slope = { (rate: Double) in
      flows.enumerated().reduce(0) { $0 - Double($1.offset) * $1.element / Libc.pow(1 + rate, Double($1.offset + 1)) }
    }
    return RootFinder.newton(value, slope: slope, from: guess, above: -1, nearEnough: size * 1e-15) ?? bracketed(value)
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
    // Excel's method: an interval above 0 that doubles, or the one below 0, bisected 27 times; the last midpoint is the result. It
    // determines the eighth digit that Excel shows.
    if guess > 0 {
      var high = 8 * guess
      for _ in 0..<40 {
        if let rate = halved(value, from: 0, to: high) { return rate }
        high *= 2
      }
      if let rate = halved(value, from: -1, to: -guess) { return rate }
      return RootFinder.newton(value, from: guess, above: -1) ?? bracketed(value)
    }
    return guess < 0 ? halved(value, from: -1, to: 0) : RootFinder.newton(value, from: guess, above: -1)
  }

  /// The midpoint at which bisection ends; nil if both ends have the same sign.
  private static func halved(_ value: (Double) -> Double, from low: Double, to high: Double) -> Double? {
    var (low, high) = (low, high)
    // At -1 the value itself is not finite.
    let atLow = value(max(low, -1 + 1e-12))
    let atHigh = value(high)
    guard !atLow.isNaN, !atHigh.isNaN, (atLow > 0) != (atHigh > 0) else { return nil }
    var middle = low
    for _ in 0..<27 {
      middle = (low + high) / 2
      if (value(middle) > 0) == (atLow > 0), value(middle) != 0 { low = middle } else { high = middle }
    }
    return middle
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
