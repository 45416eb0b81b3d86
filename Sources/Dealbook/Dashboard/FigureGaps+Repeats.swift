// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// The rows that may say twice what another row says, and count all the same.
  func repeats() -> [String] { repeatedDeals() + repeatedPayments() }

  private func repeatedDeals() -> [String] {
    guard source.lack(["de_amount", "de_is_won"]) == nil,
      let sheet = SheetRows(
        source, "de", ["deal_id", "account_id", "name", "owner", "stage", "amount", "expected_close", "actual_close"])
    else { return [] }
    if sheet.sheet.holds("deal_id") {
      let places = again(sheet, ["deal_id"], at: "deal_id")
      guard !places.isEmpty else { return [] }
      let cells = cells(places)
      return [
        words.pick(
          "\(places.count) 筆商機的編號重複，仍然計入\(cells)", "\(places.count) 笔商机的编号重复，仍然计入\(cells)",
          "\(words.count(places.count, "deal repeats", "deals repeat")) an ID and \(places.count == 1 ? "is" : "are") still counted\(cells)"
        )
      ]
    }
    let keys = ["account_id", "name", "owner", "stage", "amount", "expected_close", "actual_close"]
    let places = sheet.sheet.holds("name") ? again(sheet, keys, at: "name") : []
    guard !places.isEmpty else { return [] }
    let cells = cells(places)
    return [
      words.pick(
        "\(places.count) 筆商機與前面的一筆完全相同，仍然計入\(cells)", "\(places.count) 笔商机与前面的一笔完全相同，仍然计入\(cells)",
        "\(words.count(places.count, "deal is", "deals are")) the same as an earlier one and \(places.count == 1 ? "is" : "are") still counted\(cells)"
      )
    ]
  }

  private func repeatedPayments() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil,
      let sheet = SheetRows(source, "pa", ["payment_id", "invoice_no", "stage"])
    else { return [] }
    let key = sheet.sheet.holds("payment_id") ? "payment_id" : "invoice_no"
    let places = again(sheet, key == "invoice_no" ? [key, "stage"] : [key], at: key)
    guard !places.isEmpty else { return [] }
    let cells = cells(places)
    return [
      words.pick(
        "\(places.count) 筆款項的編號重複，仍然計入\(cells)", "\(places.count) 笔款项的编号重复，仍然计入\(cells)",
        "\(words.count(places.count, "payment repeats", "payments repeat")) a number and \(places.count == 1 ? "is" : "are") still counted\(cells)"
      )
    ]
  }

  /// The cells of `key` in the rows whose cells in `keys` are those of an earlier row; a row with an empty `key` repeats nothing.
  private func again(_ sheet: SheetRows, _ keys: [String], at key: String) -> [CellPlace] {
    var seen: Set<String> = []
    return sheet.rows.compactMap { row in
      guard !sheet.value(key, row).isEmpty else { return nil }
      let text = keys.map { sheet.text($0, row).lowercased() }.joined(separator: "\u{1F}")
      return seen.insert(text).inserted ? nil : sheet.place(key, row)
    }
  }
}
