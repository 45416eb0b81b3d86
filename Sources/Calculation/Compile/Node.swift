// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// A compiled formula: sheets, names and functions are resolved, and references are relative to the formula's cell.
///
/// One tree serves all cells whose formulas differ only in their position.
indirect enum Node: Sendable {
  case constant(Scalar)
  case array(Matrix)
  case missing
  case cell(RelativeCell)
  case area(RelativeArea)
  /// The same area on each sheet of a range of sheets.
  case sheets(ClosedRange<Int>, RelativeArea)
  /// A defined name: index into ``Names/entries``.
  case name(Int)
  /// A name declared by LET or LAMBDA, in upper case.
  case variable(String)
  case table(TableReference)
  case unary(UnaryOperator, Node)
  case binary(BinaryOperator, Node, Node)
  case call(Function, [Node])
  /// Calls the function that the node evaluates to.
  case apply(Node, [Node])
  /// Ends the evaluation of the formula when reached.
  case halt(HaltNode)

  enum HaltNode: Sendable {
    case error(ErrorValue)
    case kept(KeptReason)
  }
}

/// A column or row number, absolute or as an offset from the formula's cell.
struct RelativeAxis: Hashable, Sendable {
  var number: Int32
  var isRelative: Bool

  init(_ axis: Reference.Axis, base: Int) {
    isRelative = !axis.absolute
    number = Int32(isRelative ? axis.number - base : axis.number)
  }

  init(absolute number: Int) {
    self.number = Int32(number)
    isRelative = false
  }

  /// The number for a formula at `base`. It wraps around at the edge of the sheet.
  @inline(__always) func resolved(_ base: Int, size: Int) -> Int {
    guard isRelative else { return Int(number) }
    let place = base + Int(number)
    if place >= 1, place <= size { return place }
    let rest = (place - 1) % size
    return (rest < 0 ? rest + size : rest) + 1
  }
}

struct RelativeCell: Hashable, Sendable {
  /// The index of the sheet; -1 for the formula's own.
  var sheet: Int32
  var row: RelativeAxis
  var column: RelativeAxis

  @inline(__always) func place(from cell: Place) -> Place {
    Place(
      sheet: sheet < 0 ? cell.sheet : Int(sheet), row: row.resolved(cell.row, size: CellReference.maxRow),
      column: column.resolved(cell.column, size: CellReference.maxColumn))
  }
}

struct RelativeArea: Hashable, Sendable {
  /// The index of the sheet; -1 for the formula's own.
  var sheet: Int32
  var firstRow: RelativeAxis
  var firstColumn: RelativeAxis
  var lastRow: RelativeAxis
  var lastColumn: RelativeAxis

  func area(from cell: Place) -> Area {
    Area(
      sheet: sheet < 0 ? cell.sheet : Int(sheet), top: firstRow.resolved(cell.row, size: CellReference.maxRow),
      left: firstColumn.resolved(cell.column, size: CellReference.maxColumn),
      bottom: lastRow.resolved(cell.row, size: CellReference.maxRow),
      right: lastColumn.resolved(cell.column, size: CellReference.maxColumn))
  }
}

/// The target of a structured reference.
struct TableReference: Hashable, Sendable {
  /// Index into ``Book/tables``; nil for the table that contains the formula.
  var table: Int?
  var items: Set<Item>
  /// The upper-case names of the first and last column; nil for all columns.
  var columns: (first: String, last: String)? { firstColumn.map { ($0, lastColumn ?? $0) } }
  var firstColumn: String?
  var lastColumn: String?

  enum Item: Hashable, Sendable { case all, data, headers, totals, thisRow }
}
