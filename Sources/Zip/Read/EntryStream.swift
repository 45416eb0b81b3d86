// SPDX-License-Identifier: Apache-2.0

/// The uncompressed bytes of one entry, read piece by piece within the limits, so that a large entry need not be in memory as a
/// whole.
///
/// The size and the CRC-32 are only verified when the last piece has been read; the CRC-32 of an entry that has been read to its end before
/// is not computed again.
public struct EntryStream: ~Copyable {
  private let entry: ZipEntry
  private let bytes: [UInt8]
  private let ceiling: (bytes: Int, limit: ZipLimit)
  private let limits: ZipLimits
  /// Nil if the entry is not deflated.
  private var inflater: Inflater?
  private var position: Int
  private var total = 0
  private var crc: UInt32 = 0
  /// Whether the CRC-32 is known to be right.
  private let isVerified: Bool
  private let known: KnownEntries

  /// Whether everything has been read and verified.
  public private(set) var isEnded = false

  init(_ entry: ZipEntry, of archive: ZipArchive, isVerified: Bool) throws(ZipError) {
    // An entry from another archive may have any offsets.
    guard entry.data.upperBound <= archive.bytes.count else { throw .entry(entry.name, .dataPlace) }
    // The entry is stored, or it is empty: some writers mark an empty entry as deflated but write no deflate stream at all.
    let isPlain = entry.method == 0 || (entry.data.isEmpty && entry.uncompressedSize == 0)
    let expected = min(entry.uncompressedSize, archive.limits.ceiling(compressed: entry.data.count).bytes)
    inflater = isPlain ? nil : Inflater(archive.bytes, entry.data, expecting: expected)
    self.entry = entry
    bytes = archive.bytes
    self.isVerified = isVerified
    known = archive.known
    limits = archive.limits
    ceiling = archive.limits.ceiling(compressed: entry.data.count)
    position = entry.data.lowerBound
  }

  /// Appends at most `room` bytes to `output`; `room` must be more than 0.
  public mutating func read(_ room: Int, onto output: inout [UInt8]) throws(ZipError) {
    guard !isEnded else { return }
    let start = output.count
    let status = step(room, &output)
    total += output.count - start
    if !isVerified { crc = Zlib.crc32(output.span.extracting(start..<output.count), after: crc) }
    switch status {
    case .finished:
      try checkTotal()
      if !isVerified {
        guard crc == entry.crc32 else { throw .entry(entry.name, .checksum(declared: entry.crc32, actual: crc)) }
        known.insert(entry)
      }
      isEnded = true
    case .outputFull:
      if total > min(entry.uncompressedSize, ceiling.bytes) { try checkTotal() }
    case .inputEnded: throw .entry(entry.name, .truncatedData)
    case .damaged: throw .entry(entry.name, .badData)
    }
  }

  private mutating func step(_ room: Int, _ output: inout [UInt8]) -> InflateStatus {
    if inflater == nil {
      let next = min(position + room, entry.data.upperBound)
      output.append(contentsOf: bytes[position..<next])
      position = next
      return position == entry.data.upperBound ? .finished : .outputFull
    }
    return inflater?.append(to: &output, room: room) ?? .finished
  }

  private func checkTotal() throws(ZipError) {
    if total > ceiling.bytes {
      guard ceiling.limit == .ratio else {
        throw .limit(.entryInflated, entry: entry.name, actual: total, allowed: limits.entryInflated)
      }
      let compressed = max(entry.data.count, 1)
      throw .limit(.ratio, entry: entry.name, actual: (total - 1) / compressed + 1, allowed: limits.ratio)
    }
    guard total == entry.uncompressedSize else {
      throw .entry(entry.name, .sizeMismatch(declared: entry.uncompressedSize, atLeast: total))
    }
  }
}

extension EntryStream {
  /// A size that fits into the cache of a core.
  private static let piece = 1 << 17

  /// Reads the entry from the beginning to the end.
  mutating func all() throws(ZipError) -> [UInt8] {
    // Allow one byte more than stated, so that a longer entry is noticed. The stated size is only a hint: no more memory is
    // reserved at once than the compressed size makes plausible.
    let wanted = min(entry.uncompressedSize, ceiling.bytes, .max - 1) + 1
    var output: [UInt8] = []
    output.reserveCapacity(min(wanted, likelySize))
    while !isEnded {
      let room = min(wanted - output.count, Self.piece)
      if output.capacity - output.count < room { output.reserveCapacity(min(wanted, output.count * 2 + Self.piece)) }
      try read(room, onto: &output)
    }
    return output
  }

  /// Does the same as ``all()`` without keeping the bytes.
  mutating func check() throws(ZipError) {
    var window: [UInt8] = []
    while !isEnded {
      window.removeAll(keepingCapacity: true)
      try read(Self.piece, onto: &window)
    }
  }

  /// Worksheets deflate to between a quarter and a thirtieth of their size.
  private var likelySize: Int {
    let (product, overflow) = entry.data.count.multipliedReportingOverflow(by: 32)
    return overflow ? .max : max(product, 1 << 16)
  }
}
