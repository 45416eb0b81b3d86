/// Where a team's own workbook keeps the rows of a sheet, as its playbook states it. What is stated is not looked for.
public struct SheetPlacement: Hashable, Sendable {
  /// Names of the tabs, which are read as one sheet; none for a file that holds one sheet under changing names, such as an export.
  public var titles: [String]
  /// The rows that name the columns; more than one where words stand above each other.
  public var headerRows: ClosedRange<Int>?
  /// Rows below the header that are no data: hints, headings of sections, notes.
  public var skippedRows: [ClosedRange<Int>]
  /// Headers that are left alone, though they read like ones of ours.
  public var ignoredHeaders: [String]

  public init(
    titles: [String] = [], headerRows: ClosedRange<Int>? = nil, skippedRows: [ClosedRange<Int>] = [],
    ignoredHeaders: [String] = []
  ) {
    self.titles = titles
    self.headerRows = headerRows
    self.skippedRows = skippedRows
    self.ignoredHeaders = ignoredHeaders
  }

  /// Whether nothing is stated.
  public var isEmpty: Bool { self == SheetPlacement() }

  /// Whether it says on which tab or in which rows the sheet is to be found.
  public var statesPlace: Bool { !titles.isEmpty || headerRows != nil }

  public func skips(_ row: Int) -> Bool { skippedRows.contains { $0.contains(row) } }
}
