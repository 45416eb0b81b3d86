// SPDX-License-Identifier: Apache-2.0

internal import Base
public import Playbook
public import Spreadsheet

/// Proposes what a workbook contains: which of its sheets are the playbook's, and which headers their columns have.
///
/// Titles, the file name, headers and contents all count as evidence, the playbook's own titles and headers most. Only the first rows of
/// each sheet are examined, so the cost does not grow with the workbook.
/// ```swift
/// let proposal = try Recognizer(playbook: .builtIn).propose(workbook, fileName: "pipeline.xlsx")
/// for sheet in proposal.taking(.proposed).sheets {
///   for column in sheet.columns { print(sheet.title, column.header, column.key, column.evidence.text(in: .english)) }
/// }
/// ```
public struct Recognizer: Sendable {
  let playbook: Playbook
  private let prepared: PreparedPlaybook

  public init(playbook: Playbook) {
    self.playbook = playbook
    prepared = PreparedPlaybook.of(playbook)
  }

  /// - Parameter fileName: the name of the file without its folders.
  public func propose(_ workbook: Workbook, fileName: String? = nil) throws(SpreadsheetError) -> WorkbookProposal {
    let indices = workbook.sheets.indices.filter { isCandidate(workbook.sheets[$0]) }
    let strings = try workbook.sharedStrings.table()
    let reader = reader(
      fileName: fileName, isMarked: workbook.sheets.contains { $0.name == MetaSheet.name && $0.kind == .worksheet })
    var outcomes = try concurrentMap(indices.count) { (position: Int) throws(SpreadsheetError) in
      try read(indices[position], of: workbook, strings, by: reader, customers: [])
    }
    // The list of customers is where those of the other sheets stand, whatever its header says.
    let customers = Self.customers(of: outcomes)
    if customers.count >= 4 {
      for position in outcomes.indices where outcomes[position].isOpen {
        outcomes[position] = try read(indices[position], of: workbook, strings, by: reader, customers: customers)
      }
    }
    var proposal = WorkbookProposal(sheets: [], others: [])
    for (position, outcome) in outcomes.enumerated() {
      let index = indices[position]
      switch outcome {
      case .proposal(let sheet): proposal.sheets.append(sheet)
      case .rejected(let reason):
        proposal.others.append(
          RejectedSheet(sheetIndex: index, title: workbook.sheets[index].name, reason: reason))
      }
    }
    proposal.doubtStrangers()
    proposal.confirmTeam()
    proposal.keepOneOfEachKind()
    proposal.leaveLoneListsAlone()
    return proposal
  }

  private func read(
    _ index: Int, of workbook: Workbook, _ strings: SharedStringTable, by reader: SheetReader, customers: Set<String>
  ) throws(SpreadsheetError) -> SheetReader.Outcome {
    reader.read(
      try SheetSample(workbook, sheetIndex: index, strings: strings),
      isHidden: workbook.sheets[index].state != .visible,
      ownPrefix: prepared.prefix(ofTitle: workbook.sheets[index].name), customers: customers)
  }

  /// Whom the rows of the sheets that are recognized concern, folded.
  private static func customers(of outcomes: [SheetReader.Outcome]) -> Set<String> {
    var customers: Set<String> = []
    for case .proposal(let sheet) in outcomes
    where sheet.prefix != "acc" && sheet.confidence >= WorkbookProposal.Threshold.unasked.sheet {
      guard let column = sheet.column("account_id"),
        column.confidence >= WorkbookProposal.Threshold.unasked.column
      else { continue }
      customers.formUnion(column.contents.values)
    }
    return customers
  }

  /// - Parameter isMarked: whether the tool has filled the workbook, so that computed columns in it are the tool's.
  func reader(fileName: String?, isMarked: Bool) -> SheetReader {
    let words = prepared.words(of: playbook)
    let stem = fileName.map { name in name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }
    return SheetReader(
      playbook: playbook, words: words, prepared: prepared, isMarked: isMarked,
      fileKinds: stem.map { words.kinds(named: $0) } ?? [:]
    )
  }

  /// The tool's own sheets (settings, lists, funnel, mark) hold no rows of the team's.
  private func isCandidate(_ sheet: SheetInfo) -> Bool {
    guard sheet.kind == .worksheet, sheet.name != MetaSheet.name else { return false }
    if case .special = prepared.titles.match(Workbook.bareTitle(sheet.name)) { return false }
    return true
  }
}

extension WorkbookProposal {
  /// Every company has lists of people and of articles: without a sheet that says what is sold to whom, they are not a sales team's.
  fileprivate mutating func leaveLoneListsAlone() {
    func isList(_ sheet: SheetProposal) -> Bool { ["pe", "pd"].contains(sheet.prefix) && !sheet.hasOwnTitle }
    guard sheets.allSatisfy({ isList($0) || $0.confidence < Threshold.proposed.sheet }) else { return }
    // Articles beside those who sell them are.
    if Set(sheets.filter { isList($0) && $0.confidence >= Threshold.unasked.sheet }.map(\.prefix)).count > 1 { return }
    for sheet in sheets where isList(sheet) {
      others.append(
        RejectedSheet(
          sheetIndex: sheet.sheetIndex, title: sheet.title,
          reason: .thin(prefix: sheet.prefix, confidence: sheet.confidence)))
    }
    sheets.removeAll(where: isList)
    others.sort { $0.sheetIndex < $1.sheetIndex }
  }

  /// People of whom none answers for a row of another sheet are not the team.
  fileprivate mutating func doubtStrangers() {
    let owners = Set(
      sheets.filter { $0.prefix != "pe" && $0.confidence >= Threshold.proposed.sheet }.flatMap { sheet in
        sheet.columns.filter { ["owner", "visitor"].contains($0.key) }.flatMap(\.contents.values)
      })
    guard owners.count > 2 else { return }
    for index in sheets.indices where sheets[index].prefix == "pe" && !sheets[index].hasOwnTitle {
      let columns = sheets[index].columns.map(\.contents) + sheets[index].leftAlone.map(\.contents)
      if columns.allSatisfy({ $0.values.isDisjoint(with: owners) }) { sheets[index].confidence *= 0.4 }
    }
  }

  /// People who answer for the rows of other sheets are the team, whatever else is said of them.
  fileprivate mutating func confirmTeam() {
    let owners = Set(
      sheets.filter { $0.prefix == OutcomeColumn.sheet && $0.confidence >= Threshold.unasked.sheet }.flatMap { sheet in
        sheet.columns.filter { $0.key == "owner" && $0.confidence >= Threshold.proposed.column }
          .flatMap(\.contents.values)
      })
    guard owners.count > 1 else { return }
    for index in sheets.indices where sheets[index].prefix == "pe" {
      guard let person = sheets[index].column("person"), owners.isSubset(of: person.contents.values),
        person.contents.distinct == person.contents.filled, sheets[index].namedKinds.allSatisfy({ $0 == "pe" }),
        sheets[index].leftAlone.count(where: { $0.contents.share($0.contents.numbers) >= 0.6 }) < 2
      else { continue }
      sheets[index].confidence = max(sheets[index].confidence, Threshold.unasked.sheet)
    }
  }

  /// Of several sheets of a kind, keeps the one with the highest confidence; a visible one before a hidden one.
  mutating func keepOneOfEachKind() {
    // All sheets with the same layout are of the same kind.
    for index in sheets.indices {
      let alike = sheets.filter { $0.prefix == sheets[index].prefix && $0.hasColumns(of: sheets[index]) }
      sheets[index].confidence = max(sheets[index].confidence, alike.map(\.confidence).max() ?? 0)
    }
    var kept: [String: SheetProposal] = [:]
    for sheet in sheets {
      guard let other = kept[sheet.prefix] else {
        kept[sheet.prefix] = sheet
        continue
      }
      if sheet.isBetter(than: other) { kept[sheet.prefix] = sheet }
    }
    var parts: Set<Int> = []
    for (prefix, sheet) in kept {
      let found = sheet.parts(among: sheets)
      kept[prefix]?.parts = found.map { SheetPart(sheetIndex: $0.sheetIndex, title: $0.title) }
      parts.formUnion(found.map(\.sheetIndex))
    }
    for sheet in sheets where kept[sheet.prefix]?.sheetIndex != sheet.sheetIndex && !parts.contains(sheet.sheetIndex) {
      others.append(
        RejectedSheet(sheetIndex: sheet.sheetIndex, title: sheet.title, reason: .secondOf(prefix: sheet.prefix)))
    }
    sheets = kept.values.sorted { $0.sheetIndex < $1.sheetIndex }
    others.sort { $0.sheetIndex < $1.sheetIndex }
  }
}

extension SheetProposal {
  /// Other tabs that belong to the same sheet: with the same columns in the same places and other rows.
  fileprivate func parts(among sheets: [SheetProposal]) -> [SheetProposal] {
    guard !isHidden, columns.count > 2, SheetTitle(title).mayHaveParts else { return [] }
    var parts: [SheetProposal] = []
    for sheet in sheets where sheet.prefix == prefix && sheet.sheetIndex != sheetIndex {
      guard sheet.confidence >= WorkbookProposal.Threshold.proposed.sheet, !sheet.isHidden,
        !SheetTitle(sheet.title).isSetAside,
        sheet.hasColumns(of: self),
        ([self] + parts).allSatisfy({ sheet.isDisjoint(from: $0) })
      else { continue }
      parts.append(sheet)
    }
    return parts
  }

  /// Whether the same columns are in the same places.
  fileprivate func hasColumns(of other: SheetProposal) -> Bool { layout.count > 2 && layout == other.layout }

  /// Whether hardly any rows of one are rows of the other.
  private func isDisjoint(from other: SheetProposal) -> Bool {
    subjects.isDisjoint(nearly: other.subjects) && !rowPrints.isCopy(of: other.rowPrints)
  }

  /// Visible sheets with enough confidence to be proposed come before hidden ones; then more evidence, then the first.
  fileprivate func isBetter(than other: SheetProposal) -> Bool {
    if isHidden != other.isHidden {
      let visible = isHidden ? other : self
      if visible.confidence >= WorkbookProposal.Threshold.proposed.sheet { return !isHidden }
    }
    let least = WorkbookProposal.Threshold.proposed.sheet
    if min(confidence, other.confidence) < least { return confidence > other.confidence + 0.001 }
    if hasColumns(of: other) {
      return SheetTitle(title).isLarger(
        rowCount, than: SheetTitle(other.title), other.rowCount, holdsSameRows: !isDisjoint(from: other))
    }
    return rank > other.rank + 0.001
  }
}
