// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

/// A workbook for trying scenarios, and for typing the same changes into its cells.
struct PlayedBook {
  let workbook: Workbook
  let options: ReadOptions
  let analysis: Analysis
  let table: SandTable

  init(_ bytes: [UInt8], asOf: SerialDate? = SerialDate(year: 2025, month: 6, day: 30)) throws {
    workbook = try Workbook(bytes)
    options = ReadOptions(asOf: asOf, today: nil)
    analysis = try Analysis(workbook, playbook: .builtIn, options: options)
    table = try SandTable(analysis)
  }

  static func golden(_ language: String = "hant") throws -> PlayedBook {
    try PlayedBook(Golden.bytes(language == "hant" ? "golden_hant.xlsx" : "inputs_\(language).xlsx"))
  }

  func play(_ changes: String..., bonds: [String] = []) throws -> Outcome {
    try table.play(Scenario(name: "1", changes: changes, bonds: bonds))
  }

  /// The workbook read again with these values in its cells.
  func typed(_ cells: [(sheet: String, key: String, row: Int, value: CellValue)]) throws -> Analysis {
    try Analysis(Workbook(typedBytes(cells)), playbook: .builtIn, options: options)
  }

  func typedBytes(_ cells: [(sheet: String, key: String, row: Int, value: CellValue)]) throws -> [UInt8] {
    var edit = WorkbookEdit()
    for cell in cells {
      let sheet = try #require(analysis.team.sheet(cell.sheet))
      let column = try #require(sheet.column(cell.key))
      let place = try #require(
        CellReference(row: sheet.rows.range.lowerBound + cell.row, column: column.number))
      edit.sheets[sheet.sheetIndex, default: SheetEdit()].cells[place] = CellEdit(cell.value)
    }
    return try workbook.applying(edit)
  }

  /// Computed columns whose values in the outcome differ from those of the other workbook.
  func differences(_ outcome: Outcome, _ other: Analysis) -> [String] {
    var found: [String] = []
    for step in other.plan.steps where step.id != ColumnID(sheet: "de", key: "sensitivity") {
      guard step.template != nil, let theirs = other.values(of: step.id), !theirs.isEmpty else { continue }
      let ours = outcome.values(of: step.id) ?? []
      for row in theirs.indices where row >= ours.count || ours[row] != theirs[row] {
        found.append("\(step.id) \(row): \(row < ours.count ? ours[row].shownText : "–") ≠ \(theirs[row].shownText)")
      }
    }
    let rows = other.team.sheet("tg")?.rows.count ?? 0
    for row in 0..<rows where row < outcome.after.owners.count {
      for key in Situation.prospectKeys {
        let theirs = other.value(of: ColumnID(sheet: "tg", key: key), at: row)
        let ours = outcome.after.owners[row].values[key] ?? .blank
        if ours.shownText != theirs.shownText {
          found.append("tg.\(key) \(row): \(ours.shownText) ≠ \(theirs.shownText)")
        }
      }
    }
    return found
  }
}
