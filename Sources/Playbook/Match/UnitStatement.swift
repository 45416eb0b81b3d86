// SPDX-License-Identifier: Apache-2.0

import Base

/// What a text says of the unit of amounts: 單位：萬元, `all amounts in k€`, `Sales pipeline (in thousands of USD)`.
public struct UnitStatement: Hashable, Sendable {
  /// How clearly a text speaks of all amounts of a table.
  public enum Form: Sendable {
    /// It says so: 單位：萬元, `amounts in k€`.
    case said
    /// A unit is the whole of it or its end: 萬元, `Pipeline 2026 (k€)`. The same may be said of a single figure beside it.
    case shown
  }

  /// How much one of the unit is in its currency: 10,000 for 萬元, 1 for 元.
  public let scale: Double
  /// The unit, folded and without blanks.
  public let unit: String
  public let form: Form

  /// A fast test: false for most texts in which no unit is ``Form/said``.
  public static func mayBeSaid(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    var beforeThat: UInt8 = 0x20
    for byte in text.utf8 {
      switch byte {
      // A colon or an equals sign; the first byte of full-width forms.
      case 0x3A, 0x3D, 0xEF: return true
      // The word ‘in’.
      case 0x20, 0x28, 0xC2:
        if previous | 0x20 == 0x6E, beforeThat | 0x20 == 0x69 { return true }
      // The last bytes of 單, 单 and 以.
      case 0xAE where beforeThat == 0xE5 && previous == 0x96, 0x95 where beforeThat == 0xE5 && previous == 0x8D,
        0xA5 where beforeThat == 0xE4 && previous == 0xBB:
        return true
      default: break
      }
      (beforeThat, previous) = (previous, byte)
    }
    return false
  }

  /// Nil for a text that says nothing of a unit of money. A remark about another unit (`Unit: pieces`) and a name (單位：某公司) say nothing.
  public init?(_ text: String) {
    // A longer text is an explanation, not a label.
    guard text.utf8.count <= 400, let known = Self.known.value(of: text, Self.read) else { return nil }
    self = known
  }

  private static let known = TextMemo<UnitStatement?>()

  private static func read(_ text: String) -> UnitStatement? {
    var found: UnitStatement?
    for segment in segments(TextFolding.folded(text)) {
      guard let next = said(segment) ?? shown(segment) else { continue }
      // 單位：人民幣（萬元）: the scale counts, and that it is said.
      guard let first = found else {
        found = next
        continue
      }
      let scaled = first.scale == 1 ? next : first
      found = UnitStatement(scale: scaled.scale, unit: scaled.unit, form: first.form == .said ? .said : next.form)
    }
    guard let found, found.form == .said || found.scale != 1 else { return nil }
    return found
  }

  /// Whether the text is nothing but the unit, with a currency in it: k€, 萬元.
  public func isCurrency(_ text: String) -> Bool {
    let folded = TextFolding.folded(text).filter { !$0.isWhitespace }
    return folded == unit && Currency.allWords.contains { unit.containsBytes(of: $0) }
  }

  private init(scale: Double, unit: String, form: Form) {
    self.scale = scale
    self.unit = unit
    self.form = form
  }

  /// The unit of money that a column's header states outside brackets at its end: `Betrag in T€`, `Amount (k€) Q1`, 金額萬元.
  public static func unit(inHeader header: String) -> String? { units.value(of: header, read(header:)) }

  private static let units = TextMemo<String?>()

  private static func read(header: String) -> String? {
    if let unit = unit(asHeader: header) { return unit }
    let segments = segments(TextFolding.folded(header))
    for segment in segments where segment.isBracketed {
      guard let unit = said(segment)?.unit ?? measure(segment.tokens.joined(), segment.tokens.count)?.unit,
        HeaderNormalizer.moneyScale(ofUnit: unit) != nil
      else { continue }
      return unit
    }
    if let last = segments.last, last.isBracketed, segments.count > 1,
      HeaderNormalizer.columnScale(ofUnit: last.tokens.joined()) != nil
    {
      return last.tokens.joined()
    }
    guard let last = segments.last(where: { !$0.isBracketed })?.tokens, !last.isEmpty else { return nil }
    // Amount/k€, 金額/萬
    if let slash = last.last?.lastIndex(of: "/"), let end = last.last?[slash...].dropFirst(), !end.isEmpty,
      slash > last.last?.startIndex ?? slash, HeaderNormalizer.moneyScale(ofUnit: String(end)) != nil
    {
      return String(end)
    }
    for count in (1...min(3, last.count)).reversed() where count < last.count || segments.count > 1 {
      var tokens = last.suffix(count)
      if tokens.first == "in" { tokens = tokens.dropFirst() }
      guard !tokens.isEmpty, let (_, unit) = measure(tokens.joined(), tokens.count) else { continue }
      return unit
    }
    let end = last.last ?? ""
    if let unit = chineseEnd.first(where: { end.hasSuffix($0) }) { return unit }
    // 金額萬, 金額-万, 金額_萬
    guard let unit = end.last, "萬万億亿".contains(unit) else { return nil }
    let rest = end.dropLast().filter { !"-_–/".contains($0) }
    return rest.isEmpty || "額额價价".contains(rest.last ?? " ") ? String(unit) : nil
  }

  /// The unit of money that is the whole header of a column: `k€`, EUR, 萬元. Nil for any other header; `k` and `m` alone may be anything.
  package static func unit(asHeader header: String) -> String? {
    let unit = TextFolding.folded(header).filter { !$0.isWhitespace && !"()[]【】".contains($0) }
    return unit.count > 1 || !unit.allSatisfy(\.isASCII) || unit == "$" ? wholeUnit(unit) : nil
  }

  private static func wholeUnit(_ unit: String) -> String? {
    guard HeaderNormalizer.moneyScale(ofUnit: unit) != nil else { return nil }
    let namesCurrency = Currency.named(unit) != nil || Currency.allWords.contains { unit.containsBytes(of: $0) }
    return namesCurrency || unit.last == "元" ? unit : nil
  }

  /// The header without the unit of money at its end, outside brackets: `Betrag` for `Betrag in T€`. Nil if there is none.
  public static func header(withoutUnit header: String) -> String? {
    let words = header.split { $0.unicodeScalars.allSatisfy(TextFolding.isBlank) }
    for count in (1...3).reversed() where count < words.count {
      let folded = words.suffix(count).map { TextFolding.folded(String($0)) }
      let unit = folded.first == "in" ? folded.dropFirst() : folded[...]
      guard !unit.isEmpty, !unit.contains(where: { $0.contains("(") || $0.contains(")") }),
        measure(unit.joined(), unit.count) != nil
      else { continue }
      return words.dropLast(count).joined(separator: " ")
    }
    guard let end = chineseEnd.first(where: { header.hasSuffix($0) }) else { return nil }
    let rest = header.dropLast(end.count)
    return rest.isEmpty ? nil : String(rest)
  }

  // MARK: Parts of the text

  private struct Segment {
    var tokens: [String]
    var isBracketed: Bool
    /// Whether it is all of the text.
    var isWhole = false
  }

  /// The parts between brackets, semicolons and the like, each as its words.
  private static func segments(_ text: String) -> [Segment] {
    var segments: [Segment] = []
    var tokens: [String] = []
    var word = ""
    var depth = 0
    func endWord() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    func endSegment() {
      endWord()
      if !tokens.isEmpty { segments.append(Segment(tokens: tokens, isBracketed: depth > 0)) }
      tokens = []
    }
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      switch character {
      case "(", "[", "【", "〔", "{":
        endSegment()
        depth += 1
      case ")", "]", "】", "〕", "}":
        endSegment()
        depth = max(0, depth - 1)
      case ";", "。", "|", "\n", "\r", "\r\n": endSegment()
      case ",", "、":
        // 1,000 EUR is one unit.
        if place + 1 < characters.count, characters[place + 1].isNumber { word.append(character) } else { endSegment() }
      case ":", "=":
        endWord()
        tokens.append(":")
      default:
        if character.unicodeScalars.allSatisfy(TextFolding.isBlank) {
          endWord()
        } else {
          word.append(character == "\u{2019}" ? "'" : character)
        }
      }
    }
    endSegment()
    if segments.count == 1 { segments[0].isWhole = true }
    return segments
  }

  // MARK: Said

  private static func said(_ segment: Segment) -> UnitStatement? {
    let tokens = segment.tokens
    for (place, token) in tokens.enumerated() {
      let rest = tokens[(place + 1)...]
      if rest.first == ":", let kind = labelKind(token) {
        if let unit = leading(rest.dropFirst(), numeric: kind == .unit), kind == .unit || unit.scale != 1 {
          return unit
        }
      } else if token == "in" {
        let before = place > 0 ? tokens[place - 1] : ":"
        let isOfAmounts = amountWords.contains(before)
        guard isOfAmounts || before == ":" || Currency.named(before) != nil else { continue }
        // A currency alone may be counted in thousands.
        guard let unit = leading(rest, numeric: true, letters: isOfAmounts), unit.scale != 1 else { continue }
        // Won (in k€) may be said of one figure.
        return place > 0 || segment.isWhole ? unit : UnitStatement(scale: unit.scale, unit: unit.unit, form: .shown)
      } else if let unit = chinese(token, rest) {
        return unit
      }
    }
    return nil
  }

  private enum LabelKind { case unit, currency }

  private static func labelKind(_ token: String) -> LabelKind? {
    if unitLabels.contains(token) || token.hasSuffix("單位") || token.hasSuffix("单位") { return .unit }
    return labels.contains(token) ? .currency : nil
  }

  /// 單位萬元, 單位均為人民幣萬元, 金額以千元計.
  private static func chinese(_ token: String, _ rest: ArraySlice<String>) -> UnitStatement? {
    // Most texts have neither, and looking for a range is slow.
    guard token.containsBytes(of: "位") || token.containsBytes(of: "以") else { return nil }
    for label in ["單位", "单位"] {
      guard let place = token.firstRange(of: label) else { continue }
      var value = token[place.upperBound...]
      while let first = value.first, "均皆都為为是".contains(first) { value = value.dropFirst() }
      if let unit = leading([String(value)] + rest, numeric: true) { return unit }
    }
    guard let place = token.firstIndex(of: "以") else { return nil }
    let value = token[token.index(after: place)...]
    for end in ["為單位", "为单位", "計", "计", "列示", "表示", "呈現", "呈现", "填"] {
      guard let range = value.firstRange(of: end) else { continue }
      if let (scale, unit) = measure(String(value[..<range.lowerBound]), 1) {
        return UnitStatement(scale: scale, unit: unit, form: .said)
      }
    }
    return nil
  }

  /// The unit with which the words begin. What follows must not be what is counted, as in `thousands of units`.
  private static func leading(
    _ tokens: some Collection<String>, numeric: Bool, letters: Bool = false
  ) -> UnitStatement? {
    let tokens = Array(tokens.drop { $0 == ":" || $0.isEmpty })
    guard !tokens.isEmpty else { return nil }
    for count in (1...min(4, tokens.count)).reversed() {
      let text = tokens[..<count].joined()
      guard let (scale, unit) = measure(text, count, numeric: numeric, letters: letters) else { continue }
      let rest = tokens[count...]
      guard let next = rest.first else { return UnitStatement(scale: scale, unit: unit, form: .said) }
      let isEnded =
        Currency.allWords.contains { unit.containsBytes(of: $0) } || benign.contains(next)
        || rest.dropFirst().first == ":"
      return isEnded ? UnitStatement(scale: scale, unit: unit, form: .said) : nil
    }
    return nil
  }

  // MARK: Shown

  private static func shown(_ segment: Segment) -> UnitStatement? {
    let tokens = segment.tokens
    if segment.isBracketed || segment.isWhole {
      if let (scale, unit) = measure(tokens.joined(), tokens.count), scale != 1,
        !(segment.isBracketed ? ["mn", "bn"] : ["k", "mn", "bn", "mio", "mrd", "千", "萬", "万", "億", "亿"]).contains(unit)
      {
        return UnitStatement(scale: scale, unit: unit, form: .shown)
      }
    }
    guard !segment.isBracketed, tokens.count > 1 else { return nil }
    // Pipeline 2026 in k€, 商機一覽 萬元.
    for count in (1...min(3, tokens.count - 1)).reversed() {
      var end = tokens.suffix(count)
      if end.first == "in" || end.first == "-" || end.first == "–" { end = end.dropFirst() }
      guard let (scale, unit) = measure(end.joined(), end.count), scale != 1,
        Currency.allWords.contains(where: { unit.containsBytes(of: $0) })
      else { continue }
      return UnitStatement(scale: scale, unit: unit, form: .shown)
    }
    return nil
  }

  // MARK: The unit

  /// The scale of a unit of money.
  ///
  /// - Parameters:
  ///   - text: folded and without blanks.
  ///   - count: of how many words it is made.
  ///   - numeric: whether `1,000` alone is a unit.
  ///   - letters: whether `m` and `t` alone are.
  private static func measure(
    _ text: String, _ count: Int, numeric: Bool = false, letters: Bool = false
  ) -> (scale: Double, unit: String)? {
    guard count > 0, text.utf8.count <= 40, !text.hasSuffix("of") else { return nil }
    var text = text
    for (word, sign) in currencyWords where holds(text, word) { text = text.replacing(word, with: sign) }
    while let last = text.last, ".,".contains(last), !["fr.", "rs."].contains(text) { text.removeLast() }
    var found: (scale: Double, unit: String)?
    // 台/萬元: one of the units is one of money.
    for part in text.split(whereSeparator: { $0 == "/" || $0 == "、" }).map(String.init) {
      guard
        let scale = HeaderNormalizer.moneyScale(ofUnit: part) ?? powers[letters ? part : ""]
          ?? counted(part, alone: numeric)
      else { continue }
      if found == nil || found?.scale == 1 { found = (scale, part) }
    }
    return found
  }

  /// Whether the bytes of `word` are somewhere in the text.
  private static func holds(_ text: String, _ word: String) -> Bool {
    let (bytes, word) = (text.utf8, word.utf8)
    guard let first = word.first else { return true }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: word) { return true }
      rest = rest[bytes.index(after: start)...]
    }
    return false
  }

  /// 1,000 EUR, 新台幣10000元.
  private static func counted(_ text: String, alone: Bool) -> Double? {
    guard let first = text.firstIndex(where: \.isNumber), let last = text.lastIndex(where: \.isNumber) else {
      return nil
    }
    let digits = text[first...last].filter { !",.'".contains($0) }
    guard let number = Double(digits), powersOfTen.contains(number) else { return nil }
    // 新台幣1,000元 names the currency twice.
    var currency = text[..<first] + text[text.index(after: last)...]
    if currency.count > 1, currency.hasSuffix("元") { currency.removeLast() }
    let isMoney = currency.isEmpty ? alone : HeaderNormalizer.moneyScale(ofUnit: String(currency)) == 1
    return isMoney ? number : nil
  }

  private static let powersOfTen: Set<Double> = [1e3, 1e4, 1e6, 1e8]
  private static let powers: [String: Double] = ["m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e3, "000": 1e3]
  private static let currencyWords = [
    ("usdollars", "usd"), ("dollars", "$"), ("dollar", "$"), ("pounds", "£"), ("tausend", "tsd"), ("millionen", "mio"),
    ("milliarden", "mrd"),
  ]

  private static let unitLabels: Set<String> = ["unit", "units", "einheit", "einheiten"]
  private static let labels: Set<String> = [
    "currency", "scale", "amounts", "figures", "values", "währung", "beträge", "angaben", "werte", "zahlen", "幣別", "币别",
    "幣種", "币种", "貨幣", "货币",
  ]

  /// What may stand before `in k€` where it is said of amounts.
  private static let amountWords: Set<String> = [
    "amount", "amounts", "figures", "values", "value", "numbers", "sums", "prices", "revenue", "revenues", "sales",
    "money", "are", "is", "shown", "stated", "expressed", "reported", "quoted", "given", "displayed", "denominated",
    "beträge", "betrag", "angaben", "werte", "zahlen", "umsätze", "umsatz", "preise", "sind", "alles", "all", "alle",
  ]

  /// What may follow a unit.
  private static let benign: Set<String> = [
    "unless", "except", "and", "und", "net", "netto", "gross", "brutto", "excl", "excl.", "incl", "incl.", "before",
    "without", "ohne", "zzgl.", "p.a.", "per", "-", "–", "only",
  ]

  private static let chineseEnd = ["百萬元", "百万元", "萬元", "万元", "千元", "仟元", "億元", "亿元"]
}
