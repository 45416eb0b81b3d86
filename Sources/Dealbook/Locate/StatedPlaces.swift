// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Finds the sheets of a workbook where the team's playbook says they are. What is stated is not searched for elsewhere, and what is not
/// stated is left alone, whatever it looks like.
struct StatedPlaces {
  let workbook: Workbook
  let playbook: Playbook
  let prepared: PreparedPlaybook

  /// Nil for a playbook that states no places.
  init?(_ workbook: Workbook, playbook: Playbook, prepared: PreparedPlaybook) {
    guard playbook.sheets.contains(where: \.placement.statesPlace) else { return nil }
    self.workbook = workbook
    self.playbook = playbook
    self.prepared = prepared
  }

  func plan() throws(SpreadsheetError) -> SheetPlanner.Result {
    var result = SheetPlanner.Result()
    var plans: [String: [SheetPlan]] = [:]
    var open: [SheetSample] = []
    let strings = try workbook.sharedStrings.table()
    for (index, sheet) in workbook.sheets.enumerated() where sheet.name != MetaSheet.name {
      guard sheet.kind == .worksheet else {
        result.others.append(OtherSheet(sheetIndex: index, title: sheet.name, reason: .noWorksheet))
        continue
      }
      if let definition = playbook.sheet(statingTab: sheet.name) {
        let sample = try SheetSample(workbook, sheetIndex: index, strings: strings)
        plans[definition.prefix, default: []].append(
          plan(definition, sample, header: header(of: definition, in: sample)))
        continue
      }
      let sample = try SheetSample(workbook, sheetIndex: index, strings: strings)
      if case .special(let kind) = prepared.titles.match(Workbook.bareTitle(sheet.name)),
        SpecialContents(playbook: playbook, prepared: prepared).fits(kind, sample, of: workbook)
      {
        if result.special[kind] == nil {
          result.special[kind] = index
        } else {
          result.others.append(OtherSheet(sheetIndex: index, title: sheet.name, reason: .secondOf(kind.rawValue)))
        }
      } else {
        open.append(sample)
      }
    }
    // A tab may have been renamed, and an export may be named after its date: the headers then identify it.
    for definition in playbook.sheets where definition.placement.statesPlace && plans[definition.prefix] == nil {
      var best: (place: Int, header: HeaderPlan)?
      for (place, sample) in open.enumerated() {
        guard let header = header(of: definition, in: sample), isSure(header, of: definition),
          header.bound.count > best?.header.bound.count ?? 0
        else { continue }
        best = (place, header)
      }
      guard let best else { continue }
      plans[definition.prefix] = [plan(definition, open.remove(at: best.place), header: best.header)]
    }
    for sample in open {
      if let plan = ownPlan(sample), plans[plan.definition.prefix] == nil {
        plans[plan.definition.prefix] = [plan]
      } else {
        result.others.append(
          OtherSheet(
            sheetIndex: sample.sheetIndex, title: sample.title,
            reason: kind(of: sample, among: plans).map { .secondOf($0) }
              ?? .unlike(sample.rows.isEmpty ? .empty : .notStated)))
      }
    }
    for definition in playbook.sheets {
      guard let found = plans[definition.prefix], let first = found.first(where: { $0.header != nil }) ?? found.first
      else { continue }
      var plan = first
      plan.parts = found.filter { $0.sheetIndex != first.sheetIndex && $0.hasColumns(of: first) }
        .map { $0.asPart(of: first) }
      result.plans.append(plan)
      let read = Set([first.sheetIndex] + plan.parts.map(\.sheetIndex))
      for other in found where !read.contains(other.sheetIndex) {
        result.others.append(
          OtherSheet(
            sheetIndex: other.sheetIndex, title: workbook.sheets[other.sheetIndex].name,
            reason: .secondOf(definition.prefix)))
      }
    }
    result.others.sort { $0.sheetIndex < $1.sheetIndex }
    let read = Set(result.plans.flatMap { [$0.sheetIndex] + $0.parts.map(\.sheetIndex) })
    try result.readUnitsElsewhere(
      open.filter { !read.contains($0.sheetIndex) }.compactMap { UnitElsewhere.line($0) }, workbook)
    return result
  }

  /// The kind of a sheet about which the playbook says nothing, if it has rows under most of the headers of one that is read.
  private func kind(of sample: SheetSample, among plans: [String: [SheetPlan]]) -> String? {
    playbook.sheets.first { definition in
      guard definition.placement.statesPlace, plans[definition.prefix] != nil, let own = own(definition, sample),
        let header = own.header(), sample.rows.contains(where: { $0.index > header.rows.upperBound })
      else { return false }
      let stated = definition.statedHeaders
      let found = header.bound.count { stated.contains(HeaderIndex.statedKey($0.header)) }
      return found >= 3 && found * 2 >= stated.count
    }?.prefix
  }

  private func plan(_ definition: SheetDefinition, _ sample: SheetSample, header: HeaderPlan?) -> SheetPlan {
    var plan = SheetPlan(
      definition: definition, sheetIndex: sample.sheetIndex, header: header, confidence: 1,
      isHidden: workbook.sheets[sample.sheetIndex].state != .visible, rank: Double(header?.bound.count ?? 0))
    plan.header?.readUnits(sample, of: definition)
    if var header = plan.header {
      RewordedHeaders(definition: definition) { prepared.words(of: playbook) }.note(in: &header)
      plan.header = header
    }
    return plan
  }

  /// A sheet about which the playbook states no place, with a title and headers of the playbook.
  private func ownPlan(_ sample: SheetSample) -> SheetPlan? {
    guard case .sheet(let prefix) = prepared.titles.match(sample.title), let definition = playbook.sheet(prefix),
      !definition.placement.statesPlace, let own = own(definition, sample)
    else { return nil }
    let header = own.header()
    guard header?.ownCount ?? 0 >= SheetPlanner.enoughOwn else { return nil }
    return plan(definition, sample, header: header.map { completed($0, own) })
  }

  private func own(_ definition: SheetDefinition, _ sample: SheetSample) -> OwnHeader? {
    prepared.headers(of: definition.prefix, in: playbook).map {
      OwnHeader(definition: definition, index: $0, sample: sample)
    }
  }

  private func completed(_ header: HeaderPlan, _ own: OwnHeader) -> HeaderPlan {
    own.completed(header) { prepared.words(of: playbook) }
  }

  /// The header in the stated rows; if they have other words, in the row that has the stated ones.
  private func header(of definition: SheetDefinition, in sample: SheetSample) -> HeaderPlan? {
    guard let own = own(definition, sample) else { return nil }
    let stated = definition.placement.headerRows.flatMap {
      own.header(in: $0, skipped: definition.placement) { prepared.words(of: playbook) }
    }
    if let stated, stated.bound.count * 2 >= definition.statedHeaderCount { return stated }
    return own.header().map { completed($0, own) } ?? stated
  }

  /// Whether most of the stated headers are present, so that it is unlikely to be another sheet.
  private func isSure(_ header: HeaderPlan, of definition: SheetDefinition) -> Bool {
    let stated = definition.statedHeaders
    let found = header.bound.count { stated.contains(HeaderIndex.statedKey($0.header)) }
    return found >= 2 && found * 3 >= stated.count * 2
  }
}

extension SheetDefinition {
  /// The headers that a team's playbook states for columns of the sheet.
  fileprivate var statedHeaders: Set<String> { Set(columns.flatMap(\.headers).map { HeaderIndex.statedKey($0) }) }
  fileprivate var statedHeaderCount: Int { columns.count { !$0.headers.isEmpty } }
}

extension Playbook {
  /// The sheet that, according to the playbook, is on a tab of this name.
  fileprivate func sheet(statingTab name: String) -> SheetDefinition? {
    let key = HeaderIndex.statedKey(name)
    return sheets.first { $0.placement.titles.contains { HeaderIndex.statedKey($0) == key } }
  }
}
