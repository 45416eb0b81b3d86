// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Columns that the playbook does not know and that an export and a team's sheet both have under one header, such as remarks. Nothing is
/// computed from them, so what the export says is taken as it stands: texts, and values of the kind that the team's cell holds.
struct FreeColumns {
  struct Column {
    let header: String
    fileprivate let source: Int
    fileprivate let target: Int
    /// Whether a new row shows its numbers as dates, as the team's first one does.
    fileprivate let showsDates: Bool
  }

  /// What becomes of a cell.
  enum Outcome {
    case same
    case value(CellValue, old: CellContent)
    /// The cell has a formula of the team's.
    case formula(CellContent)
    /// The two are of different kinds, as a number for a text.
    case otherKind(CellContent)
  }

  private(set) var columns: [Column] = []
  private var theirs: Sheet?
  private var ours: Sheet?
  private let system: DateSystem
  private let firstOfSource: Int

  /// - Parameter target: a sheet that is read from one tab.
  init(_ source: LocatedSheet, of export: BoundWorkbook, _ target: LocatedSheet, of team: BoundWorkbook)
    throws(SpreadsheetError)
  {
    system = team.workbook.dateSystem
    firstOfSource = source.rows.range.lowerBound
    guard source.parts.isEmpty, target.parts.isEmpty else { return }
    let own = Dictionary(grouping: target.unknownHeaders) { TextFolding.label($0.header) }
    for (label, same) in Dictionary(grouping: source.unknownHeaders, by: { TextFolding.label($0.header) })
    where !label.isEmpty && same.count == 1 {
      guard let here = own[label], here.count == 1 else { continue }
      let format = target.formats.firstRow[here[0].column].map { team.workbook.styles.numberFormat(at: $0) }
      columns.append(
        Column(
          header: here[0].header, source: same[0].column, target: here[0].column,
          showsDates: format?.isDate == true))
    }
    guard !columns.isEmpty else { return }
    columns.sort { $0.target < $1.target }
    theirs = try export.workbook[source.title]
    ours = try team.workbook[target.title]
  }

  func holds(_ header: String) -> Bool {
    columns.contains { TextFolding.label($0.header) == TextFolding.label(header) }
  }

  /// - Parameters:
  ///   - offset: that of the row in the export.
  ///   - row: the number of the team's row; nil for a new one.
  func outcome(_ column: Column, from offset: Int, row: Int?) -> Outcome {
    let new = theirs?.row(firstOfSource + offset)?[column.source] ?? .blank
    let cell = row.flatMap { ours?.row($0)?.cells.first { $0.column == column.target } }
    let old = cell?.content ?? .blank
    if new.isBlank || new == old || Self.text(new) == Self.text(old) { return .same }
    if cell?.hasFormula == true { return .formula(new) }
    switch (new, old) {
    case (.text(let text), _): return .value(.text(text), old: old)
    case (.number(let number), .number), (.number(let number), .blank): return .value(.number(number), old: old)
    case (.boolean(let flag), .boolean), (.boolean(let flag), .blank): return .value(.boolean(flag), old: old)
    case (.date(let date), .date):
      return date.serial(in: system).map { .value(.number($0), old: old) } ?? .otherKind(new)
    case (.date(let date), .blank) where row == nil && column.showsDates:
      return date.serial(in: system).map { .value(.number($0), old: old) } ?? .otherKind(new)
    default: return .otherKind(new)
    }
  }

  /// The cell of a column in a row of the team's.
  func cell(_ column: Column, row: Int) -> CellReference? { CellReference(row: row, column: column.target) }

  func number(of column: Column) -> Int { column.target }

  /// The value that is stored for a content.
  func stored(_ content: CellContent) -> CellValue {
    switch content {
    case .blank: .blank
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let flag): .boolean(flag)
    case .date(let date): date.serial(in: system).map { .number($0) } ?? .blank
    case .error(let error): .error(error)
    }
  }

  /// What a cell shows, for messages and to see whether two are the same.
  static func text(_ content: CellContent) -> String {
    switch content {
    case .blank: ""
    case .number(let number): CellValue.number(number).shownText
    case .text(let text): StraySpace.trimmed(text)
    case .boolean(let flag): CellValue.boolean(flag).shownText
    case .date(let date): date.isoText
    case .error(let error): CellValue.error(error).shownText
    }
  }
}
