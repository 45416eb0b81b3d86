// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

/// An index must give the same result as going through all rows, whatever the columns contain.
@Suite struct `Indexes agree with going through the rows` {
  static let formulas = [
    "COUNTIF(d_k,{k})", "COUNTIF(d_x,{x})", "COUNTIF(d_k,{x})", "COUNTIF(d_x,{k})", "COUNTIF(d_e,{e})",
    "COUNTIF(d_k,\"=\"&{k})", "COUNTIF(d_k,\"<>\"&{k})", "COUNTIF(d_x,\"<\"&{x})", "COUNTIF(d_x,\">=\"&{k})",
    "COUNTIF(d_k,\">\"&{k})", "COUNTIF(d_k,\"*\"&{k})", "COUNTIF(d_x,\"<>\"&{x})",
    "COUNTIFS(d_k,{k},d_l,{l})", "COUNTIFS(d_k,{k},d_x,\"<=\"&Bound)", "COUNTIFS(d_k,{k},d_l,{l},d_x,\">\"&{x})",
    "COUNTIFS(d_k,{k},d_x,\">\"&{x},d_x,\"<=\"&{y})", "COUNTIFS(d_k,{k},d_x,\"<=\"&{x},d_y,\">=\"&{y})",
    "COUNTIFS(d_k,{k},d_v,\"<=\"&{w},d_w,\">=\"&{w},d_w,\"<\"&{x})", "COUNTIFS(d_v,\"<=\"&{w},d_w,\">\"&{w})",
    "COUNTIFS(d_k,{k},d_v,\"<=\"&{w},d_w,\">=\"&{w},d_x,\"<\"&{x})", "COUNTIFS(d_k,\"A1\",d_l,{l})",
    "COUNTIFS(d_k,\"<>A1\",d_l,{l})", "COUNTIFS(d_k,\"\",d_l,{l})", "COUNTIFS(d_x,\"<>\",d_l,{l})",
    "COUNTIFS({^k},{k})", "COUNTIFS({^k},{k},{^x},{x})", "COUNTIFS({^k},{k},{^x},\"<\"&{x})",
    "COUNTIFS({^k},{k},{^l},{l},{^w},\">=\"&{w})", "COUNTIFS({^none},{none},{^k},{k})", "COUNTIFS({^k},\"<>\"&{k})",
    "COUNTIFS({^k},\"A1\")", "COUNTIFS({^w},\"<=\"&{w})",
    "SUMIF(d_k,{k},d_x)", "SUMIF(d_x,\">\"&{x})", "SUMIFS(d_x,d_k,{k})", "SUMIFS(d_e,d_k,{k})",
    "SUMIFS(d_x,d_k,{k},d_l,{l})", "SUMIFS(d_x,d_k,{k},d_v,1)", "SUMIFS(d_x,d_k,{k},d_y,\">=\"&{x},d_y,\"<=\"&{y})",
    "SUMIFS(d_x,d_v,\"<=\"&{w},d_w,\">\"&{w})", "SUMIFS(d_e,d_k,{k},d_v,\"<\"&{w})",
    "SUMIFS(d_e,d_k,{k},d_v,\"<\"&{w},d_w,\">\"&{w})", "SUMIFS({^x},{^k},{k})", "SUMIFS({^x},{^k},{k},{^w},\"<\"&{w})",
    "AVERAGEIF(d_k,{k},d_x)", "AVERAGEIFS(d_x,d_k,{k},d_v,\">\"&{w})", "SUMIFS(d_x,d_k,{k},d_v,\">\"&{e})",
    "MATCH({k},d_k,0)", "MATCH({x},d_x,0)", "MATCH({e},d_e,0)", "MATCH({x},d_x,1)", "MATCH({k},d_k,1)",
    "MATCH({w},d_w)", "MATCH({l},{^k},0)", "INDEX(d_x,MATCH({k},d_k,0))",
    "SUMPRODUCT((d_k={k})*d_w)", "SUMPRODUCT((d_k={k})*(d_l={l}))", "SUMPRODUCT((d_k={k})*(d_v<{w})*d_w)",
    "SUMPRODUCT((d_x={x})*d_w)", "SUMPRODUCT((d_x<{x})*d_w)", "SUMPRODUCT((d_x>={x})*(d_x<={y})*d_w)",
    "SUMPRODUCT(({x}>d_x)*({k}=d_k)*(d_v-d_w))", "SUMPRODUCT((d_k={k})*d_x)", "SUMPRODUCT((d_k={k})*d_e)",
    "SUMPRODUCT((d_e={x})*d_w)", "SUMPRODUCT((d_k={e})*d_w)", "SUMPRODUCT((d_k={k})*(d_l=\"A1\")*d_w)",
    "SUMPRODUCT(MAX((d_k={k})*(d_v<=Bound)*d_w))", "SUMPRODUCT(MAX((d_k={k})*(d_v<{w})*d_w))",
    "SUMPRODUCT(MAX((d_k={k})*(0-d_w)))", "SUMPRODUCT(MAX((d_w>=0)*(d_v>={w})*(0-1-d_w)))",
    "SUMPRODUCT(MAX((d_k={k})*(d_v>{w})*(d_v<={x})*d_w))", "SUMPRODUCT(MAX((d_x<{w})*d_v))",
    "SUMPRODUCT(MIN(99-(d_k={k})*d_v*(99-d_w)))", "SUMPRODUCT(MIN(99-(d_k={k})*(99-d_x)))",
    "SUMPRODUCT(MAX((d_k={k})*(d_e>0)*d_w))", "SUMPRODUCT(MAX((d_k={k})*(d_l={e})*d_w))",
    "SUMPRODUCT(MAX(ISNUMBER(1/(d_k={k}))*(d_w<=Bound)*d_w))", "SUMPRODUCT(MAX(ISNUMBER(1/(d_e={e}))*d_w))",
    "SUMPRODUCT(MIN(99-ISNUMBER(1/(d_e={e}))*d_w*(d_w>0)))", "SUMPRODUCT(ISNUMBER(1/(d_e={k}))*(d_k={k})*d_w)",
    "SUMPRODUCT(ISNUMBER(1/((d_e={k})*(d_x<{w})))*d_w)", "SUMPRODUCT(MAX(ISNUMBER(1/(d_k={e}))*d_e))",
    "SUMPRODUCT((d_k={k})*d_v,d_w)", "SUMPRODUCT(({w}>3)*(d_k={k})*d_w)", "SUMPRODUCT(MAX((d_k<>{k})*d_w))",
    "LOOKUP(2,1/((d_k={k})*(d_w={w})),d_x)", "LOOKUP(2,1/(d_k={k}),d_e)", "LOOKUP(2,1/((d_k={k})*(d_v<{w})),d_y)",
    "LOOKUP(2,1/((d_k={k})*(d_e>0)),d_x)", "LOOKUP(2,1/((d_k={e})*(d_w=1)),d_x)", "LOOKUP(1,1/(d_l={l}),d_k)&\"\"",
    "LOOKUP(2,1/((d_k={k})*(d_x<{x})*(d_x>={y})),d_w)", "SUMPRODUCT(ISNUMBER(MATCH(d_k,t_k,0))*d_w)",
    "SUMPRODUCT(COUNTIF(t_k,d_k)*(d_w>{w}))", "LARGE(d_w,{v})", "SMALL(d_x,{w})", "RANK({w},d_w)", "RANK({w},{^w},1)",
    "MEDIAN({^w})", "LARGE({^w},1)", "NETWORKDAYS({v},{w},d_v)", "WORKDAY({w},{v},d_w)",
  ]

  @Test(arguments: formulas) func `on random columns`(_ formula: String) throws {
    let expression = try Expression(parsing: formula, notation: .template)
    for seed in 0..<10 {
      let environment = RandomColumns.environment(seed)
      let bound = try BoundFormula(expression, sheet: "t", in: environment)
      let plain = try bound.evaluate(rows: 24, mask: nil, in: environment, by: .plain)
      let indexed = try bound.evaluate(rows: 24, mask: nil, in: environment, by: .indexed)
      for row in 0..<24 where !RandomColumns.agree(plain[row], indexed[row]) {
        Issue.record("\(formula), seed \(seed), row \(row): plain \(plain[row]), indexed \(indexed[row])")
        return
      }
    }
  }
}
