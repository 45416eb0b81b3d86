// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// What a number format writes beside an amount: a currency, and perhaps that it counts thousands or more (`#,##0" k€"`, `0.0"萬"`).
struct FormatUnit: Hashable {
  /// Folded and without blanks; empty if it writes nothing that is a unit.
  let text: String
  /// How much one of the unit is in its currency; 1 if no unit is written, or if the format divides the number that it shows.
  let scale: Double
  let currency: Currency?

  static let none = FormatUnit(text: "", scale: 1, currency: nil)

  private init(text: String, scale: Double, currency: Currency?) {
    self.text = text
    self.scale = scale
    self.currency = currency
  }

  init(_ format: NumberFormat) {
    // General and formats of digits alone are most of all.
    guard !format.isDate, format.code.utf8.contains(where: { !Self.plain.contains($0) }) else {
      self = .none
      return
    }
    var found = Self.none
    for section in Self.sections(of: format.code) {
      let unit = Self.unit(in: section)
      if found.text.isEmpty || found.scale == 1 && unit.scale != 1 { found = unit }
    }
    self = found
  }

  private static let plain = Set("0#?.,-_ ()@*".utf8)

  /// The first section, and the others too if conditions choose among them.
  private static func sections(of code: String) -> [Substring] {
    var sections: [Substring] = []
    var isQuoted = false
    var start = code.startIndex
    var place = start
    while place < code.endIndex {
      switch code[place] {
      case "\"": isQuoted.toggle()
      case "\\" where !isQuoted:
        place = code.index(after: place)
        if place == code.endIndex { break }
      case ";" where !isQuoted:
        sections.append(code[start..<place])
        start = code.index(after: place)
      default: break
      }
      if place < code.endIndex { place = code.index(after: place) }
    }
    sections.append(code[min(start, code.endIndex)...])
    let isConditional = ["[>", "[<", "[="].contains { sections[0].contains($0) }
    return isConditional ? sections : Array(sections.prefix(1))
  }

  /// What one section writes.
  private static func unit(in section: Substring) -> FormatUnit {
    var text = ""
    var bracket: String?
    var isQuoted = false
    // Of whose currency a sign is that several share: `[$¥-804]`.
    var locale = ""
    // A comma right after the last digit divides by a thousand.
    var (hasDigit, divides) = (false, false)
    var characters = section.makeIterator()
    while let character = characters.next() {
      if isQuoted {
        if character == "\"" { isQuoted = false } else { text.append(character) }
        continue
      }
      if let inside = bracket {
        if character == "]" {
          if inside.hasPrefix("$") {
            text += inside.dropFirst().prefix { $0 != "-" }
            locale = inside.split(separator: "-").dropFirst().last.map { $0.lowercased() } ?? locale
          }
          bracket = nil
        } else {
          bracket = inside + String(character)
        }
        continue
      }
      switch character {
      case "\"": isQuoted = true
      case "[": bracket = ""
      case "\\", "!":
        if let next = characters.next() { text.append(next) }
      case "_", "*": _ = characters.next()
      case "0", "#", "?": (hasDigit, divides) = (true, false)
      case ",": divides = hasDigit
      case ".": divides = false
      default:
        if "$€£¥".contains(character) || !character.isASCII { text.append(character) }
      }
    }
    let folded = TextFolding.folded(text).filter { !$0.isWhitespace && !"()+-.,:/".contains($0) }
    guard !folded.isEmpty else { return .none }
    let scale = divides ? 1 : HeaderNormalizer.moneyScale(ofUnit: folded) ?? letters[folded]
    let isCounted = scale.map { $0 != 1 } ?? false
    let currency =
      Self.shared[folded]?[locale.drop { $0 == "0" }].map { Currency(code: $0) } ?? Currency.named(folded)
      ?? (isCounted
        ? Currency.allWords.first { folded.hasPrefix($0) || folded.hasSuffix($0) }.flatMap { Currency.named($0) } : nil)
    guard scale != nil || currency != nil else { return .none }
    return FormatUnit(text: folded, scale: scale ?? 1, currency: currency)
  }

  /// The currencies of signs that several share, by the language of the format, as Excel's own list of currencies has them.
  private static let shared: [String: [Substring: String]] = [
    "$": [
      "409": "USD", "1009": "CAD", "c0c": "CAD", "c09": "AUD", "1409": "NZD", "404": "TWD", "c04": "HKD", "1004": "SGD",
      "80a": "MXN", "1404": "MOP",
    ],
    "¥": ["804": "CNY", "411": "JPY"],
    "kr": ["41d": "SEK", "414": "NOK", "814": "NOK", "406": "DKK", "40f": "ISK"],
    "kr.": ["406": "DKK", "40f": "ISK"],
  ]

  /// Whether the two write amounts of different currencies. ‘NT$’ beside ‘$’ are two; ‘US$’ beside ‘$’ may be one.
  func differs(from other: FormatUnit) -> Bool {
    guard let own = currency, let theirs = other.currency else { return false }
    func isPlain(_ unit: FormatUnit) -> Bool { unit.currency == .dollar }
    func isLettered(_ unit: FormatUnit) -> Bool {
      unit.currency != Currency(code: "USD") && unit.text.hasSuffix("$") && unit.text.first?.isLetter == true
    }
    if isPlain(self) && isLettered(other) || isPlain(other) && isLettered(self) { return true }
    return SaidCurrency.differ(own, theirs)
  }

  /// Whether it writes a currency in letters: `CHF`, `NT$`; of signs and of `kr` each country has its own.
  var isLettered: Bool {
    guard let currency, scale == 1 else { return false }
    return text == currency.code.lowercased() || text.hasSuffix("$") && text.first?.isLetter == true
  }

  /// Letters that say nothing in a header, and after each of many amounts that they are in millions.
  private static let letters: [String: Double] = ["m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e3, "tsd": 1e3, "w": 1e4]
}

/// A cell format of the nonzero numbers of a column.
struct NumberStyle: Hashable, Sendable {
  /// The index into `cellXfs`.
  let style: Int
  /// The first row with it.
  let row: Int
}

extension UnitLine {
  /// What the number formats of a column of amounts say: one unit in all of them, or several, so that the numbers are not added up.
  ///
  /// Amounts without a currency beside others in `€` are taken for what the others are; beside others in `USD` or `NT$`, which somebody has
  /// written on purpose, they may be in any.
  ///
  /// - Parameter isStated: whether the currency of the column is stated elsewhere.
  init?(_ styles: [NumberStyle], column: Int, isStated: Bool, in workbook: Workbook) {
    var kinds: [(unit: FormatUnit, row: Int, format: NumberFormat)] = []
    for style in styles {
      let format = workbook.styles.numberFormat(at: style.style)
      if format.isDate { continue }
      let unit = FormatUnit(format)
      if !kinds.contains(where: { $0.unit == unit }) { kinds.append((unit, style.row, format)) }
    }
    guard let first = kinds.first else { return nil }
    func line(_ place: (unit: FormatUnit, row: Int, format: NumberFormat), unit: String, scale: Double) -> UnitLine {
      UnitLine(
        cell: CellReference(row: place.row, column: column), text: place.format.code, unit: unit, scale: scale,
        columns: nil)
    }
    let other = kinds.first { kind in
      kind.unit.scale != first.unit.scale || kinds.contains { $0.unit.differs(from: kind.unit) }
    }
    if other == nil, !isStated, let named = kinds.first(where: { $0.unit.isLettered }),
      kinds.contains(where: { $0.unit.currency == nil })
    {
      self = line(named, unit: named.unit.currency?.code ?? "", scale: 1)
      leavesOpen = true
      return
    }
    guard let other else {
      guard first.unit.scale != 1 else { return nil }
      self = line(first, unit: first.unit.text, scale: first.unit.scale)
      return
    }
    var texts: [String] = []
    for kind in kinds {
      let text = kind.unit.scale == 1 ? kind.unit.currency?.code ?? "1" : kind.unit.text
      if !texts.contains(text) { texts.append(text) }
    }
    self = line(other.row == first.row ? kinds[1] : other, unit: texts.joined(separator: Self.separator), scale: 1)
  }

  /// That the formats of a column of amounts write another currency than its header states.
  init?(_ styles: [NumberStyle], against stated: Currency, column: Int, in workbook: Workbook) {
    for style in styles {
      let format = workbook.styles.numberFormat(at: style.style)
      // In Taiwan `$` is 元.
      guard !format.isDate, let own = FormatUnit(format).currency, SaidCurrency.differ(own, stated),
        !(stated == .yuan && own == .dollar)
      else { continue }
      self.init(
        cell: CellReference(row: style.row, column: column), text: format.code,
        unit: [stated.code, own.code].joined(separator: Self.separator), scale: 1, columns: nil)
      return
    }
    return nil
  }
}
