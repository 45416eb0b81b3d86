// SPDX-License-Identifier: Apache-2.0

import Testing
import Zip

@Suite struct `A new archive` {
  @Test func `gives back what was put in`() throws {
    let long = [UInt8](repeating: 65, count: 300_000)
    var builder = ZipBuilder()
    builder.add("[Content_Types].xml", Array("<Types/>".utf8))
    builder.add("xl/工作表.xml", long)
    builder.add("empty", [UInt8]())
    let archive = try ZipArchive(builder.finish())
    #expect(archive.entries.map(\.name) == ["[Content_Types].xml", "xl/工作表.xml", "empty"])
    let stored = try archive.entries.map { try archive.contents(of: $0) }
    #expect(stored == [Array("<Types/>".utf8), long, []])
    #expect(archive.entries.map(\.method) == [0, 8, 0])
    try archive.verify()
  }

  @Test func `has the same bytes each time`() throws {
    var builder = ZipBuilder()
    builder.add("a", Array("some text some text some text".utf8))
    #expect(try builder.finish() == builder.finish())
  }
}
