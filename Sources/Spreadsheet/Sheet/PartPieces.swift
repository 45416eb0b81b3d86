// SPDX-License-Identifier: Apache-2.0

internal import Zip

/// Inflates a part piece by piece.
struct PartPieces: ~Copyable {
  private var stream: EntryStream

  init(_ stream: consuming EntryStream) { self.stream = stream }

  var isEnded: Bool { stream.isEnded }

  /// Appends at least `count` bytes, or all that are left.
  mutating func read(atLeast count: Int, onto bytes: inout [UInt8]) throws(SpreadsheetError) {
    let end = bytes.count + count
    do throws(ZipError) {
      while !stream.isEnded, bytes.count < end { try stream.read(end - bytes.count, onto: &bytes) }
    } catch {
      throw SpreadsheetError(error)
    }
  }
}
