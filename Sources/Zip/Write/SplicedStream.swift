/// The deflate stream of an entry whose contents get splices: blocks that stay, copied, and between them new ones.
struct SplicedStream {
  private let contents: SplicedContents
  private let segments: [KeptBlocks.Segment]
  private let data: ArraySlice<UInt8>

  /// Nil where the entry is not deflated, or holds something else than what the splices are for.
  init?(_ contents: SplicedContents, _ entry: ZipEntry, in archive: ZipArchive) throws(ZipError) {
    guard entry.method == 8, entry.uncompressedSize == contents.base.count,
      let kept = try KeptBlocks(
        contents.splices, contentsCount: contents.base.count, data: entry.data, in: archive.bytes)
    else { return nil }
    self.contents = contents
    segments = kept.segments
    data = archive.bytes[entry.data]
  }

  func deflated() throws(ZipError) -> [UInt8] {
    let renewed = try concurrentMap(segments.count) { (index: Int) throws(ZipError) -> [[UInt8]] in
      guard case .renewed(let range, let bit) = segments[index] else { return [] }
      let context = contents.base[max(0, range.lowerBound - DeflateRun.windowSize)..<range.lowerBound]
      return try DeflateRun(
        contents.pieces(in: range), after: context, leadingBits: leadingBits(at: bit),
        isLast: index == segments.count - 1
      ).deflated(.usual)
    }
    var stream: [UInt8] = []
    stream.reserveCapacity(data.count + renewed.joined().reduce(0) { $0 + $1.count })
    for (segment, chunks) in zip(segments, renewed) {
      switch segment {
      case .renewed: for chunk in chunks { stream += chunk }
      case .kept(let bits): append(bits, to: &stream)
      }
    }
    return stream
  }

  /// The bits of the byte that `bit` divides which stand before it.
  private func leadingBits(at bit: Int) -> LeadingBits {
    let count = bit % 8
    guard count > 0 else { return LeadingBits() }
    return LeadingBits(count: count, value: data[data.startIndex + bit / 8] & (1 << count - 1))
  }

  /// Appends whole bytes; the bits of a last, divided one stand at the front of what follows.
  private func append(_ bits: Range<Int>, to stream: inout [UInt8]) {
    var first = data.startIndex + bits.lowerBound / 8
    let phase = bits.lowerBound % 8
    if phase > 0 {
      // From a whole byte to the bit at which the blocks begin, empty blocks lead (RFC 1951, 3.2.6): ten bits each, 0100000000.
      stream += [0b0000_0010, 0b0000_1000, 0b0010_0000].prefix(phase / 2) as ArraySlice<UInt8>
      stream.append(data[first] & ~(1 << phase - 1))
      first += 1
    }
    stream += data[first..<data.startIndex + bits.upperBound / 8]
  }
}
