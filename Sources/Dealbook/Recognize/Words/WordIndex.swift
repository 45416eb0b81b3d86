// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook
import Synchronization

/// The words of a playbook and its vocabulary, by meaning: which column a header may stand for on which sheet.
final class WordIndex: Sendable {
  /// A word that stands for a column.
  struct Meaning: Hashable, WordEntry {
    var prefix: String
    var key: String
    /// As written in the playbook or the vocabulary.
    var text: String
    /// Nil for a title or an alias in the playbook.
    var source: SourceKind?
    var isWeak: Bool
  }

  /// How a header matches a word.
  enum Match: Int, Sendable {
    /// The same words.
    case same
    /// The same words in another order.
    case reordered
    /// The header without the text in brackets.
    case withoutBrackets
    /// The header begins or ends with the word.
    case part
    /// The header says the same in other words.
    case synonym
  }

  /// A word that matches a header.
  struct Found: Sendable {
    var match: Match
    var meaning: Meaning
    /// The share of the header that the word is.
    var share: Double
    /// Whether what stands before the word does not change its meaning: 主要竞争者.
    var isQualified = false
  }

  /// The kinds of sheet on which something holds.
  struct Kinds: Sendable {
    private var isEverywhere = false
    private var prefixes: Set<String> = []

    var isNone: Bool { !isEverywhere && prefixes.isEmpty }

    func contains(_ prefix: String) -> Bool { isEverywhere || prefixes.contains(prefix) }

    /// - Parameter prefix: nil for all kinds.
    mutating func insert(_ prefix: String?) {
      if let prefix { prefixes.insert(prefix) } else { isEverywhere = true }
    }
  }

  private let meanings: WordTable<Meaning>
  /// Headers that are not a column.
  private let others: WordTable<Other>
  private let titles: WordTable<Title>
  /// Folded labels of the playbook at hand, by list.
  private let labels: [String: Set<String>]
  /// The columns that name something of another sheet, and those of labels: `de.owner`, `de.stage`.
  private let references: Set<ColumnReference>
  private let labelled: Set<ColumnReference>
  /// By word of the playbook or the vocabulary.
  private let specificities = Mutex<[String: Double]>([:])
  /// What was found for headers that say this: the own words are read one by one for it.
  private let byConcepts = Mutex<[HeaderConcepts: [Found]]>([:])

  /// A word that stands for no column; of a sheet, or of all.
  private struct Other: WordEntry {
    let text: String
    let prefix: String?
  }

  /// A word that stands for a kind of sheet.
  private struct Title: WordEntry {
    let text: String
    let prefix: String
    let isWeak: Bool
  }

  init(_ playbook: Playbook) {
    let vocabulary = playbook.ownVocabulary
    meanings = WordTable(Self.meanings(of: playbook), over: .headers) { word in
      guard let column = ColumnReference(word.place), playbook.takesInput(column) else { return nil }
      return Meaning(
        prefix: column.sheet, key: column.column, text: word.text, source: word.source, isWeak: word.isWeak)
    }
    others = WordTable(vocabulary.leftAlone.map { Other(text: $0.word.text, prefix: $0.sheet) }, over: .leftAlone) {
      Other(text: $0.text, prefix: $0.place == PackedWordTable.everySheet ? nil : $0.place)
    }
    var titles: [Title] = []
    for sheet in playbook.sheets {
      for text in sheet.titles.all + sheet.aliases + sheet.placement.titles {
        titles.append(Title(text: text, prefix: sheet.prefix, isWeak: false))
      }
    }
    for word in vocabulary.titles {
      titles.append(Title(text: word.word.text, prefix: word.sheet, isWeak: word.word.isWeak))
    }
    self.titles = WordTable(titles, over: .titles) { Title(text: $0.text, prefix: $0.place, isWeak: $0.isWeak) }
    var labels: [String: Set<String>] = [:]
    for list in playbook.lists {
      labels[list.prefix] = Set(list.rows.flatMap { $0.labels.all + $0.aliases }.map { TextFolding.label($0) })
    }
    for word in vocabulary.values { labels[word.list, default: []].insert(TextFolding.label(word.word.text)) }
    self.labels = labels
    func columns(of type: ColumnType) -> Set<ColumnReference> {
      Set(
        playbook.sheets.flatMap { sheet in
          sheet.inputColumns.filter { $0.type == type }.map { ColumnReference(sheet: sheet.prefix, column: $0.key) }
        })
    }
    references = columns(of: .key)
    labelled = columns(of: .list)
  }

  /// The titles, aliases and own words of the playbook's input columns.
  private static func meanings(of playbook: Playbook) -> [Meaning] {
    var meanings: [Meaning] = []
    for sheet in playbook.sheets {
      for column in sheet.inputColumns {
        for text in Set(column.titles.all + column.aliases + column.headers).sorted() {
          meanings.append(Meaning(prefix: sheet.prefix, key: column.key, text: text, source: nil, isWeak: false))
        }
      }
    }
    for word in playbook.ownVocabulary.headers where playbook.takesInput(word.column) {
      meanings.append(
        Meaning(
          prefix: word.column.sheet, key: word.column.column, text: word.word.text, source: word.word.source,
          isWeak: word.word.isWeak))
    }
    return meanings
  }

  /// Whether a text, folded by ``TextFolding/label(_:)``, is a known label of a list.
  func isLabel(_ text: String, of list: String) -> Bool {
    labels[list]?.contains(text) == true
      || PackedWordTable.labels.words(withHash: FNV1a(text).value).contains { $0.place == list && $0.text == text }
  }

  /// The possible meanings of a header, closest match first.
  func meanings(of header: HeaderWords, bare: HeaderWords) -> [Found] {
    var found: [Found] = []
    func add(_ meanings: [Meaning], _ match: Match, share: Double = 1) {
      for meaning in meanings { found.append(Found(match: match, meaning: meaning, share: share)) }
    }
    add(meanings.entries(header), .same)
    add(meanings.entriesInAnyOrder(header), .reordered)
    if bare != header, !bare.isEmpty {
      add(meanings.entries(bare), .withoutBrackets)
      add(meanings.entriesInAnyOrder(bare), .withoutBrackets)
    }
    let core = bare.withoutQualifiers
    if let core {
      add(meanings.entries(core), .withoutBrackets)
      add(meanings.entriesInAnyOrder(core), .withoutBrackets)
    }
    let whole = core ?? (bare.isEmpty ? header : bare)
    for (part, share) in Self.parts(of: whole, unlessTurned: true) {
      let first = found.count
      add(meanings.entries(part), .part, share: share)
      add(meanings.entriesInAnyOrder(part), .part, share: share)
      if found.count > first, Self.isQualified(part, in: whole) {
        for index in first..<found.count { found[index].isQualified = true }
      }
    }
    return found
  }

  /// The meanings of a header that says in another word what a known one says: ‘Quote total’ is a quote amount, ‘Date quoted’ and ‘Quoted
  /// on’ are a quote date, Projektvolumen is a Projektwert.
  func meanings(bySynonymOf header: HeaderWords) -> [Found] {
    for other in header.synonyms where others.entries(other).isEmpty {
      let known = (meanings.entries(other) + meanings.entriesInAnyOrder(other)).filter { !$0.isWeak }
      if !known.isEmpty { return known.map { Found(match: .synonym, meaning: $0, share: 1) } }
    }
    return []
  }

  /// The meanings of a header that says by what something is known elsewhere: `rep_id` is a rep, ‘Owner code’ an owner, ‘Status Id’ a status.
  ///
  /// - Parameter isOfTexts: whether texts stand below it. Numbers are no labels.
  func meanings(byReferenceOf header: HeaderWords, isOfTexts: Bool) -> [Found] {
    guard header.words.count > 1, let last = header.words.last, Self.referenceEnds.contains(last) else { return [] }
    return meanings.entries(HeaderWords(words: header.words.dropLast())).filter { meaning in
      let column = ColumnReference(sheet: meaning.prefix, column: meaning.key)
      // A contact's number is no customer's, though a contact may stand for one.
      return references.contains(column) && (!meaning.isWeak || ["owner", "visitor"].contains(meaning.key))
        || labelled.contains(column) && !meaning.isWeak && isOfTexts
    }.map { Found(match: .synonym, meaning: $0, share: 1) }
  }

  private static let referenceEnds: Set<String> = ["id", "code", "no", "key"]

  /// The meanings of a header that no word explains, if at least two words of the vocabulary say the same and all of them mean one column of
  /// a sheet: 去年責任額 is what 去年目標 and ‘LY target’ are.
  ///
  /// - Parameter isDate: whether dates stand below it: ‘Delivered’ is then when something was delivered.
  func meanings(byConceptsOf header: HeaderWords, isDate: Bool) -> [Found] {
    guard let said = HeaderConcepts(header) else { return [] }
    let found = meanings(saying: said)
    return found.isEmpty && isDate ? meanings(saying: said.dated) : found
  }

  private func meanings(saying concepts: HeaderConcepts) -> [Found] {
    if let known = byConcepts.withLock({ $0[concepts] }) { return known }
    var leftAlone = Kinds()
    for other in others.entries(saying: concepts) { leftAlone.insert(other.prefix) }
    let known = Dictionary(grouping: meanings.entries(saying: concepts).filter { !$0.isWeak }, by: \.prefix)
    let found = known.values.compactMap { meanings -> Found? in
      guard let first = meanings.first, !leftAlone.contains(first.prefix),
        meanings.allSatisfy({ $0.key == first.key }), Set(meanings.map { HeaderWords($0.text) }).count > 1
      else { return nil }
      return Found(match: .synonym, meaning: first, share: 1)
    }.sorted { $0.meaning.prefix < $1.meaning.prefix }
    byConcepts.withLock { $0[concepts] = found }
    return found
  }

  /// What the words of two header rows mean as one: Angebot over Datum is an Angebotsdatum.
  func meanings(asCompound words: HeaderWords) -> [Found] {
    guard words.words.count == 2 else { return [] }
    let compound = HeaderWords(words: [words.words.joined(separator: "s")])
    return meanings.entries(compound).map { Found(match: .withoutBrackets, meaning: $0, share: 1) }
  }

  /// The meanings of a header that is itself a word of the vocabulary, without the weak ones.
  func meanings(ofWord header: HeaderWords, _ match: Match, share: Double = 1) -> [Found] {
    meanings.entries(header).filter { !$0.isWeak }.map { Found(match: match, meaning: $0, share: share) }
  }

  /// The meanings of a header that says in several ways what it is, ‘Projekt / Vorhaben’, 商機或項目 or 客戶 Customer: those that no other
  /// way contradicts on the same sheet.
  ///
  /// - Parameter unknownShare: how much of the header counts as read if one of the ways is not a known word; nil if each must be one.
  func meanings(ofWays ways: [HeaderWords], unknownShare: Double?) -> [Found] {
    let known = ways.map { way in meanings.entries(way) }
    let left = ways.indices.map { known[$0].isEmpty ? others.entries(ways[$0]) : [] }
    let unknown = ways.indices.count { known[$0].isEmpty && left[$0].isEmpty }
    guard unknown == 0 || unknown == 1 && unknownShare != nil && ways.count > 1 else { return [] }
    // A tax, a phone number: another way of saying it does not make an input of it.
    if left.contains(where: { $0.contains { $0.prefix == nil } }) { return [] }
    var found: [Found] = []
    for (place, entries) in known.enumerated() {
      for meaning in entries {
        // 品名/專案: what a row is called may be the product's name.
        let gives = { (other: Meaning) in meaning.key == "name" && other.key == "product_id" }
        let isSaidByAll = known.allSatisfy { $0.contains { $0.prefix == meaning.prefix && $0.key == meaning.key } }
        if meaning.isWeak, !isSaidByAll { continue }
        let isContradicted = known.indices.contains { other in
          let rivals = known[other].filter { $0.prefix == meaning.prefix }
          return other != place && rivals.contains { !$0.isWeak && !gives($0) }
            && !rivals.contains { $0.key == meaning.key }
        }
        if isContradicted || left.contains(where: { $0.contains { $0.prefix == meaning.prefix } }) { continue }
        found.append(
          unknown > 0
            ? Found(match: .part, meaning: meaning, share: unknownShare ?? 0)
            : Found(match: isSaidByAll ? .same : .withoutBrackets, meaning: meaning, share: 1))
      }
    }
    return found
  }

  /// Where the header is known not to be a column.
  func leavesAlone(_ header: HeaderWords, bare: HeaderWords) -> Kinds { leavesAlone([header, bare]) }

  private func leavesAlone(_ texts: some Sequence<HeaderWords>) -> Kinds {
    var kinds = Kinds()
    for words in texts {
      for other in others.entries(words) { kinds.insert(other.prefix) }
    }
    return kinds
  }

  /// Whether the header is a known word, and how well known: 0 … 1.
  func familiarity(of header: HeaderWords, bare: HeaderWords) -> Double {
    for words in [header, bare] {
      let known = meanings.entries(words)
      if !known.isEmpty { return known.contains { !$0.isWeak } ? 1 : 0.5 }
      if !others.entries(words).isEmpty { return 0.7 }
    }
    if let core = bare.withoutQualifiers {
      let known = meanings.entries(core)
      if !known.isEmpty { return known.contains { !$0.isWeak } ? 0.9 : 0.4 }
      if !others.entries(core).isEmpty { return 0.7 }
    }
    let known = meanings.entriesInAnyOrder(header)
    if !known.isEmpty { return known.contains { !$0.isWeak } ? 0.9 : 0.4 }
    for (part, share) in Self.parts(of: bare.isEmpty ? header : bare) where share >= 0.4 {
      if meanings.entries(part).contains(where: { !$0.isWeak }) { return 0.4 }
      if !others.entries(part).isEmpty { return 0.3 }
    }
    return meanings(byConceptsOf: bare, isDate: false).isEmpty ? 0 : 0.4
  }

  /// Where the end of the header is a known word that is not a column.
  func endsInOther(_ header: HeaderWords) -> Kinds { leavesAlone(Self.parts(of: header).map(\.words)) }

  /// How much the header says about the kind of sheet: 1 if it occurs on only one kind.
  func specificity(of word: String) -> Double {
    if let known = specificities.withLock({ $0[word] }) { return known }
    let sheets = Set(meanings.entries(HeaderWords(word)).filter { !$0.isWeak }.map(\.prefix))
    let specificity = sheets.isEmpty ? 0.3 : 1 / Double(sheets.count)
    specificities.withLock { $0[word] = specificity }
    return specificity
  }

  /// The kinds of sheet that a title, a file name or a heading suggests, each with a weight of 0 … 1.
  func kinds(named title: String) -> [String: Double] { kinds(named: HeaderWords(title)) }

  func kinds(named words: HeaderWords) -> [String: Double] {
    guard !words.isEmpty else { return [:] }
    let whole = titles.entries(words)
    if !whole.isEmpty {
      return Dictionary(whole.map { ($0.prefix, $0.isWeak ? 0.5 : 1) }, uniquingKeysWith: max)
    }
    var found: [String: Double] = [:]
    for start in words.words.indices {
      for end in (start + 1)...min(words.words.count, start + max(titles.mostWords, 1)) {
        for title in titles.entries(HeaderWords(words: Array(words.words[start..<end]))) {
          found[title.prefix] = max(found[title.prefix] ?? 0, title.isWeak ? 0.25 : 0.7)
        }
      }
    }
    // Chinese has no spaces: find the longest title word inside each run of characters.
    for word in words.words where HeaderWords.isChinese(word) {
      let characters = Array(word)
      for start in characters.indices {
        for end in stride(from: characters.count, to: start + 1, by: -1) {
          let kinds = titles.entries(HeaderWords(words: [String(characters[start..<end])]))
          guard !kinds.isEmpty else { continue }
          for title in kinds { found[title.prefix] = max(found[title.prefix] ?? 0, title.isWeak ? 0.25 : 0.7) }
          break
        }
      }
    }
    return found
  }

  /// Ends of a header that may tell what it is, the longest first, with the share of it that they are.
  ///
  /// - Parameter unlessTurned: leaves out ends that mean something else after what stands before them: 金额 in 上年金额.
  private static func parts(of header: HeaderWords, unlessTurned: Bool = false) -> [(words: HeaderWords, share: Double)]
  {
    let words = header.words
    if words.count == 1, let word = words.first, HeaderWords.isChinese(word) {
      let characters = Array(word)
      guard characters.count > 2 else { return [] }
      // Most headers have no such word anywhere.
      let mayTurn = unlessTurned && turns(HeaderWords(words: [String(characters.dropLast(2))]))
      return (1..<(characters.count - 1)).compactMap { dropped in
        if mayTurn, turns(HeaderWords(words: [String(characters.prefix(dropped))])) { return nil }
        let rest = String(characters.dropFirst(dropped))
        let share = Double(characters.count - dropped) / Double(characters.count)
        // Two characters are seldom enough: 金额, 日期, 名称.
        return rest.count > 2 || share >= 0.5 && qualifiers.contains(String(characters.prefix(dropped)))
          ? (HeaderWords(words: [rest]), share) : nil
      }
    }
    guard words.count > 1 else { return [] }
    return (1..<min(words.count, 4)).compactMap { dropped in
      let rest = words.dropFirst(dropped)
      guard rest.count > 1 || words.prefix(dropped).allSatisfy({ qualifiers.contains($0) }) else { return nil }
      return (HeaderWords(words: Array(rest)), Double(rest.count) / Double(words.count))
    }
  }

  /// Whether only words that do not change its meaning stand before the end of a header.
  private static func isQualified(_ end: HeaderWords, in header: HeaderWords) -> Bool {
    if header.words.count > 1 {
      return header.words.dropLast(end.words.count).allSatisfy { qualifiers.contains($0) }
    }
    return qualifiers.contains(String(header.key.dropLast(end.key.count)))
  }

  /// Words before another with which it is something else: another year's amount, a rival's, what is not yet so.
  private static let turningWords = [
    "上年", "上期", "上月", "上次", "上季", "上一", "去年", "前年", "前期", "历史", "往年", "同期", "明年", "下年", "下期", "最近", "原", "首次", "未", "待",
    "剩余", "退", "折", "成本", "毛利", "税额", "税金", "增值税", "运费",
    "佣金", "提成", "差", "逾期", "坏账", "平均", "人均", "变更", "修改", "审", "作废", "取消", "竞", "对手", "对方", "采购", "供应", "外包", "财务", "法定",
    "协办", "协助", "协作", "协同", "副", "第二",
  ]

  private static let turningLatinWords: Set<String> = [
    "last", "previous", "prior", "py", "ly", "former", "competitor", "cost", "tax", "budget", "vorjahr",
    "vormonat", "kosten", "wettbewerber", "mitbewerber", "steuer", "plan",
  ]

  static func turns(_ words: HeaderWords) -> Bool {
    words.words.contains { word in
      // 原幣 is the currency of the document, and nothing that was before.
      turningLatinWords.contains(word)
        || word != "原币" && turningWords.contains { word.containsBytes(of: $0) }
    }
  }

  /// Words before another that do not change its meaning.
  private static let qualifiers: Set<String> = [
    "total", "current", "present", "our", "primary", "main", "full", "net", "gross", "actual", "planned", "latest",
    "final",
    "overall", "initial", "original", "internal", "custom", "crm", "kpi", "aktueller", "aktuelle", "unser",
    "erwartet", "geschatzt", "voraussichtlich", "geplant", "总", "当前",
    "最新", "我方",
    "本次", "实际", "预计", "最终", "含税", "主要", "主", "现", "累计", "所在", "所属", "归属", "对应", "关联",
  ]
}

extension Playbook {
  fileprivate func takesInput(_ column: ColumnReference) -> Bool { self.column(column).map { !$0.isComputed } ?? false }
}

extension ColumnReference {
  /// - Parameter place: of a ``PackedWord``: `de.amount`.
  fileprivate init?(_ place: String) {
    let parts = place.split(separator: ".")
    guard parts.count == 2 else { return nil }
    self.init(sheet: String(parts[0]), column: String(parts[1]))
  }
}
