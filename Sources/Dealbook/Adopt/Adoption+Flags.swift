// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension Adoption {
  /// What two columns of flags, as some exports have them, say of the stages that are not understood: a stage all of whose deals are won is
  /// the won one.
  mutating func takeFlags(_ team: BoundWorkbook) {
    guard let place = lists.firstIndex(where: { $0.prefix == AdoptedList.stages }),
      lists[place].labels.contains(where: \.isDoubtful), let deals = team.sheet("de"),
      let stages = deals.values(of: "stage"), let flags = try? Flags(on: deals, of: workbook)
    else { return }
    var said: [String: Set<ValueMeaning.Outcome?>] = [:]
    for offset in 0..<min(stages.count, deals.rows.count) where deals.rows.kinds[offset] == .data {
      let stage = TextFolding.label(StraySpace.collapsed(stages[offset].shownText))
      said[stage, default: []].insert(flags.outcome(at: offset))
    }
    for number in lists[place].labels.indices where lists[place].labels[number].isDoubtful {
      guard let outcomes = said[TextFolding.label(lists[place].labels[number].text)], outcomes.count == 1,
        let outcome = outcomes.first ?? nil
      else { continue }
      lists[place].labels[number].decide(outcome, in: AdoptedList.stages)
    }
  }
}

/// The columns `IsClosed` and `IsWon` of a sheet of deals.
private struct Flags {
  private var closed: [Int: Bool] = [:]
  private var won: [Int: Bool] = [:]

  /// Nil without both of them.
  init?(on sheet: LocatedSheet, of workbook: Workbook) throws(SpreadsheetError) {
    func column(_ name: String) -> Int? {
      sheet.unknownHeaders.first { TextFolding.headerWord($0.header) == name }?.column
    }
    guard let closedColumn = column("isclosed"), let wonColumn = column("iswon") else { return nil }
    try sheet.forEachRow(in: workbook) { offset, row, cells throws(SpreadsheetError) in
      for cell in row.cells where cell.column == closedColumn || cell.column == wonColumn {
        let flag = Self.flag(try cells.value(of: cell, row: row.index))
        if cell.column == closedColumn { closed[offset] = flag } else { won[offset] = flag }
      }
    }
  }

  /// Nil where the two say nothing, or contradict each other.
  func outcome(at offset: Int) -> ValueMeaning.Outcome? {
    switch (closed[offset], won[offset]) {
    case (true, true): .won
    case (true, false): .lost
    case (false, false): .open
    default: nil
    }
  }

  private static func flag(_ value: CellValue) -> Bool? {
    switch value {
    case .boolean(let flag): flag
    case .number(1): true
    case .number(0): false
    case .text(let text):
      ["true": true, "1": true, "yes": true, "false": false, "0": false, "no": false][
        TextFolding.label(text)]
    default: nil
    }
  }
}
