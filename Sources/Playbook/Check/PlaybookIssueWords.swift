// SPDX-License-Identifier: Apache-2.0

/// Says the mistakes of a playbook, which are found in English, in the language of the refusals.
struct PlaybookIssueWords {
  let words: Spoken

  func said(_ message: String) -> String {
    guard words.language != .english else { return message }
    // A formula's mistake is said already, behind its owner.
    let (sentence, hint) = Self.parted(message)
    return (PlaybookPhrases.sentences.said(sentence, in: words.language, noun) ?? sentence)
      + hint.map(self.hint)
      .joined()
  }

  /// A word for a thing, such as `the rule DEA-001`, or a text in quotes.
  func noun(_ text: String) -> String {
    if let nouns = PlaybookPhrases.nouns.said(text, in: words.language, noun) { return nouns }
    return text.count > 2 && text.first == "‘" && text.last == "’"
      ? words.quoted(String(text.dropFirst().dropLast())) : text
  }

  private enum Hint {
    case nearest(String)
    case choices([String])
  }

  private func hint(_ hint: Hint) -> String {
    switch hint {
    case .nearest(let word): words.nearest(word)
    case .choices(let words): self.words.nearest(nil, of: words)
    }
  }

  /// What follows a mistake: `; did you mean ‘title’?`, `; there are a, b`.
  private static func parted(_ message: String) -> (String, [Hint]) {
    if message.hasSuffix("?"), let mark = message.ranges(of: "; did you mean ").last {
      var word = message[mark.upperBound...].dropLast()
      if word.first == "‘", word.last == "’" { word = word.dropFirst().dropLast() }
      return (String(message[..<mark.lowerBound]), [.nearest(String(word))])
    }
    guard let mark = message.ranges(of: "; there are ").last else { return (message, []) }
    let choices = message[mark.upperBound...].split(separator: ", ").map(String.init)
    return (String(message[..<mark.lowerBound]), [.choices(choices)])
  }
}
