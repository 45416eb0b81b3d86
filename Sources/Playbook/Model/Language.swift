/// A language in which a workbook's titles, labels and messages can stand.
///
/// The raw value is what `--language` takes and what playbook files use as a key.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case traditionalChinese = "zh-Hant"
  case simplifiedChinese = "zh-Hans"
  case english = "en"

  /// The number that the setting `Lang` holds for this language: 1, 2 or 3.
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

  /// The column of the Lists sheet that holds the labels of this language: `hant`, `hans` or `en`.
  public var listColumn: String {
    switch self {
    case .traditionalChinese: "hant"
    case .simplifiedChinese: "hans"
    case .english: "en"
    }
  }

  /// The language in its own words.
  public var ownName: String {
    switch self {
    case .traditionalChinese: "繁體中文"
    case .simplifiedChinese: "简体中文"
    case .english: "English"
    }
  }
}
