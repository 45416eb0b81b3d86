// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `A header` {
  @Test(arguments: [
    ("合同金額（萬元）*", "合同金額", "萬元"), ("總潛力(元/年)", "總潛力", "元/年"), ("採購週期(月)", "採購週期", "月"),
    ("完成率 (%)", "完成率", "%"), ("Purchase cycle (months)", "purchasecycle", "months"), ("單價【元】", "單價", "元"),
    ("金額(億)", "金額", "億"),
  ])
  func `loses a unit in brackets at its end`(text: String, key: String, unit: String) {
    let header = HeaderNormalizer.normalize(text)
    #expect(header.key == key)
    #expect(header.unit == unit)
  }

  @Test(arguments: ["達標概率(精確)", "Owner (AR)", "(元)", "金額(元)合計"])
  func `keeps brackets that hold no unit of it`(text: String) {
    #expect(HeaderNormalizer.normalize(text).unit == nil)
  }

  @Test func `of another writing keeps what its brackets say`() {
    #expect(HeaderNormalizer.key("達標概率（精確）") == "達標概率(精確)")
  }

  @Test(arguments: [
    ("Ｄｅａｌ　ＩＤ", "dealid"), (" Deal\u{00A0}ID： ", "dealid"), ("DEAL\u{200B} id*", "dealid"), ("面積㎡", "面積m2"),
    ("客戶\n編號", "客戶編號"), ("Ⅱ期", "ii期"), ("ｶﾞｽ", "ガス"), ("\u{F900}", "豈"), ("ÄÖ", "äö"),
  ])
  func `is compared without width, case, white space and marks`(text: String, key: String) {
    #expect(HeaderNormalizer.key(text) == key)
  }

  @Test(arguments: [("元", 1), ("千元", 1_000), ("萬元", 10_000), ("万元", 10_000), ("億元", 1e8), ("元/年", 1)])
  func `states how many yuan its unit is`(unit: String, scale: Double) {
    #expect(HeaderNormalizer.moneyScale(ofUnit: unit) == scale)
  }

  @Test func `with a unit of time has no scale of money`() {
    #expect(HeaderNormalizer.moneyScale(ofUnit: "天") == nil)
  }
}

@Suite struct `A name` {
  @Test func `is compared in simplified characters`() {
    #expect(TextFolding.name("華為　技術") == TextFolding.name("华为技术"))
    #expect(Simplified.text("儲存格 abc") == "储存格 abc")
  }

  @Test func `is another name when a character differs`() {
    #expect(TextFolding.name("華為") != TextFolding.name("中興"))
  }
}
