/// Explains rules.
struct RuleExplainer {
  let playbook: Playbook
  let language: Language
  private let words: ExplainWords
  private let formulas: FormulaWords

  init(playbook: Playbook, language: Language) {
    self.playbook = playbook
    self.language = language
    words = ExplainWords(language: language)
    formulas = FormulaWords(playbook: playbook, language: language)
  }

  func explanation(of rule: RuleDefinition) -> Explanation {
    var sections = [Explanation.Section(heading: words.meaning, lines: meaning(of: rule))]
    if let test = rule.test {
      sections.append(
        Explanation.Section(
          heading: words.formula,
          lines: [test, formulas.text(test, sheet: sheetPrefix(of: rule))]))
    }
    sections.append(Explanation.Section(heading: words.example, lines: [example(of: rule)]))
    sections.append(Explanation.Section(heading: words.whatToDo, lines: actions(for: rule)))
    if !rule.needs.isEmpty {
      let titles = rule.needs.map { playbook.sheet($0)?.titles[language] ?? $0 }
      sections.append(Explanation.Section(heading: words.needed, lines: [titles.joined(separator: ", ")]))
    }
    return Explanation(id: rule.id, title: title(of: rule), sections: sections)
  }

  private func title(of rule: RuleDefinition) -> String {
    let isOff = playbook.rule(rule.id) == nil
    let place = [sheetTitle(of: rule), placeTitle(of: rule)].compactMap { $0 }.joined(separator: " · ")
    return
      "\(rule.id) · \(words.name(of: rule.severity))\(isOff ? words(" · 已停用", " · switched off") : "")\(place.isEmpty ? "" : " · \(place)")"
  }

  private func meaning(of rule: RuleDefinition) -> [String] {
    [rule.condition[language], "\(rule.message[language])"].filter { !$0.isEmpty }
  }

  private func sheetPrefix(of rule: RuleDefinition) -> String? {
    guard case .sheet(let prefix) = rule.sheet else { return nil }
    return prefix
  }

  private func sheetTitle(of rule: RuleDefinition) -> String? {
    switch rule.sheet {
    case .sheet(let prefix): playbook.sheet(prefix)?.titles[language] ?? prefix
    case .settings: playbook.specialSheet(.settings)?.titles[language]
    case .lists: playbook.specialSheet(.lists)?.titles[language]
    case .every: words("每張表", "every sheet")
    case .merge: words("合併", "merging")
    }
  }

  func placeTitle(of rule: RuleDefinition) -> String? {
    switch rule.place {
    case .none, .anyCell: nil
    case .column(let key): formulas.header(key, sheet: sheetPrefix(of: rule))
    case .setting(let name): playbook.setting(name)?.titles[language] ?? name
    case .listColumn(let list, let column): "\(list).\(column)"
    }
  }

  /// The message with likely values.
  private func example(of rule: RuleDefinition) -> String {
    let own = sheetPrefix(of: rule).flatMap { playbook.sheet($0) }
    var placeColumn: ColumnDefinition?
    if case .column(let key) = rule.place { placeColumn = own?.column(key) }
    return MessageTemplate(rule.message[language]).filled { name in
      if let value = rule.values.first(where: { $0.name == name }) { return sample(value.type) }
      switch name {
      case "sheet": return own?.titles[language] ?? playbook.sheet("de")?.titles[language] ?? name
      case "column": return placeColumn?.titles[language] ?? own?.idColumn?.titles[language] ?? words("金額(元)", "Amount")
      case "value": return placeColumn.map { sample($0.type) } ?? "D001"
      case "name": return rule.kind == .formula ? nil : "AsOf"
      case "row", "n": return "7"
      case "rows": return "7, 9"
      case "range": return "0..1"
      case "tick": return "✓"
      case "lang": return Language.english.ownName
      case "unit": return "萬元"
      default: return own?.column(name).map { sample($0.type) }
      }
    }
  }

  private func sample(_ type: ColumnType) -> String {
    switch type {
    case .id, .key: "D001"
    case .text, .list: "…"
    case .money: "300,000.00"
    case .number, .integer: "12"
    case .percent: "35%"
    case .ratio: "1.5"
    case .score: "62.5"
    case .date: "2025-06-30"
    case .tick: "✗"
    }
  }

  func actions(for rule: RuleDefinition) -> [String] {
    var lines = [words.action(for: rule.kind)]
    if rule.kind == .formula, let test = rule.test {
      let keys = FormulaNames.keys(in: test).sorted().map { formulas.header($0, sheet: sheetPrefix(of: rule)) }
      if !keys.isEmpty { lines.append(keys.joined(separator: ", ")) }
    }
    let command = rule.repairLevel.map { "(dealbook fill --repair \($0.rawValue))" } ?? ""
    let repair = [rule.repair[language], command].filter { !$0.isEmpty }.joined(separator: " ")
    if !repair.isEmpty { lines.append(words("修復:\(repair)", "Repair: \(repair)")) }
    return lines
  }
}

extension Playbook {
  /// What somebody does about a finding of the rule, in one sentence.
  public func remedy(for rule: RuleDefinition, language: Language) -> String {
    RuleExplainer(playbook: self, language: language).actions(for: rule).first ?? ""
  }
}
