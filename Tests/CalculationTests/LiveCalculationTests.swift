// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A workbook that stays calculated` {
  private func workbook(_ cells: [(String, String)]) throws -> Workbook {
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
    return try Workbook(WorkbookBuilder(rows: xml.joined()).bytes())
  }

  @Test func `follows each change as a calculation of the whole would`() throws {
    let count = 40
    var cells = (1...count).map { ("A\($0)", "\($0 * 7 % 11)") }
    cells += (1...count).map { ("B\($0)", $0 == 1 ? "=A1" : "=B\($0 - 1)+A\($0)") }
    cells += (1...count).map { ("C\($0)", "=COUNTIF(A$1:A$\(count),A\($0))") }
    cells += [
      ("D1", "=SUM(B:B)"), ("D2", "=VLOOKUP(5,A1:C\(count),3,FALSE)"), ("D3", "=OFFSET(A1,3,0)*2"), ("D4", "=TODAY()"),
      ("D5", "=D4+A1"), ("D6", "=IF(A1&gt;5,D3,1/A2)"),
    ]
    let book = try workbook(cells)
    let sheet = book.sheets[0].name
    let live = try LiveCalculation(book)
    #expect(live.first.formulaCount == 2 * count + 6)
    for step in 0..<30 {
      let cell = CellReference(row: step * 13 % count + 1, column: 1)
      let name = "\(try #require(cell))"
      try live.set("\(sheet)!\(name)", to: step % 7 == 6 ? .blank : .number(Double(step * 5 % 12)))
      // The edit of all changes so far is what a calculation of the whole gives.
      let edited = try Workbook(book.applying(live.edit))
      let whole = try edited.recalculated()
      #expect(whole.changes.isEmpty, "step \(step): \(whole.changes)")
    }
    #expect(try live.kept("\(sheet)!D5") == .dependent("D4"))
  }

  @Test func `tells what has changed, and refuses a cell with a formula`() throws {
    let book = try workbook([("A1", "2"), ("B1", "=A1*3"), ("C1", "=B1+1"), ("D1", "=A2")])
    let sheet = book.sheets[0].name
    let live = try LiveCalculation(book)
    let changes = try live.set("\(sheet)!A1", to: .number(5))
    #expect(changes.map(\.new) == [.number(15), .number(16)] && changes.map(\.old) == [.number(6), .number(7)])
    #expect(try live.set("\(sheet)!A1", to: .number(5)).isEmpty)
    #expect(try live.set("\(sheet)!A2", to: .text("x")).map(\.new) == [.text("x")])
    #expect(try live.value(of: "\(sheet)!D1") == .text("x") && live.value(of: "\(sheet)!Z9") == .blank)
    #expect(throws: LiveCalculationError.formula("\(sheet)!B1")) { try live.set("\(sheet)!B1", to: .number(1)) }
    #expect(throws: SpreadsheetError.self) { try live.set("Nowhere!B1", to: .number(1)) }
  }
}
