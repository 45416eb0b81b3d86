/// Reads the cells of one row.
struct CellScanner: Sendable {
  /// With its colon; empty for the default namespace.
  let prefix: [UInt8]
  let prefixCount: Int

  init(prefix: [UInt8]) {
    self.prefix = prefix
    prefixCount = prefix.count
  }

  @inline(always)
  func hasPrefix(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    prefixCount == 0 || Markup.matches(bytes, at, prefix)
  }

  /// Whether `at` begins a start tag of an element with our prefix and this local name of one letter.
  @inline(always)
  private func begins(_ bytes: Span<UInt8>, _ at: Int, _ name: UInt8) -> Bool {
    Markup.byte(bytes, at) == UInt8(ascii: "<") && Markup.byte(bytes, at + 1 + prefixCount) == name
      && Markup.endsName(Markup.byte(bytes, at + 2 + prefixCount)) && hasPrefix(bytes, at + 1)
  }

  /// Whether `at` begins the end tag of such an element, written without white space; it takes `prefixCount` + 4 bytes.
  @inline(always)
  private func ends(_ bytes: Span<UInt8>, _ at: Int, _ name: UInt8) -> Bool {
    Markup.byte(bytes, at) == UInt8(ascii: "<") && Markup.byte(bytes, at + 1) == UInt8(ascii: "/")
      && Markup.byte(bytes, at + 2 + prefixCount) == name
      && Markup.byte(bytes, at + 3 + prefixCount) == UInt8(ascii: ">") && hasPrefix(bytes, at + 2)
  }

  // MARK: The cells of a row

  /// Reads from `at`, behind the start tag of the row named `name`, to behind its end tag.
  ///
  /// - Parameter straight: whether our prefix has its meaning here, so that the straight way may be taken.
  func readCells(
    _ bytes: Span<UInt8>, _ at: inout Int, of name: Range<Int>, into row: inout StoredRow, rowIsStated: Bool,
    scope: NamespaceScope, straight: Bool, disorder: inout SheetDisorder?
  ) throws(ScanError) {
    var rowIsStated = rowIsStated
    var lastColumn = 0
    while true {
      while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
      var cell = CellDraft(row: row.index, rowIsStated: rowIsStated)
      if straight, begins(bytes, at, UInt8(ascii: "c")) {
        cell.name = (at + 1)..<(at + 2 + prefixCount)
        guard try readCell(bytes, &at, &cell, scope, straight: true) else { continue }
      } else if Markup.byte(bytes, at + 1) == UInt8(ascii: "/") {
        let end = try Markup.tag(bytes, &at, .row(row.index))
        guard Markup.sameName(bytes, end.name, name) else {
          throw .markup(bytes, at: end.range.lowerBound, .row(row.index), expected: Markup.endTag(bytes, name))
        }
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
        guard try readCell(bytes, &at, &cell, inner, straight: false) else { continue }
      }
      row.index = cell.row
      rowIsStated = cell.rowIsStated
      if cell.stored.columnNumber == 0 {
        guard lastColumn < CellReference.maxColumn else {
          throw .value(bytes, cell.stored.element, .row(row.index), "the cell after column XFD", expected: "none")
        }
        cell.stored.columnNumber = UInt16(truncatingIfNeeded: lastColumn + 1)
      }
      if cell.stored.column <= lastColumn, disorder == nil {
        disorder = Self.disorder(cell.stored, after: row.cells.last, row: row.index)
      }
      lastColumn = cell.stored.column
      guard row.cells.count < CellReference.maxColumn else {
        throw .value(bytes, cell.stored.element, .row(row.index), "one cell more", expected: "at most 16384 in a row")
      }
      row.cells.append(cell.stored)
    }
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

  /// Reads the cell whose start tag begins at `at`, which is left behind its end; false when a namespace that the tag
  /// itself declares makes it none.
  @inline(always)
  private func readCell(
    _ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout CellDraft, _ scope: NamespaceScope, straight: Bool
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
      if straight { try readChildren(bytes, &at, &cell) }
      if straight, ends(bytes, at, UInt8(ascii: "c")) {
        at += 4 + prefixCount
      } else {
        try readAnyChildren(bytes, &at, &cell, scope)
      }
    }
    cell.stored.elementEnd = UInt32(truncatingIfNeeded: at)
    cell.settleType()
    return true
  }

  /// An `f` and a `v` as nearly every program writes them. Leaves `at` at the first thing that it does not know.
  @inline(always)
  private func readChildren(
    _ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout CellDraft
  ) throws(ScanError) {
    if begins(bytes, at, UInt8(ascii: "f")) {
      let start = at
      var end = at + 2 + prefixCount
      let kind = try cell.readFormulaTag(bytes, &end)
      if kind.declaresNamespace { return }
      if kind.isEmpty {
        cell.setFormula(start..<end, kind.kind, isEmpty: true)
      } else {
        let content = end
        while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
        guard ends(bytes, end, UInt8(ascii: "f")) else { return }
        let isEmpty = end == content
        end += 4 + prefixCount
        cell.setFormula(start..<end, kind.kind, isEmpty: isEmpty)
      }
      at = end
    }
    if begins(bytes, at, UInt8(ascii: "v")), Markup.byte(bytes, at + 2 + prefixCount) == UInt8(ascii: ">") {
      let start = at + 3 + prefixCount
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
      guard ends(bytes, end, UInt8(ascii: "v")) else { return }
      cell.stored.valueStart = UInt32(truncatingIfNeeded: start)
      cell.stored.valueEnd = UInt32(truncatingIfNeeded: end)
      at = end + 4 + prefixCount
    }
  }

  /// The children of a cell that declares a namespace; false when it is no cell then.
  @inline(never)
  private func readDeclaringCell(
    _ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout CellDraft, _ outer: NamespaceScope, isEmpty: Bool
  ) throws(ScanError) -> Bool {
    var scope = outer
    var start = cell.stored.element.lowerBound
    try scope.declare(bytes, Markup.tag(bytes, &start, cell.place), depth: 2, cell.place)
    guard scope.isMain(bytes, cell.name, Self.cellName) else {
      if !isEmpty { try Markup.skipContent(bytes, &at, of: cell.name, cell.place) }
      return false
    }
    if !isEmpty { try readAnyChildren(bytes, &at, &cell, scope) }
    return true
  }

  /// The children from `at` on, whatever they are, to behind the end tag of the cell.
  @inline(never)
  private func readAnyChildren(
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
          // An `is` inside the `v`: no schema allows it, but there is nothing else that it could mean.
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
        cell.setFormula(tag.range.lowerBound..<at, kind.kind, isEmpty: content?.isEmpty ?? true)
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

  /// The start tag of an `is` that comes next, in a cell that should have one.
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
