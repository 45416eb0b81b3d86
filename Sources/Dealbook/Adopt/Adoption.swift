// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// The adoption of a team's own workbook: which sheets and columns are used, what its labels mean, and the playbook that records this.
///
/// Nothing in the workbook changes. Proposals can be inspected and changed before the playbook is made:
/// ```swift
/// var adoption = try Adoption(workbook, fileName: "pipeline.xlsx", options: ReadOptions(today: nil))
/// for question in adoption.questions { adoption.answer(question, with: question.choices[0]) }
/// let yaml = try adoption.playbookText(language: .english)
/// ```
public struct Adoption: Sendable {
  public let workbook: Workbook
  /// Without folders; nil if unknown.
  public let fileName: String?
  /// The earlier decisions, on top of the method.
  public let basis: Playbook
  public internal(set) var sheets: [AdoptedSheet]
  /// Sheets that are left alone, and why.
  public let others: [RejectedSheet]
  /// The meanings of labels, for each list; filled by ``settle()``.
  public internal(set) var lists: [AdoptedList] = []
  let options: ReadOptions

  /// A workbook with more sheets than this is not a team's list of anything.
  static let mostSheets = 120
  /// No team keeps more rows than this by hand.
  static let mostRows = 500_000

  /// - Parameter basis: the playbook of an earlier adoption, whose decisions are kept; otherwise the built-in one.
  public init(
    _ workbook: Workbook, fileName: String? = nil, basis: Playbook = .builtIn,
    options: ReadOptions = ReadOptions(today: nil),
    threshold: WorkbookProposal.Threshold = .proposed
  ) throws(DealbookError) {
    self.workbook = workbook
    self.fileName = fileName
    self.basis = basis
    self.options = options
    guard workbook.sheets.count <= Self.mostSheets else {
      throw .usage(
        Spoken.words(
          "有 \(workbook.sheets.count) 張工作表，最多只為 \(Self.mostSheets) 張提出規則手冊：請另存一份，只留要用的",
          "\(workbook.sheets.count) sheets, and a playbook is proposed for at most \(Self.mostSheets): "
            + "adopt a copy with those that count"))
    }
    let proposal: WorkbookProposal
    let written: WrittenColumns
    do {
      proposal = try Recognizer(playbook: basis).propose(workbook, fileName: fileName).taking(threshold)
      written = try WrittenColumns(workbook, basis)
    } catch {
      throw .spreadsheet(error)
    }
    sheets = proposal.sheets.map { proposal in
      var proposal = proposal
      let own = written.take(from: &proposal)
      return AdoptedSheet(proposal, basis: basis.sheet(proposal.prefix), written: own)
    }
    others = proposal.others
    try settle()
  }

  /// Whether nothing was recognized.
  public var isEmpty: Bool { sheets.allSatisfy { !$0.isTaken || $0.bound.isEmpty } }

  /// Whether there is anything that an earlier playbook has not decided: a sheet, a column or a label.
  public var isNew: Bool {
    sheets.contains { sheet in
      sheet.isTaken
        && (basis.sheet(sheet.prefix)?.placement.isEmpty != false || sheet.columns.contains { !$0.isDecided }
          || hasNewTab(sheet))
    }
      || lists.contains { list in
        guard let definition = basis.list(list.prefix) else { return true }
        let known = LabelIndex(definition)
        return list.labels.contains { known.match($0.text) == nil }
      }
  }

  /// Whether the rows of a kind stand on several tabs, of which the earlier playbook does not name each: a new colleague has one.
  private func hasNewTab(_ sheet: AdoptedSheet) -> Bool {
    guard !sheet.proposal.parts.isEmpty, let stated = basis.sheet(sheet.prefix)?.placement.titles else { return false }
    let known = Set(stated.map { $0.lowercased() })
    return ([sheet.proposal.title] + sheet.proposal.parts.map(\.title)).contains { !known.contains($0.lowercased()) }
  }

  /// Sheets that the earlier playbook states but this workbook lacks. If there are any, it is not a later state of the same workbook.
  public var forgotten: [String] {
    basis.sheets.filter { sheet in
      sheet.placement.statesPlace && !sheets.contains { $0.isTaken && $0.prefix == sheet.prefix }
    }.map { $0.placement.titles.first ?? $0.titles[.english] }
  }

  /// The tabs that the earlier playbook states, if it is another workbook's: none of them is here, and fewer than half of the headers.
  public var otherWorkbook: [String] {
    let stated = basis.sheets.filter(\.placement.statesPlace)
    let titles = stated.flatMap(\.placement.titles)
    let own = Set(workbook.sheets.map { HeaderIndex.statedKey($0.name) })
    guard !titles.isEmpty, !titles.contains(where: { own.contains(HeaderIndex.statedKey($0)) }) else { return [] }
    let headers = Set(stated.flatMap { $0.columns.flatMap(\.headers) }.map { HeaderIndex.statedKey($0) })
    let here = Set(
      sheets.flatMap { $0.proposal.columns.map(\.header) + $0.proposal.leftAlone.map(\.header) }
        .map { HeaderIndex.statedKey($0) })
    return headers.intersection(here).count * 2 < headers.count ? titles : []
  }

  public func title(_ prefix: String, in language: Language) -> String {
    basis.sheet(prefix)?.titles[language] ?? prefix
  }

  public func title(_ key: String, of prefix: String, in language: Language) -> String {
    basis.sheet(prefix)?.column(key)?.titles[language] ?? key
  }
}

/// A sheet of the team's workbook and what it is taken to be.
public struct AdoptedSheet: Sendable {
  public let proposal: SheetProposal
  public var isTaken = true
  public var columns: [AdoptedColumn]
  /// The texts beside the table that say in which unit its amounts are.
  public internal(set) var unitLines: [UnitLine] = []

  /// The headers of columns that a fill has added, which stay Dealbook's.
  public let written: [String]

  init(_ proposal: SheetProposal, basis: SheetDefinition?, written: [String] = []) {
    self.proposal = proposal
    self.written = written
    let placement = basis?.placement ?? SheetPlacement()
    columns = proposal.columns.map { column in
      let decided = basis?.columns.first { $0.headers.contains(column.header) }?.key
      let isIgnored = placement.ignoredHeaders.contains(column.header)
      return AdoptedColumn(
        proposal: column, key: isIgnored ? nil : decided ?? column.key, isDecided: isIgnored || decided != nil)
    }
  }

  public var prefix: String { proposal.prefix }
  /// The adopted columns, from left to right.
  public var bound: [AdoptedColumn] { columns.filter { $0.key != nil } }

  public func column(_ key: String) -> AdoptedColumn? { columns.first { $0.key == key } }
}

/// A column of the team's workbook and what it is taken to be.
public struct AdoptedColumn: Sendable {
  public let proposal: ColumnProposal
  /// Nil if the column is left alone.
  public var key: String?
  /// Whether a person decided it, in an earlier playbook or by answering a question.
  public internal(set) var isDecided: Bool
  /// How its numbers are to be read, as far as the header and the cells tell.
  public internal(set) var convention = ColumnConvention()
}

/// A doubtful decision that a person makes by choosing a number.
public struct AdoptionQuestion: Sendable {
  /// Index into ``Adoption/sheets``.
  public let sheet: Int
  /// Index into ``AdoptedSheet/columns``; nil for a question about a label.
  public let column: Int?
  /// The list and the label in question; nil for a question about a column.
  public let label: (list: String, text: String)?
  public let choices: [AdoptionChoice]
}

public enum AdoptionChoice: Hashable, Sendable {
  /// The column with this key.
  case key(String)
  case leaveAlone
  /// The column of this number has the key instead.
  case column(Int)
  case outcome(ValueMeaning.Outcome)
}

extension Adoption {
  /// The doubtful decisions; the first choice of each is the proposal.
  public var questions: [AdoptionQuestion] {
    var questions: [AdoptionQuestion] = []
    for (place, sheet) in sheets.enumerated() where sheet.isTaken {
      for (number, column) in sheet.columns.enumerated() where !column.isDecided {
        let proposal = column.proposal
        let rival = proposal.alternatives.first?.confidence ?? 0
        guard
          proposal.confidence < WorkbookProposal.Threshold.unasked.column || rival > proposal.confidence - 0.1
        else { continue }
        let keys = ([proposal.key] + proposal.alternatives.prefix(3).map(\.key)).map(AdoptionChoice.key)
        questions.append(
          AdoptionQuestion(sheet: place, column: number, label: nil, choices: keys + [.leaveAlone]))
      }
      if let question = amountQuestion(place) { questions.append(question) }
    }
    for list in lists where list.endsDeals {
      for label in list.labels where label.isDoubtful {
        let all = [label.outcome] + ValueMeaning.Outcome.allCases.filter { $0 != label.outcome }
        // What is not understood is left out until somebody says what it means.
        let undecided: [AdoptionChoice] = label.isOpenByRest ? [] : [.leaveAlone]
        questions.append(
          AdoptionQuestion(
            sheet: 0, column: nil, label: (list.prefix, label.text),
            choices: undecided + all.map(AdoptionChoice.outcome)))
      }
    }
    return questions
  }

  /// Which of several columns of amounts is the one by which deals count.
  private func amountQuestion(_ place: Int) -> AdoptionQuestion? {
    let sheet = sheets[place]
    guard sheet.prefix == OutcomeColumn.sheet,
      let number = sheet.columns.firstIndex(where: { $0.key == ActualAmount.amount && !$0.isDecided })
    else { return nil }
    let others = sheet.proposal.leftAlone.filter { other in
      let header = AmountHeader(other.header)
      return header.isAmount && !header.mayBeWeighted && !AmountHeader.saysOther(other.header)
        && other.contents.share(other.contents.numbers + other.contents.numberTexts) >= 0.6
    }
    guard !others.isEmpty else { return nil }
    return AdoptionQuestion(
      sheet: place, column: number, label: nil,
      choices: [.key(ActualAmount.amount)] + others.prefix(4).map { .column($0.number) } + [.leaveAlone])
  }

  /// Gives the key of a column to one that has been left alone.
  private mutating func give(_ sheet: Int, keyOf column: Int, to number: Int) {
    guard let other = sheets[sheet].proposal.leftAlone.first(where: { $0.number == number }) else { return }
    let old = sheets[sheet].columns[column]
    sheets[sheet].columns[column].key = nil
    sheets[sheet].columns[column].isDecided = true
    let proposal = ColumnProposal(
      number: other.number, header: other.header, key: old.proposal.key, confidence: 1, evidence: old.proposal.evidence,
      contents: other.contents, isID: false, alternatives: [])
    sheets[sheet].columns.append(AdoptedColumn(proposal: proposal, key: old.key, isDecided: true))
    sheets[sheet].columns.sort { $0.proposal.number < $1.proposal.number }
  }

  /// Records the answer to a question. Call ``settle()`` to derive what follows from it.
  public mutating func answer(_ question: AdoptionQuestion, with choice: AdoptionChoice) {
    switch (choice, question.column, question.label) {
    case (.key(let key), let column?, _):
      for other in sheets[question.sheet].columns.indices where sheets[question.sheet].columns[other].key == key {
        sheets[question.sheet].columns[other].key = nil
      }
      sheets[question.sheet].columns[column].key = key
      sheets[question.sheet].columns[column].isDecided = true
    case (.leaveAlone, let column?, _):
      sheets[question.sheet].columns[column].key = nil
      sheets[question.sheet].columns[column].isDecided = true
    case (.column(let number), let column?, _): give(question.sheet, keyOf: column, to: number)
    case (.outcome(let outcome), _, let label?):
      guard let list = lists.firstIndex(where: { $0.prefix == label.list }) else { return }
      lists[list].decide(label.text, outcome)
    default: break
    }
  }
}
