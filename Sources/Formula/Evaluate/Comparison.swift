// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// `= <> < <= > >=`: numbers sort before text, text before booleans; a blank acts as 0, "" or FALSE to match the other side.
enum Comparison {
  static func apply(_ relation: Relation, _ a: Vector, _ b: Vector, lanes: Int) -> Vector {
    let cells = a.isConstant && b.isConstant ? 1 : lanes
    let stride = a.isConstant && b.isConstant ? 0 : 1
    if case .all(.number) = a.column.kinds, case .all(.number) = b.column.kinds {
      let payload = numbers(relation, a, b, cells)
      return Vector(column: Column(kinds: .all(.boolean), payload: payload), stride: stride)
    }
    if let payload = constantText(relation, a, b, cells) {
      return Vector(column: Column(kinds: .all(.boolean), payload: payload), stride: stride)
    }
    return general(relation, a, b, cells, stride)
  }

  private static func numbers(_ relation: Relation, _ a: Vector, _ b: Vector, _ cells: Int) -> [Double] {
    let x = a.column.payload
    let y = b.column.payload
    let (i, j) = (a.stride, b.stride)
    var result = [Double](repeating: 0, count: cells)
    switch relation {
    case .equal:
      for lane in 0..<cells { result[lane] = ApproximateNumber.equal(x[lane &* i], y[lane &* j]) ? 1 : 0 }
    case .notEqual:
      for lane in 0..<cells { result[lane] = ApproximateNumber.equal(x[lane &* i], y[lane &* j]) ? 0 : 1 }
    default:
      for lane in 0..<cells {
        result[lane] = relation.holds(ApproximateNumber.order(x[lane &* i], y[lane &* j])) ? 1 : 0
      }
    }
    return result
  }

  /// `{stage}="…"`, the most frequent comparison, decided once for each distinct text. Returns nil for anything else.
  private static func constantText(_ relation: Relation, _ a: Vector, _ b: Vector, _ cells: Int) -> [Double]? {
    guard a.isConstant != b.isConstant else { return nil }
    if a.isConstant { return constantText(relation.mirrored, b, a, cells) }
    guard relation == .equal || relation == .notEqual, case .all(.text) = b.column.kinds else { return nil }
    let whenEqual = relation == .equal ? 1.0 : 0.0
    let isEmpty = b.column.payload[0] == 0
    let kinds = a.column.kinds
    if case .each(let each) = kinds, each.contains(.error) { return nil }
    if case .all(.error) = kinds { return nil }
    let payload = a.column.payload
    var result = [Double](repeating: 1 - whenEqual, count: cells)
    if isEmpty {
      for lane in 0..<cells {
        let kind = kinds[lane]
        if kind == .blank || kind == .text && payload[lane] == 0 { result[lane] = whenEqual }
      }
    } else {
      let folding = a.column.pool.folding
      guard let wanted = folding.find(b.column.pool.arena.text(Int(b.column.payload[0]))) else { return result }
      for lane in 0..<cells where kinds[lane] == .text && folding.number(Int(payload[lane])) == wanted {
        result[lane] = whenEqual
      }
    }
    return result
  }

  private static func general(_ relation: Relation, _ a: Vector, _ b: Vector, _ cells: Int, _ stride: Int) -> Vector {
    var texts: TextEquality?
    var pools = PoolUnion([a.column.pool, b.column.pool])
    var payload = [Double](repeating: 0, count: cells)
    var kinds = [CellKind](repeating: .boolean, count: cells)
    var errors = false
    for lane in 0..<cells {
      let (x, y) = (a.kind(lane), b.kind(lane))
      let (p, q) = (a.payload(lane), b.payload(lane))
      if x == .error || y == .error {
        errors = true
        kinds[lane] = .error
        payload[lane] = x == .error ? pools.error(p, from: 0) : pools.error(q, from: 1)
        continue
      }
      let order: Int
      if x == .text, y == .text {
        let equality = texts ?? TextEquality(a, b)
        texts = equality
        if equality.equal(p, q) {
          order = 0
        } else {
          order = relation == .equal || relation == .notEqual ? 1 : equality.order(p, q)
        }
      } else {
        order = Self.order(x, p, y, q)
      }
      payload[lane] = relation.holds(order) ? 1 : 0
    }
    let column =
      errors
      ? Column(kinds: .each(kinds), payload: payload, pool: pools.pool)
      : Column(kinds: .all(.boolean), payload: payload)
    return Vector(column: column, stride: stride)
  }

  /// Compares two values that are not errors and not both text. Returns -1, 0 or 1.
  static func order(_ x: CellKind, _ p: Double, _ y: CellKind, _ q: Double) -> Int {
    switch (x, y) {
    case (.number, .number): ApproximateNumber.order(p, q)
    case (.boolean, .boolean): p == q ? 0 : p < q ? -1 : 1
    case (.blank, .blank): 0
    // A blank acts as 0, "" or FALSE; its payload is 0, the same as that of the empty text.
    case (.blank, .number), (.number, .blank): ApproximateNumber.order(p, q)
    case (.blank, .text), (.blank, .boolean): q == 0 ? 0 : -1
    case (.text, .blank), (.boolean, .blank): p == 0 ? 0 : 1
    default: x.rawValue == y.rawValue ? 0 : rank(x) < rank(y) ? -1 : 1
    }
  }

  private static func rank(_ kind: CellKind) -> Int {
    switch kind {
    case .blank, .number: 0
    case .text: 1
    case .boolean, .error: 2
    }
  }
}
