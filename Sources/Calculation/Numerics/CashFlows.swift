/// Flows of money at regular periods or on days: present values and internal rates of return.
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

  /// The rate at which the flows, the first of them now, are worth nothing; nil when none is found.
  static func internalRate(_ flows: [Double], guess: Double) -> Double? {
    guard flows.contains(where: { $0 > 0 }), flows.contains(where: { $0 < 0 }) else { return nil }
    let value = { (rate: Double) in presentValue(rate: rate, flows) * (1 + rate) }
    let size = flows.reduce(0) { $0 + $1.magnitude }
    // Measured, the slope would be lost in rounding where the value only touches zero.
    let slope = { (rate: Double) in
      flows.enumerated().reduce(0) { $0 - Double($1.offset) * $1.element / Libc.pow(1 + rate, Double($1.offset + 1)) }
    }
    return RootFinder.newton(value, slope: slope, from: guess, above: -1, nearEnough: size * 1e-15) ?? bracketed(value)
  }

  /// The rate with costs financed at one rate and returns reinvested at another; nil where only one of both occurs.
  static func modifiedRate(_ flows: [Double], finance: Double, reinvest: Double) -> Double? {
    let n = Double(flows.count)
    let returns = presentValue(rate: reinvest, flows.map { max($0, 0) })
    // From the first flow on, so that a rate of −100 % leaves the first flow its worth.
    var costs = 0.0
    for (period, flow) in flows.enumerated() where flow < 0 { costs += flow / Libc.pow(1 + finance, Double(period)) }
    guard n > 1, costs != 0 else { return nil }
    return Libc.pow(-returns * Libc.pow(1 + reinvest, n) / costs, 1 / (n - 1)) - 1
  }

  /// The value on the first day of flows on days, 365 days a year.
  static func presentValue(rate: Double, _ flows: [Double], on days: [Double]) -> Double {
    guard let first = days.first else { return .nan }
    return zip(flows, days).reduce(0) { $0 + $1.0 / Libc.pow(1 + rate, ($1.1 - first) / 365) }
  }

  /// The yearly rate at which flows on days are worth nothing; nil when none is found.
  static func internalRate(_ flows: [Double], on days: [Double], guess: Double) -> Double? {
    guard flows.contains(where: { $0 > 0 }), flows.contains(where: { $0 < 0 }) else { return nil }
    let value = { (rate: Double) in presentValue(rate: rate, flows, on: days) }
    return RootFinder.newton(value, from: guess, above: -1) ?? bracketed(value)
  }

  /// The first change of sign among rates of ever wider steps, narrowed by halving.
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
