// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Names that only look alike` {
  @Test(arguments: [
    ("Jose\u{301}", "José"), ("\u{F90A}玉", "金玉"), ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11AB}", "한"),
  ])
  func `are put in the usual characters`(_ odd: String, _ usual: String) {
    let found = UsualSpelling.usual(of: odd)
    #expect(found.map { Array($0.unicodeScalars) } == Array(usual.unicodeScalars))
  }

  @Test(arguments: ["José", "王強", "Anna", "が"]) func `are left where they are usual`(_ name: String) {
    #expect(UsualSpelling.usual(of: name) == nil)
  }

  @Test func `are a finding, which a safe repair settles`() throws {
    let deals = DealSheet("Owner", ["José", "Jose\u{301}"])
    #expect(try deals.analysis().rules(at: "owner").contains("GEN-024 3"))
    let values = try deals.values("owner", after: .safe)
    #expect(values.map { Array($0.shownText.utf8) } == [Array("José".utf8), Array("José".utf8)])
  }

  @Test func `a full-width space is no answer`() throws {
    let deals = DealSheet("Loss reason", ["\u{3000}", "Price"])
    #expect(try deals.analysis().rules(at: "lost_reason").contains("GEN-011 2"))
    #expect(try deals.values("lost_reason", after: .safe).first == .blank)
  }
}

@Suite struct `Spaces at the ends of a text` {
  private func rules(_ attribute: String) throws -> [String] {
    func text(_ place: String, _ text: String, _ attribute: String = "") -> String {
      "<c r='\(place)' t='inlineStr'><is><t\(attribute)>\(text)</t></is></c>"
    }
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: "<row r='1'>" + text("A1", "Deal ID") + text("B1", "Deal name") + text("C1", "Declared stage") + "</row>"
        + "<row r='2'>" + text("A2", "D-001") + text("B2", " one ", attribute) + text("C2", "Won ", attribute)
        + "</row>")
    let analysis = try Analysis(
      Workbook(builder.bytes()), playbook: .builtIn, options: DealSheet.options)
    return analysis.rules(at: "name") + analysis.rules(at: "stage")
  }

  @Test func `are a finding where the file keeps them`() throws {
    #expect(try rules(" xml:space='preserve'").filter { $0 == "GEN-011 2" }.count == 2)
  }

  @Test func `are none where it does not, as Excel does not show them`() throws {
    #expect(try !rules("").contains("GEN-011 2"))
  }
}

@Suite struct `Ids that conditional sums can't tell apart` {
  private func fill(_ ids: [String]) throws -> (analysis: Analysis, written: [CellValue]) {
    let accounts = PlainWorkbook.Sheet(
      "Accounts", [["Account ID", "Account name"]] + ids.map { [.text($0), .text("account \($0)")] })
    let deals = PlainWorkbook.Sheet(
      "Deals",
      [["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close"]]
        + ids.enumerated().map { index, id in
          [.text("D-00\(index + 1)"), .text(id), "a", "Verify opportunity", 100, .date(46_200)]
        })
    let workbook = try Workbook(PlainWorkbook([accounts, deals]).bytes())
    let analysis = try Analysis(workbook, playbook: .builtIn, options: DealSheet.options)
    let filled = try Workbook(workbook.applying(FillPlanner(analysis).plan().edit))
    let column = try #require(
      Analysis(filled, playbook: .builtIn, options: DealSheet.options).team.sheet("acc")?.column("open_pipe"))
    return (analysis, column.values.values)
  }

  @Test func `007 and 7 get no figure, and a finding each`() throws {
    let (analysis, written) = try fill(["007", "7", "A8"])
    #expect(written == [.blank, .blank, .number(100)])
    #expect(analysis.messages("GEN-025").count == 4)
  }

  @Test func `are named where they count in no figure`() throws {
    let (analysis, _) = try fill(["007", "7", "A8"])
    let notes = try SalesReport(analysis, file: "team.xlsx", language: .english).page.notes.joined()
    #expect(
      notes.contains("2 rows of Accounts, 2 rows of Deals (formulas can't tell their IDs apart; see GEN-025)"))
    let one = try SalesReport(analysis, file: "team.xlsx", language: .simplifiedChinese, only: ["R1"]).page.notes
      .joined()
    #expect(one.contains("“Deals”表的 2 行（公式分不开这些编号，见 GEN-025）"))
    let none = try SalesReport(fill(["C007", "C7"]).analysis, file: "team.xlsx", language: .english).page.notes.joined()
    #expect(!none.contains("GEN-025"))
  }

  @Test func `an id that is a pattern gets no figure`() throws {
    #expect(try fill(["A*", "A1", "A2"]).written == [.blank, .number(100), .number(100)])
    #expect(try fill([">0", "A1"]).written == [.blank, .number(100)])
  }

  @Test func `digits alone do no harm where each number is written in one way`() throws {
    #expect(try fill(["7", "8"]).written == [.number(100), .number(100)])
  }
}
