// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Records which formulas read which cells, as far as their text shows. Formulas whose references are made by functions count as reading
/// everything.
///
/// A formula that is filled down is analysed once, so memory grows with the number of different formulas.
struct Dependents {
  private let book: Book
  private var runs: [FormulaRun] = []
  /// Reads of few columns, by sheet and column, ordered by first row.
  private var spans: [Column: [Span]] = [:]
  /// Reads of many columns, by sheet.
  private var wide: [Int: [(reads: RunReads, run: Int)]] = [:]
  /// Runs whose reads are unknown.
  private var open: [Int] = []

  private struct Column: Hashable {
    var sheet: Int
    var column: Int
  }

  private struct Span {
    var rows: ClosedRange<Int>
    /// The last row that this span or any span before it reaches.
    var reach: Int
    var reads: RunReads
    var run: Int
  }

  private static let mostColumns = 64

  init(_ book: Book) {
    self.book = book
    collectRuns()
    for (number, run) in runs.enumerated() {
      let precedents = Precedents(book, of: run)
      if precedents.isOpen { open.append(number) }
      for reads in precedents.reads {
        guard reads.right - reads.left < Self.mostColumns else {
          wide[reads.sheet, default: []].append((reads, number))
          continue
        }
        let rows = reads.rows(of: run)
        for column in reads.left...reads.right {
          spans[Column(sheet: reads.sheet, column: column), default: []].append(
            Span(rows: rows, reach: 0, reads: reads, run: number))
        }
      }
    }
    for key in Array(spans.keys) {
      guard var own = spans.removeValue(forKey: key) else { continue }
      own.sort { $0.rows.lowerBound < $1.rows.lowerBound }
      var reach = 0
      for index in own.indices {
        reach = max(reach, own[index].rows.upperBound)
        own[index].reach = reach
      }
      spans[key] = own
    }
  }

  private mutating func collectRuns() {
    /// For each column, the latest run on the sheet.
    var last: [Int] = []
    var sheet = -1
    for number in book.formulas.indices {
      let cell = book.formulas[number]
      let place = cell.place
      if place.sheet != sheet {
        sheet = place.sheet
        last = []
      }
      while last.count <= place.column { last.append(-1) }
      let run = last[place.column]
      if run >= 0, runs[run].pattern == cell.pattern, runs[run].last == place.row - 1 {
        runs[run].last = place.row
      } else {
        last[place.column] = runs.count
        runs.append(
          FormulaRun(
            sheet: place.sheet, column: place.column, pattern: cell.pattern, first: place.row, last: place.row))
      }
    }
  }

  /// Leaves dirty the formulas that depend on `changed` or have no value, and marks the rest as done.
  func markDirty(after changed: [Int: Set<CellReference>]) {
    var marking = Marking(book, runs.map { ($0.first, $0.last) })
    for (sheet, cells) in changed {
      marking.open += cells.map { Place(sheet: sheet, row: $0.row, column: $0.column) }
    }
    if !marking.open.isEmpty { for run in open { marking.mark(run, runs[run], runs[run].first...runs[run].last) } }
    for number in book.formulas.indices where !book.formulas[number].hasStored { marking.mark(number) }
    for place in marking.open { if let own = book.formula(at: place) { marking.mark(own) } }
    while let place = marking.open.popLast() {
      if let own = spans[Column(sheet: place.sheet, column: place.column)] {
        // Spans that begin below the cell do not contain it. Going upwards, the search can stop once no earlier span reaches the cell.
        var low = 0
        var high = own.count
        while low < high {
          let middle = (low + high) / 2
          if own[middle].rows.lowerBound <= place.row { low = middle + 1 } else { high = middle }
        }
        var at = low - 1
        while at >= 0, own[at].reach >= place.row {
          if own[at].rows.upperBound >= place.row {
            let run = runs[own[at].run]
            if let rows = own[at].reads.readers(of: place.row, in: run) { marking.mark(own[at].run, run, rows) }
          }
          at -= 1
        }
      }
      for (reads, number) in wide[place.sheet] ?? [] where place.column >= reads.left && place.column <= reads.right {
        let run = runs[number]
        guard reads.rows(of: run).contains(place.row), let rows = reads.readers(of: place.row, in: run) else {
          continue
        }
        marking.mark(number, run, rows)
      }
    }
    for number in book.formulas.indices where !marking.isDirty[number] {
      book.states[number] = .done
      book.formulas[number].isCalculated = false
    }
  }
}

/// The formulas found to be out of date, and the cells whose readers have not been looked up yet.
private struct Marking {
  private let book: Book
  var open: [Place] = []
  private(set) var isDirty: [Bool]
  /// For each run: all its formulas up to row `head` and from row `tail` on are marked.
  private var ends: [(head: Int, tail: Int)]

  init(_ book: Book, _ runs: [(first: Int, last: Int)]) {
    self.book = book
    isDirty = [Bool](repeating: false, count: book.formulas.count)
    ends = runs.map { ($0.first - 1, $0.last + 1) }
  }

  mutating func mark(_ formula: Int) {
    guard !isDirty[formula] else { return }
    isDirty[formula] = true
    let place = book.formulas[formula].place
    guard let extent = book.extents[formula]?.now, !extent.isCell, extent.rows * extent.columns <= Matrix.maxCells
    else {
      open.append(place)
      return
    }
    for row in extent.top...extent.bottom {
      for column in extent.left...extent.right { open.append(Place(sheet: extent.sheet, row: row, column: column)) }
    }
  }

  /// Marks the formulas of a run in these rows, skipping those already marked from either end of the run.
  mutating func mark(_ number: Int, _ run: FormulaRun, _ rows: ClosedRange<Int>) {
    let first = max(rows.lowerBound, ends[number].head + 1)
    let last = min(rows.upperBound, ends[number].tail - 1)
    if first <= last, let store = book.column(run.sheet, run.column) {
      for row in first...last {
        guard let at = store.position(of: row), store.formulas[at] >= 0 else { continue }
        mark(Int(store.formulas[at]))
      }
    }
    if rows.lowerBound <= ends[number].head + 1 { ends[number].head = max(ends[number].head, rows.upperBound) }
    if rows.upperBound >= ends[number].tail - 1 { ends[number].tail = min(ends[number].tail, rows.lowerBound) }
  }
}
