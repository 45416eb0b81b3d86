// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Functions that gather` {
  @Test(arguments: [
    Fact("SUM({five},{text5},{word},{empty},{none},{yes})", 5), Fact("SUM(\"5\",1)", 6), Fact("SUM(\"abc\")", .value),
    Fact("SUM(TRUE,1)", 2), Fact("SUM({five},{na})", .notAvailable), Fact("SUM({div},{na})", .divisionByZero),
    Fact("SUM({word}&\"\",1)", .value), Fact("SUM(L_n)", 16), Fact("SUM(L_m)", .notAvailable),
    Fact("SUM(L_n,1,{five})", 22),
    Fact("SUM(0.1,0.2,-0.3)", 0), Fact("SUM(INDEX(L_m,4))", 0), Fact("SUM(IF(TRUE,{word},1))", 0),
    Fact("SUM(IF(TRUE,\"x\",1))", .value), Fact("SUM(1E308,1E308)", .number), Fact("SUM({none})", 0),
  ]) func `SUM`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("MAX({text5})", 0), Fact("MAX(\"7\",1)", 7), Fact("MAX({word},{none})", 0), Fact("MIN({none},5)", 5),
    Fact("MIN({empty},5)", 5), Fact("MAX(\"abc\",1)", .value), Fact("MIN(TRUE,5)", 1), Fact("MIN({yes},5)", 5),
    Fact("MAX(0,IF(TRUE,{word},1))", 0), Fact("MAX(CHOOSE(1,{word},2),3)", 3), Fact("MAX(L_n)", 7), Fact("MIN(L_n)", 1),
    Fact("MAX(-1,{none})", -1), Fact("MIN({five},2)", 2), Fact("MAX({na},1)", .notAvailable),
    Fact("MIN({drift},2)+1", 3),
  ]) func `MIN and MAX`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("COUNT({five},{text5},{none},{yes},{na})", 1), Fact("COUNT(TRUE,\"5\",\"abc\",1/0)", 2), Fact("COUNT(,1)", 2),
    Fact("COUNT(L_m)", 4), Fact("COUNTA(L_m)", 11), Fact("COUNTA({none},{empty},{na})", 2), Fact("COUNTBLANK(L_m)", 2),
    Fact("COUNT(L_m,{five})", 5),
  ]) func `COUNT COUNTA COUNTBLANK`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("AVERAGE({five},{text5},3)", 4), Fact("AVERAGE({word})", .divisionByZero),
    Fact("PRODUCT({five},{none},2)", 10),
    Fact("PRODUCT({none})", 0), Fact("AVERAGE(L_n)", 4),
  ]) func `AVERAGE and PRODUCT`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("SUMPRODUCT(L_n,L_n)", 84), Fact("SUMPRODUCT(L_n*(L_n>2))", 15), Fact("SUMPRODUCT(L_m,L_m)", .notAvailable),
    Fact("SUMPRODUCT(L_n,L_m)", .value), Fact("SUMPRODUCT(MAX((L_n<6)*L_n))", 5), Fact("SUMPRODUCT(L_n=3)", 0),
    Fact("SUMPRODUCT((L_n=3)*1)", 1), Fact("SUMPRODUCT(MIN(99-(L_n>3)*(99-L_n)))", 5),
    Fact("SUMPRODUCT(MAX((L_n={five})*L_n))", 5), Fact("SUMPRODUCT((L_k={five})*L_v)", .notAvailable),
    Fact("SUMPRODUCT(ISNUMBER(L_m)*1)", 4), Fact("SUMPRODUCT(LEN(L_n)*1)", 4),
    Fact("SUMPRODUCT((L_n={na})*1)", .notAvailable),
    Fact("SUMPRODUCT(COUNTIF(L_k,L_n)*1)", 2), Fact("SUMPRODUCT((L_n={word})*L_n)", 0),
    Fact("SUMPRODUCT((L_n={one})*(\"x\"&L_n=\"x1\"))", 1, ["one": .number(1)]),
  ]) func `SUMPRODUCT`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("CORREL(L_n,L_n)", 1), Fact("CORREL(L_n,L_m)", .notAvailable), Fact("CORREL(L_v,L_k)", .notAvailable),
    Fact("CORREL(A,B)", -0.5),
  ]) func `CORREL`(_ fact: Fact) throws {
    guard fact.formula == "CORREL(A,B)" else { return try fact.check() }
    try Columns([
      "A": [.number(1), .number(2), .number(3), .text("x")], "B": [.number(3), .number(1), .number(2), .number(9)],
    ])
    .expect(fact.formula, [fact.value])
  }
}
