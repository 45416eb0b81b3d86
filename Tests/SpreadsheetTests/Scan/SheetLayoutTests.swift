// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Where the rows are` {
  private let main = ScannedSheet.main

  private func sheetData(_ part: String) throws -> String? {
    let layout = try SheetLayout(Array(part.utf8))
    return layout.sheetData.map { String(decoding: Array(part.utf8)[$0], as: UTF8.self) }
  }

  @Test func `sheetData is found among its siblings`() throws {
    let part =
      "\u{FEFF}<?xml version='1.0'?>\n<!-- <sheetData> --><worksheet xmlns='\(main)'><cols><col/></cols><o:sheetData xmlns:o='urn:o'><a/></o:sheetData><sheetData><row/></sheetData><mergeCells/></worksheet>"
    #expect(try sheetData(part) == "<sheetData><row/></sheetData>")
  }

  @Test func `a self-closed sheetData has no rows and a hole at its slash`() throws {
    let part = Array("<worksheet xmlns='\(main)'><sheetData /><x/></worksheet>".utf8)
    let sheet = try ScannedSheet(part: part)
    #expect(sheet.rows.isEmpty && sheet.layout.sheetDataContent.isEmpty)
    #expect(part[sheet.layout.sheetDataContent.lowerBound] == UInt8(ascii: "/"))
  }

  @Test func `a sheet without sheetData has no rows`() throws {
    #expect(try sheetData("<dialogsheet xmlns='\(main)'><sheetPr/></dialogsheet>") == nil)
    #expect(try sheetData("<worksheet xmlns='\(main)'/>") == nil)
    #expect(try ScannedSheet(part: "<worksheet xmlns='\(main)'><cols/></worksheet>").rows.isEmpty)
  }

  @Test(arguments: [
    "<!-- </sheetData> -->", "<x><![CDATA[</sheetData>]]></x>", "<?p </sheetData>?>", "<x a='-->'/>",
    "<e:sheetData xmlns:e='urn:e'></e:sheetData>",
    "<extLst><ext><sheetData></sheetData></ext></extLst>", "<oddHeader>a ]]&gt; --&gt; b</oddHeader>", "<x a='?>'/>",
  ])
  func `what looks like its end elsewhere is not taken for it`(after: String) throws {
    let rows = "<sheetData><row r='1'><c r='A1' t='str'><v><![CDATA[</sheetData>]]></v></c></row></sheetData >"
    #expect(try sheetData("<worksheet xmlns='\(main)'>\(rows)\(after)</worksheet>") == rows)
  }

  @Test func `prefix and namespace are those of the part`() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let sheet = try ScannedSheet(
      part:
        "<s:worksheet xmlns:s='\(strict)'><s:sheetData><s:row r='1'><s:c r='A1'><s:v>1</s:v></s:c></s:row></s:sheetData></s:worksheet>"
    )
    #expect(sheet.layout.prefix == "s:")
    #expect(try sheet.cells() == ["A1=1.0"])
    let macro =
      "<xm:macrosheet xmlns='\(main)' xmlns:xm='http://schemas.microsoft.com/office/excel/2006/main'><sheetData/></xm:macrosheet>"
    #expect(try SheetLayout(Array(macro.utf8)).prefix == "")
  }

  @Test(arguments: [
    ("<styleSheet xmlns='\(ScannedSheet.main)'/>", "the root element is \"styleSheet\""),
    ("<worksheet/>", "of the namespace \"\""),
    ("<worksheet xmlns='urn:x'/>", "of the namespace \"urn:x\""), ("<html></html>", "the root element is \"html\""),
    ("", "expected a worksheet"),
    ("PK\u{3}\u{4}", "expected a worksheet"),
    ("<!DOCTYPE worksheet><worksheet xmlns='\(ScannedSheet.main)'/>", "expected no document type declaration"),
    ("<worksheet xmlns='\(ScannedSheet.main)'><cols>", "the end of the part"),
    ("<worksheet xmlns='\(ScannedSheet.main)'><sheetData>", "the end of the part"),
    ("<worksheet xmlns='\(ScannedSheet.main)'><sheetData><row></sheetData></worksheet>", "expected \"</row>\""),
    (
      "<worksheet xmlns='\(ScannedSheet.main)'><!DOCTYPE x><sheetData/></worksheet>",
      "expected no document type declaration"
    ),
  ])
  func `what is not a worksheet is told`(part: String, expected: String) throws {
    let error = try #require(throws: ScanError.self) { try ScannedSheet(part: part) }
    #expect(error.description.contains(expected), "\(error)")
  }

  @Test func `the rows are not looked at to find them`() throws {
    // Rows that can't be read don't prevent the layout from being found.
    let part = "<worksheet xmlns='\(main)'><sheetData><row r='x'><c r='1'></row></sheetData><a/></worksheet>"
    #expect(try sheetData(part)?.hasSuffix("</row></sheetData>") == true)
    #expect(throws: ScanError.self) { try ScannedSheet(part: part) }
  }
}
