// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension OutcomePage {
  /// The name of the scenario with the actual rates.
  public func name(of calibration: Calibration) -> String {
    let words = DashboardWords(language: language)
    return calibration.seen == nil
      ? words("校準後的成交率", "Actual win rates") : words("歷史上實現的轉化率", "Rates from the history")
  }

  /// The sections about the actual rates of stages.
  public func sections(_ calibration: Calibration) -> [ReportPage.Section] {
    let words = DashboardWords(language: language)
    let title = words("階段成交率的校準", "Actual win rates by stage")
    let range = { (low: Double?, high: Double?) -> CellValue in
      guard let low, let high else { return .text("") }
      return .text("\(Self.percent(low))–\(Self.percent(high))")
    }
    return [
      ReportPage.Section(
        id: "", title: calibration.seen == nil ? title : words("\(title)（夜間歷史）", "\(title), from the history"),
        message: ([conclusion(calibration, words)] + (calibration.seen.map { [told($0, words)] } ?? [])).joined(
          separator: words("；", "; ")),
        columns: [
          .init(key: "stage", title: words("階段", "Stage"), kind: .text),
          .init(key: "stated", title: words("設定", "Stated"), kind: .percent),
          .init(key: "rate", title: words("實際", "Actual"), kind: .percent),
          .init(key: "interval", title: words("多半介於", "Most likely between"), kind: .number),
          .init(key: "closed", title: words("已結", "Closed"), kind: .number),
          .init(key: "won", title: words("其中贏單", "Won"), kind: .number),
          .init(key: "brier", title: words("預測誤差（0 最準）", "Error (0 is best)"), kind: .number),
          .init(key: "statedConv", title: words("轉化：設定", "Conversion: stated"), kind: .percent),
          .init(key: "conv", title: words("轉化：實際", "Conversion: actual"), kind: .percent),
          .init(key: "convInterval", title: words("轉化：多半介於", "Conversion: most likely between"), kind: .number),
        ],
        rows: calibration.stages.map { stage in
          [
            .text(stage.label), .number(stage.stated), stage.rate.map { .number($0) } ?? .blank,
            range(stage.low, stage.high),
            stage.isEnough
              ? .number(Double(stage.closed))
              : .text(words("\(stage.closed)（須 \(Calibration.fewest)）", "\(stage.closed) of \(Calibration.fewest)")),
            .number(Double(stage.won)), stage.brier.map { .number($0) } ?? .blank,
            stage.statedPass.map { .number($0) } ?? .blank, stage.passed.map { .number($0) } ?? .blank,
            range(stage.passedLow, stage.passedHigh),
          ]
        })
    ]
  }

  /// Whether the rates are offered, and why not.
  public func conclusion(_ calibration: Calibration) -> String {
    conclusion(calibration, DashboardWords(language: language))
  }

  private func conclusion(_ calibration: Calibration, _ words: DashboardWords) -> String {
    let enough = calibration.stages.count(where: \.isEnough)
    if enough > 0 {
      return words(
        "\(calibration.stages.count) 個階段中有 \(enough) 個已結商機達 \(Calibration.fewest) 筆，採用其轉化率；作為情境提出，不會自動改動",
        "\(enough) of \(calibration.stages.count) stages have the \(Calibration.fewest) closed deals that a rate needs; "
          + "offered as a scenario, never applied automatically")
    }
    return words(
      "不提出情境：已結商機最多的階段只有 \(calibration.most) 筆，須 \(Calibration.fewest) 筆，只供參考",
      "no scenario is offered: a rate needs \(Calibration.fewest) closed deals, and no stage has more than \(calibration.most); "
        + "for information only")
  }

  /// What the history has seen.
  private func told(_ seen: SeenDeals, _ words: DashboardWords) -> String {
    let deals = seen.deals.count
    guard !seen.first.isEmpty else { return words("歷史中沒有任何一晚", "the history has no runs yet") }
    var text =
      deals == 0
      ? words(
        "\(seen.first) 至 \(seen.last) 的夜間檢查中沒有商機結案",
        "no deal closed between the runs of \(seen.first) and \(seen.last)")
      : words(
        "\(seen.first) 至 \(seen.last) 的夜間檢查中，\(seen.workbooks) 份檔案共有 \(deals) 筆商機結案",
        "\(words.count(deals, "deal", "deals")) of \(words.count(seen.workbooks, "workbook", "workbooks")) closed between the runs "
          + "of \(seen.first) and \(seen.last)")
    if seen.leftOut > 0 {
      text += words(
        "；另有 \(seen.leftOut) 筆的階段不屬於這份檔案，不計",
        "; \(seen.leftOut) more, in stages that this workbook lacks, are left out")
    }
    return text
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.toNearestOrAwayFromZero)))%" }

  /// Next targets by several rules, side by side.
  public func sections(_ rules: TargetRules, of name: String? = nil) -> [ReportPage.Section] {
    let words = DashboardWords(language: language)
    var periods: [[Double]] = []
    for result in rules.results where !periods.contains([result.start, result.end]) {
      periods.append([result.start, result.end])
    }
    return periods.map { period in
      let results = rules.results.filter { [$0.start, $0.end] == period }
      let owners = results.first { !$0.shares.isEmpty }?.shares ?? []
      var rows: [[CellValue]] = owners.indices.map { place in
        [.text(owners[place].owner), .number(owners[place].target)]
          + results.map { result in
            guard result.shares.indices.contains(place) else { return .text("–") }
            let share = result.shares[place]
            let sign = share.growth > 0 ? "+" : share.growth < 0 ? "−" : "±"
            let flag = share.isFastOx ? words(" 快牛", " fast ox") : ""
            return .text("\(money(share.next)) (\(sign)\(Self.percent(abs(share.growth))))\(flag)")
          }
      }
      func line(_ title: String, _ text: (TargetRules.Result) -> String?) {
        rows.append([.text(title), .text("")] + results.map { .text(text($0) ?? "–") })
      }
      line(words("團隊池", "Pool")) { $0.lowest == nil ? self.money($0.pool) : nil }
      line(words("下限已超過總目標", "Lowest possible")) { $0.lowest.map { self.money($0) } }
      line(words("增幅", "Growth")) { $0.growths.map { "\(Self.signed($0.lowerBound)) … \(Self.signed($0.upperBound))" } }
      line(words("負荷（目標/潛力）", "Load (target/potential)")) {
        $0.loads.map { "\(ReportNumbers.grouped($0.lowerBound)) … \(ReportNumbers.grouped($0.upperBound))" }
      }
      line(words("鞭打快牛指數", "Fast-ox index")) { $0.fastOxIndex.map(ReportNumbers.grouped) }
      rows.removeAll { row in row.dropFirst(2).allSatisfy { $0 == .text("–") } }
      let title = words("下期目標試算", "Next targets, by rule")
      return ReportPage.Section(
        id: "", title: name.map { words("\(title)（\($0)）", "\(title): \($0)") } ?? title,
        message: words(
          "團隊總目標 \(money(rules.team))；上下調都在上限之內，餘額留在團隊池，不壓給個人",
          "team target \(money(rules.team)); nobody goes beyond the caps, the rest stays in the pool")
          + fastOx(results, words),
        columns: [
          .init(key: "owner", title: words("責任人", "Owner"), kind: .text),
          .init(key: "target", title: words("本期目標", "This period"), kind: .money),
        ] + results.map { .init(key: $0.rule.rawValue, title: heading($0.rule), kind: .number) },
        rows: rows)
    }
  }

  /// What the mark and the index mean, where they are shown.
  private func fastOx(_ results: [TargetRules.Result], _ words: DashboardWords) -> String {
    guard results.contains(where: { $0.fastOxIndex != nil || !$0.fastOxen.isEmpty }) else { return "" }
    return words(
      "。快牛：本期做得好，下期卻加過上限的人；鞭打快牛指數越接近 1，越是誰做得好就加給誰",
      ". A fast ox did well and would be raised beyond the cap; the closer the index is to 1, the more of the raises go to those who did well"
    )
  }

  private func heading(_ rule: TargetRules.Rule) -> String {
    let words = DashboardWords(language: language)
    return switch rule {
    case .method: words("潛力為主", "Potential-led")
    case .potential: words("只看潛力", "Potential only")
    case .history: words("只看實績", "History only")
    case .even: words("同幅調整", "Evenly")
    case .proposed: words("已擬定", "Proposed")
    }
  }

  private static func signed(_ share: Double) -> String {
    (share > 0 ? "+" : share < 0 ? "−" : "±") + percent(abs(share))
  }

  private func money(_ amount: Double) -> String {
    ReportNumbers(language: language, system: .year1900).text(.number(amount), .money)
  }
}
