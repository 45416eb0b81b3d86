// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  static let vocabularyKeys = ["groups", "titles", "headers", "left_alone", "values"]

  /// The words under `vocabulary:`.
  ///
  /// `headers: {de: {amount: {use: money, en: [deal value, ~value], salesforce: [Amount]}}}`: keyed by the prefix of the sheet, then the
  /// key of the column, then the language or program that the words come from. `~` marks a weak word; `use` includes the words of a group.
  mutating func vocabulary(_ node: YAMLNode) -> Vocabulary {
    var result = Vocabulary()
    var groups: [String: [Vocabulary.Word]] = [:]
    let fields = mapping(node, "the vocabulary")
    for field in fields where field.key == "groups" {
      for group in mapping(field.value, "groups of words") {
        groups[group.key] = words(group.value, of: "the group \(group.key)", groups: groups)
      }
    }
    for field in fields {
      switch field.key {
      case "groups": break
      case "titles":
        for sheet in mapping(field.value, "titles of sheets") {
          if sheet.key != Vocabulary.noSheet {
            addReference(.sheet(sheet.key), at: sheet.keyPlace, owner: "the vocabulary")
          }
          result.titles += words(sheet.value, of: "the sheet \(sheet.key)", groups: groups).map {
            Vocabulary.TitleWord(sheet: sheet.key, word: $0)
          }
        }
      case "headers":
        for sheet in mapping(field.value, "headers") { result.headers += headers(sheet, groups: groups) }
      case "left_alone":
        for sheet in mapping(field.value, "headers that are left alone") {
          if sheet.key != "every" { addReference(.sheet(sheet.key), at: sheet.keyPlace, owner: "the vocabulary") }
          result.leftAlone += words(sheet.value, of: "headers that are left alone", groups: groups).map {
            Vocabulary.OtherHeader(sheet: sheet.key == "every" ? nil : sheet.key, word: $0)
          }
        }
      case "values":
        for list in mapping(field.value, "labels") { result.values += values(list, groups: groups) }
      default: unknownKey(field, in: "a vocabulary", known: Self.vocabularyKeys)
      }
    }
    return result
  }

  private mutating func headers(_ sheet: YAMLPair, groups: [String: [Vocabulary.Word]]) -> [Vocabulary.HeaderWord] {
    var result: [Vocabulary.HeaderWord] = []
    var owners: [String: String] = [:]
    for column in mapping(sheet.value, "headers of \(sheet.key)") {
      let reference = ColumnReference(sheet: sheet.key, column: column.key)
      addReference(.column(reference), at: column.keyPlace, owner: "the vocabulary")
      for word in words(column.value, of: "\(sheet.key).\(column.key)", groups: groups) {
        result.append(Vocabulary.HeaderWord(column: reference, word: word))
        guard checks, !word.isWeak else { continue }
        let key = TextFolding.headerWord(word.text)
        if let other = owners[key], other != column.key {
          report(
            .ambiguousTitle, column.keyPlace,
            "‘\(word.text)’ means both \(sheet.key).\(other) and \(sheet.key).\(column.key); mark it as weak with ‘~’, or keep one"
          )
        }
        owners[key] = column.key
      }
    }
    return result
  }

  private mutating func values(_ list: YAMLPair, groups: [String: [Vocabulary.Word]]) -> [Vocabulary.ValueWord] {
    addReference(.list(list.key), at: list.keyPlace, owner: "the vocabulary")
    var result: [Vocabulary.ValueWord] = []
    for entry in mapping(list.value, "labels of \(list.key)") {
      var meaning = ValueMeaning(name: entry.key)
      var wordFields: [YAMLPair] = []
      for field in mapping(entry.value, "the label \(entry.key)") {
        switch field.key {
        case "code": meaning.code = text(field.value, "a code")
        case "outcome": meaning.outcome = word(field.value, "an outcome")
        case "order": meaning.order = number(field.value, "an order")
        case "chance":
          meaning.chance = number(field.value, "a chance")
          if let chance = meaning.chance, !(0...1).contains(chance) {
            report(
              .badRange, field.value.place, "expected a share from 0 to 1 for a chance, found \(field.value.found)")
          }
        default: wordFields.append(field)
        }
      }
      let node = YAMLNode(.mapping(wordFields), at: entry.value.place)
      result += words(node, of: "the label \(entry.key)", groups: groups).map {
        Vocabulary.ValueWord(list: list.key, meaning: meaning, word: $0)
      }
    }
    return result
  }

  /// Words by language or source. A plain list holds words that people type in the team's own language, whichever that is.
  private mutating func words(
    _ node: YAMLNode, of what: @autoclosure () -> String, groups: [String: [Vocabulary.Word]]
  ) -> [Vocabulary.Word] {
    if node.items != nil { return words(node, language: nil, source: .handKept) }
    var result: [Vocabulary.Word] = []
    for field in mapping(node, "the words of \(what())") {
      if field.key == "use" {
        let names = field.value.items == nil ? [field.value] : items(field.value, "groups of words")
        for name in names {
          guard let text = text(name, "the name of a group") else { continue }
          guard let group = groups[text] else {
            let nearest = Nearest.word(to: text, among: groups.keys.sorted())
            report(
              .unknownReference, name.place,
              "there is no group of words ‘\(text)’" + (nearest.map { "; did you mean ‘\($0)’?" } ?? ""))
            continue
          }
          result += group
        }
      } else if let language = WordLanguage(rawValue: field.key) {
        result += words(field.value, language: language, source: .handKept)
      } else if let source = SourceKind(rawValue: field.key) {
        result += words(field.value, language: source.language, source: source)
      } else {
        let known = WordLanguage.allCases.map(\.rawValue) + SourceKind.allCases.map(\.rawValue) + ["use"]
        unknownKey(field, in: "words", known: known)
      }
    }
    return result
  }

  private mutating func words(_ node: YAMLNode, language: WordLanguage?, source: SourceKind) -> [Vocabulary.Word] {
    items(node, "words").compactMap { item in
      guard var text = text(item, "a word") else { return nil }
      let isWeak = text.utf8.first == UInt8(ascii: "~")
      if isWeak { text.removeFirst() }
      if checks, TextFolding.headerWord(text).isEmpty {
        report(.ambiguousTitle, item.place, "‘\(text)’ is empty once spaces, marks and units are taken off")
      }
      let isChinese = text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
      return Vocabulary.Word(
        text, language: language ?? (isChinese ? .chinese : .english), source: source, isWeak: isWeak)
    }
  }
}
