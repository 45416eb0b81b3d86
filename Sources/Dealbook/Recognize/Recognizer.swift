public import Playbook
public import Spreadsheet
internal import Zip

/// Finds out what a workbook may be: which sheets are the playbook's, under which headers their columns stand.
///
/// Titles, the name of the file, headers and contents all speak for or against; the playbook's own titles and headers most. Only
/// the first rows of each sheet are looked at, so the cost does not grow with the workbook.
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

  /// - Parameter fileName: the name of the file, without its folders.
  public func propose(_ workbook: Workbook, fileName: String? = nil) throws(SpreadsheetError) -> WorkbookProposal {
    let indices = workbook.sheets.indices.filter { isCandidate(workbook.sheets[$0]) }
    let strings = try workbook.sharedStrings.table()
    let reader = reader(
      fileName: fileName, isMarked: workbook.sheets.contains { $0.name == MetaSheet.name && $0.kind == .worksheet })
    let outcomes = try concurrentMap(indices.count) { (position: Int) throws(SpreadsheetError) in
      let index = indices[position]
      let sample = try SheetSample(workbook, sheetIndex: index, strings: strings)
      return reader.read(
        sample, isHidden: workbook.sheets[index].state != .visible,
        ownPrefix: prepared.prefix(ofTitle: workbook.sheets[index].name))
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
    proposal.keepOneOfEachKind()
    return proposal
  }

  /// - Parameter isMarked: whether the workbook was filled by us, so that computed columns in it are ours.
  func reader(fileName: String?, isMarked: Bool) -> SheetReader {
    let words = prepared.words(of: playbook)
    let stem = fileName.map { name in name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }
    return SheetReader(
      playbook: playbook, words: words, headers: prepared.headers, isMarked: isMarked,
      fileKinds: stem.map { words.kinds(named: $0) } ?? [:]
    )
  }

  /// Our own sheets of settings, lists and the funnel, and our mark, are none that people keep rows in.
  private func isCandidate(_ sheet: SheetInfo) -> Bool {
    guard sheet.kind == .worksheet, sheet.name != MetaSheet.name else { return false }
    if case .special = prepared.titles.match(sheet.name) { return false }
    return true
  }
}

extension WorkbookProposal {
  /// Of several sheets of a kind the surest is kept, a visible one before a hidden one.
  mutating func keepOneOfEachKind() {
    var kept: [String: SheetProposal] = [:]
    for sheet in sheets {
      guard let other = kept[sheet.prefix] else {
        kept[sheet.prefix] = sheet
        continue
      }
      if sheet.isBetter(than: other) { kept[sheet.prefix] = sheet }
    }
    for sheet in sheets where kept[sheet.prefix]?.sheetIndex != sheet.sheetIndex {
      others.append(
        RejectedSheet(sheetIndex: sheet.sheetIndex, title: sheet.title, reason: .secondOf(prefix: sheet.prefix)))
    }
    sheets = kept.values.sorted { $0.sheetIndex < $1.sheetIndex }
    others.sort { $0.sheetIndex < $1.sheetIndex }
  }
}

extension SheetProposal {
  /// What is visible and sure enough to be proposed before what is hidden; then what more speaks for, then the first.
  fileprivate func isBetter(than other: SheetProposal) -> Bool {
    if isHidden != other.isHidden {
      let visible = isHidden ? other : self
      if visible.confidence >= WorkbookProposal.Threshold.proposed.sheet { return !isHidden }
    }
    let least = WorkbookProposal.Threshold.proposed.sheet
    if min(confidence, other.confidence) < least { return confidence > other.confidence + 0.001 }
    return rank > other.rank + 0.001
  }
}
