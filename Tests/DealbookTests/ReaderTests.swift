// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import Testing

@Suite struct `Numbers typed as text` {
  /// documents/method.md, Reading what was typed
  @Test(
    arguments: [
      ("１２３，４５６．７", 123_456.7), ("120萬", 1_200_000), ("1.2亿", 120_000_000), ("¥80,000元", 80_000),
      ("(5,000)", -5_000), ("60%", 0.6), ("８０００元", 8_000), ("９０", 90), (" 12 ", 12), ("'12", 12), ("-3.5", -3.5),
      ("NT$1,200", 1_200), ("1e", nil), ("約200萬", nil), ("1,2", nil), ("待定", nil), ("1.2.3", nil), ("", nil),
      ("-", nil),
    ] as [(String, Double?)])
  func `read as the number they mean, or not at all`(_ text: String, _ number: Double?) {
    #expect(NumberReader.read(text)?.value == number)
  }

  @Test(arguments: [("40萬", true), ("60", false), ("60元", true), ("50%", true)])
  func `say whether they name a unit of their own`(_ text: String, _ hasUnit: Bool) {
    #expect(NumberReader.read(text)?.hasUnit == hasUnit)
  }

  @Test(arguments: [
    ("5 Mio.", 5e6), ("5 Mio. €", 5e6), ("1,5 Mrd.", 1.5e9), ("120 Tsd.", 120_000), ("120 TEUR", 120_000),
    ("120 T€", 120_000), ("5.000,00-", -5000), ("80.00-", -80), ("12,50- EUR", -12.5), ("5000.-", 5000),
  ])
  func `are read in German and Swiss spellings`(text: String, value: Double) {
    let readings = NumberReader.readings(text)
    #expect((readings?.withComma ?? readings?.withPoint)?.value == value)
    #expect(readings?.hasOpenSign == false)
  }

  @Test(arguments: ["5000-", "1,250-", "80'000-", "5000- EUR"])
  func `with a dash at the end are a minus or no cents, which is not guessed`(text: String) {
    #expect(NumberReader.read(text) == nil && NumberReader.readings(text)?.hasOpenSign == true)
  }

  @Test func `are scaled on the decimal, not by a rounding multiplication`() {
    #expect(NumberReader.scaled(1.1, byPowerOfTen: 4) == 11_000)
    #expect(NumberReader.scaled(60, byPowerOfTen: -2) == 0.6)
  }
}

@Suite struct `Dates typed as text` {
  @Test(arguments: [
    ("2025年6月30日", 2025, 6, 30), ("2025/6/30", 2025, 6, 30), ("2025.6.30", 2025, 6, 30), ("20250630", 2025, 6, 30),
    ("2025-06-30", 2025, 6, 30), ("民國114年6月30日", 2025, 6, 30), ("２０２５／６／３０", 2025, 6, 30),
    ("2026-03-31 14:00", 2026, 3, 31), ("31.03.2026", 2026, 3, 31), ("31/3/2026", 2026, 3, 31),
    ("3/31/2026", 2026, 3, 31),
  ])
  func `read as the day they mean`(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    #expect(DateReader.read(text) == DateReader.Reading(year: year, month: month, day: day))
  }

  @Test(arguments: ["6/30", "114/6/30", "3/4/2026", "2025-02-30", "待定", "上月", "下週三", "2025年6月", "30-Jun-25", ""])
  func `are not guessed at`(_ text: String) {
    #expect(DateReader.read(text) == nil)
  }

  @Test func `of the Republic of China are read where the book opts in`() {
    #expect(DateReader.read("114/6/30", rocYears: true) == DateReader.Reading(year: 2025, month: 6, day: 30))
  }
}

@Suite struct `Ticks` {
  @Test(arguments: ["√", "✔", "☑", "是", "有", "Y", "Yes", "TRUE", "1", "已完成", "✓", " √ "])
  func `of many kinds mean done`(_ text: String) {
    #expect(TickReader.read(.text(text)) == .yes)
  }

  @Test(arguments: ["×", "✘", "否", "無", "无", "N", "No", "FALSE", "0", "✗"])
  func `of many kinds mean not done`(_ text: String) {
    #expect(TickReader.read(.text(text)) == .no)
  }

  @Test(arguments: ["N/A", "不適用", "不适用", "免", "-", "—"])
  func `of many kinds mean not applicable`(_ text: String) {
    #expect(TickReader.read(.text(text)) == .notApplicable)
  }

  @Test(arguments: [CellValue.text("maybe"), .number(2), .blank, .error(.notAvailable)])
  func `are not read from anything else`(_ value: CellValue) {
    #expect(TickReader.read(value) == nil)
  }
}

@Suite struct `Stray spaces` {
  @Test(arguments: [
    ("西安移動 ", "西安移動"), ("\u{3000}A001", "A001"), ("王\u{A0}強", "王 強"), ("A\u{200B}1", "A1"), ("王 強", "王 強"),
  ])
  func `at the ends go, and odd ones inside become plain`(_ text: String, _ clean: String) {
    #expect(StraySpace.cleaned(text) == clean)
  }
}

@Suite struct `Personal data` {
  @Test(arguments: ["身份證 11010119900307123X 核", "卡 6222021234567890123", "手機13812345678", "A123456789", "0912345678"])
  func `is recognised by its numbers`(_ text: String) {
    #expect(PersonalData.isIn(text))
  }

  @Test(arguments: ["合同 2025-001", "12345678901", "123456789012", "BA123456789", "預算 1200000"])
  func `is not seen in other numbers`(_ text: String) {
    #expect(!PersonalData.isIn(text))
  }
}

@Suite struct `Volatile functions` {
  @Test(arguments: [
    ("TODAY()-A1", "TODAY"), ("1+now()", "NOW"), ("SUM(OFFSET(A1,1,1))", "OFFSET"), ("RANDBETWEEN(1,2)", "RANDBETWEEN"),
    ("IF(A2>0,ROUND(B2,2),C2)+indirect(D2)", "INDIRECT"), ("(((RAND()", "RAND"), ("1234567+RAND()", "RAND"),
  ])
  func `are found in a formula`(_ formula: String, _ name: String) {
    #expect(VolatileFunctions.first(in: Array(formula.utf8)[...]) == name)
  }

  @Test(arguments: ["SUM(A1)", "MYNOW(1)", "TODAY", "A_RAND(2)", "", "((((((((((", "LEN(A1)&DATE(2026,1,31)"])
  func `are not seen in other names`(_ formula: String) {
    #expect(VolatileFunctions.first(in: Array(formula.utf8)[...]) == nil)
  }
}
