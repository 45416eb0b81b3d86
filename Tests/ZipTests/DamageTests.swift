// SPDX-License-Identifier: Apache-2.0

import Testing
import Zip

@Suite struct `A damaged archive` {
  private static let plain: RawArchive = {
    var archive = RawArchive([
      RawEntry("a.xml", Array(String(repeating: "text ", count: 30).utf8), deflated: true),
      RawEntry("b", "stored").withDescriptor(.signed, filled: false),
    ])
    archive.comment = Array("comment".utf8)
    return archive
  }()

  private static let wide: RawArchive = {
    var archive = plain
    archive.zip64 = RawZip64()
    archive.end = [.entries: 0xFFFF, .entriesHere: 0xFFFF, .directorySize: 0xFFFF_FFFF, .directoryOffset: 0xFFFF_FFFF]
    archive.entries[0].uncompressed = 0xFFFF_FFFF
    archive.entries[0].compressed = 0xFFFF_FFFF
    archive.entries[0].centralExtra = extra(1, little(150, 8) + little(archive.entries[0].data.count, 8))
    archive.entries[0].localExtra = archive.entries[0].centralExtra
    return archive
  }()

  @Test(arguments: [plain, wide]) func `is incomplete wherever it was cut off`(archive: RawArchive) throws {
    let bytes = archive.bytes
    _ = try ZipArchive(bytes)
    for count in 4..<bytes.count {
      #expect(throws: ZipError.incomplete(byteCount: count)) { try ZipArchive(Array(bytes.prefix(count))) }
    }
  }

  /// Tries ten other values for every byte. Most are detected, and none may change what is read.
  @Test(arguments: [plain, wide]) func `is refused or reads the same, whichever byte is wrong`(archive: RawArchive)
    throws
  {
    let bytes = archive.bytes
    var noticed = 0
    for place in bytes.indices {
      for value in [
        0, 1, 2, 0x7F, 0x80, 0xFF, bytes[place] ^ 1, bytes[place] ^ 8, bytes[place] &+ 1, bytes[place] &- 1,
      ]
      where value != bytes[place] {
        var wrong = bytes
        wrong[place] = value
        do throws(ZipError) {
          let opened = try ZipArchive(wrong)
          for (entry, raw) in zip(opened.entries, archive.entries) {
            #expect(try opened.contents(of: entry) == raw.contents, "byte \(place) is \(value)")
          }
          // It can also be patched without crashing.
          var patch = ZipPatch()
          patch.add("new", [[1]])
          try ZipArchive(patch.apply(to: opened)).verify()
        } catch {
          noticed += 1
          #expect(!error.description.isEmpty)
        }
      }
    }
    #expect(noticed > bytes.count * 5)
  }

  @Test func `names the entry whose data are wrong`() throws {
    var archive = Self.plain
    archive.entries[1].data[0] ^= 1
    let opened = try ZipArchive(archive.bytes)
    let expected = ZipError.entry(
      "b", .checksum(declared: crc32(of: Array("stored".utf8)), actual: crc32(of: archive.entries[1].data)))
    #expect(throws: expected) { try opened.contents(of: opened.entries[1]) }
    #expect(throws: expected) { try opened.verify() }
  }

  @Test(
    arguments: [
      (ForeignFormat.empty, []), (.unknown, [0, 1, 2, 3]), (.text, Array("姓名,金額\r\n王,1\r\n".utf8)),
      (.text, [0xFF, 0xFE, 0x41, 0]), (.text, [0xC4, 0xE3, 0x2C, 0x31]), (.pdf, Array("%PDF-1.7\n".utf8)),
      (.html, Array("\u{FEFF}\n<!DOCTYPE html><html>".utf8)), (.html, Array("<HTML><BODY>".utf8)),
      (.html, Array("<table><tr>".utf8)), (.xml, Array("<?xml version=\"1.0\"?><Workbook/>".utf8)),
      (.compoundFile, [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 1020)),
      (.compoundFile, [0xD0, 0xCF, 0x11, 0xE0] + plain.bytes),
      (.passwordProtected, compoundFile(naming: "EncryptedPackage")), (.compoundFile, compoundFile(naming: "Workbook")),
      (.ownerFile, [4] + Array("Wang".utf8) + [UInt8](repeating: 0x20, count: 160)),
    ] as [(ForeignFormat, [UInt8])])
  func `that is none is called what it looks like`(format: ForeignFormat, bytes: [UInt8]) {
    #expect(throws: ZipError.notAZip(format)) { try ZipArchive(bytes) }
  }

  private static func compoundFile(naming name: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 1532)
    let raw = name.utf16.flatMap { little(Int($0), 2) }
    bytes.replaceSubrange(1152..<1152 + raw.count, with: raw)
    return bytes
  }
}
