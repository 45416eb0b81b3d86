// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A rectangle of cells on one sheet.
struct Area: Hashable, Sendable {
  /// Index into ``Workbook/sheets``.
  var sheet: Int
  var top: Int
  var left: Int
  var bottom: Int
  var right: Int

  init(sheet: Int, top: Int, left: Int, bottom: Int, right: Int) {
    self.sheet = sheet
    self.top = min(top, bottom)
    self.left = min(left, right)
    self.bottom = max(top, bottom)
    self.right = max(left, right)
  }

  init(_ place: Place) {
    self.init(sheet: place.sheet, top: place.row, left: place.column, bottom: place.row, right: place.column)
  }

  init(sheet: Int, _ range: CellRange) {
    self.init(
      sheet: sheet, top: range.first.row, left: range.first.column, bottom: range.last.row, right: range.last.column)
  }

  var rows: Int { bottom - top + 1 }
  var columns: Int { right - left + 1 }
  var isCell: Bool { top == bottom && left == right }
  var first: Place { Place(sheet: sheet, row: top, column: left) }

  func contains(_ place: Place) -> Bool {
    place.sheet == sheet && place.row >= top && place.row <= bottom && place.column >= left && place.column <= right
  }

  func intersection(_ other: Area) -> Area? {
    let (top, bottom) = (max(top, other.top), min(bottom, other.bottom))
    let (left, right) = (max(left, other.left), min(right, other.right))
    guard sheet == other.sheet, top <= bottom, left <= right else { return nil }
    return Area(sheet: sheet, top: top, left: left, bottom: bottom, right: right)
  }

  /// The cell at an offset in rows and columns, from 0, from the top left corner. It may be outside this area.
  func cell(_ row: Int, _ column: Int) -> Place {
    Place(sheet: sheet, row: top + row, column: left + column)
  }

  /// Its cells, row by row.
  var places: some Sequence<Place> {
    (top...bottom).lazy.flatMap { row in (left...right).lazy.map { Place(sheet: sheet, row: row, column: $0) } }
  }

  /// The smallest area that contains both.
  func union(_ other: Area) -> Area {
    Area(
      sheet: sheet, top: min(top, other.top), left: min(left, other.left), bottom: max(bottom, other.bottom),
      right: max(right, other.right))
  }

  func row(_ row: Int) -> Area { Area(sheet: sheet, top: top + row, left: left, bottom: top + row, right: right) }

  func column(_ column: Int) -> Area {
    Area(sheet: sheet, top: top, left: left + column, bottom: bottom, right: left + column)
  }
}

/// One cell of a workbook; rows and columns are counted from 1.
struct Place: Hashable, Sendable {
  /// Index into ``Workbook/sheets``.
  var sheet: Int
  var row: Int
  var column: Int
}
