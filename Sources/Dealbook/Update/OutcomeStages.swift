// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The stages of deals that an export says to be won, lost or on hold in a column of its own, where the team's sheet has no such column: the
/// deal would else stay in the step in which it was.
struct OutcomeStages {
  private let outcomes: Column
  private let list: ListDefinition
  private let own: LabelIndex
  private let meanings: LabelMeanings
  private let codes: [CellValue]
  private let labels: [CellValue]

  /// What the outcome of a row says of its stage.
  enum Stage {
    case asWritten
    case label(CellValue)
    case notUnderstood
  }

  /// Nil if the export has no such column, or the team has it too.
  init?(_ source: LocatedSheet, _ target: LocatedSheet, _ team: BoundWorkbook) {
    guard target.prefix == OutcomeColumn.sheet, !target.holds(OutcomeColumn.key),
      let outcomes = source.values(of: OutcomeColumn.key), let list = team.playbook.list(OutcomeColumn.list),
      let table = team.lists[AdoptedList.stages], let codes = table.columns["code"]
    else { return nil }
    (self.outcomes, self.list, self.codes, labels) = (outcomes, list, codes, table.labels)
    own = LabelIndex(list)
    meanings = LabelMeanings.ofStages(team.playbook)
  }

  func stage(at offset: Int) -> Stage {
    guard offset < outcomes.count else { return .asWritten }
    let text = StraySpace.trimmed(outcomes[offset].shownText)
    if text.isEmpty { return .asWritten }
    let label = AdoptedLabel.outcome(text, count: 1, own: own, list, meanings)
    guard !label.isDoubtful else { return .notUnderstood }
    let code: String
    switch label.outcome {
    case .open: return .asWritten
    case .won: code = "WON"
    case .lost: code = "LOST"
    case .onHold: code = "HOLD"
    }
    guard let row = codes.firstIndex(of: .text(code)), row < labels.count else { return .notUnderstood }
    return .label(labels[row])
  }
}
