// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Deals with a column that names a currency for each.
private struct Currencies {
  var names: [PlainWorkbook.Cell]
  var amount = "Amount"
  var header = "Currency"

  func analysis(_ playbook: Playbook = .builtIn) throws -> Analysis {
    var deals = DealSheet(amount, names.indices.map { .number(Double($0 + 1) * 1000) })
    deals.headers.append(header)
    for row in deals.rows.indices { deals.rows[row].append(names[row]) }
    return try Analysis(Workbook(deals.bytes()), playbook: playbook, options: DealSheet.options)
  }
}

@Suite struct `A column that names currencies` {
  @Test(arguments: [["EUR", "USD", "EUR"], ["€", "US$", "€"], ["人民币", "美元", "人民币"]])
  func `of several kinds leaves the amounts out of all sums, and is one finding`(names: [String]) throws {
    let analysis = try Currencies(names: names.map { .text($0) }).analysis()
    #expect(!analysis.isPlanned("weighted"))
    let found = analysis.findings.filter { analysis.team.playbook.rules[$0.rule].id == "WBK-010" }
    #expect(found.map { "\($0.row) \($0.columnNumber)" } == ["1 7"])
    #expect(analysis.team.sheet("de")?.column("amount")?.obstacle == .currencies)
  }

  @Test func `is named with the currencies in it`() throws {
    let analysis = try Currencies(names: ["EUR", "USD", "EUR"]).analysis()
    #expect(analysis.messages("WBK-010") == ["Amounts are in \"EUR, USD\"; expected is one currency in single units"])
  }

  @Test(arguments: [["EUR", "EUR", "EUR"], ["CNY", "元", "RMB"], ["North", "South", "North"], ["EUR", "", "EUR"]])
  func `of one kind, or of none, changes nothing`(names: [String]) throws {
    let analysis = try Currencies(names: names.map { $0.isEmpty ? nil : .text($0) }).analysis()
    #expect(analysis.isPlanned("weighted"))
    #expect(analysis.messages("WBK-010").isEmpty)
  }

  @Test func `says nothing of amounts whose header, or playbook, names one currency`() throws {
    #expect(try Currencies(names: ["EUR", "USD", "EUR"], amount: "Amount (EUR)").analysis().isPlanned("weighted"))
    let yaml = "extends: key-account\nsheets: {de: {columns: {amount: {currency: EUR}}}}\n"
    let playbook = try #require(
      PlaybookReader.read([PlaybookSource(name: "team.yaml", bytes: Array(yaml.utf8))]).playbook)
    #expect(try Currencies(names: ["EUR", "USD", "EUR"]).analysis(playbook).isPlanned("weighted"))
  }
}

@Suite struct `Amounts typed with their currency` {
  @Test func `are in it where all of them name the same`() throws {
    let analysis = try DealSheet("Amount", ["$ 120,000.00", "$ 45,000.00", "$ 380,000.00"]).analysis()
    #expect(analysis.rules(at: "amount") == ["GEN-006 2", "GEN-006 3", "GEN-006 4"])
  }

  @Test func `are left alone where they differ`() throws {
    let analysis = try DealSheet("Amount", ["$ 120,000.00", "€ 45,000.00", "$ 380,000.00"]).analysis()
    #expect(analysis.rules(at: "amount") == ["GEN-020 2", "GEN-020 3", "GEN-020 4"])
  }
}
