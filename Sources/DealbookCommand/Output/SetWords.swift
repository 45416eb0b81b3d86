// SPDX-License-Identifier: Apache-2.0

import Playbook

/// What is said of cells that were set, and of formulas that follow, in three languages.
struct SetWords: SaysInThreeLanguages {
  let language: Language

  func longNumber(_ cell: String) -> String {
    pick(
      "\(cell)：數字超過 15 位，逐位保留為文字", "\(cell)：数字超过 15 位，逐位保留为文字",
      "\(cell): a number of more than 15 digits, kept as text to the last digit")
  }

  func untouched(_ path: String) -> String {
    pick(
      "\(path)：不需要改動，檔案原封不動", "\(path)：不需要改动，文件原封不动", "\(path): nothing to do, the file was not touched")
  }

  func done(_ path: String, cells: Int, follows: String) -> String {
    pick(
      "\(path)：寫入了 \(cells) 個儲存格\(follows)", "\(path)：写入了 \(cells) 个单元格\(follows)",
      "\(path): \(count(cells, "cell", "cells")) set\(follows)")
  }

  func calculated(_ values: Int) -> String {
    pick(
      "，重新計算了 \(values) 個公式的值", "，重新计算了 \(values) 个公式的值",
      ", \(count(values, "formula value", "formula values")) recalculated")
  }

  func inTheWay(_ obstacle: String?, of formula: String) -> String {
    guard let obstacle else {
      return pick(
        "；\(formula) 的結果超出工作表，所以顯示 #SPILL!", "；\(formula) 的结果超出工作表，所以显示 #SPILL!",
        "; \(formula) shows #SPILL!, because its result reaches beyond the sheet")
    }
    return pick(
      "；\(formula) 的結果被 \(obstacle) 擋住，所以顯示 #SPILL!", "；\(formula) 的结果被 \(obstacle) 挡住，所以显示 #SPILL!",
      "; \(formula) shows #SPILL!, because \(obstacle) is in the way of its result")
  }

  func notCalculated(_ formulas: Int, first cell: String, why: String) -> String {
    pick(
      "；\(formulas) 個公式算不出來（\(cell)：\(why)），所以檔案開啟時會要求重新計算",
      "；\(formulas) 个公式算不出来（\(cell)：\(why)），所以文件打开时会要求重新计算",
      "; \(count(formulas, "formula", "formulas")) could not be calculated (\(cell): \(why)), so the workbook will be recalculated when it is opened"
    )
  }
}
