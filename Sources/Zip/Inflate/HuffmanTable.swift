// SPDX-License-Identifier: Apache-2.0

/// A Huffman code of a deflate block (RFC 1951, 3.2.2) as a lookup table: the next bits of the stream are the index of the entry
/// with their meaning.
///
/// The first table is indexed by ``width`` bits. A longer code leads to a second table, stored after the first one, which is
/// indexed by the remaining bits.
struct HuffmanTable: Sendable {
  private(set) var entries: [UInt32]
  let width: Int
  /// Whether every sequence of bits leads to a symbol.
  let isComplete: Bool

  /// The layout of a 32-bit table entry:
  ///
  /// - 0 … 5: the number of bits to consume, including the extra bits of a length or distance
  /// - 8 … 11: how many of these bits are the code itself
  /// - 13, 14, 15: end of the block; link to a second table; set with either of these, or alone for an invalid code
  /// - 16 … 30: the byte, the base of the length or distance, or the start of the second table
  /// - 31: a literal byte
  enum Entry {
    static let literal: UInt32 = 1 << 31
    static let exception: UInt32 = 1 << 15
    static let secondTable: UInt32 = 1 << 14
    static let endOfBlock: UInt32 = 1 << 13
    /// The entry for bits that are not the beginning of any code.
    static let noCode = exception | 1

    @inline(always) static func isLiteral(_ entry: UInt32) -> Bool { Int32(bitPattern: entry) < 0 }
    @inline(always) static func byte(_ entry: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: entry &>> 16) }
    @inline(always) static func bits(_ entry: UInt32) -> UInt64 { UInt64(entry & 63) }
    @inline(always) static func codeBits(_ entry: UInt32) -> UInt64 { UInt64(entry &>> 8 & 15) }
    @inline(always) static func value(_ entry: UInt32) -> Int { Int(entry &>> 16) }

    /// The length or distance including its extra bits, which follow the code in `bits`.
    @inline(always) static func extended(_ entry: UInt32, _ bits: UInt64) -> Int {
      value(entry) &+ Int((bits & (1 &<< Self.bits(entry) &- 1)) &>> codeBits(entry))
    }

    /// The index in the second table for `bits`, which begin after those used for the first table.
    @inline(always) static func second(_ entry: UInt32, _ bits: UInt64) -> Int {
      value(entry) &+ Int(bits & (1 &<< codeBits(entry) &- 1))
    }
  }

  /// - Parameters:
  ///   - lengths: the code length of each symbol in bits, 0 … 15; 0 if it has no code.
  ///   - meanings: the entry of each symbol, without the length of its code.
  ///   - width: the number of bits that index the first table, 1 … 15.
  ///
  /// Nil if the lengths are not those of a complete prefix code: too many short codes, or too few codes. Two incomplete codes are
  /// valid: a single code of one bit, and no code at all, for a block without distances.
  init?(_ lengths: ArraySlice<UInt8>, _ meanings: [UInt32], width: Int) {
    var counts = InlineArray<16, Int>(repeating: 0)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var open = 1
    var longest = 0
    for length in 1...15 {
      open = open << 1 - counts[length]
      guard open >= 0 else { return nil }
      if counts[length] > 0 { longest = length }
    }
    self.width = width
    isComplete = open == 0
    entries = [UInt32](repeating: Entry.noCode, count: 1 << width)
    guard isComplete else {
      guard longest <= 1 else { return nil }
      if let symbol = lengths.firstIndex(of: 1) {
        let entry = Self.entry(meanings[symbol - lengths.startIndex], 1)
        for place in stride(from: 0, to: entries.count, by: 2) { entries[place] = entry }
      }
      return
    }
    fill(Self.sorted(lengths, counts), meanings, counts, longest)
  }

  /// The symbols that have a code, in the order of their codes.
  private static func sorted(_ lengths: ArraySlice<UInt8>, _ counts: InlineArray<16, Int>) -> InlineArray<288, UInt16> {
    var next = InlineArray<16, Int>(repeating: 0)
    for length in 1..<15 { next[length + 1] = next[length] + counts[length] }
    var symbols = InlineArray<288, UInt16>(repeating: 0)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[next[Int(length)]] = UInt16(symbol)
      next[Int(length)] += 1
    }
    return symbols
  }

  /// Fills the tables. Codes are assigned in order, the shortest first; a table for codes one bit longer is the current table
  /// twice over, plus the new codes.
  private mutating func fill(
    _ symbols: InlineArray<288, UInt16>, _ meanings: [UInt32], _ counts: InlineArray<16, Int>, _ longest: Int
  ) {
    var code = 0
    var next = 0
    var filled = 1
    for length in 1...min(width, longest) {
      for place in 0..<filled { entries[filled + place] = entries[place] }
      filled *= 2
      for _ in 0..<counts[length] {
        entries[code] = Self.entry(meanings[Int(symbols[next])], length)
        next += 1
        code = Self.code(after: code, of: length)
      }
    }
    while filled < 1 << width {
      for place in 0..<filled { entries[filled + place] = entries[place] }
      filled *= 2
    }
    guard longest > width else { return }
    var table = (prefix: -1, start: 0, width: 0)
    for length in (width + 1)...longest {
      for left in stride(from: counts[length], to: 0, by: -1) {
        let prefix = code & (1 << width - 1)
        if prefix != table.prefix {
          table = (prefix, entries.count, self.width(from: length, left, counts))
          entries += repeatElement(Entry.noCode, count: 1 << table.width)
          entries[prefix] =
            UInt32(table.start) << 16 | Entry.exception | Entry.secondTable | UInt32(table.width) << 8 | UInt32(width)
        }
        let entry = Self.entry(meanings[Int(symbols[next])], length - width)
        next += 1
        for place in stride(from: table.start + code >> width, to: entries.count, by: 1 << (length - width)) {
          entries[place] = entry
        }
        code = Self.code(after: code, of: length)
      }
    }
  }

  /// The number of bits that index a second table whose first code has `length` bits, when `left` codes of this length remain.
  private func width(from length: Int, _ left: Int, _ counts: InlineArray<16, Int>) -> Int {
    var bits = length - width
    var used = left
    while used < 1 << bits, width + bits < 15 {
      bits += 1
      used = used << 1 + counts[width + bits]
    }
    return bits
  }

  private static func entry(_ meaning: UInt32, _ length: Int) -> UInt32 {
    meaning + UInt32(length) << 8 + UInt32(length)
  }

  /// The code of `length` bits after `code`. It is an increment by one with the bits reversed, because the first bit of the
  /// stream is the most significant.
  private static func code(after code: Int, of length: Int) -> Int {
    let zeros = ~code & (1 << length - 1)
    guard zeros > 0 else { return 0 }
    let bit = 1 << (Int.bitWidth - 1 - zeros.leadingZeroBitCount)
    return code & (bit - 1) | bit
  }
}
