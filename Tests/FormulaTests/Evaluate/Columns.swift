// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

/// Columns by name, for tests with more than one row.
struct Columns {
  let environment: Environment
  let rows: Int

  init(_ columns: [String: [CellValue]]) {
    var environment = Environment()
    for (name, values) in columns { environment.define(name, column: Column(values)) }
    self.environment = environment
    rows = columns.values.map(\.count).max() ?? 0
  }

  func values(_ formula: String, mask: [Bool]? = nil) throws -> [CellValue] {
    try BoundFormula(Expression(parsing: formula, notation: .template), sheet: nil, in: environment)
      .evaluate(rows: rows, mask: mask, in: environment).values
  }

  func expect(_ formula: String, _ wanted: [CellValue]) throws {
    #expect(try Array(values(formula).prefix(wanted.count)) == wanted, "\(formula)")
  }

  func expect(last formula: String, _ wanted: CellValue) throws {
    #expect(try values(formula).last == wanted, "\(formula)")
  }
}
