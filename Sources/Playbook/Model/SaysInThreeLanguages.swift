// SPDX-License-Identifier: Apache-2.0

/// A type that produces text in a chosen language.
package protocol SaysInThreeLanguages {
  var language: Language { get }
}

extension SaysInThreeLanguages {
  /// The text in the chosen language.
  package func pick(_ traditional: String, _ simplified: String, _ english: String) -> String {
    language.pick(traditional, simplified, english)
  }

  /// The text in the chosen language; the simplified text is derived from the traditional one.
  package func callAsFunction(_ traditional: String, _ english: String) -> String {
    language == .simplifiedChinese ? Simplified.wording(traditional) : pick(traditional, traditional, english)
  }
}

extension Language {
  /// The text in this language.
  package func pick(_ traditional: String, _ simplified: String, _ english: String) -> String {
    switch self {
    case .traditionalChinese: traditional
    case .simplifiedChinese: simplified
    case .english: english
    }
  }
}
