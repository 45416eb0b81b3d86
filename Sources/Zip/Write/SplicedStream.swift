// SPDX-License-Identifier: Apache-2.0

import Base

/// The deflate stream of an entry with spliced contents: copied sections of the old stream, and new sections in between.
struct SplicedStream {
  private let contents: SplicedContents
  private let segments: [ReusableRanges.Segment]

  /// Nil if the entry is not deflated, or does not have the contents that the splices are for.
  init?(_ contents: SplicedContents, _ entry: ZipEntry, in archive: ZipArchive) {
    guard entry.method == 8, entry.uncompressedSize == contents.base.count,
      let kept = ReusableRanges(
        contents.splices, contentsCount: contents.base.count, data: entry.data, in: archive.bytes)
    else { return nil }
    self.contents = contents
    segments = kept.segments
  }

  /// The stream, in chunks.
  func deflated() throws(ZipError) -> [[UInt8]] {
    var kept: [[UInt8]] = []
    // The bits of a reused section that do not fill a byte are put at the front of the new section after it.
    var leading = LeadingBits()
    var renewals: [(range: Range<Int>, leading: LeadingBits)] = []
    for segment in segments {
      switch segment {
      case .kept(var bits):
        leading = bits.removePartialByte()
        kept.append(bits.bytes)
      case .renewed(let range):
        if kept.count == renewals.count { kept.append([]) }
        renewals.append((range, leading))
        leading = LeadingBits()
      }
    }
    let stretches = renewals
    let isRenewedLast = kept.count == stretches.count
    let renewed = try concurrentMap(stretches.count) { (index: Int) throws(ZipError) -> [[UInt8]] in
      let (range, leading) = stretches[index]
      let context = contents.base[max(0, range.lowerBound - DeflateRun.windowSize)..<range.lowerBound]
      return try DeflateRun(
        contents.pieces(in: range), after: context, leadingBits: leading,
        isLast: isRenewedLast && index == stretches.count - 1
      ).deflated(.usual)
    }
    return kept.indices.flatMap { [kept[$0]] + ($0 < renewed.count ? renewed[$0] : []) }
  }
}
