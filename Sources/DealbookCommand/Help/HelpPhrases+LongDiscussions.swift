// SPDX-License-Identifier: Apache-2.0

extension HelpPhrases {
  /// Paragraphs about reports, scenarios, copies and nights.
  static let longDiscussions: [(String, String)] = [
    (
      "The figures are those of the workbook's dashboard, whether or not it has one; nothing is written. --sheet takes R1 (funnel), R3 (coverage), R4 (forecast), R5 (customer matrix), R6 (battle map), R7 (ageing), R8 (collection), R9 (renewals), R10 (leads), R13 (win checklist), R14 (seven steps) and R15 (deals to act on), and these, which are shown only on request: R2 (margin per stage), R11 (stakeholders), R12 (fairness of targets), R16 (accounts), R17 (what to do, by owner), R18 (calibration).",
      "數字與工作簿的總覽表相同，不論有沒有總覽表；不會寫入工作簿。--sheet 可用：R1（漏斗）、R3（覆蓋率）、R4（預測）、R5（客戶矩陣）、R6（作戰地圖）、R7（帳齡）、R8（回款）、R9（續單）、R10（線索）、R13（拿單檢查）、R14（七步完成度）、R15（先處理的商機），以及指定才會列出的 R2（裕量表）、R11（決策鏈）、R12（目標公平）、R16（客戶一覽）、R17（個人清單）、R18（校準）。"
    ),
    (
      "A change names a sheet, a row and a column: deals.D-006.amount=120000. Sheets and columns may be given by key, by title in any language, or as the team wrote them. Conditions in brackets take the place of a row, with commas between them: deals[stage=Bid submission, amount>=500000].amount*=0.9; columns of the account can be used too: deals[industry=電力]. Dates can be moved by days, weeks, months or years (=+14d, =-2w, =+1m), numbers changed with +=, -= and *=. Settings are written settings.NAME, the rates of stages stages.LABEL.conv.",
      "一項改動要寫明工作表、列和欄：deals.D-006.amount=120000。工作表和欄可以寫代號、任何一種語言的標題，或團隊自己的名稱。也可以用方括號裡的條件代替列，條件之間用逗號：deals[stage=Bid submission, amount>=500000].amount*=0.9；客戶的欄也可以：deals[industry=電力]。日期可移動天、週、月、年（=+14d、=-2w、=+1m），數字用 +=、-=、*=。設定寫 settings.NAME，階段的轉化率寫 stages.LABEL.conv。"
    ),
    (
      "All figures are the same as after set and fill. A deal that is won in a scenario without a closing date is won on the as-of date, and that is said.",
      "所有數字都與實際執行 set 再執行 fill 的結果相同。情境裡改成贏單而沒有簽約日的商機，簽約日取基準日，並會說明。"
    ),
    (
      "A move takes a deal one stage further, as far as its evidence supports, or brings a postponed deal back into the period. Sets with the fewest moves come first, then those with the best chance, then by ID. If no set is enough, it says how many new deals at which stage would be. Each move is written as a change that whatif can take.",
      "一步是把商機推進一個階段（證據要足以支持），或把延到本期之外的商機拉回來。步數少的排在前面，其次是機率高的，再依編號。怎麼做都不夠時，會說明要在哪個階段新增幾筆商機。每一步都寫成 dealbook whatif --change 可以直接使用的形式。"
    ),
    (
      "Rows are matched by their IDs, so sorting, filtering, inserting and reordering columns do not count as changes. Rows without an ID are matched by their contents, and the output says how certain that is. Other sheets are compared cell by cell, with their rows aligned. --computed also compares computed columns, --all also notes and number formats. An empty file or /dev/null stands for a workbook without sheets. The exit code is 1 if there are differences.",
      "各列依編號比對，所以排序、篩選、插入或調換欄的次序都不算改動。沒有編號的列依內容比對，並說明有多確定。方法以外的工作表逐格比較，比較前會先對齊各列。--computed 也比較計算欄，--all 也比較附註和數字格式。空檔案或 /dev/null 代表沒有工作表的工作簿。有差異時結束碼為 1。"
    ),
    ("After running Scripts/git, git shows such differences.", "執行過 Scripts/git 之後，git 就會顯示這樣的差異。"),
    (
      "BASE is the version that all copies were made from, OURS the copy that the result is based on, THEIRS any number of other copies. Rows are matched by their IDs; new rows of all copies are kept, and computed columns are recalculated. Where copies disagree, the result keeps the value of BASE, the conflict is printed with each copy's value, and the exit code is 1. --sheet lists the conflicts on a sheet of the result, with a column to choose in; --resolve applies the choices. --prefer decides without asking. Nothing is written without -o or --in-place (which replaces OURS).",
      "BASE 是各份副本共同的舊版，OURS 是合併結果所根據的那一份，THEIRS 是其他副本，份數不限。各列依編號比對；各份副本新增的列都保留，計算欄重新計算。各份副本不一致時，結果維持 BASE 的內容，列出各份改成什麼，結束碼為 1。--sheet 把衝突寫在結果的一張工作表上，其中有一欄供選擇；--resolve 套用所選的內容。--prefer 直接決定，不詢問。不寫 -o 或 --in-place（取代 OURS），就什麼也不寫入。"
    ),
    (
      "A copy that cannot have been made from BASE is refused with exit code 3, and the rows that show it are named. Scripts/git makes this command git's merge driver for workbooks. Parts of a nightly check are joined by dealbook nightly join.",
      "不可能來自 BASE 的副本會被拒絕，結束碼為 3，並說明是從哪些列看出來的。Scripts/git 可把這個命令設為 git 合併工作簿的方式。夜間檢查的各部分用 dealbook nightly join 合併。"
    ),
    (
      "A copy has the rows of one person, the rows that those refer to, data that belong to nobody in particular (such as products), the settings and option lists, and a mark that says where it came from. Sheets outside the method are not handed out. --redact clears personal details in other people's rows: on the sheets where the playbook looks for personal data, and anything that looks like an identity card, bank card or mobile phone number.",
      "每份副本有一個人的各列、這些列引用的列、不屬於任何人的資料（例如產品）、設定和選項清單，以及來源標記。方法以外的工作表不發放。--redact 會清空別人的列裡的個人資料：規則手冊列為要檢查個人資料的工作表，以及看起來像身分證、銀行卡或手機號碼的內容。"
    ),
    (
      "The version that was handed out is kept beside the copies as NAME.handed-out-….xlsx; dealbook gather needs it to take the copies back.",
      "發放時的版本保留在副本旁邊，名為 NAME.handed-out-….xlsx；dealbook gather 收回副本時要用到它。"
    ),
    (
      "Copies are recognised by their mark, whatever they are called; they may come late, twice and in any order. Rows that a person was not given are never deleted because they are missing from that copy. The version that was handed out is FILE itself, a file beside the copies or beside FILE (NAME.handed-out-….xlsx), or the one given with --base. If an earlier state of a copy has been gathered before, give that with --base too: then only what the person has changed since counts. Conflicts are listed as by dealbook merge, with exit code 1; until you choose, FILE's own value stays in the cell.",
      "副本靠其中的標記辨認，不管檔名是什麼；遲交、重複、次序不同都沒有關係。沒有發給某人的列，不會因為他那份副本裡沒有而被刪除。發放時的版本就是 FILE 本身，或在副本旁邊、FILE 旁邊尋找（NAME.handed-out-….xlsx），或以 --base 指定。同一份副本先前的狀態若已收回過，也用 --base 指定，就只看那人之後改了什麼。衝突的列出方式與 dealbook merge 相同，結束碼為 1；選定之前，儲存格保留 FILE 自己的值。"
    ),
    (
      "A column may be given by sheet and key (de.amount), by sheet and header (商機.金額), or by its header alone.",
      "欄可寫工作表加代號（de.amount）、工作表加欄名（商機.金額），或只寫欄名。"
    ),
    (
      "Each workbook is checked in its own process; one that cannot be read is reported and does not stop the run. The history remembers what was found, so that the next run can tell new findings from known ones; for workbooks that have not changed, results are taken from it. Findings that the team accepts are listed in dealbook-waivers.yaml beside the history, each with rule, reason and expiry, and, to narrow it down, row, column, sheet or file. A dealbook.yaml beside the history is the playbook. Such files among the workbooks are ignored without --trust-found; every output says which ones were used. Repeating the same night gives the same bytes. Several machines can share a night: each writes a part (--shard, --part), and ‘nightly join’ puts the parts together. Exit code 3 instead of 1: something could not be checked. 4: another run is in progress.",
      "每份工作簿各用一個程序檢查；讀不出來的也會列出，不會中斷執行。歷史檔記住發現過什麼，下次就分得出新舊；沒有變動的工作簿，直接取用其中的結果。團隊接受的檢查發現寫在歷史檔旁邊的 dealbook-waivers.yaml，每條要有規則、理由和期限；要縮小範圍，可加上列、欄、工作表或檔案。歷史檔旁邊的 dealbook.yaml 就是規則手冊。放在工作簿之間的這兩種檔案，不加 --trust-found 不會採用；每份輸出都說明採用了什麼。同一夜重做一次，內容完全相同。幾台機器可以分工，各寫一部分（--shard、--part），再用 nightly join 合併。結束碼是 3 而不是 1 時，表示有工作簿未能檢查；4 表示另一次執行正在進行。"
    ),
    (
      "A workbook without a result in any part is an error, and no conclusions are drawn: one part was not finished. Run that part again on its own; it continues where it was interrupted.",
      "有工作簿在各部分都沒有結果時，表示有一部分沒做完，算是錯誤，不會下結論。請單獨重做那一部分，它會從中斷的地方繼續。"
    ),
  ]
}
