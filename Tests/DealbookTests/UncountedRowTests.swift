// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Playbook
import Spreadsheet
import Testing

/// Rows that somebody types on a sheet with a dashboard before it.
@Suite struct `Rows that no fill has seen` {
  /// The line of the dashboard below its title, after these values were typed and every formula calculated.
  private static func line(_ bytes: [UInt8], typing cells: [String: CellContent] = [:]) throws -> String {
    var workbook = try Workbook(bytes)
    try workbook.set(cells)
    try workbook.recalculate()
    return try workbook["Dashboard"]["A2"].text ?? ""
  }

  private static let sentence = " · Not counted yet: rows typed since the last fill (2): run dealbook fill"

  @Test func `are told in a new workbook, where the table continues no formula`() throws {
    let bytes = try NewCase(language: .english, profile: .full, hasSample: true).bytes()
    #expect(try !Self.line(bytes).contains("Not counted"))
    let typed: [String: CellContent] = ["Deals!A13": "D010", "Deals!E13": "More pumps", "Payments!A40": "P999"]
    let last = try Self.line(bytes, typing: typed)
    #expect(last.hasSuffix(Self.sentence), "\(last)")
  }

  @Test func `are told on a sheet of the team's own, until the next fill`() throws {
    let team = try DashboardLookTests.Team().filled()
    var edit = WorkbookEdit()
    let deals = try #require(team.sheets.firstIndex { $0.name == "Deals" })
    let typed = ["A6": "D104", "A7": "D105", "E7": "x"]
    for (place, text) in typed {
      edit.sheets[deals, default: SheetEdit()].cells[try #require(CellReference(place))] = CellEdit(.text(text))
    }
    let bytes = try team.applying(edit)
    let line = try Self.line(bytes)
    #expect(line.hasSuffix(Self.sentence), "\(line)")
    #expect(try !Self.line(DashboardTests.filled(bytes)).contains("Not counted"))
  }
}

@Suite struct `Leads of a small team` {
  @Test func `can get as far as those of any other`() throws {
    for profile in [Profile.small, .full] {
      let workbook = try Workbook(NewCase(language: .english, profile: profile, hasSample: true).bytes())
      let analysis = try Analysis(workbook, playbook: .builtIn, options: ReadOptions(today: nil))
      let rows = try #require(analysis.team.sheet("le")).rows.count
      let steps = (0..<rows).map { analysis.value(of: ColumnID(sheet: "le", key: "funnel_stage"), at: $0).shownText }
      #expect(steps.filter { $0 == "Opportunity locked" }.count == 4, "\(profile)")
    }
  }

  /// What is not recorded is not known: it does not hold a lead back.
  @Test(arguments: ["Showcase done", "Situation", "Budget"])
  func `have no step where the sheet lacks what a step needs`(gone: String) throws {
    var heads = [
      "Lead ID", "Lead name", "Purchase scenario", "First response on", "Showcase done", "Situation", "Budget",
    ]
    heads.removeAll { $0 == gone }
    var design = WorkbookDesign()
    let row: [CellValue] = heads.map { $0 == "First response on" ? .number(46_000) : .text("x") }
    design.sheets = try [DashboardLookTests.Team.sheet("Leads", [heads.map { .text($0) }, row])]
    let analysis = try Analysis(Workbook(design.bytes()), playbook: .builtIn, options: ReadOptions(today: nil))
    #expect(analysis.plan.contains(ColumnID(sheet: "le", key: "funnel_stage")) == false)
  }
}

@Suite struct `A team's target that cannot be read` {
  @Test func `is not replaced by the sum of the owners'`() throws {
    let filled = try DashboardLookTests.Team().filled()
    let settings = try BoundWorkbook(filled, playbook: .builtIn, options: DealSheet.options).settings
    guard case .cell(let sheet, let cell)? = settings.entries["TeamTarget"]?.source else {
      Issue.record("no cell of the target")
      return
    }
    for (value, shown) in [(CellValue.text("500k"), nil), (.number(3_000_000), 3_000_000.0)] {
      var edit = WorkbookEdit()
      edit.sheets[sheet, default: SheetEdit()].cells[cell] = CellEdit(value)
      let analysis = try Analysis(
        Workbook(filled.applying(edit)), playbook: .builtIn, options: DealSheet.options)
      let figures = HeadlineFigures(analysis)
      #expect(figures.values[.target] == shown)
      if shown == nil {
        #expect(figures.reasons.values.contains { $0.contains("the setting TeamTarget has no usable value") })
      }
    }
  }
}
