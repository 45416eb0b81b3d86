// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Finds, in one pass over a sheet, which cells of its computed columns belong to the tool and can be removed.
struct ColumnSweep {
  struct Found {
    let id: ColumnID
    let number: Int
    let header: String
    /// Whether cells are removed with their style, not only emptied.
    let removesCells: Bool
    /// Whether the header belongs to the tool too.
    let hasOwnHeader: Bool
    fileprivate var formulas: OwnFormulas?
    fileprivate let holdsValues: Bool
    /// The rows to clear, as row numbers on the sheet, ascending.
    var rows: [Int] = []
    var cleared = 0
    var kept = 0
  }

  private(set) var columns: [Found] = []
  /// The last column with content, before and after.
  private(set) var edge = RightEdge(from: 0, to: 0)
  private let analysis: Analysis
  private let sheet: LocatedSheet

  /// - Parameter record: says which columns belong to the tool.
  init(_ sheet: LocatedSheet, _ analysis: Analysis, _ record: FillRecord) {
    self.analysis = analysis
    self.sheet = sheet
    for column in sheet.columns where column.definition.isComputed {
      let id = ColumnID(sheet: sheet.prefix, key: column.key)
      guard record.knows(id) else { continue }
      let isOwn = record.columns[id.sheet]?.contains(id.key) == true
      columns.append(
        Found(
          id: id, number: column.number, header: column.header,
          removesCells: isOwn || record.formatted[id.sheet]?.contains(id.key) == true, hasOwnHeader: isOwn,
          formulas: OwnFormulas(id, templates: analysis.templates.all(of: id), layout: analysis.layout),
          holdsValues: analysis.team.holdsValues(id)))
    }
  }

  /// - Parameters:
  ///   - shift: the offset added to row numbers of the sheet at `index`, if several tabs are read as one sheet.
  ///   - keep: called for each formula in these columns that stays.
  mutating func run(
    at index: Int, headerRow: Int, shift: Int, kept keep: (CellReference, String) -> Void
  ) throws(SpreadsheetError) {
    let worksheet = try analysis.team.workbook.worksheet(at: index)
    var places: [Int: Int] = [:]
    for (place, column) in columns.enumerated() { places[column.number] = place }
    var (all, left) = (0, 0)
    var found = columns
    try worksheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells {
        all = max(all, cell.column)
        guard let place = places[cell.column], row.index >= headerRow else {
          left = max(left, cell.column)
          continue
        }
        if row.index == headerRow {
          if !found[place].hasOwnHeader { left = max(left, cell.column) }
          continue
        }
        let value = try worksheet.value(of: cell, row: row.index)
        let isOurs: Bool
        if cell.formulaKind == .none {
          if value.isEmpty {
            isOurs = found[place].removesCells
          } else {
            isOurs = found[place].holdsValues && isComputed(value, found[place].id, row: row.index + shift)
            if !isOurs { found[place].kept += 1 }
          }
        } else {
          let text = try worksheet.formula(of: cell, row: row.index)?.text
          switch text.flatMap({ found[place].formulas?.state(of: $0, row: row.index) }) ?? .otherFormula {
          case .ours, .former: isOurs = true
          default:
            isOurs = false
            found[place].kept += 1
            if let place = CellReference(row: row.index, column: cell.column) { keep(place, text ?? "") }
          }
        }
        if isOurs {
          found[place].rows.append(row.index)
          if !value.isEmpty || cell.formulaKind != .none { found[place].cleared += 1 }
        }
        if !isOurs || !found[place].removesCells { left = max(left, cell.column) }
      }
    }
    columns = found
    // A header stays if anything below it stays.
    for column in columns where column.kept > 0 { left = max(left, column.number) }
    edge = RightEdge(from: all, to: left)
  }

  /// Whether a plain value equals the one computed for its row; a different value was typed on purpose.
  private func isComputed(_ value: CellValue, _ id: ColumnID, row: Int) -> Bool {
    guard let computed = analysis.computation.columns[id], sheet.rows.range.contains(row) else { return false }
    return ColumnFiller.isSame(value, computed[row - sheet.rows.range.lowerBound])
  }
}

extension ColumnSweep.Found {
  /// The cells to clear, as one fill.
  var fill: ColumnFill? {
    guard let first = rows.first, let last = rows.last else { return nil }
    var written = Array(repeating: false, count: last - first + 1)
    for row in rows { written[row - first] = true }
    return removesCells
      ? ColumnFill(column: number, firstRow: first, removed: written)
      : ColumnFill(column: number, firstRow: first, emptied: written)
  }
}
