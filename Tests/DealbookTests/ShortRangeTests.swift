// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Formulas that end where a list ended` {
  /// What is said of formulas on the sheet Sum when one deal is added below two.
  private struct Outcome {
    var grown: [String]
    var short: [String]
    /// The formulas of column A and their values.
    var formulas: [String]
  }

  private static func added(_ formulas: [PlainWorkbook.Cell], _ id: String = "D-003") throws -> Outcome {
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
    let readers = try update.growingReaders(in: update.apply(), of: updated)
    var cells: [String] = []
    try CellListing.forEach(in: Workbook(readers.bytes), sheetIndex: 1) { listed in
      if listed.cell.column == 1 { cells.append("\(listed.formula ?? "") = \(listed.value.shownText)") }
    }
    func named(_ readers: [OutsideReader]) -> [String] { readers.map { "\($0.sheet)!\($0.place)" } }
    return Outcome(grown: named(readers.grown), short: named(readers.short), formulas: cells)
  }

  // Excel lets ranges grow like this when a row is inserted in them, and tables when one is typed below them.
  @Test func `grow with all rows of it, and are calculated`() throws {
    let outcome = try Self.added([
      .formula("SUM(Deals!F2:F3)", 300), .formula("SUMIFS(Deals!$F$1:$F$3,Deals!$A$1:$A$3,\"D*\")*2", 600),
      .formula("ROWS(Deals!A2:F3)", 2), .formula("SUMPRODUCT(Deals!F2:F3*(Deals!A2:A3<>\"\"))+SUM(B1:B2)", 300),
      .formula("SUM(Deals!F3:F2)", 300),
    ])
    #expect(outcome.grown == ["Sum!A1", "Sum!A2", "Sum!A3", "Sum!A4", "Sum!A5"])
    #expect(outcome.short.isEmpty)
    #expect(
      outcome.formulas == [
        "SUM(Deals!F2:F4) = 600", "SUMIFS(Deals!$F$1:$F$4,Deals!$A$1:$A$4,\"D*\")*2 = 1200", "ROWS(Deals!A2:F4) = 3",
        "SUMPRODUCT(Deals!F2:F4*(Deals!A2:A4<>\"\"))+SUM(B1:B2) = 600", "SUM(Deals!F4:F2) = 600",
      ])
  }

  @Test func `are named and stay where growing could change what they mean`() throws {
    let formulas = [
      "SUM(Deals!F$2:F3)", "SUMPRODUCT(Deals!F2:F3*B1:B2)", "SUM(Deals!F2:F3)-SUM(Deals!F3:F3,Deals!F$1:F3)",
    ]
    let outcome = try Self.added(formulas.map { .formula($0, 300) })
    #expect(outcome.grown.isEmpty)
    #expect(outcome.short == ["Sum!A1", "Sum!A2", "Sum!A3"])
    #expect(outcome.formulas.map { $0.split(separator: " ")[0] } == formulas.map { $0[...] })
  }

  @Test func `are neither, where they read more, or single rows, or nothing was added`() throws {
    for outcome in [
      try Self.added([
        .formula("SUM(Deals!F:F)", 300), .formula("SUM(Deals!F2:F9)", 300), .formula("Deals!F3", 300),
        .formula("SUM(Deals!F3:F3)", 300), .formula("3+2", 300),
      ]), try Self.added([.formula("SUM(Deals!F2:F3)", 300)], "D-002"),
    ] {
      #expect(outcome.grown.isEmpty && outcome.short.isEmpty)
    }
  }
}
