// SPDX-License-Identifier: Apache-2.0

/// Finds the row of a list that a text refers to: a label in any language, an alias or a code.
public struct LabelIndex: Sendable {
  private let matches: [String: LabelMatch]

  public init(_ list: ListDefinition) {
    var matches: [String: LabelMatch] = [:]
    for (row, definition) in list.rows.enumerated() {
      for language in Language.allCases {
        let key = TextFolding.label(definition.labels[language])
        guard !key.isEmpty else { continue }
        var match = matches[key] ?? LabelMatch(row: row)
        if match.row == row { match.languages.append(language) }
        matches[key] = match
      }
    }
    for (row, definition) in list.rows.enumerated() {
      for text in definition.aliases + [definition.code] {
        let key = TextFolding.label(text)
        if !key.isEmpty, matches[key] == nil { matches[key] = LabelMatch(row: row) }
      }
    }
    self.matches = matches
  }

  /// Ignores case, width and surrounding spaces.
  public func match(_ text: String) -> LabelMatch? { matches[TextFolding.label(text)] }
}

public struct LabelMatch: Hashable, Sendable {
  /// The index in the list's rows, from 0.
  public let row: Int
  /// The languages in which this text is the label; empty for an alias or a code.
  public internal(set) var languages: [Language] = []
}
