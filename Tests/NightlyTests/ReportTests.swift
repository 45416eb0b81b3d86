// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import Testing

@testable import Nightly

@Suite struct `Reports of a night` {
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func `SHA-256 of letters a as sha256sum has it`(count: Int, digest: String) {
    #expect(SHA256.hex(Array(repeating: UInt8(ascii: "a"), count: count)) == digest)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("-5", "-5"), ("-5+2", "'-5+2"), ("@x", "'@x"), ("a\"b", "a\"\"b"), ("a,b", "a,b"),
    ("a;=b", "a;'=b"),
    ("a|+1-x", "a|'+1-x"), ("a, -5, b", "a, -5, b"), ("a\"=b", "a\"\"'=b"), ("\tx", "'\tx"), ("王強", "王強"),
    ("a\n＝b", "a\n'＝b"),
  ])
  func `a CSV field is never a formula`(text: String, field: String) {
    #expect(CSV.line([text]) == "\"\(field)\"\r\n")
  }

  @Test func `GitHub gets the ten worst of a kind, and is told how many more there are`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D001")))
    let findings = (1...15).map {
      ObservedFinding.of("DEA-004", $0 < 10 ? "D00\($0)" : "D0\($0)", message: "50%\n1, 2")
    }
    var book = FileResult.book("a.xlsx")
    book.observation?.findings = findings
    book.key = "other"
    let lines = try nights.run("2025-06-30", book).githubAnnotations.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[0] == "::error file=a.xlsx,line=5,title=DEA-004 D002 new::Deals!I5: 50%25%0A1, 2")
    #expect(lines[9] == "::error::6 more of severity error; see the summary")
  }

  @Test(arguments: [
    (Language.traditionalChinese, "（無法讀取）", "錯誤"), (.simplifiedChinese, "（无法读取）", "错误"),
    (.english, "(unreadable)", "error"),
  ])
  func `the digest and the pages speak the language of the run`(language: Language, outcome: String, severity: String)
    throws
  {
    let nights = try Nights()
    let night = try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D001")), .unreadable("b.xlsx"))
    let digest = night.digest.markdown(language)
    #expect(digest.contains(outcome))
    #expect(digest.contains("** \(severity) DEA-004"))
    let index = try night.index(language)
    #expect(index.contains("<span class=\"error\">\(severity)</span>"))
    #expect(index.contains("lang=\"\(language.rawValue)\""))
  }

  @Test func `SARIF leaves out what is fixed, unless it is asked for`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-008", "D002")))
    let night = try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-008", "D002")))
    func states(_ includesFixed: Bool) throws -> [String] {
      var bytes: [UInt8] = []
      let sink = ByteSink { bytes += $0 }
      night.writeSARIF(to: sink, includesFixed: includesFixed)
      sink.flush()
      let sarif = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      let run = try #require((sarif?["runs"] as? [[String: Any]])?.first)
      let rules = (((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]]) ?? []
      let results = try #require(run["results"] as? [[String: Any]])
      for result in results {
        #expect(rules[result["ruleIndex"] as? Int ?? -1]["id"] as? String == result["ruleId"] as? String)
      }
      return results.compactMap { $0["baselineState"] as? String }
    }
    #expect(try states(false) == ["unchanged"])
    #expect(try states(true).sorted() == ["absent", "unchanged"])
  }

  @Test func `metrics of what is there hold nothing that is waived or fixed`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-008", "D002")))
    let night = try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-008", "D002")))
    let lines = String(decoding: night.prometheus(status: 1), as: UTF8.self).split(separator: "\n")
    let live = lines.filter { $0.hasPrefix("dealbook_nightly_findings{") }
    #expect(live.compactMap { Int($0.split(separator: " ").last ?? "") }.reduce(0, +) == 1)
    #expect(!live.contains { $0.contains("fixed") || $0.contains("waived") })
    #expect(lines.contains("dealbook_nightly_findings_over{severity=\"error\",state=\"fixed\"} 1"))
  }

  @Test func `a workbook that is not a team's is an outcome of its own`() throws {
    var stranger = FileResult.book("b.xlsx")
    stranger.observation?.isStranger = true
    stranger.key = "other"
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx"), .book("b.xlsx", .of("DEA-004", "D001")))
    let night = try nights.run("2025-06-30", .book("a.xlsx"), stranger)
    #expect(night.files.map(\.outcome) == [.checked, .notTeamWorkbook])
    #expect(night.unchecked.isEmpty)
    // Nobody claims that it is fixed.
    #expect(night.findings.map(\.state) == [.notAsked])
    #expect(night.digest.files.checked == 1 && night.digest.files.notTeamWorkbooks == ["b.xlsx"])
    #expect(night.digest.markdown(.english).contains("**1** workbook checked, 1 not a team's"))
    let json = try JSONSerialization.jsonObject(with: Data(night.json)) as? [String: Any]
    let files = try #require(json?["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["outcome"] as? String } == ["checked", "notTeamWorkbook"])
    var junit: [UInt8] = []
    let sink = ByteSink { junit += $0 }
    night.writeJUnit(to: sink) { _ in true }
    sink.flush()
    #expect(String(decoding: junit, as: UTF8.self).contains("tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"1\""))
    let metrics = String(decoding: night.prometheus(status: 0), as: UTF8.self)
    #expect(metrics.contains("dealbook_nightly_files{outcome=\"notTeamWorkbook\"} 1"))
    #expect(try night.html(.english).count == 2)
  }

  @Test func `a workbook that only looks like a team's says what would make it one`() throws {
    var guessed = FileResult.book("b.xlsx")
    guessed.observation?.isGuessed = true
    let night = try Nights().run("2025-06-30", guessed)
    #expect(night.files.map(\.outcome) == [.notTeamWorkbook])
    #expect(night.files[0].why.contains("dealbook adopt"))
  }

  @Test func `amounts in several currencies are not added`() throws {
    func book(_ path: String, _ currency: String, _ amount: Double) -> FileResult {
      var book = FileResult.book(path)
      book.observation?.currency = currency
      book.observation?.payments = [
        Payment(
          id: "Y1", contract: "K1", stage: "Down payment", owner: "Li", outstanding: amount, due: "2025-06-01",
          daysOverdue: 5)
      ]
      book.key = SHA256.hex("\(path) \(currency)")
      book.sha256 = book.key
      return book
    }
    let nights = try Nights()
    let mixed = try nights.run(
      "2025-06-29", book("a.xlsx", "USD", 100), book("b.xlsx", "CNY", 700), book("c.xlsx", "USD", 5))
    #expect(mixed.digest.overdueTotals == ["USD": 105, "CNY": 700])
    #expect(mixed.digest.markdown(.english).contains("700 CNY + 105 USD"))
    #expect(mixed.digest.markdown(.english).contains("- 700 CNY Y1"))
    #expect(String(decoding: mixed.json, as: UTF8.self).contains("\"overdueTotals\":{\"CNY\":700,\"USD\":105}"))
    let metrics = String(decoding: mixed.prometheus(status: 0), as: UTF8.self)
    #expect(metrics.contains("dealbook_nightly_overdue_amount{currency=\"USD\"} 105"))
    let one = try nights.run("2025-06-30", book("a.xlsx", "USD", 100), book("c.xlsx", "USD", 5))
    #expect(one.digest.markdown(.english).contains(" 105\n"))
  }

  @Test func `what cells hold is no Markdown`() throws {
    let nights = try Nights()
    let night = try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D001", message: "<img> [x](y) | *b*")))
    #expect(night.digest.markdown(.english).contains(#"\<img\> \[x\](y) \| \*b\*"#))
  }

  @Test func `the name of a file is one line of code in Markdown, whatever it holds`() throws {
    let night = try Nights().run("2025-06-30", .unreadable("a\n# b``c\u{202E}.xlsx"))
    #expect(night.digest.markdown(.english).contains("- ``` a # b``c .xlsx ``` — broken"))
  }

  @Test func `the name of a file turns no direction in HTML`() throws {
    let night = try Nights().run("2025-06-30", .unreadable("a\u{202E}b.xlsx"))
    #expect(try night.index().contains("a\u{FFFD}b.xlsx"))
  }

  @Test func `one line of JSON has no control or direction character`() {
    let result = FileResult.unreadable("a\u{9B}31m\u{202E}甲—\u{7F}.xlsx")
    let line = String(decoding: result.line, as: UTF8.self)
    #expect(line.contains(#""a\u009b31m\u202e甲—\u007f.xlsx""#))
    #expect(FileResult(line: result.line) == result)
  }

  @Test func `amounts and shares are shown as people write them`() {
    #expect(Shown.money(1_234_567.5) == "1,234,567.50")
    #expect(Shown.money(-999) == "-999")
    #expect(Shown.money(100_000) == "100,000")
    #expect(Shown.percent(0.1344) == "13.4%")
    #expect(Shown.percent(1) == "100%")
  }

  @Test func `an HTML report has an index and a page a workbook, each well-formed, and what cells hold is no markup`()
    throws
  {
    let nights = try Nights()
    func payment(_ id: String, due: String, days: Double, outstanding: Double) -> Payment {
      Payment(
        id: id, contract: "K1", stage: "Down <payment>", stageNumber: 1, status: "late", planned: 100, owner: "Li",
        account: "A1", received: 100 - outstanding, outstanding: outstanding, due: due, daysOverdue: days)
    }
    var book = FileResult.book(
      "a & b.xlsx", .of("DEA-004", "D001", message: "<script>alert(1)</script>"),
      deals: [
        Deal(
          id: "D1", name: "x", owner: "Li", account: "A1", stage: "\"Lead\"", stageNumber: 1, amount: 100,
          close: "2025-07-01", probability: 0.5, isOpen: true, stalledDays: 0)
      ])
    book.observation?.payments = [payment("Y1", due: "2025-05-01", days: 60, outstanding: 40)]
    book.observation?.targets = [
      Target(
        id: "T1", owner: "Li", start: "2025-01-01", end: "2025-12-31", target: 1000, won: 100, open: 300,
        probability: 0.4, p10: 100, p50: 200, p90: 400, committable: 150)
    ]
    func report(_ id: String, _ label: String, bar: Int, _ figures: [(String, Double)]) -> BookReport {
      BookReport(
        id: id, title: "<\(id)>",
        columns: ([("name", 0)] + figures).map { BookReport.Column(key: $0.0, title: "<\($0.0)>", kind: "money") },
        rows: [BookReport.Row(cells: [.init(text: label)] + figures.map { .init(number: $0.1) })], bar: bar)
    }
    book.observation?.reports = [
      report("R1", "\"Lead\" <b>", bar: 3, [("reached", 100), ("need", 400), ("ratio", 0.25)]),
      report("R3", "Li", bar: 4, [("target", 1000), ("won", 100), ("weighted", 150), ("attain", 0.25)]),
      report("R7", "Li", bar: 3, [("b1", 10), ("b2", 30), ("over", 30)]),
      BookReport(id: "R9", title: "<Renewals>", message: "no sheet <Renewals>"),
    ]
    let pages = try nights.run("2025-06-30", book, .unreadable("z.xlsx")).html(.english)
    let name = PageLinks.book("a & b.xlsx")
    #expect(pages.map(\.name) == [name, PageLinks.owner("Li", in: "a & b.xlsx"), "index.html"])
    for page in pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      #expect(!text.contains("<script"))
      #expect(text.contains("a &amp; b.xlsx"))
    }
    let page = String(decoding: pages[0].bytes, as: UTF8.self)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    // Funnel, coverage and ageing have a bar in each row, with the numbers beside it.
    #expect(page.components(separatedBy: "<td class=\"bar\"><svg").count == 1 + 1 + 1 + 1)
    #expect(page.contains("&quot;Lead&quot; &lt;b&gt;</th>") && page.contains("&lt;b2&gt;</th>"))
    #expect(page.contains("&lt;Renewals&gt; (no sheet &lt;Renewals&gt;)"))
    let index = String(decoding: pages[2].bytes, as: UTF8.self)
    #expect(index.contains("z.xlsx</th><td data-l=\"Outcome\">Not checked: broken</td>"))
  }
}
