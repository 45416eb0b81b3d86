// SPDX-License-Identifier: Apache-2.0

package import Playbook
package import Spreadsheet

/// Reads check marks in the forms that people type (documents/method.md, Reading what was typed).
package enum TickReader {
  /// The mark that `value` stands for, or nil. A mark stands for itself.
  package static func read(_ value: CellValue) -> Tick? {
    switch value {
    case .boolean(let flag): flag ? .yes : .no
    case .number(1): .yes
    case .number(0): .no
    case .text(let text) where text.mayBeEntry: aliases[StraySpace.trimmed(TextFolding.folded(text))]
    default: nil
    }
  }

  private static let aliases: [String: Tick] = {
    let words: [Tick: [String]] = [
      .yes: ["√", "✔", "☑", "是", "有", "y", "yes", "true", "1", "已完成"],
      .no: ["×", "✘", "否", "無", "无", "n", "no", "false", "0"],
      .notApplicable: ["n/a", "不適用", "不适用", "免", "-"],
    ]
    var table: [String: Tick] = [:]
    for (tick, aliases) in words {
      for word in aliases + [tick.rawValue] { table[word] = tick }
    }
    return table
  }()
}
