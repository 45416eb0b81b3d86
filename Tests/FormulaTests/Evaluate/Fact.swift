// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

/// A formula, the cells it mentions, and its value.
struct Fact: Sendable, CustomTestStringConvertible {
  let formula: String
  let value: CellValue
  let cells: [String: CellValue]

  init(_ formula: String, _ value: CellValue, _ cells: [String: CellValue] = [:]) {
    self.formula = formula
    self.value = value
    self.cells = cells
  }

  init(_ formula: String, _ value: Double, _ cells: [String: CellValue] = [:]) {
    self.init(formula, .number(value), cells)
  }

  init(_ formula: String, _ value: String, _ cells: [String: CellValue] = [:]) {
    self.init(formula, .text(value), cells)
  }

  init(_ formula: String, _ value: Bool, _ cells: [String: CellValue] = [:]) {
    self.init(formula, .boolean(value), cells)
  }

  init(_ formula: String, _ error: CellError, _ cells: [String: CellValue] = [:]) {
    self.init(formula, .error(error), cells)
  }

  var testDescription: String { formula + (cells.isEmpty ? "" : " with \(cells)") }

  /// Cells that several tests share, and columns `L_…`.
  static let environment: Environment = {
    var environment = Environment()
    environment.define("none", column: Column([.blank]))
    environment.define("five", column: Column([.number(5)]))
    environment.define("text5", column: Column([.text("5")]))
    environment.define("word", column: Column([.text("abc")]))
    environment.define("empty", column: Column([.text("")]))
    environment.define("yes", column: Column([.boolean(true)]))
    environment.define("no", column: Column([.boolean(false)]))
    environment.define("na", column: Column([.error(.notAvailable)]))
    environment.define("div", column: Column([.error(.divisionByZero)]))
    environment.define("L_n", column: Column([.number(1), .number(3), .number(5), .number(7)]))
    environment.define(
      "L_m",
      column: Column([
        .number(1), .number(5), .number(9), .text("abc"), .text("ABD"), .text(""), .blank, .boolean(true), .number(0),
        .text("5"), .error(.notAvailable), .text("a*c"),
      ]))
    environment.define(
      "L_k",
      column: Column([
        .text("A1"), .text("a1"), .text("A2"), .text("B1"), .blank, .text(""), .number(5), .text("5"), .boolean(true),
        .error(.notAvailable), .text("A*"), .text("#N/A"), .text("TRUE"), .text("<5"),
      ]))
    environment.define("L_v", column: Column((1...14).map { .number(Double($0)) }))
    environment.define("AsOf", value: .number(45_838))
    return environment
  }()

  func check() throws {
    var environment = Self.environment
    for (name, value) in cells { environment.define(name, column: Column([value])) }
    let bound = try BoundFormula(Expression(parsing: formula, notation: .template), sheet: nil, in: environment)
    for strategy in [EvaluationStrategy.plain, .indexed] {
      let result = try bound.evaluate(rows: 1, mask: nil, in: environment, by: strategy)[0]
      if case .number(let got) = result, case .number(let wanted) = value {
        #expect(abs(got - wanted) <= 1e-15 * abs(wanted), "\(formula) gives \(result), by \(strategy)")
      } else {
        #expect(result == value, "\(formula), by \(strategy)")
      }
    }
  }
}
