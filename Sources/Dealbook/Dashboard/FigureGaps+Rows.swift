// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

extension FigureGaps {
  /// The renewals that are due soon and of which nobody knows whether they are still open.
  func statesUnknown(_ sheet: SheetRows) -> [String] {
    let codes = ["IDLE", "TALK", "DONE", "LOST"]
    let soon = sheet.rows.filter { row in sheet.number("days_exp", row).map { (0...90).contains($0) } ?? false }
    let blank = soon.filter { sheet.text("status", $0).isEmpty }.map { sheet.place("status", $0) }
    let unknown = soon.filter { row in
      let text = sheet.text("status", row)
      return !text.isEmpty && !source.label(text, in: "rs", isOneOf: codes)
    }.map { sheet.place("status", $0) }
    return [
      (blank, "沒有狀態", "没有状态", "without a status"),
      (unknown, "狀態看不懂", "状态看不懂", "whose status is not understood"),
    ].filter { !$0.0.isEmpty }.map { places, traditional, simplified, english in
      let cells = cells(places)
      return words.pick(
        "續約到期不含 \(places.count) 筆\(traditional)的續約\(cells)", "续约到期不含 \(places.count) 笔\(simplified)的续约\(cells)",
        "Renewals due leave out \(words.count(places.count, "renewal", "renewals")) \(english)\(cells)")
    }
  }

  /// Payments with an amount but no ID, where all others have one: formulas take such a row for none.
  func paymentsWithoutID() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil,
      let sheet = SheetRows(source, "pa", ["payment_id", "amt_override", "outstanding"]),
      sheet.sheet.holds("payment_id")
    else { return [] }
    let places = sheet.rows.filter {
      sheet.text("payment_id", $0).isEmpty && sheet.number("amt_override", $0) != nil
        && sheet.number("outstanding", $0) == nil
    }.map { sheet.place("payment_id", $0) }
    guard !places.isEmpty else { return [] }
    let cells = cells(places)
    return [
      words.pick(
        "逾期未收不含 \(places.count) 筆沒有編號的款項\(cells)", "逾期未收不含 \(places.count) 笔没有编号的款项\(cells)",
        "Overdue leaves out \(words.count(places.count, "payment", "payments")) without an ID\(cells)")
    ]
  }

  /// Deals that the tables by owner give to nobody, or not to the one who is meant.
  func owners() -> [String] {
    guard source.lack(["de_amount", "de_owner", "de_is_won", "de_is_open", "de_in_period"]) == nil,
      let sheet = SheetRows(source, "de", ["owner", "amount", "is_won", "is_open", "in_period"])
    else { return [] }
    let counted = sheet.rows.filter { row in
      sheet.number("in_period", row) == 1 && sheet.number("amount", row) != nil
        && (sheet.number("is_won", row) == 1 || sheet.number("is_open", row) == 1)
    }
    var sentences: [String] = []
    let blank = counted.filter { StraySpace.isBlank(sheet.text("owner", $0)) }
    if !blank.isEmpty, blank.count < counted.count {
      let cells = cells(blank.map { sheet.place("owner", $0) })
      sentences.append(
        words.pick(
          "各負責人的數字不含 \(blank.count) 筆沒有負責人的商機\(cells)", "各负责人的数字不含 \(blank.count) 笔没有负责人的商机\(cells)",
          "Figures by owner leave out \(words.count(blank.count, "deal", "deals")) without an owner\(cells)"))
    }
    var spellings: [String: Set<String>] = [:]
    for row in counted {
      let text = sheet.text("owner", row)
      spellings[StraySpace.collapsed(text).lowercased(), default: []].insert(text.lowercased())
    }
    let spaced = counted.filter { row in
      let text = sheet.text("owner", row)
      let clean = StraySpace.collapsed(text)
      return !clean.isEmpty && clean != text && spellings[clean.lowercased()].map { $0.count > 1 } ?? false
    }
    if !spaced.isEmpty {
      let cells = cells(spaced.map { sheet.place("owner", $0) })
      sentences.append(
        words.pick(
          "\(spaced.count) 筆商機的負責人只差空白，沒有算在同一人名下\(cells)；dealbook fill --repair safe 可以改正",
          "\(spaced.count) 笔商机的负责人只差空白，没有算在同一人名下\(cells)；dealbook fill --repair safe 可以改正",
          "\(words.count(spaced.count, "deal", "deals")) with an owner spelled with other spaces \(spaced.count == 1 ? "does" : "do") not count for that person\(cells); dealbook fill --repair safe mends it"
        ))
    }
    return sentences
  }
}
