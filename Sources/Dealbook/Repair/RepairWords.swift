// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The text that a repair writes into notes.
enum RepairWords {
  static let author = "dealbook"

  static func note(_ typed: String, rule: String) -> Localized {
    Localized(
      traditionalChinese: "原先填寫：\(typed)（已還原公式，\(rule)）", simplifiedChinese: "原先填写：\(typed)（已还原公式，\(rule)）",
      english: "Typed before: \(typed) (formula restored, \(rule))")
  }
}
