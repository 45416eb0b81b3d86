// SPDX-License-Identifier: Apache-2.0

/// The contents of an entry as they are stored in an archive.
package struct Payload: Sendable {
  /// The stored bytes, in chunks.
  var chunks: [[UInt8]]
  /// The total size of the chunks.
  let size: Int
  /// The compression method: 0 is stored, 8 is deflate.
  let method: Int
  let crc32: UInt32
  let uncompressedSize: Int

  /// Creates a payload from bytes that are already compressed.
  package init(_ chunks: [[UInt8]], method: Int, crc32: UInt32, uncompressedSize: Int) {
    self.chunks = chunks
    size = chunks.reduce(0) { $0 + $1.count }
    self.method = method
    self.crc32 = crc32
    self.uncompressedSize = uncompressedSize
  }

  /// Deflates `pieces` in sequence, without joining them first. Stores them if deflating does not make them smaller.
  ///
  /// The result depends only on the bytes and the version of zlib, not on how they are cut into pieces.
  init(_ pieces: [ArraySlice<UInt8>]) throws(ZipError) {
    self = try Self(pieces, crc32: Self.crc32(of: pieces))
  }

  /// Does the same if the CRC-32 is already known.
  init(_ pieces: [ArraySlice<UInt8>], crc32: UInt32) throws(ZipError) {
    let run = DeflateRun(pieces)
    let count = Self.count(of: pieces)
    var deflated = Self([], method: 8, crc32: crc32, uncompressedSize: count)
    for effort in DeflateEffort.allCases {
      deflated = Self(try run.deflated(effort), method: 8, crc32: crc32, uncompressedSize: count)
      if !deflated.isTooDense { break }
    }
    self =
      deflated.size < count
      ? deflated : Self([Array(pieces.joined())], method: 0, crc32: crc32, uncompressedSize: count)
  }

  /// Does the same, but reuses as much as possible of the deflate stream of `entry`, bit for bit.
  init(_ contents: SplicedContents, crc32: UInt32, replacing entry: ZipEntry, of archive: ZipArchive) throws(ZipError) {
    let pieces = contents.pieces
    if let deflated = try SplicedStream(contents, entry, in: archive)?.deflated() {
      let payload = Self(deflated, method: 8, crc32: crc32, uncompressedSize: Self.count(of: pieces))
      if payload.size < payload.uncompressedSize, !payload.isTooDense {
        self = payload
        return
      }
    }
    try self.init(pieces, crc32: crc32)
  }

  /// Creates a payload from contents that were deflated while they were produced.
  init(_ stretches: [DeflatedStretch]) {
    self.init(
      stretches.flatMap(\.chunks) + [DeflatedStretch.end], method: 8,
      crc32: stretches.reduce(0) { Zlib.crc32($0, followedBy: $1.crc32, of: $1.count) },
      uncompressedSize: stretches.reduce(0) { $0 + $1.count })
  }

  private var isTooDense: Bool { Self.isTooDense(size, uncompressedSize) }

  /// Whether a reader with default limits would reject the compression ratio: we must be able to read what we write.
  static func isTooDense(_ size: Int, _ uncompressedSize: Int) -> Bool {
    uncompressedSize > ZipLimits.default.ceiling(compressed: size).bytes
  }

  static func count(of pieces: [ArraySlice<UInt8>]) -> Int { pieces.reduce(0) { $0 + $1.count } }

  static func crc32(of pieces: [ArraySlice<UInt8>]) -> UInt32 {
    pieces.reduce(0) { Zlib.crc32($1.span, after: $0) }
  }
}
