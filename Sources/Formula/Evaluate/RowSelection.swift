// SPDX-License-Identifier: Apache-2.0

/// The rows for which a part of a formula is evaluated: those that reach it through the branches of IF and CHOOSE. A lane is one of these
/// rows.
final class RowSelection {
  enum Rows {
    /// The first `count` rows.
    case all(Int)
    case some([Int32])
  }

  let rows: Rows
  /// Values already computed for these rows, by node, for nodes that the formula uses more than once.
  var memo: [Int: Vector] = [:]

  init(_ rows: Rows) { self.rows = rows }

  /// A single row.
  convenience init(row: Int) { self.init(.some([Int32(row)])) }

  var count: Int {
    switch rows {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }

  func row(_ lane: Int) -> Int {
    switch rows {
    case .all: lane
    case .some(let rows): Int(rows[lane])
    }
  }

  /// The rows of the lanes at `places`.
  func picked(_ places: [Int32]) -> RowSelection {
    switch rows {
    case .all: RowSelection(.some(places))
    case .some(let rows): RowSelection(.some(places.map { rows[Int($0)] }))
    }
  }

  /// The cells of `column` in these rows.
  func cells(of column: Column) -> Vector {
    switch rows {
    case .all(let count) where count == column.count: Vector(column)
    case .all(let count): Vector(column.picked((0..<Int32(count)).map { $0 }))
    case .some(let rows): Vector(column.picked(rows))
    }
  }
}
