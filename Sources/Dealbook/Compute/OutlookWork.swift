// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// An upper bound for the work of the exact distributions of a Targets sheet, computed before any of it is done: a few hundred rows about
/// an owner with thousands of deals would take hours.
enum OutlookWork {
  /// Throws if the work exceeds the limit `distribution-steps`, with the row of the Targets sheet at which it does.
  static func require(
    on sheet: LocatedSheet, in environment: Environment, team: BoundWorkbook
  ) throws(DealbookError) {
    let deals = OpenDeals(environment)
    var known: [Period: Int] = [:]
    var work = 0
    for row in 0..<sheet.rows.count where sheet.rows.kinds[row] == .data {
      func cell(_ name: String) -> CellValue { environment.column("tg_\(name)")?[row] ?? .blank }
      guard let start = cell("p_start").number, let end = cell("p_end").number else { continue }
      let period = Period(owner: cell("owner").shownText, start: start, end: end)
      let own =
        known[period] ?? deals.deals(owner: period.owner, from: start, to: end).map { steps(of: $0.map(\.item)) } ?? 0
      known[period] = own
      work += own
      try require(work, row: row, on: sheet, team: team)
    }
  }

  /// Throws if `work` steps, for the rows up to `row`, exceed the limit.
  static func require(
    _ work: Int, row: Int, on sheet: LocatedSheet, team: BoundWorkbook
  ) throws(DealbookError) {
    let limit = team.workbook.package.limits.distributionSteps
    guard work > limit else { return }
    let place = "sheet “\(sheet.title)”, row \(sheet.rows.range.lowerBound + row)"
    throw .spreadsheet(.limit(LimitBreach(name: "distribution-steps", place: place, actual: work, limit: limit)))
  }

  private struct Period: Hashable {
    var owner: String
    var start: Double
    var end: Double
  }

  /// The number of totals touched, deal after deal: at most twice those before, at most those between the smallest and the largest, and at
  /// most what coarsening leaves. What has to be coarsened is computed again with fewer digits.
  static func steps(of items: [TotalDistribution.Item]) -> Int {
    let limit = TotalDistribution.supportLimit
    var (totals, span, steps) = (1, 0, 0)
    for step in TotalDistribution.Steps(items, grain: 1).steps where step != 0 {
      span = min(span + abs(step), Int(Int32.max))
      totals = min(2 * totals, span + 1, limit)
      steps += totals
    }
    return totals < limit ? steps : 3 * steps
  }
}
