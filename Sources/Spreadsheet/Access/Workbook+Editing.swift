extension Workbook {
  /// Puts a value into a cell; its format stays, and a day gets one that shows it where the cell had none.
  ///
  /// ```swift
  /// var book = try Workbook(contentsOf: "team.xlsx")
  /// try book.set("Deals!I7", to: 1_200_000)
  /// try book.save(to: "out.xlsx")
  /// ```
  /// Each call makes a new workbook from the bytes of the old one, which takes time in proportion to the sheet. Many cells are set
  /// in one go: ``set(_:)``. Formulas that read the cell keep their values until they are calculated: by `recalculate()` of the module
  /// Calculation, or by the spreadsheet program when it next opens the file.
  ///
  /// - Parameters:
  ///   - cell: with the title of its sheet: `Deals!I7`, `'Deals 2026'!I7`.
  ///   - content: `.blank` empties the cell.
  /// - Throws: ``SpreadsheetError`` for what is no cell of a worksheet, for a day that the workbook can't hold, and for an edit that
  ///   would break what the cell belongs to, such as an array formula.
  public mutating func set(_ cell: String, to content: CellContent) throws(SpreadsheetError) {
    try set([cell: content])
  }

  /// Puts values into many cells, as ``set(_:to:)`` does for one: all of them, or none when one can't be set.
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

  /// Makes this the workbook with `edit`. On an error it stays what it was.
  ///
  /// - Throws: as ``applying(_:)`` does.
  public mutating func apply(_ edit: WorkbookEdit) throws(SpreadsheetError) {
    let bytes = try applying(edit)
    var edited = try Workbook(bytes, limits: package.limits)
    // Another version of the workbook: a copy that still has this one must not take its save for its own.
    edited.origin = (origin?.snapshot).map(Origin.init)
    self = edited
  }

  /// The sheet and the cell that `Deals!I7` names.
  package func place(named name: String) throws(SpreadsheetError) -> (sheet: Int, cell: CellReference) {
    guard let mark = name.lastIndex(of: "!"), let cell = CellReference(String(name[name.index(after: mark)...])) else {
      throw .noCell(name)
    }
    var title = String(name[..<mark])
    if title.count > 1, title.hasPrefix("'"), title.hasSuffix("'") {
      title = title.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false).joined(
        separator: "'")
    }
    let index = try index(ofSheet: title)
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
  /// A day for a cell: one that shows dates keeps its own format, another gets one.
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
