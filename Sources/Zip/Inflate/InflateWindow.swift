// SPDX-License-Identifier: Apache-2.0

/// The most recent output of a deflate stream, of which back-references can reach the last 32 KiB (RFC 1951, 2), and room for
/// more.
struct InflateWindow: Sendable {
  static let history = 1 << 15
  /// The maximum number of bytes held before the history is moved to the front.
  private static let most = history + (1 << 17)
  /// The number of bytes that one step may write past its limit: two literals, the longest back-reference, and the rest of a
  /// word.
  static let slack = 2 + 258 + 16

  private(set) var bytes: [UInt8]
  private(set) var count = 0
  /// How many of the bytes have been handed to the caller.
  private var taken = 0

  /// - Parameter expected: an estimate of the total number of bytes.
  init(expecting expected: Int) {
    // One byte more than expected, so that the end of the stream is found without growing the buffer.
    bytes = [UInt8](repeating: 0, count: min(max(expected, 0), Self.most - 1) + 1 + Self.slack)
  }

  /// Appends up to `limit` bytes that have not been taken yet to `output`.
  mutating func take(_ limit: Int, onto output: inout [UInt8]) {
    let end = min(count, taken + limit)
    output += bytes[taken..<end]
    taken = end
  }

  /// Discards all bytes that have not been taken, and returns how many there were.
  mutating func passAll() -> Int {
    defer { taken = count }
    return count - taken
  }

  /// Makes room and returns how much there is: at least one byte, at most `wanted`. All bytes must have been taken.
  mutating func room(_ wanted: Int) -> Int {
    if count + Self.slack >= bytes.count, bytes.count < Self.most + Self.slack {
      bytes += [UInt8](repeating: 0, count: min(bytes.count, Self.most + Self.slack - bytes.count))
    }
    // A step may have written past its limit, so that even the new room is used up.
    if count + Self.slack >= bytes.count {
      let kept = count - Self.history
      var span = bytes.mutableSpan
      for place in 0..<Self.history { span[place] = span[kept + place] }
      count = Self.history
      taken = count
    }
    return min(wanted, bytes.count - Self.slack - count)
  }

  /// Appends bytes, for which there must be room.
  mutating func append(_ source: ArraySlice<UInt8>) {
    bytes.replaceSubrange(count..<(count + source.count), with: source)
    count += source.count
  }

  /// Lets `body` write after the bytes and advance their end.
  @inline(always)
  mutating func write<Result>(_ body: (inout MutableSpan<UInt8>, inout Int) -> Result) -> Result {
    var end = count
    var span = bytes.mutableSpan
    let result = body(&span, &end)
    count = end
    return result
  }
}
