// SPDX-License-Identifier: Apache-2.0

import Base

/// A unit of money in thousands or more that a text names anywhere: `Please type in k USD`, 必填，單位萬元.
///
/// A sum is none: `500 k USD`, 3萬元. Whether the text speaks of the amounts of a table is for ``UnitStatement`` to say.
package struct UnitMention: Hashable, Sendable {
  /// How much one of the unit is in its currency.
  package let scale: Double
  /// Nil if only the scale is named.
  package let currency: Currency?

  private init(scale: Double, currency: Currency?) {
    self.scale = scale
    self.currency = currency
  }

  /// The unit that the header of a column of amounts states.
  package init?(header: String) {
    guard let unit = HeaderNormalizer.normalize(header).unit ?? UnitStatement.unit(inHeader: header),
      let scale = HeaderNormalizer.moneyScale(ofUnit: unit), scale != 1
    else { return nil }
    self.init(scale: scale, currency: ScaledCurrency(unit)?.currency)
  }

  /// Whether a text names this unit, as far as its currency is said.
  package func isNamed(in text: String) -> Bool {
    guard text.utf8.count <= Self.longest else { return false }
    return Self.all(in: text).contains { other in
      guard other.scale == scale else { return false }
      guard let one = currency, let two = other.currency else { return true }
      return one.includes(two) || two.includes(one)
    }
  }

  /// A text in a cell is an explanation, not a document.
  private static let longest = 4000

  /// All units that a text names.
  package static func all(in text: String) -> Set<UnitMention> { known.value(of: text, read) }

  private static let known = TextMemo<Set<UnitMention>>()

  private static func read(_ text: String) -> Set<UnitMention> {
    let folded = TextFolding.folded(text)
    var found = chinese(folded)
    let words = folded.split { breaks.contains($0) || $0.unicodeScalars.allSatisfy(TextFolding.isBlank) }
      .map { word in String(word.drop { $0 == "-" || $0 == "." }) }
    for start in words.indices {
      // The longest counts: ‘k EUR’ is no `k` of another currency.
      for end in (start..<min(start + 4, words.endIndex)).reversed() {
        guard let unit = unit(words, start...end) else { continue }
        found.insert(unit)
        break
      }
    }
    if let unit = UnitStatement(text), unit.scale != 1, unit.form == .said || !isCounted(unit.unit, in: folded) {
      found.insert(UnitMention(scale: unit.scale, currency: ScaledCurrency(unit.unit)?.currency))
    }
    if let unit = HeaderNormalizer.normalize(text).unit, let scale = HeaderNormalizer.moneyScale(ofUnit: unit),
      scale != 1
    {
      found.insert(UnitMention(scale: scale, currency: ScaledCurrency(unit)?.currency))
    }
    return found
  }

  /// Whether a number stands right before the unit.
  private static func isCounted(_ unit: String, in text: String) -> Bool {
    let text = text.filter { !$0.unicodeScalars.allSatisfy(TextFolding.isBlank) }
    guard let place = text.firstRange(of: unit), let last = text[..<place.lowerBound].last else { return false }
    return isNumeral(last)
  }

  private static func isNumeral(_ character: Character) -> Bool {
    character.isNumber || numerals.contains(character)
  }

  private static let breaks = Set<Character>("()[]{}【】〔〕「」『』“”\"‘,;:：=/|\u{3001}，。；！？!?<>")

  // MARK: Words

  private static func unit(_ words: [String], _ range: ClosedRange<Int>) -> UnitMention? {
    let joined = words[range].joined()
    guard joined.utf8.count <= 24, let unit = ScaledCurrency(joined), unit.scale != 1 else { return nil }
    let before = range.lowerBound > 0 ? words[range.lowerBound - 1] : ""
    if before.last?.isNumber == true && !isYear(before) || counts.contains(before) { return nil }
    // `k` or `mn` alone may be anything.
    if unit.currency == nil, joined.count < 3, before != "in" { return nil }
    return UnitMention(scale: unit.scale, currency: unit.currency)
  }

  private static func isYear(_ word: String) -> Bool { Int(word).map { (1990...2099).contains($0) } ?? false }

  /// What makes a sum of the unit behind it: a million, half a billion.
  private static let counts: Set<String> = [
    "a", "one", "two", "three", "half", "several", "some", "few", "many", "ein", "eine", "einer", "zwei", "halbe",
  ]

  // MARK: Chinese

  private static let powers: [Character: Double] = [
    "萬": 1e4, "万": 1e4, "億": 1e8, "亿": 1e8, "千": 1e3, "仟": 1e3,
  ]
  private static let multipliers: [Character: Double] = ["十": 10, "百": 100, "佰": 100, "千": 1000]
  private static let numerals = Set<Character>("零〇一二兩两三四五六七八九幾几數数好多半")

  private static func chinese(_ text: String) -> Set<UnitMention> {
    guard text.unicodeScalars.contains(where: { powers[Character($0)] != nil }) else { return [] }
    let characters = Array(text)
    var found: Set<UnitMention> = []
    for place in characters.indices {
      guard var scale = powers[characters[place]] else { continue }
      var start = place
      if place > 0, let factor = multipliers[characters[place - 1]] {
        scale *= factor
        start -= 1
      }
      let after = characters[(place + 1)...]
      if let next = after.first, powers[next] != nil { continue }
      var before = characters[..<start]
      while let last = before.last, last.unicodeScalars.allSatisfy(TextFolding.isBlank) { before = before.dropLast() }
      if let last = before.last, isNumeral(last) { continue }
      let currency = Currency.allWords.first { word in after.starts(with: word) }
      if currency != nil || characters[place] != "千" && characters[place] != "仟" && isAlone(before, after) {
        let named = currency.flatMap { Currency.named($0) }
        found.insert(UnitMention(scale: scale, currency: named == .yuan ? nil : named))
      }
    }
    return found
  }

  /// 萬 and 億 alone stand in many names (萬科, 億緯), so they are units only where neither side of them belongs to a name.
  private static func isAlone(_ before: ArraySlice<Character>, _ after: ArraySlice<Character>) -> Bool {
    if let next = after.first, next.isLetter, !"計计為为".contains(next) { return false }
    guard let last = before.last, last.isLetter else { return true }
    return "額额計计值價价數数單单位幣币以為为按是".contains(last)
  }
}
