// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Labels that people add to the lists of a filled workbook` {
  private static func filled(_ bytes: [UInt8]) throws -> [UInt8] {
    try FilledWorkbook(Analysis(Workbook(bytes), playbook: .builtIn, options: DealSheet.options)).bytes
  }

  private static func name(_ name: String, in workbook: Workbook) -> String? {
    workbook.definedNames.first { $0.name == name }?.formula
  }

  /// A new workbook, whose drop-down lists name the labels, with one more life-cycle stage below the others.
  @Test func `are offered by the drop-down lists from the next fill on`() throws {
    let new = try Workbook(NewCase(language: .english, profile: .full, hasSample: true).bytes())
    let index = try #require(new.sheets.firstIndex { $0.name == "Lists" })
    let before = try #require(Self.name("lc_label", in: new))
    let place = try #require(before.split(separator: "!").last.flatMap { CellRange($0.filter { $0 != "$" }) })
    var edit = WorkbookEdit()
    let codes = place.first.column - 4
    for (column, text) in zip(codes..., ["REVIVE", "復甦期", "复苏期", "Revival", "Revival"]) {
      edit.sheets[index, default: SheetEdit()].cells[
        try #require(CellReference(row: place.last.row + 1, column: column))] = CellEdit(.text(text))
    }
    let after = try Self.filled(new.applying(edit))
    let longer = "\(before.dropLast("\(place.last.row)".count))\(place.last.row + 1)"
    #expect(try Self.name("lc_label", in: Workbook(after)) == longer)
    #expect(try Self.filled(after) == after)
  }
}
