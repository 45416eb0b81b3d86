// SPDX-License-Identifier: Apache-2.0

/// An archive with uncompressed entries. This is faster than compressing: a fuzzer makes thousands per second, in which all but
/// one entry stay the same.
struct StoredArchive {
  private struct Entry {
    var name: [UInt8]
    var bytes: [UInt8]
    var checksum: UInt32
  }

  private var entries: [Entry] = []

  mutating func set(_ name: String, _ bytes: [UInt8]) {
    let entry = Entry(name: Array(name.utf8), bytes: bytes, checksum: Self.checksum(of: bytes))
    if let place = entries.firstIndex(where: { $0.name == entry.name }) {
      entries[place] = entry
    } else {
      entries.append(entry)
    }
  }

  /// The archive (APPNOTE 4.3.6).
  func bytes() -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    func append(_ value: UInt32, _ width: Int, to bytes: inout [UInt8]) {
      for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
    }
    for entry in entries {
      let offset = UInt32(truncatingIfNeeded: archive.count)
      let size = UInt32(truncatingIfNeeded: entry.bytes.count)
      // The fields that local header and directory have in common: version, flags, method, time, date, checksum, both sizes,
      // and the lengths of name and extra field.
      var common: [UInt8] = []
      for field: UInt32 in [20, 0, 0, 0, 33] { append(field, 2, to: &common) }
      for field in [entry.checksum, size, size, UInt32(entry.name.count)] { append(field, 4, to: &common) }
      append(0x0403_4B50, 4, to: &archive)
      archive += common
      archive += entry.name
      archive += entry.bytes
      append(0x0201_4B50, 4, to: &directory)
      append(20, 2, to: &directory)
      directory += common
      append(0, 10, to: &directory)  // length of the comment, disk, attributes
      append(offset, 4, to: &directory)
      directory += entry.name
    }
    let start = UInt32(truncatingIfNeeded: archive.count)
    archive += directory
    append(0x0605_4B50, 4, to: &archive)
    append(0, 4, to: &archive)
    append(UInt32(entries.count), 2, to: &archive)
    append(UInt32(entries.count), 2, to: &archive)
    append(UInt32(directory.count), 4, to: &archive)
    append(start, 4, to: &archive)
    append(0, 2, to: &archive)
    return archive
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  /// The CRC-32 of zip.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { value, byte in table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
  }
}
