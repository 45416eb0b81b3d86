// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Decides between two columns that may say how a deal stands. Some CRMs keep the stage of a lost deal and say in another column that it is
/// lost; read by its stage, it would count as open.
struct OutcomeColumn {
  static let sheet = "de"
  static let key = "stage"

  private let meanings: LabelMeanings

  init(_ playbook: Playbook) { meanings = LabelMeanings(playbook.vocabulary, list: AdoptedList.stages) }

  /// Whether the labels of `other`, and not those of `stage`, say which deals are won or lost.
  func replaces(_ stage: ColumnContents, by other: ColumnContents) -> Bool {
    guard other.filled * 2 >= stage.filled, other.distinct <= 12 else { return false }
    var outcomes: Set<ValueMeaning.Outcome> = []
    // A label that is not understood (‘Lost contact’) leaves the others what they are; more of them make it something else.
    var unknown = 0
    for label in other.values {
      if let outcome = meanings.meaning(of: label)?.meaning.outcome { outcomes.insert(outcome) } else { unknown += 1 }
    }
    if unknown > 0, unknown * 3 > other.values.count || !outcomes.isSuperset(of: [.won, .lost]) { return false }
    let known = Set(stage.values.compactMap { meanings.meaning(of: $0)?.meaning.outcome })
    return [ValueMeaning.Outcome.won, .lost].contains { outcomes.contains($0) && !known.contains($0) }
      && outcomes.isSuperset(of: known.subtracting([.open, .onHold]))
  }

  /// Makes the column that says what is won and lost the stage of a reading.
  func settle(_ reading: inout KindReading) {
    guard let place = reading.columns.firstIndex(where: { $0.key == Self.key }),
      let other = reading.leftAlone.firstIndex(where: {
        $0.reason == .taken(key: Self.key) && replaces(reading.columns[place].contents, by: $0.contents)
      })
    else { return }
    let (stage, outcome) = (reading.columns[place], reading.leftAlone[other])
    reading.columns[place] = ColumnProposal(
      number: outcome.number, header: outcome.header, key: Self.key, confidence: min(0.95, stage.confidence),
      evidence: Evidence(word: .outcomes, cells: .agree), contents: outcome.contents, isID: false, alternatives: [])
    reading.leftAlone[other] = LeftAloneColumn(
      number: stage.number, header: stage.header, reason: .taken(key: Self.key), contents: stage.contents)
    reading.columns.sort { $0.number < $1.number }
    reading.leftAlone.sort { $0.number < $1.number }
  }

  /// The same for a header in the playbook's own words.
  static func settle(_ plan: inout HeaderPlan, _ sample: SheetSample, _ playbook: Playbook) {
    guard let place = plan.bound.firstIndex(where: { $0.key == key }) else { return }
    let stage = plan.bound[place]
    for (position, header) in plan.unknown.enumerated() {
      let words = TextFolding.folded(header.header)
      guard ["status", "won", "狀態", "状态", "結果", "结果"].contains(where: { words.contains($0) }) else { continue }
      let first = plan.firstDataRow
      let (own, other) = (
        sample.contents(of: stage.number, from: first, skipping: []),
        sample.contents(of: header.column, from: first, skipping: [])
      )
      guard OutcomeColumn(playbook).replaces(own, by: other) else { continue }
      plan.bound[place] = HeaderPlan.Bound(
        key: key, number: header.column, header: header.header,
        evidence: Evidence(word: .outcomes, cells: .agree), confidence: 0.95)
      plan.unknown[position] = UnboundHeader(column: stage.number, header: stage.header, key: nil)
      plan.reasons[header.column] = nil
      plan.reasons[stage.number] = .taken(key: key)
      plan.bound.sort { $0.number < $1.number }
      plan.unknown.sort { $0.column < $1.column }
      return
    }
  }
}
