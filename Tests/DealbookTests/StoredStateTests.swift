// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `A formula whose value is not known` {
  /// - Parameters:
  ///   - amount: the contents of the amount cell of the first deal.
  ///   - aside: the contents of cell A1 on another sheet.
  ///   - rows: the rows below the header, if they are to be different.
  private func builder(
    amount: String, aside: String = "", calculation: String = "", rows: String? = nil
  ) throws -> WorkbookBuilder {
    func text(_ place: String, _ text: String) -> String {
      "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
    }
    let headers = ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount"]
    let header = zip("ABCDE", headers).map { text("\($0)1", $1) }.joined()
    func row(_ number: Int, _ amount: String) -> String {
      "<row r='\(number)'>" + text("A\(number)", "D-00\(number)") + text("B\(number)", "A1")
        + text("C\(number)", "a deal")
        + text("D\(number)", "Verify opportunity") + "<c r='E\(number)'>\(amount)</c></row>"
    }
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: "<row r='1'>\(header)</row>" + (rows ?? row(2, amount) + row(3, "<v>500</v>")))
    builder.add(
      sheet: "Export", rows: "<row r='1'><c r='A1'>\(aside)</c>" + text("B1", "D-009") + "<c r='C1'><v>70</v></c></row>"
    )
    builder.afterSheets = calculation
    return builder
  }

  private func analysis(
    amount: String, aside: String = "", calculation: String = "", rows: String? = nil
  ) throws -> Analysis {
    try Analysis(
      Workbook(builder(amount: amount, aside: aside, calculation: calculation, rows: rows).bytes()),
      playbook: .builtIn, options: DealSheet.options)
  }

  @Test(arguments: ["<f>100*12</f>", "<f>100*12</f><v></v>", "<f>100*12</f><v/>"])
  func `is calculated, and what is calculated counts`(_ cell: String) throws {
    let analysis = try analysis(amount: cell)
    #expect(analysis.rules(at: "amount") == ["GEN-026 1"])
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "amount"), at: 0) == .number(1200))
    #expect(analysis.isPlanned("weighted"))
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "weighted"), at: 0) != .number(0))
  }

  @Test(arguments: ["<f>COMPANYRATE(100)</f>", "<f>'[last.xlsx]Deals'!E2*2</f>", "<f>E3*COMPANYRATE(2)</f><v/>"])
  func `is neither blank nor 0 where it cannot be, and nothing is computed from its column`(_ cell: String) throws {
    let analysis = try analysis(amount: cell)
    #expect(analysis.rules(at: "amount") == ["GEN-021 1"])
    #expect(!analysis.isPlanned("weighted"))
    let (_, report) = try FillPlanner(analysis).plan()
    #expect(
      report.skipped.contains {
        $0.reason == .notUnderstood(ColumnID(sheet: "de", key: "amount"), .noStoredValue)
      })
    #expect(!report.columns.contains { $0.id.key == "weighted" })
  }

  @Test func `that cannot be calculated is named with what stands in the way`() throws {
    let analysis = try analysis(amount: "<f>COMPANYRATE(100)</f>")
    #expect(analysis.messages("GEN-021").first?.contains("the function COMPANYRATE is not known here") == true)
  }

  @Test func `is one as well where the file calls its values stale`() throws {
    let stale = try analysis(amount: "<f>100*12</f><v>0</v>", calculation: "<calcPr fullCalcOnLoad='1'/>")
    #expect(stale.rules(at: "amount") == ["GEN-026 1"])
    #expect(stale.value(of: ColumnID(sheet: "de", key: "amount"), at: 0) == .number(1200))
    let fresh = try analysis(amount: "<f>100*12</f><v>1200</v>")
    #expect(fresh.rules(at: "amount").isEmpty && fresh.isPlanned("weighted"))
  }

  @Test func `rests on what the file stores, unless the file calls that stale`() throws {
    let cell = "<f>Export!A1*2</f>"
    let other = "<f>COMPANYRATE(3)</f><v>21</v>"
    let trusted = try analysis(amount: cell, aside: other)
    #expect(trusted.value(of: ColumnID(sheet: "de", key: "amount"), at: 0) == .number(42))
    let stale = try analysis(amount: cell, aside: other, calculation: "<calcPr fullCalcOnLoad='1'/>")
    #expect(stale.rules(at: "amount") == ["GEN-021 1"])
  }

  @Test func `makes a row where every cell of it is one`() throws {
    let analysis = try analysis(
      amount: "", rows: "<row r='2'><c r='A2'><f>Export!B1</f></c><c r='E2'><f>Export!C1*10</f></c></row>")
    let sheet = try #require(analysis.team.sheet("de"))
    #expect(sheet.rows.dataCount == 1 && sheet.rowID(at: 0) == "D-009")
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "amount"), at: 0) == .number(700))
  }

  @Test func `is not one after a fill of ours, which asks for a calculation`() throws {
    let workbook = try Workbook(builder(amount: "<f>100*12</f><v>1200</v>").bytes())
    let first = try Analysis(workbook, playbook: .builtIn, options: DealSheet.options)
    let filled = try Workbook(workbook.applying(FillPlanner(first).plan().edit))
    #expect(filled.calculation.fullCalculationOnLoad)
    let second = try Analysis(filled, playbook: .builtIn, options: DealSheet.options)
    #expect(second.rules(at: "amount").isEmpty && second.isPlanned("weighted"))
    #expect(try filled.applying(FillPlanner(second).plan().edit) == filled.package.archive.bytes)
  }

  @Test func `stays one after a fill of ours where it was one before`() throws {
    let bytes = try builder(amount: "<f>100*12</f><v>0</v>", calculation: "<calcPr fullCalcOnLoad='1'/>").bytes()
    let workbook = try Workbook(bytes)
    let first = try Analysis(workbook, playbook: .builtIn, options: DealSheet.options)
    let filled = try Workbook(workbook.applying(FillPlanner(first).plan().edit))
    let second = try Analysis(filled, playbook: .builtIn, options: DealSheet.options)
    #expect(second.rules(at: "amount") == ["GEN-026 1"])
    #expect(second.value(of: ColumnID(sheet: "de", key: "amount"), at: 0) == .number(1200))
  }
}
