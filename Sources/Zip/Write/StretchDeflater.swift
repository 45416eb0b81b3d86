/// A stretch of the contents of an entry, deflated to a whole byte, that refers to nothing before it: stretches one after the
/// other are one deflate stream.
package struct DeflatedStretch: Sendable {
  /// The deflated bytes, one chunk after the other.
  let chunks: [[UInt8]]
  /// Of what was deflated, and how much that was.
  let crc32: UInt32
  let count: Int

  /// What ends a stream of stretches: a last block with nothing in it (RFC 1951, 3.2.6).
  static let end: [UInt8] = [0b0000_0011, 0b0000_0000]

  /// Whether a reader with the usual limits would take an entry like this for one that is made to burst.
  package var isTooDense: Bool { Payload.isTooDense(chunks.reduce(0) { $0 + $1.count }, count) }
}

/// Deflates contents that come piece after piece, some megabytes at a time on all cores: neither they nor what was made of them
/// is held whole but for the deflated bytes.
///
/// The result depends on nothing but the contents: how they are cut into pieces does not show.
package struct StretchDeflater {
  /// What is not deflated yet, behind what it may refer to.
  private var held: [UInt8] = []
  /// How much of ``held`` is deflated already.
  private var context = 0
  private var chunks: [[UInt8]] = []
  private var crc32: UInt32 = 0
  private var count = 0

  /// Whole blocks, so that where blocks are cut does not depend on it.
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
