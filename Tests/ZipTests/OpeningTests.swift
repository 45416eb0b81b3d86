// SPDX-License-Identifier: Apache-2.0

import Testing
import Zip

@Suite struct `Opening an archive` {
  static let text = Array(String(repeating: "some text that deflates well, ", count: 20).utf8)

  // MARK: what must be read

  static let legal: [(what: String, archive: RawArchive)] = {
    var cases: [(String, RawArchive)] = []
    let pair = [RawEntry("a.xml", text, deflated: true), RawEntry("b.xml", "stored")]
    cases.append(("deflated and stored", RawArchive(pair)))
    for form in DescriptorForm.allCases {
      for filled in [false, true] {
        let name = "descriptor \(form), local sizes \(filled ? "filled" : "zero")"
        cases.append((name, RawArchive(pair.map { $0.withDescriptor(form, filled: filled) })))
      }
    }
    var zip64Local = pair[0].withDescriptor(.signedWide, filled: false)
    zip64Local.localExtra = extra(1, little(0, 8) + little(0, 8))
    (zip64Local.localCompressed, zip64Local.localUncompressed) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    cases.append(("descriptor with zip64 in the local header", RawArchive([zip64Local, pair[1]])))
    var signatureInside = RawEntry("a.xml", little(0x0807_4B50, 4) + little(0x0403_4B50, 4) + [1, 2, 3])
    signatureInside = signatureInside.withDescriptor(.signed, filled: false)
    cases.append(("signatures inside the data", RawArchive([signatureInside, pair[1]])))
    var gap = pair[0]
    gap.after = [UInt8](repeating: 0, count: 37)
    cases.append(("a gap between entries", RawArchive([gap, pair[1]])))
    cases.append(("a gap before the directory", RawArchive([pair[1], gap])))
    var directory = RawEntry("xl/", [])
    directory.attributes = 0x10
    cases.append(("entries for folders, one of them twice", RawArchive([directory, directory] + pair)))
    cases.append(("backslashes in names", RawArchive([RawEntry("xl\\a.xml", "1"), RawEntry("xl\\b.xml", "2")])))
    var commented = RawArchive(pair)
    commented.comment = Array("made by hand".utf8)
    cases.append(("a comment", commented))
    commented.comment = little(0x0605_4B50, 4) + [UInt8](repeating: 7, count: 30)
    cases.append(("a comment with the signature of an end record", commented))
    var embedded = RawEntry("xl/embeddings/book.xlsx", RawArchive(pair).bytes)
    embedded.localExtra = extra(0xA220, [0, 0])
    cases.append(("an archive stored as the last entry", RawArchive([pair[0], embedded])))
    var wide = pair[0]
    (wide.compressed, wide.uncompressed) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    wide.centralExtra = extra(1, little(text.count, 8) + little(wide.data.count, 8))
    wide.localExtra = wide.centralExtra
    cases.append(("zip64 sizes", RawArchive([wide, pair[1]])))
    var wideOffset = pair[1]
    wideOffset.offset = 0xFFFF_FFFF
    wideOffset.centralExtra = extra(0x7777, [1]) + extra(1, little(pair[0].local.count, 8))
    cases.append(("a zip64 offset behind another extra field", RawArchive([pair[0], wideOffset])))
    var zip64 = RawArchive(pair)
    zip64.zip64 = RawZip64()
    zip64.end = [.directoryOffset: 0xFFFF_FFFF]
    cases.append(("zip64 for the offset of the directory alone", zip64))
    zip64.end = [.entries: 0xFFFF, .entriesHere: 0xFFFF, .directorySize: 0xFFFF_FFFF, .directoryOffset: 0xFFFF_FFFF]
    cases.append(("zip64 for everything", zip64))
    zip64.end = [:]
    cases.append(("zip64 where it is not needed", zip64))
    zip64.zip64?.extensible = [9, 9, 9]
    cases.append(("zip64 with an extensible data sector", zip64))
    var leftover = RawArchive(pair)
    leftover.trailing = RawEntry("old.xml", "left by a longer file").central(offset: 0)
    cases.append(("what a longer file left behind it", leftover))
    var strayExtra = pair[1]
    (strayExtra.localExtra, strayExtra.centralExtra) = ([0, 0, 0], [1, 2])
    cases.append(("stray bytes as extra field", RawArchive([strayExtra, pair[0]])))
    return cases
  }()

  @Test(arguments: legal) func `reads what is legal or harmless`(what: String, archive: RawArchive) throws {
    let opened = try ZipArchive(archive.bytes)
    #expect(opened.entries.map(\.rawName) == archive.entries.map(\.name))
    for (entry, raw) in zip(opened.entries, archive.entries) {
      #expect(try opened.contents(of: entry) == raw.contents)
    }
    try opened.verify()
  }

  @Test func `reads an entry deflated from nothing to nothing`() throws {
    var empty = RawEntry("a", [])
    empty.method = 8
    let archive = try ZipArchive(RawArchive([empty]).bytes)
    #expect(try archive.contents(of: archive.entries[0]) == [])
    try archive.verify()
  }

  @Test func `finds entries whatever the case, the slashes and a slash in front`() throws {
    let archive = try ZipArchive(RawArchive([RawEntry("xl\\Workbook.xml", "1"), RawEntry("b", "2")]).bytes)
    for name in ["xl\\Workbook.xml", "xl/workbook.xml", "/XL/WORKBOOK.XML"] {
      #expect(archive.entry(named: name)?.name == "xl\\Workbook.xml")
    }
    #expect(archive.entry(named: "workbook.xml") == nil)
  }

  @Test(
    arguments: [
      (Array("表.xml".utf8), 0x800, "表.xml"), (Array("表.xml".utf8), 0, "表.xml"),
      ([0x81, 0x62, 0xE1, 0xFE], 0, "übß■"), ([0xD7], 0x800, "╫"),
    ] as [([UInt8], Int, String)])
  func `reads names as UTF-8, else as code page 437`(raw: [UInt8], flags: Int, name: String) throws {
    var entry = RawEntry("", "1")
    (entry.name, entry.flags) = (raw, flags)
    let archive = try ZipArchive(RawArchive([entry]).bytes)
    #expect(archive.entries[0].name == name)
    #expect(archive.entries[0].rawName == raw)
    #expect(archive.entry(named: name) == archive.entries[0])
  }

  @Test func `a flag for UTF-8 in one header alone changes nothing of a name in ASCII`() throws {
    var entry = RawEntry("a", "1")
    entry.localFlags = 0x800
    #expect(try ZipArchive(RawArchive([entry]).bytes).entries[0].name == "a")
  }

  // MARK: what must be refused

  static let refused: [(what: String, archive: RawArchive, error: ZipError)] = {
    var cases: [(String, RawArchive, ZipError)] = []
    let a = RawEntry("a", text, deflated: true)
    let b = RawEntry("b", "stored")

    func entry(_ what: String, _ error: EntryFault, _ change: (inout RawEntry) -> Void) {
      var changed = a
      change(&changed)
      cases.append((what, RawArchive([b, changed]), .entry(String(decoding: changed.name, as: UTF8.self), error)))
    }
    entry("another method", .method(12)) { $0.method = 12 }
    entry("encryption", .encrypted) { $0.flags = 1 }
    entry("another disk", .split) { $0.disk = 1 }
    entry("a name that differs in the local header", .headerMismatch(field: "name")) { $0.localName = [0x63] }
    entry("a longer name in the local header", .headerMismatch(field: "name")) { $0.localName = [0x61, 0x61] }
    entry("a method that differs", .headerMismatch(field: "method")) { $0.localMethod = 0 }
    entry("a flag for a descriptor that differs", .headerMismatch(field: "flags")) { $0.localFlags = 8 }
    entry("a flag for UTF-8 that differs where it changes the name", .headerMismatch(field: "flags")) {
      $0.name = [0xC3, 0xA4]
      $0.localFlags = 0x800
    }
    entry("a flag for encryption that differs", .headerMismatch(field: "flags")) { $0.localFlags = 1 }
    entry("a CRC that differs", .headerMismatch(field: "CRC-32")) { $0.localCRC = 1 }
    entry("a CRC of zero without descriptor", .headerMismatch(field: "CRC-32")) { $0.localCRC = 0 }
    entry("a size that differs", .headerMismatch(field: "uncompressed size")) { $0.localUncompressed = 1 }
    entry("a compressed size that differs", .headerMismatch(field: "compressed size")) { $0.localCompressed = 1 }
    entry("a size that differs in spite of a descriptor", .headerMismatch(field: "uncompressed size")) {
      $0 = $0.withDescriptor(.signed, filled: false)
      $0.localUncompressed = 1
    }
    entry("zip64 sizes of the local header that differ", .headerMismatch(field: "compressed size")) {
      $0.localCompressed = 0xFFFF_FFFF
      $0.localExtra = extra(1, little(9, 8))
    }
    entry("data beyond the directory", .dataPlace) { $0.compressed = 100_000 }
    entry("data beyond any file", .dataPlace) {
      $0.compressed = 0xFFFF_FFFF
      $0.centralExtra = extra(1, little(.max, 8))
    }
    entry("an offset beyond the file", .localHeader(offset: 100_000)) { $0.offset = 100_000 }
    entry("an offset into nowhere", .localHeader(offset: 1)) { $0.offset = 1 }
    entry("an offset beyond any number", .dataPlace) {
      $0.offset = 0xFFFF_FFFF
      $0.centralExtra = extra(1, [UInt8](repeating: 0xFF, count: 8))
    }
    for name in ["../a", "x/../a", "x\\..\\a", "/a", "\\a", "c:a", "a\0"] {
      entry("the name \(name.debugDescription)", .unsafeName) { $0.name = Array(name.utf8) }
    }

    for (first, second) in [("a", "a"), ("a", "A"), ("x/a", "x\\a")] {
      let pair = RawArchive([RawEntry(first, "1"), RawEntry(second, "2")])
      cases.append(("names \(first) and \(second)", pair, .entry(second, .duplicateName)))
    }

    var kernel = RawEntry("c", text, deflated: true)
    kernel.offset = 0
    var quoted = RawArchive([kernel, kernel])
    quoted.entries[0].name = a.name
    quoted.entries[1].localName = a.name
    quoted.entries[1].name = a.name
    cases.append(("two entries on one place", quoted, .entry("a", .overlap(with: "a"))))
    var inner = RawEntry("in", "kernel")
    var outer = RawEntry("out", [])
    outer.data = inner.local
    outer.contents = inner.local
    outer.crc = Int(crc32(of: inner.local))
    inner.offset = outer.local.count - inner.local.count
    var nested = RawArchive([outer, inner])
    // The second record's local header is not needed, only its record in the directory.
    nested.entries[1].offset = 30 + 3
    cases.append(("an entry inside another", nested, .entry("out", .overlap(with: "in"))))

    for isLocal in [true, false] {
      var renamed = a
      let other = extra(0x7075, [1, 0, 0, 0, 0] + Array("other.xml".utf8))
      if isLocal { renamed.localExtra = other } else { renamed.centralExtra = other }
      let name = String(decoding: a.name, as: UTF8.self)
      cases.append(("another name in an extra field", RawArchive([renamed, b]), .entry(name, .otherName("other.xml"))))
    }

    func frame(_ what: String, _ error: ZipError, _ change: (inout RawArchive) -> Void) {
      var archive = RawArchive([a, b])
      change(&archive)
      cases.append((what, archive, error))
    }
    let size = a.local.count + b.local.count
    let directory = a.central(offset: 0).count + b.central(offset: 0).count
    let end = size + directory
    let whole = RawArchive([a, b]).bytes
    frame("bytes in front that the offsets know of", .malformed(.prefixedBytes(5), offset: 0)) {
      $0.prefix = [1, 2, 3, 4, 5]
    }
    frame("bytes in front that the offsets don't know of", .malformed(.prefixedBytes(5), offset: end + 5)) {
      $0.prefix = [1, 2, 3, 4, 5]
      $0.end = [.directoryOffset: size]
    }
    frame("another archive in front", .malformed(.ambiguousEnd, offset: end)) { $0.prefix = whole }
    frame("another archive behind", .malformed(.trailingBytes(whole.count), offset: whole.count)) {
      $0.trailing = whole
    }
    frame("half an end record behind", .malformed(.trailingBytes(10), offset: whole.count)) {
      $0.trailing = Array(whole.suffix(22).prefix(10))
    }
    frame("two ends", .malformed(.ambiguousEnd, offset: end)) {
      // The comment contains a second end record that is just as valid as the first.
      $0.comment =
        little(0x0605_4B50, 4) + [0, 0, 0, 0, 2, 0, 2, 0] + little(directory + 22, 4) + little(size, 4) + [0, 0]
    }
    frame(
      "an archive in the comment",
      .malformed(.archiveInComment(entries: 2, inComment: 1), offset: end + RawArchive([a]).bytes.count)
    ) {
      // Offsets are relative to its own beginning, as if it were alone.
      $0.comment = RawArchive([a]).bytes
    }
    frame("one of several disks", .malformed(.split, offset: end)) { $0.end = [.disk: 1] }
    frame("a directory on another disk", .malformed(.split, offset: end)) { $0.end = [.directoryDisk: 1] }
    frame("entries on other disks", .malformed(.split, offset: end)) { $0.end = [.entriesHere: 1] }
    frame("too few entries stated", .malformed(.directoryRecord, offset: size + a.central(offset: 0).count)) {
      $0.end = [.entries: 1, .entriesHere: 1]
    }
    frame("too many entries stated", .malformed(.directoryRecord, offset: end)) {
      $0.end = [.entries: 3, .entriesHere: 3]
    }
    frame("a directory that is too short", .malformed(.directoryPlace, offset: end)) {
      $0.end = [.directorySize: directory - 1]
    }
    frame("a directory beyond the file", .malformed(.directoryPlace, offset: end)) {
      $0.end = [.directoryOffset: 0xFFFF_FFF0]
    }
    frame("bytes behind the directory", .malformed(.directoryPlace, offset: end + 3)) { $0.afterDirectory = [1, 2, 3] }
    frame("zip64 that contradicts the number of entries", .malformed(.zip64, offset: end)) {
      $0.zip64 = RawZip64(entries: 1)
    }
    frame("zip64 that contradicts the place of the directory", .malformed(.zip64, offset: end)) {
      $0.zip64 = RawZip64(directoryOffset: 1)
    }
    frame("a zip64 record somewhere else", .malformed(.zip64, offset: end + 56)) {
      $0.zip64 = RawZip64(recordOffset: 0)
    }
    frame("a zip64 record nowhere", .malformed(.zip64, offset: end + 56)) { $0.zip64 = RawZip64(recordOffset: .max) }
    frame("a zip64 record of another length", .malformed(.zip64, offset: end + 56)) {
      $0.zip64 = RawZip64(recordSize: 45)
    }
    frame("a gap before the zip64 locator", .malformed(.zip64, offset: end + 59)) {
      $0.zip64 = RawZip64(between: [0, 0, 0])
    }
    return cases
  }()

  @Test(arguments: refused) func `refuses what two programs could read differently, or nobody`(
    what: String, archive: RawArchive, error: ZipError
  ) {
    #expect(throws: error) { try ZipArchive(archive.bytes) }
  }
}
