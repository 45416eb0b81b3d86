// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import Synchronization

/// Which deals of a workbook belong to the period of its figures.
struct DealsInPeriod {
  /// Those that are won or open and have a closing date in the period,
  private(set) var inside = 0
  /// and those of them that are won.
  private(set) var wonInside = 0
  /// Those that close at another time.
  private(set) var outside = 0
  /// Those with an entry for a closing date that cannot be read, won and open,
  private(set) var unread = 0
  private(set) var wonUnread = 0
  /// The last day on which one of them closes.
  private(set) var last: Double?
  /// The first.
  private(set) var first: Double?
  /// The deals that are won, and their sum in cents, whenever they closed.
  private(set) var won: (count: Int, cents: Double) = (0, 0)

  /// Nil where it cannot be told.
  init?(_ source: DashboardSource) {
    guard source.lack(["de_amount", "de_is_won", "de_is_open", "de_in_period", "de_close_eff"]) == nil,
      let start = source.team.settings.number("PeriodStart"), let end = source.team.settings.number("PeriodEnd"),
      start <= end,
      let sheet = SheetRows(
        source, "de", ["is_won", "is_open", "in_period", "close_eff", "amount", "expected_close", "actual_close"])
    else { return nil }
    for row in sheet.rows where !sheet.sheet.isUnfigured(row, sparesPatterns: true) {
      let isWon = sheet.number("is_won", row) == 1
      guard isWon || sheet.number("is_open", row) == 1 else { continue }
      guard let day = sheet.number("close_eff", row) else {
        let key = isWon && sheet.sheet.holds("actual_close") ? "actual_close" : "expected_close"
        if !sheet.value(key, row).isEmpty {
          unread += 1
          if isWon { wonUnread += 1 }
        }
        continue
      }
      if sheet.number("in_period", row) == 1 {
        inside += 1
        if isWon { wonInside += 1 }
      } else {
        outside += 1
        (first, last) = (min(first ?? day, day), max(last ?? day, day))
      }
      if isWon, let amount = sheet.number("amount", row) {
        won = (won.count + 1, won.cents + (amount * 100).rounded(.toNearestOrAwayFromZero))
      }
    }
  }

  /// Whether there are deals, and all of them close at another time.
  var isAllOutside: Bool { inside == 0 && unread == 0 && outside > 0 }
}

/// Lists of a dashboard's data do without it, so that it is only counted once somebody asks.
final class DealsInPeriodOnce: Sendable {
  private let known = Mutex<DealsInPeriod??>(nil)

  func value(_ made: () -> DealsInPeriod?) -> DealsInPeriod? {
    known.withLock { known in
      if let known { return known }
      let value = made()
      known = .some(value)
      return value
    }
  }
}

/// Which columns formulas cannot read: each figure and each report asks for the same few.
final class LackingColumns: Sendable {
  private let known = Mutex<[String: ColumnID?]>([:])

  func value(_ name: String, _ made: () -> ColumnID?) -> ColumnID? {
    if let known = known.withLock({ $0[name] }) { return known }
    let value = made()
    known.withLock { $0[name] = .some(value) }
    return value
  }
}

extension DashboardSource {
  /// Why a figure of the deals would be 0 although nobody knows that it is: every deal that could count closes at another time than in the
  /// period, or on a day that cannot be read.
  func nothingCounts(_ key: DashboardFigures.Key) -> String? {
    guard [.won, .commit, .best, .weighted, .chance, .p10, .p50, .p90].contains(key), let deals = dealsInPeriod else {
      return nil
    }
    if deals.isAllOutside { return outsideReason(deals) }
    let (counted, unread) = key == .won ? (deals.wonInside, deals.wonUnread) : (deals.inside, deals.unread)
    guard counted == 0, unread > 0, deals.outside == 0 else { return nil }
    return words("結案日期讀不出來", "no closing date can be read")
  }

  /// In few words: it stands on each card, and the line above them says when they close.
  private func outsideReason(_ deals: DealsInPeriod) -> String {
    let year = deals.last.map { String(day($0).prefix(4)) } ?? ""
    return words(
      "\(deals.outside) 筆商機都在本期之外：加上 --period \(year)",
      "\(words.count(deals.outside, "deal closes", "deals close")) outside the period: add --period \(year)")
  }

  private func day(_ serial: Double) -> String {
    SerialDate.isoText(serial: serial.rounded(.down), system: team.workbook.dateSystem) ?? ""
  }

  /// What a workbook of which all deals close at another time than in the period holds: the deals that are won, and their years.
  func history() -> String? {
    guard let deals = dealsInPeriod, deals.isAllOutside, deals.won.count > 0, let first = deals.first,
      let last = deals.last
    else { return nil }
    let years = Set([first, last].map { String(day($0).prefix(4)) }).sorted().joined(separator: "–")
    let numbers = ReportNumbers(language: language, system: team.workbook.dateSystem)
    let sum = numbers.text(.number(deals.won.cents / 100), .money)
    let year = day(last).prefix(4)
    return words(
      "全部贏單 \(sum)（\(deals.won.count) 筆，\(years)）；dealbook report FILE --period \(year) 只看 \(year) 年",
      "Won in all: \(sum) (\(words.count(deals.won.count, "deal", "deals")), \(years)); dealbook report FILE --period \(year) shows \(year) alone"
    )
  }
}
