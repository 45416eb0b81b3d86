// SPDX-License-Identifier: Apache-2.0

import Testing
import XML

@Suite struct `Decoding text` {
  private func root(_ xml: String) throws -> XMLElement { try XMLDocument(Array(xml.utf8)).root }

  @Test func `resolves the five names and numbers`() throws {
    #expect(try root("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x4E2d;&#x1F9E7;</a>").text == "<>&\"'A中🧧")
  }

  @Test func `does not resolve twice`() throws {
    #expect(try root("<a k='&amp;lt;'>&amp;amp;</a>").text == "&amp;")
    #expect(try root("<a k='&amp;lt;'/>").attribute("k") == "&lt;")
  }

  @Test func `opens CDATA and leaves comments and instructions out`() throws {
    #expect(try root("<a>1<!-- 2 --><![CDATA[<&amp;]]]]><?p 3?>4</a>").text == "1<&amp;]]4")
  }

  @Test func `joins the text of inner elements`() throws {
    #expect(try root("<a>1<b k='>'>2</b>3</a>").text == "123")
  }

  @Test func `makes line ends one line feed in text and a space in attributes`() throws {
    let element = try root("<a k='1\r\n2\t3&#10;4\n5'>1\r\n2\r3<![CDATA[\r\n]]></a>")
    #expect(element.text == "1\n2\n3\n")
    #expect(element.attribute("k") == "1 2 3\n4 5")
  }

  @Test func `agrees with libxml2`() throws {
    let value = "&amp;#38;&#38;lt; &lt;&gt;\t\r\n&#9;"
    let content = " <c> </c>\n&amp;#38;\r\n\r<![CDATA[&amp;\r]]>&#13;中<b/>&#x10FFFF;"
    let xml = "<a k='\(value)'>\(content)</a>"
    var text: [UInt8] = []
    var read: [UInt8] = []
    try xmlEvents(Array(xml.utf8)) { event in
      switch event {
      case .text(let bytes): text += bytes
      case .start(_, _, let attributes, _): read += attributes.flatMap(\.value)
      case .end: break
      }
    }
    #expect(try root(xml).text == String(decoding: text, as: UTF8.self))
    #expect(try root(xml).attribute("k") == String(decoding: read, as: UTF8.self))
  }

  @Test(arguments: ["&foo;", "&;", "&#;", "&#x;", "&#0;", "&#xD800;", "&#xFFFE;", "&#x110000;", "&amp", "&", "&#1;"])
  func `tells the offset of a reference that means nothing`(_ reference: String) {
    var out: [UInt8] = []
    let bytes = Array("ab\(reference)<b/>".utf8)
    #expect(XMLText.appendContent(of: bytes, in: 0..<bytes.count, to: &out) == 2)
    #expect(throws: XMLError.self) { try XMLDocument(Array("<a>\(reference)</a>".utf8)) }
  }
}

@Suite struct `Escaping text` {
  @Test(arguments: ["a < b & c > d \"e\" 'f'", "1\r\n2\t3\n", "回款🧧", "]]>", "&amp;", ""])
  func `comes back the same`(_ text: String) throws {
    let xml = "<a k=\"\(XMLEscape.attribute(text))\">\(XMLEscape.text(text))</a>"
    let root = try XMLDocument(Array(xml.utf8)).root
    #expect(root.text == text)
    #expect(root.attribute("k") == text)
  }

  @Test func `replaces what XML cannot hold`() {
    #expect(XMLEscape.text("a\u{1}b\u{FFFE}c\u{FFFF}d\u{FFBE}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFBE}")
  }
}
