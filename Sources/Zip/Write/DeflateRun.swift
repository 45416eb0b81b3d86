/// Contents to be deflated into one stretch of a raw deflate stream, cut into blocks that all cores work at.
///
/// Each block may refer to the 32 KiB before it, as if there was one deflater, and ends at a whole byte, so that the blocks make
/// one stream when joined. Where they are cut depends on nothing but the contents: the same contents give the same bytes.
struct DeflateRun: Sendable {
  /// What a deflate stream may refer back to (RFC 1951, 2).
  static let windowSize = 1 << 15

  private let contents: PieceTable
  /// How much of ``contents`` stands before the run and is only referred to.
  private let context: Int
  private let leadingBits: LeadingBits
  private let isLast: Bool

  /// - Parameters:
  ///   - pieces: the contents of the run.
  ///   - context: the contents before it, up to 32 KiB.
  ///   - leadingBits: the end of what stands before it in the stream, where that is no whole byte.
  ///   - isLast: whether the stream ends with the run.
  init(
    _ pieces: [ArraySlice<UInt8>], after context: ArraySlice<UInt8> = [], leadingBits: LeadingBits = LeadingBits(),
    isLast: Bool = true
  ) {
    contents = PieceTable([context] + pieces)
    self.context = context.count
    self.leadingBits = leadingBits
    self.isLast = isLast
  }

  /// Large enough that cutting costs less than a thousandth of the size.
  static let blockSize = 1 << 20

  /// The stretch, a chunk a block.
  func deflated(_ effort: DeflateEffort) throws(ZipError) -> [[UInt8]] {
    let size = contents.count - context
    let blocks = max(1, (size + Self.blockSize - 1) / Self.blockSize)
    return try concurrentMap(blocks) { (index: Int) throws(ZipError) -> [UInt8] in
      let start = context + index * Self.blockSize
      let dictionary = contents.bytes(in: max(0, start - Self.windowSize)..<start)
      let block = contents.bytes(in: start..<min(contents.count, start + Self.blockSize))
      var deflater = try Deflater(
        effort, dictionary: dictionary, leadingBits: index == 0 ? leadingBits : LeadingBits())
      var output: [UInt8] = []
      output.reserveCapacity(block.count / 6)
      let ending: Deflater.Ending = isLast && index == blocks - 1 ? .finished : .flushed
      try deflater.append(block, ending: ending, to: &output)
      return output
    }
  }
}

/// Up to seven bits of the byte in which a stretch of a deflate stream begins, which belong to what stands before it.
struct LeadingBits: Sendable {
  var count = 0
  /// In the low bits.
  var value: UInt8 = 0
}
