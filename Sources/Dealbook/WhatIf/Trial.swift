import Formula
import Playbook
import Spreadsheet

/// The columns of a workbook computed anew after some cells have changed: only rows that the changes reach, through formulas
/// that read them.
struct Trial: Sendable {
  /// All columns, settings and lists as they are after the changes.
  private(set) var environment: Environment
  /// The rows of each column that hold something else than before, by the name of the column in small letters, ascending.
  private(set) var changed: [String: [Int]] = [:]
  /// Settings that are another value than before, in small letters.
  private(set) var changedValues: Set<String> = []
  /// Whether rows came or went.
  let changesRows: Bool
  /// The computed columns that changed, in the order in which they were computed.
  private(set) var computed: [ColumnID] = []
  let team: TeamWorkbook

  let table: SandTable

  /// - Parameters:
  ///   - team: the workbook with the changes in its cells.
  ///   - edits: what was changed.
  init(_ team: TeamWorkbook, _ edits: TrialEdits, on table: SandTable) throws(DealbookError) {
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

  /// Whether anything that formulas read is other than before.
  var isUnchanged: Bool { changed.isEmpty && changedValues.isEmpty }

  func column(_ name: String) -> Column? { environment.column(name) }

  // MARK: What was typed

  private mutating func takeInputs(_ edits: TrialEdits) {
    // Of a sheet that has become longer all columns are.
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
      guard let column = team.sheet(id.sheet)?.column(id.key)?.values else { continue }
      note(rows, of: id.name, column: column.count == 0 ? Column([.blank]) : column)
    }
    for (name, value) in edits.values where environment.value(name) != value {
      environment.define(name, value: value)
      changedValues.insert(name.lowercased())
    }
    for (name, column) in edits.lists {
      note(Array(0..<max(column.count, environment.column(name)?.count ?? 0)), of: name, column: column)
    }
  }

  /// Puts a column in force where one of `rows` holds something else than it did in the workbook.
  private mutating func note(_ rows: [Int], of name: String, column: Column) {
    let key = name.lowercased()
    let before = table.base.environment.column(key) ?? Column([])
    let differing = rows.filter { !column.holds(at: $0, theSameAs: before, at: $0) }
    guard !differing.isEmpty else { return }
    changed[key] = differing
    environment.define(name, column: column)
  }

  // MARK: What is computed

  /// The rows of a computed column that may hold something else now.
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

  /// The rows whose key was, or is now, in a touched row of the column by which they look; nil for any.
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
        cells.append(sheet.isUnfigured(row, sparesPatterns: false) ? .text("") : fresh[lane])
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
  /// The rows of typed columns that were given something.
  var cells: [ColumnID: [Int]] = [:]
  var values: [String: CellValue] = [:]
  /// Columns of lists by the names that formulas call them.
  var lists: [String: Column] = [:]
  /// Rows that came or went, by sheet, ascending.
  var structure: [String: [Int]] = [:]
  /// Rows that get figures now or get none any more, as their ids can or can't be told from others.
  var marked: [String: [Int]] = [:]
}
