// SPDX-License-Identifier: Apache-2.0

extension Book {
  /// Whether the row is hidden, by hand or by a filter.
  func isHidden(row: Int, onSheet sheet: Int) -> Bool { grids[sheet]?.hiddenRows.contains(row) ?? false }

  /// Whether the row is in the range of a filter; if it is hidden, the filter has hidden it.
  func isFiltered(row: Int, onSheet sheet: Int) -> Bool {
    grids[sheet]?.filteredRows.contains { $0.contains(row) } ?? false
  }

  /// Whether the cell's formula contains SUBTOTAL or AGGREGATE.
  func isSubtotal(_ place: Place) -> Bool {
    guard let formula = formula(at: place) else { return false }
    return node(of: formula).isSubtotal
  }
}

extension Node {
  /// Whether the formula contains SUBTOTAL or AGGREGATE.
  var isSubtotal: Bool {
    switch self {
    case .call(let function, let arguments):
      function.name == "SUBTOTAL" || function.name == "AGGREGATE" || arguments.contains { $0.isSubtotal }
    case .unary(_, let operand): operand.isSubtotal
    case .binary(_, let left, let right): left.isSubtotal || right.isSubtotal
    case .apply(let callee, let arguments): callee.isSubtotal || arguments.contains { $0.isSubtotal }
    default: false
    }
  }
}
