/// The cells of one worksheet, in memory.
///
/// ```swift
/// let deals = try book["Deals"]
/// print(deals["B2"], deals.rows.count)
/// for row in deals.rows.dropFirst() where row["H"].text == "Won" { total += row["I"].number ?? 0 }
/// ```
/// All cells are read when the sheet is first asked for, and kept for the life of the workbook: some 60 bytes a cell. To go through
/// a sheet of millions of cells use ``Workbook/forEachRow(of:_:)``.
public struct Sheet: Sendable {
  /// The title on the tab.
  public let title: String
  /// Those that hold anything, from top to bottom.
  public let rows: [Row]

  /// The cells of one row.
  public struct Row: Sendable {
    /// From 1, as the sheet shows it.
    public let number: Int
    /// Those that hold anything, from left to right.
    public let cells: [Cell]

    /// The content of a cell; `.blank` where the row has none.
    ///
    /// - Parameter column: its letters, in either case.
    public subscript(column: String) -> CellContent {
      ColumnName.number(column.uppercased()).map { self[$0] } ?? .blank
    }

    /// The content of the cell in a column counted from 1.
    public subscript(column: Int) -> CellContent {
      var (low, high) = (0, cells.count)
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low < cells.count && cells[low].column == column ? cells[low].content : .blank
    }
  }

  public struct Cell: Hashable, Sendable {
    /// From 1.
    public let column: Int
    public let content: CellContent
    /// Whether a formula gives the content.
    public let hasFormula: Bool
  }

  /// The content of a cell such as `B2`; `.blank` where there is none, and for what is no reference to a cell.
  public subscript(cell: String) -> CellContent { CellReference(cell).map { self[$0] } ?? .blank }

  public subscript(cell: CellReference) -> CellContent { row(cell.row)?[cell.column] ?? .blank }

  /// The row with this number; nil where it holds nothing.
  public func row(_ number: Int) -> Row? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }
}

extension Sheet {
  init(_ workbook: Workbook, at index: Int) throws(SpreadsheetError) {
    title = workbook.sheets[index].name
    var rows: [Row] = []
    let reader = ContentReader(workbook)
    try workbook.forEachRow(ofSheet: index) { stored, cells throws(SpreadsheetError) in
      let row = try reader.row(stored, cells)
      if !row.cells.isEmpty { rows.append(row) }
    }
    // Files may have them in any order.
    self.rows = rows.sorted { $0.number < $1.number }
  }
}

/// Makes rows of what is stored.
struct ContentReader {
  private let styles: Styles
  private let system: DateSystem

  init(_ workbook: Workbook) {
    styles = workbook.styles
    system = workbook.dateSystem
  }

  func row(_ stored: StoredRow, _ cells: SheetCells) throws(SpreadsheetError) -> Sheet.Row {
    var row: [Sheet.Cell] = []
    var isOrdered = true
    for cell in stored.cells {
      let value = try cells.value(of: cell, row: stored.index)
      let hasFormula = cell.formulaKind != .none
      guard value != .blank || hasFormula else { continue }
      var showsDate = false
      if case .number(let number) = value {
        showsDate = cell.type == .isoDate || styles.numberFormat(at: cell.style).kind(of: number) == .date
      }
      if let last = row.last, last.column >= cell.column { isOrdered = false }
      row.append(
        Sheet.Cell(
          column: cell.column, content: CellContent(value, showsDate: showsDate, in: system), hasFormula: hasFormula))
    }
    return Sheet.Row(number: stored.index, cells: isOrdered ? row : row.sorted { $0.column < $1.column })
  }
}
