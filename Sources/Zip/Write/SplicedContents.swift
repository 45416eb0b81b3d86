// SPDX-License-Identifier: Apache-2.0

import Base

/// The new contents of an entry, described as splices of its current contents. Bytes between the splices are unchanged.
public struct SplicedContents: Sendable {
  /// Replaces `range` of the current contents with `bytes`.
  public struct Splice: Sendable {
    public let range: Range<Int>
    public let bytes: ArraySlice<UInt8>

    public init(_ range: Range<Int>, _ bytes: ArraySlice<UInt8>) {
      self.range = range
      self.bytes = bytes
    }
  }

  /// The current contents of the entry.
  let base: [UInt8]
  /// The splices in order, without overlaps.
  let splices: [Splice]

  /// Nil unless the splices are in the order of their ranges, do not overlap and lie within `base`.
  public init?(_ base: [UInt8], _ splices: [Splice]) {
    var end = 0
    for splice in splices {
      guard splice.range.lowerBound >= end, splice.range.upperBound <= base.count else { return nil }
      end = splice.range.upperBound
    }
    self.base = base
    self.splices = splices
  }

  /// The new contents as slices of the old and the new bytes, without copying them.
  public var pieces: [ArraySlice<UInt8>] { pieces(in: 0..<base.count) }

  /// The new contents of `range` of the current contents. No splice may cross its ends.
  func pieces(in range: Range<Int>) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var copied = range.lowerBound
    for splice in splices[firstSplice(from: range.lowerBound)...] {
      guard splice.range.upperBound <= range.upperBound else { break }
      if splice.range.lowerBound > copied { pieces.append(base[copied..<splice.range.lowerBound]) }
      if !splice.bytes.isEmpty { pieces.append(splice.bytes) }
      copied = splice.range.upperBound
    }
    if copied < range.upperBound { pieces.append(base[copied..<range.upperBound]) }
    return pieces
  }

  /// The position in ``splices`` of the first one that begins at or after `offset`.
  private func firstSplice(from offset: Int) -> Int {
    splices.partitioningIndex { $0.range.lowerBound >= offset }
  }
}
