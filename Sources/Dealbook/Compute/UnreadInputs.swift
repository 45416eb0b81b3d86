// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Required inputs of a sheet most of whose cells are not understood, so that figures from the rest would mislead.
struct UnreadInputs {
  /// A clause without subject or full stop; nil if all required inputs are understood.
  let text: Localized?

  /// The most labels to list.
  private static let mostTold = 6

  init(_ sheet: LocatedSheet) {
    let reasons = sheet.columns.compactMap { column -> Localized? in
      guard !column.definition.isComputed, column.definition.requirement(in: .core) == .required else { return nil }
      if column.obstacle == .labels { return Self.labels(of: column, sheet.rows) }
      return column.isKeptAsText(in: sheet.rows) ? Self.texts(of: column, sheet.rows) : nil
    }
    text = reasons.isEmpty ? nil : reasons.joined("；", "; ")
  }

  private static func labels(of column: LocatedColumn, _ rows: RowLayout) -> Localized {
    let (header, told) = (column.header, told(column, rows))
    return Localized(
      traditionalChinese: "「\(header)」的內容大多不在選項中（\(told.traditionalChinese)）；dealbook adopt 可以收進來",
      simplifiedChinese: "“\(header)”的内容大多不在选项中（\(told.simplifiedChinese)）；dealbook adopt 可以收进来",
      english: "most labels under \"\(header)\" are not on the list (\(told.english)); dealbook adopt can add them")
  }

  private static func texts(of column: LocatedColumn, _ rows: RowLayout) -> Localized {
    let (header, told) = (column.header, told(column, rows))
    return Localized(
      traditionalChinese: "「\(header)」大多是文字（\(told.traditionalChinese)）；dealbook check 說明每一格可以怎麼讀",
      simplifiedChinese: "“\(header)”大多是文字（\(told.simplifiedChinese)）；dealbook check 说明每一格可以怎么读",
      english: "most cells under \"\(header)\" are text (\(told.english)); dealbook check says what each could be")
  }

  /// The texts with their counts, the most frequent first.
  private static func told(_ column: LocatedColumn, _ rows: RowLayout) -> Localized {
    var counts: [String: Int] = [:]
    for offset in 0..<min(column.values.count, rows.count) where rows.kinds[offset] == .data {
      let value = column.values[offset]
      let label = column.obstacle == .labels ? value.number.map(CellValue.shown) : nil
      guard let text = value.text ?? label, !StraySpace.isBlank(text) else { continue }
      counts[ShownValue.cut(StraySpace.trimmed(text), isName: true), default: 0] += 1
    }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let rest = ordered.count - mostTold
    let shown = ordered.prefix(mostTold).map { "\($0.key) × \($0.value)" }
    let chinese = shown.joined(separator: "、")
    return Localized(
      traditionalChinese: chinese + (rest > 0 ? "，另有 \(rest) 種" : ""),
      simplifiedChinese: chinese + (rest > 0 ? "，另有 \(rest) 种" : ""),
      english: shown.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : ""))
  }
}
