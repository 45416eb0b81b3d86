import Playbook

/// Reads dates that were stored as text, in the forms of method.md, 7.8: `2025/6/30`, `2025年6月30日`, `民國114年6月30日`.
package enum DateReader {
  package struct Reading: Equatable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Nil for what is no date and for what could be two dates (`3/4/2026`) or lacks a year (`6/30`).
  ///
  /// - Parameter rocYears: read a three-part date with a year below 1912 as one of the Republic of China,
  ///   where the book or the command opted in. `民國` in the text says so by itself.
  package static func read(_ text: String, rocYears: Bool = false) -> Reading? {
    var rest = Substring(StraySpace.trimmed(TextFolding.folded(text)))
    var roc = rocYears
    var isNamedRoc = false
    for prefix in ["民國", "民国"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      roc = true
      isNamedRoc = true
    }
    guard let parts = numbers(withoutTime(rest)) else { return nil }
    return calendarDate(parts, roc: roc, isNamedRoc: isNamedRoc)
  }

  private struct Parts {
    var numbers: [Int]
    var digits: [Int]
    var separator: Character
  }

  /// `2026-03-31 14:00:00` and `2026-03-31T14:00` without the time of day.
  private static func withoutTime(_ text: Substring) -> Substring {
    guard let gap = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return text }
    let time = text[text.index(after: gap)...]
    let pieces = time.split(separator: ":", omittingEmptySubsequences: false)
    let isTime =
      (2...3).contains(pieces.count)
      && pieces.allSatisfy { (1...2).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }
    return isTime ? text[..<gap] : text
  }

  private static func numbers(_ text: Substring) -> Parts? {
    if text.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      let year = text.prefix(4)
      let month = text.dropFirst(4).prefix(2)
      let day = text.suffix(2)
      guard let y = Int(year), let m = Int(month), let d = Int(day) else { return nil }
      return Parts(numbers: [y, m, d], digits: [4, 2, 2], separator: "-")
    }
    let isChinese = text.contains("年")
    var pieces: [Substring]
    var separator: Character = "年"
    if isChinese {
      guard text.last == "日" || text.last == "號" || text.last == "号" else { return nil }
      pieces = text.dropLast().split(omittingEmptySubsequences: false) { $0 == "年" || $0 == "月" }
    } else {
      guard let found = text.first(where: { "-/.".contains($0) }) else { return nil }
      separator = found
      pieces = text.split(separator: found, omittingEmptySubsequences: false)
    }
    pieces = pieces.map { Substring(StraySpace.trimmed(String($0))) }
    guard pieces.count == 3,
      pieces.allSatisfy({ (1...4).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let values = pieces.compactMap { Int($0) }
    guard values.count == 3 else { return nil }
    return Parts(numbers: values, digits: pieces.map(\.count), separator: separator)
  }

  private static func calendarDate(_ parts: Parts, roc: Bool, isNamedRoc: Bool) -> Reading? {
    let n = parts.numbers
    if parts.digits[0] == 4 { return valid(n[0], n[1], n[2]) }
    if roc, parts.digits[0] >= 2, parts.digits[2] <= 2 || isNamedRoc {
      return valid(n[0] + 1911, n[1], n[2])
    }
    guard !isNamedRoc, parts.digits[2] == 4 else { return nil }
    // 31.03.2026 is written only by people who put the day first; with slashes only a number above 12 tells.
    if parts.separator == "." { return valid(n[2], n[1], n[0]) }
    if n[0] > 12 { return valid(n[2], n[1], n[0]) }
    if n[1] > 12 { return valid(n[2], n[0], n[1]) }
    return nil
  }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> Reading? {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1] ? Reading(year: year, month: month, day: day) : nil
  }
}
