// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `Functions of dates` {
  @Test(arguments: [
    Fact("EDATE(DATE(2024,2,29),12)=DATE(2025,2,28)", true), Fact("EDATE(DATE(2024,1,31),1)=DATE(2024,2,29)", true),
    Fact("EDATE(DATE(2024,8,31),12)=DATE(2025,8,31)", true), Fact("EDATE(45838.75,0)", 45_838),
    Fact("EDATE(45838,1.9)", 45_868), Fact("EDATE(45838,-1.9)", 45_807), Fact("EDATE({word},1)", .value),
    Fact("EDATE(-1,1)", .number), Fact("EDATE(45838,-2000)", .number), Fact("EDATE(45838,120000)", .number),
    Fact("EDATE(\"2025-06-30\",1)", 45_868), Fact("EDATE({none},1)", 31), Fact("EDATE({na},1)", .notAvailable),
    Fact("EDATE(31,1)", 60), Fact("EDATE(1E9,1)", .number),
  ]) func `EDATE stays within the month`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("DATE(2025,6,30)", 45_838), Fact("DATE(2025,13,1)", 46_023), Fact("DATE(2025,1,0)", 45_657),
    Fact("DATE(2025,0,1)", 45_627), Fact("DATE(25,1,1)", 9_133), Fact("DATE(2025,2,30)", 45_718),
    Fact("DATE(10000,1,1)", .number), Fact("DATE(1900,1,1)", 1), Fact("DATE(1900,3,1)", 61),
    Fact("DATE(1899,1,1)", 693_598),
    Fact("YEAR(45838)", 2025), Fact("MONTH(45838.9)", 6), Fact("DAY(45838)", 30), Fact("DAY(60)", 29),
    Fact("DAY(0)", 0),
    Fact("YEAR(-1)", .number), Fact("YEAR(\"2025-06-30\")", 2025), Fact("WEEKDAY(45838)", 2),
    Fact("WEEKDAY(45838,2)", 1), Fact("WEEKDAY(45838,11)", 1), Fact("WEEKDAY(45838,12)", 7),
    Fact("WEEKDAY(45838,17)", 2),
    Fact("WEEKDAY(45838,3)", 0), Fact("WEEKDAY(1)", 1), Fact("WEEKDAY(45838,9)", .number),
    Fact("EOMONTH(45838,0)", 45_838),
    Fact("DAY(46022.9999999)", 1), Fact("MONTH(46022.9999999)", 1), Fact("YEAR(46022.9999999)", 2026),
    Fact("DAY(46022.999999)", 31), Fact("DATE(2025.9999999,6,15)", 46_188), Fact("DATE(2025.9,6,15)", 45_823),
    Fact("EOMONTH(45838,1)", 45_869), Fact("EOMONTH(45691,0)", 45_716),
  ]) func `others`(_ fact: Fact) throws { try fact.check() }

  @Test func `a workbook of the 1904 system counts from there`() throws {
    var environment = Environment(dateSystem: .year1904)
    environment.define("d", column: Column([.number(44_376), .text("2025-06-30")]))
    for (formula, values) in [
      ("YEAR({d})", [2025.0, 2025]), ("EDATE({d},1)", [44_406, 44_406]), ("{d}+0", [44_376, 44_376]),
      ("WEEKDAY({d})", [2, 2]), ("DATE(2025,6,30)", [44_376, 44_376]),
    ] {
      let bound = try BoundFormula(Expression(parsing: formula, notation: .template), sheet: nil, in: environment)
      #expect(try bound.evaluate(rows: 2, in: environment).values == values.map { .number($0) }, "\(formula)")
    }
  }
}
