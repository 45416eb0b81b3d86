// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A header that a team's playbook states otherwise` {
  private static func workbook(_ amount: String, _ first: Double) throws -> Workbook {
    let headers: [PlainWorkbook.Cell] = ["Deal ID", "Customer", "Owner", "Stage", .text(amount), "Close date"]
    let rows = ["Closed Won", "Proposal", "Negotiation", "Closed Won"].enumerated().map { row, stage in
      [
        .text("D-00\(row + 1)"), .text("Customer \(row + 1)"), "Ann", .text(stage),
        .number(first * Double(row + 1)), .date(46_082 + row),
      ] as [PlainWorkbook.Cell]
    }
    return try Workbook(PlainWorkbook([.init("Deals", [headers] + rows)]).bytes())
  }

  /// What the workbook says by the playbook of one that has ‘ACV (k€)’.
  private static func analysis(_ amount: String, language: Language = .english) throws -> Analysis {
    let text = try Adoption(workbook("ACV (k€)", 10), fileName: "a.xlsx", options: DealSheet.options)
      .playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    var options = DealSheet.options
    options.language = language
    return try Analysis(workbook(amount, 10_000), playbook: #require(reading.playbook), options: options)
  }

  @Test(arguments: ["ACV (€)", "ACV", "Opportunity size"])
  func `is named where its column is missing`(header: String) throws {
    let analysis = try Self.analysis(header)
    let messages = analysis.messages("WBK-002")
    #expect(
      messages == [
        "Sheet \"Deals\" lacks the required column \"ACV (k€)\"; ‘\(header)’ may be it, but the playbook does not state that header: confirm it with dealbook adopt"
      ])
    let figures = HeadlineFigures(analysis)
    #expect(figures.values[.won] == nil)
    #expect(figures.reasons[.won] == "“\(header)” is not read as Deals.ACV (k€)")
  }

  @Test func `is named in Chinese too`() throws {
    let analysis = try Self.analysis("ACV", language: .traditionalChinese)
    let writer = FindingWriter(analysis.team, language: .traditionalChinese)
    #expect(
      analysis.findings.map(writer.describe).filter { $0.rule == "WBK-002" }.map(\.message) == [
        "工作表「Deals」缺少必填欄「ACV (k€)」；「ACV」可能就是這一欄，但規則手冊沒有這樣寫，請執行 dealbook adopt 確認"
      ])
  }

  @Test func `is not guessed from another word`() throws {
    let analysis = try Self.analysis("Remark code")
    #expect(analysis.messages("WBK-002") == ["Sheet \"Deals\" lacks the required column \"ACV (k€)\""])
    #expect(HeadlineFigures(analysis).reasons[.won] == "no column Deals.ACV (k€)")
  }
}
