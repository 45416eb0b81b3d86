// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Owners whose cells are merged over several rows: people read the name in each of them, formulas in the first alone, and what is added up by
/// owner would leave the others out.
enum MergedKeys {
  static func mark(_ sheets: inout [LocatedSheet], _ playbook: Playbook) {
    for place in sheets.indices {
      let sheet = sheets[place]
      guard !sheet.mergedCells.isEmpty, ["de", "tg"].contains(sheet.prefix),
        !(playbook.isBuiltIn && sheet.confidence == 1),
        let index = sheet.columns.firstIndex(where: { $0.key == "owner" })
      else { continue }
      let column = sheet.columns[index]
      guard let top = sheet.mergedTops(of: column).values.min(),
        let cell = CellReference(row: sheet.rows.range.lowerBound + top, column: column.number),
        let range = sheet.mergedCells.first(where: { $0.contains(cell) })
      else { continue }
      sheets[place].columns[index].doubt = .merged("\(range)")
    }
  }
}

extension LocatedSheet {
  /// The data rows in which a cell of the column is merged with that of a row above, and the offset of that row.
  func mergedTops(of column: LocatedColumn) -> [Int: Int] {
    var tops: [Int: Int] = [:]
    for range in mergedCells where range.columns.contains(column.number) && range.rows.count > 1 {
      let top = range.first.row - rows.range.lowerBound
      guard top >= 0, top < min(rows.count, column.values.count), rows.kinds[top] == .data, !column.values[top].isEmpty
      else { continue }
      for offset in (top + 1)..<min(top + range.rows.count, rows.count, column.values.count)
      where rows.kinds[offset] == .data && column.values[offset].isEmpty {
        tops[offset] = top
      }
    }
    return tops
  }
}
