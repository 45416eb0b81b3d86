// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The time that the name of a tab says: `Sep`, `2026-09`, `KW44`, 9月, `Q3 2026`. Tabs that hold the same deals at different times are states
/// of one list, of which the last one counts.
struct TabMoment: Hashable {
  private enum Unit: Int {
    case quarter = 4
    case month = 12
    case week = 53
    case day = 372
  }

  private let year: Int?
  private let unit: Unit
  private let number: Int

  init?(_ title: String) {
    let parts = Self.parts(of: Simplified.text(TextFolding.folded(title)))
    func number(_ place: Int, _ range: ClosedRange<Int>) -> Int? {
      guard parts.indices.contains(place), parts[place].count < 3 else { return nil }
      return Int(parts[place]).flatMap { range.contains($0) ? $0 : nil }
    }
    let yearPlace = parts.firstIndex { $0.count == 4 && (Int($0).map { (2000...2099).contains($0) } ?? false) }
    year = yearPlace.flatMap { Int(parts[$0]) }
    for (place, part) in parts.enumerated() {
      if Self.weeks.contains(part), let week = number(place + 1, 1...53) ?? number(place - 1, 1...53) {
        (unit, self.number) = (.week, week)
        return
      }
      if part == "q" || part == "quartal" || part == "quarter", let quarter = number(place + 1, 1...4) {
        (unit, self.number) = (.quarter, quarter)
        return
      }
      if part.hasPrefix("月"), let month = number(place - 1, 1...12) {
        (unit, self.number) = Self.moment(month, day: number(place + 1, 1...31))
        return
      }
      if let month = Self.month(part) {
        (unit, self.number) = Self.moment(month, day: number(place + 1, 1...31) ?? number(place - 1, 1...31))
        return
      }
    }
    guard let yearPlace, let month = number(yearPlace + 1, 1...12) ?? number(yearPlace - 1, 1...12) else { return nil }
    let day = number(yearPlace + 2, 1...31) ?? number(yearPlace - 2, 1...31)
    (unit, self.number) = Self.moment(month, day: day)
  }

  /// Nil if it cannot be told: Jan may be before Dec or after it.
  func isLater(than other: TabMoment) -> Bool? {
    guard unit == other.unit, (year == nil) == (other.year == nil) else { return nil }
    if year == other.year {
      guard number != other.number, year != nil || abs(number - other.number) * 2 <= unit.rawValue else { return nil }
      return number > other.number
    }
    return (year ?? 0) > (other.year ?? 0)
  }

  private static func moment(_ month: Int, day: Int?) -> (Unit, Int) {
    day.map { (.day, month * 31 + $0) } ?? (.month, month)
  }

  /// Runs of digits and of letters.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var wasNumber: Bool?
    for character in text {
      guard character.isLetter || character.isNumber else {
        wasNumber = nil
        continue
      }
      if wasNumber == character.isNumber, let last = parts.indices.last {
        parts[last].append(character)
      } else {
        parts.append(String(character))
      }
      wasNumber = character.isNumber
    }
    return parts
  }

  private static func month(_ word: String) -> Int? {
    guard word.count > 2, word.count < 10 else { return nil }
    return months.firstIndex { names in names.contains { $0 == word || $0.hasPrefix(word) && word.count == 3 } }.map {
      $0 + 1
    }
  }

  private static let weeks: Set<String> = ["kw", "cw", "w", "wk", "week", "woche", "周", "第", "周报"]
  private static let months = [
    ["january", "januar", "jänner"], ["february", "februar"], ["march", "märz", "maerz", "mrz"], ["april"],
    ["may", "mai"],
    ["june", "juni"], ["july", "juli"], ["august"], ["september", "sept"], ["october", "oktober"], ["november"],
    ["december", "dezember"],
  ]
}
