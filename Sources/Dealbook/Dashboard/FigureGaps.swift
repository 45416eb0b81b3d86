// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The rows that figures leave out because a cell of them is missing or cannot be read, in sentences: “Won leaves out 3 deals whose amount
/// cannot be read (F6, F8, F11)”.
struct FigureGaps {
  let source: DashboardSource
  let basis: TargetBasis

  var words: DashboardWords { source.words }

  /// One for each figure, kind of row and reason; empty if every row counts. Tabs that are not read come first.
  func sentences() -> [String] {
    let spoken = Spoken(language: words.language)
    return spoken.unreadTabs(of: source.team) + spoken.joinedTabs(of: source.team)
      + spoken.unreadBlocks(of: source.team) + elsewhere() + businessYear()
      + countedTexts() + staffNumbers() + amounts()
      + deals() + [source.history(), source.sumsWithoutDays()].compactMap(\.self) + outsidePeriod() + openBefore()
      + closesExpected() + wonLater() + payments() + paymentsWithoutID() + renewals() + renewalsOutside() + repeats()
      + saidOver() + closedOpen() + chancesOfEnds()
      + negativeDeals() + credits() + heldBack() + undated() + examples()
      + openWithLossReason()
      + owners() + sharedOwners() + partsOfTargets() + likeReferences() + twofoldNames() + typedOver()
  }

  /// What of it concerns the rows of one account, whose figures are those of no period.
  func sentencesOfAccount() -> [String] {
    Spoken(language: words.language).unreadTabs(of: source.team) + countedTexts() + deals() + payments()
      + paymentsWithoutID()
      + renewals() + repeats() + saidOver() + closedOpen() + credits()
      + heldBack() + undated() + openWithLossReason()
  }

  // MARK: Deals

  /// Why a deal is left out.
  private enum Lack: CaseIterable {
    case noStage, unknownStage, unknownOutcome, contradiction, noDate, textDate, unreadDate
    case noAmount, textAmount, unreadAmount
    case noChance, badChance, unreadChance

    var reason: Reason {
      switch self {
      case .noStage: Reason("沒有階段", "without a stage")
      case .unknownStage:
        Reason("階段不在清單中", "whose stage is not on the list", ofSeveral: "whose stages are not on the list")
      case .unknownOutcome:
        Reason("結果不在清單中", "whose outcome is not on the list", ofSeveral: "whose outcomes are not on the list")
      case .contradiction:
        Reason(
          "結果與階段矛盾", "whose outcome contradicts the stage", ofSeveral: "whose outcomes contradict the stages")
      case .noDate: Reason("沒有日期", "without a closing date")
      case .textDate:
        Reason(
          "日期是文字（dealbook fill --repair safe 可轉換）",
          "whose closing date is text that dealbook fill --repair safe converts",
          ofSeveral: "whose closing dates are texts that dealbook fill --repair safe converts")
      case .unreadDate: Reason("日期讀不出來", "whose closing date cannot be read")
      case .noAmount: Reason("沒有金額", "without an amount")
      case .textAmount:
        Reason(
          "金額是文字（dealbook fill --repair safe 可轉換）",
          "whose amount is text that dealbook fill --repair safe converts",
          ofSeveral: "whose amounts are texts that dealbook fill --repair safe converts")
      case .unreadAmount: Reason("金額讀不出來", "whose amount cannot be read")
      case .noChance: Reason("機率不明", "whose probability is not known")
      case .badChance: Reason("機率不在 0 到 1 之間", "whose probability is not between 0 and 1")
      case .unreadChance: Reason("機率讀不出來", "whose probability cannot be read")
      }
    }
  }

  /// In which figures it would count.
  private enum Share { case all, won, open }

  private func deals() -> [String] {
    guard source.lack(["de_amount", "de_stage", "de_is_won", "de_is_open", "de_in_period"]) == nil,
      let sheet = SheetRows(
        source, "de",
        [
          "stage", "is_won", "is_open", "in_period", "close_eff", "amount", "prob", "prob_override", "expected_close",
          "actual_close", OutcomeColumn.key,
        ])
    else { return [] }
    let lacksChances = source.lack(["de_prob"]).map(source.isWorthTelling) ?? false
    var gaps: [Share: [Lack: [CellPlace]]] = [:]
    var worths: [Share: [Lack: Double]] = [:]
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
        let lack = sheet.value(key, row).isEmpty ? Lack.noDate : isDateAsText(sheet, key, row) ? .textDate : .unreadDate
        gaps[share, default: [:]][lack, default: []].append(sheet.place(key, row))
        worths[share, default: [:]][lack, default: 0] += sheet.number("amount", row) ?? 0
        continue
      }
      guard sheet.number("in_period", row) == 1 else { continue }
      if sheet.number("amount", row) == nil {
        let lack =
          sheet.value("amount", row).isEmpty
          ? Lack.noAmount : isNumberAsText(sheet, "amount", row) ? .textAmount : .unreadAmount
        gaps[share, default: [:]][lack, default: []].append(sheet.place("amount", row))
      } else if share == .open, sheet.number("prob", row) == nil {
        // Where nothing is computed from the column, that is said of the forecast as a whole.
        if sheet.sheet.column("prob_override")?.obstacle != nil { continue }
        // The chance of a deal that has one is known, even where that of the stage of others is not.
        if lacksChances, sheet.number("prob_override", row) != nil { continue }
        // Where the column is missing too, the stage is what has no probability.
        let place = sheet.place(sheet.sheet.holds("prob_override") ? "prob_override" : "stage", row)
        gaps[share, default: [:]][lackOfChance(sheet, row), default: []].append(place)
      } else if share == .open, !sheet.value("prob_override", row).isEmpty, sheet.number("prob_override", row) == nil {
        ownRates.append(sheet.place("prob_override", row))
      }
    }
    var sentences: [String] = []
    for (share, figure) in [(Share.all, Figure.all), (.won, .won), (.open, .forecast)] {
      for lack in Lack.allCases {
        sentences += leftOut(
          figure, .deal, lack.reason, gaps[share]?[lack] ?? [], worth: worths[share]?[lack] ?? 0)
      }
    }
    if !ownRates.isEmpty {
      let cells = cells(ownRates)
      sentences.append(
        words(
          "\(ownRates.count) 筆商機的機率讀不出來，預測改用階段的機率\(cells)",
          "The forecast goes by the stage for \(words.count(ownRates.count, "deal", "deals")) whose probability cannot be read\(cells)"
        ))
    }
    return sentences
  }

  /// Why the probability of a deal is not known.
  private func lackOfChance(_ sheet: SheetRows, _ row: Int) -> Lack {
    if sheet.value("prob_override", row).isEmpty { return .noChance }
    return sheet.number("prob_override", row) == nil ? .unreadChance : .badChance
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

  // MARK: Payments

  private func payments() -> [String] {
    guard source.lack(["pa_outstanding"]) == nil,
      let sheet = SheetRows(
        source, "pa",
        ["outstanding", "planned", "due", "due_override", "received", "amt_override", OpenBalance.key])
    else { return [] }
    var (amounts, receipts, dues): ([CellPlace], [CellPlace], [CellPlace]) = ([], [], [])
    var balances: [CellPlace] = []
    func isUnread(_ key: String, _ row: Int) -> Bool {
      !sheet.value(key, row).isEmpty && sheet.number(key, row) == nil
    }
    for row in sheet.rows {
      guard let open = sheet.number("outstanding", row) else {
        if isUnread("amt_override", row) {
          amounts.append(sheet.place("amt_override", row))
        } else if isUnread("received", row) {
          receipts.append(sheet.place("received", row))
        } else if sheet.sheet.holds(OpenBalance.key), sheet.number("planned", row) != nil {
          balances.append(sheet.place(OpenBalance.key, row))
        }
        continue
      }
      if open > 0, isUnread("due_override", row) { dues.append(sheet.place("due_override", row)) }
    }
    return contracts(receipts)
      + leftOut(.overdue, .payment, Reason("金額讀不出來", "whose amount cannot be read"), amounts)
      + leftOut(.overdue, .payment, Reason("實收讀不出來", "whose amount received cannot be read"), receipts)
      + leftOut(.overdue, .payment, Reason("未收餘額不明", "whose open balance is not known"), balances)
      + leftOut(.overdue, .payment, Reason("到期日讀不出來", "whose due date cannot be read"), dues)
  }

  /// A contract with such a receipt has no figures of what was received for it.
  private func contracts(_ receipts: [CellPlace]) -> [String] {
    guard !receipts.isEmpty, source.lack(["co_received"]) == nil, source.team.sheet("co")?.rows.dataCount ?? 0 > 0
    else {
      return []
    }
    let cells = cells(receipts)
    return [
      words(
        "有實收讀不出來的合約，不計算它的已回款、未回款和逾期\(cells)",
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
    return leftOut(.renewalsDue, .renewal, Reason("到期日讀不出來", "whose expiry cannot be read"), places)
      + statesUnknown(sheet)
  }
}
