// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Recognizes the labels of a list as it is in the workbook.
struct LabelReader {
  enum Meaning: Equatable {
    /// A label in the workbook's language.
    case label
    /// A label in another language, a code or an alias; `label` is what formulas would recognize.
    case otherLanguage(label: String, Language?)
  }

  /// The title of the list.
  let title: Localized
  private var known: [String: Meaning] = [:]
  /// The labels on the sheet, in its order.
  private let labels: [String]

  init(_ table: ListTables.Table, language: Language) {
    title = table.definition.titles
    let labels = table.labels.map(\.shownText)
    self.labels = labels
    func add(_ texts: [String], _ language: Language?) {
      for (text, label) in zip(texts, labels) where !text.isEmpty && !label.isEmpty {
        let key = Self.key(text)
        if known[key] == nil { known[key] = .otherLanguage(label: label, language) }
      }
    }
    for label in labels where !label.isEmpty { known[Self.key(label)] = .label }
    for other in Language.allCases where other != language {
      add((table.columns[other.listColumn] ?? []).map(\.shownText), other)
    }
    add((table.columns["code"] ?? []).map(\.shownText), nil)
    let codes = (table.columns["code"] ?? []).map(\.shownText)
    let places = Dictionary(zip(codes, codes.indices)) { first, _ in first }
    // In a team's own list a code says only which row it is, S1 the first; another list of the team's may have another word there.
    let isOwn = table.definition.rows != Playbook.builtIn.list(table.definition.prefix)?.rows
    let texts = Language.allCases.map { table.columns[$0.listColumn] ?? [] }
    for row in table.definition.rows {
      guard let place = places[row.code], place < labels.count else { continue }
      if isOwn {
        let here = Set(texts.compactMap { place < $0.count ? Self.key($0[place].shownText) : nil })
        guard (row.labels.all + row.aliases).contains(where: { here.contains(Self.key($0)) }) else { continue }
      }
      for text in row.labels.all + row.aliases where known[Self.key(text)] == nil {
        known[Self.key(text)] = .otherLanguage(label: labels[place], nil)
      }
    }
  }

  /// Nil for a text that is not a label of the list in any language.
  func meaning(of text: String) -> Meaning? { known[Self.key(text)] }

  /// The label that a text stands for, and its position in the list, from 1.
  func label(of text: String) -> (label: String, number: Int)? {
    let label: String
    switch meaning(of: text) {
    case .otherLanguage(let other, _)?: label = other
    case .label?: label = text
    case nil: return nil
    }
    let key = Self.key(label)
    return labels.firstIndex { Self.key($0) == key }.map { (labels[$0], $0 + 1) }
  }

  /// The label of the list that is most like a text which is none of them.
  func nearest(to text: String) -> String? {
    Nearest.word(to: text, among: labels.lazy.filter { !$0.isEmpty })
  }

  /// Formulas compare labels without regard to case, and TRIM takes spaces too many out of them; those are reported separately.
  private static func key(_ text: String) -> String { StraySpace.collapsed(text).lowercased() }
}
