// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Lays out one data sheet: title, header, table, formats, drop-down lists.
struct DataSheetDesigner {
  /// The purpose of a sheet needs space, even if it has few columns.
  private static let bannerColumns = 8

  private let frame: SheetFrame
  private let plan: BookPlan
  private let analysis: Analysis?
  private let tableNumber: Int
  private var sheet: SheetDesign

  init(_ frame: SheetFrame, plan: BookPlan, analysis: Analysis?, tableNumber: Int) {
    self.frame = frame
    self.plan = plan
    self.analysis = analysis
    self.tableNumber = tableNumber
    sheet = SheetDesign(name: frame.title)
  }

  mutating func design(names: inout NewNames) throws(DealbookError) -> SheetDesign {
    sheet.tabColor = frame.definition.isCore ? CellStylePalette.navy : CellStylePalette.blue
    sheet.frozenRows = SheetFrame.headerRow
    sheet.frozenColumns = 1
    sheet.defaultRowHeight = 18
    SheetBanner(plan).put(
      on: &sheet, title: frame.title, purpose: frame.definition.purpose[plan.language],
      columns: max(frame.columns.count, Self.bannerColumns))
    addHeader()
    addRows()
    addColumns()
    addTable()
    names.defineColumns(of: frame)
    let rules = EntryRules(frame, plan: plan)
    sheet.validations = rules.validations(names: &names)
    sheet.conditionalFormats = try AttentionFormats(frame, plan: plan).formats(names: &names)
    addPrint()
    return sheet
  }

  // MARK: Cells

  private mutating func put(_ row: Int, _ column: Int, _ cell: CellDesign) {
    if let place = CellReference(row: row, column: column) { sheet.cells[place] = cell }
  }

  private mutating func addHeader() {
    var lines = 1
    for column in frame.columns {
      let title = plan.header(of: column.definition)
      put(
        SheetFrame.headerRow, column.number,
        CellDesign(.text(title), look: plan.looks.header(of: column.definition, in: plan.profile)))
      lines = max(lines, TextWidth.lines(of: title, in: width(of: column) - ColumnWidths.filterButton))
    }
    sheet.rowHeights[SheetFrame.headerRow] = Double(lines * 15 + 10)
  }

  private mutating func addRows() {
    for row in frame.tableRows {
      let values = frame.rows.isEmpty ? [:] : frame.rows[row - SheetFrame.firstRow]
      for column in frame.columns {
        put(
          row, column.number,
          CellDesign(values[column.definition.key] ?? .blank, look: plan.looks.cell(of: column.definition)))
      }
    }
  }

  private mutating func addColumns() {
    var follows = false
    for column in frame.columns {
      let hidden = isFolded(column.definition)
      sheet.columns.append(
        ColumnDesign(
          column: column.number, width: width(of: column), look: plan.looks.cell(of: column.definition),
          isHidden: hidden, outlineLevel: hidden ? 1 : 0, isCollapsed: follows && !hidden))
      follows = hidden
    }
    if follows, let last = frame.columns.last {
      sheet.columns.append(ColumnDesign(column: last.number + 1, width: 9, isCollapsed: true))
    }
  }

  /// Helper columns are folded. If the method names headline columns, so are the other computed ones; the button above the columns shows
  /// them.
  private func isFolded(_ column: ColumnDefinition) -> Bool {
    let hasHeadline = frame.columns.contains { $0.definition.isHeadline }
    return column.isHelper || hasHeadline && column.isComputed && !column.isHeadline
  }

  private func width(of column: SheetFrame.Column) -> Double {
    // The title is in larger type in the first column, which is repeated on every printed page.
    let title = column.number == 1 ? (TextWidth.units(frame.title) * 1.7 + 3).rounded(.up) : 0
    return max(title, widthOfText(column))
  }

  private func widthOfText(_ column: SheetFrame.Column) -> Double {
    ColumnWidths.width(
      of: column.definition, header: plan.header(of: column.definition), values: values(of: column),
      language: plan.language, currency: plan.currency)
  }

  private func values(of column: SheetFrame.Column) -> [CellValue] {
    if !column.definition.isComputed { return frame.rows.compactMap { $0[column.definition.key] } }
    return analysis?.values(of: ColumnID(sheet: frame.prefix, key: column.definition.key)) ?? []
  }

  private mutating func addTable() {
    guard let last = frame.columns.last,
      let first = CellReference(row: SheetFrame.headerRow, column: 1),
      let corner = CellReference(row: frame.tableRows.upperBound, column: last.number)
    else { return }
    var formulas: [Int: String] = [:]
    if let analysis {
      for column in frame.columns {
        let id = ColumnID(sheet: frame.prefix, key: column.definition.key)
        guard column.definition.isComputed, let template = analysis.templates[id] else { continue }
        formulas[column.number] = analysis.layout.rowFormula(template, of: id).text(row: SheetFrame.firstRow)
      }
    }
    sheet.tables = [
      TableDesign(
        name: "tbl_\(frame.prefix)", range: CellRange(first, corner), calculatedFormulas: formulas,
        style: "TableStyleLight1")
    ]
  }

  private mutating func addPrint() {
    sheet.print.isLandscape = true
    sheet.print.titleRows = SheetFrame.headerRow...SheetFrame.headerRow
    sheet.print.titleColumns = 1...1
    let width = sheet.columns.filter { !$0.isHidden }.reduce(0) { $0 + $1.width }
    // An empty sheet, and each sheet of a small team, is one page wide; others are as wide as they stay legible.
    let isOne = plan.profile == .small || frame.rows.isEmpty
    sheet.print.pagesWide = isOne ? 1 : max(1, Int((width / ColumnWidths.page).rounded(.up)))
    sheet.print.footer = "&L\(frame.title)&C&P / &N&R&F"
  }
}

/// The two rows above the header of every sheet but the cover: the title, and the purpose of the sheet.
struct SheetBanner {
  private let plan: BookPlan

  init(_ plan: BookPlan) { self.plan = plan }

  func put(on sheet: inout SheetDesign, title: String, purpose: String, columns: Int) {
    let looks = plan.looks
    for column in 1...max(columns, 1) {
      guard let top = CellReference(row: 1, column: column), let below = CellReference(row: 2, column: column) else {
        continue
      }
      sheet.cells[top] = CellDesign(column == 1 ? .text(title) : .blank, look: looks.banner)
      sheet.cells[below] = CellDesign(
        column == 1 ? .text(plan.words.backToCover) : column == 2 ? .text(purpose) : .blank,
        look: column == 1 ? looks.link : looks.purpose)
    }
    if let back = CellReference(row: 2, column: 1) {
      sheet.links.append(CellLink(cell: back, location: "'\(plan.coverTitle)'!A1"))
    }
    sheet.rowHeights[1] = 30
    sheet.rowHeights[2] = 22
  }
}
