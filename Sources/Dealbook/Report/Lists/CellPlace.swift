// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// The place of a report's row in the workbook: the tab, and the cell to go to.
public struct CellPlace: Hashable, Sendable {
  /// The name on the tab.
  public var sheet: String
  /// `K7`.
  public var cell: String

  /// `商機!K7`, for people.
  public var text: String { "\(sheet)!\(cell)" }

  /// Cells as a sentence names them: `Renewals!E5`, `E6`, each sheet once.
  static func texts(_ places: some Sequence<CellPlace>) -> [String] {
    var sheet: String?
    return places.map { place in
      defer { sheet = place.sheet }
      return place.sheet == sheet ? place.cell : place.text
    }
  }
}

/// The data rows of a sheet, by column; each column is looked up once.
struct SheetRows {
  let source: DashboardSource
  let sheet: LocatedSheet
  /// The offsets of data rows.
  let rows: [Int]
  private var columns: [String: Column] = [:]

  /// Nil if the sheet does not exist.
  ///
  /// - Parameter keys: the keys of all columns that will be read.
  init?(_ source: DashboardSource, _ prefix: String, _ keys: [String]) {
    guard let sheet = source.team.sheet(prefix) else { return nil }
    self.source = source
    self.sheet = sheet
    rows = (0..<sheet.rows.count).filter { sheet.rows.kinds[$0] == .data && source.isShown(prefix, $0) }
    // 50 in a column of 萬元 is not 50.
    for key in keys where sheet.column(key)?.hasForeignUnit != true {
      columns[key] =
        source.analysis.keyed(ColumnID(sheet: prefix, key: key)) ?? source.column("\(prefix)_\(key)")
    }
  }

  func value(_ key: String, _ row: Int) -> CellValue {
    guard let column = columns[key], row < column.count else { return .blank }
    return column[row]
  }

  func number(_ key: String, _ row: Int) -> Double? { value(key, row).number }

  func text(_ key: String, _ row: Int) -> String {
    if case .error = value(key, row) { return "" }
    return value(key, row).shownText
  }

  /// By what name the person is called whom a column names, however the cell spells it.
  func person(_ key: String, _ row: Int) -> String { source.team.persons.name(text(key, row)) }

  /// `2026-03-31`; a value that is not a date is returned as written.
  func day(_ key: String, _ row: Int) -> String {
    guard let serial = number(key, row) else { return text(key, row) }
    return SerialDate.isoText(serial: serial.rounded(.down), system: source.team.workbook.dateSystem) ?? ""
  }

  /// The cell of a column in a row; if the column does not exist, the row's first cell.
  func place(_ key: String, _ row: Int) -> CellPlace {
    sheet.cell(inColumn: sheet.column(key)?.number ?? sheet.columns.map(\.number).min() ?? 1, at: row)
  }
}

extension LocatedSheet {
  /// The cell in a row, given by its offset.
  func cell(inColumn column: Int, at offset: Int) -> CellPlace {
    let place = place(ofRow: rows.range.lowerBound + offset)
    let periods = targetColumns?.columns.map(\.number) ?? []
    let column = column == periods.first ? periods[place.part] : column
    return CellPlace(
      sheet: place.title, cell: CellReference(row: place.row, column: column)?.description ?? "\(place.row)")
  }
}
