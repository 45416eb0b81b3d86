public import Formula
public import Playbook
import Spreadsheet

/// A data sheet of the playbook as it was found in a workbook, with the cells of the columns that it knows.
public struct LocatedSheet: Sendable {
  public let definition: SheetDefinition
  /// Position among the workbook's sheets.
  public let sheetIndex: Int
  /// The name on the tab.
  public let title: String
  /// The first row of the header. Nil when no row looks like one: then there are no columns either.
  public let headerRow: Int?
  /// The last row of the header: below the first where words stand above each other.
  public let lastHeaderRow: Int?
  /// Rows below the header that explain it, such as names of fields or 必填.
  public let hintRows: [Int]
  /// How sure it is that the sheet is of this kind, 0 … 1: 1 for a title and headers of the playbook.
  public let confidence: Double
  /// Why nothing is bound to a header, by column number; a header that is just not known has no entry.
  public let reasons: [Int: LeftAloneReason]
  /// Known columns from left to right.
  public internal(set) var columns: [LocatedColumn]
  /// Headers that the playbook does not know; their columns are left alone.
  public let unknownHeaders: [UnboundHeader]
  /// Headers that mean a column that stands further left already.
  public let duplicateHeaders: [UnboundHeader]
  public internal(set) var rows: RowLayout
  /// The last column in which any row holds something.
  public let lastUsedColumn: Int
  /// The cell format of the header cells and of the cells of the first data row, by column number.
  public let formats: SheetFormats
  /// Whether any cell of the sheet has a formula.
  let hasFormulas: Bool
  /// Formulas anywhere on the sheet that call a function like NOW.
  let volatileFormulas: [VolatileFormula]
  /// Empty where there are no data rows.
  let mergedCells: [CellRange]
  /// How columns look, where the file says so; empty where there are no data rows.
  let columnFormats: [ColumnInfo]
  /// By the place of a row, its ids that formulas can't tell from others: no figure is written there.
  var mergedIDs: [Int: [MergedID]] = [:]
  /// Where formulas that fill several cells stand: array formulas, what they spill into, and data tables.
  let arrays: [CellRange]
  /// Cells of input columns whose formulas have no value that holds, where nobody has tried to calculate them yet.
  let openFormulas: [CellReference]
  /// The first row or cell that the file holds twice.
  let twofold: StoredTwice?

  /// Further sheets that are read as one with it, their rows counted on below its own; mostly none.
  public let parts: [LocatedPart]

  private let positions: [String: Int]

  init(
    definition: SheetDefinition, sheetIndex: Int, title: String, headerRow: Int?, columns: [LocatedColumn],
    unknownHeaders: [UnboundHeader], duplicateHeaders: [UnboundHeader], rows: RowLayout, lastUsedColumn: Int,
    formats: SheetFormats, hasFormulas: Bool = true, volatileFormulas: [VolatileFormula] = [],
    mergedCells: [CellRange] = [], columnFormats: [ColumnInfo] = [], arrays: [CellRange] = [],
    twofold: StoredTwice? = nil,
    openFormulas: [CellReference] = [], header: HeaderPlan? = nil, confidence: Double = 1, parts: [LocatedPart] = []
  ) {
    self.twofold = twofold
    self.openFormulas = openFormulas
    self.parts = parts
    self.arrays = arrays
    lastHeaderRow = header?.rows.upperBound ?? headerRow
    hintRows = header?.hints ?? []
    reasons = header?.reasons ?? [:]
    self.confidence = confidence
    self.hasFormulas = hasFormulas
    self.volatileFormulas = volatileFormulas
    self.mergedCells = mergedCells
    self.columnFormats = columnFormats
    self.definition = definition
    self.sheetIndex = sheetIndex
    self.title = title
    self.headerRow = headerRow
    self.columns = columns
    self.unknownHeaders = unknownHeaders
    self.duplicateHeaders = duplicateHeaders
    self.rows = rows
    self.lastUsedColumn = lastUsedColumn
    self.formats = formats
    positions = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element.key, $0.offset) })
  }

  public var prefix: String { definition.prefix }

  public func column(_ key: String) -> LocatedColumn? { positions[key].map { columns[$0] } }

  /// The ids of the rows, as texts; empty where a row has none.
  public func rowID(at offset: Int) -> String { rowIDs[offset] }

  /// The same for who asks for many: the column is looked up once.
  var rowIDs: RowIDs { RowIDs(values: definition.idColumn.flatMap { column($0.key) }?.values) }
}

/// The ids of the rows of a sheet by their places.
struct RowIDs {
  fileprivate let values: Column?

  subscript(offset: Int) -> String {
    guard let values, offset < values.count else { return "" }
    return values[offset].shownText
  }
}

/// A column of the playbook at its place on the sheet.
public struct LocatedColumn: Sendable {
  public let definition: ColumnDefinition
  /// 1-based.
  public let number: Int
  /// The header as written.
  public let header: String
  /// The unit that stands in brackets at the end of the header.
  public let unit: String?
  /// One per row of ``RowLayout/range``, blank and total rows included.
  public internal(set) var values: Column
  /// Its formulas whose values are not known; nil where there are none.
  public internal(set) var unstored: UnstoredCells?
  /// Its formulas that have been calculated, as the file has no values for them that hold; nil where there are none.
  public internal(set) var calculated: UnstoredCells?
  /// How its cells are read.
  public internal(set) var convention = SettledConvention()
  /// Of a column of labels, how far they are those that formulas look for.
  public internal(set) var labelCounts: LabelCounts?
  /// Why the header was taken for the column; nil where it is a title or an alias of the playbook.
  public let evidence: Evidence?
  /// How sure it is that the header means the column, 0 … 1: 1 for a title or an alias of the playbook.
  public let confidence: Double

  public var key: String { definition.key }

  /// Whether the header is a title or an alias of the column in the playbook; else it was recognised.
  public var isUnderOwnHeader: Bool { evidence == nil }

  /// How many 元 one unit of the column is, for a money column whose header states another unit than 元.
  public var moneyScale: Double? {
    if definition.type == .money, let stated = definition.convention.moneyUnit { return stated == 1 ? nil : stated }
    guard definition.type == .money, let unit, let scale = HeaderNormalizer.moneyScale(ofUnit: unit) else { return nil }
    return scale == 1 ? nil : scale
  }
}

extension LocatedColumn {
  /// Whether a cell of a column of numbers or dates holds a text, or a formula without a value: whatever it means is not what
  /// formulas see in it.
  func holdsUnread(at offset: Int) -> Bool {
    guard definition.type.isNumeric, !definition.isComputed, offset < values.count else { return false }
    return values.textNumber(at: offset) != nil && !values[offset].isEmpty || unstored?.contains(offset) == true
  }
}

extension LocatedColumn {
  /// Whether the cells of a column of numbers or dates are texts for the most part: that is how it is kept, no slip.
  func isKeptAsText(in rows: RowLayout) -> Bool {
    guard definition.type.isNumeric, !definition.isComputed, values.textCount > 1 || unstored != nil else {
      return false
    }
    var (unread, filled) = (0, 0)
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data {
      if holdsUnread(at: offset) {
        unread += 1
      } else if !values[offset].isEmpty {
        filled += 1
      }
    }
    return unread >= filled && unread > 0
  }
}

/// A header cell that no column was bound to.
public struct UnboundHeader: Sendable {
  public let column: Int
  public let header: String
  /// For a duplicate: the key of the column that it means.
  public let key: String?
}

/// Which rows below the header hold data.
public struct RowLayout: Sendable {
  /// What a row is to the method.
  public enum Kind: UInt8, Sendable {
    case data, blank, total
    /// A heading of a section, the header again, a note, a row of another table.
    case other
  }

  /// From the first to the last data row; empty when there is none.
  public let range: Range<Int>
  /// One per row of `range`.
  public let kinds: [Kind]
  /// Subtotal and total rows anywhere below the header.
  public let totalRows: [Int]
  /// Rows anywhere below the header that are none of the sheet's: headings of sections, the header again, notes, another table.
  public let otherRows: [Int]

  public var count: Int { range.count }
  public var isData: [Bool] { kinds.map { $0 == .data } }
  /// How many rows hold data.
  public var dataCount: Int { kinds.reduce(0) { $0 + ($1 == .data ? 1 : 0) } }
  /// Blank rows between data rows.
  public var blankRows: [Int] {
    zip(range, kinds).compactMap { $1 == .blank ? $0 : nil }
  }
}

/// The cell formats (indices into `cellXfs`) that new cells take after.
public struct SheetFormats: Sendable {
  public var header: [Int: Int] = [:]
  public var firstRow: [Int: Int] = [:]
  /// Of the first number other than 0 in each known column.
  var firstNumber: [Int: Int] = [:]
}

/// A formula whose value changes without a change of the workbook.
struct VolatileFormula: Sendable {
  let row: Int
  let column: Int
  let function: String
}
