// SPDX-License-Identifier: Apache-2.0

/// Bonds whose first or last interest period is shorter or longer than the others, per 100 of face value, by the formulas in Microsoft's
/// reference for ODDFPRICE and ODDLPRICE.
struct OddFirstBond {
  var settlement: CalendarDay
  var maturity: CalendarDay
  var issue: CalendarDay
  var firstCoupon: CalendarDay
  var rate: Double
  var redemption: Double
  var frequency: Int
  var basis: DayCount

  func price(yield: Double) -> Double {
    let first = Coupons(settlement: settlement, maturity: firstCoupon, frequency: frequency, basis: basis)
    let period = first.periodDays
    let coupon = 100 * rate / Double(frequency)
    let factor = 1 + yield / Double(frequency)
    let odd = Double(basis.days(from: issue, to: firstCoupon))
    if odd < period {
      let count = Coupons(settlement: settlement, maturity: maturity, frequency: frequency, basis: basis).count
      let wait = Double(basis.days(from: settlement, to: firstCoupon)) / period
      var sum = redemption / Libc.pow(factor, Double(count - 1) + wait)
      sum += coupon * odd / period / Libc.pow(factor, wait)
      for k in stride(from: 2, through: count, by: 1) { sum += coupon / Libc.pow(factor, Double(k - 1) + wait) }
      return sum - coupon * Double(basis.days(from: issue, to: settlement)) / period
    }
    // Divides the long first period into periods of regular length, counted back from its end.
    let quasi = Coupons(settlement: issue, maturity: firstCoupon, frequency: frequency, basis: basis).count
    let step = 12 / frequency
    let atEnd = firstCoupon.isEndOfMonth
    var late = firstCoupon
    var share = 0.0
    var accrued = 0.0
    for index in 0..<quasi {
      let early = firstCoupon.adding(months: -step * (index + 1), toEndOfMonth: atEnd)
      let length = basis == .actualActual ? Double(late.number - early.number) : period
      let isFirst = index == quasi - 1
      share += (isFirst ? Double(basis.days(from: issue, to: late)) : length) / length
      let from = max(issue, early)
      let to = min(settlement, late)
      if from < to { accrued += Double(basis.days(from: from, to: to)) / length }
      late = early
    }
    let wait = first.remainingDays / period
    let before = Double(first.count - 1)
    let count = Coupons(settlement: firstCoupon, maturity: maturity, frequency: frequency, basis: basis).count
    var sum = redemption / Libc.pow(factor, wait + before + Double(count))
    sum += coupon * share / Libc.pow(factor, before + wait)
    for k in stride(from: 1, through: count, by: 1) { sum += coupon / Libc.pow(factor, Double(k) + before + wait) }
    return sum - coupon * accrued
  }

  /// The yield at a price; nil if none is found.
  func yield(price: Double) -> Double? {
    RootFinder.newton(
      { self.price(yield: $0) - price }, from: rate > 0 ? rate : 0.1, above: -Double(frequency))
  }
}

/// A bond in its odd last period.
struct OddLastBond {
  private let coupon: Double
  private let frequency: Double
  /// In regular periods: the whole last period, the part accrued at settlement, and the part that remains.
  private var whole = 0.0
  private var accrued = 0.0
  private var left = 0.0

  init(
    settlement: CalendarDay, maturity: CalendarDay, lastInterest: CalendarDay, rate: Double, frequency: Int,
    basis: DayCount
  ) {
    self.frequency = Double(frequency)
    coupon = 100 * rate / Double(frequency)
    let step = 12 / frequency
    let atEnd = lastInterest.isEndOfMonth
    var early = lastInterest
    var index = 1
    while early < maturity {
      let late = lastInterest.adding(months: step * index, toEndOfMonth: atEnd)
      let length =
        basis == .actualActual
        ? Double(late.number - early.number) : basis == .actual365 ? 365 / self.frequency : 360 / self.frequency
      let end = min(late, maturity)
      whole += (late <= maturity ? length : Double(basis.days(from: early, to: maturity))) / length
      if late < settlement {
        accrued += 1
      } else if early < settlement {
        accrued += Double(basis.days(from: early, to: settlement)) / length
      }
      let start = max(settlement, early)
      if start < end { left += Double(basis.days(from: start, to: end)) / length }
      early = late
      index += 1
    }
  }

  func price(yield: Double, redemption: Double) -> Double {
    (whole * coupon + redemption) / (left * yield / frequency + 1) - accrued * coupon
  }

  func yield(price: Double, redemption: Double) -> Double {
    let paid = price + accrued * coupon
    return (redemption + whole * coupon - paid) / paid * frequency / left
  }
}
