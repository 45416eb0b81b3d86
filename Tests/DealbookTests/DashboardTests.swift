// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite("A dashboard") struct DashboardTests {
  static let sample = NewCase(language: .traditionalChinese, profile: .full, hasSample: true)

  static func cells(_ workbook: Workbook, _ index: Int) throws -> [String: (value: CellValue, formula: String?)] {
    let sheet = try workbook.worksheet(at: index)
    var found: [String: (value: CellValue, formula: String?)] = [:]
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells {
        let value = try sheet.value(of: cell, row: row.index)
        let formula = try sheet.formula(of: cell, row: row.index)?.text
        found["\(ColumnName.letters(cell.column))\(row.index)"] = (value, formula)
      }
    }
    return found
  }

  static func parts(_ bytes: [UInt8], under folder: String) throws -> [String: String] {
    let archive = try ZipArchive(bytes, limits: .unlimited)
    let entries = archive.entries.filter { $0.name.hasPrefix(folder) }
    return Dictionary(
      uniqueKeysWithValues: try entries.map {
        ($0.name, String(decoding: try archive.contents(of: $0), as: UTF8.self))
      })
  }

  /// A team's workbook without a dashboard, with two sheets of its own.
  static func team(deals: [[CellValue]] = Self.deals) throws -> [UInt8] {
    var sheet = SheetDesign(name: "Deals")
    let header = ["Deal ID", "Account ID", "Name", "Amount", "Stage", "Expected close", "Owner"]
    for (row, values) in ([header.map { CellValue.text($0) }] + deals).enumerated() {
      for (column, value) in values.enumerated() {
        sheet.cells[try #require(CellReference(row: row + 1, column: column + 1))] = CellDesign(value)
      }
    }
    var own = SheetDesign(name: "Dashboard")
    own.cells[try #require(CellReference("A1"))] = CellDesign(.text("the team's own"))
    var design = WorkbookDesign()
    design.sheets = [sheet, own]
    return try design.bytes()
  }

  static let deals: [[CellValue]] = [
    [
      .text("D001"), .text("A001"), .text("Pumps"), .number(400_000), .text("Bid submission"), .number(46_200),
      .text("Ann"),
    ],
    [.text("D002"), .text("A002"), .text("Meters"), .number(100_000), .text("Lead"), .number(46_250), .text("Bob")],
  ]

  static func filled(_ bytes: [UInt8], _ dashboard: DashboardWish = .renewed) throws -> [UInt8] {
    let workbook = try Workbook(bytes)
    let day = SerialDate(year: 2026, month: 3, day: 31)
    let analysis = try Analysis(workbook, playbook: .builtIn, options: ReadOptions(asOf: day, today: nil))
    return try workbook.applying(FillPlanner(analysis, dashboard: dashboard).plan().edit)
  }

  @Test(arguments: Sweep.cases(NewCase.all))
  func `is what a new workbook opens on, with the sheet behind it hidden`(_ new: NewCase) throws {
    let bytes = try new.bytes()
    let workbook = try Workbook(bytes)
    let names = [Language.traditionalChinese: "總覽", .simplifiedChinese: "总览", .english: "Dashboard"]
    #expect(workbook.sheets.first?.name == names[new.language])
    #expect(workbook.sheets.last?.state == .hidden)
    let sheets = try Self.parts(bytes, under: "xl/worksheets/")
    #expect(sheets.values.count { $0.contains("tabSelected=\"1\"") } == 1)
    #expect(try Self.parts(bytes, under: "xl/workbook.xml").values.first?.contains("activeTab=\"0\"") == true)
  }

  @Test(arguments: Sweep.cases(NewCase.all))
  func `refers to no empty cell, which spreadsheet programs would show as 0`(_ new: NewCase) throws {
    let workbook = try Workbook(new.bytes())
    let data = try Self.cells(workbook, workbook.sheets.count - 1)
    let references = try Self.cells(workbook, 0).values.compactMap { cell in
      cell.formula.flatMap { $0.wholeMatch(of: /'?[^'!]+'?!\$([A-Z]+)\$([0-9]+)/) }
    }
    #expect(references.count > 8)
    for reference in references {
      let cell = try #require(data["\(reference.1)\(reference.2)"], "\(reference.0)")
      #expect(cell.formula != nil || cell.value != .blank, "\(reference.0)")
    }
  }

  @Test func `shows the figures of the sample`() throws {
    let workbook = try Workbook(Self.sample.bytes())
    let shown = try Self.cells(workbook, 0)
    #expect(shown["A5"]?.value == .number(2_900_000))
    #expect(shown["I5"]?.value == .number(1_130_000))
    #expect(shown["A6"]?.value == .text("尚差 177萬"))
    for (place, cell) in shown where cell.formula != nil && !cell.formula!.hasPrefix("HYPERLINK") {
      // Nothing is computed on it: each cell refers to a cell of the sheet with the data.
      #expect(cell.formula?.hasPrefix("'圖表資料'!$") == true, "\(place)")
    }
  }

  @Test func `tells the day of its forecast, also after a later fill`() throws {
    let new = NewCase(language: .english, profile: .full, hasSample: true)
    func day(_ bytes: [UInt8]) throws -> Substring? {
      let texts = try Self.cells(Workbook(bytes), 0).values.map(\.value.shownText)
      return texts.first { $0.hasPrefix("P10 to P90") }?.suffix(10)
    }
    let first = try new.bytes(asOf: SerialDate(year: 2026, month: 3, day: 30))
    #expect(try day(first) == "2026-03-30")
    #expect(try day(Self.filled(first)) == "2026-03-31")
  }

  @Test func `has the team and a dash at each middle in its fan, and names of quadrants off the points`() throws {
    let workbook = try Workbook(Self.sample.bytes())
    let data = try Self.cells(workbook, workbook.sheets.count - 1)
    func rows(of block: String) throws -> (head: Int, count: Int) {
      let head = try #require((1...400).first { data["A\($0)"]?.value == .text(block) })
      return (head + 1, Int(data["B\(head)"]?.value.asNumber ?? 0))
    }
    let fan = try rows(of: "fan")
    #expect(data["C\(fan.head)"]?.value == .text("n") && data["D\(fan.head + 1)"]?.value == .text("團隊"))
    let middle = try #require(["H", "I", "J", "K"].first { data["\($0)\(fan.head)"]?.value == .text("P50") })
    for row in (fan.head + 1)...(fan.head + fan.count) where data["F\(row)"]?.value.asNumber != nil {
      #expect(data["\(middle)\(row)"]?.value == data["F\(row)"]?.value)
    }
    let parts = try Self.parts(Self.sample.bytes(), under: "xl/charts/")
    #expect(parts.values.contains { $0.contains("$\(middle)$\(fan.head + 1):$\(middle)$\(fan.head + fan.count)") })
    // Potentials are never below 0.
    let fields = try rows(of: "fields")
    let heights = (5...8).map { data["D\(fields.head + $0)"]?.value.asNumber ?? 0 }
    let matrix = try rows(of: "matrix")
    let highest = (1...matrix.count).compactMap { data["E\(matrix.head + $0)"]?.value.asNumber }.max() ?? 0
    #expect(heights[0] > highest * 1.2 && heights[2] < 0 && highest > 0)
  }

  @Test func `keeps the rows of a fan that an earlier edition laid out`() throws {
    let new = NewCase(language: .english, profile: .full, hasSample: true)
    let bytes = try new.bytes()
    let workbook = try Workbook(bytes)
    let index = workbook.sheets.count - 1
    let data = try Self.cells(workbook, index)
    let head = try #require((1...400).first { data["A\($0)"]?.value == .text("fan") }) + 1
    // As if its first column had been another one.
    var edit = WorkbookEdit()
    edit.sheets[index, default: SheetEdit()].cells[try #require(CellReference(row: head, column: 3))] = CellEdit(
      .text("Owner"))
    let filled = try Workbook(Self.filled(workbook.applying(edit)))
    let cells = try Self.cells(filled, index)
    #expect(data["D\(head + 1)"]?.value == .text("Team") && data["D\(head + 2)"]?.value == .text("Wang Qiang"))
    #expect(cells["C\(head + 1)"]?.value == .text("Wang Qiang"))
    #expect(!cells.contains { $0.key.hasPrefix("C") && $0.value.value == .text("Team") })
  }

  @Test func `abbreviates the heads of its battle map so that none runs into the next`() throws {
    let new = NewCase(language: .english, profile: .full, hasSample: true)
    let shown = try Self.cells(Workbook(new.bytes()), 0)
    let texts = shown.values.compactMap(\.value.asText)
    #expect(texts.contains("Down") && texts.contains("Delivery") && texts.contains("Accept."))
    #expect(!texts.contains("Acceptance"))
    #expect(texts.contains { $0.hasPrefix("Net retention ") })
  }

  @Test func `has charts whose ranges hold what they say`() throws {
    let bytes = try Self.sample.bytes()
    let workbook = try Workbook(bytes)
    let data = try Self.cells(workbook, workbook.sheets.count - 1)
    let charts = try Self.parts(bytes, under: "xl/charts/")
    #expect(charts.count == 8)
    for (name, text) in charts {
      for piece in text.components(separatedBy: "<c:f>").dropFirst() {
        let formula = try #require(piece.components(separatedBy: "</c:f>").first)
        let area = try #require(formula.components(separatedBy: "!").last).replacing("$", with: "")
        let range = try #require(CellRange(area))
        #expect(piece.contains("<c:ptCount val=\"\(range.rows.count)\"/>"), "\(name) \(formula)")
        #expect(data["\(range.first)"] != nil, "\(name) \(formula)")
      }
      #expect(!text.contains("<c:v></c:v>"))
    }
  }

  @Test func `comes before the other sheets of a team, which stay as they are`() throws {
    let bytes = try Self.team()
    let after = try Workbook(Self.filled(bytes, .added))
    #expect(after.sheets.first?.name == "Dashboard 2")
    #expect(after.sheets.map(\.name).contains("Dashboard"))
    let own = try #require(after.sheets.firstIndex { $0.name == "Dashboard" })
    #expect(try Self.cells(after, own)["A1"]?.value == .text("the team's own"))
  }

  @Test func `leaves out what the workbook does not have, and says so`() throws {
    let after = try Workbook(Self.filled(Self.team(), .added))
    let shown = try Self.cells(after, 0)
    let texts = shown.values.compactMap { if case .text(let text) = $0.value { text } else { nil } }
    let note = texts.first { $0.hasPrefix("Left out: ") }
    #expect(note?.contains("Coverage by owner (no sheet Targets)") == true)
    #expect(note?.contains("Ageing, Collection rate, Overdue (no sheet Payments)") == true)
    // Without a target there is no probability of reaching it.
    #expect(shown["A5"]?.value == .text("—"))
    #expect(shown["AG5"]?.value == .text("—"))
  }

  @Test func `is not written again by a second fill`() throws {
    let once = try Self.filled(Self.team(), .added)
    #expect(try Self.filled(once) == once)
    #expect(try Self.filled(once, .added) == once)
  }

  @Test func `follows what is typed, while what a team has moved or deleted on it stays so`() throws {
    let once = try Self.filled(Self.team(), .added)
    let workbook = try Workbook(once)
    let deals = try #require(workbook.sheets.firstIndex { $0.name == "Deals" })
    var edit = WorkbookEdit()
    // A larger deal, a deleted card and a moved one.
    edit.sheets[deals] = SheetEdit()
    edit.sheets[deals]?.cells[try #require(CellReference("D2"))] = CellEdit(.number(900_000))
    let best = try #require(try Self.cells(workbook, 0)["Y5"]?.formula)
    edit.sheets[0] = SheetEdit()
    edit.sheets[0]?.cells[try #require(CellReference("Y5"))] = CellEdit(.blank)
    edit.sheets[0]?.cells[try #require(CellReference("Y90"))] = CellEdit(.number(0), formula: best)
    edit.sheets[0]?.cells[try #require(CellReference("A1"))] = CellEdit(.text("Our title"))
    let changed = try workbook.applying(edit)
    let renewed = try Self.filled(changed)
    let shown = try Self.cells(Workbook(renewed), 0)
    #expect(shown["A1"]?.value == .text("Our title"))
    #expect(shown["Y5"]?.value == .blank)
    #expect(shown["Y90"]?.value == .number(900_000))
    #expect(shown["Y90"]?.formula == best)
    for folder in ["xl/charts/", "xl/drawings/"] {
      #expect(try Self.parts(renewed, under: folder) == Self.parts(changed, under: folder))
    }
    #expect(try Self.filled(renewed) == renewed)
  }

  @Test func `marks its chances as outdated once inputs have changed`() throws {
    let workbook = try Workbook(Self.sample.bytes())
    let data = try Self.cells(workbook, workbook.sheets.count - 1)
    let block = try #require(data.first { $0.value.value == .text("basis") }?.key)
    let row = try #require(CellReference(block)).row
    // The blocks are n, before and after: each compares the current value with the original one.
    for line in 2..<8 {
      #expect(data["E\(row + line)"]?.value == .number(0))
      #expect(data["E\(row + line)"]?.formula?.contains("ABS(N($D\(row + line))-INDEX(") == true)
      #expect(data["D\(row + line)"]?.formula == nil)
    }
  }

  @Test func `names the currency of a new workbook, on every amount too`() throws {
    let bytes = try NewWorkbook(
      playbook: .builtIn, language: .english, profile: .small,
      asOf: #require(SerialDate(year: 2026, month: 3, day: 31)),
      hasSample: true, currency: "EUR"
    ).bytes()
    let workbook = try Workbook(bytes)
    guard case .text(let top)? = try Self.cells(workbook, 0)["A2"]?.value else {
      Issue.record("no as-of line")
      return
    }
    #expect(top.hasSuffix("currency EUR"))
    #expect(try Self.parts(bytes, under: "xl/styles").values.first?.contains("[$EUR] #,##0.00") == true)
    let analysis = try Analysis(workbook, playbook: .builtIn, options: ReadOptions(today: nil))
    #expect(analysis.team.sheet("de")?.column("amount") != nil)
    let settings = try #require(workbook.sheets.firstIndex { $0.name == "Settings" })
    let units = try Self.cells(workbook, settings).filter { $0.key.hasPrefix("C") }.map(\.value.value.shownText)
    #expect(units.contains("EUR") && units.contains("EUR/year"))
    #expect(!units.contains { $0.contains("yuan") })
  }

  @Test(arguments: [
    (Language.english, "No accounts yet", "All steps"), (.traditionalChinese, "尚無客戶", "七步都有紀錄"),
    (.simplifiedChinese, "尚无客户", "七步都有记录"),
  ])
  func `claims nothing where there is no row`(language: Language, said: String, notSaid: String) throws {
    let bytes = try NewCase(language: language, profile: .full, hasSample: false).bytes()
    let shown = try Self.cells(Workbook(bytes), 0).values.map(\.value.shownText)
    #expect(shown.contains { $0.contains(said) })
    #expect(!shown.contains { $0.contains(notSaid) || $0.contains("P10 0") })
  }
}
