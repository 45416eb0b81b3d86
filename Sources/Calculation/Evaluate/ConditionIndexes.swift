import Formula

/// Which rows of a column hold a value, for the many conditions that ask for one: made the second time that a column is asked for.
final class ConditionIndexes {
  private struct Index {
    var numbers: [Double: [Int32]] = [:]
    /// By folded text.
    var texts: [String: [Int32]] = [:]
    /// Texts that read as numbers.
    var numerals: [Double: [Int32]] = [:]
  }

  private var known: [Area: Index] = [:]
  private var asked: Set<Area> = []

  /// The distances from the first row, ascending, of the cells that fulfil `criterion`; nil where they must be gone through.
  func positions(of criterion: Criterion, in area: Area, _ evaluator: Evaluator) throws(Halt) -> [Int32]? {
    guard area.columns == 1, criterion.relation == .equal else { return nil }
    switch criterion.operand {
    case .number, .text: break
    default: return nil
    }
    if known[area] == nil {
      guard asked.contains(area) else {
        asked.insert(area)
        return nil
      }
      var index = Index()
      try evaluator.forEachStored(area) { (row, _, scalar) throws(Halt) in
        let place = Int32(row - area.top)
        switch scalar {
        case .number(let number): index.numbers[Digits.fifteen(number), default: []].append(place)
        case .text(let text):
          index.texts[CaseFolding.folded(text), default: []].append(place)
          if let number = NumberText.number(text) { index.numerals[Digits.fifteen(number), default: []].append(place) }
        default: break
        }
      }
      known[area] = index
    }
    guard let index = known[area] else { return nil }
    switch criterion.operand {
    case .number(let wanted):
      let key = Digits.fifteen(wanted)
      let numbers = index.numbers[key] ?? []
      guard let numerals = index.numerals[key] else { return numbers }
      return (numbers + numerals).sorted()
    case .text(let text): return index.texts[text] ?? []
    default: return nil
    }
  }

  func removeAll() {
    known = [:]
    asked = []
  }
}
