// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Handing out a workbook with a tab for each person` {
  private let base = TabBook()

  private func copies(_ book: TabBook) throws -> [String: [UInt8]] {
    let handOut = try HandOut(book.bytes().asRecords)
    var copies: [String: [UInt8]] = [:]
    for owner in handOut.owners {
      copies[owner] = try handOut.copy(for: owner, origin: "abc", redacts: false, options: DealSheet.options).bytes
    }
    return copies
  }

  @Test func `gives each the own tab`() throws {
    let copies = try copies(base)
    #expect(copies.keys.sorted() == ["Ann", "Kim", "Lee"])
    let own = try TabBook.layout(try #require(copies["Lee"]))
    #expect(own.first == "Lee: D-011=11000 D-012=12000 D-013=13000 D-014=14000 D-015=15000")
    #expect(!own.contains { $0.hasPrefix("Kim") || $0.hasPrefix("Ann") })
  }

  @Test func `gives the rows of an owner on tabs of regions, and leaves tabs to which formulas refer`() throws {
    let regions = base.changed { book in
      for place in book.tabs.indices {
        book.tabs[place].title = ["North", "South", "West"][place]
        book.tabs[place].further = ["Owner (AR)"]
        for row in 0..<5 { book.tabs[place].deals[row].append(.text(row < 2 || place == 2 ? "Bo" : "Cy")) }
      }
      book.others = [.init("Sums", [["West"], [.formula("SUM(West!E2:E6)", 115_000)]])]
    }
    let copies = try copies(regions)
    #expect(copies.keys.sorted() == ["Bo", "Cy"])
    let layout = try TabBook.layout(try #require(copies["Cy"]))
    #expect(layout[0] == "North: D-003=3000 D-004=4000 D-005=5000")
    #expect(layout[1] == "South: D-013=13000 D-014=14000 D-015=15000")
    #expect(!layout.contains { $0.contains("D-02") })
  }

  @Test func `and gathering the copies without an edit changes no byte`() throws {
    let bytes = try base.bytes()
    let merged = try Merged(bytes, [bytes] + copies(base).sorted { $0.key < $1.key }.map(\.value))
    #expect(merged.conflicts == [])
    #expect(merged.bytes == bytes)
  }

  @Test func `and gathering them takes back what each has changed, and deletes nothing of others`() throws {
    let bytes = try base.bytes()
    let copies = try copies(base)
    var edit = WorkbookEdit()
    let lee = try Workbook(try #require(copies["Lee"]))
    let index = try #require(lee.sheets.firstIndex { $0.name == "Lee" })
    edit.sheets[index, default: SheetEdit()].cells[try #require(CellReference("E3"))] = CellEdit(.number(7))
    for column in 1...6 {
      edit.sheets[index, default: SheetEdit()].cells[try #require(CellReference(row: 6, column: column))] = CellEdit(
        .blank)
    }
    let back = try lee.applying(edit)
    let merged = try Merged(bytes, [bytes, back, try #require(copies["Ann"])])
    #expect(merged.conflicts == [])
    #expect(
      try TabBook.lines(bytes, merged.bytes) == ["Lee", "~ D-012 amount: 12000 → 7", "- D-015"])
  }
}

extension [UInt8] {
  fileprivate var asRecords: RecordBook { get throws { try CopyBook.book(self) } }
}
