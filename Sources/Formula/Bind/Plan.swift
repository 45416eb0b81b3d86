// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// A bound formula as a list of nodes. Each node comes after its arguments, and equal subexpressions share one node.
struct Plan: Sendable {
  var nodes: [Node] = []
  var root = 0

  struct Node: Hashable, Sendable {
    let operation: Operation
    /// Indexes of the arguments in the list of nodes.
    let arguments: [Int]
    /// Whether the value may differ from row to row.
    var dependsOnRow = false
    /// Whether the value is an array, with one element for each cell of a column.
    var isArray = false
    /// How many other nodes use it.
    var uses = 0

    static func == (a: Node, b: Node) -> Bool {
      guard a.operation == b.operation, a.arguments == b.arguments else { return false }
      // Swift's `==` treats canonically equivalent strings as equal, but Excel does not: “é” as one and as two code points are different
      // text.
      if case .constant(.text(let x)) = a.operation, case .constant(.text(let y)) = b.operation {
        return x.utf8.elementsEqual(y.utf8)
      }
      return true
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(operation)
      hasher.combine(arguments)
    }
  }

  enum Operation: Hashable, Sendable {
    case constant(CellValue)
    /// An omitted argument.
    case missing
    /// The cell of the current row in the named column; blank if there is no such column.
    case cell(String)
    /// The cells of the named column from the first row to the current one.
    case cellsToHere(String)
    /// A whole column.
    case column(String)
    /// A single value.
    case name(String)
    case plus
    case minus
    case percent
    case arithmetic(Arithmetic.Operation)
    case comparison(Relation)
    case concatenation
    case call(Function)
  }

  /// Marks the last operation of the formula. As in Excel, only that one snaps a sum that lost nearly all its digits to zero.
  mutating func finish() {
    let last: Arithmetic.Operation
    switch nodes[root].operation {
    case .arithmetic(.add): last = .lastSum
    case .arithmetic(.subtract): last = .lastDifference
    default: return
    }
    var node = Node(operation: .arithmetic(last), arguments: nodes[root].arguments)
    (node.dependsOnRow, node.isArray, node.uses) = (nodes[root].dependsOnRow, nodes[root].isArray, nodes[root].uses)
    nodes[root] = node
  }

  /// Whether the node is a whole column or part of one.
  func isRange(_ node: Int) -> Bool {
    switch nodes[node].operation {
    case .column, .cellsToHere: true
    default: false
    }
  }

  /// Whether a node refers to a cell itself rather than to a value computed from cells; some functions treat the two differently.
  func isReference(_ node: Int) -> Bool {
    switch nodes[node].operation {
    case .cell, .name, .call(.index): true
    default: false
    }
  }
}
