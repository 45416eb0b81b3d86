// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The hidden sheet behind a dashboard: its blocks one below the other, with the value of every formula.
///
/// Column A holds each block's key, next to its title, and column B its number of rows, so that the next fill finds the blocks that the
/// charts refer to.
struct ChartData {
  /// The text in A1 that identifies the sheet, whatever its name.
  static let signature = "dealbook.dashboard 1"
  private static let firstBlockRow = 4
  private static let firstColumn = 3
  /// The title and the header of a block, and the empty row below it.
  private static let spacing = 3
  private static let prefix = "dx"

  struct Cell {
    var value: CellValue
    var formula: String?
    var format = "General"
    var isHeader = false
  }

  /// The position of a block.
  struct Place: Hashable {
    var row: Int
    var rows: Int
  }

  /// The name on the tab.
  let sheet: String
  private(set) var cells: [CellReference: Cell] = [:]
  /// The formulas in cells, from which the names they use are taken.
  private(set) var templates: [FormulaTemplate] = []
  private(set) var environment: Environment
  /// The positions of the blocks from an earlier fill; nil if the sheet is new.
  private let stored: StoredDashboard?
  private var places: [String: Place] = [:]
  /// The places that are in use, those of an earlier fill included.
  private var occupied: [String: Place]
  /// The number of columns of each block.
  private var widths: [String: Int] = [:]
  private var columns: [String: Int] = [:]
  private var formats: [String: String] = [:]
  private var nextRow = Self.firstBlockRow

  /// Nil if only the values are wanted, and no formulas for cells.
  private let names: NameChoice?
  /// Whether no formula in a cell can compute this, because it would have to reach across several tabs that are read as one sheet. The
  /// cells then have values only.
  private let isAcrossTabs: (FormulaTemplate) -> Bool
  private let engine: ChartTemplates
  /// Where only values are wanted: the columns that nobody has asked for yet, by their names in ``environment``.
  private var pending: [String: Pending] = [:]

  private struct Pending {
    var column: ChartBlock.Column
    var block: String
    var place: Place
    var number: Int
  }

  /// - Parameters:
  ///   - sheet: the name of the hidden sheet.
  ///   - hasFormulas: false if nobody will see the formulas of its cells.
  init(
    _ analysis: Analysis, sheet: String, stored: StoredDashboard? = nil, title: String = "", hasFormulas: Bool = true
  ) {
    self.sheet = sheet
    names = hasFormulas ? analysis.layout.names : nil
    environment = analysis.computation.environment.extended()
    let divided = analysis.team.writtenAsValues
    let playbook = analysis.team.playbook
    isAcrossTabs = { !divided.isEmpty && !divided.isDisjoint(with: $0.sheetsReadWhole(playbook)) }
    engine = ChartTemplates.of(playbook)
    self.stored = stored
    occupied = stored?.places ?? [:]
    put(1, 1, Cell(value: .text(Self.signature)))
    put(2, 1, Cell(value: .text(title)))
  }

  /// The number of rows of a block: the number it already has, or `wanted`.
  func rows(of block: String, wanted: Int) -> Int { stored?.places[block]?.rows ?? wanted }

  /// Whether an earlier fill has laid out the block.
  func isStored(_ block: String) -> Bool { stored?.places[block] != nil }

  /// Whether charts can refer to the block; at a later fill, only to blocks that already exist.
  func hasRoom(for block: String) -> Bool { stored == nil || stored?.places[block] != nil }

  /// Whether charts can refer to a block whose first column is `key`: the block is new, or an earlier fill laid it out so.
  func hasRoom(for block: String, beginningWith key: String) -> Bool {
    guard let stored else { return true }
    guard let place = stored.places[block], let head = CellReference(row: place.row + 1, column: Self.firstColumn)
    else {
      return false
    }
    return stored.text(in: head) == key
  }

  /// The formula in a cell of a block; `column` counts from 0 and `row` from 1.
  func storedFormula(of block: String, column: Int, row: Int) -> String? {
    guard let stored, let place = stored.places[block],
      let cell = CellReference(row: place.row + 1 + row, column: Self.firstColumn + column)
    else { return nil }
    return stored.formula(in: cell)
  }

  // MARK: Blocks

  /// Evaluates a block and places it below the others, or where it was.
  mutating func add(_ block: ChartBlock) throws(DealbookError) {
    guard hasRoom(for: block.key) else { return }
    let place = self.place(of: block)
    if let old = stored?.places[block.key], old != place { clear(old) }
    places[block.key] = place
    occupied[block.key] = place
    widths[block.key] = block.columns.count
    nextRow = max(nextRow, place.row + max(place.rows, block.room ?? 0) + Self.spacing)
    put(place.row, 1, Cell(value: .text(block.key)))
    put(place.row, 2, Cell(value: .number(Double(place.rows))))
    put(place.row, Self.firstColumn, Cell(value: .text(block.title), isHeader: true))
    for (offset, column) in block.columns.enumerated() {
      columns["\(block.key).\(column.key)"] = Self.firstColumn + offset
      formats["\(block.key).\(column.key)"] = column.format
    }
    for column in block.columns {
      let number = columns["\(block.key).\(column.key)"] ?? Self.firstColumn
      put(place.row + 1, number, Cell(value: .text(column.title.isEmpty ? column.key : column.title), isHeader: true))
      if names == nil, block.isForCharts, case .formula = column.content {
        pending[Self.name(block.key, column.key)] = Pending(
          column: column, block: block.key, place: place, number: number)
      } else {
        try add(column, of: block.key, place, at: number)
      }
    }
  }

  /// Evaluates columns of a block, if they have not been yet because only values are wanted.
  mutating func settle(_ keys: [String], of block: String) throws(DealbookError) {
    for key in keys { try settle(Self.name(block, key)) }
  }

  private mutating func settle(_ name: String) throws(DealbookError) {
    guard let column = pending.removeValue(forKey: name) else { return }
    try add(column.column, of: column.block, column.place, at: column.number)
  }

  private static func name(_ block: String, _ key: String) -> String { "\(prefix)_\(block)_\(key)" }

  /// Where the block was, if it fits there; otherwise below all others.
  private func place(of block: ChartBlock) -> Place {
    guard let old = stored?.places[block.key] else { return Place(row: nextRow, rows: block.rows) }
    guard block.room != nil, block.rows != old.rows else { return old }
    let next = occupied.values.map(\.row).filter { $0 > old.row }.min()
    if next.map({ old.row + block.rows + Self.spacing <= $0 }) ?? true { return Place(row: old.row, rows: block.rows) }
    let end = occupied.values.map { $0.row + $0.rows + Self.spacing }.max() ?? nextRow
    return Place(row: max(end, nextRow), rows: block.rows)
  }

  /// Empties the place that a block had.
  private mutating func clear(_ place: Place) {
    for cell in stored?.cells(in: place.row...(place.row + 1 + place.rows)) ?? [] { cells[cell] = Cell(value: .blank) }
  }

  private mutating func add(
    _ column: ChartBlock.Column, of block: String, _ place: Place, at number: Int
  ) throws(DealbookError) {
    let firstRow = place.row + 2
    var values: [CellValue]
    var formulas: [String?]
    switch column.content {
    case .values(let given):
      values = given
      formulas = given.map { _ in nil }
    case .live(let formula, let value):
      values = [value]
      formulas = names == nil ? [] : [formula]
    case .formula(let text):
      let column = try evaluate(text, of: block, rows: place.rows, firstRow: firstRow)
      values = column.values
      formulas = column.formula.map { formula in (0..<place.rows).map { formula.text(row: firstRow + $0) } } ?? []
    case .formulas(let texts):
      values = []
      formulas = []
      for (offset, text) in texts.prefix(place.rows).enumerated() {
        let one = try evaluate(text, of: block, rows: 1, firstRow: firstRow + offset)
        values.append(one.values.first ?? .blank)
        formulas.append(one.formula?.text(row: firstRow + offset))
      }
    }
    values += Array(repeating: .blank, count: max(0, place.rows - values.count))
    for offset in 0..<place.rows {
      let formula = offset < formulas.count ? formulas[offset] : nil
      put(firstRow + offset, number, Cell(value: values[offset], formula: formula, format: column.format))
    }
    environment.define(
      Self.name(block, column.key), column: Column(Array(values.prefix(place.rows))), firstRow: firstRow)
  }

  private mutating func put(_ row: Int, _ column: Int, _ cell: Cell) {
    if let place = CellReference(row: row, column: column) { cells[place] = cell }
  }

  // MARK: Formulas

  /// Interprets the same text twice: as the engine evaluates it, and as it is stored in the cells; nil where no formula reaches.
  private mutating func evaluate(
    _ text: String, of block: String, rows: Int, firstRow: Int
  ) throws(DealbookError) -> (values: [CellValue], formula: RowFormula?) {
    let template: FormulaTemplate
    do { template = try engine.template(text, prefix: Self.prefix) } catch {
      throw .formula(error, of: "\(Self.prefix).\(block)")
    }
    if !pending.isEmpty {
      try settle(template.keys, of: block)
      for name in template.names { try settle(name) }
    }
    do {
      let values =
        try template
        .bound(sheet: "\(Self.prefix)_\(block)", in: environment)
        .evaluate(rows: rows, mask: nil, firstRow: firstRow, in: environment)
      guard let names else { return (values.values, nil) }
      let cell = try FormulaTemplate(
        ChartTemplates.replacing(text) { block, key, row in
          range("\(block).\(key)", row: row) ?? "#REF!"
        })
      if isAcrossTabs(cell) { return (values.values, nil) }
      templates.append(cell)
      let formula = names.applied(to: cell).rowFormula(
        columns: { key in columns["\(block).\(key)"].map { .column($0) } }, firstRow: firstRow,
        absent: MetaSheet.emptyCell)
      return (values.values, formula)
    } catch {
      throw .formula(error, of: "\(Self.prefix).\(block)")
    }
  }

  /// `$C$6:$C$10` on this sheet; nil for a column that no block has.
  private func range(_ name: String, row: Int?) -> String? {
    guard let column = columns[name], let place = places[String(name.prefix { $0 != "." })] else { return nil }
    let letters = ColumnName.letters(column)
    if let row { return "$\(letters)$\(place.row + 1 + row)" }
    return "$\(letters)$\(place.row + 2):$\(letters)$\(place.row + 1 + place.rows)"
  }

  // MARK: For the dashboard

  /// Where charts of an earlier fill find what they refer to, if blocks have moved, grown or shrunk.
  ///
  /// - Parameter sheetIndex: the position of this sheet.
  func changedRanges(ofSheet sheetIndex: Int) -> [ChartRangeChange] {
    var changes: [ChartRangeChange] = []
    for (key, place) in places {
      guard let old = stored?.places[key], old != place, let width = widths[key], width > 0 else { continue }
      for column in Self.firstColumn..<(Self.firstColumn + width) {
        let parts = [
          (old: old.row + 1...old.row + 1, new: place.row + 1...place.row + 1),
          (old: old.row + 2...old.row + 1 + old.rows, new: place.row + 2...place.row + 1 + place.rows),
        ]
        for part in parts {
          guard let first = CellReference(row: part.old.lowerBound, column: column),
            let last = CellReference(row: part.old.upperBound, column: column)
          else { continue }
          let format = CellReference(row: part.new.lowerBound, column: column).flatMap { cells[$0]?.format }
          changes.append(
            ChartRangeChange(
              sheet: sheetIndex, old: CellRange(first, last),
              new: ChartRange(
                formula: AbsoluteReference.text(sheet: sheet, column: column, rows: part.new),
                cells: part.new.map { value(at: $0, column) }, numberFormat: format ?? "General")))
        }
      }
    }
    return changes
  }

  /// The cells of a column for a chart: all of them, or those of certain rows counted from 1.
  func range(_ name: String, rows wanted: ClosedRange<Int>? = nil) -> ChartRange? {
    guard let column = columns[name], let place = places[String(name.prefix { $0 != "." })] else { return nil }
    let rows = wanted ?? 1...place.rows
    let first = place.row + 1
    return ChartRange(
      formula: reference(column, (first + rows.lowerBound)...(first + rows.upperBound)),
      cells: rows.map { value(at: first + $0, column) }, numberFormat: formats[name] ?? "General")
  }

  /// The header of a column, which names its series.
  func header(_ name: String) -> ChartRange? {
    guard let column = columns[name], let place = places[String(name.prefix { $0 != "." })] else { return nil }
    let row = place.row + 1
    return ChartRange(
      formula: reference(column, row...row),
      cells: [value(at: row, column)])
  }

  /// A formula that shows a cell elsewhere, and its value; `row` counts from 1.
  func shown(_ name: String, row: Int) -> (formula: String, value: CellValue)? {
    guard let column = columns[name], let place = places[String(name.prefix { $0 != "." })],
      (1...place.rows).contains(row),
      let cell = CellReference(row: place.row + 1 + row, column: column)
    else { return nil }
    let value = value(at: cell.row, cell.column)
    return (reference(cell.column, cell.row...cell.row), value == .blank ? .number(0) : value)
  }

  /// The text of a reference to cells of the sheet; empty if only values are wanted, as for each workbook of a night.
  private func reference(_ column: Int, _ rows: ClosedRange<Int>) -> String {
    names == nil ? "" : AbsoluteReference.text(sheet: sheet, column: column, rows: rows)
  }

  private func value(at row: Int, _ column: Int) -> CellValue {
    CellReference(row: row, column: column).flatMap { cells[$0]?.value } ?? .blank
  }

  func rowCount(of block: String) -> Int { places[block]?.rows ?? 0 }
}
