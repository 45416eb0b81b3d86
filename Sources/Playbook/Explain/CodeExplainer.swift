// SPDX-License-Identifier: Apache-2.0

/// Explains values in cells and reports that are not columns: list options and codes.
struct CodeExplainer {
  let playbook: Playbook
  let language: Language

  private var words: ExplainWords { ExplainWords(language: language) }

  /// Every list option with this code or label, in any language.
  func options(_ name: String) -> [Explanation] {
    playbook.lists.flatMap { list in
      list.rows.filter { row in
        ([row.code] + row.labels.all + row.aliases).contains { TextFolding.label($0) == name }
      }.map { explanation(of: $0, in: list) }
    }
  }

  /// Every code with this name, or with this title in any language: `thin`, ‘Needed’, `file-size`.
  func codes(_ name: String) -> [Explanation] {
    RuleExplanation.codes.filter { code in
      ([code.id] + code.title.all).contains { TextFolding.label($0) == name }
        || code.also.contains { TextFolding.name($0) == TextFolding.name(name) }
        || ["limit \(name)", "exit \(name)"].contains(code.id)
    }.map(explanation)
  }

  private func explanation(of code: RuleExplanation.Code) -> Explanation {
    Explanation(
      id: code.id, title: "\(code.id) · \(code.title[language])",
      sections: [
        Explanation.Section(heading: words.meaning, lines: [code.means[language]]),
        Explanation.Section(heading: words.whatToDo, lines: [code.todo[language]]),
      ])
  }

  private func explanation(of row: ListRow, in list: ListDefinition) -> Explanation {
    var sections = [
      Explanation.Section(
        heading: words.meaning,
        lines: [
          RuleExplanation.options["\(list.prefix).\(row.code)"]?[language],
          words(
            "「\(list.titles[language])」清單的第 \(position(of: row, in: list)) 個選項。",
            "Option \(position(of: row, in: list)) of the list “\(list.titles[language])”."),
        ].compactMap(\.self)),
      Explanation.Section(heading: words.values, lines: [row.labels.all.joined(separator: " / ")]),
    ]
    let extras = zip(list.extraColumns, row.extras).map { "\($0) = \($1.text(language))" }
    if !extras.isEmpty {
      sections.append(Explanation.Section(heading: words.parameters, lines: [words.list(extras)]))
    }
    let users = playbook.sheets.flatMap { sheet in
      sheet.columns.filter { $0.allowed == .list(list.prefix) }.map {
        "\(sheet.titles[language]).\($0.titles[language])"
      }
    }
    if !users.isEmpty {
      sections.append(Explanation.Section(heading: words.usedBy, lines: [words.list(users)]))
    }
    return Explanation(
      id: "\(list.prefix).\(row.code)", title: "\(list.titles[language]) · \(row.labels[language])", sections: sections)
  }

  private func position(of row: ListRow, in list: ListDefinition) -> Int {
    (list.rows.firstIndex { $0.code == row.code } ?? 0) + 1
  }
}
