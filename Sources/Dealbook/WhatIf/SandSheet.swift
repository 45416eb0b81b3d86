// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
public import Spreadsheet

/// Writes scenarios into a workbook: a sheet 沙盤 (“Sand table”) that shows them side by side, with the company's ranges as a chart.
///
/// The present figures and the differences are formulas; the results of scenarios are values, because no formula gives them. The sheet of
/// an earlier run is replaced.
public struct SandSheet {
  let table: SandTable
  let words: DashboardWords
  let palette: DashboardPalette
  var sheet: SheetDesign
  private let title: String
  /// The changes of scenarios whose names do not tell them.
  private var explanations: [String] = []

  /// The figures of an owner that are shown for each scenario.
  private static let keys = ["p_exact", "commit", "p10", "p50", "p90"]
  /// The row for the first line about a scenario without a short name, or of the first table.
  private static let headerRow = 5
  /// What fits into the three lines of a heading.
  private static let longestName = 30.0
  private static let firstColumn = 5
  /// Room for three lines.
  static let headerHeight = 48.0

  public init(_ table: SandTable) {
    self.table = table
    words = DashboardWords(language: table.team.language)
    palette = DashboardPalette(language: table.team.language)
    title = words("沙盤推演", "Sand table")
    sheet = SheetDesign(name: words("沙盤", "Sand table"))
  }

  /// The edit that adds the sheet to the workbook.
  public mutating func edit(_ outcomes: [(name: String, after: Situation)]) throws(DealbookError) -> WorkbookEdit {
    var edit = WorkbookEdit()
    do throws(SpreadsheetError) {
      if let old = try oldSheet() {
        edit.removedSheets = [old]
        sheet.name = table.team.workbook.sheets[old].name
      } else {
        sheet.name = freeName(sheet.name)
      }
    } catch {
      throw .spreadsheet(error)
    }
    design(named(outcomes))
    edit.newDesigns.append(DesignedSheet(sheet))
    return edit
  }

  /// The sheet of an earlier run: with the tool's name for it, the tool's title, and nothing before it.
  private func oldSheet() throws(SpreadsheetError) -> Int? {
    let workbook = table.team.workbook
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      let isOurs = Language.allCases.contains { language in
        let words = DashboardWords(language: language)
        return sheet.name == words("沙盤", "Sand table")
      }
      guard isOurs else { continue }
      let head = try CellGrid(workbook.worksheet(at: index), within: 1...1)[1, 1].text
      let titles = Language.allCases.map { DashboardWords(language: $0)("沙盤推演", "Sand table") }
      if let head, titles.contains(head) { return index }
    }
    return nil
  }

  /// The scenarios with names that fit into headings. A longer one stands in a line of its own above the tables.
  private mutating func named(
    _ outcomes: [(name: String, after: Situation)]
  ) -> [(name: String, after: Situation)] {
    outcomes.enumerated().map { offset, outcome in
      guard TextWidth.units(outcome.name) > Self.longestName else { return outcome }
      let name = words("情境 \(offset + 1)", "Scenario \(offset + 1)")
      explanations.append("\(name)\(words.colon)\(outcome.name)")
      return (name, outcome.after)
    }
  }

  /// Writes a text over the width of a page, on as many lines as it needs.
  private mutating func explain(_ line: String, in row: Int) {
    let width = 48.0 + 5 * 15
    put(
      .text(line), row, 1,
      text.with {
        $0.wrapsText = true
        $0.vertical = .top
      })
    guard let first = CellReference(row: row, column: 1), let last = CellReference(row: row, column: 8) else { return }
    sheet.mergedRanges.append(CellRange(first, last))
    sheet.rowHeights[row] = 16 * Double(TextWidth.wrapped(line, in: width, indent: 0).count)
  }

  private func freeName(_ wanted: String) -> String {
    let taken = Set(table.team.workbook.sheets.map { $0.name.lowercased() })
    var name = wanted
    var number = 2
    while taken.contains(name.lowercased()) {
      name = "\(wanted) \(number)"
      number += 1
    }
    return name
  }

  // MARK: The cells

  var text: CellLook { CellLook().with { $0.textColor = DashboardPalette.ink } }
  var header: CellLook {
    text.with {
      $0.isBold = true
      $0.textColor = DashboardPalette.white
      $0.fill = DashboardPalette.navy
      $0.wrapsText = true
      $0.vertical = .center
    }
  }

  /// The header of a column of figures, which stand on the right.
  var figureHeader: CellLook { header.with { $0.horizontal = .right } }

  func number(_ key: String) -> CellLook {
    text.with { $0.numberFormat = key.hasPrefix("p_") ? "0.0%" : "#,##0" }
  }

  /// White on white: what only a chart reads.
  var unseen: CellLook {
    text.with {
      $0.textColor = DashboardPalette.white
      $0.numberFormat = "#,##0"
    }
  }

  /// About how many rows of the usual height one landscape page holds when these columns are scaled to its width.
  private static func pageRows(columns: Int) -> Int {
    let width = 48 + Double(columns - 3) * 15
    return Int(32 * max(1, width / 140))
  }

  mutating func put(
    _ value: CellValue, _ row: Int, _ column: Int, _ look: CellLook, formula: String? = nil
  ) {
    guard let cell = CellReference(row: row, column: column) else { return }
    sheet.cells[cell] = CellDesign(value, formula: formula, look: look)
  }

  static func name(_ row: Int, _ column: Int, isAbsolute: Bool = false) -> String {
    isAbsolute ? "$\(ColumnName.letters(column))$\(row)" : "\(ColumnName.letters(column))\(row)"
  }

  private mutating func design(_ outcomes: [(name: String, after: Situation)]) {
    put(
      .text(title), 1, 1,
      text.with {
        $0.isBold = true
        $0.fontSize = 16
      })
    put(
      .text(
        words(
          "「現況」與「差」是公式；情境的數字由 dealbook whatif 算出，輸入改變後請重跑。",
          "“Now” and the differences are formulas; the figures of scenarios come from dealbook whatif: run it again when inputs change."
        )), 2, 1,
      text.with {
        $0.isItalic = true
        $0.textColor = DashboardPalette.quiet
      })
    put(
      .text(
        words(
          "前提：每筆商機全數成交或落空，彼此獨立（除非情境另有說明）；階段以有證據者為準。",
          "Assumption: each deal is won in full or not at all, independently unless a scenario says otherwise; stages are those that the evidence supports."
        )),
      3, 1,
      text.with {
        $0.isItalic = true
        $0.textColor = DashboardPalette.quiet
      })
    for (offset, line) in explanations.enumerated() { explain(line, in: Self.headerRow + offset) }
    let firstRow = Self.headerRow + explanations.count + (explanations.isEmpty ? 0 : 1)
    var row = fans(outcomes, from: firstRow)
    let pageRows = Self.pageRows(columns: max(8, Self.firstColumn + 2 * outcomes.count))
    var top = 1
    for key in Self.keys {
      // A block begins a page rather than go over two.
      let height = 4 + table.before.owners.count
      if row + 2 > top, row + 2 + height - top > pageRows, row > firstRow {
        sheet.print.rowBreaks.append(row + 2)
        top = row + 2
      }
      row = block(key, outcomes, from: row + 2)
    }
    sheet.columns =
      [ColumnDesign(column: 1, width: 22), ColumnDesign(column: 2, width: 13), ColumnDesign(column: 3, width: 13)]
      + (4...max(8, Self.firstColumn + 2 * outcomes.count)).map { ColumnDesign(column: $0, width: 15) }
    sheet.frozenColumns = 1
    sheet.showsGridlines = false
    sheet.rowHeights[1] = 24
    sheet.print.isLandscape = true
    sheet.print.pagesWide = 1
  }

  private func label(_ key: String) -> String {
    switch key {
    case "p_exact": words("達標機率", "Chance of target")
    case "commit": words("可承諾", "Committable")
    case "p10": words("九成把握至少", "9 in 10: at least")
    case "p50": words("五成把握至少", "Even odds: at least")
    default: words("一成把握至少", "1 in 10: at least")
    }
  }

  /// Writes one figure of every owner: now, in each scenario, and the differences. Returns the last row.
  private mutating func block(
    _ key: String, _ outcomes: [(name: String, after: Situation)], from row: Int
  ) -> Int {
    put(
      .text(label(key)), row, 1,
      text.with {
        $0.isBold = true
        $0.fontSize = 13
      })
    let change = words("差：", "Change: ")
    let heads =
      [words("責任人", "Owner"), words("期初", "From"), words("期末", "To"), words("目標", "Target"), words("現況", "Now")]
      + outcomes.map(\.name) + outcomes.map { "\(change)\($0.name)" }
    for (place, head) in heads.enumerated() { put(.text(head), row + 1, place + 1, place > 2 ? figureHeader : header) }
    sheet.rowHeights[row + 1] = Self.headerHeight
    for (offset, owner) in table.before.owners.enumerated() {
      let at = row + 2 + offset
      let day = text.with { $0.numberFormat = "yyyy-mm-dd" }
      put(.text(owner.name), at, 1, text)
      put(owner.start.map { .number($0) } ?? .blank, at, 2, day)
      put(owner.end.map { .number($0) } ?? .blank, at, 3, day)
      now(owner.values["target"] ?? .blank, "target", offset, at, 4)
      now(owner.values[key] ?? .blank, key, offset, at, Self.firstColumn)
      for (scenario, outcome) in outcomes.enumerated() where offset < outcome.after.owners.count {
        let value = outcome.after.owners[offset].values[key] ?? .blank
        let column = Self.firstColumn + 1 + scenario
        put(value, at, column, number(key))
        difference(value, owner.values[key] ?? .blank, key, at, column, outcomes.count)
      }
    }
    return row + 1 + table.before.owners.count
  }

  /// Writes the present value: a reference to the Targets sheet if it has the column, so that it stays current.
  private mutating func now(_ value: CellValue, _ key: String, _ offset: Int, _ row: Int, _ column: Int) {
    var formula: String?
    if let targets = table.team.sheet("tg"), let located = targets.column(key) {
      let rows = (0..<targets.rows.count).filter { targets.rows.kinds[$0] == .data }
      if offset < rows.count, rows[offset] < located.values.count, located.values[rows[offset]] == value {
        let place = Self.name(targets.rows.range.lowerBound + rows[offset], located.number)
        formula = "\(SheetName.quoted(targets.title))!\(place)"
      }
    }
    put(value, row, column, number(key), formula: formula)
  }

  private mutating func difference(
    _ after: CellValue, _ before: CellValue, _ key: String, _ row: Int, _ column: Int, _ distance: Int
  ) {
    let (a, b) = (Self.name(row, column), Self.name(row, Self.firstColumn))
    var value = CellValue.text("")
    if let x = after.number, let y = before.number {
      let scale = key.hasPrefix("p_") ? 10_000.0 : 100
      value = .number(((x - y) * scale).rounded(.toNearestOrAwayFromZero) / scale)
    }
    let digits = key.hasPrefix("p_") ? 4 : 2
    let look = text.with {
      $0.numberFormat = key.hasPrefix("p_") ? "+0.0%;-0.0%;0.0%" : "+#,##0;-#,##0;0"
      $0.textColor = DashboardPalette.quiet
    }
    put(
      value, row, column + distance, look,
      formula: "IF(AND(ISNUMBER(\(a)),ISNUMBER(\(b))),ROUND(\(a)-\(b),\(digits)),\"\")")
  }
}
