// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Combines cells into a few ranges: `M5:W5,Y5,F6:F9`.
///
/// Cells must be added from top to bottom and from left to right. The number of areas is bounded; further cells are only counted.
public struct CellAreas: Hashable, Sendable {
  struct Area: Hashable, Sendable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  private(set) var areas: [Area] = []
  /// The number of cells, or whole rows, that were added.
  public private(set) var count = 0
  /// The number of cells that no area covers, because there were too many areas.
  public private(set) var uncovered = 0
  /// The run of cells in the current row.
  private var run: Area?

  private static let most = 100
  /// How many areas back to look for one that the run continues downwards.
  private static let reach = 24

  public init() {}

  /// - Parameter column: 0 for the row as a whole.
  package mutating func add(row: Int, column: Int) {
    count += 1
    if let open = run, open.rows.upperBound == row, column > 0, open.columns.upperBound + 1 == column {
      run?.columns = open.columns.lowerBound...column
    } else {
      close()
      run = Area(rows: row...row, columns: column...column)
    }
  }

  private mutating func close() {
    guard let run else { return }
    self.run = nil
    let place = areas.suffix(Self.reach).lastIndex {
      $0.columns == run.columns && $0.rows.upperBound + 1 == run.rows.lowerBound
    }
    if let place {
      areas[place].rows = areas[place].rows.lowerBound...run.rows.upperBound
    } else if areas.count < Self.most {
      areas.append(run)
    } else {
      uncovered += run.columns.count
    }
  }

  package mutating func finish() { close() }

  /// Each area in formula notation; whole rows as their numbers.
  public var texts: [String] { areas.map(Self.text) }

  /// The number of cells that each of ``texts`` covers.
  public var counts: [Int] { areas.map { $0.rows.count * $0.columns.count } }

  private static func text(_ area: Area) -> String {
    let (rows, columns) = (area.rows, area.columns)
    if columns.lowerBound == 0 {
      return rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound):\(rows.upperBound)"
    }
    let first = ColumnName.letters(columns.lowerBound) + "\(rows.lowerBound)"
    guard rows.count > 1 || columns.count > 1 else { return first }
    return first + ":" + ColumnName.letters(columns.upperBound) + "\(rows.upperBound)"
  }
}
