// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// The labels in columns that use one list, and what each label means.
public struct AdoptedList: Sendable {
  /// Prefix of the list: `st`.
  public let prefix: String
  /// In the order of the future list.
  public internal(set) var labels: [AdoptedLabel]

  /// The list of the stages of deals.
  static let stages = "st"
  /// A column with more distinct labels than this is treated as free text.
  static let mostLabels = 40

  /// Whether the labels already belong to the existing list but for some rows; the list is then kept, and these are mistakes.
  var isOwn: Bool {
    guard !labels.isEmpty, labels.count(where: \.isOwn) * 2 >= labels.count else { return false }
    let others = labels.filter { !$0.isOwn && !$0.isDoubtful }
    return others.reduce(0) { $0 + $1.count } * 10 <= labels.reduce(0) { $0 + $1.count }
  }

  mutating func decide(_ text: String, _ outcome: ValueMeaning.Outcome) {
    guard let place = labels.firstIndex(where: { $0.text == text }) else { return }
    labels[place].outcome = outcome
    labels[place].isDoubtful = false
  }
}

/// A label as people write it.
public struct AdoptedLabel: Hashable, Sendable {
  public let text: String
  /// The number of rows with this label.
  public let count: Int
  /// The code of the built-in list's row with the same meaning.
  public internal(set) var code: String?
  public internal(set) var outcome: ValueMeaning.Outcome
  /// Its place in the usual sequence.
  public internal(set) var order: Double
  /// The usual share of such rows that are won in the end, 0…1.
  public internal(set) var chance: Double?
  /// Whether none of its words is known.
  public internal(set) var isDoubtful: Bool
  /// Whether it is a label of the existing list, in any language.
  var isOwn = false
}

/// Determines what labels mean from the words of the vocabulary.
struct LabelMeanings {
  private var whole: [String: ValueMeaning] = [:]
  private var parts: [(words: String, meaning: ValueMeaning)] = []

  init(_ vocabulary: Vocabulary, list: String) {
    for value in vocabulary.values where value.list == list {
      let key = TextFolding.headerWord(value.word.text)
      if !value.word.isWeak || whole[key] == nil { whole[key] = whole[key] ?? value.meaning }
      guard !value.word.isWeak, key.count >= 2 else { continue }
      parts.append((Self.words(value.word.text), value.meaning))
    }
    // Longer phrases are more specific: ‘closed lost’ before ‘closed’.
    parts.sort { ($0.words.count, $1.words) > ($1.words.count, $0.words) }
  }

  /// - Returns: the meaning, and whether the whole label is a vocabulary word.
  func meaning(of label: String) -> (meaning: ValueMeaning, isWhole: Bool)? {
    if let meaning = whole[TextFolding.headerWord(label)] { return (meaning, true) }
    let bare = Self.withoutNumber(label)
    if let meaning = whole[TextFolding.headerWord(bare)] { return (meaning, true) }
    let words = Self.words(bare)
    let isChinese = words.unicodeScalars.contains { $0.value >= 0x3400 }
    return parts.first { part in
      isChinese && part.words.unicodeScalars.contains { $0.value >= 0x3400 }
        ? part.words.count > 3 && words.contains(part.words.dropFirst().dropLast()) : words.contains(part.words)
    }.map { ($0.meaning, false) }
  }

  /// The label without a leading number or a trailing share: `5 - Execution`, `S2: Offer`, `Proposal (60%)`.
  static func withoutNumber(_ label: String) -> String {
    var text = Substring(label)
    if let bracket = text.lastIndex(where: { $0 == "(" || $0 == "（" }),
      text[bracket...].contains(where: { $0 == "%" || $0.isNumber })
    {
      text = text[..<bracket]
    }
    let head = text.prefix { !$0.isWhitespace && !"-–:.、)_".contains($0) }
    if !head.isEmpty, head.count <= 3, head.contains(where: \.isNumber) { text = text.dropFirst(head.count) }
    return String(text.drop { $0.isWhitespace || "-–:.、)_".contains($0) })
  }

  /// The number in front of a label.
  static func number(of label: String) -> Double? {
    let digits = label.drop { !$0.isNumber }.prefix { $0.isNumber }
    guard label.prefix(3).contains(where: \.isNumber), digits.count <= 3 else { return nil }
    return Double(String(digits))
  }

  /// The words of the text with a space around each, so that whole words can be searched for.
  private static func words(_ text: String) -> String {
    let folded = Simplified.text(TextFolding.folded(text))
    return " " + folded.split { !($0.isLetter || $0.isNumber) }.joined(separator: " ") + " "
  }
}
