// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Spreadsheet

/// Distinguishes the tool's own formulas in a column, including those of earlier fills, from somebody else's.
///
/// A cell may hold the formula from an earlier edition of the playbook, or from before a column that it reads existed, with `_meta!$A$1` in
/// its place. Both belong to the tool and are renewed.
struct OwnFormulas: Sendable {
  /// The formula of the column as it is written.
  let pattern: FormulaPattern?
  private var current: RowFormulaMatcher
  /// Nil until a cell holds something else than the formula of the column.
  private var former: [RowFormulaMatcher]?
  /// Formulas with some columns absent that were found in cells.
  private var partial: [RowFormulaMatcher] = []
  private let id: ColumnID
  private let layout: ColumnLayout
  private let templates: [FormulaTemplate]

  /// Earlier fills leave no more sets of absent columns than this; each costs a comparison in every later row.
  private static let maxPartial = 16

  /// - Parameter templates: the formula of the column, followed by its former ones.
  init?(_ id: ColumnID, templates: [FormulaTemplate], layout: ColumnLayout) {
    guard let template = templates.first else { return nil }
    self.id = id
    self.layout = layout
    self.templates = templates
    let formula = layout.rowFormula(template, of: id)
    pattern = FormulaPattern(formula)
    current = RowFormulaMatcher(formula)
  }

  private func formerFormulas() -> [RowFormulaMatcher] {
    var former = templates.dropFirst().map { RowFormulaMatcher(layout.rowFormula($0, of: id)) }
    // Formulas written before the team used one of the tool's names for something else.
    var plain = layout
    plain.names = NameChoice()
    for template in templates where layout.names.concerns(template) {
      former.append(RowFormulaMatcher(plain.rowFormula(template, of: id)))
    }
    return former
  }

  /// The state of a cell in `row` that holds the formula `text`.
  mutating func state(of text: String, row: Int) -> CellState {
    if current.matches(text, row: row) { return .ours }
    var former = self.former ?? formerFormulas()
    self.former = nil
    defer { self.former = former }
    for place in former.indices where former[place].matches(text, row: row) { return .former }
    guard text.containsBytes(of: MetaSheet.name) else { return .otherFormula }
    for place in partial.indices where partial[place].matches(text, row: row) { return .former }
    for template in templates.lazy.map(layout.names.applied) {
      guard let absent = template.absentKeys(in: text, absent: MetaSheet.emptyCell), !absent.isEmpty else { continue }
      var matcher = RowFormulaMatcher(layout.rowFormula(template, of: id, without: absent))
      guard matcher.matches(text, row: row) else { continue }
      if partial.count < Self.maxPartial { partial.append(matcher) }
      return .former
    }
    return .otherFormula
  }
}
