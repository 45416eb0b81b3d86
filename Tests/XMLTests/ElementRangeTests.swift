// SPDX-License-Identifier: Apache-2.0

import Testing
import XML

@Suite struct `Byte ranges of elements` {
  private func check(
    _ xml: String, _ name: String, element: String, startTag: String, content: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let document = try XMLDocument(Array(xml.utf8))
    let all = [document.root] + Array(document.root.descendants)
    let found = try #require(all.first { $0.qualifiedName == name }, sourceLocation: location)
    func text(_ range: Range<Int>) -> String { String(decoding: document.bytes[range], as: UTF8.self) }
    #expect(text(found.element) == element, sourceLocation: location)
    #expect(text(found.startTag) == startTag, sourceLocation: location)
    #expect(text(found.content) == content, sourceLocation: location)
  }

  @Test func `of an element with content`() throws {
    try check("<a>x<b k='1'>yz</b>w</a>", "b", element: "<b k='1'>yz</b>", startTag: "<b k='1'>", content: "yz")
  }

  @Test func `of a self-closed element`() throws {
    try check("<a>x<b k='1'/>w</a>", "b", element: "<b k='1'/>", startTag: "<b k='1'/>", content: "")
  }

  @Test func `of a self-closed element with a space before the slash`() throws {
    try check("<a><b k='1' /></a>", "b", element: "<b k='1' />", startTag: "<b k='1' />", content: "")
  }

  @Test func `of a self-closed root`() throws {
    try check("<a/>", "a", element: "<a/>", startTag: "<a/>", content: "")
  }

  @Test func `of an empty element with two tags`() throws {
    try check("<a><b></b></a>", "b", element: "<b></b>", startTag: "<b>", content: "")
  }

  @Test func `of a prefixed element`() throws {
    try check(
      "<x:a xmlns:x='u'><x:b>1</x:b></x:a>", "x:b", element: "<x:b>1</x:b>", startTag: "<x:b>", content: "1")
  }

  @Test func `with white space inside the tags`() throws {
    try check(
      "<a><b\n k = '1'\n >1</b\n ></a>", "b", element: "<b\n k = '1'\n >1</b\n >", startTag: "<b\n k = '1'\n >",
      content: "1")
  }

  @Test func `with comments that look like tags`() throws {
    try check(
      "<!-- <a> --><a><!-- <b> --><b>1<!-- </b> --></b></a><!-- </a> -->", "b", element: "<b>1<!-- </b> --></b>",
      startTag: "<b>", content: "1<!-- </b> -->")
  }

  @Test func `with CDATA that looks like tags`() throws {
    try check(
      "<a><b><![CDATA[</b><c>]]></b></a>", "b", element: "<b><![CDATA[</b><c>]]></b>", startTag: "<b>",
      content: "<![CDATA[</b><c>]]>")
  }

  @Test func `with references`() throws {
    try check(
      "<a>&amp;<b>&lt;&#20013;</b>&gt;</a>", "b", element: "<b>&lt;&#20013;</b>", startTag: "<b>",
      content: "&lt;&#20013;")
  }

  @Test func `after text of several bytes a letter`() throws {
    try check("<a>回款🧧<b>續單</b></a>", "b", element: "<b>續單</b>", startTag: "<b>", content: "續單")
  }

  @Test func `with a closing bracket inside an attribute`() throws {
    try check(
      "<a><b k='>/>' j=\"'>\">1</b></a>", "b", element: "<b k='>/>' j=\"'>\">1</b>", startTag: "<b k='>/>' j=\"'>\">",
      content: "1")
  }

  @Test func `with a slash at the end of an unclosed start tag's attribute`() throws {
    try check("<a><b k='/'>1</b></a>", "b", element: "<b k='/'>1</b>", startTag: "<b k='/'>", content: "1")
  }

  @Test func `after a declaration, a byte order mark and an instruction`() throws {
    try check(
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<?mso a='<b>'?><a><b>1</b></a>", "b",
      element: "<b>1</b>", startTag: "<b>", content: "1")
  }

  @Test func `deep in a part larger than any buffer of libxml2`() throws {
    let filler = String(repeating: "<c r='A1' s='5'><v>中文 &amp; more</v></c>", count: 60_000)
    try check(
      "<a>\(filler)<b k='&lt;'>1</b>\(filler)</a>", "b", element: "<b k='&lt;'>1</b>", startTag: "<b k='&lt;'>",
      content: "1")
  }
}

@Suite struct `Byte ranges of attributes` {
  private func attribute(_ tag: String, _ name: String) throws -> (document: XMLDocument, found: XMLAttribute) {
    let document = try XMLDocument(Array(tag.utf8))
    let found = try #require(document.root.attributes.first { $0.qualifiedName == name })
    return (document, found)
  }

  private func text(_ pair: (document: XMLDocument, found: XMLAttribute)) -> (whole: String, value: String) {
    (
      String(decoding: pair.document.bytes[pair.found.range], as: UTF8.self),
      String(decoding: pair.document.bytes[pair.found.valueRange], as: UTF8.self)
    )
  }

  @Test func `the whole range starts with the white space before the name`() throws {
    let pair = try attribute("<a  k='1'\n\tref = \"A1\"/>", "ref")
    #expect(text(pair).whole == "\n\tref = \"A1\"")
    #expect(text(pair).value == "A1")
  }

  @Test func `values keep quotes of the other kind and brackets`() throws {
    let pair = try attribute("<a k='\">' j='2'/>", "k")
    #expect(text(pair).value == "\">")
    #expect(pair.found.value == "\">")
  }

  @Test func `declarations of namespaces are no attributes`() throws {
    let root = try XMLDocument(Array("<a xmlns='u' xmlns:r='v' r:id='rId1' k='2'/>".utf8)).root
    #expect(root.attributes.map(\.qualifiedName) == ["r:id", "k"])
    #expect(root.attribute("id", in: "v") == "rId1")
    #expect(root.attribute("id") == nil)
    #expect(root.attribute("k") == "2")
  }

  @Test func `a new attribute goes after the last one or after the name`() throws {
    #expect(try XMLDocument(Array("<ab k='1' />".utf8)).root.attributesEnd == 9)
    #expect(try XMLDocument(Array("<ab/>".utf8)).root.attributesEnd == 3)
  }
}
