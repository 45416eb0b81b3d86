/// Tells cheaply, and without a distribution, that amounts add up to very many different totals.
///
/// Totals that differ in their remainder are different. So the remainders by a power of two are marked, one bit each: adding a
/// deal turns the bits in a circle. More remainders than the limit prove more totals than the limit; fewer prove nothing.
enum ManyTotals {
  static func areCertain(of steps: [Int], beyond limit: Int) -> Bool {
    let range = steps.reduce(0) { $0 + abs($1) }
    guard limit > 0, range >= limit, steps.count >= limit.bitWidth - limit.leadingZeroBitCount else { return false }
    // Twice as many remainders as the limit, or more: some totals more than with a larger circle, but each is marked sooner.
    let wordBits = max(0, (2 * limit - 1).bitWidth - (2 * limit - 1).leadingZeroBitCount - 6)
    var marks = [UInt64](repeating: 0, count: 1 << wordBits)
    var turned = marks
    marks[0] = 1
    var added = 0
    for step in steps where step != 0 {
      turn(marks.span, by: step, into: &turned)
      swap(&marks, &turned)
      added += 1
      // So many deals cannot have more totals.
      if added >= limit.bitWidth - limit.leadingZeroBitCount, added % 4 == 0, count(marks.span) > limit { return true }
    }
    return count(marks.span) > limit
  }

  /// The marks with and without `step` added. The number of words is a power of two.
  private static func turn(_ marks: Span<UInt64>, by step: Int, into turned: inout [UInt64]) {
    let words = marks.count
    let shift = UInt64(bitPattern: Int64(step)) & UInt64(words * 64 - 1)
    let (skipped, bits) = (Int(shift >> 6), shift & 63)
    turned[skipped] = marks[skipped] | moved(marks[0], behind: marks[words - 1], bits)
    turn(marks, (skipped + 1)..<words, from: 0, bits, into: &turned)
    guard skipped > 0 else { return }
    turned[0] = marks[0] | moved(marks[words - skipped], behind: marks[words - skipped - 1], bits)
    turn(marks, 1..<skipped, from: words - skipped, bits, into: &turned)
  }

  /// The words in `range`, to which those from `start` on and the ones behind them move. Nothing goes round the circle there,
  /// so the compiler makes vectors of it.
  private static func turn(
    _ marks: Span<UInt64>, _ range: Range<Int>, from start: Int, _ bits: UInt64, into turned: inout [UInt64]
  ) {
    let count = range.count
    guard count > 0 else { return }
    let still = marks.extracting(range)
    let behind = marks.extracting(start..<(start + count))
    let here = marks.extracting((start + 1)..<(start + 1 + count))
    let first = range.lowerBound
    var target = turned.mutableSpan
    precondition(range.upperBound <= target.count)
    for index in 0..<count {
      target[first &+ index] = still[index] | moved(here[index], behind: behind[index], bits)
    }
  }

  @inline(always)
  private static func moved(_ here: UInt64, behind: UInt64, _ bits: UInt64) -> UInt64 {
    // Down in two shifts, for one by 64 would be none.
    here &<< bits | (behind &>> 1) &>> (63 &- bits)
  }

  private static func count(_ marks: Span<UInt64>) -> Int {
    var count = 0
    for index in marks.indices { count &+= marks[index].nonzeroBitCount }
    return count
  }
}
