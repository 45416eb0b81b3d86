// SPDX-License-Identifier: Apache-2.0

extension SheetDataPatch {
  /// How new cells in a row state their position. A row has references on all of its cells or on none; some programs write none.
  private enum References {
    /// With references, as usual.
    case stated
    /// Without references: the row has none, and the new cells follow without a gap.
    case counted
    /// The row has no references, but the new cells leave gaps: every cell gets a reference.
    case completed
  }

  /// Processes a row that stays as it is.
  mutating func pass(_ row: StoredRow, _ bytes: Span<UInt8>) throws(SpreadsheetError) {
    for cell in row.cells {
      if cell.formulaKind != .none { try keep(cell, row: row.index, bytes) }
      if !reserved.active.isEmpty { try checkReserved(cell, row: row.index) }
    }
  }

  /// Splices a stored row.
  mutating func patch(_ row: StoredRow, _ wishes: [DesiredCell], _ bytes: Span<UInt8>) throws(SpreadsheetError) {
    let mark = splices.count
    try checkOrder(row)
    digits.removeAll(keepingCapacity: true)
    NumberText.append(row.index, to: &digits)
    // The row's attributes only matter for new cells.
    let tag: RowTag? =
      Self.hasAll(wishes, row.cells) && context.rightEdge == nil
      ? nil : try scanned { () throws(ScanError) in try RowTag(row.startTag, in: bytes) }
    let references: References = if let tag { try references(row, wishes, tag, bytes) } else { .stated }
    let removed = wishes.contains(where: \.isRemoved) ? Set(wishes.filter(\.isRemoved).map(\.column)) : []
    if !removed.isEmpty, row.cells.allSatisfy({ removed.contains($0.column) }), wishes.allSatisfy(\.isRemoved),
      try saysNothing(row, bytes)
    {
      for (cell, wish) in zip(row.cells, wishes.filter { wish in row.cells.contains { $0.column == wish.column } }) {
        try patch(cell, wish, row: row.index, before: nil, completes: false, bytes)
      }
      splices.drop(from: mark)
      splices.remove(row.element)
      outcome.lastRemovedRow = row.index
      return
    }
    outcome.lastKeptRow = row.index
    var columns: ClosedRange<Int>?
    var next = row.cells.startIndex
    var opening: [UInt8] = []
    for wish in wishes {
      while next < row.cells.count, row.cells[next].column < wish.column {
        try pass(row.cells[next], row: row.index, references, bytes)
        next += 1
      }
      if next < row.cells.count, row.cells[next].column == wish.column {
        // Deleted cells do not need this one for their position.
        let follower =
          removed.isEmpty
          ? (next + 1 < row.cells.count ? row.cells[next + 1] : nil)
          : row.cells[(next + 1)...].first { !removed.contains($0.column) }
        try patch(
          row.cells[next], wish, row: row.index, before: follower, completes: references == .completed, bytes)
        next += 1
        continue
      }
      let inherited = tag?.style ?? context.style(ofColumn: wish.column)
      if isIdle(wish, inherited: inherited) { continue }
      columns = columns.map { $0.lowerBound...wish.column } ?? wish.column...wish.column
      if row.startTag == row.element {
        try appendNew(wish, row: row.index, inherited: inherited, to: &opening)
        continue
      }
      let place =
        next < row.cells.count
        ? row.cells[next].element.lowerBound : row.cells.last?.element.upperBound ?? row.startTag.upperBound
      try insertNew(wish, row: row.index, inherited: inherited, reference: references != .counted, at: place)
    }
    while next < row.cells.count {
      try pass(row.cells[next], row: row.index, references, bytes)
      next += 1
    }
    if !opening.isEmpty { open(row, with: opening) }
    if let columns, let tag { widenSpans(tag, columns) } else if let tag, !removed.isEmpty { narrowSpans(tag) }
    splices.sort(from: mark)
  }

  /// Whether every requested cell is stored already.
  private static func hasAll(_ wishes: [DesiredCell], _ cells: [StoredCell]) -> Bool {
    var next = 0
    for wish in wishes {
      while next < cells.count, cells[next].column < wish.column { next += 1 }
      guard next < cells.count, cells[next].column == wish.column else { return false }
    }
    return true
  }

  /// Adds the first cells to the self-closed `row`.
  private mutating func open(_ row: StoredRow, with cells: [UInt8]) {
    let name = source[row.startTag].dropFirst().prefix { !Markup.endsName($0) }
    splices.splice(selfClosing(of: row.startTag)) { bytes in
      bytes.append(UInt8(ascii: ">"))
      bytes += cells
      bytes += CellTags.endTagStart
      bytes += name
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// Updates `spans`, which is only an optimization hint: a single range is widened, anything else is dropped.
  private mutating func widenSpans(_ tag: RowTag, _ columns: ClosedRange<Int>) {
    guard let attribute = tag.spansAttribute else { return }
    guard let spans = tag.spans else {
      splices.remove(attribute)
      return
    }
    let wide = min(spans.columns.lowerBound, columns.lowerBound)...max(spans.columns.upperBound, columns.upperBound)
    if wide != spans.columns { splices.splice(spans.value) { $0 += "\(wide.lowerBound):\(wide.upperBound)".utf8 } }
  }

  /// Whether the row element has no attributes except its number and `spans`: no height and no style.
  private func saysNothing(_ row: StoredRow, _ bytes: Span<UInt8>) throws(SpreadsheetError) -> Bool {
    try scanned { () throws(ScanError) in
      var at = row.startTag.lowerBound
      let tag = try Markup.tag(bytes, &at, .part)
      return try CellMarkup.attributes(of: tag, in: bytes).allSatisfy { attribute in
        ["r", "spans"].contains(String(decoding: source[attribute.name], as: UTF8.self))
      }
    }
  }

  /// Shrinks `spans` if it ends within the deleted columns.
  private mutating func narrowSpans(_ tag: RowTag) {
    guard let edge = context.rightEdge, let spans = tag.spans,
      (edge.new + 1...edge.old).contains(spans.columns.upperBound),
      spans.columns.lowerBound <= edge.new
    else { return }
    splices.splice(spans.value) { $0 += "\(spans.columns.lowerBound):\(edge.new)".utf8 }
  }

  private func checkOrder(_ row: StoredRow) throws(SpreadsheetError) {
    var last = 0
    for cell in row.cells {
      guard cell.column > last else { throw fail(.unorderedCells(row: row.index)) }
      last = cell.column
    }
  }

  private func references(
    _ row: StoredRow, _ wishes: [DesiredCell], _ tag: RowTag, _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) -> References {
    guard let first = row.cells.first, let last = row.cells.last else { return .stated }
    if try scanned({ () throws(ScanError) in try CellMarkup.statesReference(first, in: bytes) }) { return .stated }
    var expected = last.column + 1
    for wish in wishes {
      guard !isIdle(wish, inherited: tag.style ?? context.style(ofColumn: wish.column)) else { continue }
      if wish.column > last.column {
        guard wish.column == expected else { return .completed }
        expected += 1
      } else if !row.cells.contains(where: { $0.column == wish.column }) {
        return .completed
      }
    }
    return .counted
  }

  // MARK: Cells that no wish names

  private mutating func pass(
    _ cell: StoredCell, row: Int, _ references: References, _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) {
    if !reserved.active.isEmpty { try checkReserved(cell, row: row) }
    if cell.formulaKind != .none { try keep(cell, row: row, bytes) }
    guard references == .completed,
      try !scanned({ () throws(ScanError) in try CellMarkup.statesReference(cell, in: bytes) })
    else { return }
    let name = source[cell.element].dropFirst().prefix { !Markup.endsName($0) }
    let digits = digits
    splices.splice(name.endIndex..<name.endIndex) { bytes in
      bytes += CellTags.r
      ColumnName.append(cell.column, to: &bytes)
      bytes += digits
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Keeps the formula of a cell that the edit does not name. If its master was removed, the formula is rewritten.
  private mutating func keep(_ cell: StoredCell, row: Int, _ bytes: Span<UInt8>) throws(SpreadsheetError) {
    outcome.hasOtherFormulas = true
    do throws(ScanError) {
      try formulas.meet(cell, row: row, reader, in: bytes)
      guard formulas.hasOrphans, let element = try formulas.restated(cell, row: row, reader, in: source) else { return }
      splices.splice(cell.formula) { $0 += element }
    } catch {
      throw located(error)
    }
  }

  /// Throws if the cell has contents in a range into which a table or a filter grows.
  func checkReserved(_ cell: StoredCell, row: Int) throws(SpreadsheetError) {
    guard let (range, owner) = reserved.covering(cell.column),
      cell.formulaKind != .none || cell.hasValueElement && !cell.value.isEmpty
    else { return }
    let place = CellReference(row: row, column: cell.column).map { "\($0)" } ?? "row \(row)"
    throw fail(.noRoom(for: owner, range: range, why: "\(place) is in use"))
  }
}
