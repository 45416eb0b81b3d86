// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// What is said of taking a fill out again, in three languages.
struct RemovalWords: SaysInThreeLanguages {
  let language: Language

  func readers(_ readers: [OutsideReader]) -> String {
    let list = list(readers.map { $0.words[language] })
    return pick(
      "什麼也沒有移除，因為以下各處引用了要移除的內容：\(list)；請先修改或清除它們",
      "什么也没有移除，因为以下各处引用了要移除的内容：\(list)；请先修改或清除它们",
      "nothing was removed, because these refer to what would be removed: \(list); change or clear them first")
  }

  func noRecord(_ path: String) -> String {
    pick(
      "\(path)：沒有 fill 的紀錄：從未用 fill 計算過、由 dealbook new 產生，或是在 fill 開始留下紀錄之前計算的",
      "\(path)：没有 fill 的记录：从未用 fill 计算过、由 dealbook new 生成，或是在 fill 开始留下记录之前计算的",
      "\(path): it has no record of a fill: it was never filled, was made by dealbook new, or was filled before fills kept a record"
    )
  }

  func columns(_ sheet: String, removed: Int, emptied: Int, cells: Int) -> String {
    var parts: [String] = []
    if removed > 0 {
      parts.append(
        pick(
          "移除 \(removed) 個計算欄", "移除 \(removed) 个计算列", count(removed, "computed column", "computed columns") + " removed"
        )
      )
    }
    if emptied > 0 {
      parts.append(
        pick("清空 \(emptied) 欄而保留欄名", "清空 \(emptied) 列而保留列名", "\(emptied) emptied under their headers"))
    }
    parts.append(pick("清除 \(cells) 個儲存格", "清除 \(cells) 个单元格", count(cells, "cell", "cells") + " cleared"))
    return sheet + colon + parts.joined(separator: comma)
  }

  func staying(_ sheet: String, _ header: String, _ cells: Int) -> String {
    pick(
      "\(sheet)：保留「\(header)」，有人在其中 \(cells) 個儲存格填過內容", "\(sheet)：保留“\(header)”，有人在其中 \(cells) 个单元格填过内容",
      "\(sheet): \(header) stays, because somebody typed in \(count(cells, "cell", "cells")) of it")
  }

  func removed(sheet: String) -> String { pick("移除工作表 \(sheet)", "移除工作表 \(sheet)", "removed the sheet \(sheet)") }

  func kept(sheet: String) -> String {
    pick(
      "保留 \(sheet)，因為有人在上面填過內容；其中的公式已改為值", "保留 \(sheet)，因为有人在上面填过内容；其中的公式已改为值",
      "\(sheet) stays, because somebody typed on it; its formulas are values now")
  }

  func removed(settings: [String]) -> String {
    pick("移除設定 \(list(settings))", "移除设定 \(list(settings))", "removed the settings \(list(settings))")
  }

  func kept(settings: [String]) -> String {
    pick(
      "保留有人改過的設定：\(list(settings))", "保留有人改过的设定：\(list(settings))",
      "settings that somebody changed stay: \(list(settings))")
  }

  func removed(lists: [String]) -> String {
    pick("移除清單欄 \(list(lists))", "移除清单列 \(list(lists))", "removed the list columns \(list(lists))")
  }

  func kept(lists: [String]) -> String {
    pick(
      "保留有人改過的清單欄：\(list(lists))", "保留有人改过的清单列：\(list(lists))",
      "list columns that somebody changed stay: \(list(lists))")
  }

  func asOf(_ cell: String) -> String {
    pick(
      "\(cell)：還原為原來填寫的基準日", "\(cell)：还原为原来填写的基准日", "\(cell): the as-of date that people had entered was restored")
  }

  func removed(names count: Int) -> String {
    pick("移除 \(count) 個名稱", "移除 \(count) 个名称", "removed \(self.count(count, "name", "names"))")
  }

  func untold(_ columns: [String]) -> String {
    pick(
      "保留，因為無法判斷是誰寫的：\(list(columns))", "保留，因为无法判断是谁写的：\(list(columns))",
      "left alone, because it is unclear who wrote them: \(list(columns))")
  }

  func missing(_ columns: [String]) -> String {
    pick(
      "找不到欄名，照舊：\(list(columns))", "找不到列名，照旧：\(list(columns))",
      "header not found, left alone: \(list(columns))")
  }
}
