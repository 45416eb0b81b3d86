import Spreadsheet

/// Cells put together as few ranges: `M5:W5,Y5,F6:F9`.
///
/// Cells come from top to bottom and from left to right. What is kept is bounded; what comes later is counted.
public struct CellAreas: Hashable, Sendable {
  struct Area: Hashable, Sendable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  private(set) var areas: [Area] = []
  /// Cells, or whole rows, that were added.
  public private(set) var count = 0
  /// Cells that no area covers, as there were too many areas.
  public private(set) var uncovered = 0
  /// The run of cells in the row that is under way.
  private var run: Area?

  private static let most = 100
  /// So far back an area is looked for that the run goes on below.
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

  /// Each area as it is written in a formula; whole rows as their numbers.
  public var texts: [String] { areas.map(Self.text) }

  /// How many cells each of ``texts`` covers.
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
