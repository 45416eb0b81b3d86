// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Names of parts` {
  private let workbook = PartName("/xl/workbook.xml")

  @Test(arguments: [
    ("worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"), ("/xl/styles.xml", "/xl/styles.xml"),
    ("../docProps/app.xml", "/docProps/app.xml"), ("./styles.xml", "/xl/styles.xml"),
    ("worksheets\\sheet1.xml", "/xl/worksheets/sheet1.xml"), ("\\xl\\styles.xml", "/xl/styles.xml"),
    ("../../../styles.xml", "/styles.xml"), ("a%20b.xml", "/xl/a b.xml"), ("%E8%A1%A8.xml", "/xl/表.xml"),
    ("a%2Fb.xml", "/xl/a%2Fb.xml"), ("50%.xml", "/xl/50%.xml"), ("sheet1.xml#Sheet1!A1", "/xl/sheet1.xml"),
    ("a//b.xml", "/xl/a/b.xml"), ("NULL", "/xl/NULL"), ("b/a:c.xml", "/xl/b/a:c.xml"),
  ])
  func `a target is resolved against its source`(_ target: String, _ name: String) {
    #expect(PartName(target: target, from: workbook)?.description == name)
  }

  @Test func `a target of the package starts at the root`() {
    #expect(PartName(target: "xl/workbook.xml", from: nil) == workbook)
  }

  @Test(arguments: ["mailto:a@example.com", "https://example.com/a", "file:///c:/a.xlsx"])
  func `a target with a scheme names no part`(_ target: String) {
    #expect(PartName(target: target, from: workbook) == nil)
  }

  @Test func `case, backslashes and percent-encoding make no difference`() {
    #expect(PartName("XL\\Workbook.XML") == workbook)
    #expect(PartName("/xl/w%6Frkbook.xml") == workbook)
    #expect(Set([workbook, PartName("xl/WORKBOOK.xml")]).count == 1)
    #expect(PartName("/xl/workbook2.xml") != workbook)
  }

  @Test func `relationships lie beside the part`() {
    #expect(workbook.relationshipPart.description == "/xl/_rels/workbook.xml.rels")
    #expect(PartName("/a.xml").relationshipPart.description == "/_rels/a.xml.rels")
  }

  @Test func `the extension is lower case`() {
    #expect(PartName("/xl/a.b.XML").pathExtension == "xml")
    #expect(PartName("/xl.d/a").pathExtension == "")
  }

  @Test func `a target is written absolute and percent-encoded`() {
    #expect(PartName("/xl/a b%表.xml").target() == "/xl/a%20b%25%E8%A1%A8.xml")
  }
}
