import Formula
import Spreadsheet

/// Tells the tool's own formulas of one column from somebody else's, those of earlier fills included.
///
/// A cell may hold what the column's formula was in an earlier edition of the playbook, or was when a column that it
/// reads was not there yet, so that `_meta!$A$1` stands for it. Both are the tool's own and are renewed.
struct OwnFormulas: Sendable {
  /// The formula of the column as it is written.
  let pattern: FormulaPattern?
  private var current: RowFormulaMatcher
  private var former: [RowFormulaMatcher]
  /// The formulas with some columns absent that cells were found to hold.
  private var partial: [RowFormulaMatcher] = []
  private let id: ColumnID
  private let layout: ColumnLayout
  private let templates: [FormulaTemplate]

  /// More sets of absent columns than earlier fills leave behind; each costs every later row a comparison.
  private static let maxPartial = 16

  /// - Parameter templates: the formula of the column, then those that it had earlier.
  init?(_ id: ColumnID, templates: [FormulaTemplate], layout: ColumnLayout) {
    guard let template = templates.first else { return nil }
    self.id = id
    self.layout = layout
    self.templates = templates.map(layout.names.applied)
    let formula = layout.rowFormula(template, of: id)
    pattern = FormulaPattern(formula)
    current = RowFormulaMatcher(formula)
    former = templates.dropFirst().map { RowFormulaMatcher(layout.rowFormula($0, of: id)) }
    // What was written before a name of ours came to mean something else.
    var plain = layout
    plain.names = NameChoice()
    for template in templates where layout.names.concerns(template) {
      former.append(RowFormulaMatcher(plain.rowFormula(template, of: id)))
    }
  }

  /// What a cell of `row` that holds the formula `text` is.
  mutating func state(of text: String, row: Int) -> CellState {
    if current.matches(text, row: row) { return .ours }
    for place in former.indices where former[place].matches(text, row: row) { return .former }
    guard text.utf8.contains(MetaSheet.name) else { return .otherFormula }
    for place in partial.indices where partial[place].matches(text, row: row) { return .former }
    for template in templates {
      guard let absent = template.absentKeys(in: text, absent: MetaSheet.emptyCell), !absent.isEmpty else { continue }
      var matcher = RowFormulaMatcher(layout.rowFormula(template, of: id, without: absent))
      guard matcher.matches(text, row: row) else { continue }
      if partial.count < Self.maxPartial { partial.append(matcher) }
      return .former
    }
    return .otherFormula
  }
}

extension String.UTF8View {
  fileprivate func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: word) { return true }
      rest = rest[place...].dropFirst()
    }
    return false
  }
}
