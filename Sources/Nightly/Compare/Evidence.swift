// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// What the workbook's earlier state, as the history has it, speaks against.
extension Observation {
  /// More findings of one rule are counted, not listed.
  private static let most = 1000

  /// Findings of rules about changes: a stage moved back, an amount by much, a target without a reason.
  ///
  /// - Parameters:
  ///   - before: the last state that was seen.
  ///   - isSameFile: whether that was the same file: what was found then still stands.
  func changes(since before: Observation, isSameFile: Bool) -> [ObservedFinding] {
    let rules = Set(watches.map(\.rule))
    if isSameFile { return before.findings.filter { rules.contains($0.rule) } }
    var found: [ObservedFinding] = []
    for watch in watches {
      guard
        let old = before.watches.first(where: {
          $0.rule == watch.rule && $0.prefix == watch.prefix && $0.column == watch.column
        })
      else { continue }
      let rows = Dictionary(old.rows.map { ($0.id.lowercased(), $0) }) { first, _ in first }
      let change = BaselineChange(ratio: watch.ratio, direction: watch.direction)
      var count = 0
      for row in watch.rows {
        guard let earlier = rows[row.id.lowercased()], !BaselineChange.isSame(earlier.state, row.state),
          row.reason.isEmpty || row.reason == earlier.reason,
          let arguments = change.arguments(from: earlier.state, to: row.state)
        else { continue }
        count += 1
        guard count <= Self.most else { break }
        var message = watch.message
        for (key, value) in arguments { message = message.replacing("{\(key)}", with: value) }
        found.append(
          ObservedFinding(
            rule: watch.rule, severity: watch.severity, sheet: watch.sheet, prefix: watch.prefix, cell: row.cell,
            row: row.row, rowId: row.id, column: watch.column, found: row.shown, message: message, owner: row.owner))
      }
    }
    return found
  }
}

extension Watch.Row {
  fileprivate var state: BaselineChange.State { .init(shown: shown, number: number) }
}
