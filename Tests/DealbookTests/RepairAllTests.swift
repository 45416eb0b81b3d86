// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Repairing all` {
  private static let options = ReadOptions(today: SerialDate(year: 2026, month: 11, day: 23))

  private func repaired(_ bytes: [UInt8], _ level: RepairLevel = .all) throws -> RepairedWorkbook {
    try RepairedWorkbook(Workbook(bytes), playbook: .builtIn, options: Self.options, level: level)
  }

  private func filled(_ repaired: RepairedWorkbook) throws -> [UInt8] {
    try repaired.workbook.applying(FillPlanner(repaired.analysis).plan().edit)
  }

  @Test func `puts the cent that is lacking into the last payment of the contract`() throws {
    let repair = try #require(try repaired(Golden.bytes("inputs_hant.xlsx")).repairs.first { $0.rule == "PAY-004" })
    #expect(repair.rowID == "Y012" && repair.column == "amt_override")
    #expect(repair.new == .number(16_666.66))
  }

  @Test func `restores a formula, and a note keeps what was typed`() throws {
    let repaired = try repaired(Golden.bytes("faulty_hant.xlsx"))
    let repair = try #require(repaired.repairs.first { $0.rule == "WBK-005" })
    #expect(repair.old == .number(1_000_000))
    let formula = try #require(repair.newFormula)
    let after = try Workbook(filled(repaired))
    let index = try #require(after.sheets.firstIndex { $0.name == repair.sheet })
    #expect(try after.notes(at: index).notes[repair.cell]?.text == "原先填寫：1000000（已還原公式，WBK-005）")
    var cell: ListedCell?
    try CellListing.forEach(in: after, sheetIndex: index) { if $0.cell == repair.cell { cell = $0 } }
    #expect(cell?.formula == formula)
    #expect(cell?.value == repair.new)
  }

  @Test func `leaves a typed value under safe`() throws {
    #expect(try !repaired(Golden.bytes("faulty_hant.xlsx"), .safe).rules.contains("WBK-005"))
  }

  @Test(arguments: ["faulty_hant.xlsx", "team_messy_hant.xlsx", "inputs_en.xlsx"], RepairLevel.allCases)
  func `has nothing to do a second time`(_ name: String, _ level: RepairLevel) throws {
    let once = try filled(repaired(Golden.bytes(name), level))
    let again = try repaired(once, level)
    #expect(again.repairs.isEmpty)
    #expect(try filled(again) == once)
  }
}

@Suite struct `The team's messy workbook` {
  private func repaired(_ level: RepairLevel) throws -> RepairedWorkbook {
    try RepairedWorkbook(
      Workbook(Golden.bytes("team_messy_hant.xlsx")), playbook: .builtIn, options: ReadOptions(today: nil), level: level
    )
  }

  @Test(arguments: RepairLevel.allCases)
  func `names the title and the chart that go on stating the unit`(_ level: RepairLevel) throws {
    #expect(
      try repaired(level).stating.map { "\($0)" } == [
        "the text in 拿單跟進!A1", "a chart on 拿單跟進 (xl/charts/chart1.xml)",
      ])
  }

  @Test(arguments: RepairLevel.allCases)
  func `gets exactly the expected repairs`(_ level: RepairLevel) throws {
    let repaired = try repaired(level)
    let expected = try #require(Golden.json("messy_expected.json")["repairs"] as? [[String: Any]]).map { repair in
      "\(repair["sheet"] ?? "") \(repair["cell"] ?? "") \(repair["id"] ?? "") \(repair["column"] ?? ""): \(repair["from"] ?? "") → \(repair["to"] ?? "")"
    }
    let found = repaired.repairs.map {
      "\($0.prefix) \($0.cell) \($0.rowID) \($0.column): \($0.oldText) → \($0.newText)"
    }
    // The list of cells omits the header that changes along with them.
    #expect(Set(found) == Set(expected).union(["de D3  amount: 金額(萬元) → 金額(元)"]))
    #expect(found.count == expected.count + 1)
    #expect(repaired.unmade.isEmpty)
  }

  @Test func `keeps every cell that is not listed`() throws {
    let before = try Workbook(Golden.bytes("team_messy_hant.xlsx"))
    let repaired = try RepairedWorkbook(before, playbook: .builtIn, options: ReadOptions(today: nil), level: .all)
    let listed = Set(repaired.repairs.map { "\($0.sheet)!\($0.cell)" })
    for index in before.sheets.indices {
      var cells: [String: ListedCell] = [:]
      try CellListing.forEach(in: repaired.workbook, sheetIndex: index) { cells["\($0.sheet)!\($0.cell)"] = $0 }
      try CellListing.forEach(in: before, sheetIndex: index) { cell in
        let place = "\(cell.sheet)!\(cell.cell)"
        let new = cells.removeValue(forKey: place)
        guard !listed.contains(place) else { return }
        #expect(new?.value == cell.value && new?.formula == cell.formula && new?.numberFormat == cell.numberFormat)
      }
      #expect(cells.isEmpty)
    }
  }

  @Test func `computes what rested on the amounts`() throws {
    let repaired = try RepairedWorkbook(
      Workbook(Golden.bytes("team_messy_hant.xlsx")), playbook: .builtIn, options: ReadOptions(today: nil), level: .safe
    )
    let expected = try #require(
      Golden.json("messy_expected.json")["computed_after_repair"] as? [String: [[String: Any]]])
    for (prefix, rows) in expected {
      let sheet = try #require(repaired.analysis.team.sheet(prefix))
      for row in rows {
        let offset = try #require(row["row"] as? Int) - sheet.rows.range.lowerBound
        for (key, value) in row {
          guard let values = repaired.analysis.values(of: ColumnID(sheet: prefix, key: key)),
            sheet.definition.column(key)?.type != .date
          else { continue }
          switch (values[offset], value) {
          case (.number(let number), let value as Double):
            #expect(abs(number - value) < 1e-6 * max(1, abs(value)), "\(prefix).\(key)")
          case (let cell, let value as String): #expect(cell.shownText == value, "\(prefix).\(key)")
          default: Issue.record("\(prefix).\(key) \(values[offset]) \(value)")
          }
        }
      }
    }
  }
}
