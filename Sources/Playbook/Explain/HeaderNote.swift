// SPDX-License-Identifier: Apache-2.0

extension Playbook {
  /// The text of a note on a column's header: what the column means, what may be typed or how it is computed. A few lines; empty if the
  /// column does not exist.
  public func headerNote(of reference: ColumnReference, language: Language) -> String {
    guard let sheet = sheet(reference.sheet), let column = sheet.column(reference.column) else { return "" }
    let words = ExplainWords(language: language)
    let explainer = ColumnExplainer(playbook: self, language: language)
    var lines = ([column.computed?.words, column.computed?.edge, column.note] as [Localized?])
      .compactMap { $0?[language] }
    if let computed = column.computed {
      if let formula = computed.formula {
        let text = FormulaWords(playbook: self, language: language).text(formula, sheet: sheet.prefix)
        // A longer formula is left to `explain`.
        if text.count <= Self.longestFormula { lines.append(words.formula + words.colon + text) }
      } else {
        lines.append(words.name(of: .toolValue))
      }
    } else {
      lines += explainer.values(of: column)
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static let longestFormula = 200
}
