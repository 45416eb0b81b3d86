// SPDX-License-Identifier: Apache-2.0

/// Where a sheet's rows are in a team's own workbook, as its playbook states. What is stated is not searched for.
public struct SheetPlacement: Hashable, Sendable {
  /// The names of the tabs, which are read as one sheet. Empty for a file with a single sheet whose name varies, such as an export.
  public var titles: [String]
  /// The header rows; more than one if the headers span several rows.
  public var headerRows: ClosedRange<Int>?
  /// Rows below the header that are not data: hints, section headings, notes.
  public var skippedRows: [ClosedRange<Int>]
  /// Headers that are ignored, although they read like known ones.
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

  /// Whether it states the tabs or the header rows of the sheet.
  public var statesPlace: Bool { !titles.isEmpty || headerRows != nil }

  public func skips(_ row: Int) -> Bool { skippedRows.contains { $0.contains(row) } }
}
