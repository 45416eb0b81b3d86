// SPDX-License-Identifier: Apache-2.0

import Formula

/// Counts and samples of what a column's data cells hold.
struct ColumnFacts {
  private(set) var count = 0
  private(set) var blanks = 0
  private(set) var texts: [String] = []
  private(set) var numbers: [Double] = []

  init(_ column: LocatedColumn, rows: RowLayout) {
    for (offset, kind) in rows.kinds.enumerated() where kind == .data {
      count += 1
      let value = column.values[offset]
      if let number = value.number { numbers.append(number) }
      if value.isEmpty { blanks += 1 } else { texts.append(value.shownText) }
    }
  }
}
