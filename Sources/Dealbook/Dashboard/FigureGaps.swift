// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The rows that figures leave out because a cell of them is missing or cannot be read, in sentences: “Won leaves out 3 deals whose amount
/// cannot be read (F6, F8, F11)”.
struct FigureGaps {
  let source: DashboardSource

  var words: DashboardWords { source.words }

  /// One for each figure, kind of row and reason; empty if every row counts. Tabs that are not read come first.
  func sentences() -> [String] {
    Spoken(language: words.language).unreadTabs(of: source.team) + deals() + payments() + paymentsWithoutID()
      + renewals()
      + nestedTargets() + repeats() + owners()
  }

  /// The most cells that a sentence lists.
  private static let mostCells = 6

  // MARK: Deals

  /// Why a deal is left out.
  private enum Lack: CaseIterable {
    case noStage, unknownStage, unknownOutcome, contradiction, noDate, unreadDate, noAmount, unreadAmount
    case noChance, badChance
  }

  /// In which figures it would count.
  private enum Share: CaseIterable { case all, won, open }

  private func deals() -> [String] {
    guard source.lack(["de_amount", "de_stage", "de_is_won", "de_is_open", "de_in_period"]) == nil,
      let sheet = SheetRows(
        source, "de",
        [
          "stage", "is_won", "is_open", "in_period", "close_eff", "amount", "prob", "prob_override", "expected_close",
          "actual_close", OutcomeColumn.key,
        ])
    else { return [] }
    var gaps: [Share: [Lack: [CellPlace]]] = [:]
    var ownRates: [CellPlace] = []
    for row in sheet.rows where !sheet.sheet.isUnfigured(row, sparesPatterns: true) && sheet.sheet.hasEntry(at: row) {
      guard let isWon = sheet.number("is_won", row), let isOpen = sheet.number("is_open", row) else {
        let (lack, key) = lackOfStage(sheet, row)
        gaps[.all, default: [:]][lack, default: []].append(sheet.place(key, row))
        continue
      }
      guard isWon == 1 || isOpen == 1 else { continue }
      let share = isWon == 1 ? Share.won : .open
      if sheet.number("close_eff", row) == nil {
        let key = isWon == 1 && sheet.sheet.holds("actual_close") ? "actual_close" : "expected_close"
        let lack = sheet.value(key, row).isEmpty ? Lack.noDate : .unreadDate
        gaps[share, default: [:]][lack, default: []].append(sheet.place(key, row))
        continue
      }
      guard sheet.number("in_period", row) == 1 else { continue }
      if sheet.number("amount", row) == nil {
        let lack = sheet.value("amount", row).isEmpty ? Lack.noAmount : .unreadAmount
        gaps[share, default: [:]][lack, default: []].append(sheet.place("amount", row))
      } else if share == .open, sheet.number("prob", row) == nil {
        let isEmpty = sheet.value("prob_override", row).isEmpty
        // Where the column is missing too, the stage is what has no probability.
        let place = sheet.place(sheet.sheet.holds("prob_override") ? "prob_override" : "stage", row)
        gaps[share, default: [:]][isEmpty ? .noChance : .badChance, default: []].append(place)
      } else if share == .open, !sheet.value("prob_override", row).isEmpty, sheet.number("prob_override", row) == nil {
        ownRates.append(sheet.place("prob_override", row))
      }
    }
    var sentences: [String] = []
    for share in Share.allCases {
      for lack in Lack.allCases {
        guard let places = gaps[share]?[lack], !places.isEmpty else { continue }
        sentences.append(sentence(share, lack, places))
      }
    }
    if !ownRates.isEmpty {
      let cells = cells(ownRates)
      sentences.append(
        words.pick(
          "\(ownRates.count) 筆商機的機率讀不出來，預測改用階段的機率\(cells)", "\(ownRates.count) 笔商机的概率读不出来，预测改用阶段的概率\(cells)",
          "The forecast goes by the stage for \(words.count(ownRates.count, "deal", "deals")) whose probability cannot be read\(cells)"
        ))
    }
    return sentences
  }

  /// Why it is not known whether a deal is open, won or lost, and the column that says it.
  private func lackOfStage(_ sheet: SheetRows, _ row: Int) -> (Lack, key: String) {
    let (stage, outcome) = (sheet.value("stage", row), sheet.value(OutcomeColumn.key, row))
    func isKnown(_ value: CellValue, of list: String) -> Bool {
      let label = TextFolding.label(StraySpace.trimmed(value.shownText))
      return source.team.lists[list]?.labels.contains { TextFolding.label($0.shownText) == label } == true
    }
    if outcome.isEmpty || StraySpace.isBlank(outcome.shownText) {
      return (stage.isEmpty ? .noStage : .unknownStage, "stage")
    }
    if !isKnown(outcome, of: OutcomeColumn.list) { return (.unknownOutcome, OutcomeColumn.key) }
    if stage.isEmpty { return (.noStage, "stage") }
    return isKnown(stage, of: AdoptedList.stages) ? (.contradiction, OutcomeColumn.key) : (.unknownStage, "stage")
  }

  private func sentence(_ share: Share, _ lack: Lack, _ places: [CellPlace]) -> String {
    let n = places.count
    let (traditional, simplified, english) =
      switch lack {
      case .noStage: ("沒有階段", "没有阶段", "without a stage")
      case .unknownStage:
        ("階段不在清單中", "阶段不在清单中", n == 1 ? "whose stage is not on the list" : "whose stages are not on the list")
      case .unknownOutcome:
        ("結果不在清單中", "结果不在清单中", n == 1 ? "whose outcome is not on the list" : "whose outcomes are not on the list")
      case .contradiction:
        ("結果與階段矛盾", "结果与阶段矛盾", n == 1 ? "whose outcome contradicts the stage" : "whose outcomes contradict the stages")
      case .noDate: ("沒有日期", "没有日期", "without a closing date")
      case .unreadDate: ("日期讀不出來", "日期读不出来", "whose closing date cannot be read")
      case .noAmount: ("沒有金額", "没有金额", "without an amount")
      case .unreadAmount: ("金額讀不出來", "金额读不出来", "whose amount cannot be read")
      case .noChance: ("機率不明", "概率不明", "whose probability is not known")
      case .badChance: ("機率不在 0 到 1 之間", "概率不在 0 到 1 之间", "whose probability is not between 0 and 1")
      }
    let figures =
      switch share {
      case .all: ("各項數字都", "各项数字都", "All figures leave out")
      case .won: ("已簽", "已签", "Won leaves out")
      case .open: ("預測", "预测", "The forecast leaves out")
      }
    let cells = cells(places)
    return words.pick(
      "\(figures.0)不含 \(n) 筆\(traditional)的商機\(cells)", "\(figures.1)不含 \(n) 笔\(simplified)的商机\(cells)",
      "\(figures.2) \(words.count(n, "deal", "deals")) \(english)\(cells)")
  }

  func cells(_ places: [CellPlace]) -> String {
    let isSpread = Set(places.map(\.sheet)).count > 1
    var texts = places.prefix(Self.mostCells).map { isSpread ? $0.text : $0.cell }
    if places.count > Self.mostCells { texts.append("…") }
    return words.pick("（", "（", " (") + words.list(texts) + words.pick("）", "）", ")")
  }

  // MARK: Payments

  private func payments() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil,
      let sheet = SheetRows(
        source, "pa", ["outstanding", "planned", "due", "due_override", "received", "amt_override"])
    else { return [] }
    var (amounts, receipts, dues): ([CellPlace], [CellPlace], [CellPlace]) = ([], [], [])
    func isUnread(_ key: String, _ row: Int) -> Bool {
      !sheet.value(key, row).isEmpty && sheet.number(key, row) == nil
    }
    for row in sheet.rows {
      guard let open = sheet.number("outstanding", row) else {
        if isUnread("amt_override", row) {
          amounts.append(sheet.place("amt_override", row))
        } else if isUnread("received", row) {
          receipts.append(sheet.place("received", row))
        }
        continue
      }
      if open > 0, isUnread("due_override", row) { dues.append(sheet.place("due_override", row)) }
    }
    let reasons = [
      (amounts, "金額讀不出來", "金额读不出来", "whose amount cannot be read"),
      (receipts, "實收讀不出來", "实收读不出来", "whose amount received cannot be read"),
      (dues, "到期日讀不出來", "到期日读不出来", "whose due date cannot be read"),
    ]
    return contracts(receipts)
      + reasons.filter { !$0.0.isEmpty }.map { places, traditional, simplified, english in
        let cells = cells(places)
        return words.pick(
          "逾期未收不含 \(places.count) 筆\(traditional)的款項\(cells)", "逾期未收不含 \(places.count) 笔\(simplified)的款项\(cells)",
          "Overdue leaves out \(words.count(places.count, "payment", "payments")) \(english)\(cells)")
      }
  }

  /// A contract with such a receipt has no figures of what was received for it.
  private func contracts(_ receipts: [CellPlace]) -> [String] {
    guard !receipts.isEmpty, source.lack(["co_received"]) == nil, source.team.sheet("co")?.rows.dataCount ?? 0 > 0
    else {
      return []
    }
    let cells = cells(receipts)
    return [
      words.pick(
        "有實收讀不出來的合約，不計算它的已回款、未回款和逾期\(cells)", "有实收读不出来的合同，不计算它的已回款、未回款和逾期\(cells)",
        "What is received, outstanding and overdue of a contract is left open where an amount received cannot be read\(cells)"
      )
    ]
  }

  // MARK: Renewals

  private func renewals() -> [String] {
    guard source.lack(["re_days_exp", "re_status"]) == nil,
      let sheet = SheetRows(source, "re", ["expiry", "days_exp", "status"])
    else { return [] }
    let places = sheet.rows.filter { !sheet.value("expiry", $0).isEmpty && sheet.number("expiry", $0) == nil }
      .map { sheet.place("expiry", $0) }
    let states = statesUnknown(sheet)
    guard !places.isEmpty else { return states }
    let cells = cells(places)
    return [
      words.pick(
        "續約到期不含 \(places.count) 筆到期日讀不出來的續約\(cells)", "续约到期不含 \(places.count) 笔到期日读不出来的续约\(cells)",
        "Renewals due leave out \(words.count(places.count, "renewal", "renewals")) whose expiry cannot be read\(cells)"
      )
    ] + states
  }
}
