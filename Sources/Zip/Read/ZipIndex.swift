// SPDX-License-Identifier: Apache-2.0

/// The verified index of an archive.
struct ZipIndex: Sendable {
  let end: EndOfDirectory
  let entries: [ZipEntry]
  /// The position in `entries` by normalized name (``EntryName/key(_:)``).
  let positions: [String: Int]

  init(_ bytes: [UInt8], limits: ZipLimits) throws(ZipError) {
    guard bytes.count <= limits.fileSize else {
      throw .limit(.fileSize, entry: nil, actual: bytes.count, allowed: limits.fileSize)
    }
    end = try EndOfDirectory(bytes)
    guard end.entryCount <= limits.entries else {
      throw .limit(.entries, entry: nil, actual: end.entryCount, allowed: limits.entries)
    }
    let records = try Self.records(bytes, end)
    entries = try Self.place(records, bytes, directory: end.directory.lowerBound)
    positions = try Self.positions(of: entries)
  }

  private static func records(_ bytes: [UInt8], _ end: EndOfDirectory) throws(ZipError) -> [CentralRecord] {
    var records: [CentralRecord] = []
    var at = end.directory.lowerBound
    while at < end.directory.upperBound {
      // Stop at the stated number of records, before they become too many.
      guard records.count < end.entryCount else { throw .malformed(.directoryRecord, offset: at) }
      let record = try CentralRecord(bytes, at: at, end: end.directory.upperBound)
      records.append(record)
      at = record.range.upperBound
    }
    guard records.count == end.entryCount else { throw .malformed(.directoryRecord, offset: at) }
    return records
  }

  /// Finds the data of each entry. No two entries may overlap.
  private static func place(
    _ records: [CentralRecord], _ bytes: [UInt8], directory: Int
  ) throws(ZipError) -> [ZipEntry] {
    var ends = [Int](repeating: directory, count: records.count)
    var data: [Range<Int>] = []
    data.reserveCapacity(records.count)
    for record in records { data.append(try LocalHeader.dataRange(bytes, of: record, before: directory)) }

    let order = records.indices.sorted { records[$0].localOffset < records[$1].localOffset }
    for (this, next) in zip(order, order.dropFirst()) {
      guard data[this].upperBound <= records[next].localOffset else {
        throw .entry(records[this].name, .overlap(with: records[next].name))
      }
      ends[this] = records[next].localOffset
    }
    let first = order.first.map { records[$0].localOffset } ?? directory
    guard first == 0 else { throw .malformed(.prefixedBytes(first), offset: 0) }

    return records.indices.map { index in
      let record = records[index]
      return ZipEntry(
        name: record.name, rawName: record.rawName, method: record.method, flags: record.flags,
        crc32: UInt32(truncatingIfNeeded: record.crc32), compressedSize: record.compressedSize,
        uncompressedSize: record.uncompressedSize, data: data[index],
        record: record.localOffset..<ends[index], centralRecord: record.range)
    }
  }

  private static func positions(of entries: [ZipEntry]) throws(ZipError) -> [String: Int] {
    var positions: [String: Int] = [:]
    positions.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      guard let earlier = positions.updateValue(index, forKey: EntryName.key(entry.name)) else { continue }
      // A directory entry without data may occur twice: there is nothing in which the two could differ.
      let harmless = entry.isDirectory && entry.uncompressedSize == 0 && entries[earlier].uncompressedSize == 0
      guard harmless else { throw .entry(entry.name, .duplicateName) }
    }
    return positions
  }
}
