// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Rows that show how a sheet is filled in, as templates have them: by the names that stand in them.
enum ExampleRow {
  static func isNamed(_ text: String) -> Bool {
    let label = Simplified.text(TextFolding.label(StraySpace.trimmed(text)))
    return names.contains(label.filter { $0 != "." && $0 != ":" })
  }

  private static let names: Set<String> = [
    "example", "sample", "beispiel", "muster", "esempio", "ejemplo", "exemple", "示例", "范例", "样例", "举例", "填写示例",
    "max mustermann", "erika mustermann", "mustermann", "muster gmbh", "muster ag", "musterfirma", "musterkunde",
    "musterfirma gmbh", "beispiel gmbh", "beispielkunde", "john doe", "jane doe", "example ltd", "example inc",
    "example corp", "example company", "sample company", "sample customer", "example customer", "示例公司", "示例客户",
    "某某公司", "xx公司", "xxx公司",
  ]
}
