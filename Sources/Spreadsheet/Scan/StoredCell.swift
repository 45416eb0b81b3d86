/// The type that a cell's `t` attribute states (ECMA-376 Part 1, 18.18.11 ST_CellType).
public enum CellType: UInt8, Sendable {
  /// `n`, also when there is no `t`.
  case number
  /// `s`: the value is an index into the shared string table.
  case sharedString
  /// `str`: the text that a formula gave; also an `inlineStr` that has its text in `v`.
  case formulaText
  /// `inlineStr`: the text stands in the cell as `is`.
  case inlineText
  /// `b`.
  case boolean
  /// `e`.
  case error
  /// `d`: an ISO 8601 date.
  case isoDate
}

/// What an `f` element of a cell says about itself (18.3.1.40).
public enum StoredFormulaKind: UInt8, Sendable {
  case none
  case normal
  /// A shared formula that has its text.
  case sharedMaster
  /// A shared formula without a text: the master with the same `si` has it.
  case sharedDerived
  case array
  case dataTable
}

/// One `c` element as it stands in the worksheet part: no text is made until it is asked for.
///
/// Byte ranges refer to ``Worksheet/bytes``. The range of an element that is not there is `0..<0`; that of one without
/// content is empty but lies where the content would. 32 bytes, so that a row of many cells stays in the cache.
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

  /// A cell at `element`, without value and formula.
  ///
  /// - Precondition: the offsets fit in 32 bits, which ``SheetLayout`` makes sure of.
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

  /// - Parameter isEmpty: whether the element has no text.
  @inline(always)
  mutating func setFormula(_ element: Range<Int>, _ kind: StoredFormulaKind, isEmpty: Bool) {
    formulaStart = UInt32(truncatingIfNeeded: element.lowerBound)
    formulaEnd = UInt32(truncatingIfNeeded: element.upperBound)
    formulaKind = kind == .sharedMaster && isEmpty ? .sharedDerived : kind
  }

  /// 1 … 16,384; counted on from the cell before when the file gives no `r`.
  @inlinable public var column: Int { Int(columnNumber) }
  /// Index into the cell formats (`cellXfs`); 0 when the cell has no `s`.
  @inlinable public var style: Int { Int(styleIndex) }
  /// The whole `c` element.
  @inlinable public var element: Range<Int> { Int(elementStart)..<Int(elementEnd) }
  /// What stands between `<v>` and `</v>`, still escaped; for `inlineText` what stands inside `is`.
  @inlinable public var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
  /// The whole `f` element.
  @inlinable public var formula: Range<Int> { Int(formulaStart)..<Int(formulaEnd) }
  /// Whether there is a `v` (or `is`) element, be it empty.
  @inlinable public var hasValueElement: Bool { valueEnd > 0 }
}

/// One `row` element and its cells, in the order of the file.
public struct StoredRow: Hashable, Sendable {
  /// 1 … 1,048,576; counted on from the row before when the file gives no `r`.
  public internal(set) var index: Int
  /// The whole `row` element.
  public internal(set) var element: Range<Int>
  /// Its start tag, `<row …>` or `<row …/>`.
  public internal(set) var startTag: Range<Int>
  public internal(set) var cells: [StoredCell]

  /// An empty buffer for ``RowCursor/next(in:into:)``.
  public init() {
    index = 0
    element = 0..<0
    startTag = 0..<0
    cells = []
  }
}
