// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Finds headers that may stand for a column which the team's playbook states under another header: ‘ACV (€)’ where it states ‘ACV (k€)’.
///
/// Such a column is not read, since it may be in another unit or of another meaning by now; but whoever misses it is told where it is.
struct RewordedHeaders {
  let definition: SheetDefinition
  /// Makes the vocabulary index, which is needed only where a stated header is missing.
  let makeWords: () -> WordIndex

  /// Notes in the plan, for each column that is missing, the header that may stand for it.
  func note(in plan: inout HeaderPlan) {
    guard !plan.unknown.isEmpty else { return }
    let bound = Set(plan.bound.map(\.key))
    let missing = definition.columns.filter { !$0.headers.isEmpty && !$0.isComputed && !bound.contains($0.key) }
    guard !missing.isEmpty else { return }
    let words = makeWords()
    for column in missing {
      let stated = column.headers.map { HeaderWords($0, keepsBrackets: false) }
      let open = plan.unknown.filter { header in
        plan.reasons[header.column] == nil
          && definition.placement.ignoredHeaders.allSatisfy {
            HeaderIndex.statedKey($0) != HeaderIndex.statedKey(header.header)
          }
      }
      let found =
        open.first { stated.contains(HeaderWords($0.header, keepsBrackets: false)) }
        ?? open.first { means(column.key, $0.header, words) }
      if let found { plan.reasons[found.column] = .reworded(key: column.key) }
    }
  }

  /// Whether the vocabulary knows the whole header as the column.
  private func means(_ key: String, _ header: String, _ words: WordIndex) -> Bool {
    let text = UnitStatement.header(withoutUnit: header) ?? header
    return words.meanings(of: HeaderWords(header), bare: HeaderWords(text, keepsBrackets: false)).contains { found in
      found.match != .part && !found.meaning.isWeak && found.meaning.prefix == definition.prefix
        && found.meaning.key == key
    }
  }
}

extension LocatedSheet {
  /// The header that may stand for a column which the playbook states under another one.
  func rewordedHeader(of key: String) -> String? {
    unknownHeaders.first { reasons[$0.column] == .reworded(key: key) }?.header
  }
}

extension LocatedSheet {
  /// The unknown header that seems to be a missing column's, said in fewer words: ‘Stage’ for ‘Payment stage’. Nil if several may be.
  func shortenedHeader(of column: ColumnDefinition) -> String? {
    let names = (column.headers + column.titles.all).map(TextFolding.headerWord).filter { !$0.isEmpty }
    let alike = unknownHeaders.filter { header in
      let word = TextFolding.headerWord(header.header)
      guard word.count > 1, word.utf8.count > 3 else { return false }
      return names.contains { $0.hasSuffix(word) && $0 != word }
    }
    return alike.count == 1 ? alike[0].header : nil
  }
}

extension ColumnDefinition {
  /// What the team calls the column, if its playbook states a header; otherwise its title.
  func name(in language: Language) -> String { headers.first ?? titles[language] }
}

extension Spoken {
  /// After ‘lacks the required column’: where it may be instead; empty if there is no such header.
  func instead(_ header: String?) -> String {
    guard let header else { return "" }
    return pick(
      "；\(quoted(header))可能就是這一欄，但規則手冊沒有這樣寫，請執行 dealbook adopt 確認",
      "；\(quoted(header))可能就是这一列，但规则手册没有这样写，请运行 dealbook adopt 确认",
      "; \(quoted(header)) may be it, but the playbook does not state that header: confirm it with dealbook adopt")
  }
}
