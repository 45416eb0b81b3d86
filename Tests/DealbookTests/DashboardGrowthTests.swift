// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import Testing

@Suite("A dashboard of a team that grows") struct DashboardGrowthTests {
  typealias Team = DashboardLookTests.Team

  /// The hidden sheet with the blocks of a dashboard.
  struct Data {
    let cells: [String: (value: CellValue, formula: String?)]
    let sheet: Int

    init(_ workbook: Workbook) throws {
      sheet = try #require(workbook.sheets.firstIndex { $0.name == "Chart data" })
      cells = try DashboardTests.cells(workbook, sheet)
    }

    /// The row of the header of a block, and its number of rows.
    func block(_ key: String) throws -> (head: Int, rows: Int) {
      let place = try #require(cells.first { $0.key.hasPrefix("A") && $0.value.value == .text(key) }?.key, "\(key)")
      let row = try #require(CellReference(place)).row
      return (row + 1, Int(cells["B\(row)"]?.value.asNumber ?? 0))
    }

    /// A column of a block by its header.
    func column(_ header: String, of key: String) throws -> [CellValue] {
      let (head, rows) = try block(key)
      let letters = try #require(
        (3...40).map { ColumnName.letters($0) }.first { cells["\($0)\(head)"]?.value == .text(header) })
      return (1...rows).map { cells["\(letters)\(head + $0)"]?.value ?? .blank }
    }
  }

  /// A dashboard of two owners, in which the rows of four more people have been typed.
  static func grown(_ change: (inout WorkbookEdit, Data) -> Void = { _, _ in }) throws -> (
    before: [UInt8], after: [UInt8]
  ) {
    let team = Team(owners: ["Ann Lee", "Bob Ray"])
    let larger = Team(owners: ["Ann Lee", "Bob Ray", "Cy Oh", "Di Ng", "Ed Fox", "Flo Kay"])
    let workbook = try team.filled()
    var edit = WorkbookEdit()
    let full = try Workbook(larger.bytes())
    for name in ["Deals", "Targets"] {
      let index = try #require(workbook.sheets.firstIndex { $0.name == name })
      let source = try #require(full.sheets.firstIndex { $0.name == name })
      for (place, cell) in try DashboardTests.cells(full, source) {
        let cellPlace = try #require(CellReference(place))
        guard cellPlace.row > (name == "Deals" ? 5 : 3) else { continue }
        edit.sheets[index, default: SheetEdit()].cells[cellPlace] = CellEdit(cell.value)
      }
    }
    change(&edit, try Data(workbook))
    let before = try workbook.applying(edit)
    return (before, try DashboardTests.filled(before))
  }

  static func charts(_ bytes: [UInt8]) throws -> [String: String] {
    try DashboardTests.parts(bytes, under: "xl/charts/")
  }

  /// The text of a chart without the cells that it shows.
  static func look(_ chart: String) -> String {
    chart.replacing(/<c:(numRef|strRef)>[\s\S]*?<\/c:\1>/, with: "")
  }

  static func expectAll(_ names: [String], _ bytes: [UInt8]) throws {
    let data = try Data(Workbook(bytes))
    let cover = try data.block("cover")
    let fan = try data.block("fan")
    #expect(try data.column("Owner", of: "cover").dropLast() == names.map { .text($0) }[...])
    #expect(try data.column("Owner", of: "fan") == [.text("Team")] + names.map { .text($0) })
    let charts = try Self.charts(bytes)
    for block in [cover, fan] {
      let area = "$\(block.head + 1):$"
      let found = charts.values.filter { $0.contains(area) }
      #expect(found.count == 1)
      #expect(found.first?.contains("<c:ptCount val=\"\(block.rows)\"/>") == true)
      #expect(found.first?.contains("<c:v>Flo Kay</c:v>") == true || found.first?.contains("Flo\nK.") == true)
    }
  }

  @Test func `shows all of them at the next fill, and keeps its drawing`() throws {
    let (before, after) = try Self.grown()
    try Self.expectAll(["Ann Lee", "Bob Ray", "Cy Oh", "Di Ng", "Ed Fox", "Flo Kay"], after)
    let old = try Self.charts(before)
    for (name, text) in try Self.charts(after) { #expect(Self.look(text) == Self.look(old[name] ?? ""), "\(name)") }
    #expect(
      try DashboardTests.parts(after, under: "xl/drawings/") == DashboardTests.parts(before, under: "xl/drawings/"))
    #expect(try DashboardTests.filled(after) == after)
  }

  @Test func `moves a block that has no room where an earlier edition put it`() throws {
    let team = try Team(owners: ["Ann Lee", "Bob Ray"]).filled()
    let place = try Data(team).block("cover")
    let spare = Set((place.head + place.rows + 1)..<(place.head + 9))
    let (before, after) = try Self.grown { edit, data in edit.removedRows[data.sheet] = spare }
    let data = try Data(Workbook(after))
    #expect(try data.block("cover").rows == 7)
    try Self.expectAll(["Ann Lee", "Bob Ray", "Cy Oh", "Di Ng", "Ed Fox", "Flo Kay"], after)
    // Nothing is left where it was.
    let old = try Data(Workbook(before)).block("cover")
    for row in (old.head - 1)...(old.head + old.rows) { #expect(data.cells["E\(row)"]?.value ?? .blank == .blank) }
    #expect(try DashboardTests.filled(after) == after)
  }

  @Test func `has no others where only one would be left`() throws {
    let eight = try Data(Team(owners: (1...8).map { "Owner \($0)" }).filled())
    #expect(try eight.column("Owner", of: "cover").dropLast() == (1...8).map { .text("Owner \($0)") }[...])
    #expect(try eight.column("Owner", of: "fan").last == .text("Owner 8"))
    let nine = try Data(Team(owners: (1...9).map { "Owner \($0)" }).filled())
    #expect(try nine.column("Owner", of: "fan").suffix(2) == [.text("Owner 7"), .text("Others")])
    #expect(try nine.column("Target", of: "fan").last == .number(2_000_000))
    // Two won deals at least, four at most.
    #expect(try nine.column("P50–P90", of: "fan").last == .number(1_000_000))
  }

  @Test(arguments: [Profile.full, .small])
  func `is drawn whole in a new workbook, before anything is typed`(profile: Profile) throws {
    let bytes = try NewCase(language: .english, profile: profile, hasSample: false).bytes()
    let workbook = try Workbook(bytes)
    let data = try Data(workbook)
    let charts = try Self.charts(bytes)
    for key in profile == .small ? ["fan"] : ["cover", "fan"] {
      let block = try data.block(key)
      #expect(charts.values.contains { $0.contains("$\(block.head + 1):$") }, "\(key)")
    }
    let shown = try DashboardTests.cells(workbook, 0).values.map(\.value.shownText)
    #expect(
      shown.contains("Type on the sheet Deals, and this fills") && !shown.contains("Every owner covers the target"))
    guard profile == .full else { return }
    #expect(shown.contains("Type on the sheet Targets, and this fills"))
    #expect(!shown.contains { $0.hasPrefix("Left out") })
    #expect(try data.block("matrix").rows == 40)
  }

  @Test func `says which charts are not on it though their data have come`() throws {
    let workbook = try Workbook(DashboardTests.filled(DashboardTests.team(), .added))
    var edit = WorkbookEdit()
    edit.newDesigns.append(
      DesignedSheet(
        try Team.sheet(
          "Targets",
          [
            Team.heads[.english]!.targets.map { .text($0) },
            [.text("T001"), .text("Ann"), .number(46_023), .number(46_387), .number(1_000_000)],
          ])))
    let grown = try Workbook(workbook.applying(edit))
    let (plan, report) = try FillPlanner(DashboardLookTests.analysis(grown)).plan()
    #expect(report.remarks.count == 1)
    #expect(report.remarks.first?.english.hasPrefix("Not on this dashboard: Coverage by owner. ") == true)
    let shown = try DashboardTests.cells(Workbook(grown.applying(plan)), 0).values.map(\.value.shownText)
    #expect(shown.contains { $0.contains("Not on this dashboard: Coverage by owner. ") })
  }
}
