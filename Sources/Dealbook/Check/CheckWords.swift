// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Parts of sentences about cells.
enum CheckWords {
  static let or = Localized(traditionalChinese: " 或 ", simplifiedChinese: " 或 ", english: " or as ")
  /// Of a text that looks like another.
  static let alike = Localized(
    traditionalChinese: "用了看來相同、實際不同的字元", simplifiedChinese: "用了看来相同、实际不同的字符",
    english: "is written in characters that look alike but are others")

  /// Of an id with full-width characters.
  static func fullWidth(_ narrow: String) -> Localized {
    Localized(
      traditionalChinese: "含有全形字，應為「\(narrow)」", simplifiedChinese: "含有全角字符，应为“\(narrow)”",
      english: "has full-width characters; it should be \"\(narrow)\"")
  }

  static let unstated = Localized(
    traditionalChinese: "未註明的幣別", simplifiedChinese: "未注明的币种", english: "a currency that is not stated")

  /// What a label is that the list knows by another word.
  static func synonym(in list: Localized) -> Localized {
    Localized(
      traditionalChinese: list.traditionalChinese, simplifiedChinese: list.simplifiedChinese,
      english: "another word of “\(list.english)”")
  }

  /// Follows the first month of a column in a message.
  static func months(_ count: Int) -> Localized {
    Localized(
      traditionalChinese: "（沒有日；此欄共 \(count) 格如此）", simplifiedChinese: "（没有日；此列共 \(count) 格如此）",
      english: " (it has no day, like \(count - 1) more in the column)")
  }

  /// Follows the first date with a time of day of a column in a message.
  static func times(_ count: Int) -> Localized {
    Localized(
      traditionalChinese: "（此欄共 \(count) 格如此）", simplifiedChinese: "（此列共 \(count) 格如此）",
      english: ", like \(count - 1) more in the column")
  }

  static func onlyWay(_ reading: String) -> Localized {
    Localized(
      traditionalChinese: "\(reading)（此欄其他儲存格不足以證實）", simplifiedChinese: "\(reading)（此列其他单元格不足以证实）",
      english: "\(reading), which the rest of the column does not confirm")
  }
}
