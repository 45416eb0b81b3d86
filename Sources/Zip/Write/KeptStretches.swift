/// What of a deflate stream can stay, bit for bit, when the contents change in few places, and what between must be deflated anew.
///
/// A symbol may refer to the 32 KiB before it. So those up to the one with the first change can stay, and so can those 32 KiB
/// behind a change, until the next one. A block that is divided ends with its own code for that, and goes on with its own header
/// once more. The cost of an edit is then that of what it changes, not that of the part.
struct KeptStretches {
  enum Segment {
    /// From a whole byte on.
    case kept(BitString)
    /// What comes of these bytes of the present contents.
    case renewed(Range<Int>)
  }

  private(set) var segments: [Segment] = []

  /// Nil when `data` is no deflate stream of that many bytes: then there is nothing that could stay.
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
        // Nothing lies between: one stretch.
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

  /// How many bits must stand before a stretch that begins at `place`, so that its bits stand in their bytes as they did.
  private static func leadingBits(before place: SymbolCursor.Place) -> Int {
    (place.bit + 8 - (place.block?.header.count ?? 0) % 8) % 8
  }

  /// The bits between two places as blocks of their own.
  private static func bits(
    from start: SymbolCursor.Place, to end: SymbolCursor.Place, of stream: ArraySlice<UInt8>
  ) -> BitString {
    var bits = BitString()
    bits.reserve(end.bit - start.bit + 4096)
    // An even number of bits can be reached by empty blocks of ten: 0, 01 and seven zeros (RFC 1951, 3.2.6).
    for _ in 0..<leadingBits(before: start) / 2 { bits.append(0b0_000_000_010, 10) }
    let repeated = bits.count
    if let block = start.block { bits.append(block.header, of: stream) }
    let copied = bits.count
    bits.append(start.bit..<end.bit, of: stream)
    if let block = end.block {
      if block.isLast {
        // It is no longer the last one.
        let own = block.header.lowerBound - start.bit
        bits.clear(own >= 0 ? copied + own : repeated)
      }
      bits.append(block.endOfBlock)
    }
    return bits
  }
}
