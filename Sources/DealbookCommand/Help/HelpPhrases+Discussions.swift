// SPDX-License-Identifier: Apache-2.0

extension HelpPhrases {
  /// Paragraphs about commands; examples are the same in every language.
  static let discussions: [(String, String)] = [
    (
      "Exit codes: 0 done; 1 findings at or above --fail-on; 2 wrong usage, or mistakes in a playbook; 3 something could not be read; 4 the file is locked or has changed, try again; 5 could not write, the original is intact; 6 written, but the system did not confirm that it is on disk; 70 an error in this program.",
      "結束碼：0 完成；1 有達到 --fail-on 的發現；2 用法錯誤，或規則手冊有錯；3 有檔案或內容讀不出來；4 檔案被鎖定，或這段時間有變動，請再試一次；5 無法寫入，原檔完好；6 已寫入，但系統沒有確認寫進磁碟；70 程式本身的錯誤。"
    ),
    (
      "The workbook itself is not changed. On a terminal it asks about anything doubtful: type a number and press Enter. --yes accepts the proposal as it is; without a terminal and without --yes the proposal is only printed. The playbook is written beside the workbook as dealbook.yaml, where every command finds it, or to the path given with -o. Decisions of an earlier adopt are kept.",
      "工作簿本身不會改動。在終端機上，不確定的地方會詢問，輸入數字後按 Enter 即可；--yes 直接採用提議；不在終端機上又沒有 --yes 時，只列出提議。規則手冊寫在工作簿旁邊，名為 dealbook.yaml，各命令都找得到；也可用 -o 指定位置。先前執行 adopt 時的決定維持不變。"
    ),
    ("If nothing is recognised, no playbook is written and the exit code is 3.", "什麼都認不出來時，不寫規則手冊，結束碼為 3。"),
    (
      "On a terminal, findings are grouped by what to do about them: first those that one repair fixes, then errors, warnings and notes, each with its cells and what to do. Otherwise, and with --group-by none, there is one finding a line: file, sheet, cell, severity, rule, row and column, what was found and what was expected. To see what a rule means: dealbook explain RULE. --against compares with an earlier version of the workbook: a stage that moved back, an amount that changed by more than a fifth, a target that changed without a reason. --only-new compares with the output of an earlier run with --format json. --format json writes one object per file to standard output. Several files are checked at the same time, each in its own process, so that none of them can stop the run.",
      "在終端機上，檢查發現依處理方式分組：先是一次修復就能解決的，接著是錯誤、警告和提示，各附儲存格和做法。其他情形，或用 --group-by none 時，一行一項，列出檔案、工作表、儲存格、嚴重程度、規則、列和欄，以及實際內容與應有內容。規則的意義：dealbook explain RULE。--against 與工作簿較早的版本比較：階段倒退、金額變動超過兩成、目標無故改變。--only-new 與先前 --format json 的輸出比較。--format json 把結果寫到標準輸出，每個檔案一個物件。多個檔案會同時檢查，各用一個程序，任何一個出問題都不會中斷整次執行。"
    ),
    (
      "With -o the file may also be an export, .csv or .tsv; the result is a workbook.",
      "用 -o 時，檔案也可以是匯出的 .csv 或 .tsv；寫出的是工作簿。"
    ),
    (
      "Computed cells get live formulas together with their values. Cells that somebody has typed over are left alone and reported. If everything is there and correct, nothing is written. The exit code says only whether the fill was done; findings count only with --fail-on.",
      "計算欄會寫入公式和值；有人改寫過的儲存格不動，但會列出來。如果已經齊全無誤，就什麼也不寫。結束碼只表示計算是否完成；加上 --fail-on 才計入檢查發現。"
    ),
    (
      "What people typed is never changed without --repair. --repair safe rewrites only what keeps its value and can be read in one way: numbers and dates stored as text (１２３，４５６, 120萬, 2025年6月30日, 民國114年6月30日), stray spaces, ticks (√ 是 Y) and labels in another spelling or language, and whole columns in 萬元. --repair all also makes the changes that a rule proposes, although they alter what somebody typed: 60 becomes 60% in a percent column, the time of day is removed from a date, money is rounded to two decimals, a computed cell that was typed over gets its formula back (the old value is kept in a note), and a missing cent in the payments of a contract is added to the last one. Every change is listed. The team's own formulas, ambiguous texts (約200萬, 6/30, 3/4/2026) and unknown IDs or labels are left as they are.",
      "不加 --repair，絕不改動人填寫的內容。--repair safe 只改寫法，不改值，而且只改只有一種讀法的：存成文字的數字和日期（１２３，４５６、120萬、2025年6月30日、民國114年6月30日）、多餘的空白、寫法或語言不同的勾選（√ 是 Y）和標籤，以及整欄以萬元計的金額。--repair all 還會照規則的提議改動填寫的值：百分比欄的 60 改成 60%，日期去掉時刻，金額四捨五入到分，被改寫的計算格恢復公式（原內容留在附註裡），合約各期回款因四捨五入少掉的一分錢補到最後一筆。每處改動都會列出。團隊自己的公式、讀法不明的文字（約200萬、6/30、3/4/2026）、不認得的編號或標籤都不動。"
    ),
    (
      "--remove undoes earlier fills: it removes the columns, sheets, settings, lists and names that they added, following the record kept in the workbook, and leaves whatever people have typed since, with its header or sheet. Repairs are not undone. If one of the team's own formulas refers to something that would be removed, nothing is removed and the formula is listed.",
      "--remove 用來復原：依工作簿裡的紀錄，移除先前 fill 加上的欄、工作表、設定、清單和名稱，保留之後有人填寫的內容，以及它的欄名或工作表。修復過的內容不會改回。如果團隊自己的公式引用了要移除的內容，就什麼也不移除，並列出這些公式。"
    ),
    (
      "The export is a workbook, CSV or TSV file with the same columns, in any order. Rows with a new ID are added at the end, on the tab of their owner if the team has one for each; inputs that differ are changed to those of the export. Rows missing from the export are listed and kept; a blank cell in the export means nothing. The team's own formulas, and values that can be read in more than one way, such as amounts that may be in another unit, are left as they are and listed. Both files are read by the playbook of the team's workbook; an export with other headers is read by their usual names.",
      "匯出檔可以是工作簿、CSV 或 TSV，欄要相同，次序不拘。工作簿還沒有的編號，加在最後面；團隊若每人一個分頁，就加在所屬的分頁。輸入不同的，改成匯出檔的值。匯出檔裡已經沒有的列會列出來，但保留不動；匯出檔的空白儲存格不代表任何意思。團隊自己的公式，以及不只一種讀法的值（例如可能換了單位的金額），都不改動，只列出來。兩個檔案都依團隊工作簿的規則手冊來讀；匯出檔的欄名若不同，就按常見的欄名來認。"
    ),
    (
      "Exit code 1: something of the export was left out, other than for a formula or a column that the team does not have. The rest is written.",
      "結束碼 1：匯出檔有內容沒有帶入，而且不是因為公式，也不是團隊沒有的欄；其餘照樣寫入。"
    ),
    (
      "An existing file is never overwritten. The same playbook, options and --as-of always give the same bytes.",
      "已有的檔案不會被覆蓋。規則手冊、選項和 --as-of 都相同時，寫出的內容完全相同。"
    ),
    (
      "Cells come by sheet, row and column; empty ones are left out. The type is number, text, boolean, error or date (a number whose format shows a date; the stored number is given as serial).",
      "依工作表、列、欄的次序列出，略過空的儲存格。類型是 number、text、boolean、error 或 date（格式顯示為日期的數字；原本存的數字列在 serial）。"
    ),
    (
      "A value is a number, TRUE, FALSE, a date (2026-03-31), a formula (=A1*2), an error (#N/A) or nothing (clears the cell); anything else is text. Anything in double quotes is text: 'Sheet1!A1=\"007\"'. A number of more than 15 digits is stored as text, unless it has decimals and a cell holds every digit (0.30000000000000004). Write formulas as in Excel (=XLOOKUP(…)); a formula that Excel would reject is refused, and the message says where the mistake is. One that gives several values (=FILTER(…)) fills the empty cells beside and below it.",
      "值可以是數字、TRUE、FALSE、日期（2026-03-31）、公式（=A1*2）、錯誤值（#N/A）、空的（清除儲存格），其他都當文字。放在雙引號裡的一律當文字：'Sheet1!A1=\"007\"'。超過 15 位的數字會存成文字；帶小數且儲存格存得下每一位的（0.30000000000000004）除外。公式照 Excel 的寫法（=XLOOKUP(…)）；Excel 不接受的公式會被拒絕，並指出錯在哪裡。結果不只一個值的公式（=FILTER(…)）會填入右邊和下面的空白儲存格。"
    ),
    (
      "Formulas that depend on these cells are recalculated. If one cannot be calculated here, Excel is told to do so when it opens the workbook.",
      "引用這些儲存格的公式會重新計算。這裡無法計算的，會要求 Excel 在開啟時計算。"
    ),
    (
      "A formula that cannot be calculated here (an unknown function, a link to another workbook, a data table, TODAY without --as-of) keeps its stored value, and so do the formulas that depend on it; all are listed. Values that are already correct are not written.",
      "這裡無法計算的公式（不認得的函數、連到別的工作簿、運算列表、沒有 --as-of 的 TODAY）保留原本存的值，引用它的公式也一樣；這些都會列出來。本來就正確的值不會重寫。"
    ),
    (
      "Without further options the runs are listed. --format json writes everything that the history has on the question as one object.",
      "不加其他選項時，列出各次執行。--format json 把歷史中所有相關的內容寫成一個物件。"
    ),
    (
      "The exit code is 2 if the playbook has mistakes and 0 if not; warnings are printed in both cases.",
      "規則手冊有錯時結束碼為 2，沒有錯時為 0；兩種情形都會列出警告。"
    ),
    (
      "With --from it is the playbook that dealbook adopt proposes for that workbook.",
      "加上 --from，內容就是 dealbook adopt 為那份工作簿提出的規則手冊。"
    ),
    (
      "Each name with a number can be set with --limit NAME=VALUE. A file that exceeds a limit ends with exit code 3. The last lines say how this system confines the processes that work on files.",
      "附有數字的名稱都可以用 --limit NAME=VALUE 設定。檔案超過上限時，結束碼為 3。最後幾行說明這個系統如何限制處理檔案的程序。"
    ),
  ]
}
