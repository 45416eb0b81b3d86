// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// What is known of a tab that may hold targets in columns of periods.
struct TargetTab {
  let sheetIndex: Int
  let title: String
  let outcome: TargetColumns.Outcome?
}

extension BoundWorkbook {
  /// The prefix of the sheet of targets.
  static let targets = "tg"

  /// The tabs that are called targets and not read, with what they say in columns of periods. None if the workbook has a sheet of targets
  /// with a row for each owner and period.
  func targetTabs() throws(SpreadsheetError) -> [TargetTab] {
    if let sheet = sheet(Self.targets) {
      guard sheet.targetColumns == nil, !["target", "p_start"].allSatisfy(sheet.holds), sheet.parts.isEmpty else {
        return []
      }
      return [try targetTab(sheet.sheetIndex, owners: targetOwners())].filter { $0.outcome != nil }
    }
    let named = otherSheets.filter { other in
      if case .noWorksheet = other.reason { return false }
      return TargetColumns.isNamed(other.title)
    }
    guard !named.isEmpty else { return [] }
    let owners = targetOwners()
    var tabs: [TargetTab] = []
    for other in named { tabs.append(try targetTab(other.sheetIndex, owners: owners)) }
    return tabs
  }

  /// The names of those who own rows of other sheets.
  private func targetOwners() -> Set<String> {
    var owners: Set<String> = []
    for (prefix, key) in [("de", "owner"), ("pe", "person")] {
      guard let sheet = sheet(prefix), let values = sheet.values(of: key) else { continue }
      for offset in 0..<min(values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
        owners.insert(ReferenceIndex.key(values[offset].shownText))
      }
    }
    return owners.subtracting([""])
  }

  private func targetTab(_ index: Int, owners: Set<String>) throws(SpreadsheetError) -> TargetTab {
    let sample = try SheetSample(workbook, sheetIndex: index, strings: workbook.sharedStrings.table())
    return TargetTab(
      sheetIndex: index, title: sample.title,
      outcome: TargetColumns.read(
        sample,
        TargetColumns.Context(
          owners: owners, year: yearOfDeals, businessYear: businessYear, totals: PreparedPlaybook.of(playbook).totals,
          isStale: callsValuesStale)))
  }

  /// The calendar year in which all dated deals close.
  private var yearOfDeals: Int? {
    guard let deals = sheet("de") else { return nil }
    var years: Set<Int> = []
    for column in ["expected_close", "actual_close"].compactMap(deals.column) {
      for offset in 0..<min(column.values.count, deals.rows.count) where deals.rows.kinds[offset] == .data {
        guard let number = column.values.number(at: offset),
          let year = SerialDate(serial: number.rounded(.down), system: workbook.dateSystem)?.year
        else { continue }
        years.insert(year)
      }
    }
    return years.count == 1 ? years.first : nil
  }

  /// The first month of the period, if it is a whole year that does not begin in January.
  private var businessYear: (month: Int, year: Int)? {
    guard let start = settings.number("PeriodStart"), let end = settings.number("PeriodEnd"),
      (364...366).contains(end - start + 1),
      let day = SerialDate(serial: start, system: workbook.dateSystem), day.month != 1
    else { return nil }
    return (day.month, day.year)
  }

  /// The sheet of targets that a tab with columns of periods amounts to; nil if there is none, or more than one.
  func sheetOfTargetColumns() throws(SpreadsheetError) -> LocatedSheet? {
    let found = try targetTabs().compactMap { tab -> (TargetTab, TargetColumns)? in
      if case .read(let columns)? = tab.outcome { (tab, columns) } else { nil }
    }
    guard found.count == 1, let (tab, columns) = found.first, let definition = playbook.sheet(Self.targets) else {
      return nil
    }
    let sample = try SheetSample(workbook, sheetIndex: tab.sheetIndex, strings: workbook.sharedStrings.table())
    return columns.sheet(sample, definition, in: self)
  }
}

extension TargetColumns {
  /// Whether a name on a tab speaks of targets.
  static func isNamed(_ title: String) -> Bool {
    let folded = TextFolding.folded(title)
    let words = folded.split { !$0.isLetter }.map(String.init)
    return words.contains { ["target", "targets", "quota", "quotas", "goal", "goals", "ziel", "ziele"].contains($0) }
      || ["目標", "目标", "指標", "指标"].contains { folded.contains($0) }
  }

  /// The sheet with a row for each owner and period: the rows of the tab once for each column, numbered on as those of further tabs are.
  func sheet(_ sample: SheetSample, _ definition: SheetDefinition, in team: BoundWorkbook) -> LocatedSheet? {
    guard let ownerColumn = definition.column("owner"), let target = definition.column("target"),
      let start = definition.column("p_start"), let end = definition.column("p_end"), let first = columns.first
    else { return nil }
    let system = team.workbook.dateSystem
    let isOwner = Set(ownerRows)
    var (owners, amounts, starts, ends) = (ColumnBuilder(), ColumnBuilder(), ColumnBuilder(), ColumnBuilder())
    var kinds: [RowLayout.Kind] = []
    var styles = NumberStyles(columns: 1)
    for column in columns {
      for index in rows {
        let row = sample.row(index)
        let amount = row?[column.number]?.value ?? .blank
        let isData = isOwner.contains(index) && !amount.isEmpty
        kinds.append(isData ? .data : isOwner.contains(index) ? .blank : .other)
        owners.append(isData ? row?[self.owners]?.value ?? .blank : .blank)
        amounts.append(isData ? amount : .blank)
        starts.append(isData ? column.first.serial(in: system).map { .number($0) } ?? .blank : .blank)
        ends.append(isData ? column.last.serial(in: system).map { .number($0) } ?? .blank : .blank)
        if isData, amount.number ?? 0 != 0, let style = row?[column.number]?.style {
          styles.note(style, 0)
          styles.keep(isData: true, row: index)
        }
      }
    }
    var header = HeaderPlan(rows: headerRow...headerRow)
    func text(_ column: Int) -> String { sample.row(headerRow)?[column]?.value.shownText ?? "" }
    header.bound = [
      .init(key: "owner", number: self.owners, header: text(self.owners)),
      .init(key: "target", number: first.number, header: text(first.number)),
    ]
    header.take(sample)
    header.readUnits(sample, of: definition)
    func located(_ definition: ColumnDefinition, _ number: Int, _ values: Column) -> LocatedColumn {
      LocatedColumn(
        definition: definition, number: number, header: text(number),
        unit: definition.type == .money ? UnitStatement.unit(inHeader: text(number)) : nil, values: values,
        evidence: nil,
        confidence: 0.9)
    }
    var amount = located(target, first.number, amounts.finish())
    amount.unitBeside = header.unitLines.first { $0.covers(first.number) }
    let count = rows.count
    var sheet = LocatedSheet(
      definition: definition, sheetIndex: sample.sheetIndex, title: sample.title, headerRow: headerRow,
      columns: [
        located(ownerColumn, self.owners, owners.finish()), amount, located(start, first.number, starts.finish()),
        located(end, first.number, ends.finish()),
      ],
      unknownHeaders: [], duplicateHeaders: [],
      rows: RowLayout(
        range: rows.lowerBound..<(rows.lowerBound + kinds.count), kinds: kinds, totalRows: [], otherRows: []),
      lastUsedColumn: columns.last?.number ?? first.number,
      formats: SheetFormats(
        firstNumber: styles.first[0] >= 0 ? [first.number: styles.first[0]] : [:],
        numbers: [first.number: styles.all[0]]),
      hasFormulas: false, header: header, confidence: 0.9,
      parts: columns.indices.dropFirst().map { place in
        LocatedPart(
          sheetIndex: sample.sheetIndex, title: sample.title, headerRow: headerRow,
          rows: (rows.lowerBound + place * count)..<(rows.lowerBound + (place + 1) * count), shift: place * count)
      })
    sheet.targetColumns = self
    sheet.saidCurrency = header.saidCurrency?.currency
    return sheet.settled(
      team.workbook, language: team.language, rocYears: team.settings.rocYears,
      hundreds: PreparedPlaybook.of(team.playbook).hundreds
    ) { _ in nil }
  }
}
