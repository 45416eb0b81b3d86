// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// What is said of repairs, in three languages.
struct RepairWords: SaysInThreeLanguages {
  let language: Language

  func notRepaired(_ place: UnmadeRepair) -> String {
    let cell = "\(place.sheet)!\(place.cell)"
    return pick(
      "\(cell)：未修復，\(place.reason.words.traditionalChinese)（\(place.rule)）",
      "\(cell)：未修复，\(place.reason.words.simplifiedChinese)（\(place.rule)）",
      "\(cell): not repaired, \(place.reason.words.english) (\(place.rule))")
  }

  func stating(_ reader: OutsideReader) -> String {
    pick(
      "\(reader.words.traditionalChinese) 仍標示這一欄原來的單位", "\(reader.words.simplifiedChinese) 仍标示这一列原来的单位",
      "\(reader.words.english) still states the column’s old unit")
  }

  func readers(_ readers: [OutsideReader], hasMore: Bool) -> String {
    let list = list(readers.map { $0.words[language] })
    return pick(
      "以下各處引用了修復的儲存格：\(list)\(hasMore ? " 等" : "")", "以下各处引用了修复的单元格：\(list)\(hasMore ? " 等" : "")",
      "repaired cells are also used by \(list)\(hasMore ? " and more" : "")")
  }

  func repaired(_ count: Int) -> String {
    guard count > 0 else { return pick("沒有需要修復的內容", "没有需要修复的内容", "nothing to repair") }
    return pick("修復了 \(count) 個儲存格", "修复了 \(count) 个单元格", self.count(count, "cell", "cells") + " repaired")
  }

  // MARK: The question before it

  func moreThanSaid(_ file: String, _ cells: Int, surplus: Int) -> String {
    pick(
      "\(file)：將改動 \(cells) 個儲存格，比 check 所說的多 \(surplus) 個：", "\(file)：将改动 \(cells) 个单元格，比 check 所说的多 \(surplus) 个：",
      "\(file): \(count(cells, "cell", "cells")) would change, \(surplus) more than check said:")
  }

  func formulas(_ count: Int) -> String {
    pick(
      "\(count)  個公式的值，因為公式讀取修復的儲存格", "\(count)  个公式的值，因为公式读取修复的单元格",
      "\(count)  \(count == 1 ? "formula value that depends" : "formula values that depend") on repaired cells")
  }

  var writeThem: String { pick("要寫入嗎？[y/N] ", "要写入吗？[y/N] ", "Write them? [y/N] ") }

  var refused: String {
    pick(
      "沒有寫入任何檔案；--dry-run 列出每一處改動，--yes 略過詢問", "没有写入任何文件；--dry-run 列出每一处改动，--yes 略过询问",
      "nothing was written; --dry-run lists every change, --yes skips the question")
  }
}
