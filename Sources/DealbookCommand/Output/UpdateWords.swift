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

  /// - Parameters:
  ///   - header: the first column of which it is said; empty for rows.
  ///   - tabs: the tabs on which the team keeps the sheet.
  func kept(_ reason: UpdateReport.Kept.Reason, header: String, key: String, tabs: [String]) -> String {
    let why =
      switch reason {
      case .formula: pick("該儲存格是公式", "该单元格是公式", "because the cell has a formula")
      case .otherKind:
        pick("與團隊儲存格的值不是同一種", "与团队单元格的值不是同一种", "because it is another kind of value than the team’s")
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
          "團隊的表已有同一個編號，只是寫法不同（後面是表中的寫法）；請改成一樣", "团队的表已有同一个编号，只是写法不同（后面是表中的写法）；请改成一样",
          "because the team’s sheet has the same id, only written differently (shown after it); write it in one way in both"
        )
      case .otherUnit:
        pick(
          "可能是團隊的金額換了單位；若就是新金額，請加上 \(accept(header)) 再執行一次",
          "可能是团队的金额换了单位；若就是新金额，请加上 \(accept(header)) 再运行一次",
          "because it may be the team’s amount in another unit; if it is the new amount, run again with \(accept(header))"
        )
      case .factor:
        pick(
          "這幾列的金額都是團隊的同一倍數，可能含稅不同、以月計或幣別不同；若就是新金額，請加上 \(accept(header)) 再執行一次",
          "这几行的金额都是团队的同一倍数，可能含税不同、以月计或币种不同；若就是新金额，请加上 \(accept(header)) 再运行一次",
          "because these amounts are all the same multiple of the team’s: gross for net, a month for a year, another currency? If they are the new amounts, run again with \(accept(header))"
        )
      case .otherID:
        pick(
          "團隊的表有一列內容相同、編號不同（後面是該列的編號），可能是同一筆；若是同一筆，請把編號改成一樣，若不是，請加上 \(accept(key)) 再執行一次",
          "团队的表有一行内容相同、编号不同（后面是该行的编号），可能是同一笔；若是同一笔，请把编号改成一样，若不是，请加上 \(accept(key)) 再运行一次",
          "because the team’s sheet has a row that says the same under another id (shown after it); if it is the same, give both one id, and if not, run again with \(accept(key))"
        )
      case .otherIDs:
        pick(
          "匯出檔的編號在團隊的表裡一個也沒有，可能是同樣的列換了編號；若都是新的，請加上 \(accept(key)) 再執行一次",
          "导出文件的编号在团队的表里一个也没有，可能是同样的行换了编号；若都是新的，请加上 \(accept(key)) 再运行一次",
          "because none of the export’s ids is in the team’s sheet, so these may be the team’s rows under other ids; if they are new, run again with \(accept(key))"
        )
      case .reopened:
        pick(
          "商機重新開放了，匯出檔卻沒有說這個日期是否還在；已不成立就請自行清除，否則它可能照樣計為贏單",
          "商机重新开放了，导出文件却没有说这个日期是否还在；已不成立就请自行清除，否则它可能照样计为赢单",
          "because the deal is open again and the export says nothing of this date; clear it yourself if it no longer holds, or the deal may still count as won"
        )
      case .ambiguousID: pick("這個編號出現在好幾列", "这个编号出现在好几行", "because several rows have this id")
      case .noID: pick("匯出檔的這一列沒有編號", "导出文件的这一行没有编号", "because the row of the export has no id")
      case .noRoom:
        pick(
          "資料下方有無法下移的內容，例如控制項；請自行加列", "数据下方有无法下移的内容，例如控件；请自行加行",
          "because something below the data, such as a control, cannot move down; add these rows yourself")
      case .noTab:
        pick(
          "團隊把這些列分在幾個工作表（\(list(tabs))），看不出該放哪一個；請自行加到所屬的工作表",
          "团队把这些行分在几个工作表（\(list(tabs))），看不出该放哪一个；请自行加到所属的工作表",
          "because the team keeps these rows on several tabs (\(list(tabs))) and it is unclear on which they belong; add them to theirs yourself"
        )
      }
    return pick("照舊，因為\(why)", "照旧，因为\(why)", "left as it is, \(why)")
  }

  private func accept(_ header: String) -> String { "--accept \(ShellWord.quoted(header))" }

  var misplaced: String {
    pick(
      "仍在原來的工作表，內容已屬別處，請自行移動", "仍在原来的工作表，内容已属别处，请自行移动",
      "still on the same tab, though they belong elsewhere now; move them yourself")
  }

  func misplaced(_ row: UpdateReport.Misplaced) -> String {
    let value = Spoken(language: language).quoted(row.value)
    return pick(
      "\(row.row)（在 \(row.tab)，\(row.column) \(value)）", "\(row.row)（在 \(row.tab)，\(row.column) \(value)）",
      "\(row.row) (on \(row.tab), \(row.column) \(value))")
  }

  /// A new row, with its tab where there are several.
  func added(_ row: UpdateReport.Added, onTabs: Bool) -> String {
    onTabs ? row.id + pick("（\(row.sheet)）", "（\(row.sheet)）", " (\(row.sheet))") : row.id
  }

  /// What reads a whole list, with the rows that were added.
  var grown: String {
    pick("讀取整份清單的範圍已延伸到新增的列", "读取整份清单的范围已延伸到新增的行", "ranges over the whole list now include the new rows")
  }

  /// What reads a list as it was before rows were added.
  var short: String {
    pick(
      "仍只讀到原來的最後一列，不含新增的列", "仍只读到原来的最后一行，不含新增的行",
      "still read the list as it was, without the new rows")
  }

  /// A sheet of which nothing is brought over.
  func unmatched(_ sheet: String) -> String {
    pick(
      "\(sheet)：沒有帶入，因為列只能按編號對上，而兩邊有一邊沒有編號欄", "\(sheet)：没有带入，因为行只能按编号对上，而两边有一边没有编号列",
      "\(sheet): left out, because rows can only be matched by their IDs, and one of the two has no column of them")
  }

  var otherNames: String {
    pick("欄名不同而視為同一欄", "列名不同而视为同一列", "columns taken for the team’s under other headers")
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
    case .otherOrder:
      why = pick(
        "多數金額與團隊的表相差幾十倍以上，可能單位不同；若就是新金額，請加上 \(accept(column.header)) 再執行一次",
        "多数金额与团队的表相差几十倍以上，可能单位不同；若就是新金额，请加上 \(accept(column.header)) 再运行一次",
        "most of its amounts are many times the team’s, or a small part of them, and may be in another unit; if they are the new amounts, run again with \(accept(column.header))"
      )
    case .factor(let factor):
      let times = Self.shown(factor)
      why = pick(
        "多數金額都是團隊的 \(times) 倍，可能含稅不同、以月計或幣別不同；若就是新金額，請加上 \(accept(column.header)) 再執行一次",
        "多数金额都是团队的 \(times) 倍，可能含税不同、以月计或币种不同；若就是新金额，请加上 \(accept(column.header)) 再运行一次",
        "most of its amounts are \(times) times the team’s: gross for net, a month for a year, another currency? If they are the new amounts, run again with \(accept(column.header))"
      )
    case .labels(let labels):
      let known = list(Array(labels.prefix(5)), andMore: labels.count - 5)
      why = pick(
        "多數選項不在團隊的清單裡：\(known)；可用 dealbook adopt 加進清單", "多数选项不在团队的清单里：\(known)；可用 dealbook adopt 加进清单",
        "most of its labels are not on the team’s list: \(known); dealbook adopt can add them")
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

  /// With four significant digits.
  private static func shown(_ factor: Double) -> String {
    var (number, power) = (factor, 0)
    while number.magnitude < 1000, power < 12 {
      number *= 10
      power += 1
    }
    let text = "\(NumberReader.scaled(number.rounded(), byPowerOfTen: -power))"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  var unknownLabels: String {
    pick(
      "已帶入，但清單沒有這個選項（可用 dealbook adopt 加進清單）", "已带入，但清单没有这个选项（可用 dealbook adopt 加进清单）",
      "brought over, but the list has no such option (dealbook adopt can add it)")
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
