// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import TestSupport
import Testing

@testable import Dealbook

@Suite struct `Amounts in messages` {
  @Test(arguments: [
    ("1234567", "1,234,567"), ("-688400", "-688,400"), ("333333.34", "333,333.34"), ("999", "999"), ("1000", "1,000"),
    ("0.01", "0.01"), ("-12.5", "-12.5"), ("1e+16", "1e+16"), ("12345.6e-7", "12345.6e-7"), ("", ""),
    ("100000", "100,000"),
  ])
  func `have a comma between every three digits before the point`(plain: String, grouped: String) {
    #expect(ThousandsGroups.text(plain) == grouped)
  }

  @Test func `are grouped wherever a rule speaks of money, and stored values stay as they are`() throws {
    let analysis = try Golden.analysis("inputs_hant.xlsx")
    let writer = FindingWriter(analysis.team)
    var messages: [String: [String]] = [:]
    var found: [String: [String]] = [:]
    for finding in analysis.findings {
      let words = writer.describe(finding)
      messages[words.rule, default: []].append(words.message)
      found[words.rule, default: []].append(words.found)
    }
    #expect(messages["PLN-011"]?.first == "計劃合計 3,400,000 與目標 3,000,000 不符")
    #expect(found["PLN-011"]?.first == "3000000")
    #expect(messages["TGT-016"]?.first == "期望 2,311,600 低於目標，裕量 -688,400")
    #expect(messages["PAY-004"]?.first == "應收合計 333,333.34 與合約 333,333.33 相差 0.01")
    #expect(messages["PAY-005"]?.contains("逾期 273 天，未收 66,666.67") == true)
    let money = messages.values.joined().filter { $0.contains(/\d{5,}/) }
    #expect(money.isEmpty, "\(money)")
  }

  @Test func `that have changed are grouped, and compared as numbers`() {
    let change = BaselineChange(ratio: 0.2, direction: nil)
    let arguments = change.arguments(
      from: .init(shown: "1000000", number: 1_000_000), to: .init(shown: "1500000", number: 1_500_000))
    #expect(arguments?["a"] == "1,000,000" && arguments?["b"] == "1,500,000" && arguments?["p"] == "+50%")
    // A label has a place in its list, and an ID is no number.
    let moved = BaselineChange(ratio: nil, direction: "down").arguments(
      from: .init(shown: "談判簽約", number: 5), to: .init(shown: "20250001", number: 4))
    #expect(moved?["a"] == "談判簽約" && moved?["b"] == "20250001")
  }
}
