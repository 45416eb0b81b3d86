// SPDX-License-Identifier: Apache-2.0

import Formula
import Testing

@testable import Dealbook

@Suite struct `A formula over amounts that change their unit` {
  /// B holds the amounts, and no other column does.
  private static func staysTrue(_ formula: String) -> Bool {
    UnitFormula { expression in
      guard case .reference(let reference) = expression else { return false }
      switch reference.area {
      case .cell(let corner): return corner.column.number == 2
      case .range(let a, let b): return a.column.number <= 2 && b.column.number >= 2
      default: return false
      }
    }.staysTrue(formula)
  }

  @Test(arguments: [
    "SUM(B2:B9)", "B2*2", "B2/B3", "-B2", "SUM(B2:B9)*C1", "SUMIF(A2:A9,\"D002\",B2:B9)",
    "SUMIFS(B2:B9,A2:A9,\">100\")",
    "COUNTIF(B2:B9,\">0\")", "COUNTIF(B2:B9,\"<>\")", "IF(B2>0,B2,0)", "IF(B2=\"\",\"\",B2*12)", "MAX(B2,0)",
    "ROUND(B2,2)", "AVERAGE(B2:B9)", "SUMPRODUCT((A2:A9=\"x\")*B2:B9)", "COUNT(B2:B9)+50", "SUM(B2:B9)/COUNT(B2:B9)",
    "B2>B3", "INDEX(B2:B9,MATCH(\"x\",A2:A9,0))", "VLOOKUP(\"x\",A2:B9,2,FALSE)", "\"sum: \"&SUM(B2:B9)", "A2+5",
    "SUBTOTAL(109,B2:B9)",
  ]) func `stays true where it only follows them`(_ formula: String) {
    #expect(Self.staysTrue(formula))
  }

  @Test(arguments: [
    "B2>100", "IF(B2>=100,\"big\",\"small\")", "COUNTIF(B2:B9,\">100\")", "SUMIF(B2:B9,\">=50\")",
    "SUMIFS(B2:B9,B2:B9,\">5\")", "SUM(B2:B9)*10000", "SUM(B2:B9)/10000", "B2+50", "MAX(B2,5)", "B2-C2", "B2/C1",
    "SUM(B2:B9)&\"萬元\"", "TEXT(B2,\"0\")&\"万\"", "MATCH(500,B2:B9,1)", "100/B2", "B2^2", "B2*B3", "IF(A2=1,B2,7)",
    "SUM(B2",
  ]) func `would be false where it knows of the unit`(_ formula: String) {
    #expect(!Self.staysTrue(formula))
  }
}
