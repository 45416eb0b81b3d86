// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// A formula of the team's own, with the ranges that it reads.
struct TeamFormula {
  let sheetIndex: Int
  let cell: CellReference
  let text: String
  let stored: CellValue
  /// The ranges that it reads, each within one column. Nil if they cannot be determined.
  let reads: [SheetPlace]?
  /// The expression with each of ``reads`` replaced by a name.
  private let expression: Expression?

  var place: SheetPlace { SheetPlace(sheetIndex: sheetIndex, range: CellRange(cell, cell)) }

  /// - Parameter lastRow: the last row of each sheet, at which whole columns end.
  init(
    sheetIndex: Int, cell: CellReference, text: String, stored: CellValue, in workbook: Workbook,
    names: [String: SheetPlace], lastRow: [Int: Int]
  ) {
    self.sheetIndex = sheetIndex
    self.cell = cell
    self.text = text
    self.stored = stored
    var reader = Reader(ReferencedPlaces(workbook: workbook, sheetIndex: sheetIndex, names: names, lastRow: lastRow))
    expression = (try? Expression(parsing: text)).flatMap { reader.translated($0) }
    reads = expression == nil ? nil : reader.reads
  }

  /// The value for the current contents of the ranges; nil if it cannot be computed here.
  func value(_ cells: (SheetPlace) -> [CellValue]) -> CellValue? {
    guard let expression, let reads else { return nil }
    var environment = Environment()
    for (index, place) in reads.enumerated() {
      environment.define(Reader.name(index), column: Column(cells(place)))
    }
    guard let bound = try? BoundFormula(expression, sheet: Reader.prefix, in: environment),
      let result = try? bound.evaluate(rows: 1, mask: nil, firstRow: cell.row, in: environment)
    else { return nil }
    // An error may be due to this engine alone.
    if case .error = result[0] { return nil }
    return result[0]
  }

  /// Replaces references with names.
  private struct Reader {
    static let prefix = "ref"
    private static let aggregates: Set<String> = ["SUM", "MIN", "MAX", "COUNT", "COUNTA", "AVERAGE", "PRODUCT"]
    private static let widest = 64

    static func name(_ index: Int) -> String { "\(prefix)_\(index)" }

    let places: ReferencedPlaces
    var reads: [SheetPlace] = []

    init(_ places: ReferencedPlaces) { self.places = places }

    /// Nil for an expression that cannot be read here. Recursive: the depth of a parsed tree is bounded.
    mutating func translated(_ expression: Expression) -> Expression? {
      switch expression {
      case .number, .text, .boolean, .error, .missing: return expression
      case .reference, .name:
        guard let columns = columns(expression), columns.count == 1 else { return nil }
        return columns[0]
      case .unary(let operation, let operand):
        return translated(operand).map { .unary(operation, $0) }
      case .binary(let operation, let left, let right):
        guard let left = translated(left), let right = translated(right) else { return nil }
        return .binary(operation, left, right)
      case .call(let name, _) where UnitFormula.roaming.contains(name): return nil
      case .call(let name, let arguments):
        var new: [Expression] = []
        for argument in arguments {
          if Self.aggregates.contains(name), let columns = columns(argument) {
            new += columns
          } else if let argument = translated(argument) {
            new.append(argument)
          } else {
            return nil
          }
        }
        return .call(name, new)
      case .structured, .cell, .cellsToHere, .array: return nil
      }
    }

    /// A reference as one expression per column; nil for anything else.
    private mutating func columns(_ expression: Expression) -> [Expression]? {
      guard let place = places.place(expression), place.range.columns.count <= Self.widest else { return nil }
      return place.range.columns.compactMap { column in
        guard let first = CellReference(row: place.range.first.row, column: column),
          let last = CellReference(row: place.range.last.row, column: column)
        else { return nil }
        reads.append(SheetPlace(sheetIndex: place.sheetIndex, range: CellRange(first, last)))
        let index = reads.count - 1
        return first == last ? .cell(key: String(index)) : .name(Self.name(index), sheet: nil)
      }
    }
  }
}

/// Resolves the references of a formula.
struct ReferencedPlaces {
  let workbook: Workbook
  /// The sheet that contains the formula.
  let sheetIndex: Int
  /// The workbook's names in lower case.
  let names: [String: SheetPlace]
  /// The last row of each sheet, at which whole columns end.
  let lastRow: [Int: Int]

  /// The range of a reference or name; nil for anything else, or if it is not a single range of the workbook.
  func place(_ expression: Expression) -> SheetPlace? {
    switch expression {
    case .name(let name, nil): return names[name.lowercased()]
    case .reference(let reference):
      guard let sheet = sheet(reference.sheet) else { return nil }
      return reference.range(lastRow: lastRow[sheet] ?? 1).map { SheetPlace(sheetIndex: sheet, range: $0) }
    default: return nil
    }
  }

  /// Whether any of the references or names in a formula is such a place; false for a text that is no formula.
  func contains(in formula: String, where isIt: (SheetPlace) -> Bool) -> Bool {
    guard let expression = try? Expression(parsing: formula) else { return false }
    var open = [expression]
    while let next = open.popLast() {
      if let place = place(next), isIt(place) { return true }
      switch next {
      case .unary(_, let operand): open.append(operand)
      case .binary(_, let left, let right): open += [left, right]
      case .call(_, let arguments): open += arguments
      default: break
      }
    }
    return false
  }

  private func sheet(_ qualifier: SheetQualifier?) -> Int? {
    guard let qualifier else { return sheetIndex }
    guard qualifier.workbook == nil, qualifier.last == nil else { return nil }
    return workbook.sheets.firstIndex { $0.name.lowercased() == qualifier.first.lowercased() }
  }
}

extension Reference {
  /// The referenced cells, with whole columns ending at `lastRow`; nil for whole rows.
  fileprivate func range(lastRow: Int) -> CellRange? {
    switch area {
    case .cell(let corner):
      return CellReference(row: corner.row.number, column: corner.column.number).map { CellRange($0, $0) }
    case .range(let a, let b):
      guard let first = CellReference(row: a.row.number, column: a.column.number),
        let last = CellReference(row: b.row.number, column: b.column.number)
      else { return nil }
      return CellRange(first, last)
    case .columns(let a, let b):
      guard let first = CellReference(row: 1, column: a.number),
        let last = CellReference(row: lastRow, column: b.number)
      else { return nil }
      return CellRange(first, last)
    case .rows: return nil
    }
  }
}
