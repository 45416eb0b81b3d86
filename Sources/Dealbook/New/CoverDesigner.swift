// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Lays out the first sheet: what the workbook is, how to use it, what its colours mean, and a link to each sheet.
struct CoverDesigner {
  private let plan: BookPlan
  private var words: NewWords { plan.words }

  init(_ plan: BookPlan) { self.plan = plan }

  /// - Parameter sheets: all other sheets, in order.
  func design(_ sheets: [SheetDesign]) -> SheetDesign {
    var sheet = SheetDesign(name: plan.coverTitle)
    sheet.tabColor = CellStylePalette.navy
    sheet.showsGridlines = false
    sheet.defaultRowHeight = 20
    sheet.columns = zip(1..., [3.0, 24, 98, 12, 12, 3]).map { ColumnDesign(column: $0, width: $1) }
    for column in 1...6 {
      put(1, column, .blank, plan.looks.banner, &sheet)
      put(2, column, .blank, plan.looks.banner, &sheet)
      put(3, column, .blank, plan.looks.purpose, &sheet)
    }
    put(1, 2, .text(words.workbookTitle), plan.looks.banner.with { $0.fontSize = 22 }, &sheet)
    put(
      2, 2, .text(words.loop),
      plan.looks.banner.with {
        $0.fontSize = 12
        $0.isBold = false
      }, &sheet)
    put(3, 2, .text(words.madeBy(plan.playbook.name, plan.profile, asOfText)), plan.looks.purpose, &sheet)
    sheet.rowHeights = [1: 42, 2: 26, 3: 22]
    var row = 5
    if plan.hasSample {
      put(
        row, 2, .text(words.sampleNote),
        plan.looks.label.with {
          $0.isBold = true
          $0.textColor = "9C1C1C"
        }, &sheet)
      row += 2
    }
    addSteps(&row, &sheet)
    addLegend(&row, &sheet)
    addSheets(sheets, &row, &sheet)
    sheet.print.isLandscape = true
    sheet.print.pagesWide = 1
    sheet.print.pagesTall = 1
    sheet.print.isCentered = true
    return sheet
  }

  private var asOfText: String {
    SerialDates.cell(plan.asOf).number.flatMap { SerialDate.isoText(serial: $0, system: .year1900) } ?? ""
  }

  private func addSteps(_ row: inout Int, _ sheet: inout SheetDesign) {
    heading(words.howTo, &row, &sheet)
    for (offset, step) in words.steps.enumerated() {
      put(row, 2, .text("\(offset + 1)   \(step)"), plan.looks.label.with { $0.wrapsText = true }, &sheet)
      if let first = CellReference(row: row, column: 2), let last = CellReference(row: row, column: 5) {
        sheet.mergedRanges.append(CellRange(first, last))
      }
      let lines = TextWidth.lines(of: step, in: 125)
      sheet.rowHeights[row] = Double(lines * 15 + 6)
      row += 1
    }
    row += 1
  }

  private func addLegend(_ row: inout Int, _ sheet: inout SheetDesign) {
    heading(words.colours, &row, &sheet)
    let looks = plan.looks
    func swatch(_ look: DifferentialLook) -> CellLook {
      looks.label.with {
        $0.fill = look.fill
        $0.textColor = look.textColor ?? CellStylePalette.ink
        $0.border = CellStylePalette.line
        $0.horizontal = .center
      }
    }
    let rows: [(CellLook, String, CellLook, String)] = [
      (looks.header(CellStylePalette.navy), words.requiredInput, swatch(CellStylePalette.missing), words.missingCell),
      (looks.header(CellStylePalette.blue), words.optionalInput, swatch(CellStylePalette.caution), words.cautionCell),
      (looks.header(CellStylePalette.slate), words.computed, swatch(CellStylePalette.alarm), words.alarmCell),
    ]
    for (header, headerText, cell, cellText) in rows {
      put(row, 2, .text(headerText), header, &sheet)
      put(row, 3, .text(cellText), cell, &sheet)
      row += 1
    }
    row += 1
  }

  private func addSheets(_ sheets: [SheetDesign], _ row: inout Int, _ sheet: inout SheetDesign) {
    for (column, text) in zip(2..., [words.sheets, words.purpose, words.inputs, words.computedColumns]) {
      put(row, column, .text(text), plan.looks.header(CellStylePalette.navy), &sheet)
    }
    row += 1
    let look = plan.looks.label.with {
      $0.border = CellStylePalette.line
      $0.indent = 1
      $0.horizontal = .left
    }
    for other in sheets {
      let frame = plan.frames.first { $0.title == other.name }
      if let cell = CellReference(row: row, column: 2) {
        sheet.links.append(CellLink(cell: cell, location: SheetName.quoted(other.name) + "!A1"))
      }
      put(
        row, 2, .text(other.name),
        look.with {
          $0.textColor = CellStylePalette.blue
          $0.isUnderlined = true
          $0.isBold = true
        }, &sheet)
      put(row, 3, .text(purpose(of: other.name)), look, &sheet)
      for (column, isComputed) in [(4, false), (5, true)] {
        let count = frame.map { $0.columns.count { $0.definition.isComputed == isComputed } }
        put(
          row, column, count.map { .number(Double($0)) } ?? .blank,
          look.with {
            $0.horizontal = .center
            $0.indent = 0
          }, &sheet)
      }
      row += 1
    }
  }

  private func purpose(of title: String) -> String {
    if let frame = plan.frames.first(where: { $0.title == title }) { return frame.definition.purpose[plan.language] }
    if title == plan.title(of: .settings) { return words.settingsPurpose }
    return title == plan.title(of: .lists) ? words.listsPurpose : words.funnelPurpose
  }

  private func heading(_ text: String, _ row: inout Int, _ sheet: inout SheetDesign) {
    put(
      row, 2, .text(text),
      plan.looks.label.with {
        $0.isBold = true
        $0.fontSize = 13
        $0.textColor = CellStylePalette.navy
      }, &sheet)
    sheet.rowHeights[row] = 24
    row += 1
  }

  private func put(_ row: Int, _ column: Int, _ value: CellValue, _ look: CellLook, _ sheet: inout SheetDesign) {
    if let cell = CellReference(row: row, column: column) { sheet.cells[cell] = CellDesign(value, look: look) }
  }
}
