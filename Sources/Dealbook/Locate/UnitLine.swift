// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
public import Playbook
public import Spreadsheet

/// A text beside a table that states the unit of its amounts: 單位：萬元 above the header, a note below the rows, a number format that
/// shows 萬 after each number.
///
/// It counts for the columns of amounts whose headers state no unit themselves.
///
/// In which unit and currency a column of amounts is, is decided in this order; what comes first goes before the rest:
/// 1. The header's own unit, 金額（萬元）, ‘Amount (k€)’, then the adopted playbook (``LocatedColumn/moneyScale``).
/// 2. A clash: two tabs, or a tab and the header, say different currencies (``SaidCurrency``); such amounts are not added up.
/// 3. What stands beside the table: above it, below it, in its total, in the row of its header (``UnitLine``, ``UnitStatement``).
/// 4. A note on the header, then a tab of remarks (``UnitElsewhere``), where nothing beside the table says it.
/// 5. A column that names a currency, or an interval, for each row (``LocatedSheet/currencies``).
/// 6. The number formats of the cells (`FormatUnit`), where nothing of the above does.
/// 7. Cells that name a currency beside others that name none (``NamedCurrencies``): settled by the other columns of the workbook
///    (``CurrencyClashes``), or not added up.
///
/// Last, ``CurrencyClashes`` compares the currencies of columns that are added to or compared with each other.
public struct UnitLine: Hashable, Sendable {
  /// Nil if the name on the tab says it.
  public let cell: CellReference?
  /// As written.
  public let text: String
  /// The unit in it, folded and without blanks.
  public let unit: String
  /// How much one of the unit is in its currency; 1 if the unit is several currencies.
  public let scale: Double
  /// Whether it is a column that names another currency for some of the rows.
  public var isOfSeveralCurrencies: Bool { scale == 1 }
  /// The columns over which it stands; nil if it is said of the whole table.
  let columns: ClosedRange<Int>?
  /// Whether most rows name no currency.
  var leavesOpen = false

  /// Where it stands: `A1`; the name itself if the tab has it.
  public var place: String { cell?.description ?? text }

  /// The unit as a sentence says it.
  public func unit(in language: Language) -> String {
    guard isOfSeveralCurrencies else { return unit }
    return Spoken(language: language).list(unit.split(separator: Self.separator).map(String.init))
      + (leavesOpen ? language.pick("，其餘未註明", "，其余未注明", ", others without any") : "")
  }

  /// Whether it stands in this cell; row and column are 0 if the tab's name says the unit.
  package func stands(atRow row: Int, column: Int) -> Bool { (cell?.row ?? 0) == row && (cell?.column ?? 0) == column }

  /// Between several currencies.
  static let separator = ", "

  func covers(_ column: Int) -> Bool { columns?.contains(column) ?? true }
}

extension UnitLine {
  /// A note below the rows: 注：以上金额单位为万元.
  init?(note text: String, at cell: CellReference?) {
    guard let unit = UnitStatement(text), unit.scale != 1, unit.form == .said || unit.isCurrency(text) else {
      return nil
    }
    self.init(cell: cell, text: StraySpace.trimmed(text), unit: unit.unit, scale: unit.scale, columns: nil)
  }

  /// The name of a total below the rows: ‘Total (k€)’, 合計（萬元）.
  init?(total text: String, at cell: CellReference?) {
    guard let unit = UnitStatement(text), unit.scale != 1 else { return nil }
    self.init(cell: cell, text: StraySpace.trimmed(text), unit: unit.unit, scale: unit.scale, columns: nil)
  }

  /// The currencies that a column names for its rows, each once.
  static func currencies(_ column: Column, of rows: RowLayout) -> [Currency] {
    var isSeen = [Bool](repeating: false, count: column.textCount)
    var known: Set<Currency> = []
    for offset in 0..<min(column.count, rows.count) where rows.kinds[offset] == .data {
      guard let number = column.textNumber(at: offset), !isSeen[number] else { continue }
      isSeen[number] = true
      let text = column[offset].text.map { TextFolding.folded(StraySpace.trimmed($0)) }
      if let currency = text.flatMap({ Currency.named($0) }) { known.insert(currency) }
    }
    return known.sorted { $0.code < $1.code }
  }

  /// How often an amount is paid, as a cell says it: ‘monthly’, ‘One-time’, 每年; nil for other texts.
  static func period(_ text: String) -> String? {
    let folded = TextFolding.folded(text).filter { $0.isLetter }
    return periods.contains(folded) ? folded : nil
  }

  private static let periods: Set<String> = [
    "monthly", "month", "permonth", "quarterly", "quarter", "annual", "annually", "yearly", "year", "peryear",
    "onetime",
    "once", "oneoff", "weekly", "monatlich", "jährlich", "quartalsweise", "einmalig", "每月", "月付", "按月", "每年", "年付",
    "按年",
    "每季", "季付", "一次性", "單次", "单次",
  ]

  /// A column that names a currency, or a unit such as k€, for each row. Nil if it is the same single one in all of them.
  ///
  /// If it names one for fewer than two thirds of the rows, the others are in another, or nobody would have written it down.
  init?(currencies column: Column, of rows: RowLayout, header: String, at cell: CellReference?) {
    var known: [(unit: String, currency: Currency?, scale: Double)] = []
    var isSeen = [Bool](repeating: false, count: column.textCount)
    var (named, count) = (0, 0)
    for offset in 0..<min(column.count, rows.count) where rows.kinds[offset] == .data {
      count += 1
      guard let number = column.textNumber(at: offset) else { continue }
      if !column[offset].isEmpty { named += 1 }
      guard !isSeen[number] else { continue }
      isSeen[number] = true
      guard let text = column[offset].text else { continue }
      let folded = TextFolding.folded(text).filter { !$0.isWhitespace }
      let currency = Currency.named(folded)
      let period = UnitLine.period(text)
      guard let scale = currency == nil ? HeaderNormalizer.moneyScale(ofUnit: folded) ?? period.map({ _ in 1 }) : 1
      else { continue }
      let isKnown = known.contains { other in
        guard other.scale == scale else { return false }
        guard let one = other.currency, let two = currency else { return other.unit == folded }
        return one.includes(two) || two.includes(one)
      }
      if !isKnown { known.append((currency?.code ?? folded, currency, scale)) }
    }
    guard let first = known.first else { return nil }
    let isPartial = named * 3 < count * 2
    if known.count == 1, !isPartial {
      guard first.scale != 1 else { return nil }
      self.init(
        cell: cell, text: StraySpace.trimmed(header), unit: first.unit, scale: first.scale, columns: nil)
      return
    }
    self.init(
      cell: cell, text: StraySpace.trimmed(header), unit: known.map(\.unit).joined(separator: Self.separator), scale: 1,
      columns: nil, leavesOpen: isPartial)
  }
}

extension HeaderPlan {
  /// Reads what the cells beside the header say of the unit of amounts. Only texts that were typed count.
  mutating func readUnits(_ sample: SheetSample, of definition: SheetDefinition) {
    currencyColumn =
      unknown.map(\.column).first { isOfCurrencies($0, sample) }
      ?? unknown.first { Self.namesCurrency($0.header) && isOfCurrencies($0.column, sample, fewest: 0) }?.column
      ?? unknown.first { Self.namesPeriod($0.header) && isOfPeriods($0.column, sample) }?.column
    readCurrency(sample)
    readYear(sample)
    readBlocks(sample, definition)
    readUnitsBelow(sample)
    if unitLines.contains(where: { $0.columns == nil }) { return }
    let outside = Set(unknown.map(\.column))
    for row in sample.rows where rows.contains(row.index) {
      for cell in row.cells where outside.contains(cell.column) {
        guard let text = cell.typedText, let unit = UnitStatement(text), unit.form == .said else { continue }
        saysUnit = true
        if unit.scale != 1 { add(unit, text, row.index, cell.column) }
        return
      }
    }
    if readUnitsBeside(sample) { return }
    readUnitsAbove(sample)
  }

  /// Whether the examined cells of a column are names of currencies or units of money.
  private func isOfCurrencies(_ column: Int, _ sample: SheetSample, fewest: Int = 2) -> Bool {
    var (filled, named) = (0, 0)
    for row in sample.rows where row.index >= firstDataRow {
      guard let cell = row[column], !cell.isBlank else { continue }
      filled += 1
      if let text = cell.value.text, text.utf8.count <= 12 {
        let folded = TextFolding.folded(text).filter { !$0.isWhitespace }
        if Currency.named(folded) != nil || HeaderNormalizer.moneyScale(ofUnit: folded) != nil { named += 1 }
      }
      if filled >= 4, named * 2 < filled { return false }
    }
    return named >= fewest && named * 5 >= filled * 4
  }

  /// Whether a header may be that of how often an amount is paid.
  private static func namesPeriod(_ header: String) -> Bool {
    let words = TextFolding.folded(header).split { !$0.isLetter }.map(String.init)
    return words.contains {
      ["period", "billing", "recurrence", "interval", "frequency", "turnus", "周期", "週期"].contains($0)
    }
      || ["周期", "週期"].contains { header.contains($0) }
  }

  /// Whether the cells of a column say how often the amounts beside them are paid, and not all the same.
  private func isOfPeriods(_ column: Int, _ sample: SheetSample) -> Bool {
    var found: Set<String> = []
    for row in sample.rows where row.index >= firstDataRow {
      guard let cell = row[column], !cell.isBlank else { continue }
      guard let text = cell.value.text, let period = UnitLine.period(text) else { return false }
      found.insert(period)
    }
    return found.count > 1
  }

  /// Reads texts to the right of the table, in rows of the header and of the data, under no header of their own.
  ///
  /// - Returns: whether one says the unit of the amounts.
  private mutating func readUnitsBeside(_ sample: SheetSample) -> Bool {
    guard let last = bound.map(\.number).max() else { return false }
    for row in sample.rows where row.index >= rows.lowerBound {
      for cell in row.cells where cell.column > last {
        guard let text = cell.typedText, let unit = UnitStatement(text), unit.form == .said || unit.isCurrency(text)
        else { continue }
        let isHeader = rows.contains(row.index)
        // Below a header it is a cell of that column, and a header with cells is that of a column.
        let hasHeader = !isHeader && unknown.contains { $0.column == cell.column }
        if hasHeader || isHeader && sample.fillings(of: cell.column, from: firstDataRow).any { continue }
        saysUnit = true
        if unit.scale != 1 { add(unit, text, row.index, cell.column) }
        return unit.scale != 1
      }
    }
    return false
  }

  private static func namesCurrency(_ header: String) -> Bool {
    let folded = TextFolding.folded(header)
    return ["curr", "ccy", "währ", "币", "幣", "devise", "valuta", "moneda", "divisa"].contains {
      folded.containsBytes(of: $0)
    }
  }

  private mutating func add(
    _ unit: UnitStatement, _ text: String, _ row: Int, _ column: Int, columns: ClosedRange<Int>? = nil
  ) {
    unitLines.append(
      UnitLine(
        cell: row > 0 ? CellReference(row: row, column: column) : nil, text: StraySpace.trimmed(text), unit: unit.unit,
        scale: unit.scale, columns: columns))
  }

  /// The nearest row that says something counts; rows further up may belong to another table.
  private mutating func readUnitsAbove(_ sample: SheetSample) {
    let above = sample.rows.prefix { $0.index < rows.lowerBound }
    var holdsNumbers = false
    for (position, row) in above.enumerated().reversed() {
      let texts = row.cells.compactMap { cell in cell.typedText.map { (cell.column, $0) } }
      let hasNumbers = row.cells.contains { $0.typedText == nil && !$0.isDate }
      var isSaid = false
      for (place, (column, text)) in texts.enumerated() {
        // A label of the figure beside it.
        if let next = row[column + 1], next.typedText == nil, !next.isDate { continue }
        guard let unit = UnitStatement(text) else { continue }
        if unit.form == .said {
          (isSaid, saysUnit) = (true, true)
          if unit.scale != 1 { add(unit, text, row.index, column) }
          continue
        }
        // A label of the figure below it, or of another in its row.
        let below = position + 1 < above.count ? above[position + 1][column] : nil
        guard !hasNumbers, below.map({ $0.typedText != nil }) ?? true, !holdsNumbers || position == 0 else { continue }
        if texts.count > 1, row.index == rows.lowerBound - 1, place > 0 || texts.count > 2 {
          // A heading over a group of columns.
          let next = place + 1 < texts.count ? texts[place + 1].0 - 1 : SheetSample.mostColumns
          add(unit, text, row.index, column, columns: column...max(column, next))
        } else if texts.count <= 3 {
          isSaid = true
          add(unit, text, row.index, column)
        }
      }
      if isSaid { return }
      holdsNumbers = holdsNumbers || hasNumbers
    }
    if let unit = UnitStatement(sample.title), unit.scale != 1 { add(unit, sample.title, 0, 0) }
  }

  /// Rows that explain the header, and the row under it if it holds nothing but units.
  private mutating func readUnitsBelow(_ sample: SheetSample) {
    if hints.isEmpty, let row = sample.row(rows.upperBound + 1), isOfUnits(row) { hints.append(row.index) }
    for row in sample.rows where hints.contains(row.index) {
      for cell in row.cells {
        guard let text = cell.typedText else { continue }
        if let place = bound.firstIndex(where: { $0.number == cell.column }), row.cells.count > 1 {
          guard bound[place].unit == nil, let unit = Self.moneyUnit(text) else { continue }
          bound[place].unit = unit
        } else if let unit = UnitStatement(text), unit.scale != 1 {
          add(unit, text, row.index, cell.column)
        }
      }
    }
  }

  /// The unit of a column in the row of units: `k€`, 萬元, 單位：萬元.
  private static func moneyUnit(_ text: String) -> String? {
    if let unit = HeaderNormalizer.normalize("x(\(text))").unit, HeaderNormalizer.moneyScale(ofUnit: unit) != nil {
      return unit
    }
    return UnitStatement(text).map(\.unit).flatMap { HeaderNormalizer.moneyScale(ofUnit: $0) == nil ? nil : $0 }
  }

  private func isOfUnits(_ row: SheetSample.Row) -> Bool {
    guard !row.cells.isEmpty, row.cells.allSatisfy({ $0.typedText != nil }) else { return false }
    let texts = row.cells.compactMap(\.typedText).map { StraySpace.trimmed($0) }
    // EUR alone may be what is typed in the first row.
    let states = texts.contains { text in
      UnitStatement(text) != nil
        || HeaderNormalizer.normalize("x(\(text))").unit.map { HeaderNormalizer.statedScale(ofUnit: $0) != nil }
          ?? false
    }
    guard states else { return false }
    return texts.allSatisfy { text in
      let bare = text.hasPrefix("(") || text.hasPrefix("（") ? String(text.dropFirst().dropLast()) : text
      return UnitStatement(text) != nil || Self.moneyUnit(text) != nil
        || HeaderNormalizer.normalize("x(\(bare))").unit != nil
        || ["-", "–", "—", "/"].contains(text)
    }
  }
}

extension LocatedSheet {
  /// The lines that state a unit for at least one column of amounts.
  public var effectiveUnitLines: [UnitLine] {
    var lines: [UnitLine] = []
    for column in columns {
      if let line = column.unitLine, !lines.contains(line) { lines.append(line) }
    }
    return lines
  }
}
