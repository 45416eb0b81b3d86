// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet

/// The words for a merge, in three languages.
struct MergeWords: SaysInThreeLanguages {
  let language: Language

  func heading(_ conflict: MergeConflict) -> String {
    let row = [conflict.rowID, conflict.rowName].filter { !$0.isEmpty }.joined(separator: " ")
    let place = [conflict.sheet, row, conflict.header].filter { !$0.isEmpty }.joined(separator: comma)
    let what: String
    switch conflict.kind {
    case .cell: what = pick("改法不同", "改法不同", "changed in different ways")
    case .note: what = pick("附註改法不同", "批注改法不同", "notes changed in different ways")
    case .discussion: what = pick("註解討論串改法不同", "批注讨论改法不同", "discussion changed in different ways")
    case .formula: what = pick("公式搬不過來", "公式搬不过来", "a formula that would mean something else here")
    case .row: what = pick("一方刪除，一方修改", "一方删除，一方修改", "deleted by one, changed by another")
    case .id:
      what = pick(
        "兩筆新列用了同一個編號，第二筆改為 \(conflict.newID ?? "")", "两行新数据用了同一个编号，第二行改为 \(conflict.newID ?? "")",
        "two new rows have this id; the second one came in as \(conflict.newID ?? "")")
    case .room:
      what = pick(
        "資料下方已有內容，這一列放不進來", "数据下方已有内容，这一行放不进来", "no room for this row: something stands below the data")
    }
    let cell = conflict.cell.map { " (\($0))" } ?? ""
    return pick("衝突：", "冲突：", "conflict: ") + place + cell + colon + what
  }

  var base: String { pick("底本", "底本", "base") }
  var deleted: String { pick("（已刪除）", "（已删除）", "(deleted)") }

  func describe(_ remark: MergeRemark) -> String {
    switch remark {
    case .columnMissing(let copy, let sheet, let column):
      pick(
        "\(copy)：\(sheet) 缺少欄「\(column)」，無法知道那一欄有沒有人改", "\(copy)：\(sheet) 缺少列“\(column)”，无法知道那一列有没有人改",
        "\(copy): \(sheet) lacks the column “\(column)”, so nobody can tell whether it was changed there")
    case .headersDiffer(let sheet, let column, let headers):
      pick(
        "\(sheet)：欄「\(column)」在各份副本改了不同的標題（\(list(headers))），維持原來的",
        "\(sheet)：列“\(column)”在各份副本改了不同的标题（\(list(headers))），维持原来的",
        "\(sheet): copies gave the column “\(column)” different headers (\(list(headers))); it keeps the original one")
    case .sheetMissing(let copy, let sheet):
      pick(
        "\(copy)：沒有工作表「\(sheet)」，該工作表照舊", "\(copy)：没有工作表“\(sheet)”，该工作表照旧",
        "\(copy): lacks the sheet “\(sheet)”, which is left as it is")
    case .sheetAdded(let copy, let sheet):
      pick(
        "\(copy)：新工作表「\(sheet)」已帶入數值與公式，不含格式", "\(copy)：新工作表“\(sheet)”已带入数值与公式，不含格式",
        "\(copy): the new sheet “\(sheet)” came in with its values and formulas, without formats")
    case .sheetsDiffer(let sheet):
      pick(
        "幾份副本都新增了「\(sheet)」而內容不同，取第一份", "几份副本都新增了“\(sheet)”而内容不同，取第一份",
        "several copies added “\(sheet)” with different contents: the first one was taken")
    case .rowsByContent(let copy, let sheet, let count, let certainty):
      pick(
        "\(copy)：\(sheet) 有 \(count) 列依內容配對（至少 \(Int(certainty * 100))% 相同）",
        "\(copy)：\(sheet) 有 \(count) 行按内容配对（至少 \(Int(certainty * 100))% 相同）",
        "\(copy): \(count) rows of \(sheet) were matched by their contents (at least \(Int(certainty * 100))% the same)"
      )
    case .rowRemoved(let sheet, let id, let row):
      pick(
        "\(sheet)：\(id) 已刪除，原第 \(row) 列移除", "\(sheet)：\(id) 已删除，原第 \(row) 行移除",
        "\(sheet): \(id) was deleted; row \(row) was removed")
    case .rowEmptied(let sheet, let id, let row):
      pick(
        "\(sheet)：\(id) 已刪除；第 \(row) 列只清空，沒有移除，因為有內容引用它或與它並排，無法跟著移動",
        "\(sheet)：\(id) 已删除；第 \(row) 行只清空，没有移除，因为有内容引用它或与它并排，无法跟着移动",
        "\(sheet): \(id) was deleted; row \(row) was emptied but not removed, because something that refers to it or stands beside it "
          + "could not follow")
    case .discussionsLeftOut(let copy, let sheet, let cells):
      pick(
        "\(copy)：\(sheet) 的註解討論串沒有合併（\(shown(cells))）：只存下討論串的附註文字，或那一格已有自己的附註；請自行帶入",
        "\(copy)：\(sheet) 的批注讨论没有合并（\(shown(cells))）：只存下讨论的文字，或那一格已有自己的批注；请自行带入",
        "\(copy): discussions (threaded comments) on \(sheet) were not merged (\(shown(cells))): only their text was saved, or the "
          + "cell has a note of its own; take them over by hand")
    }
  }

  private func shown(_ cells: [CellReference]) -> String { list(cells.map(String.init(describing:)), most: 5) }

  func summary(_ plan: MergePlan) -> String {
    let conflicts =
      plan.conflicts.isEmpty
      ? pick("沒有衝突", "没有冲突", "no conflicts")
      : pick(
        "\(plan.conflicts.count) 處衝突", "\(plan.conflicts.count) 处冲突",
        count(plan.conflicts.count, "conflict", "conflicts"))
    let notes =
      plan.changedNotes == 0
      ? ""
      : pick(
        "、附註與討論串 \(plan.changedNotes) 處", "、批注与讨论 \(plan.changedNotes) 处",
        ", \(count(plan.changedNotes, "note or discussion", "notes or discussions")) changed")
    return pick(
      "帶入 \(plan.changedCells) 格、新增 \(plan.addedRows) 列、刪除 \(plan.removedRows) 列、新增 \(plan.addedColumns) 欄\(notes)，\(conflicts)",
      "带入 \(plan.changedCells) 格、新增 \(plan.addedRows) 行、删除 \(plan.removedRows) 行、新增 \(plan.addedColumns) 列\(notes)，\(conflicts)",
      "\(count(plan.changedCells, "cell", "cells")) taken over, \(count(plan.addedRows, "row", "rows")) and "
        + "\(count(plan.addedColumns, "column", "columns")) added, \(count(plan.removedRows, "row", "rows")) removed\(notes); \(conflicts)"
    )
  }

  var notWrittenYet: String {
    pick(
      "沒有寫入任何檔案；用 -o 檔案 或 --in-place 寫入", "没有写入任何文件；用 -o 文件 或 --in-place 写入",
      "nothing was written; -o OUT or --in-place writes the result")
  }

  func resolved(_ taken: Int, open: Int) -> String {
    pick(
      "採用 \(taken) 項選擇，還有 \(open) 項待決定", "采用 \(taken) 项选择，还有 \(open) 项待决定",
      "\(count(taken, "choice", "choices")) taken, \(open) still to decide")
  }

  func refused(_ row: Int, _ why: Resolution.Reason) -> String {
    switch why {
    case .noSuchChoice(let choice):
      pick(
        "第 \(row) 列：「\(choice)」不是可選的項目", "第 \(row) 行：“\(choice)”不是可选的项目",
        "row \(row): “\(choice)” is not one of the choices")
    case .notThere(let what):
      pick("第 \(row) 列：找不到 \(what)", "第 \(row) 行：找不到 \(what)", "row \(row): \(what) is not there any more")
    }
  }
}
