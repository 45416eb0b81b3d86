// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import TestSupport
import Testing

@Suite struct `A refusal` {
  /// A command line and what is said of it in Traditional and Simplified Chinese.
  static let refusals: [(words: [String], traditional: String, simplified: String)] = [
    (["check", "none.xlsx"], "沒有這個檔案", "没有这个文件"),
    (["check", "mesy_hant.xlsx"], "沒有這個檔案；是不是「messy_hant.xlsx」？", "没有这个文件；是不是“messy_hant.xlsx”？"),
    (["check", "README.md"], "不是 .xlsx 工作簿：像是純文字或 CSV", "不是 .xlsx 工作簿：像是纯文本或 CSV"),
    (["check", "golden"], "這是資料夾，不是檔案", "这是文件夹，不是文件"),
    (["fill", "full_en.xlsx", "-o", "full_en.xlsx"], "就是工作簿本身；要取代它", "就是工作簿本身；要取代它"),
    (["fill", "full_en.xlsx", "-o", "out.xls"], "檔名應以 .xlsx 結尾", "文件名应以 .xlsx 结尾"),
    (["fill", "full_en.xlsx", "-o", "goldn/a.xlsx"], "沒有資料夾「goldn」；是不是「golden」？", "没有文件夹“goldn”；是不是“golden”？"),
    (["fill", "full_en.xlsx"], "請指明寫到哪裡", "请指明写到哪里"),
    (["fill", "full_en.xlsx", "-o", "a.xlsx", "--in-place"], "-o 與 --in-place 不能一起使用", "-o 与 --in-place 不能一起使用"),
    (["set", "full_en.xlsx", "Deals.B2=3", "-o", "x.xlsx"], "是不是「Deals!B2=3」？", "是不是“Deals!B2=3”？"),
    (["set", "full_en.xlsx", "Deals!B2=1,5", "-o", "x.xlsx"], "會變成文字：請寫 1.5", "会变成文字：请写 1.5"),
    (["history", "none.sqlite"], "沒有這份歷史", "没有这份历史"), (["nightly", "golde"], "沒有這個資料夾或工作簿", "没有这个文件夹或工作簿"),
    (["explain", "DEA-04"], "是不是「DEA-004」？", "是不是“DEA-004”？"),
    (["chekc", "a.xlsx"], "沒有「chekc」這個命令；是不是「check」？", "没有“chekc”这个命令；是不是“check”？"),
    (["check"], "錯誤：缺少引數 <FILE> ...", "错误：缺少参数 <FILE> ..."),
    (["check", "--formt", "json"], "沒有「--formt」這個選項；是不是「--format」？", "没有“--formt”这个选项；是不是“--format”？"),
    (["check", "a.xlsx", "--format", "jsn"], "「jsn」不能用於 --format <text|json>", "“jsn”不能用于 --format <text|json>"),
    (["check", "a.xlsx", "--as-of", "3/4/2026"], "2026-03-04 或 2026-04-03", "2026-03-04 或 2026-04-03"),
    (["check", "a.xlsx", "--show", "1,000"], "應為 all 或整數", "应为 all 或整数"),
    (["report", "a.xlsx", "-o", "b.html"], "寫到標準輸出", "写到标准输出"), (["limits", "x"], "多出了「x」", "多出了“x”"),
  ]

  @Test(arguments: refusals.indices) func `is in the language of the locale`(index: Int) throws {
    let refusal = Self.refusals[index]
    let english = try Command.run(refusal.words, environment: ["LC_ALL": "C"])
    for (locale, says) in [("zh_TW.UTF-8", refusal.traditional), ("zh_CN.UTF-8", refusal.simplified)] {
      let outcome = try Command.run(refusal.words, environment: ["LC_ALL": locale])
      #expect(outcome.messages.contains(says), "\(refusal.words): \(outcome.messages)")
      #expect(outcome.status == english.status)
      if locale == "zh_CN.UTF-8" { #expect(Simplified.text(outcome.messages) == outcome.messages) }
    }
    #expect(!english.messages.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }

  @Test func `is in the language of the workbook, unless another is asked for`() throws {
    let mistakes = [
      ["check", "messy_hant.xlsx", "--select", "GEM-006"],
      ["whatif", "messy_hant.xlsx", "--change", "deals.D-02.stge=1"],
      ["set", "messy_hant.xlsx", "草稿!B2==SUMM(A1)", "-o", "x.xlsx"],
      ["advise", "messy_hant.xlsx", "--owner", "Nobody"],
    ]
    for words in mistakes {
      let own = try Command.run(words, environment: ["LC_ALL": "C"])
      #expect(own.messages.contains("是不是") || own.messages.contains("沒有"), "\(words): \(own.messages)")
      let asked = try Command.run(words + ["--language", "en"], environment: ["LC_ALL": "zh_TW.UTF-8"])
      #expect(asked.messages.contains("did you mean") || asked.messages.contains("there is no"), "\(asked.messages)")
      #expect(asked.status == own.status)
    }
  }

  @Test func `has its cause in the JSON, which is the same in every language`() throws {
    for locale in ["C", "zh_TW.UTF-8"] {
      let outcome = try Command.run(["check", "none.xlsx", "--format", "json"], environment: ["LC_ALL": locale])
      #expect(outcome.output.contains(#""cause":"missing""#), "\(outcome.output)")
    }
  }

  @Test func `in a summary counts as people do`() throws {
    func last(_ words: String...) throws -> String {
      try Command.run(["check"] + words, environment: ["LC_ALL": "C"]).output.split(separator: "\n").last.map(
        String.init) ?? ""
    }
    #expect(try last("messy_hant.xlsx").contains(#/： ?[0-9]+ 項錯誤，[0-9]+ 項警告，[0-9]+ 項提示；7 張工作表，51 列資料/#))
    #expect(try last("messy_hant.xlsx", "--language", "zh-Hans").contains(" 项错误，"))
    #expect(try last("messy_en.xlsx").contains(#/: [0-9]+ errors, [0-9]+ warnings, [0-9]+ notes; 33 rows on 6 sheets/#))
  }
}
