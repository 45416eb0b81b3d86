// SPDX-License-Identifier: Apache-2.0

import Base

/// Rows inserted into or removed from one sheet, so that the rows below move, like Insert and Delete in spreadsheet programs.
public struct RowChange: Hashable, Sendable {
  /// The insertion, for a change that inserts rows.
  public let insertion: Insertion?
  /// The removed rows in ascending order; their contents are lost. Empty for an insertion.
  public let removed: [Int]

  /// New rows above an existing one.
  public struct Insertion: Hashable, Sendable {
    /// The row that moves down, together with all rows below it.
    public var before: Int
    /// The number of new rows.
    public var count: Int
    /// The first row of the list above the new rows. If a formula in a row that moves (such as a total) has a range that lies in
    /// the list and ends with it, the range grows to include the new rows.
    public var listStart: Int

    public init(before: Int, count: Int, listStart: Int) {
      self.before = before
      self.count = count
      self.listStart = listStart
    }
  }

  public init(insertion: Insertion) {
    self.insertion = insertion
    removed = []
  }

  /// - Parameter removed: the row numbers, in any order.
  public init(removed: Set<Int>) {
    insertion = nil
    self.removed = removed.sorted()
  }

  /// The new number of a row; nil if it is removed.
  public func row(_ row: Int) -> Int? {
    if let insertion { return row >= insertion.before ? row + insertion.count : row }
    let place = lowerBound(row)
    return place < removed.count && removed[place] == row ? nil : row - place
  }

  /// The new numbers of a range of rows; nil if all of them are removed.
  func rows(_ first: Int, _ last: Int) -> (first: Int, last: Int)? {
    if insertion != nil { return (row(first) ?? first, row(last) ?? last) }
    // The range now extends from the first remaining row to the last.
    let (before, through) = (lowerBound(first), lowerBound(last + 1))
    guard through - before < last - first + 1 else { return nil }
    return (first - before, last - through)
  }

  func range(_ range: CellRange) -> CellRange? {
    guard let rows = rows(range.first.row, range.last.row),
      let first = CellReference(row: min(rows.first, CellReference.maxRow), column: range.first.column),
      let last = CellReference(row: min(rows.last, CellReference.maxRow), column: range.last.column)
    else { return nil }
    return CellRange(first, last)
  }

  /// The first row that moves or is removed.
  var first: Int { insertion?.before ?? removed.first ?? .max }

  /// The removed rows in a range.
  func removed(among rows: ClosedRange<Int>) -> ArraySlice<Int> {
    removed[lowerBound(rows.lowerBound)..<max(lowerBound(rows.lowerBound), lowerBound(rows.upperBound + 1))]
  }

  /// The number of removed rows above `row`.
  private func lowerBound(_ row: Int) -> Int {
    removed.partitioningIndex { $0 >= row }
  }
}

/// Adapts formulas to a change of rows.
struct RowChangedFormula {
  let change: RowChange
  /// The name of the changed sheet, in lower case.
  let sheet: String

  enum Outcome: Equatable {
    case same
    case changed([UInt8])
    /// The formula refers to these rows, all of which are removed.
    case lost(ClosedRange<Int>)
  }

  /// - Parameters:
  ///   - isOnSheet: whether references without a sheet name refer to the changed sheet.
  ///   - moves: whether the formula is in a row that moves, so that its ranges that end with the list grow to include new rows.
  func apply(_ text: [UInt8], isOnSheet: Bool, moves: Bool = false) -> Outcome {
    var result: [UInt8] = []
    var isChanged = false
    var concerns = isOnSheet
    let tokens = FormulaTokenizer.tokens(in: text)
    var place = 0
    while place < tokens.count {
      let token = tokens[place]
      place += 1
      if token.kind == .sheet {
        concerns = isChangedSheet(text[token.range])
        result += text[token.range]
        continue
      }
      guard token.kind == .cell || token.kind == .row, let axes = FormulaAxes(text.span, token.range) else {
        result += text[token.range]
        concerns = isOnSheet
        continue
      }
      var end: FormulaAxes?
      var last = token
      if place + 1 < tokens.count, tokens[place].kind == .operation, text[tokens[place].range] == [UInt8(ascii: ":")],
        tokens[place + 1].kind == token.kind, let axes = FormulaAxes(text.span, tokens[place + 1].range)
      {
        (end, last) = (axes, tokens[place + 1])
        place += 2
      }
      defer { concerns = isOnSheet }
      guard concerns else {
        result += text[token.range.lowerBound..<last.range.upperBound]
        continue
      }
      let (top, bottom) = (min(axes.row, end?.row ?? axes.row), max(axes.row, end?.row ?? axes.row))
      guard var rows = change.rows(top, bottom) else { return .lost(top...bottom) }
      if moves, let insertion = change.insertion, bottom == insertion.before - 1, top >= insertion.listStart, end != nil
      {
        rows.last = bottom + insertion.count
      }
      // A range to the last row of a sheet still ends there.
      rows.last = min(rows.last, CellReference.maxRow)
      guard rows != (top, bottom) else {
        result += text[token.range.lowerBound..<last.range.upperBound]
        continue
      }
      isChanged = true
      let isUpright = axes.row <= end?.row ?? axes.row
      Self.append(axes, row: isUpright ? rows.first : rows.last, to: &result)
      if let end {
        result.append(UInt8(ascii: ":"))
        Self.append(end, row: isUpright ? rows.last : rows.first, to: &result)
      }
    }
    return isChanged ? .changed(result) : .same
  }

  private func isChangedSheet(_ qualifier: ArraySlice<UInt8>) -> Bool {
    SheetName.unquoted(String(decoding: qualifier.dropLast(), as: UTF8.self)).lowercased() == sheet
  }

  private static func append(_ axes: FormulaAxes, row: Int, to result: inout [UInt8]) {
    if axes.column > 0 {
      if axes.columnIsAbsolute { result.append(UInt8(ascii: "$")) }
      ColumnName.append(axes.column, to: &result)
    }
    if axes.rowIsAbsolute { result.append(UInt8(ascii: "$")) }
    result += String(row).utf8
  }
}
