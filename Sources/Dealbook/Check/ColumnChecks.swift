// SPDX-License-Identifier: Apache-2.0

import Calculation
import Formula
import Playbook
import Spreadsheet

/// The checks of whole columns: what is unclear about a column is reported once, at its header.
struct ColumnChecks {
  let team: BoundWorkbook
  let readers: CellReaders
  let references: ReferenceIndex
  let computation: Computation

  private var language: Language { team.messageLanguage }

  func run(_ findings: inout FindingCollector) {
    for sheet in team.sheets {
      for column in sheet.columns where !column.definition.isComputed {
        unstored(column, of: sheet, &findings)
        percentScale(column, of: sheet, &findings)
        labels(column, of: sheet, &findings)
        months(column, of: sheet, &findings)
        times(column, of: sheet, &findings)
        strangers(column, of: sheet, &findings)
      }
    }
    settings(&findings)
    mergedIDs(&findings)
    for rule in findings.rules(.standIn) { standIn(rule, &findings) }
    for rule in findings.rules(.standInMissing) { standInMissing(rule, &findings) }
  }

  private func add(
    _ kind: RuleKind, _ column: LocatedColumn, of sheet: LocatedSheet, found: CellValue = .blank,
    _ arguments: [String: String], to findings: inout FindingCollector
  ) {
    guard let rule = findings.general(kind) else { return }
    findings.add(
      rule, sheet: sheet.prefix, row: sheet.headerRow ?? 0, columnNumber: column.number, column: column.key,
      found: found, arguments: arguments.merging(["sheet": sheet.title]) { first, _ in first })
  }

  /// Reports formulas whose values are not known, or only from a calculation here.
  private func unstored(_ column: LocatedColumn, of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    for (kind, cells) in [(RuleKind.noStoredValue, column.unstored), (.calculatedHere, column.calculated)] {
      guard let cells, let first = cells.offsets.first,
        let place = CellReference(row: sheet.rows.range.lowerBound + first, column: column.number)
      else { continue }
      add(
        kind, column, of: sheet, found: .text("\(place)"),
        [
          "n": String(cells.offsets.count), "state": ColumnWords.state(cells.state)[language],
          "why": ColumnWords.why(cells.why)[language],
        ], to: &findings)
    }
  }

  private func percentScale(_ column: LocatedColumn, of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard column.definition.type == .percent, column.convention.percentScale == nil else { return }
    add(.percentUnclear, column, of: sheet, ["why": column.convention.percentEvidence.words[language]], to: &findings)
  }

  /// Reports a column most of whose dates are months.
  private func months(_ column: LocatedColumn, of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let count = column.monthCount,
      let first = (0..<sheet.rows.count).first(where: {
        sheet.rows.kinds[$0] == .data && LocatedColumn.isMonth(column.values[$0])
      })
    else { return }
    add(
      .type, column, of: sheet, found: column.values[first],
      ["type": readers.name(of: .date), "why": CheckWords.months(count)[language]], to: &findings)
  }

  /// Reports a column most of whose dates have a time of day.
  private func times(_ column: LocatedColumn, of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let count = column.timeCount,
      let first = (0..<sheet.rows.count).first(where: {
        sheet.rows.kinds[$0] == .data && column.values.number(at: $0).map(LocatedColumn.hasTime) == true
      })
    else { return }
    add(
      .dateTime, column, of: sheet, found: column.values[first], ["why": CheckWords.times(count)[language]],
      to: &findings)
  }

  /// Reports a column most of whose labels are not those that formulas look for.
  private func labels(_ column: LocatedColumn, of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let counts = column.labelCounts, counts.isForeign, case .list(let prefix) = column.definition.allowed,
      let reader = readers.labels[prefix]
    else { return }
    // Spellings that differ by case or width are one label here.
    var (unknown, spelled) = ([String: Int](), [String: String]())
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      let value = column.values[offset]
      guard let text = value.text ?? value.number.map(CellValue.shown), !StraySpace.isBlank(text),
        reader.meaning(of: text) != .label
      else { continue }
      let key = TextFolding.label(text)
      let label = spelled[key] ?? text
      spelled[key] = label
      unknown[label, default: 0] += 1
    }
    let shown = unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let words = Spoken(language: language)
    let list = shown.prefix(12).map { $0.key + words.inBrackets("\($0.value)") } + (shown.count > 12 ? ["…"] : [])
    add(
      .foreignLabels, column, of: sheet,
      [
        "n": String(counts.other + counts.unknown), "count": String(counts.known + counts.other + counts.unknown),
        "labels": words.list(list),
      ], to: &findings)
  }

  /// Reports a column of whose entries many are not found on the sheet to which it refers.
  private func strangers(_ column: LocatedColumn, of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let strangers = references.strangers[ColumnID(sheet: sheet.prefix, key: column.key)] else { return }
    let shown = strangers.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let words = Spoken(language: language)
    let list = shown.prefix(6).map(\.key) + (shown.count > 6 ? ["…"] : [])
    let share = "\(strangers.counts.values.reduce(0, +)) / \(strangers.filled)"
    add(.reference, column, of: sheet, found: .text("\(words.list(list)) (\(share))"), [:], to: &findings)
  }

  /// Reports IDs that formulas cannot tell apart. IDs with characters that break lookups have findings already.
  private func mergedIDs(_ findings: inout FindingCollector) {
    guard let rule = findings.general(.mergedIDs) else { return }
    for sheet in team.sheets {
      let many = Dictionary(grouping: sheet.mergedIDs.values.joined(), by: \.column).filter {
        $0.value.count > Self.mostSingleIDs && !$0.value.contains(where: \.isPattern)
      }
      for (offset, ids) in sheet.mergedIDs.sorted(by: { $0.key < $1.key }) {
        for id in ids where many[id.column] == nil {
          guard let column = sheet.columns.first(where: { $0.number == id.column }) else { continue }
          let value = column.values[offset]
          if readers.breaksLookups(value.shownText) { continue }
          findings.add(
            rule, sheet, offset: offset, column, found: value,
            arguments: ["ids": others(id)])
        }
      }
      for (number, ids) in many.sorted(by: { $0.key < $1.key }) {
        guard let column = sheet.columns.first(where: { $0.number == number }), let first = ids.first?.others.first
        else { continue }
        let more = Array(Set(ids.flatMap(\.others)).sorted().filter { $0 != first }.prefix(2))
        add(
          .mergedIDs, column, of: sheet, found: .text(first),
          ["ids": listed(more, of: ids.count - 1)], to: &findings)
      }
    }
  }

  /// If more IDs of a column are numbers that are alike, the column has one finding.
  private static let mostSingleIDs = 12

  private func others(_ id: MergedID) -> String { listed(id.others, of: id.count) }

  private func listed(_ ids: [String], of count: Int) -> String {
    let words = Spoken(language: language)
    let more = count - ids.count
    guard more > 0 else { return words.list(ids) }
    return words.list(ids) + words.pick(" 等共 \(count) 個", " 等共 \(count) 个", " and \(more) more")
  }

  /// Reports settings given by formulas without a value in the file.
  private func settings(_ findings: inout FindingCollector) {
    guard let unknown = findings.general(.noStoredValue), let known = findings.general(.calculatedHere) else { return }
    for definition in team.playbook.settings {
      guard let entry = team.settings.entries[definition.name], let state = entry.stored ?? entry.calculated,
        case .cell(_, let cell) = entry.source
      else { continue }
      let rule = entry.stored == nil ? known : unknown
      findings.add(
        rule, sheet: SpecialSheetKind.settings.rawValue, row: cell.row, columnNumber: cell.column,
        column: definition.name,
        arguments: [
          "n": "1", "state": ColumnWords.state(state)[language], "column": definition.titles[language],
          "why": ColumnWords.why(entry.why)[language],
        ])
    }
  }

  /// Rows that are counted by another column, because the sheet lacks the intended one.
  private struct StandIn {
    var sheet: LocatedSheet
    var missing: String
    var instead: LocatedColumn
    /// Their offsets.
    var rows: [Int]
  }

  private func standIns(of rule: Int) -> StandIn? {
    let definition = team.playbook.rules[rule]
    guard case .sheet(let prefix) = definition.sheet, let sheet = team.sheet(prefix),
      let missing = definition.parameters.text("column"), sheet.column(missing) == nil,
      let instead = definition.parameters.text("instead").flatMap({ sheet.column($0) }),
      let test = definition.parameters.text("where"),
      let values = computation.columns[ColumnID(sheet: prefix, key: test)]
    else { return nil }
    let rows = (0..<min(values.count, sheet.rows.count)).filter {
      sheet.rows.kinds[$0] == .data && values[$0] == .number(1)
    }
    return rows.isEmpty ? nil : StandIn(sheet: sheet, missing: missing, instead: instead, rows: rows)
  }

  private func report(
    _ rule: Int, _ found: StandIn, count: Int, _ arguments: [String: String] = [:],
    to findings: inout FindingCollector
  ) {
    let column = found.sheet.definition.column(found.missing)?.name(in: language) ?? found.missing
    findings.add(
      rule, sheet: found.sheet.prefix, row: found.sheet.headerRow ?? 0, columnNumber: found.instead.number,
      column: found.instead.key,
      arguments: ["n": String(count), "column": column, "instead": found.instead.header].merging(arguments) { $1 })
  }

  private func standIn(_ rule: Int, _ findings: inout FindingCollector) {
    guard let found = standIns(of: rule) else { return }
    report(rule, found, count: found.rows.count, to: &findings)
  }

  /// Reports the rows of ``standIn(_:_:)`` in which the other column is empty too.
  private func standInMissing(_ rule: Int, _ findings: inout FindingCollector) {
    guard let found = standIns(of: rule), found.instead.obstacle == nil else { return }
    let empty = found.rows.filter { found.instead.values[$0].isEmpty }
    guard !empty.isEmpty else { return }
    var cells = empty.prefix(Self.mostCells).map { offset in
      let place = found.sheet.place(ofRow: found.sheet.rows.range.lowerBound + offset)
      return CellReference(row: place.row, column: found.instead.number)?.description ?? "\(place.row)"
    }
    if empty.count > Self.mostCells { cells.append("…") }
    report(
      rule, found, count: empty.count, ["cells": cells.joined(separator: language.pick("、", "、", ", "))], to: &findings)
  }

  /// The most cells that a finding about a column lists.
  private static let mostCells = 12
}

private enum ColumnWords {
  /// Why formulas could not be calculated, in parentheses; empty if unknown.
  static func why(_ reason: KeptReason?) -> Localized {
    guard let words = reason?.words else { return .empty }
    return Localized(
      traditionalChinese: "（\(words.traditionalChinese)）", simplifiedChinese: "（\(words.simplifiedChinese)）",
      english: " (\(words.english))")
  }

  static func state(_ state: StoredState) -> Localized {
    switch state {
    case .missing:
      Localized(traditionalChinese: "沒有存值", simplifiedChinese: "没有存值", english: "without a stored value")
    case .stale:
      Localized(
        traditionalChinese: "的存值已過時（檔案自己要求重新計算）", simplifiedChinese: "的存值已过时（文件自己要求重新计算）",
        english: "whose stored values the file itself calls stale")
    }
  }
}
