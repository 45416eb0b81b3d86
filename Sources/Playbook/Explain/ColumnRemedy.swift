// SPDX-License-Identifier: Apache-2.0

/// What to do about a finding in the cells of one column, where it differs from column to column.
struct ColumnRemedy {
  let playbook: Playbook
  let language: Language

  private var words: ExplainWords { ExplainWords(language: language) }

  /// Nil if what the rule itself says holds for the column.
  func text(_ kind: RuleKind, _ column: ColumnDefinition) -> String? {
    switch (kind, column.allowed) {
    case (.pattern, .pattern(let pattern)):
      return words(
        "照這種格式寫：\(words.sentence(about: pattern))；引用它的地方也要一起改。",
        "Write it in the form of these IDs (\(words.sentence(about: pattern))), and correct what refers to it as well.")
    case (.badCharacters, .list), (.type, .list):
      return words("改為清單中的選項；選項沒有這樣的寫法。", "Choose an option of the list: none is written like this.")
    case (.type, let allowed):
      let (wanted, example) = entry(column, allowed)
      if case .ticks = allowed { return words("改填 \(wanted)。", "Enter \(wanted).") }
      return words(
        "改填\(wanted)，例如 \(example)；還不知道就留空，說明寫到備註。",
        "Enter \(wanted), for example \(example). Leave the cell empty while it is not known; explanations belong in the notes."
      )
    default: return nil
    }
  }

  /// What the column takes, and an example of it.
  private func entry(_ column: ColumnDefinition, _ allowed: Allowed) -> (wanted: String, example: String) {
    let example = ColumnExample(column, in: playbook, language: language)?.right ?? ""
    var bounds = ""
    if case .range(let range) = allowed {
      bounds = words.inBrackets(range.words(language))
    }
    switch column.type {
    case .money: return (words("金額的數字\(bounds)", "the amount as a plain number\(bounds)"), "120000")
    case .integer: return (words("整數\(bounds)", "a whole number\(bounds)"), example)
    case .percent:
      return (
        words("百分比\(bounds)", "a percentage\(bounds)"), Double(example).map { ExampleValue.percent($0) } ?? example
      )
    case .date: return (words("某一天", "a day"), example)
    case .tick:
      if case .ticks(let ticks) = allowed {
        return (words.choice(of: ticks.map(\.rawValue)), "")
      }
      return (words("勾選", "a tick"), example)
    case .number, .ratio, .score: return (words("數字\(bounds)", "a plain number\(bounds)"), example)
    case .text, .list, .id, .key: return (words("編號或文字", "an id or a text"), example)
    }
  }
}

extension Playbook {
  /// One or two sentences on what to do about a finding of the rule in cells of a column.
  public func remedy(for rule: RuleDefinition, in column: ColumnDefinition?, language: Language) -> String {
    column.flatMap { ColumnRemedy(playbook: self, language: language).text(rule.kind, $0) }
      ?? remedy(for: rule, language: language)
  }
}
