// SPDX-License-Identifier: Apache-2.0

import Base

/// A ZIP archive in memory: its bytes and a verified index. Entries are inflated on request.
///
/// An archive that different programs could read differently is rejected: overlapping entries, duplicate names, local headers
/// that contradict the central directory, bytes before the archive, or another archive after it.
public struct ZipArchive: Sendable {
  public let bytes: [UInt8]
  public let limits: ZipLimits
  let index: ZipIndex
  let known = KnownEntries()

  /// Reads the central directory and checks every local header against it.
  public init(_ bytes: [UInt8], limits: ZipLimits = .default) throws(ZipError) {
    index = try ZipIndex(bytes, limits: limits)
    self.bytes = bytes
    self.limits = limits
  }

  /// The entries in the order of the central directory.
  public var entries: [ZipEntry] { index.entries }

  /// The entry with this name. ASCII case, the kind of slash and a leading slash are ignored.
  public func entry(named name: String) -> ZipEntry? {
    index.positions[EntryName.key(name)].map { index.entries[$0] }
  }

  /// The inflated bytes of `entry`, checked against its size and CRC-32. The limits apply to the bytes actually produced,
  /// whatever the archive states.
  public func contents(of entry: ZipEntry) throws(ZipError) -> [UInt8] {
    var stream = try stream(of: entry)
    return try stream.all()
  }

  /// The inflated bytes of `entry` as a stream.
  public func stream(of entry: ZipEntry) throws(ZipError) -> EntryStream {
    try EntryStream(entry, of: self, isVerified: known.contains(entry))
  }

  /// Checks that every entry can be read. With `original`, only entries whose bytes differ from it are checked.
  public func verify(against original: ZipArchive? = nil) throws(ZipError) {
    let changed = original.map { entries(changedSince: $0) } ?? entries
    _ = try concurrentMap(changed.count) { (index: Int) throws(ZipError) in try verify(changed[index]) }
  }

  /// Checks that `entry` inflates to its size and matches its CRC-32.
  public func verify(_ entry: ZipEntry) throws(ZipError) {
    var stream = try EntryStream(entry, of: self, isVerified: false)
    try stream.check()
  }

  /// The entries for which `original` has no entry of the same name with the same method, CRC-32, uncompressed size and
  /// compressed bytes.
  public func entries(changedSince original: ZipArchive) -> [ZipEntry] {
    entries.filter { entry in
      guard let old = original.entry(named: entry.name) else { return true }
      return entry.method != old.method || entry.crc32 != old.crc32 || entry.uncompressedSize != old.uncompressedSize
        || bytes[entry.data] != original.bytes[old.data]
    }
  }
}
