// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Records what an edit adds to a workbook.
struct FillRecorder {
  private let analysis: Analysis
  private let old: FillRecord

  private var team: BoundWorkbook { analysis.team }

  init(_ analysis: Analysis) {
    self.analysis = analysis
    old = analysis.team.meta?.record ?? FillRecord()
  }

  /// The record after `edit`.
  func record(_ edit: WorkbookEdit, _ report: FillReport) throws(SpreadsheetError) -> FillRecord {
    var record = old
    noteColumns(edit, report, &record)
    noteNewSheets(edit, &record)
    try noteChanges(edit, &record)
    noteAdditions(edit, report, &record)
    noteAsOf(report, &record)
    noteClock(report, &record)
    notePeriod(report, &record)
    noteMovedSettings(&record)
    let known = Set(team.workbook.definedNames.filter { $0.sheetIndex == nil }.map { $0.name.lowercased() })
    for name in edit.definedNames where name.formula != nil && !known.contains(name.name.lowercased()) {
      record.names.insert(name.name)
    }
    return record
  }

  private func noteColumns(_ edit: WorkbookEdit, _ report: FillReport, _ record: inout FillRecord) {
    for column in report.columns where !record.knows(column.id) {
      let (prefix, key) = (column.id.sheet, column.id.key)
      if column.isNew {
        record.columns[prefix, default: []].insert(key)
        let look = team.sheet(prefix)?.columnFormats.first { $0.columns.contains(column.number) }
        if let look, look.columns.upperBound < CellReference.maxColumn {
          record.looks[column.id.description] = FillRecord.text(of: look)
        }
        continue
      }
      // If a column already had formulas like the tool's, it could not be told later which cells had them.
      let states = analysis.states[column.id] ?? []
      guard column.changed > 0, !states.contains(where: { $0 == .ours || $0 == .former }),
        let sheet = team.sheet(prefix)
      else { continue }
      let keepsFormat = sheet.formats.firstRow[column.number].map { $0 != 0 } == true
      if keepsFormat {
        record.cells[prefix, default: []].insert(key)
      } else {
        record.formatted[prefix, default: []].insert(key)
      }
    }
  }

  private func noteNewSheets(_ edit: WorkbookEdit, _ record: inout FillRecord) {
    let kinds: [(FillRecord.Kind, SpecialSheetKind)] = [(.settings, .settings), (.lists, .lists), (.funnel, .funnel)]
    for sheet in edit.newSheets where sheet.name != MetaSheet.name {
      let kind = kinds.first { _, special in
        team.playbook.specialSheet(special).map { team.workbook.freeTitle($0.titles[team.language]) } == sheet.name
      }
      guard let (kind, _) = kind else { continue }
      var cells: [CellReference: CellValue] = [:]
      for fill in sheet.fills where fill.formula == nil {
        for (offset, isWritten) in fill.written.enumerated() where isWritten {
          if let cell = CellReference(row: fill.firstRow + offset, column: fill.column) {
            cells[cell] = fill.values[offset]
          }
        }
      }
      for (cell, wish) in sheet.cells where wish.formula == nil { cells[cell] = wish.value }
      record.sheets[kind] = .init(name: sheet.name, digest: CellDigest.text(of: cells))
    }
    for design in edit.newDesigns {
      let cells = design.sheet.cells.filter { $0.value.formula == nil }.mapValues(\.value)
      record.sheets[design.isFirst ? .dashboard : .chart] = .init(
        name: design.sheet.name, digest: CellDigest.text(of: cells))
    }
  }

  /// Updates the digest of a sheet of the tool that the edit changes and on which nobody has typed.
  private func noteChanges(_ edit: WorkbookEdit, _ record: inout FillRecord) throws(SpreadsheetError) {
    for (kind, sheet) in old.sheets {
      guard let index = team.index(of: kind, sheet), let wishes = edit.sheets[index]?.cells, !wishes.isEmpty else {
        continue
      }
      var cells = try CellGrid(team.workbook.worksheet(at: index)).typed
      guard sheet.isUntouched(cells) else { continue }
      for (cell, wish) in wishes { cells[cell] = wish.formula == nil ? wish.value : nil }
      record.sheets[kind]?.digest = CellDigest.text(of: cells)
    }
  }

  private func noteAsOf(_ report: FillReport, _ record: inout FillRecord) {
    guard report.additions.contains(where: { if case .asOf = $0 { true } else { false } }), old.settings["AsOf"] == nil,
      old.clock == nil, let stored = team.settings.storedAsOf, let new = team.settings.number("AsOf"),
      team.settings.sheetIndex == nil
        || team.settings.sheetIndex != old.sheets[.settings].flatMap({ team.index(of: .settings, $0) })
    else { return }
    // Only a date that people entered is worth restoring.
    if let moved = old.asOf, stored == .number(moved.new) {
      record.asOf = (moved.old, new)
    } else if stored.isEmpty || stored.number != nil {
      record.asOf = (stored.number, new)
    }
  }

  /// Whether the as-of date that the workbook has from now on is the clock's. That of a night is the night's, and nobody's statement
  /// either.
  private func noteClock(_ report: FillReport, _ record: inout FillRecord) {
    guard let entry = team.settings.entries["AsOf"] else { return }
    guard entry.source == .standard || team.followsClock || analysis.options.asOf != nil
    else {
      // Somebody has typed another one.
      record.clock = nil
      return
    }
    let isWritten =
      isAdded("AsOf", report, record) || report.additions.contains { if case .asOf = $0 { true } else { false } }
    guard isWritten else { return }
    let (options, isOpen) = (analysis.options, entry.source == .standard || team.followsClock)
    let isClocks = options.asOf == nil ? options.today != nil : options.isOfANight && isOpen
    record.clock = isClocks ? entry.value.number : nil
  }

  /// Whether the period that the workbook has from now on is the one that goes with its as-of date.
  private func notePeriod(_ report: FillReport, _ record: inout FillRecord) {
    let settings = team.settings
    let isNew = ["PeriodStart", "PeriodEnd"].allSatisfy { isAdded($0, report, record) }
    guard isNew || settings.hasFillsPeriod, analysis.options.period == nil,
      let start = settings.number("PeriodStart"), let end = settings.number("PeriodEnd")
    else {
      record.period = nil
      return
    }
    record.period = .init(start: start, end: end)
  }

  /// Settings that a fill added to a sheet of the team's, and whose value it now writes anew, are its own still.
  private func noteMovedSettings(_ record: inout FillRecord) {
    let settings = team.settings
    let stored = [
      "AsOf": settings.storedAsOf, "PeriodStart": settings.storedPeriod.map { .number($0.start) },
      "PeriodEnd": settings.storedPeriod.map { .number($0.end) },
    ]
    for (name, value) in stored {
      guard let value, let known = old.settings[name], known == CellDigest.text(of: [value]) else { continue }
      record.settings[name] = CellDigest.text(of: [settings.value(name)])
    }
  }

  /// Whether this fill writes the setting for the first time.
  private func isAdded(_ name: String, _ report: FillReport, _ record: FillRecord) -> Bool {
    team.settings.entries[name]?.source == .standard
      && (record.sheets[.settings] != old.sheets[.settings]
        || report.additions.contains { if case .settings(_, let names) = $0 { names.contains(name) } else { false } })
  }

  private func noteAdditions(_ edit: WorkbookEdit, _ report: FillReport, _ record: inout FillRecord) {
    for addition in report.additions {
      switch addition {
      case .settings(_, let names):
        // On a sheet of the tool they are removed with the sheet.
        if team.settings.sheetIndex == old.sheets[.settings].flatMap({ team.index(of: .settings, $0) }) { continue }
        for name in names {
          let isEntered = team.playbook.settings.first { $0.name == name }?.mustBeEntered != true
          record.settings[name] = CellDigest.text(of: isEntered ? [team.settings.value(name)] : [])
        }
      case .lists(_, let headers):
        guard let index = team.lists.sheetIndex, let wishes = edit.sheets[index]?.cells else { continue }
        if index == old.sheets[.lists].flatMap({ team.index(of: .lists, $0) }) { continue }
        for header in headers {
          guard
            let place = wishes.first(where: { $0.value.value == .text(header) && $0.key.row == team.lists.headerRow })?
              .key
          else { continue }
          let below = wishes.filter {
            $0.key.column == place.column && $0.key.row > place.row && $0.value.formula == nil
          }
          var grid: [Int: CellValue] = [:]
          for (cell, wish) in below { grid[cell.row] = wish.value }
          var values = (place.row + 1..<(max(place.row, grid.keys.max() ?? 0) + 1)).map { grid[$0] ?? .blank }
          while values.last?.isEmpty == true { values.removeLast() }
          record.lists[header] = CellDigest.text(of: values)
        }
      default: break
      }
    }
  }
}

extension BoundWorkbook {
  /// The index of a sheet that a fill created: found by its kind, otherwise by its name at the time.
  func index(of kind: FillRecord.Kind, _ sheet: FillRecord.Sheet) -> Int? {
    let named = workbook.sheets.firstIndex { $0.name == sheet.name && $0.kind == .worksheet }
    return switch kind {
    case .settings: settings.sheetIndex ?? named
    case .lists: lists.sheetIndex ?? named
    case .funnel: funnelIndex ?? named
    case .chart: (try? StoredDashboard(self))?.dataIndex ?? named
    case .dashboard: named
    }
  }
}
