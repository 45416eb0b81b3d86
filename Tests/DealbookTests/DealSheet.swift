// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A team's workbook with a sheet of deals, defined by its header.
struct DealSheet {
  var headers: [String]
  var rows: [[PlainWorkbook.Cell]]
  var title = "Deals"
  var others: [PlainWorkbook.Sheet] = []

  /// Deals that differ in one column besides id, name, stage and expected closing date.
  init(_ header: String, _ cells: [PlainWorkbook.Cell]) {
    headers = ["Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", header]
    rows = cells.enumerated().map { index, cell in
      [.text("D-00\(index + 1)"), "A1", "a deal", "Verify opportunity", .date(46_200), cell]
    }
  }

  init(headers: [String], _ rows: [[PlainWorkbook.Cell]]) {
    self.headers = headers
    self.rows = rows
  }

  /// Deals of owners, from D1000 on, with the owners' targets of the year on a sheet beside them.
  ///
  /// - Parameter hasFloors: whether each owner has half the target as the guaranteed minimum.
  init(
    owned deals: [(stage: String, amount: Double, owner: String)], targets: [(owner: String, target: Double)],
    hasFloors: Bool = false
  ) {
    self.init(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Owner (AR)"],
      deals.enumerated().map { number, deal in
        [
          .text("D\(1000 + number)"), "A1", "deal", .text(deal.stage), .number(deal.amount), .date(46_200),
          .text(deal.owner),
        ]
      })
    let header: [PlainWorkbook.Cell] = ["Target ID", "Owner", "Period start", "Period end", "Target"]
    let rows = targets.enumerated().map { number, goal -> [PlainWorkbook.Cell] in
      [.text("T\(number + 1)"), .text(goal.owner), .date(46_023), .date(46_387), .number(goal.target)]
        + (hasFloors ? [.number(goal.target / 2)] : [])
    }
    others = [PlainWorkbook.Sheet("Targets", [header + (hasFloors ? ["Guaranteed minimum"] : [])] + rows)]
  }

  func bytes() throws -> [UInt8] {
    try PlainWorkbook([.init(title, [headers.map { .text($0) }] + rows)] + others).bytes()
  }

  static let options = ReadOptions(asOf: SerialDate(year: 2026, month: 3, day: 31), today: nil)

  func analysis() throws -> Analysis { try Analysis(Workbook(bytes()), playbook: .builtIn, options: Self.options) }

  func repaired(_ level: RepairLevel = .safe) throws -> RepairedWorkbook {
    try RepairedWorkbook(Workbook(bytes()), playbook: .builtIn, options: Self.options, level: level)
  }

  /// The values of a deal column after a repair.
  func values(_ key: String, after level: RepairLevel) throws -> [CellValue] {
    try #require(repaired(level).analysis.team.sheet("de")?.column(key)).values.values
  }
}

extension Analysis {
  /// The rules of the findings in a deal column, each with its row.
  func rules(at column: String) -> [String] {
    findings.filter { $0.sheet == "de" && $0.column == column }.map { "\(team.playbook.rules[$0.rule].id) \($0.row)" }
  }

  func messages(_ rule: String) -> [String] {
    let writer = FindingWriter(self.team, language: .english)
    return findings.map(writer.describe).filter { $0.rule == rule }.map(\.message)
  }

  func isPlanned(_ key: String) -> Bool { plan.contains(ColumnID(sheet: "de", key: key)) }
}
