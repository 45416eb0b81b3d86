// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A formula that could not be calculated.
public struct NotCalculated: Error, Hashable, CustomStringConvertible {
  public let formula: String
  public let reason: KeptReason

  public init(formula: String, reason: KeptReason) {
    self.formula = formula
    self.reason = reason
  }

  public var description: String { "=\(formula): \(reason)" }
}

extension Workbook {
  /// Calculates a formula as if it stood in a free cell of the workbook.
  ///
  /// ```swift
  /// let sum = try book.evaluate("SUM(Deals!I:I)").number
  /// ```
  /// Reads all sheets, and calculates the formulas that this one depends on.
  ///
  /// - Parameters:
  ///   - formula: in Excel's English notation, with or without a leading `=`.
  ///   - sheet: the title of the sheet for references without a sheet name; by default the first worksheet.
  /// - Returns: the value, which may be an error value such as `#N/A`; for an array, its first element.
  /// - Throws: ``NotCalculated`` if the text is not a formula or needs another workbook, an unknown function or a moment that `options`
  ///   does not give; `SpreadsheetError` if a sheet cannot be read.
  public func evaluate(
    _ formula: String, on sheet: String? = nil, _ options: CalculationOptions = CalculationOptions()
  ) throws -> CellContent {
    let text = formula.hasPrefix("=") ? String(formula.dropFirst()) : formula
    let book = Book(self)
    try book.read()
    let engine = Engine(book, options, trustsStored: true)
    let own =
      if let sheet { try index(ofSheet: sheet) } else { sheets.firstIndex { $0.kind == .worksheet } ?? 0 }
    return CellContent(try engine.value(of: text, on: own).get(), showsDate: false, in: dateSystem)
  }

  /// Recalculates all formulas and updates the cached values that the file stores for them.
  ///
  /// ```swift
  /// try book.set("Deals!I7", to: 1_200_000)
  /// let changes = try book.recalculate().changes
  /// ```
  /// - Returns: what changed, and which formulas keep their cached values because they cannot be calculated here.
  @discardableResult
  public mutating func recalculate(
    _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> CalculatedWorkbook {
    let calculated = try recalculated(options)
    try apply(calculated.edit)
    return calculated
  }
}
