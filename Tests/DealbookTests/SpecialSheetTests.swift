// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A sheet called like one of ours` {
  private static let deals = PlainWorkbook.Sheet(
    "商机",
    [
      ["商机编号", "客户编号", "商机名称", "金额(元)", "阶段", "预计签约日", "负责人"],
      ["D001", "A1", "项目", 10_000, "验证商机", .date(46_357), "张三"],
    ])

  private static func filled(_ sheets: [PlainWorkbook.Sheet]) throws -> FilledBook {
    try FilledBook(PlainWorkbook([deals] + sheets).bytes(), playbook: .builtIn)
  }

  private static func texts(_ sheet: String, in workbook: Workbook) throws -> [String: CellValue] {
    let index = try #require(workbook.sheets.firstIndex { $0.name == sheet })
    var texts: [String: CellValue] = [:]
    try CellListing.forEach(in: workbook, sheetIndex: index) { texts["\($0.cell)"] = $0.value }
    return texts
  }

  @Test func `stays as it is where it holds the team's own, and ours gets a name of its own`() throws {
    let book = try Self.filled([
      .init("字典", [["部门", "地区"], ["一部", "华东"]]), .init("参数", [["汇率", 7.1], ["税率", 0.13]]),
      .init("漏斗", [["来源", "人数"], ["展会", 4]]),
    ])
    for sheet in ["字典", "参数", "漏斗"] {
      #expect(try Self.texts(sheet, in: book.after) == Self.texts(sheet, in: book.before))
    }
    let names = book.after.sheets.map(\.name)
    #expect(names.contains("清单") && names.contains("设定") && names.contains("漏斗 (dealbook)"))
    #expect(try book.again(playbook: .builtIn).filled.bytes == book.filled.bytes)
  }

  /// One label that they share with ours does not make a team's own parameters the settings.
  @Test(
    arguments: [
      [["Parameter", "Value"], ["Language", "EN"], ["Currency", "EUR"]],
      [["Parameter", "Value"], ["Language", "English"], ["VAT", 0.19], ["Warehouse", "Hamburg"]],
      [["Setting", "Value"], ["As of", .date(45_658)], ["Updated by", "Tom"]],
    ] as [[[PlainWorkbook.Cell]]])
  func `stays as it is where most of its labels are the team's own`(rows: [[PlainWorkbook.Cell]]) throws {
    let book = try Self.filled([.init("Settings", rows)])
    #expect(try Self.texts("Settings", in: book.after) == Self.texts("Settings", in: book.before))
    #expect(book.filled.analysis.team.settings.sheetIndex == nil)
    #expect(book.filled.analysis.team.settings.value("AsOf") != .number(45_658))
    #expect(try book.again(playbook: .builtIn).filled.bytes == book.filled.bytes)
  }

  /// Formulas would read the cell and find no language: 5 gives no label at all.
  @Test(arguments: [PlainWorkbook.Cell.text("EN"), 5])
  func `with a language that is none gets no values that formulas would not give`(language: PlainWorkbook.Cell) throws {
    let book = try Self.filled([.init("设定", [["Lang", language], ["PeriodStart", .date(46_023)]])])
    let team = book.filled.analysis.team
    #expect(team.settings.sheetIndex == 1)
    #expect(team.language == .simplifiedChinese)
    #expect(team.sheet("de")?.column("stage_eff")?.values.values.contains { $0.asText != nil } != true)
    #expect(book.filled.analysis.findings.contains { team.playbook.rules[$0.rule].id.hasPrefix("SET-") })
  }

  @Test func `prints across the page where a fill adds it, while the team's own stay as they are`() throws {
    let book = try Self.filled([.init("报表", [["部门", "地区"], ["一部", "华东"]])])
    let names = book.after.sheets.map(\.name)
    let texts = try DashboardTests.parts(book.filled.bytes, under: "xl/worksheets/")
    func text(_ sheet: String) throws -> String {
      let place = try #require(names.firstIndex(of: sheet))
      return try #require(book.after.sheets[place].part.flatMap { part in texts[String(part.description.dropFirst())] })
    }
    for sheet in ["清单", "设定", "漏斗"] {
      #expect(try text(sheet).contains("orientation=\"landscape\""), "\(sheet)")
      let title = book.after.definedNames.first {
        $0.name == "_xlnm.Print_Titles" && $0.sheetIndex == names.firstIndex(of: sheet)
      }
      #expect(title?.formula.hasSuffix("!$1:$1") == true, "\(sheet)")
    }
    for sheet in ["商机", "报表"] { #expect(try !text(sheet).contains("landscape"), "\(sheet)") }
    #expect(!book.after.definedNames.contains { $0.name == "_xlnm.Print_Titles" && $0.sheetIndex ?? 0 < 2 })
    // Of each list, the labels in other languages are folded.
    let lists = try Self.texts("清单", in: book.after)
    let listsText = try text("清单")
    let folded = listsText.matches(of: /<col min="([0-9]+)" max="([0-9]+)"[^>]* hidden="1"/).flatMap {
      (Int($0.output.1) ?? 0)...(Int($0.output.2) ?? 0)
    }
    for column in 1...60 {
      guard let header = lists["\(ColumnName.letters(column))1"]?.asText else { continue }
      let isOther = [".hant", ".en", ".label"].contains { header.hasSuffix($0) }
      #expect(folded.contains(column) == isOther, "\(header)")
    }
    #expect(!folded.isEmpty)
    #expect(try book.again(playbook: .builtIn).filled.bytes == book.filled.bytes)
  }

  @Test func `is ours where it names a setting, or has the headers of a list`() throws {
    let book = try Self.filled([
      .init("设定", [["PeriodStart", .date(46_023)]]), .init("清单", [["st.code", "st.hans"], ["L2", "验证商机"]]),
    ])
    #expect(book.filled.analysis.team.settings.sheetIndex == 1)
    #expect(book.filled.analysis.team.lists.sheetIndex == 2)
    #expect(try Self.texts("设定", in: book.after).count > 2)
    #expect(!book.after.sheets.map(\.name).contains { $0.hasSuffix("(dealbook)") })
  }

  @Test func `takes the place of one that is not, where both are there`() throws {
    let once = try Self.filled([.init("设定", [["汇率", 7.1]])])
    #expect(once.after.sheets.map(\.name).contains("设定 (dealbook)"))
    let again = try once.again(playbook: .builtIn)
    let index = try #require(again.filled.analysis.team.settings.sheetIndex)
    #expect(again.after.sheets[index].name == "设定 (dealbook)")
    #expect(again.filled.bytes == once.filled.bytes)
  }

  @Test func `is no mark of ours when it is only called _meta`() throws {
    let sheets = [PlainWorkbook.Sheet("Plan", [["Oven", "Minutes"], ["a", 5]]), .init("_meta", [["version", 3]])]
    let analysis = try Analysis(
      Workbook(PlainWorkbook(sheets).bytes()), playbook: .builtIn, options: ReadOptions(today: nil))
    #expect(analysis.team.standing == .stranger)
  }
}

@Suite struct `A row or a cell that is stored twice` {
  private static func findings(_ rows: String) throws -> [DescribedFinding] {
    var builder = WorkbookBuilder()
    builder.add(sheet: "Deals", rows: rows)
    let analysis = try Analysis(Workbook(builder.bytes()), playbook: .builtIn, options: ReadOptions(today: nil))
    let writer = FindingWriter(analysis.team, language: .english)
    return analysis.findings.map(writer.describe).filter { $0.rule == "WBK-031" }
  }

  private static let header =
    "<row r='1'>"
    + [("A1", "Deal ID"), ("B1", "Account ID"), ("C1", "Deal name"), ("D1", "Amount")].map {
      SmallBook.textCell($0.1, $0.0)
    }.joined() + "</row>"

  @Test func `is a finding that names both`() throws {
    let cell = try Self.findings(
      Self.header
        + "<row r='2'>\(SmallBook.textCell("D1", "A2"))<c r='D2'><v>100</v></c><c r='D2'><v>900</v></c></row>")
    #expect(cell.map(\.cell) == ["D2"])
    #expect(cell.first?.message.contains("once with \"100\" and once with \"900\"") == true)
    let row = try Self.findings(
      Self.header
        + "<row r='2'>\(SmallBook.textCell("D1", "A2"))</row><row r='2'>\(SmallBook.textCell("D9", "A2"))</row>")
    #expect(row.map(\.row) == [2])
    #expect(row.first?.message.contains("once with \"D1\" and once with \"D9\"") == true)
  }

  @Test func `is one wherever the two stand`() throws {
    func row(_ number: Int, _ id: String) -> String {
      "<row r='\(number)'>\(SmallBook.textCell(id, "A\(number)"))</row>"
    }
    let rows = try Self.findings(Self.header + row(2, "D1") + row(3, "D2") + row(4, "D3") + row(2, "D9"))
    #expect(rows.map(\.row) == [2])
    #expect(rows.first?.message.contains("once with \"D1\" and once with \"D9\"") == true)
    // After a row out of order, too.
    #expect(
      try Self.findings(Self.header + row(4, "D1") + row(3, "D2") + row(5, "D3") + row(3, "D9")).map(\.row) == [3])
    let cells =
      "<row r='2'>\(SmallBook.textCell("D1", "A2"))<c r='D2'><v>100</v></c><c r='C2'><v>7</v></c><c r='D2'><v>900</v></c></row>"
    let cell = try Self.findings(Self.header + cells)
    #expect(cell.map(\.cell) == ["D2"])
    #expect(cell.first?.message.contains("once with \"100\" and once with \"900\"") == true)
  }

  /// The ids and amounts that are read.
  private static func read(_ rows: String) throws -> [String] {
    var builder = WorkbookBuilder()
    builder.add(sheet: "Deals", rows: Self.header + rows)
    let deals = try #require(
      Analysis(Workbook(builder.bytes()), playbook: .builtIn, options: ReadOptions(today: nil)).team.sheet("de"))
    let ids = try #require(deals.column("deal_id")).values
    let amounts = try #require(deals.column("amount")).values
    return (0..<deals.rows.count).map { "\(ids[$0].shownText) \(amounts[$0].shownText)" }
  }

  private static func deal(_ row: Int, _ amount: Int) -> String {
    "<row r='\(row)'>\(SmallBook.textCell("D\(row)", "A\(row)"))<c r='D\(row)'><v>\(amount)</v></c></row>"
  }

  @Test func `leaves all other cells where they are`() throws {
    let twice =
      "<row r='3'>\(SmallBook.textCell("D3", "A3"))<c r='D3'><v>200</v></c><c r='D3'><v>900</v></c></row>"
    #expect(
      try Self.read(Self.deal(2, 100) + twice + Self.deal(4, 400) + Self.deal(5, 500))
        == ["D2 100", "D3 200", "D4 400", "D5 500"])
    #expect(
      try Self.read(Self.deal(2, 100) + Self.deal(3, 200) + Self.deal(3, 900) + Self.deal(4, 400))
        == ["D2 100", "D3 200", "D4 400"])
  }

  @Test func `rows out of order are read in their order, and none is lost`() throws {
    #expect(
      try Self.read(Self.deal(5, 500) + Self.deal(2, 100) + Self.deal(4, 400) + Self.deal(3, 200))
        == ["D2 100", "D3 200", "D4 400", "D5 500"])
  }

  @Test func `is none where rows are only out of order`() throws {
    let rows = "<row r='3'>\(SmallBook.textCell("D1", "A3"))</row><row r='2'>\(SmallBook.textCell("D2", "A2"))</row>"
    #expect(try Self.findings(Self.header + rows).isEmpty)
  }
}

@Suite struct `A text longer than Excel allows` {
  @Test func `is one finding, of which little is shown`() throws {
    let long = String(repeating: "é", count: 32_768)
    let sheet = DealSheet("Next action", [.text(long), .text(String(long.dropLast()))])
    let analysis = try sheet.analysis()
    let key = try #require(analysis.team.sheet("de")?.columns.last?.key)
    #expect(analysis.rules(at: key) == ["GEN-027 2"])
    let finding = try #require(
      analysis.findings.map(FindingWriter(analysis.team, language: .english).describe).first { $0.rule == "GEN-027" })
    #expect(finding.message.contains("32768"))
    #expect(finding.found.utf8.count < 1000)
  }
}
