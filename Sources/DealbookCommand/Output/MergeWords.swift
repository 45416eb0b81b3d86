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
    case .formula: what = pick("公式搬不過來", "公式搬不过来", "this formula would mean something else here")
    case .row: what = pick("一方刪除，一方修改", "一方删除，一方修改", "deleted by one, changed by another")
    case .id:
      what = pick(
        "兩筆新列用了同一個編號，第二筆改為 \(conflict.newID ?? "")", "两行新数据用了同一个编号，第二行改为 \(conflict.newID ?? "")",
        "two new rows have this ID; the second one was given \(conflict.newID ?? "") instead")
    case .room:
      what = pick(
        "那裡已有別的內容，這一列放不進來", "那里已有别的内容，这一行放不进来", "there is no room for this row: other contents are in the way")
    case .tab: what = pick("移到了不同的工作表", "移到了不同的工作表", "moved to different tabs")
    case .sheet:
      what = pick(
        "我方刪了這張工作表，別的副本改了它", "我方删了这张工作表，别的副本改了它", "ours has deleted this sheet, and another copy has changed it")
    case .header: what = pick("欄名改法不同", "列名改法不同", "header changed in different ways")
    case .covered:
      what = pick(
        "我方把這一格合併了，放不進來", "我方把这一格合并了，放不进来", "ours has merged this cell with others, so it can’t hold the change")
    }
    let cell = conflict.cell.map { " (\($0))" } ?? ""
    return pick("衝突：", "冲突：", "conflict: ") + place + cell + colon + what
  }

  /// The rule that `explain` explains, behind a sentence.
  func named(_ rule: String?) -> String { rule.map { pick("（\($0)）", "（\($0)）", " (\($0))") } ?? "" }

  var base: String { pick("底本", "底本", "base") }
  var deleted: String { pick("（已刪除）", "（已删除）", "(deleted)") }

  func describe(_ remark: MergeRemark) -> String {
    switch remark {
    case .columnMissing(let copy, let sheet, let column):
      pick(
        "\(copy)：\(sheet) 缺少欄「\(column)」，無法知道那一欄有沒有人改", "\(copy)：\(sheet) 缺少列“\(column)”，无法知道那一列有没有人改",
        "\(copy): \(sheet) has no column “\(column)” there, so changes to it are unknown")
    case .computedRenewed(let cells):
      pick(
        "計算格不合併；\(cells) 格依合併後的內容重新計算", "计算格不合并；\(cells) 格按合并后的内容重新计算",
        "computed cells are not merged: \(count(cells, "was", "were")) computed anew from the merged contents")
    case .headersDiffer(let sheet, let column, let headers, let kept, let holder):
      pick(
        "\(sheet)：欄「\(column)」在各份副本改了不同的標題（\(list(headers))），採用\(holder.map { " \($0) 的" } ?? "原來的")「\(kept)」",
        "\(sheet)：列“\(column)”在各份副本改了不同的标题（\(list(headers))），采用\(holder.map { " \($0) 的" } ?? "原来的")“\(kept)”",
        "\(sheet): copies gave the column “\(column)” different headers (\(list(headers))); "
          + (holder.map { "“\(kept)” from \($0) was used" } ?? "it is still called “\(kept)”"))
    case .headerUnknown(let copy, let sheet, let column, let header, let kept):
      pick(
        "\(copy)：\(sheet) 的欄「\(column)」改名為「\(header)」，讀不出是哪一欄，計算欄會因此落空；內容已合併到「\(kept)」",
        "\(copy)：\(sheet) 的列“\(column)”改名为“\(header)”，读不出是哪一列，计算列会因此落空；内容已合并到“\(kept)”",
        "\(copy): the column “\(column)” of \(sheet) is called “\(header)” there, under which it is not recognised and nothing is "
          + "computed from it; what it holds was merged into “\(kept)”")
    case .headerRenamed(let copy, let sheet, let column, let header):
      pick(
        "\(copy)：\(sheet) 的欄「\(column)」改名為「\(header)」", "\(copy)：\(sheet) 的列“\(column)”改名为“\(header)”",
        "\(copy): the column “\(column)” of \(sheet) is now called “\(header)”")
    case .sheetMissing(let copy, let sheet):
      pick(
        "\(copy)：沒有工作表「\(sheet)」，該工作表照舊", "\(copy)：没有工作表“\(sheet)”，该工作表照旧",
        "\(copy): it has no sheet “\(sheet)”; the sheet is left as it is")
    case .sheetAdded(let copy, let sheet):
      pick(
        "\(copy)：新工作表「\(sheet)」已帶入數值與公式，不含格式", "\(copy)：新工作表“\(sheet)”已带入数值与公式，不含格式",
        "\(copy): the new sheet “\(sheet)” was copied with its values and formulas, but without its formats")
    case .formulasAsValues(let copy, let sheet, let what):
      pick(
        "\(copy)：\(sheet) 的 \(what)，公式只帶入結果，因為公式所指的列已經移動；請自行重寫公式",
        "\(copy)：\(sheet) 的 \(what)，公式只带入结果，因为公式所指的行已经移动；请自行重写公式",
        "\(copy): formulas of \(what) on \(sheet) came in as their results, because rows that they name have moved; "
          + "write them anew if you need them")
    case .rangesGrown(let readers):
      UpdateWords(language: language).grown + colon + list(readers.map { $0.words[language] }, most: 5)
    case .rangesShort(let readers):
      UpdateWords(language: language).short + colon + list(readers.map { $0.words[language] }, most: 5)
    case .sheetRenamed(let copy, let sheet, let name):
      pick(
        "\(copy)：把工作表「\(sheet)」改名為「\(name)」；工作表名稱不合併，維持「\(sheet)」",
        "\(copy)：把工作表“\(sheet)”改名为“\(name)”；工作表名称不合并，维持“\(sheet)”",
        "\(copy): the sheet “\(sheet)” is called “\(name)” there; names of sheets are not merged, so it stays “\(sheet)”"
      )
    case .sheetsDiffer(let sheet):
      pick(
        "幾份副本都新增了「\(sheet)」而內容不同，取第一份", "几份副本都新增了“\(sheet)”而内容不同，取第一份",
        "several copies added a sheet “\(sheet)” with different contents; the first one was used")
    case .rowsByContent(let copy, let sheet, let count, let certainty):
      pick(
        "\(copy)：\(sheet) 有 \(count) 列依內容配對（至少 \(Int(certainty * 100))% 相同）",
        "\(copy)：\(sheet) 有 \(count) 行按内容配对（至少 \(Int(certainty * 100))% 相同）",
        "\(copy): \(self.count(count, "row", "rows")) of \(sheet) matched by contents (at least \(Int(certainty * 100))% the same)"
      )
    case .idsChanged(let copy, let sheet, let ids):
      pick(
        "\(copy)：\(sheet) 改了編號：\(changed(ids))；其餘內容看得出是同一列",
        "\(copy)：\(sheet) 改了编号：\(changed(ids))；其余内容看得出是同一行",
        "\(copy): IDs changed on \(sheet): \(changed(ids)); the other contents show that these are the same rows")
    case .rowMoved(let id, let old, let new):
      pick("\(id)：由「\(old)」移到「\(new)」", "\(id)：由“\(old)”移到“\(new)”", "\(id): moved from “\(old)” to “\(new)”")
    case .rowRemoved(let sheet, let id, let row):
      pick(
        "\(sheet)：\(id) 已刪除，原第 \(row) 列移除", "\(sheet)：\(id) 已删除，原第 \(row) 行移除",
        "\(sheet): \(id) was deleted; row \(row) was removed")
    case .rowEmptied(let sheet, let id, let row):
      pick(
        "\(sheet)：\(id) 已刪除；第 \(row) 列只清空，沒有移除，因為有內容引用它或與它並排，無法跟著移動",
        "\(sheet)：\(id) 已删除；第 \(row) 行只清空，没有移除，因为有内容引用它或与它并排，无法跟着移动",
        "\(sheet): \(id) was deleted; row \(row) was emptied but not removed, because something that refers to it or sits "
          + "beside it could not be moved along")
    case .discussionsLeftOut(let copy, let sheet, let cells):
      pick(
        "\(copy)：\(sheet) 的註解討論串沒有合併（\(shown(cells))）：只存下討論串的附註文字、那一格已有自己的附註，或欄名的討論串改法不同；請自行帶入",
        "\(copy)：\(sheet) 的批注讨论没有合并（\(shown(cells))）：只存下讨论的文字、那一格已有自己的批注，或列名的讨论改法不同；请自行带入",
        "\(copy): discussions (threaded comments) on \(sheet) were not merged (\(shown(cells))): only their text was saved, the "
          + "cell has a note of its own, or the one on a header was changed in different ways; please copy them by hand"
      )
    case .unitDiffers(let copy, let sheet, let column, let header, let outcome):
      pick(
        "\(copy)：\(sheet) 的欄「\(header)」與底本的「\(column)」單位或存法不同；\(unit(outcome))",
        "\(copy)：\(sheet) 的列“\(header)”与底本的“\(column)”单位或存法不同；\(unit(outcome))",
        "\(copy): the column “\(header)” of \(sheet) uses another unit or scale than “\(column)” in the base; \(unit(outcome))"
      )
    case .viewDiffers(let copy, let sheet, let isSheet, let columns, let rows):
      pick(
        "\(copy)：\(sheet) 隱藏的內容與底本不同（\(list(view(isSheet, columns, rows)))）；隱藏與否不合併，維持我方的",
        "\(copy)：\(sheet) 隐藏的内容与底本不同（\(list(view(isSheet, columns, rows)))）；隐藏与否不合并，维持我方的",
        "\(copy): \(sheet) hides or shows other things than the base (\(list(view(isSheet, columns, rows)))); this is not merged: "
          + "the result hides what ours hides")
    }
  }

  private func unit(_ outcome: MergeRemark.UnitOutcome) -> String {
    switch outcome {
    case .converted: pick("數字已換算成我方的單位", "数字已换算成我方的单位", "its numbers were converted to ours")
    case .asWritten:
      pick("數字與底本相同，照寫法帶入", "数字与底本相同，照写法带入", "its numbers are the same as in the base, so they were used as they are")
    case .leftOut:
      pick(
        "看不出怎麼換算，所以一個也沒有帶入，新列的這一格是空的", "看不出怎么换算，所以一个也没有带入，新行的这一格是空的",
        "it is not clear how to convert them, so none were used, and new rows have no value there")
    }
  }

  private func view(_ isSheet: Bool, _ columns: [String], _ rows: Int) -> [String] {
    (isSheet ? [pick("工作表本身", "工作表本身", "the sheet itself")] : [])
      + columns.map { pick("欄「\($0)」", "列“\($0)”", "the column “\($0)”") }
      + (rows > 0 ? [pick("\(rows) 列", "\(rows) 行", count(rows, "row", "rows"))] : [])
  }

  private func changed(_ ids: [MergeRemark.ChangedID]) -> String { list(ids.map { "\($0.old) → \($0.new)" }, most: 5) }

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
      "\(count(plan.changedCells, "cell", "cells")) updated, \(count(plan.addedRows, "row", "rows")) and "
        + "\(count(plan.addedColumns, "column", "columns")) added, \(count(plan.removedRows, "row", "rows")) removed\(notes); \(conflicts)"
    )
  }

  /// What the cells of conflicts hold in the result.
  func hold(_ disputed: DisputedCells) -> String {
    switch disputed {
    case .base: pick("有衝突的儲存格暫留底本的值", "有冲突的单元格暂留底本的值", "until you choose, cells in conflict hold the value of the base")
    case .ours:
      pick("有衝突的儲存格暫留原檔的值", "有冲突的单元格暂留原文件的值", "until you choose, cells in conflict keep the workbook’s own value")
    }
  }

  var notWrittenYet: String {
    pick(
      "沒有寫入任何檔案；用 -o 檔案 或 --in-place 寫入", "没有写入任何文件；用 -o 文件 或 --in-place 写入",
      "nothing was written; -o OUT or --in-place writes the result")
  }

  func resolved(_ taken: Int, open: Int) -> String {
    pick(
      "採用 \(taken) 項選擇，還有 \(open) 項待決定", "采用 \(taken) 项选择，还有 \(open) 项待决定",
      "\(count(taken, "choice", "choices")) applied, \(open) still to decide")
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
