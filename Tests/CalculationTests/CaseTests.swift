// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import Testing

@Suite struct `Formulas give what Excel's reference says` {
  @Test(arguments: try CaseTable.families())
  func `each case of a family`(_ family: String) throws {
    let table = try CaseTable(family)
    let workbook = try table.workbook()
    let result = try workbook.recalculated()
    let place = try #require(CellReference("Z99"))
    var values: [Int: CellValue] = [:]
    for change in result.changes where change.cell == place { values[change.sheet] = change.new }
    for (number, item) in table.cases.enumerated() {
      let found = values[number] ?? .blank
      #expect(Self.agrees(found, item.value), "\(family):\(item.line) \(item.formula): \(found), not \(item.value)")
    }
  }

  /// Compares numbers to nine digits, and everything else exactly.
  private static func agrees(_ found: CellValue, _ wanted: String) -> Bool {
    switch found {
    case .number(let number):
      guard let expected = Double(wanted) else { return false }
      return abs(number - expected) <= 1e-9 * max(1, abs(expected))
    case .text(let text): return wanted == "\"" + text + "\""
    case .boolean(let truth): return wanted == (truth ? "TRUE" : "FALSE")
    case .error(let error): return wanted == error.code
    case .blank: return false
    }
  }
}
