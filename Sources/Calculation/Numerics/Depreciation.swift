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

  /// DDB: a rate of factor / life of the remaining value, never below the salvage value.
  static func doubleDeclining(cost: Double, salvage: Double, life: Double, period: Double, factor: Double) -> Double {
    let rate = min(factor / life, 1)
    let old = rate == 1 ? (period == 1 ? cost : 0) : cost * Libc.pow(1 - rate, period - 1)
    let new = cost * Libc.pow(1 - rate, period)
    return max(new < salvage ? old - salvage : old - new, 0)
  }

  /// VDB: declining balance over any interval, switching to straight line once that depreciates more.
  static func variable(
    cost: Double, salvage: Double, life: Double, from start: Double, to end: Double, factor: Double, isStraight: Bool
  ) -> Double {
    // If the salvage value exceeds the cost, the difference is written up at once.
    if salvage > cost { return start < 1 && end > 0 ? cost - salvage : 0 }
    let firstWhole = start.rounded(.down)
    let lastWhole = end.rounded(.up)
    if !isStraight {
      var sum = 0.0
      var period = firstWhole + 1
      while period <= lastWhole {
        let amount = doubleDeclining(cost: cost, salvage: salvage, life: life, period: period, factor: factor)
        sum += amount * share(of: period, from: start, to: end)
        period += 1
      }
      return sum
    }
    // Straight line begins once it depreciates more than the declining rate, counted from the first period.
    var rest = cost
    if start > 0 {
      var passed = 0.0
      while passed < firstWhole {
        rest -= switched(cost: cost, salvage: salvage, life: life, book: rest, passed: passed, factor: factor)
        passed += 1
      }
    }
    var sum = 0.0
    var passed = firstWhole
    while passed < lastWhole {
      let amount = switched(cost: cost, salvage: salvage, life: life, book: rest, passed: passed, factor: factor)
      sum += amount * share(of: passed + 1, from: start, to: end)
      rest -= amount
      passed += 1
    }
    return sum
  }

  private static func switched(
    cost: Double, salvage: Double, life: Double, book: Double, passed: Double, factor: Double
  ) -> Double {
    let declining = doubleDeclining(cost: cost, salvage: salvage, life: life, period: passed + 1, factor: factor)
    let left = life - passed
    let straight = left > 0 ? (book - salvage) / left : 0
    return min(max(declining, straight), max(book - salvage, 0))
  }

  /// The part of a period between two points in time.
  private static func share(of period: Double, from start: Double, to end: Double) -> Double {
    max(0, min(period, end) - max(period - 1, start))
  }

  /// AMORLINC: French straight-line depreciation; the first year is pro rata by days.
  static func amortizedLinear(cost: Double, salvage: Double, rate: Double, firstShare: Double, period: Double) -> Double
  {
    let yearly = cost * rate
    let first = firstShare * rate * cost
    let total = cost - salvage
    let full = ((total - first) / yearly).rounded(.towardZero)
    if period == 0 { return first }
    if period <= full { return yearly }
    return period == full + 1 ? total - yearly * full - first : 0
  }

  /// AMORDEGRC: French declining-balance depreciation with a coefficient that depends on the life, rounded to whole units.
  static func amortizedDegressive(
    cost: Double, salvage: Double, rate: Double, firstShare: Double, period: Double
  ) -> Double {
    let life = 1 / rate
    let coefficient = life < 3 ? 1 : life < 5 ? 1.5 : life <= 6 ? 2 : 2.5
    let rate = rate * coefficient
    var book = cost
    var amount = (firstShare * rate * cost).rounded(.toNearestOrAwayFromZero)
    book -= amount
    var rest = book - salvage
    var place = 0.0
    while place < period {
      amount = (rate * book).rounded(.toNearestOrAwayFromZero)
      rest -= amount
      if rest < 0 {
        let left = period - place
        return left <= 1 ? (book * 0.5).rounded(.toNearestOrAwayFromZero) : 0
      }
      book -= amount
      place += 1
    }
    return amount
  }
}
