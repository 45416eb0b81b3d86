// SPDX-License-Identifier: Apache-2.0

public import Formula
public import Playbook
import Spreadsheet

/// A data sheet of the playbook as found in a workbook, with the cells of the known columns.
public struct LocatedSheet: Sendable {
  /// With more blank rows above a total, they are room to type in, and the total is taken to count them.
  static let mostBlankRowsAboveTotal = 3

  public let definition: SheetDefinition
  /// The index among the workbook's sheets.
  public let sheetIndex: Int
  /// The name on the tab.
  public let title: String
  /// The first row of the header. Nil if no row looks like one; there are then no columns either.
  public let headerRow: Int?
  /// The last row of the header; greater than the first if the header spans several rows.
  public let lastHeaderRow: Int?
  /// Rows below the header that explain it, such as field names or 必填.
  public let hintRows: [Int]
  /// The confidence that the sheet is of this kind, 0 … 1: 1 for a title and headers of the playbook.
  public let confidence: Double
  /// Why a header was not recognized as a column, by column number; a header that is simply unknown has no entry.
  public let reasons: [Int: LeftAloneReason]
  /// Known columns from left to right.
  public internal(set) var columns: [LocatedColumn]
  /// Headers that the playbook does not know; their columns are left alone.
  public let unknownHeaders: [UnboundHeader]
  /// Headers for a column that is already further left.
  public let duplicateHeaders: [UnboundHeader]
  public internal(set) var rows: RowLayout
  /// The last column in which any row has content.
  public let lastUsedColumn: Int
  /// The cell formats of the header cells and of the first data row, by column number.
  public let formats: SheetFormats
  /// Whether any cell of the sheet has a formula.
  let hasFormulas: Bool
  /// Formulas anywhere on the sheet that call a function such as NOW.
  let volatileFormulas: [VolatileFormula]
  /// Empty if there are no data rows.
  let mergedCells: [CellRange]
  /// The column formats that the file states; empty if there are no data rows.
  let columnFormats: [ColumnInfo]
  /// Why it is not known what was received, although the sheet has no column for it; nil if nothing was.
  var receiptObstacle: Obstacle?
  /// By row offset, the IDs that formulas cannot distinguish from others; no figures are written to these rows.
  var mergedIDs: [Int: [MergedID]] = [:]
  /// The currencies that a column of them names for its rows; empty if there is no such column.
  var currencies: [Currency] = []
  /// The number of that column.
  var currencyColumn: Int?
  /// The currency that a text above the header or the name on the tab says.
  var saidCurrency: Currency?
  /// A text above the header, in it, or on the tab, that speaks of a business year.
  var saidYear: SaidYear?
  /// What stands above, beside or below the table and looks like another one, which is not read.
  package internal(set) var unreadBlocks: [UnreadBlock] = []
  /// By row offset, the rows whose ID is that of another row, unless they count all the same.
  var repeatedIDs: [Int: RepeatedIDs.Repeat] = [:]
  /// By row offset, the deals of which another column says that they are over or deleted; they count in no figure.
  var saidOver: [Int: RowSign] = [:]
  /// The offsets of deals that are open by a stage of the team's own and have a date of closing; they count in no figure.
  var closedOpen: Set<Int> = []
  /// The ranges of formulas that fill several cells: array formulas, spilled ranges, and data tables.
  let arrays: [CellRange]
  /// Cells of input columns whose formulas have no valid value and have not been calculated yet.
  let openFormulas: [CellReference]
  /// The first row or cell of each tab that the file stores twice.
  let twofold: [StoredTwice]

  /// Nil unless it is made of a table with a column for each period, whose rows count once for each of them.
  var targetColumns: TargetColumns?
  /// Further tabs that are read with it as one sheet, with rows numbered on below its own; usually none.
  public let parts: [LocatedPart]

  /// The tab that says whose the numbers are by which its owners are called; nil if they are called by names.
  var staffTab: String?

  private var positions: [String: Int]

  init(
    definition: SheetDefinition, sheetIndex: Int, title: String, headerRow: Int?, columns: [LocatedColumn],
    unknownHeaders: [UnboundHeader], duplicateHeaders: [UnboundHeader], rows: RowLayout, lastUsedColumn: Int,
    formats: SheetFormats, hasFormulas: Bool = true, volatileFormulas: [VolatileFormula] = [],
    mergedCells: [CellRange] = [], columnFormats: [ColumnInfo] = [], arrays: [CellRange] = [],
    twofold: [StoredTwice] = [],
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

  /// The cells of a column; nil if the sheet does not have it.
  func values(of key: String) -> Column? { positions[key].map { columns[$0].values } }

  /// The row in which the data begin, or will begin where there are none yet.
  var firstDataRow: Int {
    rows.range.isEmpty ? (hintRows.last ?? lastHeaderRow ?? headerRow ?? 0) + 1 : rows.range.lowerBound
  }

  /// Whether anything is typed in a row: a row that was made ready for entries has formulas alone.
  func hasEntry(at offset: Int) -> Bool {
    columns.contains { column in
      !column.definition.isComputed && offset < column.values.count && !column.values[offset].isEmpty
    }
  }

  /// Takes in a column that was not read at first.
  mutating func add(_ column: LocatedColumn) {
    columns.append(column)
    positions[column.key] = columns.count - 1
  }

  /// The cells of a column that is not read, by row offset.
  func values(under column: Int, in workbook: Workbook) throws(SpreadsheetError) -> Column {
    var builder = ColumnBuilder(capacity: rows.count)
    try forEachRow(in: workbook) { offset, row, cells throws(SpreadsheetError) in
      guard offset >= builder.count, let cell = row.cells.first(where: { $0.column == column }) else { return }
      builder.append(try cells.value(of: cell, row: row.index), at: offset)
    }
    return builder.finish()
  }

  /// Whether the sheet has the column.
  func holds(_ key: String) -> Bool { positions[key] != nil }

  /// The ID of a row as text; empty if the row has none.
  public func rowID(at offset: Int) -> String { rowIDs[offset] }

  /// The row IDs, for callers that need many: the column is looked up once.
  var rowIDs: RowIDs { RowIDs(values: definition.idColumn.flatMap { column($0.key) }?.values) }
}

/// The IDs of a sheet's rows, by row offset.
struct RowIDs {
  fileprivate let values: Column?

  subscript(offset: Int) -> String {
    guard let values, offset < values.count else { return "" }
    return values[offset].shownText
  }
}

/// A column of the playbook at its place on the sheet.
public struct LocatedColumn: Sendable {
  public internal(set) var definition: ColumnDefinition
  /// 1-based.
  public let number: Int
  /// The header as written.
  public let header: String
  /// The unit that the header states, usually in brackets at its end.
  public let unit: String?
  /// One per row of ``RowLayout/range``, including blank and total rows.
  public internal(set) var values: Column
  /// A text beside the table that says in which unit its amounts are.
  var unitBeside: UnitLine?
  /// The currency that some of its amounts name, where nothing says that of the others.
  var namedByCells: Currency?
  /// What the tabs, or a tab and the header, say of its currency, if that cannot be the same.
  var currencyClash: UnitLine?
  /// Its formulas whose values are not known; nil if there are none.
  public internal(set) var unstored: UnstoredCells?
  /// Its formulas that were calculated here because the file has no valid values for them; nil if there are none.
  public internal(set) var calculated: UnstoredCells?
  /// How its cells are read.
  public internal(set) var convention = SettledConvention()
  /// For a column of labels, how many of them are those that formulas look for.
  public internal(set) var labelCounts: LabelCounts?
  /// The offsets of texts that are counted as the numbers or dates that they say, in place of which ``values`` has these.
  var countedTexts: [Int] = []
  /// Whether most of its cells are texts, which formulas cannot read, although it is a column of numbers or dates.
  public internal(set) var isMostlyText = false
  /// How many of its cells say a month and no day, if most do.
  var monthCount: Int?
  /// How many of its dates have a time of day, if most do, as those have that an export writes.
  var timeCount: Int?
  /// ``Obstacle/dayNumbers`` or ``Obstacle/signs`` if most of its numbers are such.
  public internal(set) var oddNumbers: Obstacle?
  /// What the rest of the sheet makes of it; nil for a column that its own cells explain.
  var doubt: Obstacle?
  /// Its currency and that of the amounts with which it is compared, if they differ.
  var otherCurrency: CurrencyClash?
  /// The header of the IDs, if many of its amounts stand on rows that share one.
  var repeatsUnder: String?
  /// Why the header was recognized as the column; nil if it is a title or an alias in the playbook.
  public let evidence: Evidence?
  /// The confidence that the header means the column, 0 … 1: 1 for a title or an alias in the playbook.
  public let confidence: Double

  public var key: String { definition.key }

  /// Whether the header is a title or an alias of the column in the playbook; otherwise it was recognized.
  public var isUnderOwnHeader: Bool { evidence == nil }

  /// The same as people wrote it: `k USD`.
  var writtenUnit: String {
    guard let unit, let open = header.lastIndex(where: { "(（[［【〔".contains($0) }) else { return unit ?? "" }
    let inside = StraySpace.trimmed(String(header[header.index(after: open)...].dropLast()))
    return HeaderNormalizer.normalize("x(\(inside))").unit == unit ? inside : unit
  }

  /// How many 元 one unit of the column is, for a money column whose unit is not 元.
  public var moneyScale: Double? { moneyScale(of: unit) }

  /// Whether its numbers are not plain amounts of one currency, so that no figure may rest on them and none may be shown alone.
  package var hasForeignUnit: Bool { moneyScale != nil || unitLine != nil }

  /// The same under another header.
  func moneyScale(under header: String) -> Double? { moneyScale(of: HeaderNormalizer.normalize(header).unit) }

  /// The text beside the table because of which ``moneyScale`` is what it is; nil if the header or the playbook states a unit.
  public var unitLine: UnitLine? {
    if let currencyClash { return currencyClash }
    guard statedScale(by: unit) == nil, let line = unitBeside else { return nil }
    return line.isOfSeveralCurrencies && definition.convention.currency != nil ? nil : line
  }

  private func moneyScale(of unit: String?) -> Double? {
    guard definition.type == .money else { return nil }
    let scale = statedScale(by: unit) ?? unitBeside?.scale
    return scale == 1 ? nil : scale
  }

  /// The scale that the header or the playbook states.
  private func statedScale(by unit: String?) -> Double? {
    // The header goes before the playbook: a repair that converts the column renames it, and must not be made twice.
    unit.flatMap(HeaderNormalizer.statedScale) ?? definition.convention.moneyUnit
      ?? unit.flatMap(HeaderNormalizer.columnScale) ?? unit.flatMap(HeaderNormalizer.moneyScale)
  }
}

extension LocatedColumn {
  /// Whether a cell of a numeric or date column holds text, or a formula without a value. Formulas then do not see what the cell means.
  func holdsUnread(at offset: Int) -> Bool {
    guard definition.type.isNumeric, !definition.isComputed, offset < values.count else { return false }
    return values.textNumber(at: offset) != nil && !values[offset].isEmpty || unstored?.contains(offset) == true
  }
}

extension LocatedColumn {
  /// Whether most cells of a numeric or date column are text. This is then how the column is stored, not a mistake.
  ///
  /// - Parameter fewest: the number of texts from which it is more than a slip.
  func isKeptAsText(in rows: RowLayout, fewest: Int = 1) -> Bool {
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
    return unread >= filled && unread >= fewest
  }
}

extension LocatedColumn {
  /// How many cells of a column of dates say a month and no day, if most do; otherwise nil. No day is guessed for them: on which day of its
  /// month a deal is expected may decide in which period its amount counts.
  func countOfMonths(in rows: RowLayout) -> Int? {
    guard isMostlyText else { return nil }
    return countOfMostDates(in: rows) { $0.isEmpty ? nil : Self.isMonth($0) }
  }

  /// How many numbers of a column of dates have a time of day, if most do; otherwise nil.
  func countOfTimes(in rows: RowLayout) -> Int? {
    countOfMostDates(in: rows) { $0.number.map(Self.hasTime) }
  }

  /// How many cells of a column of dates are such, if most are; cells of which `areSuch` says nothing do not count.
  private func countOfMostDates(in rows: RowLayout, _ areSuch: (CellValue) -> Bool?) -> Int? {
    guard definition.type == .date else { return nil }
    var (such, others) = (0, 0)
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data {
      guard let isSuch = areSuch(values[offset]) else { continue }
      if isSuch { such += 1 } else { others += 1 }
    }
    return such > max(2, others) ? such : nil
  }

  static func hasTime(_ serial: Double) -> Bool { serial != serial.rounded(.down) }

  static func isMonth(_ value: CellValue) -> Bool { value.text.flatMap { UnreadText(date: $0) } == .noDay }

  /// What most of the numbers are that formulas would misread; nil if they are as they should be.
  func oddNumbers(in rows: RowLayout) -> Obstacle? {
    let isDate = definition.type == .date
    guard isDate || definition.type == .money && definition.holdsNoNegatives else { return nil }
    var (odd, all) = (0, 0)
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data {
      guard let number = values.number(at: offset), number != 0 else { continue }
      all += 1
      if isDate ? ColumnContents.isDayNumber(number) : number < 0 { odd += 1 }
    }
    guard odd > 0, odd * 2 >= all else { return nil }
    return isDate ? .dayNumbers : .signs
  }
}

extension ColumnDefinition {
  /// Whether the column's range begins at 0 or above.
  fileprivate var holdsNoNegatives: Bool {
    guard case .range(let range) = allowed, case .number(let least)? = range.minimum?.value else { return false }
    return least >= 0
  }
}

/// A header cell that was not recognized as a column.
public struct UnboundHeader: Sendable {
  public let column: Int
  public let header: String
  /// For a duplicate: the key of the column that it means.
  public let key: String?
}

/// Which rows below the header hold data.
public struct RowLayout: Sendable {
  /// The role of a row.
  public enum Kind: UInt8, Sendable {
    case data, blank, total
    /// A section heading, a repeated header, a note, a row of another table.
    case other
  }

  /// From the first to the last data row; empty if there is none.
  public let range: Range<Int>
  /// One per row of `range`.
  public let kinds: [Kind]
  /// Subtotal and total rows anywhere below the header.
  public let totalRows: [Int]
  /// Rows anywhere below the header that do not belong to the sheet's data: section headings, repeated headers, notes, another table.
  public let otherRows: [Int]

  /// No rows at all.
  static let none = RowLayout(range: 0..<0, kinds: [], totalRows: [], otherRows: [])

  public var count: Int { range.count }
  public var isData: [Bool] { kinds.map { $0 == .data } }
  /// The number of data rows.
  public var dataCount: Int { kinds.reduce(0) { $0 + ($1 == .data ? 1 : 0) } }
  /// Blank rows between data rows.
  public var blankRows: [Int] {
    zip(range, kinds).compactMap { $1 == .blank ? $0 : nil }
  }
}

/// The cell formats (indexes into `cellXfs`) that new cells copy.
public struct SheetFormats: Sendable {
  public var header: [Int: Int] = [:]
  public var firstRow: [Int: Int] = [:]
  /// The format of the first nonzero number in each known column.
  var firstNumber: [Int: Int] = [:]
  /// The formats of the nonzero numbers of data rows in each known column, in the order in which they come first.
  var numbers: [Int: [NumberStyle]] = [:]
}

/// A formula whose value changes without a change to the workbook.
struct VolatileFormula: Sendable {
  let row: Int
  let column: Int
  let function: String
}
