// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Functions of numbers` {
  @Test(arguments: [
    Fact("ROUND(0.285*100,0)", 29), Fact("ROUND(57300*1.005,0)", 57_587),
    Fact("ROUND(1.005,2)", 1.01), Fact("ROUND(2.675,2)", 2.68), Fact("ROUND(1.15,1)", 1.2), Fact("ROUND(-2.5,0)", -3),
    Fact("ROUND(2.5,0)", 3), Fact("ROUND(333333.33*0.35,2)", 116_666.67), Fact("ROUND(333333.33*0.05,2)", 16_666.67),
    Fact("ROUND(0.5,0)", 1), Fact("ROUND(-0.4,0)", 0), Fact("ROUND(1234.5,-2)", 1200), Fact("ROUND(1250,-2)", 1300),
    Fact("ROUND(-1.005,2)", -1.01), Fact("ROUND(1E20,2)", 1e20), Fact("ROUND(0.285,2)", 0.29),
    Fact("ROUND(1.45,1)", 1.5), Fact("ROUND({text5},0)", 5), Fact("ROUND({word},0)", .value),
    Fact("ROUND({none},2)", 0), Fact("ROUND(1.26,{none})", 1), Fact("ROUND(1.26,1.9)", 1.3),
    Fact("ROUND(8.325,2)", 8.33), Fact("ROUND(4.35*100,0)", 435), Fact("ROUND(5.015,2)", 5.02),
    Fact("ROUND(1.0049999,2)", 1), Fact("ROUND(12345678.905,2)", 12_345_678.91), Fact("ROUND(149.5,-3)", 0),
    Fact("ROUND(1,400)", 1), Fact("ROUND(1.5,-400)", 0), Fact("ROUND(0.1+0.2,20)", 0.30000000000000004),
  ]) func `ROUND goes half away from zero as 15 digits say`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("ROUNDUP(2.001,2)", 2.01), Fact("ROUNDUP(-2.001,2)", -2.01), Fact("ROUNDUP(425000/10000,0)", 43),
    Fact("ROUNDUP(0.1+0.2,1)", 0.3), Fact("ROUNDUP(2,2)", 2), Fact("ROUNDUP(1.1*3,1)", 3.3),
    Fact("ROUNDDOWN(2.009,2)", 2), Fact("ROUNDDOWN(-2.009,2)", -2), Fact("ROUNDDOWN(4.35*100,0)", 435),
    Fact("ROUNDDOWN(1.1*1.1*100,0)", 121), Fact("ROUNDDOWN(0.29*100,0)", 29), Fact("ROUNDUP(1201,-2)", 1300),
    Fact("ROUNDDOWN(1299,-2)", 1200),
  ]) func `ROUNDUP and ROUNDDOWN are not misled by the last bits`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("ABS(-3)", 3), Fact("ABS({word})", .value), Fact("SQRT(16)", 4), Fact("SQRT(-1)", .number),
    Fact("INT(-1.5)", -2), Fact("INT(4.35*100)", 435), Fact("INT(2.9)", 2), Fact("MOD(5,3)", 2), Fact("MOD(-5,3)", 1),
    Fact("MOD(5.3,1)*1E10", 5.3.truncatingRemainder(dividingBy: 1) * 1e10), Fact("(-8)^(1/3)", -2),
    Fact("MOD(5,-3)", -1), Fact("MOD(5,0)", .divisionByZero), Fact("MOD(6,3)", 0), Fact("SIGN(-2)", -1),
    Fact("SIGN({none})", 0), Fact("POWER(2,10)", 1024), Fact("POWER(0,0)", .number), Fact("EXP(0)", 1),
    Fact("LN(0)", .number), Fact("LN(1)", 0), Fact("LOG(1000)", 3), Fact("LOG(8,2)", 3), Fact("LOG10(0.01)", -2),
    Fact("NORMSDIST(0)", 0.5), Fact("NORMSDIST(1.96)", 0.9750021048517795),
    Fact("NORMSDIST(-8)", 6.220960574271756e-16),
    Fact("NORMSDIST(1)", 0.8413447460685429),
  ]) func `others`(_ fact: Fact) throws { try fact.check() }
}
