// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A playbook that says where the sheets are` {
  private static let header: [PlainWorkbook.Cell] = ["Ref", "Client", "What", "Worth", "Where it is", "Until"]

  private static func row(_ number: Int, _ worth: Int = 1000) -> [PlainWorkbook.Cell] {
    [
      .text("K-\(number)"), .text("Client \(number % 3)"), .text("Job \(number)"), .number(Double(worth)),
      "Verify opportunity", .date(46_300 + number),
    ]
  }

  private static func playbook(_ places: String) throws -> Playbook {
    let yaml = """
      playbook: ours
      extends: key-account
      profile: core
      sheets:
        de:
          \(places)
          columns:
            deal_id: {header: 'Ref', pattern: , unique: true}
            account_id: {header: 'Client', type: text, refers_to: }
            name: {header: 'What'}
            amount: {header: 'Worth'}
            stage: {header: 'Where it is'}
            expected_close: {header: 'Until'}
      """
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(yaml.utf8))])
    #expect(reading.issues.map(\.description) == [])
    return try #require(reading.playbook)
  }

  private static func analysis(_ sheets: [PlainWorkbook.Sheet], _ places: String) throws -> Analysis {
    try Analysis(
      Workbook(PlainWorkbook(sheets).bytes()), playbook: playbook(places), options: DealSheet.options)
  }

  @Test(arguments: [("Net amount", [100.0, 200]), ("Amount", [105, 210])])
  func `takes an amount from the header that it states, whichever sounds more like one`(
    header: String, values: [Double]
  )
    throws
  {
    let yaml = """
      playbook: ours
      extends: key-account
      profile: core
      sheets: {de: {columns: {amount: {header: '\(header)'}}}}
      """
    let playbook = try #require(
      PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(yaml.utf8))]).playbook)
    let heads: [PlainWorkbook.Cell] = [
      "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount", "Net amount",
    ]
    let rows: [[PlainWorkbook.Cell]] = [
      ["D-001", "A1", "a", "Verify opportunity", .date(46_200), 105, 100],
      ["D-002", "A1", "b", "Verify opportunity", .date(46_200), 210, 200],
    ]
    let analysis = try Analysis(
      Workbook(PlainWorkbook([.init("Deals", [heads] + rows)]).bytes()), playbook: playbook, options: DealSheet.options)
    let column = try #require(analysis.team.sheet("de")?.column("amount"))
    #expect(column.header == header && column.values.values == values.map { .number($0) })
    #expect(analysis.messages("WBK-003") == [])
  }

  @Test func `has these read, and no other, however much that looks like one`() throws {
    let analysis = try Self.analysis(
      [
        .init("Bids 2026", [Self.header] + (1...4).map { Self.row($0) }),
        .init(
          "Enquiries",
          [["Lead ID", "Lead name", "Channel", "Received on", "Status"], ["L-1", "a", "b", .date(46_000), "New"]]),
      ], "sheets: ['Bids 2026']")
    #expect(analysis.team.sheets.map(\.title) == ["Bids 2026"])
    #expect(analysis.team.sheet("de")?.columns.count == 6)
    #expect(analysis.team.otherSheets.map(\.reason) == [.unlike(.notStated)])
  }

  @Test func `finds a tab under a new name by the headers that are stated`() throws {
    let sheets: [PlainWorkbook.Sheet] = [
      .init("Notes", [["What", "When"], ["x", "y"]]), .init("Bids 2027", [Self.header] + (1...4).map { Self.row($0) }),
    ]
    #expect(try Self.analysis(sheets, "sheets: ['Bids 2026']").team.sheet("de")?.title == "Bids 2027")
  }

  @Test func `finds a header that moved down`() throws {
    let rows: [[PlainWorkbook.Cell]] = [["Our bids"], [], Self.header] + (1...4).map { Self.row($0) }
    let sheet = try #require(
      try Self.analysis([.init("Bids", rows)], "{sheets: ['Bids'], header: 1}".dropBraces).team.sheet("de"))
    #expect(sheet.headerRow == 3)
    #expect(sheet.rows.dataCount == 4)
  }

  @Test func `passes over the rows that are to be skipped`() throws {
    let hint: [PlainWorkbook.Cell] = ["text", "text", "text", "number", "one of the list", "a day"]
    let rows = [Self.header, hint] + (1...4).map { Self.row($0) }
    let sheet = try #require(
      try Self.analysis([.init("Bids", rows)], "{sheets: ['Bids'], header: 1, skip: [2, 4]}".dropBraces).team
        .sheet("de"))
    #expect(sheet.rows.range == 3..<7)
    #expect(sheet.rows.dataCount == 3)
    #expect(sheet.rows.otherRows == [4])
  }

  @Test func `reads several tabs as one, finds in each, and writes to each`() throws {
    let sheets: [PlainWorkbook.Sheet] = [
      .init(
        "North", [["Bids of the north"], Self.header] + (1...3).map { Self.row($0) } + [["Total", nil, nil, 3000]]),
      .init("South", [Self.header] + (4...5).map { Self.row($0, $0 == 5 ? -1 : 1000) }),
    ]
    let analysis = try Self.analysis(sheets, "sheets: ['North', 'South']")
    let sheet = try #require(analysis.team.sheet("de"))
    #expect(sheet.rows.dataCount == 5)
    #expect(sheet.parts.map(\.title) == ["South"])
    #expect(!analysis.team.otherSheets.contains { $0.title == "South" })
    let writer = FindingWriter(analysis.team, language: .english)
    let negative = try #require(analysis.findings.map(writer.describe).first { $0.column == "amount" })
    #expect(negative.sheet == "South")
    #expect(negative.cell == "D3")

    let filled = try FilledWorkbook(analysis)
    let written = try Workbook(filled.bytes)
    func cells(_ index: Int) throws -> [String: CellValue] {
      var cells: [String: CellValue] = [:]
      let sheet = try written.worksheet(at: index)
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells where cell.column > 6 {
          let value = try sheet.value(of: cell, row: row.index)
          if value != .blank { cells["\(cell.column) \(row.index)"] = value }
        }
      }
      return cells
    }
    let (north, south) = (try cells(0), try cells(1))
    let open = try #require(filled.report.columns.first { $0.id.key == "is_open" }?.number)
    let title = CellValue.text("Open")
    #expect(north["\(open) 2"] == title && south["\(open) 1"] == title)
    #expect(north.filter { $0.key.hasPrefix("\(open) ") }.count == 4)
    #expect(south.filter { $0.key.hasPrefix("\(open) ") }.count == 3)
    // What was written is recognised as ours when it is read again.
    let again = try FilledWorkbook(
      Analysis(written, playbook: analysis.team.playbook, options: DealSheet.options))
    #expect(again.report.changedCells == 0)
  }
}

extension String {
  /// `{a: 1, b: 2}` as two lines of a YAML block.
  fileprivate var dropBraces: String {
    dropFirst().dropLast().split(separator: ", ").reduce(into: [String]()) { lines, part in
      if part.contains(":") { lines.append(String(part)) } else { lines[lines.count - 1] += ", " + part }
    }.joined(separator: "\n    ")
  }
}

@Suite struct `Sheets with the same columns` {
  private static func sheet(_ name: String, _ numbers: ClosedRange<Int>) -> PlainWorkbook.Sheet {
    .init(name, [RecognitionSuite.exportHeaders] + numbers.map(RecognitionSuite.exportRow))
  }
  private typealias RecognitionSuite = `Recognising a workbook`

  @Test func `are parts of one where their rows differ`() throws {
    let proposal = try RecognitionSuite.propose([Self.sheet("Kim", 1...12), Self.sheet("Ada", 21...28)])
    let sheet = try #require(proposal.sheets.first)
    #expect(sheet.title == "Kim")
    #expect(sheet.parts.map(\.title) == ["Ada"])
    #expect(proposal.others.isEmpty)
  }

  @Test func `are not where the rows of one are those of the other, or it is a backup`() throws {
    let proposal = try RecognitionSuite.propose([
      Self.sheet("March", 1...12), Self.sheet("April", 1...14), Self.sheet("Old", 31...40),
    ])
    let sheet = try #require(proposal.sheets.first)
    #expect(sheet.title == "April")
    #expect(sheet.parts.isEmpty)
    #expect(proposal.others.map(\.reason) == [.secondOf(prefix: "de"), .secondOf(prefix: "de")])
  }

  @Test func `are left to the one that says it is the whole`() throws {
    let proposal = try RecognitionSuite.propose([Self.sheet("Kim", 1...12), Self.sheet("All deals", 21...24)])
    #expect(proposal.sheets.map(\.title) == ["All deals"])
    #expect(proposal.sheets.first?.parts.isEmpty == true)
  }
}

@Suite struct `A sheet that the team made for something else` {
  @Test(arguments: ["Settings", "Lists", "Funnel"])
  func `is left alone, though it bears a title of ours`(title: String) throws {
    var deals = DealSheet("Amount", [100_000, 200_000])
    deals.others = [.init(title, [["Printer", "third floor"], ["Coffee", 12]])]
    let analysis = try deals.analysis()
    let filled = try FilledWorkbook(analysis)
    let written = try Workbook(filled.bytes)
    let other = try written.worksheet(at: 1)
    var count = 0
    try other.forEachRow { row in count += row.cells.count }
    #expect(count == 4)
    #expect(written.sheets.contains { $0.name == "\(title) (dealbook)" })
    // Ours is found again beside it.
    let again = try FilledWorkbook(Analysis(written, playbook: .builtIn, options: DealSheet.options))
    #expect(again.report.changedCells == 0)
    #expect(!again.report.additions.contains { if case .sheet = $0 { true } else { false } })
  }
}
