// SPDX-License-Identifier: Apache-2.0

import Testing
import Zip

/// An archive spelled out record by record, so that each field can be wrong.
struct RawArchive {
  var prefix: [UInt8] = []
  var entries: [RawEntry]
  /// Bytes between the central directory and the end records.
  var afterDirectory: [UInt8] = []
  var zip64: RawZip64?
  var comment: [UInt8] = []
  var trailing: [UInt8] = []
  /// Overrides fields of the end of central directory record.
  var end: [EndField: Int] = [:]

  init(_ entries: [RawEntry]) { self.entries = entries }

  enum EndField: Int, CaseIterable {
    case disk = 4
    case directoryDisk = 6
    case entriesHere = 8
    case entries = 10
    case directorySize = 12
    case directoryOffset = 16
    case commentLength = 20

    var width: Int { self == .directorySize || self == .directoryOffset ? 4 : 2 }
  }

  var bytes: [UInt8] {
    var output = prefix
    var directory: [UInt8] = []
    for entry in entries {
      directory += entry.central(offset: output.count)
      output += entry.local
    }
    let start = output.count
    output += directory + afterDirectory
    if let zip64 {
      output += zip64.records(at: output.count, count: entries.count, start: start, size: directory.count)
    }
    let fields: [(Int, Int)] = [
      (0x0605_4B50, 4), (0, 2), (0, 2), (entries.count, 2), (entries.count, 2), (directory.count, 4), (start, 4),
      (comment.count, 2),
    ]
    var record = fields.flatMap { little($0.0, $0.1) }
    for (field, value) in end {
      record.replaceSubrange(field.rawValue..<field.rawValue + field.width, with: little(value, field.width))
    }
    return output + record + comment + trailing
  }
}

/// The zip64 records. Fields that are nil have the correct value.
struct RawZip64 {
  var entries: Int?
  var directorySize: Int?
  var directoryOffset: Int?
  var recordSize = 44
  var recordOffset: Int?
  var between: [UInt8] = []
  var extensible: [UInt8] = []

  func records(at place: Int, count: Int, start: Int, size: Int) -> [UInt8] {
    let record: [(Int, Int)] = [
      (0x0606_4B50, 4), (recordSize + extensible.count, 8), (45, 2), (45, 2), (0, 4), (0, 4), (entries ?? count, 8),
      (entries ?? count, 8), (directorySize ?? size, 8), (directoryOffset ?? start, 8),
    ]
    let locator: [(Int, Int)] = [(0x0706_4B50, 4), (0, 4), (recordOffset ?? place, 8), (1, 4)]
    return record.flatMap { little($0.0, $0.1) } + extensible + between + locator.flatMap { little($0.0, $0.1) }
  }
}

struct RawEntry {
  var name: [UInt8]
  var contents: [UInt8]
  var method = 0
  var flags = 0
  var data: [UInt8]
  var crc: Int
  /// The name in the local header, if it differs from the central directory.
  var localName: [UInt8]?
  var localMethod: Int?
  var localFlags: Int?
  var localCRC: Int?
  var localCompressed: Int?
  var localUncompressed: Int?
  var compressed: Int?
  var uncompressed: Int?
  var localExtra: [UInt8] = []
  var centralExtra: [UInt8] = []
  var comment: [UInt8] = []
  var disk = 0
  var offset: Int?
  var attributes = 0
  /// Bytes after the data: a data descriptor or a gap.
  var after: [UInt8] = []

  /// Stored, or with `deflated` compressed by the module.
  init(_ name: String, _ contents: [UInt8], deflated: Bool = false) {
    self.name = Array(name.utf8)
    self.contents = contents
    (data, method) = (contents, 0)
    crc = Int(crc32(of: contents))
    if deflated, let (bytes, entry) = built(contents), entry.method == 8 {
      (data, method) = (Array(bytes[entry.data]), 8)
    }
  }

  init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  var local: [UInt8] {
    let name = localName ?? self.name
    let fields: [(Int, Int)] = [
      (0x0403_4B50, 4), (20, 2), (localFlags ?? flags, 2), (localMethod ?? method, 2), (0x6B2F, 2), (0x5A21, 2),
      (localCRC ?? crc, 4), (localCompressed ?? compressed ?? data.count, 4),
      (localUncompressed ?? uncompressed ?? contents.count, 4), (name.count, 2), (localExtra.count, 2),
    ]
    return fields.flatMap { little($0.0, $0.1) } + name + localExtra + data + after
  }

  func central(offset place: Int) -> [UInt8] {
    let fields: [(Int, Int)] = [
      (0x0201_4B50, 4), (0x031E, 2), (20, 2), (flags, 2), (method, 2), (0x6B2F, 2), (0x5A21, 2), (crc, 4),
      (compressed ?? data.count, 4), (uncompressed ?? contents.count, 4), (name.count, 2), (centralExtra.count, 2),
      (comment.count, 2), (disk, 2), (1, 2), (attributes, 4), (offset ?? place, 4),
    ]
    return fields.flatMap { little($0.0, $0.1) } + name + centralExtra + comment
  }

  /// With bit 3 set, local CRC and sizes zero unless `filled`, and `descriptor` after the data.
  func withDescriptor(_ descriptor: DescriptorForm, filled: Bool) -> RawEntry {
    var entry = self
    entry.flags |= 8
    if !filled { (entry.localCRC, entry.localCompressed, entry.localUncompressed) = (0, 0, 0) }
    entry.after = descriptor.bytes(crc: crc, compressed: data.count, uncompressed: contents.count)
    return entry
  }
}

enum DescriptorForm: CaseIterable {
  case none, bare, signed, bareWide, signedWide

  func bytes(crc: Int, compressed: Int, uncompressed: Int) -> [UInt8] {
    let signature = self == .signed || self == .signedWide ? little(0x0807_4B50, 4) : []
    let width = self == .bareWide || self == .signedWide ? 8 : 4
    return self == .none ? [] : signature + little(crc, 4) + little(compressed, width) + little(uncompressed, width)
  }
}

/// An extra field.
func extra(_ id: Int, _ content: [UInt8]) -> [UInt8] { little(id, 2) + little(content.count, 2) + content }

func little(_ value: Int, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// `contents` as the module writes it.
func built(_ contents: [UInt8]) -> (bytes: [UInt8], entry: ZipEntry)? {
  var builder = ZipBuilder()
  builder.add("x", contents)
  guard let bytes = try? builder.finish(), let entry = try? ZipArchive(bytes).entries.first else { return nil }
  return (bytes, entry)
}

/// CRC-32 by its definition, bit by bit (ISO 3309).
func crc32(of bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}

extension RawArchive: CustomTestStringConvertible {
  var testDescription: String { "\(bytes.count) bytes" }
}
