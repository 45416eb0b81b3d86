// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Texts that many rows share` {
  /// More texts than a column remembers, each used by two distant rows, alongside others that alternate in every row.
  @Test func `are told apart however many there are`() throws {
    let count = 17_000
    let strings = (0..<count).map { "名 \($0)" } + ["D-1", "  ", "合計"]
    func cell(_ column: String, _ row: Int, _ index: Int) -> String {
      "<c r='\(column)\(row)' t='s'><v>\(index)</v></c>"
    }
    let headers = ["Deal ID", "Opportunity", "Sales stage"].enumerated().map { offset, title in
      "<c r='\(["A", "B", "C"][offset])1' t='inlineStr'><is><t>\(title)</t></is></c>"
    }
    // Each pair of rows uses two texts 16,384 apart, of which one displaces the other.
    let indexes = (0..<count).flatMap { [$0, ($0 + 16_384) % count] }
    let rows = indexes.enumerated().map { offset, index in
      "<row r='\(offset + 2)'>\(cell("A", offset + 2, count))\(cell("B", offset + 2, index))\(cell("C", offset + 2, offset % 7 == 0 ? count + 1 : index))</row>"
    }
    var builder = WorkbookBuilder()
    builder.sharedStrings = strings.map { "<si><t xml:space='preserve'>\($0)</t></si>" }.joined()
    builder.add(sheet: "Deals", rows: "<row r='1'>\(headers.joined())</row>" + rows.joined())
    let analysis = try Analysis(
      Workbook(builder.bytes()), playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31)), columns: .all)
    let sheet = try #require(analysis.team.sheets.first { $0.title == "Deals" })
    let names = try #require(sheet.columns.first { $0.number == 2 }).values
    let stages = try #require(sheet.columns.first { $0.number == 3 }).values
    #expect(names.count == indexes.count)
    for (offset, index) in indexes.enumerated() {
      #expect(names[offset] == .text("名 \(index)"))
      #expect(stages[offset] == .text(offset % 7 == 0 ? "  " : "名 \(index)"))
    }
  }
}
