// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

private func finding(
  _ cell: String?, _ message: String, rule: String = "DEA-004", severity: Severity = .error, sheet: String = "Deals",
  isMarked: Bool = true
) -> AnnotatedFinding {
  AnnotatedFinding(
    severity: severity, rule: rule, sheet: sheet, cell: cell, row: nil, rowID: "D001", column: "Amount", found: "-5",
    message: message, state: "new", firstSeen: "2025-06-30", isMarked: isMarked)
}

private func annotated(
  _ bytes: [UInt8], _ findings: [AnnotatedFinding], _ language: Language = .english
) throws -> [UInt8] {
  let workbook = try Workbook(bytes)
  return try workbook.applying(AnnotationPlanner(workbook, language: language).plan(findings))
}

/// The findings of a check, in the form used for annotations.
private func findings(_ bytes: [UInt8]) throws -> [AnnotatedFinding] {
  let analysis = try Analysis(Workbook(bytes), playbook: .builtIn, options: ReadOptions(today: nil))
  let writer = FindingWriter(analysis.team)
  return analysis.findings.map { finding in
    let words = writer.describe(finding)
    return AnnotatedFinding(
      severity: words.severity, rule: words.rule, sheet: words.sheet, cell: words.cell, row: words.row,
      rowID: words.rowID, column: words.header, found: words.found, message: words.message)
  }
}

private func parts(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
  let archive = try ZipArchive(bytes)
  return Dictionary(uniqueKeysWithValues: try archive.entries.map { ($0.name, try archive.contents(of: $0)) })
}

private func deals(_ more: (inout WorkbookBuilder) -> Void = { _ in }) throws -> [UInt8] {
  var builder = WorkbookBuilder()
  builder.add(sheet: "Deals", rows: "<row r=\"2\"><c r=\"B2\"><v>-5</v></c></row>")
  more(&builder)
  return try builder.bytes()
}

private func notes(_ bytes: [UInt8]) throws -> [String: CellNote] {
  let notes = try Workbook(bytes).notes(at: 0).notes
  return Dictionary(uniqueKeysWithValues: notes.map { ("\($0.key)", $0.value) })
}

private func commented(_ bytes: [UInt8], _ text: String, on cell: String = "B2", by author: String = "Ann") throws
  -> [UInt8]
{
  var edit = WorkbookEdit()
  let cell = try #require(CellReference(cell))
  edit.sheets[0, default: SheetEdit()].notes[cell] = .set(CellNote(author: author, text: text))
  return try Workbook(bytes).applying(edit)
}

private let sheetPart = "xl/worksheets/sheet2.xml"

@Suite struct `A workbook with its findings in it` {
  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `gives the same findings, and without them every part is as it was`(name: String) throws {
    let plain = try OwnWorkbooks.bytes(name)
    let found = try findings(plain)
    let marked = try annotated(plain, found, .traditionalChinese)
    #expect(try findings(marked) == found)
    #expect(try annotated(marked, found, .traditionalChinese) == marked)
    let cleared = try annotated(marked, [], .traditionalChinese)
    let (left, whole) = (try parts(cleared), try parts(plain))
    #expect(Set(left.keys).union(whole.keys).filter { left[$0] != whole[$0] }.sorted() == [])
    #expect(try annotated(plain, []) == plain)
    guard !found.isEmpty else { return }
    #expect(marked != plain)
    // Entries not affected by the edit keep their compressed bytes and their position.
    let (before, after) = (try ZipArchive(plain), try ZipArchive(marked))
    #expect(after.entries.prefix(before.entries.count).map(\.name) == before.entries.map(\.name))
    let changed = Set(after.entries(changedSince: before).map(\.name))
    #expect(
      changed.isDisjoint(with: ["xl/styles.xml", "xl/sharedStrings.xml", "docProps/app.xml", "docProps/core.xml"]))
  }

  @Test func `lists them in a table, the worst first, with a link to each cell`() throws {
    let bytes = try annotated(
      deals(),
      [finding("C2", "minor", severity: .warning), finding("B2", "a < b"), finding(nil, "no sheet", sheet: "Leads")])
    let workbook = try Workbook(bytes)
    #expect(workbook.sheets.map(\.name) == ["Deals", "Findings"])
    let part = try #require(workbook.sheets[1].part)
    let table = try #require(try Table.tables(ofSheet: part, in: workbook.package).first)
    #expect(table.displayName == "DealbookFindings")
    #expect("\(table.range)" == "A1:J4")
    #expect(table.columns.map(\.name).prefix(4) == ["Severity", "Rule", "Sheet", "Cell"])
    let xml = String(decoding: try #require(try parts(bytes)[sheetPart]), as: UTF8.self)
    #expect(xml.contains(#"<hyperlink ref="D2" location="'Deals'!B2"/>"#))
    #expect(xml.contains(#"<hyperlink ref="D4" location="'Deals'!C2"/>"#))
    #expect(xml.contains("a &lt; b"))
    #expect(!xml.contains("Leads'!"))
  }

  @Test func `has a note on each cell, of all that is wrong with it`() throws {
    let bytes = try annotated(
      deals(), [finding("B2", "negative"), finding("B2", "late", rule: "DEA-005", severity: .warning)])
    let note = try #require(try notes(bytes)["B2"])
    #expect(note.author == "dealbook")
    #expect(note.text.hasPrefix("Error DEA-004: negative\nWarning DEA-005: late\ndealbook · "))
  }

  @Test func `has no note for what the team accepts`() throws {
    let bytes = try annotated(deals(), [finding("B2", "negative", isMarked: false)])
    #expect(try notes(bytes).isEmpty)
    #expect(try Workbook(bytes).sheets.count == 2)
  }

  @Test func `has no more than 500 notes on a sheet, for the worst`() throws {
    let many = (1...600).map { finding("A\($0)", "x", severity: $0 == 600 ? .error : .info) }
    let notes = try notes(annotated(deals(), many))
    #expect(notes.count == 500)
    #expect(notes["A600"] != nil)
    #expect(notes["A500"] == nil)
  }

  @Test func `loses the notes of what is mended, and its sheet follows`() throws {
    let first = try annotated(deals(), [finding("B2", "negative"), finding("C2", "late")])
    let second = try annotated(first, [finding("C2", "later")])
    #expect(try notes(second).keys.sorted() == ["C2"])
    #expect(try Workbook(second).sheets.map(\.name) == ["Deals", "Findings"])
    let sheet = try Workbook(second).worksheet(at: 1)
    #expect(try sheet.lastUsedRow() == 2)
  }
}

@Suite struct `What people wrote into an annotated workbook` {
  @Test func `keeps a note of somebody's own, and adds none to its cell`() throws {
    let own = try commented(deals(), "ask Bob")
    let marked = try annotated(own, [finding("B2", "negative")])
    #expect(try notes(marked) == ["B2": CellNote(author: "Ann", text: "ask Bob")])
    #expect(try parts(annotated(marked, [])) == parts(own))
  }

  @Test func `keeps what somebody has added to a note of ours`() throws {
    let marked = try annotated(deals(), [finding("B2", "negative")])
    let text = try #require(try notes(marked)["B2"]).text
    let answered = try commented(marked, "Ann: agreed\n\(text)\nmended on Monday", by: "dealbook")
    let cleared = try annotated(answered, [])
    #expect(try notes(cleared)["B2"]?.text == "Ann: agreed\nmended on Monday")
    // What remains is the team's own and stays.
    let again = try annotated(cleared, [finding("B2", "negative")])
    #expect(try notes(again)["B2"]?.text == "Ann: agreed\nmended on Monday")
  }

  @Test func `a note that looks like ours but was changed is theirs`() throws {
    let marked = try annotated(deals(), [finding("B2", "negative")])
    let text = try #require(try notes(marked)["B2"]).text
    let changed = try commented(marked, "!" + text, by: "dealbook")
    #expect(try notes(annotated(changed, []))["B2"]?.text == "!" + text)
  }

  @Test func `a sheet of the team's that is called as ours is left alone`() throws {
    let own = try deals { $0.add(sheet: "Findings", rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>") }
    let marked = try annotated(own, [finding("B2", "negative")])
    #expect(try Workbook(marked).sheets.map(\.name) == ["Deals", "Findings", "Findings 2"])
    #expect(try Workbook(annotated(marked, [])).sheets.map(\.name) == ["Deals", "Findings"])
  }

  @Test func `a sheet that formulas name is emptied, not taken away`() throws {
    let marked = try annotated(deals(), [finding("B2", "negative")])
    var edit = WorkbookEdit()
    let cell = try #require(CellReference("D2"))
    edit.sheets[0, default: SheetEdit()].cells[cell] = CellEdit(.number(1), formula: "COUNTA(Findings!A2:A9)")
    let counted = try Workbook(marked).applying(edit)
    let cleared = try Workbook(annotated(counted, []))
    #expect(cleared.sheets.map(\.name) == ["Deals", "Findings"])
    #expect(try cleared.worksheet(at: 1).lastUsedRow() == 1)
  }

  @Test func `our sheet keeps the tab that it was moved to, and is known without its table`() throws {
    let marked = try annotated(deals(), [finding("B2", "negative")])
    var files = try parts(marked)
    var book = String(decoding: try #require(files["xl/workbook.xml"]), as: UTF8.self)
    let tags = book.matches(of: /<sheet [^>]*\/>/).map { String($0.output) }
    try #require(tags.count == 2)
    book.replace(tags[0] + tags[1], with: tags[1] + tags[0])
    files["xl/workbook.xml"] = Array(book.utf8)
    let sheet = String(decoding: try #require(files[sheetPart]), as: UTF8.self)
    files[sheetPart] = Array(sheet.replacing(/<tableParts.*<\/tableParts>/, with: "").utf8)
    files["xl/worksheets/_rels/sheet2.xml.rels"] = nil
    var builder = ZipBuilder()
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) { builder.add(name, bytes) }
    let moved = try builder.finish()
    let again = try annotated(moved, [finding("B2", "still negative")])
    #expect(try Workbook(again).sheets.map(\.name) == ["Findings", "Deals"])
    #expect(try Workbook(annotated(again, [])).sheets.map(\.name) == ["Deals"])
  }
}

extension Worksheet {
  /// The last row with a value.
  fileprivate func lastUsedRow() throws -> Int {
    var last = 0
    try forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where try value(of: cell, row: row.index) != .blank { last = row.index }
    }
    return last
  }
}
