// SPDX-License-Identifier: Apache-2.0

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

  /// Centred bars, one per stage.
  private func funnel(_ page: inout HTMLPage) {
    var stages: [Double: (label: String, count: Int, amount: Double)] = [:]
    for deal in seen.deals {
      guard let number = deal.stageNumber else { continue }
      let old = stages[number]
      stages[number] = (old?.label ?? deal.stage, (old?.count ?? 0) + 1, (old?.amount ?? 0) + (deal.amount ?? 0))
    }
    let rows = stages.sorted { $0.key < $1.key }.map(\.value)
    guard !rows.isEmpty else { return }
    let most = max(1, rows.map { abs($0.amount) }.max() ?? 1)
    page.heading(2, digest.funnel)
    page.table(
      digest.funnel, [digest.stage, digest.count, digest.amount, ""],
      rows.map { row in
        let half = abs(row.amount) / most / 2
        return [
          Markup.escaped(row.label), "\(row.count)", Shown.money(row.amount),
          Drawing.bar([.init(from: 0.5 - half, to: 0.5 + half, mark: "up")], isOpen: true),
        ]
      }, figures: [1, 2], bar: 3)
  }

  /// Amounts won and open, compared with the target.
  private func coverage(_ page: inout HTMLPage) {
    let rows = seen.targets.filter { ($0.target ?? 0) > 0 }.prefix(Self.listed)
    guard !rows.isEmpty else { return }
    let most = max(1, rows.map { max($0.target ?? 0, ($0.won ?? 0) + ($0.open ?? 0)) }.max() ?? 1)
    page.heading(2, digest.coverage)
    page.paragraph(
      words("深色已簽，淺色在手，豎線為目標。", "Dark is won, light is open, the upright line is the target."), isQuiet: true)
    page.table(
      digest.coverage, [digest.owner, digest.period, digest.target, digest.won, digest.open, ""],
      rows.map { row in
        let won = max(0, row.won ?? 0) / most
        return [
          Markup.escaped(row.owner), Markup.escaped(Self.period(row)), Shown.money(row.target), Shown.money(row.won),
          Shown.money(row.open),
          Drawing.bar([
            .init(from: 0, to: won, mark: "up"), .init(from: won, to: won + max(0, row.open ?? 0) / most, mark: "soft"),
            Drawing.tick((row.target ?? 0) / most, "mark"),
          ]),
        ]
      }, figures: [2, 3, 4], bar: 5)
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
        var parts: [Drawing.Part] = [
          .init(from: (row.p10 ?? 0) / most, to: (row.p90 ?? 0) / most, mark: "soft"),
          Drawing.tick((row.p50 ?? 0) / most, "mid"),
        ]
        if let target = row.target { parts.append(Drawing.tick(target / most, "mark")) }
        let chance = Shown.percent(row.probability)
        return [
          Markup.escaped(row.owner), Markup.escaped(Self.period(row)), Shown.money(row.target), Shown.money(row.p10),
          Shown.money(row.p50), Shown.money(row.p90),
          row.probability.map { $0 < seen.confidence } == true ? Markup.bad(chance) : chance,
          Shown.money(row.committable), Drawing.bar(parts),
        ]
      }, figures: [2, 3, 4, 5, 6, 7], bar: 8)
  }

  private func ageing(_ page: inout HTMLPage) {
    let limits: [(label: String, from: Double, to: Double)] = [
      (digest.notDue, -.infinity, 0), ("1–30", 0, 30), ("31–60", 30, 60), ("61–90", 60, 90), ("91–180", 90, 180),
      (">180", 180, .infinity),
    ]
    let owed = seen.payments.filter { $0.outstanding > 0 }
    guard !owed.isEmpty else { return }
    let sums = limits.map { limit in
      let mine = owed.filter { $0.daysOverdue > limit.from && $0.daysOverdue <= limit.to }
      return (
        label: limit.label, count: mine.count,
        amount: (mine.reduce(0) { $0 + $1.outstanding } * 100).rounded() / 100
      )
    }
    let most = max(1, sums.map(\.amount).max() ?? 1)
    let marks = ["a0", "a1", "a1", "a2", "a2", "a3"]
    page.heading(2, digest.ageing)
    page.table(
      digest.ageing, [digest.bucket, digest.payments, digest.amount, ""],
      zip(sums, marks).map { sum, mark in
        [
          Markup.escaped(sum.label), "\(sum.count)", Shown.money(sum.amount),
          Drawing.bar([.init(from: 0, to: sum.amount / most, mark: mark)]),
        ]
      }, figures: [1, 2], bar: 3)
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
              "<span\(isLate ? " class=\"bad\"" : "")>\(status)<br>\(money)<br>\(Markup.escaped(payment.due))</span>"
          }
      })
    page.more(order.count - Self.listed)
  }

  private static func period(_ target: Target) -> String { "\(target.start.prefix(7)) – \(target.end.prefix(7))" }
}
