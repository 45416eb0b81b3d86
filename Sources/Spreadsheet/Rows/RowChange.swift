/// Rows of one sheet that are put in or taken out, so that those below move, as Insert and Delete of spreadsheet programs do.
public struct RowChange: Hashable, Sendable {
  /// The row that moves down together with all below, and by how many.
  public let insertion: Insertion?
  /// Rows that go with all that they hold.
  public let removed: [Int]

  public struct Insertion: Hashable, Sendable {
    public var before: Int
    public var count: Int
    /// The first row of the list above. A range in a formula of a row that moves, as a total has it, takes the new rows in when it
    /// lies in the list and ends with it.
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

  /// - Parameter removed: in any order.
  public init(removed: Set<Int>) {
    insertion = nil
    self.removed = removed.sorted()
  }

  /// Where a row comes to stand; nil for one that goes.
  public func row(_ row: Int) -> Int? {
    if let insertion { return row >= insertion.before ? row + insertion.count : row }
    let place = lowerBound(row)
    return place < removed.count && removed[place] == row ? nil : row - place
  }

  /// Where rows come to stand; nil when all of them go.
  func rows(_ first: Int, _ last: Int) -> (first: Int, last: Int)? {
    if insertion != nil { return (row(first) ?? first, row(last) ?? last) }
    // From the first that stays to the last.
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

  /// The first row that moves or goes.
  var first: Int { insertion?.before ?? removed.first ?? .max }

  /// How many of `removed` are less than `row`.
  private func lowerBound(_ row: Int) -> Int {
    var (low, high) = (0, removed.count)
    while low < high {
      let middle = (low + high) / 2
      if removed[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Formulas after a change of rows.
struct RowChangedFormula {
  let change: RowChange
  /// The name of the changed sheet, in small letters.
  let sheet: String

  enum Outcome: Equatable {
    case same
    case changed([UInt8])
    /// It names a cell, or nothing but cells, of rows that go.
    case lost
  }

  /// - Parameters:
  ///   - isOnSheet: whether references without a sheet are to the changed sheet.
  ///   - moves: whether the formula stands in a row that moves, so that ranges that end with the list take new rows in.
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
      guard var rows = change.rows(top, bottom) else { return .lost }
      if moves, let insertion = change.insertion, bottom == insertion.before - 1, top >= insertion.listStart, end != nil
      {
        rows.last = bottom + insertion.count
      }
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
    var name = String(decoding: qualifier.dropLast(), as: UTF8.self)
    if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 1 {
      name = String(name.dropFirst().dropLast()).split(separator: "''", omittingEmptySubsequences: false)
        .joined(separator: "'")
    }
    return name.lowercased() == sheet
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
