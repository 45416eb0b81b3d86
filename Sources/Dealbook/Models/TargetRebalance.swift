// SPDX-License-Identifier: Apache-2.0

/// Distributes a team's target among its members by potential, with caps on how much a member's target may rise or fall, so that the best
/// performers are not overloaded (documents/method.md, Targets).
///
/// Shares are exact whole rounding units; no share depends on how a quotient was rounded.
public enum TargetRebalance: Hashable, Sendable {
  /// The members' targets, in the given order, and what is left for the team, in cents.
  case shared(targets: [Int], pool: Int)
  /// The caps do not allow so little: `lowest` is the sum of the lower bounds, in cents (TGT-011).
  case infeasible(lowest: Int)

  public struct Member: Hashable, Sendable {
    /// The current target, in cents.
    public var target: Int
    /// The weight of the member's share: the target by potential, `raw_next`, in cents. A negative weight counts as 0.
    public var weight: Int

    public init(target: Int, weight: Int) {
      self.target = target
      self.weight = weight
    }
  }

  /// Larger amounts (44 billion 元) are rejected, so that sums of a million of them do not overflow.
  public static let largestAmount = 4_398_046_511_103

  /// - Parameters:
  ///   - team: the target to distribute, in cents.
  ///   - capUp: the share of the current target by which a target may rise.
  ///   - capDown: the share by which it may fall.
  ///   - unit: the rounding unit, in cents.
  /// - Returns: nil for invalid input: a negative target, a unit below one cent, caps that are not numbers, amounts beyond
  ///   ``largestAmount``.
  public init?(team: Int, members: [Member], capUp: Double, capDown: Double, unit: Int) {
    let amounts = 0...Self.largestAmount
    guard unit > 0, (0...100).contains(capUp), (0...1).contains(capDown), amounts.contains(team),
      members.allSatisfy({ amounts.contains($0.target) && $0.weight <= Self.largestAmount })
    else { return nil }
    let bounds = members.map { member in
      let low = Self.cents(Double(member.target) * (1 - capDown))
      let high = Self.cents(Double(member.target) * (1 + capUp))
      let lowest = (low + unit - 1) / unit
      return lowest...max(lowest, high / unit)
    }
    let lowest = bounds.reduce(0) { $0 + $1.lowerBound }
    guard lowest <= team / unit else {
      self = .infeasible(lowest: lowest * unit)
      return
    }
    var dealing = Allocation(units: team / unit, bounds: bounds, weights: members.map { max(0, $0.weight) })
    let targets = dealing.run().map { $0 * unit }
    self = .shared(targets: targets, pool: team - targets.reduce(0, +))
  }

  /// Rounds to whole cents, half away from zero, ignoring noise in the product.
  private static func cents(_ amount: Double) -> Int {
    Int((amount + amount * 1e-15).rounded(.toNearestOrAwayFromZero))
  }
}

/// Distributes units by weight within bounds.
private struct Allocation {
  /// Units not yet given to a member whose share is settled.
  private var rest: Int
  private let bounds: [ClosedRange<Int>]
  private let weights: [Int]
  private var given: [Int?]

  init(units: Int, bounds: [ClosedRange<Int>], weights: [Int]) {
    rest = units
    self.bounds = bounds
    self.weights = weights
    given = Array(repeating: nil, count: bounds.count)
  }

  private var free: [Int] { given.indices.filter { given[$0] == nil } }

  mutating func run() -> [Int] {
    while settleOneSide() {}
    roundFreeShares()
    return given.map { $0 ?? 0 }
  }

  /// The weights of the members that are not settled; equal weights if all are 0.
  private func freeWeights() -> [(member: Int, weight: Int)] {
    let members = free
    let isWeightless = members.allSatisfy { weights[$0] == 0 }
    return members.map { ($0, isWeightless ? 1 : weights[$0]) }
  }

  /// Settles the shares above their upper bound, or those below their lower bound, whichever deviate more in total. Returns false if all
  /// shares are within bounds.
  private mutating func settleOneSide() -> Bool {
    let members = freeWeights()
    let sum = members.reduce(0) { $0 + $1.weight }
    guard sum > 0 else { return false }
    var above: [Int] = []
    var below: [Int] = []
    // Both multiplied by `sum`, which avoids division.
    var excess: Int128 = 0
    var deficit: Int128 = 0
    for (member, weight) in members {
      let share = Int128(rest) * Int128(weight)
      let high = Int128(bounds[member].upperBound) * Int128(sum)
      let low = Int128(bounds[member].lowerBound) * Int128(sum)
      if share > high {
        above.append(member)
        excess += share - high
      } else if share < low {
        below.append(member)
        deficit += low - share
      }
    }
    guard !above.isEmpty || !below.isEmpty else { return false }
    let isUpper = excess >= deficit
    for member in isUpper ? above : below {
      let bound = isUpper ? bounds[member].upperBound : bounds[member].lowerBound
      given[member] = bound
      rest -= bound
    }
    return true
  }

  /// Rounds the remaining shares down and gives the missing units to the largest remainders; ties go to the earlier row.
  private mutating func roundFreeShares() {
    let members = freeWeights()
    let sum = members.reduce(0) { $0 + $1.weight }
    guard sum > 0, rest > 0 else {
      for (member, _) in members { given[member] = bounds[member].lowerBound }
      return
    }
    var remainders: [(member: Int, remainder: Int128)] = []
    var missing = rest
    for (member, weight) in members {
      let (share, remainder) = (Int128(rest) * Int128(weight)).quotientAndRemainder(dividingBy: Int128(sum))
      given[member] = Int(share)
      missing -= Int(share)
      remainders.append((member, remainder))
    }
    // The sort is stable, so of equal remainders the first row comes first.
    for (member, _) in remainders.sorted(by: { $0.remainder > $1.remainder }) where missing > 0 {
      guard let share = given[member], share < bounds[member].upperBound else { continue }
      given[member] = share + 1
      missing -= 1
    }
  }
}
