// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Spreadsheet

/// The formulas that are out of date, and the cells that they read.
struct NeededCells {
  let survey: FormulaSurvey
  let dirty: DirtyFormulas
  /// By sheet and column, the rows from the first to the last that is needed.
  private var columns: [Int: [Int: ClosedRange<Int>]] = [:]
  /// The same for reads of many columns.
  private var wide: [Int: Area] = [:]
  /// By sheet and column, the runs with formulas that are out of date.
  private var runs: [Int: [Int: [Int]]] = [:]
  /// Whether the formulas need more than values of cells.
  private(set) var isWholeBook = false

  private static let mostColumns = 256

  init(_ book: Book, _ survey: FormulaSurvey, _ dirty: DirtyFormulas) {
    self.survey = survey
    self.dirty = dirty
    for number in dirty.runs {
      let run = survey.runs[number]
      let precedents = Precedents(book, of: run)
      if precedents.needsWholeBook || survey.arrays[number] != nil {
        isWholeBook = true
        return
      }
      runs[run.sheet, default: [:]][run.column, default: []].append(number)
      guard let first = dirty.rows[number].firstIndex(of: true), let last = dirty.rows[number].lastIndex(of: true)
      else { continue }
      add(run.first + first...run.first + last, run.column, run.sheet)
      for reads in precedents.reads {
        let rows = reads.rows(from: run.first + first, to: run.first + last)
        if reads.right - reads.left < Self.mostColumns {
          for column in reads.left...reads.right { add(rows, column, reads.sheet) }
        } else {
          let area = Area(
            sheet: reads.sheet, top: rows.lowerBound, left: reads.left, bottom: rows.upperBound, right: reads.right)
          wide[reads.sheet] = wide[reads.sheet].map { $0.union(area) } ?? area
        }
      }
    }
  }

  private mutating func add(_ rows: ClosedRange<Int>, _ column: Int, _ sheet: Int) {
    let known = columns[sheet]?[column] ?? rows
    columns[sheet, default: [:]][column] =
      min(known.lowerBound, rows.lowerBound)...max(known.upperBound, rows.upperBound)
  }

  /// The sheets that have to be read.
  var sheets: [Int] { Set(columns.keys).union(wide.keys).sorted() }

  /// The part of this that concerns one sheet.
  func sheet(_ index: Int) -> Sheet { Sheet(index, self) }

  struct Sheet {
    private let needs: NeededCells
    private let index: Int
    /// The needed rows by column; empty for none.
    private var rows: [ClosedRange<Int>?] = []
    private let runs: [Int: [Int]]

    fileprivate init(_ index: Int, _ needs: NeededCells) {
      self.index = index
      self.needs = needs
      runs = (needs.runs[index] ?? [:]).mapValues { numbers in
        numbers.sorted { needs.survey.runs[$0].first < needs.survey.runs[$1].first }
      }
      let own = needs.columns[index] ?? [:]
      let area = needs.wide[index]
      let last = max(own.keys.max() ?? 0, area?.right ?? 0)
      rows = (0...last).map { column in
        guard let area, column >= area.left else { return own[column] }
        let known = own[column] ?? area.top...area.bottom
        return min(known.lowerBound, area.top)...max(known.upperBound, area.bottom)
      }
    }

    /// The last row of which anything is needed.
    var lastRow: Int { rows.reduce(0) { max($0, $1?.upperBound ?? 0) } }

    func contains(_ row: Int, _ column: Int) -> Bool {
      guard column < rows.count, let own = rows[column] else { return false }
      return own.contains(row)
    }

    /// The pattern of the formula in a cell, if that is out of date.
    func pattern(_ row: Int, _ column: Int) -> Int32? {
      guard let own = runs[column] else { return nil }
      let after = own.partitioningIndex { needs.survey.runs[$0].first > row }
      guard after > 0 else { return nil }
      let run = needs.survey.runs[own[after - 1]]
      guard row <= run.last, needs.dirty.contains(row - run.first, ofRun: own[after - 1]) else { return nil }
      return run.pattern
    }
  }
}

extension Book {
  /// Reads only the formulas that are out of date and the cells that they need; other formulas count as the values stored for them.
  func read(_ needs: NeededCells) throws(SpreadsheetError) {
    for index in needs.sheets {
      guard workbook.sheets[index].kind == .worksheet, let part = workbook.sheets[index].part,
        workbook.package.contains(part)
      else { continue }
      let grid = Grid()
      grids[index] = grid
      let own = needs.sheet(index)
      let take = { (row: StoredRow, cells: SheetCells) throws(SpreadsheetError) in
        for cell in row.cells {
          guard cell.hasValueElement || cell.formulaKind != .none else { continue }
          grid.noteRow(row.index)
          guard own.contains(row.index, cell.column) else {
            grid.noteColumn(cell.column)
            continue
          }
          let value = Scalar(try cells.value(of: cell, row: row.index))
          let place = Place(sheet: index, row: row.index, column: cell.column)
          if cell.formulaKind != .none, let pattern = own.pattern(row.index, cell.column) {
            self.add(FormulaCell(place, pattern: Int(pattern), stored: value), value, to: grid)
          } else if !value.isBlank {
            grid.makeColumn(cell.column).append(row: row.index, value)
          }
        }
      }
      if let extent = needs.survey.extents[index], own.lastRow < extent.lastRow {
        // What comes below the last needed row has been read and checked before.
        grid.noteRow(extent.lastRow)
        grid.noteColumn(extent.lastColumn)
        try workbook.forFirstRows(ofSheet: index, through: own.lastRow, take)
      } else {
        try workbook.forEachRow(ofSheet: index, take)
      }
      grid.compact()
    }
  }

  /// In a book that is read as a whole, leaves only these formulas to be calculated.
  func mark(_ dirty: DirtyFormulas, of survey: FormulaSurvey) {
    for number in formulas.indices {
      states[number] = .done
      formulas[number].isCalculated = false
    }
    _ = include(dirty, of: survey)
  }

  /// Adds formulas to those that are calculated, and returns their numbers in order.
  func include(_ dirty: DirtyFormulas, of survey: FormulaSurvey) -> [Int] {
    var numbers: [Int] = []
    for number in dirty.runs {
      let run = survey.runs[number]
      for (offset, isDirty) in dirty.rows[number].enumerated() where isDirty {
        guard let formula = formula(at: Place(sheet: run.sheet, row: run.first + offset, column: run.column)) else {
          continue
        }
        states[formula] = .dirty
        formulas[formula].isCalculated = true
        numbers.append(formula)
      }
    }
    return numbers.sorted()
  }
}
