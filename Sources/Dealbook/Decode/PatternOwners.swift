// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Owners whose names are patterns to formulas, as masked ones are: `Tom*` finds `Tom*2` as well. Nothing is added up by owner then; what
/// asks for no owner counts as ever.
enum PatternOwners {
  static func mark(_ sheets: inout [LocatedSheet], _ playbook: Playbook) {
    let places = sheets.indices.filter { place in
      ["de", "tg"].contains(sheets[place].prefix) && !(playbook.isBuiltIn && sheets[place].confidence == 1)
    }
    var pattern: String?
    for place in places {
      guard let column = sheets[place].column("owner") else { continue }
      for (offset, ids) in sheets[place].mergedIDs.sorted(by: { $0.key < $1.key })
      where ids.contains(where: { $0.isPattern && $0.column == column.number }) {
        pattern = pattern ?? column.values[offset].shownText
        let others = ids.filter { !($0.isPattern && $0.column == column.number) }
        sheets[place].mergedIDs[offset] = others.isEmpty ? nil : others
      }
    }
    guard let pattern else { return }
    for place in places {
      guard let index = sheets[place].columns.firstIndex(where: { $0.key == "owner" }) else { continue }
      sheets[place].columns[index].doubt = .pattern(pattern)
    }
  }
}
