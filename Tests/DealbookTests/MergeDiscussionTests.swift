// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Discussions of copies` {
  private let base = CopyBook(count: 6)
  private static let ann = person("Ann", 1)
  private static let bo = person("Bo", 2)

  private static func person(_ name: String, _ number: Int) -> Discussion.Person {
    Discussion.Person(id: id(900 + number), name: name, account: "\(name)@example.com", provider: "AD")
  }

  private static func id(_ number: Int) -> String { "{00000000-0000-4000-8000-000000000\(1000 + number)}" }

  private static func message(_ number: Int, _ person: Discussion.Person, _ text: String) -> Discussion.Message {
    Discussion.Message(id: id(number), person: person, time: "2026-03-01T10:\(10 + number):00.00", text: text)
  }

  private static func message(_ number: Int, _ text: String) -> Discussion.Message { message(number, ann, text) }

  private let callBack = message(1, "call back")

  /// A copy with discussions on cells of its deals; nil takes one away.
  private func bytes(_ book: CopyBook, _ discussions: [String: Discussion?]) throws -> [UInt8] {
    try Self.discussing(book.bytes(), discussions)
  }

  private static func discussing(_ bytes: [UInt8], _ discussions: [String: Discussion?]) throws -> [UInt8] {
    var edit = WorkbookEdit()
    for (name, discussion) in discussions {
      guard let cell = CellReference(name) else { continue }
      edit.sheets[0, default: SheetEdit()].discussions[cell] = discussion.map { .set($0) } ?? .remove
    }
    return try Workbook(bytes).applying(edit)
  }

  /// `D-002 F: Ann: call back / Bo: done`, by id and column, with a tick before one that is resolved.
  private func discussions(_ bytes: [UInt8], _ sheet: Int = 0) throws -> [String] {
    let workbook = try Workbook(bytes)
    var ids: [Int: String] = [:]
    try CellListing.forEach(in: workbook, sheetIndex: sheet) { cell in
      if cell.cell.column == 1 { ids[cell.cell.row] = cell.value.shownText }
    }
    let found = try workbook.discussions(at: sheet)
    #expect(found.unclear == [])
    let notes = try workbook.notes(at: sheet)
    return found.byCell.sorted { $0.key < $1.key }.map { cell, discussion in
      // Programs without discussions show all of it.
      let shown = notes.notes[cell]?.text ?? ""
      #expect(discussion.messages.allSatisfy { shown.contains($0.text) })
      #expect(notes.discussed.contains(cell))
      return "\(ids[cell.row] ?? "?") \("\(cell)".prefix { $0.isLetter }): \(discussion.isResolved ? "✓ " : "")"
        + discussion.messages.map { "\($0.person.name): \($0.text)" }.joined(separator: " / ")
    }
  }

  @Test func `a new one comes into a workbook that has none`() throws {
    let merged = try Merged(base.bytes(), [base.bytes(), bytes(base, ["F3": Discussion([callBack])])])
    #expect(merged.conflicts == [])
    #expect(merged.plan.remarks == [])
    #expect(merged.plan.changedNotes == 1)
    #expect(try discussions(merged.bytes) == ["D-002 F: Ann: call back"])
    let package = try Workbook(merged.bytes).package
    #expect(package.contains(PartName("/xl/threadedComments/threadedComment1.xml")))
    #expect(package.contains(PartName("/xl/persons/person.xml")))
  }

  @Test func `replies of several copies come in the order of time, and one person stays one`() throws {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    var other = Self.ann
    other.id = Self.id(990)
    let ours = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(9, "ours, late")])])
    let anna = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(5, other, "earlier")])])
    let boris = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(7, Self.bo, "between")])])
    let expected = ["D-002 F: Ann: call back / Ann: earlier / Bo: between / Ann: ours, late"]
    let names = ["ours", "anna", "boris"]
    let merged = try Merged(start, [ours, anna, boris], names: names)
    #expect(merged.conflicts == [])
    #expect(try discussions(merged.bytes) == expected)
    #expect(try Merged(start, [ours, boris, anna], names: ["ours", "boris", "anna"]).bytes == merged.bytes)
    let people = try Workbook(merged.bytes).package.bytes(of: PartName("/xl/persons/person.xml"))
    #expect(String(decoding: people, as: UTF8.self).ranges(of: "displayName=\"Ann\"").count == 1)
  }

  @Test func `one that is resolved in a copy and answered in another is both`() throws {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    let resolved = try Self.discussing(start, ["F3": Discussion([callBack], isResolved: true)])
    let answered = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(5, Self.bo, "done")])])
    for copies in [[resolved, answered], [answered, resolved]] {
      #expect(try discussions(Merged(start, copies).bytes) == ["D-002 F: ✓ Ann: call back / Bo: done"])
    }
  }

  @Test func `two that begin on the same cell become one, the earlier first`() throws {
    let ours = try bytes(base, ["F3": Discussion([Self.message(9, "later")])])
    let theirs = try bytes(base, ["F3": Discussion([Self.message(3, Self.bo, "sooner")])])
    let merged = try Merged(base.bytes(), [ours, theirs])
    #expect(merged.conflicts == [])
    #expect(try discussions(merged.bytes) == ["D-002 F: Bo: sooner / Ann: later"])
  }

  @Test func `a message that both changed is a conflict, one that one changed is not`() throws {
    let start = try bytes(base, ["F3": Discussion([callBack, Self.message(2, Self.bo, "why?")])])
    func copy(_ text: String) throws -> [UInt8] {
      try Self.discussing(start, ["F3": Discussion([callBack, Self.message(2, Self.bo, text)])])
    }
    #expect(
      try discussions(Merged(start, [start, copy("why so?")]).bytes) == ["D-002 F: Ann: call back / Bo: why so?"])
    let merged = try Merged(start, [copy("why us?"), copy("why so?")])
    #expect(
      merged.conflicts == [
        "discussion D-002 amount Ann: call back / Bo: why?: ours=Ann: call back / Bo: why us? | anna=Ann: call back / Bo: why so?"
      ])
    #expect(try discussions(merged.bytes) == ["D-002 F: Ann: call back / Bo: why?"])
    #expect(
      try discussions(Merged(start, [copy("why us?"), copy("why so?")], prefer: .theirs).bytes)
        == ["D-002 F: Ann: call back / Bo: why so?"])
  }

  @Test(arguments: [
    ("base", ["D-002 F: Ann: call back"]), ("ours", []), ("theirs", ["D-002 F: Ann: call back / Bo: a|b\\\n\tc"]),
  ])
  func `one that a copy deleted and another answered is decided on the sheet`(choice: String, expected: [String]) throws
  {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    let answered = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(5, Self.bo, "a|b\\\n\tc")])])
    let merged = try Merged(start, [base.bytes(), answered], sheet: true)
    #expect(merged.plan.conflicts.map(\.kind) == [.discussion])
    #expect(try discussions(merged.bytes) == ["D-002 F: Ann: call back"])
    let (resolution, book) = try merged.resolved([choice])
    #expect(resolution.taken == 1 && resolution.open == 0)
    #expect(try discussions(book.team.workbook.applying(WorkbookEdit())) == expected)
  }

  @Test func `one that a copy deleted and nobody answered goes`() throws {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    let merged = try Merged(start, [start, base.bytes()])
    #expect(merged.conflicts == [])
    #expect(try discussions(merged.bytes) == [])
    #expect(try Workbook(merged.bytes).notes(at: 0).notes.isEmpty)
  }

  @Test(arguments: [("theirs", ["D-002 F: Ann: call back / Bo: done"]), ("delete", [])])
  func `a deleted row whose discussion another answered is a conflict`(choice: String, expected: [String]) throws {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    let gone = try base.changed { $0.deals.remove(at: 1) }.bytes()
    let answered = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(5, Self.bo, "done")])])
    let merged = try Merged(start, [gone, answered], sheet: true)
    #expect(merged.plan.conflicts.map(\.kind) == [.row])
    #expect(
      merged.plan.conflicts.first?.options.last?.shown(in: .english)
        == "discussion on Amount: Ann: call back → Ann: call back / Bo: done")
    #expect(try discussions(merged.bytes) == ["D-002 F: Ann: call back"])
    let (resolution, book) = try merged.resolved([choice])
    #expect(resolution.open == 0)
    #expect(try discussions(book.team.workbook.applying(WorkbookEdit())) == expected)
  }

  @Test func `they come along with new rows and follow sorted ones`() throws {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    let sorted = try bytes(base.changed { $0.deals.reverse() }, ["F6": Discussion([callBack])])
    let theirs = try Self.discussing(
      bytes(
        base.changed { $0.deals.append(CopyBook.deal(9)) },
        ["F3": Discussion([callBack, Self.message(5, Self.bo, "done")])]),
      ["C8": Discussion([Self.message(6, "new")])])
    let merged = try Merged(start, [sorted, theirs])
    #expect(merged.conflicts == [])
    #expect(try discussions(merged.bytes) == ["D-002 F: Ann: call back / Bo: done", "D-009 C: Ann: new"])
  }

  @Test func `one of which ours keeps the note alone is whole again when another answers it`() throws {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    let note = try #require(Workbook(start).notes(at: 0).notes.first)
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].notes[note.key] = .set(note.value)
    let flat = try Workbook(base.bytes()).applying(edit)
    let answered = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(5, Self.bo, "done")])])
    for copies in [[flat, answered], [answered, flat]] {
      let merged = try Merged(start, copies)
      #expect(merged.conflicts == [])
      #expect(merged.plan.remarks == [])
      #expect(try discussions(merged.bytes) == ["D-002 F: Ann: call back / Bo: done"])
    }
    #expect(try Merged(start, [flat, start]).bytes == flat)
  }

  @Test func `one on a cell of ours with a note of its own is named and left out`() throws {
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].notes[try #require(CellReference("F3"))] = .set(
      CellNote(author: "Ann", text: "our note"))
    let ours = try Workbook(base.bytes()).applying(edit)
    let merged = try Merged(base.bytes(), [ours, bytes(base, ["F3": Discussion([callBack])])])
    #expect(
      merged.plan.remarks == [
        .discussionsLeftOut(copy: "anna", sheet: "Deals", cells: ["F3"].compactMap(CellReference.init))
      ])
    #expect(merged.bytes == ours)
  }

  @Test func `the wording of the note is that of the program that wrote it`() throws {
    var discussion = Discussion([callBack])
    discussion.mirror = DiscussionMirror(head: "[對話串註解]\n\n註解:\n    ", between: "\n回覆:\n    ")
    let start = try bytes(base, ["F3": discussion])
    let answered = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(5, Self.bo, "好")])])
    let merged = try Merged(start, [start, answered])
    let notes = try Workbook(merged.bytes).notes(at: 0).notes
    #expect(notes.values.map(\.text) == ["[對話串註解]\n\n註解:\n    call back\n回覆:\n    好"])
  }

  @Test func `a merge with the base, or with the same, keeps every byte`() throws {
    let start = try bytes(base, ["F3": Discussion([callBack]), "C4": Discussion([Self.message(4, Self.bo, "x")])])
    let ours = try Self.discussing(
      start, ["F3": Discussion([callBack, Self.message(5, Self.bo, "done")], isResolved: true)])
    #expect(try Merged(start, [ours, start]).bytes == ours)
    #expect(try Merged(start, [ours, ours]).bytes == ours)
    #expect(try discussions(Merged(start, [start, ours]).bytes) == discussions(ours))
  }

  /// What a person sees on the sheet of conflicts, and the texts of the discussions after each choice.
  private func decided(_ text: String) throws -> (shown: [String], messages: [[Unicode.Scalar]]) {
    let start = try bytes(base, ["F3": Discussion([callBack])])
    let answered = try Self.discussing(start, ["F3": Discussion([callBack, Self.message(5, Self.bo, text)])])
    let merged = try Merged(start, [base.bytes(), answered], sheet: true)
    var shown: [String] = []
    let workbook = try Workbook(merged.bytes)
    try CellListing.forEach(in: workbook, sheetIndex: #require(workbook.sheets.firstIndex { $0.name == "Conflicts" })) {
      if $0.cell.row == 4, (7...9).contains($0.cell.column) { shown.append($0.value.shownText) }
    }
    let (resolution, book) = try merged.resolved(["theirs"])
    #expect(resolution.taken == 1 && resolution.open == 0)
    let found = try book.team.workbook.discussions(at: 0).byCell.values.flatMap(\.messages)
    return (shown, found.map { Array($0.text.unicodeScalars) })
  }

  @Test(arguments: ["\u{301}a", "a|\u{301}b", "|", "\\\u{301}", "a\r\nb\u{301}", "\u{200D}x\\", "👩\u{200D}👩\u{200D}👧|"])
  func `marks that join what comes before them stay where they are on the sheet`(text: String) throws {
    #expect(try decided(text).messages.last == Array(text.unicodeScalars))
  }

  @Test func `a very long one is shown in part, which is said, and kept whole`() throws {
    let text = String(repeating: "長e\u{301}", count: 20_000)
    let (shown, messages) = try decided(text)
    #expect(messages.last == Array(text.unicodeScalars))
    let long = try #require(shown.last)
    #expect(long.utf16.count <= 32_767 && long.utf16.count > 32_000)
    #expect(long.hasSuffix("… (too long: only the beginning is shown)"))
    #expect(!long.hasSuffix("長e… (too long: only the beginning is shown)"))
  }
}
