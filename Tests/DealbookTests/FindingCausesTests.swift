// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

@Suite struct `Cells put together` {
  private static func texts(_ cells: [(Int, Int)]) -> [String] {
    var areas = CellAreas()
    for (row, column) in cells { areas.add(row: row, column: column) }
    areas.finish()
    return areas.texts
  }

  @Test func `are ranges down and across`() {
    #expect(Self.texts([(5, 6), (6, 6), (7, 6), (9, 6)]) == ["F5:F7", "F9"])
    #expect(Self.texts([(5, 13), (5, 14), (5, 15), (6, 13), (6, 14), (6, 15), (7, 13)]) == ["M5:O6", "M7"])
  }

  @Test func `of columns apart are ranges too`() {
    #expect(Self.texts((1...50).flatMap { [($0, 1), ($0, 3)] }) == ["A1:A50", "C1:C50"])
  }

  @Test func `are whole rows where no column is meant`() {
    #expect(Self.texts([(6, 0), (7, 0), (9, 0)]) == ["6:7", "9"])
  }

  @Test func `never take more room than a hundred ranges`() {
    var areas = CellAreas()
    for row in 1...1000 { areas.add(row: row * 2, column: 1) }
    areas.finish()
    #expect(areas.texts.count == 100)
    #expect(areas.count == 1000 && areas.uncovered == 900)
  }
}

@Suite struct `The causes of findings` {
  private static func analysis(_ name: String) throws -> Analysis {
    try Analysis(
      Workbook(OwnWorkbooks.bytes(name)), playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31)))
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names)) func `count each finding once`(name: String) throws {
    let analysis = try Self.analysis(name)
    for sections in [FindingCauses.Sections.none, .owner, .sheet] {
      let causes = FindingCauses(analysis, by: sections)
      #expect(causes.causes.reduce(0) { $0 + $1.count + $1.following } == analysis.findings.count)
      #expect(causes.total == analysis.findings.count)
      // The example of a cause is one of its findings.
      #expect(causes.causes.allSatisfy { $0.count == 0 || analysis.findings[$0.example].rule == $0.rule })
    }
  }

  @Test func `come errors first, then by how many they are`() throws {
    let causes = FindingCauses(try Self.analysis("messy_hant.xlsx")).causes
    #expect(
      zip(causes, causes.dropFirst()).allSatisfy { a, b in
        a.severity > b.severity || (a.severity == b.severity && a.count >= b.count)
      })
  }

  @Test func `say what a repair settles, which it then does`() throws {
    let analysis = try Self.analysis("messy_hant.xlsx")
    let said = FindingCauses(analysis).repairable[.safe] ?? 0
    let repaired = try RepairedWorkbook(
      analysis.team.workbook, playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31)),
      level: .safe)
    #expect(said > 100)
    #expect((FindingCauses(repaired.analysis).repairable[.safe] ?? 0) == 0)
  }
}
