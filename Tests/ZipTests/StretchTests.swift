// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Zip

@Suite struct `Contents deflated while they are made` {
  /// Rows that are similar but not identical.
  private static let contents = Array(
    (0..<330_000).map { "<c r=\"A\($0)\"><v>\($0 &* 2_654_435_761 % 9973)</v></c>" }.joined().utf8)

  private func stretch(_ contents: ArraySlice<UInt8>, piece: Int) throws -> DeflatedStretch {
    var deflater = StretchDeflater()
    var position = contents.startIndex
    while position < contents.endIndex {
      let end = min(position + piece, contents.endIndex)
      try deflater.append(contents[position..<end])
      position = end
    }
    return try deflater.finish()
  }

  private func archive(_ stretches: [DeflatedStretch]) throws -> ZipArchive {
    var builder = ZipBuilder()
    builder.add("a.xml", [Array("old".utf8)[...]])
    var patch = ZipPatch()
    patch.replace("a.xml", deflated: stretches)
    return try ZipArchive(patch.apply(to: ZipArchive(builder.finish())))
  }

  @Test(arguments: [0, 1, 40_000, 5_000_000, 9_000_000])
  func `are what they were when they are read again`(cut: Int) throws {
    let contents = Self.contents
    #expect(contents.count > 9_000_000)
    let archive = try archive([
      stretch(contents[..<cut], piece: 70_001), stretch(contents[cut...], piece: 1 << 20),
    ])
    #expect(try archive.contents(of: #require(archive.entry(named: "a.xml"))) == contents)
  }

  @Test func `are the same bytes however they are cut into pieces`() throws {
    let one = try stretch(Self.contents[...], piece: .max)
    #expect(try stretch(Self.contents[...], piece: 4099).chunks == one.chunks)
  }

  @Test func `are nothing when there is nothing`() throws {
    let archive = try archive([stretch([], piece: 1)])
    #expect(try archive.contents(of: #require(archive.entry(named: "a.xml"))).isEmpty)
  }

  @Test func `are as small as when they are deflated at once`() throws {
    let contents = Self.contents
    let size = try stretch(contents[...], piece: 1 << 20).chunks.reduce(0) { $0 + $1.count }
    #expect(try size < Payload([contents[...]]).size * 101 / 100)
  }
}
