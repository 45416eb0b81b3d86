// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Functions of truth and choice` {
  @Test(arguments: [
    Fact("IF({none},1,2)", 2), Fact("IF({five},1,2)", 1), Fact("IF({word},1,2)", .value), Fact("IF(\"TRUE\",1,2)", 1),
    Fact("IF({empty},1,2)", .value), Fact("IF({na},1,2)", .notAvailable), Fact("IF(TRUE,{none})", 0),
    Fact("IF(TRUE,{none})=\"\"", true), Fact("IF(TRUE,{none})&\"x\"", "x"), Fact("IF(FALSE,1)", false),
    Fact("IF(TRUE,,1)", 0), Fact("IF(FALSE,1,)", 0), Fact("IF(TRUE,1,1/0)", 1), Fact("IF(FALSE,{na},2)", 2),
    Fact("ISNUMBER(IF(TRUE,{none},1))", false),
  ]) func `IF takes one branch and does not see the other`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("AND(TRUE,{na})", .notAvailable), Fact("AND(FALSE,{na})", .notAvailable), Fact("OR(TRUE,{na})", .notAvailable),
    Fact("AND({na},{div})", .notAvailable), Fact("AND({none})", .value), Fact("AND({word})", .value),
    Fact("AND(TRUE,{word})", true), Fact("AND(\"abc\")", .value), Fact("OR({none},TRUE)", true),
    Fact("OR({empty},FALSE)", false), Fact("AND(1,2)", true), Fact("AND(0)", false), Fact("AND({five},{yes})", true),
    Fact("OR({no},0)", false), Fact("AND(IF(TRUE,{word},1),TRUE)", true), Fact("AND(L_n)", true),
    Fact("AND({none}&\"\")", .value), Fact("AND(\" TRUE \",TRUE)", true), Fact("OR(FALSE,\"true\")", true),
  ]) func `AND and OR look at all arguments and pass over texts in cells`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("NOT({none})", true), Fact("NOT({word})", .value), Fact("NOT(\"TRUE\")", false), Fact("NOT(5)", false),
    Fact("NOT({na})", .notAvailable), Fact("NOT({empty})", .value),
  ]) func `NOT turns truth round`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("IFERROR({na},\"x\")", "x"), Fact("IFERROR(1/0,)", 0), Fact("IFERROR({five},\"x\")", 5),
    Fact("IFERROR({none},\"x\")", 0), Fact("IFERROR({none},\"x\")=\"\"", true), Fact("IFERROR({na},{none})", 0),
    Fact("IFERROR(IFERROR({na},{div}),7)", 7),
  ]) func `IFERROR replaces errors alone`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("CHOOSE(0,1,2)", .value), Fact("CHOOSE(3,1,2)", .value), Fact("CHOOSE(1.9,\"a\",\"b\")", "a"),
    Fact("CHOOSE(\"2\",\"a\",\"b\")", "b"), Fact("CHOOSE({none},\"a\")", .value), Fact("CHOOSE(1,{none},2)=\"\"", true),
    Fact("CHOOSE(2,1/0,7)", 7), Fact("CHOOSE({na},1)", .notAvailable), Fact("CHOOSE(TRUE,\"a\",\"b\")", "a"),
    Fact("CHOOSE(-1,1)", .value),
  ]) func `CHOOSE takes the argument that its number says`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("ISNUMBER({five})", true), Fact("ISNUMBER({yes})", false), Fact("ISNUMBER({none})", false),
    Fact("ISNUMBER({na})", false), Fact("ISNUMBER({text5})", false), Fact("ISTEXT({empty})", true),
    Fact("ISTEXT({none})", false), Fact("ISNONTEXT({none})", true), Fact("ISBLANK({empty})", false),
    Fact("ISBLANK({none})", true), Fact("ISERROR({na})", true), Fact("ISERR({na})", false), Fact("ISERR({div})", true),
    Fact("ISNA({na})", true), Fact("ISNA({div})", false), Fact("ISLOGICAL({no})", true), Fact("NA()", .notAvailable),
    Fact("TRUE()", true), Fact("ISBLANK({absent})", true), Fact("ISNUMBER(INDEX(L_m,7))", false),
  ]) func `tests of kind`(_ fact: Fact) throws { try fact.check() }

  @Test(arguments: [
    Fact("N({none})", 0), Fact("N({word})", 0), Fact("N({yes})", 1), Fact("N({na})", .notAvailable),
    Fact("N({text5})", 0), Fact("N({five})", 5), Fact("T({word})", "abc"), Fact("T({five})", ""),
    Fact("T({na})", .notAvailable),
  ]) func `N and T keep one kind`(_ fact: Fact) throws { try fact.check() }
}
