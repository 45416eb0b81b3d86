/// The pictures of a workbook's page (documents/method.md, Reports: R1, R3, R4, R6, R7).
struct HTMLPictures {
  let words: DigestWords
  let seen: Observation

  /// More rows than this make no picture that anybody reads.
  private static let listed = 30

  func draw(on page: inout HTMLPage) {
    funnel(&page)
    coverage(&page)
    forecast(&page)
    ageing(&page)
    battleMap(&page)
  }

  /// Centred bars, one a stage.
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
    var drawing = SVG(rows: rows.count)
    for (index, row) in rows.enumerated() {
      let width = abs(row.amount) / most * drawing.span
      drawing.text(SVG.labelWidth - 8, row: index, row.label, anchor: "end")
      drawing.bar(SVG.labelWidth + (drawing.span - width) / 2, row: index, width: width, color: "#1f6fb2")
      drawing.text(SVG.labelWidth + drawing.span + 8, row: index, "\(row.count) · \(Shown.money(row.amount))")
    }
    page.heading(2, words.funnel)
    page.figure(
      words.funnel, drawing, [words.stage, words.count, words.amount],
      rows.map { [$0.label, "\($0.count)", Shown.money($0.amount)] })
  }

  /// Won and open against the target.
  private func coverage(_ page: inout HTMLPage) {
    let rows = seen.targets.filter { ($0.target ?? 0) > 0 }.prefix(Self.listed)
    guard !rows.isEmpty else { return }
    let most = max(1, rows.map { max($0.target ?? 0, ($0.won ?? 0) + ($0.open ?? 0)) }.max() ?? 1)
    var drawing = SVG(rows: rows.count)
    for (index, row) in rows.enumerated() {
      let scale = drawing.span / most
      let won = max(0, row.won ?? 0) * scale
      drawing.text(SVG.labelWidth - 8, row: index, Self.name(row), anchor: "end")
      drawing.bar(SVG.labelWidth, row: index, width: won, color: "#2e7d4f")
      drawing.bar(SVG.labelWidth + won, row: index, width: max(0, row.open ?? 0) * scale, color: "#9fc5e8")
      drawing.line(SVG.labelWidth + (row.target ?? 0) * scale, row: index, color: "#a11d12", thickness: 2, dashed: true)
      drawing.text(SVG.labelWidth + drawing.span + 8, row: index, Shown.money(row.target))
    }
    page.heading(2, words.coverage)
    page.figure(
      words.coverage, drawing, [words.owner, words.period, words.target, words.won, words.open],
      rows.map {
        [$0.owner, "\($0.start)…\($0.end)", Shown.money($0.target), Shown.money($0.won), Shown.money($0.open)]
      })
  }

  private func forecast(_ page: inout HTMLPage) {
    let rows = seen.targets.filter { $0.p10 != nil && $0.p90 != nil }.prefix(Self.listed)
    guard !rows.isEmpty else { return }
    let most = max(1, rows.map { max($0.target ?? 0, $0.p90 ?? 0) }.max() ?? 1)
    var drawing = SVG(rows: rows.count)
    for (index, row) in rows.enumerated() {
      let scale = drawing.span / most
      func place(_ value: Double?) -> Double { SVG.labelWidth + max(0, value ?? 0) * scale }
      drawing.text(SVG.labelWidth - 8, row: index, Self.name(row), anchor: "end")
      drawing.bar(place(row.p10), row: index, width: max(2, place(row.p90) - place(row.p10)), color: "#9fc5e8")
      drawing.line(place(row.p50), row: index, color: "#123a5c", thickness: 4)
      if let target = row.target {
        drawing.line(place(target), row: index, color: "#a11d12", thickness: 2, dashed: true)
      }
      drawing.text(SVG.labelWidth + drawing.span + 8, row: index, "\(words.chance) \(Shown.percent(row.probability))")
    }
    page.heading(2, words.forecast)
    page.paragraph(words.forecastNote)
    page.figure(
      words.forecast, drawing,
      [words.owner, words.period, words.target, "P10", "P50", "P90", words.chance, words.committable],
      rows.map {
        [
          $0.owner, "\($0.start)…\($0.end)", Shown.money($0.target), Shown.money($0.p10), Shown.money($0.p50),
          Shown.money($0.p90), Shown.percent($0.probability), Shown.money($0.committable),
        ]
      })
  }

  private func ageing(_ page: inout HTMLPage) {
    let limits: [(label: String, from: Double, to: Double)] = [
      (words.notDue, -.infinity, 0), ("1–30", 0, 30), ("31–60", 30, 60), ("61–90", 60, 90), ("91–180", 90, 180),
      (">180", 180, .infinity),
    ]
    let owed = seen.payments.filter { $0.outstanding > 0 }
    guard !owed.isEmpty else { return }
    let sums = limits.map { limit in
      let mine = owed.filter { $0.daysOverdue > limit.from && $0.daysOverdue <= limit.to }
      return (label: limit.label, count: mine.count, amount: mine.reduce(0) { $0 + $1.outstanding })
    }
    let most = max(1, sums.map(\.amount).max() ?? 1)
    let colors = ["#9fc5e8", "#f0c36d", "#e59b4c", "#d96b3b", "#c0392b", "#7b1c13"]
    var drawing = SVG(rows: sums.count)
    for (index, sum) in sums.enumerated() {
      drawing.text(SVG.labelWidth - 8, row: index, sum.label, anchor: "end")
      drawing.bar(SVG.labelWidth, row: index, width: sum.amount / most * drawing.span, color: colors[index])
      drawing.text(SVG.labelWidth + drawing.span + 8, row: index, Shown.money(sum.amount))
    }
    page.heading(2, words.ageing)
    page.figure(
      words.ageing, drawing, [words.bucket, words.count, words.amount],
      sums.map { [$0.label, "\($0.count)", Shown.money($0.amount)] })
  }

  /// Contracts by payment stage; what is late says so in words too.
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
    page.heading(2, words.battleMap)
    page.table(
      words.battleMap, [words.contract] + columns.map(\.value),
      order.prefix(Self.listed).map { contract in
        [Markup.escaped(contract)]
          + columns.map { column in
            guard let payment = contracts[contract]?[column.key] else { return "" }
            let mark =
              payment.outstanding <= 0
              ? "good" : payment.daysOverdue > 0 ? "bad" : payment.due.isEmpty ? "wait" : "soon"
            let status = Markup.escaped(payment.status ?? "")
            let money = "\(Shown.money(payment.received)) / \(Shown.money(payment.planned))"
            return "<span class=\"\(mark)\">\(status)<br>\(money)<br>\(Markup.escaped(payment.due))</span>"
          }
      })
    if order.count > Self.listed { page.paragraph("… \(order.count - Self.listed) \(words.more)") }
  }

  private static func name(_ target: Target) -> String {
    "\(target.owner) \(target.start.prefix(7))–\(target.end.prefix(7))"
  }
}
