// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A list of invoices in which people type under the titles of computed columns, filled by its adopted playbook.
@Suite struct `A filled workbook with an adopted playbook` {
  private static let invoices = PlainWorkbook.Sheet(
    "Invoices",
    [
      ["Invoice no.", "Customer", "Due date", "Amount", "Paid"],
      ["INV-1", "Halden AG", .date(46_082), 50_000, 50_000], ["INV-2", "Norwind Ltd", .date(46_204), 40_000, 10_000],
      ["INV-3", "Kestrel plc", .date(46_296), 30_000, nil], ["INV-4", "Orla Foods", .date(46_357), 20_000, nil],
    ])

  private let workbook: Workbook
  private let playbook: Playbook

  init() throws {
    workbook = try Workbook(PlainWorkbook([Self.invoices]).bytes())
    let text = try Adoption(workbook, fileName: "team.xlsx", options: Self.options()).playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    playbook = try #require(reading.playbook)
  }

  private static func options(month: Int = 11) -> ReadOptions {
    ReadOptions(asOf: SerialDate(year: 2026, month: month, day: 15), today: nil)
  }

  private func analysis(_ workbook: Workbook, month: Int = 11) throws -> Analysis {
    try Analysis(workbook, playbook: playbook, options: Self.options(month: month))
  }

  private func filled(_ workbook: Workbook, month: Int = 11) throws -> Workbook {
    try Workbook(FilledWorkbook(analysis(workbook, month: month)).bytes)
  }

  @Test func `knows its own columns again`() throws {
    let once = try filled(workbook)
    let sheet = try #require(try analysis(once).team.sheet("pa"))
    #expect(sheet.column("due_override")?.header == "Due date")
    #expect(sheet.column("due")?.header == "Due date (computed)")
    #expect(try analysis(once).messages("WBK-005") == [])
    #expect(try FilledWorkbook(analysis(once)).bytes == FilledWorkbook(analysis(workbook)).bytes)
  }

  @Test func `goes on counting days`() throws {
    let once = try filled(workbook)
    let (before, later) = try (HeadlineFigures(analysis(once)), HeadlineFigures(analysis(once, month: 12)))
    #expect(before.values[.overdue] == 60_000)
    #expect(later.values[.overdue] == 80_000)
  }

  @Test func `means the same where the playbook is not at hand`() throws {
    let alone = try Analysis(filled(workbook), playbook: .builtIn, options: Self.options())
    let sheet = try #require(alone.team.sheet("pa"))
    #expect(sheet.column("due_override")?.header == "Due date")
    #expect(HeadlineFigures(alone).values[.overdue] == 60_000)
  }

  @Test func `gives back what it was`() throws {
    let removed = try RemovedFill(filled(workbook), playbook: playbook, options: Self.options())
    #expect(try Workbook(removed.bytes).sheets.map(\.name) == ["Invoices"])
    #expect(try analysis(Workbook(removed.bytes)).team.sheet("pa")?.lastUsedColumn == 5)
  }
}
