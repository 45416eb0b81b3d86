// SPDX-License-Identifier: Apache-2.0

import Playbook

extension FigureGaps {
  /// Amounts below 0, which are set off against nothing, and receipts below 0, which make an invoice larger.
  func credits() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil,
      let sheet = SheetRows(source, "pa", ["outstanding", "planned", "received"])
    else { return [] }
    let counted = sheet.rows.filter { sheet.number("outstanding", $0) != nil }
    let credits = counted.filter { (sheet.number("planned", $0) ?? 0) < 0 }
    let refunds = counted.filter { (sheet.number("received", $0) ?? 0) < 0 }
    func sum(_ rows: [Int], _ key: String) -> String {
      ReportNumbers.grouped(-rows.reduce(0) { $0 + (sheet.number(key, $1) ?? 0) })
    }
    let (credit, refund) = (sum(credits, "planned"), sum(refunds, "received"))
    return told(credits.map { sheet.place("amt_override", $0) }) { count, cells in
      words(
        "\(count) 筆款項的金額是負數（共 \(credit)，可能是貸項），沒有從逾期未收中扣除\(cells)",
        "\(words.count(count, "payment has", "payments have")) an amount below 0 (\(credit) in all, perhaps credit notes), which is not taken off what is overdue\(cells)"
      )
    }
      + told(refunds.map { sheet.place("received", $0) }) { count, cells in
        words(
          "\(count) 筆款項的實收是負數（共 \(refund)，可能是退款），未收因此增加\(cells)",
          "\(words.count(count, "payment has", "payments have")) a receipt below 0 (\(refund) in all, perhaps refunds), which adds to what is outstanding\(cells)"
        )
      }
  }

  /// What is unpaid and has no due date, on a sheet of the team's own: it counts as not yet due.
  func undated() -> [String] {
    guard source.lack(["pa_outstanding", "pa_due"]) == nil, let sheet = source.team.sheet("pa"),
      !(source.team.playbook.isBuiltIn && sheet.confidence == 1), sheet.holds("due_override"),
      let rows = SheetRows(source, "pa", ["outstanding", "due", "due_override", "amt_override"])
    else { return [] }
    let places = rows.rows.filter { row in
      (rows.number("outstanding", row) ?? 0) > 0 && rows.number("amt_override", row) != nil
        && rows.number("due", row) == nil && rows.value("due_override", row).isEmpty
    }.map { rows.place("due_override", $0) }
    return leftOut(.overdue, .payment, Reason("沒有到期日", "without a due date"), places)
  }

  /// Columns of what customers hold back, which are not read, so that it counts as owed and overdue.
  func heldBack() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil, let sheet = source.team.sheet("pa") else { return [] }
    func headers(_ known: [String]) -> [String] {
      (sheet.unknownHeaders + sheet.duplicateHeaders).map(\.header).filter { header in
        let folded = Simplified.text(TextFolding.folded(header))
        return known.contains { folded.contains($0) }
      }
    }
    let held = headers(Self.heldWords)
    return heldBack(held) + deducted(headers(Self.deductedWords).filter { !held.contains($0) })
  }

  /// Columns of what was paid before, or taken off.
  private func deducted(_ headers: [String]) -> [String] {
    guard !headers.isEmpty else { return [] }
    let names = words.list(headers.map { words("「\($0)」", "“\($0)”") }, most: 6)
    return [
      words(
        "\(names)沒有讀取：已付的訂金或扣除的金額也算在未收和逾期之內",
        "\(names) \(headers.count == 1 ? "is" : "are") not read: what was paid in advance or taken off counts as outstanding, and as overdue"
      )
    ]
  }

  private static let deductedWords = [
    "deposit", "down payment", "advance", "prepaid", "prepayment", "anzahlung", "vorauszahlung", "skonto", "nachlass",
    "abzug", "discount taken", "discount given", "cash discount", "deduction", "withholding", "quellensteuer",
    "write-off",
    "订金", "定金", "预付", "预收", "折让", "扣款", "扣除", "抵扣", "acompte", "escompte", "anticipo", "acconto",
  ]

  private func heldBack(_ headers: [String]) -> [String] {
    guard !headers.isEmpty else { return [] }
    let names = words.list(headers.map { words("「\($0)」", "“\($0)”") }, most: 6)
    return [
      words(
        "\(names)沒有讀取：保留的款項也算在未收和逾期之內",
        "\(names) \(headers.count == 1 ? "is" : "are") not read: what is held back counts as outstanding, and as overdue"
      )
    ]
  }

  private static let heldWords = [
    "retention", "retainage", "holdback", "hold-back", "withheld", "einbehalt", "gewährleistung", "保留款", "质保金", "保固金",
    "尾款保留", "retenue", "retención",
  ]

  /// Columns that name a second owner of a deal, or the share of one: the tables by owner give each deal to one person.
  func sharedOwners() -> [String] {
    guard source.lack(["de_amount", "de_owner", "de_is_won"]) == nil, let sheet = source.team.sheet("de") else {
      return []
    }
    let headers = sheet.unknownHeaders.map(\.header).filter { header in
      let folded = Simplified.text(TextFolding.folded(header)).filter { $0.isLetter }
      return SecondOwnerWords.within.contains { folded.contains($0) } || SecondOwnerWords.whole.contains(folded)
    }
    guard !headers.isEmpty, let owner = sheet.column("owner") else { return [] }
    let names = words.list(headers.map { words("「\($0)」", "“\($0)”") }, most: 6)
    return [
      words(
        "\(names)沒有讀取：各責任人的數字把整筆商機算給「\(owner.header)」",
        "\(names) \(headers.count == 1 ? "is" : "are") not read: figures by owner give each deal to its “\(owner.header)” alone"
      )
    ]
  }
}
