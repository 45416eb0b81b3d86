// SPDX-License-Identifier: Apache-2.0

/// A text in each language.
public struct Localized: Hashable, Sendable {
  public var traditionalChinese: String
  public var simplifiedChinese: String
  public var english: String

  public init(traditionalChinese: String, simplifiedChinese: String, english: String) {
    self.traditionalChinese = traditionalChinese
    self.simplifiedChinese = simplifiedChinese
    self.english = english
  }

  /// The same text in every language.
  public init(everywhere text: String) {
    self.init(traditionalChinese: text, simplifiedChinese: text, english: text)
  }

  public static let empty = Localized(everywhere: "")

  public subscript(language: Language) -> String {
    get {
      switch language {
      case .traditionalChinese: traditionalChinese
      case .simplifiedChinese: simplifiedChinese
      case .english: english
      }
    }
    set {
      switch language {
      case .traditionalChinese: traditionalChinese = newValue
      case .simplifiedChinese: simplifiedChinese = newValue
      case .english: english = newValue
      }
    }
  }

  public var isEmpty: Bool { traditionalChinese.isEmpty && simplifiedChinese.isEmpty && english.isEmpty }

  /// The three texts in the order of `Language.allCases`.
  public var all: [String] { [traditionalChinese, simplifiedChinese, english] }
}

extension Sequence<Localized> {
  /// The texts one after the other.
  package func joined(_ inChinese: String, _ inEnglish: String) -> Localized {
    Localized(
      traditionalChinese: map(\.traditionalChinese).joined(separator: inChinese),
      simplifiedChinese: map(\.simplifiedChinese).joined(separator: inChinese),
      english: map(\.english).joined(separator: inEnglish))
  }
}
