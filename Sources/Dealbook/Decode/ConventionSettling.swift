// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Decides how a column is read, from everything that it says about itself.
struct ConventionSettling {
  let definition: ColumnDefinition
  let header: String
  let unit: String?
  /// The format of the first data row.
  let format: NumberFormat
  let values: Column
  let rows: RowLayout
  /// The language of the workbook's labels; determines what 元 and W mean.
  let language: Language
  let rocYears: Bool
  /// Whether the cells come from a text file whose fields are separated by semicolons, as they are where a comma is the decimal mark.
  var isFromSemicolons = false

  func settled() -> SettledConvention {
    var settled = SettledConvention()
    let type = definition.type
    guard type.isNumeric else { return settled }
    if type == .percent { (settled.percentScale, settled.percentEvidence) = percentScale() }
    if type == .money || type == .number { settled.currency = currency() }
    if type == .date {
      (settled.dateOrder, settled.dateEvidence) = dateOrder()
    } else {
      (settled.decimalMarks, settled.markEvidence) = decimalMarks(settled.currency)
    }
    return settled
  }

  /// The distinct texts of the data rows, each with the first row that holds it.
  private func texts() -> [(row: Int, text: String)] {
    guard values.textCount > 1 else { return [] }
    var isKnown = [Bool](repeating: false, count: values.textCount)
    var texts: [(row: Int, text: String)] = []
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data {
      guard let number = values.textNumber(at: offset), !isKnown[number], let text = values[offset].text else {
        continue
      }
      isKnown[number] = true
      texts.append((rows.range.lowerBound + offset, text))
    }
    return texts
  }

  // MARK: Percent

  private typealias Evidence = SettledConvention.Evidence

  private func percentScale() -> (PercentScale?, Evidence) {
    let stated = definition.convention.percentScale
    if let stated, stated != .hundreds { return (stated, .playbook) }
    var limit = 1.0
    if case .range(let range) = definition.allowed, case .number(let most)? = range.maximum?.value {
      limit = max(1, most)
    }
    var (above, shares, ones) = (0, 0, 0)
    var (largest, areWhole) = (0.0, true)
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data {
      guard let number = values.number(at: offset)?.magnitude, number > 0 else { continue }
      largest = max(largest, number)
      areWhole = areWhole && number == number.rounded()
      if number > limit { above += 1 } else if number == 1 { ones += 1 } else { shares += 1 }
    }
    if let stated {
      // 0.5 and 0.7 alone are not half a percent, whatever an earlier export had.
      return above == 0 && shares > 1 ? (nil, .contradiction) : (stated, .playbook)
    }
    let count = above + shares + ones
    let byNumbers = Evidence.numbers(above: above, of: count)
    guard count > 0 else { return (.fractions, .nothing) }
    // A few numbers in the other scale among many are mistakes; if there are more, the scale is unclear.
    let isFraction = above * 4 <= shares
    let isHundred = shares * 4 <= above
    if format.isPercent {
      // Such cells show 0.5 as 50%.
      return above == 0 || isFraction ? (.fractions, .format(format.code)) : (nil, .contradiction)
    }
    if TextFolding.folded(header).contains("%") {
      return shares == 0 || isHundred ? (.hundreds, .header(header)) : (nil, .contradiction)
    }
    if above == 0 || isFraction { return (.fractions, byNumbers) }
    // 1 to 5, or 0 to 10, are points that somebody gave as likely as percentages.
    if largest <= 10, areWhole, above + ones > 2 { return (nil, .points(most: largest)) }
    return isHundred ? (.hundreds, byNumbers) : (nil, byNumbers)
  }

  // MARK: Amounts

  private func currency() -> Currency? {
    if let stated = definition.convention.currency { return stated }
    if let named = Self.currency(unit: unit, header: header) {
      return named == .yuan && language == .simplifiedChinese ? Self.renminbi : named
    }
    if let shown = format.currencyMark, let named = Currency.named(TextFolding.folded(shown)) { return named }
    switch language {
    case .simplifiedChinese: return Self.renminbi
    // All of them may say which 元 it is.
    case .traditionalChinese: return currencyOfTexts().flatMap { Self.kindsOfYuan.contains($0) ? $0 : nil } ?? .yuan
    case .english: return currencyOfTexts()
    }
  }

  /// The currency that all the column's texts name, if they are several and it holds hardly anything else.
  private func currencyOfTexts() -> Currency? {
    var found: Currency?
    for (_, text) in texts() {
      guard let readings = NumberReader.readings(text),
        let named = (readings.withPoint ?? readings.withComma)?.currency, found == nil || found == named
      else { return nil }
      found = named
    }
    guard found != nil else { return nil }
    var (texts, others) = (0, 0)
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data && !values[offset].isEmpty {
      if values.textNumber(at: offset) != nil { texts += 1 } else { others += 1 }
    }
    return texts > 1 && others * 10 <= texts ? found : nil
  }

  /// Currencies that are called 元.
  private static let kindsOfYuan = [Currency(code: "TWD"), Currency(code: "HKD"), Currency(code: "CNY")]

  /// 元 in simplified Chinese.
  private static let renminbi = Currency(code: "CNY")

  /// The currency that a header states, in its unit or elsewhere.
  static func currency(unit: String?, header: String) -> Currency? {
    unit.flatMap(currency) ?? currency(in: TextFolding.folded(header))
  }

  /// The currency named by a word in a header or unit: `USD`, `元/年`, `金額(新台幣)`.
  private static func currency(in text: String) -> Currency? { currencies.value(of: text, named) }

  private static let currencies = TextMemo<Currency?>()

  private static func named(_ text: String) -> Currency? {
    let bytes = Array(text.lowercased().utf8)
    for word in words {
      guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: word.bytes) }) else { continue }
      if word.isOfLetters {
        // A word of letters must not be part of another word.
        let end = start + word.bytes.count
        guard word.bytes.count > 2, start == 0 || !isLetter(bytes[start - 1]),
          end == bytes.count || !isLetter(bytes[end])
        else { continue }
      }
      return word.currency
    }
    return nil
  }

  /// The words for currencies in UTF-8, longest first.
  private static let words: [(bytes: [UInt8], isOfLetters: Bool, currency: Currency)] = Currency.allWords.compactMap {
    word in
    Currency.named(word).map { (Array(word.utf8), word.utf8.contains(where: isLetter), $0) }
  }

  /// Whether a byte is a letter of ASCII in lower case.
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private func decimalMarks(_ currency: Currency?) -> (DecimalMarks, Evidence) {
    if let stated = definition.convention.decimalMark { return (.settled(stated), .playbook) }
    var point: (count: Int, first: Evidence) = (0, .nothing)
    var comma: (count: Int, first: Evidence) = (0, .nothing)
    // Numbers that contain both marks, or a mark before two digits or more than three, have only one reading.
    var isCommaSure = false
    var open = 0
    for (row, text) in texts() {
      guard let readings = NumberReader.readings(text), readings.hasMark else { continue }
      // An amount in another currency says nothing about how the team writes its own.
      if let other = (readings.withPoint ?? readings.withComma)?.currency, currency?.includes(other) != true {
        continue
      }
      switch (readings.withPoint, readings.withComma) {
      case (_?, nil):
        if point.count == 0 { point.first = .cell(row: row, text: text) }
        point.count += 1
      case (nil, let reading?):
        if comma.count == 0 { comma.first = .cell(row: row, text: text) }
        comma.count += 1
        isCommaSure =
          isCommaSure || (text.contains(".") || reading.currency == Currency(code: "EUR")) && text.contains(",")
      default: if readings.areTwo { open += 1 }
      }
    }
    // Ambiguous texts must not outnumber conclusive ones; a few contradictions among many are mistakes.
    let isPoint = point.count > 0 && comma.count * 4 <= point.count && point.count >= open
    if isPoint { return (.settled(.point), point.first) }
    let isComma = point.count * 4 <= comma.count && comma.count >= open && (isCommaSure || comma.count > 1)
    if comma.count > 0, isComma { return (.settled(.comma), comma.first) }
    // `120,000` is then as unclear as `120.000`.
    if comma.count == 0 { return (isFromSemicolons && open > 0 ? .unsettled : .usual, .nothing) }
    return (.unsettled, point.count > 0 ? .contradiction : .nothing)
  }

  // MARK: Dates

  private func dateOrder() -> (DateOrder?, Evidence) {
    if let stated = definition.convention.dateOrder { return (stated, .playbook) }
    var (dayFirst, monthFirst, open) = (0, 0, 0)
    var first = Evidence.nothing
    for (row, text) in texts() {
      guard let readings = DateReader.readings(text, rocYears: rocYears)?.days else { continue }
      switch readings {
      case .two: open += 1
      case .one(let reading):
        // 31/3/2026 and 3/31/2026 are conclusive; a text that begins with the year is not.
        let parts = text.split { "/-".contains($0) }.prefix(2).compactMap { Int(StraySpace.trimmed(String($0))) }
        guard parts.count == 2, parts[0] <= 31, parts[1] <= 31, parts[0] != parts[1] else { continue }
        let isDayFirst = parts[0] == reading.day && parts[1] == reading.month
        if dayFirst + monthFirst == 0 { first = .cell(row: row, text: text) }
        if isDayFirst { dayFirst += 1 } else { monthFirst += 1 }
      }
    }
    if dayFirst > 0, monthFirst == 0, dayFirst >= open { return (.dayFirst, first) }
    if monthFirst > 0, dayFirst == 0, monthFirst >= open { return (.monthFirst, first) }
    return (nil, .nothing)
  }
}
