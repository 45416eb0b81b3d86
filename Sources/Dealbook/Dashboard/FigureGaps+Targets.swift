// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// The targets of one owner that lie in each other's periods, as a year's does beside those of its quarters: the target counts them all.
  func nestedTargets() -> [String] {
    guard source.lack(["tg_target", "tg_owner", "tg_p_start", "tg_p_end"]) == nil, basis.doubt == nil,
      let start = source.team.settings.number("PeriodStart"), let end = source.team.settings.number("PeriodEnd"),
      let sheet = SheetRows(source, "tg", ["owner", "target", "p_start", "p_end"])
    else { return [] }
    var spans: [String: [(row: Int, first: Double, last: Double)]] = [:]
    for row in sheet.rows {
      let owner = sheet.text("owner", row)
      guard !owner.isEmpty, (sheet.number("target", row) ?? 0) > 0, let first = sheet.number("p_start", row),
        let last = sheet.number("p_end", row), first >= start, last <= end, first <= last
      else { continue }
      spans[owner.lowercased(), default: []].append((row, first, last))
    }
    var places: [CellPlace] = []
    var owners: [String] = []
    for (_, own) in spans.sorted(by: { $0.value[0].row < $1.value[0].row }) where own.count > 1 {
      let nested = own.filter { span in
        own.contains { other in
          other.row != span.row
            && (other.first <= span.first && span.last <= other.last
              || span.first <= other.first && other.last <= span.last)
        }
      }
      guard let first = nested.first else { continue }
      owners.append(sheet.text("owner", first.row))
      places += nested.map { sheet.place("target", $0.row) }
    }
    guard !owners.isEmpty else { return [] }
    let (cells, names) = (cells(places), words.list(owners, most: 6))
    return [
      words.pick(
        "\(names)的目標期間互相包含，全部計入合計，可能重複\(cells)", "\(names)的目标期间互相包含，全部计入合计，可能重复\(cells)",
        "The periods of the targets of \(names) lie in one another, and all of them are added: the sum may count twice\(cells)"
      )
    ]
  }
}
