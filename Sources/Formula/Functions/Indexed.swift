extension Evaluator {
  func conditionalIndexed(_ call: ConditionalCall, _ lanes: Lanes) -> Vector? { nil }
  func matchIndexed(_ wanted: Vector, _ column: Column, _ kind: Int) -> Column? { nil }
  func overArraysIndexed(_ function: Function, _ arguments: [Int], _ lanes: Lanes) -> Vector? { nil }
}
