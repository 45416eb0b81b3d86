// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Deals on a tab for each salesperson, of which several people keep copies.
struct TabBook {
  struct Tab {
    var title: String
    var deals: [[PlainWorkbook.Cell]]
    /// Rows above the header.
    var above: [[PlainWorkbook.Cell]] = []
    /// Rows below the deals.
    var below: [[PlainWorkbook.Cell]] = []
    /// Headers of further columns.
    var further: [String] = []
  }

  static let headers = ["Deal ID", "Account", "Opportunity", "Stage", "Amount", "Close date"]

  var tabs = ["Kim", "Lee", "Ann"].enumerated().map { place, person in
    Tab(title: person, deals: (1...5).map { TabBook.deal(place * 10 + $0) })
  }
  var others: [PlainWorkbook.Sheet] = []

  static func deal(_ number: Int, id: String? = nil) -> [PlainWorkbook.Cell] {
    [
      .text(id ?? "D-\(String(number + 1000).dropFirst())"), .text("Client \(number)"), .text("Project \(number)"),
      .text(["Verify opportunity", "Negotiate contract"][number % 2]), .number(Double(number) * 1000),
      .date(46_200 + number),
    ]
  }

  func bytes() throws -> [UInt8] {
    try PlainWorkbook(
      tabs.map { tab in
        .init(
          tab.title, tab.above + [(Self.headers + tab.further).map { .text($0) }] + tab.deals + tab.below)
      } + others
    ).bytes()
  }

  func changed(_ body: (inout TabBook) -> Void) -> TabBook {
    var copy = self
    body(&copy)
    return copy
  }

  /// A line per change; `~ D-003 tab: Kim → Lee` for a deal on another tab.
  static func lines(_ old: [UInt8], _ new: [UInt8]) throws -> [String] {
    let difference = try CopyBook.difference(CopyBook.book(old), CopyBook.book(new))
    return difference.sheets.flatMap { sheet in
      [sheet.title + (sheet.change == .changed ? "" : " \(sheet.change.rawValue)")]
        + sheet.addedColumns.map { "+ column \($0)" } + sheet.removedColumns.map { "- column \($0)" }
        + sheet.rows.flatMap { row in
          switch row.change {
          case .added: ["+ \(row.id)"]
          case .removed: ["- \(row.id)"]
          case .changed:
            row.cells.map { "~ \(row.id) \($0.kind == .tab ? "tab" : $0.column): \($0.old) → \($0.new)" }
          }
        }
    }
  }

  static func lines(_ old: TabBook, _ new: TabBook) throws -> [String] { try lines(old.bytes(), new.bytes()) }

  /// What is on each tab: the IDs of its deals with their amounts.
  static func layout(_ bytes: [UInt8]) throws -> [String] {
    let workbook = try Workbook(bytes)
    return try workbook.sheets.indices.map { index in
      var rows: [Int: [Int: String]] = [:]
      try CellListing.forEach(in: workbook, sheetIndex: index) { cell in
        rows[cell.cell.row, default: [:]][cell.cell.column] = cell.value.shownText
      }
      let deals = rows.sorted { $0.key < $1.key }.compactMap { row in
        row.value[1].flatMap { $0.hasPrefix("D-") ? "\($0)=\(row.value[5] ?? "")" : nil }
      }
      return "\(workbook.sheets[index].name): \(deals.joined(separator: " "))"
    }
  }
}
