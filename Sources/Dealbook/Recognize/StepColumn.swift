// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The steps of deals under a header that may also mean the next one: ‘Step’. What stands in many rows alike is how far they have come.
enum StepColumn {
  static func settle(_ reading: inout KindReading) {
    guard reading.prefix == OutcomeColumn.sheet,
      !reading.columns.contains(where: { [OutcomeColumn.stage, OutcomeColumn.key].contains($0.key) }),
      let place = reading.columns.firstIndex(where: { $0.key == "next_action" })
    else { return }
    let column = reading.columns[place]
    let contents = column.contents
    guard contents.distinct > 1, contents.distinct <= 10, contents.distinct * 2 <= contents.filled,
      contents.numbers + contents.dates == 0,
      contents.values.contains(where: { OutcomeColumn.saysWonOrLost($0) || saysSigned($0) }),
      !HeaderWords(column.header).words.contains(where: { ["next", "nachster", "nächster", "下一步"].contains($0) })
    else { return }
    reading.columns[place].key = OutcomeColumn.stage
    reading.columns[place].confidence = min(column.confidence, 0.7)
  }

  private static func saysSigned(_ label: String) -> Bool {
    ["signed", "dead", "beauftragt", "abgesagt", "签约", "下单"].contains(TextFolding.headerWord(label))
  }
}
