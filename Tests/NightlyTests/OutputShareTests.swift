// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import Testing

@testable import Nightly

/// How much of a night's outputs one workbook may fill.
@Suite struct `Room in the outputs of a night` {
  @Test func `rules with few findings keep all of them, the others the same share`() {
    #expect(FindingShare.share(of: 100, [10, 20, 30]) == .max)
    #expect(FindingShare.share(of: 100, [10, 200, 300]) == 45)
    #expect(FindingShare.share(of: 100, [500]) == 100)
    #expect(FindingShare.share(of: 0, []) == .max)
    let one = FindingShare.size(of: .of("DEA-001", "D1"))
    var share = FindingShare(one * 5)
    share.add(.of("DEA-001", "D1"))
    for number in 2...9 { share.add(.of("DEA-002", "D\(number)")) }
    share.leaveOut("DEA-002", "error")
    let kept = share.findings(DigestWords(language: .english))
    #expect(kept.map(\.rule) == Array(repeating: "DEA-002", count: 4).reduce(["DEA-001"]) { $0 + [$1] } + ["DEA-002"])
    #expect(kept.map(\.rowId) == ["D1", "D2", "D3", "D4", "D5", ""])
    #expect(kept.last?.times == 5)
    #expect(kept.last?.message == "And 5 more findings of DEA-002, which are not listed one by one.")
  }

  @Test func `characters that reports write longer count for more`() {
    let plain = FindingShare.size(of: .of("DEA-001", "D1", message: String(repeating: "a", count: 100)))
    let marked = FindingShare.size(of: .of("DEA-001", "D1", message: String(repeating: "&", count: 100)))
    #expect(marked - plain == 500)
  }

  @Test func `a list of items has room for so many bytes, and long names are cut`() {
    let items = Array(repeating: 0, count: 5000)
    #expect(Kept.first(items) { _ in Work(what: "x") }.count == Kept.items)
    let long = Kept.first(items) { _ in Work(what: String(repeating: "x", count: 4000)) }
    #expect(long.count > 150 && long.count < 200)
    #expect(Kept.text(String(repeating: "x", count: 240)).count == 240)
    #expect(Kept.text(String(repeating: "x", count: 241)).hasPrefix(String(repeating: "x", count: 60) + "…"))
    #expect(Kept.text("x" + String(repeating: "y", count: 400)) != Kept.text("x" + String(repeating: "y", count: 401)))
    #expect(Kept.note(String(repeating: "備", count: 200)).count == 200)
  }

  /// A workbook in which everything is owed and overdue.
  private static func book(_ rows: Int, owed: Double) -> FileResult {
    var book = FileResult.book("a.xlsx")
    book.observation?.payments = (0..<rows).map { row in
      var payment = Payment()
      payment.id = "P\(row)"
      payment.contract = String(repeating: "c", count: 300)
      payment.outstanding = owed + Double(row)
      payment.daysOverdue = owed > 0 ? 3 : 0
      payment.received = owed > 0 ? 1 : 0
      return payment
    }
    book.key = SHA256.hex("\(owed) \(rows)")
    book.sha256 = book.key
    return book
  }

  @Test func `sums and numbers cover what a list leaves out, and the largest amounts are listed`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-28", Self.book(1000, owed: 0))
    let night = try nights.run("2025-06-29", Self.book(1000, owed: 100))
    let digest = night.digest
    #expect(digest.overdue.count == 1000)
    #expect(digest.overdue.leftOut > 500 && digest.overdue.leftOut < 1000)
    #expect(digest.overdue.prefix(2).map(\.amount) == [1099, 1098])
    #expect(digest.overdueTotals == ["": 599_500])
    #expect(digest.newlyOverdueTotals == ["": 599_500])
    #expect(digest.receivedTotals == ["": 1000])
    let told = try #require(try JSONSerialization.jsonObject(with: Data(night.json)) as? [String: Any])
    let inner = try #require(told["digest"] as? [String: Any])
    let leftOut = try #require(inner["leftOut"] as? [String: Int])
    #expect(leftOut["overdue"] == digest.overdue.leftOut)
    #expect((inner["overdue"] as? [Any])?.count == 1000 - digest.overdue.leftOut)
    let index = try night.index()
    #expect(index.contains("<b>600k<"))
    #expect(index.contains("… and 970 more"))
    #expect(night.digest.markdown(.english).contains("… 980 more"))
  }

  @Test func `the processor time of a workbook is added up over all that works on it`() {
    var results = RunResults()
    results.spend(0.9, on: "a.xlsx")
    #expect(results.processorSeconds.isEmpty)
    results.spend(1.2, on: "a.xlsx")
    results.spend(3, on: "a.xlsx")
    #expect(results.processorSeconds == ["a.xlsx": 5])
  }

  @Test func `a night in which nothing is left out says nothing of it`() throws {
    let nights = try Nights()
    let night = try nights.run("2025-06-28", Self.book(10, owed: 5))
    #expect(!String(decoding: night.json, as: UTF8.self).contains("leftOut"))
  }

  @Test func `the pages of one workbook have a bounded length, and none links to one that there is no room for`() throws
  {
    let nights = try Nights()
    let long = String(repeating: "&\"", count: 110)
    var book = FileResult.book("a.xlsx")
    book.observation?.deals = (0..<3000).map { row in
      Deal(
        id: "D\(row)", name: "\(row) \(long)", owner: "\(row % 400) \(long)", account: "A\(row % 700)", stage: long,
        stageNumber: 1, amount: 1, close: "2025-12-31", probability: 0.5, isOpen: true, stalledDays: 0, isWon: false,
        place: "Deals!A\(row)")
    }
    book.observation?.accounts = (0..<700).map { row in
      var account = Account()
      account.id = "A\(row)"
      account.name = "\(row) \(long)"
      account.owner = "\(row % 400) \(long)"
      account.deals = 4
      return account
    }
    book.observation?.work = (0..<2000).map { row in
      Work(
        kind: "step", isThisWeek: true, id: "D\(row)", what: long, owner: "\(row % 400) \(long)",
        account: "A\(row % 700)")
    }
    let pages = try nights.run("2025-06-28", book).html(.english)
    let names = Set(pages.map(\.name))
    #expect(names.count == pages.count)
    #expect(pages.reduce(0) { $0 + $1.bytes.count } < 6 << 20)
    let owners = names.count { $0.hasPrefix("owner-") }
    let accounts = names.count { $0.hasPrefix("account-") }
    #expect(owners > 10 && owners < 400 && accounts > 10 && accounts < 700)
    for (name, bytes) in pages {
      for piece in String(decoding: bytes, as: UTF8.self).split(separator: "href=\"").dropFirst() {
        let target = String(piece.prefix { $0 != "\"" })
        if target.hasPrefix("#") { continue }
        #expect(names.contains(target), "\(name) links to \(target)")
      }
    }
    let main = try #require(pages.first { $0.name.hasPrefix("book-") })
    let text = String(decoding: main.bytes, as: UTF8.self)
    #expect(
      text.contains("\(400 - owners) owners have no page of their own here; dealbook report FILE shows everybody."))
    #expect(text.contains("\(700 - accounts) accounts have no page of their own here"))
    #expect(main.bytes.count < 2 << 20)
  }

  @Test func `the rows that a table has no room for are counted with those that it was not given`() {
    let room = HTMLPage.Room(page: 20_000, table: 10_000)
    var page = HTMLPage("x", PageWords(language: .english), room)
    let rows = (0..<100).map { ["\($0)", String(repeating: "y", count: 1000)] }
    page.table("t", ["a", "b"], rows)
    page.more(50)
    // A row has 1,052 bytes, and the table 167 besides: the tenth is the first that ends beyond 10,000.
    #expect(page.body.contains("… and 140 more"))
    page.table("t", ["a", "b"], rows)
    page.heading(2, "next")
    #expect(page.body.contains("… and 91 more"))
    page.table("t", ["a", "b"], rows)
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("… and 92 more"))
  }
}
