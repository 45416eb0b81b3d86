// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A filled workbook that somebody else adopts` {
  private static let deals = PlainWorkbook.Sheet(
    "Deals",
    [
      ["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close", "Actual close"],
      ["D-1", "Acme", "a", "Tom", 120, "Closed Won", .date(46_091), .date(46_091)],
      ["D-2", "Bolt", "b", "Mei", 50, "Proposal", .date(46_376), nil],
      ["D-3", "Core", "c", "Mei", 70, "Negotiation", .date(46_376), nil],
    ])

  private func adopted(_ bytes: [UInt8]) throws -> (Adoption, Playbook) {
    let adoption = try Adoption(Workbook(bytes), fileName: "team.xlsx", options: DealSheet.options)
    let text = try adoption.playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    return (adoption, try #require(reading.playbook))
  }

  private func filled(_ bytes: [UInt8], _ playbook: Playbook) throws -> [UInt8] {
    try FilledWorkbook(Analysis(Workbook(bytes), playbook: playbook, options: DealSheet.options)).bytes
  }

  @Test func `keeps its columns, and gets none of them twice`() throws {
    let start = try PlainWorkbook([Self.deals]).bytes()
    let first = try filled(start, adopted(start).1)
    let (again, playbook) = try adopted(first)
    let sheet = try #require(again.sheets.first { $0.prefix == "de" })
    #expect(sheet.written.contains("Funnel stage") && sheet.written.contains("Won"))
    #expect(sheet.proposal.leftAlone.isEmpty)
    #expect(try filled(first, playbook) == first)
  }
}
