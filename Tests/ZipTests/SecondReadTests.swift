// SPDX-License-Identifier: Apache-2.0

import Testing
import Zip

@Suite struct `An entry that is read again` {
  private static let text = Array(String(repeating: "text ", count: 3000).utf8)
  private static let plain = RawArchive([RawEntry("a.xml", text, deflated: true), RawEntry("b", "stored")])

  @Test func `is the same`() throws {
    let opened = try ZipArchive(Self.plain.bytes)
    for _ in 0..<3 {
      #expect(try opened.contents(of: opened.entries[0]) == Self.text)
      #expect(try opened.contents(of: opened.entries[1]) == Array("stored".utf8))
    }
    try opened.verify()
  }

  @Test func `is wrong every time if its data are`() throws {
    var archive = Self.plain
    archive.entries[1].data[0] ^= 1
    let opened = try ZipArchive(archive.bytes)
    #expect(try opened.contents(of: opened.entries[0]) == Self.text)
    let expected = ZipError.entry(
      "b", .checksum(declared: crc32(of: Array("stored".utf8)), actual: crc32(of: archive.entries[1].data)))
    for _ in 0..<3 { #expect(throws: expected) { try opened.contents(of: opened.entries[1]) } }
    #expect(throws: expected) { try opened.verify() }
  }

  /// A stream that was given up has shown nothing about the rest of its entry.
  @Test func `is still checked if it was not read to its end before`() throws {
    var archive = Self.plain
    archive.entries[1].data[5] ^= 1
    let opened = try ZipArchive(archive.bytes)
    var stream = try opened.stream(of: opened.entries[1])
    var start: [UInt8] = []
    try stream.read(2, onto: &start)
    #expect(start == Array("st".utf8))
    #expect(throws: ZipError.self) { try opened.contents(of: opened.entries[1]) }
  }

  /// Another archive may describe the same bytes with another checksum.
  @Test func `is checked as it is described`() throws {
    let opened = try ZipArchive(Self.plain.bytes)
    _ = try opened.contents(of: opened.entries[1])
    var other = Self.plain
    other.entries[1] = RawEntry("b", "STORED")
    let foreign = try ZipArchive(other.bytes).entries[1]
    #expect(throws: ZipError.self) { try opened.contents(of: foreign) }
  }
}
