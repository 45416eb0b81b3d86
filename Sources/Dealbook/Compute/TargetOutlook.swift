// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The columns of the Targets sheet that no formula gives: the exact chance of reaching target and floor, P10, P50, P90 and the amount that
/// can be promised (documents/method.md, Targets).
struct TargetOutlook {
  /// One for each row of the sheet; nil for rows that lack what a distribution needs.
  private let figures: [OutlookFigures?]

  /// Computes the distribution of each row once for all columns, with rows in parallel.
  init(on sheet: LocatedSheet, in environment: Environment, team: BoundWorkbook) {
    let deals = OpenDeals(environment)
    let confidence = Self.confidence(team)
    figures = concurrentMap(sheet.rows.count) { row in
      OutlookInput(row, on: sheet, in: environment, deals).map { OutlookFigures($0, confidence: confidence) }
    }
  }

  /// The committed amount is reached at least this often.
  static func confidence(_ team: BoundWorkbook) -> Double { team.settings.number("TargetConf") ?? 0.8 }

  /// One of `p_exact`, `p_floor`, `p10`, `p50`, `p90`, `commit` for each row.
  func column(_ key: String, on sheet: LocatedSheet) -> Column {
    var builder = ColumnBuilder(capacity: figures.count)
    for (row, figures) in figures.enumerated() {
      builder.append(figures?.value(key) ?? (sheet.rows.kinds[row] == .data ? .text("") : .blank))
    }
    return builder.finish()
  }
}

/// The inputs of the distribution for one row of the Targets sheet, in cents.
struct OutlookInput: Hashable {
  var won: Int
  /// The owner's open deals that close in the period, in the order of the sheet.
  var items: [TotalDistribution.Item]
  var target: Int?
  var floor: Int?
  /// The rows of the deals on their sheet.
  var rows: [Int]

  /// Nil for a row that lacks what a distribution needs.
  init?(_ row: Int, on sheet: LocatedSheet, in environment: Environment, _ deals: OpenDeals) {
    func cell(_ name: String) -> CellValue {
      guard let column = environment.column("tg_\(name)"), row < column.count else { return .blank }
      return column[row]
    }
    let owner = cell("owner")
    guard sheet.rows.kinds[row] == .data, !owner.isEmpty, let won = cell("won").number.flatMap(OpenDeals.cents),
      let start = cell("p_start").number, let end = cell("p_end").number,
      let open = deals.deals(owner: owner.shownText, from: start, to: end)
    else { return nil }
    self.won = won
    items = open.map(\.item)
    rows = open.map(\.row)
    target = cell("target").number.flatMap(OpenDeals.cents)
    floor = cell("floor").number.flatMap(OpenDeals.cents)
  }
}

/// The results of one distribution.
struct OutlookFigures: Sendable {
  /// Nil if there is no target to ask about.
  var target: Double?
  var floor: Double?
  /// P10, P50 and P90, in cents.
  var quantiles: [Int]
  var committable: Int

  static let keys = ["p_exact", "p_floor", "p10", "p50", "p90", "commit"]

  init(_ input: OutlookInput, confidence: Double) {
    self.init(TotalDistribution(won: input.won, items: input.items), input, confidence: confidence)
  }

  init(_ total: TotalDistribution, _ input: OutlookInput, confidence: Double) {
    target = input.target.map { total.probability(atLeast: $0) }
    floor = input.floor.map { total.probability(atLeast: $0) }
    quantiles = total.quantiles([0.1, 0.5, 0.9])
    committable = total.committable(confidence: confidence)
  }

  /// The value as a cell of the column holds it.
  func value(_ key: String) -> CellValue {
    switch key {
    case "p_exact": target.map { .number(Self.rounded($0)) } ?? .text("")
    case "p_floor": floor.map { .number(Self.rounded($0)) } ?? .text("")
    case "p10": .number(Double(quantiles[0]) / 100)
    case "p50": .number(Double(quantiles[1]) / 100)
    case "p90": .number(Double(quantiles[2]) / 100)
    default: .number(Double(committable) / 100)
    }
  }

  /// Probabilities are shown with four decimals.
  static func rounded(_ probability: Double) -> Double {
    (probability * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000
  }
}
