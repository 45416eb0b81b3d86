// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Deals of a team's own workbook, in English, without IDs: what one column holds, and what is beside the table.
struct HabitBook {
  var headers = ["Opportunity", "Account", "Owner", "Amount", "Stage", "Probability", "Expected close date"]
  var amounts: [PlainWorkbook.Cell] = (1...12).map { .number(Double($0) * 1000) }
  var chances: [PlainWorkbook.Cell] = []
  var stages = ["Proposal", "Negotiation", "Won"]
  var others: [PlainWorkbook.Sheet] = []
  /// Rows before and between the deals, by the deal before which they stand.
  var between: [Int: [[PlainWorkbook.Cell]]] = [:]

  func rows() -> [[PlainWorkbook.Cell]] {
    var rows: [[PlainWorkbook.Cell]] = [headers.map { .text($0) }]
    for index in amounts.indices {
      rows += between[index] ?? []
      rows.append([
        .text("deal \(index)"), .text("client \(index)"), "Kim", amounts[index], .text(stages[index % stages.count]),
        index < chances.count ? chances[index] : .blank, .date(46_100 + index),
      ])
    }
    return rows + (between[amounts.count] ?? [])
  }

  func bytes() throws -> [UInt8] { try PlainWorkbook([.init("Pipeline", rows())] + others).bytes() }

  func adoption(_ bytes: [UInt8]? = nil, basis: Playbook = .builtIn) throws -> Adoption {
    try Adoption(
      Workbook(bytes ?? self.bytes()), fileName: "pipeline.xlsx", basis: basis, options: DealSheet.options)
  }

  func page() throws -> ReportPage {
    try SalesReport(adoption().analysis(), file: "pipeline.xlsx", language: .english).page
  }
}

extension Analysis {
  fileprivate func places(of rule: String) -> [String] {
    findings.filter { team.playbook.rules[$0.rule].id == rule }
      .map { CellReference(row: $0.row, column: $0.columnNumber)?.description ?? $0.sheet }
  }
}

@Suite struct `A chance of 70 among fractions` {
  private func book() -> DealSheet {
    DealSheet(
      "Probability override", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.25, 0.35, 70])
  }

  @Test func `is reported and not used, without an adoption`() throws {
    let analysis = try book().analysis()
    #expect(analysis.rules(at: "prob_override").contains("GEN-010 13"))
    #expect(!analysis.rules(at: "prob_override").contains("DEA-014 13"))
    let chances = try #require(analysis.values(of: ColumnID(sheet: "de", key: "prob")))
    #expect(chances[10] == .number(0.35) && chances[11] == .text(""))
  }

  @Test func `is reported and not used after one`() throws {
    var book = HabitBook()
    book.chances = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.25, 70, 0.35]
    let analysis = try book.adoption().analysis()
    #expect(analysis.places(of: "GEN-010") == ["F12"])
    #expect(analysis.values(of: ColumnID(sheet: "de", key: "prob"))?[10] == .text(""))
  }
}

@Suite struct `Amounts of which some name a currency` {
  @Test(arguments: [["€2,000", "€4,000", "6,000 €"], ["€2,000", "USD 4000", "€6,000"]])
  func `are not added where nothing says in which the others are`(texts: [String]) throws {
    var book = HabitBook()
    for (place, text) in zip([1, 4, 7], texts) { book.amounts[place] = .text(text) }
    let analysis = try book.adoption().analysis()
    #expect(analysis.team.sheet("de")?.column("amount")?.obstacle == .currencies)
    #expect(analysis.places(of: "WBK-010") == ["D3"])
    let page = try book.page()
    #expect(page.number("won") == nil)
    #expect(page.note("won").contains("others without any"))
  }

  @Test func `are read where all else in the workbook is in it`() throws {
    var book = HabitBook()
    for (place, text) in zip([1, 4, 7], ["€2,000", "€4,000", "6,000 €"]) { book.amounts[place] = .text(text) }
    book.others = [
      .init(
        "Targets",
        [
          ["Owner", "Period start", "Period end", "Target (EUR)"], ["Kim", .date(46_023), .date(46_387), 90_000],
          ["Lee", .date(46_023), .date(46_387), 80_000], ["Sam", .date(46_023), .date(46_387), 70_000],
        ])
    ]
    let amount = try #require(book.adoption().analysis().team.sheet("de")?.column("amount"))
    #expect(amount.obstacle == nil && amount.convention.currency == Currency(code: "EUR"))
  }

  @Test func `are left out, each with a finding, where they are few`() throws {
    var book = HabitBook()
    book.amounts = (1...30).map { .number(Double($0) * 1000) }
    book.amounts[2] = "USD 4000"
    let analysis = try book.adoption().analysis()
    #expect(analysis.places(of: "GEN-020") == ["D4"])
    // 6, 9, … 30 thousand of the won deals; the one in dollars is not.
    #expect(try book.page().number("won") == 162_000)
  }
}

@Suite struct `A unit that is stated away from the table` {
  @Test(arguments: ["in k EUR", "Ann:\nall amounts in k€", "單位：萬元"])
  func `counts in a note on the header`(text: String) throws {
    let book = HabitBook()
    var edit = WorkbookEdit()
    let cell = try #require(CellReference("D1"))
    edit.sheets[0, default: SheetEdit()].notes[cell] = .set(CellNote(author: "Ann", text: text))
    let adoption = try book.adoption(Workbook(book.bytes()).applying(edit))
    let analysis = try adoption.analysis()
    #expect(analysis.team.sheet("de")?.column("amount")?.obstacle == .foreignUnit)
    #expect(analysis.places(of: "WBK-010") == ["D1"])
    #expect(!analysis.isPlanned("weighted"))
  }

  @Test(arguments: ["All amounts in k EUR", "金額單位：萬元", "Alle Beträge in T€"])
  func `counts on a tab of remarks`(text: String) throws {
    var book = HabitBook()
    book.others = [.init("README", [["How to use this workbook"], [.text(text)], ["Update it weekly"]])]
    let analysis = try book.adoption().analysis()
    #expect(analysis.team.sheet("de")?.column("amount")?.obstacle == .foreignUnit)
    #expect(analysis.messages("WBK-010").count == 1)
    #expect(!analysis.isPlanned("weighted"))
  }

  @Test func `does not where the table says another`() throws {
    var book = HabitBook()
    book.headers[3] = "Amount (EUR)"
    book.others = [.init("README", [["All amounts in k EUR"]])]
    #expect(try book.adoption().analysis().team.sheet("de")?.column("amount")?.obstacle == nil)
  }

  @Test func `does not on a tab with a table of its own`() throws {
    var book = HabitBook()
    book.others = [
      .init("Budget", [["All amounts in k EUR"]] + (1...6).map { [.text("Item \($0)"), .number(Double($0))] })
    ]
    #expect(try book.adoption().analysis().team.sheet("de")?.column("amount")?.obstacle == nil)
  }
}

@Suite struct `Targets of an owner that lie in one another` {
  private static let (year, quarters) = (
    (46_023, 46_387), [(46_023, 46_112), (46_113, 46_203), (46_204, 46_295), (46_296, 46_387)]
  )

  private func page(_ targets: [(owner: String, days: (Int, Int), amount: Int)]) throws -> ReportPage {
    var book = HabitBook()
    book.others = [
      .init(
        "Targets",
        [["Owner", "Period start", "Period end", "Target"]]
          + targets.map { target -> [PlainWorkbook.Cell] in
            [
              .text(target.owner), .date(target.days.0), .date(target.days.1), .number(Double(target.amount)),
            ]
          })
    ]
    return try book.page()
  }

  @Test func `count once, by the one for the whole period`() throws {
    let targets = [("Kim", Self.year, 4000)] + Self.quarters.map { ("Kim", $0, 1000) }
    let page = try page(targets)
    #expect(page.number("target") == 4000)
    #expect(
      page.text().contains(
        "Kim: the target for the whole period counts, and those for parts of it do not (Targets!D3, D4, D5, D6)"),
      "\(page.text())")
    #expect(try self.page(Array(targets.dropFirst())).number("target") == 4000)
    let both = try self.page(targets + [("Lee", Self.year, 6000)])
    #expect(both.number("target") == 10_000 && both.number("target", of: "Kim") == 4000)
  }

  @Test func `give no sum if it is not clear which count`() throws {
    let months = try page(Self.quarters.map { ("Kim", $0, 1000) } + [("Kim", (46_023, 46_053), 300)])
    #expect(months.number("target") == nil)
    #expect(
      months.text().contains("the periods of the targets of Kim lie in one another (Targets!D2, D6)"),
      "\(months.text())")
    let some = try page(
      [("Kim", Self.year, 4000), ("Kim", Self.quarters[0], 1000)] + Self.quarters.map { ("Lee", $0, 500) })
    #expect(some.number("target") == nil)
  }
}

extension ReportPage {
  /// A value of an owner's row in the coverage by owner.
  fileprivate func number(_ column: String, of owner: String) -> Double? {
    guard let section = sections.first(where: { $0.id == "R3" }),
      let row = section.rows.first(where: { $0.first == .text(owner) }),
      let place = section.columns.firstIndex(where: { $0.key == column })
    else { return nil }
    if case .number(let number) = row[place] { return number }
    return nil
  }
}

@Suite struct `The name of a group that is not merged` {
  @Test(arguments: ["East region", "北區"])
  func `is no deal and no finding of its own, wherever it stands`(name: String) throws {
    var book = HabitBook()
    book.between = [
      0: [[.text(name)]], 3: [["Subtotal", nil, nil, 6000], ["West region"]], 6: [[], ["South"]],
      12: [["Grand total", nil, nil, 78_000]],
    ]
    let analysis = try book.adoption().analysis()
    let rows = try #require(analysis.team.sheet("de")?.rows)
    #expect(rows.dataCount == 12 && rows.otherRows == [2, 7, 12] && rows.totalRows == [6, 19])
    #expect(analysis.places(of: "GEN-001").isEmpty)
    // 3, 6, 9 and 12 thousand.
    #expect(try book.page().number("won") == 30_000)
  }
}

@Suite struct `A contract with a receipt that cannot be read` {
  @Test func `has no figures of what was received`() throws {
    let contracts: PlainWorkbook.Sheet = .init(
      "Contracts",
      [
        ["Contract ID", "Account ID", "Amount", "Signed on"], ["K-001", "A1", 1000, .date(46_082)],
        ["K-002", "A2", 2000, .date(46_113)],
      ])
    let payments: PlainWorkbook.Sheet = .init(
      "Payments",
      [
        ["Payment ID", "Contract ID", "Payment stage", "Planned amount", "Due date", "Received"],
        ["Y-001", "K-001", "Down payment", 500, .date(46_100), "5oo"],
        ["Y-002", "K-001", "Delivery", 500, .date(46_101), 300],
        ["Y-003", "K-002", "Down payment", 2000, .date(46_101), 1500],
      ])
    let analysis = try Analysis(
      Workbook(PlainWorkbook([contracts, payments]).bytes()), playbook: .builtIn,
      options: ReadOptions(asOf: SerialDate(year: 2026, month: 6, day: 30), today: nil))
    for (key, second) in [("received", 1500.0), ("outstanding", 500), ("collect", 0.75), ("overdue", 500)] {
      let values = try #require(analysis.values(of: ColumnID(sheet: "co", key: key)))
      #expect(values[0] == .text("") && values[1] == .number(second), "\(key)")
    }
    let page = try SalesReport(analysis, file: "team.xlsx", language: .english).page
    #expect(page.notes.contains { $0.contains("of a contract is left open") && $0.contains("(Payments!F2)") })
  }
}
