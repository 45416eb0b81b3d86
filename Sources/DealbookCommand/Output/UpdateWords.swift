// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// What is said of an update, in three languages.
struct UpdateWords: SaysInThreeLanguages {
  let language: Language

  func list(_ texts: [String], andMore rest: Int) -> String {
    list(texts) + (rest > 0 ? pick("，另有 \(rest) 項", "，另有 \(rest) 项", " and \(rest) more") : "")
  }

  func sheet(_ title: String, added: Int, cells: Int, rows: Int, missing: Int) -> String {
    pick(
      "\(title)：新增 \(added) 列，\(rows) 列中有 \(cells) 個儲存格改動，\(missing) 列不在匯出檔中",
      "\(title)：新增 \(added) 行，\(rows) 行中有 \(cells) 个单元格改动，\(missing) 行不在导出文件中",
      "\(title): \(count(added, "row", "rows")) added, \(count(cells, "cell", "cells")) changed in \(count(rows, "row", "rows")), "
        + "\(count(missing, "row is", "rows are")) not in the export")
  }

  var added: String { pick("新增", "新增", "added") }
  var missing: String { pick("匯出檔沒有，照舊保留", "导出文件没有，照旧保留", "not in the export, kept") }

  func moreCells(_ count: Int) -> String {
    pick("另有 \(count) 個儲存格改動", "另有 \(count) 个单元格改动", "and \(count) more changed cells")
  }

  func kept(_ reason: UpdateReport.Kept.Reason) -> String {
    let why =
      switch reason {
      case .formula: pick("該儲存格是公式", "该单元格是公式", "because the cell has a formula")
      case .unreadable: pick("讀不懂匯出檔的值", "读不懂导出文件的值", "because the export’s value can’t be read")
      case .ambiguous:
        pick("匯出檔的值不只一種讀法", "导出文件的值不止一种读法", "because the export’s value can be read in more than one way")
      case .otherCurrency:
        pick("匯出檔的值是另一種幣別", "导出文件的值是另一种币种", "because the export’s value is in another currency")
      case .outOfRange:
        pick("此欄不能有這樣的值", "此列不能有这样的值", "because the column can’t have such a value")
      case .percentScale:
        pick(
          "這個百分比的存法可能與此欄不同，例如 0.6 與 60", "这个百分比的存法可能与此列不同，例如 0.6 与 60",
          "because it may store a percentage in another way than the column, such as 0.6 and 60")
      case .similarID:
        pick(
          "團隊的表已有同一個數字，只是寫法不同（後面是表中的寫法）", "团队的表已有同一个数字，只是写法不同（后面是表中的写法）",
          "because the team’s sheet has the same number, only written differently (shown after it)")
      case .ambiguousID: pick("這個編號出現在好幾列", "这个编号出现在好几行", "because several rows have this id")
      case .noID: pick("匯出檔的這一列沒有編號", "导出文件的这一行没有编号", "because the row of the export has no id")
      case .noRoom:
        pick(
          "資料下方已有內容，無法加列", "数据下方已有内容，无法加行", "because something stands below the data, so no row can be added")
      }
    return pick("照舊，因為\(why)", "照旧，因为\(why)", "left as it is, \(why)")
  }

  var passedOver: String {
    pick("匯出檔中沒有帶入的欄", "导出文件中没有带入的列", "columns of the export left out")
  }

  /// A column that is not brought over, with the reason unless the team's sheet just lacks it.
  func passedOver(_ column: UpdateReport.PassedOver) -> String {
    let why: String
    switch column.reason {
    case .noColumn: return column.header
    case .unit: why = pick("金額單位與團隊的表不同", "金额单位与团队的表不同", "its amounts are in a different unit from the team’s")
    case .currency(let export, let team?):
      why = pick(
        "匯出檔是 \(export)，團隊的表是 \(team)", "导出文件是 \(export)，团队的表是 \(team)",
        "its amounts are in \(export), the team’s in \(team)")
    case .currency(let export, nil):
      why = pick(
        "匯出檔是 \(export)，團隊的表沒有寫明幣別；可在規則手冊的這一欄寫 currency: \(export)",
        "导出文件是 \(export)，团队的表没有写明币种；可在规则手册的这一列写 currency: \(export)",
        "its amounts are in \(export), and the team’s currency is not stated: write currency: \(export) for this column in the playbook"
      )
    case .percentScale:
      why = pick(
        "百分比的存法與團隊的表不同，例如 60 與 0.6", "百分比的存法与团队的表不同，例如 60 与 0.6",
        "it stores percentages differently from the team’s, such as 60 and 0.6")
    }
    return column.header + pick("（\(why)）", "（\(why)）", " (\(why))")
  }

  var unknownLabels: String {
    pick("已帶入，但清單沒有這個選項", "已带入，但清单没有这个选项", "brought over, but the list has no such option")
  }

  func computed(_ cells: Int) -> String {
    pick("計算欄：\(cells) 個儲存格有變", "计算列：\(cells) 个单元格有变", "computed columns: \(count(cells, "cell", "cells")) changed")
  }

  func notATeams(_ file: String, adopt: String) -> String {
    pick(
      "\(file)：認不出這是團隊的工作簿；請先執行 \(adopt)", "\(file)：认不出这是团队的工作簿；请先运行 \(adopt)",
      "\(file): not recognised as a team’s workbook; run \(adopt) first")
  }
}
