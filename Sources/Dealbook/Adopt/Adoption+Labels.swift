// SPDX-License-Identifier: Apache-2.0

import Playbook

extension Adoption {
  /// What a label of a list means: by the list itself, or by the words of the vocabulary.
  static func label(
    _ text: String, count: Int, definition: ListDefinition, own: LabelIndex, chances: [Double?], meanings: LabelMeanings
  ) -> AdoptedLabel {
    // A lead among a team's deals is a deal of theirs at its beginning.
    if let match = own.match(text), !AdoptedList.saysNothing(definition.rows[match.row].code, definition),
      definition.prefix != AdoptedList.stages || definition.rows[match.row].code != "LEAD"
    {
      let row = definition.rows[match.row]
      func flag(_ name: String) -> Bool {
        definition.extraColumns.firstIndex(of: name).map { row.extras[$0] == .number(1) } ?? false
      }
      let outcome: ValueMeaning.Outcome =
        flag("won") ? .won : flag("open") ? .open : row.code.hasPrefix("HOLD") ? .onHold : .lost
      let hasOutcome = definition.extraColumns.contains("open")
      var chance = chances.indices.contains(match.row) ? chances[match.row] : nil
      // No chance at all says of an open deal that it is not known.
      if outcome == .open, chance == 0 { chance = meanings.meaning(of: text)?.meaning.chance }
      var label = AdoptedLabel(
        text: text, count: count, code: row.code, outcome: hasOutcome ? outcome : .open, order: Double(match.row) * 10,
        chance: chance, isDoubtful: false)
      label.isOwn = row.labels.all.contains { TextFolding.label($0) == TextFolding.label(text) }
      return label
    }
    let found = meanings.meaning(of: text)
    if found == nil, definition.prefix == AdoptedList.stages, own.match(text) != nil,
      !text.contains(where: { "?？".contains($0) })
    {
      return AdoptedLabel(
        text: text, count: count, code: nil, outcome: .open, order: 1, chance: 0.05, isDoubtful: false)
    }
    if found == nil, definition.prefix == AdoptedList.stages,
      AdoptedLabel.merelyOpen.contains(TextFolding.headerWord(text))
    {
      return AdoptedLabel(
        text: text, count: count, code: nil, outcome: .open, order: 25, chance: nil, isDoubtful: false)
    }
    return AdoptedLabel(
      text: text, count: count, code: found?.meaning.code, outcome: found?.meaning.outcome ?? .open,
      order: found?.meaning.order ?? 25, chance: found?.meaning.chance, isDoubtful: found == nil)
  }

  /// Open labels, in the order of their leading numbers if all have one, otherwise by meaning; then the labels that end a deal.
  static func inOrder(_ labels: [AdoptedLabel]) -> [AdoptedLabel] {
    let open = labels.filter { $0.outcome == .open }
    let numbers = open.map { LabelMeanings.number(of: $0.text) }
    let isNumbered = !numbers.contains(nil) && Set(numbers).count == open.count
    let keyed = labels.enumerated().map { offset, label -> (group: Int, order: Double, offset: Int) in
      switch label.outcome {
      case .open:
        (
          0,
          isNumbered
            ? LabelMeanings.number(of: label.text) ?? 0
            : (label.chance ?? (label.isDoubtful ? 0.25 : 0)) + label.order / 10_000,
          offset
        )
      case .won: (1, label.order, offset)
      case .lost: (2, label.order, offset)
      case .onHold: (3, label.order, offset)
      }
    }
    return keyed.sorted { $0 < $1 }.map { labels[$0.offset] }
  }
}
