// SPDX-License-Identifier: Apache-2.0

internal import Base

/// Deflates what worksheets consist of: rows that repeat the row before but for some numbers, and formulas that repeat themselves.
///
/// A general deflater compares each position with a dozen earlier ones. Here the text mostly goes on, after a difference of a single
/// byte, at a distance at which it was repeated before; only where it does not, the last few places with the same six bytes are looked
/// at. That takes less than half the time, for as many bytes.
enum RowDeflater {
  /// The maximum distance of a repetition (RFC 1951, 2).
  private static let windowSize = 1 << 15
  private static let hashBits = 15
  /// The shortest repetition that is used.
  private static let shortest = 4
  /// The score from which on nothing better is looked for.
  private static let enough = 24
  /// How many earlier places are looked at.
  private static let depth = 4

  /// Where the six bytes at each place stood before, for as far back as a repetition can reach.
  private struct Places {
    /// By hash, the last place.
    private var last = [Int32](repeating: -1, count: 1 << hashBits)
    /// By place, the one before it with the same hash.
    private var olders = [Int32](repeating: -1, count: windowSize)

    /// Notes a place, and returns the last one before it.
    @inline(__always)
    mutating func note(_ word: UInt64, _ at: Int) -> Int {
      let slot = Int(truncatingIfNeeded: ((word &<< 16) &* 0x9E37_79B1_85EB_CA87) &>> UInt64(64 &- hashBits))
      let found = last[slot]
      olders[at & (windowSize &- 1)] = found
      last[slot] = Int32(truncatingIfNeeded: at)
      return Int(found)
    }

    /// The place before one that is not too far back; -1 for none.
    @inline(__always)
    func before(_ place: Int) -> Int {
      let older = Int(olders[place & (windowSize &- 1)])
      return older < place ? older : -1
    }
  }

  /// The same bytes always give the same stream.
  ///
  /// - Parameters:
  ///   - text: what to deflate, after up to 32 KiB that precede it.
  ///   - start: where it begins.
  ///   - leadingBits: the bits before it.
  ///   - isLast: whether the stream ends with it; otherwise it ends at a byte boundary.
  static func deflated(_ text: [UInt8], from start: Int, leadingBits: LeadingBits, isLast: Bool) -> [UInt8] {
    var sink = BitSink(after: leadingBits, expecting: (text.count - start) / 6)
    var block = DeflateBlock()
    find(text.span, from: start, &block, &sink)
    if !block.isEmpty || isLast { block.write(to: &sink, isLast: isLast) }
    if !isLast {
      // An empty stored block ends at a byte boundary (3.2.4).
      sink.reserve(16)
      sink.append(0, 3)
      sink.align()
      sink.append(0xFFFF_0000, 32)
    }
    sink.align()
    return sink.finish()
  }

  /// What can stand for the next bytes: a repetition, perhaps after one other byte.
  private struct Candidate {
    var length = 0
    var distance = 0
    /// The number of other bytes before it, 0 or 1.
    var lead = 0
    /// How many bits it saves, roughly: two for each byte, without those for the distance and for the other byte.
    var score = Int.min

    @inline(__always)
    init() {}

    @inline(__always)
    init(length: Int, distance: Int, lead: Int, isNew: Bool = false) {
      (self.length, self.distance, self.lead) = (length, distance, lead)
      let width = Int.bitWidth &- distance.leadingZeroBitCount
      score = 2 &* (length &+ lead) &- width &- lead &* 7 &- (isNew ? 3 : 1)
    }
  }

  /// Cuts the text into bytes and repetitions.
  private static func find(_ text: Span<UInt8>, from start: Int, _ block: inout DeflateBlock, _ sink: inout BitSink) {
    var places = Places()
    var at = start
    note(text, max(0, start - windowSize)..<start, in: &places)
    // The last distances, the most recent one first.
    var (first, second, third) = (0, 0, 0)
    while let word = Words.load(text, at) {
      if block.isNearlyFull { block.write(to: &sink, isLast: false) }
      var place = places.note(word, at)
      var best = Candidate()
      if first > 0 { best = candidate(text, at, word, first) }
      if best.score < enough {
        if second > 0 {
          let next = candidate(text, at, word, second)
          if next.score > best.score { best = next }
        }
        if third > 0 {
          let next = candidate(text, at, word, third)
          if next.score > best.score { best = next }
        }
        var tries = depth
        while tries > 0, best.score < enough, place >= 0, at &- place <= windowSize {
          let next = candidate(text, at, word, at &- place, isNew: true)
          if next.score > best.score { best = next }
          place = places.before(place)
          tries &-= 1
        }
      }
      guard best.length >= shortest else {
        block.literal(UInt8(truncatingIfNeeded: word))
        at &+= 1
        continue
      }
      if best.lead == 1 { block.literal(UInt8(truncatingIfNeeded: word)) }
      block.match(best.length, best.distance)
      let end = at &+ best.lead &+ best.length
      note(text, at &+ 1..<end, in: &places)
      at = end
      if best.distance != first {
        if best.distance != second { third = second }
        (second, first) = (first, best.distance)
      }
    }
    while at < text.count {
      if block.isNearlyFull { block.write(to: &sink, isLast: false) }
      block.literal(text[at])
      at &+= 1
    }
  }

  /// The repetition of what stands `distance` bytes before `at`, if it is long enough.
  @inline(__always)
  private static func candidate(
    _ text: Span<UInt8>, _ at: Int, _ word: UInt64, _ distance: Int, isNew: Bool = false
  ) -> Candidate {
    guard let before = Words.load(text, at &- distance) else { return Candidate() }
    let difference = before ^ word
    if UInt32(truncatingIfNeeded: difference) == 0 {
      let length = difference == 0 ? same(text, at, distance, from: 8) : difference.trailingZeroBitCount &>> 3
      return Candidate(length: length, distance: distance, lead: 0, isNew: isNew)
    }
    let rest = difference &>> 8
    if UInt32(truncatingIfNeeded: rest) == 0 {
      let length = rest == 0 ? same(text, at &+ 1, distance, from: 7) : rest.trailingZeroBitCount &>> 3
      return Candidate(length: length, distance: distance, lead: 1, isNew: isNew)
    }
    return Candidate()
  }

  /// How many bytes from `at` on are as those `distance` bytes before them, at most 258; the first `known` ones are.
  @inline(__always)
  private static func same(_ text: Span<UInt8>, _ at: Int, _ distance: Int, from known: Int) -> Int {
    let most = min(DeflateSymbols.longestMatch, text.count &- at)
    var length = known
    while length < most, let a = Words.load(text, at &+ length),
      let b = Words.load(text, at &+ length &- distance)
    {
      let difference = a ^ b
      if difference != 0 { return min(most, length &+ difference.trailingZeroBitCount &>> 3) }
      length &+= 8
    }
    while length < most, text[at &+ length] == text[at &+ length &- distance] { length &+= 1 }
    return min(most, length)
  }

  /// Notes the places of a range.
  @inline(__always)
  private static func note(_ text: Span<UInt8>, _ range: Range<Int>, in places: inout Places) {
    var at = range.lowerBound
    while at < range.upperBound, let word = Words.load(text, at) {
      _ = places.note(word, at)
      at &+= 1
    }
  }
}
