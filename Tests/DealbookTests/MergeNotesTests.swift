// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Notes of copies` {
  private let base = CopyBook(count: 6)
  /// The amounts of D-002 and D-003.
  private let second = "F3"
  private let third = "F4"

  private func changed(_ body: (inout CopyBook) -> Void = { _ in }) -> CopyBook {
    var copy = base
    body(&copy)
    return copy
  }

  /// The bytes of a copy with notes on cells of its deals; an empty text takes a note away.
  private func bytes(_ book: CopyBook, _ notes: [String: String] = [:]) throws -> [UInt8] {
    try Self.noting(book.bytes(), notes)
  }

  private static func noting(_ bytes: [UInt8], _ notes: [String: String]) throws -> [UInt8] {
    guard !notes.isEmpty else { return bytes }
    var edit = WorkbookEdit()
    for (name, text) in notes {
      guard let cell = CellReference(name) else { continue }
      edit.sheets[0, default: SheetEdit()].notes[cell] =
        text.isEmpty ? .remove : .set(CellNote(author: "Ann", text: text))
    }
    return try Workbook(bytes).applying(edit)
  }

  /// `D-002 F: call back`, by id and column, in the order of rows.
  private func notes(_ book: RecordBook) throws -> [String] {
    var ids: [Int: String] = [:]
    let workbook = book.team.workbook
    try CellListing.forEach(in: workbook, sheetIndex: 0) { cell in
      if cell.cell.column == 1 { ids[cell.cell.row] = cell.value.shownText }
    }
    return try workbook.notes(at: 0).notes.sorted { $0.key < $1.key }.map { cell, note in
      "\(ids[cell.row] ?? "?") \("\(cell)".prefix { $0.isLetter }): \(note.text)"
    }
  }

  /// `amount/Amount: before → after`, for each option of each conflict.
  private func changes(_ merged: Merged) -> [[String]] {
    merged.plan.conflicts.flatMap { conflict in
      conflict.options.map { option in option.notes.map { "\($0.column)/\($0.header): \($0.base) → \($0.text)" } }
    }
  }

  // MARK: Deleted rows

  @Test func `a row that one deleted and on which another put a note is in conflict, whoever did which`() throws {
    let gone = try changed { $0.deals.remove(at: 1) }.bytes()
    let noted = try bytes(base, [second: "call back"])
    for (copies, names) in [([gone, noted], "ours=deleted | anna="), ([noted, gone], "anna=deleted | ours=")] {
      let merged = try Merged(base.bytes(), copies)
      #expect(merged.conflicts == ["row D-002  : " + names])
      #expect(changes(merged).last == ["amount/Amount:  → call back"])
      // The row is as in the base until a person decides.
      #expect(try merged.lines(against: base) == [])
      #expect(try notes(merged.book) == [])
      let option = try #require(merged.plan.conflicts.first?.options.last)
      #expect(option.shown(in: .english) == "note on Amount: (empty) → call back")
      #expect(option.shown(in: .traditionalChinese) == "Amount的附註：（空） → call back")
      #expect(option.shown(in: .simplifiedChinese) == "Amount的批注：（空） → call back")
    }
  }

  @Test func `so is one whose note another changed or took away, and the result holds the note of the base`() throws {
    let start = try bytes(base, [second: "call back", third: "ask Bo"])
    let gone = try bytes(changed { $0.deals.remove(at: 1) }, ["F3": "ask Bo"])
    for (text, end) in [("called", "called"), ("", "(empty)")] {
      let merged = try Merged(start, [gone, Self.noting(start, [second: text])])
      #expect(merged.plan.conflicts.map(\.kind) == [.row])
      #expect(
        merged.plan.conflicts.first?.options.last?.shown(in: .english) == "note on Amount: call back → \(end)")
      #expect(try Set(notes(merged.book)) == ["D-003 F: ask Bo", "D-002 F: call back"])
    }
  }

  @Test func `values and notes of a deleted row are told together`() throws {
    let gone = try changed { $0.deals.remove(at: 1) }.bytes()
    let merged = try Merged(base.bytes(), [gone, bytes(changed { $0.deals[1][5] = 20 }, [second: "less"])])
    #expect(
      merged.plan.conflicts.first?.options.last?.shown(in: .english)
        == "Amount: 2000 → 20; note on Amount: (empty) → less")
  }

  @Test func `a row whose notes nobody changed goes, with its notes`() throws {
    let start = try bytes(base, [second: "call back"])
    let merged = try Merged(start, [start, changed { $0.deals.remove(at: 1) }.bytes()])
    #expect(merged.conflicts == [])
    #expect(try merged.lines(against: base) == ["- D-002"])
    #expect(try notes(merged.book) == [])
  }

  @Test(arguments: [(MergePreference.ours, true), (.theirs, false)])
  func `who is preferred decides about the row`(prefer: MergePreference, isGone: Bool) throws {
    let gone = try changed { $0.deals.remove(at: 1) }.bytes()
    let merged = try Merged(base.bytes(), [gone, bytes(base, [second: "call back"])], prefer: prefer)
    #expect(merged.conflicts == [])
    #expect(try merged.lines(against: base) == (isGone ? ["- D-002"] : []))
    #expect(try notes(merged.book) == (isGone ? [] : ["D-002 F: call back"]))
  }

  // MARK: The sheet of conflicts

  @Test(arguments: [("theirs", [], ["D-002 F: call back"]), ("delete", ["- D-002"], [])])
  func `a person decides about the row on the sheet`(choice: String, lines: [String], notes: [String]) throws {
    let gone = try changed { $0.deals.remove(at: 1) }.bytes()
    let merged = try Merged(base.bytes(), [gone, bytes(base, [second: "call back"])], sheet: true)
    let (resolution, book) = try merged.resolved([choice])
    #expect(resolution.taken == 1 && resolution.open == 0)
    #expect(CopyBook.lines(try CopyBook.difference(base.book(), book)) == lines)
    #expect(try self.notes(book) == notes)
  }

  @Test func `what a copy emptied in a row that another deleted is empty when the copy is chosen`() throws {
    let start = try bytes(base, [second: "call back"])
    let emptied = try Self.noting(changed { $0.deals[1][5] = .blank }.bytes(), [:])
    let merged = try Merged(start, [changed { $0.deals.remove(at: 1) }.bytes(), emptied], sheet: true)
    let (_, book) = try merged.resolved(["theirs"])
    #expect(CopyBook.lines(try CopyBook.difference(base.book(), book)) == ["~ D-002 amount: 2000 → "])
    #expect(try notes(book) == [])
    let (_, kept) = try merged.resolved(["base"])
    #expect(CopyBook.lines(try CopyBook.difference(base.book(), kept)) == [])
    #expect(try notes(kept) == ["D-002 F: call back"])
  }

  // MARK: Order, new rows

  @Test func `the order of theirs does not matter`() throws {
    let gone = try changed { $0.deals.remove(at: 1) }.bytes()
    let noted = try bytes(changed { $0.deals.append(CopyBook.deal(9)) }, [second: "call back", "F8": "new"])
    let other = try bytes(
      changed {
        $0.deals[1][5] = 20
        $0.deals.append(CopyBook.deal(9))
      }, [second: "wait", "C8": "see above"])
    let ours = try base.bytes()
    let all = [("a", gone), ("b", noted), ("c", other)]
    func merged(_ order: [Int]) throws -> Merged {
      try Merged(base.bytes(), [ours] + order.map { all[$0].1 }, names: ["ours"] + order.map { all[$0].0 }, sheet: true)
    }
    let first = try merged([0, 1, 2])
    #expect(first.conflicts == ["row D-002  : a=deleted | b= | c=Amount: 2000 → 20"])
    #expect(try notes(first.book) == ["D-009 C: see above", "D-009 F: new"])
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let another = try merged(order)
      #expect(another.bytes == first.bytes)
      #expect(another.conflicts == first.conflicts)
      #expect(changes(another) == changes(first))
    }
  }

  @Test func `those of new rows come along, also when ours has the same row`() throws {
    let new = changed { $0.deals.append(CopyBook.deal(9)) }
    let noted = try bytes(new, ["F8": "from Anna"])
    #expect(try notes(Merged(base.bytes(), [base.bytes(), noted]).book) == ["D-009 F: from Anna"])
    #expect(try notes(Merged(base.bytes(), [new.bytes(), noted]).book) == ["D-009 F: from Anna"])
    let both = try Merged(base.bytes(), [bytes(new, ["F8": "from us"]), noted])
    #expect(try notes(both.book) == ["D-009 F: from us\nfrom Anna"])
  }

  @Test func `those of new rows without an ID come along too`() throws {
    let new = changed { book in
      var row = CopyBook.deal(9)
      row[0] = .blank
      book.deals.append(row)
    }
    let noted = try bytes(new, ["F8": "from Anna"])
    for copies in try [[base.bytes(), noted], [new.bytes(), noted]] {
      #expect(try notes(Merged(base.bytes(), copies).book) == ["? F: from Anna"])
    }
  }

  // MARK: Discussions

  /// Excel keeps a note with this author beside each threaded comment.
  private func discussed(_ book: CopyBook, _ discussions: [String: String]) throws -> [UInt8] {
    var edit = WorkbookEdit()
    for (name, text) in discussions {
      guard let cell = CellReference(name) else { continue }
      edit.sheets[0, default: SheetEdit()].notes[cell] = .set(
        CellNote(author: "tc={00000000-0000-4000-8000-000000000001}", text: text))
    }
    return try Workbook(book.bytes()).applying(edit)
  }

  @Test func `discussions that only a copy has are not merged, and it is said where they are`() throws {
    let start = try discussed(base, ["B2": "Comment: settled"])
    let theirs = try discussed(
      changed { $0.deals.append(CopyBook.deal(9)) },
      [
        "B2": "Comment: settled", second: "Comment: call back", third: "Comment: why? Reply: ask Bo",
        "C8": "Comment: new",
      ])
    let ours = try discussed(base, ["B2": "Comment: settled", second: "Comment: call back"])
    let merged = try Merged(start, [ours, theirs])
    #expect(
      merged.plan.remarks == [
        .discussionsLeftOut(copy: "anna", sheet: "Deals", cells: ["F4", "C8"].compactMap(CellReference.init))
      ])
    #expect(try Merged(start, [ours, start]).plan.remarks == [])
  }

  @Test func `a copy whose program keeps a discussion as an ordinary note can be merged`() throws {
    let start = try discussed(base, [second: "Comment: call back"])
    let ours = try discussed(changed { $0.deals[1][5] = 20 }, [second: "Comment: call back"])
    let plain = try bytes(base, [second: "Comment: call back", third: "a note"])
    let merged = try Merged(start, [ours, plain])
    #expect(merged.conflicts == [])
    #expect(merged.plan.remarks == [])
    #expect(try notes(merged.book) == ["D-002 F: Comment: call back", "D-003 F: a note"])
    #expect(try merged.lines(against: CopyBook(count: 6)) == ["~ D-002 amount: 2000 → 20"])
    // What was typed into that note is not merged.
    let typed = try bytes(base, [second: "Comment: call back, then sign"])
    #expect(
      try Merged(start, [ours, typed]).plan.remarks == [
        .discussionsLeftOut(copy: "anna", sheet: "Deals", cells: ["F3"].compactMap(CellReference.init))
      ])
  }

  // MARK: Notes to which both have added

  @Test func `one to which both have added holds what both have added, once`() throws {
    let start = try bytes(base, [second: "call back"])
    let ours = try bytes(base, [second: "call back\nasked on Monday"])
    let theirs = try bytes(base, [second: "call back\nsigned"])
    for prefer in [nil, MergePreference.ours, .theirs] {
      let merged = try Merged(start, [ours, theirs], prefer: prefer)
      #expect(merged.conflicts == [])
      #expect(try notes(merged.book) == ["D-002 F: call back\nasked on Monday\nsigned"])
    }
    let same = try Merged(start, [ours, bytes(base, [second: "call back\nasked on Monday\nsigned"])])
    #expect(try notes(same.book) == ["D-002 F: call back\nasked on Monday\nsigned"])
    // Another text, or none, is no addition.
    #expect(try Merged(start, [ours, bytes(base, [second: "called"])]).plan.conflicts.map(\.kind) == [.note])
    #expect(try Merged(start, [ours, base.bytes()]).plan.conflicts.map(\.kind) == [.note])
  }

  @Test func `those of a new row that two copies have say nothing twice`() throws {
    let new = changed { $0.deals.append(CopyBook.deal(9)) }
    let merged = try Merged(
      base.bytes(), [bytes(new, ["F8": "call back\nfrom us"]), bytes(new, ["F8": "call back\nfrom Anna"])])
    #expect(try notes(merged.book) == ["D-009 F: call back\nfrom us\nfrom Anna"])
  }
}
