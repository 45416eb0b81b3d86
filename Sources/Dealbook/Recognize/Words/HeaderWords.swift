// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// A header or title reduced to its meaning: lower-case words in simplified characters, with abbreviations expanded, plurals made singular,
/// and connecting words removed.
///
/// `Opp_Nbr`, `OpportunityNo.` and ‘Opportunity numbers’ are equal; so are 合約金額（萬元） and 合约金额.
struct HeaderWords: Hashable, Sendable {
  /// The person in charge: ours on a sheet of deals, the head of the company on one of customers.
  static let personInCharge = "负责人"

  /// In their original order.
  let words: [String]
  /// The words joined: exports run words together (`closedate`).
  var key: String { words.joined() }
  /// The words in sorted order, so that ‘Date of sale’ equals ‘Sale date’. Nil for a single word.
  var unordered: String? { words.count > 1 ? Set(words).sorted().joined(separator: " ") : nil }

  var isEmpty: Bool { words.isEmpty }

  /// The date of what a header names: 预计签约日期 for 预计签约. Nil unless it is one word of Chinese.
  var dated: HeaderWords? {
    guard words.count == 1, let word = words.first, Self.isChinese(word), (2...8).contains(word.count),
      !word.hasSuffix("日期")
    else { return nil }
    return HeaderWords(words: [word + "日期"])
  }

  /// The Chinese and the other words of a header that is written in two languages: 客户 Customer.
  var languages: [HeaderWords] {
    let chinese = words.filter(Self.isChinese)
    let others = words.filter { !Self.isChinese($0) }
    // Q1, FY26 and 2026 say which, and not what.
    guard !chinese.isEmpty, others.contains(where: { $0.count > 2 && $0.allSatisfy(\.isLetter) }),
      !others.contains(where: { $0.contains(where: \.isNumber) })
    else { return [] }
    return [HeaderWords(words: chinese), HeaderWords(words: others)]
  }

  /// The ways in which a header says what it is, ‘Company / Account’, ‘Firma oder Kunde’ and 商機或項目; empty if it says it once. What stands
  /// in brackets is left out.
  static func ways(of header: String) -> [HeaderWords] {
    var parts: [String] = [""]
    var depth = 0
    for character in header {
      if opening.isSuperset(of: character.unicodeScalars) { depth += 1 }
      if depth == 0 {
        if "/／|｜".contains(character) { parts.append("") } else { parts[parts.count - 1].append(character) }
      }
      if closing.isSuperset(of: character.unicodeScalars) { depth = max(0, depth - 1) }
    }
    if parts.count == 1 {
      if parts[0].contains("或") {
        parts = parts[0].split(separator: "或").map(String.init)
      } else if let both = Self.both(parts[0]) {
        parts = both
      } else {
        let words = parts[0].split(whereSeparator: \.isWhitespace)
        parts = words.split { ["or", "oder"].contains($0.lowercased()) }.map { $0.joined(separator: " ") }
      }
    }
    let ways = parts.map { HeaderWords($0) }
    return (2...3).contains(ways.count) && ways.allSatisfy { !$0.isEmpty } ? ways : []
  }

  /// The two things of which a Chinese header speaks: 下一步計劃及需要支持. What is said first is what the column is.
  private static func both(_ header: String) -> [String]? {
    // Several header rows are joined by spaces.
    guard !header.contains(where: \.isWhitespace) else { return nil }
    for joint in ["及", "與", "与", "、"] where header.contains(joint) {
      let parts = header.split(separator: joint).map(String.init)
      if parts.count == 2, parts.allSatisfy({ $0.count > 1 && isChinese($0) }) { return parts }
    }
    return nil
  }

  /// What a header of two words says without the year: 目标 for 2026年目标. Nil if it names none.
  var withoutYear: HeaderWords? {
    // FY26 is two words by its capitals.
    let words = words.count == 3 && words[0] == "f" ? ["f" + words[1], words[2]] : words
    guard words.count == 2, year != nil else { return nil }
    guard Self.year(words[0]) != nil else { return HeaderWords(words: [words[0]]) }
    for mark in ["年度", "年"] where words[1].hasPrefix(mark) && words[1].count > mark.count + 1 {
      return HeaderWords(words: [String(words[1].dropFirst(mark.count))])
    }
    return HeaderWords(words: [words[1]])
  }

  /// The year of a header such as 2026年目标, ‘FY26 target’ or ‘Umsatzziel 2026’.
  var year: Int? {
    if words.count == 3, words[0] == "f" { return Self.year("f" + words[1]) }
    return words.count == 2 ? words.compactMap { Self.year($0) }.first : nil
  }

  private static func year(_ word: String) -> Int? {
    if word.hasPrefix("fy"), let year = Int(word.dropFirst(2)) { return year < 100 ? 2000 + year : year }
    return Int(word).flatMap { (2000...2100).contains($0) || (100...150).contains($0) ? $0 : nil }
  }

  /// Whether a header in Chinese says that it is about what is planned or expected.
  var isPlanned: Bool {
    words.first.map { word in ["预计", "计划", "预定", "拟", "应"].contains { word.hasPrefix($0) } } ?? false
  }

  static func isChinese(_ word: String) -> Bool { (word.unicodeScalars.first?.value ?? 0) > 0x2FFF }

  init(words: [String]) { self.words = words }

  /// - Parameter keepsBrackets: whether text in brackets counts; a unit, a currency or a hint seldom says what a column is.
  init(_ text: String, keepsBrackets: Bool = true) {
    self = (keepsBrackets ? Self.known : Self.knownBare).value(of: text) {
      HeaderWords(reading: $0, keepsBrackets: keepsBrackets)
    }
  }

  private static let known = TextMemo<HeaderWords>()
  private static let knownBare = TextMemo<HeaderWords>()

  private init(reading text: String, keepsBrackets: Bool) {
    let text = Self.unspaced(text)
    // A fast path for most headers.
    if let words = Self.plainWords(text) {
      self.words = words
      return
    }
    var words: [String] = []
    var current: [Unicode.Scalar] = []
    var kind = Letter.other
    var depth = 0
    func end() {
      if !current.isEmpty { words += Self.written(out: TextFolding.folded(Self.string(current))) }
      current = []
    }
    for scalar in text.unicodeScalars {
      if Self.opening.contains(scalar) { depth += 1 }
      if Self.closing.contains(scalar) { depth = max(0, depth - 1) }
      if depth > 0, !keepsBrackets { continue }
      if scalar == "#" || scalar == "№" {
        end()
        kind = .other
        // Before a word it also means a number: ‘# of seats’ is not an ID, and nothing searches for it.
        words.append("no")
        continue
      }
      let next = Letter(scalar)
      switch (kind, next) {
      case (_, .other): end()
      case (.han, .han), (.upper, .upper), (.lower, .lower), (.upper, .lower), (.lower, .mark), (.upper, .mark): break
      case (_, .mark): break
      default: end()
      }
      // `CRMName`: the last of several capitals belongs to the word that follows.
      if kind == .upper, next == .lower, current.count > 1, let last = current.popLast() {
        end()
        current = [last]
      }
      if next != .other { current.append(scalar) }
      if next != .mark { kind = next }
    }
    end()
    // `N°` next to another word means a number; on its own it stays as it is.
    self.words = words.count > 1 ? words.map { $0 == "n" ? "no" : $0 } : words
  }

  /// 預計成交日 for 預 計 成 交 日; any other text as it is.
  private static func unspaced(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first.value > 0x2FFF, text.contains(" ") else { return text }
    let parts = text.split(separator: " ")
    return parts.count > 2 && parts.allSatisfy { $0.count == 1 } ? parts.joined() : text
  }

  /// The words without what stands beside them to say how an amount is counted: `netto`, ‘excl. VAT’, ‘in %’. Nil if nothing does.
  var withoutQualifiers: HeaderWords? {
    if words.count == 1, let word = words.first, Self.isChinese(word) { return Self.withoutTax(word) }
    var rest = words[...]
    while rest.count > 1, let last = rest.last {
      // `MwSt` and `USt` are two words by their capitals.
      if last == "st", rest.count > 3, ["mw", "u"].contains(rest[rest.endIndex - 2]),
        Self.withTax.contains(rest[rest.endIndex - 3])
      {
        rest = rest.dropLast(3)
        continue
      }
      if Self.netOrGross.contains(last) {
        rest = rest.dropLast()
      } else if rest.count > 2,
        last == "%" && rest[rest.endIndex - 2] == "in"
          || Self.taxes.contains(last) && Self.withTax.contains(rest[rest.endIndex - 2])
      {
        rest = rest.dropLast(2)
      } else {
        break
      }
    }
    if rest.count > 1, let first = rest.first, Self.netOrGross.contains(first) { rest = rest.dropFirst() }
    return rest.count < words.count ? HeaderWords(words: Array(rest)) : nil
  }

  /// 應收金額 for 應收未稅金額 and 本幣應收金額.
  private static func withoutTax(_ word: String) -> HeaderWords? {
    for mark in ["不含税", "未税", "含税", "本位币", "本币"] where word.containsBytes(of: mark) {
      let rest = word.replacing(mark, with: "")
      if rest.count > 1 { return HeaderWords(words: [chinese(rest)]) }
    }
    return nil
  }

  private static let netOrGross: Set<String> = ["net", "gross", "netto", "brutto"]
  private static let taxes: Set<String> = ["tax", "vat", "gst", "mwst", "ust", "steuer", "iva", "tva"]
  private static let withTax: Set<String> = [
    "excl", "excluding", "ex", "incl", "including", "inc", "without", "before", "plus", "exkl", "inkl", "zzgl", "ohne",
    "vor",
  ]

  /// The words of a text that consists of letters and spaces, with capitals only at the beginning of words, or only of Chinese characters;
  /// nil for other texts.
  private static func plainWords(_ text: String) -> [String]? {
    var last = UInt8(ascii: " ")
    var isLatin = true
    for byte in text.utf8 {
      isLatin = (0x61...0x7A).contains(byte) || byte == 0x20 || (0x41...0x5A).contains(byte) && last == 0x20
      if !isLatin { break }
      last = byte
    }
    if isLatin {
      let words = text.lowercased().split(separator: " ").flatMap { written(out: String($0)) }
      return words.count > 1 ? words.map { $0 == "n" ? "no" : $0 } : words
    }
    return text.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) } ? [chinese(text)] : nil
  }

  private static let opening = Set("([（［【〔《「『".unicodeScalars)
  private static let closing = Set(")]）］】〕》」』".unicodeScalars)

  private enum Letter {
    case han, upper, lower, mark, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF: self = .han
      case 0x30...0x39, 0x61...0x7A, 0xFF10...0xFF19, 0xFF41...0xFF5A: self = .lower
      case 0x41...0x5A, 0xFF21...0xFF3A: self = .upper
      case 0x25, 0xFF05: self = .han
      case 0x300...0x36F: self = .mark
      case 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1EFF: self = scalar.properties.isUppercase ? .upper : .lower
      case 0xAC00...0xD7A3, 0x3041...0x30FF: self = .han
      default: self = .other
      }
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The words that a folded word stands for; none for a connecting word.
  static func written(out word: String) -> [String] {
    guard let first = word.unicodeScalars.first else { return [] }
    if first.value > 0x2FFF { return [chinese(word)] }
    let plain = withoutAccents(word)
    if joining.contains(plain) { return [] }
    if let full = abbreviations[plain] { return full }
    if let stem = numbered(plain) { return [stem, "no"] }
    let single = singular(plain)
    return abbreviations[single] ?? [single]
  }

  /// What is numbered by a German compound: `angebot` for `angebotsnr` and `angebotsnummer`, as in ‘Angebots-Nr.’.
  private static func numbered(_ word: String) -> String? {
    for end in ["nummer", "nr"] where word.hasSuffix(end) && word.utf8.count > end.utf8.count + 1 {
      return singular(String(word.dropLast(end.count)))
    }
    return nil
  }

  private static func chinese(_ word: String) -> String {
    let simple = Simplified.text(word)
    // Most words have none of the characters with which a variant begins.
    guard simple.unicodeScalars.contains(where: { variantStarts.contains($0) }) else { return ended(simple) }
    var scalars = Array(simple.unicodeScalars)
    for (other, usual) in variantScalars {
      var place = 0
      while place + other.count <= scalars.count {
        if scalars[place] == other[0], scalars[place..<place + other.count].elementsEqual(other) {
          scalars.replaceSubrange(place..<place + other.count, with: usual)
          place += usual.count
        } else {
          place += 1
        }
      }
    }
    return ended(string(scalars))
  }

  /// With the usual ending: 签约日 and 签约月份 are 签约日期, 拜访人员 is 拜访人.
  private static func ended(_ text: String) -> String {
    // 概率% is 概率; 金额% is no 金额.
    let word = ["率%", "度%"].contains { text.hasSuffix($0) } ? String(text.dropLast()) : text
    for (other, usual) in endings where word.hasSuffix(other) && word.count >= other.count + 2 {
      return word.dropLast(other.count) + usual
    }
    return word
  }

  /// Endings that mean the same after two characters or more, the longest first.
  private static let endings = [
    ("人员姓名", "人"), ("员姓名", "员"), ("人员", "人"), ("月份", "日期"), ("年月", "日期"), ("日", "日期"), ("全称", "名称"), ("全名", "名称"),
    ("要点", "内容"), ("重点", "内容"), ("摘要", "内容"), ("纪要", "内容"), ("成效", "结果"), ("成果", "结果"), ("效果", "结果"),
  ]

  private static let variantScalars = variants.map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }

  /// Spellings that mean the same in a header, in simplified characters.
  private static let variants = [
    ("台帐", "台账"), ("帐", "账"), ("合约", "合同"), ("契约", "合同"), ("签定", "签订"), ("联络", "联系"), ("讯息", "信息"),
    ("资讯", "信息"), ("专案", "项目"), ("编码", "编号"), ("代码", "编号"), ("代号", "编号"), ("号码", "编号"), ("时间", "日期"),
    ("计画", "计划"), ("纪录", "记录"), ("追踪", "跟踪"), ("连络", "联系"), ("机率", "概率"), ("几率", "概率"), ("预估", "预计"),
    // A CRM's expected revenue is weighted already.
    ("预期收入", "加权收入"), ("预期", "预计"), ("预定", "预计"),
    ("合同额", "合同金额"), ("销售额", "销售金额"), ("签约额", "签约金额"), ("签单额", "签单金额"), ("成交额", "成交金额"), ("订单额", "订单金额"),
    ("回款额", "回款金额"), ("收款额", "收款金额"), ("开票额", "开票金额"), ("目标额", "目标金额"), ("任务额", "任务金额"),
  ]

  private static let variantStarts = Set(variants.compactMap { $0.0.unicodeScalars.first })

  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s"), !["ss", "us", "is", "as", "os"].contains(String(word.suffix(2)))
    else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("sses") || word.hasSuffix("xes") || word.hasSuffix("ches") { return String(word.dropLast(2)) }
    return String(word.dropLast())
  }

  private static func withoutAccents(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 > 0x7F }) else { return word }
    var result = ""
    for scalar in word.unicodeScalars {
      if (0x300...0x36F).contains(scalar.value) { continue }
      if let plain = accents[scalar] { result += plain } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  private static let accents: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"]
    for (plain, accented) in [
      ("a", "àáâãäåāăą"), ("c", "çćč"), ("e", "èéêëēęě"), ("i", "ìíîïī"), ("n", "ñńň"), ("o", "òóôõöōő"), ("s", "śšș"),
      ("u", "ùúûüūůű"), ("y", "ýÿ"), ("z", "źżž"), ("r", "ř"), ("t", "ťț"), ("g", "ğ"),
    ] {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()

  private static let joining: Set<String> = [
    "of", "the", "a", "an", "for", "and", "del", "della", "dell", "di", "de", "du", "des", "der", "das", "dem", "la",
    "le",
    "el", "los", "les", "l", "d", "y", "et", "und", "s",
  ]

  private static let abbreviations: [String: [String]] = [
    "nr": ["no"], "nbr": ["no"], "num": ["no"], "number": ["no"], "nummer": ["no"], "numero": ["no"],
    "amt": ["amount"], "qty": ["quantity"], "dt": ["date"], "cust": ["customer"], "acct": ["account"],
    "opp": ["opportunity"],
    "oppty": ["opportunity"], "oppt": ["opportunity"], "opps": ["opportunity"], "prob": ["probability"],
    "mgr": ["manager"],
    "est": ["estimated"], "desc": ["description"], "org": ["organization"], "organisation": ["organization"],
    "tel": ["phone"], "telephone": ["phone"], "addr": ["address"], "val": ["value"], "rev": ["revenue"],
    "info": ["information"], "reference": ["ref"], "refno": ["ref", "no"], "inv": ["invoice"], "pmt": ["payment"],
    "prod": ["product"], "followup": ["follow", "up"], "anticipated": ["expected"], "exp": ["expected"],
    "projected": ["expected"], "estimated": ["estimated"], "closing": ["close"], "closed": ["closed"],
    "percent": ["%"], "pct": ["%"], "percentage": ["%"], "identifier": ["id"], "ids": ["id"], "datum": ["datum"],
    "salesperson": ["sales", "person"], "salesrep": ["sales", "rep"], "representative": ["rep"], "sale": ["sales"],
    "sales": ["sales"], "instalment": ["installment"], "cheque": ["check"], "licence": ["license"],
    "fcst": ["forecast"], "rcvd": ["received"], "recd": ["received"], "pymt": ["payment"], "nxt": ["next"],
    "resp": ["responsible"], "clsd": ["closed"], "sls": ["sales"],
    // German: abbreviated, and with the ending that the noun asks for.
    "gepl": ["geplant"], "geplanter": ["geplant"], "geplante": ["geplant"], "geplantes": ["geplant"],
    "erw": ["erwartet"], "erwarteter": ["erwartet"], "erwartete": ["erwartet"], "erwartetes": ["erwartet"],
    "vsl": ["voraussichtlich"], "vorauss": ["voraussichtlich"], "voraussichtl": ["voraussichtlich"],
    "voraussichtlicher": ["voraussichtlich"], "voraussichtliche": ["voraussichtlich"],
    "voraussichtliches": ["voraussichtlich"], "geschatzter": ["geschatzt"], "geschatzte": ["geschatzt"],
    "geschatztes": ["geschatzt"], "gesch": ["geschatzt"], "nachster": ["nachst"], "nachste": ["nachst"],
    "nachstes": ["nachst"], "letzter": ["letzt"], "letzte": ["letzt"], "letztes": ["letzt"],
  ]
}
