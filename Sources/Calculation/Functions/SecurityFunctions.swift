// SPDX-License-Identifier: Apache-2.0

import Formula

/// Prices and yields of securities, per 100 of face value.
enum SecurityFunctions {
  static let all: [Function] = coupons + bonds + discounted + bills

  static func define(
    _ name: String, _ body: @escaping @Sendable (borrowing Call) throws(Halt) -> Double
  ) -> Function {
    Function(name, "V") { (call) throws(Halt) in
      let result = try body(call)
      guard result.isFinite else { throw .number }
      return .number(result)
    }
  }

  /// The settlement and maturity arguments; settlement must be earlier.
  private static func dates(_ call: borrowing Call) throws(Halt) -> (CalendarDay, CalendarDay) {
    let settlement = try Calendar.strictDay(call, 0)
    let maturity = try Calendar.strictDay(call, 1)
    guard settlement < maturity else { throw .number }
    return (settlement, maturity)
  }

  private static func coupons(_ call: borrowing Call, frequency index: Int) throws(Halt) -> Coupons {
    let (settlement, maturity) = try dates(call)
    return Coupons(
      settlement: settlement, maturity: maturity, frequency: try frequency(call, index),
      basis: try Calendar.basis(call, index + 1))
  }

  /// The number of coupons per year.
  static func frequency(_ call: borrowing Call, _ index: Int) throws(Halt) -> Int {
    let frequency = try call.whole(index)
    guard frequency == 1 || frequency == 2 || frequency == 4 else { throw .number }
    return Int(frequency)
  }

  private static func serial(_ day: CalendarDay, _ call: borrowing Call) throws(Halt) -> Double {
    guard
      let serial = DateFunctions.serial(
        year: Double(day.year), month: Double(day.month), day: Double(day.day), call.dateSystem)
    else { throw .number }
    return serial
  }

  static func positive(_ call: borrowing Call, _ index: Int) throws(Halt) -> Double {
    let number = try ArithmeticFunctions.strictNumber(call, index)
    guard number > 0 else { throw .number }
    return number
  }

  static func notNegative(_ call: borrowing Call, _ index: Int) throws(Halt) -> Double {
    let number = try ArithmeticFunctions.strictNumber(call, index)
    guard number >= 0 else { throw .number }
    return number
  }

  private static let coupons: [Function] = [
    define("COUPDAYBS") { (call) throws(Halt) in try coupons(call, frequency: 2).accruedDays },
    define("COUPDAYS") { (call) throws(Halt) in try coupons(call, frequency: 2).periodDays },
    define("COUPDAYSNC") { (call) throws(Halt) in try coupons(call, frequency: 2).remainingDays },
    define("COUPNUM") { (call) throws(Halt) in Double(try coupons(call, frequency: 2).count) },
    define("COUPNCD") { (call) throws(Halt) in try serial(coupons(call, frequency: 2).next, call) },
    define("COUPPCD") { (call) throws(Halt) in try serial(coupons(call, frequency: 2).previous, call) },
  ]

  private static let bonds: [Function] = [
    define("PRICE") { (call) throws(Halt) in
      let rate = try notNegative(call, 2)
      let yield = try notNegative(call, 3)
      return Bond(coupons: try coupons(call, frequency: 5), rate: rate, redemption: try positive(call, 4)).price(
        yield: yield)
    },
    define("YIELD") { (call) throws(Halt) in
      let rate = try notNegative(call, 2)
      let price = try positive(call, 3)
      let bond = Bond(coupons: try coupons(call, frequency: 5), rate: rate, redemption: try positive(call, 4))
      guard let yield = bond.yield(price: price) else { throw .number }
      return yield
    },
    define("DURATION") { (call) throws(Halt) in
      let rate = try notNegative(call, 2)
      let yield = try notNegative(call, 3)
      return Bond(coupons: try coupons(call, frequency: 4), rate: rate, redemption: 100).duration(yield: yield)
    },
    define("MDURATION") { (call) throws(Halt) in
      let rate = try notNegative(call, 2)
      let yield = try notNegative(call, 3)
      let coupons = try coupons(call, frequency: 4)
      return Bond(coupons: coupons, rate: rate, redemption: 100).duration(yield: yield)
        / (1 + yield / Double(coupons.frequency))
    },
    define("ACCRINT") { (call) throws(Halt) in
      let issue = try Calendar.strictDay(call, 0)
      let first = try Calendar.strictDay(call, 1)
      let settlement = try Calendar.strictDay(call, 2)
      let rate = try positive(call, 3)
      let face = try call.isPresent(4) ? positive(call, 4) : 1000
      let frequency = try call.whole(5)
      let basis = try Calendar.basis(call, 6)
      let fromIssue = try call.truth(7, default: true)
      guard issue < settlement, frequency == 1 || frequency == 2 || frequency == 4 else { throw .number }
      let periods =
        settlement < first
        ? accruedBefore(
          first: first, from: issue, to: settlement, frequency: Int(frequency), basis, countsWhole: fromIssue)
        : accruedPeriods(from: issue, to: settlement, first: first, frequency: Int(frequency), basis)
      return face * rate / frequency * periods
    },
    define("ACCRINTM") { (call) throws(Halt) in
      let issue = try Calendar.strictDay(call, 0)
      let settlement = try Calendar.strictDay(call, 1)
      let rate = try positive(call, 2)
      let face = try call.isPresent(3) ? positive(call, 3) : 1000
      guard issue < settlement else { throw .number }
      return face * rate * (try Calendar.basis(call, 4)).years(from: issue, to: settlement)
    },
  ]

  /// The number of coupon periods from issue to a settlement before the first coupon. As Excel counts them, the days since the coupon date
  /// before the first one may be negative, and are measured in the length of that period.
  private static func accruedBefore(
    first: CalendarDay, from issue: CalendarDay, to settlement: CalendarDay, frequency: Int, _ basis: DayCount,
    countsWhole: Bool
  ) -> Double {
    let atEnd = first.isEndOfMonth
    func before(_ date: CalendarDay) -> CalendarDay { date.adding(months: -12 / frequency, toEndOfMonth: atEnd) }
    var date = before(first)
    let period =
      switch basis {
      case .actualActual: Double(first.number - date.number)
      case .actual365: 365 / Double(frequency)
      default: 360 / Double(frequency)
      }
    var sum = Double(basis.days(from: max(issue, date), to: settlement)) / period
    while date > issue {
      let end = date
      date = before(date)
      if issue <= date {
        if countsWhole { sum += 1 }
        continue
      }
      let length =
        switch basis {
        case .actualActual: Double(end.number - date.number)
        case .actual365: 365 / Double(frequency)
        case .thirty360, .actual360: Double(DayCount.american30360(date, end, adjustsBoth: basis == .thirty360))
        case .european30E360: Double(basis.days(from: date, to: end))
        }
      sum += Double(basis.days(from: issue, to: end)) / length
    }
    return sum
  }

  /// The number of coupon periods between two dates, where part of a period is measured in that period's own days.
  private static func accruedPeriods(
    from start: CalendarDay, to end: CalendarDay, first: CalendarDay, frequency: Int, _ basis: DayCount
  ) -> Double {
    let step = 12 / frequency
    let atEnd = first.isEndOfMonth
    var n = 0
    func date(_ n: Int) -> CalendarDay { first.adding(months: step * n, toEndOfMonth: atEnd) }
    while date(n) > start { n -= 1 }
    while date(n + 1) <= start { n += 1 }
    var sum = 0.0
    while date(n) < end {
      let (periodStart, periodEnd) = (date(n), date(n + 1))
      let from = max(periodStart, start)
      let to = min(periodEnd, end)
      let length =
        switch basis {
        case .actualActual: Double(periodEnd.number - periodStart.number)
        case .actual365: 365 / Double(frequency)
        default: 360 / Double(frequency)
        }
      if from == periodStart, to == periodEnd, basis != .actual360, basis != .actual365 {
        sum += 1
      } else {
        sum += Double(basis.days(from: from, to: to)) / length
      }
      n += 1
    }
    return sum
  }

  private static func years(_ call: borrowing Call, basis index: Int) throws(Halt) -> Double {
    let (settlement, maturity) = try dates(call)
    return try Calendar.basis(call, index).years(from: settlement, to: maturity)
  }

  private static let discounted: [Function] = [
    define("DISC") { (call) throws(Halt) in
      let price = try positive(call, 2)
      let redemption = try positive(call, 3)
      return (redemption - price) / redemption / (try years(call, basis: 4))
    },
    define("INTRATE") { (call) throws(Halt) in
      let paid = try positive(call, 2)
      return (try positive(call, 3) - paid) / paid / (try years(call, basis: 4))
    },
    define("RECEIVED") { (call) throws(Halt) in
      let paid = try positive(call, 2)
      let rest = 1 - (try positive(call, 3)) * (try years(call, basis: 4))
      guard rest > 0 else { throw .number }
      return paid / rest
    },
    define("PRICEDISC") { (call) throws(Halt) in
      let discount = try positive(call, 2)
      let redemption = try positive(call, 3)
      return redemption - discount * redemption * (try years(call, basis: 4))
    },
    define("YIELDDISC") { (call) throws(Halt) in
      let price = try positive(call, 2)
      return (try positive(call, 3) / price - 1) / (try years(call, basis: 4))
    },
    define("PRICEMAT") { (call) throws(Halt) in
      let held = try matured(call)
      let rate = try notNegative(call, 3)
      let yield = try notNegative(call, 4)
      return 100 * ((1 + held.whole * rate) / (1 + held.left * yield) - held.passed * rate)
    },
    define("YIELDMAT") { (call) throws(Halt) in
      let held = try matured(call)
      let rate = try notNegative(call, 3)
      let price = try positive(call, 4)
      return ((1 + held.whole * rate) / (price / 100 + held.passed * rate) - 1) / held.left
    },
  ]

  /// The years from issue to maturity, from issue to settlement, and from settlement to maturity.
  private static func matured(_ call: borrowing Call) throws(Halt) -> (whole: Double, passed: Double, left: Double) {
    let (settlement, maturity) = try dates(call)
    let issue = try Calendar.strictDay(call, 2)
    let basis = try Calendar.basis(call, 5)
    guard issue <= settlement else { throw .number }
    // All are counted in the year of the time before settlement, and what is left is the difference.
    let year = basis == .actualActual ? DayCount.averageYear(issue, settlement) : basis.daysInYear
    let whole = Double(basis.days(from: issue, to: maturity))
    let passed = Double(basis.days(from: issue, to: settlement))
    return (whole / year, passed / year, (whole - passed) / year)
  }

  private static let bills: [Function] = [
    define("TBILLPRICE") { (call) throws(Halt) in
      let days = try billDays(call)
      let price = 100 * (1 - (try positive(call, 2)) * days / 360)
      guard price > 0 else { throw .number }
      return price
    },
    define("TBILLYIELD") { (call) throws(Halt) in
      let days = try billDays(call)
      let price = try positive(call, 2)
      return (100 - price) / price * 360 / days
    },
    define("TBILLEQ") { (call) throws(Halt) in
      let days = try billDays(call)
      let discount = try positive(call, 2)
      guard discount * days < 360 else { throw .number }
      if days <= 182 { return 365 * discount / (360 - discount * days) }
      // Beyond half a year, the equivalent bond pays a coupon in between.
      let price = (100 - discount * 100 * days / 360) / 100
      let length: Double = days == 366 ? 366 : 365
      let x = days / length
      let root = (x * x - (2 * x - 1) * (1 - 1 / price)).squareRoot()
      return 2 * (root - x) / (2 * x - 1)
    },
  ]

  /// The days to maturity, which must be within a year.
  private static func billDays(_ call: borrowing Call) throws(Halt) -> Double {
    let (settlement, maturity) = try dates(call)
    guard maturity <= settlement.adding(months: 12) else { throw .number }
    return Double(maturity.number - settlement.number)
  }
}
