// SPDX-License-Identifier: Apache-2.0

extension WorkbookEdit {
  /// What a number is, as far as its number format is concerned.
  package enum NumberKind {
    /// Has to be shown as a date: without the format it would read 46338.
    case date
    /// A date with a time of day.
    case dateAndTime
    /// Is shown as the other numbers of its column are, if its cell held no number and has no number format.
    case number

    package init(_ date: SerialDate) { self = date.millisecond == 0 ? .date : .dateAndTime }
  }

  /// Gives numbers that this edit writes the number format of their column, where their cells have none that shows what they are, and
  /// keeps everything else of the cells' formats. A date for which the column has no example gets `yyyy-mm-dd`.
  ///
  /// Reads the rows of each of these sheets once.
  ///
  /// - Parameter numbers: by the index of the sheet, the cells to look after if they get a number.
  package mutating func showNumbers(
    _ numbers: [Int: [CellReference: NumberKind]], of workbook: Workbook
  ) throws(SpreadsheetError) {
    var places: [NewStyle: Int] = [:]
    for (index, cells) in numbers.sorted(by: { $0.key < $1.key }) where !cells.isEmpty {
      try showNumbers(cells, onSheet: index, of: workbook, &places)
    }
  }

  private mutating func showNumbers(
    _ cells: [CellReference: NumberKind], onSheet index: Int, of workbook: Workbook, _ places: inout [NewStyle: Int]
  ) throws(SpreadsheetError) {
    let present = try PresentFormats(cells, sheet: index, workbook)
    for (cell, kind) in cells.sorted(by: { $0.key < $1.key }) {
      guard let edit = sheets[index]?.cells[cell], case .number = edit.value, edit.formula == nil else { continue }
      let style: Int
      switch edit.style {
      case .keep: style = present.style(of: cell)
      case .index(let index): style = index
      case .new: continue
      }
      guard let code = present.code(for: cell, kind, over: style) else { continue }
      let new = NewStyle(base: style, numberFormat: code)
      let place = places[new] ?? newStyles.count
      if place == newStyles.count { newStyles.append(new) }
      places[new] = place
      sheets[index]?.cells[cell]?.style = .new(place)
    }
  }
}

/// The formats of some cells, stored or not, and the number formats of the numbers in their columns.
private struct PresentFormats {
  private var styles: [CellReference: Int] = [:]
  private var withNumbers: Set<CellReference> = []
  /// By column, the code of the first number format that shows a date, and of the first that shows another number.
  private var dates: [Int: String] = [:]
  private var numbers: [Int: String] = [:]
  private var rowStyles: [Int: Int] = [:]
  private let columns: [(columns: ClosedRange<Int>, style: Int)]
  private let workbook: Workbook

  init(
    _ cells: [CellReference: WorkbookEdit.NumberKind], sheet index: Int, _ workbook: Workbook
  ) throws(SpreadsheetError) {
    self.workbook = workbook
    let sheet = try workbook.worksheet(at: index)
    columns = try sheet.facts().columns.map { ($0.columns, $0.style) }
    let wantedColumns = Set(cells.keys.map(\.column))
    let wantedRows = Set(cells.keys.map(\.row))
    try sheet.forEachRow { row throws(SpreadsheetError) in
      let isWanted = wantedRows.contains(row.index)
      if isWanted { rowStyles[row.index] = try sheet.style(ofRow: row) }
      for cell in row.cells where wantedColumns.contains(cell.column) {
        let hasNumber = cell.type == .number && cell.hasValueElement
        if hasNumber { note(cell.style, column: cell.column) }
        if isWanted, let place = CellReference(row: row.index, column: cell.column) {
          styles[place] = cell.style
          if hasNumber { withNumbers.insert(place) }
        }
      }
    }
  }

  private mutating func note(_ style: Int, column: Int) {
    guard dates[column] == nil || numbers[column] == nil else { return }
    let format = workbook.styles.numberFormat(at: style)
    if format.isDate {
      if dates[column] == nil { dates[column] = format.code }
    } else if numbers[column] == nil, Self.isSaying(format) {
      numbers[column] = format.code
    }
  }

  private static func isSaying(_ format: NumberFormat) -> Bool { format != .general && format.code != "@" }

  /// The format of a cell; of one that is not stored, that of its row, else of its column (18.3.1.73, 18.3.1.13).
  func style(of cell: CellReference) -> Int {
    styles[cell] ?? rowStyles[cell.row] ?? columns.first { $0.columns.contains(cell.column) }?.style ?? 0
  }

  /// The number format that a number needs in a cell with this format; nil if the format shows what it is.
  func code(for cell: CellReference, _ kind: WorkbookEdit.NumberKind, over style: Int) -> String? {
    let format = workbook.styles.numberFormat(at: style)
    return switch kind {
    case .date: format.isDate ? nil : dates[cell.column] ?? "yyyy-mm-dd"
    case .dateAndTime: format.isDate ? nil : "yyyy-mm-dd hh:mm:ss"
    case .number: format == .general && !withNumbers.contains(cell) ? numbers[cell.column] : nil
    }
  }
}

extension Worksheet {
  /// The style index that a row states for its cells that are not stored; nil if it states none.
  fileprivate func style(ofRow row: StoredRow) throws(SpreadsheetError) -> Int? {
    do throws(ScanError) { return try RowTag(row.startTag, in: bytes.span).style } catch {
      throw cells.located(error)
    }
  }
}
