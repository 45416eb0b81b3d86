// SPDX-License-Identifier: Apache-2.0

/// The cell formats of the nonzero numbers of several columns, gathered row by row.
struct NumberStyles {
  /// By column, the format of the first number; -1 if there is none yet.
  private(set) var first: [Int]
  /// By column, the formats of all numbers in rows of data, in the order in which they come first.
  private(set) var all: [[NumberStyle]]
  /// By column, the format of the last number; -1 for none.
  private var last: [Int]
  /// Formats that the current row brings.
  private var pending: [(column: Int, style: Int)] = []

  /// More formats than this in a column say nothing.
  private static let most = 64

  init(columns count: Int) {
    first = Array(repeating: -1, count: count)
    last = first
    all = Array(repeating: [], count: count)
  }

  /// Whether the current row brings formats that are not kept yet.
  var isPending: Bool { !pending.isEmpty }

  /// Notes the format of a number of the current row.
  @inline(__always)
  mutating func note(_ style: Int, _ column: Int) {
    if style != last[column] { add(style, column) }
  }

  private mutating func add(_ style: Int, _ column: Int) {
    if first[column] < 0 { first[column] = style }
    last[column] = style
    if !all[column].contains(where: { $0.style == style }) { pending.append((column, style)) }
  }

  /// Keeps the formats that a row brings, unless it is a total or no data at all.
  mutating func keep(isData: Bool, row: Int) {
    for (column, style) in pending {
      if isData, all[column].count < Self.most {
        all[column].append(NumberStyle(style: style, row: row))
      } else if !isData {
        last[column] = -1
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
