// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet

/// What is said of a fill, in three languages.
struct FillWords: SaysInThreeLanguages {
  let language: Language

  // MARK: What was computed

  func columns(_ columns: Int, added: Int, rows: Int, changed: Int, kept: Int, unfigured: Int) -> String {
    var parts = [
      pick("\(columns) 個計算欄", "\(columns) 个计算列", count(columns, "computed column", "computed columns"))
        + (added > 0 ? pick("（新增 \(added) 個）", "（新增 \(added) 个）", " (\(added) added)") : ""),
      pick("\(rows) 列資料", "\(rows) 行数据", count(rows, "row", "rows")),
      pick("\(changed) 個儲存格有變", "\(changed) 个单元格有变", count(changed, "cell", "cells") + " changed"),
    ]
    if kept > 0 {
      parts.append(
        pick("保留 \(kept) 個有人改寫過的儲存格", "保留 \(kept) 个有人改写过的单元格", "\(kept) typed over and kept"))
    }
    if unfigured > 0 {
      parts.append(
        pick(
          "\(unfigured) 列不計入任何數字，因公式分不開其編號（GEN-025）", "\(unfigured) 行不计入任何数字，因公式分不开其编号（GEN-025）",
          "\(count(unfigured, "row", "rows")) left out of all figures, as formulas can't tell their IDs apart (GEN-025)"
        ))
    }
    return parts.joined(separator: comma)
  }

  func describe(_ addition: FillReport.Addition, asOf: String) -> String {
    switch addition {
    case .sheet(let name): pick("新增工作表 \(name)", "新增工作表 \(name)", "added the sheet \(name)")
    case .settings(let sheet, let names):
      pick(
        "\(sheet)：新增設定 \(list(names))", "\(sheet)：新增设定 \(list(names))", "\(sheet): added the settings \(list(names))")
    case .lists(let sheet, let headers):
      pick(
        "\(sheet)：新增清單 \(list(headers))", "\(sheet)：新增清单 \(list(headers))", "\(sheet): added the lists \(list(headers))"
      )
    case .tableColumns(let table, let count):
      pick(
        "表格 \(table) 增加 \(count) 欄", "表格 \(table) 增加 \(count) 列",
        "the table \(table) grew by \(self.count(count, "column", "columns"))")
    case .definedNames(let count):
      pick("定義了 \(count) 個名稱", "定义了 \(count) 个名称", "defined \(self.count(count, "name", "names"))")
    case .otherName(let name, let ours):
      pick(
        "名稱 \(name) 是這份檔案自己的，照舊；計算用的改叫 \(ours)", "名称 \(name) 是这份文件自己的，照旧；计算用的改叫 \(ours)",
        "the name \(name) belongs to the workbook and stays; the one used for computing is called \(ours)")
    case .movedName(let name, let old, let new):
      pick(
        "名稱 \(name) 原指 \(old)，現在指 \(new)", "名称 \(name) 原指 \(old)，现在指 \(new)",
        "the name \(name) referred to \(old) and now refers to \(new)")
    case .asOf(let sheet, let cell):
      pick("\(sheet)!\(cell)：基準日 \(asOf)", "\(sheet)!\(cell)：基准日 \(asOf)", "\(sheet)!\(cell): the as-of date \(asOf)")
    case .renewedLists(let sheet, let lists):
      pick(
        "\(sheet)：清單「\(lists.joined(separator: "、"))」已依規則手冊更新",
        "\(sheet)：清单“\(lists.joined(separator: "、"))”已按规则手册更新",
        "\(sheet): brought up to the playbook: \(lists.joined(separator: ", "))")
    case .period(let sheet, let cell):
      pick(
        "\(sheet)!\(cell)：本期隨基準日移動", "\(sheet)!\(cell)：本期随基准日移动",
        "\(sheet)!\(cell): the period goes on with the as-of date")
    }
  }

  func recalculated(further count: Int) -> String {
    pick(
      "另有 \(count) 個公式已重新計算", "另有 \(count) 个公式已重新计算",
      "\(count) more \(count == 1 ? "formula" : "formulas") recalculated")
  }

  func recalculated(_ place: String, _ old: String, _ new: String) -> String {
    pick(
      "\(place)：重新計算，\(old) → \(new)", "\(place)：重新计算，\(old) → \(new)", "\(place): recalculated, \(old) → \(new)")
  }

  func leftOut(_ sheet: LeftOutSheet) -> String {
    if !sheet.isWhole {
      return pick(
        "工作表 \(sheet.sheet) 的計算欄沒有寫入：\(sheet.why.traditionalChinese)",
        "工作表 \(sheet.sheet) 的计算列没有写入：\(sheet.why.simplifiedChinese)",
        "the computed columns of the sheet \(sheet.sheet) were not written: \(sheet.why.english)")
    }
    return pick(
      "工作表 \(sheet.sheet) 沒有寫入：\(sheet.why.traditionalChinese)",
      "工作表 \(sheet.sheet) 没有写入：\(sheet.why.simplifiedChinese)",
      "the sheet \(sheet.sheet) was not written: \(sheet.why.english)")
  }

  // MARK: What was not

  /// - Parameters:
  ///   - reason: by ``reason(_:sheet:column:)``.
  ///   - columns: by sheet.
  func skipped(_ reason: String, _ columns: [(sheet: String, headers: [String])]) -> String {
    let names = columns.map { "\($0.sheet).\(list($0.headers))" }.joined(separator: pick("；", "；", "; "))
    return pick("未計算（\(reason)）：\(names)", "未计算（\(reason)）：\(names)", "left out (\(reason)): \(names)")
  }

  /// - Parameters:
  ///   - sheet: the title of a sheet.
  ///   - column: a column with its sheet.
  func reason(
    _ reason: SkippedColumn.Reason, sheet: (String) -> String, column: (ColumnID) -> String
  ) -> String {
    switch reason {
    case .sheetsMissing(let prefixes):
      let names = list(prefixes.map(sheet))
      return pick("沒有工作表 \(names)", "没有工作表 \(names)", "no sheet \(names)")
    case .columnsMissing(let ids):
      let most = 3
      let others = ids.count - most
      let names =
        ids.prefix(most).map(column).joined(separator: pick(" 或 ", " 或 ", " or "))
        + (others > 0 ? pick(" 或其他 \(others) 欄", " 或其他 \(others) 列", " or \(count(others, "other", "others"))") : "")
      return pick("沒有欄 \(names)", "没有列 \(names)", "no column \(names)")
    case .notUnderstood(let id, let obstacle): return column(id) + obstacle.words(in: language)
    case .settingMissing(let name, .notEntered):
      return pick("還沒有人填寫設定 \(name)", "还没有人填写设定 \(name)", "no value was entered for the setting \(name)")
    case .settingMissing(let name, .noStoredValue):
      return pick(
        "設定 \(name) 的公式沒有可用的值", "设定 \(name) 的公式没有可用的值",
        "the formula of the setting \(name) has no usable stored value")
    case .settingMissing(let name, .unreadable):
      return pick("設定 \(name) 讀不出來", "设定 \(name) 读不出来", "the setting \(name) cannot be read")
    case .chanceUnknown(let label):
      return pick(
        "階段「\(label)」的成交機率不明", "阶段“\(label)”的成交概率不明", "no win probability is given for deals in “\(label)”")
    case .sheetLeftOut(let prefix):
      return pick("\(sheet(prefix)) 無法寫入", "\(sheet(prefix)) 无法写入", "the sheet \(sheet(prefix)) cannot be written")
    case .restsOn(let id):
      return pick("要用到的 \(column(id)) 未計算", "要用到的 \(column(id)) 未计算", "\(column(id)) is left out")
    case .notRequested: return pick("未要求計算", "未要求计算", "not requested")
    }
  }

  // MARK: How it ended

  func findings(_ counts: [Severity: Int]) -> String {
    let words = CheckWords(language: language)
    let parts = Severity.allCases.reversed().compactMap { severity in counts[severity].map { words.count(severity, $0) }
    }
    guard !parts.isEmpty else { return pick("沒有發現問題", "没有发现问题", "no findings") }
    return pick("發現：", "发现：", "findings: ") + parts.joined(separator: comma)
  }

  /// Where one asks about the findings that were only counted.
  func ask(_ command: String) -> String {
    pick("；查看：\(command)", "；查看：\(command)", "; to see them: \(command)")
  }

  var untouched: String {
    pick("不需要改動：檔案原封不動", "不需要改动：文件原封不动", "nothing to do: the file was not touched")
  }

  func wouldChange(_ cells: Int, besideRepairs: Bool) -> String {
    pick(
      "沒有寫入任何檔案：\(besideRepairs ? "除修復外，還" : "")會改動 \(cells) 個儲存格",
      "没有写入任何文件：\(besideRepairs ? "除修复外，还" : "")会改动 \(cells) 个单元格",
      "nothing was written: \(count(cells, "cell", "cells")) would change\(besideRepairs ? " in addition to the repairs" : "")"
    )
  }

  func took(_ seconds: String) -> String { pick("（\(seconds) 秒）", "（\(seconds) 秒）", " (\(seconds) s)") }

  // MARK: Why nothing can be done

  func onlyLooksAlike(_ file: String, adopt: String) -> String {
    pick(
      "\(file)：只是看起來像團隊的工作簿，所以不直接改寫：先執行 \(adopt)，或用 -o 檔名 另存",
      "\(file)：只是看起来像团队的工作簿，所以不直接改写：先运行 \(adopt)，或用 -o 文件名 另存",
      "\(file): only looks like a team's workbook, so it is not written in place: run \(adopt) first, or write a copy with -o OUT"
    )
  }

  func notATeams(_ file: String, adopt: String) -> String {
    pick(
      "\(file)：不是團隊的工作簿：沒有認出任何一張表，什麼也沒有寫入；請執行 \(adopt)",
      "\(file)：不是团队的工作簿：没有认出任何一张表，什么也没有写入；请运行 \(adopt)",
      "\(file): not a team workbook: nothing was recognised, and nothing is written; try \(adopt)")
  }

  /// The three stages of a fill, for its bar.
  var stages: [String] {
    [
      pick("讀取與計算", "读取与计算", "reading and computing"), pick("寫入工作表", "写入工作表", "writing the sheets"),
      pick("存檔並讀回核對", "保存并读回核对", "saving and reading back"),
    ]
  }
}
