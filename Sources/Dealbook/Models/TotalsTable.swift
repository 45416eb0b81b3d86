// SPDX-License-Identifier: Apache-2.0

import Base

/// Totals with their probabilities, while deals are added one by one.
///
/// A few widely spaced totals are kept as a sorted list; many close ones as an array with a number for each possible total between the
/// lowest and the highest, which needs no comparisons. Both forms do the same multiplications and additions, so the result is the same to
/// the last bit.
struct TotalsTable {
  enum Form { case list, dense }

  var form = Form.list
  /// Ascending; only used by the list form.
  var totals: [Int] = [0]
  /// In the list form, one for each of `totals`; in the dense form, one for each total from `lowest` on, most of them above 0.
  var probabilities: [Double] = [1]
  var lowest = 0
  /// The number of totals with a probability above 0. In the dense form it is as of the last count, and rarely too high.
  var count = 1
  /// The probability of totals that are only counted together; see ``confine(to:)``.
  private var above = 0.0
  /// Buffers that are written next and then swapped with the above, so that memory is allocated once.
  private var spareTotals: [Int] = []
  private var spareProbabilities: [Double] = []
  /// Whether ``probabilities`` may be shared with another table and must not become the next buffer.
  private var isCopy = false

  init() {}

  /// Known totals, ascending, each with its probability.
  init(totals: [Int], probabilities: [Double]) {
    (self.totals, self.probabilities) = (totals, probabilities)
    count = totals.count
  }

  /// Adds a deal that changes the total by `step` with probability `p`.
  mutating func add(_ step: Int, _ p: Double) {
    if probabilities.isEmpty { return }
    switch form {
    case .list:
      addToList(step, p)
      if let first = totals.first, let last = totals.last, count > 256,
        last - first < Self.widestGap * count
      {
        makeDense()
      }
    case .dense:
      // A step that spreads the totals far apart would leave mostly zeros.
      if isTornApart(by: step) {
        count = Self.positive(probabilities.span)
        if isTornApart(by: step) { makeList() }
      }
      if form == .dense { addToDense(step, p) } else { addToList(step, p) }
    }
  }

  /// How many possible totals there may be for each one that occurs: a step in the dense form costs a tenth of one in the list form.
  private static let widestGap = 12

  private func isTornApart(by step: Int) -> Bool {
    probabilities.count + abs(step) > 2 * Self.widestGap * count
  }

  /// Whether more than `limit` totals have a probability above 0.
  mutating func exceeds(_ limit: Int) -> Bool {
    if form == .dense {
      if probabilities.count <= limit { return false }
      count = Self.positive(probabilities.span)
    }
    return count > limit
  }

  /// The totals with a probability above 0, ascending, and their probabilities.
  consuming func list() -> (totals: [Int], probabilities: [Double]) {
    if form == .dense { makeList() }
    return (totals, probabilities)
  }

  /// P(total ≥ `target`).
  func probability(atLeast target: Int) -> Double {
    let start =
      form == .dense
      ? min(max(0, target - lowest), probabilities.count)
      : totals.partitioningIndex { $0 >= target }
    return min(1, probabilities[start...].reduce(0, +) + above)
  }

  /// For each of the ascending `shares`, the smallest total whose cumulative probability reaches it; the last total if none does.
  func quantiles(_ shares: [Double]) -> [Int] {
    var found: [Int] = []
    var (cumulative, last) = (0.0, 0)
    let probabilities = probabilities.span
    var index = 0
    while index < probabilities.count, found.count < shares.count {
      let probability = probabilities[index]
      if probability > 0 {
        cumulative += probability
        last = index
        while found.count < shares.count, cumulative >= shares[found.count] {
          found.append(total(at: index))
        }
      }
      index += 1
    }
    if found.count < shares.count {
      found += Array(repeating: total(at: last), count: shares.count - found.count)
    }
    return found
  }

  /// The largest total that is reached with at least the probability `confidence`; the smallest total if none is.
  func largest(reachedWith confidence: Double) -> Int {
    var (tail, first) = (0.0, 0)
    let probabilities = probabilities.span
    var index = probabilities.count
    while index > 0 {
      index -= 1
      let probability = probabilities[index]
      guard probability > 0 else { continue }
      tail += probability
      first = index
      if tail >= confidence { break }
    }
    return total(at: first)
  }

  private func total(at index: Int) -> Int { form == .dense ? lowest + index : totals[index] }

  /// Drops totals below `range` and lumps together those above it. Use it if no target will be asked for that remaining deals could reach
  /// from there. Totals in the range keep their probabilities to the last bit. The dense form may keep a few more totals than necessary.
  mutating func confine(to range: Range<Int>) {
    switch form {
    case .list:
      let low = totals.partitioningIndex { $0 >= range.lowerBound }
      let high = max(low, totals.partitioningIndex { $0 >= range.upperBound })
      guard low > 0 || high < totals.count else { return }
      above += probabilities[high...].reduce(0, +)
      (totals, probabilities) = (Array(totals[low..<high]), Array(probabilities[low..<high]))
      count = totals.count
    case .dense:
      let low = min(max(0, range.lowerBound - lowest), probabilities.count)
      let high = min(max(low, range.upperBound - lowest), probabilities.count)
      // Moving the rest must be worth it.
      guard 8 * (low + probabilities.count - high) > probabilities.count else { return }
      above += probabilities[high...].reduce(0, +)
      probabilities.removeLast(probabilities.count - high)
      probabilities.removeFirst(low)
      lowest += low
      count = min(count, probabilities.count)
    }
  }

  // MARK: A list

  private mutating func addToList(_ step: Int, _ p: Double) {
    Self.resize(&spareTotals, to: 2 * count)
    Self.resize(&spareProbabilities, to: 2 * count)
    let (old, chances) = (totals, probabilities)
    let made = Self.merge(old.span, chances.span, count, step, p, into: &spareTotals, &spareProbabilities)
    spareTotals.removeLast(2 * count - made)
    spareProbabilities.removeLast(2 * count - made)
    swap(&totals, &spareTotals)
    swap(&probabilities, &spareProbabilities)
    count = totals.count
    if isCopy { forgetSpare() }
  }

  private static func resize<Number: ExpressibleByIntegerLiteral>(_ numbers: inout [Number], to size: Int) {
    if numbers.count < size {
      numbers.append(contentsOf: repeatElement(0, count: size - numbers.count))
    } else {
      numbers.removeLast(numbers.count - size)
    }
  }

  // MARK: A dense table

  private mutating func addToDense(_ step: Int, _ p: Double) {
    let shift = abs(step)
    let width = probabilities.count
    // The new table is longer by the step: one end holds the totals that stay, the other those that move, and the middle both.
    let (low, high) = step > 0 ? (1 - p, p) : (p, 1 - p)
    let old = probabilities
    resizeSpare(width + shift)
    Self.scale(old.span, 0..<min(shift, width), by: low, into: &spareProbabilities, at: 0)
    if shift < width {
      Self.blend(
        old.span.extracting(shift..<width), by: low, old.span.extracting(0..<(width - shift)),
        by: high,
        into: &spareProbabilities, at: shift)
    } else {
      for index in width..<shift { spareProbabilities[index] = 0 }
    }
    Self.scale(
      old.span, max(0, width - shift)..<width, by: high, into: &spareProbabilities,
      at: max(shift, width))
    swap(&probabilities, &spareProbabilities)
    lowest += min(0, step)
    if isCopy { forgetSpare() }
  }

  /// A copy to which deals can be added. Its memory is its own from the first addition on; what it shares until then is never copied.
  func copy() -> TotalsTable {
    var copy = self
    copy.forgetSpare()
    copy.isCopy = true
    return copy
  }

  private mutating func forgetSpare() {
    (spareTotals, spareProbabilities) = ([], [])
    isCopy = false
  }

  private mutating func resizeSpare(_ size: Int) {
    let missing = size - spareProbabilities.count
    if size > spareProbabilities.capacity {
      // Its content need not be copied to the larger buffer.
      spareProbabilities = []
      spareProbabilities.reserveCapacity(size + size / 2)
      spareProbabilities.append(contentsOf: repeatElement(0, count: size))
    } else if missing > 0 {
      spareProbabilities.append(contentsOf: repeatElement(0, count: missing))
    } else {
      spareProbabilities.removeLast(-missing)
    }
  }

  // The loops over dense tables. Their bounds are fixed before they begin, so the compiler can vectorize them.

  private static func scale(
    _ old: Span<Double>, _ range: Range<Int>, by factor: Double, into new: inout [Double],
    at start: Int
  ) {
    let part = old.extracting(range)
    var target = new.mutableSpan
    let count = part.count
    precondition(start >= 0 && count <= target.count - start)
    for index in 0..<count { target[start &+ index] = part[index] * factor }
  }

  private static func blend(
    _ first: Span<Double>, by low: Double, _ second: Span<Double>, by high: Double,
    into new: inout [Double],
    at start: Int
  ) {
    var target = new.mutableSpan
    let count = first.count
    precondition(second.count == count && start >= 0 && count <= target.count - start)
    for index in 0..<count { target[start &+ index] = first[index] * low + second[index] * high }
  }

  private static func positive(_ probabilities: Span<Double>) -> Int {
    var count = 0
    for index in probabilities.indices where probabilities[index] > 0 { count &+= 1 }
    return count
  }

  private mutating func makeDense() {
    guard let first = totals.first, let last = totals.last else { return }
    var dense = [Double](repeating: 0, count: last - first + 1)
    for (total, probability) in zip(totals, probabilities) { dense[total - first] = probability }
    probabilities = dense
    lowest = first
    totals = []
    form = .dense
  }

  private mutating func makeList() {
    totals = []
    var positive: [Double] = []
    totals.reserveCapacity(count)
    positive.reserveCapacity(count)
    for (index, probability) in probabilities.enumerated() where probability > 0 {
      totals.append(lowest + index)
      positive.append(probability)
    }
    probabilities = positive
    count = totals.count
    form = .list
  }
}
