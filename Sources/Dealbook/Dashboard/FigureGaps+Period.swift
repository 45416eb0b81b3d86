// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// What a title says of a business year.
  func businessYear() -> [String] {
    let settings = source.team.settings
    let said = SaidYear.said(on: source.team.sheets)
    guard let (sheet, year) = said.first, source.lack(["de_is_won", "de_in_period"]) == nil,
      let start = settings.number("PeriodStart"), let end = settings.number("PeriodEnd")
    else { return [] }
    let system = source.team.workbook.dateSystem
    func day(_ serial: Double) -> String { SerialDate.isoText(serial: serial.rounded(.down), system: system) ?? "" }
    let period = "\(day(start)) – \(day(end))"
    let place = year.cell.map { "\(sheet.title)!\($0.description)" } ?? sheet.title
    if let month = SaidYear.firstMonth(of: source.team.sheets) {
      return Int(day(start).dropFirst(5).prefix(2)) == month
        ? [
          words(
            "本期是 \(period)：「\(year.text)」（\(place)）說會計年度從 \(month) 月開始",
            "The period is \(period), because “\(year.text)” (\(place)) says that business years begin in month \(month)"
          )
        ]
        : [
          words(
            "「\(year.text)」（\(place)）說會計年度從 \(month) 月開始，但本期是 \(period)（設定 PeriodStart、PeriodEnd）",
            "“\(year.text)” (\(place)) says that business years begin in month \(month), and the period is \(period) (settings PeriodStart and PeriodEnd)"
          )
        ]
    }
    // Another period has been chosen.
    guard day(start).hasSuffix("-01-01"), day(end).hasSuffix("-12-31") else { return [] }
    return [
      words(
        "「\(year.text)」（\(place)）說的是會計年度，但沒有說從哪個月開始；數字屬於 \(period)，可用設定 PeriodStart、PeriodEnd 更改",
        "“\(year.text)” (\(place)) speaks of a business year and does not say in which month it begins: figures are those of \(period), which the settings PeriodStart and PeriodEnd change"
      )
    ]
  }

  /// Deals that are won by their stage, and close only after the as-of date: they count, but nobody can know it yet.
  func wonLater() -> [String] {
    guard source.lack(["de_amount", "de_is_won", "de_in_period", "de_close_eff"]) == nil,
      let today = source.team.asOf, let sheet = SheetRows(source, "de", ["is_won", "in_period", "close_eff", "amount"])
    else { return [] }
    let places = sheet.rows.filter { row in
      sheet.number("is_won", row) == 1 && sheet.number("in_period", row) == 1 && sheet.number("amount", row) != nil
        && (sheet.number("close_eff", row).map { $0.rounded(.down) > today } ?? false)
    }.map { sheet.place(sheet.sheet.holds("actual_close") ? "actual_close" : "expected_close", $0) }
    guard !places.isEmpty else { return [] }
    let n = places.count
    return [
      words(
        "已簽含 \(n) 筆日期晚於基準日的商機\(cells(places))",
        "Won includes \(words.count(n, "deal", "deals")) whose closing \(n == 1 ? "date is" : "dates are") after the as-of date\(cells(places))"
      )
    ]
  }

  /// That no deal that is won, or none that is open, falls into the period, although there are some.
  func outsidePeriod() -> [String] {
    guard source.lack(["de_amount", "de_is_won", "de_is_open", "de_in_period", "de_close_eff"]) == nil,
      let start = source.team.settings.number("PeriodStart"), let end = source.team.settings.number("PeriodEnd"),
      start <= end, let sheet = SheetRows(source, "de", ["is_won", "is_open", "close_eff", "amount"])
    else { return [] }
    return ["is_won", "is_open"].compactMap { key in
      let days = sheet.rows.filter { sheet.number(key, $0) == 1 && sheet.number("amount", $0) != nil }
        .compactMap { sheet.number("close_eff", $0) }
      guard !days.isEmpty, !days.contains(where: { (start...end).contains($0.rounded(.down)) }) else { return nil }
      let (before, after) = (days.count { $0 < start }, days.count { $0 > end })
      return key == "is_won"
        ? words(
          "贏單的商機沒有一筆在本期：\(before) 筆在本期之前，\(after) 筆在本期之後",
          "No won deal closed in the period: \(before) closed before it, \(after) after it")
        : words(
          "開放的商機沒有一筆預計在本期簽約：\(before) 筆在本期之前，\(after) 筆在本期之後",
          "No open deal closes in the period: \(before) before it, \(after) after it")
    }
  }

  /// Open deals that were expected before the period: nobody has closed them, and no forecast of the period counts them.
  func openBefore() -> [String] {
    guard source.lack(["de_amount", "de_is_open", "de_in_period", "de_close_eff"]) == nil,
      let start = source.team.settings.number("PeriodStart"),
      let sheet = SheetRows(source, "de", ["is_open", "close_eff", "amount", "in_period"])
    else { return [] }
    let open = sheet.rows.filter { sheet.number("is_open", $0) == 1 && sheet.number("amount", $0) != nil }
    // That none counts has been said.
    guard open.contains(where: { sheet.number("in_period", $0) == 1 }) else { return [] }
    let places = open.filter { row in sheet.number("close_eff", row).map { $0 < start } ?? false }
      .map { sheet.place("expected_close", $0) }
    return leftOut(
      .forecast, .deal,
      Reason(
        "預計簽約日早於本期", "that was expected before the period", ofSeveral: "that were expected before the period"),
      places)
  }

  /// Sheets beside the deals that may hold what a figure lacks: won deals on a sheet that is read as one of contracts, and targets.
  func elsewhere() -> [String] {
    guard source.lack(["de_amount", "de_is_won"]) == nil, let deals = source.team.sheet("de") else { return [] }
    var sentences: [String] = []
    // Contracts that name their deals are what they seem.
    if let contracts = source.team.sheet("co"), case let count = typedRows(contracts), count > 0,
      !names(contracts, dealsOf: deals),
      let won = source.column("de_is_won"), !(0..<won.count).contains(where: { won[$0] == .number(1) })
    {
      sentences.append(
        words(
          "已簽只算「\(deals.title)」，其中沒有贏單；「\(contracts.title)」的 \(count) 列讀作合約，不計入",
          "Won counts deals on “\(deals.title)” alone, and none of them is won; \(words.count(count, "row", "rows")) of “\(contracts.title)” \(count == 1 ? "is read as a contract and does" : "are read as contracts and do") not count"
        ))
    }
    return sentences + targetsInColumns()
  }

  /// How many rows of a sheet somebody has typed into: a new workbook has empty ones.
  private func typedRows(_ sheet: LocatedSheet) -> Int {
    let inputs = sheet.columns.filter { !$0.definition.isComputed }
    return (0..<sheet.rows.count).count { offset in
      sheet.rows.kinds[offset] == .data
        && inputs.contains { offset < $0.values.count && !$0.values[offset].isEmpty }
    }
  }

  /// Whether one of the contracts names a deal that there is.
  private func names(_ contracts: LocatedSheet, dealsOf deals: LocatedSheet) -> Bool {
    guard let named = contracts.values(of: "deal_id"), deals.holds("deal_id") else { return false }
    let ids = Set((0..<deals.rows.count).map { TextFolding.label(deals.rowIDs[$0]) })
    return (0..<named.count).contains { row in
      let id = TextFolding.label(named[row].shownText)
      return !id.isEmpty && ids.contains(id)
    }
  }
}
