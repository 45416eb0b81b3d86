// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// The open deals of a workbook by owner, in the order of the sheet, in the form that exact distributions need.
struct OpenDeals: Sendable {
  struct Deal: Sendable {
    /// The index among the rows of the Deals sheet.
    var row: Int
    var close: Double
    var item: TotalDistribution.Item
  }

  private var byOwner: [String: [Deal]] = [:]

  init(_ environment: Environment) {
    guard let columns = Columns(environment) else { return }
    for row in 0..<columns.count {
      if let deal = columns.deal(row) { byOwner[columns.owner(row), default: []].append(deal) }
    }
  }

  /// The deals after a scenario that keeps the number of rows, of which only these were changed. Costs as much as the deals of their
  /// owners.
  ///
  /// - Returns: also the owners that these rows have or had, in lower case; nil if the columns are not there.
  func following(
    _ rows: Set<Int>, from before: Environment, to environment: Environment
  ) -> (deals: OpenDeals, owners: Set<String>)? {
    guard let old = Columns(before), let new = Columns(environment) else { return nil }
    var deals = self
    var owners: Set<String> = []
    for row in rows {
      for columns in [old, new] where row < columns.count { owners.insert(columns.owner(row)) }
    }
    for owner in owners {
      var own = (byOwner[owner] ?? []).filter { !rows.contains($0.row) }
      for row in rows where row < new.count && new.owner(row) == owner {
        if let deal = new.deal(row) { own.append(deal) }
      }
      own.sort { $0.row < $1.row }
      deals.byOwner[owner] = own.isEmpty ? nil : own
    }
    return (deals, owners)
  }

  private struct Columns {
    private let owner: Column
    private let open: Column
    private let close: Column
    private let amount: Column
    private let probability: Column
    let count: Int

    init?(_ environment: Environment) {
      guard let owner = environment.column("de_owner"), let open = environment.column("de_is_open"),
        let close = environment.column("de_close_eff"), let amount = environment.column("de_amount"),
        let probability = environment.column("de_prob")
      else { return nil }
      (self.owner, self.open, self.close, self.amount, self.probability) = (owner, open, close, amount, probability)
      // On a sheet without rows, inputs read as one blank cell and computed columns have none.
      count = [owner, open, close, amount, probability].map(\.count).min() ?? 0
    }

    func owner(_ row: Int) -> String { owner[row].shownText.lowercased() }

    func deal(_ row: Int) -> Deal? {
      guard open[row] == .number(1), let day = close[row].number,
        let cents = amount[row].number.flatMap(OpenDeals.cents),
        let chance = probability[row].number
      else { return nil }
      return Deal(row: row, close: day, item: .init(amount: cents, probability: chance))
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
