// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A sheet `Test` with the columns Row, In a and In b in A to C, rows R1 to R3 below the header, and whatever a test adds
/// around them. Its playbook computes F one = a × 2, and F two = the sum of all other values of b.
struct SmallBook {
  static let values: [[PlainWorkbook.Cell]] = [["R1", 5, 1], ["R2", 6, 2], ["R3", 7, 3]]
  static let header: [PlainWorkbook.Cell] = ["Row", "In a", "In b"]
  static let yaml = """
    playbook: small
    extends: key-account
    profile: core
    funnel: off
    sheets:
      acc: off
      dr: off
      ct: off
      pl: off
      tg: off
      le: off
      de: off
      vi: off
      co: off
      pa: off
      re: off
      pd: off
      pe: off
      xx:
        title: {zh-Hant: 測試, en: Test}
        columns:
          id: {title: {zh-Hant: 編號, en: Row}, type: id, required: always, pattern: '^R[0-9]+$'}
          a: {title: {zh-Hant: 甲, en: In a}, type: number}
          b: {title: {zh-Hant: 乙, en: In b}, type: number}
          one:
            title: {zh-Hant: 一, en: F one}
            type: number
            means: {zh-Hant: 試, en: test}
            formula: =IF(ISNUMBER({a}),{a}*2,"")
          two:
            title: {zh-Hant: 二, en: F two}
            type: number
            means: {zh-Hant: 試, en: test}
            formula: =IF(ISNUMBER({b}),SUM(xx_b)-{b},"")
    """

  static func playbook() throws -> Playbook {
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(yaml.utf8))])
    #expect(reading.issues.map(\.description) == [])
    return try #require(reading.playbook)
  }

  var builder = WorkbookBuilder()
  private var tables: [(name: String, range: String, columns: [String], attributes: String)] = []
  /// Further cells as XML, by row.
  var beside: [Int: String] = [:]
  /// Text before and after the rows of the sheet.
  var before = ""
  var after = ""
  var rows = SmallBook.values
  var name = "Test"

  init() {}

  mutating func addTable(_ name: String, _ range: String, _ columns: [String], _ attributes: String = "") {
    tables.append((name, range, columns, attributes))
  }

  /// Adds the sheet to the builder's contents.
  mutating func addSheet() {
    var xml = ""
    for (index, cells) in ([Self.header] + rows).enumerated() {
      let row = index + 1
      xml += "<row r='\(row)'>" + cells.enumerated().map { Self.cell($1, "\(["A", "B", "C", "D"][$0])\(row)") }.joined()
      xml += (beside[row] ?? "") + "</row>"
    }
    for row in beside.keys.sorted() where row > rows.count + 1 { xml += "<row r='\(row)'>\(beside[row] ?? "")</row>" }
    var parts = ""
    if !tables.isEmpty {
      parts =
        "<tableParts count='\(tables.count)'>"
        + tables.indices.map { "<tablePart r:id='rIdT\($0 + 1)'/>" }.joined() + "</tableParts>"
    }
    builder.add(sheet: name, rows: xml, before: before, after: after + parts)
    let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
    for (index, table) in tables.enumerated() {
      let columns = table.columns.enumerated().map { "<tableColumn id='\($0 + 1)' name='\($1)'/>" }.joined()
      builder.set(
        "xl/tables/table\(index + 1).xml",
        WorkbookBuilder.declaration
          + "<table xmlns='\(WorkbookBuilder.mainNamespace)' id='\(index + 1)' name='\(table.name)' "
          + "displayName='\(table.name)' ref='\(table.range)' \(table.attributes)><autoFilter ref='\(table.range)'/>"
          + "<tableColumns count='\(table.columns.count)'>\(columns)</tableColumns></table>")
      builder.contentTypes += "<Override PartName='/xl/tables/table\(index + 1).xml' ContentType='\(spreadsheet)'/>"
    }
    if !tables.isEmpty {
      builder.set(
        "xl/worksheets/_rels/sheet1.xml.rels",
        WorkbookBuilder.relationships(
          tables.indices.map { WorkbookBuilder.relationship("rIdT\($0 + 1)", "table", "../tables/table\($0 + 1).xml") }
            .joined()))
    }
  }

  static func cell(_ cell: PlainWorkbook.Cell, _ place: String) -> String {
    switch cell {
    case .text(let text): textCell(text, place)
    case .number(let number): "<c r='\(place)'><v>\(number)</v></c>"
    default: ""
    }
  }

  static func textCell(_ text: String, _ place: String) -> String {
    "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
  }

  func bytes() throws -> [UInt8] {
    var book = self
    book.addSheet()
    return try book.builder.bytes()
  }
}

/// A filled workbook, and where things ended up.
struct FilledBook {
  let before: Workbook
  let filled: FilledWorkbook
  let after: Workbook

  init(_ bytes: [UInt8], playbook: Playbook? = nil) throws {
    before = try Workbook(bytes)
    let options = ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31))
    let analysis = try Analysis(before, playbook: playbook ?? SmallBook.playbook(), options: options)
    filled = try FilledWorkbook(analysis)
    after = try Workbook(filled.bytes)
  }

  func again(playbook: Playbook? = nil) throws -> FilledBook { try FilledBook(filled.bytes, playbook: playbook) }

  func cells(_ sheet: String = "Test") throws -> [String: ListedCell] {
    let index = try #require(after.sheets.firstIndex { $0.name == sheet })
    var cells: [String: ListedCell] = [:]
    try CellListing.forEach(in: after, sheetIndex: index) { cells["\($0.cell)"] = $0 }
    return cells
  }

  func values(_ places: [String]) throws -> [CellValue?] {
    let cells = try cells()
    return places.map { cells[$0]?.value }
  }

  func tables() throws -> [String] {
    try after.tables(ofSheet: 0).map { "\($0.displayName) \($0.range)" }
  }

  var rules: [String] { filled.analysis.findings.map { filled.analysis.team.playbook.rules[$0.rule].id } }
}
