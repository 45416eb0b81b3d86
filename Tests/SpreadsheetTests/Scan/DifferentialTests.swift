// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML

@Suite struct `Scanner and libxml2 read the same cells` {
  @Test(arguments: [
    "<row r='1'><c r='A1'><v>1</v></c></row>",
    "<row r='1'/><row r='3'></row>",
    "<row r='2'><c r=\"B2\" t='str' s='4'><f>A1&amp;\"x\"</f><v>a&lt;b&#x20AC;&#8364;</v></c></row>",
    "<!-- c --><row r='1'><!-- <c r='Z1'/> --><?pi <c?><c r='A1'><!-- v --><v><!-- x -->1<!-- y -->2</v></c ></row >",
    "<row r='1'><c r='A1' t='str'><v><![CDATA[<a> & ]]>]]&gt;<![CDATA[b]]></v></c></row>",
    "<row\n r = '1'\t>\r\n<c\nr\n=\n\"A1\"\n>\n<v\n>1</v\n>\n</c\n>\n</row\n>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1' t='inlineStr'><is/></c></row>",
    "<row r='1'><c t='inlineStr'><is><r><rPr><b/></rPr><t>a</t></r><r><t xml:space='preserve'> b</t></r><rPh sb='0' eb='1'><t>no</t></rPh><phoneticPr fontId='1'/></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>_x0041__x005F_x0041_</t></is></c></row>",
    "<row r='1'><c r='A1' t='str'><v> a\r\nb\rc&#13;d\t </v></c></row>",
    "<row r='1'><c r='A1'><v/></c><c r='B1' t='str'><v></v></c><c r='C1'/><c r='D1'></c><c r='E1'><f/></c></row>",
    "<row r='1'><c r='A1'><f t='shared' ref='A1:A3' si='0'>B1</f><v>1</v></c></row><row r='2'><c r='A2'><f t='shared' si='0'/><v>1</v></c></row>",
    "<row r='1'><c r='A1'><f t='array' ref='A1'>SUM(B1:B2)</f></c><c r='B1'><f t='dataTable' ref='B1:B2' r1='C1'>x</f></c></row>",
    "<row r='1'><c r='A1'><v>1</v><f>B1</f></c><c r='B1'><extLst><ext><v>9</v><c/></ext></extLst><v>2</v></c></row>",
    "<row r='1'><c r='A1'><o:v xmlns:o='urn:o'>9</o:v><v>1</v></c><o:c xmlns:o='urn:o' r='B1'><v>8</v></o:c><c r='C1'/></row>",
    "<o:row xmlns:o='urn:o'><c r='Z9'/></o:row><row xmlns='urn:o'><c r='Y9'/></row><row r='1'><c xmlns='urn:o'/><c/></row>",
    "<q:row xmlns:q='\(ScannedSheet.main)' r='1'><q:c r='A1'><q:v>1</q:v></q:c><c r='B1'><q:v>2</q:v></c></q:row>",
    "<row r='1'><q:c xmlns:q='\(ScannedSheet.main)' r='A1' t='inlineStr'><q:is><q:t>a</q:t><t>b</t></q:is></q:c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t xmlns='urn:o'>no</t><t>yes</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><q:is xmlns:q='\(ScannedSheet.main)'><q:t>a</q:t></q:is></c></row>",
    "<row r='1'><mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice><c r='A1'/></mc:Choice></mc:AlternateContent><c r='B1' xmlns:z='urn:z' z:r='C1' cm='1' vm=\"2\"><v>1</v></c></row>",
    "<row r='&#49;'><c r='&#65;1' t='&#115;tr' s='&#x31;'><v>1</v></c></row>",
    "text<row r='1'>text<c r='A1'>text<v>1</v>text</c>text</row>text",
    "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='7'><c/></row><row><c/></row>",
    "<row><c r='C5'/><c/></row><row><c/></row>",
  ])
  func `of a sheet made by hand`(rows: String) throws {
    for (prefix, root) in [("", "worksheet xmlns"), ("x:", "x:worksheet xmlns='\(ScannedSheet.main)' xmlns:x")] {
      let name = root.prefix { $0 != " " }
      let part = Array(
        "<\(root)='\(ScannedSheet.main)'><\(prefix)sheetData>\(rows)</\(prefix)sheetData></\(name)>".utf8)
      let scanned = try ScannedSheet(part: part).lines()
      #expect(scanned == (try EventCells(part).lines))
      #expect(!scanned.isEmpty || !rows.contains("<c r"))
    }
  }

  @Test(arguments: Sweep.cases(Array(0..<300)))
  func `of a sheet made at random`(seed: Int) throws {
    var maker = RandomSheet(seed: seed)
    let part = Array(maker.part().utf8)
    let scanned = try ScannedSheet(part: part).lines()
    #expect(scanned == (try EventCells(part).lines), "seed \(seed)")
  }

  @Test func `of a sheet with one byte changed, wherever both read it`() throws {
    let rows =
      "<row r='1' s='1'><c r=\"A1\" s=\"2\" t=\"str\"><f>A2</f><v>x&amp;y</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>q</t></is></c><c r='C1'/></row><row r='2'><c r=\"A2\"><v>1</v></c></row>"
    let part = Array(#"<worksheet xmlns="\#(ScannedSheet.main)"><sheetData>\#(rows)</sheetData></worksheet>"#.utf8)
    var both = 0
    for at in part.indices {
      for byte in Array("<>/&;'\"= ]!?-xrc1A\n\u{0}".utf8) + [0xFF, 0xC3] where byte != part[at] {
        var changed = part
        changed[at] = byte
        guard let scanned = try? ScannedSheet(part: changed).lines(), let read = try? EventCells(changed).lines else {
          continue
        }
        both += 1
        #expect(scanned == read, "\(String(decoding: changed, as: UTF8.self))")
      }
    }
    #expect(both > 200)
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `of our own workbooks`(name: String) throws {
    let workbook = try Workbook(OwnWorkbooks.bytes(name))
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet {
      let bytes = try workbook.worksheet(at: index).bytes
      let scanned = try ScannedSheet(part: bytes).lines()
      #expect(scanned == (try EventCells(bytes).lines), "\(workbook.sheets[index].name)")
    }
  }

  @Test func `a part that is cut off anywhere is an error`() throws {
    let part = Array(
      #"<?xml version="1.0"?><worksheet xmlns="\#(ScannedSheet.main)"><cols><col min="1"/></cols><sheetData><row r="1"><c r="A1" t="str"><f>A2</f><v>x</v></c><c r="B1" t="inlineStr"><is><t>q</t></is></c></row></sheetData><x/></worksheet>"#
        .utf8)
    _ = try ScannedSheet(part: part)
    for count in 0..<part.count {
      #expect(throws: ScanError.self, "\(count)") { try ScannedSheet(part: Array(part[..<count])) }
    }
  }
}
