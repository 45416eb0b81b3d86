// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// How many of a column's labels are those that formulas look for.
public struct LabelCounts: Hashable, Sendable {
  /// Cells with a label in the workbook's language.
  public internal(set) var known = 0
  /// Cells with a label in another language, a code or an alias, which a repair replaces.
  public internal(set) var other = 0
  /// Cells with text that is not a label.
  public internal(set) var unknown = 0

  /// Whether formulas do not understand more cells than they do; no figure may then depend on the column.
  var isForeign: Bool { unknown + other > known && unknown + other > 0 }

  init?(_ column: Column, rows: RowLayout, _ labels: LabelReader) {
    var meanings = [LabelReader.Meaning??](repeating: nil, count: column.textCount)
    for offset in 0..<min(column.count, rows.count) where rows.kinds[offset] == .data {
      guard let number = column.textNumber(at: offset) else {
        // A number is a label only if the list has it as one.
        if let value = column[offset].number {
          if labels.meaning(of: CellValue.shown(value)) == .label { known += 1 } else { unknown += 1 }
        }
        continue
      }
      let meaning: LabelReader.Meaning?
      if let found = meanings[number] {
        meaning = found
      } else {
        let text = column[offset].text ?? ""
        if StraySpace.isBlank(text) { continue }
        meaning = labels.meaning(of: text)
        meanings[number] = .some(meaning)
      }
      switch meaning {
      case .label: known += 1
      case .otherLanguage: other += 1
      case nil: unknown += 1
      }
    }
  }
}
