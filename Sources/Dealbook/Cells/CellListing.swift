// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A stored cell with everything that the engine knows about it.
public struct ListedCell: Sendable {
  public let sheet: String
  public let cell: CellReference
  public let type: ListedType
  public let value: CellValue
  /// For a date, the day and the time, if any: `2026-03-31T09:30:00`.
  public let dateText: String?
  /// Without the leading `=`; for a shared formula, its form in this cell. Nil if the cell has no formula.
  public let formula: String?
  public let numberFormat: String
}

/// The kind of value that a cell shows.
public enum ListedType: String, CaseIterable, Sendable {
  case number, text, boolean, error, date
}

/// Lists the cells of a sheet as they are stored.
public enum CellListing {
  /// Calls `body` for each cell that holds a value or a formula, in the order of the file.
  public static func forEach(
    in workbook: Workbook, sheetIndex: Int, _ body: (ListedCell) -> Void
  ) throws(SpreadsheetError) {
    let worksheet = try workbook.worksheet(at: sheetIndex)
    let name = workbook.sheets[sheetIndex].name
    try worksheet.forEachRow { row throws(SpreadsheetError) in
      for stored in row.cells {
        var value = try worksheet.value(of: stored, row: row.index)
        let formula = stored.formulaKind == .none ? nil : try worksheet.formula(of: stored, row: row.index)
        if value == .blank {
          guard formula != nil else { continue }
          // A formula without a cached value shows nothing.
          value = .text("")
        }
        guard let place = CellReference(row: row.index, column: stored.column) else { continue }
        let format = workbook.styles.numberFormat(at: stored.style)
        // An ISO date (`t="d"`) is a date whatever its format.
        let type = ListedType(
          value,
          isDate: stored.type == .isoDate || value.number.map { isDate($0, format, workbook.dateSystem) } ?? false)
        body(
          ListedCell(
            sheet: name, cell: place, type: type, value: value,
            dateText: type == .date ? dateText(value, workbook.dateSystem) : nil,
            formula: formula.map { $0.text ?? "" },
            numberFormat: format.code))
      }
    }
  }

  /// Whether a number is shown as a date or time of day, by the section of its format that applies, and only if the date system has such a
  /// day. A duration, `[h]:mm`, is a number.
  static func isDate(_ number: Double, _ format: NumberFormat, _ system: DateSystem) -> Bool {
    format.kind(of: number) == .date && SerialDate(serial: number, system: system) != nil
  }

  private static func dateText(_ value: CellValue, _ system: DateSystem) -> String? {
    value.number.flatMap { SerialDate.isoText(serial: $0, system: system) }
  }
}

extension ListedType {
  /// - Parameter isDate: whether the cell's number format shows a date or a time.
  public init(_ value: CellValue, isDate: Bool) {
    switch value {
    case .number: self = isDate ? .date : .number
    case .text, .blank: self = .text
    case .boolean: self = .boolean
    case .error: self = .error
    }
  }
}
