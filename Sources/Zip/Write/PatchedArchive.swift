// SPDX-License-Identifier: Apache-2.0

/// Assembles a patched archive.
struct PatchedArchive {
  private(set) var bytes: [UInt8] = []

  /// `replaced` and `removed` refer to positions in the entries of `archive`. Each payload is released once it has been written.
  init(
    _ archive: ZipArchive, replaced: consuming [Int: Payload], removed: Set<Int>,
    added: consuming [(header: Header, payload: Payload)]
  ) throws(ZipError) {
    let entries = archive.entries
    let addedCount = added.count
    let growth =
      replaced.values.reduce(0) { $0 + $1.size } + added.reduce(0) { $0 + $1.payload.size + 256 }
    bytes.reserveCapacity(archive.bytes.count + growth)

    var renewed: [Int: [UInt8]] = [:]
    var offsets = [Int](repeating: 0, count: entries.count)
    // The local records may be in another order than the central directory; both orders are preserved.
    let inFileOrder = entries.indices.sorted { entries[$0].record.lowerBound < entries[$1].record.lowerBound }
    for position in inFileOrder where !removed.contains(position) {
      offsets[position] = bytes.count
      if let payload = replaced.removeValue(forKey: position) {
        let header = try Header(of: entries[position], in: archive.bytes)
        try header.appendCentral(payload, localOffset: bytes.count, to: &renewed[position, default: []])
        try header.appendLocal(payload, to: &bytes)
      } else {
        bytes += archive.bytes[entries[position].record]
      }
    }
    var last: [UInt8] = []
    for (header, payload) in added {
      try header.appendCentral(payload, localOffset: bytes.count, to: &last)
      try header.appendLocal(payload, to: &bytes)
    }

    let directoryStart = bytes.count
    for (position, entry) in entries.enumerated() where !removed.contains(position) {
      if let record = renewed[position] {
        bytes += record
      } else {
        bytes += try MovedRecord.bytes(entry.centralRecord, of: archive.bytes, localOffset: offsets[position])
      }
    }
    bytes += last
    EndRecords.append(
      replacing: archive.index.end, of: archive.bytes,
      entryCount: entries.count - removed.count + addedCount, directory: directoryStart..<bytes.count, to: &bytes)
  }
}
