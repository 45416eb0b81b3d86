// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Formulas that end where a list ended` {
  /// The formulas, by their cells on the sheet Sum, that are named when one deal is added below two.
  private static func named(_ formulas: [PlainWorkbook.Cell], added id: String = "D-003") throws -> [String] {
    let team = try BoundWorkbook(
      Workbook(
        PlainWorkbook([
          .init(
            "Deals", [UpdateBook.headers, UpdateBook.row("D-001", 100), UpdateBook.row("D-002", 200)]),
          .init("Sum", formulas.map { [$0] }),
        ]).bytes()), playbook: .builtIn, options: DealSheet.options)
    let update = try WorkbookUpdate(
      of: team, from: UpdateBook.export([("D-001", "100"), ("D-002", "200"), (id, "300")]))
    let updated = try BoundWorkbook(Workbook(update.apply()), playbook: .builtIn, options: DealSheet.options)
    return try update.readersWithoutNewRows(in: updated).map { "\($0.sheet)!\($0.place)" }
  }

  @Test func `are named when rows are added below it`() throws {
    #expect(
      try Self.named([
        .formula("SUM(Deals!F2:F3)", 300), .formula("SUMIFS(Deals!$F$1:$F$3,Deals!$A$1:$A$3,\"D*\")*2", 300),
      ]) == ["Sum!A1", "Sum!A2"])
  }

  @Test func `are not, where they read more, or single rows, or nothing was added`() throws {
    #expect(
      try Self.named([
        .formula("SUM(Deals!F:F)", 300), .formula("SUM(Deals!F2:F9)", 300), .formula("Deals!F3", 300),
        .formula("SUM(Deals!F3:F3)", 300),
        .formula("3+2", 300),
      ]).isEmpty)
    #expect(try Self.named([.formula("SUM(Deals!F2:F3)", 300)], added: "D-002").isEmpty)
  }
}
