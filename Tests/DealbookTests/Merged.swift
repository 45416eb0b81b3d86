// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A merge in a test: the plan, and the workbook that it gives.
struct Merged {
  let plan: MergePlan
  let bytes: [UInt8]
  let book: RecordBook
  /// The cells whose readers have to be calculated anew.
  let changed: [Int: Set<CellReference>]

  init(
    _ base: [UInt8], _ copies: [[UInt8]], prefer: MergePreference? = nil, disputed: DisputedCells = .base,
    followsBase: Bool = false, names: [String]? = nil, language: Language = .english, sheet: Bool = false
  ) throws {
    let base = try CopyBook.book(base)
    let sides = try copies.enumerated().map { place, bytes in
      let side = try MergeSide(
        CopyBook.book(bytes),
        name: names?[place] ?? (place < 4 ? ["ours", "anna", "boris", "chen"][place] : "copy \(place)"))
      return place > 0 && followsBase ? side.following(base) : side
    }
    plan = try MergePlan(
      base: base, ours: sides[0], theirs: Array(sides.dropFirst()), preference: prefer, disputed: disputed)
    if plan.isUnchanged, plan.conflicts.isEmpty {
      bytes = copies[0]
      changed = [:]
    } else {
      let ours = try Workbook(copies[0])
      let conflicts =
        sheet && !plan.conflicts.isEmpty ? ConflictSheet(plan, language: language).design(for: ours) : nil
      let result = try MergedWorkbook(
        ours, plan.edit, growing: plan.grownLists, playbook: .builtIn, options: DealSheet.options,
        conflicts: .replaced(conflicts))
      bytes = result.bytes
      changed = result.changed
    }
    book = try CopyBook.book(bytes)
  }

  init(_ base: CopyBook, _ copies: CopyBook..., prefer: MergePreference? = nil, sheet: Bool = false) throws {
    try self.init(base.bytes(), copies.map { try $0.bytes() }, prefer: prefer, sheet: sheet)
  }

  /// The formula or value of a cell in the result.
  func content(_ sheet: Int, _ cell: String) throws -> String? {
    var found: String?
    try CellListing.forEach(in: Workbook(bytes), sheetIndex: sheet) { listed in
      if listed.cell.description == cell { found = listed.formula.map { "=" + $0 } ?? listed.value.shownText }
    }
    return found
  }

  /// The differences between the result and a workbook.
  func lines(against other: CopyBook) throws -> [String] {
    try CopyBook.lines(CopyBook.difference(other.book(), book))
  }

  var conflicts: [String] {
    plan.conflicts.map { conflict in
      let options = conflict.options.map { option in
        option.sides.map { plan.sides[$0] }.joined(separator: "+") + "="
          + (option.isDeletion ? "deleted" : option.shown)
      }
      return
        "\(conflict.kind.rawValue) \(conflict.rowID) \(conflict.column) \(conflict.base): \(options.joined(separator: " | "))"
    }
  }

  /// The result after a person has filled in the choices, in the order of the conflicts.
  ///
  /// - Parameter change: what the person has done besides.
  func resolved(
    _ choices: [String], after change: (inout WorkbookEdit) throws -> Void = { _ in }
  ) throws -> (resolution: Resolution, book: RecordBook) {
    let (resolution, bytes) = try settled(choices, after: change)
    return (resolution, try CopyBook.book(bytes))
  }

  /// The same as a file.
  func settled(
    _ choices: [String], after change: (inout WorkbookEdit) throws -> Void = { _ in }
  ) throws -> (resolution: Resolution, bytes: [UInt8]) {
    let workbook = try Workbook(bytes)
    let index = try #require(workbook.sheets.firstIndex { $0.name == "Conflicts" })
    var edit = WorkbookEdit()
    var lines: [Int] = []
    var column = 0
    try CellListing.forEach(in: workbook, sheetIndex: index) { cell in
      if cell.cell.row == 3, cell.value == .text("Choice") { column = cell.cell.column }
      if cell.cell.row > 3, cell.cell.column == 1 { lines.append(cell.cell.row) }
    }
    for (row, choice) in zip(lines, choices) {
      let cell = try #require(CellReference(row: row, column: column))
      edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(.text(choice))
    }
    try change(&edit)
    let chosen = try workbook.applying(edit)
    let resolution = try #require(try Resolution(CopyBook.book(chosen)))
    let result = try MergedWorkbook(
      Workbook(chosen), resolution.edit, playbook: .builtIn, options: DealSheet.options,
      conflicts: resolution.open == 0 ? .replaced(nil) : .kept
    ).bytes
    return (resolution, result)
  }
}
