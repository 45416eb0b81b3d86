/// Walks a raw deflate stream from block to block.
struct BlockCursor: ~Copyable {
  /// Between two blocks.
  struct Place {
    /// In the stream.
    var bit = 0
    /// In what the stream inflates to.
    var byte = 0
  }

  private(set) var here = Place()
  /// Whether the last block is behind ``here``.
  private(set) var isAtEnd = false

  private var ahead = Place()
  private var aheadIsEnd = false
  private var inflater: Inflater
  private let bytes: [UInt8]
  private let data: Range<Int>
  private var position: Int
  private var scratch = [UInt8](repeating: 0, count: 1 << 16)

  /// At the beginning of the stream that `data` of `bytes` holds.
  init(_ bytes: [UInt8], _ data: Range<Int>) throws(ZipError) {
    self.bytes = bytes
    self.data = data
    position = data.lowerBound
    inflater = try Inflater()
    // A stream without a block that can be read shows itself at the first step.
    _ = look()
  }

  /// Moves behind the next block. False when it is damaged.
  mutating func next() -> Bool {
    here = ahead
    isAtEnd = aheadIsEnd
    return isAtEnd || look()
  }

  /// Moves to the last place at or before `byte` of the inflated contents, never behind the last block.
  mutating func advance(to byte: Int) -> Bool {
    while !aheadIsEnd, ahead.byte <= byte {
      guard next() else { return false }
    }
    return true
  }

  private mutating func look() -> Bool {
    switch inflater.passBlock(of: bytes, at: &position, end: data.upperBound, scratch: &scratch, passed: &ahead.byte) {
    case .block(let unusedBits):
      ahead.bit = (position - data.lowerBound) * 8 - unusedBits
      return true
    case .lastBlock:
      aheadIsEnd = true
      return true
    case .broken: return false
    }
  }
}
