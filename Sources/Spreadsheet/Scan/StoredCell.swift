// SPDX-License-Identifier: Apache-2.0

/// The type of a cell according to its `t` attribute (ECMA-376 Part 1, 18.18.11 ST_CellType).
public enum CellType: UInt8, Sendable {
  /// `n`, or no `t` at all.
  case number
  /// `s`: the value is an index into the shared string table.
  case sharedString
  /// `str`: the text result of a formula. Also used for an `inlineStr` cell that has its text in `v`.
  case formulaText
  /// `inlineStr`: the text is in the `is` element of the cell.
  case inlineText
  /// `b`.
  case boolean
  /// `e`.
  case error
  /// `d`: an ISO 8601 date.
  case isoDate
}

/// The kind of a cell's formula according to its `f` element (18.3.1.40).
public enum StoredFormulaKind: UInt8, Sendable {
  case none
  case normal
  /// A shared formula with its text.
  case sharedMaster
  /// A shared formula without text; the master with the same `si` has it.
  case sharedDerived
  case array
  case dataTable
}

/// One `c` element of a worksheet part. Strings are only created on request.
///
/// The byte ranges refer to ``Worksheet/bytes``. The range of a missing element is `0..<0`; that of an element without content is
/// empty, at the position where the content would be. The struct has 32 bytes, so that a row with many cells fits into the cache.
public struct StoredCell: Hashable, Sendable {
  @usableFromInline var elementStart: UInt32
  @usableFromInline var elementEnd: UInt32
  @usableFromInline var valueStart: UInt32
  @usableFromInline var valueEnd: UInt32
  @usableFromInline var formulaStart: UInt32
  @usableFromInline var formulaEnd: UInt32
  @usableFromInline var styleIndex: UInt32
  @usableFromInline var columnNumber: UInt16
  public internal(set) var type: CellType
  public internal(set) var formulaKind: StoredFormulaKind

  /// Creates a cell without a value or a formula.
  ///
  /// - Precondition: the offsets fit into 32 bits, which ``SheetLayout`` checks.
  init(column: Int, style: Int, type: CellType, elementStart: Int) {
    columnNumber = UInt16(truncatingIfNeeded: column)
    styleIndex = UInt32(truncatingIfNeeded: style)
    self.type = type
    formulaKind = .none
    self.elementStart = UInt32(truncatingIfNeeded: elementStart)
    elementEnd = 0
    valueStart = 0
    valueEnd = 0
    formulaStart = 0
    formulaEnd = 0
  }

  /// - Parameter isEmpty: whether the element contains no text.
  @inline(always)
  mutating func setFormula(_ element: Range<Int>, _ kind: StoredFormulaKind, isEmpty: Bool) {
    formulaStart = UInt32(truncatingIfNeeded: element.lowerBound)
    formulaEnd = UInt32(truncatingIfNeeded: element.upperBound)
    formulaKind = kind == .sharedMaster && isEmpty ? .sharedDerived : kind
  }

  /// The column number, 1 … 16,384; one more than that of the previous cell if the file gives no `r`.
  @inlinable public var column: Int { Int(columnNumber) }
  /// The style index, which refers to the cell formats (`cellXfs`); 0 if the cell has no `s`.
  @inlinable public var style: Int { Int(styleIndex) }
  /// The range of the whole `c` element.
  @inlinable public var element: Range<Int> { Int(elementStart)..<Int(elementEnd) }
  /// The content of `v`, or for `inlineText` the content of `is`; still escaped.
  @inlinable public var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
  /// The range of the whole `f` element.
  @inlinable public var formula: Range<Int> { Int(formulaStart)..<Int(formulaEnd) }
  /// Whether there is a `v` (or `is`) element, even if it is empty.
  @inlinable public var hasValueElement: Bool { valueEnd > 0 }
}

/// One `row` element with its cells, in file order.
public struct StoredRow: Hashable, Sendable {
  /// The row number, 1 … 1,048,576; one more than that of the previous row if the file gives no `r`.
  public internal(set) var index: Int
  /// The range of the whole `row` element.
  public internal(set) var element: Range<Int>
  /// The range of its start tag, `<row …>` or `<row …/>`.
  public internal(set) var startTag: Range<Int>
  public internal(set) var cells: [StoredCell]

  /// The indices of the cells by column; of two in one column, the one stored first comes first.
  var cellsByColumn: [Int] { cells.indices.sorted { (cells[$0].column, $0) < (cells[$1].column, $1) } }

  /// Creates an empty buffer for ``RowCursor/next(in:into:)``.
  public init() {
    index = 0
    element = 0..<0
    startTag = 0..<0
    cells = []
  }
}
