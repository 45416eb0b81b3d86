// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Why a text in a column of numbers or dates is not one, as far as that can be told.
enum UnreadText: String, Hashable {
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
  /// `2025/3`, `2025年3月`, `3月`, `March 2025`, `2026`, `Q4`
  case noDay
  /// `25/3/15`, `8-Jan-26`
  case shortYear
  /// `115/3/15`
  case republicYear
  /// `2026-11-31`, `2026-13-01`
  case noSuchDay
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
    if Self.isYearOrQuarter(folded) {
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
    // Every day that the calendar has can be read.
    case (3, 4, .some(...2)), (3, .some(...2), 4): self = .noSuchDay
    default: return nil
    }
  }

  private static let counted: [Character: Character] = ["一": "1", "二": "2", "三": "3", "四": "4"]

  private static func isYearOrQuarter(_ folded: String) -> Bool {
    let isQuarter = folded.contains { "q季".contains($0) }
    let bare = folded.filter { !"fy q季度年第-/ ".contains($0) }
    let digits = bare.map { Self.counted[$0] ?? $0 }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
    return isQuarter
      ? [1, 3, 5].contains(digits.count)
      : digits.count == 4 && [["1", "9"], ["2", "0"]].contains(Array(digits.prefix(2)))
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
