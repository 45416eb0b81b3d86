import Spreadsheet

/// A bound formula: its parts in an order in which each comes after those that it needs, equal parts once.
struct Plan: Sendable {
  var nodes: [Node] = []
  var root = 0

  struct Node: Hashable, Sendable {
    let operation: Operation
    /// Places of the arguments among the nodes.
    let arguments: [Int]
    /// Whether the value may differ from row to row.
    var dependsOnRow = false
    /// Whether it is a list of values, one for each cell of a column.
    var isArray = false
    /// How many other parts use it.
    var uses = 0

    static func == (a: Node, b: Node) -> Bool {
      guard a.operation == b.operation, a.arguments == b.arguments else { return false }
      // Strings are equal in Swift that are different texts in a cell: “é” in one and in two code points.
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
    /// An argument that is left out.
    case missing
    /// The cell of this row in the column of that name; blank when there is none.
    case cell(String)
    /// The cells of that column from the first row to this one.
    case cellsToHere(String)
    /// A whole column.
    case column(String)
    /// A single value.
    case name(String)
    case plus
    case minus
    case percent
    case arithmetic(Arithmetic.Operation)
    case comparison(Comparison.Relation)
    case concatenation
    case call(Function)
  }

  /// Marks the operation that comes last: only there a sum that lost nearly all its digits is taken for zero, as in Excel.
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

  /// The nodes that are whole columns or parts of one.
  func isRange(_ node: Int) -> Bool {
    switch nodes[node].operation {
    case .column, .cellsToHere: true
    default: false
    }
  }

  /// Whether a node is a cell as such, and not a value computed from cells: where functions treat the two differently.
  func isReference(_ node: Int) -> Bool {
    switch nodes[node].operation {
    case .cell, .name, .call(.index): true
    default: false
    }
  }
}
