// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// The rows that may say twice what another row says, and count all the same.
  func repeats() -> [String] {
    repeatedRows("de", .all, .deal) + repeatedRows("pa", .overdue, .payment)
      + repeatedRows("re", .renewalsDue, .renewal) + repeatedDeals() + repeatedPayments()
  }

  /// The rows that share an ID: one that says what an earlier one says counts once, and those that differ do not count.
  private func repeatedRows(_ prefix: String, _ figure: Figure, _ row: Row) -> [String] {
    guard let sheet = source.team.sheet(prefix), !sheet.repeatedIDs.isEmpty, let id = sheet.definition.idColumn?.key,
      let rows = SheetRows(source, prefix, [id, "invoice_no"])
    else { return [] }
    func places(_ kind: RepeatedIDs.Repeat) -> [CellPlace] {
      rows.rows.filter { sheet.repeatedIDs[$0] == kind }.map { rows.place(id, $0) }
    }
    let same = places(.same)
    var sentences = leftOut(
      figure, row,
      Reason("編號重複而內容不同", "whose ID another row has with other contents", ofSeveral: "that share an ID and differ"),
      places(.differs))
    sentences += leftOut(
      figure, row, Reason("沒有編號", "without an ID"), places(.missing))
    sentences += leftOut(
      figure, row,
      Reason(
        "發票號、金額和到期日都與另一列相同（分次收款或重複輸入）",
        "that repeats the number, amount and due date of an invoice (paid in parts, or entered twice)",
        ofSeveral: "that repeat the number, amount and due date of an invoice (paid in parts, or entered twice)"),
      rows.rows.filter { sheet.repeatedIDs[$0] == .invoice }.map { rows.place("invoice_no", $0) })
    if !same.isEmpty {
      sentences.append(
        words(
          "\(same.count) 列與前面同編號的一列完全相同，只計一次\(cells(same))",
          "\(same.count == 1 ? "1 row says" : "\(same.count) rows say") in every cell what an earlier row of the same ID says, and \(same.count == 1 ? "is" : "are") counted once\(cells(same))"
        ))
    }
    return sentences
  }

  private func repeatedDeals() -> [String] {
    guard source.lack(["de_amount", "de_is_won"]) == nil,
      let sheet = SheetRows(
        source, "de", ["deal_id", "account_id", "name", "owner", "stage", "amount", "expected_close", "actual_close"])
    else { return [] }
    guard sheet.sheet.repeatedIDs.isEmpty else { return [] }
    if sheet.sheet.holds("deal_id") {
      let places = again(sheet, ["deal_id"], at: "deal_id")
      guard !places.isEmpty else { return [] }
      let cells = cells(places)
      return [
        words(
          "\(places.count) 筆商機的編號重複，仍然計入\(cells)",
          "\(words.count(places.count, "deal repeats", "deals repeat")) an ID and \(places.count == 1 ? "is" : "are") still counted\(cells)"
        )
      ]
    }
    let keys = ["account_id", "name", "owner", "stage", "amount", "expected_close", "actual_close"]
    let places = sheet.sheet.holds("name") ? again(sheet, keys, at: "name") : []
    guard !places.isEmpty else { return [] }
    let cells = cells(places)
    return [
      words(
        "\(places.count) 筆商機與前面的一筆完全相同，仍然計入\(cells)",
        "\(words.count(places.count, "deal is", "deals are")) the same as an earlier one and \(places.count == 1 ? "is" : "are") still counted\(cells)"
      )
    ]
  }

  private func repeatedPayments() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil,
      let sheet = SheetRows(source, "pa", ["payment_id", "invoice_no", "stage", "outstanding"]),
      sheet.sheet.repeatedIDs.values.allSatisfy({ $0 == .invoice })
    else { return [] }
    let key = sheet.sheet.holds("payment_id") ? "payment_id" : "invoice_no"
    let places = again(sheet, key == "invoice_no" ? [key, "stage"] : [key], at: key) {
      sheet.sheet.repeatedIDs[$0] == nil
    }
    guard !places.isEmpty else { return [] }
    let cells = cells(places)
    return [
      words(
        "\(places.count) 筆款項的編號重複，仍然計入\(cells)",
        "\(words.count(places.count, "payment repeats", "payments repeat")) a number and \(places.count == 1 ? "is" : "are") still counted\(cells)"
      )
    ]
  }

  /// The cells of `key` in the rows whose cells in `keys` are those of an earlier row; a row with an empty `key` repeats nothing.
  private func again(
    _ sheet: SheetRows, _ keys: [String], at key: String, where counts: (Int) -> Bool = { _ in true }
  ) -> [CellPlace] {
    var seen: Set<String> = []
    return sheet.rows.compactMap { row in
      guard !sheet.value(key, row).isEmpty, counts(row) else { return nil }
      let text = keys.map { sheet.text($0, row).lowercased() }.joined(separator: "\u{1F}")
      return seen.insert(text).inserted ? nil : sheet.place(key, row)
    }
  }
}
