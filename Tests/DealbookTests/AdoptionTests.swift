// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import Testing

@Suite struct `Adopting a workbook` {
  static func workbook(_ rows: [[CellValue]], sheet name: String = "Pipeline 2026") throws -> Workbook {
    var sheet = SheetDesign(name: name)
    for (row, cells) in rows.enumerated() {
      for (column, value) in cells.enumerated() where value != .blank {
        guard let place = CellReference(row: row + 1, column: column + 1) else { continue }
        var look = CellLook()
        if row > 0, column == 7 { look.numberFormat = "yyyy-mm-dd" }
        sheet.cells[place] = CellDesign(value, look: look)
      }
    }
    var design = WorkbookDesign()
    design.sheets = [sheet]
    return try Workbook(design.bytes())
  }

  static let deals: [[CellValue]] = {
    let header = [
      "Opportunity ID", "Opportunity Name", "Account Name", "Owner", "Stage", "Amount", "Probability (%)", "Close Date",
    ]
    let stages = ["2 - Discovery", "5 - Handshake", "1 - Prospecting", "6 - Won", "7 - Lost"]
    var rows: [[CellValue]] = [header.map { .text($0) }]
    for number in 1...20 {
      let stage = number % 5
      rows.append([
        .text("OPP-\(1000 + number)"), .text("Project \(number)"), .text("Customer \(number % 7)"),
        .text("Rep \(number % 3)"),
        .text(stages[stage]), .number(Double(number) * 1000), .number([20, 70, 10, 100, 0][stage]),
        .number(46_000 + Double(number)),
      ])
    }
    return rows
  }()

  static func adoption() throws -> Adoption { try Adoption(workbook(deals), fileName: "pipeline.xlsx") }

  @Test func `finds the sheet and its columns`() throws {
    let adoption = try Self.adoption()
    let sheet = try #require(adoption.sheets.first)
    #expect(sheet.prefix == "de")
    #expect(sheet.proposal.headerRows == 1...1)
    let keys = Dictionary(uniqueKeysWithValues: sheet.bound.map { ($0.proposal.header, $0.key ?? "") })
    #expect(keys["Opportunity ID"] == "deal_id")
    #expect(keys["Account Name"] == "account_id")
    #expect(keys["Stage"] == "stage")
    #expect(keys["Amount"] == "amount")
    #expect(keys["Close Date"] == "expected_close")
    #expect(sheet.column("prob_override")?.convention.percentScale == .hundreds)
  }

  @Test func `puts the stages in their order, won and lost last, with the chances of the team's own column`() throws {
    let stages = try #require(try Self.adoption().lists.first { $0.prefix == "st" })
    #expect(stages.labels.map(\.text) == ["1 - Prospecting", "2 - Discovery", "5 - Handshake", "6 - Won", "7 - Lost"])
    #expect(stages.labels.map(\.outcome) == [.open, .open, .open, .won, .lost])
    #expect(stages.labels.map(\.isDoubtful) == [false, false, true, false, false])
    #expect(stages.labels.prefix(3).map(\.chance) == [0.1, 0.2, 0.7])
    #expect(stages.labels.map(\.count) == [4, 4, 4, 4, 4])
  }

  @Test func `says that dates count the years of the Republic, and reads them`() throws {
    var rows: [[CellValue]] = [["報價單號", "報價日期", "客戶名稱", "報價金額", "目前進度", "預計下單日"].map { .text($0) }]
    for number in 1...9 {
      rows.append([
        .text("Q26-00\(number)"), .text("115/3/\(number)"), .text("宏遠\(number % 3)"), .number(Double(number) * 1000),
        .text(["洽談", "報價", "成交"][number % 3]), .text("115/6/\(number + 20)"),
      ])
    }
    let adoption = try Adoption(Self.workbook(rows, sheet: "報價追蹤"), fileName: "quotes.xlsx")
    let sheet = try #require(adoption.sheets.first)
    #expect(sheet.column("created")?.convention.dateOrder == .republic)
    #expect(sheet.column("expected_close")?.convention.dateOrder == .republic)
    #expect(try adoption.playbookText(language: .english).contains("dates: roc"))
    let analysis = try adoption.analysis()
    let told = analysis.findings.filter { $0.columnNumber == 6 && $0.row > 1 }.map {
      analysis.team.playbook.rules[$0.rule].id
    }
    #expect(Set(told) == ["GEN-007"] && told.count == 9)
  }

  @Test func `computes what is owed on a sheet of receivables that has no numbers of its own`() throws {
    var rows: [[CellValue]] = [["客户名称", "应收金额", "已收金额", "收款方式", "业务员", "逾期说明", "备注", "到期日"].map { .text($0) }]
    for number in 1...9 {
      rows.append([
        .text("宏远\(number % 3)"), .number(Double(number) * 1000), .number(200), .text("电汇"), .text("王\(number % 2)"),
        .blank,
        .blank, .number(45_900),
      ])
    }
    let adoption = try Adoption(Self.workbook(rows, sheet: "应收账款"), fileName: "receivables.xlsx")
    #expect(adoption.sheets.first?.prefix == "pa" && adoption.sheets.first?.column("payment_id") == nil)
    let analysis = try adoption.analysis()
    let owed = try #require(analysis.values(of: ColumnID(sheet: "pa", key: "outstanding")))
    #expect(owed.prefix(3) == [.number(800), .number(1800), .number(2800)])
  }

  @Test func `computes nothing from a column whose numbers are texts`() throws {
    var rows = Self.deals
    for row in 1..<rows.count { rows[row][6] = .text("\(10 * (row % 9))%") }
    let analysis = try Adoption(Self.workbook(rows), fileName: "pipeline.xlsx").analysis()
    let weighted = ColumnID(sheet: "de", key: "weighted")
    #expect(!analysis.plan.contains(weighted) && analysis.plan.contains(ColumnID(sheet: "de", key: "is_open")))
    #expect(
      analysis.plan.skipped.contains {
        $0.id == weighted && $0.reason == .notUnderstood(ColumnID(sheet: "de", key: "prob_override"), .texts)
      })
  }

  @Test func `makes a playbook without mistakes, by which figures come out`() throws {
    let adoption = try Self.adoption()
    let text = try adoption.playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    #expect(reading.issues.map(\.description) == [])
    let analysis = try adoption.analysis()
    #expect(analysis.team.sheet("de")?.rows.dataCount == 20)
    let open = try #require(analysis.values(of: ColumnID(sheet: "de", key: "is_open")))
    #expect(open.filter { $0 == .number(1) }.count == 12)
    let weighted = try #require(analysis.values(of: ColumnID(sheet: "de", key: "weighted")))
    // The first row is in stage ‘5 - Handshake’.
    #expect(weighted[0] == .number(700))
    let errors = analysis.findings.filter { analysis.team.playbook.rules[$0.rule].severity == .error }
    #expect(errors.count == 0)
  }

  @Test func `asks about what it does not know, and keeps the answer`() throws {
    var adoption = try Self.adoption()
    let question = try #require(adoption.questions.first { $0.label?.text == "5 - Handshake" })
    adoption.answer(question, with: .outcome(.onHold))
    try adoption.settle()
    #expect(!adoption.questions.contains { $0.label?.text == "5 - Handshake" })
    let text = try adoption.playbookText(language: .english)
    #expect(text.contains("HOLD: {zh-Hant: '5 - Handshake'"))
    let playbook = try #require(PlaybookReader.read([PlaybookSource(name: "x", bytes: Array(text.utf8))]).playbook)
    let again = try Adoption(Self.workbook(Self.deals), fileName: "pipeline.xlsx", basis: playbook)
    #expect(again.questions.isEmpty)
    #expect(again.lists.first { $0.prefix == "st" }?.labels.last?.outcome == .onHold)
  }

  @Test func `takes nothing from a sheet that is none of a team's`() throws {
    let adoption = try Adoption(Self.workbook([[.text("x"), .text("y")], [.number(1), .number(2)]], sheet: "Data"))
    #expect(adoption.isEmpty)
  }

  /// Deals with other labels in the stage column.
  private static func deals(stages: [String]) -> [[CellValue]] {
    deals.enumerated().map { row, cells in
      var cells = cells
      if row > 0 { cells[4] = .text(stages[row % stages.count]) }
      return cells
    }
  }

  private static func issues(_ adoption: Adoption) throws -> [String] {
    let text = try adoption.playbookText(language: .english)
    return PlaybookReader.read([PlaybookSource(name: "x", bytes: Array(text.utf8))]).issues.map(\.description)
  }

  @Test func `leaves the stages as they are where the team uses those of the method`() throws {
    let adoption = try Adoption(
      Self.workbook(Self.deals(stages: ["Verify opportunity", "Pre-bid guidance", "Won", "驗證商機"])))
    #expect(try Self.issues(adoption) == [])
    #expect(try !adoption.playbookText(language: .english).contains("  st:"))
  }

  @Test func `keeps a stage of the method among others of the team's`() throws {
    let adoption = try Adoption(
      Self.workbook(
        Self.deals(stages: ["Verify opportunity", "Second meeting", "Third meeting", "Paid us", "Went away"])))
    #expect(try Self.issues(adoption) == [])
    #expect(try adoption.playbookText(language: .english).contains("VERIFY: {"))
  }

  @Test func `makes a playbook where all deals are won`() throws {
    let adoption = try Adoption(Self.workbook(Self.deals(stages: ["Closed Won"])))
    #expect(try Self.issues(adoption) == [])
    #expect(
      try adoption.analysis().values(of: ColumnID(sheet: "de", key: "is_won"))?.allSatisfy { $0 == .number(1) } == true)
  }

  @Test func `asks again only about what is new, and forgets nothing`() throws {
    let text = try Self.adoption().playbookText(language: .english)
    let playbook = try #require(PlaybookReader.read([PlaybookSource(name: "x", bytes: Array(text.utf8))]).playbook)
    let later = try Adoption(
      Self.workbook(Self.deals(stages: ["2 - Discovery", "3 - Somewhere", "6 - Won"])), basis: playbook)
    #expect(later.isNew)
    #expect(later.questions.compactMap(\.label?.text) == ["3 - Somewhere"])
    let labels = try #require(later.lists.first { $0.prefix == "st" }).labels
    #expect(labels.map(\.text).contains("5 - Handshake"))
    #expect(try Self.issues(later) == [])
    let customers: [[CellValue]] =
      [
        ["Account ID", "Account Name", "Industry", "Region", "Account Owner"].map { .text($0) }
      ] + (1...8).map { [.text("A-\($0)"), .text("Customer \($0)"), .text("Steel"), .text("North"), .text("Kim")] }
    #expect(try Adoption(Self.workbook(customers, sheet: "Accounts"), basis: playbook).forgotten == ["Pipeline 2026"])
  }

  @Test func `takes a date of closing that open deals have for the expected one`() throws {
    var rows = Self.deals
    rows[0][7] = .text("Closed Date")
    let adoption = try Adoption(Self.workbook(rows))
    #expect(adoption.sheets.first?.bound.first { $0.proposal.header == "Closed Date" }?.key == "expected_close")
  }

  @Test func `proposes nothing for more sheets than a team has`() throws {
    let sheets = (1...121).map { number in SheetDesign(name: "Deals \(number)") }
    var design = WorkbookDesign()
    design.sheets = sheets
    let workbook = try Workbook(design.bytes())
    #expect(throws: DealbookError.self) { try Adoption(workbook) }
  }
}
