// SPDX-License-Identifier: Apache-2.0

/// The coupon dates of a bond around its settlement, counted back from maturity.
struct Coupons {
  let settlement: CalendarDay
  let maturity: CalendarDay
  /// Coupons per year: 1, 2 or 4.
  let frequency: Int
  let basis: DayCount
  let previous: CalendarDay
  let next: CalendarDay
  /// The number of coupons still to be paid.
  let count: Int

  init(settlement: CalendarDay, maturity: CalendarDay, frequency: Int, basis: DayCount) {
    self.settlement = settlement
    self.maturity = maturity
    self.frequency = frequency
    self.basis = basis
    let step = 12 / frequency
    let atEnd = maturity.isEndOfMonth
    var n = max(0, ((maturity.year - settlement.year) * 12 + maturity.month - settlement.month) / step - 1)
    func date(_ n: Int) -> CalendarDay { maturity.adding(months: -step * n, toEndOfMonth: atEnd) }
    while date(n) > settlement { n += 1 }
    previous = date(n)
    next = date(n - 1)
    count = n
  }

  /// COUPDAYBS: days from the beginning of the coupon period to settlement.
  var accruedDays: Double { Double(basis.days(from: previous, to: settlement)) }

  /// COUPDAYS: days in the coupon period that contains the settlement.
  var periodDays: Double {
    switch basis {
    case .actualActual: Double(next.number - previous.number)
    case .thirty360, .actual360, .european30E360: 360 / Double(frequency)
    case .actual365: 365 / Double(frequency)
    }
  }

  /// COUPDAYSNC: days from settlement to the next coupon.
  var remainingDays: Double {
    switch basis {
    case .thirty360: Double(DayCount.american30360(previous, next, adjustsBoth: true)) - accruedDays
    case .actualActual, .actual360, .actual365, .european30E360: Double(basis.days(from: settlement, to: next))
    }
  }

  /// The days that remain of the coupon period's length, by which prices and yields are discounted: not always ``remainingDays``.
  var unaccruedDays: Double { periodDays - accruedDays }
}

/// Prices and yields of securities that pay interest regularly, per 100 of face value.
struct Bond {
  var coupons: Coupons
  var rate: Double
  var redemption: Double

  private var coupon: Double { 100 * rate / Double(coupons.frequency) }
  private var firstShare: Double { coupons.unaccruedDays / coupons.periodDays }
  private var accrued: Double { coupon * coupons.accruedDays / coupons.periodDays }

  func price(yield: Double) -> Double {
    let perPeriod = yield / Double(coupons.frequency)
    if coupons.count == 1 {
      return (redemption + coupon) / (1 + firstShare * perPeriod) - accrued
    }
    var sum = redemption / Libc.pow(1 + perPeriod, Double(coupons.count - 1) + firstShare)
    for k in 0..<coupons.count { sum += coupon / Libc.pow(1 + perPeriod, Double(k) + firstShare) }
    return sum - accrued
  }

  /// The yield at a price; nil if none is found.
  func yield(price: Double) -> Double? {
    if coupons.count == 1 {
      let paid = price + accrued
      return (redemption + coupon - paid) / paid * Double(coupons.frequency) / firstShare
    }
    return RootFinder.newton(
      { self.price(yield: $0) - price }, from: rate > 0 ? rate : 0.1, above: -Double(coupons.frequency))
  }

  /// Macaulay duration in years; the redemption is 100 by definition.
  func duration(yield: Double) -> Double {
    let factor = 1 + yield / Double(coupons.frequency)
    var weighted = 0.0
    var total = 0.0
    for k in 0..<coupons.count {
      let time = Double(k) + firstShare
      let value = (coupon + (k == coupons.count - 1 ? 100 : 0)) / Libc.pow(factor, time)
      weighted += time * value
      total += value
    }
    return weighted / total / Double(coupons.frequency)
  }
}
