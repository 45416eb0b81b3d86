// SPDX-License-Identifier: Apache-2.0

import Base

/// The fastest path for cells without a prefix: those written as Excel and most other programs write them, with `r`, `s` and `t`
/// in this order. It reads eight bytes at a time.
///
/// It reports no errors: it stops before anything else, which ``CommonCellScanner`` then handles or passes on.
struct FastCellScanner {
  /// The digits of the row number, and the quote after them.
  private let rowDigits: UInt64
  private let rowMask: UInt64
  private let rowLength: Int

  /// - Parameter reference: the range of the number in the row's start tag.
  init(_ bytes: Span<UInt8>, row reference: Range<Int>) {
    let length = reference.upperBound &- reference.lowerBound
    if length > 0, length < 8, let word = Words.load(bytes, reference.lowerBound),
      Words.count(before: Words.nonDigits(word ^ Words.zeros)) >= length
    {
      let mask = UInt64.max >> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
      rowDigits = word & mask | UInt64(UInt8(ascii: "\"")) << UInt64(truncatingIfNeeded: 8 &* length)
      rowMask = mask << 8 | 0xFF
      rowLength = length &+ 1
    } else {
      // Eight zero bytes never match, so that all cells are left to the other paths.
      (rowDigits, rowMask, rowLength) = (0, .max, 0)
    }
  }

  /// Appends cells in ascending order, starting at `at`, and moves `at` past the last of them.
  func read(_ bytes: Span<UInt8>, _ at: inout Int, after column: inout Int, into cells: inout [StoredCell]) {
    var isFull = true
    while isFull {
      // Doubles the capacity, so that long rows do not move their cells again and again.
      cells.append(addingCapacity: max(32, cells.count)) { (room: inout OutputSpan<StoredCell>) in
        while !room.isFull {
          guard let cell = cell(bytes, at), cell.column > column else {
            isFull = false
            return
          }
          room.append(cell)
          at = Int(cell.elementEnd)
          column = cell.column
        }
      }
    }
  }

  /// Parses the cell whose `<` is at `start`.
  @inline(always)
  private func cell(_ bytes: Span<UInt8>, _ start: Int) -> StoredCell? {
    guard Words.four(bytes, start) == Self.cellStart, Words.byte(bytes, start, 4) == UInt8(ascii: "="),
      Words.byte(bytes, start, 5) == UInt8(ascii: "\"")
    else { return nil }
    var at = start &+ 6
    guard let column = column(bytes, &at), let row = Words.load(bytes, at), row & rowMask == rowDigits else {
      return nil
    }
    at &+= rowLength
    var cell = StoredCell(column: column, style: 0, type: .number, elementStart: start)
    if Words.four(bytes, at) == Self.styleStart {
      guard let style = style(bytes, &at) else { return nil }
      cell.styleIndex = style
    }
    if Words.four(bytes, at) == Self.typeStart {
      guard let type = type(bytes, &at) else { return nil }
      cell.type = type
    }
    switch Words.four(bytes, at) {
    case Self.valueStart where cell.type != .inlineText: return value(bytes, at &+ 4, &cell) ? cell : nil
    case Self.formulaStart where cell.type != .inlineText: return formula(bytes, at &+ 1, &cell) ? cell : nil
    case Self.inlineStart where cell.type == .inlineText: return inline(bytes, at &+ 1, &cell) ? cell : nil
    default:
      guard isEmptyEnd(bytes, at), cell.type != .inlineText else { return nil }
      cell.elementEnd = UInt32(truncatingIfNeeded: at &+ 2)
      return cell
    }
  }

  /// Parses the letters of a reference.
  @inline(always)
  private func column(_ bytes: Span<UInt8>, _ at: inout Int) -> Int? {
    let start = at
    var column = Int(Words.byte(bytes, start, 0)) &- 64
    guard UInt(bitPattern: column &- 1) < 26 else { return nil }
    at = start &+ 1
    let second = Int(Words.byte(bytes, start, 1)) &- 64
    guard UInt(bitPattern: second &- 1) < 26 else { return column }
    column = column &* 26 &+ second
    at = start &+ 2
    let third = Int(Words.byte(bytes, start, 2)) &- 64
    guard UInt(bitPattern: third &- 1) < 26 else { return column }
    column = column &* 26 &+ third
    at = start &+ 3
    return column <= CellReference.maxColumn ? column : nil
  }

  /// Parses the value of ` s="…"` with one to three digits.
  @inline(always)
  private func style(_ bytes: Span<UInt8>, _ at: inout Int) -> UInt32? {
    let start = at
    var style = UInt32(Words.byte(bytes, start, 4)) &- 48
    guard style < 10 else { return nil }
    at = start &+ 6
    if Words.byte(bytes, start, 5) == UInt8(ascii: "\"") { return style }
    let second = UInt32(Words.byte(bytes, start, 5)) &- 48
    guard second < 10 else { return nil }
    style = style &* 10 &+ second
    at = start &+ 7
    if Words.byte(bytes, start, 6) == UInt8(ascii: "\"") { return style }
    let third = UInt32(Words.byte(bytes, start, 6)) &- 48
    guard third < 10, Words.byte(bytes, start, 7) == UInt8(ascii: "\"") else { return nil }
    at = start &+ 8
    return style &* 10 &+ third
  }

  /// Parses the type in ` t="…"`.
  @inline(always)
  private func type(_ bytes: Span<UInt8>, _ at: inout Int) -> CellType? {
    let start = at
    let letter = Words.byte(bytes, start, 4)
    if Words.byte(bytes, start, 5) == UInt8(ascii: "\"") {
      at = start &+ 6
      return letter == UInt8(ascii: "s") ? .sharedString : CellDraft.type(letter)
    }
    return longType(bytes, &at)
  }

  @inline(never)
  private func longType(_ bytes: Span<UInt8>, _ at: inout Int) -> CellType? {
    let start = at
    if Words.four(bytes, start &+ 4) == Self.formulaText {
      at = start &+ 8
      return .formulaText
    }
    guard let name = Words.load(bytes, start &+ 4), name == Self.inlineType,
      Words.byte(bytes, start &+ 12, 0) == UInt8(ascii: "r"),
      Words.byte(bytes, start &+ 12, 1) == UInt8(ascii: "\"")
    else { return nil }
    at = start &+ 14
    return .inlineText
  }

  @inline(never)
  private func isEmptyEnd(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    Words.byte(bytes, at, 0) == UInt8(ascii: "/") && Words.byte(bytes, at, 1) == UInt8(ascii: ">")
  }

  /// Parses from the end of `<v>` to the end of the cell.
  @inline(always)
  private func value(_ bytes: Span<UInt8>, _ start: Int, _ cell: inout StoredCell) -> Bool {
    let end = Markup.textEnd(bytes, start)
    guard let tags = Words.load(bytes, end), tags == Self.valueEnd else { return false }
    cell.valueStart = UInt32(truncatingIfNeeded: start)
    cell.valueEnd = UInt32(truncatingIfNeeded: end)
    cell.elementEnd = UInt32(truncatingIfNeeded: end &+ 8)
    return true
  }

  /// Parses `<f>…</f><v>…</v></c>`.
  @inline(never)
  private func formula(_ bytes: Span<UInt8>, _ start: Int, _ cell: inout StoredCell) -> Bool {
    let end = Markup.textEnd(bytes, start &+ 3)
    guard Words.four(bytes, end) == Self.formulaEnd, Words.four(bytes, end &+ 3) == Self.valueStart else {
      return false
    }
    cell.setFormula(start..<(end &+ 4), .normal, isEmpty: end == start &+ 3)
    return value(bytes, end &+ 7, &cell)
  }

  /// Parses `<is><t>…</t></is></c>`.
  @inline(never)
  private func inline(_ bytes: Span<UInt8>, _ start: Int, _ cell: inout StoredCell) -> Bool {
    guard Words.four(bytes, start &+ 3) == Self.textStart else { return false }
    let end = Markup.textEnd(bytes, start &+ 7)
    guard let tags = Words.load(bytes, end), tags == Self.inlineEnd, let rest = Words.load(bytes, end &+ 5),
      rest == Self.inlineCellEnd
    else { return false }
    cell.valueStart = UInt32(truncatingIfNeeded: start &+ 4)
    cell.valueEnd = UInt32(truncatingIfNeeded: end &+ 4)
    cell.elementEnd = UInt32(truncatingIfNeeded: end &+ 13)
    return true
  }

  private static var cellStart: UInt32 { Words.of("<", "c", " ", "r") }
  private static var styleStart: UInt32 { Words.of(" ", "s", "=", "\"") }
  private static var typeStart: UInt32 { Words.of(" ", "t", "=", "\"") }
  private static var formulaText: UInt32 { Words.of("s", "t", "r", "\"") }
  private static var inlineType: UInt64 { Words.of("i", "n", "l", "i", "n", "e", "S", "t") }
  /// These include the `>` that ends the start tag.
  private static var valueStart: UInt32 { Words.of(">", "<", "v", ">") }
  private static var formulaStart: UInt32 { Words.of(">", "<", "f", ">") }
  private static var inlineStart: UInt32 { Words.of(">", "<", "i", "s") }
  private static var textStart: UInt32 { Words.of(">", "<", "t", ">") }
  private static var formulaEnd: UInt32 { Words.of("<", "/", "f", ">") }
  private static var valueEnd: UInt64 { Words.of("<", "/", "v", ">", "<", "/", "c", ">") }
  private static var inlineEnd: UInt64 { Words.of("<", "/", "t", ">", "<", "/", "i", "s") }
  private static var inlineCellEnd: UInt64 { Words.of("/", "i", "s", ">", "<", "/", "c", ">") }
}
