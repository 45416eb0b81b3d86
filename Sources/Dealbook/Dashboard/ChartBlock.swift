// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A block of the sheet that a dashboard's charts read: a header row and a number of rows. Each column is a formula over the team's
/// sheets, or values that no formula gives.
struct ChartBlock {
  struct Column {
    var key: String
    var title: String
    var content: Content
    var format = "General"
  }

  enum Content {
    case values([CellValue])
    /// The same formula for each row. `{key}` is the cell of that column in this row, `[block.key]` a whole column of this or an earlier
    /// block, `[block.key#3]` its third cell; everything else is as in a playbook.
    case formula(String)
    /// One formula for each row.
    case formulas([String])
    /// A formula as it stands in the cell, over cells that only spreadsheet programs read, and its value.
    case live(String, CellValue)
  }

  /// In lower case; identifies the block at the next fill.
  var key: String
  var title: String
  var rows: Int
  /// The number of rows to which it can grow at a later fill where it is; nil if it keeps its number of rows for ever.
  let room: Int?
  var columns: [Column] = []
  /// Whether only charts, the report's table and other formulas read it: where only values are wanted, a column then waits until one of these
  /// asks for it.
  var isForCharts = false

  init(_ key: String, _ title: String, rows: Int, room: Int? = nil) {
    self.key = key
    self.title = title
    self.rows = rows
    self.room = room
  }

  mutating func add(_ key: String, _ title: String, _ formula: String, format: String = "General") {
    columns.append(Column(key: key, title: title, content: .formula(formula), format: format))
  }

  mutating func add(_ key: String, _ title: String, formulas: [String], format: String = "General") {
    columns.append(Column(key: key, title: title, content: .formulas(formulas), format: format))
  }

  mutating func add(_ key: String, _ title: String, values: [CellValue], format: String = "General") {
    columns.append(Column(key: key, title: title, content: .values(values), format: format))
  }

  mutating func add(_ key: String, _ title: String, live formula: String, value: CellValue) {
    columns.append(Column(key: key, title: title, content: .live(formula, value)))
  }

  /// Adds the column `n` with 1, 2, 3 …
  mutating func addNumbers() { add("n", "", values: (0..<rows).map { .number(Double($0 + 1)) }) }
}
