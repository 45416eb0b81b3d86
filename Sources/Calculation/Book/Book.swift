// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// The cells of a workbook in the form that calculation needs.
final class Book {
  let workbook: Workbook
  let dateSystem: DateSystem
  let names: Names
  /// Indexed by sheet; nil for a sheet without cells.
  var grids: [Grid?]
  let sheetNumbers: [String: Int]
  var formulas: [FormulaCell] = []
  var states: [FormulaState] = []
  var patterns: [FormulaPattern] = []
  /// The ranges of array formulas, by formula number.
  var extents: [Int: FormulaExtent] = [:]
  /// The texts of formulas, concatenated; of one that is filled down only the first.
  var formulaTexts: [UInt8] = []
  /// The stored values of array formulas in all of their cells but the first.
  var storedElements: [Place: Scalar] = [:]
  var tables: [(sheet: Int, table: Table)] = []
  /// Table numbers by upper-case name.
  var tableNumbers: [String: Int] = [:]

  init(_ workbook: Workbook) {
    self.workbook = workbook
    dateSystem = workbook.dateSystem
    names = Names(workbook.definedNames)
    grids = Array(repeating: nil, count: workbook.sheets.count)
    var numbers: [String: Int] = [:]
    for (index, sheet) in workbook.sheets.enumerated() where numbers[CaseFolding.folded(sheet.name)] == nil {
      numbers[CaseFolding.folded(sheet.name)] = index
    }
    sheetNumbers = numbers
  }

  func sheet(named name: String) -> Int? { sheetNumbers[CaseFolding.folded(name)] }

  @inline(__always)
  func column(_ sheet: Int, _ column: Int) -> ColumnStore? { grids[sheet]?.column(column) }

  /// The columns of `area` that hold any cell.
  func columns(in area: Area) -> [Int] {
    guard let grid = grids[area.sheet], area.left <= grid.lastColumn else { return [] }
    return (area.left...min(area.right, grid.lastColumn)).filter { grid.column($0) != nil }
  }

  func formula(at place: Place) -> Int? {
    guard let store = column(place.sheet, place.column), let at = store.position(of: place.row),
      store.formulas[at] >= 0
    else { return nil }
    return Int(store.formulas[at])
  }

  func node(of formula: Int) -> Node { patterns[Int(formulas[formula].pattern)].node }

  /// How much is left of ranges that reach to the end of the sheet.
  enum Margin {
    /// What has content on any sheet,
    case none
    /// and more empty cells than that,
    case wide
    /// or everything.
    case all
  }

  var margin = Margin.none

  /// If `area` reaches to the end of the sheet, cuts off the trailing rows and columns that are empty on every sheet.
  func trimmed(_ area: Area) -> Area {
    guard area.bottom == CellReference.maxRow || area.right == CellReference.maxColumn, margin != .all else {
      return area
    }
    func last(_ content: Int, _ most: Int) -> Int { margin == .wide ? min(2 * content + 16, most) : content }
    var result = area
    if area.bottom == CellReference.maxRow {
      result.bottom = max(area.top, last(grids.reduce(1) { max($0, $1?.lastRow ?? 1) }, CellReference.maxRow))
    }
    if area.right == CellReference.maxColumn {
      result.right = max(area.left, last(grids.reduce(1) { max($0, $1?.lastColumn ?? 1) }, CellReference.maxColumn))
    }
    return result
  }

  /// `B7`, or `Plan!B7` if the cell is not on `sheet`.
  func name(of place: Place, from sheet: Int? = nil) -> String {
    let cell = ColumnName.letters(place.column) + String(place.row)
    if place.sheet == sheet { return cell }
    return "\(SheetQualifier(first: workbook.sheets[place.sheet].name))!\(cell)"
  }

  // MARK: Tables

  func area(of reference: TableReference, from place: Place) throws(Halt) -> Area {
    let number: Int
    if let table = reference.table {
      number = table
    } else {
      guard
        let own = tables.firstIndex(where: {
          $0.sheet == place.sheet && Area(sheet: $0.sheet, $0.table.range).contains(place)
        })
      else { throw .reference }
      number = own
    }
    let (sheet, table) = tables[number]
    var area = Area(sheet: sheet, table.range)
    if let (first, last) = reference.columns {
      guard let a = Self.column(first, of: table), let b = Self.column(last, of: table) else { throw .reference }
      area.left = table.range.first.column + min(a, b)
      area.right = table.range.first.column + max(a, b)
    }
    let (top, bottom) = (table.range.first.row, table.range.last.row)
    let data = (top + table.headerRowCount, bottom - table.totalsRowCount)
    var rows: (Int, Int)?
    func take(_ first: Int, _ last: Int) {
      guard first <= last else { return }
      rows = rows.map { (min($0.0, first), max($0.1, last)) } ?? (first, last)
    }
    for item in reference.items {
      switch item {
      case .all: take(top, bottom)
      case .data: take(data.0, data.1)
      case .headers: take(top, top + table.headerRowCount - 1)
      case .totals: take(bottom - table.totalsRowCount + 1, bottom)
      case .thisRow:
        guard place.row >= data.0, place.row <= data.1 else { throw .value }
        take(place.row, place.row)
      }
    }
    guard let rows else { throw .reference }
    (area.top, area.bottom) = rows
    return area
  }

  private static func column(_ name: String, of table: Table) -> Int? {
    table.columns.firstIndex { $0.name.uppercased() == name }
  }
}

/// The state of a formula's calculation.
enum FormulaState: UInt8, Sendable {
  /// Not evaluated yet.
  case dirty
  /// Evaluation has begun and waits for cells that the formula needs.
  case waiting
  case done
  /// Cannot be calculated: its cells keep the values they hold.
  case kept
}

/// A cell with a formula. There may be a million of them, so the type is kept small.
struct FormulaCell {
  enum Kind: UInt8, Sendable {
    case normal
    /// An array formula over a fixed range.
    case array
    /// An array formula that spills over as many cells as its result needs.
    case dynamic
  }

  private let sheet: Int32
  private let row: Int32
  private let column: Int32
  /// Index into ``Book/patterns``.
  var pattern: Int32
  private var textStart: UInt32 = 0
  private var textLength: Int32 = 0
  /// The row of the formula to which the text belongs, from which this one is filled down.
  private var textRow: Int32 = 0
  var kind = Kind.normal
  /// Whether the file stores a value.
  var hasStored: Bool
  /// Whether this run calculates the formula.
  var isCalculated = true
  /// The value in the file.
  var stored: Scalar

  init(_ place: Place, pattern: Int, stored: Scalar) {
    sheet = Int32(place.sheet)
    row = Int32(place.row)
    column = Int32(place.column)
    self.pattern = Int32(pattern)
    self.stored = stored
    hasStored = !stored.isBlank
  }

  var place: Place { Place(sheet: Int(sheet), row: Int(row), column: Int(column)) }

  /// The range in ``Book/formulaTexts`` of the text from which the formula is filled down, and the row to which that belongs.
  var text: (range: Range<Int>, row: Int) {
    get { (Int(textStart)..<Int(textStart) + Int(textLength), Int(textRow)) }
    set {
      textStart = UInt32(newValue.range.lowerBound)
      textLength = Int32(newValue.range.count)
      textRow = Int32(newValue.row)
    }
  }
}

/// What formulas that differ only in their position have in common.
struct FormulaPattern: Sendable {
  let node: Node
  /// Whether the formula's last operation is an addition or subtraction, whose result may snap to zero.
  var snaps = false
}

/// The range of an array formula.
struct FormulaExtent {
  /// The range of the result, as far as it is known.
  var now: Area
  /// The range in the file.
  let stored: Area
}
