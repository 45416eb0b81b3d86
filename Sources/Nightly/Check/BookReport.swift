// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet

/// A table of figures as on a workbook's dashboard: the funnel, the coverage of targets, or what is owed by age.
public struct BookReport: Hashable, Sendable {
  /// The ID of the report: `R1`.
  public var id: String = ""
  /// What it says in one sentence.
  public var message: String = ""
  /// The columns with figures, in order.
  public var columns: [Column] = []
  public var rows: [Row] = []

  public struct Column: Hashable, Sendable {
    /// The same in every language.
    public var key: String = ""
    public var title: String = ""
  }

  public struct Row: Hashable, Sendable {
    /// The stage or the owner.
    public var label: String = ""
    public var figures: [Figure] = []

    /// The figure in a column; nil where there is none, such as the target of somebody who has none.
    subscript(key: String) -> Double? { figures.first { $0.key == key }?.number }
  }

  public struct Figure: Hashable, Sendable {
    public var key: String = ""
    public var number: Double = 0
  }

  /// The reports that a night keeps.
  static let ids = ["R1", "R3", "R7"]
}

extension BookReport {
  /// - Parameter section: a table whose first column names its rows.
  init(_ section: ReportPage.Section) {
    id = section.id
    message = Kept.text(section.message)
    columns = section.columns.dropFirst().map { Column(key: $0.key, title: Kept.text($0.title)) }
    rows = section.rows.map { row in
      let figures = zip(section.columns, row).dropFirst().compactMap { column, value -> Figure? in
        guard case .number(let number) = value else { return nil }
        return Figure(key: column.key, number: number)
      }
      return Row(label: Kept.text(row.first?.shownText ?? ""), figures: figures)
    }
  }
}
