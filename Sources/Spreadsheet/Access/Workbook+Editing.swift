// SPDX-License-Identifier: Apache-2.0

extension Workbook {
  /// Sets the value of a cell and keeps its number format. A date in a cell without a date format gets one.
  ///
  /// ```swift
  /// var book = try Workbook(contentsOf: "team.xlsx")
  /// try book.set("Deals!I7", to: 1_200_000)
  /// try book.save(to: "out.xlsx")
  /// ```
  /// Each call builds a new workbook from the bytes of the old one, in time proportional to the sheet; to set many cells at once,
  /// use ``set(_:)``. Formulas that depend on the cell keep their old values until they are recalculated, either by
  /// `recalculate()` in the Calculation module or by the spreadsheet program when it next opens the file.
  ///
  /// - Parameters:
  ///   - cell: the cell reference with the title of its sheet: `Deals!I7`, `'Deals 2026'!I7`.
  ///   - content: the new content; `.blank` empties the cell.
  /// - Throws: ``SpreadsheetError`` if the name is not a cell of a worksheet, if the workbook's date system can't represent the
  ///   date, or if the edit would break a structure that the cell is part of, such as an array formula.
  public mutating func set(_ cell: String, to content: CellContent) throws(SpreadsheetError) {
    try set([cell: content])
  }

  /// Sets the values of many cells, as ``set(_:to:)`` does for one. If one of them can't be set, none is.
  ///
  /// ```swift
  /// try book.set(["Deals!I7": 1_200_000, "Deals!H7": "Won"])
  /// ```
  public mutating func set(_ contents: [String: CellContent]) throws(SpreadsheetError) {
    var edit = WorkbookEdit()
    for (name, content) in contents.sorted(by: { $0.key < $1.key }) {
      let (index, cell) = try place(named: name)
      let wish = try cellEdit(content, index, cell, &edit)
      edit.sheets[index, default: SheetEdit()].cells[cell] = wish
    }
    try apply(edit)
  }

  /// Applies `edit` to this workbook. On an error the workbook is unchanged.
  ///
  /// - Throws: as ``applying(_:)`` does.
  public mutating func apply(_ edit: WorkbookEdit) throws(SpreadsheetError) {
    let bytes = try applying(edit)
    var edited = try Workbook(bytes, limits: package.limits)
    // The edited workbook gets its own `Origin`: an older copy must not treat a save of this version as its own.
    edited.origin = (origin?.snapshot).map(Origin.init)
    self = edited
  }

  /// The sheet and cell that a name such as `Deals!I7` refers to.
  package func place(named name: String) throws(SpreadsheetError) -> (sheet: Int, cell: CellReference) {
    guard let mark = name.lastIndex(of: "!"), let cell = CellReference(String(name[name.index(after: mark)...])) else {
      throw .noCell(name)
    }
    let index = try index(ofSheet: SheetName.unquoted(name[..<mark]))
    _ = try worksheetPart(at: index)
    return (index, cell)
  }

  private func cellEdit(
    _ content: CellContent, _ index: Int, _ cell: CellReference, _ edit: inout WorkbookEdit
  ) throws(SpreadsheetError) -> CellEdit {
    switch content {
    case .blank: return CellEdit(.blank)
    case .number(let number): return CellEdit(.number(number))
    case .text(let text): return CellEdit(.text(text))
    case .boolean(let flag): return CellEdit(.boolean(flag))
    case .error(let error): return CellEdit(.error(error))
    case .date(let date): return try edit.day(date, index, cell, in: self)
    }
  }
}

extension WorkbookEdit {
  /// The edit that stores a date. A cell that already displays dates keeps its format; any other gets a date format.
  package mutating func day(
    _ date: SerialDate, _ index: Int, _ cell: CellReference, in workbook: Workbook
  ) throws(SpreadsheetError) -> CellEdit {
    guard let serial = date.serial(in: workbook.dateSystem) else { throw .noDate(date.isoText, workbook.dateSystem) }
    let style = try workbook.worksheet(at: index).style(of: cell)
    if workbook.styles.numberFormat(at: style).isDate { return CellEdit(.number(serial)) }
    let format = date.millisecond == 0 ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss"
    newStyles.append(NewStyle(base: style, numberFormat: format))
    return CellEdit(.number(serial), style: .new(newStyles.count - 1))
  }
}
