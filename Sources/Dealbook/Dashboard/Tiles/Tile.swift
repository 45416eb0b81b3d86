// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// One tile of a dashboard: its message, a note on how to read it, and a chart or a grid of cells.
struct Tile {
  enum Content {
    case chart(ChartDesign, alternativeText: String)
    case grid(TileGrid)
  }

  typealias Further = (key: String, title: String, kind: ReportPage.Kind, values: [CellValue])

  var name: String
  /// The message: a cell of the chart data.
  var caption: (formula: String, value: CellValue)?
  var note: String
  /// The note as a cell of the chart data, if it changes with the data.
  var noteCell: (formula: String, value: CellValue)?
  var content: Content
  /// Columns that only a report has, because the dashboard has no room for them.
  var further: [Further] = []
}

/// The cells of a tile, counted from its first row and column.
struct TileGrid {
  /// The size of a tile's grid.
  static let rows = 10
  static let columns = 15

  struct Item {
    var row: Int
    var column: Int
    var span = 1
    var value: CellValue
    var formula: String?
    var look: CellLook
  }

  struct Condition {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
    /// With `@` for the first cell.
    var formula: String
    var look: DifferentialLook
  }

  var items: [Item] = []
  var conditions: [Condition] = []
}

/// Makes one tile; nil if it has nothing to show.
protocol TileMaker {
  /// The ID of the report that it is part of: `R1`.
  var id: String { get }
  /// The table that reports list for it.
  var table: ReportTable { get }
  /// That table without the columns that the data of this workbook leave empty.
  func table(_ data: ChartData) -> ReportTable
  /// Its name where it is reported as left out.
  var name: String { get }
  /// The columns without which there is nothing to show.
  var needs: [String] { get }
  /// Why there is nothing to show though the columns are there; nil if there is no such reason.
  var obstacle: String? { get }
  /// Why it would mislead although the columns are there; nil if it does not.
  var refusal: String? { get }
  func make(_ data: inout ChartData) throws(DealbookError) -> Tile?
}

extension TileMaker {
  var obstacle: String? { nil }
  var refusal: String? { nil }
  func table(_ data: ChartData) -> ReportTable {
    let table = self.table
    return ReportTable(
      block: table.block, columns: table.columns.filter { data.range("\(table.block).\($0.key)") != nil },
      bar: table.bar)
  }
}

extension DashboardSource {
  /// Adds the message of a tile and returns its cell.
  ///
  /// - Parameters:
  ///   - isEmpty: a condition under which there is nothing to say yet, until somebody types on the sheet `prefix`.
  func caption(
    _ key: String, unless isEmpty: String? = nil, typing prefix: String = "", _ formula: String,
    in data: inout ChartData
  ) throws(DealbookError) -> (formula: String, value: CellValue)? {
    var block = ChartBlock("says_\(key)", "", rows: 1)
    let first = isEmpty.map { "IF(\($0),\(words.quoted(words.typeFirst(title(of: prefix)))),\(formula))" } ?? formula
    block.add("text", "", "IFERROR(\(first),\"\")")
    try data.add(block)
    return data.shown("says_\(key).text", row: 1)
  }

  /// Adds the note of a tile and returns its cell; nil on a dashboard of an earlier fill that has none.
  func note(
    _ key: String, _ text: String, in data: inout ChartData
  ) throws(DealbookError) -> (formula: String, value: CellValue)? {
    var block = ChartBlock("note_\(key)", "", rows: 1)
    block.add("text", "", values: [.text(text)])
    try data.add(block)
    return data.shown("note_\(key).text", row: 1)
  }

  /// A series over columns of a block; nil if one of them does not exist.
  func series(
    _ name: String, by categories: String, in data: ChartData, fill: String? = nil, line: ChartLine? = nil,
    marker: ChartMarker? = nil, labels: ChartLabels? = nil
  ) -> ChartSeries? {
    guard let header = data.header(name), let values = data.range(name), let across = data.range(categories) else {
      return nil
    }
    return ChartSeries(
      name: header, categories: across, values: values, fill: fill, line: line, marker: marker, labels: labels)
  }
}
