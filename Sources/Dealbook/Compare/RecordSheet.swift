// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Rows of one kind on a sheet, identified by content and not by position.
public struct RecordSheet: Sendable {
  public enum Kind: Hashable, Sendable {
    /// The rows of a data sheet of the playbook, by its prefix.
    case data(String)
    /// The other cells on such a sheet: titles above the header, totals, notes below.
    case around(String)
    case settings
    /// An option list on the Lists sheet, by its prefix.
    case list(String)
    /// Any other sheet.
    case plain
  }

  public let kind: Kind
  /// The index among the workbook's sheets.
  public let sheetIndex: Int
  /// The name on the tab.
  public let title: String
  let columns: [RecordColumn]
  let rows: [RecordRow]
  /// The tabs on which its rows are: several where a team keeps one for each person, month or region.
  let tabs: [RecordTab]

  /// Column indexes by key.
  let places: [String: Int]

  init(
    kind: Kind, sheetIndex: Int, title: String, columns: [RecordColumn], rows: [RecordRow], tabs: [RecordTab]? = nil
  ) {
    self.kind = kind
    self.sheetIndex = sheetIndex
    self.title = title
    self.columns = columns
    self.rows = rows
    self.tabs = tabs ?? [RecordTab(number: 0, sheetIndex: sheetIndex, title: title)]
    places = Dictionary(
      columns.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func column(_ key: String) -> RecordColumn? { places[key].map { columns[$0] } }

  /// Whether rows are identified by an ID.
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

/// A row of a ``RecordSheet``.
struct RecordRow: Sendable {
  /// The offset of its cells in the columns.
  var offset: Int
  /// The row number on its tab.
  var number: Int
  /// As written; empty if it has none.
  var id: String
  /// The form in which IDs are compared.
  var key: String
  /// The ``RecordTab/number`` of the tab that it is on.
  var tab = 0

  func on(tab number: Int) -> RecordRow {
    var row = self
    row.tab = number
    return row
  }
}

/// A column of a ``RecordSheet``.
struct RecordColumn: Sendable {
  /// What identifies the column in every copy: the playbook's key, the words of an unknown header, or the letters of a plain column.
  var key: String
  /// As written; the column letters if there is none.
  var header: String
  /// 1-based.
  var number: Int
  var type: ColumnType?
  /// Whether it is a computed column, in which only values typed over formulas are people's own.
  var isComputed: Bool
  var values: Column
  /// The formulas of cells, by offset, as they read in their cells.
  var formulas: [Int: String] = [:]
  /// Cells whose number is shown as a date although the column's type is not a date.
  var dates: Set<Int> = []
  /// The cells of a computed column that somebody typed over.
  var typed: Set<Int> = []
  /// How its cells are read, for a column of the playbook.
  var located: LocatedColumn?

  /// Whether it holds the row's ID.
  var isID = false
  /// Whether it is a column of the team's own, known by its header.
  var hasOwnHeader: Bool { located == nil && key.hasPrefix("=") }
  /// Whether it can be the same under another header. Rows are found by the header of their IDs, computed columns by what they compute.
  var mayBeRenamed: Bool { hasOwnHeader || isKnown && !isID && !isComputed }
  /// Whether it is a column of the playbook.
  var isKnown: Bool { located != nil }
}

/// What somebody entered in a cell.
struct RecordCell: Hashable, Sendable {
  var value: CellValue
  /// As it reads in its cell, without the leading `=`.
  var formula: String?

  static let nothing = RecordCell(value: .blank, formula: nil)

  var isNothing: Bool { formula == nil && value.isEmpty }
}

extension RecordSheet {
  /// The keys that several rows have.
  var sharedKeys: Set<String> {
    var known: Set<String> = []
    return Set(rows.lazy.map(\.key).filter { !known.insert($0).inserted })
  }

  /// The content of a row's cell; in a computed column, only what was typed over it.
  func cell(_ row: Int, _ column: Int) -> RecordCell {
    let (column, offset) = (columns[column], rows[row].offset)
    if column.isComputed, !column.typed.contains(offset) { return .nothing }
    guard offset < column.values.count else { return .nothing }
    let formula = column.formulas[offset]
    let value = column.values[offset]
    return RecordCell(value: value.isEmpty && formula == nil ? .blank : value, formula: formula)
  }

  /// The position of a cell on the sheet.
  func place(_ row: Int, _ column: Int) -> CellReference? {
    CellReference(row: rows[row].number, column: columns[column].number)
  }
}
