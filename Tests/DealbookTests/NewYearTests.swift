// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A period that nobody stated` {
  private static func options(_ year: Int, _ month: Int, asOf: Bool = false, period: ReportPeriod? = nil) -> ReadOptions
  {
    let day = SerialDate(year: year, month: month, day: 15)
    var options = ReadOptions(asOf: asOf ? day : nil, today: day)
    options.period = period
    return options
  }

  private static let book = PlainWorkbook([
    PlainWorkbook.Sheet(
      "Deals",
      [
        ["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close", "Actual close"],
        ["D1", "Acme", "a", "Tom", 120_000, "Closed Won", .date(46_200), .date(46_200)],
        ["D2", "Bolt", "b", "Mei", 70_000, "Closed Won", .date(46_393), .date(46_393)],
        ["D3", "Cord", "c", "Tom", 80_000, "Proposal", .date(46_500), nil],
        ["D4", "Dart", "d", "Tom", 60_000, "Closed Lost", .date(46_100), nil],
      ])
  ])

  private func playbook() throws -> Playbook {
    let text = try Adoption(Workbook(Self.book.bytes()), fileName: "team.xlsx", options: Self.options(2026, 11))
      .playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    return try #require(reading.playbook)
  }

  private func won(_ bytes: [UInt8], _ options: ReadOptions) throws -> CellValue? {
    let analysis = try Analysis(Workbook(bytes), playbook: playbook(), options: options)
    return try SalesReport(analysis, file: "a.xlsx").page.figures.first { $0.key == "won" }?.value
  }

  private func filled(_ bytes: [UInt8], _ options: ReadOptions) throws -> [UInt8] {
    try FilledWorkbook(Analysis(Workbook(bytes), playbook: playbook(), options: options)).bytes
  }

  @Test func `goes on with the year of the as-of date`() throws {
    let bytes = try Self.book.bytes()
    let first = try filled(bytes, Self.options(2026, 11))
    #expect(try won(first, Self.options(2026, 11)) == .number(120_000))
    #expect(try won(first, Self.options(2027, 1)) == .number(70_000))
    let second = try filled(first, Self.options(2027, 1))
    #expect(try won(second, Self.options(2027, 1)) == .number(70_000))
    #expect(try won(second, Self.options(2028, 1)) != .number(70_000))
    #expect(try filled(second, Self.options(2027, 1)) == second)
    let removed = try RemovedFill(Workbook(second), playbook: playbook(), options: Self.options(2027, 1))
    #expect(removed.report.refusal == nil)
    #expect(try Workbook(removed.bytes).sheets.map(\.name) == ["Deals"])
  }

  @Test func `stays where somebody gave it`() throws {
    let period = try ReportPeriod(
      first: #require(SerialDate(year: 2026, month: 1, day: 1)),
      last: #require(SerialDate(year: 2026, month: 12, day: 31)))
    let given = try filled(Self.book.bytes(), Self.options(2026, 11, period: period))
    #expect(try won(given, Self.options(2027, 1)) == .number(120_000))
  }
}
