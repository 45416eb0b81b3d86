// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// A product of conditions on columns and of factors that are the same for all rows, such as
/// `(vi_account_id={account_id})*(vi_date_n<{date})*vi_date_n`.
///
/// A condition may be guarded, as in `ISNUMBER(1/(vi_account_id={account_id}))`: 1 if it holds, 0 if it does not or if the cell is an
/// error.
struct ProductPattern {
  /// A comparison of a column with a value that depends on the row.
  struct Condition {
    let relation: Relation
    let column: Int
    let value: Int
    /// If true, an error in the column counts as a condition that does not hold; otherwise it becomes the result.
    let isGuarded: Bool
  }

  private(set) var conditions: [Condition] = []
  /// The factors that are the same for all rows.
  private(set) var constants: [Int] = []

  /// Nil if the node at `place` has another form, or no condition that depends on the row.
  init?(_ plan: Plan, _ place: Int) {
    guard gather(plan, place, isGuarded: false), !conditions.isEmpty else { return nil }
  }

  private mutating func gather(_ plan: Plan, _ place: Int, isGuarded: Bool) -> Bool {
    let node = plan.nodes[place]
    if !node.dependsOnRow {
      // A guard turns the value into 1 or 0, so the factor would lose its number.
      if isGuarded { return false }
      constants.append(place)
      return true
    }
    switch node.operation {
    case .arithmetic(.multiply):
      // Factors are multiplied from left to right. A product on the right would be rounded separately.
      if case .arithmetic(.multiply) = plan.nodes[node.arguments[1]].operation { return false }
      return gather(plan, node.arguments[0], isGuarded: isGuarded)
        && gather(plan, node.arguments[1], isGuarded: isGuarded)
    case .call(.isNumber):
      let quotient = plan.nodes[node.arguments[0]]
      guard quotient.operation == .arithmetic(.divide),
        plan.nodes[quotient.arguments[0]].operation == .constant(.number(1))
      else { return false }
      return gather(plan, quotient.arguments[1], isGuarded: true)
    case .comparison(let relation) where relation != .notEqual:
      let (left, right) = (node.arguments[0], node.arguments[1])
      if case .column = plan.nodes[left].operation, !plan.nodes[right].isArray {
        conditions.append(Condition(relation: relation, column: left, value: right, isGuarded: isGuarded))
        return true
      }
      if case .column = plan.nodes[right].operation, !plan.nodes[left].isArray {
        conditions.append(
          Condition(relation: relation.mirrored, column: right, value: left, isGuarded: isGuarded))
        return true
      }
      return false
    default: return false
    }
  }
}
