// SPDX-License-Identifier: Apache-2.0

/// Proves cheaply, without computing the distribution, that amounts add up to very many distinct totals.
///
/// Totals with different remainders are different. The remainders modulo a power of two are marked in a bit set; adding a deal rotates it.
/// More remainders than the limit prove that there are more totals than the limit; fewer prove nothing.
enum ManyTotals {
  /// Whether there are more than `limit` totals; nil if the largest and the smallest are further apart than `range`.
  static func exceed(_ limit: Int, of steps: [Int], within range: Int) -> Bool? {
    var span = 0
    for step in steps {
      // A step down gives as many totals as one up.
      guard step.magnitude <= range else { return nil }
      span += abs(step)
      guard span <= range else { return nil }
    }
    var marks = [UInt64](repeating: 0, count: span >> 6 + 1)
    marks[0] = 1
    var (reach, added) = (0, 0)
    for step in steps.map(abs).sorted() where step > 0 {
      // Further deals never make the totals fewer, and so many marks cannot be in fewer bits.
      if added % 8 == 0, reach > limit, count(marks.span.extracting(0...(reach >> 6))) > limit { return true }
      reach += step
      added += 1
      let (skipped, bits) = (step >> 6, UInt64(step & 63))
      var target = marks.mutableSpan
      var word = reach >> 6
      // From the top down, so that what is read has not been changed.
      while word > skipped {
        target[word] |= moved(target[word - skipped], behind: target[word - skipped - 1], bits)
        word -= 1
      }
      target[skipped] |= target[0] &<< bits
    }
    return count(marks.span) > limit
  }

  /// Whether there are more than `limit` totals for sure. If a small bit set does not prove it, a larger one does for nearly all amounts,
  /// and costs a tenth of adding the deals up.
  static func areCertain(of steps: [Int], beyond limit: Int) -> Bool {
    areCertain(of: steps, beyond: limit, room: 2) || areCertain(of: steps, beyond: limit, room: 16)
  }

  /// - Parameter room: how many remainders there are for each total of the limit, at least.
  private static func areCertain(of steps: [Int], beyond limit: Int, room: Int) -> Bool {
    let range = steps.reduce(0) { $0 + abs($1) }
    guard limit > 0, range >= limit, steps.count >= limit.bitWidth - limit.leadingZeroBitCount else { return false }
    let wordBits = max(0, Int.bitWidth - (room * limit - 1).leadingZeroBitCount - 6)
    var marks = [UInt64](repeating: 0, count: 1 << wordBits)
    var turned = marks
    marks[0] = 1
    var added = 0
    for step in steps where step != 0 {
      turn(marks.span, by: step, into: &turned)
      swap(&marks, &turned)
      added += 1
      // Fewer deals cannot have more totals than the limit.
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

  /// Handles the words in `range`, to which the words from `start` on are shifted. There is no wrap-around inside, so the compiler can
  /// vectorize it.
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
    // Shift right in two steps, because a single shift by 64 would not shift at all.
    here &<< bits | (behind &>> 1) &>> (63 &- bits)
  }

  private static func count(_ marks: Span<UInt64>) -> Int {
    var count = 0
    for index in marks.indices { count &+= marks[index].nonzeroBitCount }
    return count
  }
}
