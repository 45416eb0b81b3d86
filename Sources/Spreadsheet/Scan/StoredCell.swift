/// The type that a cell's `t` attribute states (ECMA-376 Part 1, 18.18.11 ST_CellType).
public enum CellType: UInt8, Sendable {
  /// `n`, also when there is no `t`.
  case number
  /// `s`: the value is an index into the shared string table.
  case sharedString
  /// `str`: the text that a formula gave.
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
  case none, normal, sharedMaster, sharedDerived, array, dataTable
}

/// One `c` element as it stands in the worksheet part: no text is made until it is asked for.
///
/// Byte ranges refer to ``Worksheet/bytes``. A range that is empty means that the element is not there.
public struct StoredCell: Sendable {
  /// 1 … 16,384; counted on from the cell before when the file gives no `r`.
  public var column: Int
  /// Index into the cell formats (`cellXfs`); 0 when the cell has no `s`.
  public var style: Int
  public var type: CellType
  public var formulaKind: StoredFormulaKind
  /// The whole `c` element.
  public var element: Range<Int>
  /// What stands between `<v>` and `</v>`, still escaped; for `inlineText` what stands inside `is`.
  public var value: Range<Int>
  /// The whole `f` element.
  public var formula: Range<Int>
}

/// One `row` element and its cells, in the order of the file.
public struct StoredRow: Sendable {
  /// 1 … 1,048,576; counted on from the row before when the file gives no `r`.
  public var index: Int
  /// The whole `row` element.
  public var element: Range<Int>
  /// Its start tag, `<row …>` or `<row …/>`.
  public var startTag: Range<Int>
  public var cells: [StoredCell]
}
