internal import XML
internal import Zip

/// Splices of one part, collected in bulk: all new bytes lie in one array, so that a million new cells cost no million arrays.
struct SpliceBuffer {
  private struct Entry {
    /// Of the old bytes.
    var range: Range<Int>
    /// Of `text`.
    var text: Range<Int>
  }

  /// The new bytes, one splice after the other.
  private var text: [UInt8] = []
  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// Puts what `write` appends in the place of `range`. Insertions at the same place follow each other.
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

  /// Forgets the splices from the `index`-th on.
  mutating func drop(from index: Int) { entries.removeSubrange(index...) }

  mutating func append(_ splices: [Splice]) {
    for splice in splices { self.splice(splice.range) { $0 += splice.bytes } }
  }

  /// Sorts the splices from the `index`-th on by place; insertions at one place keep their order and come before what is
  /// replaced there.
  mutating func sort(from index: Int) {
    // Their texts lie in the order in which they came.
    entries[index...].sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.text.lowerBound)
        < ($1.range.lowerBound, $1.range.upperBound, $1.text.lowerBound)
    }
  }

  /// Appends what `range` of `bytes`, a window of `part`, becomes to `sink`. The splices, which all lie in it, are done with.
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

  /// What `bytes` become.
  consuming func applied(to bytes: [UInt8]) throws(XMLError) -> SplicedContents {
    sort(from: 0)
    let splices = entries.map { SplicedContents.Splice($0.range, text[$0.text]) }
    if let contents = SplicedContents(bytes, splices) { return contents }
    let misplaced =
      zip(splices.dropFirst(), splices).first { $0.range.lowerBound < $1.range.upperBound }?.0 ?? splices.last
    throw .misplacedSplice(offset: misplaced?.range.lowerBound ?? 0)
  }
}
