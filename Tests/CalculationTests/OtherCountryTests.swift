// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

/// What Excel wrote in another country is not overwritten with what English Excel would write.
@Suite struct `Values that depend on the country` {
  private func values(_ result: CalculatedWorkbook) -> [String: CellValue] {
    Dictionary(uniqueKeysWithValues: result.changes.map { ("\($0.cell)", $0.new) })
  }

  /// 2023 is the year 112 in Taiwan's calendar, which Excel writes and nobody else here.
  @Test(arguments: ["[$-404]e", "[$-407]mmmm", "[$-411]ggge", "[DBNum2][$-804]General", "[$-F800]dddd"])
  func `a format in another language keeps the value of its cell`(format: String) throws {
    let rows =
      "<row r='1'><c r='A1'><v>45123</v></c><c r='B1' t='str'><f>TEXT(A1,\"\(format)\")</f><v>112</v></c></row>"
    let result = try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
    #expect(result.changes.isEmpty && result.kept.map(\.reason) == [.language(function: "TEXT", format: format)])
  }

  @Test(arguments: ["VALUE(\"3/4\")", "\"Jan 1\"+0", "DATEVALUE(\"1-Mar\")"])
  func `a day without a year keeps the value of its cell`(formula: String) throws {
    let rows = "<row r='1'><c r='A1'><f>\(formula)</f><v>45355</v></c></row>"
    let result = try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
    guard result.changes.isEmpty, case .yearless? = result.kept.first?.reason else {
      Issue.record("\(result.changes), \(result.kept)")
      return
    }
  }

  /// German: 15.03.2026, 1.234,50 and 68,20. Spanish: 15/03/2026.
  @Test(arguments: ["TT.MM.JJJJ", "#.##0,00", "00,00", "dd/mm/aaaa"])
  func `a format as other countries write it keeps the value of its cell`(format: String) throws {
    let rows =
      "<row r='1'><c r='A1'><v>46096.5</v></c>"
      + "<c r='B1' t='str'><f>TEXT(A1,\"\(format)\")</f><v>what Excel wrote</v></c></row>"
    let result = try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
    #expect(result.changes.isEmpty && result.kept.map(\.reason) == [.language(function: "TEXT", format: format)])
  }

  @Test func `a number in a text may have the decimal comma that Excel of another country wrote`() throws {
    let rows =
      "<row r='1'><c r='A1'><v>1234.5</v></c><c r='B1' t='str'><f>A1&amp;\" t\"</f><v>1234,5 t</v></c>"
      + "<c r='C1' t='str'><f>A1&amp;\" t\"</f><v>1234,6 t</v></c></row>"
    let result = try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
    #expect(values(result) == ["C1": .text("1234.5 t")])
  }

  @Test(arguments: ["#,##0", "0,000.0", "0,", "#,##0.00;[Red]-#,##0.00", "mm/dd/yyyy", "aaaa", "\"tt\"0", "0.000"])
  func `a format as in English is calculated`(format: String) throws {
    let escaped = format.replacing("\"", with: "\"\"")
    let rows = "<row r='1'><c r='B1' t='str'><f>TEXT(46096.5,\"\(escaped)\")</f><v>old</v></c></row>"
    #expect(try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated().changes.count == 1)
  }
}
