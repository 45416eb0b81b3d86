// SPDX-License-Identifier: Apache-2.0

/// One block of a deflate stream with codes of its own (RFC 1951, 3.2.7).
struct DeflateBlock {
  /// Each a literal byte, or a distance above a length: see ``match(_:_:)``.
  private var tokens: [UInt32]
  private var count = 0

  /// So many that their codes fit them and the header hardly counts.
  private static let most = 1 << 15

  init() { tokens = [UInt32](repeating: 0, count: Self.most) }

  /// Whether there may be no room for two more.
  var isNearlyFull: Bool { count &+ 2 > tokens.count }
  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func literal(_ byte: UInt8) {
    tokens[count] = UInt32(byte)
    count &+= 1
  }

  @inline(__always)
  mutating func match(_ length: Int, _ distance: Int) {
    tokens[count] = UInt32(truncatingIfNeeded: distance &<< 8 | (length &- DeflateSymbols.shortestMatch))
    count &+= 1
  }

  /// Writes the block and empties it.
  mutating func write(to sink: inout BitSink, isLast: Bool) {
    var symbolCounts = [UInt32](repeating: 0, count: DeflateSymbols.symbolCount)
    var distanceCounts = [UInt32](repeating: 0, count: DeflateSymbols.distanceCount)
    let lengthSymbols = DeflateSymbols.lengths
    var lengthCounts = [UInt32](repeating: 0, count: 256)
    for token in tokens[..<count] {
      if token < 256 {
        symbolCounts[Int(token)] &+= 1
      } else {
        lengthCounts[Int(token & 255)] &+= 1
        distanceCounts[DeflateSymbols.distance(Int(token &>> 8))] &+= 1
      }
    }
    for index in 0..<256 { symbolCounts[lengthSymbols[index].symbol] += lengthCounts[index] }
    symbolCounts[DeflateSymbols.endOfBlock] = 1
    // Some readers want two codes for distances.
    for symbol in 0..<2 where distanceCounts.count(where: { $0 > 0 }) < 2 {
      distanceCounts[symbol] = max(1, distanceCounts[symbol])
    }
    let symbols = PrefixCode(counts: symbolCounts, longest: 15)
    let distances = PrefixCode(counts: distanceCounts, longest: 15)
    sink.reserve(512 + count * 6)
    sink.append(isLast ? 0b101 : 0b100, 3)
    Self.writeHeader(symbols, distances, to: &sink)
    writeTokens(symbols, distances, to: &sink)
    sink.append(UInt64(symbols.codes[DeflateSymbols.endOfBlock]), Int(symbols.lengths[DeflateSymbols.endOfBlock]))
    count = 0
  }

  private func writeTokens(_ symbols: PrefixCode, _ distances: PrefixCode, to sink: inout BitSink) {
    // Code and width of each literal and, with the bits after it, of each length.
    let literals = (0..<256).map { UInt32(symbols.codes[$0]) << 8 | UInt32(symbols.lengths[$0]) }
    let lengths = DeflateSymbols.lengths.map { length in
      let width = Int(symbols.lengths[length.symbol])
      return (symbols.codes[length.symbol] | UInt32(length.extra) << UInt32(width)) << 8 | UInt32(width + length.width)
    }
    let places = distances.codes.indices.map { distances.codes[$0] << 8 | UInt32(distances.lengths[$0]) }
    let tokens = tokens.span
    let (literalCodes, lengthCodes, placeCodes) = (literals.span, lengths.span, places.span)
    sink.append(count) { index in
      let token = tokens[index]
      if token < 256 {
        let code = literalCodes[Int(token)]
        return (UInt64(code &>> 8), UInt64(code & 255))
      }
      let length = lengthCodes[Int(token & 255)]
      let distance = Int(token &>> 8)
      let symbol = DeflateSymbols.distance(distance)
      let width = DeflateSymbols.width(symbol)
      let extra = UInt64(truncatingIfNeeded: (distance &- 1) & (1 &<< width &- 1))
      let place = placeCodes[symbol]
      let (lengthWidth, placeWidth) = (UInt64(length & 255), UInt64(place & 255))
      return (
        UInt64(length &>> 8) | UInt64(place &>> 8) &<< lengthWidth | extra &<< (lengthWidth &+ placeWidth),
        lengthWidth &+ placeWidth &+ UInt64(truncatingIfNeeded: width)
      )
    }
  }

  private static func writeHeader(_ symbols: PrefixCode, _ distances: PrefixCode, to sink: inout BitSink) {
    let symbolCount = max(257, (symbols.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = max(1, (distances.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let runs = runs(symbols.lengths[..<symbolCount] + distances.lengths[..<distanceCount])
    var counts = [UInt32](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let code = PrefixCode(counts: counts, longest: 7)
    let order = DeflateSymbols.orderOfLengths
    let codeCount = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    sink.append(UInt64(symbolCount - 257), 5)
    sink.append(UInt64(distanceCount - 1), 5)
    sink.append(UInt64(codeCount - 4), 4)
    for symbol in order[..<codeCount] { sink.append(UInt64(code.lengths[symbol]), 3) }
    for run in runs {
      sink.append(UInt64(code.codes[run.symbol]), Int(code.lengths[run.symbol]))
      sink.append(UInt64(run.extra), run.width)
    }
  }

  /// Code lengths with repetitions: 16 repeats the one before three to six times, 17 and 18 are zeros.
  private static func runs(_ lengths: ArraySlice<UInt8>) -> [(symbol: Int, extra: Int, width: Int)] {
    var runs: [(symbol: Int, extra: Int, width: Int)] = []
    var rest = lengths
    while let length = rest.first {
      var count = rest.prefix { $0 == length }.count
      rest = rest.dropFirst(count)
      if length == 0 {
        while count >= 11 {
          let taken = min(count, 138)
          runs.append((18, taken - 11, 7))
          count -= taken
        }
        if count >= 3 {
          runs.append((17, count - 3, 3))
          count = 0
        }
      } else {
        runs.append((Int(length), 0, 0))
        count -= 1
        while count >= 3 {
          let taken = min(count, 6)
          runs.append((16, taken - 3, 2))
          count -= taken
        }
      }
      for _ in 0..<count { runs.append((Int(length), 0, 0)) }
    }
    return runs
  }
}
