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
      "How much a file may ask of the machine. untrusted, which is the default of nightly, also has each file worked on in a process that may touch nothing else.",
      "一個檔案最多可用多少資源。untrusted（nightly 的預設）另外讓每個檔案在隔離的程序裡處理，碰不到別的東西。"
    ),
    ("Set one limit; may be repeated.", "設定一項上限；可重複。"),
    (
      "The playbook to go by. Default: dealbook.yaml beside the workbook or in a folder above it, else the built-in one.",
      "所用的規則手冊。預設用工作簿旁邊或上層資料夾的 dealbook.yaml，其次用內建的。"
    ),
    (
      "The playbook to go by. Default: dealbook.yaml in the folder of FILE or above it, else the built-in one.",
      "所用的規則手冊。預設用 FILE 所在或上層資料夾的 dealbook.yaml，其次用內建的。"
    ),
    ("The playbook to go by. Default: the built-in one.", "所用的規則手冊。預設用內建的。"),
    (
      "The day that ages are counted to. Default: the workbook's own as-of date, else today.",
      "天數算到哪一天。預設用工作簿的基準日，其次用今天。"
    ),
    ("The as-of date of the settings. Default: today.", "設定表的基準日。預設為今天。"),
    ("The day that TODAY and NOW give.", "TODAY 和 NOW 給出的日期。"),
    ("How much of the method the workbook takes up: small, core or full.", "工作簿用到方法的多大範圍：small、core 或 full。"),
    (
      "Read 114/6/30 as a date of the Republic of China (民國114年), where the workbook does not ask for it itself.",
      "工作簿沒有指明時，也把 114/6/30 讀成民國 114 年。"
    ),
    (
      "Work on each file in a process of its own, within the worker limits. Default for more than one file, and with --limits untrusted.",
      "每個檔案在各自的程序裡處理，受資源上限約束。檔案不只一個，或用 --limits untrusted 時，這是預設。"
    ),
    ("Print results only, no messages.", "只列結果，不列訊息。"),
    ("No colours, as with the environment variable NO_COLOR.", "不用顏色，與環境變數 NO_COLOR 相同。"),
    ("Form of the results.", "結果的格式。"), ("Form of the report.", "報告的格式。"), ("Form of the proposal.", "提議的格式。"),
    ("Form of the cells.", "儲存格的格式。"),
    ("text, json or markdown.", "text、json 或 markdown。"),
    ("Write the changed workbook here.", "改好的工作簿寫到這裡。"),
    ("Replace the workbook itself; its old bytes or the new ones, never a mixture.", "直接取代工作簿；只會是舊的或新的，不會是一半一半。"),
    ("Keep the file that is replaced, as NAME.~1~, NAME.~2~ and so on.", "保留被取代的檔案，名為 NAME.~1~、NAME.~2~ 等。"),
    (
      "Wait so long for an editor to close the file, or for another run to be done with it.", "檔案正開著，或另一次執行還在用時，最多等這麼久。"
    ),
    (
      "Replace a file that has other names (hard links) too; those keep the old contents.", "檔案另有名稱（硬連結）時也取代；其他名稱留著舊內容。"
    ),
    ("Say what would be done and write nothing.", "只說會做什麼，不寫入。"),
    ("Show each cell that would change and write nothing.", "列出每個會變的儲存格，不寫入。"),
    ("Do not ask before a repair that changes more cells than check says.", "修復的儲存格比 check 說的多時，不再詢問。"),
    ("End with 1 for findings of this severity or worse.", "有這個程度或更嚴重的發現時，以 1 結束。"),
    (
      "End with 1 for findings of this severity or worse; new: for errors that are new or here again.",
      "有這個程度或更嚴重的發現時，以 1 結束；new：有新增或重現的錯誤時。"
    ),
    ("As a page that stands alone.", "輸出為獨立的網頁。"), ("As Markdown.", "輸出為 Markdown。"), ("As JSON.", "輸出為 JSON。"),
    (
      "Deals that are won or lost together: two or more ids, or a column whose value they share; may be repeated.",
      "一起成交或一起失掉的商機：兩個以上的編號，或值相同就算一起的欄；可重複。"
    ),
  ]

  /// Options of one or two commands.
  static let commandOptions: [(String, String)] = [
    ("Write the playbook here.", "規則手冊寫到這裡。"),
    ("Take the proposal without asking, and write the playbook.", "不問就採用提議，並寫出規則手冊。"),
    ("Workbooks to check.", "要檢查的工作簿。"),
    ("An earlier state of the workbook, for the rules about what changed since then.", "工作簿較早的版本，供檢查改動的規則比較。"),
    (
      "Put findings together. Default: by rule on a terminal, one finding a line elsewhere.",
      "發現如何歸在一起。預設：終端機上依規則，其他情形一行一項。"
    ),
    ("Only these rules, by id or by how it begins; several with commas between them.", "只看這些規則，寫編號或編號的開頭；幾個之間用逗號。"),
    ("All rules but these.", "不看這些規則。"), ("Only the rows of one person.", "只看一個人的各列。"),
    (
      "Only what is not in BASELINE, the output of an earlier check with --format json.",
      "只看 BASELINE 裡沒有的；BASELINE 是先前 check --format json 的輸出。"
    ),
    ("Only count the findings of each rule.", "只數各規則的發現。"),
    (
      "List so many findings of each rule. Default: none where they are put together, else 1000.",
      "每條規則最多列出幾項。預設：歸在一起時不列，否則 1000。"
    ),
    ("The workbook to fill.", "要計算的工作簿。"), ("Write plain values instead of formulas.", "寫入值，不寫公式。"),
    (
      "How formulas that are alike down a column are stored. shared makes the file half as large, but some programs (excelize and older POI among them) lose or change formulas when they overwrite the first cell.",
      "整欄相同的公式如何存放。shared 可讓檔案小一半，但有些程式（如 excelize 和較舊的 POI）覆寫第一格時會弄丟或改掉公式。"
    ),
    ("Which computed columns to write.", "寫入哪些計算欄。"), ("Mend what was typed, and list each change.", "修復填寫的內容，並列出每一處。"),
    (
      "Add a dashboard sheet with charts, if there is none. One that is there is renewed in any case.",
      "沒有總覽表時加上一張，附圖表。已有的一律更新。"
    ),
    ("Take out again what fills have added, and leave what people typed.", "拿掉先前計算時加上的，留下人填的。"),
    ("The team's workbook.", "團隊的工作簿。"), ("The export: .xlsx, .csv or .tsv.", "匯出檔：.xlsx、.csv 或 .tsv。"),
    ("The workbook to write. It must not be there yet.", "要寫出的工作簿；不能是已有的檔案。"),
    ("Language of the workbook: zh-Hant, zh-Hans or en.", "工作簿的語言：zh-Hant、zh-Hans 或 en。"),
    (
      "How much of the method: small (leads, deals, payments, renewals, a page each), core or full. Default: the playbook's, else full.",
      "用到方法的多大範圍：small（線索、商機、回款、續單各一張）、core 或 full。預設依規則手冊，其次 full。"
    ),
    ("Currency of the money, such as USD. Default: the unit of the playbook.", "金額的幣別，例如 USD。預設依規則手冊的單位。"),
    ("With rows of a small team to look at.", "附一個小團隊的範例資料。"), ("Only this sheet.", "只看這張工作表。"),
    ("Read every value, print only how many there are of each type.", "讀每個值，只列出各類型有幾個。"),
    ("Cells and what they should hold.", "儲存格和要填的內容。"), ("Only this report; may be repeated.", "只看這份報告；可重複。"),
    ("The id of the account, or its whole name.", "客戶的編號或全名。"),
    ("A change, such as deals.D-006.stage=談判簽約; may be repeated.", "一項改動，例如 deals.D-006.stage=談判簽約；可重複。"),
    (
      "A row that comes, such as 'deals: deal_id=D900, amount=500000'; may be repeated.",
      "新增的一列，例如 'deals: deal_id=D900, amount=500000'；可重複。"
    ),
    ("A row that goes, or rows by condition; may be repeated.", "拿掉的一列，或合乎條件的各列；可重複。"),
    ("A file of scenarios; may be repeated.", "情境的檔案；可重複。"),
    (
      "Deal out the next team target by several rules, side by side, now and in each scenario.",
      "以幾種規則分配下一期的團隊目標，並列現況和各情境。"
    ),
    (
      "Add the rates of stages as they came true in closed deals, and a scenario with them.",
      "列出已結案商機實際的各階段轉換率，並加上以它推演的情境。"
    ),
    (
      "Read from the history that nightly keeps how often deals in each stage were won, and add a scenario with the rates of stages that at least 20 closed deals went through.",
      "從 nightly 的歷史讀出各階段的商機有多少成交，並以至少 20 筆結案商機經過的階段的轉換率加上一個情境。"
    ),
    ("Name each computed column that changes, and what it reads.", "列出每個會變的計算欄，以及它引用什麼。"),
    (
      "Write the scenarios side by side into a sheet of the workbook, with a chart; needs -o or --in-place.",
      "把各情境並排寫進工作簿的一張表，附圖表；要用 -o 或 --in-place。"
    ),
    ("Only this owner’s targets.", "只看這位負責人的目標。"),
    (
      "The company’s target instead of those of owners; nobody who carries enough is asked for more.",
      "看公司的目標，不看各負責人的；已經夠的人不再加。"
    ),
    ("The confidence that is wanted: 0.8 or 80%.", "要有多大把握：0.8 或 80%。"),
    ("How many sets to tell for each target.", "每個目標列出幾組做法。"),
    ("After so many sets a search stops, and says so.", "試過這麼多組就停，並會說明。"),
    ("The earlier workbook.", "較早的工作簿。"), ("The later workbook.", "較晚的工作簿。"),
    ("Compare computed columns and the values of formulas too.", "也比較計算欄和公式的值。"),
    ("Compare notes, number formats and names of sheets too.", "也比較附註、數字格式和工作表名稱。"),
    ("Call the workbooks so, first the earlier one, then the later one.", "兩份工作簿的稱呼，先寫較早的，再寫較晚的。"),
    ("End with 0 when there are differences too.", "有差異時也以 0 結束。"),
    (
      "BASE, OURS and one or more THEIRS; with --resolve the merged workbook alone.",
      "BASE、OURS 和一份以上的 THEIRS；用 --resolve 時只寫合併好的那一份。"
    ),
    ("Take the choices made on the sheet of conflicts.", "採用衝突表上的選擇。"),
    ("Write the conflicts on a sheet of the result, with links and a column to choose in.", "把衝突寫在結果的一張表上，附連結和可選的一欄。"),
    ("Who wins where copies disagree.", "各份不一致時以誰為準。"),
    ("Merge though the base does not look like one.", "看起來不是共同的舊版也合併。"),
    ("Call the files so, in their order.", "各檔案的稱呼，依次序。"), ("What rows are handed out by.", "依什麼發放各列。"),
    ("The folder for the copies.", "放副本的資料夾。"),
    ("Only for this person; may be repeated.", "只給這個人；可重複。"),
    ("Empty what rows of others say about people.", "清空別人那些列裡關於人的內容。"),
    ("The workbook that was handed out, as it is now.", "當初發放的工作簿，現在的樣子。"), ("Copies that came back.", "收回的副本。"),
    ("The state that was handed out; may be repeated.", "當初發放時的版本；可重複。"),
    ("A rule, a column, a setting, a sheet or a list.", "規則、欄、設定、工作表或清單。"),
    (
      "Language of the explanation: zh-Hant, zh-Hans or en. Default: the locale's.",
      "說明的語言：zh-Hant、zh-Hans 或 en。預設用系統語系的。"
    ),
    ("The files of one playbook; without any the built-in.", "一份規則手冊的各個檔案；不寫就是內建的。"),
    (
      "yaml, the playbook itself; or markdown, a page for each sheet with its columns, formulas and rules.",
      "yaml 是規則手冊本身；markdown 是每張工作表一頁，列出欄、公式和規則。"
    ),
    ("Language of the pages: zh-Hant, zh-Hans or en.", "文件的語言：zh-Hant、zh-Hans 或 en。"),
    ("The files of one playbook.", "一份規則手冊的各個檔案。"),
    ("A team's own workbook, .xlsx, .csv or .tsv, to begin from.", "以團隊自己的工作簿為起點，.xlsx、.csv 或 .tsv。"),
    ("Language of the comments: zh-Hant, zh-Hans or en.", "註解的語言：zh-Hant、zh-Hans 或 en。"),
  ]
}
