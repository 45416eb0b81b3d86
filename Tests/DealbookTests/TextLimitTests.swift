// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Long texts` {
  /// Deals that all show one shared string, in two columns.
  private static func analysis(rows: Int, length: Int, limit: Int) throws -> Analysis {
    func row(_ number: Int) -> String {
      "<row r='\(number)'>\(SmallBook.textCell("D-\(number)", "A\(number)"))"
        + "<c r='B\(number)' t='s'><v>0</v></c><c r='C\(number)' t='s'><v>0</v></c></row>"
    }
    var builder = WorkbookBuilder()
    builder.sharedStrings = "<si><t>\(String(repeating: "q", count: length))</t></si>"
    let header = [("A1", "Deal ID"), ("B1", "Opportunity"), ("C1", "Sales stage")]
    builder.add(
      sheet: "Deals",
      rows: "<row r='1'>\(header.map { SmallBook.textCell($0.1, $0.0) }.joined())</row>"
        + (2..<(rows + 2)).map(row).joined())
    var limits = Limits.untrusted
    limits.textBytes = limit
    limits.totalRatioGrace = .max
    limits.zip.ratioGrace = .max
    return try Analysis(
      Workbook(builder.bytes(), limits: limits), playbook: .builtIn, options: ReadOptions(today: nil))
  }

  /// `D-2` … `D-9` and two texts of 1,000 bytes in each row.
  private static let shown = 8 * (3 + 2 * 1000)

  @Test func `count in every cell that shows them`() throws {
    #expect(try Self.analysis(rows: 8, length: 1000, limit: Self.shown).team.rowCount == 8)
    let error = try #require(throws: (any Error).self) {
      try Self.analysis(rows: 8, length: 1000, limit: Self.shown - 1)
    }
    #expect("\(error)".contains("sheet “Deals”: text-bytes is \(Self.shown), more than the limit of \(Self.shown - 1)"))
    #expect("\(error)".contains("--limit text-bytes=N"))
  }

  @Test func `by which a small file asks for gigabytes are refused by default where the sender is unknown`() throws {
    #expect(throws: (any Error).self) {
      try Self.analysis(rows: 2200, length: 32_000, limit: Limits.untrusted.textBytes)
    }
  }

  @Test func `are no numbers, dates or marks, and are not searched for them`() {
    let digits = String(repeating: "１２３，４５６", count: 4000)
    #expect(NumberReader.readings(digits) == nil)
    #expect(DateReader.read("民國" + digits) == nil)
    #expect(NumberReader.readings("   １２３，４５６" + String(repeating: " ", count: 100))?.withPoint?.value == 123_456)
  }
}
