// SPDX-License-Identifier: Apache-2.0

import Formula

/// Securities with an odd first or last period.
enum OddSecurityFunctions {
  static let all: [Function] = [
    SecurityFunctions.define("ODDFPRICE") { (call) throws(Halt) in
      let yield = try SecurityFunctions.notNegative(call, 5)
      return try oddFirst(call).price(yield: yield)
    },
    SecurityFunctions.define("ODDFYIELD") { (call) throws(Halt) in
      let price = try SecurityFunctions.positive(call, 5)
      guard let yield = try oddFirst(call).yield(price: price) else { throw .number }
      return yield
    },
    SecurityFunctions.define("ODDLPRICE") { (call) throws(Halt) in
      let yield = try SecurityFunctions.notNegative(call, 4)
      let redemption = try SecurityFunctions.positive(call, 5)
      return try oddLast(call).price(yield: yield, redemption: redemption)
    },
    SecurityFunctions.define("ODDLYIELD") { (call) throws(Halt) in
      let price = try SecurityFunctions.positive(call, 4)
      let redemption = try SecurityFunctions.positive(call, 5)
      return try oddLast(call).yield(price: price, redemption: redemption)
    },
  ]

  /// Arguments: settlement, maturity, issue, first coupon, rate, …, redemption, frequency, basis.
  private static func oddFirst(_ call: borrowing Call) throws(Halt) -> OddFirstBond {
    let bond = OddFirstBond(
      settlement: try Calendar.strictDay(call, 0), maturity: try Calendar.strictDay(call, 1),
      issue: try Calendar.strictDay(call, 2), firstCoupon: try Calendar.strictDay(call, 3),
      rate: try SecurityFunctions.notNegative(call, 4), redemption: try SecurityFunctions.positive(call, 6),
      frequency: try SecurityFunctions.frequency(call, 7),
      basis: try Calendar.basis(call, 8))
    guard bond.maturity > bond.firstCoupon, bond.firstCoupon > bond.settlement, bond.settlement > bond.issue else {
      throw .number
    }
    return bond
  }

  /// Arguments: settlement, maturity, last interest, rate, …, redemption, frequency, basis.
  private static func oddLast(_ call: borrowing Call) throws(Halt) -> OddLastBond {
    let settlement = try Calendar.strictDay(call, 0)
    let maturity = try Calendar.strictDay(call, 1)
    let lastInterest = try Calendar.strictDay(call, 2)
    let rate = try SecurityFunctions.notNegative(call, 3)
    let frequency = try SecurityFunctions.frequency(call, 6)
    let basis = try Calendar.basis(call, 7)
    guard maturity > settlement, settlement > lastInterest else { throw .number }
    return OddLastBond(
      settlement: settlement, maturity: maturity, lastInterest: lastInterest, rate: rate, frequency: frequency,
      basis: basis)
  }
}
