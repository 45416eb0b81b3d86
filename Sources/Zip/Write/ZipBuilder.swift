// SPDX-License-Identifier: Apache-2.0

/// Builds a new archive. The same entries in the same order give the same bytes, because every entry gets the earliest time that
/// the format can express, 1980-01-01 00:00.
public struct ZipBuilder: Sendable {
  private var entries: [(name: String, pieces: [ArraySlice<UInt8>])] = []

  public init() {}

  /// Adds an entry after those already there.
  public mutating func add(_ name: String, _ bytes: [UInt8]) { entries.append((name, [bytes[...]])) }

  public mutating func add(_ name: String, _ pieces: [ArraySlice<UInt8>]) { entries.append((name, pieces)) }

  /// The bytes of the archive. Throws for a name that ``ZipArchive`` would reject: a duplicate, an absolute path, or one with a
  /// `..` segment.
  public func finish() throws(ZipError) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    var keys: Set<String> = []
    for (name, pieces) in entries {
      guard keys.insert(EntryName.key(name)).inserted else { throw .entry(name, .duplicateName) }
      let header = try Header(newEntry: name)
      let payload = try Payload(pieces)
      try header.appendCentral(payload, localOffset: bytes.count, to: &directory)
      try header.appendLocal(payload, to: &bytes)
    }
    let start = bytes.count
    bytes += directory
    EndRecords.append(entryCount: entries.count, directory: start..<bytes.count, to: &bytes)
    return bytes
  }
}
