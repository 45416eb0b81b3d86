// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The computed columns of a workbook, and the names with which its formulas and rules are evaluated.
struct Computation: Sendable {
  /// All columns, settings and lists, including the computed columns.
  private(set) var environment: Environment
  /// The computed columns. A cell that somebody typed over holds the typed value, as formulas see it.
  private(set) var columns: [ColumnID: Column] = [:]

  /// - Parameter sparesPatterns: see ``LocatedSheet/isUnfigured(_:sparesPatterns:)``.
  init(
    _ team: BoundWorkbook, plan: ComputationPlan, states: CellStates, doubted: DoubtedRows, sparesPatterns: Bool
  ) throws(DealbookError) {
    environment = Self.inputs(of: team)
    environment.meter = WorkMeter(limit: team.workbook.package.limits.formulaSteps)
    var tools = ToolColumns()
    for step in plan.steps {
      guard let sheet = team.sheet(step.id.sheet) else { continue }
      let fresh: Column
      if let template = step.template {
        fresh = try Self.evaluate(template, of: step.id, on: sheet, in: environment)
      } else if let values = try tools.column(step.id, on: sheet, in: environment, team: team) {
        fresh = values
      } else {
        continue
      }
      let column = Self.keeping(
        states[step.id], of: sheet.column(step.id.key), over: Self.blanking(step.id, fresh, doubted, states), on: sheet,
        sparesPatterns: sparesPatterns)
      // On a sheet without rows, formulas see one blank cell in each column, typed or computed, so that ranges have equal lengths.
      environment.define(step.id.name, column: column.count == 0 ? Column([.blank]) : column)
      columns[step.id] = column
    }
  }

  /// Evaluates a formula for each data row of a sheet.
  static func evaluate(
    _ template: FormulaTemplate, of id: ColumnID, on sheet: LocatedSheet, in environment: Environment
  ) throws(DealbookError) -> Column {
    let column: Column
    do {
      let bound = try template.bound(sheet: id.sheet, in: environment)
      column = try bound.evaluate(
        rows: sheet.rows.count, mask: sheet.rows.isData, firstRow: sheet.rows.range.lowerBound, in: environment)
    } catch {
      throw .formula(error, of: id.description)
    }
    try requireRoom(in: environment, of: id.description)
    return column
  }

  /// Throws if formulas had to skip work, so that their results are invalid.
  static func requireRoom(in environment: Environment, of place: String) throws(DealbookError) {
    guard let meter = environment.meter, meter.isExhausted else { return }
    throw .spreadsheet(
      .limit(LimitBreach(name: "formula-steps", place: "formulas of \(place)", actual: meter.used, limit: meter.limit)))
  }

  /// Missing columns read as empty, so that every formula can be evaluated in every partial workbook.
  private static func inputs(of team: BoundWorkbook) -> Environment {
    var environment = PreparedPlaybook.of(team.playbook).emptyWorkbook(of: team.playbook)
    environment.dateSystem = team.workbook.dateSystem
    for sheet in team.sheets {
      environment.define("has_\(sheet.prefix)", value: .number(1))
      let blank = Column(repeating: .blank, count: max(1, sheet.rows.count))
      for column in sheet.definition.columns {
        let located = team.figured(ColumnID(sheet: sheet.prefix, key: column.key))
        environment.define(
          "\(sheet.prefix)_\(column.key)", column: located.flatMap { $0.count > 0 ? $0 : nil } ?? blank,
          firstRow: located == nil ? nil : sheet.rows.range.lowerBound)
      }
      // No workbook has what a company's playbook has switched off.
      for key in team.playbook.switchedOffColumns[sheet.prefix] ?? [] {
        environment.define("\(sheet.prefix)_\(key)", column: blank, firstRow: nil)
      }
    }
    for setting in team.playbook.settings {
      let isUnknown = team.settings.unknown[setting.name] != nil
      // A default that nobody has entered is not a target.
      let value = isUnknown && setting.mustBeEntered ? .blank : team.settings.value(setting.name)
      environment.define(setting.name, value: value)
    }
    for (prefix, table) in team.lists.tables {
      for (name, values) in table.columns {
        environment.define(
          "\(prefix)_\(name)", column: Column(values.isEmpty ? [.blank] : values), firstRow: team.lists.firstRow)
      }
    }
    return environment
  }

  /// The column without the figures that would leave something out.
  private static func blanking(
    _ id: ColumnID, _ fresh: Column, _ doubted: DoubtedRows, _ states: CellStates
  ) -> Column {
    guard !doubted[id].isEmpty else { return fresh }
    var builder = ColumnBuilder(capacity: fresh.count)
    for offset in 0..<fresh.count {
      builder.append(doubted.isBlank(offset, of: id, states[id]) ? .text("") : fresh[offset])
    }
    return builder.finish()
  }

  /// The values that cells show once the column is filled: the team's own cells stay, and rows without data are not touched.
  private static func keeping(
    _ states: [CellState]?, of located: LocatedColumn?, over fresh: Column, on sheet: LocatedSheet,
    sparesPatterns: Bool
  ) -> Column {
    var fresh = fresh
    if sheet.hasUnfiguredRows {
      var builder = ColumnBuilder(capacity: fresh.count)
      for offset in 0..<fresh.count {
        builder.append(sheet.isUnfigured(offset, sparesPatterns: sparesPatterns) ? .text("") : fresh[offset])
      }
      fresh = builder.finish()
    }
    guard let states, let located else { return fresh }
    let isKept = zip(states, sheet.rows.kinds).map { $0.isOvertyped || ($1 != .data && $0 != .empty) }
    guard isKept.contains(true) else { return fresh }
    var builder = ColumnBuilder(capacity: fresh.count)
    for offset in 0..<fresh.count {
      builder.append(isKept[offset] ? located.values[offset] : fresh[offset])
    }
    return builder.finish()
  }
}
