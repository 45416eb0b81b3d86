// SPDX-License-Identifier: Apache-2.0

extension HelpPhrases {
  /// Options of `nightly`, `nightly join` and `history`.
  static let nightlyOptions: [(String, String)] = [
    ("Folders to look through; workbooks can be given too.", "要檢查的資料夾；也可以直接寫工作簿。"),
    (
      "The history file. Default: DIR.dealbook.sqlite beside the first folder. With --part it is only read: results of workbooks that have not changed are taken from it.",
      "歷史檔。預設是第一個資料夾旁邊的 DIR.dealbook.sqlite。用 --part 時只讀取、不寫入：沒有變動的工作簿直接取用其中的結果。"
    ),
    ("How many workbooks to check at the same time. Default: one per processor core.", "同時檢查幾份工作簿。預設每個處理器核心一份。"),
    (
      "Use a dealbook.yaml beside or above a workbook, and dealbook-waivers.yaml in the first folder. Without this option such files among the workbooks are only named: anybody who can write there could switch off every rule.",
      "採用工作簿旁邊或上層的 dealbook.yaml，以及第一個資料夾的 dealbook-waivers.yaml。不加這個選項時，放在工作簿之間的這些檔案只會列出而不採用：能寫入那裡的人可以關掉所有規則。"
    ),
    ("How many runs the history keeps.", "歷史檔保留幾次執行。"),
    (
      "The playbook to use. Default: dealbook.yaml beside the history, if only you can write it, else the built-in one.",
      "所用的規則手冊。預設用歷史檔旁邊、只有你能寫入的 dealbook.yaml，其次用內建的。"
    ),
    (
      "Findings that the team accepts. Default: dealbook-waivers.yaml beside the history, if only you can write it.",
      "團隊接受的檢查發現。預設是歷史檔旁邊、只有你能寫入的 dealbook-waivers.yaml。"
    ),
    (
      "Write computed columns into the workbooks, as dealbook fill does; the findings are those of the filled workbooks.",
      "像 dealbook fill 一樣把計算欄寫進各工作簿；檢查發現以寫好的工作簿為準。"
    ),
    (
      "With --fill: leave the workbooks alone and write filled copies into this folder.",
      "配合 --fill：不動原工作簿，算好的副本寫進這個資料夾。"
    ),
    (
      "With --fill: keep each replaced workbook as NAME.~1~, NAME.~2~ and so on.",
      "配合 --fill：保留被取代的工作簿，名為 NAME.~1~、NAME.~2~ 等。"
    ),
    (
      "With --fill: how long to wait for an editor to close a workbook, or for another run to finish with it.",
      "配合 --fill：工作簿正開著，或另一次執行還在使用時，最多等多久。"
    ),
    (
      "With --fill: also replace a workbook that has other names (hard links); those keep the old contents.",
      "配合 --fill：工作簿另有其他名稱（硬連結）時也取代；其他名稱保留舊內容。"
    ),
    (
      "Write a copy of each workbook into this folder, with a sheet that lists its findings, and notes on the cells.",
      "每份工作簿寫一份副本到這個資料夾，附一張列出檢查發現的工作表，並在相關儲存格加上附註。"
    ),
    ("Only print the names of the workbooks, one per line.", "只列出各工作簿的名稱，一行一個。"),
    (
      "Use the workbooks that --plan printed to this file, whatever was added or removed since.",
      "以這個檔案裡 --plan 的輸出為準，不管之後新增或移走了哪些工作簿。"
    ),
    (
      "Check only the workbooks named in this file, one per line as --plan prints them; - is standard input.",
      "只做這個檔案列出的工作簿，一行一個，與 --plan 的輸出相同；- 表示標準輸入。"
    ),
    ("Check only share I of N, from 1 to N.", "只做 N 份中的第 I 份，從 1 到 N。"),
    (
      "Write the results here for dealbook nightly join; draw no conclusions.",
      "結果寫到這裡，供 dealbook nightly join 合併；這次不下結論。"
    ),
    (
      "Which files to check, by name or by path below the folder; may be repeated. Default: *.xlsx and *.xlsm.",
      "要檢查哪些檔案，寫檔名或資料夾下的路徑；可重複。預設是 *.xlsx 和 *.xlsm。"
    ),
    ("Which files and folders to leave out; may be repeated.", "要略過哪些檔案和資料夾；可重複。"),
    (
      "A file that changed less than this many seconds ago may still be arriving: it is waited for and checked last.",
      "最近這麼多秒內有變動的檔案可能還在傳送：會等它，並排到最後檢查。"
    ),
    (
      "Read every workbook. Without this option, a file with the same size and times as at the last run is not read again.",
      "每份工作簿都讀。不加這個選項時，大小和時間都與上次相同的檔案不再讀取。"
    ),
    ("One JSON object: files, findings with their state, summary, digest.", "一個 JSON 物件：檔案、發現和狀態、總計、日報。"),
    ("JSON Lines: one finding per line.", "JSON Lines：一行一項發現。"), ("CSV: one finding per line.", "CSV：一行一項發現。"),
    ("SARIF 2.1.0: the findings; waived ones are marked as suppressed.", "SARIF 2.1.0：現有的發現；已豁免的標為 suppressed。"),
    (
      "Also list findings that are fixed or no longer asked in SARIF, as absent. Many readers still count them.",
      "SARIF 也列出已解決和不再檢查的發現，標為 absent。許多程式仍會把它們算進去。"
    ),
    ("JUnit XML: one suite per workbook.", "JUnit XML：一份工作簿一組。"),
    (
      "Metrics for the textfile collector of Prometheus' node-exporter.",
      "供 Prometheus node-exporter 的 textfile 收集器使用的指標。"
    ),
    ("The digest as Markdown.", "日報，Markdown 格式。"),
    ("Static HTML pages: an index and one page per workbook.", "靜態網頁：一個首頁，一份工作簿一頁。"),
    (
      "Print GitHub annotations instead of text, and add the digest to the step's summary.",
      "輸出 GitHub 標註，不輸出文字，並把日報加進該步驟的摘要。"
    ),
    (
      "Run this command, with the digest as JSON on its standard input, if something is new, fixed or could not be checked.",
      "有新增、已解決或未能檢查的內容時，執行這個命令，並把 JSON 格式的日報送進它的標準輸入。"
    ),
    ("Parts that nightly --part wrote.", "nightly --part 寫出的各部分。"), ("The history.", "歷史檔。"),
    ("Language of the digest: zh-Hant, zh-Hans or en.", "日報的語言：zh-Hant、zh-Hans 或 en。"),
    ("The history file of nightly.", "nightly 的歷史檔。"),
    ("Follow a row: a deal, a payment, a target.", "追蹤一列：商機、回款、目標。"),
    ("Follow a rule, or one finding given by the beginning of its fingerprint.", "追蹤一條規則，或以指紋的開頭追蹤一項發現。"),
    ("Follow an owner: findings and figures.", "追蹤一位責任人：發現和數字。"),
    ("Only this workbook, by its name in the run.", "只看這份工作簿，寫它在執行時的名稱。"),
    ("Language of the text: zh-Hant, zh-Hans or en. Default: the locale's.", "文字的語言：zh-Hant、zh-Hans 或 en。預設用系統語系的。"),
  ]
}
