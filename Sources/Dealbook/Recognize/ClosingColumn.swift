// SPDX-License-Identifier: Apache-2.0

import Playbook

/// What the days of a list of deals are, by the other columns: a day that deals have whose chance is neither none nor all is when they are
/// expected to close, and a lone ‘Date’ may be anything.
enum ClosingColumn {
  private static let expected = "expected_close"
  private static let actual = "actual_close"

  static func settle(_ reading: inout KindReading) {
    guard reading.prefix == OutcomeColumn.sheet else { return }
    expectDaysOfOpenDeals(&reading)
    closeWhatIsOver(&reading)
    leaveLoneDateAlone(&reading)
  }

  private static func expectDaysOfOpenDeals(_ reading: inout KindReading) {
    guard !reading.columns.contains(where: { $0.key == expected }),
      let place = reading.columns.firstIndex(where: { $0.key == actual }),
      let chance = reading.columns.first(where: { $0.key == "prob_override" })?.contents
    else { return }
    let days = reading.columns[place].contents
    let whole = chance.largest > 1 ? 100.0 : 1
    let isOpen = chance.values.contains { value in Double(value).map { $0 > 0 && $0 < whole } ?? false }
    if isOpen, days.filled * 10 >= days.rows * 9 { reading.columns[place].key = expected }
  }

  /// The day of an award, on a list of deals that are all over, is when they closed.
  private static func closeWhatIsOver(_ reading: inout KindReading) {
    guard !reading.columns.contains(where: { $0.key == actual }),
      let place = reading.columns.firstIndex(where: { $0.key == expected }),
      HeaderWords(reading.columns[place].header).words.contains(where: { over.contains($0) }),
      let stages = reading.columns.first(where: { $0.key == OutcomeColumn.stage })?.contents, stages.filled > 2,
      stages.values.allSatisfy({ label in
        OutcomeColumn.saysWonOrLost(label) || TextFolding.headerWord(label).hasPrefix("award")
      })
    else { return }
    reading.columns[place].key = actual
  }

  private static let over: Set<String> = ["award", "awarded", "won", "zuschlagsdatum", "gewonnen"]

  /// The only day of the rows, which may be anything, is not when they were entered: nobody enters deals without a word of when they close.
  private static func leaveLoneDateAlone(_ reading: inout KindReading) {
    guard let place = reading.columns.firstIndex(where: { $0.key == "created" }),
      reading.columns[place].evidence.isWeak,
      !reading.columns.contains(where: { $0.key != "created" && $0.contents.areDates }),
      !reading.leftAlone.contains(where: { $0.contents.areDates })
    else { return }
    let column = reading.columns.remove(at: place)
    reading.leftAlone.append(
      LeftAloneColumn(
        number: column.number, header: column.header, reason: .thin(key: expected), contents: column.contents))
    reading.leftAlone.sort { $0.number < $1.number }
  }
}
