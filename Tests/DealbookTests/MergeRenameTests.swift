// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Columns that copies have renamed` {
  private let base = CopyBook(count: 6)

  /// The team's own column under another header, with a remark on D-002.
  private func renamed(_ header: String, _ remark: String? = nil) -> CopyBook {
    base.changed { book in
      book.headers[6] = header
      if let remark { book.deals[1][6] = .text(remark) }
    }
  }

  private func remarked(_ text: String) -> CopyBook { base.changed { $0.deals[1][6] = .text(text) } }

  @Test func `a conflict names the column as the result does, and the choice finds it`() throws {
    for (ours, theirs, header) in [
      (remarked("ours"), renamed("Thoughts", "theirs"), "Thoughts"),
      (renamed("Mine", "ours"), remarked("theirs"), "Mine"),
      (renamed("Mine", "ours"), renamed("Thoughts", "theirs"), "Mine"),
    ] {
      let merged = try Merged(base, ours, theirs, sheet: true)
      #expect(merged.conflicts.last == "cell D-002 \(header) : ours=ours | anna=theirs")
      #expect(merged.plan.conflicts.last?.header == header)
      #expect(try merged.content(0, "G1") == header)
      // Where both have renamed it, that is for a person too.
      let (resolution, book) = try merged.resolved(merged.conflicts.dropLast().map { _ in "done" } + ["theirs"])
      #expect(resolution.open == 0 && resolution.refused.isEmpty)
      let lines = CopyBook.lines(try CopyBook.difference(base.book(), book))
      #expect(lines.contains { $0.hasPrefix("~ D-002 \(header): ") && $0.hasSuffix("→ theirs") })
    }
  }

  @Test func `it is told who has renamed one, and of two names which holds`() throws {
    #expect(
      try Merged(base, base, renamed("Thoughts")).plan.remarks == [
        .headerRenamed(copy: "anna", sheet: "Deals", column: "Our remark", header: "Thoughts")
      ])
    #expect(
      try Merged(base, renamed("Thoughts"), renamed("Thoughts")).plan.remarks == [
        .headerRenamed(copy: "anna", sheet: "Deals", column: "Our remark", header: "Thoughts")
      ])
    #expect(try Merged(base, renamed("Mine"), base).plan.remarks == [])
    func differ(_ kept: String, _ holder: String?) -> MergeRemark {
      .headersDiffer(sheet: "Deals", column: "Our remark", headers: ["Mine", "Thoughts"], kept: kept, heldBy: holder)
    }
    #expect(
      try Merged(base, renamed("Mine"), renamed("Thoughts")).conflicts == [
        "header  Mine Our remark: ours=Mine | anna=Thoughts"
      ])
    let preferred = try Merged(base, renamed("Mine"), renamed("Thoughts"), prefer: .theirs)
    #expect(preferred.plan.remarks == [differ("Thoughts", "anna")])
    #expect(try preferred.content(0, "G1") == "Thoughts")
  }

  @Test func `no column gets a header that another one has`() throws {
    let ours = base.changed { book in
      book.headers.append("Thoughts")
      book.deals = book.deals.map { $0 + ["mine"] }
    }
    let merged = try Merged(base, ours, renamed("Thoughts", "theirs"))
    #expect(try merged.content(0, "G1") == "Our remark")
    #expect(try merged.content(0, "G3") == "theirs")
    #expect(
      merged.plan.remarks == [
        .headersDiffer(
          sheet: "Deals", column: "Our remark", headers: ["Thoughts"], kept: "Our remark", heldBy: nil)
      ])
  }

  @Test func `a choice for a column that is gone since is refused and told, also that of the base`() throws {
    let merged = try Merged(base, remarked("ours"), remarked("theirs"), sheet: true)
    for choice in ["base", "theirs"] {
      let (resolution, book) = try merged.resolved(
        [choice],
        after: { edit in
          edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference("G1"))] = CellEdit(.text("Else"))
        })
      #expect(resolution.taken == 0 && resolution.open == 1)
      #expect(resolution.refused.map(\.why) == [.notThere("Deals D-002 Our remark")])
      #expect(book.team.workbook.sheets.contains { $0.name == "Conflicts" })
    }
  }

  @Test func `what another typed into a new column of a row that ours deleted comes in with the row`() throws {
    let theirs = base.changed { book in
      book.headers.append("Mood")
      book.deals[1].append("fine")
      book.deals[1][5] = 20
    }
    let gone = base.changed { $0.deals.remove(at: 1) }
    let merged = try Merged(base, gone, theirs, sheet: true)
    let (resolution, book) = try merged.resolved(["theirs"])
    #expect(resolution.taken == 1 && resolution.open == 0)
    #expect(
      CopyBook.lines(try CopyBook.difference(base.book(), book)) == [
        "+ column Mood", "~ D-002 amount: 2000 → 20", "~ D-002 Mood:  → fine",
      ])
    // Nothing of the row is taken where one cell of it has no place.
    let (refused, kept) = try merged.resolved(
      ["theirs"],
      after: { edit in
        edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference("H1"))] = CellEdit(.text("Else"))
      })
    #expect(refused.refused.map(\.why) == [.notThere("Deals D-002 Mood")])
    #expect(!CopyBook.lines(try CopyBook.difference(base.book(), kept)).contains { $0.contains("amount") })
  }

  // MARK: Notes on headers

  private static let message = Discussion.Message(
    id: "{00000000-0000-4000-8000-000000001001}",
    person: Discussion.Person(id: "{00000000-0000-4000-8000-000000001901}", name: "Ann"),
    time: "2026-03-01T10:11:00.00", text: "gross?")

  private static func reply(_ number: Int, _ text: String) -> Discussion.Message {
    Discussion.Message(
      id: "{00000000-0000-4000-8000-00000000200\(number)}", person: message.person,
      time: "2026-03-01T10:2\(number):00.00", text: text)
  }

  /// A copy with a note or discussion on the header of the amounts.
  private func headed(note: String? = nil, _ messages: [Discussion.Message] = []) throws -> [UInt8] {
    let cell = try #require(CellReference("F1"))
    var edit = WorkbookEdit()
    if let note { edit.sheets[0, default: SheetEdit()].notes[cell] = .set(CellNote(author: "Ann", text: note)) }
    if !messages.isEmpty { edit.sheets[0, default: SheetEdit()].discussions[cell] = .set(Discussion(messages)) }
    return try Workbook(base.bytes()).applying(edit)
  }

  private func header(_ merged: Merged) throws -> [String] {
    let workbook = try Workbook(merged.bytes)
    let discussions = try workbook.discussions(at: 0)
    #expect(discussions.unclear == [])
    let notes = try workbook.notes(at: 0)
    return discussions.byCell.map { "\($0.key): " + $0.value.messages.map(\.text).joined(separator: " / ") }
      + notes.notes.filter { !notes.discussed.contains($0.key) }.map { "\($0.key): \($0.value.text)" }
  }

  @Test func `a note on a header that became a discussion is one in the result, whoever did it`() throws {
    let (start, talk) = (try headed(note: "gross"), try headed([Self.message]))
    let merged = try Merged(start, [start, talk])
    #expect(try header(merged) == ["F1: gross?"])
    #expect(merged.plan.remarks == [])
    #expect(try Merged(start, [talk, start]).bytes == talk)
    #expect(try header(Merged(base.bytes(), [base.bytes(), talk])) == ["F1: gross?"])
    let more = try headed([Self.message, Self.reply(2, "net")])
    let third = try headed([Self.message, Self.reply(3, "no")])
    #expect(try header(Merged(talk, [more, third])) == ["F1: gross? / net / no"])
    #expect(try header(Merged(talk, [talk, base.bytes()])) == [])
    // One that was deleted and answered stays.
    #expect(try header(Merged(talk, [base.bytes(), more])) == ["F1: gross? / net"])
  }

  @Test func `a note on a header that ours has changed keeps out a discussion, which is told`() throws {
    let (start, talk) = (try headed(note: "gross"), try headed([Self.message]))
    let merged = try Merged(start, [headed(note: "net"), talk])
    #expect(try header(merged) == ["F1: net"])
    #expect(
      merged.plan.remarks == [
        .discussionsLeftOut(copy: "anna", sheet: "Deals", cells: ["F1"].compactMap(CellReference.init))
      ])
  }

  @Test func `notes that both have added to hold each line once`() throws {
    let merged = try Merged(
      headed(note: "gross"), [headed(note: "gross\nin EUR"), headed(note: "gross\nwithout tax")])
    #expect(try header(merged) == ["F1: gross\nin EUR\nwithout tax"])
    #expect(
      try header(Merged(headed(note: "gross"), [headed(note: "gross\nin EUR"), headed(note: "net")]))
        == ["F1: in EUR\nnet"])
    #expect(
      try header(Merged(headed(note: "a"), [headed(note: "a\nb\nc"), headed(note: "a\nc\nb")])) == ["F1: a\nb\nc"])
  }
}
