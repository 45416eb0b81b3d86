/// The bits of a deflate stream, the lowest of a byte first (RFC 1951, 3.1.1).
struct BitSource: Sendable {
  /// What is read next, the next bit lowest. Above ``count`` bits nothing is set.
  var bits: UInt64 = 0
  var count = 0
  /// Where the first byte stands of which no bit is in ``bits``.
  var position: Int
  let end: Int

  init(_ data: Range<Int>) {
    position = data.lowerBound
    end = data.upperBound
  }

  /// Where the next bit stands, counted from the beginning of the bytes.
  var place: Int { position * 8 - count }

  /// Takes in as many whole bytes as there is room for.
  mutating func fill(from bytes: Span<UInt8>) {
    while count <= 56, position < end {
      bits |= UInt64(bytes[position]) << UInt64(count)
      position += 1
      count += 8
    }
  }

  /// The next `wanted` bits, at most 32; nil when so many do not come any more.
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

  /// Passes the bits up to the next whole byte, and gives back the bytes behind them.
  mutating func align() {
    drop(count % 8)
    position -= count / 8
    bits = 0
    count = 0
  }
}
