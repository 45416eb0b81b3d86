// SPDX-License-Identifier: Apache-2.0

/// Resolves each ``StyleChoice`` of an edit to an index into the cell formats.
struct StyleIndices {
  /// The number of formats in the workbook. Without a styles part, there is only the format of cells without a style.
  var count: Int
  /// The indices of the ``WorkbookEdit/newStyles``.
  var new: [Int] = []

  /// Nil for ``StyleChoice/keep``.
  func index(of choice: StyleChoice) throws(EditError) -> Int? {
    switch choice {
    case .keep: return nil
    case .index(let index):
      guard index >= 0, index < max(count, 1) else { throw EditError(.styleOutOfRange(index, count: count)) }
      return index
    case .new(let position):
      guard new.indices.contains(position) else { throw EditError(.styleOutOfRange(position, count: new.count)) }
      return new[position]
    }
  }
}
