// SPDX-License-Identifier: Apache-2.0

/// Operations on eight bytes at a time, loaded as one integer with the first byte lowest. Modules add their own.
public enum Words {
  /// The eight bytes at `at`, or nil if there are fewer.
  ///
  /// For a span that begins at `at`, the compiler can see that all eight bytes exist: one check and one load are enough.
  ///
  /// Public, although the module is no product: Swift 6.3 inlines nothing into another module that is only `package`, and the call
  /// made reading cells a fifth slower.
  @inlinable @inline(__always)
  public static func load(_ bytes: Span<UInt8>, _ at: Int) -> UInt64? {
    guard at >= 0, at < bytes.count else { return nil }
    let rest = bytes.extracting(droppingFirst: at)
    guard rest.count >= 8 else { return nil }
    return UInt64(rest[0]) | UInt64(rest[1]) << 8 | UInt64(rest[2]) << 16 | UInt64(rest[3]) << 24 | UInt64(rest[4])
      << 32 | UInt64(rest[5]) << 40 | UInt64(rest[6]) << 48 | UInt64(rest[7]) << 56
  }
}
