// SPDX-License-Identifier: Apache-2.0

import Formula

/// Annuities, cash flows and rate conversions.
enum FinancialFunctions {
  static let all: [Function] = annuities + flows + rates

  static func define(
    _ name: String, _ parameters: String = "V", _ body: @escaping @Sendable (borrowing Call) throws(Halt) -> Double
  ) -> Function {
    Function(name, parameters) { (call) throws(Halt) in
      let result = try body(call)
      guard result.isFinite else { throw .number }
      return .number(result)
    }
  }

  private static func isDue(_ call: borrowing Call, _ index: Int) throws(Halt) -> Bool {
    try call.number(index, default: 0) != 0
  }

  private static func positive(_ number: Double) throws(Halt) -> Double {
    guard number > 0 else { throw .number }
    return number
  }

  private static let annuities: [Function] = [
    define("PV") { (call) throws(Halt) in
      let annuity = Annuity(
        rate: try call.number(0), periods: try call.number(1), isDueAtBeginning: try isDue(call, 4))
      if annuity.rate == -1 { throw .number }
      return annuity.presentValue(payment: try call.number(2, default: 0), future: try call.number(3, default: 0))
    },
    define("FV") { (call) throws(Halt) in
      let annuity = Annuity(
        rate: try call.number(0), periods: try call.number(1), isDueAtBeginning: try isDue(call, 4))
      if annuity.rate == -1, annuity.periods < 0 { throw .divisionByZero }
      return annuity.futureValue(payment: try call.number(2, default: 0), present: try call.number(3, default: 0))
    },
    define("PMT") { (call) throws(Halt) in
      let annuity = Annuity(
        rate: try call.number(0), periods: try call.number(1), isDueAtBeginning: try isDue(call, 4))
      if annuity.periods == 0 || annuity.rate <= -1 { throw .number }
      return annuity.payment(present: try call.number(2), future: try call.number(3, default: 0))
    },
    define("NPER") { (call) throws(Halt) in
      let rate = try call.number(0)
      let payment = try call.number(1)
      let present = try call.number(2)
      let future = try call.number(3, default: 0)
      guard rate > -1, rate != 0 || payment != 0 else { throw .number }
      return Annuity.periods(
        rate: rate, payment: payment, present: present, future: future, isDueAtBeginning: try isDue(call, 4))
    },
    define("RATE") { (call) throws(Halt) in
      let periods = try call.number(0)
      guard periods > 0 else { throw .number }
      guard
        let rate = Annuity.rate(
          periods: periods, payment: try call.number(1, default: 0), present: try call.number(2),
          future: try call.number(3, default: 0), isDueAtBeginning: try isDue(call, 4),
          guess: try call.number(5, default: 0.1))
      else { throw .number }
      guard rate > -0.999_999_9 else { throw .number }
      return rate
    },
    define("IPMT") { (call) throws(Halt) in try share(call).interest },
    define("PPMT") { (call) throws(Halt) in
      let share = try share(call)
      return share.payment - share.interest
    },
    define("ISPMT") { (call) throws(Halt) in
      let rate = try call.number(0)
      let period = try call.number(1)
      let periods = try call.number(2)
      guard periods != 0 else { throw .divisionByZero }
      return try call.number(3) * rate * (period / periods - 1)
    },
    define("CUMIPMT") { (call) throws(Halt) in
      try cumulative(call) { annuity, period, present in annuity.interest(inPeriod: period, present: present, future: 0)
      }
    },
    define("CUMPRINC") { (call) throws(Halt) in
      try cumulative(call) { annuity, period, present in
        annuity.payment(present: present, future: 0) - annuity.interest(inPeriod: period, present: present, future: 0)
      }
    },
  ]

  /// The payment of a period and the interest that it contains.
  private static func share(_ call: borrowing Call) throws(Halt) -> (payment: Double, interest: Double) {
    let annuity = Annuity(
      rate: try call.number(0), periods: try call.number(2), isDueAtBeginning: try isDue(call, 5))
    let period = try call.number(1)
    let present = try call.number(3)
    let future = try call.number(4, default: 0)
    guard period >= 1, period < annuity.periods + 1 else { throw .number }
    return (
      annuity.payment(present: present, future: future),
      annuity.interest(inPeriod: period, present: present, future: future)
    )
  }

  private static func cumulative(
    _ call: borrowing Call, _ part: (Annuity, Double, Double) -> Double
  ) throws(Halt) -> Double {
    let rate = try positive(ArithmeticFunctions.strictNumber(call, 0))
    let periods = try positive(ArithmeticFunctions.strictNumber(call, 1))
    let present = try positive(ArithmeticFunctions.strictNumber(call, 2))
    let start = try ArithmeticFunctions.strictNumber(call, 3)
    let end = try ArithmeticFunctions.strictNumber(call, 4)
    let type = try ArithmeticFunctions.strictNumber(call, 5)
    guard start >= 1, end >= start, end <= periods, type == 0 || type == 1 else { throw .number }
    let (first, last) = (start.rounded(.up), end.rounded(.down))
    guard last - first < 1e6 else { throw .number }
    let annuity = Annuity(rate: rate, periods: periods, isDueAtBeginning: type == 1)
    var sum = 0.0
    var period = first
    while period <= last {
      sum += part(annuity, period, present)
      period += 1
    }
    return sum
  }

  private static let flows: [Function] = [
    define("NPV", "VR|R") { (call) throws(Halt) in
      let rate = try call.number(0)
      guard rate != -1 else { throw .divisionByZero }
      return CashFlows.presentValue(rate: rate, try call.numbers(from: 1))
    },
    define("IRR", "RV") { (call) throws(Halt) in
      let guess = try call.number(1, default: 0.1)
      guard guess > -1 else { throw .value }
      guard let rate = CashFlows.internalRate(try call.numbers(through: 0), guess: guess) else { throw .number }
      return rate
    },
    define("MIRR", "RVV") { (call) throws(Halt) in
      let flows = try call.numbers(through: 0)
      guard let rate = CashFlows.modifiedRate(flows, finance: try call.number(1), reinvest: try call.number(2)) else {
        throw .divisionByZero
      }
      return rate
    },
    define("XNPV", "VRR") { (call) throws(Halt) in
      let rate = try call.number(0)
      guard rate > 0 else { throw .number }
      let (values, days) = try dated(call, 1, 2)
      return CashFlows.presentValue(rate: rate, values, on: days)
    },
    define("XIRR", "RRV") { (call) throws(Halt) in
      let days = try call.numbers(from: 1, through: 1).map { $0.rounded(.down) }
      // Unlike in XNPV, a blank is a flow of 0; text and booleans are errors.
      var values: [Double] = []
      for cell in try call.matrix(0).cells {
        switch cell {
        case .text, .boolean: throw .value
        default: values.append(try cell.number)
        }
      }
      guard values.count == days.count, let first = days.first, days.allSatisfy({ $0 >= first && $0 >= 0 }) else {
        throw .number
      }
      let guess = try call.number(2, default: 0.1)
      guard guess > -1, let rate = CashFlows.internalRate(values, on: days, guess: guess) else { throw .number }
      return rate
    },
    define("FVSCHEDULE", "VR") { (call) throws(Halt) in
      var value = try call.number(0)
      for cell in try call.matrix(1).cells {
        if case .text = cell { throw .value }
        value *= 1 + (try cell.number)
      }
      return value
    },
  ]

  /// Cash flows and their dates, none of which may be before the first.
  private static func dated(
    _ call: borrowing Call, _ values: Int, _ days: Int
  ) throws(Halt) -> ([Double], [Double]) {
    // Only numbers count, so a blank among the flows makes their number differ from that of the dates.
    let flows = try call.numbers(from: values, through: values)
    let dates = try call.numbers(from: days, through: days).map { $0.rounded(.down) }
    guard flows.count == dates.count, let first = dates.first, dates.allSatisfy({ $0 >= first && $0 >= 0 }) else {
      throw .number
    }
    return (flows, dates)
  }

  private static let rates: [Function] = [
    define("EFFECT") { (call) throws(Halt) in
      let rate = try positive(ArithmeticFunctions.strictNumber(call, 0))
      let count = try ArithmeticFunctions.strictNumber(call, 1).rounded(.towardZero)
      guard count >= 1 else { throw .number }
      return RatesOfInterest.effective(nominal: rate, compoundings: count)
    },
    define("NOMINAL") { (call) throws(Halt) in
      let rate = try positive(ArithmeticFunctions.strictNumber(call, 0))
      let count = try ArithmeticFunctions.strictNumber(call, 1).rounded(.towardZero)
      guard count >= 1 else { throw .number }
      return RatesOfInterest.nominal(effective: rate, compoundings: count)
    },
    define("DOLLARDE") { (call) throws(Halt) in try price(call, RatesOfInterest.decimalPrice) },
    define("DOLLARFR") { (call) throws(Halt) in try price(call, RatesOfInterest.fractionalPrice) },
    define("PDURATION") { (call) throws(Halt) in
      let rate = try positive(call.number(0))
      let present = try positive(call.number(1))
      return (Libc.log(try positive(call.number(2))) - Libc.log(present)) / Libc.log1p(rate)
    },
    define("RRI") { (call) throws(Halt) in
      let periods = try positive(call.number(0))
      let present = try call.number(1)
      let future = try call.number(2)
      guard present != 0 else { throw .number }
      return Libc.pow(future / present, 1 / periods) - 1
    },
  ]

  private static func price(
    _ call: borrowing Call, _ compute: (Double, Double) -> Double
  ) throws(Halt) -> Double {
    let price = try ArithmeticFunctions.strictNumber(call, 0)
    let fraction = try ArithmeticFunctions.strictNumber(call, 1).rounded(.towardZero)
    guard fraction >= 0 else { throw .number }
    guard fraction >= 1 else { throw .divisionByZero }
    return compute(price, fraction)
  }
}
