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
    var dates: [Int: [CellReference: WorkbookEdit.NumberKind]] = [:]
    for (name, content) in contents.sorted(by: { $0.key < $1.key }) {
      let (index, cell) = try place(named: name)
      edit.sheets[index, default: SheetEdit()].cells[cell] = try cellEdit(content)
      if case .date(let date) = content { dates[index, default: [:]][cell] = .init(date) }
    }
    try edit.showNumbers(dates, of: self)
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

  private func cellEdit(_ content: CellContent) throws(SpreadsheetError) -> CellEdit {
    switch content {
    case .blank: CellEdit(.blank)
    case .number(let number): CellEdit(.number(number))
    case .text(let text): CellEdit(.text(text))
    case .boolean(let flag): CellEdit(.boolean(flag))
    case .error(let error): CellEdit(.error(error))
    case .date(let date): try CellEdit(date, in: dateSystem)
    }
  }
}

extension CellEdit {
  /// Stores a date; its cell may need ``WorkbookEdit/showNumbers(_:of:)``.
  package init(_ date: SerialDate, in system: DateSystem) throws(SpreadsheetError) {
    guard let serial = date.serial(in: system) else { throw .noDate(date.isoText, system) }
    self.init(.number(serial))
  }
}
