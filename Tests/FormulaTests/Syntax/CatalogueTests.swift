// SPDX-License-Identifier: Apache-2.0

import Formula
import Testing

@Suite struct `Knowing functions` {
  func problems(_ text: String) throws -> [FormulaError] {
    FunctionCatalogue.problems(in: try FormulaTemplate(text).formula).map(\.1)
  }

  @Test func `every function of the method is known, not volatile and of Excel 2007`() {
    #expect(FunctionCatalogue.method.count == 30)
    for name in FunctionCatalogue.method {
      let function = FunctionCatalogue.function(named: name)
      #expect(function?.isVolatile == false && function?.origin == .excel2007, "\(name)")
    }
  }

  @Test func `the tables are read whole`() {
    #expect(FunctionCatalogue.functions.count > 480)
    #expect(FunctionCatalogue.functions.values.allSatisfy { $0.arguments.most >= $0.arguments.fewest })
  }

  @Test(arguments: ["TODAY", "NOW", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT", "CELL", "INFO", "RANDARRAY"])
  func `volatile functions are known as such`(_ name: String) throws {
    #expect(FunctionCatalogue.function(named: name)?.isVolatile == true)
  }

  @Test func `a function of any case is found`() {
    #expect(FunctionCatalogue.function(named: "sumIfs")?.name == "SUMIFS")
    #expect(FunctionCatalogue.function(named: "SUMWHATEVER") == nil)
  }

  @Test(arguments: [
    ("SUMIF", 1, false), ("SUMIF", 2, true), ("SUMIF", 3, true), ("SUMIF", 4, false), ("SUMIFS", 3, true),
    ("SUMIFS", 4, false), ("SUMIFS", 5, true), ("COUNTIFS", 2, true), ("COUNTIFS", 3, false), ("COUNTIFS", 4, true),
    ("SUM", 255, true), ("SUM", 0, false), ("PI", 0, true), ("PI", 1, false),
  ])
  func `how many arguments a function takes is known`(_ name: String, _ count: Int, _ allowed: Bool) {
    #expect(FunctionCatalogue.function(named: name)?.arguments.allows(count) == allowed)
  }

  @Test(arguments: [
    ("SUMFIS", "SUMIFS"), ("ROUNDUPP", "ROUNDUP"), ("ISNUMBR", "ISNUMBER"), ("IFEROR", "IFERROR"), ("MACTH", "MATCH"),
    ("COUNTIFF", "COUNTIF"), ("SUMME", "SUM"), ("NTO", "NOT"),
  ])
  func `the nearest name is suggested`(_ name: String, _ nearest: String) {
    #expect(FunctionCatalogue.nearest(to: name) == nearest)
  }

  @Test func `nothing is suggested for a name unlike any`() {
    #expect(FunctionCatalogue.nearest(to: "BLAHBLAHBLAH") == nil)
  }

  @Test func `an unknown function is named with its nearest`() throws {
    #expect(try problems("SUMFIS(a,b,1)") == [.unknownFunction("SUMFIS", nearest: "SUMIFS")])
    #expect(
      FormulaError.unknownFunction("SUMFIS", nearest: "SUMIFS").description
        == "there is no function SUMFIS; did you mean SUMIFS?")
  }

  @Test func `forbidden functions say why`() throws {
    let reasons = try problems("TODAY()+_xlfn.XLOOKUP(1,a,b)+VLOOKUP(1,a,2)").map(\.description)
    #expect(reasons.count == 3)
    #expect(reasons[0].contains("TODAY") && reasons[0].hasSuffix("the same values; write AsOf instead"))
    #expect(reasons[1].contains("XLOOKUP") && reasons[1].contains("came with Excel 2021"))
    #expect(reasons[2].contains("VLOOKUP") && reasons[2].hasSuffix("write INDEX(…,MATCH(…,…,0)) instead"))
  }

  @Test func `a wrong number of arguments is named`() throws {
    #expect(
      try problems("ROUND(SUMIFS(a,b),1)+NOT(1,2)") == [
        .argumentCount(function: "SUMIFS", found: 2, expected: "3, 5, 7 …"),
        .argumentCount(function: "NOT", found: 2, expected: "1"),
      ])
  }
}
