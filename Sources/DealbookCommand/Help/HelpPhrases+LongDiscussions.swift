// SPDX-License-Identifier: Apache-2.0

extension HelpPhrases {
  /// Paragraphs about reports, scenarios, copies and nights.
  static let longDiscussions: [(String, String)] = [
    (
      "The figures are those of the workbook's dashboard, whether it has one or not; nothing is written into it. --sheet takes the numbers R1 (funnel), R3 (coverage), R4 (forecast), R5 (customer matrix), R6 (battle map), R7 (ageing), R8 (collection), R9 (renewals), R10 (leads), R13 (win checklist), R14 (seven steps), R15 (deals to act on), and these, which are shown only when they are asked for: R2 (margin per stage), R11 (stakeholders), R12 (fairness of targets), R16 (accounts), R17 (what to do, by owner), R18 (rates as they came true).",
      "數字就是工作簿總覽表上的，不論有沒有總覽表；不寫入工作簿。--sheet 可用：R1（漏斗）、R3（覆蓋率）、R4（預測）、R5（客戶矩陣）、R6（作戰地圖）、R7（帳齡）、R8（收款）、R9（續單）、R10（線索）、R13（贏單清單）、R14（七步）、R15（要處理的商機），以及指明才列出的 R2（各階段裕量）、R11（決策人）、R12（目標是否公平）、R16（客戶）、R17（各負責人要做的事）、R18（實際轉換率）。"
    ),
    (
      "A change names a sheet, a row and a column: deals.D-006.amount=120000. Sheets and columns go by their keys, their titles in any language, or as the team wrote them. In brackets stand conditions instead of a row, commas between them: deals[stage=Bid submission, amount>=500000].amount*=0.9; a column of the account is one too: deals[industry=電力]. Dates move by days, weeks, months or years (=+14d, =-2w, =+1m), numbers by +=, -= and *=. Settings are settings.NAME, rates of stages stages.LABEL.conv.",
      "一項改動寫明工作表、列和欄：deals.D-006.amount=120000。工作表和欄可寫代號、任何語言的標題，或團隊自己的寫法。方括號裡是代替列的條件，之間用逗號：deals[stage=Bid submission, amount>=500000].amount*=0.9；客戶的欄也可以：deals[industry=電力]。日期可移動天、週、月、年（=+14d、=-2w、=+1m），數字用 +=、-=、*=。設定寫 settings.NAME，階段的轉換率寫 stages.LABEL.conv。"
    ),
    ("All figures are those that set and fill would give.", "所有數字都和真的 set 再 fill 的結果相同。"),
    (
      "A move advances a deal by one stage, no further than its evidence supports, or brings a deal back that was pushed out of the period. Fewest moves come first, then the largest chance, then the ids of rows. Where no set will do, it tells how many new deals at which stage would. Each move is written as dealbook whatif --change takes it.",
      "一個動作是把商機推進一個階段（不超過證據所支持的），或把延到期外的商機拉回來。動作少的在前，其次機率大的，再依編號。怎麼做都不夠時，會說明要在哪個階段新增幾個商機。每個動作都寫成 dealbook whatif --change 可用的樣子。"
    ),
    (
      "Rows are known by their ids, so that sorting, filtering and inserting is no change, nor is another order of columns. Rows without an id are known by what they hold, and it is said how sure that is. Sheets outside the method are compared by their cells, with rows aligned. Computed columns are compared with --computed, notes and number formats with --all. An empty file or /dev/null stands for a workbook without sheets. Ends with 1 when there are differences.",
      "各列依編號辨認，所以排序、篩選、插入或調換欄的次序都不算改動。沒有編號的列依內容辨認，並說明有多確定。方法以外的工作表逐格比較，列會先對齊。--computed 也比較計算欄，--all 也比較附註和數字格式。空檔案或 /dev/null 代表沒有工作表的工作簿。有差異時以 1 結束。"
    ),
    ("git shows such differences once Scripts/git has set it up.", "執行過 Scripts/git 之後，git 就會顯示這樣的差異。"),
    (
      "BASE is what all copies were made from, OURS the copy that the result is made of, THEIRS any number of others. Rows are known by their ids; new rows of all copies are kept, computed columns are computed anew. Where copies disagree the result holds what BASE says, the conflict is printed with who says what, and the command ends with 1. --sheet writes the conflicts on a sheet of the result, with a column to choose in; --resolve takes the choices. --prefer decides without asking. Without -o or --in-place, which replaces OURS, nothing is written.",
      "BASE 是各份共同的舊版，OURS 是結果所依的那一份，THEIRS 是其他任意幾份。各列依編號辨認；各份新增的列都保留，計算欄重新計算。各份不一致時結果維持 BASE 的內容，列出誰改成什麼，並以 1 結束。--sheet 把衝突寫在結果的一張表上，附可選的一欄；--resolve 採用所選。--prefer 不問直接決定。不寫 -o 或 --in-place（取代 OURS）就什麼也不寫。"
    ),
    (
      "A copy that cannot have been made from BASE is refused with 3, and it is said by which rows this is known. Scripts/git makes this command git's merge driver for workbooks. Parts of a night are joined by dealbook nightly join.",
      "不可能由 BASE 而來的副本會以 3 拒絕，並說明由哪些列看出。Scripts/git 可把這個命令設為 git 合併工作簿的方式。夜間檢查的各部分用 dealbook nightly join 合併。"
    ),
    (
      "A copy holds the rows of one person, the rows that they refer to, products and other lists that belong to nobody, settings and option lists, and a mark of where it comes from. Sheets outside the method stay at home. --redact empties texts about people in rows of others: on the sheets that the playbook watches for personal data, and whatever looks like the number of an identity card, a bank card or a mobile phone.",
      "一份副本有一個人的各列、這些列引用的列、產品等不屬於任何人的資料、設定和選項清單，以及來源的標記。方法以外的工作表不發放。--redact 清空別人那些列裡關於人的文字：規則手冊要防個資的工作表，以及看起來像身分證、銀行卡或手機號碼的內容。"
    ),
    (
      "The state that was handed out is kept beside the copies as NAME.handed-out-….xlsx; dealbook gather takes the copies back by it.",
      "發放時的版本保留在副本旁邊，名為 NAME.handed-out-….xlsx；dealbook gather 靠它收回副本。"
    ),
    (
      "Copies are known by the mark that they bear, whatever they are called: they may come late, twice and in any order. What a person was not given cannot be deleted by its absence. The state that was handed out is FILE itself, or is looked for beside the copies and beside FILE (NAME.handed-out-….xlsx), or named with --base. Conflicts are told as by dealbook merge, with 1.",
      "副本靠其中的標記辨認，不管叫什麼名字；遲到、重複、次序顛倒都可以。沒有分給某人的內容，不會因為他那份沒有就被刪除。發放時的版本就是 FILE 本身，或在副本旁邊、FILE 旁邊尋找（NAME.handed-out-….xlsx），或以 --base 指定。衝突的列法與 dealbook merge 相同，以 1 結束。"
    ),
    (
      "A column goes by sheet and key (de.amount), by sheet and header (商機.金額), or by its header alone.",
      "欄可寫工作表加代號（de.amount）、工作表加欄名（商機.金額），或只寫欄名。"
    ),
    (
      "Each workbook is checked in a process of its own; one that cannot be read is a result, never the end. The history remembers what was found, so that the next run can tell new from known; workbooks that did not change are answered from it. Findings that the team accepts stand in dealbook-waivers.yaml beside the history, each with rule, reason and expiry, and row, column, sheet or file where it should be narrower. A dealbook.yaml beside the history is the playbook. Neither is taken from among the workbooks without --trust-found; every output says what was in force. The same night once more gives the same bytes. Machines that share a night each write a part (--shard, --part); ‘nightly join’ puts the parts together. 3 in place of 1: something could not be checked. 4: another run is at work.",
      "每份工作簿在各自的程序裡檢查；讀不了的也是一種結果，不會中斷。歷史記住發現過什麼，下次就分得出新舊；沒有變動的工作簿直接取用其中的結果。團隊接受的發現寫在歷史檔旁邊的 dealbook-waivers.yaml，每條有規則、理由和期限，要縮小範圍就加上列、欄、工作表或檔案。歷史檔旁邊的 dealbook.yaml 就是規則手冊。不加 --trust-found，不採用工作簿之間的這兩種檔案；每份輸出都說明採用了什麼。同一夜再做一次，內容完全相同。幾台機器分工時各寫一部分（--shard、--part），再用 nightly join 合併。3 代替 1：有的沒能檢查。4：另一次執行正在進行。"
    ),
    (
      "A workbook of which no part has a result is an error, and nothing is concluded: a part was not done. It is done again by itself, and goes on where it was killed.",
      "有工作簿在任何一部分都沒有結果時算錯誤，不下結論：有一部分沒做完。把那一部分單獨再做一次，會從中斷處繼續。"
    ),
  ]
}
