// SPDX-License-Identifier: Apache-2.0

import Base
import Formula

/// Finds the rows of a column that hold a value, for conditions that ask for equality. An index is built when a column is asked for the
/// second time.
final class ConditionIndexes {
  private struct Index {
    /// All numbers, ascending; made when a comparison first needs them.
    var sorted: [Double]?
    var numbers: [Double: [Int32]] = [:]
    /// By case-folded text.
    var texts: [String: [Int32]] = [:]
    /// Text that reads as a number.
    var numerals: [Double: [Int32]] = [:]
  }

  private var known: [Area: Index] = [:]
  private var asked: Set<Area> = []

  /// The number of cells of a column that are less or greater than a number; nil if the cells have to be scanned.
  func count(of criterion: Criterion, in area: Area, _ evaluator: Evaluator) throws(Halt) -> Int? {
    guard case .number(let wanted) = criterion.operand, criterion.relation != .equal, criterion.relation != .notEqual,
      let index = try index(area, evaluator)
    else { return nil }
    let sorted: [Double]
    if let known = index.sorted {
      sorted = known
    } else {
      sorted = index.numbers.sorted { $0.key < $1.key }.flatMap { [Double](repeating: $0.key, count: $0.value.count) }
      known[area]?.sorted = sorted
    }
    let key = Decimal15.fifteen(wanted)
    let below = sorted.partitioningIndex { $0 >= key }
    let notAbove = sorted.partitioningIndex { $0 > key }
    return switch criterion.relation {
    case .less: below
    case .lessOrEqual: notAbove
    case .greater: sorted.count - notAbove
    case .greaterOrEqual: sorted.count - below
    case .equal, .notEqual: nil
    }
  }

  /// The offsets from the first row, ascending, of the cells that match `criterion`; nil if the cells have to be scanned.
  func positions(of criterion: Criterion, in area: Area, _ evaluator: Evaluator) throws(Halt) -> [Int32]? {
    guard area.columns == 1, criterion.relation == .equal else { return nil }
    switch criterion.operand {
    case .number, .text: break
    default: return nil
    }
    guard let index = try index(area, evaluator) else { return nil }
    switch criterion.operand {
    case .number(let wanted):
      let key = Decimal15.fifteen(wanted)
      let numbers = index.numbers[key] ?? []
      guard let numerals = index.numerals[key] else { return numbers }
      return (numbers + numerals).sorted()
    case .text(let text): return index.texts[text] ?? []
    default: return nil
    }
  }

  /// The index of a column; nil the first time it is asked for.
  private func index(_ area: Area, _ evaluator: Evaluator) throws(Halt) -> Index? {
    guard area.columns == 1 else { return nil }
    if known[area] == nil {
      guard asked.contains(area) else {
        asked.insert(area)
        return nil
      }
      var index = Index()
      try evaluator.forEachStored(area) { (row, _, scalar) throws(Halt) in
        let place = Int32(row - area.top)
        switch scalar {
        case .number(let number): index.numbers[Decimal15.fifteen(number), default: []].append(place)
        case .text(let text):
          index.texts[CaseFolding.folded(text), default: []].append(place)
          if let number = NumberText.number(text) {
            index.numerals[Decimal15.fifteen(number), default: []].append(place)
          }
        default: break
        }
      }
      known[area] = index
    }
    return known[area]
  }

  func removeAll() {
    known = [:]
    asked = []
  }
}
