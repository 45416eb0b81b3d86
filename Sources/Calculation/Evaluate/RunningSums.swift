/// Sums of ranges that begin in one cell and grow from formula to formula (`SUM(B$2:B9)`): each goes on where the last one ended, with the
/// same additions in the same order.
final class RunningSums {
  private struct Key: Hashable {
    var sheet: Int
    var column: Int
    var top: Int
  }

  private struct Sum {
    var bottom: Int
    /// Of all numbers but the last.
    var before = 0.0
    var last = 0.0
  }

  private var known: [Key: Sum] = [:]

  /// The sum of all numbers but the last, and the last; nil where going through the cells is as good.
  func sum(_ area: Area, _ evaluator: Evaluator) throws(Halt) -> (before: Double, last: Double)? {
    guard area.left == area.right, area.rows >= 32, !evaluator.iterates else { return nil }
    let key = Key(sheet: area.sheet, column: area.left, top: area.top)
    var sum = known[key] ?? Sum(bottom: area.top - 1)
    guard area.bottom >= sum.bottom else { return nil }
    if area.bottom > sum.bottom {
      var rest = area
      rest.top = sum.bottom + 1
      try evaluator.forEachStored(rest) { (_, _, scalar) throws(Halt) in
        switch scalar {
        case .number(let number):
          sum.before += sum.last
          sum.last = number
        case .error(let error): throw .error(error)
        case .blank, .text, .boolean: break
        }
      }
      sum.bottom = area.bottom
      known[key] = sum
    }
    return (sum.before, sum.last)
  }

  func removeAll() { known = [:] }
}
