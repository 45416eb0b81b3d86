// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  // MARK: Containers

  mutating func mapping(_ node: YAMLNode, _ what: @autoclosure () -> String) -> [YAMLPair] {
    if let pairs = node.pairs { return pairs }
    if !node.isNull { report(.wrongType, node.place, "expected a mapping for \(what()), found \(node.found)") }
    return []
  }

  mutating func items(_ node: YAMLNode, _ what: @autoclosure () -> String) -> [YAMLNode] {
    if let items = node.items { return items }
    if !node.isNull { report(.wrongType, node.place, "expected a list for \(what()), found \(node.found)") }
    return []
  }

  mutating func unknownKey(_ pair: YAMLPair, in what: String, known: [String]) {
    let nearest = Nearest.word(to: pair.key, among: known)
    report(
      .unknownKey, pair.keyPlace,
      "‘\(pair.key)’ is not a key of \(what)" + (nearest.map { "; did you mean ‘\($0)’?" } ?? "")
        + (nearest == nil ? "; there are \(known.joined(separator: ", "))" : ""))
  }

  // MARK: Scalars

  mutating func text(_ node: YAMLNode, _ what: @autoclosure () -> String) -> String? {
    if let text = node.text { return text }
    report(.wrongType, node.place, "expected a text for \(what()), found \(node.found)")
    return nil
  }

  mutating func texts(_ node: YAMLNode, _ what: @autoclosure () -> String) -> [String] {
    items(node, what()).compactMap { text($0, what()) }
  }

  mutating func number(_ node: YAMLNode, _ what: String) -> Double? {
    if let text = node.plainText, let number = PlainScalar.number(text) { return number }
    report(.wrongType, node.place, "expected a number for \(what), found \(node.found)")
    return nil
  }

  mutating func flag(_ node: YAMLNode, _ what: String) -> Bool {
    switch node.plainText {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(.wrongType, node.place, "expected true or false for \(what), found \(node.found)")
      return false
    }
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ what: String, as type: Word.Type = Word.self
  ) -> Word? {
    guard let text = text(node, what) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let nearest = Nearest.word(to: text, among: known)
    report(
      .unknownWord, node.place,
      "‘\(text)’ is not \(what)"
        + (nearest.map { "; did you mean ‘\($0)’?" } ?? "; there are \(known.joined(separator: ", "))"))
    return nil
  }

  // MARK: Texts in three languages

  /// Reads text in three languages. A single scalar applies to every language, with simplified characters derived from it. A mapping gives
  /// one or more of `zh-Hant`, `zh-Hans` and `en`; a missing simplified text is derived from the traditional one.
  mutating func localized(_ node: YAMLNode, _ what: String) -> Localized {
    if let text = node.text {
      return Localized(traditionalChinese: text, simplifiedChinese: Simplified.text(text), english: text)
    }
    guard node.pairs != nil else {
      report(
        .wrongType, node.place,
        "expected a text, or one for each of zh-Hant, zh-Hans, en, for \(what), found \(node.found)")
      return .empty
    }
    let texts = localizedTexts(node, what)
    guard let any = texts.traditional ?? texts.english ?? texts.simplified else { return .empty }
    return Localized(
      traditionalChinese: texts.traditional ?? texts.simplified ?? any,
      simplifiedChinese: texts.simplified ?? texts.traditional.map(Simplified.text) ?? any,
      english: texts.english ?? any)
  }

  /// Like `localized`, but for sentences: a missing simplified text also gets mainland wording, not only simplified characters.
  mutating func sentence(_ node: YAMLNode, _ what: String) -> Localized {
    var text = localized(node, what)
    if node.pairs?.contains(where: { $0.key == Language.simplifiedChinese.rawValue }) != true {
      text.simplifiedChinese =
        text.traditionalChinese == text.english ? text.simplifiedChinese : Simplified.wording(text.traditionalChinese)
    }
    return text
  }

  /// Like `localized`, but for formulas: a single one applies to every language without any change.
  mutating func localizedFormula(_ node: YAMLNode, _ what: String) -> Localized {
    if node.text != nil { return Localized(everywhere: formulaText(node)) }
    var texts: [YAMLPair] = []
    for pair in mapping(node, what) {
      texts.append(
        YAMLPair(
          key: pair.key, keyPlace: pair.keyPlace,
          value: YAMLNode(.scalar(formulaText(pair.value), .quoted), at: pair.value.place)))
    }
    return localized(YAMLNode(.mapping(texts), at: node.place), what)
  }

  private mutating func localizedTexts(
    _ node: YAMLNode, _ what: String
  ) -> (traditional: String?, simplified: String?, english: String?) {
    var result: (traditional: String?, simplified: String?, english: String?)
    for pair in node.pairs ?? [] {
      switch Language(rawValue: pair.key) {
      case .traditionalChinese: result.traditional = text(pair.value, what)
      case .simplifiedChinese: result.simplified = text(pair.value, what)
      case .english: result.english = text(pair.value, what)
      case nil: unknownKey(pair, in: what, known: Language.allCases.map(\.rawValue))
      }
    }
    return result
  }

  /// The text of a formula. Line breaks and the indentation after them are removed, and `@st.WON` becomes the number of the row WON in the
  /// list st.
  func formulaText(_ node: YAMLNode) -> String {
    let text = plainFormula(node)
    return text.utf8.contains(UInt8(ascii: "@")) || listRows.hasSynonyms ? listRows.resolving(text) : text
  }

  /// The same with the names of rows as they are.
  func plainFormula(_ node: YAMLNode) -> String {
    guard var text = node.text else { return "" }
    if text.utf8.contains(UInt8(ascii: "\n")) {
      var bytes: [UInt8] = []
      for line in text.utf8.split(separator: UInt8(ascii: "\n")) { bytes += line.drop { $0 == UInt8(ascii: " ") } }
      text = String(decoding: bytes, as: UTF8.self)
    }
    return text
  }

  // MARK: Names

  /// Keys of columns and prefixes are parts of defined names: lower-case letters, digits and `_`.
  mutating func checkKey(_ key: String, _ place: YAMLPlace, _ what: String, allowsUnderscore: Bool = true) {
    guard checks else { return }
    let isGood =
      key.utf8.first.map { (0x61...0x7A).contains($0) } == true
      && key.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || ($0 == UInt8(ascii: "_") && allowsUnderscore)
      } && key.utf8.count <= 40
    if !isGood {
      report(
        .badName, place,
        "‘\(key)’ cannot name \(what): expected a small letter, then small letters, digits"
          + (allowsUnderscore ? " or ‘_’" : ""))
    }
  }
}

/// The values of plain YAML scalars.
enum PlainScalar {
  /// A decimal number in ordinary notation; hexadecimal and octal numbers, `.inf` and `1_000` are text.
  static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x2D || first == 0x2B || first == 0x2E,
      text.utf8.allSatisfy({
        (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2B || $0 == 0x2E || $0 == 0x65 || $0 == 0x45
      }), let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// `2025-06-30`, if the date exists.
  static func date(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return (1...days).contains(day) ? (year, month, day) : nil
  }
}
