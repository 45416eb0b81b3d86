// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport

/// Lists of other people with eight rows.
enum ForeignList {
  typealias Cell = PlainWorkbook.Cell

  static func adopt(_ title: String, _ header: [String], _ row: (Int) -> [Cell]) throws -> Adoption {
    let rows = [header.map { Cell.text($0) }] + (0..<8).map(row)
    return try Adoption(
      Workbook(PlainWorkbook([.init(title, rows)]).bytes()), fileName: "b.xlsx", options: DealSheet.options)
  }

  /// What the headers of the first sheet are taken for.
  static func bound(_ adoption: Adoption) -> [String: String] {
    Dictionary(
      adoption.sheets.first?.bound.map { ($0.proposal.header, $0.key ?? "") } ?? [], uniquingKeysWith: { a, _ in a })
  }

  /// The texts by turns.
  static func one(_ texts: [String], _ row: Int) -> Cell { .text(texts[row % texts.count]) }
}
