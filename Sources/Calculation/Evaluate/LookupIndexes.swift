// SPDX-License-Identifier: Apache-2.0

import Formula

/// Indexes of the positions of values in lookup ranges. Each is built once per range, so that many lookups take linear time in total.
final class LookupIndexes {
  struct Index {
    /// The positions in the range, from 0, of the first and the last cell with each value.
    var numbers: [Double: (first: Int32, last: Int32)] = [:]
    /// By case-folded text.
    var texts: [String: (first: Int32, last: Int32)] = [:]
    var truths: [Bool: (first: Int32, last: Int32)] = [:]

    mutating func add(_ scalar: Scalar, at position: Int) {
      let place = Int32(position)
      switch scalar {
      case .number(let number): numbers[number, default: (place, place)].last = place
      case .text(let text): texts[CaseFolding.folded(text), default: (place, place)].last = place
      case .boolean(let truth): truths[truth, default: (place, place)].last = place
      case .blank, .error: break
      }
    }

    func positions(of scalar: Scalar) -> (first: Int32, last: Int32)? {
      switch scalar {
      case .number(let number): numbers[number]
      case .text(let text): texts[CaseFolding.folded(text)]
      case .boolean(let truth): truths[truth]
      case .blank, .error: nil
      }
    }
  }

  private var known: [Area: Index] = [:]
  /// Ranges that were asked for once; the second request builds an index.
  private var asked: Set<Area> = []

  /// The index of a range; nil if scanning the cells once is as cheap.
  func index(_ area: Area, _ evaluator: Evaluator) throws(Halt) -> Index? {
    if let index = known[area] { return index }
    guard asked.contains(area) else {
      asked.insert(area)
      return nil
    }
    var index = Index()
    let isRow = area.rows == 1
    try evaluator.forEachStored(area) { (row, column, scalar) throws(Halt) in
      index.add(scalar, at: isRow ? column - area.left : row - area.top)
    }
    known[area] = index
    return index
  }

  func removeAll() {
    known = [:]
    asked = []
  }
}
