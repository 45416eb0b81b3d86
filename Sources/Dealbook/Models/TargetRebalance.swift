/// A team's target dealt out to its members: by potential, but nobody's target rises or falls by more than the caps
/// allow, so that the fast ox is not whipped (documents/method.md, Targets).
///
/// Shares are whole rounding units, and exact: no share depends on how a quotient was rounded.
public enum TargetRebalance: Hashable, Sendable {
  /// What each member gets, in the order given, and what is left for the team, in cents.
  case shared(targets: [Int], pool: Int)
  /// The caps leave more than there is: the sum of the lower bounds, in cents (TGT-011).
  case infeasible(lowest: Int)

  public struct Member: Hashable, Sendable {
    /// The present target, in cents.
    public var target: Int
    /// What the member's share is measured by: the target by potential, `raw_next`, in cents. Below 0 counts as 0.
    public var weight: Int

    public init(target: Int, weight: Int) {
      self.target = target
      self.weight = weight
    }
  }

  /// Amounts beyond this (44 billion 元) are not dealt out: sums of a million of them still fit.
  public static let largestAmount = 4_398_046_511_103

  /// - Parameters:
  ///   - team: the target to deal out, in cents.
  ///   - capUp: by which share of the present target one may rise.
  ///   - capDown: by which share it may fall.
  ///   - unit: the rounding unit, in cents.
  /// - Returns: nil when a number makes no sense: a negative target, a unit below one cent, caps that are no numbers,
  ///   amounts beyond ``largestAmount``.
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
    var dealing = Dealing(units: team / unit, bounds: bounds, weights: members.map { max(0, $0.weight) })
    let targets = dealing.run().map { $0 * unit }
    self = .shared(targets: targets, pool: team - targets.reduce(0, +))
  }

  /// To whole cents, half away from zero, past the noise of the product.
  private static func cents(_ amount: Double) -> Int {
    Int((amount + amount * 1e-15).rounded(.toNearestOrAwayFromZero))
  }
}

/// Deals units out by weight within bounds.
private struct Dealing {
  /// Units not given yet to a member whose share is settled.
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

  /// The weights of those still free; equal ones where nobody has any.
  private func freeWeights() -> [(member: Int, weight: Int)] {
    let members = free
    let isWeightless = members.allSatisfy { weights[$0] == 0 }
    return members.map { ($0, isWeightless ? 1 : weights[$0]) }
  }

  /// Puts the shares that pass their upper bound there, or those that fall short of their lower one, whichever is more
  /// in sum. False when all shares are within their bounds.
  private mutating func settleOneSide() -> Bool {
    let members = freeWeights()
    let sum = members.reduce(0) { $0 + $1.weight }
    guard sum > 0 else { return false }
    var above: [Int] = []
    var below: [Int] = []
    // Both times `sum`, which spares the division.
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

  /// Rounds the free shares down and gives the missing units to the largest remainders, ties in the order of rows.
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
    // The sort is stable, so that of equals the first row comes first.
    for (member, _) in remainders.sorted(by: { $0.remainder > $1.remainder }) where missing > 0 {
      guard let share = given[member], share < bounds[member].upperBound else { continue }
      given[member] = share + 1
      missing -= 1
    }
  }
}
