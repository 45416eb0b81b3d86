// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `The deepest formulas` {
  enum Shape: CaseIterable {
    case sum, signs, percents, calls, parentheses

    var text: String {
      switch self {
      case .sum: "1" + String(repeating: "+1", count: 511)
      case .signs: String(repeating: "-", count: 511) + "{a}"
      case .percents: "{a}" + String(repeating: "%", count: 511)
      case .calls: String(repeating: "IF({a}=1,", count: 65) + "1" + String(repeating: ",2)", count: 65)
      case .parentheses: String(repeating: "(1+", count: 256) + "1" + String(repeating: ")", count: 256)
      }
    }
  }

  @Test(arguments: Shape.allCases)
  func `that parse can be printed, hashed and compared`(_ shape: Shape) throws {
    let template = try FormulaTemplate(shape.text)
    let printed = try Expression(parsing: template.expression.description, notation: .template)
    #expect(Set([printed, template.expression]).count == 1)
    let text = shape.text.replacing("{a}", with: "A1")
    #expect(FormulaComparison.sameFormula(a: text, b: " " + text))
  }

  @Test(arguments: Shape.allCases)
  func `that parse can be evaluated`(_ shape: Shape) throws {
    let bound = try BoundFormula(FormulaTemplate(shape.text).expression, sheet: nil, in: Environment())
    let value = try bound.evaluate(rows: 1, in: Environment())[0]
    switch shape {
    case .sum: #expect(value == .number(512))
    case .signs, .percents: #expect(value == .number(0))
    case .calls: #expect(value == .number(2))
    case .parentheses: #expect(value == .number(257))
    }
  }
}
