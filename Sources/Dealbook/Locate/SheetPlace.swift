// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// A range on one sheet of a workbook, as a defined name states it: `'商機'!$I$5:$I$300`.
struct SheetPlace: Hashable {
  var sheetIndex: Int
  var range: CellRange

  /// Nil if the text is not a plain range on one sheet of this workbook.
  init?(_ text: String, in workbook: Workbook) {
    guard case .reference(let reference)? = try? Expression(parsing: text),
      let sheet = reference.sheet, sheet.workbook == nil, sheet.last == nil,
      let index = workbook.sheets.firstIndex(where: { $0.name.lowercased() == sheet.first.lowercased() })
    else { return nil }
    switch reference.area {
    case .cell(let corner):
      guard let cell = corner.cell else { return nil }
      self.init(sheetIndex: index, range: CellRange(cell, cell))
    case .range(let a, let b):
      guard let first = a.cell, let last = b.cell else { return nil }
      self.init(sheetIndex: index, range: CellRange(first, last))
    case .columns, .rows:
      return nil
    }
  }

  init(sheetIndex: Int, range: CellRange) {
    self.sheetIndex = sheetIndex
    self.range = range
  }
}

extension Reference.Corner {
  fileprivate var cell: CellReference? { CellReference(row: row.number, column: column.number) }
}

/// The text of a reference as used in defined names.
enum AbsoluteReference {
  /// `'商機'!$I$5:$I$300`; always quoted, which every program can read.
  static func text(sheet: String, column: Int, rows: ClosedRange<Int>) -> String {
    let letters = ColumnName.letters(column)
    let first = "$\(letters)$\(rows.lowerBound)"
    let last = "$\(letters)$\(rows.upperBound)"
    return SheetName.quoted(sheet) + "!" + (rows.count == 1 ? first : "\(first):\(last)")
  }

  static func text(sheet: String, cell: CellReference) -> String {
    text(sheet: sheet, column: cell.column, rows: cell.row...cell.row)
  }
}
