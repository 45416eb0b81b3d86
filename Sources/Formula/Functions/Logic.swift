// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// AND and OR: all arguments are evaluated; cells that hold neither a number nor a boolean are ignored.
extension Evaluator {
  func logic(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> Vector {
    var states = LogicStates(isAnd: function == .and, count: lanes.count)
    for argument in arguments { gather(argument, lanes, nil, into: &states) }
    return states.result
  }

  /// Adds an argument's values for `lanes` to the states; `places` gives the index of each lane's state, nil if they are the same.
  private func gather(_ argument: Int, _ lanes: RowSelection, _ places: [Int32]?, into states: inout LogicStates) {
    let node = plan.nodes[argument]
    switch node.operation {
    case .column, .cellsToHere:
      let column = column(argument)
      var running = Logic(isAnd: states.isAnd)
      var next = 0
      for lane in 0..<lanes.count {
        let end = node.dependsOnRow ? min(lanes.row(lane) + 1, column.count) : column.count
        while next < end {
          running.add(column.kinds[next], column.payload[next], true) { column[next] }
          next += 1
        }
        states.add(running, at: places.map { Int($0[lane]) } ?? lane)
      }
    case .call(let function) where function == .if || function == .choose:
      for part in split(function, node.arguments, lanes) {
        let inner = part.places.map { lanes.picked($0) } ?? lanes
        let outer =
          part.places.map { taken in places.map { places in taken.map { places[Int($0)] } } ?? taken } ?? places
        if let node = part.node {
          gather(node, inner, outer, into: &states)
        } else {
          states.add(part.vector, inner.count, outer, isReference: false)
        }
      }
    default:
      states.add(value(argument, lanes), lanes.count, places, isReference: plan.isReference(argument))
    }
  }

  /// The state of an AND or OR after some of its arguments.
  struct Logic {
    let isAnd: Bool
    var truth: Bool
    var seen = false
    var error: CellError?

    init(isAnd: Bool) {
      self.isAnd = isAnd
      truth = isAnd
    }

    mutating func add(_ kind: CellKind, _ payload: Double, _ isReference: Bool, _ value: () -> CellValue) {
      switch kind {
      case .number, .boolean: add(payload != 0)
      case .blank: if !isReference { add(false) }
      case .text:
        if isReference { return }
        guard case .text(let text) = value() else { return }
        // Empty text is ignored, and so are spaces around a word.
        switch CaseFolding.folded(String(decoding: Array(text.utf8)[...].trimmed, as: UTF8.self)) {
        case "TRUE": add(true)
        case "FALSE": add(false)
        case "" where text.isEmpty: break
        default: if error == nil { error = .value }
        }
      case .error:
        if error == nil, case .error(let error) = value() { self.error = error }
      }
    }

    mutating func add(_ other: Logic) {
      if other.seen { add(other.truth) }
      if error == nil { error = other.error }
    }

    private mutating func add(_ value: Bool) {
      seen = true
      truth = isAnd ? truth && value : truth || value
    }

    var result: CellValue {
      if let error { return .error(error) }
      // There was no truth value among the arguments.
      return seen ? .boolean(truth) : .error(.value)
    }
  }
}

/// The state of an AND or OR in each lane.
private struct LogicStates {
  let isAnd: Bool
  private var truths: [Bool]
  private var seen: [Bool]
  private var errors: [Int: CellError] = [:]

  init(isAnd: Bool, count: Int) {
    self.isAnd = isAnd
    truths = [Bool](repeating: isAnd, count: count)
    seen = [Bool](repeating: false, count: count)
  }

  mutating func add(_ vector: Vector, _ lanes: Int, _ places: [Int32]?, isReference: Bool) {
    if places == nil, case .all(let kind) = vector.column.kinds, kind == .boolean || kind == .number {
      let payload = vector.column.payload
      let stride = vector.stride
      for lane in 0..<lanes {
        seen[lane] = true
        let truth = payload[lane &* stride] != 0
        truths[lane] = isAnd ? truths[lane] && truth : truths[lane] || truth
      }
      return
    }
    for lane in 0..<lanes {
      var state = Evaluator.Logic(isAnd: isAnd)
      state.add(vector.kind(lane), vector.payload(lane), isReference) { vector[lane] }
      add(state, at: places.map { Int($0[lane]) } ?? lane)
    }
  }

  mutating func add(_ state: Evaluator.Logic, at lane: Int) {
    if state.seen {
      seen[lane] = true
      truths[lane] = isAnd ? truths[lane] && state.truth : truths[lane] || state.truth
    }
    // The first of several errors is the result.
    if let error = state.error, errors[lane] == nil { errors[lane] = error }
  }

  var result: Vector {
    if errors.isEmpty, seen.allSatisfy({ $0 }) {
      return Vector(Column(kinds: .all(.boolean), payload: truths.map { $0 ? 1 : 0 }))
    }
    var builder = ColumnBuilder(capacity: truths.count)
    for lane in truths.indices {
      if let error = errors[lane] {
        builder.append(.error(error))
      } else {
        // It is an error if there was no truth value among the arguments.
        builder.append(seen[lane] ? .boolean(truths[lane]) : .error(.value))
      }
    }
    return Vector(builder.finish())
  }
}
