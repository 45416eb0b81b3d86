// SPDX-License-Identifier: Apache-2.0

/// A mistake in a playbook file: where it is, what was found and what was expected.
public struct PlaybookIssue: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Not YAML, or not UTF-8.
    case notYAML = "not-yaml"
    /// Larger, deeper, or with more cross-references than a playbook may be.
    case limit
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    /// An invalid name: a key with spaces, a setting that looks like a cell reference.
    case badName = "bad-name"
    case duplicate
    case badPattern = "bad-pattern"
    case badRange = "bad-range"
    /// A word that is not one of those allowed here: a type, a severity, a kind.
    case unknownWord = "unknown-word"
    case formula
    /// A reference to a column, list, setting or sheet that does not exist.
    case unknownReference = "unknown-reference"
    case cycle
    case missingMessage = "missing-message"
    case placeholder
    /// A function that some spreadsheet programs lack, or that gives a different result each time.
    case function
    /// A formula that Excel and LibreOffice compute differently.
    case programsDiffer = "programs-differ"
    /// Values that contradict each other: two won stages, bounds out of order.
    case inconsistent
    /// A header or title with two meanings.
    case ambiguousTitle = "ambiguous-title"
  }

  public let kind: Kind
  public let severity: Severity
  /// The name given to the reader; `key-account (built in)` for the built-in playbook.
  public let file: String
  /// From 1; 0 if the mistake is in the built-in playbook, for example because a company's file removes something that it depends on.
  public let line: Int
  /// From 1, in characters.
  public let column: Int
  /// In the language of the refusals.
  public let message: String

  public init(kind: Kind, severity: Severity, file: String, line: Int, column: Int, message: String) {
    self.kind = kind
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = YAMLText.cut(PlaybookIssueWords(words: .words).said(message), to: 2000)
  }

  /// `dealbook.yaml:12:9: error: … [unknown-key]`
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    let words = Spoken.words
    return words.at(words.at(place, words.severity(severity)), message) + " [\(kind.rawValue)]"
  }
}
