/// What speaks to people in the language of its choice.
package protocol SaysInThreeLanguages {
  var language: Language { get }
}

extension SaysInThreeLanguages {
  /// The text of the language.
  package func pick(_ traditional: String, _ simplified: String, _ english: String) -> String {
    language.pick(traditional, simplified, english)
  }

  /// The text of the language; the simplified one is made from the traditional one.
  package func callAsFunction(_ traditional: String, _ english: String) -> String {
    language == .simplifiedChinese ? Simplified.wording(traditional) : pick(traditional, traditional, english)
  }
}

extension Language {
  /// The text of this language.
  package func pick(_ traditional: String, _ simplified: String, _ english: String) -> String {
    switch self {
    case .traditionalChinese: traditional
    case .simplifiedChinese: simplified
    case .english: english
    }
  }
}
