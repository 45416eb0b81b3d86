// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Why a text in a column of numbers or dates is not one, as far as that can be told.
enum UnreadText: Hashable {
  /// `約100萬`, `100万+`
  case approximate
  /// `100-150万`
  case span
  /// `>80%`, `100萬以上`
  case bound
  /// `8.5万/年`
  case rate
  /// `6/30`, `3月15日`
  case noYear
  /// `2025/3`, `2025年3月`, `3月`, `March 2025`
  case noDay
  /// `25/3/15`, `8-Jan-26`
  case shortYear
  /// `115/3/15`
  case republicYear
  /// `60%` in a column for which it is unclear whether 60 % is 60 or 0.6.
  case scale

  /// For a text that is not a number.
  init?(number text: String) {
    guard text.mayBeEntry else { return nil }
    let folded = StraySpace.trimmed(TextFolding.folded(text))
    guard folded.utf8.contains(where: { $0 >= 48 && $0 <= 57 }), folded.utf8.count <= 60 else { return nil }
    func isNumber(_ text: some StringProtocol) -> Bool { NumberReader.readings(String(text)) != nil }
    for word in Self.nearly where folded.hasPrefix(word) && isNumber(folded.dropFirst(word.count)) {
      self = .approximate
      return
    }
    for word in Self.more where folded.hasSuffix(word) && isNumber(folded.dropLast(word.count)) {
      self = .approximate
      return
    }
    for word in Self.from where folded.hasPrefix(word) && isNumber(folded.dropFirst(word.count)) {
      self = .bound
      return
    }
    for word in Self.orMore where folded.hasSuffix(word) && isNumber(folded.dropLast(word.count)) {
      self = .bound
      return
    }
    for word in Self.dashes {
      let parts = folded.split(separator: word, maxSplits: 1)
      if parts.count == 2, isNumber(parts[0]), isNumber(parts[1]) {
        self = .span
        return
      }
    }
    if let slash = folded.firstIndex(of: "/"), isNumber(folded[..<slash]),
      !isNumber(folded[folded.index(after: slash)...])
    {
      self = .rate
      return
    }
    return nil
  }

  /// For a text that is not a date.
  init?(date text: String) {
    guard text.mayBeEntry else { return nil }
    let folded = StraySpace.trimmed(TextFolding.folded(text))
    if folded.hasSuffix("月") || folded.hasSuffix("月份"), let month = Int(folded.prefix { $0 != "月" }),
      (1...12).contains(month)
    {
      self = .noDay
      return
    }
    let words = folded.split { " -/.".contains($0) }
    if words.count == 2, words[1].utf8.count == 4, Int(words[1]) != nil, PeriodWords.isPeriod(folded) {
      self = .noDay
      return
    }
    let marked = folded.map { "年月".contains($0) ? "-" : "/.".contains($0) ? "-" : $0 }
    var parts = String(marked).split(separator: "-").map { StraySpace.trimmed(String($0)) }
    if let last = parts.last, let mark = last.last, "日號号".contains(mark) {
      parts[parts.count - 1] = String(last.dropLast())
    }
    if parts.count == 3, parts[1].count >= 3, parts[1].allSatisfy(\.isLetter),
      [parts[0], parts[2]].allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) })
    {
      self = .shortYear
      return
    }
    guard parts.allSatisfy({ (1...4).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
      return nil
    }
    switch (parts.count, parts.first?.count, parts.last?.count) {
    case (2, 4, _), (2, _, 4): self = .noDay
    case (2, _, _): self = .noYear
    case (3, .some(...2), .some(...2)): self = .shortYear
    case (3, 3, .some(...2)): self = .republicYear
    default: return nil
    }
  }

  /// Follows the unreadable text in a message: ` (it is approximate)`.
  var words: Localized {
    switch self {
    case .approximate:
      Localized(traditionalChinese: "（約數）", simplifiedChinese: "（约数）", english: " (it is approximate)")
    case .span: Localized(traditionalChinese: "（範圍）", simplifiedChinese: "（范围）", english: " (it is a range)")
    case .bound:
      Localized(
        traditionalChinese: "（只有上限或下限）", simplifiedChinese: "（只有上限或下限）", english: " (it is a limit, not a value)")
    case .rate:
      Localized(traditionalChinese: "（是單價或費率）", simplifiedChinese: "（是单价或费率）", english: " (it is a rate)")
    case .noYear: Localized(traditionalChinese: "（沒有年份）", simplifiedChinese: "（没有年份）", english: " (it has no year)")
    case .noDay: Localized(traditionalChinese: "（沒有日）", simplifiedChinese: "（没有日）", english: " (it has no day)")
    case .shortYear:
      Localized(
        traditionalChinese: "（年份只有兩位，哪一段是年不明）", simplifiedChinese: "（年份只有两位，哪一段是年不明）",
        english: " (its year has two digits, and it is not clear which part is the year)")
    case .republicYear:
      Localized(
        traditionalChinese: "（像是民國年；加上 --roc-years 就讀得懂）", simplifiedChinese: "（像是民国年；加上 --roc-years 就读得懂）",
        english: " (its year looks like a Republic of China year; --roc-years reads it)")
    case .scale:
      Localized(
        traditionalChinese: "（不清楚這一欄的 60% 記作 60 還是 0.6）", simplifiedChinese: "（不清楚这一列的 60% 记作 60 还是 0.6）",
        english: " (it is not clear whether this column writes 60% as 60 or as 0.6)")
    }
  }

  private static let nearly = [
    "約", "约", "大約", "大约", "大概", "近", "~", "≈", "about ", "approx. ", "approx ", "ca. ", "circa ", "c. ",
  ]
  private static let more = ["左右", "上下", "多", "餘", "余", "+", " or so", "ish"]
  private static let from = [
    ">=", "<=", ">", "<", "≥", "≤", "至少", "最多", "不超過", "不超过", "up to ", "at least ", "at most ", "from ",
  ]
  private static let orMore = ["以上", "以下", "起", "以內", "以内"]
  private static let dashes = ["-", "–", "—", "~", "～", "至", "到", " to "]
}
