// SPDX-License-Identifier: Apache-2.0

import Formula

/// Functions applied to several references at once.
extension Evaluator {
  static let makesReferences: Set<String> = ["INDIRECT", "OFFSET"]
  static let takesReferences: Set<String> = [
    "SUMIF", "COUNTIF", "AVERAGEIF", "SUMIFS", "COUNTIFS", "AVERAGEIFS", "MAXIFS", "MINIFS", "SUBTOTAL", "COUNTBLANK",
    "N", "T",
  ]

  /// INDIRECT and OFFSET with array arguments: the areas that the elements refer to.
  func references(
    _ function: Function, _ values: [Value], _ nodes: [Node], _ frame: Frame, count: Int
  ) throws(Halt) -> Value {
    var areas: [Area] = []
    for element in 0..<count {
      var own = values
      for index in own.indices {
        if case .array(let matrix) = own[index] {
          own[index] = .scalar(element < matrix.cells.count ? matrix.cells[element] : .error(.notAvailable))
        }
      }
      guard case .area(let area) = try result(function, own, nodes, frame, isElement: true) else { throw .value }
      areas.append(area)
    }
    return .areas(areas)
  }

  /// Conditional sums over several references at once, as in `SUMPRODUCT(SUMIF(INDIRECT(names&"!A:A"),…))`: one value for each. Nil if
  /// there is only one reference.
  func overReferences(
    _ function: Function, _ values: [Value], _ nodes: [Node], _ frame: Frame
  ) throws(Halt) -> Value? {
    guard Self.takesReferences.contains(function.name) else { return nil }
    var count = 1
    for value in values { if case .areas(let areas) = value { count = max(count, areas.count) } }
    guard count > 1 else { return nil }
    return .matrix(
      try Matrix(rows: count, columns: 1) { (row, _) throws(Halt) in
        var own = values
        for index in own.indices {
          switch own[index] {
          case .areas(let areas): own[index] = row < areas.count ? .area(areas[row]) : .error(.notAvailable)
          case .array(let matrix) where function.parameter(index) == .value:
            own[index] = .scalar(matrix.cells.count == count ? matrix.cells[row] : matrix.cells[0])
          default: break
          }
        }
        do throws(Halt) { return try element(result(function, own, nodes, frame)) } catch .error(let error) {
          return .error(error)
        }
      })
  }
}
