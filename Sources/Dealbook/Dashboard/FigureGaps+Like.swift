// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension FigureGaps {
  /// The rows of accounts, contracts and targets that cells of other sheets seem to mean, written otherwise.
  func likeReferences() -> [String] {
    source.team.sheets.compactMap { sheet -> String? in
      guard let rows = source.team.likes.rows[sheet.prefix] else { return nil }
      let shown = rows.keys.filter { source.isShown(sheet.prefix, $0) }
      guard !shown.isEmpty else { return nil }
      let places = shown.flatMap { rows[$0] ?? [] }
      let cells = cells(places.sorted().compactMap(place))
      return words(
        "「\(sheet.title)」有 \(shown.count) 列的數字留白：其他表有些內容像是指它們，但寫法不同\(cells)",
        "Figures of \(words.count(shown.count, "row", "rows")) of “\(sheet.title)” are left blank: cells of other sheets seem to mean \(shown.count == 1 ? "it" : "them") and are written otherwise\(cells)"
      )
    }
  }

  /// The rows of other sheets that call a deal by a name that several have.
  func twofoldNames() -> [String] {
    guard let deals = source.team.sheet("de") else { return [] }
    return source.team.sheets.compactMap { sheet -> String? in
      guard sheet.prefix != deals.prefix, let rows = source.team.likes.twofold[sheet.prefix] else { return nil }
      let places = rows.values.joined().sorted().filter { source.isShown(sheet.prefix, $0.offset) }.compactMap(place)
      guard !places.isEmpty else { return nil }
      let cells = cells(places)
      return words(
        "「\(sheet.title)」有 \(places.count) 列寫的商機名稱不只一筆商機有，沒有對上任何一筆\(cells)",
        "\(words.count(places.count, "row", "rows")) of “\(sheet.title)” \(places.count == 1 ? "names" : "name") a deal by a name that several deals have, and \(places.count == 1 ? "counts" : "count") for none of them\(cells)"
      )
    }
  }

  private func place(_ cell: LikeReferences.Cell) -> CellPlace? {
    SheetRows(source, cell.column.sheet, [])?.place(cell.column.key, cell.offset)
  }
}

extension LikeReferences.Cell: Comparable {
  static func < (a: Self, b: Self) -> Bool {
    (a.column.sheet, a.offset, a.column.key) < (b.column.sheet, b.offset, b.column.key)
  }
}
