// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
import Spreadsheet

extension Adoption {
  /// Derives what follows from the adopted columns: how their numbers are to be read, and what the labels of lists mean.
  public mutating func settle() throws(DealbookError) {
    for sheet in sheets.indices {
      for column in sheets[sheet].columns.indices {
        let adopted = sheets[sheet].columns[column]
        guard let key = adopted.key, let type = basis.sheet(sheets[sheet].prefix)?.column(key)?.type else { continue }
        sheets[sheet].columns[column].convention = Self.convention(of: adopted.proposal, type: type)
        guard adopted.isDecided, let earlier = basis.sheet(sheets[sheet].prefix)?.column(key)?.convention else {
          continue
        }
        sheets[sheet].columns[column].convention.take(earlier)
      }
    }
    guard !isEmpty else { return }
    let team = try withoutHundreds().provisionalTeam()
    if let large = team.sheets.first(where: { $0.rows.count > Self.mostRows }) {
      throw .usage(
        Spoken.words(
          "\(large.title) 有 \(large.rows.count) 列，最多只為 \(Self.mostRows) 列提出規則手冊：請另存一份，只留一部分",
          "\(large.title) has \(large.rows.count) rows, and a playbook is proposed for at most \(Self.mostRows): "
            + "adopt a copy with a part of them"))
    }
    readUnitLines(team)
    readPercentScales(team)
    var counts: [String: [String: (text: String, count: Int, shares: [Double])]] = [:]
    // What the column of outcomes says of the deals at each stage.
    var outcomes: [String: Set<String>] = [:]
    var order: [String: [String]] = [:]
    for sheet in sheets where sheet.isTaken {
      guard let located = team.sheet(sheet.prefix) else { continue }
      let shares = located.column("prob_override")?.values
      let scale = sheet.column("prob_override")?.convention.percentScale == .hundreds ? 0.01 : 1
      for column in located.columns {
        guard case .list(let list) = column.definition.allowed else { continue }
        for (offset, kind) in located.rows.kinds.enumerated() where kind == .data {
          guard let text = column.values[offset].text.map({ StraySpace.collapsed($0) }), !text.isEmpty else { continue }
          let key = TextFolding.label(text)
          if counts[list]?[key] == nil {
            counts[list, default: [:]][key] = (text, 0, [])
            order[list, default: []].append(key)
          }
          counts[list]?[key]?.count += 1
          if list == AdoptedList.stages, let ends = located.column(OutcomeColumn.key)?.values, offset < ends.count {
            outcomes[key, default: []].insert(StraySpace.collapsed(ends[offset].shownText))
          }
          if list == AdoptedList.stages, let share = shares?[offset].number {
            counts[list]?[key]?.shares.append(share * scale)
          }
        }
      }
    }
    let decided = Dictionary(
      lists.flatMap { list in list.labels.filter { !$0.isDoubtful }.map { ("\(list.prefix) \($0.text)", $0.outcome) } },
      uniquingKeysWith: { first, _ in first })
    lists = order.keys.sorted().compactMap { prefix in
      guard let definition = basis.list(prefix), let keys = order[prefix], keys.count <= AdoptedList.mostLabels else {
        return nil
      }
      let meanings = LabelMeanings(basis.vocabulary, list: prefix)
      let own = LabelIndex(definition)
      let chances = (ListTables(basis, language: .english)[prefix]?.columns["prob"] ?? []).map(\.number)
      var labels = keys.compactMap { key -> AdoptedLabel? in
        guard let found = counts[prefix]?[key] else { return nil }
        if prefix == OutcomeColumn.list {
          return AdoptedLabel.outcome(
            found.text, count: found.count, own: own, definition,
            LabelMeanings.ofStages(basis))
        }
        var label = Self.label(
          found.text, count: found.count, definition: definition, own: own, chances: chances, meanings: meanings)
        if prefix == AdoptedList.stages {
          label.takeChance(of: found.shares)
        }
        return label
      }
      if prefix == AdoptedList.stages {
        let ownShares = Set(
          keys.compactMap { key in
            counts[prefix]?[key].flatMap { AdoptedLabel.commonShare($0.shares, of: $0.count) == nil ? nil : $0.text }
          })
        labels.leaveOpenWithoutChance(own: ownShares)
        labels.doubtWithoutChance(own: ownShares)
        labels.readShares()
        labels.readPlaces()
        labels.takeRestAsOpen(meanings, outcomesElsewhere: order[OutcomeColumn.list] != nil)
        labels.doubtEnds()
      }
      for place in labels.indices {
        if labels[place].isDoubtful, let outcome = decided["\(prefix) \(labels[place].text)"] {
          labels[place].decide(outcome, in: prefix)
        }
      }
      labels += earlierLabels(definition, besides: Set(keys), chances)
      return AdoptedList(prefix: prefix, labels: Self.inOrder(labels))
    }
    takeOutcomes(outcomes)
    takeFlags(team)
    expectClosesOfOpenDeals(team)
    takeClosesByCells(team)
  }

  /// A stage that is not known by its name is a step of open deals if another column says of all deals at it that they are open. How many of
  /// them are won, nobody has said.
  private mutating func takeOutcomes(_ outcomes: [String: Set<String>]) {
    guard let ends = lists.first(where: { $0.prefix == OutcomeColumn.list })?.labels,
      let place = lists.firstIndex(where: { $0.prefix == AdoptedList.stages })
    else { return }
    let open = Set(ends.filter { !$0.isDoubtful && $0.outcome == .open }.map { TextFolding.label($0.text) })
    for number in lists[place].labels.indices {
      let label = lists[place].labels[number]
      guard label.isDoubtful, let said = outcomes[TextFolding.label(label.text)], !said.isEmpty,
        said.allSatisfy({ open.contains(TextFolding.label($0)) })
      else { continue }
      lists[place].labels[number].decide(.open, in: AdoptedList.stages)
    }
  }

  /// Notes the amounts whose unit a text beside the table states.
  private mutating func readUnitLines(_ team: BoundWorkbook) {
    for place in sheets.indices where sheets[place].isTaken {
      guard let located = team.sheet(sheets[place].prefix) else { continue }
      sheets[place].unitLines = located.effectiveUnitLines
      for column in sheets[place].columns.indices {
        guard let key = sheets[place].columns[column].key, let line = located.column(key)?.unitLine,
          !line.isOfSeveralCurrencies
        else { continue }
        sheets[place].columns[column].convention.moneyUnit = line.scale
      }
    }
  }

  /// The adoption without the columns that would store 60 % as 60, so that their cells are asked for what they say.
  private func withoutHundreds() -> Adoption {
    var other = self
    for sheet in other.sheets.indices {
      for column in other.sheets[sheet].columns.indices
      where other.sheets[sheet].columns[column].convention.percentScale == .hundreds {
        other.sheets[sheet].columns[column].convention.percentScale = nil
      }
    }
    return other
  }

  /// Takes a column for one that stores 60 % as 60 only if all of its cells say so; one 70 among 0.2 and 0.5 does not.
  private mutating func readPercentScales(_ team: BoundWorkbook) {
    for place in sheets.indices where sheets[place].isTaken {
      guard let located = team.sheet(sheets[place].prefix) else { continue }
      for column in sheets[place].columns.indices
      where sheets[place].columns[column].convention.percentScale == .hundreds {
        guard let key = sheets[place].columns[column].key, let found = located.column(key),
          found.convention.percentScale != .hundreds
        else { continue }
        sheets[place].columns[column].convention.percentScale = nil
      }
    }
  }

  /// Labels from an earlier adoption that this workbook does not contain.
  private func earlierLabels(
    _ definition: ListDefinition, besides keys: Set<String>, _ chances: [Double?]
  ) -> [AdoptedLabel] {
    guard !basis.isBuiltIn, let usual = Playbook.builtIn.list(definition.prefix) else { return [] }
    return definition.rows.compactMap { row in
      let text = row.labels[.english]
      guard usual.row(code: row.code)?.labels != row.labels, !keys.contains(TextFolding.label(text)),
        !text.hasSuffix("(\(row.code))")
      else { return nil }
      return Self.label(
        text, count: 0, definition: definition, own: LabelIndex(definition), chances: chances,
        meanings: LabelMeanings(basis.vocabulary, list: definition.prefix))
    }
  }

  /// What a column's header and cells say about its numbers; what they leave unclear is left open.
  private static func convention(of column: ColumnProposal, type: ColumnType) -> ColumnConvention {
    var convention = ColumnConvention()
    let contents = column.contents
    let header = TextFolding.folded(column.header)
    switch type {
    case .percent:
      if contents.numbers > 0, contents.largest > 1.5 {
        convention.percentScale = .hundreds
      } else if contents.numbers > contents.integers, contents.largest <= 1 {
        convention.percentScale = .fractions
      }
    case .money:
      let words = header.split { !($0.isLetter || "$€£¥".contains($0)) }.map(String.init)
      let named = Set(words.compactMap { Currency.named($0) }.filter { $0 != .yuan })
      if named.count == 1 { convention.currency = named.first }
      if let scale = HeaderNormalizer.normalize(column.header).unit.flatMap(HeaderNormalizer.moneyScale), scale != 1 {
        convention.moneyUnit = scale
      }
    case .date:
      if contents.republicDates > 0, contents.republicDates * 2 >= contents.dates { convention.dateOrder = .republic }
    default: break
    }
    return convention
  }

  /// The workbook as read with the columns adopted so far, before the meaning of its labels is known.
  private func provisionalTeam() throws(DealbookError) -> BoundWorkbook {
    let text = AdoptionPlaybook(self, language: .english, team: nil).text
    let reading = PlaybookReader.read([PlaybookSource(name: "the proposal", bytes: Array(text.utf8))])
    guard let playbook = reading.playbook else {
      throw .usage(reading.issues.map(\.description).joined(separator: "\n"))
    }
    do { return try BoundWorkbook(workbook, playbook: playbook, options: options) } catch { throw .spreadsheet(error) }
  }

  /// The playbook as the text of a file, with remarks in `language`.
  public func playbookText(language: Language) throws(DealbookError) -> String {
    AdoptionPlaybook(self, language: language, team: try provisionalTeam()).text
  }

  /// The workbook read, computed and checked with the resulting playbook.
  public func analysis() throws(DealbookError) -> Analysis {
    let text = try playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "the proposal", bytes: Array(text.utf8))])
    guard let playbook = reading.playbook else {
      throw .usage(reading.issues.map(\.description).joined(separator: "\n"))
    }
    return try Analysis(workbook, playbook: playbook, options: options)
  }
}

extension ColumnConvention {
  /// What an earlier adoption decided stays.
  fileprivate mutating func take(_ earlier: ColumnConvention) {
    percentScale = earlier.percentScale ?? percentScale
    currency = earlier.currency ?? currency
    dateOrder = earlier.dateOrder ?? dateOrder
  }
}
