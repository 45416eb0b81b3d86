// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// The percent columns that, according to the playbook, store 60 % as 60, and whose formulas are adapted to that.
///
/// A formula that reads such a column as a whole, in a lookup or a sum, cannot be adapted; nothing is then computed from the column.
struct PercentHundreds: Sendable {
  /// By prefix.
  private var keys: [String: Set<String>] = [:]

  init(_ playbook: Playbook) {
    for sheet in playbook.sheets {
      let stated = sheet.columns.filter {
        $0.type == .percent && !$0.isComputed && $0.convention.percentScale == .hundreds
      }
      if !stated.isEmpty { keys[sheet.prefix] = Set(stated.map(\.key)) }
    }
    guard !keys.isEmpty else { return }
    for text in Self.formulas(of: playbook) {
      guard let template = try? FormulaTemplate.known(text) else { continue }
      for name in template.names {
        guard case .column(let reference)? = playbook.meaning(ofName: name) else { continue }
        keys[reference.sheet]?.remove(reference.column)
      }
    }
  }

  private static func formulas(of playbook: Playbook) -> [String] {
    let columns = playbook.sheets.flatMap(\.columns).compactMap(\.computed)
    return columns.compactMap(\.formula) + columns.flatMap(\.without.values)
      + (playbook.funnel?.columns.compactMap(\.formula) ?? [])
      + playbook.rules.flatMap { rule in
        [rule.test].compactMap { $0 } + rule.values.flatMap(\.formula.all)
      }
  }

  /// Whether formulas divide the cells of the column by 100.
  func contains(_ key: String, on prefix: String) -> Bool { keys[prefix]?.contains(key) == true }

  /// A formula of a sheet in which these columns are divided by 100.
  func applied(to template: FormulaTemplate, on prefix: String?) throws(FormulaError) -> FormulaTemplate {
    guard let prefix, let own = keys[prefix], !own.isEmpty else { return template }
    return try template.dividing(own)
  }
}
