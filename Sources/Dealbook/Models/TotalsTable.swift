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
  private(set) var count = 1
  /// What is written next, then exchanged for the above: memory is asked for once.
  private var spareTotals: [Int] = []
  private var spareProbabilities: [Double] = []

  /// Adds a deal that moves the total by `step` with probability `p`.
  mutating func add(_ step: Int, _ p: Double) {
    switch form {
    case .list:
      addToList(step, p)
      if let first = totals.first, let last = totals.last, count > 256, last - first < 4 * count { makeDense() }
    case .dense:
      // A step that tears the totals far apart would leave mostly zeros.
      if probabilities.count + abs(step) > 16 * count { makeList() }
      if form == .dense { addToDense(step, p) } else { addToList(step, p) }
    }
  }

  /// The totals that have a probability above 0, ascending, and their probabilities.
  consuming func list() -> (totals: [Int], probabilities: [Double]) {
    if form == .dense { makeList() }
    return (totals, probabilities)
  }

  /// P(total ≥ `target`).
  func probability(atLeast target: Int) -> Double {
    let start: Int
    if form == .dense {
      start = min(max(0, target - lowest), probabilities.count)
    } else {
      start = totals.partitioningIndex { $0 >= target }
    }
    return min(1, probabilities[start...].reduce(0, +))
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
    let q = 1 - p
    let width = probabilities.count
    // Where the totals that stay and those that move begin in the new table.
    let (stay, move) = step > 0 ? (0, step) : (-step, 0)
    spareProbabilities.removeAll(keepingCapacity: true)
    spareProbabilities.reserveCapacity(width + abs(step))
    var positive = 0
    for index in 0..<(width + abs(step)) {
      let a = index - stay
      let b = index - move
      let staying = a >= 0 && a < width ? probabilities[a] * q : 0
      let moving = b >= 0 && b < width ? probabilities[b] * p : 0
      let sum = staying + moving
      if sum > 0 { positive += 1 }
      spareProbabilities.append(sum)
    }
    swap(&probabilities, &spareProbabilities)
    lowest += min(0, step)
    count = positive
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
