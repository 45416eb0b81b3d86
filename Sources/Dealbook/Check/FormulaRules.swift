// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The rules whose test is a formula; they are evaluated by the engine that computes the columns.
struct FormulaRules {
  let team: BoundWorkbook
  let plan: ComputationPlan
  let computation: Computation

  func run(_ findings: inout FindingCollector) throws(DealbookError) {
    let rules = findings.rules(.formula)
    let empty = findings.empty()
    findings.add(try concurrentMap(rules.count) { (place) throws(DealbookError) in try check(rules[place], empty) })
  }

  private func check(_ rule: Int, _ empty: FindingCollector) throws(DealbookError) -> [Finding] {
    let definition = team.playbook.rules[rule]
    guard definition.test != nil, definition.needs.allSatisfy({ team.has($0) }) else { return [] }
    if case .sheet(let prefix) = definition.sheet, !team.has(prefix) { return [] }
    let usual: PreparedRule?
    do { usual = try PreparedPlaybook.of(team.playbook).rule(rule, of: team.playbook) } catch {
      throw .formula(error, of: definition.id)
    }
    let formulas = ReferenceFormulas(team.references, team.playbook)
    guard let prepared = usual?.referring(formulas, on: definition.sheetPrefix) else { return [] }
    var findings = empty
    switch definition.scope {
    case .row: try checkRows(rule, definition, prepared, &findings)
    case .book: try checkBook(rule, definition, prepared, &findings)
    case .builtin: break
    }
    return findings.findings
  }

  private func checkRows(
    _ rule: Int, _ definition: RuleDefinition, _ prepared: PreparedRule, _ findings: inout FindingCollector
  ) throws(DealbookError) {
    guard case .sheet(let prefix) = definition.sheet, let sheet = team.sheet(prefix), sheet.rows.count > 0,
      case .column(let key) = definition.place, canRun(definition, prepared, key, on: sheet)
    else { return }
    let template = prepared.test
    let id = ColumnID(sheet: prefix, key: key)
    let result = try Computation.evaluate(template, of: id, on: sheet, in: computation.environment)
    let located = sheet.column(key)
    let isKeptAsText = located?.isKeptAsText(in: sheet.rows) ?? false
    var hits = (0..<sheet.rows.count).filter { offset in
      result.isTrue(at: offset) && sheet.rows.kinds[offset] == .data
        // In a column stored as text, each cell has a finding about that; it is not also reported as missing.
        && !(isKeptAsText && located?.holdsUnread(at: offset) == true)
    }
    if !team.likes.isEmpty {
      // What other sheets seem to say of a row, and formulas do not find, is no lack of the row.
      let doubted = team.likes.offsets(on: prefix, reading: prepared.reads + prepared.reads.map(team.references.source))
      hits.removeAll(where: doubted.contains)
    }
    hits = try withoutAbsent(hits, prepared, id, on: sheet)
    guard !hits.isEmpty else { return }
    let shown = try RuleArguments(
      definition, placeholders: prepared.placeholders, hits: hits, on: sheet,
      in: computation.environment, team: team)
    let values = computation.environment.column(id.name)
    let (number, ids) = (sheet.column(key)?.number ?? 0, sheet.rowIDs)
    for (place, offset) in hits.enumerated() {
      findings.add(
        Finding(
          rule: rule, sheet: prefix, row: sheet.rows.range.lowerBound + offset, columnNumber: number, column: key,
          rowID: ids[offset], found: values?[offset] ?? .blank, repair: nil, arguments: shown[place]))
    }
  }

  /// The hits that do not depend on columns that are not there, on this sheet or on another that the rule reads: a rule must not report a
  /// missing value if the column itself is missing.
  private func withoutAbsent(
    _ hits: [Int], _ prepared: PreparedRule, _ id: ColumnID, on sheet: LocatedSheet
  ) throws(DealbookError) -> [Int] {
    let template = prepared.test
    let (absent, elsewhere) = absence(prepared, on: sheet)
    guard !hits.isEmpty, !absent.isEmpty || !elsewhere.isEmpty else { return hits }
    var environment = computation.environment.extended()
    for id in elsewhere {
      let count = team.sheet(id.sheet)?.rows.count ?? 0
      environment.define(id.name, column: Column(repeating: .error(.notAvailable), count: max(1, count)))
    }
    for column in absent {
      environment.define(
        "\(sheet.prefix)_\(column.key)", column: Column(repeating: filler(column), count: max(1, sheet.rows.count)))
    }
    let filled = try Computation.evaluate(template, of: id, on: sheet, in: environment)
    return hits.filter { filled.isTrue(at: $0) }
  }

  /// The columns that a rule reads and that are not there, on its sheet and on others.
  func absence(
    _ prepared: PreparedRule, on sheet: LocatedSheet
  ) -> (here: [ColumnDefinition], elsewhere: [ColumnID]) {
    let absent = prepared.test.keys.compactMap { key in
      sheet.holds(key) ? nil : sheet.definition.column(key).flatMap { $0.isComputed ? nil : $0 }
    }
    let elsewhere = prepared.reads.filter { id in
      id.sheet != sheet.prefix && team.sheet(id.sheet).map { !$0.holds(id.key) } == true && !playbookComputes(id)
    }
    return (absent, Array(elsewhere))
  }

  /// An arbitrary valid value for the column.
  private func filler(_ column: ColumnDefinition) -> CellValue {
    switch column.type {
    case .date: .number(team.asOf ?? 45_000)
    case .percent, .money, .number, .integer, .ratio, .score: .number(1)
    case .tick: .text(Tick.yes.rawValue)
    case .list:
      if case .list(let prefix) = column.allowed, let label = team.lists[prefix]?.labels.first {
        label
      } else {
        .text("x")
      }
    case .id, .key, .text: .text("x")
    }
  }

  /// A rule runs if its own column and the computed columns that it reads exist, and everything it reads is understood.
  func canRun(
    _ definition: RuleDefinition, _ prepared: PreparedRule, _ key: String, on sheet: LocatedSheet
  ) -> Bool {
    func isThere(_ key: String) -> Bool {
      guard let column = sheet.definition.column(key) else { return false }
      return column.isComputed ? plan.contains(ColumnID(sheet: sheet.prefix, key: key)) : sheet.holds(key)
    }
    guard isThere(key), definition.computed.allSatisfy(isThere) else { return false }
    // A sum over a column that another sheet can't have is no sum: payments without amounts due are not 0.
    let isLacking = prepared.reads.contains { id in
      guard id.sheet != sheet.prefix, team.has(id.sheet) else { return false }
      return playbookComputes(id) && !plan.contains(id)
    }
    guard !isLacking else { return false }
    return isUnderstood(prepared)
  }

  private func playbookComputes(_ id: ColumnID) -> Bool {
    team.playbook.sheet(id.sheet)?.column(id.key)?.isComputed == true
  }

  /// Whether everything that the rule reads, directly or indirectly, is understood.
  func isUnderstood(_ prepared: PreparedRule) -> Bool {
    !prepared.reads.contains(where: plan.isTainted)
      && !prepared.test.names.contains(where: plan.unknownSettings.contains)
  }

  /// Evaluates a rule about the whole workbook once, on a row of its own.
  private func checkBook(
    _ rule: Int, _ definition: RuleDefinition, _ prepared: PreparedRule, _ findings: inout FindingCollector
  ) throws(DealbookError) {
    let template = prepared.test
    if case .sheet(let prefix) = definition.sheet {
      guard let sheet = team.sheet(prefix), case .column(let key) = definition.place,
        canRun(definition, prepared, key, on: sheet)
      else { return }
    }
    if case .settings = definition.sheet {
      // A setting that has not been entered yet must not produce findings about others.
      let missing = template.names.filter { team.settings.unknown[$0] == .notEntered }
      guard missing.isEmpty else { return }
    } else if case .sheet = definition.sheet {
    } else {
      guard isUnderstood(prepared) else { return }
    }
    let result: Column
    do {
      result = try template.bound(sheet: nil, in: computation.environment)
        .evaluate(rows: 1, mask: nil, in: computation.environment)
    } catch {
      throw .formula(error, of: definition.id)
    }
    guard result[0] == .boolean(true) else { return }
    let arguments = try RuleArguments(ofBook: definition, in: computation.environment, team: team)[0]
    switch (definition.sheet, definition.place) {
    case (.settings, .setting(let name)):
      var cell: CellReference?
      if case .cell(_, let found)? = team.settings.entries[name]?.source { cell = found }
      findings.add(
        rule, sheet: "set", row: cell?.row ?? 0, columnNumber: cell?.column ?? 0, column: name,
        found: team.settings.value(name), arguments: arguments)
    case (.lists, .listColumn(let list, let column)):
      findings.add(
        rule, sheet: "lst", row: team.lists[list]?.isOnSheet == true ? team.lists.headerRow : 0,
        columnNumber: team.lists[list]?.places[column] ?? 0, column: "\(list).\(column)", arguments: arguments)
    case (.sheet(let prefix), .column(let key)):
      findings.add(rule, sheet: prefix, column: key, arguments: arguments)
    default:
      findings.add(rule, sheet: "", arguments: arguments)
    }
  }
}

/// The values of a rule's placeholders, for the rows with findings.
private struct RuleArguments {
  private var columns: [(name: String, type: ColumnType, values: Column)] = []
  private let hits: [Int]
  private let system: DateSystem

  init(
    _ definition: RuleDefinition, placeholders: [String], hits: [Int], on sheet: LocatedSheet,
    in environment: Environment, team: BoundWorkbook
  ) throws(DealbookError) {
    self.hits = hits
    // A placeholder without a formula is a column of the row.
    for name in placeholders {
      guard let column = sheet.definition.column(name), let values = environment.column("\(sheet.prefix)_\(name)")
      else { continue }
      columns.append((name, column.type, values))
    }
    system = team.workbook.dateSystem
    var mask = Array(repeating: false, count: sheet.rows.count)
    for offset in hits { mask[offset] = true }
    try addValues(definition, team, sheet: sheet.prefix, in: environment) { (formula) throws(FormulaError) in
      try formula.evaluate(rows: sheet.rows.count, mask: mask, firstRow: sheet.rows.range.lowerBound, in: environment)
    }
  }

  /// For a rule about the whole workbook: a single row of values that belongs to no sheet.
  init(ofBook definition: RuleDefinition, in environment: Environment, team: BoundWorkbook) throws(DealbookError) {
    hits = [0]
    system = team.workbook.dateSystem
    try addValues(definition, team, sheet: nil, in: environment) { (formula) throws(FormulaError) in
      try formula.evaluate(rows: 1, mask: nil, in: environment)
    }
  }

  private mutating func addValues(
    _ definition: RuleDefinition, _ team: BoundWorkbook, sheet: String?, in environment: Environment,
    _ evaluate: (BoundFormula) throws(FormulaError) -> Column
  ) throws(DealbookError) {
    let prepared = PreparedPlaybook.of(team.playbook)
    do throws(FormulaError) {
      for value in definition.values {
        let template = try prepared.template(value.formula[team.messageLanguage], on: sheet)
        let bound = try ReferenceFormulas(team.references, team.playbook).applied(to: template, on: sheet).template
          .bound(sheet: sheet, in: environment)
        columns.append((value.name, value.type, try evaluate(bound)))
      }
    } catch {
      throw .formula(error, of: definition.id)
    }
  }

  subscript(place: Int) -> [String: String] {
    guard !columns.isEmpty else { return [:] }
    var shown: [String: String] = [:]
    for column in columns {
      shown[column.name] = ShownValue.text(column.values[hits[place]], type: column.type, system: system)
    }
    return shown
  }
}
