// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Adds what written formulas depend on: settings, lists, defined names and the hidden sheet `_meta`.
struct SupportFiller {
  private let analysis: Analysis
  private let names: NamePlan
  /// The definitions of the workbook's names, by lower-case name.
  private let existing: [String: String]
  private(set) var styles: CellStyles
  /// The target of each name, as text and as a place to compare with an existing definition.
  private var targets: [(name: String, sheet: String, sheetIndex: Int?, column: Int, rows: ClosedRange<Int>)] = []

  private var team: BoundWorkbook { analysis.team }

  init(_ analysis: Analysis, _ names: NamePlan, styles: CellStyles) {
    self.analysis = analysis
    self.names = names
    self.styles = styles
    existing = Dictionary(
      analysis.team.workbook.definedNames.filter { $0.sheetIndex == nil }.map { ($0.name.lowercased(), $0.formula) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func fill(
    _ edit: inout WorkbookEdit, _ report: inout FillReport, valueColumns: Set<ColumnID>, isRecorded: Bool
  ) throws(DealbookError) {
    if !names.settings.isEmpty {
      var filler = SettingsFiller(analysis, styles: styles)
      for (name, place) in filler.fill(names.settings, &edit, &report) {
        targets.append((name, place.sheet, place.sheetIndex, place.cell.column, place.cell.row...place.cell.row))
      }
      styles = filler.styles
    }
    writeAsOf(&edit, &report)
    writePeriod(&edit, &report)
    if !names.lists.isEmpty {
      var filler = ListsFiller(analysis, styles: styles)
      do {
        for column in try filler.fill(names.lists, &edit, &report) {
          targets.append((column.name, column.sheet, column.sheetIndex, column.column, column.rows))
        }
      } catch {
        throw .spreadsheet(error)
      }
      styles = filler.styles
    }
    let meta = MetaFiller(analysis)
    // Wherever the tool writes anything, it leaves its mark, so that its names and stored values are recognized later.
    var usesMeta =
      !names.sheetFlags.isEmpty || !valueColumns.isEmpty || analysis.usesAbsentCells || team.restsOnStaleValues
      || !(analysis.choice.ids.isEmpty || edit.sheets.values.allSatisfy(\.isEmpty))
    for (name, id) in names.columns {
      if let sheet = team.sheet(id.sheet), let number = analysis.layout.numbers[id],
        let rows = rows(of: name, column: number, on: sheet)
      {
        targets.append((name, sheet.title, sheet.sheetIndex, number, rows))
      } else {
        // Empty cells, as many as the sheet has rows, so that sums over several columns have equal lengths.
        let height = max(1, team.sheet(id.sheet)?.rows.count ?? 1)
        targets.append((name, MetaSheet.name, meta.sheetIndex, MetaSheet.emptyColumn, 2...(height + 1)))
        usesMeta = true
      }
    }
    if usesMeta {
      for (name, row) in meta.fill(names.sheetFlags, valueColumns: valueColumns, &edit, &report) {
        targets.append((name, MetaSheet.name, meta.sheetIndex, MetaSheet.valueColumn, row...row))
      }
    }
    defineNames(&edit, &report)
    guard isRecorded else { return }
    do throws(SpreadsheetError) {
      let record = try FillRecorder(analysis).record(edit, report)
      guard record != team.meta?.record ?? FillRecord() else { return }
      if !usesMeta { _ = meta.fill([], valueColumns: [], &edit, &report) }
      meta.keep(record, in: &edit)
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// The rows that a name should cover: from the first to the last data row, or the rows it covers already if those below the data are
  /// empty, since a new workbook leaves room for later entries. Nil for a column that has neither.
  private func rows(of name: String, column: Int, on sheet: LocatedSheet) -> ClosedRange<Int>? {
    let data = sheet.rows.count > 0 ? sheet.rows.range.lowerBound...(sheet.rows.range.upperBound - 1) : nil
    guard let formula = existing[called(name).lowercased()], let headerRow = sheet.headerRow,
      let place = SheetPlace(formula, in: team.workbook), place.sheetIndex == sheet.sheetIndex,
      place.range.columns == column...column, place.range.rows.lowerBound > headerRow,
      !sheet.rows.totalRows.contains(where: { place.range.rows.contains($0) })
    else { return data }
    guard let data else { return place.range.rows }
    return place.range.rows.lowerBound == data.lowerBound && place.range.rows.upperBound >= data.upperBound
      ? place.range.rows : data
  }

  /// Writes the caller's as-of date to the cell that formulas read, or the clock's if a fill wrote that one before.
  private func writeAsOf(_ edit: inout WorkbookEdit, _ report: inout FillReport) {
    guard analysis.options.asOf != nil || team.followsClock, let entry = team.settings.entries["AsOf"],
      case .cell(let index, let cell) = entry.source, let stored = team.settings.storedAsOf, stored != entry.value
    else { return }
    edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(entry.value)
    report.additions.append(.asOf(sheet: team.workbook.sheets[index].name, cell: cell))
  }

  /// Writes the period of the as-of date, or the caller's, to the cells in which a fill wrote one before.
  private func writePeriod(_ edit: inout WorkbookEdit, _ report: inout FillReport) {
    guard team.settings.hasFillsPeriod, let stored = team.settings.storedPeriod else { return }
    for (name, old) in [("PeriodStart", stored.start), ("PeriodEnd", stored.end)] {
      guard let entry = team.settings.entries[name], case .cell(let index, let cell) = entry.source,
        entry.value != .number(old)
      else { continue }
      edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(entry.value)
      report.additions.append(.period(sheet: team.workbook.sheets[index].name, cell: cell))
    }
  }

  private func called(_ name: String) -> String { analysis.layout.names.called(name) }

  /// Defines names that do not exist or refer to another place. Another spelling of the same place is left alone.
  private func defineNames(_ edit: inout WorkbookEdit, _ report: inout FillReport) {
    for target in targets.sorted(by: { $0.name < $1.name }) {
      let name = called(target.name)
      let formula = AbsoluteReference.text(sheet: target.sheet, column: target.column, rows: target.rows)
      if let stored = existing[name.lowercased()] {
        let place = SheetPlace(stored, in: team.workbook)
        let isThere = place != nil && place?.sheetIndex == target.sheetIndex
        if isThere, place?.range.columns == target.column...target.column {
          if place?.range.rows == target.rows { continue }
        } else if place?.sheetIndex != team.meta?.sheetIndex || place == nil {
          report.additions.append(.movedName(name, from: stored, to: formula))
        }
      }
      edit.definedNames.append(DefinedNameEdit(name: name, formula: formula))
    }
    edit.definedNames += LabelNames(team).grown.filter { grown in
      !edit.definedNames.contains { $0.name.lowercased() == grown.name.lowercased() }
    }
    if !edit.definedNames.isEmpty { report.additions.append(.definedNames(edit.definedNames.count)) }
  }
}

/// Writes the entries of the hidden sheet `_meta`.
struct MetaFiller {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  var sheetIndex: Int? { analysis.team.meta?.sheetIndex }

  /// Writes the record of what fills have added, below what the edit already writes on the sheet.
  func keep(_ record: FillRecord, in edit: inout WorkbookEdit) {
    let place = edit.newSheets.firstIndex { $0.name == MetaSheet.name }
    var cells =
      sheetIndex.map { edit.sheets[$0, default: SheetEdit()].cells } ?? place.map { edit.newSheets[$0].cells } ?? [:]
    var next = max(analysis.team.meta?.lastRow ?? 0, cells.keys.map(\.row).max() ?? 0) + 1
    for (key, value) in record.entries {
      let row = analysis.team.meta?.rows[key] ?? next
      guard analysis.team.meta?.entries[key] != value,
        let name = CellReference(row: row, column: MetaSheet.keyColumn),
        let cell = CellReference(row: row, column: MetaSheet.valueColumn)
      else { continue }
      if row == next {
        cells[name] = CellEdit(.text(key))
        next += 1
      }
      cells[cell] = CellEdit(value)
    }
    if let sheetIndex {
      edit.sheets[sheetIndex, default: SheetEdit()].cells = cells
    } else if let place {
      edit.newSheets[place].cells = cells
    }
  }

  /// The sheets that the team keeps, if not all: those that were found in a workbook of which nobody has said which others there are, or those
  /// that the team's own playbook has. A check without that playbook then expects no others.
  private var keptSheets: Set<String>? {
    let team = analysis.team
    let known = team.meta?.kept ?? []
    if team.standing == .guessed || team.mayBeAdopted { return known.union(team.sheets.map(\.prefix)) }
    func kept(by playbook: Playbook) -> Set<String> {
      Set(playbook.sheets.filter { $0.belongs(to: team.profile) }.map(\.prefix))
    }
    let own = kept(by: team.playbook).union(team.sheets.map(\.prefix))
    if !team.playbook.isBuiltIn, !own.isSuperset(of: kept(by: .builtIn)) { return known.union(own) }
    return team.meta?.kept.map { $0.union(team.sheets.map(\.prefix)) }
  }

  /// The row of each sheet flag in `flags`, by the flag's name.
  func fill(
    _ flags: [String], valueColumns: Set<ColumnID>, _ edit: inout WorkbookEdit, _ report: inout FillReport
  ) -> [(name: String, row: Int)] {
    let team = analysis.team
    var entries: [(key: String, value: CellValue)] = [
      ("schema", .number(Double(team.playbook.schemaVersion))), ("language", .text(team.language.rawValue)),
      ("profile", .text(team.profile.rawValue)),
    ]
    for prefix in team.playbook.knownPrefixes where flags.contains(prefix) {
      entries.append((prefix, .number(team.sheet(prefix) == nil ? 0 : 1)))
    }
    for (prefix, ids) in Dictionary(grouping: valueColumns, by: \.sheet).sorted(by: { $0.key < $1.key }) {
      entries.append((MetaSheet.valuesKey(prefix), .text(ids.map(\.key).sorted().joined(separator: " "))))
    }
    if team.restsOnStaleValues { entries.append((MetaSheet.staleKey, .number(1))) }
    // What an earlier run found stale has been calculated since.
    if !team.restsOnStaleValues, team.meta?.entries[MetaSheet.staleKey]?.isEmpty == false {
      entries.append((MetaSheet.staleKey, .blank))
    }
    if let kept = keptSheets { entries.append((MetaSheet.keptKey, .text(kept.sorted().joined(separator: " ")))) }
    // If an earlier run wrote values and this one writes formulas, the entry is removed.
    for key in (team.meta?.entries.keys.sorted() ?? []) where key.hasPrefix(MetaSheet.valuesKey("")) {
      if !entries.contains(where: { $0.key == key }) { entries.append((key, .blank)) }
    }
    var cells: [CellReference: CellEdit] = [:]
    var rows: [String: Int] = [:]
    var next = (team.meta?.lastRow ?? 0) + 1
    for (key, value) in entries {
      let row = team.meta?.rows[key] ?? next
      if row == next, let cell = CellReference(row: row, column: MetaSheet.keyColumn) {
        cells[cell] = CellEdit(.text(key))
        next += 1
      }
      rows[key] = row
      if team.meta?.entries[key] != value, let cell = CellReference(row: row, column: MetaSheet.valueColumn) {
        cells[cell] = CellEdit(value)
      }
    }
    if let index = sheetIndex {
      edit.sheets[index, default: SheetEdit()].cells.merge(cells) { _, new in new }
    } else {
      var sheet = NewSheet(name: MetaSheet.name, hidden: true)
      sheet.cells = cells
      edit.newSheets.append(sheet)
      report.additions.append(.sheet(sheet.name))
    }
    return flags.compactMap { prefix in rows[prefix].map { (name: "has_\(prefix)", row: $0) } }
  }
}
