// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// Formulas of a playbook for columns of dates with times of day: `AsOf-{due}` becomes `AsOf-INT({due})`.
///
/// Without it, what is won at 23:30 on the last day of a period lies outside it. A formula that compares the cell with a range of the same
/// column is left as it is, as both sides have the times.
struct DayFormulas {
  private let keys: Set<String>
  private let prefix: String?
  private let playbook: Playbook

  init(timed: Set<ColumnID>, prefix: String?, _ playbook: Playbook) {
    keys = Set(timed.filter { $0.sheet == prefix }.map(\.key))
    (self.prefix, self.playbook) = (prefix, playbook)
  }

  func applied(to expression: Expression) -> Expression {
    guard !keys.isEmpty else { return expression }
    let wanted = keys.subtracting(ranges(in: expression))
    return wanted.isEmpty ? expression : rewritten(expression, wanted)
  }

  /// The columns of which a formula reads several cells.
  private func ranges(in expression: Expression) -> Set<String> {
    switch expression {
    case .cellsToHere(let key): [key]
    case .name(let written, _):
      if case .column(let reference)? = playbook.meaning(ofName: written), reference.sheet == prefix {
        [reference.column]
      } else {
        []
      }
    case .binary(_, let left, let right): ranges(in: left).union(ranges(in: right))
    case .unary(_, let operand): ranges(in: operand)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion(ranges(in: $1)) }
    default: []
    }
  }

  private func rewritten(_ expression: Expression, _ wanted: Set<String>) -> Expression {
    func isTimed(_ expression: Expression) -> Bool {
      if case .cell(let key) = expression { wanted.contains(key) } else { false }
    }
    switch expression {
    case .cell: return isTimed(expression) ? .call("INT", [expression]) : expression
    // Whether the cell is filled.
    case .binary(_, let left, .text) where isTimed(left): return expression
    case .binary(let sign, let left, let right):
      return .binary(sign, rewritten(left, wanted), rewritten(right, wanted))
    case .unary(let sign, let operand): return .unary(sign, rewritten(operand, wanted))
    case .call(let name, let arguments) where arguments.count == 1 && isTimed(arguments[0]):
      switch name {
      case "N": return .call("INT", [expression])
      case "INT", "ISNUMBER", "ISTEXT", "ISBLANK", "T", "LEN": return expression
      default: return .call(name, [rewritten(arguments[0], wanted)])
      }
    case .call(let name, let arguments): return .call(name, arguments.map { rewritten($0, wanted) })
    default: return expression
    }
  }
}
