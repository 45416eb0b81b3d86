/// Eight bytes at once, as one number, the first byte lowest: what most of a worksheet can be read by.
package enum Words {
  /// The eight bytes from `at` on, or nil when there are fewer.
  ///
  /// Of a span that begins there the compiler sees that all eight exist: one check, and they are read at once.
  @inlinable @inline(always)
  package static func load(_ bytes: Span<UInt8>, _ at: Int) -> UInt64? {
    guard at >= 0, at < bytes.count else { return nil }
    let rest = bytes.extracting(droppingFirst: at)
    guard rest.count >= 8 else { return nil }
    return UInt64(rest[0]) | UInt64(rest[1]) << 8 | UInt64(rest[2]) << 16 | UInt64(rest[3]) << 24 | UInt64(rest[4])
      << 32
      | UInt64(rest[5]) << 40 | UInt64(rest[6]) << 48 | UInt64(rest[7]) << 56
  }

  /// The four bytes from `at` on, or 0, which no markup is, when there are not eight.
  @inline(always)
  static func four(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    guard at >= 0, at < bytes.count else { return 0 }
    let rest = bytes.extracting(droppingFirst: at)
    guard rest.count >= 8 else { return 0 }
    return UInt32(rest[0]) | UInt32(rest[1]) << 8 | UInt32(rest[2]) << 16 | UInt32(rest[3]) << 24
  }

  /// One of the eight bytes from `at` on, or 0 when there are fewer. Whoever has loaded them need not check again.
  @inline(always)
  static func byte(_ bytes: Span<UInt8>, _ at: Int, _ place: Int) -> UInt8 {
    guard at >= 0, at < bytes.count else { return 0 }
    let rest = bytes.extracting(droppingFirst: at)
    return rest.count >= 8 && place < 8 ? rest[place] : 0
  }

  /// Four characters of ASCII; the compiler makes a constant of them.
  @inline(always)
  static func of(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar, _ fourth: Unicode.Scalar
  ) -> UInt32 {
    first.value | second.value << 8 | third.value << 16 | fourth.value << 24
  }

  /// Eight of them.
  @inline(always)
  static func of(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar, _ fourth: Unicode.Scalar,
    _ fifth: Unicode.Scalar, _ sixth: Unicode.Scalar, _ seventh: Unicode.Scalar, _ eighth: Unicode.Scalar
  ) -> UInt64 {
    UInt64(of(first, second, third, fourth)) | UInt64(of(fifth, sixth, seventh, eighth)) << 32
  }

  /// The top bit of the lowest byte that is `byte`, and of none below it: what stands above it may be wrong.
  @inline(always)
  static func marks(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ UInt64(byte) &* ones
    return (difference &- ones) & ~difference & tops
  }

  /// Whether no byte of a text is one of those at which a text may not be what stands there: `&`, `<`, `_`, a control
  /// character, or 0xEF, with which two characters begin that XML forbids.
  @inline(always)
  static func isEventless(_ word: UInt64) -> Bool {
    let controls = (word &- 0x20 &* ones) & ~word & tops
    return controls | marks(UInt8(ascii: "&"), in: word) | marks(UInt8(ascii: "<"), in: word)
      | marks(UInt8(ascii: "_"), in: word) | marks(0xEF, in: word) == 0
  }

  /// The top bit of each byte that is no digit of `word`, whose bytes were xored with `zeros`.
  @inline(always)
  static func nonDigits(_ word: UInt64) -> UInt64 { ((word & ~tops) &+ 0x76 &* ones | word) & tops }

  /// How many bytes come before the lowest mark; eight when there is none.
  @inline(always)
  static func count(before marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

  /// The number of eight digits, of values 0 … 9, the first lowest.
  @inline(always)
  static func number(_ digits: UInt64) -> UInt64 {
    // Two by two: tens and ones, then hundreds, then ten thousands.
    let pairs = digits &* 10 &+ digits >> 8
    let even = (pairs & 0x0000_00FF_0000_00FF) &* (100 | 1_000_000 << 32)
    let odd = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* (1 | 10_000 << 32)
    return (even &+ odd) >> 32
  }

  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080
  /// Eight times the character 0.
  static let zeros: UInt64 = 0x3030_3030_3030_3030
}
