// SPDX-License-Identifier: Apache-2.0

/// A replacement of a range of bytes by other bytes. With an empty range, it is an insertion.
public struct Splice: Hashable, Sendable {
  public var range: Range<Int>
  public var bytes: [UInt8]

  public init(_ range: Range<Int>, _ bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }

  public init(_ range: Range<Int>, _ text: String) { self.init(range, Array(text.utf8)) }

  /// Inserts before the byte at `offset`.
  public init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

extension Collection where Element == Splice {
  /// Applies the splices to `bytes`. The result consists of slices of the old and the new bytes, so that unchanged bytes are not
  /// copied. Splices must be in order and must not overlap; several insertions at one offset keep their order.
  public func applied(to bytes: [UInt8]) throws(XMLError) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    pieces.reserveCapacity(count * 2 + 1)
    var copied = 0
    for splice in self {
      guard splice.range.lowerBound >= copied, splice.range.upperBound <= bytes.count else {
        throw .misplacedSplice(offset: splice.range.lowerBound)
      }
      if splice.range.lowerBound > copied { pieces.append(bytes[copied..<splice.range.lowerBound]) }
      if !splice.bytes.isEmpty { pieces.append(splice.bytes[...]) }
      copied = splice.range.upperBound
    }
    if copied < bytes.count { pieces.append(bytes[copied...]) }
    return pieces
  }
}
