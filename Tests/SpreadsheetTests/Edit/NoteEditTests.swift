// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML

private let comments = "xl/comments1.xml"
private let drawing = "xl/drawings/vmlDrawing1.vml"
private let cell = CellReference(row: 2, column: 2)
private let row = "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>"

private func edit(_ notes: [String: NoteEdit]) -> (inout SheetEdit) -> Void {
  { sheet in for (name, note) in notes { if let cell = CellReference(name) { sheet.notes[cell] = note } } }
}

private func note(_ text: String, by author: String = "dealbook") -> NoteEdit {
  .set(CellNote(author: author, text: text))
}

/// A sheet with a note by Ann on A1, whose drawing also contains a button.
private func annotated(
  comments xml: String = annsComments, drawing vml: String = annsDrawing,
  after: String = "<legacyDrawing r:id=\"rId1\"/>"
) -> WorkbookBuilder {
  var builder = WorkbookBuilder()
  builder.add(sheet: "Sheet1", rows: row, after: after)
  builder.set(
    "xl/worksheets/_rels/sheet1.xml.rels",
    WorkbookBuilder.relationships(
      WorkbookBuilder.relationship("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml")
        + WorkbookBuilder.relationship("rId2", "comments", "../comments1.xml")))
  builder.set(comments, WorkbookBuilder.part("comments", xml))
  builder.set(drawing, vml)
  builder.contentTypes =
    "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
    + "<Override PartName=\"/xl/comments1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>"
  return builder
}

private let annsComments =
  "<authors><author>Ann</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><r><rPr><b/></rPr>"
  + "<t>Ask</t></r><r><t> Bob</t></r></text></comment></commentList>"
private let annsDrawing =
  "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
  + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"3\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\"/>"
  + "<v:shape id=\"_x0000_s3073\"><x:ClientData ObjectType=\"Note\"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>"
  + "<v:shape id=\"_x0000_s3074\"><x:ClientData ObjectType=\"Button\"/></v:shape></xml>"

private func annotated(_ notes: [String: NoteEdit]) throws -> EditedBook {
  try EditedBook(annotated()) { edit(notes)(&$0.sheets[0, default: SheetEdit()]) }
}

private func notes(of book: EditedBook) throws -> [CellReference: CellNote] {
  try Workbook(book.bytes).notes(at: 0).notes
}

@Suite struct `The first note of a sheet` {
  private func book() throws -> EditedBook { try EditedBook(rows: row, edit(["B2": note("a & b")])) }

  @Test func `is related by a path from the sheet's folder, as some programs read no other`() throws {
    let relationships = try book().text("xl/worksheets/_rels/sheet1.xml.rels")
    #expect(relationships.contains("Target=\"../comments1.xml\""), "\(relationships)")
    #expect(relationships.contains("Target=\"../drawings/vmlDrawing1.vml\""), "\(relationships)")
  }

  @Test func `is read back`() throws {
    let cell = try #require(cell)
    #expect(try notes(of: book()) == [cell: CellNote(author: "dealbook", text: "a & b")])
  }

  @Test func `adds a comments part, a drawing and relationships`() throws {
    #expect(
      try book().changedParts == [
        "[Content_Types].xml", "xl/worksheets/sheet1.xml", "+" + drawing, "+" + comments,
        "+xl/worksheets/_rels/sheet1.xml.rels",
      ])
  }

  @Test func `has a shape at its cell`() throws {
    let text = try book().text(drawing)
    #expect(text.contains("id=\"_x0000_s1025\""))
    #expect(text.contains("<x:Row>1</x:Row><x:Column>1</x:Column>"))
  }

  @Test func `declares the type of drawings`() throws {
    #expect(
      try book().text("[Content_Types].xml").contains(
        "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"))
  }

  @Test func `puts the element of the drawing where the schema wants it`() throws {
    let book = try EditedBook(
      rows: row, after: "<pageMargins/><tableParts count=\"0\"/>", edit(["B2": note("a")]))
    let sheet = try book.sheet
    #expect(sheet.contains("<pageMargins/><legacyDrawing "))
    #expect(sheet.contains("/><tableParts"))
  }

  @Test func `comes before controls in alternatives, and after a drawing in alternatives`() throws {
    let mc = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    func wrapped(_ content: String) -> String {
      "<mc:AlternateContent \(mc)><mc:Choice Requires=\"x14\">\(content)</mc:Choice></mc:AlternateContent>"
    }
    let book = try EditedBook(
      rows: row, after: wrapped("<drawing/>") + wrapped("<controls/>"), edit(["B2": note("a")]))
    #expect(try book.sheet.contains("<drawing/></mc:Choice></mc:AlternateContent><legacyDrawing "))
  }

  @Test func `keeps to widths of columns, and spans hidden ones`() throws {
    let narrow = try EditedBook(rows: row, edit(["B2": note("a")])).text(drawing)
    let wide = try EditedBook(
      rows: row, before: "<cols><col min=\"3\" max=\"3\" width=\"80\"/></cols>", edit(["B2": note("a")])
    )
    .text(drawing)
    let hidden = try EditedBook(
      rows: row, before: "<cols><col min=\"3\" max=\"3\" width=\"80\" hidden=\"1\"/></cols>", edit(["B2": note("a")])
    ).text(drawing)
    #expect(narrow.contains("<x:Anchor>2, 15, 0, 10, 6, "))
    #expect(wide.contains("<x:Anchor>2, 15, 0, 10, 2, 275, "))
    #expect(hidden.contains("<x:Anchor>3, 15, 0, 10, 7, "))
  }

  @Test(arguments: ["XFD1", "XFD1048576", "XFC7", "A1048576"])
  func `stays inside the sheet`(_ name: String) throws {
    let text = try EditedBook(rows: "", edit([name: note("a\nb\nc")])).text(drawing)
    let start = try #require(text.firstRange(of: "<x:Anchor>")).upperBound
    let numbers = text[start...].prefix { $0 != "<" }.split(separator: ", ").compactMap { Int($0) }
    try #require(numbers.count == 8)
    #expect(numbers[0] <= numbers[4] && numbers[4] < CellReference.maxColumn)
    #expect(numbers[2] <= numbers[6] && numbers[6] < CellReference.maxRow)
  }

  @Test func `needs no part when it is to be removed`() throws {
    #expect(try EditedBook(rows: row, edit(["B2": .remove])).isUnchanged)
  }

  @Test func `can't be longer than a cell's text`() throws {
    let long = String(repeating: "長", count: 32_768)
    #expect(try refusal { _ = try EditedBook(rows: row, edit(["B2": note(long)])) }?.reason == .textTooLong(32_768))
  }

  @Test func `keeps control characters, spaces and line ends`() throws {
    let text = " 原值\u{1}_x0041_\n<9> "
    let cell = try #require(cell)
    #expect(try notes(of: EditedBook(rows: row, edit(["B2": note(text)])))[cell]?.text == text)
  }
}

@Suite struct `A note beside others` {
  @Test func `is added by splices`() throws {
    let book = try annotated(["B2": note("new")])
    #expect(try book.changedParts == [comments, drawing])
    #expect(
      try book.difference(in: comments)?.insertedText.hasPrefix("author>dealbook</author></authors>") == true)
    #expect(try book.difference(in: drawing)?.removed.isEmpty == true)
    #expect(try book.text(drawing).contains("id=\"_x0000_s3075\""))
  }

  @Test func `uses an author who is there`() throws {
    #expect(try annotated(["B2": note("new", by: "Ann")]).text(comments).contains("<author>Ann</author></authors>"))
  }

  @Test func `of another text takes the place of the old one`() throws {
    let book = try annotated(["A1": note("Ask Eve", by: "Ann")])
    #expect(try book.changedParts == [comments])
    let a1 = try #require(CellReference("A1"))
    #expect(try notes(of: book) == [a1: CellNote(author: "Ann", text: "Ask Eve")])
  }

  @Test func `of the same text and author changes nothing`() throws {
    #expect(try annotated(["A1": note("Ask Bob", by: "Ann")]).isUnchanged)
  }

  @Test func `appended to one that is there keeps its runs`() throws {
    let book = try annotated(["A1": .append(CellNote(author: "dealbook", text: "was 5"))])
    #expect(try book.difference(in: comments)?.removed.isEmpty == true)
    let a1 = try #require(CellReference("A1"))
    #expect(try notes(of: book) == [a1: CellNote(author: "Ann", text: "Ask Bob\nwas 5")])
  }

  @Test func `appended to a plain text goes on in it`() throws {
    let plain = annsComments.replacing("<r><rPr><b/></rPr><t>Ask</t></r><r><t> Bob</t></r>", with: "<t>Ask Bob</t>")
    let book = try EditedBook(annotated(comments: plain)) {
      edit(["A1": .append(CellNote(author: "", text: "was 5"))])(&$0.sheets[0, default: SheetEdit()])
    }
    #expect(try book.text(comments).contains("<text><t xml:space=\"preserve\">Ask Bob\nwas 5</t></text>"))
  }

  @Test func `appended twice stands there once`() throws {
    #expect(try annotated(["A1": .append(CellNote(author: "x", text: "Ask Bob"))]).isUnchanged)
  }

  @Test func `is removed with its shape`() throws {
    let book = try annotated(["A1": .remove])
    #expect(try notes(of: book).isEmpty)
    #expect(try !book.text(drawing).contains("_x0000_s3073"))
    #expect(try book.text(drawing).contains("_x0000_s3074"))
  }

  @Test func `of a discussion is refused`() throws {
    let mirror = annsComments.replacing("<author>Ann<", with: "<author>tc={7A}<")
    for change in [note("a"), .append(CellNote(author: "", text: "a")), .remove] {
      let error = try refusal {
        _ = try EditedBook(annotated(comments: mirror)) {
          edit(["A1": change])(&$0.sheets[0, default: SheetEdit()])
        }
      }
      #expect(error?.reason == .discussedCell)
      #expect(error?.sheet == "Sheet1")
    }
  }

  @Test func `of a drawing that is no XML is still added`() throws {
    let broken = annsDrawing.replacing("<v:shape id=\"_x0000_s3074\">", with: "<v:shape id=\"_x0000_s3074\"><br>")
    let book = try EditedBook(annotated(drawing: broken)) {
      edit(["B2": note("new")])(&$0.sheets[0, default: SheetEdit()])
    }
    #expect(try book.difference(in: drawing)?.removed.isEmpty == true)
    #expect(try book.text(drawing).hasSuffix("<x:Column>1</x:Column></x:ClientData></v:shape></xml>"))
  }

  @Test func `gives shapes to all where the sheet had lost its drawing`() throws {
    let book = try EditedBook(annotated(after: "")) {
      edit(["B2": note("new")])(&$0.sheets[0, default: SheetEdit()])
    }
    let text = try book.text("xl/drawings/vmlDrawing2.vml")
    #expect(text.ranges(of: "ObjectType=\"Note\"").count == 2)
    // The other drawing uses block 3.
    #expect(text.contains("data=\"1\""))
    #expect(try book.sheet.contains("<legacyDrawing "))
  }

  @Test func `takes another block of ids when the first is used up`() throws {
    let full = annsDrawing.replacing("_x0000_s3074", with: "_x0000_s4095")
    let book = try EditedBook(annotated(drawing: full)) {
      edit(["B2": note("new")])(&$0.sheets[0, default: SheetEdit()])
    }
    #expect(try book.text(drawing).contains("data=\"3,1\""))
    #expect(try book.text(drawing).contains("_x0000_s1025"))
  }
}

@Suite struct `Notes of new things` {
  @Test func `a new sheet can have notes`() throws {
    var builder = WorkbookBuilder(rows: row)
    builder.add(sheet: "Other", rows: row)
    let cell = try #require(cell)
    let book = try EditedBook(builder) {
      var sheet = NewSheet(name: "New")
      sheet.notes = [cell: CellNote(author: "a", text: "b")]
      $0.newSheets = [sheet]
      $0.sheets[0, default: SheetEdit()].notes[cell] = note("c")
    }
    #expect(try Workbook(book.bytes).notes(at: 2).notes == [cell: CellNote(author: "a", text: "b")])
    #expect(try book.text(drawing).contains("data=\"1\""))
    #expect(try book.text("xl/drawings/vmlDrawing2.vml").contains("data=\"2\""))
  }

  @Test func `the parts for a package written from nothing are those of an edit`() throws {
    let cell = try #require(cell)
    let parts = try NoteParts([cell: CellNote(author: "dealbook", text: "a")], sheetNumber: 1) { _ in nil }
    let book = try EditedBook(rows: row, edit(["B2": note("a")]))
    #expect(try String(decoding: parts.comments, as: UTF8.self) == book.text(comments))
    #expect(try String(decoding: parts.drawing, as: UTF8.self) == book.text(drawing))
  }
}
