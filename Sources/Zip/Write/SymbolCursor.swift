// SPDX-License-Identifier: Apache-2.0

/// Steps through a raw deflate stream symbol by symbol.
struct SymbolCursor {
  /// A position between two blocks, or between two symbols of a block.
  struct Place {
    /// The bit offset in the stream.
    var bit = 0
    /// The byte offset in the inflated contents.
    var byte = 0
    /// The block in which the position lies; nil between two blocks.
    var block: Inflater.DividedBlock?
  }

  private(set) var here = Place()
  /// Whether ``here`` is after the last block.
  private(set) var isAtEnd = false

  private var ahead = Place()
  private var aheadIsEnd = false
  private var inflater: Inflater

  /// Starts at the beginning of the stream in `data` of `bytes`.
  init(_ bytes: [UInt8], _ data: Range<Int>) {
    inflater = Inflater(bytes, data, expecting: .max)
    // If not even the first symbol can be read, the first step reports it.
    _ = look()
  }

  /// Moves past the next symbol. Returns false if the stream is damaged.
  mutating func next() -> Bool {
    here = ahead
    isAtEnd = aheadIsEnd
    return isAtEnd || look()
  }

  /// Moves to the last position at or before byte `byte` of the inflated contents, but never past the last block. Returns false
  /// if there is no such byte.
  mutating func advance(to byte: Int) -> Bool {
    while !aheadIsEnd, ahead.byte <= byte {
      // Only go symbol by symbol near the target. A stored block has no symbols to stop at.
      let far = byte - ahead.byte - 2 * InflateWindow.slack
      if far > 0, ahead.block != nil {
        guard let count = inflater.pass(far) else { return false }
        note(count)
        // The stream ended too early: it has no such byte.
        if aheadIsEnd { return false }
      } else if !next() {
        return false
      }
    }
    return true
  }

  private mutating func look() -> Bool {
    guard let count = inflater.passSymbol() else { return false }
    note(count)
    return true
  }

  private mutating func note(_ count: Int) {
    ahead = Place(bit: inflater.place, byte: ahead.byte + count, block: inflater.dividedBlock)
    aheadIsEnd = inflater.isEnded
  }
}
