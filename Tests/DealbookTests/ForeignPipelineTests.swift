// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A tab called Pipeline, each column with the values that take turns in it.
private struct Pipeline: CustomTestStringConvertible {
  var what: String
  var columns: [(String, [PlainWorkbook.Cell])]
  var testDescription: String { what }

  init(_ what: String, _ columns: [(String, [PlainWorkbook.Cell])]) {
    self.what = what
    self.columns = columns
  }

  func workbook() throws -> Workbook {
    let rows = (0..<12).map { row -> [PlainWorkbook.Cell] in
      columns.map { column in
        let cell = column.1[row % column.1.count]
        return switch cell {
        case .text(let text) where text.hasSuffix("#"): .text("\(text.dropLast())\(row)")
        case .date(let day): .date(day + row)
        case .number(let number) where number >= 1000: .number(number * Double(row + 1))
        default: cell
        }
      }
    }
    return try Workbook(PlainWorkbook([.init("Pipeline", [columns.map { .text($0.0) }] + rows)]).bytes())
  }

  func found() throws -> [String] {
    let asIs = try Analysis(workbook(), playbook: .builtIn, options: DealSheet.options).team.sheets.map(\.prefix)
    return try asIs + Adoption(workbook(), fileName: "x.xlsx", options: DealSheet.options).sheets.map(\.prefix)
  }
}

@Suite struct `A pipeline in which nothing is sold` {
  @Test(arguments: [
    Pipeline(
      "applicants",
      [
        ("Name", ["Ann #"]), ("Role", ["Engineer", "Analyst"]),
        ("Stage", ["Phone screen", "Onsite interview", "Hired"]),
        ("Owner", ["Lee"]), ("Start date", [.date(46_100)]), ("Source", ["LinkedIn", "Referral"]),
      ]),
    Pipeline(
      "applicants in the method's words",
      [
        ("Candidate", ["Ann #"]), ("Position", ["Engineer", "Analyst"]),
        ("Stage", ["Screening", "Interview", "Offer"]),
        ("Owner", ["Lee"]), ("Expected close", [.date(46_100)]), ("Amount", [50_000]), ("Probability", [0.2, 0.5]),
      ]),
    Pipeline(
      "applicants in Chinese",
      [
        ("候選人", ["王#"]), ("職位", ["工程師", "設計師"]), ("階段", ["初面", "二面", "錄取"]), ("負責人", ["李"]),
        ("預計到職日", [.date(46_100)]), ("期望薪資", [50_000]),
      ]),
    Pipeline(
      "builds",
      [
        ("Name", ["build #"]), ("Project", ["api", "web"]), ("Stage", ["build", "test", "deploy"]),
        ("Status", ["success", "failed", "running"]), ("Owner", ["Lee"]), ("Start date", [.date(46_100)]),
        ("End date", [.date(46_101)]),
      ]),
    Pipeline(
      "data",
      [
        ("Pipeline", ["load_#"]), ("Stage", ["extract", "transform", "load"]), ("Owner", ["Lee"]),
        ("Status", ["success", "failed"]), ("Created on", [.date(46_100)]), ("Rows", [1000]),
      ]),
    Pipeline(
      "parts",
      [
        ("Product", ["Part #"]), ("Stage", ["Casting", "Milling", "Assembly"]), ("Quantity", [10]), ("Owner", ["Lee"]),
        ("Due date", [.date(46_100)]), ("Amount", [1000]),
      ]),
    Pipeline(
      "drugs",
      [
        ("Compound", ["CX-#"]), ("Indication", ["Oncology", "Diabetes"]),
        ("Phase", ["Preclinical", "Phase I", "Phase II"]),
        ("Lead", ["Dr Lee"]), ("Expected approval", [.date(46_500)]), ("Probability", [0.1, 0.2]),
        ("Budget", [1_000_000]),
      ]),
  ])
  fileprivate func `has no deals`(_ pipeline: Pipeline) throws {
    #expect(try !pipeline.found().contains("de"))
  }

  @Test func `is told from one of sales`() throws {
    let pipeline = Pipeline(
      "sales",
      [
        ("Opportunity", ["Project #"]), ("Account", ["Customer #"]), ("Stage", ["Demo", "Test", "Offer", "Won"]),
        ("Owner", ["Lee"]), ("Close date", [.date(46_100)]), ("Amount", [1000]),
      ])
    #expect(try pipeline.found().contains("de"))
  }
}

@Suite struct `A German chance` {
  private func keys(_ chance: [PlainWorkbook.Cell], beside other: String?) throws -> [String: String] {
    var columns: [(String, [PlainWorkbook.Cell])] = [
      ("Kunde", ["Kunde # GmbH"]), ("Verantwortlich", ["Maier", "Huber"]), ("Betrag", [1000]),
      ("Phase", ["Angebot", "Verhandlung", "Gewonnen"]), ("Abschlussdatum", [.date(46_100)]), ("Chance", chance),
    ]
    if let other { columns.insert((other, ["Neubau #"]), at: 0) }
    let adoption = try Adoption(
      Pipeline("x", columns).workbook(), fileName: "vertrieb.xlsx", options: DealSheet.options)
    let sheet = try #require(adoption.sheets.first { $0.prefix == "de" })
    return Dictionary(uniqueKeysWithValues: sheet.bound.map { ($0.proposal.header, $0.key ?? "") })
  }

  @Test func `is the opportunity where it has a name`() throws {
    #expect(try keys(["Neubau Halle #"], beside: nil)["Chance"] == "name")
  }

  @Test(arguments: [[0.2, 0.5, 0.7], ["20 %", "50 %"], [20, 50, 70]] as [[PlainWorkbook.Cell]])
  func `is the probability where it is a number`(cells: [PlainWorkbook.Cell]) throws {
    let keys = try keys(cells, beside: "Projekt")
    #expect(keys["Chance"] == "prob_override" && keys["Projekt"] == "name")
  }
}
