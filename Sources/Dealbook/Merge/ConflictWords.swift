// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The wording of the sheet of conflicts in three languages.
struct ConflictWords: SaysInThreeLanguages {
  let language: Language

  var sheet: String { pick("合併衝突", "合并冲突", "Conflicts") }

  func title(_ count: Int) -> String {
    pick("有 \(count) 處衝突待決定", "有 \(count) 处冲突待决定", "\(count) to decide")
  }

  var instruction: String {
    pick(
      "在「選擇」欄選定一項並存檔，再執行 dealbook merge --resolve 這個檔案 --in-place。",
      "在“选择”列选定一项并保存，再运行 dealbook merge --resolve 这个文件 --in-place。",
      "Choose in the column “Choice” and save, then run dealbook merge --resolve FILE --in-place.")
  }

  /// Up to and including the base value.
  var headers: [String] {
    [
      pick("衝突", "冲突", "Conflict"), pick("工作表", "工作表", "Sheet"), pick("編號", "编号", "Row id"),
      pick("名稱", "名称", "Name"), pick("欄", "列", "Column"), pick("儲存格", "单元格", "Cell"), base,
    ]
  }

  var base: String { pick("底本", "底本", "Base") }
  var ours: String { pick("我方", "我方", "Ours") }
  var theirs: String { pick("對方", "对方", "Theirs") }
  var choice: String { pick("選擇", "选择", "Choice") }
  var newID: String { pick("新編號", "新编号", "New id") }
  var delete: String { pick("刪除", "删除", "delete") }
  var deleted: String { pick("（已刪除）", "（已删除）", "(deleted)") }
  var both: String { pick("兩者都留", "两者都留", "both") }
  var done: String { pick("已處理", "已处理", "done") }

  /// At the end of a text of which only the beginning is shown.
  var cut: String { pick("…（太長，只顯示開頭）", "…（太长，只显示开头）", "… (too long: only the beginning is shown)") }

  var empty: String { pick("（空）", "（空）", "(empty)") }

  /// The header of a line about the note on a cell.
  func note(on header: String) -> String { pick("\(header)（附註）", "\(header)（批注）", "\(header) (note)") }

  /// The header of a line about the discussion on a cell.
  func discussion(on header: String) -> String {
    pick("\(header)（註解討論串）", "\(header)（批注讨论）", "\(header) (discussion)")
  }

  func note(_ change: MergeConflict.NoteChange) -> String {
    func text(_ text: String) -> String { text.isEmpty ? empty : ShownValue.cut(text) }
    if change.isDiscussion {
      return pick(
        "\(change.header)的註解討論串：\(text(change.base)) → \(text(change.text))",
        "\(change.header)的批注讨论：\(text(change.base)) → \(text(change.text))",
        "discussion on \(change.header): \(text(change.base)) → \(text(change.text))")
    }
    return pick(
      "\(change.header)的附註：\(text(change.base)) → \(text(change.text))",
      "\(change.header)的批注：\(text(change.base)) → \(text(change.text))",
      "note on \(change.header): \(text(change.base)) → \(text(change.text))")
  }

  func kind(_ kind: MergeConflict.Kind) -> String {
    switch kind {
    case .cell: pick("改法不同", "改法不同", "changed twice")
    case .note: pick("附註不同", "批注不同", "notes differ")
    case .discussion: pick("討論串不同", "批注讨论不同", "discussions differ")
    case .formula: pick("公式無法搬移", "公式无法搬移", "formula")
    case .row: pick("刪除與修改", "删除与修改", "deleted and changed")
    case .id: pick("新編號重複", "新编号重复", "id used twice")
    case .room: pick("沒有空列", "没有空行", "no room below")
    case .covered: pick("合併儲存格", "合并单元格", "merged cells")
    case .tab: pick("移到不同工作表", "移到不同工作表", "moved to different tabs")
    case .sheet: pick("工作表已刪除", "工作表已删除", "sheet deleted")
    case .header: pick("欄名不同", "列名不同", "headers differ")
    }
  }
}
