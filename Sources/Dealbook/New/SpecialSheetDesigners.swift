// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension SheetDesign {
  /// An empty sheet that supports the data sheets: with a grey tab, its header frozen, and no grid lines.
  init(supporting special: SpecialSheet, in language: Language, rowHeight: Double) {
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
