// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A golden workbook with some cells changed. Cells are given by sheet, header and row.
struct ChangedWorkbook {
  private(set) var workbook: Workbook

  init(_ name: String = "inputs_hant.xlsx") throws { workbook = try Workbook(Golden.bytes(name)) }

  init(_ bytes: [UInt8]) throws { workbook = try Workbook(bytes) }

  func analysis() throws -> Analysis {
    try Analysis(workbook, playbook: .builtIn, options: ReadOptions(today: FillTests.today))
  }

  /// Row 1 is the first data row.
  mutating func set(_ sheet: String, _ key: String, row: Int, to value: CellValue) throws {
    let located = try #require(try analysis().team.sheet(sheet))
    let column = try #require(located.column(key))
    try set(located.sheetIndex, located.rows.range.lowerBound + row - 1, column.number, value)
  }

  mutating func setHeader(_ sheet: String, column: Int, to title: String) throws {
    let located = try #require(try analysis().team.sheet(sheet))
    try set(located.sheetIndex, try #require(located.headerRow), column, .text(title))
  }

  private mutating func set(_ index: Int, _ row: Int, _ column: Int, _ value: CellValue) throws {
    var edit = WorkbookEdit()
    edit.sheets[index] = SheetEdit()
    edit.sheets[index]?.cells[try #require(CellReference(row: row, column: column))] = CellEdit(value)
    workbook = try Workbook(workbook.applying(edit))
  }

  func filled() throws -> (after: ChangedWorkbook, report: FillReport) {
    let (edit, report) = try FillPlanner(analysis()).plan()
    return (try ChangedWorkbook(workbook.applying(edit)), report)
  }

  /// The formulas of a column's cells.
  func formulas(_ sheet: String, _ key: String) throws -> [String] {
    let located = try #require(try analysis().team.sheet(sheet))
    let number = try #require(located.column(key)).number
    var found: [String] = []
    try CellListing.forEach(in: workbook, sheetIndex: located.sheetIndex) { cell in
      if cell.cell.column == number, let formula = cell.formula { found.append(formula) }
    }
    return found
  }

  func rules(_ id: String) throws -> Int {
    let analysis = try analysis()
    return analysis.findings.filter { analysis.team.playbook.rules[$0.rule].id == id }.count
  }
}

typealias FillTests = `Filling a workbook`

@Suite struct `The mends of the method` {
  static let spoilers = [
    "vi.account_id", "vi.contact_id", "vi.date", "pa.contract_id", "pa.stage", "pa.received", "pa.amt_override",
    "acc.account_id", "acc.lifecycle", "tg.owner", "tg.prev_actual", "tg.target", "co.contract_id", "co.amount",
  ]
  /// Columns that read all rows of a sheet, with the key that relates those rows to one.
  static let readers = [
    ("acc", "last_visit"), ("acc", "drift_n"), ("ct", "last_visit"), ("vi", "prev_date"), ("co", "map_stage"),
    ("tg", "raw_next"), ("tg", "guard_next"), ("tg", "growth"),
  ]

  @Test(arguments: Sweep.cases(spoilers), [CellValue.error(.notAvailable), .text("no such")])
  func `one bad cell leaves the columns that go through all rows without an error`(
    _ spoiler: String, _ value: CellValue
  ) throws {
    let parts = spoiler.split(separator: ".").map(String.init)
    var changed = try ChangedWorkbook()
    try changed.set(parts[0], parts[1], row: 2, to: value)
    let analysis = try changed.analysis()
    for (sheet, key) in Self.readers {
      let values = try #require(analysis.values(of: ColumnID(sheet: sheet, key: key)))
      for (offset, value) in values.enumerated() where sheet != parts[0] || offset != 1 {
        if case .error = value { Issue.record("\(sheet).\(key) of row \(offset + 1) is \(value)") }
      }
    }
  }

  @Test func `an unknown payment stage is passed over by the battle map`() throws {
    let column = ColumnID(sheet: "co", key: "map_stage")
    let before = try #require(try ChangedWorkbook().analysis().values(of: column))
    var changed = try ChangedWorkbook()
    for row in 1...20 where row <= changed.rowCount("pa") { try changed.set("pa", "stage", row: row, to: .text("?")) }
    let after = try #require(try changed.analysis().values(of: column))
    let paid = CellValue.text("已收訖")
    #expect(after == before.map { $0 == paid ? paid : .text("") })
    #expect(before.contains { $0 != paid })
  }

  @Test func `a contract without an amount plans nothing, not 0`() throws {
    var changed = try ChangedWorkbook()
    let payments = try #require(try changed.analysis().team.sheet("pa"))
    let contract = try #require(payments.column("contract_id")).values[0]
    let contracts = try #require(try changed.analysis().team.sheet("co"))
    let row = try #require(contracts.column("contract_id")?.values.values.firstIndex(of: contract))
    try changed.set("co", "amount", row: row + 1, to: .blank)
    let planned = try #require(try changed.analysis().values(of: ColumnID(sheet: "pa", key: "planned")))
    #expect(planned[0] == .text(""))
  }

  @Test func `an error as the guide of a deal is one of its flags only where a guide is asked for`() throws {
    func values(_ key: String, _ analysis: Analysis) throws -> [CellValue] {
      try #require(analysis.values(of: ColumnID(sheet: "de", key: key)))
    }
    let before = try ChangedWorkbook().analysis()
    let (stages, flags) = (try values("declared_no", before), try values("flags", before))
    let isOpen = try values("is_open", before)
    let open = isOpen.map { $0 == .number(1) }
    for isEarly in [true, false] {
      let wanted: Set<CellValue> =
        isEarly ? [.number(0), .number(1), .number(2)] : [.number(3), .number(4), .number(5)]
      let deal = try #require(stages.indices.first { open[$0] && wanted.contains(stages[$0]) })
      var changed = try ChangedWorkbook()
      try changed.set("de", "guide_id", row: deal + 1, to: .error(.notAvailable))
      let after = try values("flags", changed.analysis())[deal]
      #expect(after == (isEarly ? flags[deal] : .error(.notAvailable)))
    }
  }

  @Test func `an error in the amount of one deal leaves the funnel whole`() throws {
    var changed = try ChangedWorkbook()
    try changed.set("de", "amount", row: 1, to: .error(.notAvailable))
    try changed.set("le", "est_amount", row: 1, to: .error(.value))
    let after = try changed.filled().after.workbook
    let funnel = try #require(after.sheets.firstIndex { $0.name == "漏斗" })
    var errors: [String] = []
    var count = 0
    try CellListing.forEach(in: after, sheetIndex: funnel) { cell in
      count += 1
      if case .error = cell.value { errors.append("\(cell.cell)") }
    }
    #expect(errors.isEmpty && count > 50)
  }

  @Test func `formulas of the first edition are the tool's own and are renewed`() throws {
    // Saved by LibreOffice with the formulas of the first edition.
    let first = try ChangedWorkbook("golden_hant.xlsx")
    #expect(try first.rules("WBK-005") == 0)
    #expect(try !first.formulas("co", "map_stage").contains { $0.contains("ISNUMBER(1/(") })
    let (after, report) = try first.filled()
    #expect(Set(report.columns.filter { $0.changed > 0 && !$0.isNew }.map(\.id.description)) == Self.mended)
    #expect(report.columns.allSatisfy { $0.kept == 0 })
    #expect(try after.formulas("co", "map_stage").allSatisfy { $0.contains("ISNUMBER(1/(") })
    #expect(try after.filled().report.changedCells == 0)
  }

  static let mended: Set<String> = Set(
    Playbook.builtIn.sheets.flatMap { sheet in
      sheet.columns.filter { $0.computed?.formerly.isEmpty == false }.map { "\(sheet.prefix).\($0.key)" }
    })

  @Test func `a formula from before a column was there is renewed once it is`() throws {
    var changed = try ChangedWorkbook()
    let column = try #require(try changed.analysis().team.sheet("pa")?.column("dispute"))
    try changed.setHeader("pa", column: column.number, to: "?")
    var (partial, _) = try changed.filled()
    #expect(try partial.formulas("pa", "risk").allSatisfy { $0.contains("_meta!$A$1") })
    try partial.setHeader("pa", column: column.number, to: column.header)
    #expect(try partial.rules("WBK-005") == 0)
    let (whole, _) = try partial.filled()
    #expect(try !whole.formulas("pa", "risk").contains { $0.contains("_meta!") })
    #expect(try whole.formulas("pa", "risk").count == partial.formulas("pa", "risk").count)
  }

  @Test func `a formula that only looks like one of ours stays`() throws {
    var changed = try ChangedWorkbook().filled().after
    let sheet = try #require(try changed.analysis().team.sheet("pa"))
    let cell = try #require(
      CellReference(row: sheet.rows.range.lowerBound, column: sheet.column("out_pos")?.number ?? 0))
    var edit = WorkbookEdit()
    edit.sheets[sheet.sheetIndex] = SheetEdit()
    edit.sheets[sheet.sheetIndex]?.cells[cell] = CellEdit(
      .number(0), formula: "IF(_meta!$A$1=1,0,IF(_meta!$A$1>0,1,0))")
    changed = try ChangedWorkbook(changed.workbook.applying(edit))
    #expect(try changed.rules("WBK-005") == 1)
    #expect(try changed.filled().report.keptCells == 1)
  }
}

extension ChangedWorkbook {
  func rowCount(_ sheet: String) -> Int { (try? analysis().team.sheet(sheet)?.rows.count) ?? 0 }
}
