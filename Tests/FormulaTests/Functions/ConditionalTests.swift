// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Functions with criteria` {
  /// What `L_k` holds: A1 a1 A2 B1, blank, "", 5, "5", TRUE, #N/A, "A*", "#N/A", "TRUE", "<5"; `L_v` holds 1 to 14.
  @Test(arguments: [
    Fact("COUNTIF(L_k,\"A1\")", 2), Fact("COUNTIF(L_k,\"A*\")", 4), Fact("COUNTIF(L_k,\"A~*\")", 1),
    Fact("COUNTIF(L_k,\"?1\")", 3), Fact("COUNTIF(L_k,5)", 2), Fact("COUNTIF(L_k,\"5\")", 2),
    Fact("COUNTIF(L_k,\"=5\")", 2),
    Fact("COUNTIF(L_k,\"5.0\")", 2), Fact("COUNTIF(L_k,\"<>5\")", 13), Fact("COUNTIF(L_k,\"\")", 2),
    Fact("COUNTIF(L_k,\"=\")", 1), Fact("COUNTIF(L_k,\"<>\")", 13), Fact("COUNTIF(L_k,{none})", 0),
    Fact("COUNTIF(L_k,{empty})", 2), Fact("COUNTIF(L_k,TRUE)", 2), Fact("COUNTIF(L_k,\"TRUE\")", 2),
    Fact("COUNTIF(L_k,\"#N/A\")", 2), Fact("COUNTIF(L_k,{na})", 2), Fact("COUNTIF(L_k,\"<5\")", 0),
    Fact("COUNTIF(L_k,\"=<5\")", 1), Fact("COUNTIF(L_k,\"<=5\")", 1), Fact("COUNTIF(L_k,\">4\")", 1),
    Fact("COUNTIF(L_k,\">A1\")", 3), Fact("COUNTIF(L_k,\"<>A1\")", 12), Fact("COUNTIF(L_k,\"<>A*\")", 10),
    Fact("COUNTIF(L_k,\"<\")", 0), Fact("COUNTIF(L_k,\"<=\")", 0), Fact("COUNTIF(L_k,\">\")", 0),
    Fact("COUNTIF(L_k,\">=\")", 0), Fact("COUNTIF(L_k,\"*\")", 10), Fact("COUNTIF(L_v,\">=\"&{five})", 10),
    Fact("COUNTIF(L_v,\"<\"&{none})", 0), Fact("COUNTIF(L_m,0)", 1), Fact("COUNTIF(L_m,{none})", 1),
    Fact("COUNTIF(L_m,\"<>0\")", 11), Fact("COUNTIF(L_v,\"<=\"&0.1+0.2)", 0), Fact("COUNTIF(L_v,\" 5 \")", 1),
    Fact("COUNTIF(L_v,\"$5\")", 1), Fact("COUNTIF(L_v,\"<1900-01-03\")", 2),
  ]) func `COUNTIF`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("COUNTIFS(L_k,\"A1\",L_v,\">1\")", 1), Fact("COUNTIFS(L_k,{word},L_v,1)", 0),
    Fact("COUNTIFS(L_v,\">2\",L_v,\"<=5\")", 3),
    Fact("COUNTIFS(L_k,\"A1\",L_n,1)", .value), Fact("SUMIF(L_k,\"A1\",L_v)", 3), Fact("SUMIF(L_v,\">12\")", 27),
    Fact("SUMIFS(L_v,L_k,\"A1\")", 3), Fact("SUMIFS(L_v,L_k,\"zzz\")", 0), Fact("SUMIFS(L_m,L_m,\">0\")", 15),
    Fact("SUMIFS(L_m,L_m,\"#N/A\")", .notAvailable), Fact("SUMIFS(L_n,L_k,\"A1\")", .value),
    Fact("AVERAGEIF(L_k,\"A1\",L_v)", 1.5), Fact("AVERAGEIFS(L_v,L_k,\"zzz\")", .divisionByZero),
    Fact("SUMIF(L_n,\">0\",L_v)", 10), Fact("SUMIFS(L_k,L_v,\">0\")", .notAvailable), Fact("SUMIFS(L_k,L_v,7)", 5),
    Fact("SUMIFS(L_k,L_v,8)", 0), Fact("COUNTIFS(L_v,\">\"&{na})", 0),
  ]) func `with several criteria and sums`(_ fact: Fact) throws { try fact.check() }

  @Test func `cells down to this row give a running count`() throws {
    try Columns(["k": [.text("A"), .text("B"), .text("a"), .blank, .text("A")]])
      .expect("COUNTIFS({^k},{k})", [.number(1), .number(1), .number(2), .number(0), .number(3)])
  }

  @Test func `cells down to this row give a running sum`() throws {
    try Columns(["k": [.text("A"), .text("B"), .text("a")], "x": [.number(1), .number(2), .text("3")]])
      .expect("SUMIFS({^x},{^k},{k})", [.number(1), .number(2), .number(1)])
  }

  @Test func `sums of many cents keep every cent`() throws {
    let cents = (0..<50_000).map { CellValue.number(Double($0 * 7_919 % 100_000_000) / 100 + 1e9) }
    let dates = (0..<50_000).map { CellValue.number(Double($0)) }
    // The last day alone, out of a running sum of fifty trillion.
    try Columns(["d_x": cents, "d_d": dates, "day": [.number(49_999)]])
      .expect("SUMIFS(d_x,d_d,\">=\"&{day},d_d,\"<=\"&{day})", [cents[49_999]])
  }

  @Test func `a sum in a range that should be zero is zero`() throws {
    try Columns([
      "d_x": [.number(0.1), .number(0.2), .number(-0.3), .number(5)], "d_d": (1...4).map { .number(Double($0)) },
      "day": [.number(3), .number(2)],
    ])
    .expect("SUMIFS(d_x,d_d,\"<=\"&{day})=0", [.boolean(true), .boolean(false)])
  }

  @Test func `fifty thousand rows in one group take no time that grows with the square`() throws {
    let rows = 50_000
    let columns = Columns([
      "k": [CellValue](repeating: .text("A"), count: rows), "x": (0..<rows).map { .number(Double($0)) },
      "y": (0..<rows).map { .number(Double(rows - $0)) },
    ])
    try columns.expect(last: "COUNTIFS(k,{k},x,\"<\"&{x},y,\">=\"&{y})", .number(Double(rows - 1)))
    try columns.expect(last: "SUMPRODUCT(MAX((k={k})*(x<{x})*x))", .number(Double(rows - 2)))
    try columns.expect(last: "LOOKUP(2,1/((k={k})*(x={x})),y)", .number(1))
    try columns.expect(last: "COUNTIFS({^k},{k},{^x},{x})", .number(1))
  }
}
