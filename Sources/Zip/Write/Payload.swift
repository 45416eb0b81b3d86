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
    self.crc32 = crc32
    uncompressedSize = pieces.reduce(0) { $0 + $1.count }
    var deflated = try Self.deflated(pieces, count: uncompressedSize, effort: .usual)
    // What we write we must be able to read again: never denser than a reader with the usual limits accepts.
    for effort in [Deflater.Effort.little, .noMatches]
    where uncompressedSize > ZipLimits.default.ceiling(compressed: deflated.count).bytes {
      deflated = try Self.deflated(pieces, count: uncompressedSize, effort: effort)
    }
    if deflated.count < uncompressedSize {
      (bytes, method) = (deflated, 8)
    } else {
      (bytes, method) = (Array(pieces.joined()), 0)
    }
  }

  private static let blockSize = 1 << 18

  private static func deflated(
    _ pieces: [ArraySlice<UInt8>], count: Int, effort: Deflater.Effort
  ) throws(ZipError) -> [UInt8] {
    var deflater = try Deflater(effort)
    var deflated: [UInt8] = []
    deflated.reserveCapacity(count / 8)
    // zlib gets blocks of one size, because what it writes may depend on how its input was cut; and a million small
    // pieces would cost a call each.
    var block: [UInt8] = []
    block.reserveCapacity(blockSize)
    for piece in pieces {
      var rest = piece
      while !rest.isEmpty {
        let part = rest.prefix(blockSize - block.count)
        block += part
        rest = rest.dropFirst(part.count)
        if block.count == blockSize {
          try deflater.append(block[...], finishing: false, to: &deflated)
          block.removeAll(keepingCapacity: true)
        }
      }
    }
    try deflater.append(block[...], finishing: true, to: &deflated)
    return deflated
  }

  static func crc32(of pieces: [ArraySlice<UInt8>]) -> UInt32 {
    pieces.reduce(0) { Zlib.crc32($1.span, after: $0) }
  }
}
