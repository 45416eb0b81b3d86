// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Operators` {
  @Test(arguments: [
    Fact("{five}+1", 6), Fact("{none}+1", 1), Fact("{text5}+1", 6), Fact("{word}+1", .value), Fact("{empty}+1", .value),
    Fact("{yes}+1", 2), Fact("{na}+1", .notAvailable), Fact("{na}+{div}", .notAvailable),
    Fact("{div}+{na}", .divisionByZero), Fact("\"5\"*\"2\"", 10), Fact("1/0", .divisionByZero),
    Fact("0/0", .divisionByZero), Fact("1E308*10", .number), Fact("-{text5}", -5), Fact("50%", 0.5),
    Fact("{text5}%", 0.05), Fact("-2^2", 4), Fact("2^0.5", 1.4142135623730951), Fact("0^0", .number),
    Fact("0^-1", .divisionByZero), Fact("+{word}", "abc"), Fact("{none}", 0),
    Fact("{none}*{word}", .value),
  ]) func `compute with what cells hold`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("0.1+0.2-0.3", 0), Fact("-1+0.97+0.03", -2.7755575615628914e-17), Fact("-1+0.91+0.09", 0),
    Fact("1.1-1-0.1", 0), Fact("IF(0.5-0.4-0.1=0,1,2)", 2), Fact("0.1+0.2=0.3", true),
    Fact("1.1-1=0.1", true), Fact("4503599627370497=4503599627370496", true), Fact("1=1.00000000000001", false),
    Fact("1=1.000000000000001", true), Fact("0.1+0.2>0.3", false), Fact("0.1+0.2<=0.3", true),
  ]) func `do not show the last bits of binary fractions`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("\"a\"=\"A\"", true), Fact("\"ς\"=\"Σ\"", true), Fact("\"Ａ\"=\"ａ\"", true), Fact("\"ß\"=\"SS\"", false),
    Fact("\"e\u{301}\"=\"\u{e9}\"", false), Fact("\"é\"=\"É\"", true), Fact("\"a\"<\"B\"", true),
    Fact("\"電\"=\"電\"", true), Fact("{word}>1E300", true), Fact("{empty}>0", true), Fact("{yes}>\"zzz\"", true),
    Fact("{yes}=1", false), Fact("{none}=0", true), Fact("{none}=\"\"", true), Fact("{none}=FALSE", true),
    Fact("{none}=TRUE", false), Fact("{empty}=0", false), Fact("{empty}={none}", true), Fact("{none}<{word}", true),
    Fact("{none}>={empty}", true), Fact("{na}=1", .notAvailable), Fact("1={na}", .notAvailable),
    Fact("{text5}=5", false), Fact("{none}<1", true), Fact("{none}>-1", true), Fact("FALSE<TRUE", true),
    Fact("{none}<>{none}", false),
    Fact("\"a-b\"<\"ab\"", false), Fact("\"a b\"<\"ab\"", true), Fact("\"Zoë\"<\"Zoz\"", true),
    Fact("\"a1\"<\"a_1\"", false),
  ]) func `compare numbers before texts before truth values`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("0.1+0.2&\"\"", "0.3"), Fact("1/3&\"\"", "0.333333333333333"), Fact("2/3&\"\"", "0.666666666666667"),
    Fact("1E20&\"\"", "1E+20"), Fact("1E15&\"\"", "1E+15"), Fact("123456789012345678&\"\"", "1.23456789012346E+17"),
    Fact("1E-5&\"\"", "0.00001"), Fact("123456.789&\"\"", "123456.789"), Fact("-0.5&\"\"", "-0.5"),
    Fact("TRUE&\"\"", "TRUE"), Fact("{none}&\"x\"", "x"), Fact("{na}&\"x\"", .notAvailable),
    Fact("99999999999999.99&\"\"", "100000000000000"), Fact("0.1*3&\"\"", "0.3"), Fact("1.5E-20&\"\"", "1.5E-20"),
    Fact("1E100&\"\"", "1E+100"), Fact("\"<=\"&AsOf", "<=45838"),
    Fact("0.00001234567890123456&\"\"", "0.0000123456789012346"),
    Fact("-1234567.5&\"\"", "-1234567.5"), Fact("9.9999999999999999&\"\"", "10"),
    Fact("REPT(\"x\",20000)&REPT(\"y\",20000)", .value),
  ]) func `write numbers with 15 digits`(_ fact: Fact) throws { try fact.check() }

  static let spelled: [(String, CellValue)] = [
    ("5", .number(5)), (" 5 ", .number(5)), ("-7", .number(-7)), ("+7", .number(7)), (".5", .number(0.5)),
    ("5.", .number(5)), ("1e3", .number(1000)), ("1.5E-3", .number(0.0015)), ("50%", .number(0.5)),
    ("5 %", .number(0.05)), ("1,234", .number(1234)), ("1,234,567.5", .number(1_234_567.5)), ("(5)", .number(-5)),
    ("$5", .number(5)), ("-$5", .number(-5)), ("5-", .error(.value)), ("1 1/2", .number(1.5)), ("0005", .number(5)),
    ("2025-06-30", .number(45_838)), ("2025-6-3", .number(45_811)), ("2025-06-30 12:00", .number(45_838.5)),
    ("2025-06-30T12:00:00", .number(45_838.5)), ("30-Jun-25", .number(45_838)), ("30-jun-2025", .number(45_838)),
    ("12:30", .number(12.5 / 24)), ("1:30 PM", .number(13.5 / 24)), ("25:30", .number(25.5 / 24)),
    ("12:30:45", .number(45_045.0 / 86_400)), ("1900-01-01", .number(1)),
    ("", .error(.value)), (" ", .error(.value)), ("abc", .error(.value)), ("1,23", .error(.value)),
    ("12,34", .error(.value)), ("1,2345", .error(.value)), ("1e", .error(.value)), ("--5", .error(.value)),
    ("1.2.3", .error(.value)), (".", .error(.value)), ("5 5", .error(.value)), ("５", .error(.value)),
    ("TRUE", .error(.value)), ("2025/6/30", .number(45_838)), ("2025/06/30 12:00", .number(45_838.5)),
    ("25/6/30", .error(.value)), ("6/30/2025", .error(.value)),
    ("2025-02-30", .error(.value)), ("2025-13-01", .error(.value)), ("2025-06", .error(.value)),
    ("12:60", .number(13.0 / 24)), ("12:60:61", .error(.value)), ("13:30 PM", .error(.value)), ("1/2", .error(.value)),
    ("5元", .error(.value)),
    ("約5", .error(.value)), ("1E400", .error(.value)), ("0x10", .error(.value)), ("NaN", .error(.value)),
    ("inf", .error(.value)), ("(5%)", .error(.value)), ("(-5)", .error(.value)), ("1_000", .error(.value)),
    ("5%%", .error(.value)), ("1899-12-31", .error(.value)), ("9999-12-31", .number(2_958_465)),
  ]

  @Test(arguments: spelled) func `take a text for the number that it spells`(_ text: String, _ value: CellValue) throws
  {
    try Fact("{t}+0", value, ["t": .text(text)]).check()
  }
}
