// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The amounts by which deals count where a team keeps two: a deal that is won by its actual amount, as far as there is one, and every other
/// deal by the amount that is expected.
///
/// No range of cells holds them, so what adds them up is written as values, as what is read from several tabs is.
struct CountedAmounts {
  let amount: LocatedColumn
  let actual: LocatedColumn
  let values: Column
  /// The offsets of the rows that count by their actual amount.
  let rows: Set<Int>

  /// Nil if the sheet has no such columns, or the actual amounts are not understood.
  init?(_ team: BoundWorkbook) {
    guard let sheet = team.sheet(OutcomeColumn.sheet), let amount = sheet.column(ActualAmount.amount),
      let actual = sheet.column(ActualAmount.key), amount.obstacle == nil, actual.obstacle == nil
    else { return nil }
    let won = WonLabels(team.lists)
    let (stages, outcomes) = (sheet.values(of: OutcomeColumn.stage), sheet.values(of: OutcomeColumn.key))
    var builder = ColumnBuilder(capacity: amount.values.count)
    var rows: Set<Int> = []
    for offset in 0..<amount.values.count {
      guard offset < sheet.rows.count, sheet.rows.kinds[offset] == .data,
        let number = actual.values.number(at: offset), number != 0, won.isWon(stages, outcomes, offset)
      else {
        builder.append(amount.values[offset])
        continue
      }
      builder.append(.number(number))
      rows.insert(offset)
    }
    (self.amount, self.actual, values, self.rows) = (amount, actual, builder.finish(), rows)
  }
}

/// The labels that say that a deal is won.
struct WonLabels {
  private var stages: Set<String> = []
  private var outcomes: [String: Bool] = [:]

  init(_ lists: ListTables) {
    if let table = lists[AdoptedList.stages], let won = table.columns["won"] {
      for (label, flag) in zip(table.labels, won) where flag == .number(1) {
        stages.insert(ReferenceIndex.key(label.shownText))
      }
    }
    if let table = lists[OutcomeColumn.list], let kinds = table.columns["kind"] {
      for (label, kind) in zip(table.labels, kinds) {
        outcomes[ReferenceIndex.key(label.shownText)] = kind == .number(2)
      }
    }
  }

  /// The outcome decides where there is one; otherwise the stage does.
  func isWon(_ stages: Column?, _ outcomes: Column?, _ offset: Int) -> Bool {
    func text(_ column: Column?) -> String {
      guard let column, offset < column.count else { return "" }
      return ReferenceIndex.key(column[offset].shownText)
    }
    return isWon(text(stages), text(outcomes))
  }

  func isWon(stage: String, outcome: String) -> Bool { isWon(ReferenceIndex.key(stage), ReferenceIndex.key(outcome)) }

  private func isWon(_ stage: String, _ outcome: String) -> Bool {
    outcome.isEmpty ? stages.contains(stage) : outcomes[outcome] ?? false
  }
}

extension BoundWorkbook {
  /// The prefixes of the sheets of which no formula can read whole columns: their figures are written as values.
  var writtenAsValues: Set<String> { divided.union(hasCountedAmounts ? [OutcomeColumn.sheet] : []) }

  /// Whether deals count by two columns of amounts.
  var hasCountedAmounts: Bool {
    sheet(OutcomeColumn.sheet)?.holds(ActualAmount.key) == true && CountedAmounts(self).map { !$0.rows.isEmpty } == true
  }

  /// An input as figures see it.
  func figured(_ id: ColumnID) -> Column? {
    if id.sheet == OutcomeColumn.sheet, id.key == ActualAmount.amount, let counted = CountedAmounts(self) {
      return counted.values
    }
    return values(of: id)
  }
}
