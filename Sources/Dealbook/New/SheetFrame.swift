// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// A data sheet of a new workbook: the positions of its columns, and the typed cells of its rows.
struct SheetFrame {
  struct Column {
    var definition: ColumnDefinition
    /// 1-based.
    var number: Int
  }

  /// The title and the purpose of the sheet are above the header.
  static let headerRow = 3
  static let firstRow = 4

  let definition: SheetDefinition
  /// The name on the tab.
  let title: String
  private(set) var columns: [Column]
  /// The typed cells of each row by column key; empty for a sheet with one blank row.
  let rows: [[String: CellValue]]

  /// - Parameter keys: the typed columns to include; nil for all.
  init(_ definition: SheetDefinition, language: Language, rows: [[String: CellValue]], keys: Set<String>? = nil) {
    self.definition = definition
    title = definition.titles[language]
    columns = definition.inputColumns.filter { keys?.contains($0.key) ?? $0.isOffered }.enumerated().map {
      Column(definition: $0.element, number: $0.offset + 1)
    }
    self.rows = rows
  }

  /// The frame with computed columns to the right of the typed ones, where a fill would put them.
  func adding(_ analysis: Analysis) -> SheetFrame {
    var copy = self
    for definition in definition.computedColumns {
      let id = ColumnID(sheet: prefix, key: definition.key)
      guard analysis.choice.ids.contains(id), let number = analysis.layout.numbers[id] else { continue }
      copy.columns.append(Column(definition: definition, number: number))
    }
    return copy
  }

  var prefix: String { definition.prefix }
  /// From the first to the last row of the table.
  var tableRows: ClosedRange<Int> { Self.firstRow...(Self.firstRow + max(rows.count, 1) - 1) }
  /// From the first row to the last one prepared for typing.
  var roomRows: ClosedRange<Int> { Self.firstRow...(tableRows.upperBound + NewWorkbook.room) }

  func number(of key: String) -> Int? { columns.first { $0.definition.key == key }?.number }

  /// The column whose cell shows whether a row is empty.
  var idColumn: Int? { definition.idColumn.flatMap { number(of: $0.key) } }
}
