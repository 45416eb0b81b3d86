/// The last bytes that a deflate stream came to, of which it may repeat 32 KiB (RFC 1951, 2), and room for the next ones.
struct InflateWindow: Sendable {
  static let history = 1 << 15
  /// How much is held at most, before the history moves to the front.
  private static let most = history + (1 << 17)
  /// What one step may write behind where it is told to stop: two bytes, the longest repetition, and words instead of bytes.
  static let slack = 2 + 258 + 16

  private(set) var bytes: [UInt8]
  private(set) var count = 0
  /// How many of them have been handed over.
  private var taken = 0

  /// - Parameter expected: how many bytes will come in all, as far as anybody knows.
  init(expecting expected: Int) {
    // One more, so that the end of the stream is found without making room for bytes that do not come.
    bytes = [UInt8](repeating: 0, count: min(max(expected, 0), Self.most - 1) + 1 + Self.slack)
  }

  /// Moves up to `limit` bytes, the next ones, to the end of `output`.
  mutating func take(_ limit: Int, onto output: inout [UInt8]) {
    let end = min(count, taken + limit)
    output += bytes[taken..<end]
    taken = end
  }

  /// Passes all bytes that have not been taken, and says how many they were.
  mutating func passAll() -> Int {
    defer { taken = count }
    return count - taken
  }

  /// Makes room, and says how far it goes: at least one byte, at most `wanted`. Everything must have been taken.
  mutating func room(_ wanted: Int) -> Int {
    if count + Self.slack >= bytes.count, bytes.count < Self.most + Self.slack {
      bytes += [UInt8](repeating: 0, count: min(bytes.count, Self.most + Self.slack - bytes.count))
    }
    // What a step wrote behind its end may fill what has just been added.
    if count + Self.slack >= bytes.count {
      let kept = count - Self.history
      var span = bytes.mutableSpan
      for place in 0..<Self.history { span[place] = span[kept + place] }
      count = Self.history
      taken = count
    }
    return min(wanted, bytes.count - Self.slack - count)
  }

  /// Appends bytes as they are, for which there must be room.
  mutating func append(_ source: ArraySlice<UInt8>) {
    bytes.replaceSubrange(count..<(count + source.count), with: source)
    count += source.count
  }

  /// Lets `body` write behind the bytes, and move their end.
  @inline(always)
  mutating func write<Result>(_ body: (inout MutableSpan<UInt8>, inout Int) -> Result) -> Result {
    var end = count
    var span = bytes.mutableSpan
    let result = body(&span, &end)
    count = end
    return result
  }
}
