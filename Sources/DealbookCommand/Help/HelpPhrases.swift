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
      "為團隊自己的工作簿提出規則手冊：哪張工作表是什麼，哪個欄名是哪一欄。"
    ),
    ("Find the sheets, validate every row, and print what is wrong. Writes nothing.", "找出各張工作表，逐列檢查，列出有問題的地方。不寫入任何檔案。"),
    (
      "Compute every column whose inputs are there and write it back, disturbing nothing else.",
      "輸入齊全的計算欄都算好寫回，其他一概不動。"
    ),
    (
      "Bring the rows of an export into the team's workbook by their ids, and fill its computed columns.",
      "依編號把匯出檔的各列併入團隊的工作簿，並算好計算欄。"
    ),
    (
      "Write a fresh workbook with all sheets, drop-downs, formats, notes and formulas.",
      "寫出一份新的工作簿，含所有工作表、下拉選單、格式、附註和公式。"
    ),
    (
      "Show what was understood of a workbook: sheets, header rows, known and unknown columns, and why.",
      "列出從工作簿看懂了什麼：工作表、標題列、認得和不認得的欄，以及依據。"
    ),
    ("Print every stored cell as it is read.", "逐格列出讀到的內容。"), ("Set single cells, and nothing else.", "只改指定的儲存格。"),
    (
      "Calculate every formula of the workbook as Excel does, and store the values, and nothing else.",
      "像 Excel 一樣計算工作簿的每個公式並存值，其他一概不動。"
    ),
    (
      "Show the figures of the period: target, forecast, funnel, money owed, renewals, what to do first.",
      "列出本期的數字：目標、預測、漏斗、應收款、續單，以及先做什麼。"
    ),
    ("Tell all that a workbook knows of one account, on a page, before a meeting.", "開會前用一頁看完工作簿裡一個客戶的所有資料。"),
    (
      "Play scenarios through: what every owner, team and the company would come to. Nothing is written.",
      "推演各種情境：每位負責人、團隊和公司會做到多少。不寫入任何檔案。"
    ),
    (
      "Tell the smallest sets of moves that bring a target to the wanted confidence. Nothing is written.",
      "找出讓目標達到所要把握的最少動作。不寫入任何檔案。"
    ),
    ("Compare two workbooks by row and column: what was added, removed and changed.", "逐列逐欄比較兩份工作簿：新增、移除和改動了什麼。"),
    (
      "Merge copies of a workbook by row and column; what no two people changed differently comes in.",
      "逐列逐欄合併一份工作簿的幾份副本；沒有兩個人改得不一樣的，都會併入。"
    ),
    (
      "Hand a workbook out: for each owner a copy with that person's rows and what they refer to.",
      "發放工作簿：每位負責人一份，內有他的各列和這些列引用的資料。"
    ),
    ("Take copies back that dealbook split has handed out.", "收回 dealbook split 發放出去的副本。"),
    ("Say what a rule, a column, a setting, a sheet or a list means, and what to do.", "說明規則、欄、設定、工作表或清單的意義，以及該怎麼做。"),
    ("Print the playbook in force, check one's own, or begin one.", "列出所用的規則手冊、檢查自己的，或起個頭。"),
    (
      "Print a playbook as one YAML file or as pages to read: the built-in one, or what one's own files come to.",
      "把規則手冊列成一份 YAML 或可讀的文件：內建的，或自己的檔案合起來的結果。"
    ),
    ("Find the mistakes of a playbook, with file and line.", "找出規則手冊的錯誤，附檔名和行號。"),
    ("Print a commented starting point for a company's own playbook.", "列出公司自己的規則手冊的起點，附註解。"),
    ("Print the limits in force: how much a file may ask of the machine.", "列出目前的上限：一個檔案最多可用多少資源。"),
    (
      "Check every workbook under folders, and tell what is new, what is fixed and who will miss the target.",
      "檢查資料夾下的每份工作簿，列出新增了什麼、解決了什麼、誰會達不到目標。"
    ),
    (
      "Join the parts of a night that several machines shared: history, reports and exit code as of one run.",
      "合併幾台機器分工的夜間檢查：歷史、報告和結束碼就像一次執行的結果。"
    ),
    (
      "What nightly runs have seen: the runs, or one finding, row, owner or workbook through time.",
      "夜間檢查看到過什麼：各次執行，或一項發現、一列、一位負責人、一份工作簿的來龍去脈。"
    ),
    ("Show subcommand help information.", "列出命令的說明。"), ("Show help information.", "列出說明。"),
    ("Show the version.", "列出版本。"),
  ]
}
