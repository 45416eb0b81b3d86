// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

/// A workbook whose Sheet1 has these cells: `A1` and so on with a number, or a formula after `=`.
func workbook(_ cells: [(String, String)], calculation: String = "") throws -> Workbook {
  var rows: [Int: [(Int, String)]] = [:]
  for (reference, content) in cells {
    let cell = try #require(CellReference(reference))
    let xml =
      content.hasPrefix("=")
      ? "<c r=\"\(reference)\"><f>\(content.dropFirst())</f></c>" : "<c r=\"\(reference)\"><v>\(content)</v></c>"
    rows[cell.row, default: []].append((cell.column, xml))
  }
  let xml = rows.sorted { $0.key < $1.key }.map { row, cells in
    "<row r=\"\(row)\">" + cells.sorted { $0.0 < $1.0 }.map(\.1).joined() + "</row>"
  }
  var builder = WorkbookBuilder(rows: xml.joined())
  builder.afterSheets = calculation
  return try Workbook(builder.bytes())
}

func values(_ result: CalculatedWorkbook) -> [String: CellValue] {
  Dictionary(uniqueKeysWithValues: result.changes.map { ("\($0.cell)", $0.new) })
}
