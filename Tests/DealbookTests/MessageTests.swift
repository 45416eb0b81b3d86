// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `The message of a finding` {
  private static func messages(_ name: String) throws -> [(rule: String, message: String)] {
    let analysis = try Analysis(
      Workbook(OwnWorkbooks.bytes(name)), playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 11, day: 23)))
    let writer = FindingWriter(analysis.team)
    return analysis.findings.map(writer.describe).map { ($0.rule, $0.message) }
  }

  @Test func `of a rule about the whole workbook states its figure`() throws {
    let found = try Self.messages("full_en.xlsx").filter { $0.rule == "TGT-010" }.map(\.message)
    #expect(found == ["Fast-ox index 0.98"])
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `leaves no placeholder open`(name: String) throws {
    let open = try Self.messages(name).map(\.message).filter { $0.contains("{") }
    #expect(open == [])
  }
}
