// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The words for differences, in three languages.
struct DifferenceWords: SaysInThreeLanguages {
  let language: Language

  func word(_ change: WorkbookDifference.Change) -> String {
    switch change {
    case .added: pick("新增", "新增", "added")
    case .removed: pick("刪除", "删除", "removed")
    case .changed: pick("變更", "变更", "changed")
    }
  }

  func rows(_ count: Int, _ change: WorkbookDifference.Change) -> String {
    let noun = count == 1 ? "row" : "rows"
    return pick("\(word(change)) \(count) 列", "\(word(change)) \(count) 行", "\(count) \(noun) \(word(change))")
  }

  func summary(_ difference: WorkbookDifference) -> String {
    if difference.isEmpty { return none }
    let parts: [WorkbookDifference.Change] = [.added, .removed, .changed]
    return parts.map { rows(difference.count($0), $0) }.joined(separator: comma)
  }

  var none: String { pick("沒有差異", "没有差异", "no differences") }

  func row(_ number: Int) -> String { pick("第 \(number) 列", "第 \(number) 行", "row \(number)") }

  func renamed(_ old: String) -> String { pick("原名「\(old)」", "原名“\(old)”", "was called “\(old)”") }

  func sheet(_ change: WorkbookDifference.Change) -> String {
    switch change {
    case .added: pick("新的工作表", "新的工作表", "new sheet")
    case .removed: pick("工作表已刪除", "工作表已删除", "sheet removed")
    case .changed: ""
    }
  }

  func renamed(_ columns: [WorkbookDifference.RenamedColumn]) -> String {
    let list = list(columns.map { "\($0.old) → \($0.new)" })
    return pick("欄改名：\(list)", "列改名：\(list)", "columns renamed: \(list)")
  }

  func columns(_ names: [String], _ change: WorkbookDifference.Change) -> String {
    let list = list(names)
    return switch change {
    case .added: pick("新增欄：\(list)", "新增列：\(list)", "columns added: \(list)")
    case .removed: pick("刪除欄：\(list)", "删除列：\(list)", "columns removed: \(list)")
    case .changed: list
    }
  }

  func changedID(_ former: String) -> String {
    pick("編號已改，原為 \(former)", "编号已改，原为 \(former)", "ID changed, was \(former)")
  }

  func certainty(_ share: Double) -> String {
    let percent = Int((share * 100).rounded())
    return pick("依內容配對，\(percent)% 相同", "按内容配对，\(percent)% 相同", "matched by its contents, \(percent)% the same")
  }

  func kind(_ kind: WorkbookDifference.Cell.Kind) -> String {
    switch kind {
    case .value: ""
    case .formula: pick("公式", "公式", "formula")
    case .note: pick("附註", "批注", "note")
    case .format: pick("格式", "格式", "format")
    case .tab: pick("工作表", "工作表", "tab")
    }
  }

  /// The header of a cell, with what of it is told.
  func header(_ cell: WorkbookDifference.Cell) -> String {
    let kind = kind(cell.kind)
    if kind.isEmpty { return cell.header }
    return cell.header.isEmpty ? kind : "\(cell.header) (\(kind))"
  }

  /// The columns of the table: sheet, change, row id, name, column, old, new.
  var headers: [String] {
    [
      pick("工作表", "工作表", "Sheet"), pick("變更", "变更", "Change"), pick("編號", "编号", "Row id"),
      pick("名稱", "名称", "Name"), pick("欄", "列", "Column"), pick("原值", "原值", "Old"), pick("新值", "新值", "New"),
    ]
  }

  var title: String { pick("差異", "差异", "Differences") }
}
