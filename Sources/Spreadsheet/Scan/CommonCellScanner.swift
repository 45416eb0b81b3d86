// SPDX-License-Identifier: Apache-2.0

/// The fast path for the cells of a row. It handles what nearly every program writes.
///
/// It reports no errors: at anything unexpected it stops before the cell, which is then parsed tag by tag. What it does parse, it
/// parses with the same result. Offsets grow by a few bytes at a time and stay far below `Int.max`, so their arithmetic is not
/// checked for overflow; every access to a byte is checked.
struct CommonCellScanner: Sendable {
  /// The namespace prefix including the colon; empty for the default namespace.
  private let prefix: [UInt8]

  init(prefix: [UInt8]) { self.prefix = prefix }

  /// Appends the cells at `at` that state row `row` and come in ascending order. Moves `at` past the last of them.
  ///
  /// - Parameter reference: the range of the row's number.
  func read(
    _ bytes: Span<UInt8>, _ at: inout Int, row: Int, reference: Range<Int>, after column: inout Int,
    into cells: inout [StoredCell]
  ) {
    guard prefix.isEmpty else { return readPrefixed(bytes, &at, row: row, after: &column, into: &cells) }
    let wordwise = FastCellScanner(bytes, row: reference)
    repeat {
      wordwise.read(bytes, &at, after: &column, into: &cells)
    } while Markup.byte(bytes, at &+ 1) != UInt8(ascii: "/")
      && readOne(bytes, &at, row: row, after: &column, into: &cells)
  }

  /// Handles cells without a prefix. The prefix length is then a constant, so that the compiler can remove all code that depends
  /// on it.
  @inline(never)
  private func readOne(
    _ bytes: Span<UInt8>, _ at: inout Int, row: Int, after column: inout Int, into cells: inout [StoredCell]
  ) -> Bool {
    let start = Markup.textEnd(bytes, at)
    guard let cell = cell(bytes, start, 0, row: row), cell.column > column else { return false }
    cells.append(cell)
    at = Int(cell.elementEnd)
    column = cell.column
    return true
  }

  @inline(never)
  private func readPrefixed(
    _ bytes: Span<UInt8>, _ at: inout Int, row: Int, after column: inout Int, into cells: inout [StoredCell]
  ) {
    while true {
      let start = Markup.textEnd(bytes, at)
      guard let cell = cell(bytes, start, prefix.count, row: row), cell.column > column else { return }
      cells.append(cell)
      at = Int(cell.elementEnd)
      column = cell.column
    }
  }

  /// Parses the cell whose `<` is at `start`. Returns nil for a cell without a reference, which the other path handles.
  @inline(always)
  private func cell(_ bytes: Span<UInt8>, _ start: Int, _ p: Int, row: Int) -> StoredCell? {
    guard begins(bytes, start, p, UInt8(ascii: "c")) else { return nil }
    var cell = StoredCell(column: 0, style: 0, type: .number, elementStart: start)
    var at = start &+ 2 &+ p
    var seen: UInt8 = 0
    while Markup.byte(bytes, at) == 0x20 {
      if Markup.byte(bytes, at &+ 1) == UInt8(ascii: "/") {
        at &+= 1
        break
      }
      guard attribute(bytes, &at, &cell, &seen, row: row) else { return nil }
    }
    guard cell.columnNumber > 0 else { return nil }
    if Markup.byte(bytes, at) == UInt8(ascii: "/") {
      guard Markup.byte(bytes, at &+ 1) == UInt8(ascii: ">"), cell.type != .inlineText else { return nil }
      at &+= 2
    } else {
      guard Markup.byte(bytes, at) == UInt8(ascii: ">") else { return nil }
      at &+= 1
      skipSpace(bytes, &at)
      guard children(bytes, &at, p, &cell) else { return nil }
      skipSpace(bytes, &at)
      guard ends(bytes, at, p, UInt8(ascii: "c")) else { return nil }
      at &+= 4 &+ p
    }
    cell.elementEnd = UInt32(truncatingIfNeeded: at)
    return cell
  }

  // MARK: The start tag

  /// Parses one of ` r="B7"`, ` s="5"` and ` t="s"`, each at most once.
  @inline(always)
  private func attribute(
    _ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout StoredCell, _ seen: inout UInt8, row: Int
  ) -> Bool {
    guard Markup.byte(bytes, at &+ 2) == UInt8(ascii: "="), Markup.byte(bytes, at &+ 3) == UInt8(ascii: "\"") else {
      return false
    }
    var next = at &+ 4
    let bit: UInt8
    switch Markup.byte(bytes, at &+ 1) {
    case UInt8(ascii: "r"):
      guard reference(bytes, &next, &cell, row: row) else { return false }
      bit = 1
    case UInt8(ascii: "s"):
      guard let style = number(bytes, &next, digits: 8) else { return false }
      cell.styleIndex = UInt32(truncatingIfNeeded: style)
      bit = 2
    case UInt8(ascii: "t"):
      guard type(bytes, &next, &cell) else { return false }
      bit = 4
    default: return false
    }
    guard seen & bit == 0, Markup.byte(bytes, next) == UInt8(ascii: "\"") else { return false }
    seen |= bit
    at = next &+ 1
    return true
  }

  @inline(always)
  private func reference(_ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout StoredCell, row: Int) -> Bool {
    var column = 0
    while true {
      let letter = Markup.byte(bytes, at) &- UInt8(ascii: "A")
      guard letter < 26, column < 1_000 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      at &+= 1
    }
    guard column > 0, column <= CellReference.maxColumn, number(bytes, &at, digits: 7) == row else { return false }
    cell.columnNumber = UInt16(truncatingIfNeeded: column)
    return true
  }

  /// Parses at least one and at most `digits` digits. The caller checks what follows.
  @inline(always)
  private func number(_ bytes: Span<UInt8>, _ at: inout Int, digits: Int) -> Int? {
    var value = 0
    let start = at
    while at &- start < digits {
      let digit = Markup.byte(bytes, at) &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      at &+= 1
    }
    return at > start ? value : nil
  }

  @inline(always)
  private func type(_ bytes: Span<UInt8>, _ at: inout Int, _ cell: inout StoredCell) -> Bool {
    let first = Markup.byte(bytes, at)
    let second = Markup.byte(bytes, at &+ 1)
    if second == UInt8(ascii: "\""), let type = CellDraft.type(first) {
      cell.type = type
      at &+= 1
    } else if first == UInt8(ascii: "s"), second == UInt8(ascii: "t"),
      Markup.byte(bytes, at &+ 2) == UInt8(ascii: "r")
    {
      cell.type = .formulaText
      at &+= 3
    } else if first == UInt8(ascii: "i"), Markup.matches(bytes, at, CellDraft.inlineText) {
      cell.type = .inlineText
      at &+= 9
    } else {
      return false
    }
    return true
  }

  // MARK: The children

  /// Parses an `is`, or an `f` and a `v`, both of which are optional.
  @inline(always)
  private func children(_ bytes: Span<UInt8>, _ at: inout Int, _ p: Int, _ cell: inout StoredCell) -> Bool {
    if cell.type == .inlineText { return inline(bytes, &at, p, &cell) }
    if begins(bytes, at, p, UInt8(ascii: "f")) {
      guard formula(bytes, &at, p, &cell) else { return false }
      skipSpace(bytes, &at)
    }
    if begins(bytes, at, p, UInt8(ascii: "v")) {
      guard Markup.byte(bytes, at &+ 2 &+ p) == UInt8(ascii: ">") else { return false }
      let start = at &+ 3 &+ p
      let end = Markup.textEnd(bytes, start)
      guard ends(bytes, end, p, UInt8(ascii: "v")) else { return false }
      cell.valueStart = UInt32(truncatingIfNeeded: start)
      cell.valueEnd = UInt32(truncatingIfNeeded: end)
      at = end &+ 4 &+ p
    }
    return true
  }

  @inline(always)
  private func formula(_ bytes: Span<UInt8>, _ at: inout Int, _ p: Int, _ cell: inout StoredCell) -> Bool {
    var next = at &+ 2 &+ p
    var kind = StoredFormulaKind.normal
    var isEmpty = false
    if Markup.byte(bytes, next) == UInt8(ascii: ">") {
      next &+= 1
    } else {
      guard let tag = formulaTag(bytes, next), !tag.declaresNamespace else { return false }
      kind = tag.kind
      isEmpty = tag.isEmpty
      next = tag.end
    }
    if !isEmpty {
      let end = Markup.textEnd(bytes, next)
      guard ends(bytes, end, p, UInt8(ascii: "f")) else { return false }
      isEmpty = next == end
      next = end &+ 4 &+ p
    }
    cell.setFormula(at..<next, kind, isEmpty: isEmpty)
    at = next
    return true
  }

  @inline(never)
  private func formulaTag(
    _ bytes: Span<UInt8>, _ start: Int
  ) -> (kind: StoredFormulaKind, isEmpty: Bool, declaresNamespace: Bool, end: Int)? {
    var end = start
    guard let tag = try? CellDraft(row: 0, rowIsStated: true).readFormulaTag(bytes, &end) else { return nil }
    return (tag.kind, tag.isEmpty, tag.declaresNamespace, end)
  }

  /// Finds the end of `<is>` … `</is>`. Elements inside are skipped; a comment or CDATA section ends the fast path.
  @inline(never)
  private func inline(_ bytes: Span<UInt8>, _ at: inout Int, _ p: Int, _ cell: inout StoredCell) -> Bool {
    guard Markup.byte(bytes, at) == UInt8(ascii: "<"), hasPrefix(bytes, at &+ 1, p), isInline(bytes, at &+ 1 &+ p)
    else { return false }
    let start = at &+ 4 &+ p
    var end = start
    while true {
      end = Markup.textEnd(bytes, end)
      switch Markup.byte(bytes, end &+ 1) {
      case UInt8(ascii: "/"):
        if hasPrefix(bytes, end &+ 2, p), isInline(bytes, end &+ 2 &+ p) {
          cell.valueStart = UInt32(truncatingIfNeeded: start)
          cell.valueEnd = UInt32(truncatingIfNeeded: end)
          at = end &+ 5 &+ p
          return true
        }
      case UInt8(ascii: "!"), UInt8(ascii: "?"), 0: return false
      default: break
      }
      end &+= 2
    }
  }

  /// Whether `is>` is at `at`.
  @inline(always)
  private func isInline(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    Markup.byte(bytes, at) == UInt8(ascii: "i") && Markup.byte(bytes, at &+ 1) == UInt8(ascii: "s")
      && Markup.byte(bytes, at &+ 2) == UInt8(ascii: ">")
  }

  // MARK: Tags

  /// Skips white space: some programs put each tag on a line of its own.
  @inline(always)
  private func skipSpace(_ bytes: Span<UInt8>, _ at: inout Int) {
    while true {
      switch Markup.byte(bytes, at) {
      case 0x20, 0x09, 0x0A, 0x0D: at &+= 1
      default: return
      }
    }
  }

  @inline(always)
  private func hasPrefix(_ bytes: Span<UInt8>, _ at: Int, _ p: Int) -> Bool {
    p == 0 || Markup.matches(bytes, at, prefix)
  }

  /// Whether a start tag with the prefix and this one-letter name begins at `at`.
  @inline(always)
  private func begins(_ bytes: Span<UInt8>, _ at: Int, _ p: Int, _ name: UInt8) -> Bool {
    Markup.byte(bytes, at) == UInt8(ascii: "<") && Markup.byte(bytes, at &+ 1 &+ p) == name
      && Markup.endsName(Markup.byte(bytes, at &+ 2 &+ p)) && hasPrefix(bytes, at &+ 1, p)
  }

  /// Whether the corresponding end tag, without white space, begins at `at`; it is `p` + 4 bytes long.
  @inline(always)
  private func ends(_ bytes: Span<UInt8>, _ at: Int, _ p: Int, _ name: UInt8) -> Bool {
    Markup.byte(bytes, at) == UInt8(ascii: "<") && Markup.byte(bytes, at &+ 1) == UInt8(ascii: "/")
      && Markup.byte(bytes, at &+ 2 &+ p) == name && Markup.byte(bytes, at &+ 3 &+ p) == UInt8(ascii: ">")
      && hasPrefix(bytes, at &+ 2, p)
  }
}
