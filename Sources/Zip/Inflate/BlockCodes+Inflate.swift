// SPDX-License-Identifier: Apache-2.0

import Base

extension BlockCodes {
  enum Ending { case endOfBlock, inputEnded, damaged }

  /// Inflates to `output` after its first `count` bytes, until there are `limit` bytes (or up to ``InflateWindow/slack`` more) or
  /// the block ends. `output` must contain the history that back-references may refer to, and must have room for the slack after
  /// the limit.
  ///
  /// Returns nil if the block continues.
  func inflate(
    _ bytes: Span<UInt8>, _ source: inout BitSource, onto output: inout MutableSpan<UInt8>, _ count: inout Int,
    limit: Int
  ) -> Ending? {
    var ending = quickly(bytes, &source, onto: &output, &count, limit: limit)
    while ending == nil, count < limit { ending = step(bytes, &source, onto: &output, &count) }
    return ending
  }

  /// The fast path: inflates as long as at least sixteen bytes of input are left, so that it does not have to check the input at
  /// every bit.
  ///
  /// Each refill leaves at least 56 bits: enough for two literals and the code of a third symbol, or for a length with its
  /// distance.
  private func quickly(
    _ bytes: Span<UInt8>, _ source: inout BitSource, onto output: inout MutableSpan<UInt8>, _ total: inout Int,
    limit: Int
  ) -> Ending? {
    let symbols = self.symbols.entries.span
    let distances = self.distances.entries.span
    let symbolMask = UInt64(1 << Self.symbolWidth - 1)
    let distanceMask = UInt64(1 << Self.distanceWidth - 1)
    let lastRead = source.end - 16
    var (position, bits, count, at) = (source.position, source.bits, UInt64(source.count), total)
    var ending: Ending?
    reading: while position <= lastRead, at < limit {
      guard let word = Words.load(bytes, position) else { break }
      bits |= word &<< count
      position &+= Int((63 &- count) &>> 3)
      count |= 56
      var entry = symbols[Int(bits & symbolMask)]
      if Entry.isLiteral(entry) {
        bits &>>= Entry.bits(entry)
        count &-= Entry.bits(entry)
        output[at] = Entry.byte(entry)
        at &+= 1
        entry = symbols[Int(bits & symbolMask)]
        if Entry.isLiteral(entry) {
          bits &>>= Entry.bits(entry)
          count &-= Entry.bits(entry)
          output[at] = Entry.byte(entry)
          at &+= 1
          entry = symbols[Int(bits & symbolMask)]
          if Entry.isLiteral(entry) {
            bits &>>= Entry.bits(entry)
            count &-= Entry.bits(entry)
            output[at] = Entry.byte(entry)
            at &+= 1
            continue
          }
        }
        guard let word = Words.load(bytes, position) else { break }
        bits |= word &<< count
        position &+= Int((63 &- count) &>> 3)
        count |= 56
      }
      var before = bits
      bits &>>= Entry.bits(entry)
      count &-= Entry.bits(entry)
      if entry & Entry.exception != 0 {
        if entry & Entry.secondTable != 0 {
          entry = symbols[Entry.second(entry, bits)]
          before = bits
          bits &>>= Entry.bits(entry)
          count &-= Entry.bits(entry)
        }
        if Entry.isLiteral(entry) {
          output[at] = Entry.byte(entry)
          at &+= 1
          continue
        }
        if entry & Entry.exception != 0 {
          ending = entry & Entry.endOfBlock != 0 ? .endOfBlock : .damaged
          break reading
        }
      }
      let length = Entry.extended(entry, before)
      entry = distances[Int(bits & distanceMask)]
      if entry & Entry.secondTable != 0 {
        bits &>>= Entry.bits(entry)
        count &-= Entry.bits(entry)
        entry = distances[Entry.second(entry, bits)]
      }
      before = bits
      bits &>>= Entry.bits(entry)
      count &-= Entry.bits(entry)
      let distance = Entry.extended(entry, before)
      guard entry & Entry.exception == 0, distance <= at else {
        ending = .damaged
        break
      }
      Self.copy(length, from: distance, in: &output, at)
      at &+= length
    }
    // Return the whole bytes of which no bit was used.
    source.position = position - Int(count >> 3)
    source.count = Int(count & 7)
    source.bits = bits & (1 << (count & 7) - 1)
    total = at
    return ending
  }

  /// Inflates one literal or one back-reference, checking that all of its bits are available.
  func step(
    _ bytes: Span<UInt8>, _ source: inout BitSource, onto output: inout MutableSpan<UInt8>, _ total: inout Int
  ) -> Ending? {
    source.fill(from: bytes)
    var taken = source
    guard let (symbol, extended) = Self.next(&taken, symbols) else { return .inputEnded }
    if Entry.isLiteral(symbol) {
      output[total] = Entry.byte(symbol)
      total += 1
      source = taken
      return nil
    }
    if symbol & Entry.exception != 0 {
      source = taken
      return symbol & Entry.endOfBlock != 0 ? .endOfBlock : .damaged
    }
    guard let (distance, back) = Self.next(&taken, distances) else { return .inputEnded }
    guard distance & Entry.exception == 0, back <= total else { return .damaged }
    Self.copy(extended, from: back, in: &output, total)
    total += extended
    source = taken
    return nil
  }

  /// The table entry for the next bits, and its value with the extra bits added; nil if not all of the bits are available.
  private static func next(_ source: inout BitSource, _ table: HuffmanTable) -> (entry: UInt32, extended: Int)? {
    var entry = table.entries[Int(source.bits & (1 << UInt64(table.width) - 1))]
    if entry & Entry.secondTable != 0, Int(Entry.bits(entry)) <= source.count {
      source.drop(Int(Entry.bits(entry)))
      entry = table.entries[Entry.second(entry, source.bits)]
    }
    let bits = Int(Entry.bits(entry))
    guard bits <= source.count else { return nil }
    let extended = Entry.extended(entry, source.bits)
    source.drop(bits)
    return (entry, extended)
  }

  /// Copies `length` bytes from `distance` bytes before `place` to `place`. Whole words are copied, which may write past the end;
  /// the next bytes overwrite that.
  @inline(always)
  private static func copy(_ length: Int, from distance: Int, in output: inout MutableSpan<UInt8>, _ place: Int) {
    let end = place &+ length
    var (to, from) = (place, place &- distance)
    if distance >= 8 {
      repeat {
        guard let word = Words.load(output.span, from) else { break }
        Words.store(word, in: &output, to)
        to &+= 8
        from &+= 8
      } while to < end
    } else if distance == 1 {
      let word = UInt64(output[from]) &* 0x0101_0101_0101_0101
      repeat {
        Words.store(word, in: &output, to)
        to &+= 8
      } while to < end
    } else {
      while to < end {
        output[to] = output[from]
        to &+= 1
        from &+= 1
      }
    }
  }
}

private typealias Entry = HuffmanTable.Entry
