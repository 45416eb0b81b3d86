// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Filling a workbook` {
  static let today = SerialDate(year: 2026, month: 11, day: 23)

  struct Filled {
    var before: Workbook
    var after: Workbook
    var bytes: [UInt8]
    var report: FillReport
  }

  func fill(
    _ name: String, asValues: Bool = false, columns: ColumnSelection = .all, asOf: SerialDate? = nil
  ) throws -> Filled {
    try fill(Golden.bytes(name), asValues: asValues, columns: columns, asOf: asOf)
  }

  func fill(
    _ bytes: [UInt8], asValues: Bool = false, columns: ColumnSelection = .all, asOf: SerialDate? = nil
  ) throws -> Filled {
    let before = try Workbook(bytes)
    let analysis = try Analysis(
      before, playbook: .builtIn, options: ReadOptions(asOf: asOf, today: Self.today), columns: columns)
    let (edit, report) = try FillPlanner(analysis, asValues: asValues, listsChanges: true).plan()
    let filled = try before.applying(edit)
    return Filled(before: before, after: try Workbook(filled), bytes: filled, report: report)
  }

  @Test(arguments: ["inputs_hant.xlsx", "inputs_en.xlsx", "team_messy_hant.xlsx"])
  func `a second time changes not one byte`(_ name: String) throws {
    let once = try fill(name)
    let twice = try fill(once.bytes)
    #expect(twice.bytes == once.bytes)
    #expect(twice.report.changedCells == 0)
  }

  @Test(arguments: ["inputs_hant.xlsx", "team_messy_hant.xlsx"])
  func `shared formulas read as plain ones, take less room, and stay as they are the next time, in whichever form`(
    _ name: String
  ) throws {
    let workbook = try Workbook(Golden.bytes(name))
    let analysis = try Analysis(workbook, playbook: .builtIn, options: ReadOptions(today: Self.today))
    func cells(_ bytes: [UInt8]) throws -> [[String]] {
      let workbook = try Workbook(bytes)
      return try workbook.sheets.indices.map { index in
        var cells: [String] = []
        try CellListing.forEach(in: workbook, sheetIndex: index) {
          cells.append("\($0.cell) \($0.formula ?? "") \($0.value)")
        }
        return cells
      }
    }
    let plain = try FilledWorkbook(analysis).bytes
    let shared = try FilledWorkbook(analysis, formulas: .shared).bytes
    #expect(try cells(shared) == cells(plain))
    #expect(shared.count < plain.count)
    let again = try Analysis(Workbook(shared), playbook: .builtIn, options: ReadOptions(today: Self.today))
    for form in FormulaForm.allCases { #expect(try FilledWorkbook(again, formulas: form).bytes == shared) }
    let findings = try Analysis(Workbook(plain), playbook: .builtIn, options: ReadOptions(today: Self.today)).findings
    #expect(
      again.findings.map { "\($0.rule) \($0.row) \($0.column)" } == findings.map { "\($0.rule) \($0.row) \($0.column)" }
    )
  }

  @Test func `a value typed over the first of cells that share a formula is kept, and the others keep theirs`() throws {
    let workbook = try Workbook(Golden.bytes("inputs_hant.xlsx"))
    let analysis = try Analysis(workbook, playbook: .builtIn, options: ReadOptions(today: Self.today))
    let shared = try Workbook(FilledWorkbook(analysis, formulas: .shared).bytes)
    let id = ColumnID(sheet: "de", key: "stage_no")
    func column(_ workbook: Workbook) throws -> FillReport.FilledColumn {
      let analysis = try Analysis(workbook, playbook: .builtIn, options: ReadOptions(today: Self.today))
      return try #require(FilledWorkbook(analysis).report.columns.first { $0.id == id })
    }
    let before = try column(shared)
    #expect((before.changed, before.kept) == (0, 0))
    let sheet = try #require(analysis.team.sheet("de"))
    let first = try #require(CellReference(row: sheet.rows.range.lowerBound, column: before.number))
    var edit = WorkbookEdit()
    edit.sheets[sheet.sheetIndex, default: SheetEdit()].cells[first] = CellEdit(.number(99))
    let after = try column(Workbook(shared.applying(edit)))
    #expect((after.changed, after.kept) == (0, 1))
  }

  @Test func `the same input gives the same bytes`() throws {
    #expect(try fill("team_messy_hant.xlsx").bytes == fill("team_messy_hant.xlsx").bytes)
  }

  @Test func `in a workbook that spreadsheet software has filled already only formulas of an earlier edition change`()
    throws
  {
    // Written by LibreOffice with an early edition of the formulas, and without the columns added later.
    let filled = try fill("golden_hant.xlsx")
    #expect(filled.report.changes.filter { $0.formula != nil }.allSatisfy { $0.old == $0.new })
    #expect(filled.report.changes.contains { $0.formula != nil })
    let added = filled.report.columns.filter(\.isNew).map(\.id.description)
    #expect(Set(added) == ["tg.rebalanced", "de.sensitivity"])
  }

  @Test func `every stored cell of the team stays as it was`() throws {
    let filled = try fill("team_messy_hant.xlsx")
    let written = Set(filled.report.changes.map { "\($0.sheet)!\($0.cell)" })
    for index in filled.before.sheets.indices {
      var cells: [String: ListedCell] = [:]
      try CellListing.forEach(in: filled.after, sheetIndex: index) { cells["\($0.sheet)!\($0.cell)"] = $0 }
      try CellListing.forEach(in: filled.before, sheetIndex: index) { cell in
        let place = "\(cell.sheet)!\(cell.cell)"
        #expect(!written.contains(place))
        #expect(cells[place]?.value == cell.value && cells[place]?.formula == cell.formula, "\(place)")
      }
    }
  }

  @Test func `entries that are not touched keep their compressed bytes`() throws {
    let filled = try fill("team_messy_hant.xlsx")
    let before = filled.before.package.archive
    let after = filled.after.package.archive
    let drawings = before.entries.filter { $0.name.contains("chart") || $0.name.contains("comments") }
    #expect(!drawings.isEmpty)
    for entry in drawings {
      let same = try #require(after.entry(named: entry.name))
      #expect(before.bytes[entry.record] == after.bytes[same.record])
    }
  }

  @Test func `the team's table grows with its new columns`() throws {
    let filled = try fill("team_messy_hant.xlsx")
    let index = try #require(filled.after.sheets.firstIndex { $0.name == "回款跟蹤表" })
    let table = try #require(filled.after.worksheet(at: index).tables().first)
    #expect(table.columns.count == 24)
    #expect(table.range.columns.count == 24)
    #expect(table.columns.last?.name == "回款風險分")
    #expect(table.columns.last?.calculatedFormula?.hasPrefix("IF(OR($A2=\"\"") == true)
  }

  @Test func `columns that rest on an amount in another unit are left out, however softly they do`() throws {
    let report = try fill("team_messy_hant.xlsx").report
    let amount = ColumnID(sheet: "de", key: "amount")
    let skipped = Set(report.skipped.filter { $0.reason == .notUnderstood(amount, .foreignUnit) }.map(\.id.description))
    #expect(skipped == ["acc.open_pipe", "acc.whitespace", "de.weighted", "de.variance", "de.risk_margin"])
  }

  @Test func `settings are added below the team's own, and only those that formulas need`() throws {
    let filled = try fill("team_messy_hant.xlsx")
    let index = try #require(filled.after.sheets.firstIndex { $0.name == "設定" })
    var cells: [String: CellValue] = [:]
    try CellListing.forEach(in: filled.after, sheetIndex: index) { cells["\($0.cell)"] = $0.value }
    #expect(cells["A7"] == .text("Lang") && cells["B7"] == .number(1))
    #expect(!cells.values.contains(.text("NextTeamTarget")))
  }

  @Test func `what the rates of a list are computed from has names too`() throws {
    let filled = try fill(OwnWorkbooks.bytes("settings_hans.xlsx"))
    let names = filled.after.definedNames.filter { $0.name.hasPrefix("st_") }.map(\.name)
    #expect(Set(names).isSuperset(of: ["st_prob", "st_conv", "st_won"]))
  }

  @Test func `a typed value over a computed cell stays`() throws {
    let filled = try fill("faulty_hant.xlsx")
    #expect(filled.report.keptCells == 1)
    let analysis = try Golden.analysis("faulty_hant.xlsx")
    let typed = try #require(analysis.findings.first { analysis.team.playbook.rules[$0.rule].id == "WBK-005" })
    #expect(typed.found == .number(1_000_000))
  }

  @Test func `values instead of formulas come with neither names nor added settings`() throws {
    let filled = try fill("team_messy_hant.xlsx", asValues: true)
    #expect(filled.after.definedNames == filled.before.definedNames)
    #expect(!filled.after.sheets.contains { $0.name == "清單" })
    #expect(try fill(filled.bytes, asValues: true).bytes == filled.bytes)
  }

  @Test func `the day that the caller gives goes into the as-of cell`() throws {
    let filled = try fill("inputs_hant.xlsx", asOf: SerialDate(year: 2025, month: 7, day: 1))
    #expect(filled.report.additions.contains { if case .asOf = $0 { true } else { false } })
    let again = try Analysis(filled.after, playbook: .builtIn, options: ReadOptions(today: Self.today))
    #expect(again.team.asOfText == "2025-07-01")
  }

  @Test func `only present columns are written when only those are asked for`() throws {
    let filled = try fill("inputs_hant.xlsx", columns: .present)
    #expect(filled.report.columns.isEmpty)
    #expect(filled.report.skipped.contains { $0.reason == .notRequested })
  }

  @Test func `headline columns bring what they rest on`() throws {
    let keys = Set(try fill("inputs_core_hant.xlsx", columns: .headline).report.columns.map(\.id.description))
    #expect(keys.contains("de.weighted") && keys.contains("de.k_yes"))
    #expect(!keys.contains("dr.age"))
  }
}
