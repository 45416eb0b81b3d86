// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Determines which findings of cells only follow from a finding about their column or about merged cells: where nobody can tell whether a
/// column keeps 60% as 60 or as 0.6, each text in it that is no plain number has that reason alone.
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
  private let reason: String

  /// Nil if no finding is of such a kind, as in nearly all workbooks.
  init?(_ analysis: Analysis) {
    rules = analysis.team.playbook.rules
    reason = UnreadText.scale.words[analysis.team.messageLanguage]
    let (scale, merge) = (Self.index(of: .percentUnclear, rules), Self.index(of: .mergedData, rules))
    for (place, finding) in analysis.findings.enumerated() where finding.rule == scale || finding.rule == merge {
      if finding.rule == scale {
        unclear[Column(sheet: finding.sheet, number: finding.columnNumber)] = place
      } else if case .text(let text) = finding.found, let range = CellRange(text) {
        merged[finding.sheet, default: []].append((range, place))
      }
    }
    if unclear.isEmpty, merged.isEmpty { return nil }
  }

  private static func index(of kind: RuleKind, _ rules: [RuleDefinition]) -> Int? {
    rules.firstIndex { $0.kind == kind }
  }

  /// The finding that this one follows from; nil if it stands by itself.
  func root(of finding: Finding) -> Int? {
    switch rules[finding.rule].kind {
    case .type where finding.arguments["why"] == reason:
      return unclear[Column(sheet: finding.sheet, number: finding.columnNumber)]
    case .required:
      guard let ranges = merged[finding.sheet],
        let cell = CellReference(row: finding.row, column: finding.columnNumber)
      else { return nil }
      return ranges.first { $0.range.contains(cell) && $0.range.first != cell }?.finding
    default: return nil
    }
  }
}
