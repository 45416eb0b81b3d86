// SPDX-License-Identifier: Apache-2.0

/// Reads the bits of a deflate stream, starting with the lowest bit of each byte (RFC 1951, 3.1.1).
struct BitSource: Sendable {
  /// The bits to be read next, the next one lowest. Bits above ``count`` are 0.
  var bits: UInt64 = 0
  var count = 0
  /// The offset of the first byte that has not been loaded into ``bits``.
  var position: Int
  let end: Int

  init(_ data: Range<Int>) {
    position = data.lowerBound
    end = data.upperBound
  }

  /// The position of the next bit, counted from the start of the bytes.
  var place: Int { position * 8 - count }

  /// Loads as many whole bytes as fit.
  mutating func fill(from bytes: Span<UInt8>) {
    while count <= 56, position < end {
      bits |= UInt64(bytes[position]) << UInt64(count)
      position += 1
      count += 8
    }
  }

  /// Reads `wanted` bits, at most 32; nil if fewer are left.
  mutating func take(_ wanted: Int, from bytes: Span<UInt8>) -> Int? {
    if count < wanted { fill(from: bytes) }
    guard count >= wanted else { return nil }
    let value = Int(bits & (1 << UInt64(wanted) - 1))
    drop(wanted)
    return value
  }

  mutating func drop(_ passed: Int) {
    bits >>= UInt64(passed)
    count -= passed
  }

  /// Skips the bits up to the next byte boundary and returns whole bytes to the source.
  mutating func align() {
    drop(count % 8)
    position -= count / 8
    bits = 0
    count = 0
  }
}
