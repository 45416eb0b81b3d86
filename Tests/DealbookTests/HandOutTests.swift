// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Handing a workbook out` {
  private func team(_ profile: Profile = .core) throws -> [UInt8] {
    try NewCase(language: .traditionalChinese, profile: profile, hasSample: true).bytes()
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
    let book = try CopyBook.book(team(.full))
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
    let bytes = try team(.full)
    let book = try CopyBook.book(bytes)
    let copies = try HandOut(book).owners.map { try copy(book, $0, redacts: true).bytes }
    let merged = try gathered(bytes, copies)
    #expect(merged.conflicts == [])
    #expect(merged.bytes == bytes)
  }

  @Test func `no total tells what the rows of others add up to`() throws {
    let headers: [PlainWorkbook.Cell] = UpdateBook.headers + ["Owner"]
    func deal(_ id: String, _ amount: Double, _ owner: String) -> [PlainWorkbook.Cell] {
      UpdateBook.row(id, .number(amount)) + [.text(owner)]
    }
    let total: [PlainWorkbook.Cell] = ["Total", nil, nil, nil, nil, .formula("SUM(F2:F4)", 600)]
    let base = try PlainWorkbook([
      .init(
        "Deals", [headers, deal("D-001", 100, "Tom"), deal("D-002", 200, "Mei"), deal("D-003", 300, "Tom"), total])
    ]).bytes()
    let copy = try copy(CopyBook.book(base), "Tom")
    var values: [String] = []
    try CellListing.forEach(in: Workbook(copy.bytes), sheetIndex: 0) { cell in
      if cell.formula != nil { values.append(cell.value.shownText) }
    }
    #expect(values == ["400"])
    #expect(try gathered(base, [copy.bytes]).bytes == base)
  }

  /// Where a copy has no row of a sheet, nothing is filled on it, but what other sheets say of it is calculated all the same.
  @Test func `whoever has no deals does not read in the funnel what the team has reached`() throws {
    let start = try team(.full)
    let read = try CopyBook.book(start)
    let deals = try #require(read.team.sheet("de"))
    let leads = try #require(read.team.sheet("le"))
    let owner = try #require(leads.column("owner"))
    let converted = try #require(leads.column("deal_id"))
    let row = try #require(
      leads.rows.range.indices.first { converted.values[$0 - leads.rows.range.lowerBound].shownText.isEmpty })
    var edit = WorkbookEdit()
    edit.sheets[leads.sheetIndex, default: SheetEdit()].cells[
      try #require(CellReference(row: row, column: owner.number))] = CellEdit(.text("Nora Neu"))
    let base = try FilledWorkbook(
      Analysis(Workbook(Workbook(start).applying(edit)), playbook: .builtIn, options: DealSheet.options)
    ).bytes
    let bytes = try copy(CopyBook.book(base), "Nora Neu").bytes
    let own = try Workbook(bytes)
    #expect(try CopyBook.book(bytes).team.sheet("de")?.rows.range.isEmpty == true)
    #expect(!deals.rows.range.isEmpty)
    // What is stored is what a full calculation gives.
    #expect(try own.recalculated().changes.isEmpty)
  }

  /// Whoever has one of two rows with the same ID has not deleted the other one.
  @Test func `deletes no row of another person with the same ID`() throws {
    let start = try team()
    let deals = try #require(CopyBook.book(start).team.sheet("de"))
    let names = RowNames(try CopyBook.book(start).team)
    let rows = Array(deals.rows.range)
    let owner = names.owner(sheet: "de", row: rows[0])
    let other = try #require(rows.first { ![owner, ""].contains(names.owner(sheet: "de", row: $0)) })
    let ids = try #require(deals.column("deal_id"))
    var edit = WorkbookEdit()
    edit.sheets[deals.sheetIndex, default: SheetEdit()].cells[
      try #require(CellReference(row: other, column: ids.number))] = CellEdit(ids.values[0])
    let base = try Workbook(start).applying(edit)
    let book = try CopyBook.book(base)
    let copies = try [owner, names.owner(sheet: "de", row: other)].map { try copy(book, $0).bytes }
    #expect(try gathered(base, [copies[0]]).bytes == base)
    #expect(try gathered(base, copies).bytes == base)
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

  @Test func `no copy names people who take part in none of its discussions`() throws {
    let start = try team()
    let first = try CopyBook.book(start)
    let deals = try #require(first.team.sheet("de"))
    let names = RowNames(first.team)
    let owner = try #require(owners(first).sorted().first)
    let column = try #require(deals.column("amount")?.number)
    func person(_ name: String, _ number: Int) -> Discussion.Person {
      Discussion.Person(
        id: "{00000000-0000-4000-8000-00000000090\(number)}", name: name, account: "\(name)@example.com", provider: "AD"
      )
    }
    let (ann, bo, chen) = (person("Ann", 1), person("Bo", 2), person("Chen", 3))
    var edit = WorkbookEdit()
    for row in deals.rows.range where !names.owner(sheet: "de", row: row).isEmpty {
      let isOwn = names.owner(sheet: "de", row: row) == owner
      let message = Discussion.Message(
        id: "{00000000-0000-4000-8000-\(100_000_000_000 + row)}", person: isOwn ? ann : bo,
        time: "2026-03-01T10:00:00.00", text: isOwn ? "@Chen see" : "foreign",
        mentions: isOwn
          ? [.init(person: chen, id: "{00000000-0000-4000-8000-000000000801}", start: 0, length: 5)] : [])
      let cell = try #require(CellReference(row: row, column: column))
      edit.sheets[deals.sheetIndex, default: SheetEdit()].discussions[cell] = .set(Discussion([message]))
      let next = try #require(CellReference(row: row, column: column + 1))
      edit.sheets[deals.sheetIndex, default: SheetEdit()].notes[next] = .set(
        CellNote(author: isOwn ? "Dora" : "Emil", text: "a note"))
    }
    let base = try Workbook(start).applying(edit)
    let book = try CopyBook.book(base)
    let bytes = try copy(book, owner).bytes
    var texts = ""
    let package = try Workbook(bytes).package
    for entry in package.archive.entries {
      texts += String(decoding: try package.bytes(of: PartName("/" + entry.name)), as: UTF8.self)
    }
    for name in ["Ann@example.com", "Chen@example.com", "<author>Dora</author>"] { #expect(texts.contains(name)) }
    for name in ["Bo@example.com", "\"Bo\"", "Emil"] { #expect(!texts.contains(name)) }
    let own = try #require(try CopyBook.book(bytes).team.sheet("de"))
    let notes = try Workbook(bytes).notes(at: own.sheetIndex)
    let authors = Set(notes.notes.filter { !notes.discussed.contains($0.key) }.map(\.value.author))
    #expect(authors.subtracting(["", "dealbook"]) == ["Dora"])
    // All of them come back, and nothing is lost with it.
    let copies = try HandOut(book).owners.map { try copy(book, $0).bytes }
    #expect(try gathered(base, copies).bytes == base)
    let people = try Workbook(bytes).discussions(at: own.sheetIndex).byCell.values
    #expect(
      people.allSatisfy { $0.messages[0].person.name == "Ann" && $0.messages[0].mentions[0].person.name == "Chen" })
    // A copy without any discussion has no list of people.
    let other = try #require(owners(first).first { $0 != owner })
    var plain = WorkbookEdit()
    for row in deals.rows.range where names.owner(sheet: "de", row: row) == other {
      plain.sheets[deals.sheetIndex, default: SheetEdit()].discussions[
        try #require(CellReference(row: row, column: column))] = .remove
    }
    let without = try copy(CopyBook.book(Workbook(base).applying(plain)), other).bytes
    let all = try Workbook(without).package
    if all.archive.entries.allSatisfy({ !$0.name.contains("threadedComment") }) {
      #expect(!all.archive.entries.contains { $0.name.contains("person") })
    }
  }
}
