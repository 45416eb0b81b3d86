// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import Zip

@Suite struct `Splicing an entry` {
  /// Rows as in a sheet, with incompressible stretches here and there, which zlib stores as they are.
  private static let base: [UInt8] = {
    var random = SeededRandom(7)
    var bytes: [UInt8] = []
    for row in 0..<24_000 {
      bytes += Array("<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(random.roll(1_000_000))</v></c></row>".utf8)
      if row % 6000 == 5999 { for _ in 0..<70_000 { bytes.append(UInt8(random.roll(256))) } }
    }
    return bytes
  }()

  private static let archive: ZipArchive? = {
    var builder = ZipBuilder()
    builder.add("before", base[..<100] + [])
    builder.add("sheet.xml", base)
    builder.add("behind", [1, 2, 3])
    return try? ZipArchive(builder.finish())
  }()

  /// The contents after the splices, and the compressed bytes before and after.
  private func spliced(
    _ splices: [SplicedContents.Splice], of base: [UInt8] = base, in archive: ZipArchive? = archive
  ) throws -> (contents: [UInt8], old: ArraySlice<UInt8>, new: ArraySlice<UInt8>) {
    let archive = try #require(archive)
    let contents = try #require(SplicedContents(base, splices))
    var patch = ZipPatch()
    patch.splice("sheet.xml", contents)
    let new = try ZipArchive(patch.apply(to: archive))
    let (before, after) = try (#require(archive.entry(named: "sheet.xml")), #require(new.entry(named: "sheet.xml")))
    return (try new.contents(of: after), archive.bytes[before.data], new.bytes[after.data])
  }

  private func expected(_ splices: [SplicedContents.Splice], of base: [UInt8] = base) -> [UInt8] {
    var bytes = base
    for splice in splices.reversed() { bytes.replaceSubrange(splice.range, with: splice.bytes) }
    return bytes
  }

  @Test(arguments: Sweep.cases(Array(1...40)))
  func `gives the spliced contents, wherever the splices are`(seed: Int) throws {
    var random = SeededRandom(seed)
    var offset = 0
    var splices: [SplicedContents.Splice] = []
    for _ in 0..<1 + random.roll(5) {
      // Close together and far apart.
      offset += random.roll(random.roll(2) == 0 ? 2_000 : Self.base.count / 2)
      guard offset <= Self.base.count else { break }
      let end = min(Self.base.count, offset + random.roll(random.roll(3) == 0 ? 200_000 : 20))
      let new = (0..<random.roll(30)).map { _ in UInt8(random.roll(256)) }
      splices.append(SplicedContents.Splice(offset..<end, new[...]))
      offset = end + random.roll(2)
    }
    #expect(try spliced(splices).contents == expected(splices))
  }

  @Test(arguments: [0, 1, 400_000, -1])
  func `works at the beginning, within and at the end`(offset: Int) throws {
    let place = offset < 0 ? Self.base.count : offset
    let splices = [SplicedContents.Splice(place..<place, Array("new".utf8)[...])]
    #expect(try spliced(splices).contents == expected(splices))
  }

  @Test func `keeps the compressed bytes before and behind a change`() throws {
    let middle = Self.base.count / 2
    let splices = [SplicedContents.Splice(middle..<middle + 3, Array("other".utf8)[...])]
    let (contents, old, new) = try spliced(splices)
    #expect(contents == expected(splices))
    let before = zip(old, new).prefix { $0 == $1 }.count
    let behind = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    // Only the change and the 32 KiB after it are compressed again, or the stored block there.
    #expect(old.count - before - behind < old.count / 4)
    #expect(before > old.count / 3 && behind > old.count / 3)
  }

  @Test func `keeps what lies between two changes far apart`() throws {
    let ends = [1000, Self.base.count - 1000]
    let splices = ends.map { SplicedContents.Splice($0..<$0 + 1, [65]) }
    let (contents, old, new) = try spliced(splices)
    #expect(contents == expected(splices))
    let middle = old.dropFirst(old.count / 2).prefix(1000)
    let found = new.indices.contains { new[$0...].starts(with: middle) }
    #expect(found)
  }

  /// An archive with one entry whose stream another program wrote.
  private func archive(_ contents: [UInt8], _ stream: [UInt8]) throws -> ZipArchive {
    var entry = RawEntry("sheet.xml", contents)
    (entry.data, entry.method) = (stream, 8)
    return try ZipArchive(RawArchive([entry]).bytes)
  }

  @Test(arguments: ZlibReference.Strategy.allCases, 0...9)
  func `gives the spliced contents of any stream of zlib`(strategy: ZlibReference.Strategy, level: Int) throws {
    let base = Array(Self.base[200_000..<600_000])
    let archive = try archive(base, ZlibReference.deflate(base, level: level, strategy: strategy))
    for offsets in [[0], [399_999], [100_000, 250_000, 250_001, 390_000]] {
      let splices = offsets.map { SplicedContents.Splice($0..<$0 + 1, Array("new".utf8)[...]) }
      let (contents, _, new) = try spliced(splices, of: base, in: archive)
      let expected = expected(splices, of: base)
      #expect(contents == expected)
      #expect(ZlibReference.inflate(Array(new), limit: 1 << 20) == expected)
    }
  }

  /// A writer in a hurry may put many megabytes into a single block.
  @Test func `divides a block between two symbols`() throws {
    let base = Array(Self.base[..<1_200_000])
    let archive = try archive(base, SingleBlock.literals(base))
    let splices = [300_000, 900_000].map { SplicedContents.Splice($0..<$0 + 5, Array("other".utf8)[...]) }
    let (contents, old, new) = try spliced(splices, of: base, in: archive)
    #expect(contents == expected(splices, of: base))
    #expect(ZlibReference.inflate(Array(new), limit: 1 << 21) == contents)
    // Twice 32 KiB are compressed again, and they are denser than literals.
    #expect(old.count - new.count < 2 * 32_768 * 9 / 8)
    // Apart from the bit that marked it as the last block.
    let before = zip(old.dropFirst(), new.dropFirst()).prefix { $0 == $1 }.count
    let behind = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    #expect(before >= 299_000 && behind >= 260_000)
    let middle = old.dropFirst(700_000).prefix(1_000)
    let found = new.indices.contains { new[$0...].starts(with: middle) }
    #expect(found)
  }

  @Test func `with what is there already gives the same bytes`() throws {
    let archive = try #require(Self.archive)
    var patch = ZipPatch()
    patch.splice("sheet.xml", try #require(SplicedContents(Self.base, [.init(5..<9, Self.base[5..<9])])))
    #expect(try patch.apply(to: archive) == archive.bytes)
  }

  @Test func `refuses splices out of order, over each other or outside`() {
    func isRefused(_ ranges: [Range<Int>]) -> Bool {
      SplicedContents([1, 2, 3], ranges.map { SplicedContents.Splice($0, []) }) == nil
    }
    #expect(isRefused([2..<3, 0..<1]))
    #expect(isRefused([0..<2, 1..<3]))
    #expect(isRefused([2..<4]))
    #expect(!isRefused([0..<1, 1..<1, 1..<3]))
  }
}
