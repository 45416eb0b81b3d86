// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A column in thousands whose unit stands in another text of the workbook, too.
@Suite struct `A text that states the unit of a column` {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// What the reason says of the place.
    var told: String
    var book: @Sendable (inout Book) -> Void

    var testDescription: String { name }
  }

  /// Deals with amounts in k USD in E4:E5, under a row above which there is room.
  struct Book: Sendable {
    var cells: [String: String] = [:]
    var formulas: [String: String] = [:]
    var numbers: [String: Double] = ["E4": 120, "E5": 60]
    var before = ""
    var after = ""
    var parts: [String: String] = [:]
    var other: [String: String] = [:]
    var otherNumbers: [String: Double] = [:]
    var otherTitle = "Notes"
    var tab = "Deals"

    init() {
      let header = [
        "Deal ID", "Account ID", "Deal name", "Declared stage", "Amount (k USD)", "Expected close", "Owner",
      ]
      for (column, text) in zip("ABCDEFG", header) { cells["\(column)3"] = text }
      for row in 4...5 {
        for (column, text) in zip("ABCDG", ["D-00\(row)", "A1", "a deal", "Verify opportunity", "Mei"]) {
          cells["\(column)\(row)"] = text
        }
        numbers["F\(row)"] = 46_200
      }
    }

    private static func rows(_ texts: [String: String], _ numbers: [String: Double]) -> String {
      var byRow: [Int: [(CellReference, String)]] = [:]
      func add(_ place: String, _ xml: String) {
        guard let cell = CellReference(place) else { return }
        byRow[cell.row, default: []].append((cell, xml))
      }
      for (place, text) in texts { add(place, "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>") }
      for (place, number) in numbers { add(place, "<c r='\(place)'><v>\(number)</v></c>") }
      return byRow.sorted { $0.key < $1.key }.map { row, cells in
        "<row r='\(row)'>" + cells.sorted { $0.0 < $1.0 }.map(\.1).joined() + "</row>"
      }.joined()
    }

    func repaired(_ level: RepairLevel = .safe) throws -> RepairedWorkbook {
      var builder = WorkbookBuilder()
      builder.add(sheet: tab, rows: Self.rows(cells, numbers), before: before, after: after)
      if !other.isEmpty { builder.add(sheet: otherTitle, rows: Self.rows(other, otherNumbers)) }
      for (name, part) in parts { builder.set(name, part) }
      return try RepairedWorkbook(
        Workbook(builder.bytes()), playbook: .builtIn, options: DealSheet.options, level: level)
    }

    /// A chart of the amounts on the sheet, with these titles.
    mutating func draw(_ titles: String) {
      after += "<drawing r:id='rId9'/>"
      let (main, drawing) = ("http://schemas.openxmlformats.org/drawingml/2006/main", "drawing1.xml")
      parts["xl/worksheets/_rels/sheet1.xml.rels"] = WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("rId9", "drawing", "../drawings/\(drawing)"))
      parts["xl/drawings/_rels/\(drawing).rels"] = WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("rId1", "chart", "../charts/chart1.xml"))
      parts["xl/drawings/\(drawing)"] =
        "<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing' xmlns:a='\(main)'/>"
      parts["xl/charts/chart1.xml"] =
        "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' xmlns:a='\(main)'><c:chart>\(titles)<c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>Deals!$E$3</c:f><c:strCache><c:pt idx='0'><c:v>Amount (k USD)</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:f>Deals!$E$4:$E$5</c:f></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    }
  }

  private static func title(_ text: String, in element: String = "title") -> String {
    "<c:\(element)><c:tx><c:rich><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></c:rich></c:tx></c:\(element)>"
  }

  static let stating: [Case] = [
    .init(name: "title above", told: "Deals!A1") { $0.cells["A1"] = "Pipeline of all owners, amounts in k USD" },
    .init(name: "unit above with a figure of the year", told: "Deals!C1") { $0.cells["C1"] = "2026 (k USD)" },
    .init(name: "label with a typed value", told: "Deals!I5") {
      $0.cells["I5"] = "Sum in k USD"
      $0.numbers["J5"] = 360
    },
    .init(name: "below", told: "Deals!A9") { $0.cells["A9"] = "All figures in thousands of USD." },
    .init(name: "remark in the row of the header", told: "Deals!I3") { $0.cells["I3"] = "everything in USD k" },
    .init(name: "another sheet", told: "Notes!A2") {
      $0.other = ["A1": "Notes", "A2": "Amounts on the sheet Deals are in k USD."]
    },
    .init(name: "another sheet that says nothing of this one", told: "Notes!A1") {
      $0.other = ["A1": "Figures in thousands of USD", "A3": "By team"]
    },
    .init(name: "print header", told: "the printed header or footer of Deals") {
      $0.after +=
        "<headerFooter><oddHeader>&amp;C&amp;\"Arial,Bold\"&amp;12Pipeline in k USD</oddHeader></headerFooter>"
    },
    .init(name: "input message", told: "the input message of Deals!E4:E99") {
      $0.after +=
        "<dataValidations count='1'><dataValidation type='decimal' sqref='E4:E99' operator='greaterThan' prompt='in thousands of USD'><formula1>0</formula1></dataValidation></dataValidations>"
    },
    .init(name: "note on the header", told: "the note on Deals!E3") {
      $0.parts["xl/worksheets/_rels/sheet1.xml.rels"] = WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("rId1", "comments", "../comments1.xml"))
      $0.parts["xl/comments1.xml"] = WorkbookBuilder.part(
        "comments",
        "<authors><author>Mei</author></authors><commentList><comment ref='E3' authorId='0'><text><t>Please type in k USD</t></text></comment></commentList>"
      )
    },
    .init(name: "title of a chart of the sheet", told: "a chart on Deals") {
      $0.draw(Self.title("Pipeline in k USD"))
    },
    .init(name: "title of an axis", told: "a chart on Deals") {
      $0.draw("<c:valAx>\(Self.title("k USD"))</c:valAx>")
    },
    .init(name: "number format of an axis", told: "a chart on Deals") {
      $0.draw("<c:valAx><c:numFmt formatCode='0\"k USD\"' sourceLinked='0'/></c:valAx>")
    },
    .init(name: "name on the tab", told: "the name on the tab") { $0.tab = "Deals (k USD)" },
  ]

  @Test(arguments: stating)
  func `keeps the column as it is, and its place is named`(_ place: Case) throws {
    var book = Book()
    place.book(&book)
    let repaired = try book.repaired()
    #expect(repaired.repairs.isEmpty)
    let told = repaired.unmade.map { "\($0.reason)" }
    #expect(told.contains { $0.contains(place.told) }, "\(told)")
  }

  @Test func `is named where everything is repaired all the same`() throws {
    var book = Book()
    book.cells["A1"] = "Pipeline of all owners, amounts in k USD"
    let repaired = try book.repaired(.all)
    let values = try #require(repaired.analysis.team.sheet("de")?.column("amount")).values.values
    #expect(values == [.number(120_000), .number(60_000)])
    #expect(repaired.stating.map { "\($0)" } == ["the text in Deals!A1"])
  }

  static let silent: [Case] = [
    .init(name: "nothing else", told: "") { _ in },
    .init(name: "a chart without a unit of its own", told: "") { $0.draw(Self.title("Pipeline")) },
    .init(name: "a sum that is no unit", told: "") { $0.cells["A1"] = "Goal: 500 k USD" },
    .init(name: "a deal's name", told: "") { $0.cells["C4"] = "thousands of USD saved" },
    .init(name: "the header of another sheet's own figures", told: "") {
      $0.other = ["A1": "Item", "B1": "Budget (k USD)", "A2": "fair"]
      $0.otherNumbers = ["B2": 30]
    },
    .init(name: "another currency", told: "") { $0.other = ["A1": "Costs in k EUR"] },
    .init(name: "a label of a figure of its own", told: "") {
      $0.other = ["A1": "Budget (k USD)"]
      $0.otherNumbers = ["B1": 30]
    },
  ]

  @Test(arguments: silent)
  func `is none of these, so the column is converted`(_ place: Case) throws {
    var book = Book()
    place.book(&book)
    let repaired = try book.repaired()
    let values = try #require(repaired.analysis.team.sheet("de")?.column("amount")).values.values
    #expect(values == [.number(120_000), .number(60_000)], "\(repaired.unmade.map { "\($0.reason)" })")
  }

  @Test func `is a row that explains the header, in Chinese too`() throws {
    var deals = DealSheet("金額(萬元)", [120, 60])
    deals.title = "商機"
    deals.headers = ["商機編號", "客戶編號", "商機名稱", "申報階段", "預計簽約日", "金額(萬元)"]
    for index in deals.rows.indices { deals.rows[index][3] = "驗證商機" }
    #expect(try !deals.repaired().repairs.isEmpty)
    deals.rows.insert(["必填，文字", "必填，文字", "必填，文字", "必填，選項", "必填，日期", "必填，數字，單位萬元"], at: 0)
    let repaired = try deals.repaired()
    #expect(repaired.repairs.isEmpty && repaired.unmade.contains { "\($0.reason)".contains("商機!F2") })
  }
}

@Suite struct `A unit that a text names` {
  @Test(arguments: [
    ("Please type in k USD", 1e3), ("in thousands of USD", 1e3), ("必填，數字，單位萬元", 1e4), ("週報(萬元)", 1e4), ("金額以萬計", 1e4),
    ("本表皆為萬美元", 1e4), ("Beträge in T€", 1e3), ("Alle Werte in Mio. EUR", 1e6), ("$000s", 1e3), ("單位：百萬元", 1e6),
    ("amounts in k", 1e3), ("Summe TEUR", 1e3), ("Pipeline 2026 k USD", 1e3),
  ])
  func `has its scale`(text: String, scale: Double) {
    #expect(Set(UnitMention.all(in: text).map(\.scale)) == [scale])
  }

  @Test(arguments: [
    "500 k USD", "3萬元以上要核准", "三萬元", "萬科企業", "億緯鋰能", "千萬別改", "half a million", "Amount (USD)", "km and kg", "一百萬客戶",
    "D-004", "2.5 Mio. €",
  ])
  func `is none of these`(text: String) {
    #expect(UnitMention.all(in: text).isEmpty, "\(UnitMention.all(in: text))")
  }
}
