// SPDX-License-Identifier: Apache-2.0

extension TotalsTable {
  /// Probabilities that nobody sees: those of totals so far from all others that no figure depends on them.
  private static let nothing = 1e-18

  /// The table without the totals at both ends that hardly ever occur, and without spare room.
  func trimmed() -> TotalsTable? {
    guard let first = probabilities.firstIndex(where: { $0 > Self.nothing }),
      let last = probabilities.lastIndex(where: { $0 > Self.nothing })
    else { return nil }
    var table = self
    table.probabilities = Array(probabilities[first...last])
    if form == .list { table.totals = Array(totals[first...last]) }
    table.lowest = lowest + first
    table.count = table.probabilities.count
    return table.copy()
  }

  /// Takes a deal out that was added with this step and probability; false if that cannot be done here.
  ///
  /// The table is q·R + p·R moved by the step, where R is what it was without the deal. It is solved from the end at which the deal has the
  /// larger share, so that errors do not grow.
  mutating func remove(_ step: Int, _ p: Double) -> Bool {
    guard step > 0, p > 0, p <= 1 else { return false }
    if form == .list {
      removeFromList(step, p)
      return true
    }
    let (old, q) = (probabilities, 1 - p)
    let width = old.count
    var rest: [Double]
    if p <= 0.5 {
      rest = [Double](repeating: 0, count: width)
      for index in 0..<width {
        let value = (old[index] - (index < step ? 0 : p * rest[index - step])) / q
        if value > Self.nothing { rest[index] = value }
      }
    } else {
      rest = [Double](repeating: 0, count: width + step)
      for index in stride(from: width - 1, through: 0, by: -1) {
        let value = (old[index] - q * rest[index + step]) / p
        if value > Self.nothing { rest[index] = value }
      }
      lowest -= step
    }
    probabilities = rest
    count = rest.count
    return true
  }

  private mutating func removeFromList(_ step: Int, _ p: Double) {
    let (old, chances, q) = (totals, probabilities, 1 - p)
    var rest: [Int] = []
    var values: [Double] = []
    rest.reserveCapacity(old.count)
    values.reserveCapacity(old.count)
    // The next of the rest that a total may have come from, or gone to, with the deal.
    var next = 0
    if p <= 0.5 {
      for (total, chance) in zip(old, chances) {
        while next < rest.count, rest[next] < total - step { next += 1 }
        let moved = next < rest.count && rest[next] == total - step ? values[next] : 0
        let value = (chance - p * moved) / q
        guard value > Self.nothing else { continue }
        rest.append(total)
        values.append(value)
      }
    } else {
      for index in old.indices.reversed() {
        let total = old[index]
        while next < rest.count, rest[next] > total { next += 1 }
        let stayed = next < rest.count && rest[next] == total ? values[next] : 0
        let value = (chances[index] - q * stayed) / p
        guard value > Self.nothing else { continue }
        rest.append(total - step)
        values.append(value)
      }
      rest.reverse()
      values.reverse()
    }
    (totals, probabilities, count) = (rest, values, rest.count)
  }

  /// The memory that the table takes, in numbers.
  var cellCount: Int { totals.count * (form == .list ? 1 : 0) + probabilities.count }

  /// The number of cells of a dense table; nil for a list.
  var denseCount: Int? { form == .dense ? probabilities.count : nil }
}
