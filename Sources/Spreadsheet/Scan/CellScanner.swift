// SPDX-License-Identifier: Apache-2.0

/// Parses the cells of one row.
struct CellScanner: Sendable {
  private let straight: CommonCellScanner

  init(prefix: [UInt8]) { straight = CommonCellScanner(prefix: prefix) }

  // MARK: The cells of a row

  /// Parses from `at`, directly after the start tag of the row, and moves `at` past the row's end tag.
  ///
  /// - Parameters:
  ///   - name: the qualified name of the row element.
  ///   - reference: the range of the row's number, if it is stated.
  ///   - isPlain: whether no namespace has been declared since the root or `sheetData`, so that the fast path can be used.
  func readCells(
    _ bytes: Span<UInt8>, _ at: inout Int, of name: Range<Int>, into row: inout StoredRow, reference: Range<Int>?,
    scope: NamespaceScope, isPlain: Bool, disorder: inout SheetDisorder?
  ) throws(ScanError) {
    var rowIsStated = reference != nil
    var lastColumn = 0
    var isMixed = false
    while true {
      if isPlain, rowIsStated {
        straight.read(
          bytes, &at, row: row.index, reference: reference ?? 0..<0, after: &lastColumn, into: &row.cells)
      }
      at = Markup.textEnd(bytes, at)
      var cell = CellDraft(row: row.index, rowIsStated: rowIsStated)
      if Markup.byte(bytes, at + 1) == UInt8(ascii: "/") {
        let end = try Markup.tag(bytes, &at, .row(row.index))
        guard Markup.sameName(bytes, end.name, name) else {
          throw .markup(bytes, at: end.range.lowerBound, .row(row.index), expected: Markup.endTag(bytes, name))
        }
        if isMixed, disorder?.isTwofold != true { disorder.note(Self.twofold(in: row)) }
        return
      } else if at >= bytes.count {
        throw .markup(bytes, at: at, .row(row.index), expected: Markup.endTag(bytes, name))
      } else if try Markup.skipNonTag(bytes, &at, .row(row.index)) {
        continue
      } else {
        let start = at
        let tag = try Markup.tag(bytes, &at, .row(row.index))
        var inner = scope
        try inner.declare(bytes, tag, depth: 2, .row(row.index))
        guard inner.isMain(bytes, tag.name, Self.cellName) else {
          if tag.kind == .start { try Markup.skipContent(bytes, &at, of: tag.name, .row(row.index)) }
          continue
        }
        at = start
        cell.name = tag.name
        guard try readCell(bytes, &at, &cell, inner) else { continue }
      }
      row.index = cell.row
      rowIsStated = cell.rowIsStated
      if cell.stored.columnNumber == 0 {
        guard lastColumn < CellReference.maxColumn else {
          throw .value(bytes, cell.stored.element, .row(row.index), "the cell after column XFD", expected: "none")
        }
        cell.stored.columnNumber = UInt16(truncatingIfNeeded: lastColumn + 1)
      }
      if cell.stored.column <= lastColumn { isMixed = true }
      try append(cell.stored, to: &row, after: &lastColumn, disorder: &disorder)
    }
  }

  private func append(
    _ cell: StoredCell, to row: inout StoredRow, after lastColumn: inout Int, disorder: inout SheetDisorder?
  ) throws(ScanError) {
    if cell.column <= lastColumn { disorder.note(Self.disorder(cell, after: row.cells.last, row: row.index)) }
    lastColumn = cell.column
    guard row.cells.count < CellReference.maxColumn else {
      throw ScanError(
        place: .row(row.index), offset: cell.element.lowerBound, subject: "the number of cells",
        found: "16385 and more",
        expected: "at most 16384")
    }
    row.cells.append(cell)
  }

  /// The first column of which the row stores two cells, wherever they are.
  private static func twofold(in row: StoredRow) -> SheetDisorder? {
    let order = row.cellsByColumn
    for (first, second) in zip(order, order.dropFirst()) where row.cells[first].column == row.cells[second].column {
      guard let reference = CellReference(row: row.index, column: row.cells[first].column) else { return nil }
      return SheetDisorder(
        kind: .cellTwice(reference),
        offsets: [row.cells[first].element.lowerBound, row.cells[second].element.lowerBound])
    }
    return nil
  }

  private static func disorder(_ cell: StoredCell, after previous: StoredCell?, row: Int) -> SheetDisorder? {
    guard let previous, let reference = CellReference(row: row, column: cell.column),
      let before = CellReference(row: row, column: previous.column)
    else { return nil }
    return SheetDisorder(
      kind: cell.column == previous.column ? .cellTwice(reference) : .cellAfter(reference, before),
      offsets: [previous.element.lowerBound, cell.element.lowerBound])
  }

  // MARK: One cell

  /// Parses the cell whose start tag begins at `at`, and moves `at` past it. Returns false if a namespace declared on the tag
  /// itself means that it is not a cell.
  private func readCell(
    _ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout CellDraft, _ scope: NamespaceScope
  ) throws(ScanError) -> Bool {
    let start = at
    cell.stored.elementStart = UInt32(truncatingIfNeeded: start)
    at = cell.name.upperBound
    while let attribute = try Markup.attribute(bytes, &at, cell.place) {
      if attribute.name.count == 1 {
        switch bytes[attribute.name.lowerBound] {
        case UInt8(ascii: "r"): try cell.readReference(bytes, attribute)
        case UInt8(ascii: "s"): try cell.readStyle(bytes, attribute)
        case UInt8(ascii: "t"): try cell.readType(bytes, attribute)
        default: break
        }
      } else if Markup.isDeclaration(bytes, attribute.name) {
        cell.declaresNamespace = true
      }
    }
    let isEmpty = bytes[at] == UInt8(ascii: "/")
    at += isEmpty ? 2 : 1
    if cell.declaresNamespace {
      guard try readDeclaringCell(bytes, &at, &cell, scope, isEmpty: isEmpty) else { return false }
    } else if !isEmpty {
      try readChildren(bytes, &at, &cell, scope)
    }
    cell.stored.elementEnd = UInt32(truncatingIfNeeded: at)
    cell.settleType()
    return true
  }

  /// Parses the children of a cell that declares a namespace. Returns false if the declaration means that it is not a cell.
  private func readDeclaringCell(
    _ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout CellDraft, _ outer: NamespaceScope, isEmpty: Bool
  ) throws(ScanError) -> Bool {
    var scope = outer
    var start = Int(cell.stored.elementStart)
    try scope.declare(bytes, Markup.tag(bytes, &start, cell.place), depth: 2, cell.place)
    guard scope.isMain(bytes, cell.name, Self.cellName) else {
      if !isEmpty { try Markup.skipContent(bytes, &at, of: cell.name, cell.place) }
      return false
    }
    if !isEmpty { try readChildren(bytes, &at, &cell, scope) }
    return true
  }

  /// Parses all children from `at` and moves `at` past the end tag of the cell.
  private func readChildren(
    _ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout CellDraft, _ outer: NamespaceScope
  ) throws(ScanError) {
    var scope = outer
    while let tag = try Markup.nextTag(bytes, &at, cell.place) {
      if tag.kind == .end {
        guard Markup.sameName(bytes, tag.name, cell.name) else {
          throw .markup(bytes, at: tag.range.lowerBound, cell.place, expected: Markup.endTag(bytes, cell.name))
        }
        return
      }
      try scope.declare(bytes, tag, depth: 3, cell.place)
      if scope.isMain(bytes, tag.name, Self.valueName) {
        if tag.kind == .start, let inline = try inlineInValue(bytes, at, cell, scope) {
          // An `is` inside the `v`: no schema allows it, but it can have no other meaning.
          at = inline.range.upperBound
          try cell.setInline(bytes, inline, Markup.skipContent(bytes, &at, of: inline.name, cell.place))
          try Markup.skipText(bytes, &at, of: tag.name, cell.place)
          continue
        }
        try cell.setValue(bytes, tag, tag.kind == .empty ? nil : Markup.skipText(bytes, &at, of: tag.name, cell.place))
      } else if scope.isMain(bytes, tag.name, Self.formulaName) {
        let content = tag.kind == .empty ? nil : try Markup.skipText(bytes, &at, of: tag.name, cell.place)
        var inTag = tag.name.upperBound
        let kind = try cell.readFormulaTag(bytes, &inTag)
        guard cell.stored.formulaKind == .none else {
          throw .markup(bytes, at: tag.range.lowerBound, cell.place, expected: "one formula")
        }
        cell.stored.setFormula(tag.range.lowerBound..<at, kind.kind, isEmpty: content?.isEmpty ?? true)
      } else if scope.isMain(bytes, tag.name, Self.inlineName) {
        try cell.setInline(
          bytes, tag, tag.kind == .empty ? nil : Markup.skipContent(bytes, &at, of: tag.name, cell.place))
      } else if tag.kind == .start {
        try Markup.skipContent(bytes, &at, of: tag.name, cell.place)
      }
      scope.close(depth: 3)
    }
    throw .markup(bytes, at: at, cell.place, expected: Markup.endTag(bytes, cell.name))
  }

  /// The start tag of an `is` element, if that comes next and the cell is of type `inlineStr`.
  private func inlineInValue(
    _ bytes: Span<UInt8>, _ at: Int, _ cell: CellDraft, _ scope: NamespaceScope
  ) throws(ScanError) -> Tag? {
    var probe = at
    guard cell.stored.type == .inlineText, let tag = try Markup.nextTag(bytes, &probe, cell.place), tag.kind == .start,
      scope.isMain(bytes, tag.name, Self.inlineName)
    else { return nil }
    return tag
  }

  private static let cellName = Array("c".utf8)
  private static let valueName = Array("v".utf8)
  private static let formulaName = Array("f".utf8)
  private static let inlineName = Array("is".utf8)
}
