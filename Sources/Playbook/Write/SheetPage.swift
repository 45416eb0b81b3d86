// SPDX-License-Identifier: Apache-2.0

/// Writes the page of a sheet: what people fill in, what is computed and how, what is checked, and what to do about it.
struct SheetPage {
  let playbook: Playbook
  let language: Language
  private let words: ExplainWords
  private let formulas: FormulaWords
  private let columns: ColumnExplainer
  private let ruleExplainer: RuleExplainer

  init(playbook: Playbook, language: Language) {
    self.playbook = playbook
    self.language = language
    words = ExplainWords(language: language)
    formulas = FormulaWords(playbook: playbook, language: language)
    columns = ColumnExplainer(playbook: playbook, language: language)
    ruleExplainer = RuleExplainer(playbook: playbook, language: language)
  }

  func text(of sheet: SheetDefinition) -> String {
    var parts = ["# \(sheet.titles[language]) \(MarkdownTable.code(sheet.prefix))", sheet.purpose[language]]
    let names = sheet.aliases + Language.allCases.filter { $0 != language }.map { sheet.titles[$0] }
    var seen: Set<String> = [sheet.titles[language]]
    let others = names.filter { seen.insert($0).inserted }.joined(separator: words("、", ", "))
    if !others.isEmpty { parts.append(words("也認得的表名：\(others)。", "It also goes by: \(others).")) }

    parts += ["## \(words("填寫的欄", "What people fill"))", inputs(of: sheet)]
    if !sheet.computedColumns.isEmpty {
      parts.append("## \(words("計算的欄", "What is computed"))")
      parts += sheet.computedColumns.flatMap { computed($0, on: sheet) }
    }
    parts.append(rules { $0.sheet == .sheet(sheet.prefix) })
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  // MARK: Columns

  private func inputs(of sheet: SheetDefinition) -> String {
    var table = MarkdownTable([
      words("欄", "column"), words("代號", "key"), words("可填的值", "takes"), words("要求", "asked for"), words("說明", "note"),
    ])
    for column in sheet.inputColumns {
      let values = columns.values(of: column)
      table.add([
        column.titles[language], MarkdownTable.code(column.key), values.first ?? "", values.last ?? "",
        column.note[language],
      ])
    }
    return table.text
  }

  private func computed(_ column: ColumnDefinition, on sheet: SheetDefinition) -> [String] {
    var parts = ["### \(column.titles[language]) \(MarkdownTable.code(column.key))"]
    let computed = column.computed
    parts.append(
      [computed?.words[language] ?? "", computed?.edge[language] ?? ""].filter { !$0.isEmpty }.joined(separator: "\n"))
    var facts = [columns.values(of: column).first ?? ""]
    if column.isHelper { facts.append(words("輔助欄，隱藏", "helper, hidden")) }
    if column.isHeadline { facts.append(words("重點欄", "headline")) }
    let needs = columns.needs(of: column, on: sheet).filter { !$0.isEmpty }
    if !needs.isEmpty { facts.append(words.needed + words.colon + needs.joined(separator: words.semicolon)) }
    parts.append(facts.map { "- \($0)" }.joined(separator: "\n"))
    if let formula = computed?.formula {
      parts.append("```\n\(formulas.text(formula, sheet: sheet.prefix))\n```")
    } else {
      parts.append(words("由 dealbook 寫入數值。", "Written as a value by dealbook."))
    }
    return parts
  }

  // MARK: Rules

  /// A table of the rules for which `isWanted` is true; empty if there are none.
  func rules(where isWanted: (RuleDefinition) -> Bool) -> String {
    let wanted = playbook.rules.filter(isWanted)
    guard !wanted.isEmpty else { return "" }
    var table = MarkdownTable([
      words("規則", "rule"), words("級別", "severity"), words("位置", "at"), words("報告", "says"), words("條件", "when"),
      words.whatToDo,
    ])
    for rule in wanted {
      table.add([
        rule.id, words.severity(rule.severity), ruleExplainer.placeTitle(of: rule) ?? "",
        MessageTemplate(rule.message[language]).general,
        rule.condition[language], ruleExplainer.actions(for: rule).joined(separator: " "),
      ])
    }
    return "## \(words.rules)\n\n\(table.text)\n"
  }
}
