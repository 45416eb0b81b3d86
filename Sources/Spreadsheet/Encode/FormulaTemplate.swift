// SPDX-License-Identifier: Apache-2.0

/// A formula as it reads in one row, and the cell around it. For the next row only the digits of the row's number change, so that a
/// column of a million formulas is put together once.
final class FormulaTemplate {
  private let wanted: PreparedFormula
  /// Where the cell stands, and its format.
  private var (column, style) = (0, 0)
  /// The digits of the row that ``text`` is for.
  private var row: [UInt8] = []
  /// The cell from its `<` to the end of the `f` element.
  private var text: [UInt8] = []
  /// Where in ``text`` the row's digits stand.
  private var places: [Int] = []
  /// Where in ``text`` the attribute `t` goes.
  private var typePlace = 0

  init(_ wanted: PreparedFormula) { self.wanted = wanted }

  /// Whether it is for this formula.
  func isFor(_ formula: PreparedFormula) -> Bool { wanted.segments == formula.segments }

  /// Appends a cell up to the end of its `f` element.
  ///
  /// - Parameter type: what the attribute `t` says; nil for none.
  func appendCell(
    column: Int, row: [UInt8], style: Int, type: [UInt8]?, tags: CellTags, to bytes: inout [UInt8]
  ) {
    if column != self.column || style != self.style || row.count != self.row.count {
      (self.column, self.style) = (column, style)
      write(row, tags)
    } else {
      update(row)
    }
    guard let type else {
      bytes += text
      return
    }
    bytes += text[..<typePlace]
    bytes += CellTags.t
    bytes += type
    bytes.append(UInt8(ascii: "\""))
    bytes += text[typePlace...]
  }

  private func write(_ row: [UInt8], _ tags: CellTags) {
    text.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    text += tags.cell
    text += CellTags.r
    ColumnName.append(column, to: &text)
    places.append(text.count)
    text += row
    text.append(UInt8(ascii: "\""))
    if style != 0 { CellTags.append(CellTags.s, style, to: &text) }
    typePlace = text.count
    text.append(UInt8(ascii: ">"))
    text += wanted.needsPreserve ? tags.spacedFormula : tags.formula
    for (index, segment) in wanted.segments.enumerated() {
      if index > 0 {
        places.append(text.count)
        text += row
      }
      text += segment
    }
    text += tags.formulaEnd
    self.row = row
  }

  /// Changes the digits, of which there are as many as before.
  private func update(_ row: [UInt8]) {
    guard let first = row.indices.first(where: { row[$0] != self.row[$0] }) else { return }
    var text = text.mutableSpan
    for place in places {
      for digit in first..<row.count { text[place &+ digit] = row[digit] }
    }
    self.row = row
  }
}
