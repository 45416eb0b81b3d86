// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

extension Workbook {
  /// Applies `edit` to the workbook and recalculates the formulas that depend on the change. If some of them cannot be calculated, the
  /// workbook is marked for recalculation when a spreadsheet program next opens it.
  public func applyingCalculated(
    _ edit: WorkbookEdit, _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> (bytes: [UInt8], calculated: CalculatedWorkbook) {
    // An edit that only sets values changes no formula, so its results can be written in the same pass; where there are no formulas,
    // nothing needs to be read for them.
    let values = edit.plainValues
    if values != nil {
      var plain = edit
      plain.recalculation = edit.recalculation == .always ? .always : .never
      if let bytes = try applyingWithoutFormulas(plain) { return (bytes, CalculatedWorkbook()) }
    }
    // A dynamic array may fill a cell that the edit has just emptied.
    if let values, let calculated = try recalculated(setting: values, options),
      !calculated.changes.contains(where: { values[$0.sheet]?[$0.cell] != nil })
    {
      var all = edit
      for (sheet, own) in calculated.edit.sheets {
        all.sheets[sheet, default: SheetEdit()].fills += own.fills
        all.sheets[sheet, default: SheetEdit()].cells.merge(own.cells) { wish, _ in wish }
      }
      all.recalculation = calculated.recalculation(edit)
      return (try applying(all), calculated)
    }
    if let settled = try settlingSpills(edit, options) { return settled }
    return try applyingFirst(edit, options)
  }

  /// As ``applyingCalculated(_:_:)`` for formulas that become dynamic arrays only if they give several values; nil if there are none.
  private func settlingSpills(
    _ edit: WorkbookEdit, _ options: CalculationOptions
  ) throws(SpreadsheetError) -> (bytes: [UInt8], calculated: CalculatedWorkbook)? {
    var trial = edit
    var open: [Place] = []
    for (sheet, wishes) in edit.sheets {
      for (cell, wish) in wishes.cells where wish.spillsIfSeveral && !wish.spills {
        trial.sheets[sheet]?.cells[cell]?.spills = true
        open.append(Place(sheet: sheet, row: cell.row, column: cell.column))
      }
    }
    guard !open.isEmpty else { return nil }
    let (bytes, calculated) = try applyingFirst(trial, options)
    let single = open.filter { !calculated.givesSeveral($0) }
    if single.isEmpty { return (bytes, calculated) }
    for place in single {
      guard let cell = CellReference(row: place.row, column: place.column) else { continue }
      trial.sheets[place.sheet]?.cells[cell]?.spills = false
    }
    return try applyingFirst(trial, options)
  }

  /// Writes the edit, and then what follows from it.
  private func applyingFirst(
    _ edit: WorkbookEdit, _ options: CalculationOptions
  ) throws(SpreadsheetError) -> (bytes: [UInt8], calculated: CalculatedWorkbook) {
    var quiet = edit
    quiet.recalculation = .never
    let edited = try Workbook(applying(quiet), limits: package.limits)
    let calculated = try edited.recalculated(after: edit.sheets.mapValues(\.writtenCells), options)
    var consequences = calculated.edit
    consequences.recalculation = calculated.recalculation(edit)
    return (try edited.applying(consequences), calculated)
  }
}

extension CalculatedWorkbook {
  /// Whether the edited workbook must ask the spreadsheet program to recalculate, given this result.
  fileprivate func recalculation(_ edit: WorkbookEdit) -> Recalculation {
    if edit.recalculation == .always { return .always }
    return kept.isEmpty || edit.recalculation == .never ? .never : .always
  }
}

extension WorkbookEdit {
  /// The values that the edit sets; nil if it does anything else.
  fileprivate var plainValues: [Int: [CellReference: CellValue]]? {
    guard newSheets.isEmpty, newListSheets.isEmpty, newDesigns.isEmpty, removedSheets.isEmpty, definedNames.isEmpty,
      insertedRows.isEmpty, removedRows.isEmpty
    else { return nil }
    var values: [Int: [CellReference: CellValue]] = [:]
    for (sheet, wishes) in sheets {
      guard wishes.fills.isEmpty, wishes.columns.isEmpty, wishes.tables.isEmpty, wishes.notes.isEmpty,
        wishes.autoFilterLastColumn == nil
      else { return nil }
      for (cell, wish) in wishes.cells {
        guard wish.formula == nil, !wish.keepsFormula, wish.arrayRange == nil, !wish.endsSpill else { return nil }
        values[sheet, default: [:]][cell] = wish.value
      }
    }
    return values
  }
}
