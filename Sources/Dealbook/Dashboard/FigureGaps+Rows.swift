// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// The renewals that are due soon and of which nobody knows whether they are still open.
  func statesUnknown(_ sheet: SheetRows) -> [String] {
    let codes: Set = ["IDLE", "TALK", "DONE", "LOST"]
    let list = source.team.lists[AdoptedList.renewals]
    func meant(_ text: String) -> Bool { list?.code(ofLabel: text).map(codes.contains) ?? false }
    let soon = sheet.rows.filter { row in sheet.number("days_exp", row).map { (0...90).contains($0) } ?? false }
    let blank = soon.filter { sheet.text("status", $0).isEmpty }.map { sheet.place("status", $0) }
    let unknown = soon.filter { row in
      let text = sheet.text("status", row)
      return !text.isEmpty && !meant(text)
    }.map { sheet.place("status", $0) }
    return leftOut(.renewalsDue, .renewal, Reason("沒有狀態", "without a status"), blank)
      + leftOut(.renewalsDue, .renewal, Reason("狀態看不懂", "whose status is not understood"), unknown)
  }

  /// Renewals with an opening amount whose own period does not end when those do that R9 counts.
  func renewalsOutside() -> [String] {
    guard source.lack(["re_opening", "re_p_end", "re_expand", "re_contract", "re_churn"]) == nil,
      let start = source.team.settings.number("PeriodStart"), let end = source.team.settings.number("PeriodEnd"),
      let sheet = SheetRows(source, "re", ["opening", "p_end"])
    else { return [] }
    let rows = sheet.rows.filter { (sheet.number("opening", $0) ?? 0) > 0 && sheet.number("p_end", $0) != nil }
    let areWhole = rows.contains { sheet.number("p_end", $0) == end }
    let others = rows.filter { row in
      let last = sheet.number("p_end", row) ?? 0
      return areWhole ? last != end : !(start...max(start, end)).contains(last)
    }
    guard others.count < rows.count else { return [] }
    return leftOut(
      .retention, .renewal,
      areWhole
        ? Reason(
          "期間不是與本期同日結束", "whose period does not end on the last day of the period",
          ofSeveral: "whose periods do not end on the last day of the period")
        : Reason(
          "期間不在本期內結束", "whose period does not end in the period", ofSeveral: "whose periods do not end in the period"),
      others.map { sheet.place("p_end", $0) })
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
    return leftOut(.overdue, .payment, Reason("沒有編號", "without an ID"), places)
  }

  /// Rows that show how a deal is entered, as templates have them, and count like the others.
  func examples() -> [String] {
    guard source.lack(["de_amount", "de_is_won"]) == nil,
      let sheet = SheetRows(source, "de", ["deal_id", "name", "account_id", "owner", "amount"])
    else { return [] }
    let keys = ["deal_id", "name", "account_id", "owner"].filter { sheet.sheet.holds($0) }
    let places = sheet.rows.compactMap { row -> CellPlace? in
      guard sheet.number("amount", row) != nil else { return nil }
      return keys.first { ExampleRow.isNamed(sheet.text($0, row)) }.map { sheet.place($0, row) }
    }
    guard !places.isEmpty, places.count < 4, places.count * 2 < sheet.rows.count else { return [] }
    let cells = cells(places)
    return [
      words(
        "\(places.count) 筆商機看起來是填寫範例，仍然計入\(cells)",
        "\(words.count(places.count, "deal looks", "deals look")) like an example of how to fill in the sheet and \(places.count == 1 ? "is" : "are") still counted\(cells)"
      )
    ]
  }

  /// Deals of which a column that is not read says that they are over or deleted.
  func saidOver() -> [String] { saidOver("de", ["de_amount", "de_is_won"]) + voidPayments() }

  private func saidOver(_ prefix: String, _ needs: [String]) -> [String] {
    guard source.lack(needs) == nil, let sheet = source.team.sheet(prefix), !sheet.saidOver.isEmpty else { return [] }
    let shown = sheet.saidOver.filter { source.isShown(prefix, $0.key) }
    return Dictionary(grouping: shown, by: \.value.header).sorted { $0.key < $1.key }.flatMap { header, rows in
      let places = rows.sorted { $0.key < $1.key }.map { offset, sign in
        CellPlace(
          sheet: sheet.place(ofRow: sheet.rows.range.lowerBound + offset).title, cell: sign.cell.description)
      }
      return leftOut(
        .all, .deal,
        Reason(
          "「\(header)」說已經結束", "that is over, as “\(header)” says", ofSeveral: "that are over, as “\(header)” says"),
        places)
    }
  }

  /// Invoices that are void or drafts, as a column that is not read says.
  private func voidPayments() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil, let sheet = source.team.sheet("pa") else { return [] }
    let shown = sheet.saidOver.filter { source.isShown("pa", $0.key) }.sorted { $0.key < $1.key }
    func places(_ areVoid: Bool) -> [CellPlace] {
      shown.filter { PaymentSigns.isVoid($0.value.text) == areVoid }.map { offset, sign in
        CellPlace(
          sheet: sheet.place(ofRow: sheet.rows.range.lowerBound + offset).title, cell: sign.cell.description)
      }
    }
    return leftOut(
      .overdue, .payment, Reason("作廢或未開出", "that is void or a draft", ofSeveral: "that are void or drafts"),
      places(true))
      + leftOut(
        .overdue, .payment, Reason("是付出去的", "that goes out", ofSeveral: "that go out"), places(false))
  }

  /// Open deals that say why they were lost.
  func openWithLossReason() -> [String] {
    guard source.lack(["de_amount", "de_is_open"]) == nil,
      let sheet = SheetRows(source, "de", ["lost_reason", "is_open", "amount"]), sheet.sheet.holds("lost_reason")
    else { return [] }
    let places = sheet.rows.filter { row in
      sheet.number("is_open", row) == 1 && sheet.number("amount", row) != nil
        && sheet.text("lost_reason", row).contains { $0.isLetter }
    }.map { sheet.place("lost_reason", $0) }
    guard !places.isEmpty else { return [] }
    let cells = cells(places)
    return [
      words(
        "\(places.count) 筆開放的商機填了輸單原因，仍然計入\(cells)",
        "\(words.count(places.count, "open deal has", "open deals have")) a reason for a loss and \(places.count == 1 ? "is" : "are") still counted\(cells)"
      )
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
    if blank.count < counted.count {
      sentences += leftOut(
        .byOwner, .deal, Reason("沒有責任人", "without an owner"), blank.map { sheet.place("owner", $0) })
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
      let isOne = spaced.count == 1
      sentences.append(
        words(
          "\(spaced.count) 筆商機的責任人只差空白，沒有算在同一人名下\(cells)；dealbook fill --repair safe 可以改正",
          "\(words.count(spaced.count, "deal", "deals")) \(isOne ? "has an owner whose name has" : "have owners whose names have") extra spaces, and \(isOne ? "does" : "do") not count for that person\(cells); dealbook fill --repair safe removes the spaces"
        ))
    }
    return sentences
  }
}
