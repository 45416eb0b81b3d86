// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The pictures on a workbook's page (documents/method.md, Reports: R1, R3, R4, R6, R7): tables in which one column is drawn.
struct BookPictures {
  let words: PageWords
  let seen: Observation

  /// With more rows than this, nobody could read the picture.
  private static let listed = 30

  private var digest: DigestWords { words.digest }

  func draw(on page: inout HTMLPage) {
    funnel(&page)
    coverage(&page)
    forecast(&page)
    ageing(&page)
    battleMap(&page)
  }

  private func report(_ id: String) -> BookReport? { seen.reports.first { $0.id == id && !$0.rows.isEmpty } }

  /// What has reached each stage of what it needs; without a target, centred bars of the amounts.
  private func funnel(_ page: inout HTMLPage) {
    guard let report = report("R1") else { return }
    let hasNeed = report.columns.contains { $0.key == "need" }
    let most = max(1, report.rows.map { abs($0["reached"] ?? 0) }.max() ?? 1)
    page.heading(2, digest.funnel)
    page.paragraph(report.message)
    if hasNeed {
      page.paragraph(
        words(
          "深色為到達，淺色為超出，豎線為所需。", "Dark is what has been reached, light is surplus, the vertical line is what is needed."),
        isQuiet: true)
    }
    page.table(
      digest.funnel,
      [digest.stage, words("到達", "Reached")] + (hasNeed ? [words("所需", "Needed"), words("到達率", "Ratio")] : []) + [""],
      report.rows.map { row in
        [Markup.escaped(row.label), Shown.money(row["reached"])]
          + (hasNeed ? [Shown.money(row["need"]), Shown.wholePercent(row["ratio"])] : [])
          + [hasNeed ? Bars.funnel(row["ratio"] ?? 0) : Bars.centred((row["reached"] ?? 0) / most)]
      }, figures: hasNeed ? [1, 2, 3] : [1], bar: hasNeed ? 4 : 2)
  }

  /// What each owner has won and can expect, compared with the target.
  private func coverage(_ page: inout HTMLPage) {
    guard let report = report("R3") else { return }
    let most = max(1, report.rows.map { max($0["target"] ?? 0, ($0["won"] ?? 0) + ($0["weighted"] ?? 0)) }.max() ?? 1)
    page.heading(2, digest.coverage)
    page.paragraph(report.message)
    page.paragraph(
      words("深色已簽，淺色為加權在手，豎線為目標。", "Dark is won, light is weighted open, the vertical line is the target."),
      isQuiet: true)
    page.table(
      digest.coverage,
      [digest.owner, digest.target, digest.won, words("加權在手", "Weighted open"), words("期望/目標", "Expected/target"), ""],
      report.rows.map { row in
        let share = Shown.wholePercent(row["attain"])
        return [
          Markup.escaped(row.label), Shown.money(row["target"]), Shown.money(row["won"]), Shown.money(row["weighted"]),
          (row["attain"] ?? 1) < 1 ? Markup.bad(share) : share,
          Bars.coverage(won: row["won"], weighted: row["weighted"], target: row["target"], most: most),
        ]
      }, figures: [1, 2, 3, 4], bar: 5)
  }

  private func forecast(_ page: inout HTMLPage) {
    let rows = seen.targets.filter { $0.p10 != nil && $0.p90 != nil }.prefix(Self.listed)
    guard !rows.isEmpty else { return }
    let most = max(1, rows.map { max($0.target ?? 0, $0.p90 ?? 0) }.max() ?? 1)
    page.heading(2, digest.forecast)
    page.paragraph(digest.forecastNote, isQuiet: true)
    page.table(
      digest.forecast,
      [
        digest.owner, digest.period, digest.target, "P10", "P50", "P90", digest.chance, digest.committable, "",
      ],
      rows.map { row in
        let chance = Shown.percent(row.probability)
        return [
          Markup.escaped(row.owner), Markup.escaped(Self.period(row)), Shown.money(row.target), Shown.money(row.p10),
          Shown.money(row.p50), Shown.money(row.p90),
          row.probability.map { $0 < seen.confidence } == true ? Markup.bad(chance) : chance,
          Shown.money(row.committable),
          Bars.forecast(p10: row.p10, p50: row.p50, p90: row.p90, target: row.target, most: most),
        ]
      }, figures: [2, 3, 4, 5, 6, 7], bar: 8)
  }

  /// What is owed to each owner, by age.
  private func ageing(_ page: inout HTMLPage) {
    guard let report = report("R7") else { return }
    let buckets = report.columns.filter { $0.key != "over" }
    let sums = report.rows.map { row in buckets.reduce(0) { $0 + max(0, row[$1.key] ?? 0) } }
    guard let most = sums.max(), most > 0 else { return }
    page.heading(2, digest.ageing)
    page.paragraph(report.message)
    page.paragraph(
      words("由左至右：未逾期到逾期最久；橘色為最久。", "From left to right: not overdue to overdue longest; orange is the oldest."),
      isQuiet: true)
    page.table(
      digest.ageing, [digest.owner] + buckets.map(\.title) + [""],
      report.rows.map { row in
        [Markup.escaped(row.label)] + buckets.map { Shown.money(row[$0.key].flatMap { $0 == 0 ? nil : $0 }) }
          + [Bars.ageing(buckets.map { row[$0.key] ?? 0 }, most: most)]
      }, figures: Set(buckets.indices.map { $0 + 1 }), bar: buckets.count + 1)
  }

  /// Contracts by payment stage. Late ones are marked in words too.
  private func battleMap(_ page: inout HTMLPage) {
    var stages: [Double: String] = [:]
    var contracts: [String: [Double: Payment]] = [:]
    var order: [String] = []
    for payment in seen.payments {
      guard let number = payment.stageNumber, number > 0, !payment.contract.isEmpty else { continue }
      stages[number] = stages[number] ?? payment.stage
      if contracts[payment.contract] == nil { order.append(payment.contract) }
      contracts[payment.contract, default: [:]][number] = payment
    }
    guard !order.isEmpty else { return }
    let columns = stages.sorted { $0.key < $1.key }
    page.heading(2, digest.battleMap)
    page.table(
      digest.battleMap, [digest.contract] + columns.map(\.value),
      order.prefix(Self.listed).map { contract in
        [Markup.escaped(contract)]
          + columns.map { column in
            guard let payment = contracts[contract]?[column.key] else { return "" }
            let isLate = payment.outstanding > 0 && payment.daysOverdue > 0
            let status = Markup.escaped(payment.status ?? "")
            let money = "\(Shown.money(payment.received)) / \(Shown.money(payment.planned))"
            return
              "<span\(isLate ? " class=\"bad\"" : "")>\(status)<br>\(money)<br>\(Markup.shown(payment.due))</span>"
          }
      })
    page.more(order.count - Self.listed)
  }

  private static func period(_ target: Target) -> String { "\(target.start.prefix(7)) – \(target.end.prefix(7))" }
}
