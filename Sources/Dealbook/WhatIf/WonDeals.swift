// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// What each owner has won in the period of the settings, by lower-case name.
struct WonDeals: Sendable {
  private(set) var byOwner: [String: Double] = [:]
  /// All rows of an owner, ascending.
  private var rows: [String: [Int]] = [:]

  private struct Columns {
    let isWon: Column
    let inPeriod: Column
    let owners: Column
    let amounts: Column

    init?(_ reader: SituationReader) {
      guard let isWon = reader.column("de", "is_won"), let inPeriod = reader.column("de", "in_period"),
        let owners = reader.environment.column("de_owner"), let amounts = reader.environment.column("de_amount")
      else { return nil }
      (self.isWon, self.inPeriod, self.owners, self.amounts) = (isWon, inPeriod, owners, amounts)
    }

    var count: Int { min(isWon.count, inPeriod.count, owners.count, amounts.count) }

    func owner(_ row: Int) -> String { owners[row].shownText.lowercased() }

    /// Nil unless the deal was won in the period.
    func amount(_ row: Int) -> Double? {
      isWon.number(at: row) == 1 && inPeriod.number(at: row) == 1 ? amounts.number(at: row) ?? 0 : nil
    }
  }

  init(_ reader: SituationReader) {
    guard let columns = Columns(reader) else { return }
    for row in 0..<columns.count {
      let owner = columns.owner(row)
      rows[owner, default: []].append(row)
      if let amount = columns.amount(row) { byOwner[owner, default: 0] += amount }
    }
  }

  /// The sums in a scenario that concerns these owners' deals alone, added up in the same order.
  ///
  /// - Parameter moved: rows whose owner has changed.
  func following(_ owners: Set<String>, moved: Set<Int>, to reader: SituationReader) -> [String: Double] {
    guard let columns = Columns(reader) else { return [:] }
    var sums = byOwner
    for owner in owners {
      let come = moved.filter { $0 < columns.count && columns.owner($0) == owner }
      let own = ((rows[owner] ?? []).filter { !moved.contains($0) } + come).sorted()
      sums[owner] = nil
      for row in own where row < columns.count {
        if let amount = columns.amount(row) { sums[owner, default: 0] += amount }
      }
    }
    return sums
  }
}
