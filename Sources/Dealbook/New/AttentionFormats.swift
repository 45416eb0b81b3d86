// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The conditional formats of a data sheet: computed figures about which a rule warns, such as overdue ones, ones declared beyond the
/// evidence, or ones at risk; and cells that a row still lacks.
struct AttentionFormats {
  private let frame: SheetFrame
  private let plan: BookPlan

  init(_ frame: SheetFrame, plan: BookPlan) {
    self.frame = frame
    self.plan = plan
  }

  func formats(names: inout NewNames) throws(DealbookError) -> [ConditionalFormat] {
    var urgent: [ConditionalFormat] = []
    var others: [ConditionalFormat] = []
    for rule in plan.playbook.rules {
      guard let column = target(of: rule), let formula = try formula(of: rule, names: &names),
        let range = range(of: column)
      else { continue }
      let isUrgent = rule.severity == .error || column.definition.isHeadline
      let format = ConditionalFormat(
        range: range, formula: guarded(formula), look: isUrgent ? CellStylePalette.alarm : CellStylePalette.caution)
      if isUrgent { urgent.append(format) } else { others.append(format) }
    }
    return urgent + others + missing()
  }

  /// The computed column about whose figure the rule warns.
  private func target(of rule: RuleDefinition) -> SheetFrame.Column? {
    guard rule.kind == .formula, rule.scope == .row, rule.severity >= .warning,
      rule.sheet == .sheet(frame.prefix), case .column(let key) = rule.place,
      rule.needs.allSatisfy({ plan.frame($0) != nil }),
      rule.computed.allSatisfy({ frame.number(of: $0) != nil }),
      let column = frame.columns.first(where: { $0.definition.key == key }), column.definition.isComputed
    else { return nil }
    return column
  }

  /// The test of a rule for the first row; nil if it reads something that the workbook lacks.
  private func formula(of rule: RuleDefinition, names: inout NewNames) throws(DealbookError) -> String? {
    guard let test = rule.test else { return nil }
    let template: FormulaTemplate
    do { template = try FormulaTemplate(test) } catch { throw .formula(error, of: rule.id) }
    guard template.keys.allSatisfy({ frame.number(of: $0) != nil }), names.define(all: template.names) else {
      return nil
    }
    return template.rowFormula(
      columns: { frame.number(of: $0).map { .column($0) } }, firstRow: SheetFrame.firstRow, absent: MetaSheet.emptyCell
    ).text(row: SheetFrame.firstRow)
  }

  /// Empty rows are not formatted.
  private func guarded(_ formula: String) -> String {
    rowIsUsed.map { "AND(\($0),\(formula))" } ?? formula
  }

  private var rowIsUsed: String? {
    frame.idColumn.map { "$\(ColumnName.letters($0))\(SheetFrame.firstRow)<>\"\"" }
  }

  private func range(of column: SheetFrame.Column) -> CellRange? {
    guard let first = CellReference(row: frame.roomRows.lowerBound, column: column.number),
      let last = CellReference(row: frame.roomRows.upperBound, column: column.number)
    else { return nil }
    return CellRange(first, last)
  }

  private func missing() -> [ConditionalFormat] {
    guard let rowIsUsed else { return [] }
    return frame.columns.compactMap { column in
      guard !column.definition.isComputed, column.number != frame.idColumn,
        column.definition.requirement(in: plan.profile) == .required, let range = range(of: column)
      else { return nil }
      let cell = "$\(ColumnName.letters(column.number))\(SheetFrame.firstRow)"
      return ConditionalFormat(range: range, formula: "AND(\(rowIsUsed),\(cell)=\"\")", look: CellStylePalette.missing)
    }
  }
}
