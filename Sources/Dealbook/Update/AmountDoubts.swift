// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Amounts of an export that may be those of the team in another unit, although neither file says so.
///
/// Nobody writes the same amounts divided by 1,000 or multiplied by 1.19 by chance. Whether that is another unit, a month instead of a year,
/// gross instead of net, or a real change cannot be told, so such amounts are asked about.
struct AmountDoubts {
  /// The amounts of a row that both files have.
  struct Pair {
    /// The row's offset in the export.
    let offset: Int
    let old: Double
    let new: Double
  }

  /// Why the whole column is left out; nil if it is not.
  private(set) var column: UpdateReport.PassedOver.Reason?
  /// The rows of the export whose amounts are left out.
  private(set) var rows: [Int: UpdateReport.Kept.Reason] = [:]

  /// - Parameters:
  ///   - pairs: of rows that both files have.
  ///   - added: amounts of rows that only the export has.
  ///   - own: all amounts of the team.
  init(_ pairs: [Pair], added: [(offset: Int, amount: Double)], own: [Double]) {
    let pairs = pairs.filter { $0.old != 0 && $0.new != 0 }
    let changed = pairs.filter { !Self.isClose($0.old, $0.new) }
    let scaled = changed.filter { Self.isScaled($0.old, $0.new) }
    let far = changed.filter { Self.ratio($0) > 30 }
    if pairs.count >= 3, max(scaled.count, far.count) * 2 > pairs.count {
      column = .otherOrder
      return
    }
    if let factor = Self.commonFactor(of: changed) {
      let alike = changed.filter { factor.fits($0) }
      if alike.count * 2 > pairs.count {
        column = .factor(factor.value)
        return
      }
      if alike.count * 2 > changed.count { for pair in alike { rows[pair.offset] = .factor } }
    }
    for pair in changed where Self.isScaled(pair.old, pair.new) || Self.isOfOtherOrder(pair) {
      rows[pair.offset] = .otherUnit
    }
    judge(added, beside: own, isDoubted: rows.values.contains(.otherUnit), hasCommon: !pairs.isEmpty)
  }

  /// Amounts of new rows have nothing to compare with but the others: all of them may be of another order.
  private mutating func judge(
    _ added: [(offset: Int, amount: Double)], beside own: [Double], isDoubted: Bool, hasCommon: Bool
  ) {
    let sizes = own.map(\.magnitude).filter { $0 > 0 }
    guard let least = sizes.min(), let most = sizes.max() else { return }
    let far = added.filter { $0.amount != 0 && ($0.amount.magnitude * 30 < least || $0.amount.magnitude > most * 30) }
    if isDoubted {
      for row in far { rows[row.offset] = .otherUnit }
    } else if !hasCommon, sizes.count >= 3, added.count >= 3, far.count == added.count {
      column = .otherOrder
    }
  }

  // MARK: Powers of ten

  /// Whether two amounts are the same in units that people use, the smaller one perhaps rounded.
  private static func isScaled(_ old: Double, _ new: Double) -> Bool {
    let (small, large) = abs(old) < abs(new) ? (old, new) : (new, old)
    return CommonScale.usual.contains { power in
      guard power > 0 else { return false }
      let expected = NumberReader.scaled(large, byPowerOfTen: -power)
      if isClose(small, expected) { return true }
      // 120,500 in thousands may be 121.
      let isRounded = small == small.rounded() && small.magnitude >= 10 && power > 2
      return isRounded && abs(small - expected) <= 0.5
    }
  }

  /// Whether an amount is so far from what it was that it may have another unit and have changed too: 120,000 and 130. One that was not
  /// known before, and stood as 1, may become anything.
  private static func isOfOtherOrder(_ pair: Pair) -> Bool {
    guard pair.old.magnitude > 1 else { return false }
    let ratio = ratio(pair)
    return CommonScale.usual.contains { power in
      power > 2 && (0.35...2.8).contains(ratio / NumberReader.scaled(1, byPowerOfTen: power))
    }
  }

  /// How many times the larger amount is the smaller one.
  private static func ratio(_ pair: Pair) -> Double {
    let ratio = abs(pair.new / pair.old)
    return max(ratio, 1 / ratio)
  }

  private static func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(a), abs(b)) }

  // MARK: One factor

  /// A number by which an amount was multiplied, as exactly as its digits tell.
  private struct Factor {
    var range: ClosedRange<Double>

    init(_ pair: Pair) {
      let cents = pair.new * 100
      // Amounts are rounded to the unit or to cents; others are not rounded at all.
      let step = pair.new == pair.new.rounded() ? 0.5 : abs(cents - cents.rounded()) < 1e-6 ? 0.005 : 0
      let slack = max(step * 1.001, abs(pair.new) * 1e-9)
      let ends = [(pair.new - slack) / pair.old, (pair.new + slack) / pair.old].sorted()
      range = ends[0]...ends[1]
    }

    /// What a person would call it, within the range.
    var value: Double {
      let middle = (range.lowerBound + range.upperBound) / 2
      for digits in 1...6 {
        let short = NumberReader.scaled(
          NumberReader.scaled(middle, byPowerOfTen: digits).rounded(), byPowerOfTen: -digits)
        if range.contains(short) { return short }
      }
      return middle
    }

    /// Whether it is told to within one percent.
    var isTold: Bool { range.upperBound - range.lowerBound <= abs(range.upperBound) * 0.01 }

    func fits(_ pair: Pair) -> Bool { range.overlaps(Factor(pair).range) }
  }

  private static let mostCompared = 500

  /// The factor of the most changed amounts, of at least three.
  private static func commonFactor(of changed: [Pair]) -> Factor? {
    // Most rows of many have it, or none of them counts.
    let step = max(1, changed.count / mostCompared)
    let some = stride(from: 0, to: changed.count, by: step).map { changed[$0] }
    let factors = some.map(Factor.init).filter(\.isTold).sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard factors.count >= 3 else { return nil }
    var best: (count: Int, factor: Factor)?
    var open: [Factor] = []
    for factor in factors {
      open.removeAll { $0.range.upperBound < factor.range.lowerBound }
      open.append(factor)
      if open.count > best?.count ?? 2, let end = open.map(\.range.upperBound).min() {
        var common = factor
        common.range = factor.range.lowerBound...end
        best = (open.count, common)
      }
    }
    return best?.factor
  }
}
