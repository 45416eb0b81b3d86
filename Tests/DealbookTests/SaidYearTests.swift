// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Dealbook

@Suite struct `A business year in a text` {
  @Test(
    arguments: [
      "2026財年", "二〇二六財年商機", "会计年度 2026", "財務年度（四月起）4月－3月", "Pipeline FY2026", "Pipeline FY26 (Apr–Mar)",
      "Geschäftsjahr 2025/26", "ＦＹ２０２６", "2025/26 Apr - Mar", "四月至三月 2026財年",
    ])
  func `is read`(text: String) { #expect(SaidYear(text, at: nil) != nil) }

  @Test(
    arguments: [
      "商機名稱", "預計成交日期", "第一季", "Pipeline", "Pipeline 2026", "Fiscal year", "年度目標", "月份", "Jan–Dec FY2026", "",
    ])
  func `is not read into other texts`(text: String) { #expect(SaidYear(text, at: nil) == nil) }
}
