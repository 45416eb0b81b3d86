import Formula
import Playbook
import Spreadsheet

/// Rows of one kind on a sheet, known by what they are and not by where they stand.
public struct RecordSheet: Sendable {
  public enum Kind: Hashable, Sendable {
    /// The rows of a data sheet of the playbook, by its prefix.
    case data(String)
    /// What else stands on such a sheet: titles above the header, totals, notes below.
    case around(String)
    case settings
    /// One option list on the Lists sheet, by its prefix.
    case list(String)
    /// Any other sheet.
    case plain
  }

  public let kind: Kind
  /// Position among the workbook's sheets.
  public let sheetIndex: Int
  /// The name on the tab.
  public let title: String
  let columns: [RecordColumn]
  let rows: [RecordRow]

  /// Columns by key.
  let places: [String: Int]

  init(kind: Kind, sheetIndex: Int, title: String, columns: [RecordColumn], rows: [RecordRow]) {
    self.kind = kind
    self.sheetIndex = sheetIndex
    self.title = title
    self.columns = columns
    self.rows = rows
    places = Dictionary(
      columns.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func column(_ key: String) -> RecordColumn? { places[key].map { columns[$0] } }

  /// Whether rows are known by an id.
  var hasIDs: Bool {
    switch kind {
    case .data, .settings, .list: true
    case .around, .plain: false
    }
  }

  /// The prefix of the playbook's sheet or list; empty for another sheet.
  public var prefix: String {
    switch kind {
    case .data(let prefix), .around(let prefix), .list(let prefix): prefix
    case .settings: SpecialSheetKind.settings.rawValue
    case .plain: ""
    }
  }
}

/// One row of a ``RecordSheet``.
struct RecordRow: Sendable {
  /// Where its cells are in the columns.
  var offset: Int
  /// The row on the sheet.
  var number: Int
  /// As written; empty where it has none.
  var id: String
  /// As ids are compared.
  var key: String
}

/// One column of a ``RecordSheet``.
struct RecordColumn: Sendable {
  /// What it is known by in every copy: the playbook's key, the words of an unknown header, or the letters of a plain column.
  var key: String
  /// As written; the letters where there is none.
  var header: String
  /// 1-based.
  var number: Int
  var type: ColumnType?
  /// Whether it is one that is computed, so that only what was typed over it is somebody's.
  var isComputed: Bool
  var values: Column
  /// Of the cells that have one, by offset, as they stand in their cells.
  var formulas: [Int: String] = [:]
  /// Cells whose number is shown as a date where the type does not say so.
  var dates: Set<Int> = []
  /// Of a computed column, the cells that somebody typed over.
  var typed: Set<Int> = []
  /// How its cells are read, for a column of the playbook.
  var located: LocatedColumn?

  /// Whether it is the id of the row.
  var isID = false
  /// Whether it is a column of the playbook.
  var isKnown: Bool { located != nil }
}

/// What somebody entered in a cell.
struct RecordCell: Hashable, Sendable {
  var value: CellValue
  /// As it stands in its cell, without the leading `=`.
  var formula: String?

  static let nothing = RecordCell(value: .blank, formula: nil)

  var isNothing: Bool { formula == nil && value.isEmpty }
}

extension RecordSheet {
  /// What the cell of a row holds; of a computed column only what was typed over it.
  func cell(_ row: Int, _ column: Int) -> RecordCell {
    let (column, offset) = (columns[column], rows[row].offset)
    if column.isComputed, !column.typed.contains(offset) { return .nothing }
    guard offset < column.values.count else { return .nothing }
    let formula = column.formulas[offset]
    let value = column.values[offset]
    return RecordCell(value: value.isEmpty && formula == nil ? .blank : value, formula: formula)
  }

  /// Where a cell stands.
  func place(_ row: Int, _ column: Int) -> CellReference? {
    CellReference(row: rows[row].number, column: columns[column].number)
  }
}
