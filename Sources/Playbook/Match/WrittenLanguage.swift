// SPDX-License-Identifier: Apache-2.0

/// Determines the language of texts from their characters alone.
public enum WrittenLanguage {
  /// Nil if the texts contain no letters.
  ///
  /// Chinese counts as traditional or simplified by the characters that only one of the two uses; text that is the same in both counts as
  /// simplified. Text in Latin letters counts as English.
  public static func of(_ texts: some Sequence<String>) -> Language? {
    var chinese = 0
    var latin = 0
    var traditional = 0
    var simplified = 0
    for text in texts {
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
        case 0x3400...0x9FFF, 0xF900...0xFAFF:
          chinese += 1
          if Self.traditional.contains(scalar) {
            traditional += 1
          } else if Self.simplified.contains(scalar) {
            simplified += 1
          }
        default: break
        }
      }
    }
    guard chinese + latin > 0 else { return nil }
    // An English word has about five letters, a Chinese word two characters.
    guard chinese * 5 >= latin * 2 else { return .english }
    return traditional > simplified ? .traditionalChinese : .simplifiedChinese
  }

  private static let traditional = Set(SimplifiedTable.traditional.unicodeScalars)
    .subtracting(SimplifiedTable.simplified.unicodeScalars)
  private static let simplified = Set(SimplifiedTable.simplified.unicodeScalars)
    .subtracting(SimplifiedTable.traditional.unicodeScalars)
}
