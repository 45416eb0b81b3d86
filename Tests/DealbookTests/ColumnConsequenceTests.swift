// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

/// Findings of cells that only say once more what is wrong with their column or with merged cells.
@Suite struct `What follows from a finding about a column` {
  private static func causes(_ analysis: Analysis) -> [String: (count: Int, following: Int)] {
    Dictionary(
      FindingCauses(analysis).causes.map {
        (analysis.team.playbook.rules[$0.rule].id, ($0.count, $0.following))
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `is each text in a column whose scale nobody can tell`() throws {
    let analysis = try DealSheet("Probability override", ["60%", "30%", 0.3, 0.4, 50, 70, 0.2, 80]).analysis()
    let causes = Self.causes(analysis)
    #expect(causes["GEN-022"]?.count == 1 && causes["GEN-022"]?.following == 2)
    #expect(causes["GEN-018"] == nil)
    // One finding at a time, each still names what it follows from.
    let roots = FindingCauses.roots(of: analysis)
    let texts = analysis.findings.indices.filter {
      analysis.team.playbook.rules[analysis.findings[$0].rule].id == "GEN-018"
    }
    #expect(texts.count == 2 && texts.allSatisfy { roots[$0] != nil })
  }

  @Test func `is no text that has another reason`() throws {
    let analysis = try DealSheet("Probability override", ["soon", "30%", 0.3, 0.4, 50, 70, 0.2, 80]).analysis()
    let causes = Self.causes(analysis)
    #expect(causes["GEN-022"]?.following == 1)
    #expect(causes["GEN-018"]?.count == 1)
  }

  @Test func `is each required cell under merged ones`() throws {
    let rows: [[PlainWorkbook.Cell]] = (1...6).map { number in
      [
        .text("D-00\(number)"), number == 3 || number == 4 || number == 6 ? "" : "A1", "a deal", "Verify opportunity",
        .date(46_200), 5,
      ]
    }
    let headers: [PlainWorkbook.Cell] = [
      "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount",
    ]
    let book = PlainWorkbook([.init("Deals", [headers] + rows, merged: ["B3:B5"])])
    let analysis = try Analysis(Workbook(book.bytes()), playbook: .builtIn, options: DealSheet.options)
    let causes = Self.causes(analysis)
    #expect(causes["WBK-008"]?.count == 1 && causes["WBK-008"]?.following == 2)
    // The cell that nothing covers is blank by itself.
    #expect(causes["GEN-001"]?.count == 1)
  }
}

@Suite struct `Why a text is no date` {
  @Test(arguments: [
    ("115/2/2", UnreadText.republicYear), ("114.12.31", .republicYear), ("8-Jan-26", .shortYear),
    ("25/3/15", .shortYear),
    ("2025/3", .noDay), ("6/30", .noYear),
  ])
  func `is told where it can be`(text: String, why: UnreadText) {
    #expect(UnreadText(date: text) == why)
    #expect(DateReader.read(text) == nil)
  }

  @Test(arguments: ["next week", "1-2-three", "8-Jan", "8-Janus-2026"]) func `is not guessed at`(text: String) {
    #expect(UnreadText(date: text) == nil)
  }
}
