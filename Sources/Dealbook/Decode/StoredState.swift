public import Calculation
import Spreadsheet

/// How far the value that a file stores for a formula can be taken for what the formula gives.
public enum StoredState: Hashable, Sendable {
  /// There is none: openpyxl, pandas and many exports write formulas alone.
  case missing
  /// The file itself asks for a full calculation before its values are looked at (`fullCalcOnLoad`).
  case stale
}

/// The formulas of one column that the file gives no value for that holds.
public struct UnstoredCells: Hashable, Sendable {
  public let state: StoredState
  /// Positions among the rows of the sheet's data, ascending.
  public let offsets: [Int]
  /// Why the first of them could not be calculated; nil where they were, or nobody tried.
  public internal(set) var why: KeptReason?

  func contains(_ offset: Int) -> Bool {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset
  }
}

/// What the formulas of a sheet give for which the file has no value that holds, by cell.
struct FormulaValues: Sendable {
  var values: [CellReference: CellValue] = [:]
  /// Why others could not be calculated.
  var kept: [CellReference: KeptReason] = [:]
}
