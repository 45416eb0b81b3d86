// SPDX-License-Identifier: Apache-2.0

/// The symbols by which deflate says lengths and distances (RFC 1951, 3.2.5).
enum DeflateSymbols {
  static let endOfBlock = 256
  static let symbolCount = 286
  static let distanceCount = 30
  static let shortestMatch = 3
  static let longestMatch = 258

  /// For each length from 3 on: its symbol, the number of bits after it, and their value.
  static let lengths: [(symbol: Int, width: Int, extra: Int)] = (shortestMatch...longestMatch).map { length in
    if length == longestMatch { return (285, 0, 0) }
    let rest = length - shortestMatch
    if rest < 8 { return (257 + rest, 0, 0) }
    let width = Int.bitWidth - 1 - rest.leadingZeroBitCount - 2
    return (257 + 4 * width + rest >> width, width, rest & (1 << width - 1))
  }

  /// The symbol of a distance.
  @inline(__always)
  static func distance(_ distance: Int) -> Int {
    let rest = distance &- 1
    if rest < 2 { return rest }
    let top = Int.bitWidth &- 1 &- rest.leadingZeroBitCount
    return 2 &* top &+ (rest &>> (top &- 1)) & 1
  }

  /// The number of bits after the symbol of a distance.
  @inline(__always)
  static func width(_ symbol: Int) -> Int { symbol < 4 ? 0 : symbol &>> 1 &- 1 }

  /// The order in which the lengths of the code for code lengths are written (3.2.7).
  static let orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
}
