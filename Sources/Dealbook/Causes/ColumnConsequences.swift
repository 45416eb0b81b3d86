// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Determines which findings only follow from another one about the same column, or about merged cells: where nobody can tell whether a
/// column keeps 60% as 60 or as 0.6, each text in it that is no plain number has that reason alone. Amounts in several currencies are one
/// matter, whether the column or its cells are spoken of; so are labels that are not in a list.
struct ColumnConsequences {
  private struct Column: Hashable {
    var sheet: String
    var number: Int
  }

  private let rules: [RuleDefinition]
  /// The findings about columns of percentages whose scale is unclear.
  private var unclear: [Column: Int] = [:]
  /// The findings about merged cells, by sheet.
  private var merged: [String: [(range: CellRange, finding: Int)]] = [:]
  /// The findings about columns whose amounts are in several currencies.
  private var currencies: [Column: Int] = [:]
  /// The first label of each column that is not in its list.
  private var labels: [Column: Int] = [:]
  private let reason: String

  /// Nil if no finding is of such a kind, as in nearly all workbooks.
  init?(_ analysis: Analysis) {
    rules = analysis.team.playbook.rules
    reason = UnreadText.scale.words[analysis.team.messageLanguage]
    let kinds: [RuleKind] = [.percentUnclear, .mergedData, .foreignLabels, .list, .badCharacters, .unitHeader]
    let isWanted = rules.map { kinds.contains($0.kind) }
    var hasForeignLabels = false
    for (place, finding) in analysis.findings.enumerated() where isWanted[finding.rule] {
      let column = Column(sheet: finding.sheet, number: finding.columnNumber)
      switch rules[finding.rule].kind {
      case .percentUnclear: unclear[column] = place
      case .foreignLabels: hasForeignLabels = true
      case .unitHeader: if Self.isOfCurrencies(finding, analysis.team) { currencies[column] = place }
      case .list:
        if labels[column].map({ rules[analysis.findings[$0].rule].kind != .list }) ?? true { labels[column] = place }
      case .badCharacters: if labels[column] == nil { labels[column] = place }
      default:
        if case .text(let text) = finding.found, let range = CellRange(text) {
          merged[finding.sheet, default: []].append((range, place))
        }
      }
    }
    if !hasForeignLabels { labels = [:] }
    if unclear.isEmpty, merged.isEmpty, currencies.isEmpty, labels.isEmpty { return nil }
  }

  private static func isOfCurrencies(_ finding: Finding, _ team: BoundWorkbook) -> Bool {
    team.sheet(finding.sheet)?.columns.contains { column in
      column.number == finding.columnNumber && column.unitLine?.isOfSeveralCurrencies == true
    } ?? false
  }

  /// The finding that this one follows from; nil if it stands by itself.
  func root(of finding: Finding) -> Int? {
    switch rules[finding.rule].kind {
    case .type where finding.arguments["why"] == reason:
      return unclear[Column(sheet: finding.sheet, number: finding.columnNumber)]
    case .foreignCurrency: return currencies[Column(sheet: finding.sheet, number: finding.columnNumber)]
    case .foreignLabels: return labels[Column(sheet: finding.sheet, number: finding.columnNumber)]
    case .required:
      guard let ranges = merged[finding.sheet],
        let cell = CellReference(row: finding.row, column: finding.columnNumber)
      else { return nil }
      return ranges.first { $0.range.contains(cell) && $0.range.first != cell }?.finding
    default: return nil
    }
  }
}
