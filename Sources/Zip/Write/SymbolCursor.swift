/// Walks a raw deflate stream from symbol to symbol.
struct SymbolCursor {
  /// Between two blocks, or between two symbols of one.
  struct Place {
    /// In the stream.
    var bit = 0
    /// In what the stream inflates to.
    var byte = 0
    /// The block that the place divides.
    var block: Inflater.DividedBlock?
  }

  private(set) var here = Place()
  /// Whether the last block is behind ``here``.
  private(set) var isAtEnd = false

  private var ahead = Place()
  private var aheadIsEnd = false
  private var inflater: Inflater

  /// At the beginning of the stream that `data` of `bytes` holds.
  init(_ bytes: [UInt8], _ data: Range<Int>) {
    inflater = Inflater(bytes, data, expecting: .max)
    // A stream without a symbol that can be read shows itself at the first step.
    _ = look()
  }

  /// Moves behind the next symbol. False when the stream is damaged.
  mutating func next() -> Bool {
    here = ahead
    isAtEnd = aheadIsEnd
    return isAtEnd || look()
  }

  /// Moves to the last place at or before `byte` of the inflated contents, never behind the last block. False when there is no
  /// such byte.
  mutating func advance(to byte: Int) -> Bool {
    while !aheadIsEnd, ahead.byte <= byte {
      // Symbol by symbol only where it counts. What is stored has no symbols to stop at.
      let far = byte - ahead.byte - 2 * InflateWindow.slack
      if far > 0, ahead.block != nil {
        guard let count = inflater.pass(far) else { return false }
        note(count)
        // Then the stream has no such byte.
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
