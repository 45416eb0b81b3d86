// SPDX-License-Identifier: Apache-2.0

import Formula

/// The depreciation of an asset.
enum DepreciationFunctions {
  static let all: [Function] = [
    FinancialFunctions.define("SLN") { (call) throws(Halt) in
      let life = try call.number(2)
      guard life != 0 else { throw .divisionByZero }
      return Depreciation.straightLine(cost: try call.number(0), salvage: try call.number(1), life: life)
    },
    FinancialFunctions.define("SYD") { (call) throws(Halt) in
      let cost = try call.number(0)
      let salvage = try call.number(1)
      let life = try call.number(2)
      let period = try call.number(3)
      guard life > 0, period > 0, period <= life else { throw .number }
      return Depreciation.sumOfYears(cost: cost, salvage: salvage, life: life, period: period)
    },
    FinancialFunctions.define("DB") { (call) throws(Halt) in
      let cost = try call.number(0)
      let salvage = try call.number(1)
      let life = try call.number(2)
      let period = try call.number(3)
      let month = try call.whole(4, default: 12)
      guard cost >= 0, salvage >= 0, life > 0, period > 0, month >= 1, month <= 12,
        period <= life + (month < 12 ? 1 : 0)
      else { throw .number }
      if cost == 0 { return 0 }
      return Depreciation.fixedDeclining(
        cost: cost, salvage: salvage, life: life, period: period.rounded(.towardZero), month: month)
    },
    FinancialFunctions.define("DDB") { (call) throws(Halt) in
      let cost = try call.number(0)
      let salvage = try call.number(1)
      let life = try call.number(2)
      let period = try call.number(3)
      let factor = try call.number(4, default: 2)
      guard cost >= 0, salvage >= 0, life > 0, period > 0, period <= life, factor > 0 else { throw .number }
      return Depreciation.doubleDeclining(cost: cost, salvage: salvage, life: life, period: period, factor: factor)
    },
    FinancialFunctions.define("VDB") { (call) throws(Halt) in
      let cost = try call.number(0)
      let salvage = try call.number(1)
      let life = try call.number(2)
      let start = try call.number(3)
      let end = try call.number(4)
      // An argument that is written but empty is 0.
      let factor = call.has(5) ? try call.number(5) : 2
      let isStraight = try !call.truth(6, default: false)
      guard cost >= 0, salvage >= 0, life >= 0, start >= 0, end >= start, end <= life, factor >= 0 else {
        throw .number
      }
      guard life > 0, start < life || !isStraight else { throw .divisionByZero }
      if !isStraight {
        return Depreciation.declining(
          cost: cost, salvage: salvage, life: life, from: start, to: end, factor: factor)
      }
      if salvage > cost { return Depreciation.writtenUp(cost: cost, salvage: salvage, from: start, to: end) }
      try call.evaluator.spend(Int(min(end, 1e15)))
      return Depreciation.variable(cost: cost, salvage: salvage, life: life, from: start, to: end, factor: factor)
    },
    FinancialFunctions.define("AMORLINC") { (call) throws(Halt) in try amortized(call, Depreciation.amortizedLinear) },
    FinancialFunctions.define("AMORDEGRC") { (call) throws(Halt) in
      try amortized(call, Depreciation.amortizedDegressive)
    },
  ]

  private static func amortized(
    _ call: borrowing Call, _ compute: (Double, Double, Double, Double, Double) -> Double
  ) throws(Halt) -> Double {
    let cost = try call.number(0)
    let bought = try Calendar.day(call, 1)
    let firstEnd = try Calendar.day(call, 2)
    let salvage = try call.number(3)
    let period = try call.number(4)
    let rate = try call.number(5)
    let basis = try Calendar.basis(call, 6)
    guard cost >= 0, salvage >= 0, salvage <= cost, period >= 0, rate > 0, bought <= firstEnd, basis != .actual360
    else { throw .number }
    return compute(cost, salvage, rate, firstShare(from: bought, to: firstEnd, basis), period)
  }

  /// The fraction of a year from a purchase to the end of the first period. Where days are counted, 29 February is the 28th.
  private static func firstShare(from bought: CalendarDay, to end: CalendarDay, _ basis: DayCount) -> Double {
    guard basis == .actualActual || basis == .actual365 else {
      return Double(basis.days(from: bought, to: end)) / basis.daysInYear
    }
    func counted(_ day: CalendarDay) -> CalendarDay {
      day.month == 2 && day.day == 29 ? CalendarDay(year: day.year, month: 2, day: 28) : day
    }
    let year: Double = basis == .actualActual && CalendarDay.isLeap(bought.year) ? 366 : 365
    return Double(basis.days(from: counted(bought), to: counted(end))) / year
  }
}
