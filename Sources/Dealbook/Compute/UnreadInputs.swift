// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Required inputs of a sheet most of whose cells are not understood, so that figures from the rest would mislead.
struct UnreadInputs {
  /// A clause without subject or full stop; nil if all required inputs are understood.
  let text: String?

  /// The most labels to list.
  private static let mostTold = 6

  init(_ sheet: LocatedSheet) {
    let reasons = sheet.columns.compactMap { column -> String? in
      guard !column.definition.isComputed, column.definition.requirement(in: .core) == .required else { return nil }
      if column.obstacle == .labels { return Self.labels(of: column, sheet.rows) }
      return column.isKeptAsText(in: sheet.rows) ? Self.texts(of: column, sheet.rows) : nil
    }
    text = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  private static func labels(of column: LocatedColumn, _ rows: RowLayout) -> String {
    "most labels under \"\(column.header)\" are none of the list (\(Self.told(column, rows))); dealbook adopt takes them up"
  }

  private static func texts(of column: LocatedColumn, _ rows: RowLayout) -> String {
    "most cells under \"\(column.header)\" are text (\(Self.told(column, rows))); dealbook check says what each could be"
  }

  /// The texts with their counts, the most frequent first.
  private static func told(_ column: LocatedColumn, _ rows: RowLayout) -> String {
    var counts: [String: Int] = [:]
    for offset in 0..<min(column.values.count, rows.count) where rows.kinds[offset] == .data {
      guard let text = column.values[offset].text, !StraySpace.isBlank(text) else { continue }
      counts[ShownValue.cut(StraySpace.trimmed(text), isName: true), default: 0] += 1
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let rest = ordered.count - mostTold
    return ordered.prefix(mostTold).map { "\($0.key) × \($0.value)" }.joined(separator: ", ")
      + (rest > 0 ? ", and \(rest) more" : "")
  }
}
