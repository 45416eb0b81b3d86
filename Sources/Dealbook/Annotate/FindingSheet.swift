// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The sheet that lists the findings of a workbook, each with a link to its cell.
struct FindingSheet {
  /// The name of the table by which the sheet is recognized, whatever its tab is called.
  static let table = "DealbookFindings"
  /// Excel allows 65,530 links on a sheet.
  static let listed = 65_000

  let words: AnnotationWords

  /// The index of the sheet that an earlier annotation added, if it still exists. If a program has dropped the table, the sheet is
  /// recognized by its title and header.
  static func position(in workbook: Workbook) throws(SpreadsheetError) -> Int? {
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      guard let part = sheet.part, workbook.package.contains(part) else { continue }
      if try Table.tables(ofSheet: part, in: workbook.package).contains(where: { $0.displayName == table }) {
        return index
      }
    }
    let all = Language.allCases.map { AnnotationWords(language: $0) }
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      guard let words = all.first(where: { $0.sheet == sheet.name }) else { continue }
      let head = try CellGrid(workbook.worksheet(at: index), within: 1...1)
      let texts = words.headers.indices.map { head[1, $0 + 1] }
      if texts == words.headers.map({ .text($0) }) { return index }
    }
    return nil
  }

  /// - Parameters:
  ///   - findings: in the order in which they are listed.
  ///   - name: the name of the tab.
  func sheet(_ findings: [AnnotatedFinding], called name: String, of workbook: Workbook) -> ListSheet {
    let titles = Set(workbook.sheets.map(\.name))
    var rows = findings.prefix(Self.listed).map { row($0, titles) }
    if findings.count > rows.count {
      var row = Array(repeating: ListText(""), count: words.headers.count)
      row[7] = ListText(words.more(findings.count - rows.count))
      rows.append(row)
    }
    if rows.isEmpty { rows = [Array(repeating: ListText(""), count: words.headers.count)] }
    let headers = words.headers
    var sheet = ListSheet(
      name: name, tableName: Self.table, headers: headers, rows: rows, widths: Self.widths(headers, rows))
    sheet.tabColor = "C00000"
    return sheet
  }

  private func row(_ finding: AnnotatedFinding, _ titles: Set<String>) -> [ListText] {
    let color =
      switch finding.severity {
      case .error: "C00000"
      case .warning: "9C5700"
      case .info: "1F4E79"
      }
    let place = finding.cell ?? finding.row.map { "A\($0)" }
    let quoted = SheetName.quoted(finding.sheet)
    let isThere = titles.contains(finding.sheet)
    return [
      ListText(words.word(finding.severity), color: color), ListText(Self.shortened(finding.rule)),
      ListText(Self.shortened(finding.sheet), location: isThere && place == nil ? "\(quoted)!A1" : nil),
      ListText(place ?? "", location: isThere ? place.map { "\(quoted)!\($0)" } : nil),
      ListText(Self.shortened(finding.rowID)), ListText(Self.shortened(finding.column)),
      ListText(Self.shortened(finding.found)), ListText(Self.shortened(finding.message)), ListText(finding.state),
      ListText(finding.firstSeen),
    ]
  }

  /// A long cell value is shortened.
  private static func shortened(_ text: String) -> String {
    text.utf16.count <= 2000 ? text : String(text.prefix(1000)) + "…"
  }

  /// Wide enough for nearly all texts; Chinese characters count double.
  private static func widths(_ headers: [String], _ rows: [[ListText]]) -> [Double] {
    headers.indices.map { column in
      // The filter button covers the end of a header.
      var most = units(headers[column]) + 4
      for row in rows.prefix(2000) { most = max(most, units(row[column].text) + 2) }
      return Double(min(most, column == 7 ? 120 : 32))
    }
  }

  private static func units(_ text: String) -> Int {
    text.unicodeScalars.prefix(200).reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }

  /// Whether the sheet at `index` already has the content of `sheet`.
  static func isSame(_ sheet: ListSheet, at index: Int, of workbook: Workbook) throws(SpreadsheetError) -> Bool {
    guard let part = workbook.sheets[index].part,
      try Table.tables(ofSheet: part, in: workbook.package).map(\.displayName) == [table]
    else { return false }
    let grid = try CellGrid(workbook.worksheet(at: index))
    guard grid.lastRow == sheet.rows.count + 1, grid.lastColumn == sheet.headers.count, grid.formulas.isEmpty else {
      return false
    }
    let lines = [sheet.headers.map { ListText($0) }] + sheet.rows
    for (offset, line) in lines.enumerated() {
      for (column, cell) in line.enumerated() {
        let stored = grid[offset + 1, column + 1]
        guard stored == (cell.text.isEmpty ? .blank : .text(cell.text)) else { return false }
      }
    }
    return true
  }
}
