// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Zip

/// A valid workbook around the piece to test.
enum Frame {
  /// A worksheet part with these rows.
  static func worksheet(rows: [UInt8]) -> [UInt8] { opening + rows + closing }

  private static let opening = Array(
    "<worksheet xmlns=\"\(WorkbookBuilder.mainNamespace)\" xmlns:r=\"\(WorkbookBuilder.relationshipNamespace)\"><sheetData>"
      .utf8)
  private static let closing = Array("</sheetData></worksheet>".utf8)

  static func workbook(rows: [UInt8]) -> [UInt8] {
    var archive = sound
    archive.set("xl/worksheets/sheet1.xml", worksheet(rows: rows))
    return archive.bytes()
  }

  /// The small parts, in the order in which the first byte of an input selects them.
  static let parts = [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml", "xl/sharedStrings.xml",
    "xl/tables/table1.xml", "xl/comments1.xml", "_rels/.rels", "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/worksheets/sheet1.xml",
  ]

  static func workbook(part input: [UInt8]) -> [UInt8] {
    var archive = sound
    archive.set(parts[Int(input.first ?? 0) % parts.count], Array(input.dropFirst()))
    return archive.bytes()
  }

  private static let sound: StoredArchive = {
    var archive = StoredArchive()
    do {
      let zip = try ZipArchive(base().bytes())
      for entry in zip.entries { archive.set(entry.name, try zip.contents(of: entry)) }
    } catch {
      preconditionFailure("the frame is no workbook: \(error)")
    }
    return archive
  }()

  private static func base() -> WorkbookBuilder {
    var builder = WorkbookBuilder(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46112</v></c><c r=\"B2\"><f>A2+1</f><v>46113</v></c></row>")
    builder.sharedStrings = "<si><t>Name</t></si><si><t>Date</t></si>"
    builder.styles = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    builder.afterSheets = "<definedNames><definedName name=\"AsOf\">Sheet1!$A$2</definedName></definedNames>"
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    builder.contentTypes =
      "<Override PartName=\"/xl/tables/table1.xml\" ContentType=\"\(types).table+xml\"/>"
      + "<Override PartName=\"/xl/comments1.xml\" ContentType=\"\(types).comments+xml\"/>"
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("rId1", "table", "../tables/table1.xml")
          + WorkbookBuilder.relationship("rId2", "comments", "../comments1.xml")))
    builder.set(
      "xl/tables/table1.xml",
      "\(WorkbookBuilder.declaration)<table xmlns=\"\(WorkbookBuilder.mainNamespace)\" id=\"1\" displayName=\"T\" ref=\"A1:B2\">"
        + "<tableColumns count=\"2\"><tableColumn id=\"1\" name=\"Name\"/><tableColumn id=\"2\" name=\"Date\"/></tableColumns></table>"
    )
    builder.set(
      "xl/comments1.xml",
      WorkbookBuilder.part(
        "comments",
        "<authors><author>a</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>note</t></text></comment></commentList>"
      ))
    return builder
  }
}
