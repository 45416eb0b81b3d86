// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The deals of an account that are won or lost, for its brief: the sum of what was won in the period, and the last few.
struct ClosedDeals {
  static let needs = ["de_amount", "de_is_won", "de_stage_no", "de_in_period"]
  private static let most = 5

  private let source: DashboardSource
  private var won: [Int] = []
  private var lost: [Int] = []

  init(_ source: DashboardSource, _ rows: BriefRows, where isTheirs: (String, String, Int) -> Bool) {
    self.source = source
    guard source.lack(Self.needs) == nil, let stages = source.team.lists[AdoptedList.stages] else { return }
    let meanings = stages.meanings
    for row in rows.rows("de", where: { isTheirs("de", "account_id", $0) }) {
      if source.number("de_is_won", row) == 1 {
        won.append(row)
      } else if let stage = source.number("de_stage_no", row).flatMap({ Int(exactly: $0) }),
        meanings.indices.contains(stage - 1), meanings[stage - 1] == "LOST"
      {
        lost.append(row)
      }
    }
  }

  private var wonInPeriod: [Int] { won.filter { source.number("de_in_period", $0) == 1 } }

  private func sum(_ rows: [Int]) -> Double { rows.reduce(0) { $0 + (source.number("de_amount", $1) ?? 0) } }

  func figures() -> [ReportPage.Figure] {
    guard !won.isEmpty else { return [] }
    let count = wonInPeriod.count
    return [
      .init(
        key: "won", title: source.words("本期贏單", "Won in the period"), value: .number(sum(wonInPeriod)), kind: .money,
        note: source.words("\(count) 筆", source.words.count(count, "deal", "deals")))
    ]
  }

  /// The last ones, latest first.
  func section(_ rows: BriefRows) -> ReportPage.Section? {
    func day(_ row: Int) -> Double {
      source.number("de_actual_close", row) ?? source.number("de_expected_close", row) ?? 0
    }
    let last = (won + lost).sorted { (day($1), $0) < (day($0), $1) }
    let (words, all) = (source.words, won.count + lost.count)
    let numbers = ReportNumbers(language: source.language, system: source.team.workbook.dateSystem)
    func part(_ title: String, _ rows: [Int]) -> String? {
      rows.isEmpty ? nil : "\(title) \(rows.count)" + words.inBrackets(numbers.text(.number(sum(rows)), .money))
    }
    var message = [part(words("贏單", "won"), won), part(words("輸單", "lost"), lost)].compactMap(\.self)
      .joined(separator: words.comma)
    if all > Self.most { message += words("；最近 \(Self.most) 筆", "; the last \(Self.most)") }
    return rows.table(
      "de", title: words("已結束的商機", "Closed deals"), message: message,
      keys: ["deal_id", "name", "amount", "funnel_stage", "actual_close", "expected_close", "lost_reason"],
      Array(last.prefix(Self.most)))
  }
}
