// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Determines what one sheet is.
struct SheetReader {
  let playbook: Playbook
  let words: WordIndex
  let prepared: PreparedPlaybook
  /// Whether the tool has filled the workbook.
  let isMarked: Bool
  /// The kinds that the file name suggests.
  let fileKinds: [String: Double]

  /// The result for a sheet.
  enum Outcome {
    case proposal(SheetProposal)
    case rejected(SheetRejection)

    /// Whether not enough speaks for any kind to take it unasked.
    var isOpen: Bool {
      switch self {
      case .proposal(let sheet): sheet.confidence < WorkbookProposal.Threshold.unasked.sheet
      case .rejected(let reason): reason == .unknown
      }
    }
  }

  /// - Parameter ownPrefix: the kind whose title, in the playbook's own words, the sheet has.
  /// - Parameter customers: whom the rows of other sheets concern, folded.
  func read(
    _ sample: SheetSample, isHidden: Bool, ownPrefix: String?, customers: Set<String> = []
  ) -> Outcome {
    guard !sample.rows.isEmpty else { return .rejected(.empty) }
    let finder = HeaderFinder(
      sample: sample, makeWords: { words }, own: ownPrefix.flatMap { prepared.headers(of: $0, in: playbook) })
    guard let header = finder.find() else { return .rejected(.noHeader) }
    if Self.summarises(header) { return .rejected(.summary) }
    var columns = columns(of: sample, under: header)
    if !customers.isEmpty, let place = columns.firstIndex(where: { $0.lists(customers) }) {
      columns[place].listsCustomers = true
    }
    let named = kinds(named: sample, above: header)
    var readings = playbook.sheets.map { definition in
      KindReader(
        definition: definition, words: words,
        own: isMarked ? prepared.headers(of: definition.prefix, in: playbook) : nil
      ).read(columns)
    }
    let signs = SheetSigns(columns)
    for index in readings.indices where !readings[index].columns.isEmpty {
      readings[index].score += min(1.4, named[readings[index].prefix] ?? 0)
      let ownName = named[readings[index].prefix] ?? 0
      // A title of the playbook counts more than a word of the vocabulary.
      if readings[index].prefix == ownPrefix { readings[index].score += 0.4 }
      signs.weigh(&readings[index], named: ownName)
      // A list of contracts has days on which they end, and is not one of renewals.
      if readings[index].prefix == "re", ownName < 0.7, (named["co"] ?? 0) >= 0.7 { readings[index].score *= 0.6 }
      // Neither is a list of customers one of leads, nor the other way round: status and source stand on both.
      if let rival = ["le": "acc", "acc": "le"][readings[index].prefix], ownName < 0.25, (named[rival] ?? 0) >= 0.5 {
        readings[index].score *= 0.6
      }
      let noName = named[Vocabulary.noSheet] ?? 0
      if ownName < 0.7, noName >= 0.7 { readings[index].score *= 0.35 }
      // A title of both kinds: without a customer or a period, these are the company's own assets, purchases and costs.
      if ownName >= 0.7, noName >= ownName, !["pe", "pd"].contains(readings[index].prefix),
        !readings[index].columns.contains(where: {
          $0.key == (readings[index].prefix == "tg" ? "p_start" : "account_id") && !$0.evidence.isWeak
        })
      {
        readings[index].score *= 0.2
      }
    }
    // Ties in the playbook's order.
    let order = readings.enumerated().sorted { a, b in
      a.element.score != b.element.score ? a.element.score > b.element.score : a.offset < b.offset
    }.map(\.element)
    guard var best = order.first, !best.columns.isEmpty else { return .rejected(.unknown) }
    StepColumn.settle(&best)
    if best.prefix == OutcomeColumn.sheet { OutcomeColumn(playbook).settle(&best) }
    AmountDoubt.settle(&best)
    OnlyAmount.settle(&best)
    NetOrGross.settle(&best)
    if best.prefix == OutcomeColumn.sheet { ActualAmount.settle(&best) }
    ClosingColumn.settle(&best)
    OpenBalance.settle(&best)
    RenewalMovements.settle(&best)
    RenewalAmounts.settle(&best)
    ContractEnd.settle(&best)
    let second = order.count > 1 ? order[1].score : 0
    var confidence = Self.confidence(best, second)
    // What is called as the playbook calls it is not lost for want of words, where something says what its rows are about and worth.
    let firm = best.columns.count { !$0.evidence.isWeak && $0.evidence.cells != .disagree }
    let isWorthSomething = best.columns.contains { $0.key == "amount" }
    if best.prefix == ownPrefix, firm > 1, isWorthSomething, best.hasSubject, best.score > 1 {
      confidence = max(confidence, 0.6)
    }
    if confidence >= 0.85 { takeAtTheirWord(&best) }
    let alternatives = order.dropFirst().prefix(3).filter { $0.score > 0.8 && !$0.columns.isEmpty }.map {
      SheetProposal.Alternative(prefix: $0.prefix, confidence: Self.confidence($0, best.score))
    }
    var proposal = SheetProposal(
      sheetIndex: sample.sheetIndex, title: sample.title, isHidden: isHidden, prefix: best.prefix,
      confidence: confidence, headerRows: header.first...header.last, hintRows: header.hints,
      hasOwnTitle: ownPrefix == best.prefix, namedKinds: named.keys.filter { $0 != Vocabulary.noSheet }.sorted(),
      columns: best.columns,
      leftAlone: best.leftAlone, alternatives: Array(alternatives),
      rank: best.score + 0.3 * Self.doublings(sample.rows.count), rowCount: sample.rows.count)
    proposal.rowPrints = rowPrints(of: proposal, sample, from: header.firstDataRow)
    return .proposal(proposal)
  }

  /// What the rows of a sheet are about and worth; with IDs, for which copies have others, also when. Empty if nothing says what they are
  /// worth.
  private func rowPrints(of proposal: SheetProposal, _ sample: SheetSample, from first: Int) -> Set<String> {
    guard let definition = playbook.sheet(proposal.prefix),
      let amount = proposal.columns.first(where: { definition.column($0.key)?.type == .money })
    else { return [] }
    let subjects = ["name", "account_id"].compactMap { proposal.column($0)?.number }
    guard !subjects.isEmpty else { return [] }
    let hasIDs = proposal.columns.contains(where: \.isID)
    let dates = proposal.columns.filter { hasIDs && definition.column($0.key)?.type == .date }.map(\.number)
    // Without a date, a customer's second order of the same size would look like a copy of the first.
    if hasIDs, dates.isEmpty { return [] }
    var prints: Set<String> = []
    for row in sample.rows where row.index >= first {
      guard let value = row[amount.number]?.value, !value.isEmpty,
        !row.cells.contains(where: { $0.value.text.map(TotalWords.usual.nameTotal) ?? false })
      else { continue }
      let texts = (subjects + dates).map { TextFolding.label(row[$0]?.value.shownText ?? "") }
      prints.insert((texts + [value.shownText]).joined(separator: "\t"))
    }
    return prints
  }

  /// On a sheet whose kind is sure, a word that could mean something else elsewhere means what it can mean here, if the cells agree: the
  /// first column, ‘ID’, numbers the rows, and ‘Status’ over words such as Won and Lost is how they stand.
  private func takeAtTheirWord(_ reading: inout KindReading) {
    guard let definition = playbook.sheet(reading.prefix) else { return }
    let first = reading.columns.first?.number
    for index in reading.columns.indices {
      let column = reading.columns[index]
      guard column.evidence.isWeak, column.evidence.cells == .agree, column.contents.filled > 3,
        case .vocabulary = column.evidence.word, let target = definition.column(column.key)
      else { continue }
      let isSure =
        switch target.type {
        case .id:
          (column.number == first || HeaderWords(column.header).words == ["id"])
            && column.contents.distinct == column.contents.filled && !Self.countsRows(column)
        case .list: Fit(words: words).isKnownLabel(column.contents, target) && column.contents.distinct > 1
        case .date: true
        case .key: column.key == "owner" || column.key == "visitor"
        // In German, a chance is an opportunity where it has a name, and a probability where it is a number.
        case .text:
          column.key == "name" && HeaderWords(column.header).words == ["chance"]
            && column.contents.distinct * 10 >= column.contents.filled * 9
        default: false
        }
      if isSure { reading.columns[index].confidence = max(column.confidence, 0.8) }
    }
  }

  /// Whether a column called ‘No’ counts the rows from 1: sorted otherwise, they have other numbers.
  private static func countsRows(_ column: ColumnProposal) -> Bool {
    let contents = column.contents
    return HeaderWords(column.header).words.last == "no" && contents.integers > 3
      && contents.integers + 2 >= contents.filled && contents.smallest == 1
      && contents.largest <= Double(contents.rows)
  }

  private static func confidence(_ reading: KindReading, _ other: Double) -> Double {
    let sure = 1 - power(0.58, max(0, reading.score))
    let margin = max(-1, min(1, (reading.score - other) / 0.6))
    // A single column is little evidence, unless all others are known not to be inputs.
    let others = reading.leftAlone.count { $0.reason != .noInput }
    let few = reading.columns.count < 2 && others > 0 ? 0.85 : 1.0
    // The title alone is not enough evidence for a kind.
    let firm = min(1, 0.5 + reading.firmScore / 1.6)
    return max(0, sure * (0.75 + 0.25 * margin) * few * firm)
  }

  /// The number of doublings of one that reach `count`.
  static func doublings(_ count: Int) -> Double { Double(Int.bitWidth - max(1, count).leadingZeroBitCount) }

  /// `base` to the power of `exponent`, accurate to about a thousandth.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    var rest = exponent
    while rest >= 1 {
      result *= base
      rest -= 1
    }
    // Between whole numbers the curve is nearly straight.
    return result * (1 - rest * (1 - base))
  }

  func columns(of sample: SheetSample, under header: HeaderRows) -> [HeaderColumn] {
    let skipped = Self.rowsToSkip(sample, header)
    var columns = Self.firstBlock(header.cells, sample, header).map { cell in
      HeaderColumn(cell, sample.contents(of: cell.column, from: header.firstDataRow, skipping: skipped), words)
    }
    readYears(&columns, of: sample, above: header)
    // What stands under several headings, as a month's target does, is none of them alone.
    for (last, places) in Dictionary(grouping: columns.indices, by: { columns[$0].cell.lastText })
    where last != nil && places.count > 1 {
      for place in places { columns[place].lastMeanings = [] }
    }
    return columns
  }

  /// A year before a target only says which it is, if there is one target: 2026年目标. Sums of other years are others.
  ///
  /// The tab or a text above the header may say which year it is: 2026年销售目标分解表.
  private func readYears(_ columns: inout [HeaderColumn], of sample: SheetSample, above header: HeaderRows) {
    guard columns.contains(where: { $0.bare.year != nil }) else { return }
    let above = sample.rows.prefix { $0.index < header.first }.flatMap { $0.cells.compactMap(\.typedText) }
    let said = ([sample.title] + above).flatMap { text in
      text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }.filter { (2000...2100).contains($0) }
    }
    let targets = columns.map(\.bare.withoutYear)
    let latestYear = (columns.compactMap(\.bare.year) + said).max()
    for (place, target) in targets.enumerated() {
      guard let target, targets.count(where: { $0 == target }) == 1 || columns[place].bare.year == latestYear else {
        continue
      }
      columns[place].meanings += words.meanings(ofWord: target, .withoutBrackets).filter {
        ["target", "floor"].contains($0.meaning.key)
      }
    }
    // Beside it, those of the year before: 2025年目标, 2025年完成.
    guard let latestYear else { return }
    for (place, target) in targets.enumerated() where columns[place].bare.year == latestYear - 1 {
      guard let target else { continue }
      let isTarget = words.meanings(ofWord: target, .same).contains {
        $0.meaning.prefix == "tg" && $0.meaning.key == "target"
      }
      guard isTarget || Self.results.contains(target.key) else { continue }
      let meaning = WordIndex.Meaning(
        prefix: "tg", key: isTarget ? "prev_target" : "prev_actual", text: columns[place].cell.text, source: .handKept,
        isWeak: false)
      columns[place].meanings = [WordIndex.Found(match: .withoutBrackets, meaning: meaning, share: 1)]
    }
  }

  /// What was reached, in the form of ``HeaderWords``.
  private static let results: Set<String> = [
    "完成", "实际", "实绩", "业绩", "达成", "完成金额", "实际完成", "actual", "ist", "umsatz", "revenue", "result", "achieved",
  ]

  /// The columns up to an empty one; what follows it is a table of its own.
  private static func firstBlock(
    _ cells: [HeaderCell], _ sample: SheetSample, _ header: HeaderRows
  ) -> [HeaderCell] {
    var blocks: [[HeaderCell]] = []
    for cell in cells {
      if let last = blocks.last?.last, isOneBlock(last.column, cell.column, sample, header) {
        blocks[blocks.count - 1].append(cell)
      } else {
        blocks.append([cell])
      }
    }
    // A narrow column is left empty after each one in some templates.
    if blocks.count > 2, blocks.allSatisfy({ $0.count == 1 }) { return cells }
    return blocks.max { $0.count < $1.count } ?? []
  }

  /// Whether no column between the two is empty from the header down.
  private static func isOneBlock(_ left: Int, _ right: Int, _ sample: SheetSample, _ header: HeaderRows) -> Bool {
    guard right > left + 1 else { return true }
    return ((left + 1)..<right).allSatisfy { column in
      sample.rows.contains { $0.index >= header.first && $0[column] != nil }
    }
  }

  /// Rows that repeat the header.
  private static func rowsToSkip(_ sample: SheetSample, _ header: HeaderRows) -> Set<Int> {
    let texts = Dictionary(
      header.cells.map { ($0.column, StraySpace.trimmed($0.text)) }, uniquingKeysWith: { a, _ in a })
    var skipped: Set<Int> = []
    for row in sample.rows where row.index > header.last {
      let same = row.cells.count { cell in cell.value.text.map { StraySpace.trimmed($0) == texts[cell.column] } ?? false
      }
      if same > 1, same * 2 > row.cells.count { skipped.insert(row.index) }
    }
    return skipped.union(rowsOfOtherTable(sample, header, headers: skipped))
  }

  /// The rows of another table further down, from a row of words after a gap under which a number stands where the rows above have texts.
  ///
  /// - Parameter headers: the rows that repeat the header; what follows them belongs to it.
  private static func rowsOfOtherTable(_ sample: SheetSample, _ header: HeaderRows, headers: Set<Int>) -> Set<Int> {
    let rows = sample.rows.filter { $0.index >= header.firstDataRow }
    var kinds: [Int: (texts: Int, numbers: Int)] = [:]
    var begin: Int?
    for (place, row) in rows.enumerated() {
      let isAfterGap = place > 0 && (rows[place - 1].index + 1 != row.index || rows[place - 1].cells.count == 1)
      if isAfterGap, place + 1 < rows.count, rows[place + 1].index == row.index + 1, !headers.contains(row.index),
        row.cells.count > 1,
        row.cells.allSatisfy({ $0.typedText.map { !$0.contains(where: \.isNumber) } ?? false }),
        rows[place + 1].cells.contains(where: { cell in
          guard cell.value.number != nil, let kind = kinds[cell.column] else { return false }
          return kind.texts > 1 && kind.numbers == 0
        })
      {
        begin = place
        break
      }
      for cell in row.cells where !cell.isBlank {
        if cell.value.number == nil {
          kinds[cell.column, default: (0, 0)].texts += 1
        } else {
          kinds[cell.column, default: (0, 0)].numbers += 1
        }
      }
    }
    guard let begin else { return [] }
    return Set(rows[begin...].prefix { !headers.contains($0.index) }.map(\.index))
  }

  private static let summaryWords: Set<String> = Set(
    [
      "Row Labels", "Column Labels", "行标签", "列標籤", "行標籤", "列标签", "Zeilenbeschriftungen", "Étiquettes de lignes",
      "Etichette di riga",
    ]
    .map { HeaderWords($0).key })
  private static let summaryBeginnings = [
    "sum of ", "count of ", "average of ", "summe von ", "anzahl von ", "求和项", "計數", "计数项", "平均值项", "加總", "总和 ",
    "max of ",
  ]

  private static func summarises(_ header: HeaderRows) -> Bool {
    var count = 0
    for cell in header.cells {
      if summaryWords.contains(HeaderWords(cell.text).key) { return true }
      let folded = TextFolding.folded(cell.text)
      if summaryBeginnings.contains(where: { folded.hasPrefix($0) }) { count += 1 }
    }
    return count > 0 && count * 2 >= header.cells.count
  }

  /// The kinds that the title, the heading above the header and the file name suggest.
  private func kinds(named sample: SheetSample, above header: HeaderRows) -> [String: Double] {
    var named: [String: Double] = [:]
    for (kind, weight) in words.kinds(named: sample.title) { named[kind, default: 0] += weight }
    if let heading = sample.rows.first(where: { $0.index < header.first })?.cells.first?.typedText, heading.count < 60 {
      for (kind, weight) in words.kinds(named: heading) { named[kind, default: 0] += 0.5 * weight }
    }
    for (kind, weight) in fileKinds { named[kind, default: 0] += 0.5 * weight }
    return named
  }
}
