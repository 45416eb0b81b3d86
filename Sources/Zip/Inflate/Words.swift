// SPDX-License-Identifier: Apache-2.0

/// Operations on eight bytes at a time, loaded as one integer with the first byte lowest.
enum Words {
  /// The eight bytes at `at`, or nil if there are fewer.
  ///
  /// For a span that begins at `at`, the compiler can see that all eight bytes exist: one check and one load are enough.
  @inline(always)
  static func load(_ bytes: Span<UInt8>, _ at: Int) -> UInt64? {
    guard at >= 0, at < bytes.count else { return nil }
    let rest = bytes.extracting(droppingFirst: at)
    guard rest.count >= 8 else { return nil }
    return UInt64(rest[0]) | UInt64(rest[1]) << 8 | UInt64(rest[2]) << 16 | UInt64(rest[3]) << 24 | UInt64(rest[4])
      << 32 | UInt64(rest[5]) << 40 | UInt64(rest[6]) << 48 | UInt64(rest[7]) << 56
  }

  /// Stores eight bytes at `at`. They must exist, which is checked.
  @inline(always)
  static func store(_ word: UInt64, in bytes: inout MutableSpan<UInt8>, _ at: Int) {
    // `mutableBytes` is unsafe in general because not every bit pattern is valid for every type; for UInt8 every one is.
    var target = unsafe bytes.mutableBytes
    target.storeBytes(of: word.littleEndian, toByteOffset: at, as: UInt64.self)
  }
}
