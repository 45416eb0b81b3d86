// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The checks of single cells: type, list, range, required values and so on (GEN rules).
///
/// They are done together because one check suppresses another: an ID with a wildcard in it is not also reported as ill-formed.
struct CellChecks {
  let team: BoundWorkbook
  let readers: CellReaders
  let references: ReferenceIndex

  func run(_ findings: inout FindingCollector) {
    let places = team.sheets.indices.flatMap { sheet in
      team.sheets[sheet].columns.indices.filter { !team.sheets[sheet].columns[$0].definition.isComputed }
        .map { (sheet: sheet, column: $0) }
    }
    let own = findings.empty()
    // Without the playbook with which such a workbook was filled, nothing else says what its IDs look like.
    let mayKeepOwnIDs = team.standing == .guessed || team.meta?.kept != nil
    findings.add(
      concurrentMap(places.count) { place in
        let sheet = team.sheets[places[place].sheet]
        return check(sheet.columns[places[place].column], of: sheet, mayKeepOwnIDs, own)
      })
  }

  /// The findings of a column's cells.
  private func check(
    _ column: LocatedColumn, of sheet: LocatedSheet, _ mayKeepOwnIDs: Bool, _ empty: FindingCollector
  ) -> [Finding] {
    let check = CellCheck(
      column, of: sheet.prefix, profile: team.profile, readers: readers, references: references,
      keepsOwnIDs: mayKeepOwnIDs && keepsOwnIDs(column, sheet.rows),
      isOfMonths: column.monthCount != nil, isOfTimes: column.timeCount != nil,
      isOfStrangers: references.strangers[ColumnID(sheet: sheet.prefix, key: column.key)] != nil,
      meant: team.likes.meant[ColumnID(sheet: sheet.prefix, key: column.key)] ?? [:], persons: team.persons)
    let values = column.values
    let ids = sheet.rowIDs
    // A text has the same findings wherever it occurs in the column.
    var known = [CellFindings?](repeating: nil, count: values.textCount)
    var findings = empty
    let unstored = column.unstored
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      // The value of such a formula is not known; the column has one finding about it.
      if let unstored, unstored.contains(offset) { continue }
      let cell: CellFindings
      if let text = values.textNumber(at: offset) {
        if let known = known[text] {
          cell = known
        } else {
          cell = check.findings(values[offset])
          known[text] = cell
        }
      } else {
        if let number = values.number(at: offset), check.isRight(number) { continue }
        cell = check.findings(values[offset])
      }
      if !cell.isEmpty { cell.deliver(sheet, ids, offset, column, values[offset], to: &findings) }
    }
    return findings.findings
  }
}

extension CellChecks {
  /// Whether most IDs of the column follow a pattern of the team's own, as may be the case in a workbook without a playbook of its own.
  private func keepsOwnIDs(_ column: LocatedColumn, _ rows: RowLayout) -> Bool {
    guard case .pattern(let pattern) = column.definition.allowed else { return false }
    var (own, other) = (0, 0)
    for offset in 0..<min(column.values.count, rows.count) where rows.kinds[offset] == .data {
      let value = column.values[offset]
      if value.isEmpty { continue }
      if pattern.matches(StraySpace.trimmed(value.shownText).uppercased()) { other += 1 } else { own += 1 }
    }
    return own > other && own > 2
  }
}
