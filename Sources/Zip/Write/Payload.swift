/// The contents of an entry as they will stand in an archive.
package struct Payload: Sendable {
  let bytes: [UInt8]
  /// 0 is stored, 8 is deflate.
  let method: Int
  let crc32: UInt32
  let uncompressedSize: Int

  /// What is compressed already.
  package init(bytes: [UInt8], method: Int, crc32: UInt32, uncompressedSize: Int) {
    self.bytes = bytes
    self.method = method
    self.crc32 = crc32
    self.uncompressedSize = uncompressedSize
  }

  /// Deflates `pieces`, one after the other, without joining them first; stores them where that is no longer.
  ///
  /// A pure function of the bytes and the version of zlib: how they are cut into pieces does not show.
  init(_ pieces: [ArraySlice<UInt8>]) throws(ZipError) {
    self = try Self(pieces, crc32: Self.crc32(of: pieces))
  }

  /// As above, when the CRC-32 is known already.
  init(_ pieces: [ArraySlice<UInt8>], crc32: UInt32) throws(ZipError) {
    let run = DeflateRun(pieces)
    var deflated = try run.deflated(.usual)
    let count = Self.count(of: pieces)
    for effort in [Deflater.Effort.little, .noMatches] where Self.isTooDense(deflated, count) {
      deflated = try run.deflated(effort)
    }
    if deflated.count < count {
      self.init(bytes: deflated, method: 8, crc32: crc32, uncompressedSize: count)
    } else {
      self.init(bytes: Array(pieces.joined()), method: 0, crc32: crc32, uncompressedSize: count)
    }
  }

  /// As above, with the deflated blocks of `entry` that can stay, bit for bit.
  init(_ contents: SplicedContents, crc32: UInt32, replacing entry: ZipEntry, of archive: ZipArchive) throws(ZipError) {
    let pieces = contents.pieces
    if let deflated = try SplicedStream(contents, entry, in: archive)?.deflated() {
      let count = Self.count(of: pieces)
      if deflated.count < count, !Self.isTooDense(deflated, count) {
        self.init(bytes: deflated, method: 8, crc32: crc32, uncompressedSize: count)
        return
      }
    }
    try self.init(pieces, crc32: crc32)
  }

  /// What we write we must be able to read again: never denser than a reader with the usual limits accepts.
  private static func isTooDense(_ deflated: [UInt8], _ count: Int) -> Bool {
    count > ZipLimits.default.ceiling(compressed: deflated.count).bytes
  }

  static func count(of pieces: [ArraySlice<UInt8>]) -> Int { pieces.reduce(0) { $0 + $1.count } }

  static func crc32(of pieces: [ArraySlice<UInt8>]) -> UInt32 {
    pieces.reduce(0) { Zlib.crc32($1.span, after: $0) }
  }
}
