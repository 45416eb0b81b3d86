// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `A sheet read through a window` {
  private static let sizes = [1, 7, 100, 5000]

  /// The result of reading: a line for each row and cell, or the error.
  private func outcome(_ read: (inout [String]) throws -> Void) -> [String] {
    var lines: [String] = []
    do {
      try read(&lines)
      return lines
    } catch {
      return ["\(error)"]
    }
  }

  private func note(_ row: StoredRow, _ cells: SheetCells, in lines: inout [String]) {
    lines.append("row \(row.index)")
    for cell in row.cells {
      let value = outcome { lines in lines.append("\(try cells.value(of: cell, row: row.index))") }
      lines.append("\(cell.column) \(cell.style) \(cell.type) \(cell.formulaKind) \(value)")
    }
  }

  private func whole(_ workbook: Workbook, _ index: Int = 0) -> [String] {
    outcome { lines in
      let sheet = try workbook.worksheet(at: index)
      try sheet.forEachRow { row in note(row, sheet.cells, in: &lines) }
    }
  }

  private func streamed(_ workbook: Workbook, _ index: Int = 0, piece: Int, ahead: Bool = false) -> [String] {
    outcome { lines in
      try workbook.forEachRow(ofSheet: index, strings: nil, piece: piece, ahead: ahead) { row, cells in
        note(row, cells, in: &lines)
      }
    }
  }

  private func workbook(_ part: [UInt8]) throws -> Workbook {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedStrings = "<si><t>one</t></si><si><t>two</t></si>"
    builder.set("xl/worksheets/sheet1.xml", bytes: part)
    return try Workbook(builder.bytes())
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `is what it is when read whole, in our own workbooks`(name: String) throws {
    let workbook = try Workbook(OwnWorkbooks.bytes(name))
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet {
      let expected = whole(workbook, index)
      for piece in [100, 1 << 18] { #expect(streamed(workbook, index, piece: piece) == expected) }
    }
  }

  /// The formulas of a sheet that is streamed; nil if the sheet has to be read as a whole.
  private func passing(_ workbook: Workbook, piece: Int) throws -> [String]? {
    var formulas = StreamedFormulas()
    let lines = outcome { lines in
      try workbook.forEachRow(ofSheet: 0, strings: nil, piece: piece, ahead: false) {
        row, cells throws(SpreadsheetError) in
        try formulas.take(row, cells)
        for cell in row.cells {
          let text = try formulas.formula(of: cell, row: row.index, cells)?.text
          lines.append("\(row.index) \(cell.column) \(text ?? "-")")
        }
      }
    }
    return formulas.isIncomplete ? nil : lines
  }

  private func formulas(_ workbook: Workbook) -> [String] {
    outcome { lines in
      let sheet = try workbook.worksheet(at: 0)
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells {
          lines.append("\(row.index) \(cell.column) \(try sheet.formula(of: cell, row: row.index)?.text ?? "-")")
        }
      }
    }
  }

  @Test(arguments: Sweep.cases(Array(0..<150)))
  func `has the same formulas in sheets made at random`(seed: Int) throws {
    var maker = RandomSheet(seed: seed)
    let workbook = try workbook(Array(maker.part().utf8))
    for piece in Self.sizes {
      if let passing = try passing(workbook, piece: piece) { #expect(passing == formulas(workbook)) }
    }
  }

  @Test func `has the formulas that masters above give, and tells when one comes too late`() throws {
    let master = #"<c r="B1"><f t="shared" si="0" ref="B1:B2">A1*2</f><v>1</v></c>"#
    let derived = #"<c r="B2"><f t="shared" si="0"/><v>1</v></c>"#
    func part(_ rows: String) -> [UInt8] {
      Array("<worksheet xmlns=\"\(ScannedSheet.main)\"><sheetData>\(rows)</sheetData></worksheet>".utf8)
    }
    let usual = try workbook(
      part("<row r=\"1\">\(master)</row>" + String(repeating: " ", count: 3000) + "<row r=\"2\">\(derived)</row>"))
    #expect(try passing(usual, piece: 1) == ["1 2 A1*2", "2 2 A2*2"])
    #expect(try passing(workbook(part("<row r=\"2\">\(derived)</row><row r=\"3\">\(master)</row>")), piece: 1) == nil)
  }

  @Test(arguments: Sweep.cases(Array(0..<150)))
  func `is the same in sheets made at random`(seed: Int) throws {
    var maker = RandomSheet(seed: seed)
    let workbook = try workbook(Array(maker.part().utf8))
    let expected = whole(workbook)
    #expect(!expected.isEmpty)
    for piece in Self.sizes {
      for ahead in [false, true] {
        #expect(streamed(workbook, piece: piece, ahead: ahead) == expected, "seed \(seed), piece \(piece)")
      }
    }
  }

  private static let small =
    #"<worksheet xmlns="\#(ScannedSheet.main)"><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row><!-- 客 --><row r="2"><c r="A2" t="inlineStr"><is><t>戶é</t></is></c></row></sheetData><x><sheetData/></x></worksheet>"#

  @Test func `is read or refused alike when a byte is changed or cut off`() throws {
    let part = Array(Self.small.utf8)
    var refused = 0
    func compare(_ part: [UInt8]) throws {
      let workbook = try workbook(part)
      let expected = whole(workbook)
      if expected.count == 1 { refused += 1 }
      #expect(
        streamed(workbook, piece: 40, ahead: part.count % 2 == 0) == expected,
        "\(String(decoding: part, as: UTF8.self))")
    }
    for at in part.indices {
      for byte in Array("</1".utf8) + [0xE5] where byte != part[at] {
        var changed = part
        changed[at] = byte
        try compare(changed)
      }
      try compare(Array(part[..<at]))
    }
    #expect(refused > part.count)
  }

  @Test func `has rows in one sheetData only`() throws {
    for (more, isRead) in [("<sheetData/>", true), (#"<sheetData><row r="3"/></sheetData>"#, false)] {
      let workbook = try workbook(Array(Self.small.replacing("<x>", with: more + "<x>").utf8))
      for piece in [1, 5000] { #expect((streamed(workbook, piece: piece).count > 1) == isRead, "\(more)") }
      #expect((whole(workbook).count > 1) == isRead)
    }
  }

  @Test func `in UTF-16 is read whole`() throws {
    let part: [UInt8] = [0xFF, 0xFE] + Self.small.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let workbook = try workbook(part)
    #expect(streamed(workbook, piece: 7) == whole(workbook))
    #expect(whole(workbook).contains { $0.contains("戶é") })
  }

  @Test func `says of a fault the byte of the part, not of the window`() throws {
    let rows = (1...500).map { #"<row r="\#($0)"><c r="A\#($0)" t="s"><v>\#($0 == 400 ? 2 : 1)</v></c></row>"# }
      .joined()
    let part = #"<worksheet xmlns="\#(ScannedSheet.main)"><sheetData>\#(rows)</sheetData></worksheet>"#
    let place = try #require(part.firstRange(of: "<v>2</v>")?.lowerBound)
    let offset = part.utf8.distance(from: part.startIndex, to: place) + 3
    let lines = streamed(try workbook(Array(part.utf8)), piece: 100)
    #expect(lines.contains { $0.contains("cell A400") && $0.contains("at byte \(offset)") })
  }

  @Test func `is refused when its checksum is wrong, though all rows were there`() throws {
    var bytes = try WorkbookBuilder(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#).bytes()
    let crc = try #require(try ZipArchive(bytes).entry(named: "xl/worksheets/sheet1.xml")?.crc32)
    let stored = (0..<4).map { UInt8(truncatingIfNeeded: crc >> ($0 * 8)) }
    for at in bytes.indices where bytes[at...].starts(with: stored) { bytes[at] ^= 1 }
    let workbook = try Workbook(bytes)
    for ahead in [false, true] { #expect(streamed(workbook, piece: 100, ahead: ahead) == whole(workbook)) }
    #expect(whole(workbook).first?.contains("CRC") == true, "\(whole(workbook))")
  }

  /// That a sheet is UTF-8 is checked when it is first read to its end, and known from then on.
  @Test func `is refused each time if a byte far below is none of its encoding`() throws {
    let rows = (1...500).map {
      #"<row r="\#($0)"><c r="A\#($0)" t="inlineStr"><is><t>\#($0 == 400 ? "#" : "é")</t></is></c></row>"#
    }.joined()
    let right = Array(#"<worksheet xmlns="\#(ScannedSheet.main)"><sheetData>\#(rows)</sheetData></worksheet>"#.utf8)
    let wrong = right.map { $0 == UInt8(ascii: "#") ? 0xFF : $0 }
    let (good, bad) = (try workbook(right), try workbook(wrong))
    let expected = whole(good)
    for _ in 0..<3 {
      #expect(streamed(good, piece: 100) == expected)
      #expect(streamed(bad, piece: 100).first?.contains("UTF-8") == true)
      #expect(streamed(bad, piece: 100, ahead: true).first?.contains("UTF-8") == true)
    }
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `gives what stands beside the rows`(name: String) throws {
    let workbook = try Workbook(OwnWorkbooks.bytes(name))
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet {
      let frame = try workbook.forEachRow(ofSheet: index, strings: nil, piece: 1000, ahead: false) { _, _ in }
      #expect(try frame.facts() == workbook.worksheet(at: index).facts())
    }
  }

  @Test func `ends early when only the first rows are wanted`() throws {
    let wide: [UInt8] = [0xFF, 0xFE] + Self.small.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for part in [Array(Self.small.utf8), wide] {
      var lines: [String] = []
      try workbook(part).forFirstRows(ofSheet: 0, through: 1) { row, cells in note(row, cells, in: &lines) }
      #expect(lines.filter { $0.hasPrefix("row") } == ["row 1"])
    }
  }
}
