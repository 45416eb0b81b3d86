// SPDX-License-Identifier: Apache-2.0

import Playbook

/// A header with its cells, in the form that is compared with every kind of sheet. What does not depend on the kind is looked up once.
struct HeaderColumn {
  let cell: HeaderCell
  let bare: HeaderWords
  let contents: ColumnContents
  /// What the header may mean on any kind of sheet, closest match first.
  var meanings: [WordIndex.Found]
  /// Whether the header says that its numbers are money: 预算(元).
  let isMoney: Bool
  /// What the last of several header rows may mean alone.
  var lastMeanings: [WordIndex.Found]
  /// Where the header is known not to be a column,
  let leftAlone: WordIndex.Kinds
  /// and where its end is.
  let endsInOther: WordIndex.Kinds
  /// The kinds of sheet that the header names, each with a weight of 0 … 1.
  let namedKinds: [String: Double]
  /// Whether the customers of other sheets stand here, each once.
  var listsCustomers = false

  /// Whether at least half of the column's texts are among these, and each stands once.
  func lists(_ customers: Set<String>) -> Bool {
    contents.texts > 3 && contents.distinct * 10 >= contents.filled * 9
      && contents.values.intersection(customers).count * 2 >= contents.distinct
  }

  init(_ cell: HeaderCell, _ contents: ColumnContents, _ words: WordIndex) {
    self.cell = cell
    self.contents = contents
    let full = HeaderWords(cell.text)
    let text = UnitStatement.header(withoutUnit: cell.text) ?? cell.text
    bare = HeaderWords(text, keepsBrackets: false)
    var meanings = words.meanings(of: full, bare: bare)
    if !meanings.contains(where: { $0.match != .part && !$0.meaning.isWeak }) {
      meanings =
        Self.inSeveralWays(cell.text, bare, words)
        + (cell.lastText == nil ? [] : words.meanings(asCompound: bare)) + meanings
        + Self.dated(bare, contents, words)
      if !meanings.contains(where: { $0.match != .part && !$0.meaning.isWeak }),
        words.leavesAlone(full, bare: bare).isNone
      {
        meanings += Self.inOtherWords(bare, contents, words)
      }
    }
    self.meanings = meanings
    isMoney = HeaderNormalizer.normalize(cell.text).unit.flatMap(HeaderNormalizer.moneyScale) != nil
    lastMeanings = Self.lastMeanings(cell, contents, words)
    leftAlone = words.leavesAlone(full, bare: bare)
    endsInOther = words.endsInOther(bare)
    namedKinds = words.kinds(named: bare)
  }

  /// The meanings of a header that no word is: by a synonym, by what it refers to, or by what its words say.
  private static func inOtherWords(
    _ bare: HeaderWords, _ contents: ColumnContents, _ words: WordIndex
  ) -> [WordIndex.Found] {
    let synonyms = words.meanings(bySynonymOf: bare)
    if !synonyms.isEmpty { return synonyms }
    let isOfTexts = contents.numbers + contents.dates == 0
    let spellings = [bare] + bare.respellings
    for spelling in spellings {
      let found = words.meanings(byReferenceOf: spelling, isOfTexts: isOfTexts)
      if !found.isEmpty { return found }
    }
    for spelling in spellings {
      let found = words.meanings(byConceptsOf: spelling, isDate: contents.areDates)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The meanings of a header that says what it is in several ways: ‘Company / Account’, 商机或项目, or in two languages.
  private static func inSeveralWays(_ text: String, _ bare: HeaderWords, _ words: WordIndex) -> [WordIndex.Found] {
    let ways = HeaderWords.ways(of: text)
    if !ways.isEmpty { return words.meanings(ofWays: ways, unknownShare: ways.count == 2 ? 0.5 : nil) }
    let languages = bare.languages
    guard !languages.isEmpty else { return [] }
    // Without a space, or in capitals, it is rather a name: ERP金额.
    let isApart = text.contains(where: \.isWhitespace) && text.contains { $0.isLowercase }
    return words.meanings(ofWays: languages, unknownShare: isApart ? 0.7 : nil)
  }

  /// What the last of several header rows may mean, unless the row above makes it something else.
  private static func lastMeanings(
    _ cell: HeaderCell, _ contents: ColumnContents, _ words: WordIndex
  ) -> [WordIndex.Found] {
    guard let last = cell.lastText, !WordIndex.turns(HeaderWords(String(cell.text.dropLast(last.count)))) else {
      return []
    }
    let bare = HeaderWords(UnitStatement.header(withoutUnit: last) ?? last, keepsBrackets: false)
    let found = words.meanings(of: HeaderWords(last), bare: bare) + dated(bare, contents, words)
    return found.isEmpty
      ? words.meanings(byConceptsOf: bare, isDate: contents.areDates) : found
  }

  /// What the name of an event means as the header of dates: 预计签约 is 预计签约日期.
  private static func dated(
    _ bare: HeaderWords, _ contents: ColumnContents, _ words: WordIndex
  ) -> [WordIndex.Found] {
    guard contents.areDates, let date = bare.dated else { return [] }
    return words.meanings(ofWord: date, .withoutBrackets)
  }
}
