extension Book {
  /// Whether somebody, or a filter, has hidden the row.
  func isHidden(row: Int, onSheet sheet: Int) -> Bool { grids[sheet]?.hiddenRows.contains(row) ?? false }

  /// Whether the row belongs to the range of a filter, which then has hidden it.
  func isFiltered(row: Int, onSheet sheet: Int) -> Bool {
    grids[sheet]?.filteredRows.contains { $0.contains(row) } ?? false
  }

  /// Whether the cell is itself a SUBTOTAL or an AGGREGATE.
  func isSubtotal(_ place: Place) -> Bool {
    guard let formula = formula(at: place) else { return false }
    return node(of: formula).isSubtotal
  }
}

extension Node {
  /// Whether a SUBTOTAL or an AGGREGATE is anywhere in the formula.
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
