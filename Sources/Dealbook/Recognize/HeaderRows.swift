// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook
import Spreadsheet

/// The header rows of a sheet.
struct HeaderRows: Sendable {
  /// The first of them.
  var first: Int
  /// The last of them.
  var last: Int
  /// Rows between the header and the data that explain it: field names, 必填.
  var hints: [Int] = []
  /// From left to right.
  var cells: [HeaderCell] = []

  var firstDataRow: Int { (hints.last ?? last) + 1 }
}

/// The header of a column.
struct HeaderCell: Sendable {
  var column: Int
  /// As written; the texts of two rows are joined with a space.
  var text: String
  /// The text of the last row alone, if two rows were joined.
  var lastText: String?
  var style: Int
}

/// Finds the header rows, wherever they are: the rows below which the cells of each column have the same type.
struct HeaderFinder {
  let sample: SheetSample
  /// Makes the vocabulary index, which takes some time and is seldom needed if the header is the playbook's own.
  let makeWords: () -> WordIndex
  /// The headers of the sheet that the title names; they count most.
  var own: HeaderIndex?

  private var words: WordIndex { makeWords() }

  /// The last row in which a header is searched for.
  static let lastHeaderRow = 100

  func find() -> HeaderRows? {
    guard let best = bestRow() else { return nil }
    // Where the header is repeated, what stands between the first and the chosen one is data too.
    let header = sample.rows[best]
    let first = sample.rows[..<best].firstIndex { row in
      // The first one is the whole header; further down a part of it may be repeated.
      row.cells.count > 2
        && (isRepetition(header, of: row) || row.cells.count >= header.cells.count && isRepetition(row, of: header))
    }
    return rows(around: first ?? best)
  }

  /// The header that begins in a row known to be one.
  func rows(atRow row: Int) -> HeaderRows? {
    sample.rows.firstIndex { $0.index == row }.map { rows(around: $0, growsUp: false) }
  }

  /// The header in exactly these rows. Nil if they are empty.
  func rows(_ rows: ClosedRange<Int>) -> HeaderRows? {
    guard let first = sample.rows.firstIndex(where: { rows.contains($0.index) }),
      let last = sample.rows.lastIndex(where: { rows.contains($0.index) })
    else { return nil }
    return HeaderRows(first: rows.lowerBound, last: rows.upperBound, cells: joined(first...last))
  }

  // MARK: Choice of the row

  /// Where the row is that looks most like a header; nil if none does.
  func bestRow() -> Int? {
    var best: (position: Int, score: Double)?
    for position in sample.rows.indices where sample.rows[position].index <= Self.lastHeaderRow {
      if let score = score(at: position, above: best?.score ?? 1.1) { best = (position, score) }
    }
    return best?.position
  }

  /// How much a row looks like a header; nil if that is no more than `best`, which most rows of data show before their words are looked up.
  func score(at position: Int, above best: Double) -> Double? {
    let row = sample.rows[position]
    var ahead = Ahead(row) { $0.typedText == nil ? withoutText($0) : nil }
    // A single text is no header.
    guard ahead.texts > 1, ahead.reaches(best, from: 0, known: 0, standsAgain: true) else { return nil }
    let below = sample.rows[(position + 1)...].prefix(30)
    var score = 0.0
    var texts = 0
    // A header that is repeated further down is still a header; its first occurrence is used.
    let standsAgain = isRepeated(row, in: sample.rows[(position + 1)...])
    var known = 0
    for cell in row.cells {
      guard ahead.reaches(best, from: score, known: known, standsAgain: standsAgain) else { return nil }
      guard let text = cell.typedText else {
        ahead.others -= withoutText(cell)
        score += withoutText(cell)
        continue
      }
      ahead.texts -= 1
      texts += 1
      let trimmed = StraySpace.trimmed(text)
      if AgeWords.isBucket(trimmed) {
        score += 0.12
        continue
      }
      if trimmed.count > 60 || trimmed.contains("@") || AmountWords.isNumber(trimmed) || DateWords.isDate(trimmed) {
        // A month over numbers heads its column.
        let isMonth = DateWords.isDate(trimmed) && agrees(below: cell.column, in: below, onNumbers: true)
        if !isMonth { score -= 0.6 }
        continue
      }
      let full = HeaderWords(text)
      let bare = HeaderWords(text, keepsBrackets: false)
      var worth = own?.match(text) != nil ? 1.2 : words.familiarity(of: full, bare: bare)
      if worth >= 0.5 { known += 1 }
      if !standsAgain, below.contains(where: { isSame($0[cell.column], trimmed) }) {
        worth = min(worth, 0.2)
        score -= 0.3
      }
      score += worth == 0 ? (trimmed.count <= 30 ? 0.12 : -0.1) : worth
      if trimmed.hasSuffix(":") || trimmed.hasSuffix("：") { score -= 0.5 }
      if worth > 0, agrees(below: cell.column, in: below) { score += 0.25 }
    }
    if standsAgain, known > 1, known * 2 >= texts { score += 0.5 * Double(known) }
    return score > best ? score : nil
  }

  /// What a cell that says nothing counts.
  private func withoutText(_ cell: SheetSample.Cell) -> Double {
    cell.hasFormula ? -0.5 : cell.isDate ? -0.8 : isYear(cell.value) ? 0 : -0.6
  }

  /// What the cells of a row that were not looked at yet can add to its score.
  private struct Ahead {
    /// Those with words, each of which may be the playbook's own header over cells that agree.
    var texts = 0
    /// What the others count.
    var others = 0.0

    init(_ row: SheetSample.Row, _ worth: (SheetSample.Cell) -> Double?) {
      for cell in row.cells {
        if let worth = worth(cell) { others += worth } else { texts += 1 }
      }
    }

    func reaches(_ best: Double, from score: Double, known: Int, standsAgain: Bool) -> Bool {
      let most = score + others + 1.45 * Double(texts) + (standsAgain ? 0.5 * Double(known + texts) : 0)
      return most > best - 0.001
    }
  }

  private func isYear(_ value: CellValue) -> Bool {
    guard case .number(let number) = value else { return false }
    return (1990...2100).contains(number) && number == number.rounded()
  }

  private func isSame(_ cell: SheetSample.Cell?, _ text: String) -> Bool {
    guard let other = cell?.value.text else { return false }
    return StraySpace.trimmed(other) == text
  }

  private func isRepetition(_ row: SheetSample.Row, of header: SheetSample.Row) -> Bool {
    isRepeated(header, in: CollectionOfOne(row))
  }

  /// Whether one of the rows has four fifths of a header's texts in their places.
  private func isRepeated(_ header: SheetSample.Row, in rows: some Sequence<SheetSample.Row>) -> Bool {
    let texts = header.cells.compactMap { cell in cell.typedText.map { (cell.column, StraySpace.trimmed($0)) } }
    let needed = (header.cells.count * 4 + 4) / 5
    return texts.count >= needed
      && rows.contains { row in
        // Rows of data differ in their first cells.
        var spare = texts.count - needed
        for (column, text) in texts where !isSame(row[column], text) {
          spare -= 1
          if spare < 0 { return false }
        }
        return true
      }
  }

  /// Whether the cells under a header are almost all numbers or almost all dates.
  private func agrees(
    below column: Int, in rows: some Sequence<SheetSample.Row>, onNumbers: Bool = false
  ) -> Bool {
    var contents = ColumnContents()
    for row in rows { contents.add(row[column], sample.dateSystem) }
    let numbers = contents.share(contents.numbers)
    return contents.filled > 0 && (onNumbers ? numbers : max(numbers, contents.share(contents.dates))) >= 0.8
  }

  // MARK: Extent of the header

  private func rows(around position: Int, growsUp: Bool = true) -> HeaderRows {
    var first = position
    var last = position
    while growsUp, first > 0, isUpper(first - 1, of: first) { first -= 1 }
    while last + 1 < sample.rows.count, last - first < 3, isLower(last + 1, of: first...last) { last += 1 }
    var header = HeaderRows(first: sample.rows[first].index, last: sample.rows[last].index)
    header.cells = joined(first...last)
    var next = last + 1
    while next < sample.rows.count, next <= last + 2, isHint(next, under: header) {
      header.hints.append(sample.rows[next].index)
      next += 1
    }
    return header
  }

  /// Whether the row below continues the header: only text, some of it where the row above is empty because a word spans several columns,
  /// with the first columns blank.
  private func isLower(_ position: Int, of rows: ClosedRange<Int>) -> Bool {
    let row = sample.rows[position]
    guard row.index == sample.rows[rows.upperBound].index + 1, row.cells.count > 1,
      let leftmost = rows.compactMap({ sample.rows[$0].cells.first?.column }).min(), row[leftmost] == nil,
      row.cells.allSatisfy({ $0.typedText.map(isHeaderText) ?? false })
    else { return false }
    let above = Set(rows.flatMap { sample.rows[$0].cells.map(\.column) })
    let here = Set(row.cells.map(\.column))
    let isolated = above.subtracting(here)
    let under = here.subtracting(above)
    return !under.isEmpty && isolated.count > 1 && under.allSatisfy { $0 > leftmost }
      && under.contains { column in here.contains(column - 1) || above.contains(column - 1) }
  }

  /// Whether the row above begins the header: it has words where the row below has none.
  private func isUpper(_ position: Int, of first: Int) -> Bool {
    let row = sample.rows[position]
    let below = sample.rows[first]
    guard row.index == below.index - 1, row.cells.count > 1,
      row.cells.allSatisfy({ $0.typedText.map(isHeaderText) ?? false })
    else { return false }
    let here = Set(row.cells.map(\.column))
    let there = Set(below.cells.map(\.column))
    if here.isSubset(of: there) { return namesGroups(row, above: below) }
    guard row.cells.count > 2 else { return false }
    guard let leftmost = here.min(), !there.contains(leftmost) else { return false }
    return here.subtracting(there).count > 1 && !there.subtracting(here).isEmpty
  }

  /// Whether a row names groups of columns: each of its cells is merged over several headers, or stands over one.
  private func namesGroups(_ row: SheetSample.Row, above below: SheetSample.Row) -> Bool {
    guard row.cells.count * 2 <= below.cells.count else { return false }
    let merged = sample.merged(inRow: row.index)
    let groups = row.cells.count { cell in merged.contains { $0.lowerBound == cell.column } }
    return groups > 1 && groups * 2 >= row.cells.count
  }

  private func isHeaderText(_ text: String) -> Bool {
    let trimmed = StraySpace.trimmed(text)
    if AgeWords.isBucket(trimmed) { return true }
    return trimmed.count <= 60 && !AmountWords.isNumber(trimmed) && !DateWords.isDate(trimmed) && !trimmed.contains("@")
  }

  private func joined(_ rows: ClosedRange<Int>) -> [HeaderCell] {
    var texts: [Int: [String]] = [:]
    var styles: [Int: Int] = [:]
    let columns = Set(rows.flatMap { sample.rows[$0].cells.map(\.column) })
    for (offset, position) in rows.enumerated() {
      var spanning: String?
      let row = sample.rows[position]
      let below = position < rows.upperBound ? sample.rows[position + 1] : nil
      for column in columns.sorted() {
        if let cell = row[column] {
          guard let text = cell.typedText else {
            spanning = nil
            continue
          }
          spanning = text
          texts[column, default: []].append(text)
          styles[column] = styles[column] ?? cell.style
        } else if let spanning, below?[column] != nil, offset < rows.count - 1 {
          texts[column, default: []].append(spanning)
        }
      }
    }
    return texts.keys.sorted().compactMap { column in
      guard let parts = texts[column] else { return nil }
      let clean = parts.map { StraySpace.trimmed($0) }
      return HeaderCell(
        column: column, text: parts.count == 1 ? parts[0] : clean.joined(separator: " "),
        lastText: parts.count > 1 ? clean.last : nil, style: styles[column] ?? 0)
    }
  }

  // MARK: Hints

  private static let hintWords = [
    "必填", "选填", "選填", "必选", "必選", "可选", "可選", "required", "optional", "mandatory", "pflichtfeld", "格式", "例:", "例：",
    "e.g.", "示例", "下拉",
  ]

  private static func isBracketed(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count > 2, text.count <= 30 else { return false }
    return ["()", "[]", "【】", "（）", "〔〕"].contains("\(first)\(last)") && !text.contains { ("0"..."9").contains($0) }
  }

  /// Whether a row explains the header: it contains 必填 or similar words, or field names above dates and numbers.
  private func isHint(_ position: Int, under header: HeaderRows) -> Bool {
    let row = sample.rows[position]
    guard row.index <= (header.hints.last ?? header.last) + 1, row.cells.count > 1,
      row.cells.allSatisfy({ $0.typedText != nil })
    else { return false }
    let texts = row.cells.compactMap(\.typedText).map { TextFolding.folded(StraySpace.trimmed($0)) }
    let hinting = texts.filter { text in Self.hintWords.contains { text.containsBytes(of: $0) } }.count
    if hinting * 2 >= texts.count { return true }
    // (千元), (年/月/日): what stands in brackets under a header speaks of it.
    if texts.allSatisfy(Self.isBracketed) { return true }
    let below = sample.rows[(position + 1)...].prefix(30)
    guard !below.isEmpty else { return false }
    var against = 0
    for cell in row.cells where agrees(below: cell.column, in: below) {
      guard let text = cell.typedText, isHeaderText(text) else { return false }
      against += 1
    }
    // The vocabulary is only needed from here on; making its index takes some time.
    guard against > 0 else { return false }
    let named = row.cells.compactMap(\.typedText).filter { text in
      words.familiarity(of: HeaderWords(text), bare: HeaderWords(text, keepsBrackets: false)) >= 0.9
    }.count
    return named > 0 && (named * 2 >= texts.count || against > 1)
  }
}
