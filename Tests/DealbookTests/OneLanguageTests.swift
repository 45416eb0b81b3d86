// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `The texts of a workbook of ours` {
  /// The texts of all cells, but for the folded labels in other languages on the Lists sheet, between which `Lang` chooses.
  private static func texts(_ workbook: Workbook) throws -> [String] {
    let folded = Set(Language.allCases.map(\.listColumn))
    var texts: [String] = []
    for index in workbook.sheets.indices {
      var labels: Set<Int> = []
      try CellListing.forEach(in: workbook, sheetIndex: index) { cell in
        guard case .text(let text) = cell.value else { return }
        if let name = text.split(separator: ".").last, text.split(separator: ".").count == 2,
          folded.contains(String(name))
        {
          labels.insert(cell.cell.column)
        }
        if !labels.contains(cell.cell.column) { texts.append(text) }
      }
    }
    return texts + workbook.sheets.map(\.name)
  }

  private static func hasChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3000...0x303F).contains($0.value) || (0x3400...0x9FFF).contains($0.value) }
  }

  /// A sample with its dashboard, with a sand table, and with a sheet of conflicts.
  private static func books(_ language: Language, _ profile: Profile) throws -> [Workbook] {
    let new = NewCase(language: language, profile: profile, hasSample: true)
    let filled = try DashboardTests.filled(new.bytes(), .added)
    let book = try PlayedBook(filled, asOf: SerialDate(year: 2026, month: 3, day: 31))
    var sheet = SandSheet(book.table)
    let played = try book.workbook.applying(sheet.edit([("A", try book.play("deals.D001.amount=500000").after)]))
    let changed = try [1.0, 2.0].map { try book.typedBytes([("de", "amount", 0, .number($0))]) }
    let merged = try Merged(filled, changed, language: language, sheet: true)
    #expect(merged.plan.conflicts.count == 1)
    return try [filled, played, merged.bytes].map { try Workbook($0) }
  }

  @Test(arguments: [Profile.small, .full]) func `are English in an English one`(_ profile: Profile) throws {
    for book in try Self.books(.english, profile) {
      let chinese = try Self.texts(book).filter(Self.hasChinese)
      #expect(chinese == [])
    }
  }

  @Test(arguments: [Profile.small, .full]) func `are Simplified in a Simplified one`(_ profile: Profile) throws {
    for book in try Self.books(.simplifiedChinese, profile) {
      let texts = try Self.texts(book)
      #expect(texts.contains(where: Self.hasChinese))
      #expect(texts.filter { Simplified.text($0) != $0 } == [])
    }
  }
}
