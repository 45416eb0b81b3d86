// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Reading again what was written` {
  private static let good = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
  private static let broken = "<row r=\"1\"><c r=\"A1\"><v>1</row>"

  private func workbook(_ first: String, _ second: String = good) throws -> Workbook {
    var builder = WorkbookBuilder(rows: first)
    builder.add(sheet: "Sheet2", rows: second)
    return try Workbook(builder.bytes())
  }

  @Test func `finds cells that can't be read in a sheet that changed`() throws {
    let original = try workbook(Self.good)
    let written = try workbook(Self.broken)
    #expect(throws: SpreadsheetError.self) { try written.verify(against: original) }
  }

  @Test func `does not mind what was bad before and has not been touched`() throws {
    let original = try workbook(Self.broken)
    let written = try workbook(Self.broken, "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")
    try written.verify(against: original)
  }

  @Test func `finds a checksum that does not match in an entry that changed`() throws {
    let original = try workbook(Self.good)
    var builder = WorkbookBuilder(rows: Self.good)
    builder.add(sheet: "Sheet2", rows: Self.good)
    builder.set("docProps/extra.bin", bytes: [1, 2, 3, 4, 5, 6, 7, 8])
    var bytes = try builder.bytes()
    let entry = try #require(ZipArchive(bytes).entry(named: "docProps/extra.bin"))
    try Workbook(bytes).verify(against: original)
    bytes[entry.data.lowerBound] ^= 1
    let written = try Workbook(bytes)
    #expect(throws: SpreadsheetError.self) { try written.verify(against: original) }
  }
}
