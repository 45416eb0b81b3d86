// SPDX-License-Identifier: Apache-2.0

/// A language for a workbook's titles, labels and messages.
///
/// The raw value is the argument of `--language` and the key used in playbook files.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case traditionalChinese = "zh-Hant"
  case simplifiedChinese = "zh-Hans"
  case english = "en"

  /// The value of the setting `Lang` for this language: 1, 2 or 3.
  ///
  /// The label column of each list is `CHOOSE(Lang,hant,hans,en)`.
  public var settingValue: Int {
    switch self {
    case .traditionalChinese: 1
    case .simplifiedChinese: 2
    case .english: 3
    }
  }

  public init?(settingValue: Int) {
    guard let language = Language.allCases.first(where: { $0.settingValue == settingValue }) else { return nil }
    self = language
  }

  /// The column of the Lists sheet with the labels in this language: `hant`, `hans` or `en`.
  public var listColumn: String {
    switch self {
    case .traditionalChinese: "hant"
    case .simplifiedChinese: "hans"
    case .english: "en"
    }
  }

  /// The language's name in that language.
  public var ownName: String {
    switch self {
    case .traditionalChinese: "繁體中文"
    case .simplifiedChinese: "简体中文"
    case .english: "English"
    }
  }

  /// The language's name in `language`.
  public func name(in language: Language) -> String {
    switch self {
    case .traditionalChinese: language.pick("繁體中文", "繁体中文", "Traditional Chinese")
    case .simplifiedChinese: language.pick("簡體中文", "简体中文", "Simplified Chinese")
    case .english: language.pick("英文", "英文", "English")
    }
  }
}
