// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// The splices of one part. All new bytes are in one array, so that a million new cells do not need a million arrays.
struct SpliceBuffer {
  private struct Entry {
    /// The replaced range of the old bytes.
    var range: Range<Int>
    /// The range of the new bytes in `text`.
    var text: Range<Int>
  }

  /// The new bytes of all splices, one after the other.
  private var text: [UInt8] = []
  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// Replaces `range` with what `write` appends. Insertions at the same position follow each other.
  mutating func splice<Failure: Error>(
    _ range: Range<Int>, _ write: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let start = text.count
    try write(&text)
    if range.isEmpty, let last = entries.last, last.range == range, last.text.upperBound == start {
      entries[entries.count - 1].text = last.text.lowerBound..<text.count
    } else {
      entries.append(Entry(range: range, text: start..<text.count))
    }
  }

  mutating func remove(_ range: Range<Int>) { entries.append(Entry(range: range, text: text.count..<text.count)) }

  /// Discards the splices from index `index` on.
  mutating func drop(from index: Int) { entries.removeSubrange(index...) }

  mutating func append(_ splices: [Splice]) {
    for splice in splices { self.splice(splice.range) { $0 += splice.bytes } }
  }

  /// Sorts the splices from index `index` on by position. Insertions at the same position keep their order and come before a
  /// replacement there.
  mutating func sort(from index: Int) {
    // The texts are in the order in which the splices were added.
    entries[index...].sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.text.lowerBound)
        < ($1.range.lowerBound, $1.range.upperBound, $1.text.lowerBound)
    }
  }

  /// Appends the new version of `range` of `bytes`, a window of `part`, to `sink`, and clears the splices. All splices must be
  /// within the range.
  mutating func drain(
    _ bytes: [UInt8], _ range: Range<Int>, of part: PartName, onto sink: inout StretchDeflater
  ) throws(SpreadsheetError) {
    sort(from: 0)
    var copied = range.lowerBound
    for entry in entries {
      guard entry.range.lowerBound >= copied, entry.range.upperBound <= range.upperBound else {
        throw SpreadsheetError(XMLError.misplacedSplice(offset: entry.range.lowerBound), in: part)
      }
      copied = entry.range.upperBound
    }
    copied = range.lowerBound
    do throws(ZipError) {
      for entry in entries {
        try sink.append(bytes[copied..<entry.range.lowerBound])
        try sink.append(text[entry.text])
        copied = entry.range.upperBound
      }
      try sink.append(bytes[copied..<range.upperBound])
    } catch {
      throw SpreadsheetError(error)
    }
    entries.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// The contents of `bytes` with the splices applied.
  consuming func applied(to bytes: [UInt8]) throws(XMLError) -> SplicedContents {
    sort(from: 0)
    let splices = entries.map { SplicedContents.Splice($0.range, text[$0.text]) }
    if let contents = SplicedContents(bytes, splices) { return contents }
    let misplaced =
      zip(splices.dropFirst(), splices).first { $0.range.lowerBound < $1.range.upperBound }?.0 ?? splices.last
    throw .misplacedSplice(offset: misplaced?.range.lowerBound ?? 0)
  }
}
