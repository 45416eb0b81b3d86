// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension SheetDesign {
  /// An empty sheet that supports the data sheets: with a grey tab, its header frozen, and no grid lines.
  fileprivate init(supporting special: SpecialSheet, in language: Language, rowHeight: Double) {
    self.init(name: special.titles[language])
    tabColor = CellStylePalette.slate
    frozenRows = SheetFrame.headerRow
    defaultRowHeight = rowHeight
    showsGridlines = false
  }
}

/// Lays out the Settings sheet: every parameter with its value, unit and meaning.
struct SettingsDesigner {
  private let plan: BookPlan
  private let special: SpecialSheet

  /// Nil if the playbook has no such sheet.
  init?(_ plan: BookPlan) {
    guard let special = plan.playbook.specialSheet(.settings) else { return nil }
    self.plan = plan
    self.special = special
  }

  private static let noteWidth = 90.0

  /// The cell of each setting's value.
  var places: [String: CellReference] {
    var places: [String: CellReference] = [:]
    for (offset, setting) in plan.playbook.settings.enumerated() {
      places[setting.name] = CellReference(row: SheetFrame.firstRow + offset, column: 2)
    }
    return places
  }

  func design(names: inout NewNames) -> SheetDesign {
    var sheet = SheetDesign(supporting: special, in: plan.language, rowHeight: 18)
    SheetBanner(plan).put(
      on: &sheet, title: sheet.name, purpose: plan.words.settingsPurpose, columns: special.columns.count)
    for (offset, column) in special.columns.enumerated() {
      put(
        SheetFrame.headerRow, offset + 1, .text(column.titles[plan.language]), plan.looks.header(CellStylePalette.navy),
        &sheet)
      sheet.columns.append(ColumnDesign(column: offset + 1, width: [20, 16, 10, Self.noteWidth][min(offset, 3)]))
    }
    sheet.rowHeights[SheetFrame.headerRow] = 24
    for (offset, setting) in plan.playbook.settings.enumerated() {
      let row = SheetFrame.firstRow + offset
      let value = plan.value(of: setting)
      put(row, 1, .text(setting.name), look.with { $0.fill = CellStylePalette.paleGrey }, &sheet)
      put(row, 2, value, valueLook(setting), &sheet)
      for (place, column) in special.columns.enumerated().dropFirst(2) {
        let text = column.key == "unit" ? plan.unit(of: setting) : note(of: setting)
        put(row, place + 1, .text(text), look.with { $0.wrapsText = column.key != "unit" }, &sheet)
        let lines = column.key == "unit" ? 1 : TextWidth.lines(of: text, in: Self.noteWidth - 4)
        if lines > 1 { sheet.rowHeights[row] = Double(lines) * 15 + 3 }
      }
      if let cell = CellReference(row: row, column: 2) { sheet.validations.append(rule(for: setting, at: cell)) }
    }
    sheet.print.isLandscape = true
    sheet.print.pagesWide = 1
    sheet.print.titleRows = SheetFrame.headerRow...SheetFrame.headerRow
    _ = names.define(all: plan.playbook.settings.map(\.name))
    return sheet
  }

  private var look: CellLook {
    plan.looks.label.with {
      $0.border = CellStylePalette.line
      $0.horizontal = .left
      $0.indent = 1
    }
  }

  private func valueLook(_ setting: SettingDefinition) -> CellLook {
    look.with {
      $0.horizontal = .right
      $0.isBold = true
      if case .date = setting.defaultValue { $0.numberFormat = CellStyles.numberFormat(of: .date) }
      if case .number(let number) = setting.defaultValue, number.magnitude >= 1000 { $0.numberFormat = "#,##0" }
    }
  }

  private func note(of setting: SettingDefinition) -> String {
    let title = setting.titles[plan.language]
    let note = setting.note[plan.language]
    return note.isEmpty ? title : plan.words("\(title)：\(note)", "\(title): \(note)")
  }

  private func rule(for setting: SettingDefinition, at cell: CellReference) -> EntryRule {
    let range = CellRange(cell, cell)
    switch setting.defaultValue {
    case .date:
      return EntryRule(
        range: range, kind: .date(.between(1, 2_958_465)), severity: .stop, errorTitle: plan.words.notAllowed,
        errorMessage: plan.words.needsDate)
    case .number:
      return EntryRule(
        range: range, kind: .decimal(.between(-1e15, 1e15)), severity: .stop, errorTitle: plan.words.notAllowed,
        errorMessage: plan.words.needsNumber)
    case .text:
      return EntryRule(range: range, kind: .custom("TRUE"), severity: .none)
    }
  }

  private func put(_ row: Int, _ column: Int, _ value: CellValue, _ look: CellLook, _ sheet: inout SheetDesign) {
    if let cell = CellReference(row: row, column: column) { sheet.cells[cell] = CellDesign(value, look: look) }
  }
}

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

/// Lays out the funnel table; a fill writes its formulas.
struct FunnelDesigner {
  private let plan: BookPlan
  private let special: SpecialSheet
  private let funnel: FunnelDefinition

  /// Nil if the playbook has no funnel, or the workbook lacks the sheets for it.
  init?(_ plan: BookPlan) {
    guard let special = plan.playbook.specialSheet(.funnel), let funnel = plan.playbook.funnel,
      funnel.needs.allSatisfy({ plan.frame($0) != nil })
    else { return nil }
    self.plan = plan
    self.special = special
    self.funnel = funnel
  }

  func design() -> SheetDesign {
    var sheet = SheetDesign(supporting: special, in: plan.language, rowHeight: 20)
    SheetBanner(plan).put(
      on: &sheet, title: sheet.name, purpose: plan.words.funnelPurpose, columns: funnel.columns.count)
    let won = ListTables(plan.playbook, language: plan.language)[funnel.list]?.columns["won"] ?? []
    let stages = won.firstIndex { $0 == .number(1) } ?? won.count
    for (offset, column) in funnel.columns.enumerated() {
      let header = column.titles[plan.language]
      let definition = ColumnDefinition(
        key: column.key, titles: column.titles, type: column.type,
        computed: column.formula.map { ComputedColumn(formula: $0) })
      put(
        SheetFrame.headerRow, offset + 1, CellDesign(.text(header), look: plan.looks.header(CellStylePalette.slate)),
        &sheet)
      for stage in 0..<stages {
        put(
          SheetFrame.firstRow + stage, offset + 1,
          CellDesign(
            column.formula == nil ? .number(Double(stage + 1)) : .blank, look: plan.looks.cell(of: definition)), &sheet)
      }
      sheet.columns.append(
        ColumnDesign(
          column: offset + 1,
          width: offset == 0
            ? 20
            : ColumnWidths.width(
              of: definition, header: header, values: [], language: plan.language, currency: plan.currency)))
    }
    sheet.rowHeights[SheetFrame.headerRow] = 36
    sheet.print.isLandscape = true
    sheet.print.pagesWide = 1
    return sheet
  }

  private func put(_ row: Int, _ column: Int, _ cell: CellDesign, _ sheet: inout SheetDesign) {
    if let place = CellReference(row: row, column: column) { sheet.cells[place] = cell }
  }
}
