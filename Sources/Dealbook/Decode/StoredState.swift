// SPDX-License-Identifier: Apache-2.0

public import Calculation
import Spreadsheet

/// Why the value that a file stores for a formula cannot be trusted.
public enum StoredState: Hashable, Sendable {
  /// No value is stored: openpyxl, pandas and many exports write only formulas.
  case missing
  /// The file itself requests a full calculation on load (`fullCalcOnLoad`).
  case stale
}

/// The formulas of a column for which the file has no valid value.
public struct UnstoredCells: Hashable, Sendable {
  public let state: StoredState
  /// Offsets among the data rows of the sheet, ascending.
  public let offsets: [Int]
  /// Why the first of them could not be calculated; nil if they were calculated or nobody tried.
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

/// Calculated values, by cell, of a sheet's formulas for which the file has no valid value.
struct FormulaValues: Sendable {
  var values: [CellReference: CellValue] = [:]
  /// Why others could not be calculated.
  var kept: [CellReference: KeptReason] = [:]
}
