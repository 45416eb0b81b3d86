// SPDX-License-Identifier: Apache-2.0

import Base

/// Shows the values of examples as a person would see them in the sheet.
struct ExampleValue {
  let playbook: Playbook
  let words: ExplainWords

  /// A share becomes a percentage; a label, or a text of the method's own examples, is shown in the explanation's language; text is quoted
  /// if a number is expected.
  func text(_ value: String, _ column: ColumnDefinition?) -> String {
    guard !value.isEmpty else { return words.empty }
    guard let column else { return local(value) }
    switch column.type {
    case .percent: return Double(value).map { Self.percent($0) } ?? words.quoted(local(value))
    case .money, .number, .integer, .ratio, .score:
      return Double(value).map { Self.grouped(value, $0) } ?? words.quoted(local(value))
    case .list: return label(value, column) ?? words.quoted(local(value))
    case .date:
      return value.utf8.first.map { (0x30...0x39).contains($0) } == true && value.utf8.allSatisfy { $0 < 0x80 }
        ? value : words.quoted(local(value))
    case .id, .key, .text, .tick: return local(value)
    }
  }

  /// A Chinese text of an example in the explanation's language: a label of any list, or a text of the example rows.
  func local(_ value: String) -> String {
    guard words.language != .traditionalChinese else { return value }
    let rows = playbook.lists.lazy.flatMap(\.rows)
    if let row = rows.first(where: { $0.labels.traditionalChinese == value }) { return row.labels[words.language] }
    guard words.language == .english else { return Simplified.wording(value) }
    return RuleExplanation.words[value] ?? value
  }

  static func percent(_ share: Double) -> String {
    let value = (share * 1e6).rounded() / 1e4
    return (value == value.rounded() ? String(Int(value)) : String(value)) + "%"
  }

  /// Adds thousands separators: `1,200,000`.
  private static func grouped(_ text: String, _ value: Double) -> String {
    guard value.magnitude >= 10_000, let whole = Int(exactly: value) else { return text }
    return ThousandsGroups.text(String(whole))
  }

  /// The list whose labels a column takes; of a computed one, the list that its formula names.
  private static func list(of column: ColumnDefinition) -> String? {
    if case .list(let prefix) = column.allowed { return prefix }
    return column.formula?.firstMatch(of: #/\bINDEX\(([a-z]+)_label\b/#).map { String($0.output.1) }
  }

  /// Nil if the value is not a label of the list.
  private func label(_ value: String, _ column: ColumnDefinition) -> String? {
    guard let prefix = Self.list(of: column) else { return local(value) }
    return playbook.list(prefix)?.rows.first { $0.labels.traditionalChinese == value }?.labels[words.language]
  }
}
