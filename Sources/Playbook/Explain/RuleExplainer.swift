// SPDX-License-Identifier: Apache-2.0

/// Explains rules.
struct RuleExplainer {
  let playbook: Playbook
  let language: Language
  private let words: ExplainWords
  private let formulas: FormulaWords

  private var examples: ExampleValue { ExampleValue(playbook: playbook, words: words) }

  init(playbook: Playbook, language: Language) {
    self.playbook = playbook
    self.language = language
    words = ExplainWords(language: language)
    formulas = FormulaWords(playbook: playbook, language: language)
  }

  func explanation(of rule: RuleDefinition) -> Explanation {
    let own = own(rule)
    var sections: [Explanation.Section] = []
    func add(_ heading: String, _ lines: [String]) {
      let lines = lines.filter { !$0.isEmpty }
      if !lines.isEmpty { sections.append(Explanation.Section(heading: heading, lines: lines)) }
    }
    add(words.meaning, [rule.condition[language], own?.means[language] ?? ""])
    add(words.message, [own == nil ? MessageTemplate(rule.message[language]).outline : message(of: rule)])
    if let own {
      add(words.example, ["✗ " + text(of: own.wrong), "✓ " + text(of: own.right)])
    } else if rule.wrong[language].isEmpty || rule.right[language].isEmpty {
      add(words.example, [message(of: rule)])
    } else {
      add(words.example, ["✗ " + rule.wrong[language], "✓ " + rule.right[language]])
    }
    add(words.whatToDo, actions(for: rule))
    if let test = rule.test { add(words.formula, [test, formulas.text(test, sheet: sheetPrefix(of: rule))]) }
    add(words.needed, [words.list(rule.needs.map { playbook.sheet($0)?.titles[language] ?? $0 })])
    return Explanation(id: rule.id, title: title(of: rule), sections: sections)
  }

  /// The method's explanation of the rule; nil for a company's own rule, or one whose meaning the company has changed.
  private func own(_ rule: RuleDefinition) -> RuleExplanation? {
    guard let own = RuleExplanation.builtIn[rule.id],
      let builtIn = Playbook.builtIn.rule(rule.id), builtIn.test == rule.test, builtIn.kind == rule.kind
    else { return nil }
    return own
  }

  private func text(of example: RuleExplanation.Example) -> String {
    switch example {
    case .words(let words): return words[language]
    case .row(let row):
      let cells = row.cells.map { cell in
        let column = playbook.sheet(row.sheet)?.column(cell.column)
        let value = examples.text(cell.value, column)
        return "\(column?.titles[language] ?? cell.column) = \(value)"
      }
      let sheet = playbook.sheet(row.sheet)?.titles[language] ?? row.sheet
      return "\(sheet) \(examples.local(row.id))\(words.colon)" + cells.joined(separator: words.comma)
    }
  }

  private func title(of rule: RuleDefinition) -> String {
    let isOff = playbook.rule(rule.id) == nil
    let place = [sheetTitle(of: rule), placeTitle(of: rule)].compactMap { $0 }.joined(separator: " · ")
    return
      "\(rule.id) · \(words.severity(rule.severity))\(isOff ? words(" · 已停用", " · switched off") : "")\(place.isEmpty ? "" : " · \(place)")"
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

  /// The message that the wrong example has, or one with plausible values.
  func message(of rule: RuleDefinition) -> String {
    let method = self.own(rule)
    let own = sheetPrefix(of: rule).flatMap { playbook.sheet($0) }
    var placeColumn: ColumnDefinition?
    if case .column(let key) = rule.place { placeColumn = own?.column(key) }
    return MessageTemplate(rule.message[language]).filled { name in
      if let said = method?.says[name] {
        return said.traditionalChinese == said.english ? examples.local(said.english) : said[language]
      }
      if let value = rule.values.first(where: { $0.name == name }) {
        return value.example.isEmpty ? sample(value.type) : value.example[language]
      }
      switch name {
      case "sheet": return own?.titles[language] ?? playbook.sheet("de")?.titles[language] ?? name
      case "column":
        let wrong = wrongCell(of: rule)?.column
        return wrong?.titles[language] ?? placeColumn?.titles[language] ?? own?.idColumn?.titles[language]
          ?? words("金額(元)", "Amount")
      case "value": return wrongValue(of: rule) ?? placeColumn.map { sample($0.type) } ?? "D001"
      case "name": return rule.kind == .formula ? nil : "AsOf"
      case "row", "n": return "7"
      case "rows": return "7, 9"
      case "range": return "0..1"
      case "tick": return "✓"
      case "lang": return Language.english.name(in: language)
      case "unit": return words("萬元", "k€")
      case "c": return "="
      case "ways": return words("12,500 或 12.5", "12,500 or 12.5")
      case "p": return "25%"
      default: return own?.column(name).map { sample($0.type) }
      }
    }
  }

  /// The first cell of the wrong example, for a rule about any cell of any sheet.
  private func wrongCell(of rule: RuleDefinition) -> (column: ColumnDefinition?, value: String)? {
    guard rule.sheet == .every, case .row(let row)? = own(rule)?.wrong, let cell = row.cells.first, !cell.value.isEmpty
    else { return nil }
    return (playbook.sheet(row.sheet)?.column(cell.column), cell.value)
  }

  /// The value of the wrong example, as its message shows it.
  private func wrongValue(of rule: RuleDefinition) -> String? {
    guard case .row(let row)? = own(rule)?.wrong, let cell = row.cells.first, !cell.value.isEmpty else { return nil }
    let isShare = rule.kind == .formula && playbook.sheet(row.sheet)?.column(cell.column)?.type == .percent
    return isShare ? Double(cell.value).map { ExampleValue.percent($0) } : examples.local(cell.value)
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

  /// What to do about a finding, and which repair does it.
  func actions(for rule: RuleDefinition) -> [String] {
    var lines = [remedy(for: rule)]
    let command = rule.repairLevel.map { "dealbook fill FILE --repair \($0.rawValue) -o OUT" }
    if let command { lines.append(words("修復：\(command)", "Repair: \(command)")) }
    return lines
  }

  /// One or two sentences for this rule alone: the method's own; for a company's rule, what its playbook says to do; otherwise the columns
  /// that its test reads.
  func remedy(for rule: RuleDefinition) -> String {
    if let own = own(rule) { return own.todo[language] }
    if !rule.repair[language].isEmpty { return words.sentence(rule.repair[language]) }
    let keys = rule.test.map { FormulaNames.keys(in: $0).sorted() } ?? []
    let headers = keys.compactMap { key in sheetPrefix(of: rule).flatMap { playbook.sheet($0)?.column(key) } }
      .filter { !$0.isComputed }.map { words.quoted($0.titles[language]) }
    guard !headers.isEmpty else { return words.action(for: rule.kind) }
    let list = words.list(headers)
    return words("核對\(list)，改正訊息所指的值。", "Check \(list) and correct what the message names.")
  }
}

extension Playbook {
  /// A company's own rules that do not say in the playbook what to do about a finding, or give no example, each with the keys that lack.
  public var unexplainedRules: [(id: String, missing: [String])] {
    rules.compactMap { rule in
      guard RuleExplanation.builtIn[rule.id] == nil else { return nil }
      let texts = [("todo", rule.repair), ("wrong", rule.wrong), ("right", rule.right)]
      let missing = texts.filter { $0.1.isEmpty }.map(\.0)
      return missing.isEmpty ? nil : (rule.id, missing)
    }
  }

  /// One or two sentences on what to do about a finding of the rule.
  public func remedy(for rule: RuleDefinition, language: Language) -> String {
    RuleExplainer(playbook: self, language: language).remedy(for: rule)
  }
}
