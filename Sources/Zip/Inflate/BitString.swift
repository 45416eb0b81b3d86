// SPDX-License-Identifier: Apache-2.0

/// A sequence of bits packed as in a deflate stream, starting with the lowest bit of each byte.
struct BitString: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  init() {}

  /// Creates a sequence of the lowest `count` bits of `value`.
  init(_ value: Int, count: Int) {
    append(value, count)
  }

  mutating func reserve(_ bits: Int) { bytes.reserveCapacity((count + bits + 7) / 8) }

  /// Appends the lowest `width` bits of `value`.
  mutating func append(_ value: Int, _ width: Int) {
    var (value, width) = (value, width)
    while width > 0 {
      let used = count % 8
      if used == 0 { bytes.append(0) }
      let step = min(width, 8 - used)
      bytes[bytes.count - 1] |= UInt8(truncatingIfNeeded: (value & (1 << step - 1)) << used)
      value >>= step
      width -= step
      count += step
    }
  }

  mutating func append(_ other: BitString) { append(0..<other.count, of: other.bytes[...]) }

  /// Appends the given bits of `source`, counted from its start. If they have the same alignment here and there, whole bytes are
  /// copied.
  mutating func append(_ bits: Range<Int>, of source: ArraySlice<UInt8>) {
    var at = bits.lowerBound
    let isInStep = at % 8 == count % 8
    while at < bits.upperBound, !isInStep || at % 8 > 0 {
      let width = min(8 - at % 8, bits.upperBound - at)
      append(Int(source[source.startIndex + at / 8]) >> (at % 8), width)
      at += width
    }
    let whole = (bits.upperBound - at) / 8
    bytes += source[(source.startIndex + at / 8)...].prefix(whole)
    count += whole * 8
    at += whole * 8
    if at < bits.upperBound { append(Int(source[source.startIndex + at / 8]), bits.upperBound - at) }
  }

  /// Sets the bit at `place` to 0.
  mutating func clear(_ place: Int) { bytes[place / 8] &= ~(1 << UInt8(place % 8)) }

  /// Removes and returns the bits of the last byte if they do not fill it.
  mutating func removePartialByte() -> LeadingBits {
    guard count % 8 > 0, let last = bytes.popLast() else { return LeadingBits() }
    let rest = LeadingBits(count: count % 8, value: last)
    count -= rest.count
    return rest
  }
}
