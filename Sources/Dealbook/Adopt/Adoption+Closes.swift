// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension Adoption {
  /// The data rows of the deals by what is known of them.
  private struct Standings {
    var open: [Int] = []
    var won: [Int] = []
    var lost: [Int] = []
  }

  /// If most open deals have a closing date too, it is the expected closing date.
  mutating func expectClosesOfOpenDeals(_ team: BoundWorkbook) {
    guard let place = sheets.firstIndex(where: { $0.prefix == "de" && $0.isTaken }),
      let column = sheets[place].columns.firstIndex(where: { $0.key == "actual_close" && !$0.isDecided }),
      sheets[place].column("expected_close") == nil, let deals = team.sheet("de"),
      let closes = deals.column("actual_close")?.values
    else { return }
    let open = standings(deals).open
    let dated = open.count { $0 < closes.count && !closes[$0].isEmpty }
    if !open.isEmpty, dated * 2 > open.count { sheets[place].columns[column].key = "expected_close" }
  }

  /// A column of days that nearly all deals have that are won or lost, and none that is open, says when they closed, whatever it is called.
  ///
  /// If only won deals have one, it may be the day of an order, a delivery or an invoice; it is then left alone.
  mutating func takeClosesByCells(_ team: BoundWorkbook) {
    guard let place = sheets.firstIndex(where: { $0.prefix == "de" && $0.isTaken }),
      sheets[place].column("actual_close") == nil, let deals = team.sheet("de")
    else { return }
    let standings = standings(deals)
    guard standings.won.count > 1, standings.lost.count > 1, standings.open.count > 2,
      let unread = try? UnreadDays.all(on: deals, of: workbook)
    else { return }
    let created = deals.column("created")?.values
    let fitting = unread.filter { column in
      column.isFilled(standings.won) && column.isFilled(standings.lost) && column.isEmpty(standings.open)
        && !Self.saysOtherDay(column.header.header)
        && column.days.allSatisfy { offset, day in
          let first = created.flatMap { offset < $0.count ? $0[offset].number : nil }
          return day.rounded(.down) >= (first ?? 0).rounded(.down)
        }
    }
    guard fitting.count == 1, let found = fitting.first,
      !sheets[place].columns.contains(where: { $0.proposal.number == found.header.column }),
      let other = sheets[place].proposal.leftAlone.first(where: { $0.number == found.header.column }),
      !(basis.sheet("de")?.placement.ignoredHeaders.contains(other.header) ?? false)
    else { return }
    let proposal = ColumnProposal(
      number: other.number, header: other.header, key: "actual_close", confidence: 0.9,
      evidence: Evidence(word: .closingDays, cells: .agree), contents: other.contents, isID: false, alternatives: [])
    sheets[place].columns.append(AdoptedColumn(proposal: proposal, key: "actual_close", isDecided: false))
    sheets[place].columns.sort { $0.proposal.number < $1.proposal.number }
  }

  /// Whether a header names a day that comes after the end of a deal, or has nothing to do with it.
  private static func saysOtherDay(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    return otherDays.contains { folded.contains($0) }
  }

  private static let otherDays = [
    "start", "begin", "deliver", "invoice", "paid", "payment", "install", "renew", "expir", "modif", "update", "edit",
    "birth", "review", "contact", "call", "liefer", "rechnung", "zahlung", "geändert", "änderung", "verläng", "kontakt",
    "交货", "发货", "交付", "开票", "发票", "付款", "收款", "回款", "开始", "启动", "到期", "更新", "修改", "安装", "验收", "联系", "拜访",
  ]

  private func standings(_ deals: LocatedSheet) -> Standings {
    var result = Standings()
    guard let stages = deals.column("stage")?.values else { return result }
    func labels(_ list: String, _ outcome: (ValueMeaning.Outcome) -> Bool) -> Set<String> {
      let labels = lists.first { $0.prefix == list }?.labels ?? []
      return Set(labels.filter { outcome($0.outcome) }.map { TextFolding.label($0.text) })
    }
    func understood(_ list: String) -> Set<String> {
      let labels = lists.first { $0.prefix == list }?.labels ?? []
      return Set(labels.filter(\.isUnderstood).map { TextFolding.label($0.text) })
    }
    let (open, over) = (labels(AdoptedList.stages) { $0 == .open }, labels(OutcomeColumn.list) { $0 != .open })
    let won = [labels(AdoptedList.stages) { $0 == .won }, labels(OutcomeColumn.list) { $0 == .won }]
    let lost = [labels(AdoptedList.stages) { $0 == .lost }, labels(OutcomeColumn.list) { $0 == .lost }]
    let known = [understood(AdoptedList.stages), understood(OutcomeColumn.list)]
    let outcomes = deals.column(OutcomeColumn.key)?.values
    for offset in 0..<min(stages.count, deals.rows.count) where deals.rows.kinds[offset] == .data {
      func text(_ column: Column?) -> String {
        guard let column, offset < column.count else { return "" }
        return TextFolding.label(StraySpace.trimmed(column[offset].shownText))
      }
      let (stage, outcome) = (text(stages), text(outcomes))
      if open.contains(stage), !over.contains(outcome) { result.open.append(offset) }
      guard known[0].contains(stage) || known[1].contains(outcome) else { continue }
      if won[0].contains(stage) || won[1].contains(outcome) { result.won.append(offset) }
      if lost[0].contains(stage) || lost[1].contains(outcome) { result.lost.append(offset) }
    }
    return result
  }
}
