/// Sums of the cells of one row or column, as Excel adds them: four at a time, each fourth cell to the same part, and the parts at the end.
///
/// A column that begins in one cell and grows from formula to formula (`SUM(B$2:B9)`) goes on where the last one ended.
final class RunningSums {
  private struct Key: Hashable {
    var sheet: Int
    var column: Int
    var top: Int
  }

  private struct Sum {
    var bottom: Int
    var parts = Parts()
  }

  /// What each fourth cell adds up to.
  private struct Parts {
    private var a = 0.0
    private var b = 0.0
    private var c = 0.0
    private var d = 0.0

    var total: Double { a + b + c + d }

    mutating func add(_ number: Double, at offset: Int) {
      switch offset & 3 {
      case 0: a += number
      case 1: b += number
      case 2: c += number
      default: d += number
      }
    }
  }

  private var known: [Key: Sum] = [:]
  /// Shorter columns are gone through each time.
  private static let shortest = 32

  /// The sum of the numbers of `area`; nil where it has several rows and columns.
  func sum(_ area: Area, _ evaluator: Evaluator) throws(Halt) -> Double? {
    guard area.rows == 1 || area.columns == 1 else { return nil }
    guard area.columns == 1, area.rows >= Self.shortest, !evaluator.iterates else {
      var parts = Parts()
      try Self.add(area, to: &parts, from: area, evaluator)
      return parts.total
    }
    let key = Key(sheet: area.sheet, column: area.left, top: area.top)
    var sum = known[key] ?? Sum(bottom: area.top - 1)
    if area.bottom < sum.bottom { sum = Sum(bottom: area.top - 1) }
    if area.bottom > sum.bottom {
      var rest = area
      rest.top = sum.bottom + 1
      try Self.add(rest, to: &sum.parts, from: area, evaluator)
      sum.bottom = area.bottom
      known[key] = sum
    }
    return sum.parts.total
  }

  private static func add(
    _ cells: Area, to parts: inout Parts, from area: Area, _ evaluator: Evaluator
  ) throws(Halt) {
    var own = parts
    try evaluator.forEachStored(cells) { (row, column, scalar) throws(Halt) in
      switch scalar {
      case .number(let number): own.add(number, at: row - area.top + column - area.left)
      case .error(let error): throw .error(error)
      case .blank, .text, .boolean: break
      }
    }
    parts = own
  }

  func removeAll() { known = [:] }
}
