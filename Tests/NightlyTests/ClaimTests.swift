// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Nightly

@Suite struct `What a worker claims` {
  private static func claim(
    _ result: FileResult, of path: String = "a.xlsx", known: Set<String> = [], key: Bool = true
  ) -> FileResult? {
    FileResult(claim: result.line, of: path, known: known) { _, _ in key }
  }

  @Test func `is believed of its own workbook, with its key`() {
    let book = FileResult.book("a.xlsx", .of("DEA-004", "D001"))
    #expect(Self.claim(book)?.observation?.findings.count == 1)
    #expect(Self.claim(book, of: "b.xlsx") == nil)
    #expect(Self.claim(book, key: false) == nil)
    #expect(Self.claim(.unreadable("a.xlsx"))?.why == "broken")
  }

  @Test func `is nothing in another form`() {
    var book = FileResult.book("a.xlsx", .of("DEA-004", "D001"))
    let line = book.line
    #expect(FileResult(claim: line + [10] + line, of: "a.xlsx", known: []) { _, _ in true } == nil)
    #expect(FileResult(claim: line.dropLast(), of: "a.xlsx", known: []) { _, _ in true } == nil)
    #expect(FileResult(claim: line + [32], of: "a.xlsx", known: []) { _, _ in true } == nil)
    book.observation?.findings[0].severity = "fine"
    #expect(Self.claim(book) == nil)
    book = FileResult.book("a.xlsx")
    book.sha256 = "../../x"
    #expect(Self.claim(book) == nil)
    for outcome in [FileResult.Outcome.gone, .failed] {
      #expect(Self.claim(FileResult(path: "a.xlsx", outcome: outcome)) == nil)
    }
  }

  @Test func `needs what was seen, unless the history has it`() {
    var book = FileResult.book("a.xlsx")
    book.observation = nil
    #expect(Self.claim(book) == nil)
    #expect(Self.claim(book, known: [book.key]) != nil)
  }

  @Test func `of a long result is looked through, not kept`() {
    var book = FileResult.book("a.xlsx")
    book.observation?.findings = (0..<9000).map {
      .of("DEA-004", "D\($0)", message: String(repeating: "x", count: 100))
    }
    let claim = Self.claim(book)
    #expect(claim?.isSkimmed == true)
    #expect(claim?.observation?.findings.isEmpty == true)
    #expect(claim?.observation?.rows == 1)
  }
}
