// SPDX-License-Identifier: Apache-2.0

import Playbook

extension FigureGaps {
  /// Deals with a date of closing and an open stage: those that count in no figure, and those that the method takes for won.
  func closedOpen() -> [String] {
    guard source.lack(["de_amount", "de_stage", "de_is_won", "de_in_period"]) == nil,
      let sheet = SheetRows(source, "de", ["is_won", "in_period", "amount"]),
      let deals = ClosedOpenDeals(source.team.lists)
    else { return [] }
    func place(_ row: Int) -> CellPlace { sheet.place(ClosedOpenDeals.close, row) }
    let sentences = leftOut(
      .all, .deal, Reason("有簽約日而階段仍開放", "with a closing date and an open stage"),
      sheet.sheet.closedOpen.filter { source.isShown("de", $0) }.sorted().map(place))
    let won = deals.rows(of: sheet.sheet).filter { row in
      source.isShown("de", row) && sheet.number("is_won", row) == 1 && sheet.number("in_period", row) == 1
        && sheet.number("amount", row) != nil
    }
    return sentences
      + told(won.map(place)) { count, cells in
        words(
          "\(count) 筆商機有簽約日而階段仍開放，計為贏單\(cells)",
          "\(words.count(count, "deal has", "deals have")) a closing date and an open stage, and \(count == 1 ? "counts" : "count") as won\(cells)"
        )
      }
  }

  /// A sentence about some cells, with their number and the first of them; none about no cells.
  func told(_ places: [CellPlace], _ sentence: (Int, String) -> String) -> [String] {
    places.isEmpty ? [] : [sentence(places.count, cells(places))]
  }

  /// Deals whose own chance says another end than their stage. The stage decides, and that is said where both are a team's own.
  func chancesOfEnds() -> [String] {
    guard ClosedOpenDeals.areOwnStages(source.team.playbook),
      source.lack(["de_amount", "de_is_won", "de_is_open", "de_stage_no"]) == nil,
      let sheet = SheetRows(source, "de", ["is_won", "is_open", "stage_no", "prob_override"]),
      let column = sheet.sheet.column("prob_override"), column.obstacle == nil,
      column.convention.percentScale == .fractions, let stages = source.team.lists[AdoptedList.stages]
    else { return [] }
    let meanings = stages.meanings
    let won = sheet.rows.filter { row in
      sheet.number("is_won", row) == 1 && (sheet.number("prob_override", row) ?? 1) < 1
    }
    let lost = sheet.rows.filter { row in
      guard sheet.number("prob_override", row) == 1, sheet.number("is_won", row) != 1,
        sheet.number("is_open", row) != 1, let stage = sheet.number("stage_no", row).flatMap({ Int(exactly: $0) })
      else { return false }
      return meanings.indices.contains(stage - 1) && meanings[stage - 1] == "LOST"
    }
    func place(_ row: Int) -> CellPlace { sheet.place("prob_override", row) }
    return told(won.map(place)) { count, cells in
      words(
        "\(count) 筆贏單的機率低於 100%，按階段計為贏單\(cells)",
        "\(words.count(count, "won deal has", "won deals have")) a probability below 100%, and \(count == 1 ? "counts" : "count") as won by the stage\(cells)"
      )
    }
      + told(lost.map(place)) { count, cells in
        words(
          "\(count) 筆輸單的機率是 100%，按階段計為輸單\(cells)",
          "\(words.count(count, "lost deal has", "lost deals have")) a probability of 100%, and \(count == 1 ? "counts" : "count") as lost by the stage\(cells)"
        )
      }
  }

  /// Deals with an amount below 0, which count all the same.
  func negativeDeals() -> [String] {
    guard source.lack(["de_amount", "de_is_won", "de_is_open", "de_in_period"]) == nil,
      let sheet = SheetRows(source, "de", ["is_won", "is_open", "in_period", "amount"])
    else { return [] }
    let rows = sheet.rows.filter { row in
      (sheet.number("amount", row) ?? 0) < 0 && sheet.number("in_period", row) == 1
        && (sheet.number("is_won", row) == 1 || sheet.number("is_open", row) == 1)
    }
    let sum = ReportNumbers.grouped(rows.reduce(0) { $0 + (sheet.number("amount", $1) ?? 0) })
    return told(rows.map { sheet.place("amount", $0) }) { count, cells in
      words(
        "\(count) 筆商機的金額是負數（共 \(sum)），照樣計入\(cells)",
        "\(words.count(count, "deal has", "deals have")) an amount below 0 (\(sum) in all), and \(count == 1 ? "counts" : "count") as it stands\(cells)"
      )
    }
  }
}
