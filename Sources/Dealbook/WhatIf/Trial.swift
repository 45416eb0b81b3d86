// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The columns of a workbook recomputed after changes to some cells: only in rows that the changes reach through formulas that read them.
struct Trial: Sendable {
  /// All columns, settings and lists after the changes.
  private(set) var environment: Environment
  /// The changed rows of each column, ascending, by the column's lower-case name.
  private(set) var changed: [String: [Int]] = [:]
  /// The names of changed settings, in lower case.
  private(set) var changedValues: Set<String> = []
  /// Whether rows were added or removed.
  let changesRows: Bool
  /// The computed columns that changed, in the order of computation.
  private(set) var computed: [ColumnID] = []
  let team: BoundWorkbook

  let table: SandTable

  /// - Parameters:
  ///   - team: the workbook with the changes in its cells.
  ///   - edits: what was changed.
  init(_ team: BoundWorkbook, _ edits: TrialEdits, on table: SandTable) throws(DealbookError) {
    self.team = team
    self.table = table
    changesRows = !edits.structure.isEmpty
    environment = table.base.environment.branched()
    environment.meter = WorkMeter(limit: team.workbook.package.limits.formulaSteps)
    takeInputs(edits)
    for step in table.analysis.plan.steps {
      guard let template = step.template, let sheet = team.sheet(step.id.sheet), let reads = table.reads[step.id] else {
        continue
      }
      let structure = (edits.structure[step.id.sheet] ?? []) + (edits.marked[step.id.sheet] ?? [])
      let rows = rows(of: step.id, reads, on: sheet, structure: structure).filter { row in
        sheet.rows.kinds[row] == .data || structure.contains(row)
      }
      guard !rows.isEmpty else { continue }
      try compute(step.id, template, rows, on: sheet)
    }
  }

  /// Whether nothing that formulas read has changed.
  var isUnchanged: Bool { changed.isEmpty && changedValues.isEmpty }

  func column(_ name: String) -> Column? { environment.column(name) }

  // MARK: Inputs

  private mutating func takeInputs(_ edits: TrialEdits) {
    // If a sheet has become longer, so have all its columns.
    for (prefix, rows) in edits.structure {
      guard let sheet = team.sheet(prefix), let last = rows.last, last >= (table.team.sheet(prefix)?.rows.count ?? 0)
      else { continue }
      for column in sheet.definition.columns {
        let name = "\(prefix)_\(column.key)"
        guard let old = environment.column(name) else { continue }
        environment.define(name, column: old.replacing([], by: Column([]), count: max(1, sheet.rows.count)))
      }
    }
    for (id, rows) in edits.cells {
      guard let column = team.figured(id) else { continue }
      note(rows, of: id.name, column: column.count == 0 ? Column([.blank]) : column)
    }
    // What a deal counts by depends on whether it is won.
    let counted = ColumnID(sheet: OutcomeColumn.sheet, key: ActualAmount.amount)
    let deciding = Set(
      [OutcomeColumn.stage, OutcomeColumn.key, ActualAmount.key].flatMap { key in
        edits.cells[ColumnID(sheet: OutcomeColumn.sheet, key: key)] ?? []
      })
    if !deciding.isEmpty, let amounts = CountedAmounts(team) {
      note(deciding.sorted(), of: counted.name, column: amounts.values)
    }
    for (name, value) in edits.values where environment.value(name) != value {
      environment.define(name, value: value)
      changedValues.insert(name.lowercased())
    }
    for (name, column) in edits.lists {
      note(Array(0..<max(column.count, environment.column(name)?.count ?? 0)), of: name, column: column)
    }
  }

  /// Puts a column into effect if one of `rows` differs from the workbook.
  private mutating func note(_ rows: [Int], of name: String, column: Column) {
    let key = name.lowercased()
    let before = table.base.environment.column(key) ?? Column([])
    let differing = rows.filter { !column.holds(at: $0, theSameAs: before, at: $0) }
    guard !differing.isEmpty else { return }
    changed[key] = differing
    environment.define(name, column: column)
  }

  // MARK: Computed columns

  /// The rows of a computed column that may have changed.
  private func rows(of id: ColumnID, _ reads: FormulaReads, on sheet: LocatedSheet, structure: [Int]) -> [Int] {
    let count = sheet.rows.count
    if !changedValues.isDisjoint(with: reads.values) || reads.whole.contains(where: { changed[$0] != nil }) {
      return Array(0..<count)
    }
    var rows = Set(structure)
    for name in reads.own { if let changed = changed[name] { rows.formUnion(changed) } }
    for name in reads.toHere { if let first = changed[name]?.first, first < count { rows.formUnion(first..<count) } }
    for keyed in reads.keyed {
      let touched = Set(keyed.columns.flatMap { changed[$0] ?? [] })
      guard !touched.isEmpty else { continue }
      guard let found = self.rows(of: keyed, touched) else { return Array(0..<count) }
      rows.formUnion(found)
    }
    return rows.filter { $0 < count }.sorted()
  }

  /// The rows whose key is, or was, in a changed row of the column by which they look up; nil if it may be any row.
  private func rows(of keyed: FormulaReads.Keyed, _ touched: Set<Int>) -> [Int]? {
    guard let before = table.base.environment.column(keyed.by), let after = environment.column(keyed.by) else {
      return nil
    }
    let index = table.keyRows(keyed.key)
    var rows = index.uncertain
    for row in touched {
      for column in [before, after] where row < column.count {
        guard let found = index.rows(for: column[row]) else { return nil }
        rows += found
      }
    }
    return rows
  }

  private mutating func compute(
    _ id: ColumnID, _ template: FormulaTemplate, _ rows: [Int], on sheet: LocatedSheet
  ) throws(DealbookError) {
    let states = table.analysis.states[id]
    let located = sheet.column(id.key)?.values
    let places = rows.filter { row in
      sheet.rows.kinds[row] == .data && states.map { row >= $0.count || !$0[row].isOvertyped } ?? true
    }
    let fresh: Column
    do {
      fresh = try template.bound(sheet: id.sheet, in: environment)
        .evaluate(at: places, firstRow: sheet.rows.range.lowerBound, in: environment)
    } catch {
      throw .formula(error, of: id.description)
    }
    try Computation.requireRoom(in: environment, of: id.description)
    var cells = ColumnBuilder(capacity: rows.count)
    var lane = 0
    for row in rows {
      if lane < places.count, places[lane] == row {
        let isBlank =
          sheet.isUnfigured(row, sparesPatterns: false) || table.analysis.doubted.isBlank(row, of: id, states)
        cells.append(isBlank ? .text("") : fresh[lane])
        lane += 1
      } else if sheet.rows.kinds[row] == .data, let located, row < located.count {
        cells.append(located[row])
      } else {
        cells.append(.blank)
      }
    }
    let values = cells.finish()
    let before = table.base.environment.column(id.name) ?? Column([])
    let differing = rows.indices.filter { !values.holds(at: $0, theSameAs: before, at: rows[$0]) }
    guard !differing.isEmpty, let current = environment.column(id.name) else { return }
    let changed = differing.map { rows[$0] }
    var kept = ColumnBuilder(capacity: changed.count)
    for lane in differing { kept.append(values[lane]) }
    environment.define(id.name, column: current.replacing(changed, by: kept.finish()))
    self.changed[id.name.lowercased()] = changed
    computed.append(id)
  }
}

/// What a scenario changes in a workbook before anything is computed.
struct TrialEdits: Sendable {
  /// The rows of typed columns that were set.
  var cells: [ColumnID: [Int]] = [:]
  var values: [String: CellValue] = [:]
  /// Columns of lists, by their names in formulas.
  var lists: [String: Column] = [:]
  /// Rows that were added or removed, by sheet, ascending.
  var structure: [String: [Int]] = [:]
  /// Rows that now get figures, or no longer do, because their IDs have become distinguishable or indistinguishable.
  var marked: [String: [Int]] = [:]
}
