// SPDX-License-Identifier: Apache-2.0

internal import XML

extension SheetDataPatch {
  /// Splices a stored cell, unless it already has the requested contents.
  mutating func patch(
    _ cell: StoredCell, _ wish: DesiredCell, row: Int, before follower: StoredCell?, completes: Bool,
    _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) {
    // The other cells of an array that ends, or that shrinks to its first cell, are free.
    let isFreed = cell.formulaKind == .array && (wish.endsSpill || wish.arrayRange.map { $0.first == $0.last } ?? false)
    if cell.formulaKind != .none, !isFreed {
      try scanned { () throws(ScanError) in try formulas.meet(cell, row: row, reader, in: bytes) }
    }
    var rewrite = CellRewrite()
    if wish.isRemoved {
      return try remove(cell, wish, &rewrite, row: row, before: follower, completes: completes, bytes)
    }
    try plan(&rewrite, cell, wish, row: row, bytes)
    if rewrite.changesContent {
      if wish.isImplied { try checkReserved(cell, row: row) }
      if !wish.keepsFormula { try checkPlace(wish.column, row: row) }
      if !isFreed { try checkOwnFormula(cell, rewrite, row: row, bytes) }
      note(wish, row: row)
    }
    rewrite.addsReference = completes
    try settleFormula(&rewrite, cell, row: row, bytes)
    guard rewrite.changesContent || rewrite.style != nil || completes else { return }
    if rewrite.changesContent || rewrite.style != nil { outcome.use(style: wish.style ?? cell.style) }
    let markup = try scanned { () throws(ScanError) in try CellMarkup(cell, in: bytes) }
    let staysFormula = wish.keepsFormula && cell.formulaKind != .none
    if wish.isBlank, !completes, !staysFormula, try vanishes(cell, markup, rewrite, before: follower, bytes) {
      splices.remove(cell.element)
      return
    }
    if case .write(let formula) = rewrite.formula, let placed = placed(formula, row: row, column: wish.column) {
      rewrite.formula = .write(placed)
    }
    try replace(cell, markup, with: rewrite, row: row, column: wish.column)
  }

  /// Puts the rewritten cell in the place of the stored one.
  private mutating func replace(
    _ cell: StoredCell, _ markup: CellMarkup, with rewrite: CellRewrite, row: Int, column: Int
  ) throws(SpreadsheetError) {
    do throws(EditError) {
      let (source, tags, digits) = (source, tags, digits)
      try splices.splice(cell.element) { (out: inout [UInt8]) throws(EditError) in
        try rewrite.append(cell, markup, in: source, tags: tags, column: column, row: digits, to: &out)
      }
    } catch {
      throw fail(error.reason, row: row, column: column)
    }
  }

  /// Deletes a cell. If cells without references are counted from it, an empty cell without a style remains.
  private mutating func remove(
    _ cell: StoredCell, _ wish: DesiredCell, _ rewrite: inout CellRewrite, row: Int, before follower: StoredCell?,
    completes: Bool, _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) {
    if cell.formulaKind != .none { rewrite.formula = .remove }
    if cell.formulaKind != .none || !holds(.blank, cell, row: row, bytes) {
      rewrite.value = .blank
      try checkOwnFormula(cell, rewrite, row: row, bytes)
      note(wish, row: row)
    }
    try settleFormula(&rewrite, cell, row: row, bytes)
    var isCounted = false
    if let follower {
      isCounted = try !scanned { () throws(ScanError) in try CellMarkup.statesReference(follower, in: bytes) }
    }
    guard isCounted || completes else { return splices.remove(cell.element) }
    let markup = try scanned { () throws(ScanError) in try CellMarkup(cell, in: bytes) }
    rewrite.style = 0
    rewrite.addsReference = completes
    try replace(cell, markup, with: rewrite, row: row, column: wish.column)
  }

  /// Determines what differs between the cell and the request.
  private mutating func plan(
    _ rewrite: inout CellRewrite, _ cell: StoredCell, _ wish: DesiredCell, row: Int, _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) {
    let hasFormula = cell.formulaKind != .none
    if wish.keepsFormula {
      if !holds(wish.value, cell, row: row, bytes) { rewrite.value = wish.value }
      if let range = wish.arrayRange, cell.formulaKind == .array,
        let element = try scanned({ () throws(ScanError) in try arrayFormula(cell, over: range, bytes) })
      {
        rewrite.formula = .restate(element)
      }
      return planStyle(&rewrite, cell, wish)
    }
    if let wanted = wish.formula {
      let isSame =
        hasFormula ? try scanned { () throws(ScanError) in try has(wanted, cell, row: row, bytes) } : false
      if !isSame { rewrite.formula = .write(wanted) }
      // If no value is given, an unchanged formula keeps its cached value.
      if isSame, wish.value == .blank { return planStyle(&rewrite, cell, wish) }
    } else if hasFormula {
      rewrite.formula = .remove
    }
    var isStoredRight = true
    // The text result of a formula and a text constant are stored differently.
    if case .text = wish.value { isStoredRight = hasFormula == (wish.formula != nil) }
    if !isStoredRight || !holds(wish.value, cell, row: row, bytes) { rewrite.value = wish.value }
    planStyle(&rewrite, cell, wish)
  }

  /// The `f` element of an array formula with another `ref`; nil if it already has this one.
  private func arrayFormula(
    _ cell: StoredCell, over range: CellRange, _ bytes: Span<UInt8>
  ) throws(ScanError) -> [UInt8]? {
    var at = cell.formula.lowerBound
    let tag = try Markup.tag(bytes, &at, .part)
    for attribute in try CellMarkup.attributes(of: tag, in: bytes)
    where source[attribute.name].elementsEqual("ref".utf8) {
      let new = Array("\(range)".utf8)
      if source[attribute.value].elementsEqual(new) { return nil }
      return source[cell.formula.lowerBound..<attribute.value.lowerBound] + new
        + source[attribute.value.upperBound..<cell.formula.upperBound]
    }
    return nil
  }

  private func planStyle(_ rewrite: inout CellRewrite, _ cell: StoredCell, _ wish: DesiredCell) {
    if let style = wish.style, style != cell.style { rewrite.style = style }
  }

  /// Whether the cell's formula equals `wanted`.
  private func has(
    _ wanted: PreparedFormula, _ cell: StoredCell, row: Int, _ bytes: Span<UInt8>
  ) throws(ScanError) -> Bool {
    if let dynamic = wanted.dynamic, try CellMarkup(cell, in: bytes).metadataIndex(in: source) != dynamic.metadata {
      return false
    }
    // In most cases, the file contains exactly the text that would be written.
    if cell.formulaKind == .normal, wanted.stands(in: bytes, cell.formula, row: digits) { return true }
    guard let text = try formulas.text(of: cell, row: row, reader, in: bytes) else { return false }
    var escaped: [UInt8] = []
    XMLEscape.appendText(String(decoding: text, as: UTF8.self), to: &escaped)
    var expected: [UInt8] = []
    wanted.append(row: digits, to: &expected)
    return escaped == expected
  }

  /// Whether the cell's value is `wanted`, however it is stored. A value that can't be read counts as different.
  private mutating func holds(_ wanted: CellValue, _ cell: StoredCell, row: Int, _ bytes: Span<UInt8>) -> Bool {
    guard let scalar = try? reader.scalar(of: cell, row: row, in: bytes) else { return false }
    switch (scalar, wanted) {
    case (.blank, .blank): return true
    case (.number(let a), .number(let b)): return a == b
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.error, .error(let b)):
      return (try? reader.error(of: cell, row: row, in: bytes))?.code.utf8.elementsEqual(b.code.utf8) ?? false
    // Compare bytes: as strings, "é" and "é" in two characters would be equal.
    case (.sharedString(let index), .text(let b)):
      return sharedText(index)?.utf8.elementsEqual(b.utf8) ?? false
    case (.text, .text(let b)):
      return (try? reader.text(of: cell, row: row, in: bytes))?.utf8.elementsEqual(b.utf8) ?? false
    default: return false
    }
  }

  /// The text of a shared string; nil if there is none with this index.
  private mutating func sharedText(_ index: Int) -> String? {
    if sharedTable == nil { sharedTable = try? context.strings.table() }
    return try? sharedTable?.text(at: index)
  }

  /// Throws if the cell's formula would change although it applies to other cells as well.
  private func checkOwnFormula(
    _ cell: StoredCell, _ rewrite: CellRewrite, row: Int, _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) {
    switch rewrite.formula {
    // An array that is restated is still whole.
    case .keep, .restate: return
    case .remove, .write: break
    }
    guard cell.formulaKind == .array || cell.formulaKind == .dataTable,
      let own = try scanned({ () throws(ScanError) in try reader.formula(of: cell, row: row, in: bytes) })?.range,
      own.first != own.last || cell.formulaKind == .dataTable
    else { return }
    throw fail(
      cell.formulaKind == .dataTable ? .partOfDataTable(own) : .partOfArray(own), row: row, column: cell.column)
  }

  /// Records the removal of a formula that other cells depend on, and rewrites this cell's formula if its master was removed.
  private mutating func settleFormula(
    _ rewrite: inout CellRewrite, _ cell: StoredCell, row: Int, _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) {
    guard cell.formulaKind != .none else { return }
    do throws(ScanError) {
      switch rewrite.formula {
      case .keep, .restate:
        if formulas.hasOrphans, let element = try formulas.restated(cell, row: row, reader, in: source) {
          rewrite.formula = .restate(element)
        }
      case .remove:
        outcome.removesFormula = true
        try formulas.lose(cell, row: row, reader, in: bytes)
      case .write: try formulas.lose(cell, row: row, reader, in: bytes)
      }
    } catch {
      throw located(error)
    }
  }

  /// Whether the cell can be deleted: nothing would be left that differs from a missing cell.
  private func vanishes(
    _ cell: StoredCell, _ markup: CellMarkup, _ rewrite: CellRewrite, before follower: StoredCell?, _ bytes: Span<UInt8>
  ) throws(SpreadsheetError) -> Bool {
    guard rewrite.changesContent, (rewrite.style ?? cell.style) == 0 else { return false }
    let known = ["r", "s", "t", "cm", "vm"]
    guard markup.attributes.allSatisfy({ known.contains(String(decoding: source[$0.name], as: UTF8.self)) }) else {
      return false
    }
    for case .other(let range) in markup.pieces where !source[range].allSatisfy(Markup.isSpace) { return false }
    // A following cell without a reference is counted from this one and must not move.
    guard let follower else { return true }
    return try scanned { () throws(ScanError) in try CellMarkup.statesReference(follower, in: bytes) }
  }
}
