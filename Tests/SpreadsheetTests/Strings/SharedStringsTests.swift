// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Shared strings` {
  private func texts(_ items: String) throws -> [String] {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedStrings = items
    let table = try Workbook(builder.bytes()).sharedStrings.table()
    return try (0..<table.count).map { try table.text(at: $0) }
  }

  private func texts(part: [UInt8]) throws -> [String] {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedStrings = ""
    builder.set("xl/sharedStrings.xml", bytes: part)
    let table = try Workbook(builder.bytes()).sharedStrings.table()
    return try (0..<table.count).map { try table.text(at: $0) }
  }

  @Test func `a missing part reads as no strings`() throws {
    let strings = try Workbook(WorkbookBuilder(rows: "").bytes()).sharedStrings
    #expect(strings.part == nil)
    #expect(try strings.table().count == 0)
    #expect(throws: SpreadsheetError.noSharedString(index: 0, count: 0)) { try strings.text(at: 0) }
  }

  @Test func `are numbered in order of the file`() throws {
    #expect(try texts("<si><t>甲</t></si> <si><t/></si><!-- <si/> --><si/>\n<si><t>乙</t></si>") == ["甲", "", "", "乙"])
  }

  @Test func `join the text of runs`() throws {
    #expect(try texts("<si><r><rPr><b/></rPr><t>回</t></r><r><t xml:space='preserve'> 款</t></r></si>") == ["回 款"])
  }

  @Test func `leave phonetic runs out`() throws {
    let item = "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
    #expect(try texts(item) == ["東京"])
  }

  @Test func `keep white space`() throws {
    #expect(try texts("<si><t xml:space='preserve'> a\n b\t</t></si><si><t> c </t></si>") == [" a\n b\t", " c "])
  }

  @Test func `read references, CDATA and comments`() throws {
    #expect(try texts("<si><t>&lt;&#20013;&#x6587;<!-- x --><![CDATA[&amp;]]></t></si>") == ["<中文&amp;"])
  }

  @Test func `read escapes of characters`() throws {
    #expect(try texts("<si><t>a_x000D_b_x005F_x000D__x4E2D__xZZZZ_</t></si>") == ["a\rb_x000D_中_xZZZZ_"])
  }

  @Test func `with prefixes are read`() throws {
    let part =
      "<x:sst xmlns:x='\(WorkbookBuilder.mainNamespace)'><x:si><x:t>a</x:t></x:si><x:si><x:r><x:t>b</x:t></x:r></x:si></x:sst>"
    #expect(try texts(part: Array(part.utf8)) == ["a", "b"])
  }

  @Test func `that declare their namespace themselves are read`() throws {
    let main = WorkbookBuilder.mainNamespace
    let part =
      "<x:sst xmlns:x='\(main)'><si xmlns='\(main)'><t>a</t></si><y:si xmlns:y='\(main)'><y:r><y:t>b</y:t></y:r></y:si>"
      + "<si xmlns='urn:other'><t>no</t></si></x:sst>"
    #expect(try texts(part: Array(part.utf8)) == ["a", "b"])
  }

  @Test func `in UTF-16 are read`() throws {
    let part =
      "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><sst xmlns='\(WorkbookBuilder.mainNamespace)'><si><t>中</t></si></sst>"
    #expect(try texts(part: part.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == ["中"])
  }

  @Test func `behind a byte order mark are read`() throws {
    let part = "\u{FEFF}<sst xmlns='\(WorkbookBuilder.mainNamespace)'><si><t>中</t></si></sst>"
    #expect(try texts(part: Array(part.utf8)) == ["中"])
  }

  @Test(arguments: [-1, 2, Int.max]) func `out of range are refused with index and count`(_ index: Int) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedStrings = "<si><t>a</t></si><si><t>b</t></si>"
    let strings = try Workbook(builder.bytes()).sharedStrings
    #expect(try strings.text(at: 1) == "b")
    #expect(throws: SpreadsheetError.noSharedString(index: index, count: 2)) { try strings.text(at: index) }
  }

  @Test(arguments: ["<si><t>a</si>", "<si><t>a", "<si></x>", "<si><t>&foo;</t></si>", "<si><t>\u{1}</t></si>"])
  func `that are malformed are refused with their part`(_ items: String) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedStrings = items
    let strings = try Workbook(builder.bytes()).sharedStrings
    let error = #expect(throws: SpreadsheetError.self) { try strings.text(at: 0) }
    #expect(error?.description.hasPrefix("xl/sharedStrings.xml: ") == true)
  }

  @Test func `with a DOCTYPE are refused`() throws {
    let part = "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst xmlns='\(WorkbookBuilder.mainNamespace)'/>"
    #expect(throws: SpreadsheetError.self) { try texts(part: Array(part.utf8)) }
  }

  @Test func `another root element is refused`() {
    #expect(throws: SpreadsheetError.self) { try texts(part: Array("<sst xmlns='urn:other'/>".utf8)) }
  }
}
