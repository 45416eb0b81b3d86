// SPDX-License-Identifier: Apache-2.0

/// Determines which parts of a deflate stream can be reused bit for bit when the contents change in a few places, and which
/// ranges must be deflated again.
///
/// A symbol may refer to the 32 KiB before it. So symbols can be reused up to the one that contains a change, and again from 32
/// KiB after the change up to the next one. Where a block is split, the first part ends with the block's own end-of-block code,
/// and the second part begins with a copy of its header. The cost of an edit then depends on how much it changes, not on the size
/// of the part.
struct ReusableRanges {
  enum Segment {
    /// Reused bits, which begin at a byte boundary.
    case kept(BitString)
    /// A range of the old contents whose new version must be deflated.
    case renewed(Range<Int>)
  }

  private(set) var segments: [Segment] = []

  /// Nil if `data` is not a deflate stream, or too short for the splices; nothing can be reused then.
  init?(_ splices: [SplicedContents.Splice], contentsCount: Int, data: Range<Int>, in bytes: [UInt8]) {
    let stream = bytes[data]
    var cursor = SymbolCursor(bytes, data)
    var kept = cursor.here
    var position = 0
    while position < splices.count {
      guard cursor.advance(to: splices[position].range.lowerBound) else { return nil }
      var start = cursor.here.byte
      if start > kept.byte {
        segments.append(.kept(Self.bits(from: kept, to: cursor.here, of: stream)))
      } else if case .renewed(let range)? = segments.last {
        // Nothing can be reused in between, so the two ranges become one.
        segments.removeLast()
        start = range.lowerBound
      }
      var end = splices[position].range.upperBound
      position += 1
      while true {
        while position < splices.count, splices[position].range.lowerBound <= max(end, cursor.here.byte) {
          end = splices[position].range.upperBound
          position += 1
        }
        let clear = end + DeflateRun.windowSize
        if cursor.here.byte >= clear, Self.leadingBits(before: cursor.here) % 2 == 0 { break }
        guard clear < contentsCount else {
          segments.append(.renewed(start..<contentsCount))
          return
        }
        guard cursor.advance(to: clear), cursor.next() else { return nil }
        if cursor.isAtEnd {
          segments.append(.renewed(start..<contentsCount))
          return
        }
      }
      kept = cursor.here
      segments.append(.renewed(start..<kept.byte))
    }
    segments.append(.kept(Self.bits(from: kept, to: SymbolCursor.Place(bit: data.count * 8), of: stream)))
  }

  /// The number of bits that must precede a section that begins at `place`, so that its bits keep their alignment and whole bytes
  /// can be copied.
  private static func leadingBits(before place: SymbolCursor.Place) -> Int {
    (place.bit + 8 - (place.block?.header.count ?? 0) % 8) % 8
  }

  /// The bits between two places, completed to whole blocks.
  private static func bits(
    from start: SymbolCursor.Place, to end: SymbolCursor.Place, of stream: ArraySlice<UInt8>
  ) -> BitString {
    var bits = BitString()
    bits.reserve(end.bit - start.bit + 4096)
    // Any even number of bits can be reached (modulo 8) with empty blocks of ten bits: 0, 01 and seven zeros (RFC 1951, 3.2.6).
    for _ in 0..<leadingBits(before: start) / 2 { bits.append(0b0_000_000_010, 10) }
    let repeated = bits.count
    if let block = start.block { bits.append(block.header, of: stream) }
    let copied = bits.count
    bits.append(start.bit..<end.bit, of: stream)
    if let block = end.block {
      if block.isLast {
        // This block is no longer the last one.
        let own = block.header.lowerBound - start.bit
        bits.clear(own >= 0 ? copied + own : repeated)
      }
      bits.append(block.endOfBlock)
    }
    return bits
  }
}
