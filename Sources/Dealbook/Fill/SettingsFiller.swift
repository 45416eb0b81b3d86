// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Adds the settings that formulas need and the workbook lacks.
struct SettingsFiller {
  struct Place {
    var sheet: String
    var sheetIndex: Int?
    var cell: CellReference
  }

  private let analysis: Analysis
  private(set) var styles: CellStyles

  private var team: BoundWorkbook { analysis.team }

  init(_ analysis: Analysis, styles: CellStyles) {
    self.analysis = analysis
    self.styles = styles
  }

  /// The cell of each needed setting, in the order of `needed`.
  mutating func fill(
    _ needed: [String], _ edit: inout WorkbookEdit, _ report: inout FillReport
  ) -> [(name: String, place: Place)] {
    var places: [String: Place] = [:]
    var missing: [SettingDefinition] = []
    for definition in team.playbook.settings where needed.contains(definition.name) {
      if case .cell(let index, let cell)? = team.settings.entries[definition.name]?.source {
        places[definition.name] = Place(sheet: team.workbook.sheets[index].name, sheetIndex: index, cell: cell)
      } else {
        missing.append(definition)
      }
    }
    if !missing.isEmpty {
      let added: [String: Place]
      if let index = team.settings.sheetIndex, let start = team.settings.nextFree {
        added = append(missing, to: index, from: start, &edit)
        report.additions.append(
          .settings(sheet: team.workbook.sheets[index].name, names: missing.map(\.name)))
      } else {
        // A new Settings sheet shows all settings, because it is where a team looks for what it can adjust.
        let all = team.playbook.settings.filter { definition in
          if case .cell? = team.settings.entries[definition.name]?.source { return false }
          return true
        }
        added = newSheet(all, &edit, &report)
      }
      places.merge(added) { old, _ in old }
    }
    return needed.compactMap { name in places[name].map { (name: name, place: $0) } }
  }

  private mutating func append(
    _ settings: [SettingDefinition], to index: Int, from start: CellReference, _ edit: inout WorkbookEdit
  ) -> [String: Place] {
    let sheet = team.workbook.sheets[index].name
    var places: [String: Place] = [:]
    var sheetEdit = edit.sheets[index] ?? SheetEdit()
    for (offset, definition) in settings.enumerated() {
      let row = start.row + offset
      write(definition, row: row, column: start.column, team.settings.layout, &sheetEdit.cells)
      if let cell = CellReference(row: row, column: start.column + 1) {
        places[definition.name] = Place(sheet: sheet, sheetIndex: index, cell: cell)
      }
    }
    edit.sheets[index] = sheetEdit
    return places
  }

  private mutating func newSheet(
    _ settings: [SettingDefinition], _ edit: inout WorkbookEdit, _ report: inout FillReport
  ) -> [String: Place] {
    guard let special = team.playbook.specialSheet(.settings) else { return [:] }
    var sheet = NewSheet(name: team.workbook.freeTitle(special.titles[team.language]))
    let headerStyle = styles.choice(NewStyle(base: 0, bold: true, fill: CellStyles.computedFill))
    for (offset, column) in special.columns.enumerated() {
      guard let cell = CellReference(row: 1, column: offset + 1) else { continue }
      sheet.cells[cell] = CellEdit(.text(column.titles[team.language]), style: headerStyle)
      sheet.columns.append(ColumnFormat(column: offset + 1, width: [18, 16, 10, 60][min(offset, 3)]))
    }
    var places: [String: Place] = [:]
    for (offset, definition) in settings.enumerated() {
      let row = offset + 2
      write(definition, row: row, column: 1, SettingsTable.Layout(unitColumn: 3, noteColumn: 4), &sheet.cells)
      if let cell = CellReference(row: row, column: 2) {
        places[definition.name] = Place(sheet: sheet.name, sheetIndex: nil, cell: cell)
      }
    }
    sheet.frozenRows = 1
    sheet.print = .added(headerRow: 1)
    edit.newSheets.append(sheet)
    report.additions.append(.sheet(sheet.name))
    return places
  }

  /// Writes name, value, unit and explanation to the columns that the sheet has for them.
  private mutating func write(
    _ definition: SettingDefinition, row: Int, column: Int, _ layout: SettingsTable.Layout,
    _ cells: inout [CellReference: CellEdit]
  ) {
    func put(_ column: Int?, _ edit: CellEdit) {
      guard let column, let cell = CellReference(row: row, column: column) else { return }
      cells[cell] = edit
    }
    var style = StyleChoice.keep
    if case .date = definition.defaultValue {
      style = styles.choice(NewStyle(base: 0, numberFormat: CellStyles.numberFormat(of: .date)))
    }
    put(column, CellEdit(.text(definition.name)))
    // A value that must be entered is left for people to enter.
    if !definition.mustBeEntered { put(column + 1, CellEdit(team.settings.value(definition.name), style: style)) }
    if layout.unitColumn != layout.noteColumn {
      put(layout.unitColumn, CellEdit(.text(definition.unit[team.language])))
    }
    put(layout.noteColumn, CellEdit(.text(definition.titles[team.language])))
  }
}
