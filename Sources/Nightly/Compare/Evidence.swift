// SPDX-License-Identifier: Apache-2.0

import Dealbook
internal import Playbook

/// Checks against the workbook's previous state, which the history remembers.
extension Observation {
  /// If a rule has more findings than this, the rest are only counted.
  private static let most = 1000

  /// The findings of rules about changes: a stage that moved back, an amount that changed a lot, a target changed without a
  /// reason.
  ///
  /// - Parameters:
  ///   - before: the last state that was seen.
  ///   - isSameFile: whether `before` describes the same bytes, so that its findings still apply.
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
      let message = MessageTemplate(watch.message)
      var count = 0
      for row in watch.rows {
        guard let earlier = rows[row.id.lowercased()], !BaselineChange.isSame(earlier.state, row.state),
          row.reason.isEmpty || row.reason == earlier.reason,
          let arguments = change.arguments(from: earlier.state, to: row.state)
        else { continue }
        count += 1
        guard count <= Self.most else { break }
        found.append(
          ObservedFinding(
            rule: watch.rule, severity: watch.severity, sheet: watch.sheet, prefix: watch.prefix, cell: row.cell,
            row: row.row, rowId: row.id, column: watch.column, found: row.shown,
            message: message.filled { arguments[$0] },
            owner: row.owner, header: watch.header.isEmpty ? nil : watch.header))
      }
    }
    return found
  }
}

extension Watch.Row {
  fileprivate var state: BaselineChange.State { .init(shown: shown, number: number) }
}
