// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// What only a history can show: whether stated probabilities came true (R18), and whether targets followed earlier results
/// (R12).
struct HistorySection {
  let words: PageWords
  let trend: NightTrend
  let asOf: String

  /// - Parameter link: turns a workbook's name into HTML.
  func write(on page: inout HTMLPage, link: (String) -> String) throws(NightlyError) {
    try calibration(&page)
    try fairness(&page, link)
  }

  private func calibration(_ page: inout HTMLPage) throws(NightlyError) {
    let stages = try trend.calibration()
    guard !stages.isEmpty else { return }
    page.heading(2, words.calibration)
    page.paragraph(words.calibrationNote(Calibration.fewest), isQuiet: true)
    page.table(
      words.calibration,
      [words.digest.stage, words.closedDeals, words.stated, words.cameTrue, words.brier, ""],
      stages.map { stage in
        let rate = Double(stage.won) / Double(max(1, stage.closed))
        let isEnough = stage.closed >= Calibration.fewest
        var parts: [Bars.Part] = [.init(from: 0, to: rate, mark: "soft")]
        if let stated = stage.stated { parts.append(Bars.tick(stated, "mark")) }
        return [
          Markup.escaped(stage.label), "\(stage.closed)", Shown.percent(stage.stated),
          isEnough ? Shown.percent(rate) : Markup.escaped(words.tooFew(Calibration.fewest)),
          isEnough ? Self.rounded(stage.brier) : "", isEnough ? Bars.bar(parts) : "",
        ]
      }, figures: [1, 2, 3, 4], bar: 5)
  }

  private func fairness(_ page: inout HTMLPage, _ link: (String) -> String) throws(NightlyError) {
    let steps = try trend.targetSteps(on: asOf)
    guard !steps.isEmpty else { return }
    page.heading(2, words.fairness)
    let index = Correlation.of(steps.map { ($0.attainment, $0.growth) })
    page.paragraph(
      index.map { words.fastOx(Self.rounded($0)) } ?? words.noFastOx, isQuiet: true)
    page.table(
      words.fairness,
      [
        words.digest.owner, words.digest.period, words.previousTarget, words.previousWon, words.attainment,
        words.digest.target, words.growth, words.digest.file,
      ],
      steps.prefix(IndexPage.listed).map { step in
        [
          Markup.escaped(step.owner), Markup.escaped(step.period), Shown.money(step.before), Shown.money(step.won),
          Shown.percent(step.attainment), Shown.money(step.target), Shown.percent(step.growth), link(step.file),
        ]
      }, figures: [2, 3, 4, 5, 6])
    page.more(steps.count - IndexPage.listed)
  }

  private static func rounded(_ value: Double?) -> String {
    guard let value, let parts = Int(exactly: (value * 100).rounded(.toNearestOrAwayFromZero)) else { return "" }
    let rest = abs(parts % 100)
    return "\(parts < 0 ? "-" : "")\(abs(parts) / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
