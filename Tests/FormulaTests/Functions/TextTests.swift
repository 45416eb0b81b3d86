// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Functions of texts` {
  @Test(arguments: [
    Fact("LEN(\"電源abc\")", 5), Fact("LEN(\"😀x\")", 3), Fact("LEN({none})", 0), Fact("LEN({five})", 1),
    Fact("LEN({na})", .notAvailable), Fact("TRIM(\"  a   b \")", "a b"),
    Fact("TRIM(\"\u{3000}a\u{a0}\")", "\u{3000}a\u{a0}"),
    Fact("TRIM({none})", ""), Fact("TRIM({five})", "5"), Fact("RIGHT(\"陝西市場\",2)", "市場"), Fact("RIGHT(\"abc\")", "c"),
    Fact("RIGHT(\"abc\",9)", "abc"), Fact("RIGHT(\"abc\",-1)", .value), Fact("RIGHT(\"abc\",0)", ""),
    Fact("LEFT(\"abc\",2)", "ab"), Fact("LEFT(123,2)", "12"), Fact("MID(\"abcdef\",2,3)", "bcd"),
    Fact("MID(\"abc\",0,1)", .value),
    Fact("MID(\"abc\",9,1)", ""), Fact("UPPER(\"aé1\")", "AÉ1"), Fact("LOWER(\"ÀB\")", "àb"),
    Fact("EXACT(\"a\",\"A\")", false),
    Fact("EXACT(\"1\",1)", true), Fact("CONCATENATE(\"a\",1,{none},TRUE)", "a1TRUE"), Fact("REPT(\"ab\",2.9)", "abab"),
    Fact("REPT(\"ab\",-1)", .value), Fact("REPT(\"ab\",1E9)", .value), Fact("SUBSTITUTE(\"aXbX\",\"X\",\"-\")", "a-b-"),
    Fact("SUBSTITUTE(\"aXbX\",\"X\",\"-\",2)", "aXb-"), Fact("SUBSTITUTE(\"ax\",\"X\",\"-\")", "ax"),
    Fact("SUBSTITUTE(\"a\",\"\",\"-\")", "a"), Fact("SUBSTITUTE(\"a\",\"a\",\"b\",0)", .value),
    Fact("VALUE(\"1,234.5\")", 1234.5),
    Fact("VALUE(\"x\")", .value), Fact("VALUE({none})", 0), Fact("VALUE(TRUE)", .value),
    Fact("FIND(\"b\",\"abcb\")", 2),
    Fact("FIND(\"b\",\"abcb\",3)", 4), Fact("FIND(\"B\",\"abc\")", .value), Fact("FIND(\"\",\"abc\")", 1),
    Fact("SEARCH(\"B\",\"abc\")", 2), Fact("SEARCH(\"b*d\",\"abcd\")", 2), Fact("SEARCH(\"~*\",\"a*\")", 2),
    Fact("SEARCH(\"x\",\"abc\")", .value), Fact("LEN(TRIM({word}))>0", true), Fact("FIND(\"a\",{na})", .notAvailable),
  ]) func `texts`(_ fact: Fact) throws { try fact.check() }
}
