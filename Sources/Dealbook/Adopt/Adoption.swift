public import Playbook
public import Spreadsheet

/// What a team's own workbook comes to: which sheets and columns are taken, what its labels mean, and the playbook that says so.
///
/// Nothing in the workbook changes. What is proposed can be looked at and decided otherwise before the playbook is made:
/// ```swift
/// var adoption = try Adoption(workbook, fileName: "pipeline.xlsx", options: ReadOptions(today: nil))
/// for question in adoption.questions { adoption.answer(question, with: question.choices[0]) }
/// let yaml = try adoption.playbookText(language: .english)
/// ```
public struct Adoption: Sendable {
  public let workbook: Workbook
  /// Without folders; nil where it is not known.
  public let fileName: String?
  /// What was decided before, and the method under it.
  public let basis: Playbook
  public internal(set) var sheets: [AdoptedSheet]
  /// Sheets that are left alone, and why.
  public let others: [RejectedSheet]
  /// What the labels of columns of lists mean, by the prefix of the list; filled by ``settle()``.
  public internal(set) var lists: [AdoptedList] = []
  let options: ReadOptions

  /// With more sheets than this a workbook is no team's list of anything.
  static let mostSheets = 120
  /// More rows than this no team keeps by hand.
  static let mostRows = 500_000

  /// - Parameter basis: the playbook of an earlier adoption, whose decisions stay; else the built-in one.
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
        "\(workbook.sheets.count) sheets, and a playbook is proposed for at most \(Self.mostSheets): "
          + "adopt a copy with those that count")
    }
    let proposal: WorkbookProposal
    do {
      proposal = try Recognizer(playbook: basis).propose(workbook, fileName: fileName).taking(threshold)
    } catch {
      throw .spreadsheet(error)
    }
    sheets = proposal.sheets.map { AdoptedSheet($0, basis: basis.sheet($0.prefix)) }
    others = proposal.others
    try settle()
  }

  /// Whether nothing was recognised.
  public var isEmpty: Bool { sheets.allSatisfy { !$0.isTaken || $0.bound.isEmpty } }

  /// Whether there is something that an earlier playbook has not decided: a sheet, a column or a label.
  public var isNew: Bool {
    sheets.contains { sheet in
      sheet.isTaken
        && (basis.sheet(sheet.prefix)?.placement.isEmpty != false || sheet.columns.contains { !$0.isDecided })
    }
      || lists.contains { list in
        guard let definition = basis.list(list.prefix) else { return true }
        let known = LabelIndex(definition)
        return list.labels.contains { known.match($0.text) == nil }
      }
  }

  /// Sheets that the earlier playbook states and that this workbook does not have: it is no later state of the same.
  public var forgotten: [String] {
    basis.sheets.filter { sheet in
      sheet.placement.statesPlace && !sheets.contains { $0.isTaken && $0.prefix == sheet.prefix }
    }.map { $0.placement.titles.first ?? $0.titles[.english] }
  }

  public func title(_ prefix: String, in language: Language) -> String {
    basis.sheet(prefix)?.titles[language] ?? prefix
  }

  public func title(_ key: String, of prefix: String, in language: Language) -> String {
    basis.sheet(prefix)?.column(key)?.titles[language] ?? key
  }
}

/// A sheet of the team's and what it is taken for.
public struct AdoptedSheet: Sendable {
  public let proposal: SheetProposal
  public var isTaken = true
  public var columns: [AdoptedColumn]

  init(_ proposal: SheetProposal, basis: SheetDefinition?) {
    self.proposal = proposal
    let placement = basis?.placement ?? SheetPlacement()
    columns = proposal.columns.map { column in
      let decided = basis?.columns.first { $0.headers.contains(column.header) }?.key
      let isIgnored = placement.ignoredHeaders.contains(column.header)
      return AdoptedColumn(
        proposal: column, key: isIgnored ? nil : decided ?? column.key, isDecided: isIgnored || decided != nil)
    }
  }

  public var prefix: String { proposal.prefix }
  /// The columns that are taken, from left to right.
  public var bound: [AdoptedColumn] { columns.filter { $0.key != nil } }

  public func column(_ key: String) -> AdoptedColumn? { columns.first { $0.key == key } }
}

/// A column of the team's and what it is taken for.
public struct AdoptedColumn: Sendable {
  public let proposal: ColumnProposal
  /// Nil where it is left alone.
  public var key: String?
  /// Whether somebody decided it: in an earlier playbook, or by an answer.
  public internal(set) var isDecided: Bool
  /// How its numbers are meant, as far as header and cells tell.
  public internal(set) var convention = ColumnConvention()
}

/// Something doubtful that a person decides by a number.
public struct AdoptionQuestion: Sendable {
  /// Position in ``Adoption/sheets``.
  public let sheet: Int
  /// Position in ``AdoptedSheet/columns``; nil for a question about a label.
  public let column: Int?
  /// The list and the label that is asked about.
  public let label: (list: String, text: String)?
  public let choices: [AdoptionChoice]
}

public enum AdoptionChoice: Hashable, Sendable {
  /// The column with this key.
  case key(String)
  case leaveAlone
  case outcome(ValueMeaning.Outcome)
}

extension Adoption {
  /// What is doubtful, the first choice being what is proposed.
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
    }
    for list in lists where list.prefix == AdoptedList.stages {
      for label in list.labels where label.isDoubtful {
        let all = [label.outcome] + ValueMeaning.Outcome.allCases.filter { $0 != label.outcome }
        questions.append(
          AdoptionQuestion(
            sheet: 0, column: nil, label: (list.prefix, label.text), choices: all.map(AdoptionChoice.outcome)))
      }
    }
    return questions
  }

  /// Decides what a question asks; what follows from it is worked out by ``settle()``.
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
    case (.outcome(let outcome), _, let label?):
      guard let list = lists.firstIndex(where: { $0.prefix == label.list }) else { return }
      lists[list].decide(label.text, outcome)
    default: break
    }
  }
}
