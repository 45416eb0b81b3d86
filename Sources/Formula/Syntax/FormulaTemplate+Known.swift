// SPDX-License-Identifier: Apache-2.0

import Synchronization

extension FormulaTemplate {
  private static let kept = Mutex<[String: FormulaTemplate]>([:])

  /// The built-in playbook has about a thousand formulas, and a company adds few: a file that a stranger writes cannot fill the memory.
  private static let most = 4_096

  /// The template of a text that many playbooks hold, parsed once for all of them, with what it has been bound to.
  package static func known(_ text: String) throws(FormulaError) -> FormulaTemplate {
    if let template = kept.withLock({ $0[text] }) { return template }
    let template = try FormulaTemplate(text)
    kept.withLock { if $0.count < most { $0[text] = template } }
    return template
  }
}
