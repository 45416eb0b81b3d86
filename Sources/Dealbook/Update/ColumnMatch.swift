// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// The columns that an export and a team's sheet both have, with the same meaning in both.
struct ColumnMatch {
  struct Pair {
    let source: LocatedColumn
    let target: LocatedColumn
  }

  private let source: LocatedSheet
  private let target: LocatedSheet
  private(set) var pairs: [Pair] = []
  /// The other columns of the export.
  private(set) var passedOver: [UpdateReport.PassedOver] = []

  init(_ source: LocatedSheet, _ target: LocatedSheet) {
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
      pairs.append(Pair(source: column, target: own))
    }
    passedOver += source.unknownHeaders.map { .init(header: $0.header, reason: .noColumn) }
  }

  /// Why numbers do not mean the same in both columns; nil if they do.
  private func difference(_ own: LocatedColumn, _ other: LocatedColumn) -> UpdateReport.PassedOver.Reason? {
    switch own.definition.type {
    case .percent: return isOtherScale(own, other) ? .percentScale : nil
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

  /// Whether the export's own numbers show another scale than the team's column has.
  private func isOtherScale(_ own: LocatedColumn, _ other: LocatedColumn) -> Bool {
    guard let scale = own.convention.percentScale else { return true }
    let limit = Self.most(of: own)
    var (above, shares) = (0, 0)
    for offset in 0..<min(other.values.count, source.rows.count) where source.rows.kinds[offset] == .data {
      guard let number = other.values.number(at: offset)?.magnitude, number > 0, number != 1 else { continue }
      if number > limit { above += 1 } else { shares += 1 }
    }
    switch scale {
    case .fractions: return above > 0 && above * 4 > shares
    case .hundreds: return shares > 0 && shares * 4 > above
    }
  }

  /// The largest share that a column may hold.
  static func most(of column: LocatedColumn) -> Double {
    guard case .range(let range) = column.definition.allowed, case .number(let most)? = range.maximum?.value else {
      return 1
    }
    return max(1, most)
  }
}
