// SPDX-License-Identifier: Apache-2.0

import Formula

/// A row or column in which a function looks something up.
struct LookupVector {
  private let matrix: Matrix?
  private let area: Area?
  let evaluator: Evaluator
  let count: Int
  let isRow: Bool

  /// Throws `#N/A` if the value has several rows and several columns.
  init(_ value: Value, _ evaluator: Evaluator) throws(Halt) {
    self.evaluator = evaluator
    switch value {
    case .area(let whole):
      let area = evaluator.book.trimmed(whole)
      guard area.rows == 1 || area.columns == 1 else { throw .notAvailable }
      self.area = area
      matrix = nil
      isRow = area.rows == 1 && area.columns > 1
      count = max(area.rows, area.columns)
    case .scalar(.error(let error)): throw .error(error)
    case .areas, .lambda: throw .notAvailable
    default:
      let matrix = try evaluator.matrix(value)
      guard matrix.isVector else { throw .notAvailable }
      self.matrix = matrix
      area = nil
      isRow = matrix.rows == 1 && matrix.columns > 1
      count = matrix.cells.count
    }
  }

  subscript(position: Int) -> Scalar {
    get throws(Halt) {
      if let matrix { return matrix.cells[position] }
      guard let area else { return .blank }
      return try evaluator.read(isRow ? area.cell(0, position) : area.cell(position, 0))
    }
  }

  // MARK: Exact match

  /// The first or last position whose value equals `wanted`: the same kind, text compared without regard to case.
  func exact(_ wanted: Scalar, isLast: Bool = false) throws(Halt) -> Int? {
    if case .error(let error) = wanted { throw .error(error) }
    let wanted = wanted.isBlank ? Scalar.number(0) : wanted
    if let area, let index = try evaluator.indexes.index(area, evaluator) {
      return index.positions(of: wanted).map { Int(isLast ? $0.last : $0.first) }
    }
    let folded: String
    if case .text(let text) = wanted { folded = CaseFolding.folded(text) } else { folded = "" }
    return try first(isLast: isLast) { scalar in
      switch (scalar, wanted) {
      case (.number(let a), .number(let b)): a == b
      case (.boolean(let a), .boolean(let b)): a == b
      case (.text(let a), .text): CaseFolding.folded(a).utf8.elementsEqual(folded.utf8)
      default: false
      }
    }
  }

  /// The first or last position that matches the wildcards of a text.
  func matching(_ text: String, isLast: Bool = false) throws(Halt) -> Int? {
    guard let pattern = Wildcard(text) else { return try exact(.text(text), isLast: isLast) }
    return try first(isLast: isLast) { scalar in
      if case .text(let text) = scalar { pattern.matches(folded: CaseFolding.folded(text)) } else { false }
    }
  }

  /// The first or last position for which `holds` is true, among the cells that exist.
  private func first(isLast: Bool, where holds: (Scalar) -> Bool) throws(Halt) -> Int? {
    try evaluator.spend(count / 8)
    if let matrix {
      return isLast ? matrix.cells.lastIndex(where: holds) : matrix.cells.firstIndex(where: holds)
    }
    guard let area else { return nil }
    var found: Int?
    do throws(Found) {
      var waits: Halt?
      do throws(Halt) {
        try evaluator.forEachStored(area) { (row, column, scalar) throws(Halt) in
          guard found == nil || isLast, holds(scalar) else { return }
          found = isRow ? column - area.left : row - area.top
          if !isLast { throw .null }
        }
      } catch {
        if found == nil { waits = error }
      }
      if let waits { throw Found(halt: waits) }
    } catch {
      throw error.halt
    }
    return found
  }

  private struct Found: Error { let halt: Halt }

  // MARK: Binary search

  /// Returns -1, 0 or 1 if `candidate` sorts before, with or after `wanted`; nil if they are of different kinds.
  static func order(_ candidate: Scalar, _ wanted: Scalar) -> Int? {
    switch (candidate, wanted) {
    case (.number(let a), .number(let b)): a == b ? 0 : a < b ? -1 : 1
    case (.text(let a), .text(let b)): TextOrder.compare(a, b)
    case (.boolean(let a), .boolean(let b)): a == b ? 0 : b ? -1 : 1
    default: nil
    }
  }

  /// Binary search, as in MATCH 1, VLOOKUP and LOOKUP: the last position not after `wanted`, if the values ascend. Cells of another kind
  /// are skipped.
  func ascending(_ wanted: Scalar) throws(Halt) -> Int? { try bisect(wanted, isAscending: true) }

  /// Binary search in descending values: the last position not before `wanted`.
  func descending(_ wanted: Scalar) throws(Halt) -> Int? { try bisect(wanted, isAscending: false) }

  /// Orders numbers before text before booleans; nil for blanks and errors.
  static func orderAcrossKinds(_ candidate: Scalar, _ wanted: Scalar) -> Int? {
    if candidate.isBlank || candidate.isError { return nil }
    return try? Ordering.compare(candidate, wanted.isBlank ? .number(0) : wanted)
  }

  /// Excel's binary search ends at the first value that it meets and that equals `wanted`; of its equal neighbours on the right, the last
  /// counts. In values that ascend this is the last of all equal ones; in others, it is what Excel gives.
  ///
  /// - Parameter acrossKinds: whether values of another kind are ordered before or after `wanted` instead of being skipped.
  func bisect(_ wanted: Scalar, isAscending: Bool, acrossKinds: Bool = false) throws(Halt) -> Int? {
    func order(at position: Int) throws(Halt) -> Int? {
      let candidate = try self[position]
      return acrossKinds
        ? Self.orderAcrossKinds(candidate, wanted) : Self.order(candidate, wanted.isBlank ? .number(0) : wanted)
    }
    if case .error(let error) = wanted { throw .error(error) }
    if let area { try evaluator.require(area) }
    var low = 0
    var high = count - 1
    var found: Int?
    while low <= high {
      let middle = low + (high - low) / 2
      var at = middle
      var met = try order(at: at)
      while met == nil, at < high {
        at += 1
        met = try order(at: at)
      }
      guard let met else {
        high = middle - 1
        continue
      }
      if met == 0, isAscending, !acrossKinds { return try lastEqual(from: at, through: high, order) }
      if isAscending ? met <= 0 : met >= 0 {
        found = at
        low = at + 1
      } else {
        high = middle - 1
      }
    }
    return found
  }

  /// The last of the equal values that follow each other from a position on. Of many, which only sorted values have, it is bisected.
  private func lastEqual(
    from first: Int, through last: Int, _ order: (Int) throws(Halt) -> Int?
  ) throws(Halt) -> Int {
    var (found, next) = (first, first + 1)
    while next <= last, next - first <= Self.neighbours {
      if let met = try order(next) {
        guard met == 0 else { return found }
        found = next
      }
      next += 1
    }
    var high = last
    while found < high {
      let middle = found + (high - found + 1) / 2
      var at = middle
      var met = try order(at)
      while met == nil, at < high {
        at += 1
        met = try order(at)
      }
      if met == 0 { found = at } else { high = middle - 1 }
    }
    return found
  }

  /// How many neighbours are looked at one by one.
  private static let neighbours = 64

  /// The position of `wanted` or of the next smaller (-1) or next greater (1) value, in any order of values.
  func nearest(_ wanted: Scalar, side: Int, isLast: Bool) throws(Halt) -> Int? {
    if case .error(let error) = wanted { throw .error(error) }
    let wanted = wanted.isBlank ? Scalar.number(0) : wanted
    if let area { try evaluator.require(area) }
    var best: (position: Int, value: Scalar)?
    for step in 0..<count {
      let position = isLast ? count - 1 - step : step
      let candidate = try self[position]
      guard let order = Self.orderAcrossKinds(candidate, wanted) else { continue }
      if order == 0 { return position }
      guard order == side else { continue }
      if let known = best, let better = Self.orderAcrossKinds(candidate, known.value), better != -side { continue }
      best = (position, candidate)
    }
    return best?.position
  }
}
