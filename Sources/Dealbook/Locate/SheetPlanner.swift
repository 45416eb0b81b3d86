// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook
import Spreadsheet

/// Decides which sheets of a workbook belong to the playbook and how they are read.
///
/// The playbook's own titles and headers are taken literally. Other wording is recognized if there is enough evidence
/// (``WorkbookProposal/Threshold/unasked``).
struct SheetPlanner {
  let workbook: Workbook
  let playbook: Playbook
  let prepared: PreparedPlaybook
  let fileName: String?
  /// Whether the workbook has the tool's mark.
  let hasMark: Bool
  /// What fills have added to the workbook.
  let record: FillRecord
  /// See ``ReadOptions/knownTabs``.
  var knownTabs: [String: KnownTab] = [:]

  struct Result {
    var plans: [SheetPlan] = []
    var special: [SpecialSheetKind: Int] = [:]
    var others: [OtherSheet] = []
  }

  /// With this many headers of the playbook under a title of it, no recognition is needed.
  static let enoughOwn = 3

  func plan() throws(SpreadsheetError) -> Result {
    if let stated = StatedPlaces(workbook, playbook: playbook, prepared: prepared) {
      return try stated.plan()
    }
    var result = Result()
    var candidates: [(index: Int, prefix: String?)] = []
    for (index, sheet) in workbook.sheets.enumerated() {
      guard sheet.kind == .worksheet else {
        result.others.append(OtherSheet(sheetIndex: index, title: sheet.name, reason: .noWorksheet))
        continue
      }
      switch prepared.titles.match(Workbook.bareTitle(sheet.name)) {
      case .sheet(let prefix): candidates.append((index, prefix))
      case .special(let kind) where try !isOurs(kind, index): candidates.append((index, nil))
      case .special(let kind) where result.special[kind] == nil: result.special[kind] = index
      case .special(let kind):
        result.others.append(OtherSheet(sheetIndex: index, title: sheet.name, reason: .secondOf(kind.rawValue)))
      case nil:
        if sheet.name != MetaSheet.name { candidates.append((index, nil)) }
      }
    }
    let strings = try workbook.sharedStrings.table()
    let sheets = candidates
    let found = try concurrentMap(sheets.count) { (position: Int) throws(SpreadsheetError) in
      let (index, prefix) = sheets[position]
      let sample = try SheetSample(workbook, sheetIndex: index, strings: strings)
      if let tab = knownTabs[sample.title.lowercased()], let definition = playbook.sheet(tab.prefix),
        let plan = tab.plan(sample, definition, isHidden: workbook.sheets[index].state != .visible)
      {
        return Found(reading: .plan(plan), remark: nil)
      }
      var reading = read(sample, ownPrefix: prefix)
      if case .plan(var plan) = reading {
        plan.header?.readUnits(sample, of: plan.definition)
        reading = .plan(plan)
        return Found(reading: reading, remark: nil)
      }
      return Found(reading: reading, remark: UnitElsewhere.line(sample))
    }
    choose(among: zip(sheets.map(\.index), found).map { ($0, $1.reading) }, &result)
    result.others.sort { $0.sheetIndex < $1.sheetIndex }
    try result.readUnitsElsewhere(found.compactMap(\.remark), workbook)
    return result
  }

  private func isOurs(_ kind: SpecialSheetKind, _ index: Int) throws(SpreadsheetError) -> Bool {
    let sample = try SheetSample(workbook, sheetIndex: index, strings: workbook.sharedStrings.table())
    return SpecialContents(playbook: playbook, prepared: prepared).fits(kind, sample, of: workbook)
  }

  private enum Reading {
    case plan(SheetPlan)
    case rejected(SheetRejection)
  }

  private struct Found {
    var reading: Reading
    /// What a tab of remarks says of the unit of amounts.
    var remark: UnitLine?
  }

  private func read(_ sample: SheetSample, ownPrefix: String?) -> Reading {
    let isHidden = workbook.sheets[sample.sheetIndex].state != .visible
    let rank = 0.3 * SheetReader.doublings(sample.rows.count)
    let own = ownPrefix.flatMap { prefix in playbook.sheet(prefix).map { ($0, prefix) } }.flatMap {
      definition, prefix in
      prepared.headers(of: prefix, in: playbook).map { OwnHeader(definition: definition, index: $0, sample: sample) }
    }
    let header = own?.header()
    if let own, let header, header.ownCount >= Self.enoughOwn, !Self.goesOnAbove(header, sample),
      !isForeign(header, sample, own.definition)
    {
      var header = extended(header, own)
      if own.definition.prefix == OutcomeColumn.sheet {
        OutcomeColumn.settle(&header, sample, playbook)
        ActualAmount.settle(&header, sample)
      }
      return .plan(
        SheetPlan(
          definition: own.definition, sheetIndex: sample.sheetIndex, header: header, confidence: 1,
          isHidden: isHidden, rank: rank + Double(header.bound.count)))
    }
    let reader = Recognizer(playbook: playbook).reader(fileName: fileName, isMarked: hasMark)
    let reading = reader.read(sample, isHidden: isHidden, ownPrefix: ownPrefix)
    if case .proposal(let proposal) = reading, let plan = plan(proposal, sample) { return .plan(plan) }
    if let own, let header, header.bound.contains(where: { own.definition.column($0.key)?.isComputed == false }),
      !isForeign(header, sample, own.definition)
    {
      return .plan(
        SheetPlan(
          definition: own.definition, sheetIndex: sample.sheetIndex, header: extended(header, own), confidence: 0.5,
          isHidden: isHidden, rank: rank + Double(header.bound.count)))
    }
    // An empty sheet with one of the playbook's titles is the playbook's, still to be filled in.
    if let own, hasMark || sample.rows.isEmpty {
      return .plan(
        SheetPlan(
          definition: own.definition, sheetIndex: sample.sheetIndex, header: header, confidence: 0.5,
          isHidden: isHidden,
          rank: rank))
    }
    switch reading {
    case .proposal(let proposal):
      return .rejected(.thin(prefix: proposal.prefix, confidence: proposal.confidence))
    case .rejected(let reason): return .rejected(reason)
    }
  }

  /// Whether the row above has texts over columns without any in the header: it is the lower row of one that is merged over two.
  private static func goesOnAbove(_ header: HeaderPlan, _ sample: SheetSample) -> Bool {
    guard let lower = sample.row(header.rows.lowerBound), let upper = sample.row(header.rows.lowerBound - 1),
      let data = sample.rows.first(where: { $0.index >= header.firstDataRow })
    else { return false }
    return upper.cells.count { $0.typedText != nil && lower[$0.column] == nil && data[$0.column] != nil } > 2
      && upper.cells.allSatisfy { $0.typedText != nil }
  }

  /// Whether a sheet of deals without IDs is a pipeline of something else: of applicants, builds, parts.
  private func isForeign(_ header: HeaderPlan, _ sample: SheetSample, _ definition: SheetDefinition) -> Bool {
    guard definition.prefix == OutcomeColumn.sheet, !hasMark, let id = definition.idColumn?.key,
      !header.bound.contains(where: { $0.key == id })
    else { return false }
    let cells = header.bound.map { ($0.number, $0.header) } + header.unknown.map { ($0.column, $0.header) }
    return SheetSigns.areForeign(
      cells.map { ($0.1, sample.contents(of: $0.0, from: header.firstDataRow, skipping: [])) })
  }

  /// The plan for a recognized sheet; nil if there is too little evidence.
  private func plan(_ proposal: SheetProposal, _ sample: SheetSample) -> SheetPlan? {
    let threshold = WorkbookProposal.Threshold.unasked
    guard proposal.confidence >= threshold.sheet, let definition = playbook.sheet(proposal.prefix) else { return nil }
    var header = HeaderPlan(rows: proposal.headerRows, hints: proposal.hintRows)
    let index = prepared.headers(of: proposal.prefix, in: playbook)
    for column in proposal.columns {
      guard column.confidence >= threshold.column else {
        header.unknown.append(UnboundHeader(column: column.number, header: column.header, key: nil))
        header.reasons[column.number] = .thin(key: column.key)
        continue
      }
      let match = index?.match(column.header)
      header.bound.append(
        HeaderPlan.Bound(
          key: column.key, number: column.number, header: column.header,
          unit: HeaderNormalizer.normalize(column.header).unit,
          evidence: match?.key == column.key ? nil : column.evidence,
          confidence: column.confidence))
    }
    guard !header.bound.isEmpty else { return nil }
    if definition.prefix == OutcomeColumn.sheet { OutcomeColumn.requireStage(&header) }
    for column in proposal.leftAlone {
      // On a sheet that the tool has filled, computed columns are the tool's; elsewhere they are the team's own.
      if hasMark, let key = index?.computedKey(of: column.header, on: definition),
        header.bound.allSatisfy({ $0.key != key })
      {
        header.bound.append(.init(key: key, number: column.number, header: column.header))
        continue
      }
      header.unknown.append(UnboundHeader(column: column.number, header: column.header, key: nil))
      header.reasons[column.number] = column.reason
    }
    header.bound.sort { $0.number < $1.number }
    header.unknown.sort { $0.column < $1.column }
    header.take(sample)
    var plan = SheetPlan(
      definition: definition, sheetIndex: proposal.sheetIndex, header: header, confidence: proposal.confidence,
      isHidden: proposal.isHidden, rank: proposal.rank)
    (plan.subjects, plan.rowPrints) = (proposal.subjects, proposal.rowPrints)
    plan.rowCount = proposal.rowCount
    plan.title = proposal.title
    return plan
  }

  /// A header in the playbook's words, with whatever else in it is recognized.
  private func extended(_ header: HeaderPlan, _ own: OwnHeader) -> HeaderPlan {
    let header = own.completed(header) { prepared.words(of: playbook) }
    let prefix = own.definition.prefix
    let typed = own.typedComputed(header) { key in
      // What a fill has added it has recorded; a new workbook has everything from the start, and no record.
      hasMark
        && (record.columns[prefix, default: []].isEmpty || record.knows(ColumnID(sheet: prefix, key: key)))
    }
    guard !header.unknown.isEmpty || !typed.isEmpty || !header.duplicates.isEmpty else { return header }
    return own.extended(header, typed: typed, words: prepared.words(of: playbook))
  }

  /// Chooses one of several sheets of a kind: visible before hidden, the playbook's title before others, then the one of which more is
  /// understood, then the first.
  private func choose(among found: [(index: Int, reading: Reading)], _ result: inout Result) {
    var chosen: [String: SheetPlan] = [:]
    var plans: [SheetPlan] = []
    var taken: Set<Int> = []
    for (index, reading) in found {
      switch reading {
      case .plan(let plan):
        plans.append(plan)
        if let other = chosen[plan.definition.prefix] {
          if plan.isBetter(than: other) { chosen[plan.definition.prefix] = plan }
        } else {
          chosen[plan.definition.prefix] = plan
        }
      case .rejected(let reason):
        result.others.append(
          OtherSheet(sheetIndex: index, title: workbook.sheets[index].name, reason: .unlike(reason)))
      }
    }
    for (prefix, plan) in chosen {
      let parts = plan.isKnown ? plan.knownParts(among: plans) : plan.parts(among: plans)
      chosen[prefix]?.parts = parts
      for part in parts where plan.isKnown { chosen[prefix]?.takeColumns(of: part) }
      taken.formUnion(parts.map(\.sheetIndex) + [plan.sheetIndex])
    }
    for plan in plans where !taken.contains(plan.sheetIndex) {
      result.others.append(
        OtherSheet(
          sheetIndex: plan.sheetIndex, title: workbook.sheets[plan.sheetIndex].name,
          reason: .secondOf(plan.definition.prefix)))
    }
    result.plans = playbook.sheets.compactMap { chosen[$0.prefix] }
  }
}

extension SheetPlan {
  /// Other tabs that belong to the same sheet: recognized as it is, with the same columns in the same places and other rows.
  ///
  /// Tabs with the playbook's own titles are one sheet each.
  fileprivate func parts(among plans: [SheetPlan]) -> [SheetPlan] {
    guard confidence < 1, !isHidden, SheetTitle(title).mayHaveParts else { return [] }
    var parts: [SheetPlan] = []
    for plan in plans where plan.definition.prefix == definition.prefix && plan.sheetIndex != sheetIndex {
      guard plan.confidence < 1, !plan.isHidden, !SheetTitle(plan.title).isSetAside,
        plan.hasColumns(of: self), ([self] + parts).allSatisfy({ plan.isDisjoint(from: $0) })
      else { continue }
      parts.append(plan.asPart(of: self))
    }
    return parts
  }

  /// The other tabs that another state of the workbook reads with this one.
  fileprivate func knownParts(among plans: [SheetPlan]) -> [SheetPlan] {
    plans.filter { plan in
      plan.isKnown && plan.definition.prefix == definition.prefix && plan.sheetIndex != sheetIndex
        && plan.agrees(with: self)
    }.map { $0.asPart(of: self) }
  }

  fileprivate func isBetter(than other: SheetPlan) -> Bool {
    if isKnown != other.isKnown { return isKnown }
    let columns = header?.bound.count ?? 0
    let otherColumns = other.header?.bound.count ?? 0
    if isHidden != other.isHidden, min(columns, otherColumns) > 1 { return !isHidden }
    if (confidence == 1) != (other.confidence == 1) { return confidence == 1 }
    if confidence < 1, hasColumns(of: other) {
      return SheetTitle(title).isLarger(
        rowCount, than: SheetTitle(other.title), other.rowCount, holdsSameRows: !isDisjoint(from: other))
    }
    return confidence == 1 ? columns > otherColumns : rank > other.rank + 0.001
  }
}

extension HeaderPlan {
  /// Records the formats and texts of the header from the cells.
  mutating func take(_ sample: SheetSample) {
    for row in sample.rows where rows.contains(row.index) {
      for cell in row.cells {
        guard let text = cell.value.text, !StraySpace.isBlank(text) else { continue }
        if formats[cell.column] == nil { formats[cell.column] = cell.style }
        if texts[cell.column] == nil { texts[cell.column] = StraySpace.trimmed(text) }
      }
    }
  }
}
