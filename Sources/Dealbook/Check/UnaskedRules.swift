// SPDX-License-Identifier: Apache-2.0

import Playbook

extension Analysis {
  /// The rules that could not be asked, or not of every row, because something that they read is not there or not understood. What
  /// they found before is not mended.
  public var unaskedRules: [String] {
    let rules = FormulaRules(team: team, plan: plan, computation: computation)
    return team.playbook.rules.indices.compactMap { rules.isAsked($0) ? nil : team.playbook.rules[$0].id }
  }
}

extension FormulaRules {
  /// Whether everything that a rule reads is there. The checks of single columns are asked wherever their column is.
  fileprivate func isAsked(_ rule: Int) -> Bool {
    let definition = team.playbook.rules[rule]
    guard definition.kind == .formula, definition.test != nil else { return true }
    guard definition.needs.allSatisfy({ team.has($0) }),
      let prepared = (try? PreparedPlaybook.of(team.playbook).rule(rule, of: team.playbook))?
        .referring(ReferenceFormulas(team.references, team.playbook), on: definition.sheetPrefix)
    else { return false }
    guard case .sheet(let prefix) = definition.sheet else { return isUnderstood(prepared) }
    guard let sheet = team.sheet(prefix) else { return false }
    guard case .column(let key) = definition.place, canRun(definition, prepared, key, on: sheet) else { return false }
    let absent = absence(prepared, on: sheet)
    return definition.scope == .book || absent.here.isEmpty && absent.elsewhere.isEmpty
  }
}
