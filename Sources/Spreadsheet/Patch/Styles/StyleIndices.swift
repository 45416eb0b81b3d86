/// What each ``StyleChoice`` of an edit is as an index into the cell formats.
struct StyleIndices {
  /// As many as Excel opens.
  static let maxFormats = 65_490

  /// How many formats the workbook has; without a styles part there is the one that cells without a style have.
  var count: Int
  /// Of ``WorkbookEdit/newStyles``.
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
