// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

/// A cell with double quotes can be scanned in words. With single quotes it is scanned tag by tag, and every byte is at the
/// same position.
@Suite struct `Cells read by eight bytes at a time` {
  private func bothWays(_ rows: String) throws -> (words: ScannedSheet, tags: ScannedSheet) {
    let start = #"<worksheet xmlns="\#(ScannedSheet.main)"><sheetData>"#
    let end = "</sheetData></worksheet>"
    let single = rows.map { $0 == "\"" ? "'" : String($0) }.joined()
    return (try ScannedSheet(part: start + rows + end), try ScannedSheet(part: start + single + end))
  }

  private static let values = [
    "0", "7", "12345678", "0.5", "891906.860139498", "-3.25", "1E-5", "", " 5 ", "#N/A", "文字", "a&amp;b",
    "12345678.12345678",
    "00000000000000000000001", "1<!-- -->2",
  ]

  @Test func `are what they are tag by tag`() throws {
    var random = SeededRandom(815)
    var rows = ""
    for row in [1, 9, 10, 87, 999, 65_536, 1_000_000, 1_048_576] {
      rows += "<row r=\"\(row)\">"
      var column = 0
      for _ in 0..<200 {
        column += 1 + random.roll(random.roll(10) == 0 ? 80 : 2)
        rows += "<c r=\"\(ColumnName.letters(column))\(row)\""
        if random.roll(2) == 0 { rows += " s=\"\(random.roll([10, 100, 1_000, 100_000][random.roll(4)]))\"" }
        let type = random.one(of: ["", "", "s", "b", "n", "str", "e", "inlineStr"])
        if !type.isEmpty { rows += " t=\"\(type)\"" }
        if random.roll(20) == 0 { rows += random.one(of: [" ", " s=\"3\"", " cm=\"1\"", "\n"]) }
        rows += content(type, &random)
      }
      rows += "</row>"
    }
    // A second attribute s is an error, which both must report where it occurred.
    rows = rows.replacing(#/ s="(\d+)"( t="\w+")? s="3"/#) { " s=\"\($0.output.1)\"\($0.output.2 ?? "")" }
    let (words, tags) = try bothWays(rows)
    #expect(words.rows.count == 8)
    #expect(words.rows == tags.rows)
  }

  private func content(_ type: String, _ random: inout SeededRandom) -> String {
    if random.roll(8) == 0, type != "inlineStr" { return random.one(of: ["/>", "></c>"]) }
    if type == "inlineStr" {
      let text = random.one(of: Self.values)
      return random.one(of: [
        "><is><t>\(text)</t></is></c>", "><is><t xml:space=\"preserve\">\(text)</t></is></c>", "><is/></c>",
        "><is><r><t>\(text)</t></r></is></c>", "><is><t/></is></c>", "><is><t>\(text)</t></is> </c>",
      ])
    }
    let formula =
      random.roll(4) > 0 ? "" : random.one(of: ["<f>SUM(A1:B2)</f>", "<f></f>", "<f/>", "<f >1</f>", "<f>1</f> "])
    let value = "<v>\(random.one(of: Self.values))</v>"
    return ">\(formula)\(random.one(of: [value, value, value, value + " ", " " + value]))</c>"
  }

  @Test(arguments: [
    #"<c r="A1" s="5" s="6"><v>1</v></c>"#, #"<c r="A01"><v>1</v></c>"#, #"<c r="A2"><v>1</v></c>"#,
    #"<c r="XFE1"><v>1</v></c>"#, #"<c r="a1"><v>1</v></c>"#, #"<c r="1"><v>1</v></c>"#,
    #"<c r="A1" t="x"><v>1</v></c>"#,
    #"<c r="A1" s="x"/>"#, #"<c r="A1" t="inlineStr"/>"#, #"<c r="A1" t="inlineStr"><v>1</v></c>"#,
    #"<c r="A1"><is><t>1</t></is></c>"#, #"<c r="A1"><v>1</v><v>2</v></c>"#, #"<c r="A1"><v>1</c>"#,
    #"<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>"#, #"<c r="A1"><v>1</v></c><c r="A1"><v>1</v></c>"#,
    #"<c r="AAAA1"><v>1</v></c>"#, #"<c r="A1"><f>1</f></c>"#, #"<c r="A1"></c>"#, #"<c r=""/>"#, #"<c r="A1" t=""/>"#,
  ])
  func `leave what is unusual or wrong to others`(cells: String) throws {
    let row = "<row r=\"1\">\(cells)</row>"
    let words = Result { try bothWays(row).words }
    let tags = Result { try bothWays(row).tags }
    switch (words, tags) {
    case (.success(let words), .success(let tags)):
      #expect(words.rows == tags.rows)
      #expect(words.disorder?.offsets == tags.disorder?.offsets)
    default: #expect("\(words)".replacing("\"", with: "'") == "\(tags)".replacing("\"", with: "'"))
    }
  }

  @Test func `are found in rows of any length`() throws {
    for count in [1, 31, 32, 33, 64, 65, 16_384] {
      let cells = (1...count).map { "<c r=\"\(ColumnName.letters($0))7\"><v>\($0)</v></c>" }.joined()
      let (words, tags) = try bothWays("<row r=\"7\">\(cells)</row>")
      #expect(words.rows[0].cells.map(\.column) == Array(1...count))
      #expect(words.rows == tags.rows)
    }
  }
}
