// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Why the result of a dynamic array does not fit.
enum BlockedSpill {
  /// The first cell that is not empty, and the cells that the result needs.
  case cell(Place, Area)
  /// Merged cells, and the cells that the result needs.
  case merged(CellRange, Area)
  /// A table, and the cells that the result needs.
  case table(String, Area)
  case sheetEnds

  var range: CellRange? {
    switch self {
    case .cell(_, let area), .merged(_, let area), .table(_, let area): area.range
    case .sheetEnds: nil
    }
  }

  var obstacle: CellReference? {
    if case .cell(let place, _) = self { CellReference(row: place.row, column: place.column) } else { nil }
  }

  var merged: CellRange? { if case .merged(let range, _) = self { range } else { nil } }

  var table: String? { if case .table(let name, _) = self { name } else { nil } }
}
