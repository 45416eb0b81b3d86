// SPDX-License-Identifier: Apache-2.0

/// The position and size of a note's yellow box, relative to the cells it covers (VML, `x:Anchor`).
struct NoteFrame {
  /// The sizes in pixels at 96 dpi. A line holds about 20 Chinese characters.
  private static let width = 260
  private static let rowHeight = 20
  private static let lineHeight = 16

  /// Eight numbers: columns and rows counted from 0, each followed by an offset in pixels.
  let anchor: String

  /// - Parameter pixels: the width in pixels of a column, numbered from 1; 0 if the column is hidden.
  init(cell: CellReference, text: String, pixels: (Int) -> Int) {
    let height = Self.lines(of: text) * Self.lineHeight + 12
    let top = max(cell.row - 2, 0)
    let topOffset = cell.row == 1 ? 2 : 10
    let bottom = topOffset + height
    var firstRow = top
    let rows = bottom / Self.rowHeight
    // A box at the bottom edge of the sheet moves up.
    firstRow = min(firstRow, CellReference.maxRow - 1 - rows)
    let (left, leftOffset, right, rightOffset) = Self.columns(beside: cell.column, pixels)
    anchor =
      "\(left), \(leftOffset), \(firstRow), \(topOffset), \(right), \(rightOffset), \(firstRow + rows), \(bottom % Self.rowHeight)"
  }

  /// Places the box to the right of the cell, or to its left if there is no room before the edge of the sheet.
  private static func columns(beside column: Int, _ pixels: (Int) -> Int) -> (Int, Int, Int, Int) {
    var first = column + 1
    while first <= CellReference.maxColumn, pixels(first) == 0 { first += 1 }
    let offset = min(15, first <= CellReference.maxColumn ? pixels(first) / 2 : 0)
    var last = first
    var rest = offset + width
    while last <= CellReference.maxColumn, rest >= pixels(last) {
      rest -= pixels(last)
      last += 1
    }
    if last <= CellReference.maxColumn { return (first - 1, offset, last - 1, rest) }
    first = column
    rest = width
    while first > 1, rest > 0 {
      first -= 1
      rest -= pixels(first)
    }
    return (first - 1, 0, column - 1, 0)
  }

  /// A line has about 40 units, of which a Chinese character takes two.
  private static func lines(of text: String) -> Int {
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let units = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
      lines += max((units + 39) / 40, 1)
      if lines > 40 { return 40 }
    }
    return lines
  }
}
