// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `Functions that look up` {
  @Test(arguments: [
    Fact("INDEX(L_m,2)", 5), Fact("INDEX(L_m,2.9)", 5), Fact("INDEX(L_m,\"2\")", 5), Fact("INDEX(L_m,0)", .value),
    Fact("INDEX(L_m,-1)", .value), Fact("INDEX(L_m,13)", .reference), Fact("INDEX(L_m,{word})", .value),
    Fact("INDEX(L_m,7)", 0), Fact("INDEX(L_m,7)=\"\"", true), Fact("INDEX(L_m,7)&\"\"", ""),
    Fact("INDEX(L_m,11)", .notAvailable), Fact("INDEX(L_m,{na})", .notAvailable), Fact("INDEX(L_m,2,1)", 5),
    Fact("INDEX(L_m,2,2)", .reference), Fact("INDEX(L_m,{none})", .value), Fact("INDEX(L_m,1E10)", .reference),
  ]) func `INDEX gives the cell itself`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("MATCH(5,L_m,0)", 2), Fact("MATCH(\"5\",L_m,0)", 10), Fact("MATCH(\"ABC\",L_m,0)", 4),
    Fact("MATCH(\"ab*\",L_m,0)", 4), Fact("MATCH(\"a~*c\",L_m,0)", 12), Fact("MATCH(\"??d\",L_m,0)", 5),
    Fact("MATCH(\"\",L_m,0)", 6), Fact("MATCH({none},L_m,0)", 9), Fact("MATCH(TRUE,L_m,0)", 8),
    Fact("MATCH({na},L_m,0)", .notAvailable), Fact("MATCH(\"zzz\",L_m,0)", .notAvailable),
    Fact("MATCH(0.1+0.2,A,0)", .notAvailable, ["A": .text("x")]), Fact("MATCH(\"<5\",L_m,0)", .notAvailable),
    Fact("MATCH(\"*\",L_m,0)", 4), Fact("MATCH({div},L_m,0)", .divisionByZero),
  ]) func `MATCH finds the first equal value of the same kind`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("MATCH(4,L_n,1)", 2), Fact("MATCH(0,L_n,1)", .notAvailable), Fact("MATCH(9,L_n,1)", 4),
    Fact("MATCH(3,L_n)", 2),
    Fact("MATCH(\"x\",L_n,1)", .notAvailable), Fact("MATCH(3,L_n,-1)", .notAvailable),
    Fact("MATCH({none},L_n,1)", .notAvailable),
  ]) func `MATCH finds the last value that is not above`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("LOOKUP(4,L_n)", 3), Fact("LOOKUP(4,L_n,L_n)", 3), Fact("LOOKUP(0,L_n)", .notAvailable),
    Fact("LOOKUP(2,1/(L_m=5),L_m)", 5), Fact("LOOKUP(2,1/(L_k=\"a1\"),L_v)", 2),
    Fact("LOOKUP(2,1/(L_k=\"zzz\"),L_v)", .notAvailable), Fact("LOOKUP(2,1/(L_k={na}),L_v)", .notAvailable),
    Fact("LOOKUP(2,1/(L_k=\"\"),L_v)", 6), Fact("LOOKUP(2,1/((L_k=\"A1\")*(L_v<2)),L_v)", 1),
    Fact("LOOKUP(2,1/((L_k={word})*(L_v>0)),L_v)", .notAvailable), Fact("LOOKUP({na},L_n)", .notAvailable),
  ]) func `LOOKUP gives the last match`(_ fact: Fact) throws { try fact.check() }

  @Test func `MATCH finds the last value that is not below, in a column sorted downwards`() throws {
    try Columns([
      "d": [.number(7), .number(5), .text("x"), .number(3)], "x": [.number(4), .number(7), .number(8), .blank],
    ])
    .expect("MATCH({x},d,-1)", [.number(2), .number(1), .error(.notAvailable), .number(4)])
  }

  @Test func `a repeated key finds its first row`() throws {
    try Columns(["k": [.text("b"), .text("a"), .text("B")], "d": [.text("B"), .text("b"), .blank]])
      .expect("MATCH({k},d,0)", [.number(1), .error(.notAvailable), .number(1)])
  }
}

@Suite struct `A whole column where one value is needed` {
  @Test func `is the cell in the row of the formula`() throws {
    var environment = Environment()
    environment.define("list", column: Column([.text("a"), .text("b")]), firstRow: 3)
    environment.define("n", column: Column([.number(0), .number(0), .number(0), .number(0), .number(1)]))
    let bound = try BoundFormula(
      Expression(parsing: "INDEX(list,{n})", notation: .template), sheet: nil, in: environment)
    #expect(
      try bound.evaluate(rows: 5, firstRow: 2, in: environment).values == [
        .error(.value), .text("a"), .text("b"), .error(.value), .text("a"),
      ])
  }

  @Test func `is an error where the rows are not known`() throws {
    try Columns(["list": [.text("a"), .text("b")], "n": [.number(0)]])
      .expect("INDEX(list,{n})", [.error(.value)])
  }
}
