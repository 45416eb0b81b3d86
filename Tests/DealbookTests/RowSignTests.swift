// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

private let march = PlainWorkbook.Cell.date(46_096)

/// Cells that say of a row that it is something else than its sheet takes it for.
@Suite struct `A row that another column takes back` {
  @Test(
    arguments: [
      ("Invoice status", "Void"), ("Status", "Draft"), ("Type", "Credit note"), ("Belegart", "Gutschrift 17"),
      ("S/H", "H"), ("Soll/Haben", "Haben"), ("單據類型", "紅字發票"), ("类型", "退款"),
    ])
  func `leaves no receivables`(_ header: String, _ text: String) throws {
    let book = MoneyBook(
      MoneyBook.invoices(
        ["Received", .text(header)],
        [[10_000, march, 0, "S"], [20_000, march, 5_000, .text(text)], [30_000, march, 0, nil]]))
    let page = try book.page()
    #expect(page.number("overdue") == nil)
    #expect(page.told.contains("Received is doubtful: “\(header)” says “\(text)” in G3"))
  }

  @Test func `leaves none either under a header that was adopted as the stage of payments`() throws {
    let sheet = PlainWorkbook.Sheet(
      "Invoices",
      [["Type", "Invoice no.", "Customer", "Due date", "Amount", "Paid"]]
        + (1...4).map { ["Invoice", .text("I-\($0)"), .text("Customer \($0)"), march, 10_000, 0] }
        + [["Credit note", "C-1", "Customer 1", march, 5_000, 0]])
    let adopted = try Adoption(
      Workbook(PlainWorkbook([sheet]).bytes()), fileName: "a.xlsx",
      options: ReadOptions(asOf: SerialDate(year: 2026, month: 6, day: 30), today: nil)
    ).analysis()
    #expect(adopted.team.sheet("pa")?.column("stage")?.header == "Type")
    #expect(HeadlineFigures(adopted).values[.overdue] == nil)
  }

  @Test(
    arguments: [
      ("Status", "Open"), ("Type", "Invoice"), ("S/H", "S"), ("Region", "H"), ("Remark", "refund asked for"),
    ])
  func `is none if the cell says nothing of the kind`(_ header: String, _ text: String) throws {
    let book = MoneyBook(
      MoneyBook.invoices(
        ["Received", .text(header)], [[10_000, march, 0, .text(text)], [20_000, march, 5_000, nil]]))
    #expect(try book.page().number("overdue") == 25_000)
  }

  @Test func `is none if its amount is negative, which takes it off already`() throws {
    let book = MoneyBook(
      MoneyBook.invoices(
        ["Received", "Type"],
        [[10_000, march, 0, "Invoice"], [20_000, march, 5_000, "Invoice"], [-5_000, march, 0, "Credit note"]]))
    #expect(try !book.page().told.contains("doubtful"))
  }

  @Test(
    arguments: [
      ("Lost?", ["Yes", "no"], "Yes"), ("Active", ["yes", "no"], "no"), ("Won?", ["x", "x"], "x"),
    ] as [(String, [PlainWorkbook.Cell], String)])
  func `leaves no figures of deals`(_ header: String, _ cells: [PlainWorkbook.Cell], _ text: String) throws {
    let page = try MoneyBook(
      MoneyBook.deals(
        [.text(header)], [["Won", 95_000, march, cells[0]], ["Bid submission", 5_000, march, cells[1]]])
    ).page()
    #expect(page.number("won") == nil)
    #expect(page.told.contains("Amount is doubtful: “\(header)” says “\(text)” in H"))
  }

  @Test(arguments: [("Is Deleted", "TRUE", 2), ("Lost?", "Yes", 3), ("已删除", "是", 2)])
  func `is left out if it is a deal that is over in so many words`(_ header: String, _ cell: String, _ row: Int) throws
  {
    let page = try MoneyBook(
      MoneyBook.deals(
        [.text(header)],
        [
          ["Won", 95_000, march, row == 2 ? .text(cell) : nil],
          ["Bid submission", 5_000, march, row == 3 ? .text(cell) : nil],
          ["Won", 40_000, march, nil],
        ])
    ).page()
    #expect(page.number("won") == (row == 2 ? 40_000 : 135_000))
    #expect(page.told.contains("All figures leave out 1 deal that is over, as “\(header)” says (Deals!H\(row))"))
  }

  @Test func `is not meant by what agrees with the stage`() throws {
    let page = try MoneyBook(
      MoneyBook.deals(
        ["Is Deleted", "Lost date", "Won?"],
        [
          ["Won", 95_000, march, "FALSE", nil, "yes"], ["Lost", 5_000, march, nil, march, nil],
          ["Bid submission", 5_000, march, "no", nil, "-"],
        ])
    ).page()
    #expect(page.number("won") == 95_000)
  }

  @Test func `is left out too if it is open and has a day on which it was lost`() throws {
    let page = try MoneyBook(
      MoneyBook.deals(
        ["Lost on"], [["Bid submission", 95_000, march, march], ["Bid submission", 40_000, march, nil]])
    ).page()
    #expect(page.number("best") == 40_000)
    #expect(page.told.contains("All figures leave out 1 deal that is over, as “Lost on” says (Deals!H2)"))
  }
}

/// Units of amounts that nobody knows.
@Suite struct `A header with a unit that is not understood` {
  @Test(arguments: [
    "Amount (cents)", "金額（分）", "Amount (hundreds)", "Amount (10^3 lots)", "Amount (TE)",
  ])
  func `gives no figures`(_ header: String) throws {
    let page = try sheet(header).page()
    #expect(page.number("won") == nil)
    #expect(page.told.contains("is in a unit that is not understood"))
  }

  @Test(arguments: ["Amount", "Amount (net)", "Amount (FY2026)", "Amount (excl. VAT)", "金額（含稅）", "Amount (EUR)"])
  func `is not one with a remark`(_ header: String) throws {
    #expect(try sheet(header).page().number("won") == 95_000)
  }

  @Test(arguments: ["Amount (thsd. €)", "Amount (thous. €)", "金額（十萬元）", "Amount (W RMB)"])
  func `is not one that is understood`(_ header: String) throws {
    let page = try sheet(header).page()
    #expect(page.number("won") == nil)
    #expect(page.told.contains("in thousands or more"))
  }

  private func sheet(_ header: String) -> MoneyBook {
    var headers = MoneyBook.dealHeaders
    headers[5] = .text(header)
    return MoneyBook(
      .init(
        "Deals",
        [
          headers, ["D-001", "A1", "one", "Ann", "Won", 95_000, march],
          ["D-002", "A1", "two", "Ann", "Lost", 5, march],
        ]))
  }

  @Test func `shows its brackets as they are`() throws {
    let page = try sheet("Amount [M CHF]").page()
    #expect(page.text().contains("Amount [M CHF]"))
    #expect(!page.text().contains("dx_"))
  }
}
