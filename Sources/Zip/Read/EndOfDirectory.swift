// SPDX-License-Identifier: Apache-2.0

/// The location of the central directory, according to the records at the end of the archive (APPNOTE 4.3.14–4.3.16).
struct EndOfDirectory: Sendable {
  /// The offset of the end of central directory record. The archive comment after it ends the file.
  let offset: Int
  /// The zip64 end of central directory record, if there is one.
  let zip64: Range<Int>?
  let directory: Range<Int>
  let entryCount: Int

  init(_ bytes: [UInt8]) throws(ZipError) {
    offset = try Self.find(bytes)
    guard let end = Fields(bytes, at: offset, count: Layout.endSize) else { throw .incomplete(byteCount: bytes.count) }
    let sentinel =
      end.u16(8) == Layout.max16 || end.u16(10) == Layout.max16 || end.u32(12) == Layout.max32
      || end.u32(16) == Layout.max32
    let plainEnd = end.u32(16) + end.u32(12)
    let locatorOffset = offset - Layout.zip64LocatorSize
    if sentinel || plainEnd != offset, let locator = Fields(bytes, at: locatorOffset, count: Layout.zip64LocatorSize),
      locator.u32(0) == Layout.zip64LocatorSignature
    {
      let extended = try Zip64End(bytes, locator: locator, locatorOffset: locatorOffset)
      guard extended.agrees(with: end) else { throw .malformed(.zip64, offset: extended.record.lowerBound) }
      zip64 = extended.record
      directory = extended.directory
      entryCount = extended.entryCount
    } else {
      // 0xFFFF can also be a disk number. Only with zip64 does it mean that the number is in the zip64 record.
      guard end.u16(4) == 0, end.u16(6) == 0, end.u16(8) == end.u16(10) else {
        throw .malformed(.split, offset: offset)
      }
      zip64 = nil
      guard plainEnd <= offset else { throw .malformed(.directoryPlace, offset: offset) }
      directory = end.u32(16)..<plainEnd
      entryCount = end.u16(10)
    }
    // Bytes before the archive, such as the stub of a self-extractor or another archive, shift all offsets. So do bytes inserted
    // in between.
    let expectedEnd = zip64?.lowerBound ?? offset
    guard directory.upperBound == expectedEnd else {
      let shift = expectedEnd - directory.upperBound
      let startsThere = Fields(bytes, at: directory.lowerBound + shift, count: 4)?.u32(0) == Layout.centralSignature
      throw .malformed(startsThere ? .prefixedBytes(shift) : .directoryPlace, offset: offset)
    }
  }

  /// Finds the end of central directory record, which comes last in the file except for its comment.
  ///
  /// The comment may contain another such record. If both point at a central directory, different programs open different
  /// archives, so the file is rejected. Bytes after the comment are accepted if they contain no such record, because then no
  /// program can see a different archive: some programs save over a longer file without truncating it.
  private static func find(_ bytes: [UInt8]) throws(ZipError) -> Int {
    if bytes.starts(with: ForeignFormat.compoundFileSignature) { throw .notAZip(ForeignFormat(sniffing: bytes)) }
    let candidates = candidates(bytes)
    let plausible = candidates.filter { pointsAtDirectory(bytes, record: $0.offset) }
    guard plausible.count <= 1 else { throw .malformed(.ambiguousEnd, offset: plausible[1].offset) }
    if let chosen = plausible.first ?? candidates.first(where: { $0.end == bytes.count }) ?? candidates.first {
      // The comment may contain a complete archive whose offsets are relative to its own start. A program that accepts bytes
      // before an archive would open that one.
      for inner in candidates
      where inner.offset > chosen.offset && inner.end <= chosen.end
        && holdsArchive(bytes, from: chosen.offset, inner.offset)
      {
        let counts = [chosen.offset, inner.offset].map { Fields(bytes, at: $0, count: Layout.endSize)?.u16(10) ?? 0 }
        throw .malformed(.archiveInComment(entries: counts[0], inComment: counts[1]), offset: inner.offset)
      }
      let trailing = bytes.count - chosen.end
      guard trailing >= 0 else { throw .incomplete(byteCount: bytes.count) }
      guard !Layout.holdsEndSignature(bytes[chosen.end...]) else {
        throw .malformed(.trailingBytes(trailing), offset: chosen.end)
      }
      return chosen.offset
    }
    let looksLikeZip = bytes.starts(with: [0x50, 0x4B, 3, 4])
    throw looksLikeZip ? .incomplete(byteCount: bytes.count) : .notAZip(ForeignFormat(sniffing: bytes))
  }

  /// The possible end of central directory records, last first, each with the offset at which its comment would end.
  private static func candidates(_ bytes: [UInt8]) -> [(offset: Int, end: Int)] {
    var candidates: [(offset: Int, end: Int)] = []
    var at = bytes.count - Layout.endSize
    let lowest = max(0, at - Layout.max16)
    while at >= lowest {
      if bytes[at] == 0x50, let record = Fields(bytes, at: at, count: Layout.endSize),
        record.u32(0) == Layout.endSignature
      {
        candidates.append((at, at + Layout.endSize + record.u16(20)))
      }
      at -= 1
    }
    return candidates
  }

  /// Whether a non-empty central directory, of the length that the record states, ends where the record begins.
  private static func holdsArchive(_ bytes: [UInt8], from: Int, _ at: Int) -> Bool {
    guard let record = Fields(bytes, at: at, count: Layout.endSize) else { return false }
    let length = record.u32(12)
    guard length > 0, length <= at - from - Layout.endSize else { return false }
    return Fields(bytes, at: at - length, count: 4)?.u32(0) == Layout.centralSignature
  }

  private static func pointsAtDirectory(_ bytes: [UInt8], record at: Int) -> Bool {
    guard let record = Fields(bytes, at: at, count: Layout.endSize) else { return false }
    if record.u32(16) + record.u32(12) == at { return true }
    guard let locator = Fields(bytes, at: at - Layout.zip64LocatorSize, count: Layout.zip64LocatorSize),
      locator.u32(0) == Layout.zip64LocatorSignature, let offset = locator.u64(8)
    else { return false }
    return Fields(bytes, at: offset, count: Layout.zip64EndSize)?.u32(0) == Layout.zip64EndSignature
  }
}

/// The zip64 end of central directory record (APPNOTE 4.3.14).
private struct Zip64End {
  let record: Range<Int>
  let directory: Range<Int>
  let entryCount: Int

  /// The record must be directly before its locator and have the length that it states.
  init(_ bytes: [UInt8], locator: Fields, locatorOffset: Int) throws(ZipError) {
    guard locator.u32(4) == 0, locator.u32(16) <= 1 else { throw .malformed(.split, offset: locatorOffset) }
    guard let offset = locator.u64(8), let end = Fields(bytes, at: offset, count: Layout.zip64EndSize),
      end.u32(0) == Layout.zip64EndSignature, let size = end.u64(4), offset <= locatorOffset,
      size == locatorOffset - offset - 12, let onDisk = end.u64(24), let total = end.u64(32),
      let directorySize = end.u64(40), let directoryOffset = end.u64(48), directoryOffset <= offset,
      directorySize <= offset - directoryOffset
    else { throw .malformed(.zip64, offset: locatorOffset) }
    guard end.u32(16) == 0, end.u32(20) == 0, onDisk == total else { throw .malformed(.split, offset: offset) }
    record = offset..<locatorOffset
    directory = directoryOffset..<directoryOffset + directorySize
    entryCount = total
  }

  /// Whether each field of the older record has the same value, or refers to zip64.
  func agrees(with end: Fields) -> Bool {
    func same(_ field: Int, _ value: Int, _ sentinel: Int) -> Bool { field == sentinel || field == value }
    return same(end.u16(4), 0, Layout.max16) && same(end.u16(6), 0, Layout.max16)
      && same(end.u16(8), entryCount, Layout.max16) && same(end.u16(10), entryCount, Layout.max16)
      && same(end.u32(12), directory.count, Layout.max32)
      && same(end.u32(16), directory.lowerBound, Layout.max32)
  }
}
