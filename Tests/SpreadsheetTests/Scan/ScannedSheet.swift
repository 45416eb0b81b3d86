// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A handmade worksheet part and everything the scanner reports about it.
struct ScannedSheet {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  let bytes: [UInt8]
  let layout: SheetLayout
  var rows: [StoredRow] = []
  var disorder: SheetDisorder?
  let reader: CellReader

  init(part: [UInt8], dateSystem: DateSystem = .year1900) throws(ScanError) {
    bytes = part
    layout = try SheetLayout(part)
    reader = CellReader(layout, dateSystem: dateSystem)
    var cursor = RowCursor(layout)
    var row = StoredRow()
    while try cursor.next(in: bytes.span, into: &row) { rows.append(row) }
    disorder = cursor.disorder
  }

  init(part: String, dateSystem: DateSystem = .year1900) throws(ScanError) {
    try self.init(part: Array(part.utf8), dateSystem: dateSystem)
  }

  /// `rows` is the contents of `sheetData`.
  init(_ rows: String, dateSystem: DateSystem = .year1900) throws(ScanError) {
    try self.init(
      part: #"<worksheet xmlns="\#(Self.main)"><sheetData>\#(rows)</sheetData></worksheet>"#, dateSystem: dateSystem)
  }

  /// `B7=…` for every cell in file order: a number, `"text"`, `s3`, `TRUE`, `#N/A`, or `-` for blank.
  func cells() throws(ScanError) -> [String] {
    var result: [String] = []
    for row in rows {
      for cell in row.cells {
        let shown: String
        switch try reader.scalar(of: cell, row: row.index, in: bytes.span) {
        case .blank: shown = "-"
        case .number(let number): shown = "\(number)"
        case .sharedString(let index): shown = "s\(index)"
        case .text: shown = "\"\(try reader.text(of: cell, row: row.index, in: bytes.span))\""
        case .boolean(let boolean): shown = boolean ? "TRUE" : "FALSE"
        case .error: shown = try reader.error(of: cell, row: row.index, in: bytes.span).code
        }
        result.append("\(ColumnName.letters(cell.column))\(row.index)=\(shown)")
      }
    }
    return result
  }

  /// The formula of every cell that has one: `B7:=A1+1`, or `B7:?why` if it has no text.
  func formulas() throws(ScanError) -> [String] {
    let shared = try SharedFormulas(layout, reader, in: bytes.span)
    var result: [String] = []
    for row in rows {
      for cell in row.cells {
        guard let stored = try reader.formula(of: cell, row: row.index, in: bytes.span) else { continue }
        let formula = shared.expanded(stored, of: cell, row: row.index)
        let shown = formula.text.map { "=" + $0 } ?? "?" + (formula.problem ?? "")
        result.append("\(ColumnName.letters(cell.column))\(row.index):\(shown)")
      }
    }
    return result
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The only cell of a row with these contents.
  static func cell(_ cell: String, dateSystem: DateSystem = .year1900) throws(ScanError) -> String {
    let all = try ScannedSheet(#"<row r="7">\#(cell)</row>"#, dateSystem: dateSystem).cells()
    return all.joined(separator: " ")
  }
}
