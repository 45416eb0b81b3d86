// SPDX-License-Identifier: Apache-2.0

/// A list that has become longer: rows have been added below its last one. What reads all of it grows with it, as it does in spreadsheet
/// programs when rows are inserted.
public struct ListGrowth: Hashable, Sendable {
  /// The position of its sheet in ``Workbook/sheets``.
  public var sheet: Int
  /// Where its rows were before.
  public var list: ListRows
  /// The last row now.
  public var last: Int

  public init(sheet: Int, list: ListRows, last: Int) {
    self.sheet = sheet
    self.list = list
    self.last = last
  }
}

/// What ``Workbook/growing(_:except:)`` leaves as it is.
public struct GrowthExceptions: Sendable {
  /// Sheets that are not the team's.
  public var sheets: Set<Int>
  /// By sheet, columns that are not the team's.
  public var columns: [Int: Set<Int>]
  /// Names in lower case that are not the team's.
  public var names: Set<String>

  public init(sheets: Set<Int> = [], columns: [Int: Set<Int>] = [:], names: Set<String> = []) {
    (self.sheets, self.columns, self.names) = (sheets, columns, names)
  }
}

/// What has grown with a list.
public struct GrownReaders: Sendable {
  /// Cells with formulas, by sheet.
  public internal(set) var cells: [Int: [CellReference]] = [:]
  /// Defined names.
  public internal(set) var names: [String] = []
  /// The parts of charts.
  public internal(set) var charts: [PartName] = []
  /// The ranges of conditional formats and validations, by sheet.
  public internal(set) var formats: [Int: [String]] = [:]
  public internal(set) var validations: [Int: [String]] = [:]
  /// The cells of sparklines, by sheet.
  public internal(set) var sparklines: [Int: [String]] = [:]

  public init() {}

  public var isEmpty: Bool {
    cells.isEmpty && names.isEmpty && charts.isEmpty && formats.isEmpty && validations.isEmpty
      && sparklines.isEmpty
  }
}
