import Playbook
import Spreadsheet

/// A data sheet of a new workbook: which columns stand where, and what is typed in its rows.
struct SheetFrame {
  struct Column {
    var definition: ColumnDefinition
    /// 1-based.
    var number: Int
  }

  /// Above the header are the title and what the sheet is for.
  static let headerRow = 3
  static let firstRow = 4

  let definition: SheetDefinition
  /// The name on the tab.
  let title: String
  private(set) var columns: [Column]
  /// The typed cells of each row by the key of their column; empty for a sheet with one blank row.
  let rows: [[String: CellValue]]

  /// - Parameter keys: the typed columns that it has; nil for all.
  init(_ definition: SheetDefinition, language: Language, rows: [[String: CellValue]], keys: Set<String>? = nil) {
    self.definition = definition
    title = definition.titles[language]
    columns = definition.inputColumns.filter { keys?.contains($0.key) ?? true }.enumerated().map {
      Column(definition: $0.element, number: $0.offset + 1)
    }
    self.rows = rows
  }

  /// With the computed columns to the right of the typed ones, where a fill would put them.
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
  /// From the first row to the last of the table.
  var tableRows: ClosedRange<Int> { Self.firstRow...(Self.firstRow + max(rows.count, 1) - 1) }
  /// From the first row to the last that is ready to be typed in.
  var roomRows: ClosedRange<Int> { Self.firstRow...(tableRows.upperBound + NewWorkbook.room) }

  func number(of key: String) -> Int? { columns.first { $0.definition.key == key }?.number }

  /// The column whose cell tells whether a row holds anything.
  var idColumn: Int? { definition.idColumn.flatMap { number(of: $0.key) } }
}
