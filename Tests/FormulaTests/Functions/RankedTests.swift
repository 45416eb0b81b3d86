// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `Functions of order, and working days` {
  /// L_n is 1, 3, 5, 7; L_m has an error; L_v is 1 to 14.
  @Test(arguments: [
    Fact("LARGE(L_n,1)", 7), Fact("LARGE(L_n,4)", 1), Fact("LARGE(L_n,5)", .number), Fact("LARGE(L_n,0)", .number),
    Fact("LARGE(L_n,1.2)", 5), Fact("LARGE(L_m,1)", .notAvailable), Fact("LARGE(L_n,{word})", .value),
    Fact("SMALL(L_n,2)", 3), Fact("SMALL(L_n,{na})", .notAvailable), Fact("SMALL({^none},1)", .number),
    Fact("RANK(5,L_n)", 2), Fact("RANK(5,L_n,0)", 2), Fact("RANK(5,L_n,1)", 3), Fact("RANK(4,L_n)", .notAvailable),
    Fact("RANK({text5},L_n)", 2), Fact("RANK({div},L_m)", .divisionByZero), Fact("RANK(1,L_m)", .notAvailable),
    Fact("MEDIAN(L_n)", 4), Fact("MEDIAN(L_v)", 7.5), Fact("MEDIAN({^none})", .number),
    Fact("TRUNC(-1.59,1)", -1.5), Fact("TRUNC(8.9)", 8), Fact("TRUNC(-8.9)", -8), Fact("TRUNC(0.29*100)", 29),
  ]) func `as Excel gives them`(_ fact: Fact) throws { try fact.check() }

  /// Microsoft's examples of NETWORKDAYS and WORKDAY: 41183 is 1 October 2012, 39722 is 1 October 2008.
  @Test(arguments: [
    Fact("NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1))", 110),
    Fact("NETWORKDAYS(DATE(2013,3,1),DATE(2012,10,1))", -110),
    Fact("NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),{^holiday})", 109, ["holiday": .number(41_235)]),
    // A holiday on a Sunday costs nothing.
    Fact("NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),{^holiday})", 110, ["holiday": .number(41_238)]),
    Fact("NETWORKDAYS(DATE(2026,10,3),DATE(2026,10,4))", 0), Fact("NETWORKDAYS({word},1)", .value),
    Fact("NETWORKDAYS(-1,5)", .number), Fact("NETWORKDAYS(1,2,L_k)", .value),
    Fact("WORKDAY(DATE(2008,10,1),151)", 39_933), Fact("WORKDAY(DATE(2026,10,2),1)", 46_300),
    Fact("WORKDAY(DATE(2026,10,2),1,{^holiday})", 46_301, ["holiday": .number(46_300)]),
    Fact("WORKDAY(DATE(2026,10,5),-1)", 46_297),
    Fact("WORKDAY(DATE(2026,10,5),-1,{^holiday})", 46_296, ["holiday": .number(46_297)]),
    Fact("WORKDAY(3,-3)", .number), Fact("WORKDAY(1,3000000)", .number), Fact("WORKDAY(46300,0)", 46_300),
  ]) func `count working days`(_ fact: Fact) throws { try fact.check() }

  @Test func `MEDIAN takes one column`() throws {
    #expect(throws: FormulaError.argumentCount(function: "MEDIAN", found: 2, expected: "1")) {
      try BoundFormula(Expression(parsing: "MEDIAN(L_n,L_v)", notation: .template), sheet: nil, in: Fact.environment)
    }
  }

  @Test func `working days are those of counting each day`() {
    var random = SeededNumbers(11)
    for _ in 0..<3000 {
      let holidays = (0..<8).map { _ in Double(40_000 + random.next(60)) }
      let days = Workdays(holidays: holidays, system: .year1900)
      let start = Double(40_000 + random.next(60))
      let count = random.next(41) - 20
      var (left, day) = (abs(count), start)
      while left > 0 {
        day += count < 0 ? -1 : 1
        if Workdays.weekday(day, .year1900) < 5, !holidays.contains(day) { left -= 1 }
      }
      #expect(days.day(after: start, Double(count)) == day)
      let end = start + Double(random.next(40))
      let between = stride(from: start, through: end, by: 1).count {
        Workdays.weekday($0, .year1900) < 5 && !holidays.contains($0)
      }
      #expect(days.between(start, end) == Double(between))
    }
  }
}

private struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
