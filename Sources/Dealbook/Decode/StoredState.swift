/// How far the value that a file stores for a formula can be taken for what the formula gives.
public enum StoredState: Hashable, Sendable {
  /// There is none: openpyxl, pandas and many exports write formulas alone.
  case missing
  /// The file itself asks for a full calculation before its values are looked at (`fullCalcOnLoad`).
  case stale
}

/// The formulas of one column whose values are not known: who calculates them puts them in the place of these.
public struct UnstoredCells: Hashable, Sendable {
  public let state: StoredState
  /// Positions among the rows of the sheet's data, ascending.
  public let offsets: [Int]

  func contains(_ offset: Int) -> Bool {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset
  }
}
