// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Handing a workbook out` {
  private func team() throws -> [UInt8] {
    try NewWorkbook(
      playbook: .builtIn, language: .traditionalChinese, profile: .full,
      asOf: #require(SerialDate(year: 2026, month: 3, day: 31)), hasSample: true
    ).bytes()
  }

  private func copy(_ book: RecordBook, _ owner: String, redacts: Bool = false) throws -> HandOut.Copy {
    try HandOut(book).copy(for: owner, origin: "abc", redacts: redacts, options: DealSheet.options)
  }

  private func gathered(_ base: [UInt8], _ copies: [[UInt8]], ours: [UInt8]? = nil) throws -> Merged {
    try Merged(base, [ours ?? base] + copies)
  }

  private func owners(_ book: RecordBook) throws -> Set<String> {
    let names = RowNames(book.team)
    let deals = try #require(book.team.sheet("de"))
    return Set(deals.rows.range.map { names.owner(sheet: "de", row: $0) }.filter { !$0.isEmpty })
  }

  @Test func `discussions go with the rows of the person, and no others are in the copy`() throws {
    let start = try team()
    let first = try CopyBook.book(start)
    let deals = try #require(first.team.sheet("de"))
    let names = RowNames(first.team)
    let owner = try #require(owners(first).sorted().first)
    let column = try #require(deals.column("amount")?.number)
    var edit = WorkbookEdit()
    for row in deals.rows.range where !names.owner(sheet: "de", row: row).isEmpty {
      let text = names.owner(sheet: "de", row: row) == owner ? "mine \(row)" : "foreign \(row)"
      let message = Discussion.Message(
        id: "{00000000-0000-4000-8000-\(100_000_000_000 + row)}",
        person: Discussion.Person(id: "{00000000-0000-4000-8000-000000000001}", name: "Ann"),
        time: "2026-03-01T10:00:00.00", text: text)
      edit.sheets[deals.sheetIndex, default: SheetEdit()].discussions[
        try #require(CellReference(row: row, column: column))] = .set(Discussion([message]))
    }
    let base = try Workbook(start).applying(edit)
    let copy = try copy(CopyBook.book(base), owner)
    let read = try CopyBook.book(copy.bytes)
    let own = try #require(read.team.sheet("de"))
    let found = try read.team.workbook.discussions(at: own.sheetIndex).byCell
    #expect(found.count == own.rows.range.count)
    #expect(found.values.allSatisfy { $0.messages[0].text.hasPrefix("mine") })
    for entry in try Workbook(copy.bytes).package.archive.entries {
      let part = try Workbook(copy.bytes).package.bytes(of: PartName("/" + entry.name))
      #expect(!String(decoding: part, as: UTF8.self).contains("foreign"), "\(entry.name)")
    }
    #expect(try gathered(base, [copy.bytes]).bytes == base)
  }

  @Test func `gives each person the own deals and what they refer to, and no text of others`() throws {
    let book = try CopyBook.book(team())
    let handOut = try HandOut(book)
    #expect(handOut.owners.count > 2)
    let owner = try #require(owners(book).sorted().first)
    let copy = try copy(book, owner)
    let read = try CopyBook.book(copy.bytes)
    #expect(try owners(read) == [owner])
    #expect(copy.ownRows > 0)
    let deals = try #require(read.team.sheet("de"))
    // There are no gaps, and everything the rows refer to is there.
    #expect(deals.rows.blankRows == [])
    let findings = try Analysis(Workbook(copy.bytes), playbook: .builtIn, options: DealSheet.options).findings
    #expect(!findings.contains { read.team.playbook.rules[$0.rule].id == "GEN-004" })
    let whole = String(decoding: copy.bytes, as: UTF8.self)
    #expect(!whole.isEmpty)
    var texts = ""
    for entry in try Workbook(copy.bytes).package.archive.entries {
      texts += String(decoding: try Workbook(copy.bytes).package.bytes(of: PartName("/" + entry.name)), as: UTF8.self)
    }
    var shown: Set<String> = []
    for index in read.team.workbook.sheets.indices {
      try CellListing.forEach(in: read.team.workbook, sheetIndex: index) { shown.insert($0.value.shownText) }
    }
    let names = try #require(book.team.sheet("de")?.column("name"))
    for row in try #require(book.team.sheet("de")).rows.range.indices {
      let offset = row - book.team.sheet("de")!.rows.range.lowerBound
      guard RowNames(book.team).owner(sheet: "de", row: row) != owner else { continue }
      let name = names.values[offset].shownText
      if name.count > 3, !shown.contains(name) { #expect(!texts.contains(name), "\(name)") }
    }
  }

  @Test func `and taking the copies back without an edit changes no byte`() throws {
    let bytes = try team()
    let book = try CopyBook.book(bytes)
    let copies = try HandOut(book).owners.map { try copy(book, $0, redacts: true).bytes }
    let merged = try gathered(bytes, copies)
    #expect(merged.conflicts == [])
    #expect(merged.bytes == bytes)
  }

  @Test func `takes edits and new rows back, late and twice, and deletes nothing that was not given`() throws {
    let bytes = try team()
    let book = try CopyBook.book(bytes)
    let owner = try #require(owners(book).sorted().first)
    let own = try copy(book, owner).bytes
    let read = try CopyBook.book(own)
    let deals = try #require(read.team.sheet("de"))
    let amount = try #require(deals.column("amount"))
    let cell = try #require(CellReference(row: deals.rows.range.lowerBound, column: amount.number))
    var edit = WorkbookEdit()
    edit.sheets[deals.sheetIndex, default: SheetEdit()].cells[cell] = CellEdit(.number(4321))
    let edited = try Workbook(own).applying(edit)
    let once = try gathered(bytes, [edited, edited])
    #expect(once.conflicts == [])
    let lines = CopyBook.lines(try CopyBook.difference(book, once.book))
    #expect(lines.count == 1 && lines.first?.hasSuffix("→ 4321") == true)
    // Gather a second time, into the result of the first.
    let twice = try gathered(bytes, [edited], ours: once.bytes)
    #expect(twice.bytes == once.bytes)
  }
}
