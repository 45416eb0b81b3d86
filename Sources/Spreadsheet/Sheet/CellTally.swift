internal import Synchronization

/// How many cells have been met in each sheet of a workbook, so that all sheets together keep to a limit, in whatever order
/// and however often they are read.
final class CellTally: Sendable {
  private struct State {
    var counts: [PartName: Int] = [:]
    var total = 0
  }

  private let state = Mutex(State())

  /// The cells of all sheets but `part`, as far as they have been read.
  func count(besides part: PartName) -> Int {
    state.withLock { $0.total - ($0.counts[part] ?? 0) }
  }

  /// Notes that `part` has `count` cells, and returns how many all sheets have.
  func note(_ count: Int, in part: PartName) -> Int {
    state.withLock { state in
      state.total += count - (state.counts.updateValue(count, forKey: part) ?? 0)
      return state.total
    }
  }
}

/// Holds the cells of one sheet, while they are read, to the limits of a sheet and of the workbook.
struct CellBudget: ~Copyable {
  private let tally: CellTally
  private let part: PartName
  private let limits: Limits
  private let others: Int
  private var cells = 0

  init(_ workbook: Workbook, _ part: PartName) {
    tally = workbook.cellTally
    limits = workbook.package.limits
    others = tally.count(besides: part)
    self.part = part
  }

  mutating func add(_ count: Int) throws(SpreadsheetError) {
    cells += count
    guard cells <= limits.cellsPerSheet else {
      throw .limit(
        LimitBreach(name: "cells-per-sheet", place: part.entryName, actual: cells, limit: limits.cellsPerSheet))
    }
    try requireRoom(others + cells)
  }

  /// All have been read. Sheets are read side by side: only now is it sure what the others have.
  consuming func close() throws(SpreadsheetError) { try requireRoom(tally.note(cells, in: part)) }

  private func requireRoom(_ all: Int) throws(SpreadsheetError) {
    guard all <= limits.cellsPerWorkbook else {
      throw .limit(
        LimitBreach(name: "cells-per-workbook", place: part.entryName, actual: all, limit: limits.cellsPerWorkbook))
    }
  }
}
