// SPDX-License-Identifier: Apache-2.0

extension HelpPhrases {
  /// Options that several commands share.
  static let options: [(String, String)] = [
    ("The workbook.", "工作簿。"), ("The workbooks.", "各份工作簿。"),
    ("Language of the messages: zh-Hant, zh-Hans or en.", "訊息的語言：zh-Hant、zh-Hans 或 en。"),
    (
      "Language of the messages: zh-Hant, zh-Hans or en. Default: the workbook's own, else the locale's.",
      "訊息的語言：zh-Hant、zh-Hans 或 en。預設用工作簿的語言，其次用系統語系的。"
    ),
    (
      "How many resources a file may use. untrusted (the default of nightly) also handles each file in an isolated process that can touch nothing else.",
      "一個檔案最多可用多少資源。untrusted（nightly 的預設值）還會讓每個檔案在隔離的程序裡處理，碰不到別的東西。"
    ),
    ("Set one limit; may be repeated.", "設定一項上限；可重複。"),
    (
      "The playbook to use. Default: dealbook.yaml beside the workbook or in a folder above it, else the built-in one.",
      "所用的規則手冊。預設用工作簿旁邊或上層資料夾的 dealbook.yaml，其次用內建的。"
    ),
    (
      "The playbook to use. Default: dealbook.yaml in the folder of FILE or above it, else the built-in one.",
      "所用的規則手冊。預設用 FILE 所在或上層資料夾的 dealbook.yaml，其次用內建的。"
    ),
    ("The playbook to use. Default: the built-in one.", "所用的規則手冊。預設用內建的。"),
    (
      "The date that days are counted to. Default: the workbook's own as-of date, else today.",
      "各項天數算到哪一天。預設用工作簿的基準日，其次用今天。"
    ),
    (
      "The period of the figures: a year, a quarter as 2026-Q3, a month as 2026-09, or two days as 2026-01-01..2026-06-30. Default: the workbook's own, else the year of the as-of date.",
      "數字所屬的期間：年、季如 2026-Q3、月如 2026-09，或兩天如 2026-01-01..2026-06-30。預設用工作簿的期間，其次用基準日那一年。"
    ),
    ("The as-of date on the Settings sheet. Default: today.", "設定表的基準日。預設為今天。"),
    ("The date that TODAY and NOW return.", "TODAY 和 NOW 傳回的日期。"),
    ("How much of the method the workbook uses: small, core or full.", "工作簿使用方法的哪個範圍：small、core 或 full。"),
    (
      "Read 114/6/30 as a Republic of China date (民國114年) even if the workbook does not say so.",
      "工作簿沒有指明時，也把 114/6/30 讀成民國 114 年。"
    ),
    (
      "Handle each file in its own process, within the worker limits. This is the default for more than one file and with --limits untrusted.",
      "每個檔案各用一個程序處理，受資源上限限制。檔案不只一個，或用 --limits untrusted 時，預設如此。"
    ),
    ("Print results only, no messages.", "只列結果，不列訊息。"),
    ("No colours (like the environment variable NO_COLOR).", "不用顏色，與環境變數 NO_COLOR 相同。"),
    ("Format of the results.", "結果的格式。"), ("Format of the report.", "報告的格式。"), ("Format of the proposal.", "提議的格式。"),
    ("Format of the cells.", "儲存格的格式。"),
    ("text, json or markdown.", "text、json 或 markdown。"),
    ("Write the changed workbook here.", "改好的工作簿寫到這裡。"),
    (
      "Replace the workbook itself. It is always either the old file or the new one, never a mixture.",
      "直接取代工作簿本身；檔案只會是舊的或新的，不會一半新一半舊。"
    ),
    ("Keep the replaced file as NAME.~1~, NAME.~2~ and so on.", "保留被取代的檔案，名為 NAME.~1~、NAME.~2~ 等。"),
    (
      "How long to wait for an editor to close the file, or for another run to finish with it.",
      "檔案正開著，或另一次執行還在使用時，最多等多久。"
    ),
    (
      "Also replace a file that has other names (hard links); those keep the old contents.",
      "檔案另有其他名稱（硬連結）時也取代；其他名稱保留舊內容。"
    ),
    (
      "Bring over the amounts of this column, or add the rows with these IDs, although they may be the team's in another unit or under other IDs.",
      "帶入這一欄的金額，或加入這些編號的列，即使可能是團隊的金額換了單位、或同樣的列換了編號。"
    ),
    ("Say what would be done, without writing anything.", "只說明會做什麼，不寫入。"),
    ("Show each cell that would change, without writing anything.", "列出每個會變的儲存格，不寫入。"),
    ("Do not ask before a repair that changes more cells than check reported.", "要修復的儲存格比 check 所說的多時，不再詢問。"),
    ("Exit with 1 if there are findings of this severity or worse.", "有這個程度或更嚴重的檢查發現時，結束碼為 1。"),
    (
      "Exit with 1 if there are findings of this severity or worse; new: if there are new or reopened errors.",
      "有這個程度或更嚴重的檢查發現時，結束碼為 1；new 表示有新增或重現的錯誤時。"
    ),
    ("As a single web page.", "輸出為獨立的網頁。"), ("As Markdown.", "輸出為 Markdown。"), ("As JSON.", "輸出為 JSON。"),
    (
      "Deals that are won or lost together: two or more IDs, or a column in which they have the same value; may be repeated.",
      "一起成交或一起失掉的商機：兩個以上的編號，或值相同就算一起的欄；可重複。"
    ),
  ]

  /// Options of one or two commands.
  static let commandOptions: [(String, String)] = [
    ("Write the playbook here.", "規則手冊寫到這裡。"),
    ("Accept the proposal without asking, and write the playbook.", "不問就採用提議，並寫出規則手冊。"),
    ("Workbooks to check.", "要檢查的工作簿。"),
    ("An earlier version of the workbook, for the rules about changes.", "工作簿較早的版本，供檢查改動的規則比較。"),
    (
      "How to group findings. Default: by rule on a terminal, otherwise one finding a line.",
      "檢查發現如何分組。預設：在終端機上依規則分組，其他情形一行一項。"
    ),
    ("Only these rules: IDs or the beginning of IDs, with commas between them.", "只看這些規則，寫編號或編號的開頭，中間用逗號隔開。"),
    ("All rules except these.", "不看這些規則。"), ("Only the rows of one person.", "只看一個人的各列。"),
    (
      "Only findings that are not in BASELINE, the output of an earlier check with --format json.",
      "只看 BASELINE 裡沒有的；BASELINE 是先前 check --format json 的輸出。"
    ),
    ("Only count the findings of each rule.", "只列出各規則有幾項檢查發現。"),
    (
      "How many findings of each rule to list. Default: none if they are grouped, otherwise 1000.",
      "每條規則最多列出幾項。預設：分組時不逐項列出，否則 1000。"
    ),
    ("The workbook to fill.", "要計算的工作簿。"), ("Write plain values instead of formulas.", "寫入值，不寫公式。"),
    (
      "How a column of equal formulas is stored. shared halves the size of the file, but some programs (such as excelize and older versions of POI) lose or change formulas when they overwrite the first cell.",
      "整欄相同的公式如何儲存。shared 可讓檔案小一半，但有些程式（例如 excelize 和較舊的 POI）改寫第一格時，會遺失或改掉公式。"
    ),
    ("Which computed columns to write.", "寫入哪些計算欄。"),
    ("Repair what was typed, and list every change.", "修復填寫的內容，並列出每一處。"),
    (
      "Add a dashboard sheet with charts if there is none. An existing one is always updated.",
      "沒有總覽表時加上一張，附圖表。已有的總覽表一律更新。"
    ),
    ("Remove what earlier fills added, and leave what people typed.", "移除先前 fill 加上的內容，保留人填寫的內容。"),
    ("The team's workbook.", "團隊的工作簿。"), ("The export: .xlsx, .csv or .tsv.", "匯出檔：.xlsx、.csv 或 .tsv。"),
    ("The workbook to write. It must not exist yet.", "要寫出的工作簿；不能是已有的檔案。"),
    (
      "Language of the workbook: zh-Hant, zh-Hans or en. Default: zh-Hant, whatever the language of the messages.",
      "工作簿的語言：zh-Hant、zh-Hans 或 en。預設 zh-Hant，不論訊息用什麼語言。"
    ),
    (
      "How much of the method to use: small (one sheet each for leads, deals, payments and renewals), core or full. Default: that of the playbook, else full.",
      "使用方法的哪個範圍：small（線索、商機、回款、續單各一張）、core 或 full。預設依規則手冊，其次 full。"
    ),
    ("Currency of the amounts, such as USD. Default: that of the playbook.", "金額的幣別，例如 USD。預設依規則手冊的單位。"),
    ("Include sample data of a small team.", "附一個小團隊的範例資料。"), ("Only this sheet.", "只看這張工作表。"),
    ("Read every value, but print only how many there are of each type.", "讀每個值，只列出各類型的個數。"),
    ("Cells and their new contents.", "儲存格和要填入的內容。"), ("Only this report; may be repeated.", "只看這份報告；可重複。"),
    ("The ID of the account, or its full name.", "客戶的編號或全名。"),
    ("A change, such as deals.D-006.stage=談判簽約; may be repeated.", "一項改動，例如 deals.D-006.stage=談判簽約；可重複。"),
    (
      "A new row, such as 'deals: deal_id=D900, amount=500000'; may be repeated.",
      "新增的一列，例如 'deals: deal_id=D900, amount=500000'；可重複。"
    ),
    ("A row to leave out, or all rows that meet a condition; may be repeated.", "要拿掉的一列，或符合條件的各列；可重複。"),
    ("A file of scenarios; may be repeated.", "情境檔案；可重複。"),
    (
      "Divide the next team target by several rules, side by side, now and in each scenario.",
      "以幾種規則分配下一期的團隊目標，並列現況和各情境。"
    ),
    (
      "Show the actual conversion rates of closed deals for each stage, and add a scenario that uses them.",
      "列出已結案商機在各階段實際的轉化率，並加上用它推演的情境。"
    ),
    (
      "Read from nightly's history how often deals at each stage were won, and add a scenario with the rates of the stages that at least 20 closed deals went through.",
      "從 nightly 的歷史檔讀出各階段的商機有多少成交；有至少 20 筆結案商機經過的階段，用其轉化率加上一個情境。"
    ),
    ("List each computed column that changes, and what it depends on.", "列出每個會改變的計算欄，以及它依據什麼。"),
    (
      "Write the scenarios side by side on a sheet of the workbook, with a chart; needs -o or --in-place.",
      "把各情境並排寫進工作簿的一張表，附圖表；要用 -o 或 --in-place。"
    ),
    ("Only this owner’s targets.", "只看這位責任人的目標。"),
    (
      "The company’s target instead of the owners’ targets; nobody who already carries enough is asked for more.",
      "看公司的目標，不看各責任人的；已經夠的人不再加。"
    ),
    ("The confidence you want: 0.8 or 80%.", "希望有多大把握：0.8 或 80%。"),
    ("How many sets to show for each target.", "每個目標列出幾組做法。"),
    ("Stop searching after this many sets, and say so.", "試過多少組就停止；停止時會說明。"),
    ("The earlier workbook.", "較早的工作簿。"), ("The later workbook.", "較晚的工作簿。"),
    ("Also compare computed columns and formula values.", "也比較計算欄和公式的值。"),
    ("Also compare notes, number formats and sheet names.", "也比較附註、數字格式和工作表名稱。"),
    ("What to call the workbooks in the output: first the earlier one, then the later one.", "兩份工作簿的稱呼，先寫較早的，再寫較晚的。"),
    ("Exit with 0 even if there are differences.", "有差異時也以 0 結束。"),
    (
      "BASE, OURS and one or more THEIRS; with --resolve, only the merged workbook.",
      "BASE、OURS 和一份以上的 THEIRS；用 --resolve 時只寫合併好的那一份。"
    ),
    ("Apply the choices made on the sheet of conflicts.", "採用衝突表上的選擇。"),
    ("Write the conflicts on a sheet of the result, with links and a column to choose in.", "把衝突寫在結果的一張表上，附連結和可選的一欄。"),
    ("Who wins where copies disagree.", "各份不一致時以誰為準。"),
    ("Merge even if BASE does not look like the common version.", "BASE 看起來不是共同的舊版時，也照樣合併。"),
    ("What to call the files in the output, in their order.", "各檔案的稱呼，依次序。"),
    ("What decides who gets a row.", "依什麼分發各列。"),
    ("The folder for the copies.", "放副本的資料夾。"),
    ("Only for this person; may be repeated.", "只給這個人；可重複。"),
    ("Clear personal details in other people's rows.", "清空別人的列裡的個人資料。"),
    ("The workbook that was handed out, as it is now.", "當初發放的那份工作簿，目前的版本。"), ("Copies that came back.", "收回的副本。"),
    (
      "The version that was handed out, or an earlier state of a copy that was gathered before; may be repeated.",
      "當初發放時的版本，或先前收回過的副本；可重複。"
    ),
    ("A rule, a column, a setting, a sheet or a list.", "規則、欄、設定、工作表或清單。"),
    (
      "Language of the explanation: zh-Hant, zh-Hans or en. Default: the locale's.",
      "說明的語言：zh-Hant、zh-Hans 或 en。預設用系統語系的。"
    ),
    ("The files of one playbook. Default: the built-in one.", "一份規則手冊的各個檔案；預設用內建的。"),
    (
      "yaml: the playbook itself; markdown: a page for each sheet with its columns, formulas and rules.",
      "yaml：規則手冊本身；markdown：每張工作表一頁，列出欄、公式和規則。"
    ),
    ("Language of the pages: zh-Hant, zh-Hans or en.", "文件的語言：zh-Hant、zh-Hans 或 en。"),
    ("The files of one playbook.", "一份規則手冊的各個檔案。"),
    ("A team's own workbook (.xlsx, .csv or .tsv) to start from.", "以團隊自己的工作簿為起點，.xlsx、.csv 或 .tsv。"),
    ("Language of the comments: zh-Hant, zh-Hans or en.", "註解的語言：zh-Hant、zh-Hans 或 en。"),
  ]
}
