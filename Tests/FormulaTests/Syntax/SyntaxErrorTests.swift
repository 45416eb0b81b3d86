// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Refusing what is no formula` {
  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let position: Int
    let found: String
    let expected: String
    var testDescription: String { text }
    init(_ text: String, at position: Int, _ found: String, _ expected: String) {
      (self.text, self.position, self.found, self.expected) = (text, position, found, expected)
    }
  }

  @Test(arguments: [
    Fault("", at: 1, "the end", "a value or a reference"),
    Fault("=", at: 2, "the end", "a value or a reference"),
    Fault("1+", at: 3, "the end", "a value or a reference"),
    Fault("1+*2", at: 3, "‘*’", "a value or a reference"),
    Fault("1 2", at: 3, "‘2’", "an operator or the end"),
    Fault("\"a\" A1", at: 5, "‘A1’", "an operator or the end"),
    Fault("(1", at: 3, "the end", "‘)’"),
    Fault("1)", at: 2, "‘)’", "an operator or the end"),
    Fault("()", at: 2, "‘)’", "a value or a reference"),
    Fault("F(1;2)", at: 4, "‘;’", "an operator, ‘,’ or ‘)’"),
    Fault("F(;2)", at: 3, "‘;’", "‘,’ between arguments"),
    Fault("F(1+,2)", at: 5, "‘,’", "a value or a reference"),
    Fault("A1,B1", at: 3, "‘,’", "an operator or the end"),
    Fault("(1,A1)", at: 2, "‘1’", "a reference on each side of ‘,’"),
    Fault("A1:2", at: 4, "‘2’", "a reference on each side of ‘:’"),
    Fault("1#", at: 1, "‘1’", "a reference before ‘#’"),
    Fault("💰+\"a", at: 4, "‘\"a’", "a text that ends with a quotation mark"),
    Fault("'a", at: 1, "‘'a’", "a sheet’s name that ends with ‘'!’"),
    Fault("t[a", at: 2, "‘[a’", "an operator or the end"),
    Fault("Plan!1", at: 6, "‘1’", "a reference or a name behind the sheet’s name"),
    Fault("1E999", at: 1, "‘1E999’", "a number up to 1.79E+308"),
    Fault("{1,2;3}", at: 7, "‘}’", "as many values as in the first row of the array"),
    Fault("{1,A1}", at: 4, "‘A1’", "a number, a text, TRUE, FALSE or an error"),
    Fault("{}", at: 2, "‘}’", "a number, a text, TRUE, FALSE or an error"),
    Fault("{1", at: 3, "the end", "‘}’"),
    Fault("{-\"a\"}", at: 3, "‘\"a\"’", "a number"),
    Fault("!", at: 1, "‘!’", "a value or a reference"),
  ])
  func `the place, what is there and what should be are said`(_ fault: Fault) {
    #expect(
      throws: FormulaError.syntax(
        formula: fault.text, position: fault.position, found: fault.found, expected: fault.expected)
    ) { try Expression(parsing: fault.text) }
  }

  @Test func `a lambda may be called where it stands`() throws {
    #expect("\(try Expression(parsing: "LAMBDA(x,x)(1)"))" == "LAMBDA(x,x)(1)")
  }

  @Test func `the sentence shows the formula`() {
    let error = FormulaError.syntax(formula: "1 2", position: 3, found: "‘2’", expected: "an operator or the end")
    #expect(
      "\(error)" == "formula, character 3: expected an operator or the end, found ‘2’, in ‘1 2’")
  }

  @Test func `the sentence shows sixty characters of a long formula`() {
    let error = FormulaError.syntax(
      formula: String(repeating: "a", count: 100) + "!" + String(repeating: "b", count: 100), position: 101, found: "",
      expected: "")
    let half = 30
    #expect(
      "\(error)".hasSuffix(
        "in ‘…\(String(repeating: "a", count: half))!\(String(repeating: "b", count: half - 1))…’"))
  }

  // MARK: Limits

  @Test func `64 calls may stand inside a call`() throws {
    func nested(_ calls: Int) -> String {
      String(repeating: "F(", count: calls) + "1" + String(repeating: ")", count: calls)
    }
    _ = try Expression(parsing: nested(65))
    #expect(throws: FormulaError.tooDeep(formula: nested(66), position: 131, what: "calls", limit: 64)) {
      try Expression(parsing: nested(66))
    }
  }

  @Test func `calls beside each other are not inside one another`() throws {
    _ = try Expression(parsing: "F(" + String(repeating: "F(1),", count: 200) + "1)")
  }

  @Test func `8,000 parentheses end in an error`() {
    let text = String(repeating: "(", count: 8000)
    #expect(throws: FormulaError.tooDeep(formula: text, position: 257, what: "brackets", limit: 256)) {
      try Expression(parsing: text)
    }
  }

  @Test(arguments: ["-", "@", "--@+"])
  func `8,000 signs end in an error`(_ sign: String) {
    let text = String(repeating: sign, count: 8000 / sign.utf8.count) + "A1"
    #expect {
      try Expression(parsing: text)
    } throws: {
      guard case .tooDeep(_, _, "operations", 512) = $0 as? FormulaError else { return false }
      return true
    }
  }

  @Test func `five hundred terms are added, four thousand are too deep`() throws {
    let sum = try Expression(parsing: "1" + String(repeating: "+1", count: 500))
    #expect(try Expression(parsing: sum.description) == sum)
    #expect(throws: FormulaError.self) { try Expression(parsing: "1" + String(repeating: "+1", count: 4000)) }
    #expect(throws: FormulaError.self) { try Expression(parsing: "A1" + String(repeating: "%", count: 4000)) }
  }

  @Test func `a formula has at most 8,192 UTF-16 units`() throws {
    #expect(try Expression(parsing: "\"" + String(repeating: "a", count: 8190) + "\"") != .missing)
    #expect(throws: FormulaError.tooLong(length: 8193, limit: 8192)) {
      try Expression(parsing: "\"" + String(repeating: "a", count: 8191) + "\"")
    }
    #expect(throws: FormulaError.tooLong(length: 8194, limit: 8192)) {
      try Expression(parsing: "\"" + String(repeating: "💰", count: 4096) + "\"")
    }
  }

  @Test func `a call has at most 255 arguments`() throws {
    _ = try Expression(parsing: "F(1" + String(repeating: ",1", count: 254) + ")")
    #expect(throws: FormulaError.argumentCount(function: "F", found: 256, expected: "at most 255")) {
      try Expression(parsing: "F(1" + String(repeating: ",1", count: 255) + ")")
    }
  }

  @Test func `any text ends in an expression or an error`() {
    let pieces = [
      "A1", "$B$2", ":", " ", ",", ";", "(", ")", "{", "}", "[", "]", "'", "\"", "!", "#", "#REF!", "@", "%", "-", "<>",
      "=", "^", "1", ".5", "1E", "F(", "Plan!", "[1]", "{k}", "{^k}", "TRUE", "A:A", "1:2", "商", "\u{301}", "\n", "&",
    ]
    var random = SeededRandom(7)
    for _ in 0..<Sweep.rounds(4000) {
      let count = Int.random(in: 1...24, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for notation in [FormulaNotation.excel, .template] {
        guard let expression = try? Expression(parsing: text, notation: notation) else { continue }
        #expect(
          (try? Expression(parsing: expression.description, notation: notation)) == expression,
          "‘\(text)’ as ‘\(expression)’")
      }
    }
  }
}
