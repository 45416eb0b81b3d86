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
      let before = max(0, start - Self.windowSize)
      let text = contents.bytes(in: before..<min(contents.count, start + Self.blockSize))
      return try Self.deflated(
        text, from: start - before, effort, index == 0 ? leadingBits : LeadingBits(),
        isLast: isLast && index == blocks - 1, mayBeRows: size >= Self.rowsSize)
    }
  }

  /// From this size on, the run goes to the deflater for rows first. Less takes zlib little time, and a few percent less room.
  private static let rowsSize = 4 * blockSize
  /// What that one cannot make smaller than this share of the block are no rows; zlib may do better.
  private static let rowsShare = 5

  private static func deflated(
    _ text: [UInt8], from start: Int, _ effort: DeflateEffort, _ leadingBits: LeadingBits, isLast: Bool, mayBeRows: Bool
  ) throws(ZipError) -> [UInt8] {
    let size = text.count - start
    var rows: [UInt8]?
    if effort == .usual, mayBeRows {
      let deflated = RowDeflater.deflated(text, from: start, leadingBits: leadingBits, isLast: isLast)
      if deflated.count <= size / rowsShare { return deflated }
      rows = deflated
    }
    var deflater = try Deflater(effort, dictionary: Array(text[..<start]), leadingBits: leadingBits)
    var output: [UInt8] = []
    output.reserveCapacity(size / 6)
    try deflater.append(Array(text[start...]), ending: isLast ? .finished : .flushed, to: &output)
    if let rows, rows.count <= output.count { return rows }
    return output
  }
}
