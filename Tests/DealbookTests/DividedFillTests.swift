// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Deals on a tab for each salesperson.
private struct Tabs {
  var people = ["Kim", "Lee", "Ann"]
  /// Empty rows above the header, by tab.
  var offsets = [0, 0, 2]
  var others: [PlainWorkbook.Sheet] = []

  func workbook() throws -> Workbook {
    let header: [PlainWorkbook.Cell] = [
      "Deal ID", "Account", "Opportunity", "Stage", "Amount", "Probability", "Close date",
    ]
    let sheets = people.enumerated().map { place, person in
      let rows = (0..<4).map { row -> [PlainWorkbook.Cell] in
        [
          .text("D-\(place)0\(row)"), .text("Client \(place)\(row)"), .text("Project \(person) \(row)"),
          .text(["Verify opportunity", "Negotiate contract", "Won", "Lost"][row]),
          .number(Double(1000 * (10 * place + row + 1))), 0.5, .date(46_200 + row),
        ]
      }
      return PlainWorkbook.Sheet(person, Array(repeating: [], count: offsets[place]) + [header] + rows)
    }
    return try Workbook(PlainWorkbook(sheets + others).bytes())
  }

  func filled(_ workbook: Workbook? = nil) throws -> FilledWorkbook {
    try FilledWorkbook(Analysis(workbook ?? self.workbook(), playbook: .builtIn, options: DealSheet.options))
  }
}

extension FilledWorkbook {
  /// How many cells of a column hold formulas, and how many hold values, on each tab.
  fileprivate func kinds(of key: String, on prefix: String = "de") throws -> [String] {
    let workbook = try Workbook(bytes)
    let analysis = try Analysis(workbook, playbook: .builtIn, options: DealSheet.options)
    let sheet = try #require(analysis.team.sheet(prefix))
    let number = try #require(sheet.column(key)).number
    return try ([(sheet.title, sheet.sheetIndex)] + sheet.parts.map { ($0.title, $0.sheetIndex) }).map { title, index in
      var (formulas, values) = (0, 0)
      let worksheet = try workbook.worksheet(at: index)
      try worksheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells where cell.column == number {
          if cell.formulaKind != .none {
            formulas += 1
          } else if case .number = try worksheet.value(of: cell, row: row.index) {
            values += 1
          }
        }
      }
      return "\(title) \(formulas) \(values)"
    }
  }
}

@Suite struct `Several tabs read as one sheet` {
  @Test func `get formulas for what a row's own cells tell`() throws {
    let filled = try Tabs().filled()
    #expect(try filled.kinds(of: "weighted") == ["Kim 4 0", "Lee 4 0", "Ann 4 0"])
  }

  @Test func `get values for what would have to read all of them`() throws {
    let accounts = PlainWorkbook.Sheet(
      "Accounts", [["Account ID", "Account name"]] + (0..<3).map { [.text("Client \($0)0"), .text("Name \($0)")] })
    let filled = try Tabs(others: [accounts]).filled()
    let analysis = try Analysis(Workbook(filled.bytes), playbook: .builtIn, options: DealSheet.options)
    let column = try #require(analysis.team.sheet("acc")?.column("open_pipe"))
    #expect(column.values.values == [.number(1000), .number(11_000), .number(21_000)])
    #expect(try filled.kinds(of: "open_pipe", on: "acc") == ["Accounts 0 3"])
  }

  @Test func `are as they are when filled again`() throws {
    let once = try Tabs().filled()
    let again = try Tabs().filled(Workbook(once.bytes))
    #expect(again.bytes == once.bytes)
  }

  @Test func `have no name over the column of one of them`() throws {
    let names = try Workbook(Tabs().filled().bytes).definedNames.map(\.name)
    #expect(!names.contains { $0.hasPrefix("de_") })
    #expect(names.contains { $0.hasPrefix("st_") })
  }

  @Test func `get a funnel table of values where it reads them, which each fill renews`() throws {
    let workbook = try Workbook(Tabs().filled().bytes)
    func counted(_ workbook: Workbook) throws -> Double {
      let table = try cells(of: "Funnel", in: workbook)
      let count = try #require(table.first { $0.value.value == .text("Count") }?.key.first)
      let rate = try #require(table.first { $0.value.value == .text("Margin rate") }?.key.first)
      // What is in the table's own row is a formula.
      #expect((2...6).allSatisfy { table["\(count)\($0)"]?.formula == nil && table["\(rate)\($0)"]?.formula != nil })
      return (2...6).reduce(0) { $0 + (table["\(count)\($1)"]?.value.asNumber ?? 0) }
    }
    #expect(try counted(workbook) == 3)
    let kim = try #require(workbook.sheets.firstIndex { $0.name == "Kim" })
    var edit = WorkbookEdit()
    edit.sheets[kim, default: SheetEdit()].cells[try #require(CellReference("D2"))] = CellEdit(.text("Lost"))
    let renewed = try Workbook(Tabs().filled(Workbook(workbook.applying(edit))).bytes)
    #expect(try counted(renewed) == 2)
  }

  /// Every cell of a sheet: formula or shown value, by name.
  private func cells(of title: String, in workbook: Workbook) throws -> [String: (formula: String?, value: CellValue)] {
    let index = try #require(workbook.sheets.firstIndex { $0.name == title })
    var cells: [String: (String?, CellValue)] = [:]
    try CellListing.forEach(in: workbook, sheetIndex: index) { cell in
      cells["\(cell.cell)"] = (cell.formula, cell.value)
    }
    return cells
  }

  @Test func `get a dashboard whose figures are values where they read all tabs`() throws {
    let filled = try FilledWorkbook(
      Analysis(Tabs().workbook(), playbook: .builtIn, options: DealSheet.options), dashboard: .added)
    #expect(filled.report.leftOut == [])
    let workbook = try Workbook(filled.bytes)
    let data = try cells(of: "Chart data", in: workbook)
    #expect(!data.values.contains { $0.formula?.contains("de_") == true })
    // The cards and charts still go by the cells behind them.
    let dashboard = try cells(of: "Dashboard", in: workbook)
    #expect(dashboard.values.contains { $0.formula?.hasPrefix("'Chart data'!") == true })
    // Four deals a person: one of each is won, 3,000, 13,000 and 23,000.
    let place = try #require(data.first { $0.value.value == .text("won") }?.key)
    let row = try #require(CellReference(place)?.row)
    #expect(data["E\(row)"]?.value == .number(39_000))
    let line = try #require(dashboard.values.map(\.value.shownText).first { $0.hasPrefix("As of") })
    #expect(line.hasSuffix("dealbook fill updates the figures that come from several sheets"))
    #expect(try Tabs().filled(workbook).bytes == filled.bytes)
  }

  @Test func `are renewed on the dashboard by the next fill`() throws {
    let filled = try FilledWorkbook(
      Analysis(Tabs().workbook(), playbook: .builtIn, options: DealSheet.options), dashboard: .added)
    var edit = WorkbookEdit()
    let amount = try #require(CellReference("E4"))
    edit.sheets[1] = SheetEdit()
    edit.sheets[1]?.cells[amount] = CellEdit(.number(5000))
    let changed = try Workbook(Workbook(filled.bytes).applying(edit))
    let again = try cells(of: "Chart data", in: Workbook(Tabs().filled(changed).bytes))
    let row = try #require(again.first { $0.value.value == .text("won") }.flatMap { CellReference($0.key)?.row })
    #expect(again["E\(row)"]?.value == .number(39_000 - 3000 + 5000))
  }
}
