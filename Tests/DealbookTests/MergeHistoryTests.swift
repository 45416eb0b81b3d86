// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Changes that several people make to copies of a workbook, and the expected result, modelled on records alone.
private struct History {
  /// By id, the texts of the columns that people change.
  typealias Records = [String: [Int: String]]

  static let columns = [2, 5, 6]
  var base: CopyBook
  var copies: [CopyBook] = []

  init(seed: Int, rows: Int, people: Int) {
    var dice = SeededRandom(seed)
    base = CopyBook(count: rows)
    for person in 0..<people {
      var copy = base
      for step in 0..<(1 + dice.roll(8)) where !copy.deals.isEmpty {
        let row = dice.roll(copy.deals.count)
        switch dice.roll(10) {
        case 0 where copy.deals.count * 4 > rows * 3: copy.deals.remove(at: row)
        case 1: copy.deals.insert(CopyBook.deal(100 * (person + 1) + step), at: row)
        case 2, 3: copy.deals[row][2] = .text("name \(dice.roll(3))")
        case 4: copy.deals[row][6] = .text("remark \(dice.roll(2))")
        default: copy.deals[row][5] = .number(Double(10 * dice.roll(4)))
        }
      }
      // Sorted, reversed, with a gap.
      switch dice.roll(3) {
      case 0: copy.deals.reverse()
      case 1: copy.deals.append([])
      default: break
      }
      copies.append(copy)
    }
  }

  static func records(_ book: CopyBook) -> Records {
    var records: Records = [:]
    for row in book.deals where !row.isEmpty {
      guard case .text(let id) = row[0] else { continue }
      for column in columns { records[id, default: [:]][column] = text(row[column]) }
    }
    return records
  }

  static func text(_ cell: PlainWorkbook.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let number): CellValue.number(number).shownText
    default: ""
    }
  }

  /// The records that a merge must produce, and the conflicts it must report.
  func expected() -> (records: Records, conflicts: Set<String>) {
    let (before, after) = (Self.records(base), copies.map(Self.records))
    var records: Records = [:]
    var conflicts: Set<String> = []
    for (id, row) in before {
      let isGone = after.contains { $0[id] == nil }
      let isChanged = after.contains { $0[id].map { $0 != row } ?? false }
      if isGone, isChanged {
        conflicts.insert("row \(id)")
        records[id] = row
        continue
      }
      if isGone { continue }
      for column in Self.columns {
        let new = Set(after.compactMap { $0[id]?[column] }).subtracting([row[column] ?? ""])
        if new.count > 1 { conflicts.insert("cell \(id)") }
        records[id, default: [:]][column] = new.count == 1 ? new.first : row[column]
      }
    }
    for copy in after { for (id, row) in copy where before[id] == nil { records[id] = row } }
    return (records, conflicts)
  }
}

@Suite struct `Random histories` {
  private func records(_ book: RecordBook) throws -> History.Records {
    let sheet = try #require(book.team.sheet("de"))
    var records: History.Records = [:]
    let index = sheet.sheetIndex
    try CellListing.forEach(in: book.team.workbook, sheetIndex: index) { cell in
      let row = cell.cell.row
      guard sheet.rows.range.contains(row), sheet.rows.kinds[row - sheet.rows.range.lowerBound] == .data else { return }
      let id = sheet.rowID(at: row - sheet.rows.range.lowerBound)
      for column in History.columns where records[id]?[column] == nil { records[id, default: [:]][column] = "" }
      if History.columns.contains(cell.cell.column - 1) { records[id]?[cell.cell.column - 1] = cell.value.shownText }
    }
    return records
  }

  @Test(arguments: Sweep.cases(Array(1...40)))
  func `come to what their edits come to on records, and report what clashes`(seed: Int) throws {
    let history = History(seed: Int(seed) &* 7919, rows: 6 + seed % 30, people: 2 + seed % 5)
    let merged = try Merged(
      history.base.bytes(), history.copies.map { try $0.bytes() }, names: (0..<7).map { "copy \($0)" })
    let (wanted, conflicts) = history.expected()
    #expect(try records(merged.book) == wanted)
    #expect(Set(merged.plan.conflicts.map { "\($0.kind.rawValue) \($0.rowID)" }) == conflicts)
  }
}
