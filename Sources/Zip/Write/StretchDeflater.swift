// SPDX-License-Identifier: Apache-2.0

/// A section of the contents of an entry, deflated up to a byte boundary without references to anything before it. Concatenated,
/// such sections form one deflate stream.
package struct DeflatedStretch: Sendable {
  /// The deflated bytes, in chunks.
  let chunks: [[UInt8]]
  /// The CRC-32 and the number of the uncompressed bytes.
  let crc32: UInt32
  let count: Int

  /// The end of a stream of sections: an empty last block (RFC 1951, 3.2.6).
  static let end: [UInt8] = [0b0000_0011, 0b0000_0000]

  /// Whether a reader with default limits would reject an entry like this as a ZIP bomb.
  package var isTooDense: Bool { Payload.isTooDense(chunks.reduce(0) { $0 + $1.count }, count) }
}

/// Deflates contents that arrive in pieces, some megabytes at a time on all cores. Only the deflated bytes are in memory as a
/// whole.
///
/// The result depends only on the contents, not on how they are cut into pieces.
package struct StretchDeflater {
  /// The bytes to deflate next, after the bytes that they may refer to.
  private var held: [UInt8] = []
  /// The number of bytes in ``held`` that have already been deflated.
  private var context = 0
  private var chunks: [[UInt8]] = []
  private var crc32: UInt32 = 0
  private var count = 0

  /// A multiple of the block size, so that the cuts between blocks do not depend on it.
  private static let batch = 4 * DeflateRun.blockSize

  private let effort: DeflateEffort

  package init(_ effort: DeflateEffort = .usual) { self.effort = effort }

  package mutating func append(_ piece: ArraySlice<UInt8>) throws(ZipError) {
    held += piece
    while held.count - context >= Self.batch { try deflate(Self.batch) }
  }

  package consuming func finish() throws(ZipError) -> DeflatedStretch {
    if held.count > context { try deflate(held.count - context) }
    return DeflatedStretch(chunks: chunks, crc32: crc32, count: count)
  }

  private mutating func deflate(_ size: Int) throws(ZipError) {
    let end = context + size
    crc32 = Zlib.crc32(held.span.extracting(context..<end), after: crc32)
    chunks += try DeflateRun([held[context..<end]], after: held[..<context], isLast: false).deflated(effort)
    count += size
    let kept = min(end, DeflateRun.windowSize)
    held.removeSubrange(..<(end - kept))
    context = kept
  }
}
