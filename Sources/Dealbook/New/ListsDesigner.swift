// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Lays out the Lists sheet: each list with its codes, labels and parameters; labels in other languages are folded.
struct ListsDesigner {
  private let plan: BookPlan
  private let special: SpecialSheet
  private let tables: ListTables

  /// Nil if the playbook has no such sheet.
  init?(_ plan: BookPlan) {
    guard let special = plan.playbook.specialSheet(.lists) else { return nil }
    self.plan = plan
    self.special = special
    tables = ListTables(plan.playbook, language: plan.language)
  }

  private struct Place {
    var list: ListDefinition
    var names: [String]
    var firstColumn: Int

    /// By column name.
    var columns: [String: Int] {
      Dictionary(
        names.enumerated().map { ($0.element, firstColumn + $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The lists side by side, separated by an empty column.
  private var layout: [Place] {
    var next = 1
    return plan.playbook.lists.filter(\.isOffered).map { list in
      let names =
        ["code"] + Language.allCases.map(\.listColumn) + ["label"] + list.extraColumns
        + list.computedColumns.map(\.name)
      defer { next += names.count + 1 }
      return Place(list: list, names: names, firstColumn: next)
    }
  }

  /// The cells of each column by its defined name, such as `st_label`.
  var places: [String: (column: Int, rows: ClosedRange<Int>)] {
    var places: [String: (column: Int, rows: ClosedRange<Int>)] = [:]
    for place in layout where !place.list.rows.isEmpty {
      for (name, column) in place.columns {
        places["\(place.list.prefix)_\(name)"] = (
          column, SheetFrame.firstRow...(SheetFrame.firstRow + place.list.rows.count - 1)
        )
      }
    }
    return places
  }

  func design(names: inout NewNames) -> SheetDesign {
    var sheet = SheetDesign(supporting: special, in: plan.language, rowHeight: 18)
    let width = layout.last.map { $0.firstColumn + $0.names.count - 1 } ?? 1
    SheetBanner(plan).put(on: &sheet, title: sheet.name, purpose: "", columns: width)
    let used = used
    for place in layout { add(place, isUsed: used?.contains(place.list.prefix) ?? true, to: &sheet) }
    sheet.rowHeights[SheetFrame.headerRow] = 24
    let shown = Dictionary(sheet.columns.map { ($0.column, $0.isHidden ? 0 : $0.width) }, uniquingKeysWith: { $1 })
    sheet.print = .lists(
      layout.map { place in
        let columns = place.firstColumn...(place.firstColumn + place.names.count)
        return (place.firstColumn, columns.reduce(0) { $0 + (shown[$1] ?? 0) })
      }, headerRow: SheetFrame.headerRow)
    // The title of each list is on every page too.
    sheet.print.titleRows = 2...SheetFrame.headerRow
    // For a small team, each sheet is printed on one page.
    if plan.profile == .small {
      sheet.print.pagesWide = 1
      sheet.print.columnBreaks = []
    }
    return sheet
  }

  /// The lists from which a column of the workbook takes its labels. For a small team the other lists are folded; formulas can still read
  /// them.
  private var used: Set<String>? {
    guard plan.profile == .small else { return nil }
    var used: Set<String> = []
    for column in plan.frames.flatMap(\.columns) {
      if case .list(let prefix) = column.definition.allowed { used.insert(prefix) }
    }
    return used
  }

  /// The greatest width of a column; longer texts wrap.
  private static let widest = 40.0

  private func add(_ place: Place, isUsed: Bool, to sheet: inout SheetDesign) {
    guard let table = tables[place.list.prefix] else { return }
    let columns = place.columns
    // The label column that formulas read repeats the workbook's language, so it is folded with the labels in other languages.
    let visible = ["code", plan.language.listColumn] + place.list.extraColumns + place.list.computedColumns.map(\.name)
    var follows = false
    for name in place.names {
      guard let column = columns[name] else { continue }
      let isComputed = name == "label" || place.list.computedColumns.contains { $0.name == name }
      let isHidden = !isUsed || !visible.contains(name)
      let values = table.columns[name] ?? []
      let widest = (values.compactMap(\.text) + ["\(place.list.prefix).\(name)"]).map(TextWidth.units).max() ?? 0
      let width = min(Self.widest, max(8, widest + 3))
      put(
        SheetFrame.headerRow, column, .text("\(place.list.prefix).\(name)"), nil,
        plan.looks.header(isComputed ? CellStylePalette.slate : CellStylePalette.navy).with { $0.wrapsText = false },
        &sheet)
      for (offset, value) in values.enumerated() {
        let row = SheetFrame.firstRow + offset
        put(
          row, column, value, ListFormula.text(of: name, in: table, places: columns, row: row, names: NameChoice()),
          plan.looks.label.with {
            $0.border = CellStylePalette.line
            if isComputed { $0.fill = CellStylePalette.paleGrey }
            if name == "code" { $0.textColor = CellStylePalette.quiet }
            if widest + 3 > Self.widest { $0.wrapsText = true }
          }, &sheet)
        if !isHidden, let text = value.text {
          let lines = TextWidth.lines(of: text, in: width - 3)
          if lines > 1 { sheet.rowHeights[row] = max(sheet.rowHeights[row] ?? 0, Double(lines) * 15 + 3) }
        }
      }
      sheet.columns.append(
        ColumnDesign(
          column: column, width: width, isHidden: isHidden, outlineLevel: isHidden ? 1 : 0,
          isCollapsed: follows && !isHidden))
      follows = isHidden
    }
    sheet.columns.append(
      ColumnDesign(
        column: place.firstColumn + place.names.count, width: 3, isHidden: !isUsed, outlineLevel: isUsed ? 0 : 1,
        isCollapsed: follows && isUsed))
    // The list's title is above it.
    put(
      2, place.firstColumn, .text(place.list.titles[plan.language]), nil, plan.looks.purpose.with { $0.isBold = true },
      &sheet)
  }

  private func put(
    _ row: Int, _ column: Int, _ value: CellValue, _ formula: String?, _ look: CellLook, _ sheet: inout SheetDesign
  ) {
    if let cell = CellReference(row: row, column: column) {
      sheet.cells[cell] = CellDesign(value, formula: formula, look: look)
    }
  }
}
