// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `What copies hide` {
  private let base = CopyBook(count: 6)

  /// A copy that hides columns and rows of its deals.
  private func hiding(_ columns: [Int] = [], rows: [Int] = [], filter: String = "") throws -> [UInt8] {
    let part = PartName("/xl/worksheets/sheet1.xml")
    let plain = PlainWorkbook([
      .init("Deals", [base.headers.map { .text($0) }] + base.deals), .init("Minutes", base.notes),
    ])
    var text = String(decoding: try Workbook(plain.bytes()).package.bytes(of: part), as: UTF8.self)
    for row in rows { text = text.replacing("<row r='\(row)'", with: "<row r='\(row)' hidden='1'") }
    text = text.replacing("</sheetData>", with: "</sheetData>" + filter)
    var builder = plain.builder()
    builder.set("xl/worksheets/sheet1.xml", text)
    guard !columns.isEmpty else { return try builder.bytes() }
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].columns = columns.map { ColumnFormat(column: $0, hidden: true) }
    return try Workbook(builder.bytes()).applying(edit)
  }

  private func told(_ base: [UInt8], _ copies: [UInt8]...) throws -> [String] {
    let merged = try Merged(base, copies)
    #expect(merged.bytes == copies[0])
    return merged.plan.remarks.compactMap { remark in
      if case .viewDiffers(let copy, let sheet, let isSheet, let columns, let rows) = remark {
        "\(copy) \(sheet) \(isSheet) \(columns.joined(separator: ",")) \(rows)"
      } else {
        "\(remark)"
      }
    }
  }

  @Test func `stays as in ours and is told`() throws {
    let start = try hiding()
    #expect(try told(start, start, hiding([3, 6], rows: [4])) == ["anna Deals false Deal name,Amount 1"])
    #expect(try told(hiding([3]), hiding([3]), start) == ["anna Deals false Deal name 0"])
  }

  @Test func `is not told of where ours has it so too, or only has it so`() throws {
    let start = try hiding()
    #expect(try told(start, hiding([3], rows: [4]), hiding([3], rows: [4])) == [])
    #expect(try told(start, hiding([3]), start) == [])
  }

  @Test func `behind a filter is everyone's own`() throws {
    let filter =
      "<autoFilter ref='A1:G7'><filterColumn colId='5'><filters><filter val='1000'/></filters></filterColumn></autoFilter>"
    #expect(try told(hiding(), hiding(), hiding(rows: [3, 4, 5, 6, 7], filter: filter)) == [])
  }

  @Test func `may be a whole sheet`() throws {
    func book(_ isHidden: Bool) throws -> [UInt8] {
      try PlainWorkbook([
        .init("Deals", [base.headers.map { .text($0) }] + base.deals), .init("Minutes", base.notes, isHidden: isHidden),
      ]).bytes()
    }
    #expect(try told(book(false), book(false), book(true)) == ["anna Minutes true  0"])
  }

  @Test func `what a copy calls a sheet is told, and ours keeps its name`() throws {
    func book(_ deals: String, _ notes: String) throws -> [UInt8] {
      try PlainWorkbook([
        .init(deals, [base.headers.map { .text($0) }] + base.deals), .init(notes, base.notes),
      ]).bytes()
    }
    let start = try book("Deals", "Minutes")
    let merged = try Merged(start, [start, book("Deals 2026", "Notes")])
    #expect(merged.bytes == start)
    #expect(
      merged.plan.remarks == [
        .sheetRenamed(copy: "anna", sheet: "Deals", name: "Deals 2026"),
        .sheetRenamed(copy: "anna", sheet: "Minutes", name: "Notes"),
      ])
    #expect(try Merged(start, [book("Deals 2026", "Notes"), start]).plan.remarks == [])
    #expect(try Merged(start, [book("Deals 2026", "Notes"), book("Deals 2026", "Notes")]).plan.remarks == [])
  }

  @Test func `a filter reaches a new column and a new row that copies have added`() throws {
    func book(_ width: Int, _ rows: [[PlainWorkbook.Cell]]) throws -> [UInt8] {
      let headers: [PlainWorkbook.Cell] = base.headers.map { .text($0) } + ["Segment"]
      var builder = PlainWorkbook([.init("Deals", ([headers] + rows).map { Array($0.prefix(width)) })]).builder()
      let part = PartName("/xl/worksheets/sheet1.xml")
      let text = String(decoding: try Workbook(builder.bytes()).package.bytes(of: part), as: UTF8.self)
      let corner = try #require(CellReference(row: rows.count + 1, column: width))
      builder.set(
        "xl/worksheets/sheet1.xml", text.replacing("</sheetData>", with: "</sheetData><autoFilter ref='A1:\(corner)'/>")
      )
      return try builder.bytes()
    }
    let width = base.headers.count
    let (start, fewer) = try (book(width, Array(base.deals.dropLast())), Array(base.deals.dropLast()))
    let wider = try book(width + 1, fewer.map { $0 + ["A"] })
    let longer = try book(width, base.deals)
    let merged = try Merged(start, [start, wider, longer])
    #expect(merged.conflicts == [])
    let facts = try Workbook(merged.bytes).forEachRow(ofSheet: 0) { (_, _) in }.facts()
    #expect(facts.autoFilter.map(String.init(describing:)) == "A1:\(CellReference(row: 7, column: width + 1)!)")
  }
}
