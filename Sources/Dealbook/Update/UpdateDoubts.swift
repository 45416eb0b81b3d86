// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// What of an export may mean something else than it seems, and is asked about: amounts that may be in another unit, though neither file says
/// so, labels that the team's list does not have, rows that may be the team's under other IDs.
struct UpdateDoubts {
  let source: LocatedSheet
  let target: LocatedSheet
  let values: UpdateValues
  /// The headers of columns whose amounts, or IDs, are brought over although they may mean something else.
  let accepted: Set<String>

  func isAccepted(_ key: String) -> Bool {
    [source.column(key)?.header, target.column(key)?.header].contains { header in
      header.map { accepted.contains(TextFolding.label($0)) } ?? false
    }
  }

  // MARK: Rows

  /// Why new rows may be rows of the team's under other IDs, with the ID of the one if it is known; nil for those that are new.
  func ofRows(
    _ new: [SheetUpdate.NewRow], isAll: Bool, missing: [RowMatch.Row], _ pairs: [ColumnMatch.Pair], key: String
  ) -> [(reason: UpdateReport.Kept.Reason, known: String)?] {
    guard !new.isEmpty, !missing.isEmpty, !isAccepted(key) else { return new.map { _ in nil } }
    let twins = RowTwins(pairs, key: key, missing: missing)
    let cells = new.map { row in
      pairs.map { pair -> CellValue in
        if case .value(let value) = values.value(pair, at: row.offset) { value } else { .blank }
      }
    }
    if isAll, isDoubted(new.map(\.id), missing.map(\.id), named: cells.count(where: twins.isNamed)) {
      return new.map { _ in (.otherIDs, "") }
    }
    return cells.map { row in twins.id(of: row).map { (.otherID, $0) } }
  }

  /// Whether rows of which none is the team's may be the team's all the same: their IDs are made otherwise, they name the same, or they are
  /// so many that they can hardly be what is new.
  private func isDoubted(_ new: [String], _ missing: [String], named: Int) -> Bool {
    guard new.count > 1, missing.count > 1 else { return false }
    let shapes = Set(missing.map(RowMatch.shape))
    if new.count(where: { shapes.contains(RowMatch.shape(of: $0)) }) * 2 < new.count || named * 3 >= new.count {
      return true
    }
    // D-007 … go on from D-006.
    let last = missing.max { ($0.count, $0) < ($1.count, $1) } ?? ""
    let goesOn = new.allSatisfy { ($0.count, $0) > (last.count, last) }
    return !goesOn && new.count * 2 >= missing.count
  }

  // MARK: Columns

  /// The doubts about the amounts of a column; nil for one without amounts.
  func ofAmounts(
    _ pair: ColumnMatch.Pair, _ common: [SheetUpdate.CommonRow], _ new: [SheetUpdate.NewRow]
  ) -> AmountDoubts? {
    guard pair.target.definition.type == .money, !isAccepted(pair.target.key) else { return nil }
    func theirs(_ offset: Int) -> Double? {
      if case .value(.number(let number)) = values.value(pair, at: offset) { number } else { nil }
    }
    let own = (0..<min(pair.target.values.count, target.rows.count)).map { offset in
      target.rows.kinds[offset] == .data ? values.number(pair.target.values[offset], in: pair.target) : nil
    }
    return AmountDoubts(
      common.compactMap { row in
        guard row.to < own.count, let old = own[row.to], let new = theirs(row.from) else { return nil }
        return AmountDoubts.Pair(offset: row.from, old: old, new: new)
      }, added: new.compactMap { row in theirs(row.offset).map { (row.offset, $0) } }, own: own.compactMap(\.self))
  }

  /// Why the labels of a column are left out: nothing could be computed from most of them.
  func ofLabels(_ pair: ColumnMatch.Pair, _ offsets: [Int]) -> UpdateReport.PassedOver.Reason? {
    guard case .list = pair.target.definition.allowed else { return nil }
    var (unknown, all): ([String], Int) = ([], 0)
    for offset in offsets {
      guard case .value(let value) = values.value(pair, at: offset), let text = value.text else { continue }
      all += 1
      if values.knows(text, in: pair.target) == false { unknown.append(StraySpace.trimmed(text)) }
    }
    guard unknown.count * 2 > all, all > 2 else { return nil }
    var labels: [String] = []
    for label in unknown where !labels.contains(label) { labels.append(label) }
    return .labels(labels)
  }
}
