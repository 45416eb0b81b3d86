// SPDX-License-Identifier: Apache-2.0

import Formula
import Testing

@Suite struct `Order of computation` {
  @Test func `a column comes after those that it reads`() throws {
    let order = try ComputationOrder.sorted([("c", ["b"]), ("b", ["A"]), ("a", ["input"])])
    #expect(order == [2, 1, 0])
  }

  @Test func `columns that do not need each other keep their order`() throws {
    #expect(try ComputationOrder.sorted([("x", []), ("y", []), ("z", ["x"])]) == [0, 1, 2])
  }

  @Test func `a cycle is an error that names its columns and no others`() {
    #expect(throws: FormulaError.cycle(["b", "c"])) {
      try ComputationOrder.sorted([("a", ["b"]), ("b", ["c"]), ("c", ["b"]), ("d", [])])
    }
  }

  @Test func `a column that reads itself is a cycle`() {
    #expect(throws: FormulaError.cycle(["a"])) { try ComputationOrder.sorted([("a", ["a"])]) }
  }

  @Test func `a chain of a hundred thousand columns is ordered`() throws {
    let chain = (0..<100_000).map { (name: "n\($0)", reads: $0 == 99_999 ? [] : ["n\($0 + 1)"]) }
    #expect(try ComputationOrder.sorted(chain).first == 99_999)
  }
}
