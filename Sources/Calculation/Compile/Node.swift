import Formula
import Spreadsheet

/// A formula made ready to be evaluated: sheets, names and functions are found, references are relative to the cell.
///
/// One tree serves all cells whose formulas differ only by where they stand.
indirect enum Node: Sendable {
  case constant(Scalar)
  case array(Matrix)
  case missing
  case cell(RelativeCell)
  case area(RelativeArea)
  /// The same area on each sheet of a range of them.
  case sheets(ClosedRange<Int>, RelativeArea)
  /// A defined name: position in ``Names/entries``.
  case name(Int)
  /// A name that LET or LAMBDA gives, in upper case.
  case variable(String)
  case table(TableReference)
  case unary(UnaryOperator, Node)
  case binary(BinaryOperator, Node, Node)
  case call(Function, [Node])
  /// A call of what the node gives.
  case apply(Node, [Node])
  /// What ends the formula when it is reached.
  case halt(HaltNode)

  enum HaltNode: Sendable {
    case error(ErrorValue)
    case kept(KeptReason)
  }
}

/// A column or row number, or a distance from the cell of the formula.
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

  /// The number for a formula at `base`; beyond the edge it comes in at the other side.
  @inline(__always) func resolved(_ base: Int, size: Int) -> Int {
    guard isRelative else { return Int(number) }
    let place = base + Int(number)
    if place >= 1, place <= size { return place }
    let rest = (place - 1) % size
    return (rest < 0 ? rest + size : rest) + 1
  }
}

struct RelativeCell: Hashable, Sendable {
  /// Position of the sheet; -1 for that of the formula.
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
  /// Position of the sheet; -1 for that of the formula.
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

/// What a structured reference names.
struct TableReference: Hashable, Sendable {
  /// Position in ``Book/tables``; nil for the table that the formula stands in.
  var table: Int?
  var items: Set<Item>
  /// Names of the first and the last column in upper case; nil for all.
  var columns: (first: String, last: String)? { firstColumn.map { ($0, lastColumn ?? $0) } }
  var firstColumn: String?
  var lastColumn: String?

  enum Item: Hashable, Sendable { case all, data, headers, totals, thisRow }
}
