// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet

/// One of the reports on a workbook's page, as on its dashboard: the funnel, what is owed by age, the deals to act on.
public struct BookReport: Hashable, Sendable {
  /// The ID of the report: `R1`.
  public var id: String = ""
  public var title: String = ""
  /// What it says in one sentence; for a report without columns, why there is none.
  public var message: String = ""
  /// How to read it.
  public var note: String = ""
  public var columns: [Column] = []
  public var rows: [Row] = []
  /// The index of the column that is drawn as bars.
  public var bar: Int?

  public struct Column: Hashable, Sendable {
    /// The same in every language.
    public var key: String = ""
    public var title: String = ""
    /// The raw value of a ``ReportPage/Kind``.
    public var kind: String = ""
  }

  public struct Row: Hashable, Sendable {
    public var cells: [Cell] = []
  }

  /// A number or a text; an empty cell has neither.
  public struct Cell: Hashable, Sendable {
    public var number: Double?
    public var text: String?
  }

  /// Whether it could not be computed.
  var isLeftOut: Bool { columns.isEmpty }
}

extension BookReport {
  init(_ section: ReportPage.Section) {
    id = section.id
    title = Kept.text(section.title)
    message = Kept.note(section.message)
    note = Kept.note(section.note)
    columns = section.columns.map { Column(key: $0.key, title: Kept.text($0.title), kind: $0.kind.rawValue) }
    rows = section.rows.map { row in
      Row(
        cells: row.map { value in
          if case .number(let number) = value { return Cell(number: number) }
          // A picture that has no figure for a row has none on a dashboard either.
          if case .error = value { return Cell(text: "–") }
          let text = value.shownText
          return text.isEmpty ? Cell() : Cell(text: Kept.text(text))
        })
    }
    bar = section.bar
  }

  init(_ leftOut: HeadlineFigures.LeftOut) {
    (id, title, message) = (leftOut.id, Kept.text(leftOut.title), Kept.note(leftOut.reason))
  }

  /// As the page of a report shows it.
  var section: ReportPage.Section {
    ReportPage.Section(
      id: id, title: title, message: message,
      columns: columns.map { .init(key: $0.key, title: $0.title, kind: .init(rawValue: $0.kind) ?? .text) },
      rows: rows.map { row in
        row.cells.map { cell in cell.number.map { .number($0) } ?? cell.text.map { .text($0) } ?? .blank }
      }, bar: bar, note: note)
  }
}
