// SPDX-License-Identifier: Apache-2.0

import Base

/// A sequence of byte slices that is addressed like a single array, without joining the slices.
struct PieceTable: Sendable {
  private let pieces: [ArraySlice<UInt8>]
  /// The offset of each piece.
  private let starts: [Int]
  let count: Int

  init(_ pieces: [ArraySlice<UInt8>]) {
    var count = 0
    var starts: [Int] = []
    starts.reserveCapacity(pieces.count)
    for piece in pieces {
      starts.append(count)
      count += piece.count
    }
    self.pieces = pieces
    self.starts = starts
    self.count = count
  }

  /// A copy of the bytes in `range`.
  func bytes(in range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = piece(at: range.lowerBound)
    while bytes.count < range.count, index < pieces.count {
      let piece = pieces[index]
      let skipped = max(0, range.lowerBound - starts[index])
      bytes += piece.dropFirst(skipped).prefix(range.count - bytes.count)
      index += 1
    }
    return bytes
  }

  /// The last piece that begins at or before `offset`.
  private func piece(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { $0 > offset } - 1)
  }
}
