// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A parsed formula.
///
/// The grammar is that of Excel formulas as files store them (ECMA-376 Part 1, 18.17), plus the playbook's own `{key}` and `{^key}`. The
/// tree is at most ``ParsedFormula/maxDepth`` levels deep, so it may be walked recursively. Parentheses are not part of it; printing adds
/// them where they are needed.
public indirect enum Expression: Hashable, Sendable {
  case number(Double)
  case text(String)
  case boolean(Bool)
  case error(CellError)
  /// An omitted argument: `IF(A1,,2)`.
  case missing
  case reference(Reference)
  /// A defined name: `AsOf` or `Sheet1!local`.
  case name(String, sheet: SheetQualifier?)
  case structured(StructuredReference)
  /// `{key}`: the cell of the column `key` in the current row.
  case cell(key: String)
  /// `{^key}`: the cells of the column `key` from the first data row down to the current row.
  case cellsToHere(key: String)
  case unary(UnaryOperator, Expression)
  case binary(BinaryOperator, Expression, Expression)
  /// A function call. The name is upper case and has no `_xlfn.`; the name of a macro or of a function in another workbook keeps its
  /// qualifier, as in `[1]!RATE2`. An empty name calls the function that the first argument evaluates to: `LAMBDA(x,x+1)(5)`.
  case call(String, [Expression])
  /// The rows of an array constant.
  case array([[Expression]])
}

/// The sheet part of a reference: `'My sheet'!`, `Jan:Dec!` or `[1]Rates!`.
public struct SheetQualifier: Hashable, Sendable {
  /// The text in the brackets of a reference to another workbook; in files, the number of the external link.
  public var workbook: String?
  /// The path before those brackets: `C:\\Rates\\`. Empty in files.
  public var path = ""
  /// The sheet's name without quotes. Empty if only the workbook is named: `[1]!Name`.
  public var first: String
  /// The last sheet of a three-dimensional reference.
  public var last: String?

  public init(workbook: String? = nil, path: String = "", first: String, last: String? = nil) {
    self.workbook = workbook
    self.path = path
    self.first = first
    self.last = last
  }
}

/// A cell, a range, whole columns or whole rows; each end is absolute or relative.
public struct Reference: Hashable, Sendable {
  public var sheet: SheetQualifier?
  public var area: Area

  public enum Area: Hashable, Sendable {
    case cell(Corner)
    case range(Corner, Corner)
    case columns(Axis, Axis)
    case rows(Axis, Axis)
  }

  /// A column or row number, with or without `$`.
  public struct Axis: Hashable, Sendable {
    public var number: Int
    public var absolute: Bool

    public init(_ number: Int, absolute: Bool) {
      self.number = number
      self.absolute = absolute
    }
  }

  public struct Corner: Hashable, Sendable {
    public var column: Axis
    public var row: Axis

    public init(column: Axis, row: Axis) {
      self.column = column
      self.row = row
    }
  }

  public init(sheet: SheetQualifier? = nil, area: Area) {
    self.sheet = sheet
    self.area = area
  }
}

/// A structured reference: `Sales[[#This Row],[Amount]]`. It is parsed and printed here, but resolved by code that knows the tables.
public struct StructuredReference: Hashable, Sendable {
  public var table: String?
  /// The text between the outer brackets, as written.
  public var specifier: String

  public init(table: String?, specifier: String) {
    self.table = table
    self.specifier = specifier
  }
}

public enum UnaryOperator: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case percent = "%"
  /// `@`, implicit intersection.
  case implicitIntersection = "@"
  /// `A1#`, the spilled range.
  case spill = "#"
}

public enum BinaryOperator: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case concatenate = "&"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case range = ":"
  case union = ","
  case intersection = " "
}
