// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `Binding a formula` {
  static func failure(_ formula: String) -> FormulaError? {
    var environment = Environment()
    environment.define("de_amount", column: Column([.number(1)]))
    environment.define("AsOf", value: .number(1))
    do {
      _ = try BoundFormula(Expression(parsing: formula, notation: .template), sheet: "de", in: environment)
      return nil
    } catch {
      return error
    }
  }

  @Test func `an unknown function is an error that says which was meant`() {
    #expect(Self.failure("SUMIFFS(1)") == .unknownFunction("SUMIFFS", nearest: "SUMIFS"))
  }

  @Test func `a function that is not computed here is an error that names it`() {
    guard case .forbiddenFunction("XLOOKUP", _) = Self.failure("XLOOKUP(1,2,3)") else {
      Issue.record("no error")
      return
    }
  }

  @Test func `an unknown name is an error that says which was meant`() {
    #expect(Self.failure("SUM(de_amuont)") == .unknownName("de_amuont", nearest: "de_amount"))
  }

  @Test func `a wrong number of arguments is an error`() {
    guard case .argumentCount("EDATE", found: 1, _) = Self.failure("EDATE(AsOf)") else {
      Issue.record("no error")
      return
    }
  }

  @Test(arguments: [
    "de_amount+1", "IF(de_amount>0,1,2)", "A1+1", "SUM(A1:A9)", "{^amount}+1", "COUNTIF({amount},1)",
    "SUMPRODUCT(IF(de_amount>0,1,0))", "SUMPRODUCT(INDEX(de_amount,de_amount)*1)", "INDEX(5,1)",
    "MAX((de_amount>0)*de_amount)",
    "T[x]", "@AsOf",
  ]) func `what has no value by column is an error`(_ formula: String) {
    guard case .cannotEvaluate = Self.failure(formula) else {
      Issue.record("\(formula): \(String(describing: Self.failure(formula)))")
      return
    }
  }

  @Test func `all functions of the method can be evaluated`() {
    #expect(FunctionCatalogue.method.isSubset(of: FunctionCatalogue.evaluated))
  }

  @Test func `every function that can be evaluated is one of Excel`() {
    #expect(FunctionCatalogue.evaluated.allSatisfy { FunctionCatalogue.function(named: $0) != nil })
  }

  @Test func `a key is a column of the sheet`() throws {
    var environment = Environment()
    environment.define("DE_Amount", column: Column([.number(1), .number(2)]))
    let bound = try BoundFormula(Expression(parsing: "{amount}*10", notation: .template), sheet: "de", in: environment)
    #expect(try bound.evaluate(rows: 2, in: environment).values == [.number(10), .number(20)])
  }

  @Test func `a key without a column reads as blank cells`() throws {
    try Columns(["x": [.number(1)]]).expect("{y}=\"\"", [.boolean(true)])
  }

  @Test func `rows beyond the end of a column are blank`() throws {
    try Columns(["x": [.number(1)], "y": [.blank, .blank]]).expect("{x}&\"!\"", [.text("1!"), .text("!")])
  }

  @Test func `masked rows are blank and not computed`() throws {
    let columns = Columns(["x": [.number(1), .number(2), .number(3)]])
    #expect(try columns.values("{x}*2", mask: [true, false, true]) == [.number(2), .blank, .number(6)])
    #expect(try columns.values("7", mask: [false, false, true]) == [.blank, .blank, .number(7)])
    #expect(try columns.values("7", mask: [true]) == [.number(7), .blank, .blank])
  }

  @Test func `the columns that are read are those of now`() throws {
    var environment = Environment()
    environment.define("k", column: Column([.text("a")]))
    let bound = try BoundFormula(
      Expression(parsing: "COUNTIF(k,{k})", notation: .template), sheet: nil, in: environment)
    #expect(try bound.evaluate(rows: 1, in: environment).values == [.number(1)])
    environment.define("k", column: Column([.text("b"), .text("b")]))
    #expect(try bound.evaluate(rows: 2, in: environment).values == [.number(2), .number(2)])
  }

  @Test func `copies of an environment do not see one another's columns`() throws {
    var first = Environment()
    first.define("k", column: Column([.text("a"), .text("a")]))
    var second = first
    second.define("k", column: Column([.text("a"), .text("b")]))
    let bound = try BoundFormula(Expression(parsing: "COUNTIF(k,{k})", notation: .template), sheet: nil, in: first)
    #expect(try bound.evaluate(rows: 2, in: first).values == [.number(2), .number(2)])
    #expect(try bound.evaluate(rows: 2, in: second).values == [.number(1), .number(1)])
    #expect(try bound.evaluate(rows: 2, in: first).values == [.number(2), .number(2)])
  }

  @Test func `several tasks may compute at once`() async throws {
    let environment = RandomColumns.environment(1)
    let bound = try BoundFormula(
      Expression(parsing: "SUMIFS(d_x,d_k,{k})+COUNTIFS(d_k,{k},d_l,{l})", notation: .template), sheet: "t",
      in: environment)
    let wanted = try bound.evaluate(rows: 24, in: environment).values
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { (try? bound.evaluate(rows: 24, in: environment).values) == wanted } }
      for await same in group { #expect(same) }
    }
  }

  @Test func `texts of several columns come together`() throws {
    try Columns([
      "a": [.text("x"), .number(1), .blank], "b": [.text("y"), .error(CellError(code: "#NEW!")), .text("")],
    ]).expect("IF({a}=\"x\",{b},IF({a}=1,{b},\"z\"))", [.text("y"), .error(CellError(code: "#NEW!")), .text("z")])
  }
}
