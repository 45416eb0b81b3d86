import Testing
import Zip

@Suite struct `Splicing an entry` {
  /// Rows as of a sheet, with a stretch now and then that nothing makes shorter: zlib stores such blocks as they are.
  private static let base: [UInt8] = {
    var chance = Chance(seed: 7)
    var bytes: [UInt8] = []
    for row in 0..<24_000 {
      bytes += Array("<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(chance.next(1_000_000))</v></c></row>".utf8)
      if row % 6000 == 5999 { for _ in 0..<70_000 { bytes.append(UInt8(chance.next(256))) } }
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

  /// What a reader finds after the splices, and the compressed bytes before and after.
  private func spliced(
    _ splices: [SplicedContents.Splice]
  ) throws -> (contents: [UInt8], old: ArraySlice<UInt8>, new: ArraySlice<UInt8>) {
    let archive = try #require(Self.archive)
    let contents = try #require(SplicedContents(Self.base, splices))
    var patch = ZipPatch()
    patch.splice("sheet.xml", contents)
    let new = try ZipArchive(patch.apply(to: archive))
    let (before, after) = try (#require(archive.entry(named: "sheet.xml")), #require(new.entry(named: "sheet.xml")))
    return (try new.contents(of: after), archive.bytes[before.data], new.bytes[after.data])
  }

  private func expected(_ splices: [SplicedContents.Splice]) -> [UInt8] {
    var bytes = Self.base
    for splice in splices.reversed() { bytes.replaceSubrange(splice.range, with: splice.bytes) }
    return bytes
  }

  @Test(arguments: 1...40)
  func `gives the spliced contents, wherever the splices are`(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    var offset = 0
    var splices: [SplicedContents.Splice] = []
    for _ in 0..<1 + chance.next(5) {
      // Near each other and far apart.
      offset += chance.next(chance.next(2) == 0 ? 2_000 : Self.base.count / 2)
      guard offset <= Self.base.count else { break }
      let end = min(Self.base.count, offset + chance.next(chance.next(3) == 0 ? 200_000 : 20))
      let new = (0..<chance.next(30)).map { _ in UInt8(chance.next(256)) }
      splices.append(SplicedContents.Splice(offset..<end, new[...]))
      offset = end + chance.next(2)
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
    // Renewed is the block with the change, 32 KiB behind it, and the rest of the block in which those end.
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

/// Numbers that look like chance and are the same each time (a linear congruence of Knuth's).
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
