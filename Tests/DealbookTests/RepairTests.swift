// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

/// A workbook with one data sheet, which has the id of each row and one column to test.
struct RepairBook {
  var prefix = "de"
  var key: String
  /// The header, if it is not the column's title.
  var header: String?
  var cells: [String]
  var language = Language.traditionalChinese
  /// The style of the cells to test.
  var style = 0
  /// Follows the rows of the sheet.
  var after = ""
  /// Rows of the Settings sheet.
  var settings = ""
  var styles = Self.styles(#"<xf numFmtId="0"/>"#)

  init(_ key: String, _ cells: [String], in prefix: String = "de") {
    self.prefix = prefix
    self.key = key
    self.cells = cells
  }

  static func text(_ text: String) -> String { "t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is>" }
  static func number(_ number: Double) -> String { "><v>\(number)</v>" }
  static func formula(_ formula: String, _ value: Double) -> String { "><f>\(formula)</f><v>\(value)</v>" }

  static func styles(_ formats: String) -> String {
    "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"yyyy/m/d\"/></numFmts><fonts count=\"1\"><font/></fonts>"
      + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
      + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs>\(formats)</cellXfs>"
  }

  func builder() throws -> WorkbookBuilder {
    let definition = try #require(Playbook.builtIn.sheet(prefix))
    let id = try #require(definition.idColumn)
    let column = try #require(definition.column(key))
    func cell(_ place: String, _ content: String) -> String { "<c r=\"\(place)\" \(content)</c>" }
    var rows =
      "<row r=\"1\">\(cell("A1", Self.text(id.titles[language])))\(cell("B1", Self.text(header ?? column.titles[language])))</row>"
    for (offset, content) in cells.enumerated() {
      let number = offset + 2
      let name = "\(prefix == "acc" ? "A" : "D")00\(number)"
      rows +=
        "<row r=\"\(number)\">\(cell("A\(number)", Self.text(name)))"
        + "\(cell("B\(number)", (style == 0 ? "" : "s=\"\(style)\" ") + content))</row>"
    }
    var builder = WorkbookBuilder()
    builder.add(sheet: definition.titles[language], rows: rows, after: after)
    if !settings.isEmpty { builder.add(sheet: "設定", rows: settings) }
    builder.styles = styles
    return builder
  }

  func repaired(_ level: RepairLevel = .safe, rocYears: Bool = false) throws -> RepairedWorkbook {
    try RepairedWorkbook(
      Workbook(builder().bytes()), playbook: .builtIn,
      options: ReadOptions(
        language: language, asOf: SerialDate(year: 2026, month: 3, day: 31), today: nil, rocYears: rocYears),
      level: level)
  }

  /// The value of the first cell to test after the repair.
  func value(_ level: RepairLevel = .safe, rocYears: Bool = false) throws -> CellValue {
    try repaired(level, rocYears: rocYears).listed("B2").value
  }
}

extension RepairedWorkbook {
  func listed(_ cell: String) throws -> ListedCell {
    var found: ListedCell?
    try CellListing.forEach(in: workbook, sheetIndex: 0) { if "\($0.cell)" == cell { found = $0 } }
    return try #require(found)
  }

  var rules: [String] { repairs.map(\.rule) }

  /// The rules of the findings that remain for a cell.
  func findings(row: Int, column: Int) -> [String] {
    analysis.findings.filter { $0.row == row && $0.columnNumber == column }
      .map { analysis.team.playbook.rules[$0.rule].id }
  }
}

private func text(_ text: String) -> [String] { [RepairBook.text(text)] }
private func number(_ number: Double) -> [String] { [RepairBook.number(number)] }
/// 2025-06-30.
private let juneEnd = CellValue.number(45_838)

/// documents/method.md, Reading what was typed: each row of the table.
@Suite struct `A safe repair` {
  @Test(arguments: [
    ("１２３，４５６．７", 123_456.7), ("120萬", 1_200_000), ("1.2亿", 120_000_000), ("¥80,000元", 80_000), ("(5,000)", -5_000),
  ])
  func `makes a number of a text that is one`(_ raw: String, _ amount: Double) throws {
    let repaired = try RepairBook("amount", text(raw)).repaired()
    #expect(try repaired.listed("B2").value == .number(amount))
    #expect(repaired.rules == ["GEN-006"])
    #expect(repaired.repairs.first?.oldText == raw)
  }

  @Test func `leaves a number out of range as a finding`() throws {
    #expect(try RepairBook("amount", text("(5,000)")).repaired().findings(row: 2, column: 2) == ["GEN-009"])
  }

  @Test(arguments: [("amount", "約200萬"), ("expected_close", "6/30"), ("expected_close", "114/6/30"), ("stage", "快簽了")])
  func `does not guess`(_ key: String, _ raw: String) throws {
    let book = RepairBook(key, text(raw))
    let repaired = try book.repaired(.all)
    #expect(repaired.repairs.isEmpty)
    #expect(try repaired.listed("B2").value == .text(raw))
    #expect(try Workbook(book.builder().bytes()).package.archive.bytes == repaired.workbook.package.archive.bytes)
  }

  @Test func `leaves 60 in a percent column, and makes it 60 percent only when all is asked for`() throws {
    #expect(try RepairBook("prob_override", number(60)).repaired().repairs.isEmpty)
    let all = try RepairBook("prob_override", number(60)).repaired(.all)
    #expect(try all.listed("B2").value == .number(0.6))
    #expect(all.rules == ["GEN-010"])
  }

  @Test func `reads 60 percent, and shows it as that`() throws {
    let cell = try RepairBook("prob_override", text("60%")).repaired().listed("B2")
    #expect(cell.value == .number(0.6))
    #expect(cell.numberFormat == "0.0%")
  }

  @Test func `in passes lists a cell once with its first and its last value`() throws {
    let repaired = try RepairBook("prob_override", text("60")).repaired(.all)
    #expect(repaired.repairs.map(\.oldText) == ["60"])
    #expect(repaired.repairs.map(\.new) == [.number(0.6)])
  }

  @Test(arguments: ["2025年6月30日", "2025/6/30", "2025.6.30", "20250630", "民國114年6月30日", "２０２５／６／３０"])
  func `makes a day of a text that is one`(_ raw: String) throws {
    let repaired = try RepairBook("expected_close", text(raw)).repaired()
    let cell = try repaired.listed("B2")
    #expect(cell.value == juneEnd)
    #expect(cell.numberFormat == "yyyy-mm-dd")
    #expect(repaired.rules == ["GEN-007"])
    #expect(repaired.repairs.first?.newText == "2025-06-30")
  }

  @Test func `reads years of the Republic of China where the caller opts in`() throws {
    #expect(try RepairBook("expected_close", text("114/6/30")).value(rocYears: true) == juneEnd)
  }

  @Test(arguments: ["RocYears", "民國年"])
  func `reads years of the Republic of China where the workbook opts in`(_ name: String) throws {
    var book = RepairBook("expected_close", text("114/6/30"))
    book.settings = "<row r=\"1\"><c r=\"A1\" \(RepairBook.text(name))</c><c r=\"B1\"><v>1</v></c></row>"
    #expect(try book.value() == juneEnd)
    book.settings = "<row r=\"1\"><c r=\"A1\" \(RepairBook.text(name))</c><c r=\"B1\"><v>0</v></c></row>"
    #expect(try book.value() == .text("114/6/30"))
  }

  @Test func `leaves a serial number in a plain format alone`() throws {
    #expect(try RepairBook("expected_close", number(45_838)).repaired(.all).repairs.isEmpty)
  }

  @Test func `leaves the time of a date, which goes only when all is asked for`() throws {
    #expect(try RepairBook("expected_close", number(45_838.75)).repaired().repairs.isEmpty)
    let all = try RepairBook("expected_close", number(45_838.75)).repaired(.all)
    #expect(try all.listed("B2").value == juneEnd)
    #expect(all.rules == ["GEN-013"])
  }

  @Test func `counts days as the workbook does`() throws {
    var builder = try RepairBook("expected_close", text("2025-06-30")).builder()
    builder.beforeSheets = "<workbookPr date1904=\"1\"/>"
    let repaired = try RepairedWorkbook(
      Workbook(builder.bytes()), playbook: .builtIn, options: ReadOptions(today: nil), level: .safe)
    #expect(try repaired.listed("B2").value == .number(44_376))
  }

  @Test(arguments: [("√", "✓"), ("是", "✓"), ("Y", "✓"), ("TRUE", "✓"), ("不適用", "—"), ("N/A", "—"), ("否", "✗")])
  func `writes ticks as ticks`(_ raw: String, _ tick: String) throws {
    let repaired = try RepairBook("k6", text(raw)).repaired()
    #expect(try repaired.listed("B2").value == .text(tick))
    #expect(repaired.rules == ["GEN-017"])
  }

  @Test(arguments: [("形成期 ", "GEN-011"), ("Formation", "WBK-014"), ("形成期　", "GEN-011"), ("FORM", "WBK-014")])
  func `writes labels as the workbook's language has them`(_ raw: String, _ rule: String) throws {
    var book = RepairBook("lifecycle", text(raw), in: "acc")
    book.language = .simplifiedChinese
    let repaired = try book.repaired()
    #expect(try repaired.listed("B2").value == .text("形成期"))
    #expect(repaired.rules == [rule])
  }

  @Test func `names the list of a code by its title`() throws {
    var book = RepairBook("lifecycle", text("FORM"), in: "acc")
    book.language = .simplifiedChinese
    let analysis = try Analysis(
      Workbook(book.builder().bytes()), playbook: .builtIn, options: ReadOptions(today: nil))
    let messages = analysis.findings.map { FindingWriter(analysis.team).describe($0).message }
    #expect(messages.contains("“FORM”按客户生命周期识别"), "\(messages)")
  }

  @Test func `writes simplified labels in traditional characters`() throws {
    #expect(try RepairBook("stage", text("谈判签约")).value() == .text("談判簽約"))
  }

  @Test(arguments: [("001", "GEN-002"), ("A*1", "GEN-015")])
  func `leaves ids to their owners`(_ raw: String, _ rule: String) throws {
    var builder = try RepairBook("name", text("x"), in: "acc").builder()
    builder.set(
      "xl/worksheets/sheet1.xml",
      WorkbookBuilder.worksheet(
        "<sheetData><row r=\"1\"><c r=\"A1\" \(RepairBook.text("客戶編號"))</c><c r=\"B1\" \(RepairBook.text("客戶名稱"))</c></row>"
          + "<row r=\"2\"><c r=\"A2\" \(RepairBook.text(raw))</c><c r=\"B2\" \(RepairBook.text("x"))</c></row></sheetData>"
      ))
    let repaired = try RepairedWorkbook(
      Workbook(builder.bytes()), playbook: .builtIn, options: ReadOptions(today: nil), level: .all)
    #expect(repaired.repairs.isEmpty)
    #expect(repaired.findings(row: 2, column: 1) == [rule])
  }

  @Test func `mends settings that were typed as text`() throws {
    var book = RepairBook("amount", number(1))
    book.settings =
      "<row r=\"1\"><c r=\"A1\" \(RepairBook.text("AsOf"))</c><c r=\"B1\" \(RepairBook.text("2026年3月31日"))</c></row>"
    let repaired = try RepairedWorkbook(
      Workbook(book.builder().bytes()), playbook: .builtIn, options: ReadOptions(today: nil), level: .safe)
    #expect(repaired.repairs.map(\.newText) == ["2026-03-31"])
    #expect(repaired.repairs.map(\.column) == ["AsOf"])
    #expect(repaired.analysis.team.asOfText == "2026-03-31")
  }

  @Test func `leaves formulas alone, and says so`() throws {
    let formula = "t=\"str\"><f>\"5\"&amp;\"0\"</f><v>50</v>"
    let repaired = try RepairBook("amount", [formula]).repaired(.all)
    #expect(repaired.repairs.isEmpty)
    #expect(repaired.unmade.map { "\($0.cell) \($0.reason)" } == ["B2 the value comes from a formula"])
  }

  @Test func `leaves what the file does not let it write, and says so`() throws {
    var book = RepairBook("amount", [RepairBook.text("50"), RepairBook.text("60")])
    book.after = "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>"
    let repaired = try book.repaired()
    #expect(repaired.repairs.map(\.cell) == [CellReference("B2")])
    #expect(repaired.unmade.map(\.cell) == [CellReference("B3")])
  }

  @Test func `gives a number in a text format one of its own, and takes the apostrophe away`() throws {
    for format in [#"<xf numFmtId="49"/>"#, #"<xf numFmtId="4" quotePrefix="1"/>"#] {
      var book = RepairBook("amount", text("50"))
      book.styles = RepairBook.styles(#"<xf numFmtId="0"/>"# + format)
      book.style = 1
      let repaired = try book.repaired()
      #expect(try repaired.listed("B2").numberFormat == "#,##0.00")
      #expect(repaired.workbook.styles.cellFormats.last?.hasQuotePrefix == false)
    }
  }

  @Test func `keeps a format that shows days`() throws {
    var book = RepairBook("expected_close", text("2025-6-30"))
    book.styles = RepairBook.styles(#"<xf numFmtId="0"/><xf numFmtId="170"/>"#)
    book.style = 1
    #expect(try book.repaired().listed("B2").numberFormat == "yyyy/m/d")
  }
}

@Suite struct `A column in another unit` {
  private func book(_ cells: [String], header: String = "金額（萬元）*") -> RepairBook {
    var book = RepairBook("amount", cells)
    book.header = header
    return book
  }

  @Test func `is scaled with its header, but not where a cell names a unit itself`() throws {
    let repaired = try book([RepairBook.number(33.3), RepairBook.text("60"), RepairBook.text("40萬")]).repaired()
    #expect(try repaired.listed("B1").value == .text("金額（元）*"))
    #expect(
      try (2...4).map { try repaired.listed("B\($0)").value } == [.number(333_000), .number(600_000), .number(400_000)])
    #expect(repaired.rules == ["WBK-010", "WBK-010", "GEN-006", "GEN-006"])
  }

  @Test func `stays with all of its cells when one is a formula`() throws {
    let book = book([RepairBook.text("60"), RepairBook.formula("B2*2", 120)])
    let repaired = try book.repaired(.all)
    #expect(repaired.repairs.isEmpty)
    #expect(repaired.unmade.map(\.cell) == [CellReference("B1")])
    #expect(try book.builder().bytes() == repaired.workbook.package.archive.bytes)
  }

  @Test func `takes its totals along: a sum follows by itself, a typed total is scaled`() throws {
    var builder = try book([RepairBook.number(1), RepairBook.number(2)]).builder()
    let rows =
      "<row r=\"1\"><c r=\"A1\" \(RepairBook.text("商機編號"))</c><c r=\"B1\" \(RepairBook.text("金額(萬元)"))</c></row>"
      + "<row r=\"2\"><c r=\"A2\" \(RepairBook.text("D001"))</c><c r=\"B2\"><v>3</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" \(RepairBook.text("小計"))</c><c r=\"B3\"><v>3</v></c></row>"
      + "<row r=\"4\"><c r=\"A4\" \(RepairBook.text("合計"))</c><c r=\"B4\"><f>SUM(B2)</f><v>3</v></c></row>"
    builder.set("xl/worksheets/sheet1.xml", WorkbookBuilder.worksheet("<sheetData>\(rows)</sheetData>"))
    let repaired = try RepairedWorkbook(
      Workbook(builder.bytes()), playbook: .builtIn, options: ReadOptions(today: nil), level: .safe)
    #expect(try repaired.listed("B3").value == .number(30_000))
    #expect(try repaired.listed("B4").formula == "SUM(B2)")
    #expect(!repaired.repairs.contains { $0.cell == CellReference("B4") })
  }
}

@Suite struct `A header in single units of money` {
  @Test(arguments: [
    ("合同金額（萬元）*", "合同金額（元）*"), ("金額(万元)", "金額(元)"), ("產能[億元/年]", "產能[元/年]"), ("Amount (10k yuan)", "Amount (yuan)"),
    ("達標(精確)金額(千元)：", "達標(精確)金額(元)："), ("Amount (k€)", "Amount (EUR)"), ("Value (USD '000)", "Value (USD)"),
    ("Umsatz (Mio. €)", "Umsatz (EUR)"), ("Angebotswert [T€]", "Angebotswert [EUR]"), ("Wert (TCHF)", "Wert (CHF)"),
    ("TCV (kUSD/year)", "TCV (USD/year)"), ("金額（萬美元）", "金額（USD）"),
  ])
  func `keeps all but its unit`(_ header: String, _ renamed: String) {
    #expect(HeaderNormalizer.inSingleUnits(header) == renamed)
  }

  @Test(arguments: [
    "金額", "金額(精確)", "週期(月)", "(萬元", "Amount ($M)", "Amount (T$)", "Amount (in thousands)", "Umsatz (Mio. €/Jahr)",
  ])
  func `can't be made of one without a unit of money`(_ header: String) {
    #expect(HeaderNormalizer.inSingleUnits(header) == nil)
  }
}
