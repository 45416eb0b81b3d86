// SPDX-License-Identifier: Apache-2.0

import Playbook

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

  /// - Returns: the meaning, and whether the whole label is a vocabulary word. Nil for a label that is not known, or that says itself that
  ///   it is not sure (‘Won?’, ‘Almost won’).
  func meaning(of label: String) -> (meaning: ValueMeaning, isWhole: Bool)? {
    if label.contains(where: { "?？".contains($0) }) { return nil }
    if let meaning = whole[TextFolding.headerWord(label)] { return (meaning, true) }
    let bare = Self.withoutNumber(label)
    if let meaning = whole[TextFolding.headerWord(bare)] { return (meaning, true) }
    let words = Self.words(bare)
    let isChinese = words.unicodeScalars.contains { $0.value >= 0x3400 }
    func holds(_ part: String) -> Bool {
      isChinese && part.unicodeScalars.contains { $0.value >= 0x3400 }
        ? part.count > 3 && words.contains(part.dropFirst().dropLast()) : words.contains(part)
    }
    // What a label begins with decides, if it ends a deal: ‘Won - new’ is no new deal.
    guard
      let found = parts.first(where: { Self.isEnd($0.meaning.outcome) && words.hasPrefix($0.words) })
        ?? parts.first(where: { holds($0.words) })
    else { return nil }
    if Self.isDenied(words, of: found.words) { return nil }
    if Self.isEnd(found.meaning.outcome) {
      if Self.doubts.contains(where: { words.contains($0) }) || Self.isDoubted(words, of: found.words) { return nil }
      // ‘Won / lost’ names both.
      let rest = words.replacing(found.words, with: " ")
      let other = found.meaning.outcome == .won ? ValueMeaning.Outcome.lost : .won
      if found.meaning.outcome != .onHold,
        parts.contains(where: { $0.meaning.outcome == other && rest.hasSuffix($0.words) })
      {
        return nil
      }
    }
    return (found.meaning, false)
  }

  private static func isEnd(_ outcome: ValueMeaning.Outcome?) -> Bool { outcome != nil && outcome != .open }

  /// Words that make a deal that is won or lost one that may be.
  private static let doubts = [
    " almost ", " nearly ", " maybe ", " perhaps ", " possibly ", " possible ", " probably ", " probable ", " likely ",
    " potential ", " potentially ", " soon ", " about to ", " to be ", " expected ", " should ", " hopefully ", " if ",
    " at risk ", " risk ", " fast ", " beinahe ", " bald ", " vielleicht ", " wahrscheinlich ", " voraussichtlich ",
    " casi ", " presque ", " quasi ", " probable ", " probablement ",
  ]

  /// Not signed, nicht beauftragt, 未签约, 不成交: a word in front that says that it is not so, or not yet.
  private static func isDenied(_ words: String, of part: String) -> Bool {
    let isChinese = part.unicodeScalars.contains { $0.value >= 0x3400 }
    let word = isChinese ? String(part.dropFirst().dropLast()) : part
    guard let place = words.firstRange(of: word) else { return false }
    let before = words[..<place.lowerBound]
    if isChinese { return chineseDenials.contains { before.contains($0) } }
    return (before + " ").split(separator: " ").contains { denials.contains(String($0)) }
      || words[place.upperBound...].split(separator: " ").contains("yet")
  }

  private static let denials: Set<String> = [
    "not", "no", "non", "never", "isn", "wasn", "didn", "nicht", "noch", "kein", "keine", "keinen", "nie", "sin", "pas",
    "ne", "senza",
  ]
  private static let chineseDenials = ["未", "没", "沒", "不", "非", "无", "無", "尚", "还", "還"]

  /// 可能丟單, 即將成交: a character in front of the word that makes it doubtful.
  private static func isDoubted(_ words: String, of part: String) -> Bool {
    let word = part.dropFirst().dropLast()
    guard let place = words.firstRange(of: word) else { return false }
    let before = words[..<place.lowerBound]
    return chineseDoubts.contains { before.contains($0) }
  }

  private static let chineseDoubts = ["可能", "即将", "将要", "预计", "预期", "有望", "快要", "差不多", "几乎", "待", "拟", "疑似", "是否"]

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
