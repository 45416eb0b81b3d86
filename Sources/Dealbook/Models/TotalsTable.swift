/// Totals with their probabilities, while deals are added one by one.
///
/// Few totals far apart are kept as a sorted list; many close together as one number for each possible total between the
/// lowest and the highest, which needs no comparisons. Both do the same multiplications and additions, so the result does not
/// depend on the form down to its last bit.
struct TotalsTable {
  private enum Form { case list, dense }

  private var form = Form.list
  /// Ascending; of a list only.
  private var totals: [Int] = [0]
  /// Of a list one for each of `totals`; of a dense table one for each total from `lowest` on, most of them above 0.
  private var probabilities: [Double] = [1]
  private var lowest = 0
  /// How many totals have a probability above 0; of a dense table as many as there were when it was last counted, and so
  /// hardly ever more than there are.
  private var count = 1
  /// Of totals that are only counted together: see ``confine(to:)``.
  private var above = 0.0
  /// What is written next, then exchanged for the above: memory is asked for once.
  private var spareTotals: [Int] = []
  private var spareProbabilities: [Double] = []
  /// Whether ``probabilities`` may be another table's too, and must not become what is written next.
  private var isCopy = false

  /// Adds a deal that moves the total by `step` with probability `p`.
  mutating func add(_ step: Int, _ p: Double) {
    if probabilities.isEmpty { return }
    switch form {
    case .list:
      addToList(step, p)
      if let first = totals.first, let last = totals.last, count > 256, last - first < Self.widestGap * count {
        makeDense()
      }
    case .dense:
      // A step that tears the totals far apart would leave mostly zeros.
      if isTornApart(by: step) {
        count = Self.positive(probabilities.span)
        if isTornApart(by: step) { makeList() }
      }
      if form == .dense { addToDense(step, p) } else { addToList(step, p) }
    }
  }

  /// How many possible totals there may be for each one that occurs: a step of a dense table costs a tenth of one of a list.
  private static let widestGap = 12

  private func isTornApart(by step: Int) -> Bool { probabilities.count + abs(step) > 2 * Self.widestGap * count }

  /// Whether more than `limit` totals have a probability above 0.
  mutating func exceeds(_ limit: Int) -> Bool {
    if form == .dense {
      if probabilities.count <= limit { return false }
      count = Self.positive(probabilities.span)
    }
    return count > limit
  }

  /// The totals that have a probability above 0, ascending, and their probabilities.
  consuming func list() -> (totals: [Int], probabilities: [Double]) {
    if form == .dense { makeList() }
    return (totals, probabilities)
  }

  /// P(total ≥ `target`).
  func probability(atLeast target: Int) -> Double {
    let start =
      form == .dense
      ? min(max(0, target - lowest), probabilities.count) : totals.partitioningIndex { $0 >= target }
    return min(1, probabilities[start...].reduce(0, +) + above)
  }

  /// Forgets totals below `range`, and counts those above it together from now on: for who will ask for no target that deals
  /// still to be added could lead to from there. What lies in the range keeps its probabilities to the last bit. A dense table may
  /// keep a few more totals than it must.
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
      // Moving what stays must be worth it.
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
    spareTotals.removeAll(keepingCapacity: true)
    spareProbabilities.removeAll(keepingCapacity: true)
    spareTotals.reserveCapacity(totals.count * 2)
    spareProbabilities.reserveCapacity(totals.count * 2)
    let q = 1 - p
    var stay = 0
    var move = 0
    while stay < count || move < count {
      let a = stay < count ? totals[stay] : Int.max
      let b = move < count ? totals[move] + step : Int.max
      var probability = 0.0
      if a <= b {
        probability += probabilities[stay] * q
        stay += 1
      }
      if b <= a {
        probability += probabilities[move] * p
        move += 1
      }
      // With certainty (p = 1) the unmoved totals vanish instead of staying as zeros.
      if probability > 0 {
        spareTotals.append(min(a, b))
        spareProbabilities.append(probability)
      }
    }
    swap(&totals, &spareTotals)
    swap(&probabilities, &spareProbabilities)
    count = totals.count
  }

  // MARK: A dense table

  private mutating func addToDense(_ step: Int, _ p: Double) {
    let shift = abs(step)
    let width = probabilities.count
    // The new table is longer by the step: one of its ends is what stays, the other what moves, the middle both.
    let (low, high) = step > 0 ? (1 - p, p) : (p, 1 - p)
    let old = probabilities
    resizeSpare(width + shift)
    Self.scale(old.span, 0..<min(shift, width), by: low, into: &spareProbabilities, at: 0)
    if shift < width {
      Self.blend(
        old.span.extracting(shift..<width), by: low, old.span.extracting(0..<(width - shift)), by: high,
        into: &spareProbabilities, at: shift)
    } else {
      for index in width..<shift { spareProbabilities[index] = 0 }
    }
    Self.scale(old.span, max(0, width - shift)..<width, by: high, into: &spareProbabilities, at: max(shift, width))
    swap(&probabilities, &spareProbabilities)
    lowest += min(0, step)
    if isCopy { forgetSpare() }
  }

  /// A copy to add deals to. Its memory is its own from the first one on; what it shares until then is never copied.
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
      // Nothing in it is worth copying to a larger place.
      spareProbabilities = []
      spareProbabilities.reserveCapacity(size + size / 2)
      spareProbabilities.append(contentsOf: repeatElement(0, count: size))
    } else if missing > 0 {
      spareProbabilities.append(contentsOf: repeatElement(0, count: missing))
    } else {
      spareProbabilities.removeLast(-missing)
    }
  }

  // The loops over dense tables: their bounds are settled before they begin, so the compiler makes them of vectors.

  private static func scale(
    _ old: Span<Double>, _ range: Range<Int>, by factor: Double, into new: inout [Double], at start: Int
  ) {
    let part = old.extracting(range)
    var target = new.mutableSpan
    let count = part.count
    precondition(start >= 0 && count <= target.count - start)
    for index in 0..<count { target[start &+ index] = part[index] * factor }
  }

  private static func blend(
    _ first: Span<Double>, by low: Double, _ second: Span<Double>, by high: Double, into new: inout [Double],
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

extension Array {
  /// The first position whose element fulfils `holds`, which no element before and every one after it does.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
