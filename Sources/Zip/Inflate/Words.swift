/// Eight bytes at once, the first one lowest.
enum Words {
  /// The eight bytes from `at` on, or nil when there are fewer.
  ///
  /// Of a span that begins there the compiler sees that all eight exist: one check, and they are read at once.
  @inline(always)
  static func load(_ bytes: Span<UInt8>, _ at: Int) -> UInt64? {
    guard at >= 0, at < bytes.count else { return nil }
    let rest = bytes.extracting(droppingFirst: at)
    guard rest.count >= 8 else { return nil }
    return UInt64(rest[0]) | UInt64(rest[1]) << 8 | UInt64(rest[2]) << 16 | UInt64(rest[3]) << 24 | UInt64(rest[4])
      << 32 | UInt64(rest[5]) << 40 | UInt64(rest[6]) << 48 | UInt64(rest[7]) << 56
  }

  /// Writes eight bytes from `at` on, which must be there: that is checked.
  @inline(always)
  static func store(_ word: UInt64, in bytes: inout MutableSpan<UInt8>, _ at: Int) {
    // Marked because not any bits are a value of any type; they are one of UInt8.
    var target = unsafe bytes.mutableBytes
    target.storeBytes(of: word.littleEndian, toByteOffset: at, as: UInt64.self)
  }
}
