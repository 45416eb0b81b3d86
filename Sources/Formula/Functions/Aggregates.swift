// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// SUM, COUNT, MIN, MAX and similar functions, with one result per lane (row).
extension Evaluator {
  func aggregate(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> Vector {
    if function == .and || function == .or { return logic(function, arguments, lanes) }
    if let simple = simpleAggregate(function, arguments, lanes) { return simple }
    var tallies = [Tally](repeating: Tally(), count: lanes.count)
    for argument in arguments { tally(argument, lanes, nil, into: &tallies) }
    var builder = ColumnBuilder(capacity: lanes.count)
    for tally in tallies { builder.append(tally.result(function)) }
    return Vector(builder.finish())
  }

  /// Adds an argument's values for `lanes` to the tallies; `places` gives the index of each lane's tally, nil if they are the same.
  private func tally(_ argument: Int, _ lanes: RowSelection, _ places: [Int32]?, into tallies: inout [Tally]) {
    let node = plan.nodes[argument]
    func place(_ lane: Int) -> Int { places.map { Int($0[lane]) } ?? lane }
    switch node.operation {
    case .column:
      let whole = Self.tally(column(argument))
      for lane in 0..<lanes.count { tallies[place(lane)].add(whole) }
    case .cellsToHere:
      addCellsToHere(column(argument), lanes, place, into: &tallies)
    case .call(let function) where function == .if || function == .choose:
      // The branch may give a reference, in which text is ignored, or a value, whose text must spell a number.
      for part in split(function, node.arguments, lanes) {
        let inner = part.places.map { lanes.picked($0) } ?? lanes
        let outer = part.places.map { $0.map { Int32(place(Int($0))) } } ?? places
        if let node = part.node {
          tally(node, inner, outer, into: &tallies)
        } else {
          for lane in 0..<inner.count {
            tallies[outer.map { Int($0[lane]) } ?? lane].add(value: part.vector[lane])
          }
        }
      }
    case .cell, .name, .call(.index):
      let cells = value(argument, lanes)
      for lane in 0..<lanes.count {
        tallies[place(lane)].add(cell: cells.kind(lane), cells.payload(lane), cells[lane])
      }
    default:
      let values = value(argument, lanes)
      for lane in 0..<lanes.count {
        if values.kind(lane) == .number {
          tallies[place(lane)].add(values.payload(lane))
        } else {
          tallies[place(lane)].add(value: values[lane])
        }
      }
    }
  }

  static func tally(_ column: Column) -> Tally {
    var tally = Tally()
    for row in 0..<column.count { tally.add(cell: column.kinds[row], column.payload[row], column[row]) }
    return tally
  }

  /// Adds, for each lane, the cells from the first row to the lane's own; one pass through the column.
  private func addCellsToHere(
    _ column: Column, _ lanes: RowSelection, _ place: (Int) -> Int, into tallies: inout [Tally]
  ) {
    var running = Tally()
    var next = 0
    for lane in 0..<lanes.count {
      // Lanes are in row order.
      while next <= lanes.row(lane), next < column.count {
        running.add(cell: column.kinds[next], column.payload[next], column[next])
        next += 1
      }
      tallies[place(lane)].add(running)
    }
  }
}
