// SPDX-License-Identifier: Apache-2.0

extension HelpPhrases {
  /// Paragraphs about commands; examples are the same in every language.
  static let discussions: [(String, String)] = [
    (
      "Exit codes: 0 done; 1 findings at or above --fail-on; 2 wrong usage or a playbook with mistakes; 3 something could not be read; 4 locked or changed meanwhile, try again; 5 could not write, the original is whole; 6 written, but not confirmed to be on disk; 70 a fault of our own.",
      "結束碼：0 完成；1 有達到 --fail-on 的發現；2 用法錯誤，或規則手冊有錯；3 有東西讀不了；4 檔案被鎖定或期間變動，請再試；5 無法寫入，原檔完好；6 已寫入，但系統沒有確認寫進磁碟；70 程式本身的錯。"
    ),
    (
      "Nothing in the workbook changes. On a terminal it asks about what is doubtful, by number and Enter; --yes takes the proposal as it is; without a terminal and without --yes it only prints the proposal. The playbook goes beside the workbook as dealbook.yaml, where every command finds it, or where -o says. What an earlier adopt decided stays.",
      "工作簿一概不動。在終端機上會就拿不準的地方詢問，輸入數字後按 Enter；--yes 直接採用提議；不在終端機上又沒有 --yes 時只列出提議。規則手冊寫在工作簿旁邊，名為 dealbook.yaml，各命令都會找到；也可用 -o 指定。先前 adopt 決定過的維持不變。"
    ),
    ("Ends with 3, and writes no playbook, when nothing is recognised.", "什麼都認不出時以 3 結束，不寫規則手冊。"),
    (
      "On a terminal findings are put together by what is to be done about them: what one repair settles, then errors, warnings and notes, each with its cells and its remedy. Elsewhere, and with --group-by none, each line names file, sheet, cell, severity, rule, row and column, what was found and what was expected. What a rule means: dealbook explain RULE. --against compares with an earlier state of the workbook: a stage that moved back, an amount that changed by a fifth, a target that changed without a reason. --only-new compares with the output of an earlier run with --format json. With --format json one object per file goes to standard output. Many files are checked side by side, each in a process of its own, so that none can end the run.",
      "在終端機上，發現依該怎麼做歸在一起：先是一次修復就能解決的，再是錯誤、警告和提示，各附儲存格和做法。其他情形，或用 --group-by none 時，一行一項，列出檔案、工作表、儲存格、輕重、規則、列和欄，以及找到什麼、應該是什麼。規則的意義：dealbook explain RULE。--against 與工作簿較早的版本比較：階段倒退、金額變動超過兩成、目標無故改變。--only-new 與先前 --format json 的輸出比較。--format json 把每個檔案一個物件寫到標準輸出。多個檔案同時檢查，各在自己的程序裡，任何一個都不會讓整次執行中斷。"
    ),
    (
      "With -o the file may be an export, .csv or .tsv: what is written is a workbook.",
      "用 -o 時，檔案也可以是匯出的 .csv 或 .tsv；寫出的是工作簿。"
    ),
    (
      "Computed cells get live formulas with their values; cells that somebody typed over stay and are findings. When everything is there and right, nothing is written. The exit code tells whether the fill was done; findings count only with --fail-on.",
      "計算欄寫入公式和值；有人覆蓋過的儲存格不動，列為發現。都齊全無誤時什麼也不寫。結束碼只說計算是否完成；加上 --fail-on 才計入發現。"
    ),
    (
      "What is typed is never changed without --repair. --repair safe rewrites what keeps its value and can be read in one way only: numbers and dates that are stored as text (１２３，４５６, 120萬, 2025年6月30日, 民國114年6月30日), stray spaces, ticks (√ 是 Y) and labels in another spelling or language, and whole columns in 萬元. --repair all also carries out what a rule proposes though it changes what somebody typed: 60 becomes 60% in a percent column, a time of day goes from a date, money is rounded to the cent, a computed cell that was typed over gets its formula back (a note keeps what stood there), and the cent that the payments of a contract lack goes into the last one. Every change is listed. Formulas of the team's, ambiguous texts (約200萬, 6/30, 3/4/2026) and unknown ids or labels stay as they are.",
      "不加 --repair，絕不改動填寫的內容。--repair safe 只改值不變、又只有一種讀法的：存成文字的數字和日期（１２３，４５６、120萬、2025年6月30日、民國114年6月30日）、多餘的空白、寫法或語言不同的勾選（√ 是 Y）和標籤，以及整欄以萬元計的金額。--repair all 另外照規則的提議改動填寫的值：百分比欄的 60 改成 60%，日期去掉時刻，金額四捨五入到分，被覆蓋的計算格恢復公式（原內容留在附註），合約回款差的一分補到最後一筆。每處改動都會列出。團隊自己的公式、讀法不明的文字（約200萬、6/30、3/4/2026）、不認得的編號或標籤都不動。"
    ),
    (
      "--remove is the way back: it takes the columns, sheets, settings, lists and names out again that fills have added, by the record that they keep in the workbook, and leaves what people typed since, with its header or its sheet. Repairs stay. Where a formula of the team's own reads what would go, nothing is removed and the formula is named.",
      "--remove 是退路：依工作簿裡的紀錄，拿掉先前計算時加上的欄、工作表、設定、清單和名稱，留下之後人填的內容和它的欄名或工作表。修復過的不會改回。團隊自己的公式引用到要拿掉的內容時，什麼也不拿掉，並列出該公式。"
    ),
    (
      "The export is a workbook, CSV or TSV with the same columns, in any order. Rows with an id that the workbook does not have yet are added below the others; inputs that differ are set. What the export has no longer is told, and stays; a blank cell of the export says nothing. Formulas of the team's, and what can't be read in one way only, stay as they are and are told. Both are read by the playbook of the team's workbook.",
      "匯出檔是欄位相同、次序不拘的工作簿、CSV 或 TSV。工作簿還沒有的編號加在最後；不同的輸入改成匯出檔的。匯出檔不再有的會列出並保留；匯出檔的空格不代表任何意思。團隊自己的公式，以及讀法不只一種的，都不動並列出。兩者都依團隊工作簿的規則手冊來讀。"
    ),
    (
      "A file that is there already is left alone. The same playbook, options and --as-of give the same bytes.",
      "已有的檔案不動。規則手冊、選項和 --as-of 相同，寫出的內容就完全相同。"
    ),
    (
      "In the order of sheets, rows and columns; cells that hold nothing are left out. The type is number, text, boolean, error or date: a number whose format shows a date, with the stored number as serial.",
      "依工作表、列、欄的次序；空的儲存格不列。類型是 number、text、boolean、error 或 date（格式顯示為日期的數字，另附存的數字 serial）。"
    ),
    (
      "A value is a number, TRUE, FALSE, a date (2026-03-31), a formula (=A1*2), an error (#N/A), nothing (clears the cell), or else text. Double quotes make a text of anything: 'Sheet1!A1=\"007\"'. A number of more than 15 digits, which no cell keeps, becomes text. A formula is written as Excel types it (=XLOOKUP(…)); one that Excel would not take is refused with the place of the mistake. One that gives several values (=FILTER(…)) fills the empty cells beside and below it.",
      "值可以是數字、TRUE、FALSE、日期（2026-03-31）、公式（=A1*2）、錯誤值（#N/A）、空的（清除儲存格），其他都當文字。放在雙引號裡的一律當文字：'Sheet1!A1=\"007\"'。超過 15 位的數字，儲存格存不下，會存成文字。公式照 Excel 的寫法（=XLOOKUP(…)）；Excel 不收的會拒絕，並指出錯在哪裡。結果不只一個值的（=FILTER(…)），會填入右邊和下面的空格。"
    ),
    (
      "The formulas that depend on these cells are recalculated. Where one cannot be calculated here, the workbook asks Excel to do it on opening.",
      "引用這些儲存格的公式會重新計算。這裡算不了的，工作簿會請 Excel 在開啟時計算。"
    ),
    (
      "A formula that cannot be calculated here (an unknown function, a link to another workbook, a data table, TODAY without --as-of) keeps its stored value, and so does what depends on it; each is named. What is right already is not written.",
      "這裡算不了的公式（不認得的函數、連到別的工作簿、運算列表、沒有 --as-of 的 TODAY）保留存的值，引用它的也一樣；都會列出。本來就對的不寫。"
    ),
    (
      "Without a question the runs are listed. With --format json all that the history holds of the question is one object.",
      "不問什麼就列出各次執行。--format json 把歷史中與所問有關的全部寫成一個物件。"
    ),
    (
      "Ends with 2 when the playbook has mistakes, with 0 when it has none; warnings are printed either way.",
      "規則手冊有錯時以 2 結束，沒有錯時以 0 結束；警告都會列出。"
    ),
    ("With --from it is what dealbook adopt proposes for that workbook.", "加上 --from 就是 dealbook adopt 為那份工作簿提出的內容。"),
    (
      "Each name with a number is one for --limit NAME=VALUE. A file that exceeds one ends with exit code 3. The last lines say what this system holds workers to.",
      "每個附數字的名稱都可用於 --limit NAME=VALUE。超過上限的檔案以結束碼 3 結束。最後幾行說明這個系統如何約束處理檔案的程序。"
    ),
  ]
}
