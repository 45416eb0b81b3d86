// SPDX-License-Identifier: Apache-2.0

import Playbook

/// What the help says in Traditional Chinese, by its English text.
enum HelpPhrases {
  static let book = PhraseBook(commands + discussions + longDiscussions + options + commandOptions + nightlyOptions)

  static let headings: [(String, TraditionalText)] = [
    ("OVERVIEW: ", "簡介："), ("USAGE: ", "用法："), ("ARGUMENTS:", "引數："), ("OPTIONS:", "選項："), ("SUBCOMMANDS:", "命令："),
    ("Example:", "範例："),
  ]

  /// What each command does, in a line.
  static let commands: [(String, String)] = [
    ("Checks, fills and writes the .xlsx workbooks of a key-account sales team.", "檢查、計算並寫出大客戶銷售團隊的 .xlsx 工作簿。"),
    (
      "Propose a playbook for a team's own workbook: which sheet is what, which header means which column.",
      "為團隊自己的工作簿提出規則手冊：哪張工作表是什麼，哪個欄名對應哪一欄。"
    ),
    ("Find the sheets, check every row, and list what is wrong. Writes nothing.", "找出各張工作表，逐列檢查，列出有問題的地方。不寫入任何檔案。"),
    (
      "Compute every column whose inputs are there, and change nothing else.",
      "計算並寫入輸入齊全的每一個計算欄，其他一概不動。"
    ),
    (
      "Bring the rows of an export into the team's workbook by ID, and fill the computed columns.",
      "依編號把匯出檔的各列併入團隊的工作簿，並算好計算欄。"
    ),
    (
      "Write a new workbook with all sheets, drop-down lists, formats, notes and formulas.",
      "寫出一份新的工作簿，含所有工作表、下拉選單、格式、附註和公式。"
    ),
    (
      "Show what was understood of a workbook: sheets, header rows, known and unknown columns, and why.",
      "列出從工作簿看懂了什麼：工作表、標題列、認得和不認得的欄，以及依據。"
    ),
    ("Print every stored cell with its value.", "逐格列出儲存的內容。"),
    ("Set individual cells, and change nothing else.", "只改指定的儲存格。"),
    (
      "Calculate every formula of the workbook as Excel does and store the values; change nothing else.",
      "像 Excel 一樣計算工作簿的每個公式並存入值，其他一概不動。"
    ),
    (
      "Show the figures of the period: target, forecast, funnel, receivables, renewals and what to do first.",
      "列出本期的數字：目標、預測、漏斗、應收款、續單，以及先做什麼。"
    ),
    ("Show everything a workbook has on one account, on one page, before a meeting.", "開會前，用一頁看完工作簿裡一個客戶的所有資料。"),
    (
      "Try out scenarios: where would every owner, team and the company end up? Nothing is written.",
      "推演各種情境：每位責任人、各團隊和公司各會達成多少。不寫入任何檔案。"
    ),
    (
      "Find the fewest moves that make a target as likely as you want. Nothing is written.",
      "找出最少幾步就能讓目標達到希望的把握。不寫入任何檔案。"
    ),
    ("Compare two workbooks by row and column: what was added, removed and changed.", "逐列逐欄比較兩份工作簿：新增、移除和改動了什麼。"),
    (
      "Merge copies of a workbook by row and column. All changes are kept unless two people changed the same thing differently.",
      "逐列逐欄合併一份工作簿的幾份副本；只要不是兩個人改得不一樣，都會併入。"
    ),
    (
      "Hand out a workbook: each owner gets a copy with their own rows and what those refer to.",
      "發放工作簿：每位責任人一份，內有他的各列和這些列引用的資料。"
    ),
    ("Take back the copies that dealbook split handed out.", "收回 dealbook split 發放出去的副本。"),
    ("Explain a rule, column, setting, sheet or list, and what to do.", "說明規則、欄、設定、工作表或清單的意義，以及該怎麼做。"),
    ("Print the playbook, check your own, or start one.", "列出所用的規則手冊、檢查自己的，或產生一份起始檔。"),
    (
      "Print a playbook as one YAML file or as pages to read: the built-in one, or the result of your own files.",
      "把規則手冊輸出成一份 YAML，或方便閱讀的文件：內建的，或自己的檔案合併後的結果。"
    ),
    ("Find the mistakes in a playbook, with file and line.", "找出規則手冊的錯誤，附檔名和行號。"),
    ("Print a commented starting point for your company's own playbook.", "產生一份公司自己的規則手冊的起始檔，附有註解。"),
    ("Print the current limits: how many resources a file may use.", "列出目前的各項上限：一個檔案最多可用多少資源。"),
    (
      "Check every workbook in folders, and report what is new, what is fixed and who will miss the target.",
      "檢查資料夾下的每份工作簿，列出新增了什麼、解決了什麼、誰會達不到目標。"
    ),
    (
      "Join the parts of a night shared by several machines: history, reports and exit code as if it had been one run.",
      "合併幾台機器分工的夜間檢查：歷史、報告和結束碼都與一次執行的結果相同。"
    ),
    (
      "Show what nightly runs have seen: the runs, or one finding, row, owner or workbook over time.",
      "列出夜間檢查的歷史：各次執行，或一項發現、一列、一位責任人、一份工作簿的經過。"
    ),
    ("Show subcommand help information.", "列出命令的說明。"), ("Show help information.", "列出說明。"),
    ("Show the version.", "列出版本。"),
  ]
}
