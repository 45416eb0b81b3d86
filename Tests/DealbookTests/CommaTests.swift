// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Commas and signs of amounts` {
  private static func findings(_ text: String) throws -> [String] {
    let analysis = try Analysis(
      Workbook(DelimitedText(Array(text.utf8)), sheetName: "Deals"), playbook: .builtIn, options: DealSheet.options)
    return analysis.findings.compactMap { finding in
      guard finding.column == "amount", case .text(let text) = finding.found else { return nil }
      return analysis.team.playbook.rules[finding.rule].id + " " + text
    }.filter { $0.hasPrefix("GEN") }
  }

  @Test func `120,000 between semicolons is unclear, and between commas it is not`() throws {
    let rows = ["120,000", "50,000", "200,000"].enumerated().map { ("D-00\($0 + 1)", $1) }
    let semicolons =
      "Deal ID;Account ID;Deal name;Declared stage;Expected close;Amount\n"
      + rows.map { "\($0.0);A1;a deal;Verify opportunity;2026-06-27;\($0.1)\n" }.joined()
    #expect(try Self.findings(semicolons) == rows.map { "GEN-019 \($0.1)" })
    // One amount that shows the decimal mark settles the others.
    #expect(try Self.findings(semicolons + "D-004;A1;a deal;Verify opportunity;2026-06-27;1.234,50\n").isEmpty)
    let tabs = semicolons.replacing(";", with: "\t")
    #expect(try Self.findings(tabs).allSatisfy { $0.hasPrefix("GEN-006") })
  }

  @Test func `a column that says NT$ throughout is one of amounts`() throws {
    func findings(_ amounts: [PlainWorkbook.Cell]) throws -> [String] {
      var deals = DealSheet("預計金額", amounts)
      deals.title = "商機"
      deals.headers = ["商機編號", "客戶編號", "商機名稱", "申報階段", "預計簽約日", "預計金額"]
      for index in deals.rows.indices { deals.rows[index][3] = "驗證商機" }
      let analysis = try deals.analysis()
      return analysis.findings.filter { $0.column == "amount" }.map { analysis.team.playbook.rules[$0.rule].id }
        .filter { $0.hasPrefix("GEN") }
    }
    #expect(try findings(["NT$120,000", "NT$50,000", "NT$80,000"]) == ["GEN-006", "GEN-006", "GEN-006"])
    #expect(try findings(["US$120,000", "US$50,000", "US$80,000"]) == ["GEN-020", "GEN-020", "GEN-020"])
  }

  @Test func `a label with two spaces is the one with one`() throws {
    var deals = DealSheet("Amount", [100, 200])
    deals.rows[0][3] = "Verify  opportunity"
    deals.rows[1][3] = "Verifyopportunity"
    let analysis = try deals.analysis()
    let unknown = analysis.findings.filter {
      $0.column == "stage" && analysis.team.playbook.rules[$0.rule].id == "GEN-005"
    }
    #expect(unknown.map(\.rowID) == ["D-002"])
  }

  @Test func `an amount that is there is not said to be missing`() throws {
    let analysis = try DealSheet("Amount", [-20_000, nil, "tbd", 100, 200, 300, 400]).analysis()
    let writer = FindingWriter(analysis.team, language: .english)
    let messages = analysis.findings.map(writer.describe).filter { $0.rule == "DEA-001" }.map(\.message)
    #expect(messages == ["\"-20000\" is no amount above 0", "Amount missing", "\"tbd\" is no amount above 0"])
  }
}
