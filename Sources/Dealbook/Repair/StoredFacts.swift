import Spreadsheet

/// What the file says of some cells beside their values.
struct StoredFacts {
  private(set) var styles: [CellReference: Int] = [:]
  /// Without the leading `=`; empty when the text can't be known.
  private(set) var formulas: [CellReference: String] = [:]
  /// The values of whole columns, formulas' cached ones included, below the header.
  private(set) var columns: [Int: [(row: Int, value: CellValue)]] = [:]

  /// - Parameter whole: columns of which every cell below `headerRow` is wanted.
  init(
    _ sheet: Worksheet, of cells: Set<CellReference>, wholeColumns whole: Set<Int>, below headerRow: Int
  ) throws(SpreadsheetError) {
    let rows = Set(cells.map(\.row))
    var facts = Self()
    try sheet.forEachRow { row throws(SpreadsheetError) in
      let isBelow = !whole.isEmpty && row.index > headerRow
      guard isBelow || rows.contains(row.index) else { return }
      for cell in row.cells {
        guard let place = CellReference(row: row.index, column: cell.column) else { continue }
        let isWhole = isBelow && whole.contains(cell.column)
        guard isWhole || cells.contains(place) else { continue }
        facts.styles[place] = cell.style
        if cell.formulaKind != .none { facts.formulas[place] = try sheet.formula(of: cell, row: row.index)?.text ?? "" }
        if isWhole {
          let value = try sheet.value(of: cell, row: row.index)
          if !value.isEmpty { facts.columns[cell.column, default: []].append((row.index, value)) }
        }
      }
    }
    self = facts
  }

  private init() {}
}
