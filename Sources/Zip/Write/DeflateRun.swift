// SPDX-License-Identifier: Apache-2.0

import Base

/// Contents to deflate into one section of a raw deflate stream, cut into pieces that all cores work on.
///
/// Each piece may refer to the 32 KiB before it, as if there were a single deflater, and ends at a byte boundary, so that the
/// results can be concatenated. The cuts depend only on the contents, so the same contents always give the same bytes.
struct DeflateRun: Sendable {
  /// The maximum distance of a back-reference (RFC 1951, 2).
  static let windowSize = 1 << 15

  private let contents: PieceTable
  /// The number of bytes of ``contents`` that precede the run and are only referred to.
  private let context: Int
  private let leadingBits: LeadingBits
  private let isLast: Bool

  /// - Parameters:
  ///   - pieces: the contents of the run.
  ///   - context: the contents before it, up to 32 KiB.
  ///   - leadingBits: the bits at the end of the stream before the run, if it does not end at a byte boundary.
  ///   - isLast: whether the stream ends with this run.
  init(
    _ pieces: [ArraySlice<UInt8>], after context: ArraySlice<UInt8> = [], leadingBits: LeadingBits = LeadingBits(),
    isLast: Bool = true
  ) {
    contents = PieceTable([context] + pieces)
    self.context = context.count
    self.leadingBits = leadingBits
    self.isLast = isLast
  }

  /// Large enough that the cuts add less than a thousandth to the size.
  static let blockSize = 1 << 20

  /// The deflated section, one chunk for each piece.
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
