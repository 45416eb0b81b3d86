import Spreadsheet

/// A block of the sheet that the charts of a dashboard read: a header row and a fixed number of rows, each column a formula over
/// the team's sheets or values that no formula gives.
struct ChartBlock {
  struct Column {
    var key: String
    var title: String
    var content: Content
    var format = "General"
  }

  enum Content {
    case values([CellValue])
    /// The same for each row: `{key}` is the cell of that column in this row, `[block.key]` a whole column of an earlier block
    /// or of this one, `[block.key#3]` its third cell; all else as in a playbook.
    case formula(String)
    /// One for each row.
    case formulas([String])
  }

  /// Small letters; tells the block from the others at the next fill.
  var key: String
  var title: String
  var rows: Int
  var columns: [Column] = []

  init(_ key: String, _ title: String, rows: Int) {
    self.key = key
    self.title = title
    self.rows = rows
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

  /// 1, 2, 3 … in the column `n`.
  mutating func addNumbers() { add("n", "", values: (0..<rows).map { .number(Double($0 + 1)) }) }
}
