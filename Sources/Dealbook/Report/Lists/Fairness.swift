// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// R12: whether targets are fair: load, growth, the previous period's attainment, and the fast-ox index computed from them.
struct Fairness {
  struct Line {
    var owner: String
    var period: String
    var target: Double?
    /// Target divided by reachable potential.
    var load: Double?
    /// Attainment in the previous period.
    var attainment: Double?
    /// Proposed target divided by current target, minus 1.
    var growth: Double?
    /// The next target that the guard rails allow.
    var next: Double?
    var isFastOx: Bool
  }

  private(set) var lines: [Line] = []
  /// The correlation of previous attainment with growth; nil if fewer than three owners have both, or if one of the two is the same for
  /// all.
  let index: Double?
  /// What the guarded next targets leave of the team's next target.
  let pool: Double?

  init(_ source: DashboardSource) {
    let keys = [
      "owner", "p_start", "p_end", "target", "load", "prev_attain", "growth", "guard_next", "fast_ox",
    ]
    guard let sheet = SheetRows(source, "tg", keys) else {
      (index, pool) = (nil, nil)
      return
    }
    lines = sheet.rows.map { row in
      Line(
        owner: sheet.text("owner", row),
        period: "\(sheet.day("p_start", row).prefix(7))–\(sheet.day("p_end", row).prefix(7))",
        target: sheet.number("target", row), load: sheet.number("load", row),
        attainment: sheet.number("prev_attain", row), growth: sheet.number("growth", row),
        next: sheet.number("guard_next", row), isFastOx: sheet.number("fast_ox", row) == 1)
    }
    index = Correlation.of(lines.compactMap { line in line.attainment.flatMap { a in line.growth.map { (a, $0) } } })
    // Only owners whose period is the one in the settings: a shorter one within it, such as a quarter, has no next target of its own.
    let guarded = zip(sheet.rows, lines).compactMap { row, line in
      sheet.number("p_start", row) == source.team.settings.number("PeriodStart")
        && sheet.number("p_end", row) == source.team.settings.number("PeriodEnd") ? line.next : nil
    }
    pool =
      guarded.isEmpty
      ? nil : source.team.settings.number("NextTeamTarget").flatMap { $0 > 0 ? $0 - guarded.reduce(0, +) : nil }
  }
}
