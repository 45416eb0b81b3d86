/// Which blocks of a deflate stream can stay, bit for bit, when the contents change in few places, and what between them must be
/// deflated anew.
///
/// A block may refer to the 32 KiB before it. So those up to the one with the first change can stay, and so can those that begin
/// 32 KiB or more behind a change, until the next one. The cost of an edit is then that of what it changes, not that of the part.
struct KeptBlocks {
  enum Segment {
    /// Bits of the present stream.
    case kept(Range<Int>)
    /// What comes of these bytes of the present contents. `bit` is where in the present stream they begin.
    case renewed(Range<Int>, bit: Int)
  }

  private(set) var segments: [Segment] = []

  /// Nil when `data` is no deflate stream of that many bytes: then there is nothing that could stay.
  init?(_ splices: [SplicedContents.Splice], contentsCount: Int, data: Range<Int>, in bytes: [UInt8]) throws(ZipError) {
    var blocks = try BlockCursor(bytes, data)
    var kept = blocks.here
    var position = 0
    while position < splices.count {
      let change = splices[position].range
      guard blocks.advance(to: change.lowerBound) else { return nil }
      var start = blocks.here
      if start.byte > kept.byte {
        segments.append(.kept(kept.bit..<start.bit))
      } else if case .renewed(let range, let bit)? = segments.last {
        // Nothing lies between: one stretch.
        segments.removeLast()
        start = BlockCursor.Place(bit: bit, byte: range.lowerBound)
      }
      var end = change.upperBound
      position += 1
      while true {
        while position < splices.count, splices[position].range.lowerBound <= max(end, blocks.here.byte) {
          end = splices[position].range.upperBound
          position += 1
        }
        // An even bit can be reached from a whole byte by empty blocks of ten bits.
        if blocks.here.byte >= end + DeflateRun.windowSize, blocks.here.bit % 2 == 0 { break }
        guard blocks.next() else { return nil }
        if blocks.isAtEnd {
          // No block is left that could stay.
          segments.append(.renewed(start.byte..<contentsCount, bit: start.bit))
          return
        }
      }
      kept = blocks.here
      segments.append(.renewed(start.byte..<kept.byte, bit: start.bit))
    }
    segments.append(.kept(kept.bit..<(data.count * 8)))
  }
}
