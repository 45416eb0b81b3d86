// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Spreadsheet

/// Records which formulas read which cells, as far as their text shows. Formulas whose references are made by functions count as reading
/// everything.
///
/// A formula that is filled down is analysed once, so memory grows with the number of different formulas.
struct Dependents {
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

  /// The ranges of array formulas, by the number of their run.
  private let arrays: [Int: Area]
  /// By sheet and column, the numbers of the runs from top to bottom.
  private var places: [Column: [Int]] = [:]

  init(_ book: Book, _ survey: FormulaSurvey) {
    runs = survey.runs
    arrays = survey.arrays
    for (number, run) in runs.enumerated() {
      places[Column(sheet: run.sheet, column: run.column), default: []].append(number)
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
    for key in Array(places.keys) { places[key]?.sort { runs[$0].first < runs[$1].first } }
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

  /// The formulas that depend on `changed`, and those in `open`, with what depends on them.
  func closure(of changed: [Place], and open: [Place]) -> DirtyFormulas {
    var marking = Marking(runs, arrays)
    marking.open = changed
    if !changed.isEmpty { for run in self.open { marking.mark(run, runs[run].first...runs[run].last) } }
    for place in open + changed {
      if let run = run(at: place) { marking.mark(run, place.row...place.row) }
    }
    while let place = marking.open.popLast() {
      if let own = spans[Column(sheet: place.sheet, column: place.column)] {
        // Spans that begin below the cell do not contain it. Going upwards, the search can stop once no earlier span reaches the cell.
        var at = own.partitioningIndex { $0.rows.lowerBound > place.row } - 1
        while at >= 0, own[at].reach >= place.row {
          if own[at].rows.upperBound >= place.row {
            let run = runs[own[at].run]
            if let rows = own[at].reads.readers(of: place.row, in: run) { marking.mark(own[at].run, rows) }
          }
          at -= 1
        }
      }
      for (reads, number) in wide[place.sheet] ?? [] where place.column >= reads.left && place.column <= reads.right {
        let run = runs[number]
        guard reads.rows(of: run).contains(place.row), let rows = reads.readers(of: place.row, in: run) else {
          continue
        }
        marking.mark(number, rows)
      }
    }
    return marking.dirty
  }

  /// Whether a cell has a formula, or a value from the formula of another cell.
  func isCalculated(_ place: Place) -> Bool {
    run(at: place) != nil || arrays.values.contains { $0.contains(place) }
  }

  /// The run with the formula of a cell.
  private func run(at place: Place) -> Int? {
    guard let own = places[Column(sheet: place.sheet, column: place.column)] else { return nil }
    let after = own.partitioningIndex { runs[$0].first > place.row }
    return after > 0 && runs[own[after - 1]].last >= place.row ? own[after - 1] : nil
  }
}

/// The formulas that are out of date.
struct DirtyFormulas {
  /// By run, whether each of its formulas is; empty if none is.
  private(set) var rows: [[Bool]]
  /// The runs with such formulas.
  private(set) var runs: [Int] = []

  init(runs: Int) { rows = Array(repeating: [], count: runs) }

  /// - Parameter offset: counted from the first row of the run.
  func contains(_ offset: Int, ofRun number: Int) -> Bool { !rows[number].isEmpty && rows[number][offset] }

  mutating func insert(_ offset: Int, ofRun number: Int, count: Int) {
    if rows[number].isEmpty {
      rows[number] = Array(repeating: false, count: count)
      runs.append(number)
    }
    rows[number][offset] = true
  }
}

/// The formulas found to be out of date, and the cells whose readers have not been looked up yet.
private struct Marking {
  private let runs: [FormulaRun]
  private let arrays: [Int: Area]
  var open: [Place] = []
  private(set) var dirty: DirtyFormulas
  /// For each run: all its formulas up to row `head` and from row `tail` on are marked.
  private var ends: [(head: Int, tail: Int)]

  init(_ runs: [FormulaRun], _ arrays: [Int: Area]) {
    self.runs = runs
    self.arrays = arrays
    dirty = DirtyFormulas(runs: runs.count)
    ends = runs.map { ($0.first - 1, $0.last + 1) }
  }

  /// Marks the formulas of a run in these rows, skipping those already marked from either end of the run.
  mutating func mark(_ number: Int, _ rows: ClosedRange<Int>) {
    let first = max(rows.lowerBound, ends[number].head + 1)
    let last = min(rows.upperBound, ends[number].tail - 1)
    if first <= last {
      let run = runs[number]
      for row in first...last where !dirty.contains(row - run.first, ofRun: number) {
        dirty.insert(row - run.first, ofRun: number, count: run.last - run.first + 1)
        open(Place(sheet: run.sheet, row: row, column: run.column), number)
      }
    }
    if rows.lowerBound <= ends[number].head + 1 { ends[number].head = max(ends[number].head, rows.upperBound) }
    if rows.upperBound >= ends[number].tail - 1 { ends[number].tail = min(ends[number].tail, rows.lowerBound) }
  }

  private mutating func open(_ place: Place, _ number: Int) {
    guard let extent = arrays[number], !extent.isCell, extent.rows * extent.columns <= Matrix.maxCells else {
      open.append(place)
      return
    }
    for row in extent.top...extent.bottom {
      for column in extent.left...extent.right { open.append(Place(sheet: extent.sheet, row: row, column: column)) }
    }
  }
}
