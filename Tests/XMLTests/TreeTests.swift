// SPDX-License-Identifier: Apache-2.0

import Testing
import XML

@Suite struct `Walking a tree` {
  private let document: XMLDocument

  init() throws {
    let xml = """
      <x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:o="urn:other">\
      <x:sheets><x:sheet name="A"><x:sheet name="inner"/></x:sheet><o:sheet name="B"/><x:sheet name="C"/></x:sheets>\
      <plain/></x:workbook>
      """
    document = try XMLDocument(Array(xml.utf8))
  }

  @Test func `Strict namespaces are mapped and remembered`() {
    #expect(document.root.namespace == XMLNamespace.spreadsheet)
    #expect(document.root.writtenNamespace == "http://purl.oclc.org/ooxml/spreadsheetml/main")
    #expect(document.root.prefix == "x")
    #expect(document.root.localName == "workbook")
  }

  @Test func `children are told apart by namespace and do not include deeper ones`() throws {
    let sheets = try #require(document.root.firstChild("sheets"))
    #expect(sheets.children.map { $0.attribute("name") } == ["A", "B", "C"])
    #expect(sheets.children("sheet").map { $0.attribute("name") } == ["A", "C"])
    #expect(sheets.firstChild("sheet", in: "urn:other")?.attribute("name") == "B")
    #expect(sheets.descendants.map { $0.attribute("name") } == ["A", "inner", "B", "C"])
    #expect(document.root.firstChild("plain") == nil)
    #expect(document.root.firstChild("plain", in: "")?.prefix == "")
  }

  @Test(arguments: [
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", XMLNamespace.relationships),
    (
      "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet",
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    ),
    ("http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", XMLNamespace.spreadsheetDrawing),
    ("urn:other", "urn:other"),
  ])
  func `Strict names have Transitional twins`(_ strict: String, _ transitional: String) {
    #expect(XMLNamespace.transitional(strict) == transitional)
  }
}

@Suite struct `Splicing` {
  private func spliced(_ text: String, _ splices: [Splice]) throws -> String {
    String(decoding: try splices.applied(to: Array(text.utf8)).joined(), as: UTF8.self)
  }

  @Test func `replaces, removes and inserts in order`() throws {
    let splices = [
      Splice(at: 0, "<"), Splice(1..<3, "XY-"), Splice(at: 3, "1"), Splice(at: 3, "2"), Splice(3..<4, ""),
      Splice(at: 6, ">"),
    ]
    #expect(try spliced("abcdef", splices) == "<aXY-12ef>")
  }

  @Test func `nothing to do gives the same bytes`() throws {
    #expect(try spliced("abc", []) == "abc")
    #expect(try spliced("", []) == "")
  }

  @Test func `overlap, disorder and places outside are refused`() {
    #expect(throws: XMLError.misplacedSplice(offset: 1)) {
      try spliced("abc", [Splice(0..<2, "x"), Splice(1..<3, "y")])
    }
    #expect(throws: XMLError.misplacedSplice(offset: 0)) {
      try spliced("abc", [Splice(1..<2, "x"), Splice(0..<1, "y")])
    }
    #expect(throws: XMLError.misplacedSplice(offset: 3)) { try spliced("abc", [Splice(3..<4, "x")]) }
  }
}
