// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The findings of one cell, collected before they are assigned to rules.
struct CellFindings {
  private var kinds: [(kind: RuleKind, arguments: [String: String], repair: CellValue?)] = []

  var isEmpty: Bool { kinds.isEmpty }

  mutating func report(_ kind: RuleKind, _ arguments: [String: String] = [:], repair: CellValue? = nil) {
    kinds.append((kind, arguments, repair))
  }

  func deliver(
    _ sheet: LocatedSheet, _ ids: RowIDs, _ offset: Int, _ column: LocatedColumn, _ value: CellValue,
    to findings: inout FindingCollector
  ) {
    for (kind, arguments, repair) in kinds {
      guard let rule = findings.general(kind) else { continue }
      findings.add(
        rule, sheet, offset: offset, column, found: value, repair: repair, arguments: arguments, ids: ids)
    }
  }
}
