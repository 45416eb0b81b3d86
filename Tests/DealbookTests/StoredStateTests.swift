import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `A formula whose value is not known` {
  private func builder(amount: String, calculation: String = "") throws -> WorkbookBuilder {
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
      sheet: "Deals", rows: "<row r='1'>\(header)</row>" + row(2, amount) + row(3, "<v>500</v>"))
    builder.afterSheets = calculation
    return builder
  }

  private func analysis(amount: String, calculation: String = "") throws -> Analysis {
    try Analysis(
      Workbook(builder(amount: amount, calculation: calculation).bytes()), playbook: .builtIn,
      options: DealSheet.options)
  }

  @Test(arguments: ["<f>100*12</f>", "<f>100*12</f><v></v>", "<f>100*12</f><v/>"])
  func `is neither blank nor 0, and nothing is computed from its column`(_ cell: String) throws {
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

  @Test func `is one as well where the file calls its values stale`() throws {
    let stale = try analysis(amount: "<f>100*12</f><v>0</v>", calculation: "<calcPr fullCalcOnLoad='1'/>")
    #expect(stale.rules(at: "amount") == ["GEN-021 1"])
    let fresh = try analysis(amount: "<f>100*12</f><v>1200</v>")
    #expect(fresh.rules(at: "amount").isEmpty && fresh.isPlanned("weighted"))
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
    #expect(second.rules(at: "amount") == ["GEN-021 1"])
    #expect(!second.isPlanned("weighted"))
  }
}
