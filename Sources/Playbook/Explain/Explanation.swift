// SPDX-License-Identifier: Apache-2.0

/// An explanation, for people, of a rule, a column, a setting, a list or a sheet.
public struct Explanation: Hashable, Sendable {
  /// The name used in the playbook: `DEA-004`, `de.amount`, `AsOf`.
  public let id: String
  /// A one-line summary.
  public let title: String
  public let sections: [Section]

  public struct Section: Hashable, Sendable {
    public let heading: String
    public let lines: [String]
  }

  /// The whole explanation as plain text, ending in a line break.
  public var text: String {
    var lines = [title]
    for section in sections {
      lines += ["", section.heading] + section.lines.map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Playbook {
  /// The first of `explanations(of:language:)`.
  public func explanation(of id: String, language: Language) -> Explanation? {
    explanations(of: id, language: language).first
  }

  /// Explains everything with this name: the ID of a rule, `de.amount` or `de_amount`, a sheet and a header in any language (`商機.金額`), a
  /// header or key alone, a header of the vocabulary, a setting, the prefix or title of a sheet or list, a list option, or a code such as `STALL`. Case does not matter. A
  /// header that several sheets have gives several explanations.
  public func explanations(of id: String, language: Language) -> [Explanation] {
    let name = TextFolding.label(id)
    if let rule = (rules + switchedOffRules).first(where: { TextFolding.label($0.id) == name }) {
      return [RuleExplainer(playbook: self, language: language).explanation(of: rule)]
    }
    let columns = ColumnExplainer(playbook: self, language: language)
    let found = self.columns(called: id).map(columns.explanation)
    if !found.isEmpty { return found }
    if let setting = settings.first(where: { setting in
      ([setting.name] + setting.titles.all).contains { TextFolding.label($0) == name }
    }) {
      return [columns.explanation(of: setting)]
    }
    if let sheet = sheets.first(where: { $0.prefix == name }) ?? sheet(titled: id) {
      return [columns.explanation(of: sheet)]
    }
    let lists = lists.filter { list in ([list.prefix] + list.titles.all).contains { TextFolding.label($0) == name } }
    if !lists.isEmpty { return lists.map(columns.explanation) }
    if let report = ReportExplainer(language: language).report(name) { return [report] }
    let codes = CodeExplainer(playbook: self, language: language)
    let coded = codes.codes(name) + codes.options(name)
    return coded.isEmpty ? self.columns(known: id).map(columns.explanation) : coded
  }

  /// The known name most similar to an unknown one.
  public func nearestExplainable(to id: String) -> String? {
    var names =
      rules.map(\.id) + settings.map(\.name) + RuleExplanation.codes.flatMap { [$0.id] + $0.also + $0.title.all }
      + ReportExplainer.ids
    for sheet in sheets {
      names += sheet.titles.all
      for column in sheet.columns {
        names += [column.key, "\(sheet.prefix).\(column.key)"]
        for title in column.titles.all {
          names.append(title)
          names += sheet.titles.all.map { "\($0).\(title)" }
        }
      }
    }
    for list in lists {
      names += list.titles.all
      for row in list.rows { names += row.labels.all }
    }
    return rule(spelled: id) ?? Nearest.word(to: id, among: names)
  }

  /// The rule whose ID is meant by `GEN7` or `dea-04`; nil if there is none.
  private func rule(spelled id: String) -> String? {
    let letters = id.prefix { $0.isLetter }
    let digits = id.dropFirst(letters.count).drop { $0 == "-" || $0 == " " }
    guard !letters.isEmpty, let number = Int(digits) else { return nil }
    return rules.first { rule in
      let parts = rule.id.split(separator: "-")
      return parts.count == 2 && parts[0].lowercased() == letters.lowercased() && Int(parts[1]) == number
    }?.id
  }

  private func sheet(titled title: String) -> SheetDefinition? {
    guard case .sheet(let prefix)? = TitleIndex(self).match(title) else { return nil }
    return sheet(prefix)
  }

  private func columns(called id: String) -> [ColumnReference] {
    for separator in [".", "_", "!"] as [Character] {
      guard let at = id.firstIndex(of: separator) else { continue }
      let (first, second) = (String(id[..<at]), String(id[id.index(after: at)...]))
      guard let sheet = sheet(first.lowercased()) ?? sheet(titled: first) else { continue }
      if let column = sheet.column(second.lowercased())
        ?? HeaderIndex(sheet).match(second).flatMap({ sheet.column($0.key) })
      {
        return [ColumnReference(sheet: sheet.prefix, column: column.key)]
      }
    }
    // The title of a sheet means the sheet.
    if sheet(titled: id) != nil || list(id) != nil || sheet(id) != nil { return [] }
    return sheets.compactMap { sheet in
      HeaderIndex(sheet).match(id).map { ColumnReference(sheet: sheet.prefix, column: $0.key) }
    }
  }

  /// Columns with this key, as results for programs name them; otherwise those that teams call so, as far as the vocabulary knows.
  private func columns(known id: String) -> [ColumnReference] {
    let key = id.lowercased()
    let keyed = sheets.filter { $0.column(key) != nil }.map { ColumnReference(sheet: $0.prefix, column: key) }
    if !keyed.isEmpty { return keyed }
    let word = TextFolding.headerWord(id)
    guard !word.isEmpty else { return [] }
    var found: [ColumnReference] = []
    for header in vocabulary.headers where TextFolding.headerWord(header.word.text) == word {
      if !found.contains(header.column), column(header.column) != nil { found.append(header.column) }
    }
    return found
  }
}
