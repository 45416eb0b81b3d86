// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Counts the cells read from each sheet of a workbook, so that the limit on all sheets together holds, whatever the order in
/// which sheets are read and even if one is read several times.
final class CellTally: Sendable {
  private struct State {
    var counts: [PartName: Int] = [:]
    var total = 0
  }

  private let state = Mutex(State())

  /// The number of cells in all sheets except `part`, as far as they have been read.
  func count(besides part: PartName) -> Int {
    state.withLock { $0.total - ($0.counts[part] ?? 0) }
  }

  /// Records that `part` has `count` cells, and returns the number of cells in all sheets.
  func note(_ count: Int, in part: PartName) -> Int {
    state.withLock { state in
      state.total += count - (state.counts.updateValue(count, forKey: part) ?? 0)
      return state.total
    }
  }
}

/// Enforces the limits per sheet and per workbook while the cells of one sheet are being read.
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

  /// Call when all cells have been read. Sheets are read in parallel, so only now is the number of cells in the other sheets up
  /// to date.
  consuming func close() throws(SpreadsheetError) { try requireRoom(tally.note(cells, in: part)) }

  private func requireRoom(_ all: Int) throws(SpreadsheetError) {
    guard all <= limits.cellsPerWorkbook else {
      throw .limit(
        LimitBreach(name: "cells-per-workbook", place: part.entryName, actual: all, limit: limits.cellsPerWorkbook))
    }
  }
}
