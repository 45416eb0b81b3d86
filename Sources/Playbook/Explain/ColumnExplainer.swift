// SPDX-License-Identifier: Apache-2.0

/// Explains columns, settings, lists and sheets.
struct ColumnExplainer {
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

  func explanation(of reference: ColumnReference) -> Explanation {
    let id = "\(reference.sheet).\(reference.column)"
    guard let sheet = playbook.sheet(reference.sheet), let column = sheet.column(reference.column) else {
      return Explanation(id: id, title: id, sections: [])
    }
    var sections: [Explanation.Section] = []
    func add(_ heading: String, _ lines: [String]) {
      let lines = lines.filter { !$0.isEmpty }
      if !lines.isEmpty { sections.append(Explanation.Section(heading: heading, lines: lines)) }
    }
    let computed = column.computed
    add(words.meaning, [computed?.words[language] ?? "", computed?.edge[language] ?? "", column.note[language]])
    add(words.values, values(of: column))
    add(words.example, examples(of: column))
    if let formula = computed?.formula { add(words.formula, [formula, formulas.text(formula, sheet: sheet.prefix)]) }
    add(words.needed, needs(of: column, on: sheet))
    add(words.headers, [words.list(Self.distinct(column.titles.all + column.aliases))])
    add(words.usedBy, users(of: reference))
    add(words.rules, rules(on: reference))
    let title = "\(id) · \(sheet.titles[language]) · \(column.titles[language])"
    return Explanation(id: id, title: title, sections: sections)
  }

  func values(of column: ColumnDefinition) -> [String] {
    var line = words.name(of: column.type)
    switch column.allowed {
    case .anything: break
    case .pattern(let pattern): line += words.colon + words.sentence(about: pattern)
    case .uniqueText: line += words("：不得重複", ": unique")
    case .reference(let reference):
      line +=
        "\(words.colon)\(playbook.sheet(reference.sheet)?.titles[language] ?? reference.sheet).\(formulas.header(reference.column, sheet: reference.sheet))"
    case .list(let prefix):
      line += words.colon + (playbook.list(prefix)?.rows.map { $0.labels[language] } ?? []).joined(separator: " / ")
    case .range(let range): line += "\(words.colon)\(range)"
    case .ticks(let ticks): line += words.colon + ticks.map(\.rawValue).joined(separator: " ")
    case .suggestions(let texts):
      line += words("，例如：", ", for example: ") + texts.map { $0[language] }.joined(separator: " / ")
    }
    let full = words.name(of: column.fullRequirement)
    let core = words.name(of: column.coreRequirement)
    return [line, full == core ? full : words("完整：\(full)；核心：\(core)", "full profile: \(full); core profile: \(core)")]
  }

  /// A right and a wrong value for the column, and the rule that finds the wrong one.
  private func examples(of column: ColumnDefinition) -> [String] {
    guard let example = ColumnExample(column, in: playbook, language: language) else {
      let rule = playbook.rules.first { $0.kind == .overtyped }?.id ?? ""
      return [
        words("對：由 fill 寫入", "Right: what fill writes"),
        words("錯：自己填的數字（\(rule)）", "Wrong: a number typed over it (\(rule))"),
      ]
    }
    let rule = playbook.rules.first { $0.kind == example.kind }?.id ?? ""
    let right =
      column.type == .percent ? Double(example.right).map(ExampleValue.percent) ?? example.right : example.right
    return [
      words("對：\(right)", "Right: \(right)"),
      words("錯：\(example.wrong)（\(rule)）", "Wrong: \(example.wrong) (\(rule))"),
    ]
  }

  func needs(of column: ColumnDefinition, on sheet: SheetDefinition) -> [String] {
    guard let computed = column.computed else { return [] }
    let sheets = computed.needs.map { playbook.sheet($0)?.titles[language] ?? $0 }
    let columns = computed.must.map { alternatives in
      alternatives.map { must in
        (must.sheet.map { (playbook.sheet($0)?.titles[language] ?? $0) + "." } ?? "")
          + formulas.header(must.column, sheet: must.sheet ?? sheet.prefix)
      }.joined(separator: words(" 或 ", " or "))
    }
    return [words.list(sheets), words.list(columns)]
  }

  private func users(of reference: ColumnReference) -> [String] {
    let name = "\(reference.sheet)_\(reference.column)"
    let users = playbook.sheets.flatMap { sheet in
      sheet.columns.filter { column in
        guard let formula = column.formula else { return false }
        return sheet.prefix == reference.sheet && FormulaNames.keys(in: formula).contains(reference.column)
          || FormulaNames.words(in: formula).contains(name)
      }.map { "\(sheet.titles[language]).\($0.titles[language])" }
    }
    return [words.list(users)]
  }

  private func rules(on reference: ColumnReference) -> [String] {
    let explainer = RuleExplainer(playbook: playbook, language: language)
    return playbook.rules.filter { $0.sheet == .sheet(reference.sheet) && $0.place == .column(reference.column) }.map {
      "\($0.id) \(words.severity($0.severity))\(words.colon)\(explainer.message(of: $0))"
    }
  }

  // MARK: Other things

  func explanation(of setting: SettingDefinition) -> Explanation {
    let users = playbook.sheets.flatMap { sheet in
      sheet.columns.filter { FormulaNames.words(in: $0.formula ?? "").contains(setting.name) }.map {
        "\(sheet.titles[language]).\($0.titles[language])"
      }
    }
    return Explanation(
      id: setting.name, title: "\(setting.name) · \(setting.titles[language])",
      sections: [
        Explanation.Section(heading: words.meaning, lines: [setting.note[language]]),
        Explanation.Section(
          heading: words.values,
          lines: [
            [words("預設", "default"), "\(setting.defaultValue)", setting.unit[language]].filter { !$0.isEmpty }.joined(
              separator: " ")
          ]),
        Explanation.Section(heading: words.usedBy, lines: [words.list(users)]),
      ].filter { $0.lines != [""] })
  }

  func explanation(of list: ListDefinition) -> Explanation {
    let rows = list.rows.map { row in
      let extras = zip(list.extraColumns, row.extras).map { name, value in
        "\(name) \(value.text(language))"
      }
      return "\(row.code) \(row.labels[language])"
        + (extras.isEmpty
          ? "" : words("（\(words.list(extras))）", " (\(words.list(extras)))"))
    }
    return Explanation(
      id: list.prefix, title: "\(list.prefix) · \(list.titles[language])",
      sections: [Explanation.Section(heading: words.values, lines: rows)])
  }

  func explanation(of sheet: SheetDefinition) -> Explanation {
    let columns = sheet.columns.map { "\($0.key) · \($0.titles[language]) · \(words.name(of: $0.type))" }
    return Explanation(
      id: sheet.prefix, title: "\(sheet.prefix) · \(sheet.titles[language])",
      sections: [
        Explanation.Section(heading: words.meaning, lines: [sheet.purpose[language]]),
        Explanation.Section(heading: words.headers, lines: columns),
      ])
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
