// SPDX-License-Identifier: Apache-2.0

import Testing
import XML

@Suite struct `Refusing hostile XML` {
  private func error(_ xml: String, _ limits: XMLLimits = .default) -> XMLError? {
    do throws(XMLError) {
      _ = try XMLDocument(Array(xml.utf8), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a DOCTYPE is refused, in UTF-16 too`() throws {
    let xml = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
    #expect(error(xml) == .doctype(at: XMLPosition(offset: 22, line: 2)))
    let wide = ("\u{FEFF}" + xml).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: XMLError.self) { try XMLDocument(wide) }
  }

  @Test func `a comment about DOCTYPE is fine`() { #expect(error("<!-- <!DOCTYPE a> --><a/>") == nil) }

  @Test(arguments: [
    "", " ", "<a>", "<a></b>", "<a/><b/>", "<a", "<a k=1/>", "<a k='1' k='2'/>", "<a k='<'/>", "<a>\u{1}</a>",
    "<a>\u{FFFF}</a>",
    "x<a/>", "<a>]]></a>", "<!-- <a/>", "<a><![CDATA[</a>", "<?xml version='1.0'?><?xml version='1.0'?><a/>",
    "<?xml encoding='UTF-8'?><a/>", "<x:a/>", "<a x:k='1'/>", "<a>\0</a>", "<a><!-- -- --></a>", "<a b></a>",
    "<a><</a>",
  ])
  func `what is not well-formed is refused with its place`(_ xml: String) {
    guard case .malformed = error(xml) else {
      Issue.record("accepted or refused for another reason: \(String(describing: error(xml)))")
      return
    }
  }

  @Test func `the line and byte of a fault are told`() {
    guard case .malformed(_, let position) = error("<a>\n<b>\n</c></a>") else {
      Issue.record("no fault")
      return
    }
    #expect(position.line == 3)
    #expect((8...12).contains(position.offset))
  }

  @Test func `a namespace that is no URI only tells names apart`() { #expect(error("<a xmlns='a b'/>") == nil) }
}

@Suite struct `Limits of XML` {
  private func breach(_ xml: String, _ limits: XMLLimits) -> XMLLimitBreach? {
    do throws(XMLError) {
      _ = try XMLDocument(Array(xml.utf8), limits: limits)
    } catch {
      if case .limit(let breach) = error { return breach }
    }
    return nil
  }

  @Test func `depth`() {
    #expect(breach("<a><b/><b></b></a>", XMLLimits(depth: 2)) == nil)
    #expect(breach("<a><b><c/></b></a>", XMLLimits(depth: 2))?.actual == 3)
    let found = breach("<a>\n<b><c></c></b></a>", XMLLimits(depth: 2))
    #expect(found == XMLLimitBreach(name: "xml-depth", actual: 3, limit: 2, position: XMLPosition(offset: 7, line: 2)))
  }

  @Test func `attributes of an element`() {
    #expect(breach("<a b='1' c='2'/>", XMLLimits(attributes: 2)) == nil)
    #expect(breach("<a b='1' c='2' d='3'/>", XMLLimits(attributes: 2))?.name == "xml-attributes")
  }

  @Test func `bytes of an attribute`() {
    #expect(breach("<a b='123'/>", XMLLimits(attributeBytes: 3)) == nil)
    #expect(breach("<a b='1234'/>", XMLLimits(attributeBytes: 3))?.actual == 4)
  }

  @Test(arguments: ["<a>1234567890123</a>", "<a><!--123456--></a>", "<a><![CDATA[1]]></a>", "<a><?p 1234567?></a>"])
  func `bytes of text, comments, CDATA and instructions`(_ xml: String) {
    #expect(breach(xml, XMLLimits(textBytes: 13)) == nil)
    #expect(breach(xml, XMLLimits(textBytes: 12))?.name == "xml-text-bytes")
  }

  @Test(arguments: ["<abcd/>", "<a abcd='1'/>", "<abcd></abcd>", "<a><b abcd = '1'/></a>"])
  func `bytes of a name`(_ xml: String) {
    #expect(breach(xml, XMLLimits(nameBytes: 4)) == nil)
    #expect(breach(xml, XMLLimits(nameBytes: 3))?.name == "xml-name-bytes")
  }

  @Test func `elements of a tree`() {
    #expect(breach("<a><b/><b/></a>", XMLLimits(elements: 3)) == nil)
    #expect(breach("<a><b/><b/></a>", XMLLimits(elements: 2))?.name == "xml-elements")
  }

  @Test func `a hundred thousand attributes are refused at once`() {
    let many = (0..<100_000).map { " a\($0)=''" }.joined()
    let clock = ContinuousClock()
    var found: XMLLimitBreach?
    let time = clock.measure { found = breach("<a\(many)/>", .default) }
    #expect(found?.name == "xml-attributes")
    #expect(time < .seconds(1))
  }
}
