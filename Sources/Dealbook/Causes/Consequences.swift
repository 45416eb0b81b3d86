// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Determines which findings only follow from another one in the same row: a value computed from an unreadable amount is not a mistake of
/// its own.
struct Consequences: Sendable {
  private let kinds: [RuleKind]
  /// For each rule, the columns of its own sheet that its formula reads, directly or through computed columns.
  private let reads: [Set<String>]

  /// For each rule, whether it asks for an amount above 0, as the range of the column does.
  private let asksForAmount: [Bool]

  static func of(_ playbook: Playbook) -> Consequences { playbook.memo.value { Consequences(playbook) } }

  private init(_ playbook: Playbook) {
    kinds = playbook.rules.map(\.kind)
    asksForAmount = playbook.rules.map { FindingWriter.rulesOfAmounts.contains($0.id) }
    reads = playbook.rules.map { rule in
      guard rule.kind == .formula, case .sheet(let prefix) = rule.sheet, let test = rule.test else { return [] }
      var keys = FormulaNames.keys(in: test)
      for key in keys {
        if let formula = playbook.sheet(prefix)?.column(key)?.formula {
          keys.formUnion(FormulaNames.keys(in: formula))
        }
      }
      return keys
    }
  }

  /// For each finding of one row, the index of the finding it follows from; nil if it stands by itself.
  func roots(of row: ArraySlice<Finding>) -> [Int?]? {
    guard row.count > 1, row[row.startIndex].row > 0 else { return nil }
    // Nearly all rows lack one of the two kinds of findings.
    guard row.indices.contains(where: { kinds[row[$0].rule] == .formula }) else { return nil }
    var causes: [String: Int] = [:]
    for place in row.indices where isUnreadable(row[place].rule) {
      if causes[row[place].column] == nil { causes[row[place].column] = place }
    }
    // A number outside its range is read, so only what asks the same of its own cell follows from that.
    let outside = Dictionary(
      row.indices.filter { kinds[row[$0].rule] == .range }.map { (row[$0].column, $0) }, uniquingKeysWith: min)
    guard !causes.isEmpty || !outside.isEmpty else { return nil }
    return row.indices.map { place in
      let finding = row[place]
      guard kinds[finding.rule] == .formula else { return nil }
      if let root = outside[finding.column], asksForAmount[finding.rule] { return root }
      return causes.filter { $0.key == finding.column || reads[finding.rule].contains($0.key) }.map(\.value).min()
    }
  }

  private func isUnreadable(_ rule: Int) -> Bool {
    switch kinds[rule] {
    case .textNumber, .textDate, .type, .errorValue, .list, .twoReadings, .foreignCurrency, .noStoredValue: true
    default: false
    }
  }
}
