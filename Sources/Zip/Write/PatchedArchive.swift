/// Puts a patched archive together.
struct PatchedArchive {
  private(set) var bytes: [UInt8] = []

  /// `replaced` and `removed` go by position in the entries of `archive`.
  init(
    _ archive: ZipArchive, replaced: [Int: Payload], removed: Set<Int>, added: [(header: Header, payload: Payload)]
  ) throws(ZipError) {
    let entries = archive.entries
    let growth =
      replaced.values.reduce(0) { $0 + $1.bytes.count } + added.reduce(0) { $0 + $1.payload.bytes.count + 256 }
    bytes.reserveCapacity(archive.bytes.count + growth)

    var headers: [Int: Header] = [:]
    var offsets = [Int](repeating: 0, count: entries.count)
    // The order of the records in the file need not be that of the directory; both stay.
    let inFileOrder = entries.indices.sorted { entries[$0].record.lowerBound < entries[$1].record.lowerBound }
    for position in inFileOrder where !removed.contains(position) {
      offsets[position] = bytes.count
      if let payload = replaced[position] {
        let header = try Header(of: entries[position], in: archive.bytes)
        try header.appendLocal(payload, to: &bytes)
        headers[position] = header
      } else {
        bytes += archive.bytes[entries[position].record]
      }
    }
    var addedOffsets: [Int] = []
    for (header, payload) in added {
      addedOffsets.append(bytes.count)
      try header.appendLocal(payload, to: &bytes)
    }

    let directoryStart = bytes.count
    for (position, entry) in entries.enumerated() where !removed.contains(position) {
      if let header = headers[position], let payload = replaced[position] {
        try header.appendCentral(payload, localOffset: offsets[position], to: &bytes)
      } else {
        bytes += try MovedRecord.bytes(entry.centralRecord, of: archive.bytes, localOffset: offsets[position])
      }
    }
    for (offset, (header, payload)) in zip(addedOffsets, added) {
      try header.appendCentral(payload, localOffset: offset, to: &bytes)
    }
    EndRecords.append(
      replacing: archive.index.end, of: archive.bytes,
      entryCount: entries.count - removed.count + added.count, directory: directoryStart..<bytes.count, to: &bytes)
  }
}
