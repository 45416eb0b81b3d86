// SPDX-License-Identifier: Apache-2.0

/// The header of a deflate block (RFC 1951, 3.2.3): whether the block is the last one, and how its contents are encoded.
struct BlockHeader: Sendable {
  enum Contents: Sendable {
    /// This many uncompressed bytes.
    case stored(Int)
    case codes(BlockCodes)
  }

  enum Failure: Error { case inputEnded, damaged }

  let isLast: Bool
  let contents: Contents

  init(_ source: inout BitSource, _ bytes: Span<UInt8>) throws(Failure) {
    func take(_ count: Int) throws(Failure) -> Int {
      guard let value = source.take(count, from: bytes) else { throw .inputEnded }
      return value
    }
    isLast = try take(1) == 1
    switch try take(2) {
    case 0:
      source.align()
      let count = try take(16)
      guard try take(16) == ~count & 0xFFFF else { throw .damaged }
      // Return bytes loaded too early, because stored contents are copied as whole bytes.
      source.align()
      contents = .stored(count)
    case 1: contents = .codes(.fixed)
    case 2: contents = .codes(try BlockCodes(&source, bytes))
    default: throw .damaged
    }
  }
}

/// The two Huffman codes of a compressed block: one for literals and lengths, one for distances.
struct BlockCodes: Sendable {
  let symbols: HuffmanTable
  let distances: HuffmanTable

  /// The index widths of the first tables. Most codes in a worksheet are shorter.
  static let symbolWidth = 11
  static let distanceWidth = 8

  private init?(_ symbols: ArraySlice<UInt8>, _ distances: ArraySlice<UInt8>) {
    guard let symbols = HuffmanTable(symbols, Meanings.symbols, width: Self.symbolWidth),
      let distances = HuffmanTable(distances, Meanings.distances, width: Self.distanceWidth)
    else { return nil }
    self.symbols = symbols
    self.distances = distances
  }

  /// The code of the end-of-block symbol.
  var endOfBlock: BitString {
    func find(_ table: ArraySlice<UInt32>) -> (place: Int, bits: Int)? {
      table.firstIndex { $0 & (Entry.secondTable | Entry.endOfBlock) == Entry.endOfBlock }
        .map { ($0 - table.startIndex, Int(Entry.codeBits(table[$0]))) }
    }
    let first = 1 << Self.symbolWidth
    if let (place, bits) = find(symbols.entries[..<first]) { return BitString(place, count: bits) }
    for prefix in 0..<first where symbols.entries[prefix] & Entry.secondTable != 0 {
      let (start, width) = (Entry.value(symbols.entries[prefix]), Entry.codeBits(symbols.entries[prefix]))
      guard let (place, bits) = find(symbols.entries[start..<(start + 1 << width)]) else { continue }
      return BitString(prefix | place << Self.symbolWidth, count: Self.symbolWidth + bits)
    }
    preconditionFailure("a block without a code for its end is refused")
  }

  /// The fixed codes, which a block can use without defining its own (RFC 1951, 3.2.6).
  static let fixed: BlockCodes = {
    let lengths = (0..<288).map { symbol -> UInt8 in
      switch symbol {
      case ..<144: 8
      case ..<256: 9
      case ..<280: 7
      default: 8
      }
    }
    guard let codes = BlockCodes(lengths[...], [UInt8](repeating: 5, count: 32)[...]) else {
      preconditionFailure("the fixed code is complete")
    }
    return codes
  }()

  /// Reads the dynamic codes at the start of a block (RFC 1951, 3.2.7).
  init(_ source: inout BitSource, _ bytes: Span<UInt8>) throws(BlockHeader.Failure) {
    func take(_ count: Int) throws(BlockHeader.Failure) -> Int {
      guard let value = source.take(count, from: bytes) else { throw .inputEnded }
      return value
    }
    let symbolCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    guard symbolCount <= 286, distanceCount <= 30 else { throw .damaged }
    var ofLengths = [UInt8](repeating: 0, count: 19)
    for place in 0..<lengthCount { ofLengths[Meanings.lengthOrder[place]] = UInt8(try take(3)) }
    guard let table = HuffmanTable(ofLengths[...], Meanings.lengths, width: 7), table.isComplete else { throw .damaged }
    var lengths: [UInt8] = []
    lengths.reserveCapacity(symbolCount + distanceCount)
    while lengths.count < symbolCount + distanceCount {
      source.fill(from: bytes)
      let entry = table.entries[Int(source.bits & 127)]
      guard Int(Entry.bits(entry)) <= source.count else { throw .inputEnded }
      guard entry & Entry.exception == 0 else { throw .damaged }
      source.drop(Int(Entry.bits(entry)))
      let symbol = Entry.value(entry)
      var (length, times) = (UInt8(0), 1)
      switch symbol {
      case 16:
        guard let previous = lengths.last else { throw .damaged }
        (length, times) = (previous, try take(2) + 3)
      case 17: times = try take(3) + 3
      case 18: times = try take(7) + 11
      default: length = UInt8(symbol)
      }
      guard lengths.count + times <= symbolCount + distanceCount else { throw .damaged }
      lengths += repeatElement(length, count: times)
    }
    // A block must have a code for its end, or it could never end.
    guard lengths[Meanings.endOfBlock] > 0, let codes = BlockCodes(lengths[..<symbolCount], lengths[symbolCount...])
    else { throw .damaged }
    self = codes
  }
}

/// The meanings of the symbols (RFC 1951, 3.2.5 and 3.2.7).
private enum Meanings {
  static let endOfBlock = 256

  /// 0 … 255 are literal bytes, 256 ends the block, and 257 … 285 are lengths with extra bits; 286 and 287 are invalid.
  static let symbols: [UInt32] =
    (0..<256).map { Entry.literal | UInt32($0) << 16 }
    + [Entry.exception | Entry.endOfBlock] + ranges(from: 3, through: 27, perStep: 4)
    + [258 << 16, Entry.exception, Entry.exception]

  /// 0 … 29 are distances with extra bits; 30 and 31 are invalid.
  static let distances =
    ranges(from: 1, through: 29, perStep: 2) + [Entry.exception, Entry.exception]

  /// Entries for consecutive ranges of numbers. The number of extra bits of a symbol grows by one after every `perStep` symbols.
  private static func ranges(from first: UInt32, through last: Int, perStep: Int) -> [UInt32] {
    var base = first
    return (0...last).map { symbol in
      let extraBits = UInt32(max(0, symbol / perStep - 1))
      defer { base += 1 << extraBits }
      return base << 16 | extraBits
    }
  }

  static let lengths = (0..<19).map { UInt32($0) << 16 }
  /// The order in which the code lengths of the code length alphabet are stored.
  static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
}

private typealias Entry = HuffmanTable.Entry
