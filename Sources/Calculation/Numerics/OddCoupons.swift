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
    // Divides the long first period into periods of regular length, each counted back from the next one.
    let quasi = Coupons(settlement: issue, maturity: firstCoupon, frequency: frequency, basis: basis).count
    var late = firstCoupon
    var share = 0.0
    var accrued = 0.0
    for index in stride(from: quasi, through: 1, by: -1) {
      let early = late.adding(months: -12 / frequency)
      let length = basis == .actualActual ? Double(late.number - early.number) : period
      share += (index > 1 ? length : Double(basis.days(from: issue, to: late))) / length
      accrued += Double(max(basis.days(from: max(issue, early), to: min(settlement, late)), 0)) / length
      late = early
    }
    let left =
      basis == .actual360 || basis == .actual365
      ? Double(basis.days(from: settlement, to: first.next)) : first.unaccruedDays
    let wait = left / period + wholePeriods
    let count = Coupons(settlement: firstCoupon, maturity: maturity, frequency: frequency, basis: basis).count
    var sum = redemption / Libc.pow(factor, wait + Double(count))
    sum += coupon * share / Libc.pow(factor, wait)
    for k in stride(from: 1, through: count, by: 1) { sum += coupon / Libc.pow(factor, Double(k) + wait) }
    return sum - coupon * accrued
  }

  /// The number of whole periods between settlement and first coupon. If that is the end of a month, Excel counts from the end of the
  /// settlement's month, and one more for the days before it.
  private var wholePeriods: Double {
    let atEnd =
      firstCoupon.isEndOfMonth || firstCoupon.month != 2 && firstCoupon.day > 28 && settlement.isEndOfMonth
    let start = settlement.adding(months: 0, toEndOfMonth: atEnd)
    var count = settlement < start ? 1.0 : 0
    var date = start.adding(months: 12 / frequency, toEndOfMonth: atEnd)
    while date < firstCoupon {
      count += 1
      date = date.adding(months: 12 / frequency, toEndOfMonth: atEnd)
    }
    return count
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
    // In 30/360, the end of a month counts as the 30th at the end of a period, but not in a part of one.
    func length(from a: CalendarDay, to b: CalendarDay) -> Double {
      Double(
        max(0, basis == .thirty360 ? DayCount.american30360(a, b, adjustsBoth: true) : basis.days(from: a, to: b)))
    }
    let count = Coupons(settlement: lastInterest, maturity: maturity, frequency: frequency, basis: basis).count
    var early = lastInterest
    for index in 1...max(count, 1) {
      let late = early.adding(months: 12 / frequency)
      let regular = length(from: early, to: late)
      let days = index < count ? regular : length(from: early, to: maturity)
      whole += days / regular
      if late < settlement {
        accrued += days / regular
      } else if early < settlement {
        accrued += Double(max(0, basis.days(from: early, to: settlement))) / regular
      }
      left += Double(max(0, basis.days(from: max(settlement, early), to: min(maturity, late)))) / regular
      early = late
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
