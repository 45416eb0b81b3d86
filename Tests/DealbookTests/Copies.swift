// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A team's workbook of which several people keep copies: deals, a sheet that no playbook knows, and whatever a test adds.
struct CopyBook {
  static let headers = [
    "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount", "Our remark",
  ]

  /// In the order of the headers.
  var deals: [[PlainWorkbook.Cell]]
  var headers = Self.headers
  var title = "Deals"
  var notes: [[PlainWorkbook.Cell]] = [["Kick-off on Monday"], ["Bring", "slides"], ["Lunch at noon"]]

  init(count: Int = 4) {
    deals = (1...max(1, count)).map { Self.deal($0) }
  }

  func changed(_ body: (inout CopyBook) -> Void) -> CopyBook {
    var copy = self
    body(&copy)
    return copy
  }

  static func deal(_ number: Int, id: String? = nil) -> [PlainWorkbook.Cell] {
    [
      .text(id ?? "D-\(String(number + 1000).dropFirst())"), .text("A\(number % 3 + 1)"), .text("deal \(number)"),
      .text("Verify opportunity"), .date(46_200 + number), .number(Double(number) * 1000), .blank,
    ]
  }

  func bytes() throws -> [UInt8] {
    try PlainWorkbook([
      .init(title, [headers.map { .text($0) }] + deals), .init("Minutes", notes),
    ]).bytes()
  }

  func book() throws -> RecordBook { try Self.book(bytes()) }

  static func book(_ bytes: [UInt8]) throws -> RecordBook {
    try RecordBook(Workbook(bytes), playbook: .builtIn, options: DealSheet.options)
  }

  static func difference(_ old: RecordBook, _ new: RecordBook, all: Bool = false) throws -> WorkbookDifference {
    try WorkbookDifference(old, new, options: DifferenceOptions(includesAll: all))
  }

  /// A line per change: `~ D-002 amount: 2000 → 5`.
  static func lines(_ old: CopyBook, _ new: CopyBook) throws -> [String] {
    try lines(difference(old.book(), new.book()))
  }

  static func lines(_ difference: WorkbookDifference) -> [String] {
    difference.sheets.flatMap { sheet in
      sheet.addedColumns.map { "+ column \($0)" } + sheet.removedColumns.map { "- column \($0)" }
        + sheet.rows.flatMap { row -> [String] in
          let id = row.id.isEmpty ? "row" : row.id
          return switch row.change {
          case .added: ["+ \(id)"]
          case .removed: ["- \(id)"]
          case .changed: row.cells.map { "~ \(id) \($0.column): \($0.old) → \($0.new)" }
          }
        }
    }
  }
}
