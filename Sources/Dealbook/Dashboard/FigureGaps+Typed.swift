// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// Computed cells that somebody typed over: figures go by what was typed.
  func typedOver() -> [String] {
    let analysis = source.analysis
    var places: [CellPlace] = []
    for sheet in source.team.sheets {
      guard let rows = SheetRows(source, sheet.prefix, []) else { continue }
      for column in sheet.columns where column.definition.formula != nil {
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        guard analysis.plan.contains(id), let states = analysis.states[id] else { continue }
        for offset in rows.rows where states[offset] == .typed { places.append(rows.place(column.key, offset)) }
      }
    }
    guard !places.isEmpty else { return [] }
    let n = places.count
    return [
      words(
        "\(n) 個計算格被人改寫，數字照改寫的值計算\(cells(places))",
        "\(words.count(n, "computed cell was", "computed cells were")) typed over and \(n == 1 ? "counts as it stands" : "count as they stand")\(cells(places))"
      )
    ]
  }
}
