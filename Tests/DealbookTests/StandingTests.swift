// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A workbook that may be a team's` {
  static let deal: [PlainWorkbook.Cell] = ["D001", "A1", "項目", 10_000, "驗證商機", .date(46_357)]

  static func team(
    _ sheets: [PlainWorkbook.Sheet], playbook: Playbook = .builtIn, language: Language? = nil,
    fallback: Language? = nil
  ) throws -> Analysis {
    var options = ReadOptions(language: language, today: SerialDate(year: 2026, month: 11, day: 28))
    options.fallbackLanguage = fallback
    return try Analysis(Workbook(PlainWorkbook(sheets).bytes()), playbook: playbook, options: options)
  }

  @Test func `is one when the key column and two more stand under the playbook's own headers`() throws {
    let sheet = PlainWorkbook.Sheet(
      "商機", [["商機編號", "客戶編號", "商機名稱", "金額(元)", "階段", "預計簽約日"], Self.deal])
    #expect(try Self.team([sheet]).team.standing == .team)
  }

  @Test func `is guessed when only aliases stand on a sheet of another title`() throws {
    let headers: [PlainWorkbook.Cell] = ["项目编号", "项目名称", "合同金额", "负责人", "领取部门"]
    let rows: [[PlainWorkbook.Cell]] = [["X1", "办卡", 50, "张三", "一部"], ["X2", "流量", 70, "李四", "二部"]]
    #expect(try Self.team([.init("支付情况", [headers] + rows)]).team.standing != .team)
    #expect(try Self.team([.init("项目", [headers] + rows)]).team.standing == .team)
  }

  @Test func `is guessed when the key column is not there`() throws {
    let sheet = PlainWorkbook.Sheet("Deals", [["Amount", "Price", "Counterparty"], [5, 6, "x"]])
    #expect(try Self.team([sheet]).team.standing == .guessed)
  }

  @Test func `that was guessed lacks no sheets once it is filled, but those that it kept then`() throws {
    func missing(_ analysis: Analysis) -> Int {
      analysis.findings.count { analysis.team.playbook.rules[$0.rule].id == "WBK-001" }
    }
    let header: [PlainWorkbook.Cell] = ["Deal ID", "Account", "Opportunity", "Stage", "Amount", "Close date"]
    let rows = (0..<4).map { row -> [PlainWorkbook.Cell] in
      [
        .text("D-0\(row)"), .text("Client \(row)"), .text("Project \(row)"), "Verify opportunity",
        .number(Double(1000 * (row + 1))), .date(46_400 + row),
      ]
    }
    let guessed = try Self.team([.init("Kim", [header] + rows)])
    #expect(guessed.team.standing == .guessed)
    let options = ReadOptions(today: SerialDate(year: 2026, month: 11, day: 28))
    let bytes = try FilledWorkbook(guessed).bytes
    let again = try Analysis(Workbook(bytes), playbook: .builtIn, options: options)
    #expect(again.team.standing == .team)
    #expect(missing(again) == 0)
    #expect(try FilledWorkbook(again).bytes == bytes)
    // One sheet in the method's words says nothing of the others.
    let deals = PlainWorkbook.Sheet("商機", [["商機編號", "客戶編號", "商機名稱", "金額(元)", "階段", "預計簽約日"], Self.deal])
    #expect(missing(try Self.team([deals])) == 0)
    // A team whose own workbook it is keeps all sheets.
    let own = try Self.team([
      deals, .init("客戶", [["客戶編號", "客戶名稱", "行業", "區域"], ["A001", "甲", "製造", "王"]]),
      .init("拜訪", [["拜訪編號", "客戶編號", "日期", "方式"], ["V0001", "A001", .date(46_100), "王"]]),
    ])
    let ownAgain = try Analysis(
      Workbook(FilledWorkbook(own).bytes), playbook: .builtIn, options: options)
    #expect(missing(own) == 4)
    #expect(missing(ownAgain) == 4)
  }

  @Test func `that was filled with a playbook of fewer sheets lacks none without it, and keeps its own IDs`() throws {
    let rows = (1...5).map { row -> [PlainWorkbook.Cell] in
      [
        .text("2026/\(row)"), .text("Client \(row)"), .text("Project \(row)"), "Verify opportunity",
        .number(Double(1000 * row)), .date(46_400 + row),
      ]
    }
    let sheet = PlainWorkbook.Sheet(
      "Pipeline", [["Quote", "Account", "Opportunity", "Stage", "Amount", "Close date"]] + rows)
    let text = """
      extends: key-account
      sheets:
        de:
          sheets: [Pipeline]
          header: 1
          columns:
            deal_id: {header: Quote, pattern: , unique: true}
        acc: {core: false}
        dr: {core: false}
        le: {core: false}
        pa: {core: false}
        re: {core: false}
      """
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    let playbook = try #require(reading.playbook)
    let options = ReadOptions(today: SerialDate(year: 2026, month: 11, day: 28))
    let bytes = try FilledWorkbook(Self.team([sheet], playbook: playbook)).bytes
    let without = try Analysis(Workbook(bytes), playbook: .builtIn, options: options)
    let rules = without.findings.map { without.team.playbook.rules[$0.rule].id }
    #expect(without.team.standing == .team)
    #expect(!rules.contains("WBK-001") && !rules.contains("GEN-002"))
    #expect(try FilledWorkbook(Analysis(Workbook(bytes), playbook: playbook, options: options)).bytes == bytes)
  }

  @Test func `is a stranger when no sheet is found`() throws {
    #expect(try Self.team([.init("Tabelle1", [["Schicht", "Ofen"], ["früh", 3]])]).team.standing == .stranger)
  }

  @Test func `is one by the team's own playbook`() throws {
    let reading = PlaybookReader.read([
      PlaybookSource(name: "dealbook.yaml", bytes: Array("extends: key-account\n".utf8))
    ])
    let playbook = try #require(reading.playbook)
    let sheet = PlainWorkbook.Sheet("Deals", [["Amount", "Price", "Counterparty"], [5, 6, "x"]])
    #expect(try Self.team([sheet], playbook: playbook).team.standing == .team)
  }

  @Test(arguments: Language.allCases)
  func `means the same in whatever language it is told about`(language: Language) throws {
    let sheet = PlainWorkbook.Sheet(
      "商機", [["商機編號", "客戶編號", "商機名稱", "金額(元)", "階段", "預計簽約日"], Self.deal])
    let own = try Self.team([sheet])
    let told = try Self.team([sheet], language: language)
    #expect(told.team.language == .traditionalChinese)
    #expect(told.team.messageLanguage == language)
    #expect(own.findings.map(\.rule) == told.findings.map(\.rule))
    for step in own.plan.steps { #expect(own.values(of: step.id) == told.values(of: step.id), "\(step.id)") }
  }

  @Test func `is told about in the fallback language when it has no words of its own`() throws {
    let strange = try Self.team([.init("1", [[1, 2]])], fallback: .english)
    #expect(strange.team.messageLanguage == .english)
    let chinese = try Self.team([.init("商機", [["商機編號", "金額"], ["D1", 5]])], fallback: .english)
    #expect(chinese.team.messageLanguage == .traditionalChinese)
  }

  @Test func `has the language of its characters where no header is the playbook's`() {
    #expect(WrittenLanguage.of(["客户", "签约日期"]) == .simplifiedChinese)
    #expect(WrittenLanguage.of(["客戶", "簽約日期"]) == .traditionalChinese)
    #expect(WrittenLanguage.of(["Kunde", "Abschluss"]) == .english)
    #expect(WrittenLanguage.of(["客戶 CRM"]) == .traditionalChinese)
    #expect(WrittenLanguage.of(["1", "—"]) == nil)
  }
}

@Suite struct `A workbook of another trade` {
  private typealias Cell = PlainWorkbook.Cell

  private static func sheet(_ title: String, _ above: [[Cell]], _ rows: [[Cell]]) -> PlainWorkbook.Sheet {
    .init(title, above + rows)
  }

  private static let fruit = sheet(
    "Sheet1", [["Order ID", "Product", "Category", "Amount", "Date", "Country"]],
    ["Carrots", "Broccoli", "Pears", "Figs"].enumerated().map { row, name -> [Cell] in
      let kind: Cell = row < 2 ? "Vegetables" : "Fruit"
      return [
        .number(Double(row + 1)), .text(name), kind, .number(4270 + 811 * Double(row)), .date(46_023 + row),
        row == 3 ? "Chile" : "Spain",
      ]
    })

  private static let tyres = sheet(
    "Orders",
    [
      [
        "Created on", "Created by", "Customer", "Order #", "Category", "Item Number", "QTY", "Parts to Load",
        "Parts to Pickup", "Service Location", "Timeframe at Location - start", "Tags",
      ]
    ],
    (1...4).map { row -> [Cell] in
      [
        .date(46_023), "app", .text("Jim \(row)"), .number(Double(row)), "Active", .text("X-\(row)"), 4, "4 x A",
        "2 x B", "Dock", "10:00", "t",
      ]
    })

  private static let processes = sheet(
    "Infrastructure",
    [
      ["Process", "steel"], ["unit", "kg"], [],
      ["name", "amount", "unit", "database", "location", "type", "uncertainty type", "formula", "Comment"],
    ],
    ["steel", "CO2", "water", "coal", "iron", "heat"].enumerated().map { row, name -> [Cell] in
      let (place, kind): (Cell, Cell) = (
        row.isMultiple(of: 3) ? "RER" : "GLO", row.isMultiple(of: 2) ? "technosphere" : "biosphere"
      )
      return [.text(name), .number(Double(row + 1)), "kg", "db", place, kind, 0]
    })

  /// The export of a database with many columns, three of which any list of customers may have.
  private static let invoices: PlainWorkbook.Sheet = {
    let plain = ["Filial", "Série", "Nº Nota", "Emissão", "Cliente", "U.F.", "Cidade"]
    let values = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { "Vlr. \($0)" }
    let fields = "ABCDEFGHIJKLMNOPQR".map { "Campo \($0)" }
    let headers = (plain + values + fields + ["Prot.", "Ramo", "Grupo", "Nome"]).map { Cell.text($0) }
    let rows = (0..<12).map { row -> [Cell] in
      let start: [Cell] = [
        "1", "A", .number(Double(1000 + row)), .date(46_023), .number(Double(row % 7)), "SP", "Campinas",
      ]
      let amounts = Array(repeating: Cell.number(1.5 * Double(row)), count: 44)
      let trade = row.isMultiple(of: 3) ? Cell.blank : .text(["Obras", "Casas", "Pontes", "Vias"][row % 4])
      let end: [Cell] = [
        .text("0193255\(1000 + row)"), trade, .text("G\(row % 3)"), .text("CONSTRUTORA \(row) LTDA"),
      ]
      return start + amounts + end
    }
    return sheet("Plan1", [headers], rows)
  }()

  @Test(arguments: [fruit, tyres, processes, invoices])
  func `is not checked as if it were a team's`(sheet: PlainWorkbook.Sheet) throws {
    let analysis = try `A workbook that may be a team's`.team([sheet])
    #expect(analysis.team.standing == .stranger, "\(analysis.team.sheets.map(\.prefix))")
    #expect(analysis.findings.isEmpty)
  }
}
