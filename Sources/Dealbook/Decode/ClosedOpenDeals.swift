// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Deals that have a date of closing although their stage is open.
///
/// The method goes by the evidence: a deal that was signed is won, whatever its stage says (rule DEA-026). Where a list of stages is the
/// team's own, and its labels say which deals are won and lost, the date contradicts it, and only the team knows which of the two is right:
/// such a deal counts in no figure.
struct ClosedOpenDeals {
  static let close = "actual_close"

  private let open: Set<String>
  private let over: Set<String>

  /// Nil if no label is known to be open.
  init?(_ lists: ListTables) {
    guard let table = lists[AdoptedList.stages], let flags = table.columns["open"] else { return nil }
    let labels = zip(table.labels, flags).map { (ReferenceIndex.key($0.shownText), $1 == .number(1)) }.filter {
      !$0.0.isEmpty
    }
    open = Set(labels.filter(\.1).map(\.0))
    over = Set(labels.filter { !$0.1 }.map(\.0))
    guard !open.isEmpty else { return nil }
  }

  /// Whether the stages of a playbook are not those of the method.
  static func areOwnStages(_ playbook: Playbook) -> Bool {
    playbook.list(AdoptedList.stages)?.rows.map(\.labels)
      != Playbook.builtIn.list(AdoptedList.stages)?.rows.map(\.labels)
  }

  /// Marks the deals that count in no figure.
  func mark(_ sheets: inout [LocatedSheet]) {
    guard let place = sheets.firstIndex(where: { $0.prefix == OutcomeColumn.sheet }) else { return }
    sheets[place].closedOpen = contradictions(on: sheets[place], among: rows(of: sheets[place]))
  }

  /// The same for these rows alone, whose cells have changed.
  func mark(_ sheet: inout LocatedSheet, _ changed: Set<Int>) {
    sheet.closedOpen.subtract(changed)
    sheet.closedOpen.formUnion(contradictions(on: sheet, among: rows(of: sheet, among: changed.sorted())))
  }

  private func contradictions(on sheet: LocatedSheet, among rows: [Int]) -> Set<Int> {
    guard !rows.isEmpty, let stages = sheet.values(of: OutcomeColumn.stage), holdsOver(stages, of: sheet) else {
      return []
    }
    return Set(
      rows.filter { offset in
        // Formulas of an earlier fill go by the date.
        !Self.holdsTicks(sheet, at: offset) && !RepeatedIDs.holdsComputed(sheet, at: offset)
          && !sheet.isUnfigured(offset, sparesPatterns: false)
      })
  }

  /// The offsets of the deals with a date and an open stage, where no other column says how they ended.
  func rows(of sheet: LocatedSheet) -> [Int] { rows(of: sheet, among: 0..<sheet.rows.count) }

  private func rows(of sheet: LocatedSheet, among offsets: some Sequence<Int>) -> [Int] {
    guard let stages = sheet.values(of: OutcomeColumn.stage), let column = sheet.column(Self.close),
      column.obstacle == nil
    else { return [] }
    let (closes, outcomes) = (column.values, sheet.values(of: OutcomeColumn.key))
    let count = min(stages.count, closes.count, sheet.rows.count)
    var isOpen = StageMemo(open, stages)
    return offsets.filter { offset in
      guard offset < count, sheet.rows.kinds[offset] == .data, closes.number(at: offset) != nil,
        isOpen.holds(at: offset)
      else { return false }
      guard let outcomes, offset < outcomes.count else { return true }
      return StraySpace.isBlank(outcomes[offset].shownText)
    }
  }

  /// Whether a label ends deals: it is won, lost or on hold; nil if it is not on the list.
  func isOver(_ label: String) -> Bool? {
    let key = ReferenceIndex.key(label)
    return over.contains(key) ? true : open.contains(key) ? false : nil
  }

  /// Whether the column of stages says of any deal that it is over.
  private func holdsOver(_ stages: Column, of sheet: LocatedSheet) -> Bool {
    var isOver = StageMemo(over, stages)
    return (0..<min(stages.count, sheet.rows.count)).contains { offset in
      sheet.rows.kinds[offset] == .data && isOver.holds(at: offset)
    }
  }

  /// Whether steps of a deal are ticked: what is signed is then said by them too.
  private static func holdsTicks(_ sheet: LocatedSheet, at offset: Int) -> Bool {
    sheet.columns.contains { column in
      column.definition.type == .tick && column.key.first == "k" && offset < column.values.count
        && [Tick.yes, .notApplicable].contains { column.values[offset].text == $0.rawValue }
    }
  }
}

/// Whether the cells of a column are among these labels; each text is looked up once.
private struct StageMemo {
  private let labels: Set<String>
  private let column: Column
  private var known: [Bool?]

  init(_ labels: Set<String>, _ column: Column) {
    (self.labels, self.column) = (labels, column)
    known = Array(repeating: nil, count: column.textCount)
  }

  mutating func holds(at offset: Int) -> Bool {
    guard let number = column.textNumber(at: offset) else { return false }
    if let answer = known[number] { return answer }
    let answer = labels.contains(ReferenceIndex.key(column[offset].shownText))
    known[number] = answer
    return answer
  }
}
