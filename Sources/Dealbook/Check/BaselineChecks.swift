// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Rules about changes since an earlier state of the workbook.
struct BaselineChecks {
  let team: BoundWorkbook
  let now: RecordBook
  let before: RecordBook

  func run(_ findings: inout FindingCollector) {
    for rule in findings.rules(.changedAgainstBaseline) {
      let definition = team.playbook.rules[rule]
      guard case .sheet(let prefix) = definition.sheet, let key = definition.parameters.text("column"),
        let sheet = team.sheet(prefix), let located = sheet.column(key), let old = before.data(prefix),
        let new = now.data(prefix)
      else { continue }
      check(rule, definition, sheet, located, ColumnPairs(old, new, dateShift: shift), &findings)
    }
  }

  private var shift: Double {
    DateSystem.shift(from: before.team.workbook.dateSystem, to: team.workbook.dateSystem)
  }

  private func check(
    _ rule: Int, _ definition: RuleDefinition, _ sheet: LocatedSheet, _ located: LocatedColumn, _ columns: ColumnPairs,
    _ findings: inout FindingCollector
  ) {
    guard let pair = columns.pairs.first(where: { $0.new.map { columns.new.columns[$0].key == located.key } ?? false }),
      let oldPlace = pair.old, let newPlace = pair.new
    else { return }
    let reason = definition.parameters.text("unless").flatMap { columns.new.places[$0] }
    for match in RowPairs(columns).pairs where match.certainty == 1 {
      guard let a = match.old, let b = match.new, !columns.isSame(pair, a, b) else { continue }
      let old = columns.shifted(
        columns.old.cell(a, oldPlace), columns.old.columns[oldPlace], columns.old.rows[a].offset)
      let new = columns.new.cell(b, newPlace)
      // A first entry is not a change.
      if old.isNothing { continue }
      if let reason, isGiven(reason, columns, pair: columns.pairs.first { $0.new == reason }, a, b) { continue }
      guard var arguments = change(definition, located, old.value, new.value) else { continue }
      arguments["row"] = String(columns.new.rows[b].number)
      findings.add(
        rule, sheet, offset: columns.new.rows[b].offset, located, found: new.value, arguments: arguments)
    }
  }

  /// Whether there is a reason that was not there before.
  private func isGiven(_ reason: Int, _ columns: ColumnPairs, pair: ColumnPairs.Pair?, _ row: Int, _ other: Int) -> Bool
  {
    guard !columns.new.cell(other, reason).isNothing else { return false }
    return pair.map { !columns.isSame($0, row, other) } ?? true
  }

  /// The arguments of the message about a change; nil if the rule does not apply to it.
  private func change(
    _ definition: RuleDefinition, _ column: LocatedColumn, _ old: CellValue, _ new: CellValue
  ) -> [String: String]? {
    let meaning = CellMeaning(readers: now.readers)
    if meaning.isSame(RecordCell(value: old), RecordCell(value: new), in: column) { return nil }
    let change = BaselineChange(definition)
    // A label stands where its own workbook has it.
    var earlier = change.state(
      of: old, in: column, change.direction == nil ? team : before.team,
      change.direction == nil ? now.readers : before.readers)
    earlier.shown = ShownValue.plain(old, column.definition.type, team.workbook.dateSystem)
    return change.arguments(from: earlier, to: change.state(of: new, in: column, team, now.readers))
  }
}

extension Analysis {
  /// The analysis, with the findings of rules about changes since an earlier state of the workbook added.
  public func against(_ before: RecordBook) throws(DealbookError) -> Analysis {
    if team.standing == .stranger { return self }
    let books: [RecordBook]
    do throws(SpreadsheetError) {
      books = try RecordBook.agreeing([RecordBook(team, ReadOptions(today: nil)), before], asFirst: true)
    } catch {
      throw .spreadsheet(error)
    }
    var collector = FindingCollector(team.playbook)
    BaselineChecks(team: team, now: books[0], before: books[1]).run(&collector)
    return adding(collector.findings)
  }
}
