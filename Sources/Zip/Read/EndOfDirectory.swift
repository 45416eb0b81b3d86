/// What the records at the end of an archive say about its central directory (APPNOTE 4.3.14–4.3.16).
struct EndOfDirectory: Sendable {
  /// Where the end of central directory record begins; its comment ends the file.
  let offset: Int
  /// The zip64 end of central directory record, when there is one.
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
      // 0xFFFF may name another disk, too: only with zip64 does it mean "look there".
      guard end.u16(4) == 0, end.u16(6) == 0, end.u16(8) == end.u16(10) else {
        throw .malformed(.split, offset: offset)
      }
      zip64 = nil
      guard plainEnd <= offset else { throw .malformed(.directoryPlace, offset: offset) }
      directory = end.u32(16)..<plainEnd
      entryCount = end.u16(10)
    }
    // A self-extractor's stub or another archive in front shifts everything; so does anything put in between.
    let expectedEnd = zip64?.lowerBound ?? offset
    guard directory.upperBound == expectedEnd else {
      let shift = expectedEnd - directory.upperBound
      let startsThere = Fields(bytes, at: directory.lowerBound + shift, count: 4)?.u32(0) == Layout.centralSignature
      throw .malformed(startsThere ? .prefixedBytes(shift) : .directoryPlace, offset: offset)
    }
  }

  /// The record that ends the file, with its comment.
  ///
  /// The comment may hold the bytes of another such record: if both point at a central directory, different programs open
  /// different archives. Bytes after the comment are let through when no such record begins in them, because nobody
  /// can then see a different archive: programs that save over a longer file without cutting it off do exist.
  private static func find(_ bytes: [UInt8]) throws(ZipError) -> Int {
    if bytes.starts(with: ForeignFormat.compoundFileSignature) { throw .notAZip(ForeignFormat(sniffing: bytes)) }
    let candidates = candidates(bytes)
    let plausible = candidates.filter { pointsAtDirectory(bytes, record: $0.offset) }
    guard plausible.count <= 1 else { throw .malformed(.ambiguousEnd, offset: plausible[1].offset) }
    if let chosen = plausible.first ?? candidates.first(where: { $0.end == bytes.count }) ?? candidates.first {
      // An archive that counts from its own beginning: a program that lets bytes stand before an archive opens that one.
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

  /// Where an end of central directory record could begin, last first, and where its comment would end.
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

  /// Whether a directory of the length that a record states, or an empty one, ends where the record stands.
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

  /// The record must stand right before its locator, as long as it says it is.
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

  /// Each field of the older record must say the same or "look in zip64".
  func agrees(with end: Fields) -> Bool {
    func same(_ field: Int, _ value: Int, _ sentinel: Int) -> Bool { field == sentinel || field == value }
    return same(end.u16(4), 0, Layout.max16) && same(end.u16(6), 0, Layout.max16)
      && same(end.u16(8), entryCount, Layout.max16) && same(end.u16(10), entryCount, Layout.max16)
      && same(end.u32(12), directory.count, Layout.max32)
      && same(end.u32(16), directory.lowerBound, Layout.max32)
  }
}
