// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Testing

@testable import Nightly

@Suite struct `The first page of a night` {
  @Test func `counts findings once, on its cards, in the line below and on each workbook`() throws {
    var many = ObservedFinding.of("DEA-012", "D1")
    many.times = 5
    let night = try Nights().run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D2"), many))
    let index = try night.index()
    #expect(index.contains("<dt>Errors</dt><dd><b>6</b>"))
    #expect(index.contains(Markup.escaped(PageWords(language: .english).causes(2, 6))))
    #expect(index.contains("<dt>Errors</dt><dd class=\"bad\">6</dd>"))
  }

  @Test func `lists ten rows of each kind, and folds the others`() throws {
    let findings = (1...14).map { ObservedFinding.of("DEA-1\($0 + 10)", "D\($0)") }
    var book = FileResult.book("a.xlsx")
    book.observation?.findings = findings
    book.key = SHA256.hex(book.observation?.json ?? [])
    book.sha256 = book.key
    let index = try Nights().run("2025-06-30", book).index()
    let part = index.components(separatedBy: "id=\"findings\"")[1]
    let before = part.components(separatedBy: "<summary>4 more</summary>")[0]
    #expect(before.components(separatedBy: "class=\"cause ").count == 11)
    #expect(part.components(separatedBy: "class=\"cause ").count == 15)
  }

  @Test func `has workbooks before findings, those first whose target is at risk`() throws {
    func book(_ path: String, chance: Double, overdue: Double = 0, _ findings: ObservedFinding...) -> FileResult {
      var book = FileResult.book(path)
      book.observation?.headline.chance = chance
      book.observation?.headline.overdue = overdue
      book.observation?.findings = findings
      book.key = SHA256.hex(book.observation?.json ?? [])
      book.sha256 = book.key
      return book
    }
    let index = try Nights().run(
      "2025-06-30", book("errors.xlsx", chance: 0.9, .of("DEA-004", "D1"), .of("DEA-004", "D2")),
      book("late.xlsx", chance: 0.9, overdue: 5000), book("risk.xlsx", chance: 0.1)
    ).index()
    let list = try #require(index.range(of: "<ul class=\"books"))
    let findings = try #require(index.range(of: "id=\"findings\""))
    #expect(list.lowerBound < findings.lowerBound)
    let places = ["risk.xlsx", "late.xlsx", "errors.xlsx"].compactMap {
      index[list.lowerBound...].range(of: $0)?.lowerBound
    }
    #expect(places.count == 3 && places == places.sorted())
  }
}
