// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The wording of a new workbook in three languages.
struct NewWords: SaysInThreeLanguages {
  let language: Language

  var cover: String { self("封面", "Cover") }
  var workbookTitle: String { self("大客戶銷售工作簿", "Key-account sales workbook") }
  var loop: String {
    self("計劃 → 獲客 → 拿單 → 回款 → 續單", "Plan → acquire → win → collect → renew")
  }
  var howTo: String { self("怎麼用", "How to use it") }
  var steps: [String] {
    [
      self(
        "只填藍色表頭的欄；深藍色的必填。灰色表頭的欄由公式計算，請勿覆寫。",
        "Type only under blue headers; dark blue means required. Columns under grey headers are computed: leave them alone."
      ),
      self(
        "在最後一列的下一列直接輸入；表格會延伸，公式自動帶入（沒有帶入時執行 dealbook fill）。",
        "Type into the row right below the last one: the table grows and its formulas come along (if they do not, run dealbook fill)."
      ),
      self(
        "選項用下拉選單選取；可選的值都在清單表，可以改名，不要改順序。",
        "Pick options from the drop-down lists; they come from the Lists sheet. Rename them there, but keep their order."
      ),
      self(
        "所有天數和逾期都算到設定表的基準日，請先更新它。",
        "All days and overdue days count to the as-of date on the Settings sheet: update it first."),
      self(
        "把滑鼠停在表頭上，可看到該欄的意思和可填的值。", "Rest the mouse on a header to see what the column means and which values it takes."),
      self(
        "dealbook check 檢查每一列；dealbook fill 重新計算並補上公式。",
        "dealbook check examines every row; dealbook fill recalculates and adds missing formulas."),
    ]
  }
  var colours: String { self("顏色", "Colours") }
  var requiredInput: String { self("必填", "Must be filled") }
  var optionalInput: String { self("選填", "May be filled") }
  var computed: String { self("自動計算", "Computed") }
  var missingCell: String { self("該填未填", "Still to be filled") }
  var cautionCell: String { self("請留意", "Look at it") }
  var alarmCell: String { self("先處理：逾期、虛高、風險", "First: overdue, inflated, at risk") }
  var sheets: String { self("工作表", "Sheets") }
  var purpose: String { self("用途", "What it is for") }
  var inputs: String { self("填寫欄", "To fill") }
  var computedColumns: String { self("計算欄", "Computed") }
  var backToCover: String { self("← 封面", "← Cover") }
  var settingsPurpose: String {
    self("參數：改這裡，所有表一起變。", "Parameters: a change here changes every sheet.")
  }
  var listsPurpose: String {
    self(
      "選項與參數：標籤可以改名，列的順序有意義。",
      "Options and their parameters: labels may be renamed, but the order of the rows matters.")
  }
  var funnelPurpose: String {
    self("每個漏斗階段現有多少、應有多少、差多少。", "What each stage of the funnel holds, what it should hold, and the difference.")
  }
  var sampleNote: String {
    self(
      "本檔案含範例資料：看過之後刪去各表的列，再填自己的。",
      "This file contains sample data: have a look, then delete the rows of each sheet and fill in your own.")
  }
  func madeBy(_ playbook: String, _ profile: Profile, _ asOf: String) -> String {
    let scope =
      switch profile {
      case .small: self("小團隊範圍", "small profile")
      case .core: self("核心範圍", "core profile")
      case .full: self("完整範圍", "full profile")
      }
    return self(
      "由 dealbook 產生 · \(playbook) · \(scope) · 基準日 \(asOf)",
      "Made by dealbook · \(playbook) · \(scope) · as of \(asOf)")
  }

  // MARK: Messages of validations

  var notAllowed: String { self("不可填這個值", "This value is not allowed here") }
  var pleaseCheck: String { self("請確認", "Please check") }
  var pickFromList: String { self("請從下拉選單選取。", "Pick one from the drop-down list.") }
  func unknownID(_ sheet: String) -> String {
    self("「\(sheet)」表沒有這個編號，仍要填入嗎？", "The sheet \(sheet) has no such ID. Keep it?")
  }
  var duplicateID: String { self("這個編號已經用過，仍要填入嗎？", "Another row already has this ID. Keep it?") }
  var needsDate: String { self("請填真正的日期，例如 2026-03-31。", "Type a real date such as 2026-03-31.") }
  var needsNumber: String { self("請填數字，不帶單位和文字。", "Type a number, without a unit or words.") }
  func needsRange(_ range: String) -> String {
    self("請填這個範圍內的數字：\(range)。", "Type a number within \(range).")
  }
}
