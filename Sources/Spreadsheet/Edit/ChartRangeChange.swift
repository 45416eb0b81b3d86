// SPDX-License-Identifier: Apache-2.0

/// Cells that charts display and that are now elsewhere, or more or fewer than before. Whatever else a team has made of the charts stays as
/// it is.
public struct ChartRangeChange: Sendable {
  /// The position of the sheet with the cells.
  public var sheet: Int
  /// Exactly the range to which charts refer.
  public var old: CellRange
  public var new: ChartRange

  public init(sheet: Int, old: CellRange, new: ChartRange) {
    self.sheet = sheet
    self.old = old
    self.new = new
  }
}
