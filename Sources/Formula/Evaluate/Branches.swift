// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// IF, CHOOSE and IFERROR: each branch is evaluated only for the rows that take it.
extension Evaluator {
  func branch(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> Vector {
    switch function {
    case .iferror: return ifError(arguments, lanes)
    default:
      let parts = split(function, arguments, lanes)
      if parts.count == 1, parts[0].places == nil {
        return parts[0].node.map { value($0, lanes) } ?? parts[0].vector
      }
      return .merged(
        parts.map { part in
          guard let places = part.places else { return (Self.allPlaces(lanes.count), part.vector) }
          return (places, part.node.map { value($0, lanes.picked(places)) } ?? part.vector)
        }, lanes: lanes.count)
    }
  }

  /// One branch of IF or CHOOSE.
  struct BranchPart {
    /// The lanes (rows) that take this branch; nil for all.
    var places: [Int32]?
    /// The node to evaluate for them; nil if the result is `vector`.
    var node: Int?
    var vector = Vector(constant: .boolean(false))
  }

  static func allPlaces(_ count: Int) -> [Int32] { (0..<Int32(count)).map { $0 } }

  /// Determines which lanes take which argument of an IF or CHOOSE.
  func split(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> [BranchPart] {
    let condition =
      function == .if
      ? Coercion.truths(value(arguments[0], lanes)) : Coercion.numbers(value(arguments[0], lanes))
    // The index of the argument that a lane takes; 0 if the condition is an error.
    let choices = arguments.count - 1
    func choice(_ lane: Int) -> Int {
      if function == .if { return condition.payload(lane) != 0 ? 1 : 2 }
      let number = condition.payload(lane).rounded(.towardZero)
      return number >= 1 && number <= Double(choices) ? Int(number) : choices + 1
    }
    func part(_ choice: Int, _ places: [Int32]?) -> BranchPart {
      if choice == 0 { return BranchPart(places: places, vector: places.map { condition.picked($0) } ?? condition) }
      if choice < arguments.count { return BranchPart(places: places, node: arguments[choice]) }
      return BranchPart(places: places, vector: function == .if ? Vector(constant: .boolean(false)) : .valueError)
    }
    if condition.isConstant { return [part(condition.kind(0) == .error ? 0 : choice(0), nil)] }

    var taken = [[Int32]](repeating: [], count: max(choices, 2) + 2)
    let simple = condition.isArithmetic
    for lane in 0..<lanes.count {
      let place = !simple && condition.kind(lane) == .error ? 0 : choice(lane)
      taken[place].append(Int32(lane))
    }
    return taken.indices.compactMap { place in
      taken[place].isEmpty ? nil : part(place, taken[place].count == lanes.count && place > 0 ? nil : taken[place])
    }
  }

  private func ifError(_ arguments: [Int], _ lanes: RowSelection) -> Vector {
    let first = value(arguments[0], lanes)
    switch first.column.kinds {
    case .all(.error): return value(arguments[1], lanes)
    case .all: return first
    case .each(let kinds):
      var good: [Int32] = []
      var bad: [Int32] = []
      for lane in kinds.indices {
        if kinds[lane] == .error { bad.append(Int32(lane)) } else { good.append(Int32(lane)) }
      }
      if bad.isEmpty { return first }
      return .merged(
        [(good, first.picked(good)), (bad, value(arguments[1], lanes.picked(bad)))], lanes: lanes.count)
    }
  }
}
