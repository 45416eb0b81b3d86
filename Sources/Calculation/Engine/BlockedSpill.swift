// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Why the result of a dynamic array does not fit.
enum BlockedSpill {
  /// The first cell that is not empty, and the cells that the result needs.
  case cell(Place, Area)
  case sheetEnds

  var range: CellRange? {
    if case .cell(_, let area) = self { area.range } else { nil }
  }

  var obstacle: CellReference? {
    if case .cell(let place, _) = self { CellReference(row: place.row, column: place.column) } else { nil }
  }
}
