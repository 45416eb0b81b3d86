// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A new workbook` {
  static let sample = NewCase(language: .traditionalChinese, profile: .full, hasSample: true)
  static let empty = NewCase(language: .traditionalChinese, profile: .full, hasSample: false)

  @Test(arguments: NewCase.some)
  func `has no errors, and nothing at all to report while it is empty`(_ new: NewCase) throws {
    let findings = try new.analysis().findings
    if new.hasSample {
      let rules = findings.map { Playbook.builtIn.rules[$0.rule] }
      #expect(rules.filter { $0.severity == .error }.map(\.id) == [])
    } else {
      #expect(findings.count == 0)
    }
  }

  @Test(arguments: NewCase.some)
  func `prints no sheet on more pages across than it needs to be legible, an empty one on one, and no list on two`(
    _ new: NewCase
  ) throws {
    let bytes = try new.bytes()
    let workbook = try Workbook(bytes)
    let parts = try DashboardTests.parts(bytes, under: "xl/worksheets/")
    let analysis = try new.analysis(bytes)
    let lists = try #require(analysis.team.lists.sheetIndex)
    for (index, sheet) in workbook.sheets.enumerated() where sheet.state == .visible {
      let text = try #require(sheet.part.flatMap { parts[String($0.description.dropFirst())] })
      let across = text.firstMatch(of: /fitToWidth="([0-9]+)"/).flatMap { Int($0.output.1) }
      let isOne = !new.hasSample || new.profile == .small || analysis.team.sheets.allSatisfy { $0.sheetIndex != index }
      if index == lists, new.profile != .small {
        #expect(across == nil && text.contains(" scale=\"55\""))
        let breaks = text.matches(of: /<brk id="([0-9]+)" max="1048575"/).compactMap { Int($0.output.1) }
        let cells = try DashboardTests.cells(workbook, index)
        // Each page begins with the code of a list.
        #expect(!breaks.isEmpty)
        for column in breaks {
          #expect(cells["\(ColumnName.letters(column + 1))3"]?.value.asText?.hasSuffix(".code") == true, "\(column)")
        }
      } else {
        let pages = try #require(across, "\(sheet.name)")
        // At half its size, a page has room for 260 characters.
        let width = Self.visibleWidth(text)
        #expect(isOne ? pages == 1 : width <= 260 * Double(pages), "\(sheet.name): \(width) on \(pages)")
        #expect(pages == 1 || width > 260 * Double(pages - 1), "\(sheet.name): \(width) on \(pages)")
        #expect(!text.contains("<colBreaks"))
      }
    }
  }

  private static func visibleWidth(_ sheet: String) -> Double {
    sheet.matches(of: /<col ([^>]*)\/>/).map { column in
      let attributes = Dictionary(
        column.output.1.matches(of: /([A-Za-z]+)="([^"]*)"/).map { (String($0.output.1), String($0.output.2)) },
        uniquingKeysWith: { first, _ in first })
      guard attributes["hidden"] != "1", let first = Int(attributes["min"] ?? ""),
        let last = Int(attributes["max"] ?? "")
      else { return 0 }
      return Double(last - first + 1) * (Double(attributes["width"] ?? "") ?? 0)
    }.reduce(0, +)
  }

  @Test func `wraps the notes of its settings and the long texts of its lists`() throws {
    let new = NewCase(language: .english, profile: .full, hasSample: false)
    let bytes = try new.bytes()
    let workbook = try Workbook(bytes)
    let parts = try DashboardTests.parts(bytes, under: "xl/worksheets/")
    for (name, longest) in [("Settings", 86.0), ("Lists", 37.0)] {
      let index = try #require(workbook.sheets.firstIndex { $0.name == name })
      let sheet = try #require(workbook.sheets[index].part.flatMap { parts[String($0.description.dropFirst())] })
      let tall = Set(sheet.matches(of: /<row r="([0-9]+)" ht="(?:33|48|63)"/).compactMap { Int($0.output.1) })
      let long = Set(
        try DashboardTests.cells(workbook, index).filter { place, cell in
          Double(cell.value.asText?.count ?? 0) > longest && !place.hasSuffix("2")
        }.keys.compactMap { Int($0.drop { !$0.isNumber }) })
      #expect(!long.isEmpty && long.isSubset(of: tall), "\(name)")
      #expect(tall.count < 20)
    }
  }

  @Test(arguments: Language.allCases) func `has no target that nobody has entered`(language: Language) throws {
    let new = NewCase(language: language, profile: .full, hasSample: false)
    let analysis = try new.analysis()
    for name in ["TeamTarget", "NextTeamTarget"] { #expect(analysis.team.settings.entries[name]?.value != .number(0)) }
    let index = try #require(analysis.team.settings.sheetIndex)
    var values: [CellValue] = []
    try CellListing.forEach(in: analysis.team.workbook, sheetIndex: index) { values.append($0.value) }
    #expect(values.contains(.text("TeamTarget")) && !values.contains(.number(4_500_000)))
  }

  @Test(arguments: Sweep.cases(NewCase.all))
  func `needs no fill`(_ new: NewCase) throws {
    let bytes = try new.bytes()
    let workbook = try Workbook(bytes)
    let (edit, report) = try FillPlanner(new.analysis(bytes)).plan()
    #expect(report.changedCells == 0)
    #expect(try workbook.applying(edit) == bytes)
  }

  @Test(arguments: NewCase.some)
  func `has a sheet for each of its profile's, in its language`(_ new: NewCase) throws {
    let workbook = try Workbook(new.bytes())
    let titles = Playbook.builtIn.sheets(of: new.profile).map { $0.titles[new.language] }
    #expect(workbook.sheets.map(\.name).dropFirst(2).prefix(titles.count) == ArraySlice(titles))
  }

  @Test func `is the same to the byte each time`() throws {
    let day = SerialDate(year: 2026, month: 3, day: 31)
    #expect(try Self.sample.bytes(asOf: day) == Self.sample.bytes())
  }

  @Test func `counts to the day that is asked for, and its period is that day's year`() throws {
    let day = SerialDate(year: 2027, month: 8, day: 1)
    let settings = try Self.empty.analysis(Self.empty.bytes(asOf: day)).team.settings
    #expect(settings.number("AsOf") == day?.serial(in: .year1900))
    #expect(settings.number("PeriodStart") == SerialDate(year: 2027, month: 1, day: 1)?.serial(in: .year1900))
    #expect(settings.number("PeriodEnd") == SerialDate(year: 2027, month: 12, day: 31)?.serial(in: .year1900))
  }

  @Test func `every computed column stands in a table that gives new rows its formula`() throws {
    let bytes = try Self.empty.bytes()
    let team = try Self.empty.analysis(bytes).team
    for sheet in team.sheets {
      let table = try #require(team.workbook.worksheet(at: sheet.sheetIndex).tables().first)
      let formulas = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, $0.calculatedFormula) })
      for column in sheet.columns where column.definition.computed?.formula != nil {
        #expect((formulas[column.header] ?? nil) != nil, "\(sheet.title).\(column.header)")
      }
    }
  }

  @Test func `every list column has a drop-down of the labels`() throws {
    let workbook = try Workbook(Self.empty.bytes())
    let names = Set(workbook.definedNames.map(\.name))
    for sheet in Playbook.builtIn.sheets {
      for column in sheet.inputColumns where column.isOffered {
        if case .list(let prefix) = column.allowed { #expect(names.contains("\(prefix)_label")) }
      }
    }
  }

  @Test func `every header has a note`() throws {
    let bytes = try Self.empty.bytes()
    let team = try Self.empty.analysis(bytes).team
    for sheet in team.sheets {
      let notes = try team.workbook.notes(at: sheet.sheetIndex).notes
      for column in sheet.columns {
        let cell = try #require(sheet.headerRow.flatMap { CellReference(row: $0, column: column.number) })
        #expect(notes[cell]?.text.isEmpty == false, "\(sheet.title).\(column.header)")
      }
    }
  }

  @Test func `a row typed into it is checked and filled`() throws {
    let bytes = try Self.empty.bytes()
    let wishes = try ["客戶!A4=A001", "客戶!B4=華東移動", "客戶!J4=穩定期", "客戶!A5=A002", "客戶!B5=北江電力", "客戶!J5=形成期"]
      .map { try CellAssignment($0) }
    let workbook = try Workbook(bytes)
    let typed = try workbook.applying(WorkbookEdit(wishes, in: workbook))
    let (edit, report) = try FillPlanner(Self.empty.analysis(typed)).plan()
    let filled = try Workbook(typed).applying(edit)
    let analysis = try Self.empty.analysis(filled)
    #expect(report.changedCells > 0)
    #expect(analysis.team.sheet("acc")?.rows.dataCount == 2)
    #expect(try FillPlanner(analysis).plan().report.changedCells == 0)
  }

  @Test func `names reach below the last row, and a fill leaves them so`() throws {
    let bytes = try Self.sample.bytes()
    let name = try #require(Workbook(bytes).definedNames.first { $0.name == "de_amount" })
    #expect(name.formula == "'商機'!$I$4:$I$1012")
  }

  @Test func `a playbook of one's own changes what is written`() throws {
    let text = """
      playbook: own
      extends: key-account
      sheets:
        de:
          title: {zh-Hant: 項目, en: Projects}
      """
    let reading = PlaybookReader.read([PlaybookSource(name: "own.yaml", bytes: Array(text.utf8))])
    let playbook = try #require(reading.playbook)
    let bytes = try NewWorkbook(
      playbook: playbook, language: .traditionalChinese, profile: .full,
      asOf: try #require(SerialDate(year: 2026, month: 3, day: 31)), hasSample: true
    ).bytes()
    let names = try Workbook(bytes).sheets.map(\.name)
    #expect(names.contains("項目"))
    #expect(!names.contains("商機"))
  }

  @Test func `a warning about a computed figure is a conditional format of its column`() throws {
    let workbook = try Workbook(Self.empty.bytes())
    let index = try #require(workbook.sheets.firstIndex { $0.name == "商機" })
    let part = try #require(workbook.sheets[index].part)
    let text = String(decoding: try workbook.package.bytes(of: part), as: UTF8.self)
    // DEA-024: a deal that is declared further along than its evidence shows.
    #expect(text.contains("<formula>AND($A4&lt;&gt;\"\",N($AR4)&gt;0)</formula>"))
  }
}

@Suite struct `A sheet with headers and no rows` {
  @Test func `is checked without fault`() throws {
    let new = `A new workbook`.empty
    let workbook = try Workbook(new.bytes())
    let wishes = try ["目標!A4=T001", "目標!B4=王強"].map { try CellAssignment($0) }
    let typed = try workbook.applying(WorkbookEdit(wishes, in: workbook))
    let analysis = try new.analysis(typed)
    #expect(analysis.team.sheet("de")?.rows.count == 0)
  }

  @Test func `counts as empty to formulas of other sheets`() throws {
    let new = `A new workbook`.empty
    let workbook = try Workbook(new.bytes())
    let wishes = try ["客戶!A4=A001", "客戶!B4=華東移動"].map { try CellAssignment($0) }
    let typed = try workbook.applying(WorkbookEdit(wishes, in: workbook))
    let values = try new.analysis(typed).values(of: ColumnID(sheet: "acc", key: "role_cover"))
    #expect(values == [.number(0)])
  }
}
