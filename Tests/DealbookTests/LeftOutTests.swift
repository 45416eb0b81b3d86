// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A workbook with deals, targets or invoices, and what its report says in 2026.
struct MoneyBook {
  static let dealHeaders: [PlainWorkbook.Cell] = [
    "Deal ID", "Account ID", "Deal name", "Owner", "Stage", "Amount", "Close date",
  ]
  static let invoiceHeaders: [PlainWorkbook.Cell] = [
    "Payment ID", "Contract ID", "Payment stage", "Planned amount", "Due date",
  ]

  var sheets: [PlainWorkbook.Sheet] = []

  /// - Parameter rows: stage, amount, closing date, and cells of further columns.
  static func deals(_ more: [PlainWorkbook.Cell], _ rows: [[PlainWorkbook.Cell]]) -> PlainWorkbook.Sheet {
    .init(
      "Deals",
      [dealHeaders + more]
        + rows.enumerated().map { index, cells in
          [.text("D-00\(index + 1)"), "A1", .text("deal \(index + 1)"), .text(index.isMultiple(of: 2) ? "Ann" : "Bob")]
            + cells
        })
  }

  /// - Parameter rows: amount, due date, and cells of further columns.
  static func invoices(_ more: [PlainWorkbook.Cell], _ rows: [[PlainWorkbook.Cell]]) -> PlainWorkbook.Sheet {
    .init(
      "Payments",
      [invoiceHeaders + more]
        + rows.enumerated().map { [.text("Y-00\($0 + 1)"), .text("C-00\($0 + 1)"), "Down payment"] + $1 })
  }

  static func targets(_ more: [PlainWorkbook.Cell], _ rows: [[PlainWorkbook.Cell]]) -> PlainWorkbook.Sheet {
    .init("Targets", [["Target ID", "Owner", "Period start", "Period end", "Target"] + more] + rows)
  }

  static func deals(_ rows: [[PlainWorkbook.Cell]]) -> PlainWorkbook.Sheet { deals([], rows) }
  static func targets(_ rows: [[PlainWorkbook.Cell]]) -> PlainWorkbook.Sheet { targets([], rows) }

  init(_ sheets: PlainWorkbook.Sheet...) { self.sheets = sheets }

  func analysis() throws -> Analysis {
    try Analysis(
      Workbook(PlainWorkbook(sheets).bytes()), playbook: .builtIn,
      options: ReadOptions(asOf: SerialDate(year: 2026, month: 6, day: 30), today: nil))
  }

  func page() throws -> ReportPage { try SalesReport(analysis(), file: "team.xlsx", language: .english).page }
}

extension ReportPage {
  func number(_ key: String) -> Double? { figures.first { $0.key == key }?.value.asNumber }
  func note(_ key: String) -> String { figures.first { $0.key == key }?.note ?? "" }
  var told: String { notes.joined(separator: "\n") }
}

private let march = PlainWorkbook.Cell.date(46_096)
private let yearStart = PlainWorkbook.Cell.date(46_023)
private let june = PlainWorkbook.Cell.date(46_203)
private let yearEnd = PlainWorkbook.Cell.date(46_387)

@Suite struct `A report names the rows that its figures leave out` {
  @Test func `for amounts that cannot be read or are missing`() throws {
    let page = try MoneyBook(
      MoneyBook.deals([
        ["Won", "95.000", march], ["Won", 150_000, march], ["Bid submission", "tbd", march],
        ["Won", nil, march], ["Bid submission", 70_000, march], ["Won", 5_000, march],
        ["Bid submission", 70_000, march],
      ])
    ).page()
    #expect(page.number("won") == 155_000)
    #expect(page.notes.contains("Won leaves out 1 deal whose amount cannot be read (Deals!F2)"))
    #expect(page.notes.contains("Won leaves out 1 deal without an amount (Deals!F5)"))
    #expect(page.notes.contains("The forecast leaves out 1 deal whose amount cannot be read (Deals!F4)"))
    #expect(page.text().contains("Won leaves out 1 deal whose amount cannot be read (Deals!F2)"))
  }

  @Test func `for won deals without a date, which check tells once`() throws {
    let book = MoneyBook(
      MoneyBook.deals([["Won", 95_000, nil], ["Won", 150_000, march], ["Bid submission", 1_000, nil]]))
    let page = try book.page()
    #expect(page.number("won") == 150_000)
    #expect(page.notes.contains("Won leaves out 1 deal without a closing date, worth 95,000 (Deals!G2)"))
    #expect(page.notes.contains("The forecast leaves out 1 deal without a closing date, worth 1,000 (Deals!G4)"))
    #expect(try book.analysis().messages("DEA-028") == ["1 won deal without a date counts in no period: G2"])
  }

  /// How much they are about is known, and a text that can be read in one way is told from one that can not.
  @Test func `for dates that are text, with what they are worth`() throws {
    let page = try MoneyBook(
      MoneyBook.deals([
        ["Won", 95_000, "2026-03-14"], ["Won", 5_000, "14 Mar 2026"], ["Won", 150_000, march], ["Won", 30_000, march],
        ["Won", 7_000, "soon"], ["Bid submission", 2_000, "2026-05-10"], ["Bid submission", 9_000, march],
        ["Lost", 1_000, march], ["Lost", 1_000, march],
      ])
    ).page()
    #expect(page.number("won") == 180_000)
    let converts = "dealbook fill --repair safe converts"
    #expect(
      page.notes.contains(
        "Won leaves out 2 deals whose closing dates are texts that \(converts), worth 100,000 in all (Deals!G2, G3)"),
      "\(page.notes)")
    #expect(page.notes.contains("Won leaves out 1 deal whose closing date cannot be read, worth 7,000 (Deals!G6)"))
    #expect(
      page.notes.contains(
        "The forecast leaves out 1 deal whose closing date is text that \(converts), worth 2,000 (Deals!G7)"))
  }

  @Test func `for stages that are not on the list, while stray spaces do not matter`() throws {
    let page = try MoneyBook(
      MoneyBook.deals([["Won ", 95_000, march], [" won", 5_000, march], ["Perhaps", 150_000, march]])
    ).page()
    #expect(page.number("won") == 100_000)
    #expect(page.notes.contains("All figures leave out 1 deal whose stage is not on the list (Deals!E4)"))
  }

  @Test func `for chances outside 0 to 1, which nothing is computed from`() throws {
    let book = MoneyBook(
      MoneyBook.deals(
        ["Probability override", "Note"],
        [
          ["Bid submission", 100_000, march, 0.5], ["Bid submission", 200_000, march, 1.5],
          ["Bid submission", 300_000, march, -0.5], ["Bid submission", 400_000, march, 0.25],
          ["Bid submission", 100_000, march, 0.5], ["Bid submission", 100_000, march, 0.5],
        ]))
    let analysis = try book.analysis()
    func values(_ key: String) -> [CellValue] {
      Array((analysis.values(of: ColumnID(sheet: "de", key: key)) ?? []).prefix(4))
    }
    #expect(values("prob") == [.number(0.5), .text(""), .text(""), .number(0.25)])
    #expect(values("weighted") == [.number(50_000), .text(""), .text(""), .number(100_000)])
    #expect(values("variance").dropFirst().prefix(2) == [.text(""), .text("")])
    #expect(values("fcat").dropFirst().prefix(2) == [.text(""), .text("")])
    let page = try book.page()
    #expect(
      page.notes.contains("The forecast leaves out 2 deals whose probability is not between 0 and 1 (Deals!H3, H4)"))
    #expect(page.number("p90") == 600_000)
  }

  @Test(arguments: [("High", "Low"), ("hoch", "niedrig"), ("高", "低"), ("50 %", "70 %")])
  func `for chances that are mostly texts, which is said once of the forecast`(high: String, low: String) throws {
    let rows: [[PlainWorkbook.Cell]] = [
      ["Bid submission", 100_000, march, .text(high)], ["Bid submission", 200_000, march, .text(low)],
      ["Bid submission", 300_000, march, .text(high)], ["Bid submission", 400_000, march, 0.7],
      ["Won", 100_000, march, 1], ["Bid submission", 100_000, march, .text(low)],
    ]
    let analysis = try MoneyBook(MoneyBook.deals(["Probability override"], rows)).analysis()
    let figures = HeadlineFigures(analysis)
    #expect(figures.values[.won] == 100_000)
    #expect(figures.values[.best] == nil)
    #expect(
      figures.reasons[.best]?.hasPrefix("Probability override is mostly text; dealbook fill --repair safe") == true)
    #expect(figures.gaps == [])
  }

  @Test func `on the dashboard as well, in a cell that a later fill renews`() throws {
    let rows: [[PlainWorkbook.Cell]] = [
      ["Won", "95.000", march], ["Won", 150_000, march], ["Won", 80_000, march], ["Bid submission", 90_000, march],
    ]
    let analysis = try MoneyBook(MoneyBook.deals(rows)).analysis()
    let edit = try FillPlanner(analysis, dashboard: .added).plan().edit
    let filled = try Workbook(analysis.team.workbook.applying(edit))
    let texts = try DashboardTests.cells(filled, 0).values.map { $0.value.shownText }
    #expect(texts.contains { $0.contains("Won leaves out 1 deal whose amount cannot be read (Deals!F2)") })
  }
}

@Suite struct `What no figure is computed from` {
  @Test func `is amounts whose formulas have no values: the cards say why`() throws {
    let rows: [[PlainWorkbook.Cell]] = (0..<4).map { _ in ["Won", .text("twelve"), march] }
    let page = try MoneyBook(MoneyBook.deals(rows)).page()
    #expect(page.number("won") == nil && page.number("p50") == nil)
    #expect(page.note("won") == "Amount is mostly text; dealbook fill --repair safe converts it, or says why it can't")
    #expect(!page.sections.contains { ["R1", "R4"].contains($0.id) })
    #expect(page.told.contains("Funnel") && page.told.contains("(Amount is mostly text; dealbook fill"))
  }

  @Test func `is deals whose closing date is not understood`() throws {
    let rows: [[PlainWorkbook.Cell]] = (0..<4).map { ["Won", 1_000, .text("week \($0)")] }
    let analysis = try MoneyBook(MoneyBook.deals(rows)).analysis()
    #expect(!analysis.isPlanned("in_period"))
    let page = try MoneyBook(MoneyBook.deals(rows)).page()
    #expect(page.number("won") == nil && page.number("commit") == nil)
    #expect(page.told.contains("Close date"))
    #expect(!page.told.contains("In period"))
  }

  @Test func `is errors: no text shows one`() throws {
    let page = try MoneyBook(
      MoneyBook.deals([["Won", .error("#DIV/0!"), march], ["Bid submission", 500, march]])
    ).page()
    #expect(page.number("won") == nil)
    #expect(page.note("won") == "a cell it reads holds an error")
    #expect(page.note("chance") == page.note("won"))
    #expect(!page.text().contains("#DIV"))
    #expect(page.notes.contains("Won leaves out 1 deal whose amount cannot be read (Deals!F2)"))
  }
}

@Suite struct `What was received` {
  private static let rows: [(amount: PlainWorkbook.Cell, due: PlainWorkbook.Cell)] = [
    (10_000, march), (20_000, march), (30_000, june),
  ]

  private func book(_ header: PlainWorkbook.Cell, _ cells: [PlainWorkbook.Cell]) -> MoneyBook {
    MoneyBook(MoneyBook.invoices([header], zip(Self.rows, cells).map { [$0.amount, $0.due, $1] }))
  }

  @Test(
    arguments: [
      ("Paid", ["x", "partly", nil]), ("Paid?", ["Yes", "No", "No"]), ("Payment status", ["Paid", "Open", "Open"]),
      ("Paid on", [march, nil, nil]), ("Invoice status", ["Paid", "Open", "Open"]), ("Remark", ["paid", nil, nil]),
    ] as [(String, [PlainWorkbook.Cell])])
  func `said otherwise than as an amount leaves no money outstanding or overdue`(
    _ header: String, _ cells: [PlainWorkbook.Cell]
  ) throws {
    let book = book(.text(header), cells)
    let analysis = try book.analysis()
    for key in ["outstanding", "status", "days_over", "bucket"] {
      #expect(!analysis.plan.contains(ColumnID(sheet: "pa", key: key)), "\(key)")
    }
    #expect(!analysis.findings.contains { analysis.team.playbook.rules[$0.rule].id == "PAY-005" })
    let page = try book.page()
    #expect(page.number("overdue") == nil)
    #expect(page.note("overdue").contains("“\(header)” may say what was paid"))
    #expect(page.told.contains("Ageing") && page.told.contains("Received is not known: “\(header)” may say"))
  }

  @Test(arguments: ["Amount Due"])
  func `is not known from what is still open`(_ header: String) throws {
    let page = try book(.text(header), [0, 20_000, 18_000]).page()
    #expect(page.number("overdue") == nil)
    #expect(page.told.contains("Received is not known: “\(header)” says what is still open instead"))
  }

  @Test(arguments: ["Receipts", "收款記錄"])
  func `is not known if a tab that is not read may say it`(_ title: String) throws {
    var book = book("Region", ["North", "South", "North"])
    book.sheets.append(
      .init(title, [["No", "For", "Day", "Sum"], ["R1", "Y-001", march, 10_000], ["R2", "Y-002", march, 5_000]]))
    let page = try book.page()
    #expect(page.number("overdue") == nil)
    #expect(page.told.contains("Received is not known: the tab “\(title)” may say what was paid, and is not read"))
  }

  @Test func `is not known from ticks`() throws {
    let page = try book("Received", [1, 0, 0]).page()
    #expect(page.number("overdue") == nil)
    #expect(page.told.contains("Received is 1 or 0 in every row, not an amount"))
    #expect(try book("Received", [0, 0, 0]).page().number("overdue") == 30_000)
  }

  @Test func `is nothing where no column can say it`() throws {
    let page = try book("Region", ["North", "South", "North"]).page()
    #expect(page.number("overdue") == 30_000)
  }

  @Test func `that cannot be read leaves its payment out`() throws {
    let page = try book("Received", [10_000, "5.000", nil]).page()
    #expect(page.number("overdue") == 0)
    #expect(page.notes.contains("Overdue leaves out 1 payment whose amount received cannot be read (Payments!F3)"))
  }

  @Test func `says nothing of due dates that cannot be read`() throws {
    let book = MoneyBook(
      MoneyBook.invoices(
        ["Received"], [[10_000, "at once", nil], [20_000, march, nil], [1, march, 1], [5, june, nil]]))
    let analysis = try book.analysis()
    #expect(analysis.value(of: ColumnID(sheet: "pa", key: "status"), at: 0) == .text(""))
    #expect(analysis.value(of: ColumnID(sheet: "pa", key: "bucket"), at: 0) == .text(""))
    let page = try book.page()
    #expect(page.number("overdue") == 20_000)
    #expect(page.notes.contains("Overdue leaves out 1 payment whose due date cannot be read (Payments!E2)"))
  }

  @Test func `is not late where no due date is known`() throws {
    let page = try MoneyBook(
      .init(
        "Payments",
        [
          ["Payment ID", "Contract ID", "Payment stage", "Planned amount", "Received"],
          ["Y-001", "C-001", "Down payment", 100, nil], ["Y-002", "C-002", "Down payment", 100, 100],
        ])
    ).page()
    #expect(!page.sections.contains { $0.id == "R7" })
    #expect(!page.text().contains("Nothing is overdue"))
  }
}

@Suite struct `Targets that do not add up` {
  private func page(_ targets: PlainWorkbook.Sheet, amount: PlainWorkbook.Cell = "Amount") throws -> ReportPage {
    var deals = MoneyBook.deals([["Won", 400_000, march], ["Bid submission", 100_000, june], ["Won", 1_000, march]])
    deals.rows[0][5] = amount
    return try MoneyBook(deals, targets).page()
  }

  private func expectNone(_ page: ReportPage, _ reason: String) {
    #expect(page.number("target") == nil && page.number("chance") == nil)
    #expect(page.note("target").contains(reason), "\(page.note("target"))")
    #expect(page.told.contains("Coverage by owner"))
    #expect(!page.text().contains("Every owner covers the target"))
  }

  @Test func `because some cannot be read give no sum`() throws {
    expectNone(
      try page(
        MoneyBook.targets([
          ["T-001", "Ann", yearStart, yearEnd, 500_000], ["T-002", "Bob", yearStart, yearEnd, "500k"],
          ["T-003", "Cai", yearStart, yearEnd, "tbd"],
        ])), "2 targets cannot be read (Targets!E3, E4)")
  }

  @Test func `because one is the sum of the others are told`() throws {
    let targets = MoneyBook.targets([
      ["T-001", "Everybody", yearStart, yearEnd, 900_000], ["T-002", "Ann", yearStart, yearEnd, 500_000],
      ["T-003", "Bob", yearStart, yearEnd, 400_000],
    ])
    expectNone(try page(targets), "the target of “Everybody” (E2) is the sum of the others")
    let book = MoneyBook(MoneyBook.deals([["Won", 1, march], ["Won", 1, march]]), targets)
    #expect(try book.analysis().messages("TGT-017").count == 1)
  }

  @Test func `because they are for a part of the period`() throws {
    expectNone(
      try page(
        MoneyBook.targets([["T-001", "Ann", yearStart, june, 250_000], ["T-002", "Bob", yearStart, june, 250_000]])),
      "the periods of the targets (2026-01-01 – 2026-06-30) do not add up to the whole period")
  }

  @Test func `because they are in another currency`() throws {
    var targets = MoneyBook.targets([["T-001", "Ann", yearStart, yearEnd, 250_000]])
    targets.rows[0][4] = "Target (USD)"
    expectNone(try page(targets, amount: "Amount (EUR)"), "is in USD, the amounts in EUR")
  }

  @Test func `because the sheet has no periods`() throws {
    let page = try page(
      .init("Targets", [["Target ID", "Owner", "Target"], ["T-001", "Ann", 250_000], ["T-002", "Bob", 250_000]]))
    #expect(page.note("target").contains("Period start"))
  }

  @Test func `of the whole period are the target`() throws {
    let page = try page(
      MoneyBook.targets([
        ["T-001", "Ann", yearStart, june, 250_000], ["T-002", "Ann", .date(46_204), yearEnd, 250_000],
      ]))
    #expect(page.number("target") == 500_000)
    #expect(page.number("chance") != nil)
  }
}

@Suite struct `A workbook that counts days from 1904` {
  @Test func `has its dates in the report`() throws {
    var builder = PlainWorkbook([MoneyBook.deals([["Won", 1_000, .date(46_096 - 1_462)]])]).builder()
    builder.beforeSheets = "<workbookPr date1904='1'/>"
    let analysis = try Analysis(
      Workbook(builder.bytes()), playbook: .builtIn,
      options: ReadOptions(asOf: SerialDate(year: 2026, month: 6, day: 30), today: nil))
    let page = try SalesReport(analysis, file: "team.xlsx", language: .english).page
    #expect(page.subtitle.hasPrefix("As of 2026-06-30 · period 2026-01-01 – 2026-12-31"))
    #expect(page.number("won") == 1_000)
  }
}
