// SPDX-License-Identifier: Apache-2.0

internal import Base

// Here and not in Base, as only the scanner asks for them, which must have them inlined.
extension Words {
  /// The first four of the eight bytes at `at`; 0, which matches no markup, if there are fewer than eight.
  @inline(always)
  static func four(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    guard at >= 0, at < bytes.count else { return 0 }
    let rest = bytes.extracting(droppingFirst: at)
    guard rest.count >= 8 else { return 0 }
    return UInt32(rest[0]) | UInt32(rest[1]) << 8 | UInt32(rest[2]) << 16 | UInt32(rest[3]) << 24
  }

  /// Byte number `place` of the eight bytes at `at`, or 0 if there are fewer than eight. After a `load` at the same offset, the
  /// compiler can drop the check.
  @inline(always)
  static func byte(_ bytes: Span<UInt8>, _ at: Int, _ place: Int) -> UInt8 {
    guard at >= 0, at < bytes.count else { return 0 }
    let rest = bytes.extracting(droppingFirst: at)
    return rest.count >= 8 && place < 8 ? rest[place] : 0
  }

  /// Four ASCII characters as an integer; the compiler turns the call into a constant.
  @inline(always)
  static func of(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar, _ fourth: Unicode.Scalar
  ) -> UInt32 {
    first.value | second.value << 8 | third.value << 16 | fourth.value << 24
  }

  /// Eight ASCII characters as an integer.
  @inline(always)
  static func of(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar, _ fourth: Unicode.Scalar,
    _ fifth: Unicode.Scalar, _ sixth: Unicode.Scalar, _ seventh: Unicode.Scalar, _ eighth: Unicode.Scalar
  ) -> UInt64 {
    UInt64(of(first, second, third, fourth)) | UInt64(of(fifth, sixth, seventh, eighth)) << 32
  }

  /// Sets the top bit of the lowest byte that equals `byte`, and of no byte below it. Bits above it may be wrong.
  @inline(always)
  static func marks(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ UInt64(byte) &* ones
    return (difference &- ones) & ~difference & tops
  }

  /// Whether none of the eight bytes needs a closer look in a text: `&`, `<`, `_`, control characters, and 0xEF, with which two
  /// characters begin that XML forbids.
  @inline(always)
  static func isEventless(_ word: UInt64) -> Bool {
    let controls = (word &- 0x20 &* ones) & ~word & tops
    return controls | marks(UInt8(ascii: "&"), in: word) | marks(UInt8(ascii: "<"), in: word)
      | marks(UInt8(ascii: "_"), in: word) | marks(0xEF, in: word) == 0
  }

  /// Sets the top bit of each byte that is not a digit. The bytes of `word` must have been XORed with `zeros`.
  @inline(always)
  static func nonDigits(_ word: UInt64) -> UInt64 { ((word & ~tops) &+ 0x76 &* ones | word) & tops }

  /// The number of bytes before the lowest mark; eight if there is none.
  @inline(always)
  static func count(before marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

  /// The number that eight digits with values 0 … 9 represent, the first digit lowest.
  @inline(always)
  static func number(_ digits: UInt64) -> UInt64 {
    // Combine neighbours step by step: into pairs of digits, then into fours, then into all eight.
    let pairs = digits &* 10 &+ digits >> 8
    let even = (pairs & 0x0000_00FF_0000_00FF) &* (100 | 1_000_000 << 32)
    let odd = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* (1 | 10_000 << 32)
    return (even &+ odd) >> 32
  }

  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080
  /// The character `0` eight times.
  static let zeros: UInt64 = 0x3030_3030_3030_3030
}
