// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// The open deals of a workbook by owner, in the order of the sheet, in the form that exact distributions need.
struct OpenDeals {
  struct Deal {
    /// The index among the rows of the Deals sheet.
    var row: Int
    var close: Double
    var item: TotalDistribution.Item
  }

  private var byOwner: [String: [Deal]] = [:]

  init(_ environment: Environment) {
    guard let owner = environment.column("de_owner"), let open = environment.column("de_is_open"),
      let close = environment.column("de_close_eff"), let amount = environment.column("de_amount"),
      let probability = environment.column("de_prob")
    else { return }
    // On a sheet without rows, inputs read as one blank cell and computed columns have none.
    let count = [owner, open, close, amount, probability].map(\.count).min() ?? 0
    for row in 0..<count where open[row] == .number(1) {
      guard let day = close[row].number, let cents = amount[row].number.flatMap(Self.cents),
        let chance = probability[row].number
      else { continue }
      byOwner[owner[row].shownText.lowercased(), default: []].append(
        Deal(row: row, close: day, item: .init(amount: cents, probability: chance)))
    }
  }

  /// Nil if a probability is outside 0…1, for which there is no distribution; a rule reports it.
  func deals(owner: String, from start: Double, to end: Double) -> [Deal]? {
    let deals = (byOwner[owner.lowercased()] ?? []).filter { $0.close >= start && $0.close <= end }
    return deals.allSatisfy { (0...1).contains($0.item.probability) } ? deals : nil
  }

  /// The deals of all owners, in the order of the sheet.
  func all(from start: Double, to end: Double) -> [Deal]? {
    let deals = byOwner.values.joined().filter { $0.close >= start && $0.close <= end }.sorted { $0.row < $1.row }
    return deals.allSatisfy { (0...1).contains($0.item.probability) } ? deals : nil
  }

  /// Nil for an amount that is not a whole number of cents, or so large that a sheet full of them could not be summed.
  static func cents(_ amount: Double) -> Int? {
    let cents = (amount * 100).rounded(.toNearestOrAwayFromZero)
    return abs(cents) < 0x1p42 ? Int(exactly: cents) : nil
  }
}
