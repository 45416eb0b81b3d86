public import Spreadsheet

/// A formula that has no value here.
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
  /// The value of a formula, as if it stood in a free cell of the workbook.
  ///
  /// ```swift
  /// let sum = try book.evaluate("SUM(Deals!I:I)").number
  /// ```
  /// Reads all sheets, and calculates the formulas that this one needs.
  ///
  /// - Parameters:
  ///   - formula: in Excel's English notation, with or without the leading `=`.
  ///   - sheet: the title of the sheet that references without one mean; by default the first worksheet.
  /// - Returns: of an array its first element; an error value such as `#N/A` is a value.
  /// - Throws: ``NotCalculated`` for what is no formula, needs another workbook, a function that is not known here or a moment that
  ///   `options` don't give; `SpreadsheetError` where a sheet can't be read.
  public func evaluate(
    _ formula: String, on sheet: String? = nil, _ options: CalculationOptions = CalculationOptions()
  ) throws -> CellContent {
    let text = formula.hasPrefix("=") ? String(formula.dropFirst()) : formula
    let book = Book(self)
    try book.read()
    let engine = Engine(book, asOf: options.asOf.flatMap { $0.serial(in: dateSystem) }, trustsStored: true)
    let own =
      if let sheet { try index(ofSheet: sheet) } else { sheets.firstIndex { $0.kind == .worksheet } ?? 0 }
    return CellContent(try engine.value(of: text, on: own).get(), showsDate: false, in: dateSystem)
  }

  /// Brings all formulas up to date, in the values that the file stores for them.
  ///
  /// ```swift
  /// try book.set("Deals!I7", to: 1_200_000)
  /// let changes = try book.recalculate().changes
  /// ```
  /// - Returns: what changed, and which formulas keep their values because they can't be calculated here.
  @discardableResult
  public mutating func recalculate(
    _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> CalculatedWorkbook {
    let calculated = try recalculated(options)
    try apply(calculated.edit)
    return calculated
  }
}
