// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// A cell of a workbook.
struct SheetCell: Hashable {
  var sheet: Int
  var reference: CellReference
}

/// Everything that can be read from a workbook.
struct Contents {
  struct Cell: Equatable {
    var value: CellValue
    var formula: String?
  }

  private(set) var cells: [SheetCell: Cell] = [:]
  private var formulas = 0
  private var facts = 0

  init(_ workbook: Workbook) throws {
    for index in workbook.sheets.indices {
      if workbook.sheets[index].kind.hasCells { try read(workbook, index) }
    }
    for name in workbook.definedNames {
      _ = try? ParsedFormula(name.formula, isDefinedName: true)
      facts += 1
    }
    for style in 0..<min(workbook.styles.cellFormats.count, 100) { _ = workbook.styles.numberFormat(at: style).isDate }
  }

  private mutating func read(_ workbook: Workbook, _ index: Int) throws {
    let sheet = try workbook.worksheet(at: index)
    facts += try sheet.facts().mergedCells.count
    facts += try sheet.tables().count
    facts += try workbook.notes(at: index).notes.count
    _ = try sheet.disorder()
    var found: [(CellReference, Cell)] = []
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells {
        guard let reference = CellReference(row: row.index, column: cell.column) else {
          preconditionFailure("row \(row.index), column \(cell.column) is no cell")
        }
        let formula = try sheet.formula(of: cell, row: row.index)
        found.append((reference, Cell(value: try sheet.value(of: cell, row: row.index), formula: formula?.text)))
      }
    }
    try compare(found.map(\.1.value), workbook, index)
    for (reference, cell) in found {
      if let formula = cell.formula {
        formulas += 1
        _ = try? ParsedFormula(formula)
      }
      cells[SheetCell(sheet: index, reference: reference)] = cell
    }
  }

  /// Read through a window of any size, a sheet must give the same result as when it is read whole.
  private func compare(_ values: [CellValue], _ workbook: Workbook, _ index: Int) throws {
    var position = 0
    try workbook.forEachRow(
      ofSheet: index, strings: nil, piece: 300, ahead: false
    ) { row, cells throws(SpreadsheetError) in
      for cell in row.cells {
        let value = try cells.value(of: cell, row: row.index)
        precondition(
          position < values.count && value == values[position], "row \(row.index) reads otherwise in a window")
        position += 1
      }
    }
    precondition(position == values.count, "cells are missing in a window")
  }

  /// Depends only on the contents, whatever the bytes.
  var summary: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    let lines = cells.map { "\($0.key.sheet) \($0.key.reference) \($0.value.value) \($0.value.formula ?? "")" }.sorted()
    for line in lines { for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
    return "\(cells.count) cells, \(formulas) formulas, \(facts) facts, \(String(hash, radix: 16))"
  }
}
