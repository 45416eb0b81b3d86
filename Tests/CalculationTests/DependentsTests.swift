// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Formulas filled down` {
  private func workbook(_ rows: [Int: [String: String]]) throws -> Workbook {
    let xml = rows.sorted { $0.key < $1.key }.map { row, cells in
      "<row r=\"\(row)\">"
        + cells.sorted { $0.key < $1.key }.map { column, content in
          content.hasPrefix("=")
            ? "<c r=\"\(column)\(row)\"><f>\(content.dropFirst())</f></c>"
            : "<c r=\"\(column)\(row)\"><v>\(content)</v></c>"
        }.joined() + "</row>"
    }
    return try Workbook(WorkbookBuilder(rows: xml.joined()).bytes())
  }

  private func values(_ workbook: Workbook) throws -> [String: CellValue] {
    Dictionary(uniqueKeysWithValues: try workbook.recalculated().changes.map { ("\($0.cell)", $0.new) })
  }

  @Test(arguments: [
    ("=A9*2", "=A10*2", 20.0), ("=A$9*2", "=A$9*2", 18), ("=A9*9", "=A10*9", 90), ("=A9*9", "=A10*10", 100),
    ("=SUM(8:8)", "=SUM(8:8)", 8), ("=LOG10(A9)", "=LOG10(A10)", 1), ("=LEN(\"x9\")+A9", "=LEN(\"x10\")+A10", 13),
    ("=LEN(\"x9\")+A9", "=LEN(\"x9\")+A10", 12), ("=SUM(A$8:A9)", "=SUM(A$8:A10)", 27), ("=A9+A9", "=A9+A10", 19),
    ("=A9", "=A9", 9), ("=0.1234567890123*A9", "=0.2234567890123*10", 2.234567890123),
    ("=0.1234567890123*A8", "=0.5000000000000*A9", 4.5),
  ])
  func `are told from those that only look alike`(_ first: String, _ second: String, _ value: Double) throws {
    let book = try workbook([
      8: ["A": "8"], 9: ["A": "9", "C": first], 10: ["A": "10", "C": second],
    ])
    let found = try values(book)["C10"]
    #expect(found == .number(value))
  }

  /// A formula that depends on other cells in one of several ways.
  private func formula(_ kind: Int, _ row: Int) -> String {
    switch kind {
    case 0: "=A\(row)+1"
    case 1: "=B\(max(1, row - 1))+A\(row)"
    case 2: "=SUM(A$1:A\(row))"
    case 3: "=SUM(A\(row):A$24)"
    case 4: "=SUMIF(A:A,\"&gt;\"&amp;A\(row),B$1)"
    case 5: "=INDEX(A$1:B$24,\(row),1)*2"
    case 6: "=SUM(OFFSET(A1,\(row - 1),0,2))"
    case 7: "=COUNTIF($A$1:$A$24,A\(row))"
    case 8: "=LOOKUP(A\(row),A$1:A$24,B$1:B$24)"
    default: "=IF(A\(row)&gt;5,MAX($A\(row):B\(row)),SUM(\(row):\(row))-SUM(C\(row):Z\(row)))"
    }
  }

  @Test(arguments: Sweep.cases(Array(1...24)))
  func `are followed after a change, so that a full calculation finds nothing left to do`(_ seed: Int) throws {
    var random = SeededRandom(seed)
    func roll(_ sides: Int) -> Int { random.roll(sides) }
    var rows: [Int: [String: String]] = [:]
    let kinds = (0..<4).map { _ in roll(10) }
    for row in 1...24 {
      var cells = ["A": String(roll(9)), "B": row == 1 || roll(4) == 0 ? String(roll(9)) : "=A\(row)*B\(row - 1)/4"]
      for (column, kind) in zip(["C", "D", "E", "F"], kinds) where roll(8) > 0 {
        cells[column] = formula(roll(9) == 0 ? roll(10) : kind, row)
      }
      rows[row] = cells
    }
    let book = try workbook(rows)
    var current = try Workbook(book.applying(book.recalculated().edit))
    for _ in 0..<3 {
      var edit = WorkbookEdit()
      let cell = try #require(CellReference(row: 1 + roll(24), column: 1))
      edit.sheets[0] = SheetEdit()
      edit.sheets[0]?.cells[cell] = CellEdit(.number(Double(roll(20))))
      current = try Workbook(current.applyingCalculated(edit).bytes)
      let left = try current.recalculated().changes.map { "\($0.cell): \($0.old) → \($0.new)" }
      #expect(left.isEmpty, "after \(cell)")
    }
  }
}

@Suite struct `A name for the cell above` {
  /// The name is written as Excel writes it for A1: the row above the first is the last of the sheet.
  @Test(arguments: ["A1048576", "A1048576:A1048576", "$A1048576"])
  func `is followed after a change`(above: String) throws {
    var builder = WorkbookBuilder(
      rows: "<row r='1'><c r='A1'><v>1</v></c></row>"
        + (2...5).map { "<row r='\($0)'><c r='A\($0)'><f>SUM(Above)+1</f><v>\($0)</v></c></row>" }.joined())
    builder.afterSheets = "<definedNames><definedName name=\"Above\">Sheet1!\(above)</definedName></definedNames>"
    var edit = WorkbookEdit()
    edit.sheets[0] = SheetEdit()
    edit.sheets[0]?.cells[try #require(CellReference("A1"))] = CellEdit(.number(100))
    let changed = try Workbook(Workbook(builder.bytes()).applyingCalculated(edit).bytes)
    #expect(try changed.evaluate("Sheet1!A5") == .number(104))
    #expect(try changed.recalculated().changes.isEmpty)
  }
}

@Suite struct `Formulas that ask for too much` {
  private func result(_ formulas: [String], names: String = "") throws -> CalculatedWorkbook {
    let rows = formulas.enumerated().map { row, formula in
      "<row r=\"\(row + 1)\"><c r=\"A\(row + 1)\"><f>\(formula)</f></c></row>"
    }
    var builder = WorkbookBuilder(rows: rows.joined())
    builder.afterSheets = names
    var limits = Limits.untrusted
    limits.calculationSteps = 5_000_000
    limits.calculationBytes = 64 << 20
    return try Workbook(builder.bytes(), limits: limits).recalculated()
  }

  @Test(arguments: [
    "SUM(_xlfn.SEQUENCE(1000000)*TRANSPOSE(_xlfn.SEQUENCE(1000000)))", "SUM(_xlfn.SEQUENCE(1048576,16384))",
    "LEN(_xlfn.TEXTJOIN(\"\",TRUE,REPT(\"x\",32767*_xlfn.SEQUENCE(100000)^0)))",
  ])
  func `end with the limit, and leave the others alone`(_ formula: String) throws {
    let result = try result([formula, "1+1"])
    #expect(result.changes.map { "\($0.cell)" } == ["A2"])
    guard case .limit? = result.kept.first?.reason else {
      Issue.record("kept: \(result.kept)")
      return
    }
  }

  @Test func `names that double each other end as well`() throws {
    let names = (1...60).map { "<definedName name=\"twice.\($0)\">twice.\($0 - 1)+twice.\($0 - 1)</definedName>" }
    let result = try result(
      ["twice.60"],
      names: "<definedNames><definedName name=\"twice.0\">1</definedName>\(names.joined())</definedNames>")
    guard case .limit("calculation-steps", _)? = result.kept.first?.reason else {
      Issue.record("kept: \(result.kept), changes: \(result.changes)")
      return
    }
  }
}
