// SPDX-License-Identifier: Apache-2.0

extension HelpPhrases {
  /// Options of `nightly`, `nightly join` and `history`.
  static let nightlyOptions: [(String, String)] = [
    ("Folders to look through; a workbook may be named too.", "要查看的資料夾；也可以直接寫工作簿。"),
    (
      "The history. Default: DIR.dealbook.sqlite beside the first folder. With --part only read: workbooks that did not change are answered from it.",
      "歷史檔。預設是第一個資料夾旁邊的 DIR.dealbook.sqlite。用 --part 時只讀不寫：沒有變動的工作簿直接取用其中的結果。"
    ),
    ("How many workbooks are checked at the same time. Default: one a core.", "同時檢查幾份工作簿。預設一個處理器核心一份。"),
    (
      "Go by dealbook.yaml beside a workbook or above it, and by dealbook-waivers.yaml in the first folder. Without it what lies among the workbooks is named and ignored: whoever may write there could silence every rule.",
      "採用工作簿旁邊或上層的 dealbook.yaml，以及第一個資料夾的 dealbook-waivers.yaml。不加這個選項，工作簿之間的這些檔案只會被點名而不採用：能在那裡寫檔的人可以關掉所有規則。"
    ),
    ("How many runs the history remembers.", "歷史記住幾次執行。"),
    (
      "What the team accepts. Default: dealbook-waivers.yaml beside the history, where nobody but you may write it.",
      "團隊接受的發現。預設是歷史檔旁邊只有你能寫的 dealbook-waivers.yaml。"
    ),
    (
      "Write computed columns into the workbooks, as dealbook fill does; the findings are those of the filled ones.",
      "像 dealbook fill 一樣把計算欄寫進各工作簿；發現以寫好的為準。"
    ),
    (
      "With --fill: leave the workbooks alone, and write filled copies into this folder.",
      "配合 --fill：不動原工作簿，算好的副本寫進這個資料夾。"
    ),
    (
      "With --fill: keep each workbook that is replaced, as NAME.~1~, NAME.~2~ and so on.",
      "配合 --fill：保留被取代的工作簿，名為 NAME.~1~、NAME.~2~ 等。"
    ),
    (
      "With --fill: wait so long for an editor to close a workbook, or for another run to be done with it.",
      "配合 --fill：工作簿正開著，或另一次執行還在用時，最多等這麼久。"
    ),
    (
      "With --fill: replace a workbook that has other names (hard links) too; those keep the old contents.",
      "配合 --fill：工作簿另有名稱（硬連結）時也取代；其他名稱留著舊內容。"
    ),
    (
      "Write a copy of each workbook into this folder, with a sheet that lists its findings and notes on their cells.",
      "每份工作簿寫一份副本到這個資料夾，附一張列出發現的表，並在相關儲存格加附註。"
    ),
    ("Print the names of the workbooks, one a line, and do nothing else.", "只列出各工作簿的名稱，一行一個。"),
    (
      "The night's workbooks are those that --plan printed here: none that came or went since is missed or mixed in.",
      "以這裡的 --plan 輸出為準：之後新增或移走的工作簿不會漏掉或混進來。"
    ),
    (
      "Do only the workbooks named in this file, one a line as --plan prints them; - is standard input.",
      "只做這個檔案列出的工作簿，一行一個，與 --plan 的輸出相同；- 表示標準輸入。"
    ),
    ("Do only the I-th of N shares, 1 to N.", "只做 N 份中的第 I 份，從 1 到 N。"),
    (
      "Write the results here, for dealbook nightly join, and conclude nothing.",
      "結果寫到這裡，供 dealbook nightly join 合併，本次不下結論。"
    ),
    (
      "Look at files like this, by name or by path below the folder; may be repeated. Default: *.xlsx and *.xlsm.",
      "查看這樣的檔案，依檔名或資料夾下的路徑；可重複。預設是 *.xlsx 和 *.xlsm。"
    ),
    ("Leave out files and folders like this; may be repeated.", "略過這樣的檔案和資料夾；可重複。"),
    (
      "A file that changed less than this many seconds ago may still be on its way: it comes last, and is waited for.",
      "在這麼多秒之內變過的檔案可能還在傳送：排在最後，並會等它。"
    ),
    (
      "Read every workbook. Without it one that is the same file with the same size and times as at the last run is taken as read.",
      "每份工作簿都讀。不加這個選項，與上次同一個檔案、大小和時間都相同的，視為已讀。"
    ),
    ("One JSON object: files, findings with their state, summary, digest.", "一個 JSON 物件：檔案、發現和狀態、總計、日報。"),
    ("JSON Lines: one finding a line.", "JSON Lines：一行一項發現。"), ("CSV: one finding a line.", "CSV：一行一項發現。"),
    ("SARIF 2.1.0: what is there, and what is waived as suppressed.", "SARIF 2.1.0：現有的發現；已豁免的標為 suppressed。"),
    (
      "List in SARIF also what is fixed or no longer asked, as absent. Many readers count it as there.",
      "SARIF 也列出已解決和不再詢問的，標為 absent。許多程式仍會把它們算作現有的。"
    ),
    ("JUnit XML: a suite a workbook.", "JUnit XML：一份工作簿一組。"),
    (
      "Metrics for the textfile collector of Prometheus' node-exporter.",
      "供 Prometheus node-exporter 的 textfile 收集器使用的指標。"
    ),
    ("The digest as Markdown.", "日報，Markdown 格式。"),
    ("Static HTML pages: an index and a page a workbook.", "靜態網頁：一個首頁，一份工作簿一頁。"),
    (
      "Print annotations for GitHub instead of text, and add the digest to the summary of the step.",
      "輸出 GitHub 的標註而不是文字，並把日報加進該步驟的摘要。"
    ),
    (
      "Run this with the digest as JSON on its standard input when something is new, fixed or could not be checked.",
      "有新增、解決或未能檢查的內容時執行這個命令，日報以 JSON 送進它的標準輸入。"
    ),
    ("Parts that nightly --part wrote.", "nightly --part 寫出的各部分。"), ("The history.", "歷史檔。"),
    ("Language of the digest: zh-Hant, zh-Hans or en.", "日報的語言：zh-Hant、zh-Hans 或 en。"),
    ("The history that nightly keeps.", "nightly 的歷史檔。"),
    ("Follow a row: a deal, a payment, a target.", "追蹤一列：商機、回款、目標。"),
    ("Follow a rule, or one finding by the beginning of its fingerprint.", "追蹤一條規則，或以指紋的開頭追蹤一項發現。"),
    ("Follow an owner: findings and figures.", "追蹤一位負責人：發現和數字。"),
    ("Of this workbook only, by its name in the run.", "只看這份工作簿，寫它在執行時的名稱。"),
    ("Language of the text: zh-Hant, zh-Hans or en. Default: the locale's.", "文字的語言：zh-Hant、zh-Hans 或 en。預設用系統語系的。"),
  ]
}
