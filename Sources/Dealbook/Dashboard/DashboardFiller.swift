// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Writes the dashboard of a workbook, or updates the figures of the existing one.
///
/// Whatever a team has moved, recoloured or deleted stays that way: of an existing dashboard, only the hidden sheet behind it, the ranges
/// of charts whose rows have become more or fewer, and the cached values of cells that show one of its cells are updated.
struct DashboardFiller {
  private let source: DashboardSource
  private let stored: StoredDashboard?
  /// Whether a new dashboard is the sheet that is shown when the file is opened.
  private let isShownFirst: Bool
  /// The formulas in cells, from which the names they use are taken.
  private(set) var templates: [FormulaTemplate] = []

  private var team: BoundWorkbook { source.team }
  private var words: DashboardWords { source.words }

  /// Nil if there is no dashboard and none is wanted.
  init?(_ analysis: Analysis, isWanted: Bool, isShownFirst: Bool) throws(DealbookError) {
    source = DashboardSource(analysis)
    do {
      stored = try StoredDashboard(analysis.team)
    } catch {
      throw .spreadsheet(error)
    }
    self.isShownFirst = isShownFirst
    guard isWanted || stored != nil else { return nil }
  }

  mutating func fill(_ edit: inout WorkbookEdit, _ report: inout FillReport) throws(DealbookError) {
    var names = team.workbook.sheets.map(\.name) + edit.newSheets.map(\.name)
    func free(_ wanted: String) -> String {
      var name = wanted
      var number = 2
      while names.contains(where: { $0.lowercased() == name.lowercased() }) {
        name = "\(wanted) \(number)"
        number += 1
      }
      names.append(name)
      return name
    }
    let title = stored == nil ? free(words.dashboard) : ""
    let dataName = stored.map { team.workbook.sheets[$0.dataIndex].name } ?? free(words.chartData)
    let content = try DashboardContent(source, sheet: dataName, stored: stored)
    let data = content.data
    templates = data.templates
    if let stored {
      stored.renew(data, &edit)
      if !content.undrawn.isEmpty {
        func remark(_ language: Language) -> String {
          DashboardWords(language: language).undrawn(content.undrawn, dataSheet: dataName)
        }
        report.remarks.append(
          Localized(
            traditionalChinese: remark(.traditionalChinese), simplifiedChinese: remark(.simplifiedChinese),
            english: remark(.english)))
      }
      return
    }
    guard !content.isEmpty else {
      report.leftOut.append(LeftOutSheet(sheet: title, why: DashboardWords.nothingToShow, isWhole: true))
      templates = []
      return
    }
    var designer = DashboardDesigner(source, name: title)
    // What the workbook cannot have takes no room, and is named below.
    let sheet = designer.design(
      cards: content.cards.filter { $0.lack == nil }, tiles: content.tiles.map(\.tile), notes: content.notes,
      asOf: content.asOf)
    edit.newDesigns.append(DesignedSheet(sheet, isFirst: true, isShownFirst: isShownFirst))
    edit.newDesigns.append(DesignedSheet(dataSheet(data)))
    report.additions += [.sheet(title), .sheet(dataName)]
  }

  private func dataSheet(_ data: ChartData) -> SheetDesign {
    var sheet = SheetDesign(name: data.sheet)
    sheet.isHidden = true
    sheet.columns = (1...20).map { ColumnDesign(column: $0, width: $0 < 3 ? 10 : 16) }
    for (place, cell) in data.cells {
      var look = source.palette.text.with { $0.numberFormat = cell.format }
      if cell.isHeader { look.isBold = true }
      // Text would be invisible under a format that shows nothing for text.
      if cell.value.number == nil { look.numberFormat = "General" }
      sheet.cells[place] = CellDesign(cell.value, formula: cell.formula, look: look)
    }
    sheet.print.isLandscape = true
    sheet.print.pagesWide = 1
    return sheet
  }
}
