// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The wording of annotations in three languages.
struct AnnotationWords: SaysInThreeLanguages {
  let language: Language

  var sheet: String { pick("檢查發現", "检查发现", "Findings") }

  /// In the order of the columns.
  var headers: [String] {
    [
      pick("嚴重性", "严重性", "Severity"), pick("規則", "规则", "Rule"), pick("工作表", "工作表", "Sheet"),
      pick("儲存格", "单元格", "Cell"), pick("編號", "编号", "Row id"), pick("欄", "列", "Column"),
      pick("內容", "内容", "Found"), pick("說明", "说明", "Message"), pick("狀態", "状态", "State"),
      pick("首見", "首见", "First seen"),
    ]
  }

  func word(_ severity: Severity) -> String {
    let word = self.severity(severity)
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  func more(_ count: Int) -> String {
    pick("還有 \(count) 項未列出", "还有 \(count) 项未列出", "\(count) more are not listed")
  }
}
