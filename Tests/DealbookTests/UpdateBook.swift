// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Workbooks of deals and exports of them.
enum UpdateBook {
  static let headers: [PlainWorkbook.Cell] = [
    "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount",
  ]

  static func row(_ id: String, _ amount: PlainWorkbook.Cell, _ close: PlainWorkbook.Cell = .date(46_200))
    -> [PlainWorkbook.Cell]
  {
    [.text(id), "A1", "a deal", "Verify opportunity", close, amount]
  }

  static func team(_ rows: [[PlainWorkbook.Cell]]) throws -> BoundWorkbook {
    try BoundWorkbook(
      Workbook(PlainWorkbook([.init("Deals", [headers] + rows)]).bytes()), playbook: .builtIn,
      options: DealSheet.options)
  }

  static func csv(_ text: String) throws -> BoundWorkbook {
    try BoundWorkbook(
      Workbook(DelimitedText(Array(text.utf8)), sheetName: "Deals"), playbook: .builtIn, options: DealSheet.options)
  }

  static func values(_ key: String, of bytes: [UInt8]) throws -> [String] {
    let team = try BoundWorkbook(Workbook(bytes), playbook: .builtIn, options: DealSheet.options)
    let column = try #require(team.sheet("de")?.column(key)).values
    return (0..<column.count).map { column[$0].shownText }
  }

  /// An export with these IDs and amounts.
  static func export(_ amounts: [(id: String, amount: String)]) throws -> BoundWorkbook {
    try csv(
      "Deal ID,Account ID,Deal name,Declared stage,Expected close,Amount\n"
        + amounts.map { "\($0.id),A1,a deal,Verify opportunity,2026-06-27,\($0.amount)\n" }.joined())
  }

  /// The report of bringing amounts into a team's workbook with others, by ID.
  static func report(
    _ own: [(String, Double)], _ export: [(String, String)], accepting: [String] = []
  ) throws -> UpdateReport.Sheet {
    let team = try team(own.map { row($0.0, .number($0.1)) })
    return try #require(
      try WorkbookUpdate(of: team, from: self.export(export.map { (id: $0.0, amount: $0.1) }), accepting: accepting)
        .report.sheets.first)
  }
}

extension Workbook {
  /// The bytes after an empty edit.
  var bytesForTests: [UInt8] { (try? applying(WorkbookEdit())) ?? [] }
}
