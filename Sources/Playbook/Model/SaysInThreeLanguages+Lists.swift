// SPDX-License-Identifier: Apache-2.0

/// What the texts of several commands have in common.
extension SaysInThreeLanguages {
  package var comma: String { pick("，", "，", ", ") }
  package var semicolon: String { pick("；", "；", "; ") }
  package var colon: String { pick("：", "：", ": ") }

  /// What stands for the value of an empty cell.
  package var empty: String { pick("（空白）", "（空白）", "(empty)") }

  package var nothingWritten: String { pick("沒有寫入任何檔案", "没有写入任何文件", "nothing was written") }

  /// A file is written.
  package func wrote(_ path: String) -> String { pick("已寫入 \(path)", "已写入 \(path)", "wrote \(path)") }

  /// As running text says it.
  package func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: pick("錯誤", "错误", "error")
    case .warning: pick("警告", "警告", "warning")
    case .info: pick("提示", "提示", "note")
    }
  }

  /// `team.xlsx: no such file`.
  package func at(_ place: String, _ text: String) -> String { place + colon + text }

  /// What is added to a name.
  package func inBrackets(_ text: String) -> String { pick("（\(text)）", "（\(text)）", " (\(text))") }

  /// Names one after the other.
  package func list(_ names: [String]) -> String { names.joined(separator: pick("、", "、", ", ")) }

  /// The first few of many names: `A, B, C and 2 others`.
  package func list(_ names: [String], most: Int) -> String {
    let others = names.count - most
    guard others > 0 else { return list(names) }
    return list(Array(names.prefix(most)))
      + pick(" 等 \(names.count) 個", " 等 \(names.count) 个", " and \(count(others, "other", "others"))")
  }

  /// A number with its English noun: `1 cell`, `2 cells`.
  package func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
