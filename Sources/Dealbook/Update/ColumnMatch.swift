// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// The columns that an export and a team's sheet both have, with the same meaning in both.
struct ColumnMatch {
  struct Pair {
    let source: LocatedColumn
    let target: LocatedColumn
    /// For columns of shares.
    var shares: PercentTransfer?
  }

  private let source: LocatedSheet
  private let target: LocatedSheet
  private(set) var pairs: [Pair] = []
  /// The other columns of the export.
  private(set) var passedOver: [UpdateReport.PassedOver] = []

  init(_ source: LocatedSheet, _ target: LocatedSheet, export: BoundWorkbook) {
    (self.source, self.target) = (source, target)
    for column in source.columns where !column.definition.isComputed {
      guard let own = target.column(column.key) else {
        passedOver.append(.init(header: column.header, reason: .noColumn))
        continue
      }
      if let reason = difference(own, column) {
        passedOver.append(.init(header: column.header, reason: reason))
        continue
      }
      var pair = Pair(source: column, target: own)
      if own.definition.type == .percent {
        pair.shares = PercentTransfer(column, of: source, in: export, to: own)
        guard pair.shares?.isOther == false else {
          passedOver.append(.init(header: column.header, reason: .percentScale))
          continue
        }
      }
      pairs.append(pair)
    }
    passedOver += source.unknownHeaders.map { .init(header: $0.header, reason: .noColumn) }
  }

  /// Why numbers do not mean the same in both columns; nil if they do.
  private func difference(_ own: LocatedColumn, _ other: LocatedColumn) -> UpdateReport.PassedOver.Reason? {
    switch own.definition.type {
    case .money:
      guard own.moneyScale == other.moneyScale else { return .unit }
      return otherCurrency(own, other)
    default: return nil
    }
  }

  /// What the export itself says of its currency, in the header or in a column beside the amounts, goes before the playbook, which was made
  /// for the team's workbook.
  private func otherCurrency(_ own: LocatedColumn, _ other: LocatedColumn) -> UpdateReport.PassedOver.Reason? {
    let stated =
      ConventionSettling.currency(unit: other.unit, header: other.header).map { [$0] } ?? source.currencies
    let isAsBeside = !stated.isEmpty && target.currencies == stated
    guard !isAsBeside else { return nil }
    let ours = own.convention.currency ?? (target.currencies.count == 1 ? target.currencies[0] : nil)
    let theirs = stated.isEmpty ? other.convention.currency.map { [$0] } ?? [] : stated
    // Where the export says nothing, its amounts are the team's.
    guard !theirs.isEmpty, theirs.count > 1 || ours == nil || theirs.contains(where: { ours?.includes($0) == false })
    else { return nil }
    if stated.isEmpty, ours == nil { return nil }
    return .currency(export: theirs.map(\.code).joined(separator: ", "), team: ours?.code)
  }
}
