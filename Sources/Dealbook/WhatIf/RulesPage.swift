// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension OutcomePage {
  /// The name of the scenario with the actual rates.
  public var calibrationName: String { DashboardWords(language: language)("校準後的成交率", "Rates as they came true") }

  /// The sections about the actual rates of stages.
  public func sections(_ calibration: Calibration) -> [ReportPage.Section] {
    let words = DashboardWords(language: language)
    let isEnough = !calibration.changes.isEmpty
    return [
      ReportPage.Section(
        id: "", title: words("階段成交率的校準", "Rates of stages as they came true"),
        message: isEnough
          ? words(
            "至少 \(Calibration.fewest) 筆已結商機的階段才採用；作為情境提出，不會自動改動",
            "of stages with \(Calibration.fewest) closed deals or more; offered as a scenario, never put in silently")
          : words(
            "已結商機還不足 \(Calibration.fewest) 筆，只供參考",
            "no stage has \(Calibration.fewest) closed deals yet; to look at, not to go by"),
        columns: [
          .init(key: "stage", title: words("階段", "Stage"), kind: .text),
          .init(key: "stated", title: words("設定", "Stated"), kind: .percent),
          .init(key: "rate", title: words("實際", "Came true"), kind: .percent),
          .init(key: "interval", title: words("多半介於", "Most likely between"), kind: .number),
          .init(key: "closed", title: words("已結", "Closed"), kind: .number),
          .init(key: "won", title: words("其中贏單", "Won"), kind: .number),
          .init(key: "brier", title: words("預測誤差（0 最準）", "Error (0 is best)"), kind: .number),
        ],
        rows: calibration.stages.map { stage in
          let range = stage.low.flatMap { low in
            stage.high.map { high in "\(Self.percent(low))–\(Self.percent(high))" }
          }
          return [
            .text(stage.label), .number(stage.stated), stage.rate.map { .number($0) } ?? .blank,
            .text(range ?? ""), .number(Double(stage.closed)), .number(Double(stage.won)),
            stage.brier.map { .number($0) } ?? .blank,
          ]
        })
    ]
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
          "team target \(money(rules.team)); nobody beyond the caps, the rest stays in the pool"),
        columns: [
          .init(key: "owner", title: words("責任人", "Owner"), kind: .text),
          .init(key: "target", title: words("本期目標", "This period"), kind: .money),
        ] + results.map { .init(key: $0.rule.rawValue, title: heading($0.rule), kind: .number) },
        rows: rows)
    }
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
