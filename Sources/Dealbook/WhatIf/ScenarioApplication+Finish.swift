// SPDX-License-Identifier: Apache-2.0

import Calculation
import Formula
import Playbook
import Spreadsheet

extension ScenarioApplication {
  /// Recalculates the team's own formulas in typed columns that depend on the changes, as after a `set`.
  mutating func followFormulas() throws(DealbookError) {
    guard !cells.isEmpty || !edits.values.isEmpty else { return }
    let own = try table.typedFormulas()
    guard !own.isEmpty else { return }
    var edit = WorkbookEdit()
    for (prefix, columns) in Dictionary(grouping: cells, by: \.key.sheet) {
      guard let sheet = table.team.sheet(prefix) else { continue }
      var own = SheetEdit()
      for (id, rows) in columns {
        guard let column = sheet.column(id.key) else { continue }
        for (row, value) in rows where row < sheet.rows.count {
          guard let place = CellReference(row: sheet.rows.range.lowerBound + row, column: column.number) else {
            continue
          }
          own.cells[place] = CellEdit(value)
        }
      }
      // Of several tabs, each gets its own cells.
      for (index, wish) in sheet.divided(own) where !wish.cells.isEmpty {
        edit.sheets[index, default: SheetEdit()].cells.merge(wish.cells) { $1 }
      }
    }
    for (name, value) in edits.values {
      guard case .cell(let index, let place)? = team.settings.entries[name]?.source else { continue }
      edit.sheets[index, default: SheetEdit()].cells[place] = CellEdit(value)
    }
    let options = table.analysis.options
    let typed: BoundWorkbook
    do {
      let workbook = table.team.workbook
      let bytes = try workbook.applyingCalculated(edit, CalculationOptions(asOf: options.asOf)).bytes
      typed = try BoundWorkbook(
        Workbook(bytes, limits: workbook.package.limits), playbook: table.team.playbook, options: options)
    } catch {
      throw .spreadsheet(error)
    }
    for id in own {
      guard let sheet = table.team.sheet(id.sheet), let before = sheet.column(id.key)?.values,
        let other = typed.sheet(id.sheet), let after = other.column(id.key)?.values
      else { continue }
      for row in 0..<sheet.rows.count where cells[id]?[row] == nil {
        let place = sheet.rows.range.lowerBound + row - other.rows.range.lowerBound
        guard place >= 0, place < after.count, !after.holds(at: place, theSameAs: before, at: row) else { continue }
        cells[id, default: [:]][row] = after[place]
      }
    }
  }

  mutating func finish() {
    var touchesIDs = false
    for index in team.sheets.indices {
      let prefix = team.sheets[index].prefix
      let count = team.sheets[index].rows.count
      let isLonger = edits.structure[prefix] != nil
      if let rows = edits.structure[prefix] {
        edits.structure[prefix] = Set(rows).sorted()
        touchesIDs = true
      }
      for place in team.sheets[index].columns.indices {
        let column = team.sheets[index].columns[place]
        let changed = cells[ColumnID(sheet: prefix, key: column.key)]?.sorted { $0.key < $1.key } ?? []
        guard isLonger || !changed.isEmpty else { continue }
        team.sheets[index].columns[place].values = column.values.replacing(
          changed.map(\.key), by: Column(changed.map(\.value)), count: count)
        guard !changed.isEmpty else { continue }
        edits.cells[ColumnID(sheet: prefix, key: column.key)] = changed.map(\.key)
        switch column.definition.type {
        case .id, .key: touchesIDs = true
        default: break
        }
      }
    }
    if touchesIDs { markIDs() }
    markClosedOpen()
    for prefix in lists {
      guard let listed = team.lists[prefix], let old = table.team.lists[prefix] else { continue }
      for (name, values) in listed.columns where old.columns[name] != values {
        edits.lists["\(prefix)_\(name)"] = Column(values.isEmpty ? [.blank] : values)
      }
    }
  }

  /// Which IDs formulas cannot tell apart may have changed, and with it the rows that get no figures.
  mutating func markIDs() {
    let before = team.sheets.map(\.mergedIDs)
    for index in team.sheets.indices { team.sheets[index].mergedIDs = [:] }
    let lookedUp = PreparedPlaybook.of(team.playbook).lookedUp(in: team.playbook)
    team.sheets = MergedIDs(team.sheets, lookedUp: lookedUp).marking(team.sheets)
    for (index, old) in before.enumerated() where old != team.sheets[index].mergedIDs {
      let rows = Set(old.keys).union(team.sheets[index].mergedIDs.keys)
      let prefix = team.sheets[index].prefix
      edits.marked[prefix] = rows.sorted()
    }
  }
}
