// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A team's workbook that was filled, and whose stages have grown since: the weekly export brought new ones, and the team said what they
/// mean.
@Suite struct `A stage list that grows after a fill` {
  private typealias Cell = PlainWorkbook.Cell
  private static let heads: [Cell] = ["Deal ID", "Account", "Owner", "Stage", "Amount", "Expected close"]
  private static let deals: [[Cell]] = [
    ["D-1", "Acme", "Tom", "Closed Won", 120, .date(46_090)], ["D-2", "Bolt", "Mei", "Proposal", 50, .date(46_300)],
    ["D-3", "Cool", "Tom", "Closed Lost", 30, .date(46_100)], ["D-4", "Dash", "Mei", "Negotiation", 80, .date(46_310)],
  ]
  private static let news: [[Cell]] = [
    ["D-5", "Edge", "Tom", "Discovery", 20, .date(46_320)],
    ["D-6", "Fjord", "Mei", "Contract sent", 90, .date(46_330)],
  ]

  private let first: Playbook
  private let second: Playbook
  private let filled: Workbook

  private static func book(_ rows: [[Cell]]) throws -> Workbook {
    try Workbook(PlainWorkbook([.init("Deals", [heads] + rows)]).bytes())
  }

  private static func playbook(_ rows: [[Cell]]) throws -> Playbook {
    let text = try Adoption(book(rows), fileName: "team.xlsx", options: DealSheet.options).playbookText(
      language: .english)
    return try #require(PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))]).playbook)
  }

  private static func filled(_ workbook: Workbook, _ playbook: Playbook) throws -> Workbook {
    let analysis = try Analysis(workbook, playbook: playbook, options: DealSheet.options)
    return try Workbook(workbook.applying(FillPlanner(analysis, dashboard: .added).plan().edit))
  }

  init() throws {
    first = try Self.playbook(Self.deals)
    second = try Self.playbook(Self.deals + Self.news)
    filled = try Self.filled(Self.book(Self.deals), first)
  }

  /// The filled workbook with two more deals typed below.
  private func grown(_ workbook: Workbook? = nil) throws -> Workbook {
    var edit = WorkbookEdit()
    let source = workbook ?? filled
    let index = try #require(source.sheets.firstIndex { $0.name == "Deals" })
    for (row, cells) in Self.news.enumerated() {
      for (column, cell) in cells.enumerated() {
        let value: CellValue =
          switch cell {
          case .text(let text): .text(text)
          case .number(let number): .number(number)
          case .date(let day): .number(Double(day))
          default: .blank
          }
        let place = try #require(CellReference(row: 6 + row, column: column + 1))
        edit.sheets[index, default: SheetEdit()].cells[place] = CellEdit(value)
      }
    }
    return try Workbook(source.applying(edit))
  }

  private func figures(_ workbook: Workbook, _ playbook: Playbook) throws -> [String: Double?] {
    let figures = HeadlineFigures(try Analysis(workbook, playbook: playbook, options: DealSheet.options))
    return ["won": figures.values[.won], "best": figures.values[.best], "commit": figures.values[.commit]]
  }

  @Test func `has the figures of a workbook that was never filled`() throws {
    let fresh = try Self.book(Self.deals + Self.news)
    #expect(second.list("st")?.rows.count == (first.list("st")?.rows.count ?? 0) + 2)
    let grown = try grown()
    #expect(try figures(grown, second) == figures(fresh, second))
    let again = try Self.filled(grown, second)
    #expect(try figures(again, second) == figures(fresh, second))
    // What Excel computes from the cells is the same, on the dashboard too.
    var calculated = again
    try calculated.recalculate()
    #expect(try calculated["Deals"].rows.map(\.cells) == again["Deals"].rows.map(\.cells))
    #expect(try calculated["Lists"].rows.map(\.cells) == again["Lists"].rows.map(\.cells))
    #expect(try calculated["Dashboard"].rows.map(\.cells) == again["Dashboard"].rows.map(\.cells))
    #expect(try calculated["Funnel"].rows.map(\.cells) == again["Funnel"].rows.map(\.cells))
    #expect(try again["Funnel"].rows.dropFirst().map { $0["B"].number } == [1, 2, 3, 4, 5])
    #expect(try again["Funnel"].rows.contains { $0.cells.contains { $0.content == "Contract sent" } })
    #expect(try Self.filled(again, second).sheets.count == again.sheets.count)
    #expect(try Self.filled(again, second)["Lists"].rows.map(\.cells) == again["Lists"].rows.map(\.cells))
  }

  @Test func `takes no formula of its own for typed over, and can be taken out again`() throws {
    let grown = try grown()
    let analysis = try Analysis(grown, playbook: second, options: DealSheet.options)
    #expect(analysis.messages("WBK-005") == [] && analysis.messages("WBK-014") == [])
    let again = try Self.filled(grown, second)
    let removed = try RemovedFill(again, playbook: second, options: DealSheet.options)
    #expect(try Workbook(removed.bytes).sheets.map(\.name) == ["Deals"])
  }

  @Test func `takes other rates of the playbook too, and leaves a list that somebody has edited`() throws {
    var other = first
    let stages = try #require(first.list("st"))
    #expect(stages.rows.count > 3)
    other = try Self.playbook(Self.deals + Self.news)
    let lists = try #require(filled.sheets.firstIndex { $0.name == "Lists" })
    var edit = WorkbookEdit()
    // Somebody's own rate.
    edit.sheets[lists, default: SheetEdit()].cells[try #require(CellReference("H3"))] = CellEdit(.number(0.5))
    let typed = try Workbook(filled.applying(edit))
    let table = try #require(
      try BoundWorkbook(grown(typed), playbook: other, options: DealSheet.options).lists["st"])
    #expect(table.count == stages.rows.count && table.columns["conv"]?[1] == .number(0.5))
  }

  @Test func `stays as it is where another playbook is in force`() throws {
    let analysis = try Analysis(filled, playbook: .builtIn, options: DealSheet.options)
    #expect(analysis.messages("WBK-005") == [])
    #expect(try figures(filled, .builtIn)["won"] == 120)
    let repaired = try RepairedWorkbook(filled, playbook: .builtIn, options: DealSheet.options, level: .all)
    let after = try Workbook(FilledWorkbook(repaired.analysis, repaired: repaired.changedCells).bytes)
    #expect(try figures(after, .builtIn)["won"] == 120)
  }
}
