// SPDX-License-Identifier: Apache-2.0

/// The depreciation of an asset in a period.
enum Depreciation {
  static func straightLine(cost: Double, salvage: Double, life: Double) -> Double { (cost - salvage) / life }

  static func sumOfYears(cost: Double, salvage: Double, life: Double, period: Double) -> Double {
    (cost - salvage) * (life - period + 1) * 2 / (life * (life + 1))
  }

  /// DB: a fixed rate, rounded to three decimals, of the remaining value; the first year has `month` months.
  static func fixedDeclining(cost: Double, salvage: Double, life: Double, period: Double, month: Double) -> Double {
    let rate = ((1 - Libc.pow(salvage / cost, 1 / life)) * 1000).rounded(.toNearestOrAwayFromZero) / 1000
    let first = cost * rate * month / 12
    if period == 1 { return first }
    var total = first
    var amount = first
    let last = period > life ? life : period
    var place = 2.0
    while place <= last {
      amount = (cost - total) * rate
      total += amount
      place += 1
    }
    return period > life ? (cost - total) * rate * (12 - month) / 12 : amount
  }

  /// DDB: a rate of factor / life, at most 1, of the value after the periods before, and not below the salvage value. A period below 1
  /// counts as the first one; any other may be fractional.
  static func doubleDeclining(cost: Double, salvage: Double, life: Double, period: Double, factor: Double) -> Double {
    let rate = min(factor / life, 1)
    let book = cost * Libc.pow(1 - rate, max(period - 1, 0))
    return max(min(book * rate, book - salvage), 0)
  }

  /// VDB without the switch: the declining balance between two points in time, in a straight line within each period.
  static func declining(
    cost: Double, salvage: Double, life: Double, from start: Double, to end: Double, factor: Double
  ) -> Double {
    let rate = min(factor / life, 1)
    func book(_ time: Double) -> Double {
      let whole = time.rounded(.down)
      func atEnd(_ periods: Double) -> Double { max(cost * Libc.pow(1 - rate, periods), salvage) }
      return time == whole ? atEnd(whole) : atEnd(whole) + (atEnd(whole + 1) - atEnd(whole)) * (time - whole)
    }
    return book(start) - book(end)
  }

  /// VDB: declining balance, then a straight line once that depreciates more.
  ///
  /// Periods are counted so that one of them begins at `start`: a fractional start is preceded by a part of a period, whose depreciation
  /// is that part of a whole one. IRS tables with the half-year convention follow from this.
  static func variable(
    cost: Double, salvage: Double, life: Double, from start: Double, to end: Double, factor: Double
  ) -> Double {
    var book = cost
    func yearly(at time: Double) -> Double {
      let rest = max(book - salvage, 0)
      return max(min(book * factor / life, rest), rest / (life - time))
    }
    let whole = start.rounded(.down)
    let part = start - whole
    if part > 0 { book -= yearly(at: 0) * part }
    var period = 0.0
    while period < whole {
      book -= yearly(at: period + part)
      period += 1
    }
    let before = book
    period = 0
    while start + period < end {
      book -= yearly(at: start + period) * min(1, end - (start + period))
      period += 1
    }
    return before - book
  }

  /// VDB with a salvage value above the cost, which is written up in the first period.
  static func writtenUp(cost: Double, salvage: Double, from start: Double, to end: Double) -> Double {
    (cost - salvage) * (min(end, 1) - min(start, 1))
  }

  /// The depreciation in the first accounting period of AMORLINC and AMORDEGRC, and how many periods the asset lives. If the asset was
  /// bought on the period's last day, the first period is a whole one.
  private static func first(
    cost: Double, salvage: Double, rate: Double, share: Double, life: Double
  ) -> (amount: Double, life: Double) {
    let amount = share * rate * cost
    return amount == 0
      ? (min(cost * rate, cost - salvage), life) : (min(amount, cost - salvage), life + 1)
  }

  /// AMORLINC: French straight-line depreciation; the first period is pro rata by days.
  static func amortizedLinear(cost: Double, salvage: Double, rate: Double, firstShare: Double, period: Double) -> Double
  {
    let life = (1 / rate).rounded(.up)
    if cost == salvage || period > life { return 0 }
    let first = first(cost: cost, salvage: salvage, rate: rate, share: firstShare, life: life).amount
    if period == 0 { return first }
    let yearly = cost * rate
    if period < 1 { return yearly }
    let left = cost - salvage - first
    return max(min(yearly, left - yearly * (period.rounded(.down) - 1)), 0)
  }

  /// AMORDEGRC: French declining-balance depreciation with a coefficient that depends on the life. The last but one period takes half of
  /// the rest, the last one all of it, nothing is taken below the salvage value, and the result is rounded to whole units.
  static func amortizedDegressive(
    cost: Double, salvage: Double, rate: Double, firstShare: Double, period: Double
  ) -> Double {
    let life = (1 / rate).rounded(.up)
    if cost == salvage || period > life { return 0 }
    let coefficient = life < 3 ? 1 : life <= 4 ? 1.5 : life <= 6 ? 2 : 2.5
    var share = rate * coefficient
    let first = first(cost: cost, salvage: salvage, rate: share, share: firstShare, life: life)
    var rest = cost - rounded(first.amount)
    if period == 0 { return cost - rest }
    var amount = 0.0
    var place = 1.0
    while place <= period, rest != 0 {
      place += 1
      amount = share * rest
      if first.life - place == 2 {
        amount = rest / 2
        share = 1
      }
      if rest < salvage { amount = 0 }
      rest -= amount
    }
    return place > period ? rounded(amount) : 0
  }

  /// Rounds half up after 13 decimals, so that 22.49999999999999 becomes 23.
  private static func rounded(_ amount: Double) -> Double {
    ((amount * 1e13).rounded(.toNearestOrAwayFromZero) / 1e13).rounded(.toNearestOrAwayFromZero)
  }
}
