// SPDX-License-Identifier: Apache-2.0

import Testing
import Zip

@Suite struct `A patch` {
  private static let text = Array(String(repeating: "some text that deflates well, ", count: 20).utf8)
  private static let newText = Array(String(repeating: "and other text, ", count: 40).utf8)

  /// Three entries with everything that could get lost: a descriptor, a gap, extra fields, comments and attributes.
  private static func archive() -> RawArchive {
    var first = RawEntry("a.xml", text, deflated: true).withDescriptor(.bareWide, filled: false)
    first.after += [0, 0, 0]
    first.attributes = 0x81A4_0000
    var second = RawEntry("Xl\\B.xml", text, deflated: true).withDescriptor(.signed, filled: true)
    second.localExtra = extra(0xA220, [1, 2, 3])
    second.centralExtra = extra(0x5455, [3])
    second.comment = Array("why".utf8)
    second.attributes = 0x20
    var third = RawEntry("c", "stored")
    third.localExtra = extra(0x9999, [])
    var archive = RawArchive([first, second, third])
    archive.comment = Array("of the archive".utf8)
    return archive
  }

  private func patched(_ archive: RawArchive, _ change: (inout ZipPatch) -> Void) throws -> (
    old: ZipArchive, new: ZipArchive
  ) {
    let old = try ZipArchive(archive.bytes)
    var patch = ZipPatch()
    change(&patch)
    let new = try ZipArchive(patch.apply(to: old))
    try new.verify()
    return (old, new)
  }

  @Test func `of nothing gives the same bytes`() throws {
    let (old, new) = try patched(Self.archive()) { _ in }
    #expect(new.bytes == old.bytes)
  }

  @Test func `with the contents that are there gives the same bytes`() throws {
    let (old, new) = try patched(Self.archive()) {
      $0.replace("a.xml", with: [Self.text[..<7], Self.text[7...]])
      $0.replace("c", with: [Array("stored".utf8)[...]])
    }
    #expect(new.bytes == old.bytes)
  }

  @Test func `copies other records and their places in order, byte for byte`() throws {
    let (old, new) = try patched(Self.archive()) { $0.replace("xl/b.XML", with: [Self.newText[...]]) }
    #expect(new.entries.map(\.rawName) == old.entries.map(\.rawName))
    for position in [0, 2] {
      let (before, after) = (old.entries[position], new.entries[position])
      #expect(new.bytes[after.record] == old.bytes[before.record])
      // Only the offset in the record may differ.
      var expected = Array(old.bytes[before.centralRecord])
      expected.replaceSubrange(42..<46, with: little(after.record.lowerBound, 4))
      #expect(Array(new.bytes[after.centralRecord]) == expected)
    }
    #expect(new.bytes.suffix(16) == old.bytes.suffix(16))
    #expect(try new.contents(of: new.entries[1]) == Self.newText)
  }

  @Test func `gives an entry other contents, and keeps all else about it`() throws {
    let (old, new) = try patched(Self.archive()) { $0.replace("xl/b.xml", with: [Self.newText[...]]) }
    let (before, after) = (old.entries[1], new.entries[1])
    #expect(after.rawName == before.rawName && after.method == 8 && after.flags == before.flags & ~8)
    #expect(after.uncompressedSize == Self.newText.count && after.record.upperBound == after.data.upperBound)
    // Version made by, time and date, attributes, names, extra fields and comment.
    let (oldRecord, newRecord) = (Array(old.bytes[before.centralRecord]), Array(new.bytes[after.centralRecord]))
    for kept in [4..<6, 12..<16, 28..<42, 46..<newRecord.count] { #expect(newRecord[kept] == oldRecord[kept]) }
    let (oldLocal, newLocal) = (Array(old.bytes[before.record]), Array(new.bytes[after.record]))
    for kept in [10..<14, 26..<30 + 8 + 7] { #expect(newLocal[kept] == oldLocal[kept]) }
  }

  @Test func `keeps the order of records that differs from that of the directory`() throws {
    var archive = RawArchive([RawEntry("a", "1"), RawEntry("b", "22"), RawEntry("c", "333")])
    let places = [0, archive.entries[0].local.count, archive.entries[0].local.count + archive.entries[1].local.count]
    // The directory lists c, a, b, while the records are in the order a, b, c.
    var bytes = archive.entries.flatMap(\.local)
    let start = bytes.count
    for position in [2, 0, 1] { bytes += archive.entries[position].central(offset: places[position]) }
    archive.prefix = []
    bytes += Array(RawArchive(archive.entries).bytes.suffix(22))
    #expect(start == places[2] + archive.entries[2].local.count)
    let old = try ZipArchive(bytes)
    var patch = ZipPatch()
    patch.replace("a", with: [Self.newText[...]])
    let new = try ZipArchive(patch.apply(to: old))
    #expect(new.entries.map(\.name) == ["c", "a", "b"])
    #expect(new.entries.map(\.record.lowerBound).sorted() == [1, 2, 0].map { new.entries[$0].record.lowerBound })
    try new.verify()
  }

  @Test func `adds behind all others and removes`() throws {
    let (old, new) = try patched(Self.archive()) {
      $0.remove("A.XML")
      $0.add("xl/新.xml", [Self.newText[...]])
      $0.add("z", [])
    }
    #expect(new.entries.map(\.name) == ["Xl\\B.xml", "c", "xl/新.xml", "z"])
    #expect(new.bytes[new.entries[0].record] == old.bytes[old.entries[1].record])
    #expect(try new.contents(of: new.entries[2]) == Self.newText)
    #expect(new.entries[2].flags == 0x800 && new.entries[3].flags == 0)
  }

  @Test func `does not depend on how the contents are cut`() throws {
    let (_, whole) = try patched(Self.archive()) { $0.replace("c", with: [Self.newText[...]]) }
    let (_, cut) = try patched(Self.archive()) {
      $0.replace("c", with: Self.newText.indices.map { Self.newText[$0...$0] } + [[]])
    }
    #expect(whole.bytes == cut.bytes)
  }

  @Test func `that was itself replaced counts as last said`() throws {
    let (_, new) = try patched(Self.archive()) {
      $0.add("n", [[1]])
      $0.replace("N", with: [[2]])
      $0.replace("c", with: [[3]])
      $0.remove("c")
    }
    #expect(new.entries.map(\.name) == ["a.xml", "Xl\\B.xml", "N"])
    #expect(try new.contents(of: new.entries[2]) == [2])
  }

  @Test func `fails for entries that are not there, or are`() throws {
    let archive = try ZipArchive(Self.archive().bytes)
    let cases: [((inout ZipPatch) -> Void, ZipError)] = [
      ({ $0.replace("x", with: []) }, .entry("x", .missing)), ({ $0.remove("x") }, .entry("x", .missing)),
      ({ $0.add("xl/b.xml", []) }, .entry("xl/b.xml", .duplicateName)),
      ({ $0.add("../x", []) }, .entry("../x", .unsafeName)), ({ $0.add("", []) }, .entry("", .unsafeName)),
      ({ $0.add(String(repeating: "x", count: 65_536), []) }, .entry(String(repeating: "x", count: 65_536), .tooLong)),
    ]
    for (change, error) in cases {
      var patch = ZipPatch()
      change(&patch)
      #expect(throws: error) { try patch.apply(to: archive) }
    }
  }

  @Test func `keeps zip64 records, and what it does not know in them`() throws {
    var archive = Self.archive()
    archive.zip64 = RawZip64(extensible: [7, 7, 7])
    archive.end = [.directoryOffset: 0xFFFF_FFFF, .entries: 0xFFFF]
    let (old, new) = try patched(archive) { $0.remove("a.xml") }
    let ends = (old.bytes.suffix(22 + 14 + 20 + 59), new.bytes.suffix(22 + 14 + 20 + 59))
    #expect(ends.0.prefix(24) == ends.1.prefix(24))
    #expect(ends.1.dropFirst(56).prefix(3) == [7, 7, 7])
    // Fields that referred to zip64 still do; the others have been updated.
    #expect(Array(new.bytes.suffix(36))[8..<12] == [2, 0, 0xFF, 0xFF])
    #expect(Array(new.bytes.suffix(36))[16..<20] == [0xFF, 0xFF, 0xFF, 0xFF])
  }

  @Test func `drops zip64 sizes that new contents don't need`() throws {
    var archive = Self.archive()
    let size = archive.entries[0].data.count
    archive.entries[0] = RawEntry("a.xml", Self.text, deflated: true)
    archive.entries[0].compressed = 0xFFFF_FFFF
    archive.entries[0].uncompressed = 0xFFFF_FFFF
    archive.entries[0].localExtra = extra(0x5455, [3]) + extra(1, little(Self.text.count, 8) + little(size, 8))
    archive.entries[0].centralExtra = archive.entries[0].localExtra
    let (_, new) = try patched(archive) { $0.replace("a.xml", with: [Self.newText[...]]) }
    #expect(new.entries[0].data.lowerBound == 30 + 5 + 5)
    #expect(new.entries[0].centralRecord.count == 46 + 5 + 5)
  }

  @Test func `keeps what an older and longer file left behind the archive`() throws {
    var archive = Self.archive()
    archive.trailing = [1, 2, 3]
    let (_, new) = try patched(archive) { $0.remove("a.xml") }
    #expect(new.bytes.suffix(3) == [1, 2, 3])
  }

  @Test func `writes nothing that the usual limits would refuse`() throws {
    let zeros = [UInt8](repeating: 0, count: 4 << 20)
    let (_, new) = try patched(Self.archive()) { $0.replace("a.xml", with: [zeros[...]]) }
    #expect(try new.contents(of: new.entries[0]) == zeros)
    #expect(new.entries[0].compressedSize < zeros.count / 2)
  }
}

@Suite struct `An offset beyond 4 GiB` {
  private let big = 5_000_000_000

  @Test func `goes into a new zip64 field, before other extra fields`() throws {
    var entry = RawEntry("a", "1")
    entry.centralExtra = extra(0x5455, [3])
    let record = entry.central(offset: 0)
    let moved = try MovedRecord.bytes(0..<record.count, of: record, localOffset: big)
    var expected = entry
    expected.offset = 0xFFFF_FFFF
    expected.centralExtra = extra(1, little(big, 8)) + extra(0x5455, [3])
    var bytes = expected.central(offset: 0)
    bytes.replaceSubrange(6..<8, with: [45, 0])
    #expect(moved == bytes)
  }

  @Test func `joins sizes that are in zip64 already`() throws {
    var entry = RawEntry("a", "1")
    entry.uncompressed = 0xFFFF_FFFF
    entry.centralExtra = extra(1, little(1, 8))
    let record = entry.central(offset: 0)
    let moved = try MovedRecord.bytes(0..<record.count, of: record, localOffset: big)
    #expect(moved.suffix(20) == (extra(1, little(1, 8) + little(big, 8)))[...])
  }

  @Test func `stays in zip64 once it is there, be it small`() throws {
    var entry = RawEntry("a", "1")
    (entry.uncompressed, entry.offset) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    entry.centralExtra = extra(0x5455, [3]) + extra(1, little(1, 8) + little(big, 8))
    let record = entry.central(offset: 0)
    let moved = try MovedRecord.bytes(0..<record.count, of: record, localOffset: 7)
    #expect(moved == record.dropLast(8) + little(7, 8))
  }

  @Test func `of the directory makes zip64 end records`() {
    var output: [UInt8] = []
    EndRecords.append(entryCount: 70_000, directory: big..<big + 100, to: &output)
    let end = RawZip64(entries: 70_000, directorySize: 100, directoryOffset: big).records(
      at: 0, count: 0, start: 0, size: 0)
    #expect(Array(output.prefix(end.count)) == end)
    #expect(Array(output.suffix(14)) == [0xFF, 0xFF, 0xFF, 0xFF] + little(100, 4) + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0])
  }

  @Test func `and sizes beyond it are written in zip64 in both headers`() throws {
    let payload = Payload([[1]], method: 8, crc32: 9, uncompressedSize: big)
    let header = try Header(newEntry: "a")
    var local: [UInt8] = []
    try header.appendLocal(payload, to: &local)
    #expect(local[4] == 45 && Array(local[18..<26]) == [UInt8](repeating: 0xFF, count: 8))
    #expect(Array(local[31...]) == extra(1, little(big, 8) + little(1, 8)) + [1])
    var central: [UInt8] = []
    try header.appendCentral(payload, localOffset: big, to: &central)
    #expect(central[6] == 45 && Array(central[20..<28]) == [1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(Array(central[47...]) == extra(1, little(big, 8) + little(big, 8)))
  }
}
