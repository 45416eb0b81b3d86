/// The contents of an entry, described by how they differ from those that it has: what lies between the splices stays.
public struct SplicedContents: Sendable {
  /// `bytes` in the place of `range` of the present contents.
  public struct Splice: Sendable {
    public let range: Range<Int>
    public let bytes: ArraySlice<UInt8>

    public init(_ range: Range<Int>, _ bytes: ArraySlice<UInt8>) {
      self.range = range
      self.bytes = bytes
    }
  }

  /// What the entry holds now.
  let base: [UInt8]
  /// In order, none over another.
  let splices: [Splice]

  /// Nil unless the splices come in the order of their ranges, don't overlap and lie within `base`.
  public init?(_ base: [UInt8], _ splices: [Splice]) {
    var end = 0
    for splice in splices {
      guard splice.range.lowerBound >= end, splice.range.upperBound <= base.count else { return nil }
      end = splice.range.upperBound
    }
    self.base = base
    self.splices = splices
  }

  /// The new contents, as slices of the old and of the new bytes: the bulk is never copied.
  public var pieces: [ArraySlice<UInt8>] { pieces(in: 0..<base.count) }

  /// What comes of `range` of the present contents, which cuts through no splice.
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

  /// The position in ``splices`` of the first one that begins at `offset` or behind it.
  private func firstSplice(from offset: Int) -> Int {
    var (low, high) = (0, splices.count)
    while low < high {
      let middle = (low + high) / 2
      if splices[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
