// SPDX-License-Identifier: Apache-2.0

import Playbook

/// What the texts of several commands have in common.
extension SaysInThreeLanguages {
  var comma: String { pick("，", "，", ", ") }
  var semicolon: String { pick("；", "；", "; ") }
  var colon: String { pick("：", "：", ": ") }

  /// What stands for the value of an empty cell.
  var empty: String { pick("（空白）", "（空白）", "(empty)") }

  var nothingWritten: String { pick("沒有寫入任何檔案", "没有写入任何文件", "nothing was written") }

  /// Names one after the other.
  func list(_ names: [String]) -> String { names.joined(separator: pick("、", "、", ", ")) }

  /// A number with its English noun: `1 cell`, `2 cells`.
  func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
