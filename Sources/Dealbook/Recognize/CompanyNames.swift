// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// Whether a name is that of a company, by its legal form, or that of a person, by how one is addressed.
enum CompanyNames {
  /// - Parameter name: folded, as in ``ColumnContents``.
  static func isCompany(_ name: String) -> Bool {
    let text = Simplified.text(name)
    if text.unicodeScalars.contains(where: { $0.value > 0x2FFF }) {
      return ends.contains { text.hasSuffix($0) } || text.contains("有限") || text.contains("股份")
    }
    return text.split { !$0.isLetter }.contains { forms.contains(String($0)) }
  }

  static func isPerson(_ name: String) -> Bool {
    let text = Simplified.text(name)
    if text.unicodeScalars.contains(where: { $0.value > 0x2FFF }) {
      return text.count <= 6 && addresses.contains { text.hasSuffix($0) }
    }
    return text.split { !$0.isLetter }.first.map { titles.contains(String($0)) } ?? false
  }

  private static let forms: Set<String> = [
    "gmbh", "ag", "kg", "kgaa", "se", "ohg", "ug", "gbr", "inc", "ltd", "llc", "llp", "plc", "corp", "corporation",
    "co", "company", "group", "holding", "holdings", "limited", "sa", "sarl", "srl", "spa", "bv", "nv", "oy", "ab",
    "pty", "stadtwerke", "verein",
  ]
  private static let ends = [
    "公司", "集团", "厂", "医院", "大学", "银行", "科技", "电子", "精密", "工业", "企业", "实业", "学校", "药业", "能源", "商行", "工程行",
  ]
  private static let addresses = ["先生", "小姐", "女士", "经理", "总", "主任", "工程师", "老师", "处长", "科长", "厂长", "董", "工"]
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "herr", "frau", "hr", "fr", "dr", "prof", "chief",
  ]
}
