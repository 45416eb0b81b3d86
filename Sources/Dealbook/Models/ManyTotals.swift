/// Tells cheaply, and without a distribution, that amounts add up to very many different totals.
///
/// Totals that differ in their remainder are different. So the remainders by a power of two are marked, one bit each: adding a
/// deal turns the bits in a circle. More remainders than the limit prove more totals than the limit; fewer prove nothing.
enum ManyTotals {
  static func areCertain(of steps: [Int], beyond limit: Int) -> Bool {
    let range = steps.reduce(0) { $0 + abs($1) }
    guard limit > 0, range >= limit, steps.count >= limit.bitWidth - limit.leadingZeroBitCount else { return false }
    // Eight times as many remainders as the limit: chance then puts few totals on the same one.
    let wordBits = max(0, (8 * limit - 1).bitWidth - (8 * limit - 1).leadingZeroBitCount - 6)
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
    var target = turned.mutableSpan
    precondition(target.count == words)
    let shift = UInt64(bitPattern: Int64(step)) & UInt64(words * 64 - 1)
    let (skipped, bits) = (Int(shift >> 6), shift & 63)
    for index in 0..<words {
      let here = marks[(index &- skipped) & (words &- 1)]
      let before = marks[(index &- skipped &- 1) & (words &- 1)]
      let moved = bits == 0 ? here : here &<< bits | before &>> (64 &- bits)
      target[index] = marks[index] | moved
    }
  }

  private static func count(_ marks: Span<UInt64>) -> Int {
    var count = 0
    for index in marks.indices { count &+= marks[index].nonzeroBitCount }
    return count
  }
}
