// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Units of amounts that are stated away from the table: in a note on a header, or on a tab of remarks (`All amounts in k EUR`, 金額單位：萬元).
enum UnitElsewhere {
  /// A tab of remarks has no more rows than this, and no more cells in a row.
  private static let mostRows = 100
  private static let mostCells = 4
  private static let longestNote = 300

  /// What a tab of nothing but texts says of the unit of amounts.
  static func line(_ sample: SheetSample) -> UnitLine? {
    guard sample.rows.count <= mostRows else { return nil }
    var numbers = 0
    for row in sample.rows {
      guard row.cells.count <= mostCells else { return nil }
      numbers += row.cells.count { !$0.hasFormula && $0.value.number != nil && !$0.isDate }
    }
    guard numbers <= 3 else { return nil }
    for row in sample.rows {
      for cell in row.cells {
        guard let text = cell.typedText, UnitStatement.mayBeSaid(text), let unit = UnitStatement(text),
          unit.form == .said, unit.scale != 1
        else { continue }
        let place = CellReference(row: row.index, column: cell.column).map { "\($0.description): " } ?? ""
        return UnitLine(
          cell: nil, text: "\(sample.title)!\(place)\(StraySpace.trimmed(text))", unit: unit.unit, scale: unit.scale,
          columns: nil)
      }
    }
    return nil
  }

  /// What the notes on headers of amounts say.
  static func lines(
    notesOn header: HeaderPlan, of definition: SheetDefinition, _ workbook: Workbook, sheetIndex: Int
  ) throws(SpreadsheetError) -> [UnitLine] {
    let amounts = header.bound.filter { bound in
      definition.column(bound.key).map { $0.type == .money && !$0.isComputed } ?? false
    }
    guard !amounts.isEmpty else { return [] }
    let notes = try workbook.notes(at: sheetIndex).notes
    guard !notes.isEmpty else { return [] }
    var lines: [UnitLine] = []
    for amount in amounts where amount.unit == nil {
      for row in header.rows {
        guard let cell = CellReference(row: row, column: amount.number), let note = notes[cell]?.text,
          note.utf8.count <= longestNote, let unit = statement(in: note), unit.scale != 1
        else { continue }
        lines.append(
          UnitLine(
            cell: cell, text: note.split(whereSeparator: \.isNewline).joined(separator: " "), unit: unit.unit,
            scale: unit.scale, columns: amount.number...amount.number))
      }
    }
    return lines
  }

  /// Excel begins a note with the name of its author and a colon.
  private static func statement(in note: String) -> UnitStatement? {
    if let unit = UnitStatement(note) { return unit }
    guard let colon = note.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    return UnitStatement(StraySpace.trimmed(String(note[note.index(after: colon)...])))
  }
}

extension SheetPlanner.Result {
  /// Gives the sheets of amounts the units that are stated away from them.
  ///
  /// - Parameter remarks: what tabs of remarks say.
  mutating func readUnitsElsewhere(_ remarks: [UnitLine], _ workbook: Workbook) throws(SpreadsheetError) {
    for place in plans.indices {
      try plans[place].readUnitsElsewhere(remarks, workbook)
      for part in plans[place].parts.indices { try plans[place].parts[part].readUnitsElsewhere(remarks, workbook) }
    }
  }
}

extension SheetPlan {
  fileprivate mutating func readUnitsElsewhere(_ remarks: [UnitLine], _ workbook: Workbook) throws(SpreadsheetError) {
    guard var plan = header, !plan.unitLines.contains(where: { $0.columns == nil }) else { return }
    plan.unitLines += try UnitElsewhere.lines(notesOn: plan, of: definition, workbook, sheetIndex: sheetIndex)
    // What stands beside the table goes before what is said elsewhere.
    if !plan.saysUnit, let first = remarks.first { plan.unitLines.append(first) }
    header = plan
  }
}
