/// A product of conditions on columns and of values that are the same for all rows, such as
/// `(vi_account_id={account_id})*(vi_date_n<{date})*vi_date_n`.
struct ProductPattern {
  /// A column compared with a value that each row has one of.
  struct Condition {
    let relation: Comparison.Relation
    let column: Int
    let value: Int
  }

  private(set) var conditions: [Condition] = []
  /// The factors that are the same for all rows.
  private(set) var constants: [Int] = []

  /// Nil when `place` is something else, or without any condition that depends on the row.
  init?(_ plan: Plan, _ place: Int) {
    guard gather(plan, place), !conditions.isEmpty else { return nil }
  }

  private mutating func gather(_ plan: Plan, _ place: Int) -> Bool {
    let node = plan.nodes[place]
    if !node.dependsOnRow {
      constants.append(place)
      return true
    }
    switch node.operation {
    case .arithmetic(.multiply):
      // From left to right, as the factors are multiplied; a product on the right would be rounded on its own.
      if case .arithmetic(.multiply) = plan.nodes[node.arguments[1]].operation { return false }
      return gather(plan, node.arguments[0]) && gather(plan, node.arguments[1])
    case .comparison(let relation) where relation != .notEqual:
      let (left, right) = (node.arguments[0], node.arguments[1])
      if case .column = plan.nodes[left].operation, !plan.nodes[right].isArray {
        conditions.append(Condition(relation: relation, column: left, value: right))
        return true
      }
      if case .column = plan.nodes[right].operation, !plan.nodes[left].isArray {
        conditions.append(Condition(relation: relation.mirrored, column: right, value: left))
        return true
      }
      return false
    default: return false
    }
  }
}
