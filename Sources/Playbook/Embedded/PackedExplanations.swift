// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file
// Written by Scripts/pack-playbook from BuiltIn/explanations.yaml; see PackedTree for the form.

let packedExplanations = #"""
{4
:explanations
{220
:WBK-001
{5
:means
{2
:zh-Hant
'五個環節環環相扣，少了一張表，靠它計算的欄就無從算起。
:en
'The five parts of the method depend on each other: without this sheet, nothing that refers to it can be computed.
}
:todo
{2
:zh-Hant
'分頁名稱打錯就改正。團隊不用這張表時，執行 dealbook adopt 記下團隊有哪些表；要用時，從 dealbook new 產生的檔案複製這張空表。
:en
'Correct the name on the tab if it is misspelt. If the team does not use this sheet, run dealbook adopt, which records the sheets it has; if you want the sheet, copy the empty one from a workbook made by dealbook new.
}
:wrong
{2
:zh-Hant
'完整範圍的檔案裡沒有「拜訪」這張表
:en
'a workbook of the full profile without a Visits sheet
}
:right
{2
:zh-Hant
'分頁名稱為「拜訪」「拜訪記錄」或「Visits」
:en
'a tab named Visits
}
:says
{1
:sheet
{2
:zh-Hant
'拜訪
:en
'Visits
}
}
}
:WBK-002
{5
:means
{2
:zh-Hant
'必填的欄是方法賴以計算的輸入：沒有表頭，就不知道哪一格是它。
:en
'A required column is an input to the calculations of the method: without its header, nobody can tell which cells hold it.
}
:todo
{2
:zh-Hant
'在表頭列加上這一欄。若已有同義的欄，dealbook adopt 可以對上，不必改名。
:en
'Add the column. If it exists under another name, dealbook adopt can match it; you need not rename anything.
}
:wrong
{2
:zh-Hant
'商機表沒有「預計簽約日」
:en
'a Deals sheet without Expected close
}
:right
{2
:zh-Hant
'表頭有「預計簽約日」
:en
'a header Expected close
}
:says
{3
:sheet
{2
:zh-Hant
'商機
:en
'Deals
}
:column
{2
:zh-Hant
'預計簽約日
:en
'Expected close
}
:instead
{2
:zh-Hant
'
:en
'
}
}
}
:WBK-003
{5
:means
{2
:zh-Hant
'同一個意思有兩欄時，只能採用一欄；另一欄寫得再對也沒人讀。
:en
'If two headers mean the same column, only the first one is read; the second one is ignored.
}
:todo
{2
:zh-Hant
'把要保留的值併到第一欄，再刪除或改名第二欄。
:en
'Move the values you want to keep into the first column, then rename or delete the second.
}
:wrong
{2
:zh-Hant
'一張表裡同時有「金額(元)」和「預計金額(元)」
:en
'both Amount and Deal amount on one sheet
}
:right
{2
:zh-Hant
'只有「金額(元)」
:en
'Amount alone
}
:says
{1
:column
{2
:zh-Hant
'預計金額(元)
:en
'Deal amount
}
}
}
:WBK-004
{5
:means
{2
:zh-Hant
'方法不認識這一欄，因此不讀也不改，只是告訴你一聲。
:en
'The method does not know this column: it is neither read nor changed, and you are told so once.
}
:todo
{2
:zh-Hant
'不必處理。若它其實是方法裡的欄，改用認得的欄名，或在 dealbook.yaml 為它加別名。
:en
'Nothing. If it is a column of the method under another name, rename it or give it an alias in dealbook.yaml.
}
:wrong
{2
:zh-Hant
'表頭「主管評語」
:en
'a header Manager remarks
}
:right
{2
:zh-Hant
'「備註」（方法裡有這一欄）
:en
'Notes, which the method has
}
:says
{1
:column
{2
:zh-Hant
'主管評語
:en
'Manager remarks
}
}
}
:WBK-005
{5
:means
{2
:zh-Hant
'計算欄若被手工改寫，輸入再變它也不會跟著變，報表就與資料脫節。
:en
'A value typed over a computed cell no longer follows its inputs, so reports and data no longer agree.
}
:todo
{2
:zh-Hant
'要改結果就改輸入欄；要恢復公式用 fill --repair all，原值會留在附註裡。
:en
'Change the inputs instead; fill --repair all restores the formula and keeps the typed value in a note.
}
:sheet
=de
:wrong
{2
:row
'D001
:cells
{1
:weighted
'1000000
}
}
:right
{2
:row
'D001
:cells
{1
:weighted
'960000
}
}
}
:WBK-006
{5
:means
{2
:zh-Hant
'錯誤值會傳給每一個引用它的公式，一格壞掉，整列算不出來。
:en
'An error value spreads to every formula that reads the cell: one broken cell can leave a whole row without figures.
}
:todo
{2
:zh-Hant
'看錯誤碼改公式：#REF! 是引用的儲存格被刪，#N/A 是找不到，#NAME? 是函數名打錯。
:en
'Correct the formula by its error code: #REF! means it refers to deleted cells, #N/A that it did not find something, #NAME? that a name is misspelt.
}
:sheet
=acc
:wrong
{2
:row
'A006
:cells
{1
:note
'#N/A
}
}
:right
{2
:row
'A006
:cells
{1
:note
'
}
}
}
:WBK-007
{4
:means
{2
:zh-Hant
'1904 日期系統的同一個數字比一般檔案晚 1462 天；照原樣讀取，但貼到別的檔案時日期會錯。
:en
'In the 1904 system the same stored number means a date 1,462 days later. Dates are read correctly here, but are wrong when pasted into other workbooks.
}
:todo
{2
:zh-Hant
'不必處理；要和別的檔案互相複製日期，先在 Excel 選項取消「使用 1904 日期系統」並核對日期。
:en
'Nothing to do here. Before copying dates between workbooks, clear "Use 1904 date system" in Excel's options and check the dates.
}
:wrong
{2
:zh-Hant
'用舊版 Mac Excel 建立、啟用 1904 日期系統的檔案
:en
'a workbook made by an old Excel for Mac, with the 1904 date system
}
:right
{2
:zh-Hant
'一般（1900 日期系統）的檔案
:en
'a workbook with the usual 1900 date system
}
}
:WBK-008
{5
:means
{2
:zh-Hant
'合併後只有左上角的格有值，其餘的格是空的，那幾列就少了資料。
:en
'Only the top left cell of a merged area holds a value; the other rows do not have it, although it looks as if they did.
}
:todo
{2
:zh-Hant
'取消合併，把值填到每一列。
:en
'Unmerge, and fill the value into every row.
}
:wrong
{2
:zh-Hant
'客戶「康達」的 A2:A4 三列合併成一格
:en
'the account of three rows merged into A2:A4
}
:right
{2
:zh-Hant
'三列各自寫上客戶編號
:en
'each of the three rows with its account id
}
:says
{1
:range
'A2:A4
}
}
:WBK-009
{5
:means
{2
:zh-Hant
'每一個「逾期幾天」都數到基準日，每一個目標都屬於一段期間；這三個日期少一個就無從計算。
:en
'Every age is counted to the as-of date, and every target belongs to a period: without these three dates there is nothing to count to.
}
:todo
{2
:zh-Hant
'在設定表填上真正的日期，或執行時加 --as-of 2026-03-31。
:en
'Type real dates on the Settings sheet, or add --as-of 2026-03-31 to the command.
}
:wrong
{2
:zh-Hant
'基準日「本季末」
:en
'as-of date "end of quarter"
}
:right
{2
:zh-Hant
'基準日 2026-03-31
:en
'as-of date 2026-03-31
}
:says
{1
:name
{2
:zh-Hant
'基準日
:en
'As-of date
}
}
}
:WBK-010
{5
:means
{2
:zh-Hant
'方法以一元為單位計算，一份檔案只用一種貨幣。以萬元計的數字若當作元，金額會差一萬倍；兩種貨幣相加，合計沒有意義。所以處理之前不計算。
:en
'Dealbook counts in single units of one currency. Thousands taken for single units would be wrong by a factor of a thousand, and a sum over two currencies means nothing, so nothing is computed from the amounts yet.
}
:todo
{2
:zh-Hant
'執行 fill --repair safe，數值與欄名一起換算成元；有公式、圖表或標題依賴這一欄時先看報告。單位寫在表格旁邊時，請自行換算數值，並一起改那段文字；有多種幣別時，請換算成同一種貨幣，或一種貨幣一份檔案。
:en
'Run fill --repair safe, which converts the cells and the header together; where formulas, charts or titles depend on the column, read the report first. Where the unit stands beside the table, convert the numbers by hand and change that text together with them. Where there are several currencies, convert the amounts to one, or keep one workbook for each.
}
:wrong
{2
:zh-Hant
'欄名「金額(萬元)」，儲存格 420
:en
'header Amount (k€) with 420 in a cell
}
:right
{2
:zh-Hant
'欄名「金額(元)」，儲存格 4200000
:en
'header Amount (€) with 420000 in the cell
}
:says
{1
:unit
{2
:zh-Hant
'萬元
:en
'k€
}
}
}
:WBK-011
{5
:means
{2
:zh-Hant
'今天打開和明天打開結果不同，就無法核對昨天的數字。
:en
'A formula that changes from day to day makes yesterday's figures impossible to check.
}
:todo
{2
:zh-Hant
'把 TODAY() 改成設定的基準日 AsOf；OFFSET、INDIRECT 改用 INDEX。
:en
'Write AsOf in place of TODAY(); use INDEX in place of OFFSET and INDIRECT.
}
:wrong
{2
:zh-Hant
'=TODAY()-H2
:en
'=TODAY()-H2
}
:right
{2
:zh-Hant
'=AsOf-H2
:en
'=AsOf-H2
}
:says
{1
:fn
'TODAY
}
}
:WBK-012
{5
:means
{2
:zh-Hant
'夾在資料裡的合計若也當作一筆，金額就會重複計算，所以跳過它。
:en
'A total between the rows would be counted as one more record, so it is skipped.
}
:todo
{2
:zh-Hant
'不必處理；最好把合計移到資料上方或另一張表。
:en
'Nothing; better still, move totals above the data or to another sheet.
}
:wrong
{2
:zh-Hant
'第 9 列第一格是「小計」
:en
'row 9 begins with Subtotal
}
:right
{2
:zh-Hant
'第 9 列是一筆商機
:en
'row 9 is a deal
}
:says
{1
:row
'9
}
}
:WBK-013
{5
:means
{2
:zh-Hant
'別的檔案一移動或改名，這裡的數字就停在舊值。
:en
'Once the other file is moved or renamed, the figures here keep their old values without warning.
}
:todo
{2
:zh-Hant
'把需要的數值貼成值，或改成本檔內的公式。
:en
'Paste the values that are needed, or write formulas within this workbook.
}
:wrong
{2
:zh-Hant
'='[價目表.xlsx]2026'!B2
:en
'='[prices.xlsx]2026'!B2
}
:right
{2
:zh-Hant
'把 B2 的值直接填入
:en
'the value itself
}
:says
{1
:target
{2
:zh-Hant
'價目表.xlsx
:en
'prices.xlsx
}
}
}
:WBK-014
{5
:means
{2
:zh-Hant
'標籤用了另一種語言的寫法，意思明確，照樣採用。
:en
'The label is written in another language than the rest; its meaning is clear and it counts.
}
:todo
{2
:zh-Hant
'不必處理；想統一寫法就執行 fill --repair safe。
:en
'Nothing; fill --repair safe writes all labels in one language.
}
:wrong
{3
:zh-Hant
'繁體檔案裡的「稳定期」
:zh-Hans
'简体文件里的“Stability”
:en
'“Stability” in a Chinese workbook
}
:right
{2
:zh-Hant
'「穩定期」
:en
'the Chinese label
}
:says
{2
:value
{3
:zh-Hant
'稳定期
:zh-Hans
'Stability
:en
'Stability
}
:lang
{3
:zh-Hant
'簡體中文
:zh-Hans
'英文
:en
'English
}
}
}
:WBK-015
{5
:means
{2
:zh-Hant
'檔案由另一版程式寫成，欄位的定義可能不同。
:en
'Another version of the program wrote this workbook; columns may be defined differently.
}
:todo
{2
:zh-Hant
'用目前版本再執行一次 fill；若檔案較新，請先更新 dealbook。
:en
'Run fill once with this version; if the workbook is the newer one, update dealbook first.
}
:wrong
{2
:zh-Hant
'檔案結構版本 1，程式為 2
:en
'workbook structure 1, program 2
}
:right
{2
:zh-Hant
'兩者都是 2
:en
'2 in both
}
:says
{2
:v
'1
:t
'2
}
}
:WBK-016
{5
:means
{2
:zh-Hant
'資料中間的空列不算一筆，只是跳過；但 Excel 的篩選和表格會在空列停住。
:en
'A blank row counts as nothing and is skipped, but filters and tables of Excel stop at it.
}
:todo
{2
:zh-Hant
'刪除這些空列。
:en
'Delete the blank rows.
}
:wrong
{2
:zh-Hant
'第 12 列整列空白，第 13 列還有資料
:en
'row 12 empty and data in row 13
}
:right
{2
:zh-Hant
'資料連續到最後一列
:en
'data without gaps down to the last row
}
:says
{1
:rows
'12
}
}
:WBK-017
{5
:means
{2
:zh-Hant
'圖片、圖表或別的分頁在檔案裡已經壞了；資料列讀得到，但檔案不再完整。
:en
'A picture, a chart or another sheet is damaged inside the file. The rows can be read, but the file is no longer intact.
}
:todo
{2
:zh-Hant
'從備份取回這個檔案，或在 Excel 裡打開、確認內容後另存。
:en
'Take the file from a backup, or open it in Excel, check it and save it again.
}
:wrong
{2
:zh-Hant
'xl/media/image1.png 的 CRC 不符
:en
'xl/media/image1.png whose CRC-32 does not match
}
:right
{2
:zh-Hant
'每個部分都讀得出來
:en
'a file all of whose parts can be read
}
:says
{2
:part
'xl/media/image1.png
:why
{2
:zh-Hant
'CRC-32 不符
:en
'its CRC-32 does not match
}
}
}
:WBK-021
{5
:means
{2
:zh-Hant
'同一類的表有兩張以上，只讀其中一張；其餘的不檢查、不計入、不改。
:en
'Two or more sheets are of one kind. One of them is read; the others are not checked, counted or changed.
}
:todo
{2
:zh-Hant
'若各張都是團隊的資料（每人、每月一張），執行 dealbook adopt，即可當作一張讀；不是的就改名。
:en
'Where all of them are the data of the team, one for each person or month, dealbook adopt has them read as one; rename the one that is not meant.
}
:wrong
{2
:zh-Hant
'「商機」之外還有「Opportunities」
:en
'Opportunities beside Deals
}
:right
{2
:zh-Hant
'只有「商機」
:en
'Deals alone
}
:says
{2
:title
'Opportunities
:sheet
{2
:zh-Hant
'商機
:en
'Deals
}
}
}
:WBK-022
{5
:means
{2
:zh-Hant
'欄名是計算欄的名稱，但格子都是填的，不能當作公式算出來的數。
:en
'The header is that of a computed column, but every cell was typed: it cannot stand for what a formula gives.
}
:todo
{2
:zh-Hant
'改成輸入欄的欄名；若不需要手填，就刪掉這一欄，讓 fill 來算。
:en
'Give it the header of an input; where nobody needs to type it, delete the column and let fill compute it.
}
:wrong
{2
:zh-Hant
'「逾期天數」一欄全是手填的數字
:en
'Days overdue with typed numbers alone
}
:right
{2
:zh-Hant
'「逾期天數」由 fill 寫入公式
:en
'Days overdue with the formulas of fill
}
:says
{1
:column
{2
:zh-Hant
'逾期天數
:en
'Days overdue
}
}
}
:WBK-023
{5
:means
{2
:zh-Hant
'這些列是分段標題、重複的欄名、註記或另一個表格，不計入，也不寫公式。
:en
'These rows are headings of sections, the header again, notes or another table; they are not counted and get no formulas.
}
:todo
{2
:zh-Hant
'不必處理；若其中有資料列，請補上編號。
:en
'Nothing; where one of them is a row of data, give it its id.
}
:wrong
{2
:zh-Hant
'第 7 列只有「華東區」
:en
'row 7 holds Region east and nothing else
}
:right
{2
:zh-Hant
'每一列都是一筆資料
:en
'every row is a record
}
:says
{1
:rows
'7
}
}
:WBK-024
{5
:means
{2
:zh-Hant
'一個分頁只讀一個表：欄名最像的那一個。其他的表不計入任何數字，也不寫公式。
:en
'Of each tab one table is read, the one with the headers that are known best. No figure counts the rows of another, and it gets no formulas.
}
:todo
{2
:zh-Hant
'若其中有資料列，移到所讀的表的下面，或移到另一個分頁；不是資料就不必處理。
:en
'Move its rows below those that are read, or to a tab of their own; where they are no records, nothing.
}
:wrong
{2
:zh-Hant
'未結案商機在 A 到 F 欄，贏單在 H 到 M 欄
:en
'open deals in the columns A to F, and won deals in H to M
}
:right
{2
:zh-Hant
'所有商機都在同一個表
:en
'all deals in one table
}
:says
{3
:title
{2
:zh-Hant
'商機
:en
'Deals
}
:range
'H2:M4
:n
'2
}
}
:WBK-030
{5
:means
{2
:zh-Hant
'dealbook 的公式靠名稱取用整欄；檔案裡已有同名而另有所指的名稱，或某張表自己的名稱，公式就會取到別的格子。檔案的名稱不動，dealbook 改用另一個名稱。
:en
'Dealbook's formulas read whole columns by name. If the workbook already uses the same name for something else, or a sheet has one of its own, they would read the wrong cells. So that name is left alone and Dealbook uses a different one.
}
:todo
{2
:zh-Hant
'不必處理；想讓公式用原名，就把檔案自己的名稱改名。
:en
'Nothing; rename the workbook's own name if formulas should use the usual one.
}
:wrong
{2
:zh-Hant
'名稱 de_amount 指向 試算!$A$1
:en
'the name de_amount stands for Calc!$A$1
}
:right
{2
:zh-Hant
'名稱 de_amount 指向 商機 表的金額欄
:en
'the name de_amount stands for the amounts on the sheet Deals
}
:says
{3
:name
'de_amount
:formula
{2
:zh-Hant
'試算!$A$1
:en
'Calc!$A$1
}
:other
'dealbook_de_amount
}
}
:WBK-031
{5
:means
{2
:zh-Hant
'檔案本身有毛病：同一列或同一格出現兩次。Excel、WPS 和其他程式各取一個，看到的數字可能不同；fill 不會寫入這張表。
:en
'The file itself is faulty: a row or cell is stored twice. Excel, WPS and other programs may each take a different one, so people may see different figures. fill does not write to such a sheet.
}
:todo
{2
:zh-Hant
'用 Excel 打開，核對那一列或那一格，再另存新檔。
:en
'Open the file in Excel, check that row or cell, and save it under another name.
}
:wrong
{2
:zh-Hant
'檔案裡有兩個 D7，一個 100，一個 900
:en
'two cells D7 in the file, one with 100 and one with 900
}
:right
{2
:zh-Hant
'每一格只存一次
:en
'every cell is stored once
}
:says
{3
:place
'D7
:a
'100
:b
'900
}
}
:GEN-001
{5
:means
{2
:zh-Hant
'這一格是後面計算的依據，空著就整列算不全。
:en
'Later figures depend on this cell; without it the row stays incomplete.
}
:todo
{2
:zh-Hant
'補上值；真的還不知道，就先問清楚再填，不要填 0。
:en
'Fill it in. Where it is not known yet, find out first: 0 is not the same as unknown.
}
:sheet
=de
:wrong
{2
:row
'D010
:cells
{1
:amount
'
}
}
:right
{2
:row
'D001
:cells
{1
:amount
'1200000
}
}
}
:GEN-002
{5
:means
{2
:zh-Hant
'編號有固定格式，別的表才能一字不差地引用它。
:en
'Ids have a fixed form, so that other sheets can refer to them letter by letter.
}
:todo
{2
:zh-Hant
'照同欄其他編號的格式改寫，並同步改正引用它的地方。
:en
'Write it in the same form as the other IDs of the column, and correct the cells that refer to it.
}
:sheet
=acc
:wrong
{2
:row
'X99
:cells
{1
:account_id
'X99
}
}
:right
{2
:row
'A001
:cells
{1
:account_id
'A001
}
}
}
:GEN-003
{6
:means
{2
:zh-Hant
'「一個蘿蔔一個坑」：同一編號出現兩次，引用它的列就不知道指哪一筆。
:en
'"One hole for each radish": if an ID is used twice, a reference to it could mean either row.
}
:todo
{2
:zh-Hant
'確認是否重複輸入：是就刪掉多的一列，不是就給新的編號。
:en
'If a row was entered twice, delete one; if they are two things, give one a new id.
}
:sheet
=le
:wrong
{2
:row
'l006
:cells
{1
:lead_id
'l006
}
}
:right
{2
:row
'L001
:cells
{1
:lead_id
'L001
}
}
:says
{1
:rows
{2
:zh-Hant
'7、15
:en
'7, 15
}
}
}
:GEN-004
{5
:means
{2
:zh-Hant
'引用的編號在那張表裡找不到，名稱、責任人、金額都帶不過來。
:en
'The id refers to nothing on the other sheet, so neither name nor owner nor amount can be looked up.
}
:todo
{2
:zh-Hant
'改成存在的編號，或先在那張表加上這一筆。
:en
'Correct the id, or add the missing row on the other sheet first.
}
:sheet
=de
:wrong
{2
:row
'D107
:cells
{1
:account_id
'A999
}
}
:right
{2
:row
'D001
:cells
{1
:account_id
'A001
}
}
}
:GEN-005
{6
:means
{2
:zh-Hant
'清單以外的值無法分類統計，階段、狀態也就推不出來。
:en
'A value that is not on the list cannot be classified, so no stage or status can be worked out from it.
}
:todo
{2
:zh-Hant
'從下拉選單挑一個；公司確實需要新的選項，加到清單表或 dealbook.yaml。
:en
'Choose one from the drop-down list. If the company needs another option, add it to the Lists sheet or to dealbook.yaml.
}
:sheet
=de
:wrong
{2
:row
'D107
:cells
{1
:stage
'談判中
}
}
:right
{2
:row
'D001
:cells
{1
:stage
'談判簽約
}
}
:says
{1
:nearest
{2
:zh-Hant
'
:en
'
}
}
}
:GEN-006
{5
:means
{2
:zh-Hant
'看起來是數字，其實是文字：Excel 加總時會略過它，合計就少了。
:en
'It looks like a number but is text: Excel leaves it out of every sum.
}
:todo
{2
:zh-Hant
'執行 fill --repair safe，或清除儲存格格式後重新輸入數字。
:en
'Run fill --repair safe, or type the number again into the cell.
}
:sheet
=de
:wrong
{2
:row
'D107
:cells
{1
:amount
'120萬
}
}
:right
{2
:row
'D001
:cells
{1
:amount
'1200000
}
}
}
:GEN-007
{5
:means
{2
:zh-Hant
'看起來是日期，其實是文字：天數算不出來，排序也會錯。
:en
'It looks like a date but is text: no days can be counted from it, and it sorts wrongly.
}
:todo
{2
:zh-Hant
'執行 fill --repair safe，或重新輸入成日期，例如 2026-02-18。
:en
'Run fill --repair safe, or type it again as a date, for example 2026-02-18.
}
:sheet
=de
:wrong
{2
:row
'D108
:cells
{1
:expected_close
'2025年9月30日
}
}
:right
{2
:row
'D001
:cells
{1
:expected_close
'2025-07-31
}
}
}
:GEN-008
{5
:means
{2
:zh-Hant
'太早或太晚的日期多半是年份打錯，逾期天數會因此離譜。
:en
'A date this early or late is usually a mistyped year, and every number of days counted from it is wrong.
}
:todo
{2
:zh-Hant
'核對年份再改正。
:en
'Check the year and correct it.
}
:sheet
=vi
:wrong
{2
:row
'V103
:cells
{1
:date
'1999-01-01
}
}
:right
{2
:row
'V001
:cells
{1
:date
'2025-03-10
}
}
}
:GEN-009
{6
:means
{2
:zh-Hant
'數字超出這一欄可能的範圍，照算會得出不可能的結果。
:en
'The number lies outside what the column can hold; computing with it gives impossible results.
}
:todo
{2
:zh-Hant
'核對原始資料，改成範圍內的值。
:en
'Look it up again and put in a value within the range.
}
:sheet
=dr
:wrong
{2
:row
'DR106
:cells
{1
:qty
'-5
}
}
:right
{2
:row
'DR001
:cells
{1
:qty
'2000000
}
}
:says
{1
:range
'≥ 0
}
}
:GEN-010
{5
:means
{2
:zh-Hant
'百分比欄存的是 0 到 1，35 會被當成 3500%。
:en
'Percentages are stored as 0 to 1, so 35 means 3500 %.
}
:todo
{2
:zh-Hant
'輸入 35% 或 0.35；要一次改好所有的儲存格，用 fill --repair all。
:en
'Type 35% or 0.35; fill --repair all does it for all of them.
}
:sheet
=co
:wrong
{2
:row
'K103
:cells
{1
:p1
'60
}
}
:right
{2
:row
'K001
:cells
{1
:p1
'0.3
}
}
}
:GEN-011
{5
:means
{2
:zh-Hant
'看不見的空白會讓「康達」和「康達 」變成兩個名字，查詢就對不上。
:en
'Invisible spaces turn one name into two, and look-ups fail.
}
:todo
{2
:zh-Hant
'執行 fill --repair safe，會刪去頭尾與重複的空白。
:en
'Run fill --repair safe, which takes away the stray spaces.
}
:sheet
=acc
:wrong
{2
:row
'A014
:cells
{1
:name
'安康水電  
}
}
:right
{2
:row
'A001
:cells
{1
:name
'陝西電信
}
}
}
:GEN-012
{6
:means
{2
:zh-Hant
'除了大小寫、全半形或簡繁以外完全相同，多半是同一個人或產品寫了兩次。
:en
'The names differ in case, width or script only: most likely one person or product written twice.
}
:todo
{2
:zh-Hant
'是同一個就合併成一列並統一寫法；不是就把名字寫得更清楚。
:en
'If they are one, keep one row and one spelling; if not, make the names tell them apart.
}
:sheet
=pe
:wrong
{2
:row
'王 強
:cells
{1
:person
'王 強
}
}
:right
{2
:row
'王強
:cells
{1
:person
'王強
}
}
:says
{2
:a
'王強
:b
'王 強
}
}
:GEN-013
{6
:means
{2
:zh-Hant
'日期欄只看日子，時間不計，不影響結果。
:en
'Only the day counts in a date column; the time is left out of the reckoning.
}
:todo
{2
:zh-Hant
'不必處理；想清掉時間用 fill --repair all。
:en
'Nothing; fill --repair all takes the time away.
}
:sheet
=vi
:wrong
{2
:row
'V103
:cells
{1
:next_date
'2025-07-01 09:30:00
}
}
:right
{2
:row
'V001
:cells
{1
:next_date
'2025-03-20
}
}
:says
{1
:why
{2
:zh-Hant
'
:en
'
}
}
}
:GEN-014
{6
:means
{2
:zh-Hant
'以 = + - @ 開頭的文字匯出成 CSV 後，會被別的程式當成公式執行。
:en
'Text that begins with = + - or @ is run as a formula by programs that open it as CSV.
}
:todo
{2
:zh-Hant
'確認內容是不是誤打；不是就在前面加一個字，例如「註：」。
:en
'See whether it was meant as text; if so put a word before it, such as "note:".
}
:sheet
=acc
:wrong
{2
:row
'A014
:cells
{1
:strategy
'+重點突破
}
}
:right
{2
:row
'A001
:cells
{1
:strategy
'
}
}
:says
{1
:c
'+
}
}
:GEN-015
{5
:means
{2
:zh-Hant
'星號、問號、大於小於等符號在查詢裡有特別的意思，換行與過長的編號也會讓查詢失敗。
:en
'Asterisks, question marks and comparison signs have a special meaning in look-ups, and line breaks or very long IDs make look-ups fail.
}
:todo
{2
:zh-Hant
'刪去這些符號，並把引用它的地方一起改。
:en
'Take the characters out, here and wherever the id is referred to.
}
:sheet
=acc
:wrong
{2
:row
'A*1
:cells
{1
:account_id
'A*1
}
}
:right
{2
:row
'A001
:cells
{1
:account_id
'A001
}
}
}
:GEN-016
{5
:means
{2
:zh-Hant
'金額以分為最小單位，多出的小數會讓合計差一分。
:en
'Money goes to the cent; further decimals make totals differ by a cent.
}
:todo
{2
:zh-Hant
'四捨五入到兩位小數；要一次改好所有的儲存格，用 fill --repair all。
:en
'Round to two decimals; fill --repair all does it for all of them.
}
:sheet
=dr
:wrong
{2
:row
'DR106
:cells
{1
:price
'12.345
}
}
:right
{2
:row
'DR001
:cells
{1
:price
'30
}
}
}
:GEN-017
{6
:means
{2
:zh-Hant
'「通過勾選…迅速發現哪些方面存在疏漏」：公式只數 ✓、✗、—，別的記號意思雖清楚，Excel 卻數不到。
:en
'"Ticks show at once what was missed": formulas count ✓, ✗ and — alone; other marks are understood here but not counted by Excel.
}
:todo
{2
:zh-Hant
'執行 fill --repair safe，一次全部改成 ✓ ✗ —。
:en
'Run fill --repair safe, which writes ✓, ✗ and — in all of them.
}
:sheet
=de
:wrong
{2
:row
'D108
:cells
{1
:k1
'√
}
}
:right
{2
:row
'D001
:cells
{1
:k1
'✓
}
}
:says
{1
:tick
'✓
}
}
:GEN-018
{6
:means
{2
:zh-Hant
'這一格的內容，不是這一欄該有的類型，因此不計入。
:en
'The cell does not hold what its column expects, so it counts nowhere.
}
:todo
{2
:zh-Hant
'改成單純的數字、日期或勾選；還不知道就留空，說明寫到備註欄。
:en
'Enter a plain number, date or tick. Leave the cell empty as long as it is not known, and put explanations in the notes.
}
:sheet
=de
:wrong
{2
:row
'D109
:cells
{1
:amount
'約200萬
}
}
:right
{2
:row
'D001
:cells
{1
:amount
'1200000
}
}
:says
{2
:type
{2
:zh-Hant
'數字
:en
'a number
}
:why
{2
:zh-Hant
'（約數）
:en
' (it is approximate)
}
}
}
:GEN-019
{5
:means
{2
:zh-Hant
'同一串字在不同地方寫法不同：12.500 在德國是一萬二千五，在這裡是十二塊半；3/4/2026 是三月四日還是四月三日也一樣。整欄沒有別的線索，就不猜。
:en
'People write the same figures in different ways: 12.500 is twelve thousand five hundred in Germany and twelve and a half elsewhere, and 3/4/2026 is in March or in April. Where nothing else in the column tells, nothing is guessed.
}
:todo
{2
:zh-Hant
'改填真正的數字或日期；整欄都是同一種寫法時，可在 dealbook.yaml 為該欄寫明小數點或日期順序。
:en
'Type a real number or date; where the whole column is written that way, state its decimal mark or order of dates in dealbook.yaml.
}
:wrong
{2
:zh-Hant
'金額「12.500」
:en
'the text 12.500 as an amount
}
:right
{2
:zh-Hant
'金額 12500
:en
'the number 12500
}
:says
{3
:value
'12.500
:column
{2
:zh-Hant
'金額(元)
:en
'Amount
}
:ways
{2
:zh-Hant
'12,500 或 12.5
:en
'12,500 or 12.5
}
}
}
:GEN-020
{5
:means
{2
:zh-Hant
'五萬美元不是五萬元：把別的幣別當成本欄的數字，合計就錯了。
:en
'Fifty thousand dollars are not fifty thousand yuan: taken for a number of the column, they would spoil every total.
}
:todo
{2
:zh-Hant
'換算成該欄的幣別再填；若整欄就是那種幣別，在欄名括號內註明，例如「金額(USD)」。
:en
'Convert the amount; if the whole column is in that currency, say so in brackets in its header, as in Amount (USD).
}
:wrong
{2
:zh-Hant
'「金額(元)」欄裡的「USD 50,000」
:en
'USD 50,000 in a column in yuan
}
:right
{2
:zh-Hant
'換算後的 360000
:en
'the converted 360000
}
:says
{4
:value
'USD 50,000
:found
'USD
:column
{2
:zh-Hant
'金額(元)
:en
'Amount
}
:own
'CNY
}
}
:GEN-021
{5
:means
{2
:zh-Hant
'檔案裡的公式只有算式沒有結果，或檔案自己說結果已過時；當成空白或 0 來算，覆蓋率、漏斗都會錯。
:en
'The file has the formula but not its result, or says itself that the result is out of date. Taken for blank or 0 it would make coverage and funnel wrong.
}
:todo
{2
:zh-Hant
'用 Excel、WPS 或 LibreOffice 打開存一次檔，再執行一次 fill；訊息裡有這裡算不出來的原因。
:en
'Open the file in Excel, WPS or LibreOffice and save it, then run fill again; the message says why it cannot be calculated here.
}
:wrong
{2
:zh-Hant
'=VLOOKUP(A2,[去年.xlsx]表!A:B,2,0)，沒有存值
:en
'=VLOOKUP(A2,[last.xlsx]Deals!A:B,2,0), without a value
}
:right
{2
:zh-Hant
'同一公式，存值 1200
:en
'the same formula with the stored value 1200
}
:says
{4
:n
'12
:column
{2
:zh-Hant
'單價(元)
:en
'Unit price
}
:state
{2
:zh-Hant
'沒有存值
:en
'without a stored value
}
:why
{2
:zh-Hant
'（引用了另一個檔案）
:en
' (they refer to another file)
}
}
}
:GEN-022
{5
:means
{2
:zh-Hant
'一欄裡有 60 也有 0.6，就不知道 1 是 1% 還是 100%，依它算的加權金額可能差一百倍。
:en
'With 60 and 0.6 in one column nobody can tell whether 1 is 1% or 100%, and weighted amounts could be wrong by a factor of a hundred.
}
:todo
{2
:zh-Hant
'把整欄改成百分比格式的 60%，或都用 0 到 100；也可在 dealbook.yaml 為該欄寫明。
:en
'Put the whole column in cells that show 60%, or all of it in 0 to 100; or state in dealbook.yaml how it is kept.
}
:wrong
{2
:zh-Hant
'概率覆寫為 0.6、60、0.5、50
:en
'overrides of 0.6, 60, 0.5 and 50
}
:right
{2
:zh-Hant
'都是 60%、50%
:en
'60% and 50% throughout
}
:says
{2
:column
{2
:zh-Hant
'概率覆寫
:en
'Probability override
}
:why
{2
:zh-Hant
'0.6 與 60 混在一起
:en
'0.6 and 60 stand side by side
}
}
}
:GEN-023
{5
:means
{2
:zh-Hant
'公式按清單的標籤比對，標籤大半不認得，漏斗就會是一排零；因此寧可不算。
:en
'Formulas compare with the labels of the list. Where most are others the funnel would be a row of zeros, so it is not computed at all.
}
:todo
{2
:zh-Hant
'把公司自己的階段寫進清單表或 dealbook.yaml；只是別的語言或別名時，fill --repair safe 會統一寫法。
:en
'Put the stages of your own into the Lists sheet or dealbook.yaml; where they are only in another language or an alias, fill --repair safe writes them alike.
}
:wrong
{2
:zh-Hant
'階段都是「Qualified」「Proposal」
:en
'stages Qualified and Proposal throughout
}
:right
{2
:zh-Hant
'階段為「驗證商機」「標書提交」
:en
'stages Verify opportunity and Bid submission
}
:says
{4
:n
'12
:count
'12
:column
{2
:zh-Hant
'申報階段
:en
'Declared stage
}
:labels
'Qualified, Proposal
}
}
:GEN-024
{5
:means
{2
:zh-Hant
'看起來是同一個名字或編號，字元卻不同（例如全形的Ａ），條件加總就把它漏在外面，名下的業績憑空少一塊。
:en
'The name or id looks the same and is made of other characters (a full-width Ａ, say), so conditional sums pass over it and its figures are missing from the total.
}
:todo
{2
:zh-Hant
'重新打一次，或執行 fill --repair safe。
:en
'Type it again, or run fill --repair safe.
}
:wrong
{2
:zh-Hant
'「José」的重音另成一個字元
:en
'José with its accent as a character of its own
}
:right
{2
:zh-Hant
'「José」
:en
'José
}
:says
{2
:value
'José
:why
{2
:zh-Hant
'用了看來相同、實際不同的字元
:en
'is written in characters that look alike but are others
}
}
}
:GEN-025
{5
:means
{2
:zh-Hant
'SUMIFS、COUNTIFS 把 007 和 7 看成同一個數，把 A* 看成「A 開頭的都算」，兩個客戶的金額就混在一起。
:en
'SUMIFS and COUNTIFS take 007 and 7 for the same number, and A* for everything that begins with A: the figures of two customers would be mixed.
}
:todo
{2
:zh-Hant
'給其中一個編號加上字母，例如 C007，參照它的各列一併改。
:en
'Give one of them a letter, C007 for instance, and change the rows that refer to it.
}
:wrong
{2
:zh-Hant
'客戶編號 007 與 7
:en
'accounts 007 and 7
}
:right
{2
:zh-Hant
'客戶編號 C007 與 C7
:en
'accounts C007 and C7
}
:says
{2
:value
'007
:ids
'7
}
}
:GEN-026
{5
:means
{2
:zh-Hant
'檔案裡的公式只有算式沒有結果，或檔案自己說結果已過時。Dealbook 照 Excel 的算法把它們算出來，再據以檢查和計算，不當成空白或 0。
:en
'The file has the formula but not its result, or says itself that the result is out of date. Dealbook calculates it as Excel does and works with that, so that it counts neither as blank nor as 0.
}
:todo
{2
:zh-Hant
'不必處理；dealbook recalc 會把算出的值存進檔案，在 Excel 裡存一次檔也行。
:en
'Nothing; dealbook recalc stores the calculated values, and so does saving the file in Excel.
}
:wrong
{2
:zh-Hant
'openpyxl 寫入的 =100*12，沒有存值
:en
'=100*12 written by openpyxl, without a value
}
:right
{2
:zh-Hant
'同一公式，存值 1200
:en
'the same formula with the stored value 1200
}
:says
{3
:n
'12
:column
{2
:zh-Hant
'金額(元)
:en
'Amount
}
:state
{2
:zh-Hant
'沒有存值
:en
'without a stored value
}
}
}
:GEN-027
{5
:means
{2
:zh-Hant
'Excel 一格最多放 32,767 個字元；更長的，開啟時會被截掉或要求修復。
:en
'A cell of Excel holds at most 32,767 characters; of a longer text it cuts the rest off when it opens the file, or asks to repair it.
}
:todo
{2
:zh-Hant
'縮短這一格，或把全文放到另一個檔案、只留摘要。
:en
'Shorten the text, or keep it in another file and a summary here.
}
:wrong
{2
:zh-Hant
'備註貼了一整本會議記錄，41,000 個字元
:en
'a note into which 41,000 characters of minutes were pasted
}
:right
{2
:zh-Hant
'備註寫三行摘要
:en
'a note of three lines
}
:says
{2
:column
{2
:zh-Hant
'備註
:en
'Note
}
:n
'41000
}
}
:GEN-028
{5
:means
{2
:zh-Hant
'同一個人寫成兩種樣子，只差大小寫、全半形、空格或繁簡，業績和待辦就分成兩個人的。
:en
'One person is written in two ways that differ by case, width, spaces or script alone, so figures and to-dos are split over two people.
}
:todo
{2
:zh-Hant
'執行 fill --repair safe，改成人員表或目標表上的寫法；兩張表都沒有時，用多數儲存格的寫法。
:en
'Run fill --repair safe, which writes the spelling of the People or Targets sheet, or else that of most cells. Where none is clear, choose one.
}
:wrong
{3
:zh-Hant
'商機表寫「王强」，目標表寫「王強」
:zh-Hans
'商机表写“王強”，目标表写“王强”
:en
'“sue park” among deals, “Sue Park” among targets
}
:right
{3
:zh-Hant
'兩張表都寫「王強」
:zh-Hans
'两张表都写“王强”
:en
'“Sue Park” on both sheets
}
:says
{2
:value
{3
:zh-Hant
'王强
:zh-Hans
'王強
:en
'sue park
}
:other
{3
:zh-Hant
'王強
:zh-Hans
'王强
:en
'Sue Park
}
}
}
:SET-001
{5
:means
{2
:zh-Hant
'沒寫的設定採用方法的預設值，結果可以用，但門檻未必適合你們公司。
:en
'Settings that are not given take the defaults of the method: usable, though the thresholds may not be yours.
}
:todo
{2
:zh-Hant
'不必處理；fill 會把缺的設定補上，再依公司情況調整。
:en
'Nothing; fill adds the missing rows, which you can then adjust.
}
:wrong
{2
:zh-Hant
'設定表沒有 PayWarn
:en
'no row PayWarn on the Settings sheet
}
:right
{2
:zh-Hant
'PayWarn 為 7
:en
'PayWarn is 7
}
:says
{1
:name
'PayWarn
}
}
:SET-002
{4
:means
{2
:zh-Hant
'期初晚於期末的期間裡沒有任何一天，目標與達成都會是空的。
:en
'A period that begins after its end holds no day, so targets and attainment come out empty.
}
:todo
{2
:zh-Hant
'對調或改正 PeriodStart 與 PeriodEnd。
:en
'Swap or correct PeriodStart and PeriodEnd.
}
:wrong
{2
:zh-Hant
'期初 2026-07-01，期末 2026-06-30
:en
'start 2026-07-01, end 2026-06-30
}
:right
{2
:zh-Hant
'期初 2026-01-01，期末 2026-12-31
:en
'start 2026-01-01, end 2026-12-31
}
}
:SET-003
{5
:means
{2
:zh-Hant
'關係分是生命週期、支持度、互動三項的加權平均，權重合計不是 1 就不是平均。
:en
'The relationship score is an average of lifecycle, support and interaction; weights that do not add up to 1 make no average.
}
:todo
{2
:zh-Hant
'調整 WLife、WSup、WInt，使三者合計為 1。
:en
'Adjust WLife, WSup and WInt so that they add up to 1.
}
:wrong
{2
:zh-Hant
'WLife 0.4、WSup 0.4、WInt 0.4
:en
'WLife 0.4, WSup 0.4, WInt 0.4
}
:right
{2
:zh-Hant
'WLife 0.3、WSup 0.4、WInt 0.3
:en
'WLife 0.3, WSup 0.4, WInt 0.3
}
:says
{1
:value
'1.2
}
}
:SET-004
{4
:means
{2
:zh-Hant
'「銷售是一個機率事件…每一步都可能會有客戶流失」：轉化率是機率，只能在 0 與 1 之間。
:en
'"Selling is a matter of chance; at every step some customers fall away": a conversion rate is a probability, between 0 and 1.
}
:todo
{2
:zh-Hant
'在清單表把各階段的轉化率改成 0 到 1 的數，例如 0.6。
:en
'On the Lists sheet give each stage a rate from 0 to 1, such as 0.6.
}
:wrong
{2
:zh-Hant
'「標書提交」的轉化率為 60
:en
'a rate of 60 for Bid submitted
}
:right
{2
:zh-Hant
'「標書提交」的轉化率為 0.6
:en
'a rate of 0.6 for Bid submitted
}
}
:SET-005
{4
:means
{2
:zh-Hant
'基準日落在期間之外，本期的進度會顯示為還沒開始或已經結束。
:en
'With an as-of date outside the period, progress shows as not begun or as over.
}
:todo
{2
:zh-Hant
'更新本期的起訖日，或改正基準日。
:en
'Bring the dates of the period up to date, or correct the as-of date.
}
:wrong
{2
:zh-Hant
'期間為 2026 年，基準日 2025-12-31
:en
'the period is 2026, the as-of date 2025-12-31
}
:right
{2
:zh-Hant
'期間為 2026 年，基準日 2026-03-31
:en
'the period is 2026, the as-of date 2026-03-31
}
}
:SET-006
{4
:means
{2
:zh-Hant
'帳齡要從 0 天起一段接一段，否則有些逾期款不屬於任何一段，或算進兩段。
:en
'Ageing classes must follow each other from day 0 on; otherwise some overdue money falls into none of them, or into two.
}
:todo
{2
:zh-Hant
'在清單表把帳齡下限由小到大排好，第一段從 0 起，比率在 0 與 1 之間。
:en
'On the Lists sheet order the lower bounds from 0 upwards and keep the rates between 0 and 1.
}
:wrong
{2
:zh-Hant
'帳齡下限 0、60、30、90、180、365
:en
'lower bounds 0, 60, 30, 90, 180, 365
}
:right
{2
:zh-Hant
'帳齡下限 0、30、60、90、180、365
:en
'lower bounds 0, 30, 60, 90, 180, 365
}
}
:SET-007
{5
:means
{2
:zh-Hant
'兩個選項同名時，選了也不知道是哪一個。
:en
'Where two options have the same label, nobody can tell which one was chosen.
}
:todo
{2
:zh-Hant
'給其中一個不同的名稱。
:en
'Give one of them another label.
}
:wrong
{2
:zh-Hant
'階段清單有兩個「談判」
:en
'two stages called Negotiation
}
:right
{2
:zh-Hant
'「標後談判」與「談判簽約」
:en
'Talks after the bid, and Negotiation and signing
}
:says
{1
:list
{2
:zh-Hant
'階段
:en
'Stages
}
}
}
:SET-008
{5
:means
{2
:zh-Hant
'基準日在未來，今天還沒發生的逾期也會被算進來。
:en
'With an as-of date in the future things count as overdue that are not due yet.
}
:todo
{2
:zh-Hant
'改成今天或最近一次更新資料的日子。
:en
'Set it to today, or to the day on which the data were last brought up to date.
}
:wrong
{2
:zh-Hant
'今天是 2026-03-31，基準日 2026-12-31
:en
'as-of date 2026-12-31 on 2026-03-31
}
:right
{2
:zh-Hant
'基準日 2026-03-31
:en
'as-of date 2026-03-31
}
:says
{1
:value
'2026-12-31
}
}
:SET-009
{5
:means
{2
:zh-Hant
'設定的值不是該有的類型，因此改用預設值，結果與你以為的不同。
:en
'The value is not of the type that the setting takes, so the default is used: not what you meant.
}
:todo
{2
:zh-Hant
'改成單純的數字或日期，單位寫在單位欄。
:en
'Put in a plain number or date; units go into the column for units.
}
:wrong
{2
:zh-Hant
'RelHigh 為「六十」
:en
'RelHigh is "sixty"
}
:right
{2
:zh-Hant
'RelHigh 為 60
:en
'RelHigh is 60
}
:says
{2
:name
'RelHigh
:value
{2
:zh-Hant
'六十
:en
'sixty
}
}
}
:ACC-001
{6
:means
{2
:zh-Hant
'「要精確到每個大客戶」：同一家公司寫成兩個客戶，潛力和拜訪都會算兩次。
:en
'"Be precise down to each key account": one company entered as two is counted twice, with its potential and its visits.
}
:todo
{2
:zh-Hant
'是同一家就保留一列，把別的表引用的編號改到這一列；是兩家就把名稱寫完整。
:en
'If they are one company, keep one row and point the other sheets to it; if two, write their names in full.
}
:sheet
=acc
:wrong
{2
:row
'A010
:cells
{1
:name
'秦嶺設計院有限公司
}
}
:right
{2
:row
'A001
:cells
{1
:name
'陝西電信
}
}
:says
{2
:a
'秦嶺設計院
:b
'秦嶺設計院有限公司
}
}
:ACC-002
{5
:means
{2
:zh-Hant
'集團、省級、市級一層層往上，不能繞回自己，否則加總不完。
:en
'Group, province and city lead upwards and may not lead back, or totals would never end.
}
:todo
{2
:zh-Hant
'改正上級客戶，讓最上層的客戶沒有上級。
:en
'Correct the parent; the topmost account has none.
}
:sheet
=acc
:wrong
{2
:row
'A008
:cells
{1
:parent_id
'A008
}
}
:right
{2
:row
'A001
:cells
{1
:parent_id
'
}
}
}
:ACC-003
{5
:means
{2
:zh-Hant
'「關鍵點是入圈，即進入客戶的供應商名單」：持續購買的客戶要知道入圈了沒有、多久買一次。
:en
'"The key is to get inside: onto the customer's supplier list": for a continuous buyer you must know whether you are on it and how often they buy.
}
:todo
{2
:zh-Hant
'填上入圈狀態和採購週期（月）。
:en
'Fill in the supplier-list status and the buying cycle in months.
}
:sheet
=acc
:wrong
{2
:row
'A007
:cells
{3
:listed
'
:scenario
'持續購買
:cycle_months
'
}
}
:right
{2
:row
'A001
:cells
{3
:listed
'已入圈
:scenario
'持續購買
:cycle_months
'12
}
}
}
:ACC-004
{5
:means
{2
:zh-Hant
'「例如湖南市場、陝西市場…精度太粗」：市場或行業不是客戶，沒有人會簽約。
:en
'"A market such as Hunan is too coarse": a market or an industry is no customer, and nobody there signs.
}
:todo
{2
:zh-Hant
'拆成具體的公司，一家一列。
:en
'Break it down into companies, one row for each.
}
:sheet
=acc
:wrong
{2
:row
'A007
:cells
{1
:name
'陝西市場
}
}
:right
{2
:row
'A001
:cells
{1
:name
'陝西電信
}
}
}
:ACC-005
{5
:means
{2
:zh-Hant
'「評估企業與客戶之間的關係處於哪個階段」：沒有生命週期，可及潛力就不能打折計算。
:en
'"Judge which stage the relationship is in": without the lifecycle the reachable potential cannot be worked out.
}
:todo
{2
:zh-Hant
'選擇考察期、形成期、穩定期或退化期。
:en
'Choose exploring, forming, stable or declining.
}
:sheet
=acc
:wrong
{2
:row
'A005
:cells
{1
:lifecycle
'
}
}
:right
{2
:row
'A001
:cells
{1
:lifecycle
'穩定期
}
}
}
:ACC-006
{5
:means
{2
:zh-Hant
'「只有明確了這些驅動因素和對應的購買量…才能準確地評估大客戶的購買潛力」。
:en
'"Only with driving factors and the quantities bought for them can the potential of an account be judged."
}
:todo
{2
:zh-Hant
'在驅動因素表為這個客戶加一列：因素、數量、單耗、單價。
:en
'Add a row for the account on the Drivers sheet: factor, quantity, usage and price.
}
:sheet
=acc
:wrong
{2
:row
'A005
:cells
{1
:gross_potential
'0
}
}
:right
{2
:row
'A001
:cells
{1
:gross_potential
'5220000
}
}
}
:ACC-007
{5
:means
{2
:zh-Hant
'「深入了解每個客戶的購買行為和決策機制」：沒有在任的決策人，談得再好也沒人拍板。
:en
'"Understand how each customer decides": without a decision maker in post nobody can say yes.
}
:todo
{2
:zh-Hant
'在決策人表補上目前的決策人，並標為在任。
:en
'Add the present decision maker on the Contacts sheet, with status in post.
}
:sheet
=acc
:wrong
{2
:row
'A002
:cells
{1
:role_cover
'0
}
}
:right
{2
:row
'A001
:cells
{1
:role_cover
'1
}
}
}
:ACC-008
{5
:means
{2
:zh-Hant
'「深入了解每個客戶」：半年沒更新的情報，不足以據此排資源。
:en
'"Know each customer in depth": intelligence older than half a year is no ground for planning.
}
:todo
{2
:zh-Hant
'重新了解近況，更新情報內容與更新日。
:en
'Find out how things stand, then update the note and its date.
}
:wrong
{2
:zh-Hant
'情報更新日是基準日之前 228 天
:en
'intelligence of 228 days before the as-of date
}
:right
{2
:zh-Hant
'情報更新日在基準日前 180 天以內
:en
'intelligence no older than 180 days on the as-of date
}
:says
{1
:n
{2
:zh-Hant
'已 228 天未更新
:en
'is 228 days old
}
}
}
:ACC-009
{6
:means
{2
:zh-Hant
'「這些客戶並不值得投入大量的時間和精力」：潛力低、關係也差的客戶不該再佔資源。
:en
'"These customers are not worth much time and effort": low potential and a poor relationship should not tie up the team.
}
:todo
{2
:zh-Hant
'確認潛力與關係評得對不對；對，就收掉目標或轉給低成本的方式維護。
:en
'See whether potential and relationship are judged rightly; if so, drop the target or serve the account at low cost.
}
:sheet
=acc
:wrong
{2
:row
'A008
:cells
{2
:matrix
'問題客戶
:open_pipe
'120000
}
}
:right
{2
:row
'A004
:cells
{2
:matrix
'問題客戶
:open_pipe
'0
}
}
:says
{1
:amount
'120,000
}
}
:ACC-010
{6
:means
{2
:zh-Hant
'「應該跟蹤哪些客戶，哪些客戶是正確目標」：核心與成長客戶卻沒有計劃，等於沒人跟。
:en
'"Which customers should be followed?" A core or growth account without a plan is followed by nobody.
}
:todo
{2
:zh-Hant
'在計劃表為它加一列：產品、目標、責任人、完成時間、保底。
:en
'Add a row on the Plan sheet: product, target, owner, deadline and guaranteed minimum.
}
:sheet
=acc
:wrong
{2
:row
'A009
:cells
{1
:matrix
'核心客戶
}
}
:right
{2
:row
'A002
:cells
{1
:matrix
'成長客戶
}
}
:says
{1
:class
'核心客戶
}
}
:ACC-011
{6
:means
{2
:zh-Hant
'手工覆寫的關係分與算出的差距很大，其中一個不可信。
:en
'The score typed by hand is far from the computed one; one of the two cannot be right.
}
:todo
{2
:zh-Hant
'更新決策人的支持度和拜訪記錄；仍要覆寫，就在備註寫明理由。
:en
'Bring support and visits up to date; if the override stays, give the reason in the notes.
}
:sheet
=acc
:wrong
{2
:row
'A006
:cells
{2
:rel_override
'60
:rel_calc
'12.5
}
}
:right
{2
:row
'A001
:cells
{2
:rel_override
'
:rel_calc
'79.8
}
}
:says
{1
:d
'47.5
}
}
:ACC-012
{6
:means
{2
:zh-Hant
'「保持良好的、持續的鏈接和互動」：各級客戶有各自的拜訪間隔，已經超過了。
:en
'"Keep up good and steady contact": each class of accounts has its visiting interval, and it has passed.
}
:todo
{2
:zh-Hant
'安排拜訪，並在拜訪表記錄。
:en
'Arrange a visit and record it on the Visits sheet.
}
:sheet
=acc
:wrong
{2
:row
'A002
:cells
{1
:visit_over
'39
}
}
:right
{2
:row
'A001
:cells
{1
:visit_over
'0
}
}
:says
{1
:n
'39
}
}
:ACC-013
{5
:means
{2
:zh-Hant
'「建立和維護與關鍵關係人員的關係」：一次都沒拜訪過，關係無從談起。
:en
'"Build and keep relations with the people who matter": nobody has ever been there.
}
:todo
{2
:zh-Hant
'安排第一次拜訪；若拜訪過，補上記錄。
:en
'Arrange a first visit; if there was one, record it.
}
:sheet
=acc
:wrong
{2
:row
'A005
:cells
{1
:last_visit
'
}
}
:right
{2
:row
'A001
:cells
{1
:last_visit
'2025-06-20
}
}
}
:ACC-014
{6
:means
{2
:zh-Hant
'「一旦機會漂移，再想爭取難度就很大…消滅在萌芽狀態」。
:en
'"Once a chance drifts away it is hard to win back: deal with it while it is small."
}
:todo
{2
:zh-Hant
'看訊息列出的信號，逐項處理，並在續單表寫下一步。
:en
'Take the signals in the message one by one, and write down the next action on the Renewals sheet.
}
:sheet
=acc
:wrong
{2
:row
'A002
:cells
{2
:drift
'預警
:drift_n
'2
}
}
:right
{2
:row
'A001
:cells
{2
:drift
'正常
:drift_n
'0
}
}
:says
{1
:signals
{2
:zh-Hant
'人事變動、競爭落後
:en
'personnel change, behind a rival
}
}
}
:ACC-015
{5
:means
{2
:zh-Hant
'「不僅要考慮當前的關係狀態，還要考慮企業希望建立的關係類型」：一次跨兩級通常做不到。
:en
'"Consider the present relationship and the one you want": two levels at once is seldom possible.
}
:todo
{2
:zh-Hant
'先訂中間的一級為目標。
:en
'Make the level between them the goal first.
}
:sheet
=acc
:wrong
{2
:row
'A008
:cells
{2
:rel_goal
'深度合作
:rel_now
'簡單交易
}
}
:right
{2
:row
'A001
:cells
{2
:rel_goal
'
:rel_now
'
}
}
}
:ACC-016
{5
:means
{2
:zh-Hant
'客戶的經理已經離職，等於沒人負責。
:en
'The account manager has left, so nobody looks after the account.
}
:todo
{2
:zh-Hant
'指定在職的責任人。
:en
'Name somebody who is with the company.
}
:sheet
=acc
:wrong
{2
:row
'A007
:cells
{1
:owner
'周離
}
}
:right
{2
:row
'A001
:cells
{1
:owner
'王強
}
}
}
:ACC-017
{5
:means
{2
:zh-Hant
'「對企業資源投資回報的預估」：成交比總潛力還多，表示潛力估低了。
:en
'"An estimate of what the effort brings": more was signed than the potential allows, so the potential is set too low.
}
:todo
{2
:zh-Hant
'補上漏掉的驅動因素，或改正數量、單耗、單價。
:en
'Add drivers that are missing, or correct quantity, usage and price.
}
:sheet
=acc
:wrong
{2
:row
'A010
:cells
{1
:wallet_share
'5
}
}
:right
{2
:row
'A001
:cells
{1
:wallet_share
'0.1341
}
}
}
:DRV-001
{5
:means
{2
:zh-Hant
'同一客戶、同一產品、同一因素寫了兩列，潛力會重複計算。
:en
'Account, product and factor stand twice, so the potential is counted twice.
}
:todo
{2
:zh-Hant
'合併成一列。
:en
'Keep one row.
}
:sheet
=dr
:wrong
{2
:row
'DR103
:cells
{3
:factor
'項目數
:account_id
'A008
:product_id
'P02
}
}
:right
{2
:row
'DR004
:cells
{3
:factor
'項目數
:account_id
'A003
:product_id
'P02
}
}
}
:DRV-002
{5
:means
{2
:zh-Hant
'一年增減超過一半並不常見，多半是把 5% 打成 5。
:en
'Growth or decline of more than half in a year is rare; often 5 % was typed as 5.
}
:todo
{2
:zh-Hant
'核對增長率；屬實就在備註寫依據。
:en
'Check the rate; if it is real, say on what it rests in the notes.
}
:sheet
=dr
:wrong
{2
:row
'DR102
:cells
{1
:growth
'0.6
}
}
:right
{2
:row
'DR001
:cells
{1
:growth
'0.1
}
}
}
:DRV-003
{6
:means
{2
:zh-Hant
'單價與標準價差三成以上，潛力會跟著失真。
:en
'The price is more than 30 % off the list price, and the potential with it.
}
:todo
{2
:zh-Hant
'核對單價與產品表的標準價，改正錯的一個。
:en
'Compare the price with the Products sheet and correct the one that is wrong.
}
:sheet
=dr
:wrong
{2
:row
'DR004
:cells
{2
:price
'35000
:product_id
'P02
}
}
:right
{2
:row
'DR002
:cells
{2
:price
'8000
:product_id
'P02
}
}
:says
{1
:p
'337.5%
}
}
:DRV-004
{5
:means
{2
:zh-Hant
'情報不可能在未來採集。
:en
'Nothing can have been collected in the future.
}
:todo
{2
:zh-Hant
'改正採集日。
:en
'Correct the date of collection.
}
:sheet
=dr
:wrong
{2
:row
'DR007
:cells
{1
:collected
'2025-07-05
}
}
:right
{2
:row
'DR001
:cells
{1
:collected
'2025-05-31
}
}
}
:DRV-005
{6
:means
{2
:zh-Hant
'驅動量會變，半年前的數字只能當參考。
:en
'Quantities change; figures from half a year ago are hints at best.
}
:todo
{2
:zh-Hant
'重新查證數量，更新採集日。
:en
'Check the quantity again and update the date.
}
:sheet
=dr
:wrong
{2
:row
'DR002
:cells
{1
:age
'365
}
}
:right
{2
:row
'DR001
:cells
{1
:age
'30
}
}
:says
{1
:n
'365
}
}
:DRV-006
{5
:means
{2
:zh-Hant
'「用戶數、公司收入或其他相關指標」乘上單耗與單價才是潛力，缺一不可。
:en
'"Users, revenue or other figures", times usage, times price, make the potential: none may be missing.
}
:todo
{2
:zh-Hant
'補上數量、單耗、單價；寫成文字的先修復成數字。
:en
'Fill in quantity, usage and price; where they are text, repair them first.
}
:sheet
=dr
:wrong
{2
:row
'DR006
:cells
{1
:potential
'
}
}
:right
{2
:row
'DR001
:cells
{1
:potential
'3300000
}
}
}
:CTC-001
{5
:means
{2
:zh-Hant
'同一客戶有兩位同名聯絡人，拜訪與支持度會分散在兩列。
:en
'One account has two contacts of the same name, so visits and support are split between them.
}
:todo
{2
:zh-Hant
'是同一人就合併；不是就加上職務區別。
:en
'Merge them if they are one person; else tell them apart by title.
}
:sheet
=ct
:wrong
{2
:row
'C105
:cells
{2
:name
'朱 主任
:account_id
'A008
}
}
:right
{2
:row
'C001
:cells
{2
:name
'張董
:account_id
'A001
}
}
}
:CTC-002
{5
:means
{2
:zh-Hant
'匯報關係要在同一家客戶裡，也不能向自己匯報。
:en
'People report within one company, and not to themselves.
}
:todo
{2
:zh-Hant
'改成同一客戶的上級，或留空。
:en
'Choose a superior in the same account, or leave it blank.
}
:sheet
=ct
:wrong
{2
:row
'C101
:cells
{2
:reports_to
'C001
:account_id
'A008
}
}
:right
{2
:row
'C001
:cells
{2
:reports_to
'
:account_id
'A001
}
}
}
:CTC-003
{6
:means
{2
:zh-Hant
'「同事升職、調走或辭職，新來的人可能不會立即對你產生信任」：變動日是提醒的起點。
:en
'"People are promoted, move on or leave, and whoever follows need not trust you yet": the alert counts from the date of the change.
}
:todo
{2
:zh-Hant
'填上變動日。
:en
'Fill in the date of the change.
}
:sheet
=ct
:wrong
{2
:row
'C101
:cells
{2
:status_date
'
:status
'離職
}
}
:right
{2
:row
'C008
:cells
{2
:status_date
'2025-02-01
:status
'離職
}
}
:says
{1
:status
'離職
}
}
:CTC-004
{6
:means
{2
:zh-Hant
'影響力大又不支持，一個人就能否決商機。
:en
'Somebody of great influence who is against you can stop the deal alone.
}
:todo
{2
:zh-Hant
'找出原因，安排能影響他的人拜訪，並寫成下一步。
:en
'Find out why, have somebody visit whom they trust, and write it down as a next step.
}
:sheet
=ct
:wrong
{2
:row
'C005
:cells
{3
:supp
'-2
:in_post
'1
:influence
'4
}
}
:right
{2
:row
'C002
:cells
{3
:supp
'0
:in_post
'1
:influence
'4
}
}
:says
{1
:name
'鄭副總
}
}
:CTC-005
{5
:means
{2
:zh-Hant
'決策人、使用者、技術把關最關鍵，不知道他們的影響力和支持度，關係分就是空的。
:en
'Decision makers, users and technical gatekeepers matter most: without their influence and support there is no relationship score.
}
:todo
{2
:zh-Hant
'評估影響力（1 到 5）與支持度，填上。
:en
'Judge influence (1 to 5) and support, and fill them in.
}
:sheet
=ct
:wrong
{2
:row
'C009
:cells
{4
:influence
'
:in_post
'1
:buy_role
'技術把關
:supp
'1
}
}
:right
{2
:row
'C001
:cells
{4
:influence
'5
:in_post
'1
:buy_role
'決策人
:supp
'1
}
}
}
:CTC-006
{5
:means
{2
:zh-Hant
'「好的向導可以干預客戶的購買決策」：向導自己若不支持你，情報就不可靠。
:en
'"A good guide can sway the decision": a guide who is against you gives no reliable information.
}
:todo
{2
:zh-Hant
'改正支持度或向導等級，另找向導。
:en
'Correct support or guide level, and find another guide.
}
:sheet
=ct
:wrong
{2
:row
'C004
:cells
{2
:guide
'情報型
:supp
'-1
}
}
:right
{2
:row
'C006
:cells
{2
:guide
'情報型
:supp
'1
}
}
}
:CTC-007
{6
:means
{2
:zh-Hant
'「包括人的變動」：關鍵人換了，要重新建立信任。
:en
'"Changes of people, among others": with a new person trust has to be built again.
}
:todo
{2
:zh-Hant
'拜訪接任者，更新決策人表。
:en
'Visit the successor and update the Contacts sheet.
}
:sheet
=ct
:wrong
{2
:row
'C006
:cells
{1
:change_alert
'1
}
}
:right
{2
:row
'C001
:cells
{1
:change_alert
'0
}
}
:says
{2
:name
'馮工
:status
'調離
}
}
:CTC-008
{4
:means
{2
:zh-Hant
'身分證號、卡號、手機號不是銷售所需，留在檔案裡只有風險。
:en
'Identity, card and mobile numbers are not needed for selling; in a workbook they are a risk only.
}
:todo
{2
:zh-Hant
'刪除這些號碼，只留職務與公開的聯絡方式。
:en
'Delete them; keep only the job title and the business contact.
}
:wrong
{2
:zh-Hant
'背景欄寫著身分證號碼
:en
'an identity card number in the background
}
:right
{2
:zh-Hant
'背景欄只寫「財務出身，重視流程」
:en
'background: from finance, minds the process
}
}
:CTC-009
{5
:means
{2
:zh-Hant
'甲向乙匯報、乙又向甲匯報，決策鏈就斷了。
:en
'If A reports to B and B to A, the chain of decisions has no top.
}
:todo
{2
:zh-Hant
'確認誰是最上級，把他的上級留空。
:en
'Find out who is at the top and leave that person's superior blank.
}
:sheet
=ct
:wrong
{2
:row
'C106
:cells
{1
:reports_to
'C107
}
}
:right
{2
:row
'C001
:cells
{1
:reports_to
'
}
}
}
:PLN-001
{5
:means
{2
:zh-Hant
'「保底目標」是無論如何要做到的，不能比目標還高。
:en
'The "guaranteed minimum" is what must be reached in any case; it cannot exceed the target.
}
:todo
{2
:zh-Hant
'把保底調低，或把目標調高。
:en
'Lower the minimum or raise the target.
}
:sheet
=pl
:wrong
{2
:row
'PL101
:cells
{2
:floor
'200000
:target
'100000
}
}
:right
{2
:row
'PL004
:cells
{2
:floor
'200000
:target
'400000
}
}
}
:PLN-002
{6
:means
{2
:zh-Hant
'「明確責任人、具體任務、完成時間以及保底目標」四項缺一不可。
:en
'"Owner, task, deadline and guaranteed minimum": all four are needed.
}
:todo
{2
:zh-Hant
'補上訊息裡列出的欄。
:en
'Fill in the columns that the message names.
}
:sheet
=pl
:wrong
{2
:row
'PL005
:cells
{4
:floor
'
:owner
'陳明
:task
'首訪
:deadline
'2025-08-01
}
}
:right
{2
:row
'PL001
:cells
{4
:floor
'600000
:owner
'王強
:task
'年度框架續簽
:deadline
'2025-07-31
}
}
:says
{1
:fields
{2
:zh-Hant
'保底目標
:en
'floor
}
}
}
:PLN-003
{5
:means
{2
:zh-Hant
'「一個蘿蔔一個坑」：同一客戶、產品、任務只該有一列。
:en
'"One hole for each radish": one row for each account, product and task.
}
:todo
{2
:zh-Hant
'刪除重複的一列，或寫清楚任務的差別。
:en
'Delete one, or say how the tasks differ.
}
:sheet
=pl
:wrong
{2
:row
'PL103
:cells
{3
:task
'年度框架續簽
:account_id
'A001
:product_id
'P01
}
}
:right
{2
:row
'PL002
:cells
{3
:task
'樣板機房參觀
:account_id
'A001
:product_id
'P02
}
}
}
:PLN-004
{6
:means
{2
:zh-Hant
'過了完成時間還沒完成，目標就靠不住。
:en
'The deadline has passed and the task is not done.
}
:todo
{2
:zh-Hant
'完成就填完成日；做不完就與主管商定新的完成時間。
:en
'If it is done, fill in the date; if not, agree on a new deadline.
}
:sheet
=pl
:wrong
{2
:row
'PL002
:cells
{1
:task_status
'已逾期
}
}
:right
{2
:row
'PL001
:cells
{1
:task_status
'進行中
}
}
:says
{1
:n
'15
}
}
:PLN-005
{6
:means
{2
:zh-Hant
'在手的加權金額加上已成交，仍達不到保底。
:en
'What is won and what is weighted in hand do not reach the guaranteed minimum.
}
:todo
{2
:zh-Hant
'補充商機，或推進現有商機的階段。
:en
'Add deals, or move those in hand forward.
}
:sheet
=pl
:wrong
{2
:row
'PL002
:cells
{1
:floor_status
'有缺口
}
}
:right
{2
:row
'PL001
:cells
{1
:floor_status
'已保底
}
}
:says
{1
:amount
'398,400
}
}
:PLN-006
{5
:means
{2
:zh-Hant
'目標超過這個產品在客戶的潛力，再努力也買不了那麼多。
:en
'The target is above what the account can buy of the product.
}
:todo
{2
:zh-Hant
'核對潛力；沒估錯就調低目標。
:en
'Check the potential; if it is right, lower the target.
}
:sheet
=pl
:wrong
{2
:row
'PL004
:cells
{1
:penetration
'1.1429
}
}
:right
{2
:row
'PL001
:cells
{1
:penetration
'0.6061
}
}
}
:PLN-007
{5
:means
{2
:zh-Hant
'計劃的責任人和客戶經理不是同一人，出了問題容易互推。
:en
'The plan has another owner than the account, so each may leave it to the other.
}
:todo
{2
:zh-Hant
'統一責任人，或在備註寫明分工。
:en
'Make it one person, or say in the notes who does what.
}
:sheet
=pl
:wrong
{2
:row
'PL101
:cells
{2
:owner
'王強
:account_id
'A008
}
}
:right
{2
:row
'PL001
:cells
{2
:owner
'王強
:account_id
'A001
}
}
}
:PLN-008
{5
:means
{2
:zh-Hant
'完成時間不在本期，本期的目標就與它無關。
:en
'The deadline lies outside the period, so the plan does not serve its target.
}
:todo
{2
:zh-Hant
'改成本期的日期，或移到下一期的計劃。
:en
'Choose a date in the period, or move the row to the next plan.
}
:sheet
=pl
:wrong
{2
:row
'PL101
:cells
{1
:deadline
'2026-03-01
}
}
:right
{2
:row
'PL001
:cells
{1
:deadline
'2025-07-31
}
}
}
:PLN-009
{5
:means
{2
:zh-Hant
'「問題客戶」不值得投入，訂了目標會拖垮資源。
:en
'A problem account is not worth the effort; a target there ties up the team.
}
:todo
{2
:zh-Hant
'取消目標，或先改善關係與潛力的評估。
:en
'Drop the target, or look again at potential and relationship.
}
:sheet
=pl
:wrong
{2
:row
'PL101
:cells
{2
:class
'問題客戶
:target
'100000
}
}
:right
{2
:row
'PL005
:cells
{2
:class
'核心客戶
:target
'100000
}
}
}
:PLN-010
{5
:means
{2
:zh-Hant
'還沒到的日子不可能已經完成。
:en
'A task cannot have been done on a day that has not come yet.
}
:todo
{2
:zh-Hant
'改正完成日。
:en
'Correct the date.
}
:sheet
=pl
:wrong
{2
:row
'PL101
:cells
{1
:done_date
'2025-08-01
}
}
:right
{2
:row
'PL003
:cells
{1
:done_date
'2025-06-10
}
}
}
:PLN-011
{6
:means
{2
:zh-Hant
'「工作目標拆解」：各列計劃加起來應等於這個人的目標，差了 5% 以上。
:en
'Targets are "broken down into work": the plans of a person should add up to that person's target, and differ by more than 5 %.
}
:todo
{2
:zh-Hant
'調整計劃列或目標，讓兩邊一致。
:en
'Adjust the plans or the target until they agree.
}
:sheet
=tg
:wrong
{2
:row
'T001
:cells
{4
:target
'3000000
:p_start
'2025-01-01
:p_end
'2025-12-31
:owner
'王強
}
}
:right
{2
:row
'T004
:cells
{4
:target
'600000
:p_start
'2025-01-01
:p_end
'2025-03-31
:owner
'王強
}
}
:says
{2
:a
'14,500,000
:b
'3,000,000
}
}
:TGT-001
{5
:means
{2
:zh-Hant
'期末在期初之前，這段期間裡沒有任何一天。
:en
'The end lies before the start, so the period holds no day.
}
:todo
{2
:zh-Hant
'改正目標的起訖日。
:en
'Correct the dates of the target.
}
:sheet
=tg
:wrong
{2
:row
'T101
:cells
{2
:p_end
'2025-01-01
:p_start
'2025-12-31
}
}
:right
{2
:row
'T001
:cells
{2
:p_end
'2025-12-31
:p_start
'2025-01-01
}
}
}
:TGT-002
{6
:means
{2
:zh-Hant
'同一人的兩段期間相同或部分重疊，成交會算進兩個目標。
:en
'Two periods of one person are the same or overlap in part, so a deal counts for both targets.
}
:todo
{2
:zh-Hant
'讓期間相接而不重疊；季在年之內是可以的。
:en
'Let periods follow each other; quarters within a year are fine.
}
:sheet
=tg
:wrong
{2
:row
'T002
:cells
{3
:p_start
'2025-01-01
:owner
'李娜
:p_end
'2025-12-31
}
}
:right
{2
:row
'T001
:cells
{3
:p_start
'2025-01-01
:owner
'王強
:p_end
'2025-12-31
}
}
:says
{1
:owner
'李娜
}
}
:TGT-003
{5
:means
{2
:zh-Hant
'保底是下限，不能比目標高。
:en
'The minimum is the lower bound and cannot exceed the target.
}
:todo
{2
:zh-Hant
'改正保底或目標。
:en
'Correct the minimum or the target.
}
:sheet
=tg
:wrong
{2
:row
'T102
:cells
{2
:floor
'2000000
:target
'1000000
}
}
:right
{2
:row
'T002
:cells
{2
:floor
'500000
:target
'1000000
}
}
}
:TGT-004
{6
:means
{2
:zh-Hant
'「每個階段都需要預留一定的富餘量」：在手商機不夠多，按贏率算達不到目標。
:en
'"Each stage needs something to spare": with the usual win rates the deals in hand do not reach the target.
}
:todo
{2
:zh-Hant
'補商機，尤其是前段；或提早推進高把握的商機。
:en
'Find more deals, early ones above all, or move the likely ones forward.
}
:sheet
=tg
:wrong
{2
:row
'T001
:cells
{2
:cover
'1.17
:cover_need
'1.63
}
}
:right
{2
:row
'T004
:cells
{2
:cover
'
:cover_need
'
}
}
:says
{2
:a
'1.17
:b
'1.63
}
}
:TGT-005
{6
:means
{2
:zh-Hant
'時間過了，成交沒跟上：照這個速度達不到。
:en
'Time has passed and signings have not kept up: at this pace the target is missed.
}
:todo
{2
:zh-Hant
'檢視停滯與延期的商機，先救金額大的。
:en
'Look at stalled and postponed deals, the largest first.
}
:sheet
=tg
:wrong
{2
:row
'T001
:cells
{2
:pace
'0.4705
:elapsed
'0.4959
}
}
:right
{2
:row
'T004
:cells
{2
:pace
'1.1667
:elapsed
'1
}
}
:says
{2
:a
'23.33%
:b
'49.59%
}
}
:TGT-006
{6
:means
{2
:zh-Hant
'保底比最有把握做到的金額還高，等於沒有保底。
:en
'The guaranteed minimum is above what can safely be committed, so it guarantees nothing.
}
:todo
{2
:zh-Hant
'把保底降到可承諾值以下，或增加有把握的商機。
:en
'Lower the minimum to the committable value, or add deals that are safe.
}
:sheet
=tg
:wrong
{2
:row
'T003
:cells
{2
:floor
'100000
:commit
'0
}
}
:right
{2
:row
'T001
:cells
{2
:floor
'1200000
:commit
'1900000
}
}
:says
{2
:a
'100,000
:b
'0
}
}
:TGT-007
{6
:means
{2
:zh-Hant
'「鞭打快牛…管理層會不斷增加其工作目標和壓力」：上調幅度超過上限。
:en
'"Whipping the fast ox: the better somebody does, the more is demanded": the raise is above the cap.
}
:todo
{2
:zh-Hant
'把擬定目標降到上限，其餘分給尚有潛力的人；見「建議下期目標」。
:en
'Lower the proposal to the cap and share the rest among those with potential left.
}
:sheet
=tg
:wrong
{2
:row
'T001
:cells
{2
:proposed
'3900000
:fast_ox
'1
}
}
:right
{2
:row
'T002
:cells
{2
:proposed
'900000
:fast_ox
'0
}
}
:says
{3
:p
'30%
:owner
'王強
:cap
'10%
}
}
:TGT-008
{6
:means
{2
:zh-Hant
'名下沒有可及潛力，目標就沒有來源。
:en
'No reachable potential is owned, so there is nothing the target could come from.
}
:todo
{2
:zh-Hant
'分配客戶，或補上客戶的驅動因素與生命週期。
:en
'Assign accounts, or add drivers and lifecycle to those there are.
}
:sheet
=tg
:wrong
{2
:row
'T103
:cells
{2
:own_potential
'0
:owner
'周離
}
}
:right
{2
:row
'T001
:cells
{2
:own_potential
'5989500
:owner
'王強
}
}
:says
{1
:owner
'周離
}
}
:TGT-009
{6
:means
{2
:zh-Hant
'「保持相對的公平性」：目標對潛力的比遠高於同期其他人。
:en
'"Keep it fair": the target weighs far more on the potential than it does for others.
}
:todo
{2
:zh-Hant
'調低目標或撥給更多客戶。
:en
'Lower the target or assign more accounts.
}
:sheet
=tg
:wrong
{2
:row
'T003
:cells
{3
:load
'1.6667
:p_start
'2025-01-01
:p_end
'2025-12-31
}
}
:right
{2
:row
'T001
:cells
{3
:load
'0.5009
:p_start
'2025-01-01
:p_end
'2025-12-31
}
}
:says
{2
:a
'1.6667
:b
'1.0838
}
}
:TGT-010
{5
:means
{2
:zh-Hant
'「鞭打快牛」指數：上期做得越好、這期加得越多，全隊都是如此。
:en
'The fast-ox index: throughout the team, who did better is given more on top.
}
:todo
{2
:zh-Hant
'改按潛力分配增量，不要按上期達成。
:en
'Share growth out by potential, not by what was reached last time.
}
:wrong
{2
:zh-Hant
'三個人以上：上期達成越高的人，擬定增幅也越大（相關係數 0.98）
:en
'three people or more: the better the last attainment, the larger the proposed growth (correlation 0.98)
}
:right
{2
:zh-Hant
'增幅與上期達成無關（相關係數 0.1）
:en
'growth has nothing to do with the last attainment (correlation 0.1)
}
:says
{1
:r
'0.98
}
}
:TGT-011
{5
:means
{2
:zh-Hant
'各人的下限加起來已超過團隊目標，重新分配沒有解。
:en
'The lower bounds together exceed the team target, so no distribution fits.
}
:todo
{2
:zh-Hant
'提高團隊目標，或放寬下限。
:en
'Raise the team target or loosen the lower bounds.
}
:wrong
{2
:zh-Hant
'下限合計 1200 萬，團隊目標 1000 萬
:en
'lower bounds of 12 million for a target of 10 million
}
:right
{2
:zh-Hant
'下限合計 900 萬，團隊目標 1000 萬
:en
'lower bounds of 9 million for a target of 10 million
}
:says
{2
:a
'12,000,000
:b
'10,000,000
}
}
:TGT-012
{4
:means
{2
:zh-Hant
'機率是寫進去的數值，不是公式；資料改了它不會自己變。
:en
'The probabilities are written as values, not formulas: they do not follow when the data change.
}
:todo
{2
:zh-Hant
'再執行一次 fill。
:en
'Run fill again.
}
:wrong
{2
:zh-Hant
'填寫後又改了商機金額
:en
'an amount was changed after the fill
}
:right
{2
:zh-Hant
'改完資料後又執行過 fill
:en
'fill was run after the last change
}
}
:TGT-013
{4
:means
{2
:zh-Hant
'個人目標加起來還不到團隊目標，全員達標也不夠。
:en
'The targets of all people together are below the team target: even if everybody reaches theirs, it is missed.
}
:todo
{2
:zh-Hant
'把差額分下去。
:en
'Share out the difference.
}
:wrong
{2
:zh-Hant
'團隊目標 1000 萬，個人目標合計 820 萬
:en
'team target 10 million, targets of people 8.2 million
}
:right
{2
:zh-Hant
'團隊目標 1000 萬，個人目標合計 1050 萬
:en
'team target 10 million, targets of people 10.5 million
}
}
:TGT-014
{4
:means
{2
:zh-Hant
'「合適的動態調節機制」：期中改目標可以，但要寫明理由。
:en
'Targets may be "adjusted as things move", but not without a reason.
}
:todo
{2
:zh-Hant
'在理由欄寫明，並填核准人。
:en
'Give the reason and who approved it.
}
:wrong
{2
:zh-Hant
'目標由 500 萬改為 600 萬，理由空白
:en
'target raised from 5 to 6 million, reason blank
}
:right
{2
:zh-Hant
'理由「新增華東區客戶」
:en
'reason: accounts of the east region added
}
}
:TGT-015
{6
:means
{2
:zh-Hant
'還來得及，但餘地不多：只靠照常做，多半達不到。
:en
'There is still time to act, but business as usual will most likely miss the target.
}
:todo
{2
:zh-Hant
'與主管討論：補商機、調整目標，或集中資源在大單。
:en
'Talk it over: more deals, another target, or all hands on the large ones.
}
:sheet
=tg
:wrong
{2
:row
'T101
:cells
{2
:p_exact
'0
:elapsed
'0.5041
}
}
:right
{2
:row
'T002
:cells
{2
:p_exact
'0
:elapsed
'0.4959
}
}
:says
{1
:p
'0%
}
}
:TGT-016
{6
:means
{2
:zh-Hant
'「目標風險裕量」是負的：預期的金額低於目標，沒有餘地。
:en
'The "risk margin of the target" is negative: what is expected is below the target.
}
:todo
{2
:zh-Hant
'增加商機或提高贏率，讓期望值回到目標以上。
:en
'Add deals or raise their chances until the expectation is above the target.
}
:sheet
=tg
:wrong
{2
:row
'T001
:cells
{2
:risk_margin
'-648400
:elapsed
'0.4959
}
}
:right
{2
:row
'T004
:cells
{2
:risk_margin
'100000
:elapsed
'1
}
}
:says
{2
:a
'2,351,600
:b
'-648,400
}
}
:TGT-017
{5
:means
{2
:zh-Hant
'一列目標等於其他人的合計，多半是團隊的合計列；再加一次，團隊目標就成了兩倍。分不清以前不加總。
:en
'A target that equals all others together is most likely the total of the team. Added once more it would double the target, so the targets are not added up until this is clear.
}
:todo
{2
:zh-Hant
'刪去合計列，或把責任人寫成「合計」。
:en
'Delete the row of the total, or call its owner Total.
}
:wrong
{2
:zh-Hant
'三人各 50 萬，另有一列「全隊」150 萬
:en
'three people with 500,000 each, and a row Everybody with 1,500,000
}
:right
{2
:zh-Hant
'只有三人的目標，或合計列的責任人寫「合計」
:en
'the three people alone, or the row called Total
}
:says
{1
:owner
{2
:zh-Hant
'全隊
:en
'Everybody
}
}
}
:LEA-001
{5
:means
{2
:zh-Hant
'「一是通過關鍵人引薦」：引薦來的線索要知道是誰引薦，才能回頭感謝與追問。
:en
'"By an introduction from somebody who matters": one has to know who it was, to thank and to ask again.
}
:todo
{2
:zh-Hant
'填上引薦人；不是引薦來的就改通路。
:en
'Fill in who referred it, or choose another channel.
}
:sheet
=le
:wrong
{2
:row
'L101
:cells
{2
:referrer
'
:channel
'關鍵人引薦
}
}
:right
{2
:row
'L001
:cells
{2
:referrer
'張董
:channel
'關鍵人引薦
}
}
}
:LEA-002
{5
:means
{2
:zh-Hant
'「將線索轉化為商機」：已轉的線索要連到那筆商機，轉化率才算得出來。
:en
'"Turning leads into deals": a converted lead has to name its deal, or conversion cannot be counted.
}
:todo
{2
:zh-Hant
'填上商機編號，或把狀態改回跟進中。
:en
'Fill in the deal's id, or set the status back to being followed.
}
:sheet
=le
:wrong
{2
:row
'L102
:cells
{2
:deal_id
'
:status
'已轉商機
}
}
:right
{2
:row
'L005
:cells
{2
:deal_id
'D002
:status
'已轉商機
}
}
}
:LEA-003
{5
:means
{2
:zh-Hant
'線索指向商機，商機也要指回同一條線索，來源才追得到。
:en
'The lead names the deal and the deal has to name the same lead, or nobody can tell where it came from.
}
:todo
{2
:zh-Hant
'在商機的來源線索欄填上這條線索的編號，或改正線索的商機編號。
:en
'Write this lead's id into the deal, or correct the deal's id here.
}
:sheet
=le
:wrong
{2
:row
'L103
:cells
{1
:deal_id
'D001
}
}
:right
{2
:row
'L005
:cells
{1
:deal_id
'D002
}
}
}
:LEA-004
{6
:means
{2
:zh-Hant
'「及時獲取…一旦錯過，可能就沒有機會再次介入」：合格的商機放了一週以上。
:en
'"Once missed, there may be no second chance": a qualified lead has waited for more than a week.
}
:todo
{2
:zh-Hant
'建立商機並填回編號；不轉就改判斷。
:en
'Open the deal and fill in its id, or change the verdict.
}
:sheet
=le
:wrong
{2
:row
'L001
:cells
{3
:verdict
'合格商機
:is_open
'1
:age
'29
}
}
:right
{2
:row
'L002
:cells
{3
:verdict
'待補資訊
:is_open
'1
:age
'10
}
}
:says
{1
:n
'29
}
}
:LEA-005
{6
:means
{2
:zh-Hant
'「如果這四個要素同時滿足，那麼這個線索就是一個好商機」：還有一項不足就轉了。
:en
'"Only if all four elements are met is it a good opportunity": it was converted with one still short.
}
:todo
{2
:zh-Hant
'補強訊息列出的短板，或把商機退回線索。
:en
'Strengthen what the message names, or turn the deal back into a lead.
}
:sheet
=le
:wrong
{2
:row
'L102
:cells
{2
:verdict
'待補資訊
:status
'已轉商機
}
}
:right
{2
:row
'L002
:cells
{2
:verdict
'待補資訊
:status
'新線索
}
}
:says
{1
:gap
'BANT
}
}
:LEA-006
{5
:means
{2
:zh-Hant
'還沒獲取線索，不可能先回應。
:en
'Nobody answers a lead before it arrives.
}
:todo
{2
:zh-Hant
'改正獲取日或響應日。
:en
'Correct the date received or the date of the response.
}
:sheet
=le
:wrong
{2
:row
'L101
:cells
{2
:responded
'2025-06-20
:received
'2025-06-29
}
}
:right
{2
:row
'L001
:cells
{2
:responded
'2025-06-02
:received
'2025-06-01
}
}
}
:LEA-007
{6
:means
{2
:zh-Hant
'「一旦錯過，可能就沒有機會再次介入」：沒人理的線索會去找別家。
:en
'"Once missed, there may be no second chance": a lead that nobody answers goes to a rival.
}
:todo
{2
:zh-Hant
'立即回應還沒回應的；已回應的，檢視分派流程。
:en
'Answer at once what is still open; for the rest see how leads are assigned.
}
:sheet
=le
:wrong
{2
:row
'L002
:cells
{1
:sla_breach
'1
}
}
:right
{2
:row
'L001
:cells
{1
:sla_breach
'0
}
}
:says
{1
:n
'10
}
}
:LEA-008
{6
:means
{2
:zh-Hant
'兩週沒有任何動靜的線索，不如退回去給有空的人。
:en
'Nothing has happened for two weeks; somebody else may have time for it.
}
:todo
{2
:zh-Hant
'安排下一步，或退回線索池。
:en
'Set a next step, or return it to the pool.
}
:sheet
=le
:wrong
{2
:row
'L003
:cells
{5
:status
'跟進中
:is_open
'1
:received
'2025-04-01
:responded
'2025-04-03
:next_date
'
}
}
:right
{2
:row
'L001
:cells
{5
:status
'跟進中
:is_open
'1
:received
'2025-06-01
:responded
'2025-06-02
:next_date
'2025-06-25
}
}
:says
{1
:n
'88
}
}
:LEA-009
{5
:means
{2
:zh-Hant
'沒有下一步日期的線索，沒人會記得去跟。
:en
'A lead without a date for the next step is followed by nobody.
}
:todo
{2
:zh-Hant
'填上下一步日期。
:en
'Fill in the date of the next step.
}
:sheet
=le
:wrong
{2
:row
'L003
:cells
{2
:next_date
'
:is_open
'1
}
}
:right
{2
:row
'L001
:cells
{2
:next_date
'2025-06-25
:is_open
'1
}
}
}
:LEA-010
{6
:means
{2
:zh-Hant
'「兩種場景的獲客策略截然不同」：這個通路不常用在這種場景。
:en
'"The two scenarios call for quite different ways": this channel is unusual for this one.
}
:todo
{2
:zh-Hant
'確認場景和通路填對了；沒錯就不必處理。
:en
'See that scenario and channel are right; if they are, nothing.
}
:sheet
=le
:wrong
{2
:row
'L003
:cells
{1
:channel_fit
'0
}
}
:right
{2
:row
'L001
:cells
{1
:channel_fit
'1
}
}
:says
{2
:a
'行業展會造勢
:b
'偶發購買
}
}
:LEA-011
{5
:means
{2
:zh-Hant
'淘汰要寫原因，才知道是哪個通路、哪個環節出問題。
:en
'Without the reason nobody learns which channel or step fails.
}
:todo
{2
:zh-Hant
'填上淘汰原因。
:en
'Fill in why it was dropped.
}
:sheet
=le
:wrong
{2
:row
'L104
:cells
{2
:drop_reason
'
:status
'已淘汰
}
}
:right
{2
:row
'L004
:cells
{2
:drop_reason
'預算取消
:status
'已淘汰
}
}
}
:LEA-012
{5
:means
{2
:zh-Hant
'同一客戶九十天內有兩條名稱相近的線索，可能是同一件事。
:en
'One account has two leads of nearly the same name within ninety days: probably one matter.
}
:todo
{2
:zh-Hant
'是同一件就保留一條。
:en
'If they are one, keep one.
}
:sheet
=le
:wrong
{2
:row
'L105
:cells
{3
:name
'移動 擴容
:account_id
'A002
:received
'2025-06-29
}
}
:right
{2
:row
'L001
:cells
{3
:name
'移動擴容
:account_id
'A002
:received
'2025-06-01
}
}
}
:LEA-013
{5
:means
{2
:zh-Hant
'「B-預算、A-授權」：授權給了高分，決策人表卻沒有決策人。
:en
'"Budget, authority …": authority is scored high, yet no decision maker is on file.
}
:todo
{2
:zh-Hant
'補上決策人，或調低授權分。
:en
'Add the decision maker, or lower the score.
}
:sheet
=le
:wrong
{2
:row
'L001
:cells
{2
:a
'2
:account_id
'A002
}
}
:right
{2
:row
'L005
:cells
{2
:a
'2
:account_id
'A001
}
}
}
:LEA-014
{5
:means
{2
:zh-Hant
'「關鍵點是入圈」：還不在供應商名單裡，談成了也不能買。
:en
'"The key is to get onto the supplier list": without that they cannot buy, however well it goes.
}
:todo
{2
:zh-Hant
'先辦供應商入圍，再推這條線索。
:en
'Get onto the supplier list first, then pursue the lead.
}
:sheet
=le
:wrong
{2
:row
'L001
:cells
{3
:account_id
'A002
:is_open
'1
:scenario
'持續購買
}
}
:right
{2
:row
'L002
:cells
{3
:account_id
'A005
:is_open
'1
:scenario
'偶發購買
}
}
}
:DEA-001
{5
:means
{2
:zh-Hant
'開放或已贏的商機要有金額，否則漏斗和目標都少了它。
:en
'An open or won deal needs its amount, or funnel and targets leave it out.
}
:todo
{2
:zh-Hant
'填上大於 0 的金額；尚無報價就填預估。
:en
'Fill in an amount above 0; before there is an offer, an estimate.
}
:sheet
=de
:wrong
{2
:row
'D010
:cells
{3
:amount
'
:is_open
'1
:is_won
'0
}
}
:right
{2
:row
'D001
:cells
{3
:amount
'1200000
:is_open
'1
:is_won
'0
}
}
}
:DEA-002
{5
:means
{2
:zh-Hant
'「驗證商機、標前引導、標書提交和談判簽約」：線索階段屬於線索表。
:en
'"Validation, pre-bid guidance, bid, negotiation": a lead belongs on the Leads sheet.
}
:todo
{2
:zh-Hant
'改成驗證商機，或移回線索表。
:en
'Choose validation, or move it back to Leads.
}
:sheet
=de
:wrong
{2
:row
'D102
:cells
{1
:stage
'線索
}
}
:right
{2
:row
'D001
:cells
{1
:stage
'談判簽約
}
}
}
:DEA-003
{5
:means
{2
:zh-Hant
'贏單要有簽約日，達成才知道算在哪一期。
:en
'A won deal needs its date of signing, or no period can count it.
}
:todo
{2
:zh-Hant
'填上實際簽約日。
:en
'Fill in the actual close.
}
:sheet
=de
:wrong
{2
:row
'D012
:cells
{2
:actual_close
'
:declared_no
'6
}
}
:right
{2
:row
'D004
:cells
{2
:actual_close
'2025-03-20
:declared_no
'6
}
}
}
:DEA-004
{5
:means
{2
:zh-Hant
'「每個步驟的…時間安排」：沒有預計簽約日，就不知道屬於哪一期。
:en
'"The schedule of every step": without it nobody knows which period the deal belongs to.
}
:todo
{2
:zh-Hant
'填上預計簽約日。
:en
'Fill in the expected close.
}
:sheet
=de
:wrong
{2
:row
'D101
:cells
{3
:expected_close
'
:is_open
'1
:declared_no
'2
}
}
:right
{2
:row
'D006
:cells
{3
:expected_close
'2026-01-15
:is_open
'1
:declared_no
'2
}
}
}
:DEA-005
{5
:means
{2
:zh-Hant
'進入目前階段的日子，要在建立之後、基準日之前，停滯天數才對。
:en
'The date of entering the stage lies between creation and as-of date, or stall days are wrong.
}
:todo
{2
:zh-Hant
'改正進入階段日或建立日。
:en
'Correct the stage date or the date of creation.
}
:sheet
=de
:wrong
{2
:row
'D101
:cells
{2
:stage_date
'2025-07-15
:created
'2025-06-01
}
}
:right
{2
:row
'D001
:cells
{2
:stage_date
'2025-06-05
:created
'2025-01-10
}
}
}
:DEA-006
{5
:means
{2
:zh-Hant
'還沒到的日子不可能已經簽約。
:en
'A deal cannot have been signed on a day that has not come yet.
}
:todo
{2
:zh-Hant
'改正日期；還沒簽就清空並改回原階段。
:en
'Correct it; if it is not signed yet, clear it and set the stage back.
}
:sheet
=de
:wrong
{2
:row
'D105
:cells
{1
:actual_close
'2025-08-01
}
}
:right
{2
:row
'D004
:cells
{1
:actual_close
'2025-03-20
}
}
}
:DEA-007
{6
:means
{2
:zh-Hant
'「每個具體的要求都是一個門檻」：申報的階段要走過的關卡還沒做完。
:en
'"Every requirement is a threshold": gates of the declared stage are still open.
}
:todo
{2
:zh-Hant
'完成訊息列出的關卡並打勾；不適用的填 —。
:en
'Do what the message lists and tick it; where it does not apply, write —.
}
:sheet
=de
:wrong
{2
:row
'D003
:cells
{3
:gate_miss
'4
:k_yes
'4
:k_na
'1
}
}
:right
{2
:row
'D001
:cells
{3
:gate_miss
'0
:k_yes
'10
:k_na
'1
}
}
:says
{2
:n
{2
:zh-Hant
'4
:en
'4 gates
}
:items
{2
:zh-Hant
'向導已找到、客戶已認可、聯盟已建立、對手已阻退
:en
'Guide found, Customer persuaded, Alliance built, Rivals held off
}
}
}
:DEA-008
{6
:means
{2
:zh-Hant
'在同一階段停太久，多半不是在談，而是停了。
:en
'A deal that stays this long in one stage is usually not moving at all.
}
:todo
{2
:zh-Hant
'安排下一步並更新日期；不談了就標輸單並寫原因。
:en
'Set a next step; if it is over, mark it lost and say why.
}
:sheet
=de
:wrong
{2
:row
'D002
:cells
{1
:stall
'30
}
}
:right
{2
:row
'D001
:cells
{1
:stall
'0
}
}
:says
{1
:n
'30
}
}
:DEA-009
{5
:means
{2
:zh-Hant
'「找到合適的向導」：到了標前引導還沒有向導，等於閉著眼睛投標。
:en
'"Find the right guide": pre-bid guidance without a guide is like bidding blindfold.
}
:todo
{2
:zh-Hant
'找一位向導，登在決策人表並填向導等級。
:en
'Find one, and enter person and guide level on the Contacts sheet.
}
:sheet
=de
:wrong
{2
:row
'D003
:cells
{4
:guide_id
'
:is_open
'1
:declared_no
'4
:guide_lv
'0
}
}
:right
{2
:row
'D001
:cells
{4
:guide_id
'C003
:is_open
'1
:declared_no
'5
:guide_lv
'3
}
}
}
:DEA-010
{6
:means
{2
:zh-Hant
'「分析競爭格局」：目前落後於對手。
:en
'"Analyse the competition": at present the rival is ahead.
}
:todo
{2
:zh-Hant
'找出對手強在哪裡，調整方案或退出。
:en
'Find out where the rival is strong; change the offer or withdraw.
}
:sheet
=de
:wrong
{2
:row
'D003
:cells
{2
:position
'落後
:is_open
'1
}
}
:right
{2
:row
'D001
:cells
{2
:position
'領先
:is_open
'1
}
}
:says
{1
:rival
{2
:zh-Hant
'未填對手
:en
'not named
}
}
}
:DEA-011
{6
:means
{2
:zh-Hant
'預計簽約日過了還沒簽，預測就不可信。
:en
'The expected close has passed unsigned, so the forecast cannot be trusted.
}
:todo
{2
:zh-Hant
'與客戶確認新的日子並更新，延期次數加一。
:en
'Agree on a new date with the customer, and count one more push.
}
:sheet
=de
:wrong
{2
:row
'D003
:cells
{1
:close_over
'15
}
}
:right
{2
:row
'D001
:cells
{1
:close_over
'0
}
}
:says
{1
:n
'15
}
}
:DEA-012
{5
:means
{2
:zh-Hant
'「需要有一個跟進的記錄」：沒有下一步，或下一步已經過期。
:en
'"There has to be a record of what follows": the next step is missing or past.
}
:todo
{2
:zh-Hant
'填上今後的下一步日期。
:en
'Fill in a next date in the future.
}
:sheet
=de
:wrong
{2
:row
'D002
:cells
{2
:next_date
'2025-06-20
:is_open
'1
}
}
:right
{2
:row
'D001
:cells
{2
:next_date
'2025-07-10
:is_open
'1
}
}
}
:DEA-013
{5
:means
{2
:zh-Hant
'輸單要寫原因和輸在哪個階段，下次才知道怎麼贏。
:en
'Why and at which stage a deal was lost tells how to win the next one.
}
:todo
{2
:zh-Hant
'填上輸單原因與輸單前階段。
:en
'Fill in the reason and the stage before the loss.
}
:sheet
=de
:wrong
{2
:row
'D104
:cells
{3
:lost_reason
'
:stage
'輸單
:lost_from
'
}
}
:right
{2
:row
'D005
:cells
{3
:lost_reason
'價格
:stage
'輸單
:lost_from
'標書提交
}
}
}
:DEA-014
{6
:means
{2
:zh-Hant
'手工覆寫的機率與該階段差太多，預測會跟著偏。
:en
'The probability typed by hand is far from that of the stage, and the forecast with it.
}
:todo
{2
:zh-Hant
'寫明理由，或刪去覆寫。
:en
'Give a reason, or clear the override.
}
:sheet
=de
:wrong
{2
:row
'D003
:cells
{3
:prob_override
'0.5
:is_open
'1
:stage_no
'2
}
}
:right
{2
:row
'D006
:cells
{3
:prob_override
'
:is_open
'1
:stage_no
'2
}
}
:says
{1
:d
'33.2%
}
}
:DEA-015
{6
:means
{2
:zh-Hant
'延了三次以上的商機，很少如期簽約。
:en
'A deal that was pushed three times seldom closes when it should.
}
:todo
{2
:zh-Hant
'重新評估是否真有需求；調低機率或退出。
:en
'Ask whether the need is real; lower the chance or withdraw.
}
:sheet
=de
:wrong
{2
:row
'D101
:cells
{1
:pushes
'3
}
}
:right
{2
:row
'D001
:cells
{1
:pushes
'
}
}
:says
{1
:n
'3
}
}
:DEA-016
{5
:means
{2
:zh-Hant
'一筆商機的金額不該超過客戶對這個產品的全部潛力。
:en
'One deal should not exceed all that the account can buy of the product.
}
:todo
{2
:zh-Hant
'核對金額，或補上漏掉的驅動因素。
:en
'Check the amount, or add drivers that are missing.
}
:sheet
=de
:wrong
{2
:row
'D011
:cells
{5
:amount
'200000
:is_open
'1
:is_won
'0
:account_id
'A005
:product_id
'P01
}
}
:right
{2
:row
'D001
:cells
{5
:amount
'1200000
:is_open
'1
:is_won
'0
:account_id
'A001
:product_id
'P01
}
}
}
:DEA-017
{5
:means
{2
:zh-Hant
'「並非僅僅依靠個人…而是需要一個複雜的團隊協作過程」：大案只靠一位聯絡人，太危險。
:en
'"Not one person alone, but a team": a large deal rests on a single contact.
}
:todo
{2
:zh-Hant
'在客戶那邊再找一位關鍵人，登在決策人表。
:en
'Find a second person who matters and enter them on Contacts.
}
:sheet
=de
:wrong
{2
:row
'D003
:cells
{3
:amount
'900000
:is_open
'1
:account_id
'A002
}
}
:right
{2
:row
'D001
:cells
{3
:amount
'1200000
:is_open
'1
:account_id
'A001
}
}
}
:DEA-018
{5
:means
{2
:zh-Hant
'「商務、技術、交付等多個部門」：標前引導起要有方案與交付兩個角色。
:en
'"Sales, technology and delivery": from pre-bid guidance on solution and delivery need names.
}
:todo
{2
:zh-Hant
'填上 SR 與 FR。
:en
'Fill in SR and FR.
}
:sheet
=de
:wrong
{2
:row
'D001
:cells
{4
:sr
'
:is_open
'1
:declared_no
'5
:fr
'
}
}
:right
{2
:row
'D006
:cells
{4
:sr
'
:is_open
'1
:declared_no
'2
:fr
'
}
}
}
:DEA-019
{5
:means
{2
:zh-Hant
'「簽單後，不能認為市場工作已經結束」：贏單一週以上還沒有合約列，回款就沒人跟。
:en
'"The work is not over with the signature": a week after winning there is no contract row, so nobody follows the money.
}
:todo
{2
:zh-Hant
'在合約表建立這筆合約。
:en
'Add the contract on the Contracts sheet.
}
:sheet
=de
:wrong
{2
:row
'D014
:cells
{2
:actual_close
'2024-12-10
:is_won
'1
}
}
:right
{2
:row
'D004
:cells
{2
:actual_close
'2025-03-20
:is_won
'1
}
}
}
:DEA-020
{6
:means
{2
:zh-Hant
'「標書提交」：投標截止在七天內或已過，標書還沒交。
:en
'"Bid submission": the deadline is within seven days or past, and the bid is not in.
}
:todo
{2
:zh-Hant
'提交標書並打勾；截止日改了就更新。
:en
'Submit and tick it; if the deadline moved, update it.
}
:sheet
=de
:wrong
{2
:row
'D106
:cells
{3
:bid_date
'2025-07-03
:is_open
'1
:k10
'
}
}
:right
{2
:row
'D001
:cells
{3
:bid_date
'
:is_open
'1
:k10
'✓
}
}
:says
{1
:due
{2
:zh-Hant
'距投標截止 3 天
:en
'Bid is due in 3 days
}
}
}
:DEA-021
{5
:means
{2
:zh-Hant
'勾選之間互相矛盾：例如打勾已中標卻沒有提交標書。
:en
'Ticks contradict each other: for example, awarded without a bid submitted.
}
:todo
{2
:zh-Hant
'照實際情況改正勾選或階段。
:en
'Correct the ticks or the stage to match the facts.
}
:sheet
=de
:wrong
{2
:row
'D012
:cells
{6
:k13
'
:k_yes
'11
:k_na
'0
:k11
'✓
:k10
'✓
:stage
'贏單
}
}
:right
{2
:row
'D004
:cells
{6
:k13
'✓
:k_yes
'13
:k_na
'0
:k11
'✓
:k10
'✓
:stage
'贏單
}
}
}
:DEA-022
{5
:means
{2
:zh-Hant
'階段倒退多半表示先前報得太早。
:en
'A stage that moves back was usually declared too early.
}
:todo
{2
:zh-Hant
'確認現況；是誤報就照實，並在備註寫原因。
:en
'See how it stands and say why in the notes.
}
:wrong
{2
:zh-Hant
'上次「談判簽約」，這次「標前引導」
:en
'Negotiation last time, Pre-bid guidance now
}
:right
{2
:zh-Hant
'上次「標前引導」，這次「標書提交」
:en
'Pre-bid guidance last time, Bid submitted now
}
:says
{2
:a
'談判簽約
:b
'標前引導
}
}
:DEA-023
{5
:means
{2
:zh-Hant
'金額一次變動超過兩成，預測會跳動，主管需要知道原因。
:en
'A change of more than a fifth moves the forecast, and somebody will ask why.
}
:todo
{2
:zh-Hant
'核對報價；屬實就在備註寫原因。
:en
'Check the offer; if it is right, say why in the notes.
}
:wrong
{2
:zh-Hant
'上次 100 萬，這次 150 萬
:en
'1,000,000 last time, 1,500,000 now
}
:right
{2
:zh-Hant
'上次 100 萬，這次 105 萬
:en
'1,000,000 last time, 1,050,000 now
}
:says
{1
:p
'50%
}
}
:DEA-024
{6
:means
{2
:zh-Hant
'「階段」要有勾選為證：申報的階段比證據超前，漏斗因此虛高。
:en
'A stage needs evidence: declared ahead of the ticks, it inflates the funnel.
}
:todo
{2
:zh-Hant
'補上做過的勾選，或把階段調回證據所在。
:en
'Tick what was done, or lower the stage to the evidence.
}
:sheet
=de
:wrong
{2
:row
'D003
:cells
{1
:stage_gap
'2
}
}
:right
{2
:row
'D001
:cells
{1
:stage_gap
'0
}
}
:says
{3
:a
'標書提交
:b
'驗證商機
:n
{2
:zh-Hant
'2 級
:en
'2
}
}
}
:DEA-025
{5
:means
{2
:zh-Hant
'勾選表沒用，階段只憑口頭申報。
:en
'The checklist is unused, so the stage rests on what was declared.
}
:todo
{2
:zh-Hant
'從目前階段起，把做過的步驟打勾。
:en
'Tick the steps that were done.
}
:sheet
=de
:wrong
{2
:row
'D016
:cells
{5
:stage
'標前引導
:is_open
'1
:declared_no
'3
:k_yes
'0
:k_na
'0
}
}
:right
{2
:row
'D002
:cells
{5
:stage
'標前引導
:is_open
'1
:declared_no
'3
:k_yes
'3
:k_na
'0
}
}
}
:DEA-026
{6
:means
{2
:zh-Hant
'合約已簽的證據都在，申報階段卻還沒改成贏單。
:en
'All evidence says signed, but the declared stage is not Won yet.
}
:todo
{2
:zh-Hant
'把階段改成贏單並填簽約日。
:en
'Set the stage to Won and fill in the actual close.
}
:sheet
=de
:wrong
{2
:row
'D015
:cells
{3
:stage
'談判簽約
:declared_no
'5
:stage_no
'6
}
}
:right
{2
:row
'D001
:cells
{3
:stage
'談判簽約
:declared_no
'5
:stage_no
'5
}
}
:says
{1
:a
'談判簽約
}
}
:DEA-027
{5
:means
{2
:zh-Hant
'沒有實際簽約日欄，贏單就沒有日子可算；與其整筆消失，不如按預計簽約日計入，並說明一次。
:en
'Without a column of actual closes a won deal has no day. Rather than vanish from period and funnel it counts by its expected one, and that is said once.
}
:todo
{2
:zh-Hant
'加一欄「實際簽約日」；之後空白的贏單會由 DEA-003 報告。
:en
'Add a column Actual close; won deals without a date in it are then told by DEA-003.
}
:wrong
{2
:zh-Hant
'有贏單而沒有「實際簽約日」欄
:en
'won deals on a sheet without Actual close
}
:right
{2
:zh-Hant
'贏單都填了實際簽約日
:en
'each won deal with its actual close
}
:says
{3
:column
{2
:zh-Hant
'實際簽約日
:en
'Actual close
}
:n
'6
:instead
{2
:zh-Hant
'預計簽約日
:en
'Expected close
}
}
}
:DEA-028
{5
:means
{2
:zh-Hant
'贏單沒有任何日期，就不知道屬於哪一期；它的金額不在「已簽」之內。
:en
'A won deal without any date belongs to no period that is known: its amount is not in what is won.
}
:todo
{2
:zh-Hant
'填寫這些贏單的日期。
:en
'Enter the dates of these deals.
}
:wrong
{2
:zh-Hant
'贏單的預計簽約日空白，也沒有「實際簽約日」欄
:en
'a won deal with an empty expected close, on a sheet without Actual close
}
:right
{2
:zh-Hant
'每筆贏單都有日期
:en
'a date for each won deal
}
:says
{2
:n
'2
:cells
'I7, I9
}
}
:DEA-029
{5
:means
{2
:zh-Hant
'一欄說輸，另一欄說贏，哪一個對只有你們知道；在改正之前，這筆商機不計入任何數字。
:en
'One column says lost, the other won, and only the team knows which is right. Until then the deal is in no figure.
}
:todo
{2
:zh-Hant
'改正結果、階段或簽約日。
:en
'Correct the outcome, the stage or the date of closing.
}
:wrong
{2
:zh-Hant
'結果為輸單，階段卻是贏單
:en
'the outcome is Lost, and the stage Won
}
:right
{2
:zh-Hant
'結果為贏單，階段停在談判簽約
:en
'the outcome is Won, and the stage was left at Negotiation & signing
}
:says
{3
:a
{2
:zh-Hant
'輸單
:en
'Lost
}
:b
{2
:zh-Hant
'贏單
:en
'Won
}
:c
'
}
}
:DEA-030
{5
:means
{2
:zh-Hant
'日期說已經簽約，階段說還在談：是漏改了階段，還是重新開放時留下了日期，只有你們知道；在改正之前，這筆商機既不算贏單，也不算在手。
:en
'The date says signed, the stage says still open: was the stage left behind, or the date when the deal was opened again? Only the team knows. Until then the deal is neither won nor open.
}
:todo
{2
:zh-Hant
'簽了就把階段改成贏單；還在談就清除簽約日。
:en
'If it was signed, set the stage to won; if it is still open, clear the date.
}
:wrong
{2
:zh-Hant
'階段為「Proposal」，實際簽約日為 2026-03-10
:en
'the stage is Proposal, and the actual close 2026-03-10
}
:right
{2
:zh-Hant
'階段為「Proposal」，實際簽約日空白
:en
'the stage is Proposal, and the actual close is empty
}
:says
{1
:a
'Proposal
}
}
:VIS-001
{5
:means
{2
:zh-Hant
'還沒發生的拜訪不會有結果。
:en
'A visit that has not taken place has no result.
}
:todo
{2
:zh-Hant
'改正日期，或清空結果。
:en
'Correct the date, or clear the result.
}
:sheet
=vi
:wrong
{2
:row
'V101
:cells
{2
:result
'已簽
:date
'2025-07-20
}
}
:right
{2
:row
'V001
:cells
{2
:result
'
:date
'2025-03-10
}
}
}
:VIS-002
{5
:means
{2
:zh-Hant
'拜訪對象屬於別的客戶，互動會記到錯的地方。
:en
'The contact belongs to another account, so the visit counts for the wrong one.
}
:todo
{2
:zh-Hant
'改正客戶或對象。
:en
'Correct account or contact.
}
:sheet
=vi
:wrong
{2
:row
'V101
:cells
{2
:contact_id
'C001
:account_id
'A002
}
}
:right
{2
:row
'V001
:cells
{2
:contact_id
'C001
:account_id
'A001
}
}
}
:VIS-003
{5
:means
{2
:zh-Hant
'「了解拜訪客戶的背景和之前討論的內容」：太短的內容，下次看了也不知道談過什麼。
:en
'"Know what was discussed before": so few words tell nobody anything next time.
}
:todo
{2
:zh-Hant
'用一句話寫清楚談了什麼。
:en
'Say in a sentence what was discussed.
}
:sheet
=vi
:wrong
{2
:row
'V002
:cells
{1
:topic
'付款條款
}
}
:right
{2
:row
'V001
:cells
{1
:topic
'年度合作框架
}
}
}
:VIS-004
{5
:means
{2
:zh-Hant
'「細節管理」：後續事項沒有人、沒有期限，就不會發生。
:en
'"Manage the details": a next step without person or date does not happen.
}
:todo
{2
:zh-Hant
'填上責任人與期限。
:en
'Fill in who and by when.
}
:sheet
=vi
:wrong
{2
:row
'V002
:cells
{3
:next_step
'寄送合同
:next_owner
'
:next_date
'2025-06-25
}
}
:right
{2
:row
'V001
:cells
{3
:next_step
'提交方案
:next_owner
'王強
:next_date
'2025-03-20
}
}
}
:VIS-005
{6
:means
{2
:zh-Hant
'答應客戶的後續事項已經過期。
:en
'What was promised to the customer is overdue.
}
:todo
{2
:zh-Hant
'完成後填完成日，或與客戶改期。
:en
'Do it and fill in the date, or agree on another.
}
:sheet
=vi
:wrong
{2
:row
'V002
:cells
{2
:next_over
'5
:next_done
'
}
}
:right
{2
:row
'V001
:cells
{2
:next_over
'0
:next_done
'2025-03-18
}
}
:says
{1
:n
'5
}
}
:VIS-006
{5
:means
{2
:zh-Hant
'完成日早於拜訪日，兩個日期有一個錯了。
:en
'Done before the visit: one of the dates is wrong.
}
:todo
{2
:zh-Hant
'改正拜訪日或完成日。
:en
'Correct the day of the visit or the day it was done.
}
:sheet
=vi
:wrong
{2
:row
'V102
:cells
{2
:next_done
'2025-03-01
:date
'2025-03-10
}
}
:right
{2
:row
'V001
:cells
{2
:next_done
'2025-03-18
:date
'2025-03-10
}
}
}
:VIS-007
{5
:means
{2
:zh-Hant
'同一天、同一客戶、同一對象有兩列，拜訪次數會重複計算。
:en
'One day, account and contact stand twice, so visits are counted twice.
}
:todo
{2
:zh-Hant
'刪除重複的一列。
:en
'Delete one of the rows.
}
:sheet
=vi
:wrong
{2
:row
'V102
:cells
{3
:contact_id
'C001
:date
'2025-03-10
:account_id
'A001
}
}
:right
{2
:row
'V007
:cells
{3
:contact_id
'C001
:date
'2025-07-10
:account_id
'A001
}
}
}
:VIS-008
{5
:means
{2
:zh-Hant
'出席的人還沒建檔，下次拜訪查不到他。
:en
'Somebody who attended is not on file and cannot be looked up next time.
}
:todo
{2
:zh-Hant
'在決策人表加上他，或改正編號。
:en
'Add the person on Contacts, or correct the id.
}
:sheet
=vi
:wrong
{2
:row
'V102
:cells
{1
:others
'C002;C999
}
}
:right
{2
:row
'V001
:cells
{1
:others
'
}
}
}
:CON-001
{5
:means
{2
:zh-Hant
'合約和商機寫的客戶不同，回款會算到別家。
:en
'Contract and deal name different accounts, so the money counts for another.
}
:todo
{2
:zh-Hant
'改成同一個客戶。
:en
'Make them one account.
}
:sheet
=co
:wrong
{2
:row
'K101
:cells
{2
:account_id
'A010
:deal_id
'D004
}
}
:right
{2
:row
'K002
:cells
{2
:account_id
'A003
:deal_id
'D004
}
}
}
:CON-002
{5
:means
{2
:zh-Hant
'商機還沒贏單就有合約，兩邊有一邊沒更新。
:en
'There is a contract for a deal that is not won: one side was not brought up to date.
}
:todo
{2
:zh-Hant
'把商機改成贏單，或改正合約的商機編號。
:en
'Set the deal to Won, or correct the deal's id.
}
:sheet
=co
:wrong
{2
:row
'K102
:cells
{1
:deal_id
'D006
}
}
:right
{2
:row
'K001
:cells
{1
:deal_id
'D008
}
}
}
:CON-003
{5
:means
{2
:zh-Hant
'合約金額和商機金額不同，達成和應收會對不上。
:en
'Contract and deal amounts differ, so attainment and receivables do not match.
}
:todo
{2
:zh-Hant
'以簽約文件為準，改正錯的一邊。
:en
'Go by the signed paper and correct the other.
}
:sheet
=co
:wrong
{2
:row
'K101
:cells
{2
:amount
'500000
:deal_id
'D004
}
}
:right
{2
:row
'K002
:cells
{2
:amount
'250000
:deal_id
'D004
}
}
}
:CON-004
{5
:means
{2
:zh-Hant
'「首付款、到貨付款、完工驗收付款和質保尾款」四個比例合計應為 100%。
:en
'"Down payment, on delivery, on acceptance, retention" add up to 100 %.
}
:todo
{2
:zh-Hant
'改正付款比例。
:en
'Correct the shares.
}
:sheet
=co
:wrong
{2
:row
'K101
:cells
{1
:pct_sum
'0.9
}
}
:right
{2
:row
'K001
:cells
{1
:pct_sum
'1
}
}
}
:CON-005
{6
:means
{2
:zh-Hant
'質保尾款比例超過這類合約的上限，錢會被扣得太多太久。
:en
'The retention is above the cap for this type of contract: too much money is held back.
}
:todo
{2
:zh-Hant
'核對合約；屬實就在備註寫明，並加強尾款跟催。
:en
'Check the contract; if it is so, note it and follow it up closely.
}
:sheet
=co
:wrong
{2
:row
'K002
:cells
{2
:p4
'0.05
:type
'工程項目
}
}
:right
{2
:row
'K003
:cells
{2
:p4
'0.05
:type
'設備/產品
}
}
:says
{1
:cap
'3%
}
}
:CON-006
{5
:means
{2
:zh-Hant
'「作戰地圖」：沒有回款列的合約，沒人知道何時收多少。
:en
'"The battle map": a contract without payment rows leaves open what is due when.
}
:todo
{2
:zh-Hant
'依付款條件為每個階段加一列。
:en
'Add one row a stage, by the terms.
}
:sheet
=co
:wrong
{2
:row
'K101
:cells
{1
:contract_id
'K101
}
}
:right
{2
:row
'K001
:cells
{1
:contract_id
'K001
}
}
}
:CON-007
{5
:means
{2
:zh-Hant
'簽約、到貨、驗收要依序，也不能在未來：到期日從這些日子算起。
:en
'Signed, delivered, accepted: in this order and not in the future, as due dates count from them.
}
:todo
{2
:zh-Hant
'改正錯的日期；還沒發生的先留空。
:en
'Correct the wrong date; leave blank what has not happened.
}
:sheet
=co
:wrong
{2
:row
'K102
:cells
{3
:sign_date
'2025-06-01
:delivered
'2025-05-01
:accepted
'
}
}
:right
{2
:row
'K001
:cells
{3
:sign_date
'2025-02-10
:delivered
'2025-03-15
:accepted
'2025-04-20
}
}
}
:CON-008
{5
:means
{2
:zh-Hant
'「爭取更高的首付款比例」：首付低於三成，後面的款就難收。
:en
'"Strive for a higher down payment": below 30 % the rest is hard to collect.
}
:todo
{2
:zh-Hant
'下次談判爭取更高；本案加強後續各款的證據。
:en
'Ask for more next time; here, keep the evidence for later stages complete.
}
:sheet
=co
:wrong
{2
:row
'K101
:cells
{1
:p1
'0.2
}
}
:right
{2
:row
'K001
:cells
{1
:p1
'0.3
}
}
}
:CON-009
{5
:means
{2
:zh-Hant
'有質保尾款卻沒有質保期，尾款永遠不會到期。
:en
'There is retention but no warranty period, so it never falls due.
}
:todo
{2
:zh-Hant
'填上質保期（月）。
:en
'Fill in the months of warranty.
}
:sheet
=co
:wrong
{2
:row
'K101
:cells
{2
:warranty
'
:p4
'0.1
}
}
:right
{2
:row
'K001
:cells
{2
:warranty
'12
:p4
'0.1
}
}
}
:CON-010
{6
:means
{2
:zh-Hant
'「如果首付款較低，或者需要企業完全墊資，後續回款的壓力就會很大」：墊資超過合約額一半。
:en
'"Where the company has to fund the work, the pressure is great": more than half of the contract is funded by us.
}
:todo
{2
:zh-Hant
'催收已到期的款，或調整交付節奏。
:en
'Collect what is due, or pace the delivery.
}
:sheet
=co
:wrong
{2
:row
'K102
:cells
{2
:exposure
'69900
:amount
'100000
}
}
:right
{2
:row
'K001
:cells
{2
:exposure
'340000
:amount
'700000
}
}
:says
{1
:amount
'69,900
}
}
:PAY-001
{5
:means
{2
:zh-Hant
'「首付款、到貨付款、完工驗收付款和質保尾款」各一列，重複了會多算應收。
:en
'One row for each stage of payment; a second one counts the money twice.
}
:todo
{2
:zh-Hant
'合併成一列；分期收款寫在同一列。
:en
'Keep one row; part payments go into it.
}
:sheet
=pa
:wrong
{2
:row
'Y102
:cells
{2
:stage
'首付款
:contract_id
'K102
}
}
:right
{2
:row
'Y001
:cells
{2
:stage
'首付款
:contract_id
'K001
}
}
}
:PAY-002
{5
:means
{2
:zh-Hant
'收到錢就要有日期，有日期就要有金額，帳齡才算得出來。
:en
'An amount needs its date and a date its amount, or ageing cannot be worked out.
}
:todo
{2
:zh-Hant
'補上缺的一個。
:en
'Fill in the one that is missing.
}
:sheet
=pa
:wrong
{2
:row
'Y101
:cells
{2
:received_date
'
:received
'100
}
}
:right
{2
:row
'Y001
:cells
{2
:received_date
'2025-02-15
:received
'210000
}
}
}
:PAY-003
{5
:means
{2
:zh-Hant
'這一列的比例和合約的付款條件不同，應收會算錯。
:en
'The share here is not that of the contract, so the amount due is wrong.
}
:todo
{2
:zh-Hant
'以合約為準改正。
:en
'Go by the contract.
}
:sheet
=pa
:wrong
{2
:row
'Y101
:cells
{3
:pct
'0.5
:stage_no
'1
:contract_id
'K102
}
}
:right
{2
:row
'Y005
:cells
{3
:pct
'0.5
:stage_no
'1
:contract_id
'K002
}
}
}
:PAY-004
{6
:means
{2
:zh-Hant
'各階段四捨五入後差了一兩分錢，合計對不上合約。
:en
'After rounding the stages lack a cent or two of the contract.
}
:todo
{2
:zh-Hant
'把差額填進最後一個階段的金額覆寫；fill --repair all 會代勞。
:en
'Put the difference into the amount override of the last stage; fill --repair all does it.
}
:sheet
=co
:wrong
{2
:row
'K003
:cells
{1
:amount
'333333.33
}
}
:right
{2
:row
'K001
:cells
{1
:amount
'700000
}
}
:says
{3
:a
'333,333.34
:b
'333,333.33
:d
'0.01
}
}
:PAY-005
{6
:means
{2
:zh-Hant
'「越到後面，收款難度越大」：已過到期日還沒收齊。
:en
'"The later, the harder to collect": past the due date and not paid in full.
}
:todo
{2
:zh-Hant
'聯絡付款的人，寫下原因與下一步。
:en
'Call whoever pays, and write down reason and next action.
}
:sheet
=pa
:wrong
{2
:row
'Y002
:cells
{1
:status
'逾期
}
}
:right
{2
:row
'Y001
:cells
{1
:status
'已收訖
}
}
:says
{2
:n
'77
:amount
'60,000
}
}
:PAY-006
{6
:means
{2
:zh-Hant
'收到的比應收多，可能記錯列或是預付下一期。
:en
'More came in than was due: booked to the wrong row, perhaps, or paid ahead.
}
:todo
{2
:zh-Hant
'核對銀行帳，把多的部分移到正確的列。
:en
'Check with the bank and move the rest to the right row.
}
:sheet
=pa
:wrong
{2
:row
'Y013
:cells
{1
:status
'超收
}
}
:right
{2
:row
'Y001
:cells
{1
:status
'已收訖
}
}
:says
{2
:what
{2
:zh-Hant
'超收
:en
'Overpaid
}
:amount
'5,000
}
}
:PAY-007
{6
:means
{2
:zh-Hant
'「每個環節證據鏈的保全」：快到期了，證據還不到八成。
:en
'"Keep the evidence of every step": due soon, and less than 80 % of it is there.
}
:todo
{2
:zh-Hant
'補齊合約、送貨單、驗收、發票等證據並打勾。
:en
'Complete contract, delivery note, acceptance and invoice, and tick them.
}
:sheet
=pa
:wrong
{2
:row
'Y105
:cells
{2
:ev_pct
'0
:status
'即將到期
}
}
:right
{2
:row
'Y004
:cells
{2
:ev_pct
'0
:status
'未到期
}
}
:says
{1
:p
'0%
}
}
:PAY-008
{5
:means
{2
:zh-Hant
'後面的款收了、前面的還沒收，次序不尋常，可能記錯階段。
:en
'A later stage is paid and an earlier one is not: perhaps booked to the wrong stage.
}
:todo
{2
:zh-Hant
'核對收款屬於哪個階段。
:en
'See which stage the money was for.
}
:sheet
=pa
:wrong
{2
:row
'Y103
:cells
{5
:received
'30000
:planned
'30000
:out_pos
'0
:stage_no
'2
:contract_id
'K102
}
}
:right
{2
:row
'Y010
:cells
{5
:received
'100000
:planned
'100000
:out_pos
'0
:stage_no
'2
:contract_id
'K003
}
}
}
:PAY-009
{5
:means
{2
:zh-Hant
'逾期一個月以上一定有原因，寫下來才能對症處理。
:en
'A month overdue has its reason, which one must know to act on it.
}
:todo
{2
:zh-Hant
'填上拖延原因。
:en
'Fill in the reason.
}
:sheet
=pa
:wrong
{2
:row
'Y104
:cells
{2
:delay_reason
'
:days_over
'180
}
}
:right
{2
:row
'Y002
:cells
{2
:delay_reason
'審批流程
:days_over
'77
}
}
}
:PAY-010
{5
:means
{2
:zh-Hant
'「迅速發現…並採取措施及時補救」：逾期了卻沒有下一步。
:en
'"Notice and remedy in time": overdue and nothing planned.
}
:todo
{2
:zh-Hant
'填上下一步行動與日期。
:en
'Fill in next action and date.
}
:sheet
=pa
:wrong
{2
:row
'Y002
:cells
{3
:next_action
'
:days_over
'77
:next_date
'
}
}
:right
{2
:row
'Y001
:cells
{3
:next_action
'
:days_over
'0
:next_date
'
}
}
}
:PAY-011
{5
:means
{2
:zh-Hant
'還沒到的日子不可能已經收款。
:en
'Money cannot have been received on a day that has not come yet.
}
:todo
{2
:zh-Hant
'改正實收日。
:en
'Correct the date received.
}
:sheet
=pa
:wrong
{2
:row
'Y103
:cells
{1
:received_date
'2025-07-15
}
}
:right
{2
:row
'Y001
:cells
{1
:received_date
'2025-02-15
}
}
}
:PAY-012
{6
:means
{2
:zh-Hant
'「財務、供應鏈、品質等相關部門也會介入」：款項已可收，決策鏈卻覆蓋不到一半。
:en
'"Finance, supply and quality have their say too": the money may be claimed, and less than half of them were reached.
}
:todo
{2
:zh-Hant
'逐一拜會還沒接觸的角色並打勾。
:en
'Reach those who are left, and tick them.
}
:sheet
=pa
:wrong
{2
:row
'Y003
:cells
{3
:chain_pct
'0.2857
:out_pos
'1
:trigger
'2025-04-20
}
}
:right
{2
:row
'Y002
:cells
{3
:chain_pct
'0.8
:out_pos
'1
:trigger
'2025-03-15
}
}
:says
{1
:p
'28.57%
}
}
:PAY-013
{5
:means
{2
:zh-Hant
'「品質上的瑕疵…都可能成為客戶拖延付款的理由」：有爭議時，證據一份都不能少。
:en
'"A flaw may become a reason to withhold payment": in a dispute no evidence may be missing.
}
:todo
{2
:zh-Hant
'補齊證據，並把爭議處理寫成下一步。
:en
'Complete the evidence, and make the dispute the next action.
}
:sheet
=pa
:wrong
{2
:row
'Y011
:cells
{2
:dispute
'✓
:ev_pct
'0.3333
}
}
:right
{2
:row
'Y001
:cells
{2
:dispute
'
:ev_pct
'1
}
}
}
:PAY-014
{5
:means
{2
:zh-Hant
'「一旦有了新的合作，就可以更容易地收回尾款」：尾款還在，卻沒有新的合作。
:en
'"With new business the last payment comes in more easily": retention is open and nothing new is under way.
}
:todo
{2
:zh-Hant
'為這個客戶找一筆新商機或啟動續單。
:en
'Look for a new deal or renewal with the account.
}
:sheet
=pa
:wrong
{2
:row
'Y012
:cells
{4
:outstanding
'16666.67
:out_pos
'1
:stage_no
'4
:acct
'A004
}
}
:right
{2
:row
'Y004
:cells
{4
:outstanding
'70000
:out_pos
'1
:stage_no
'4
:acct
'A001
}
}
}
:PAY-015
{6
:means
{2
:zh-Hant
'各階段應收加起來和合約金額對不上，不是四捨五入造成的。
:en
'The stages do not add up to the contract, by more than rounding.
}
:todo
{2
:zh-Hant
'核對漏列、重複或改錯的階段金額。
:en
'Look for stages that are missing, double or wrong.
}
:sheet
=co
:wrong
{2
:row
'K102
:cells
{1
:amount
'100000
}
}
:right
{2
:row
'K001
:cells
{1
:amount
'700000
}
}
:says
{3
:a
'150,000
:b
'100,000
:d
'50,000
}
}
:PAY-016
{5
:means
{2
:zh-Hant
'回款列的客戶和合約的客戶不同，錢會記到別家。
:en
'The row names another account than its contract.
}
:todo
{2
:zh-Hant
'改成合約的客戶。
:en
'Write the account of the contract.
}
:sheet
=pa
:wrong
{2
:row
'Y103
:cells
{2
:account_id
'A001
:contract_id
'K102
}
}
:right
{2
:row
'Y001
:cells
{2
:account_id
'
:contract_id
'K001
}
}
}
:PAY-017
{5
:means
{2
:zh-Hant
'沒有金額，也沒有可套用比例的合約，就不知道應收多少。
:en
'Neither an amount nor a share of a known contract: nobody knows what is due.
}
:todo
{2
:zh-Hant
'填金額覆寫，或填比例並連到合約。
:en
'Fill in the amount override, or the share and the contract.
}
:sheet
=pa
:wrong
{2
:row
'Y106
:cells
{2
:amt_override
'
:planned
'
}
}
:right
{2
:row
'Y001
:cells
{2
:amt_override
'
:planned
'210000
}
}
}
:PAY-018
{4
:means
{2
:zh-Hant
'沒有合約表可推到期日，這裡又沒填，逾期就無從判斷。
:en
'There is no Contracts sheet to tell the due date, and none is given here.
}
:todo
{2
:zh-Hant
'填上到期日覆寫。
:en
'Fill in the due date override.
}
:wrong
{2
:zh-Hant
'沒有合約表，「到期日覆寫」空白
:en
'no Contracts sheet, due date override blank
}
:right
{2
:zh-Hant
'沒有合約表，「到期日覆寫」為 2026-04-10
:en
'no Contracts sheet, due date override 2026-04-10
}
}
:PAY-019
{5
:means
{2
:zh-Hant
'一張發票分兩次付清而各佔一列，每列都寫整張的金額，就會看起來欠了兩次；也可能是同一列貼了兩次。哪一種只有你們知道。
:en
'An invoice that was paid in two parts, on a row each with the whole amount, looks as if it were owed twice; or somebody pasted the row again. Only the team knows which.
}
:todo
{2
:zh-Hant
'每張發票只留一列，「實收」填到目前為止的合計；若是發票明細，各列填自己的金額。
:en
'Keep one row for each invoice, with all that has come in so far; if they are lines of the invoice, give each its own amount.
}
:wrong
{2
:zh-Hant
'兩列都是發票 I-1、金額 100,000，實收 40,000 與 60,000
:en
'two rows for invoice I-1 of 100,000, with 40,000 and 60,000 received
}
:right
{2
:zh-Hant
'一列發票 I-1、金額 100,000，實收 100,000
:en
'one row for invoice I-1 of 100,000, with 100,000 received
}
:says
{2
:a
'I-1
:n
'2
}
}
:REN-001
{5
:means
{2
:zh-Hant
'期末在期初之前，這一期沒有任何一天。
:en
'The end lies before the start.
}
:todo
{2
:zh-Hant
'改正續單期間的起訖日。
:en
'Correct the dates of the renewal period.
}
:sheet
=re
:wrong
{2
:row
'R101
:cells
{2
:p_end
'2025-01-01
:p_start
'2025-12-31
}
}
:right
{2
:row
'R001
:cells
{2
:p_end
'2024-12-31
:p_start
'2024-01-01
}
}
}
:REN-002
{5
:means
{2
:zh-Hant
'同一客戶同一產品的兩期重疊，收入會算兩次。
:en
'Two periods of one account and product overlap, so revenue counts twice.
}
:todo
{2
:zh-Hant
'讓期間相接而不重疊。
:en
'Let one follow the other.
}
:sheet
=re
:wrong
{2
:row
'R102
:cells
{4
:p_start
'2025-01-01
:account_id
'A009
:product_id
'P02
:p_end
'2025-12-31
}
}
:right
{2
:row
'R004
:cells
{4
:p_start
'2025-01-01
:account_id
'A003
:product_id
'P02
:p_end
'2025-12-31
}
}
}
:REN-003
{5
:means
{2
:zh-Hant
'期末收入不可能是負的：縮減或流失大於期初。
:en
'Closing revenue cannot be negative: contraction or churn exceeds the opening.
}
:todo
{2
:zh-Hant
'核對期初、縮減與流失。
:en
'Check opening, contraction and churn.
}
:sheet
=re
:wrong
{2
:row
'R102
:cells
{1
:closing
'-100
}
}
:right
{2
:row
'R001
:cells
{1
:closing
'1150000
}
}
}
:REN-004
{6
:means
{2
:zh-Hant
'這期的期初應等於上期的期末，否則留存率算不對。
:en
'The opening should be the last closing, or retention comes out wrong.
}
:todo
{2
:zh-Hant
'改正這一期的期初，或上一期的期末。
:en
'Correct this opening or the closing before it.
}
:sheet
=re
:wrong
{2
:row
'R004
:cells
{1
:open_diff
'-100000
}
}
:right
{2
:row
'R002
:cells
{1
:open_diff
'0
}
}
:says
{1
:d
'-100,000
}
}
:REN-005
{6
:means
{2
:zh-Hant
'「足夠的敏感和及時的反應」：等到期才談，客戶多半已另有打算。
:en
'"Sense it and react in time": whoever talks only at the end finds that the customer has other plans.
}
:todo
{2
:zh-Hant
'聯絡客戶，把狀態改成洽談中。
:en
'Call the customer and set the status to in talks.
}
:sheet
=re
:wrong
{2
:row
'R004
:cells
{2
:status
'未啟動
:alert
'緊急
}
}
:right
{2
:row
'R002
:cells
{2
:status
'洽談中
:alert
'預警
}
}
:says
{1
:n
'20
}
}
:REN-006
{5
:means
{2
:zh-Hant
'已續約要有金額和簽約時間，續約率才算得出來。
:en
'A renewal needs its amount and date, or the rate cannot be counted.
}
:todo
{2
:zh-Hant
'補上金額與簽約時間。
:en
'Fill in both.
}
:sheet
=re
:wrong
{2
:row
'R104
:cells
{3
:sign_date
'
:status
'已續約
:amount
'
}
}
:right
{2
:row
'R001
:cells
{3
:sign_date
'2024-12-20
:status
'已續約
:amount
'1150000
}
}
}
:REN-007
{6
:means
{2
:zh-Hant
'合約已經過期，服務可能正在白做。
:en
'The contract has run out; service may be going on unpaid.
}
:todo
{2
:zh-Hant
'確認是否續約，更新狀態。
:en
'Find out whether it is renewed, and update the status.
}
:sheet
=re
:wrong
{2
:row
'R006
:cells
{1
:alert
'已過期
}
}
:right
{2
:row
'R002
:cells
{1
:alert
'預警
}
}
:says
{1
:n
'1
}
}
:REN-008
{6
:means
{2
:zh-Hant
'「包括人的變動、企業的變動、產品、商業模式的變動」：兩項以上的信號，卻沒有行動。
:en
'"Changes of people, company, product or model": two signals or more and nothing is done.
}
:todo
{2
:zh-Hant
'寫下下一步行動。
:en
'Write down the next action.
}
:sheet
=re
:wrong
{2
:row
'R002
:cells
{3
:next_action
'
:drift_n
'2
:status
'洽談中
}
}
:right
{2
:row
'R005
:cells
{3
:next_action
'
:drift_n
'2
:status
'已流失
}
}
:says
{1
:n
'2
}
}
:REN-009
{5
:means
{2
:zh-Hant
'「挖掘客戶的需求」：需求要靠新開發才能滿足，卻沒有行動。
:en
'"Dig for what the customer needs": it takes new development, and nothing is planned.
}
:todo
{2
:zh-Hant
'寫下開發或替代方案的下一步。
:en
'Write down what will be developed or offered instead.
}
:sheet
=re
:wrong
{2
:row
'R004
:cells
{2
:next_action
'
:match
'需新開發
}
}
:right
{2
:row
'R001
:cells
{2
:next_action
'
:match
'已匹配
}
}
}
:REN-010
{6
:means
{2
:zh-Hant
'「第三階段是客戶成功管理」：說是客戶成功，滿意度卻不到 7 分。
:en
'"The third stage is customer success": yet satisfaction is below 7.
}
:todo
{2
:zh-Hant
'照實改服務級別，或先處理不滿的原因。
:en
'Set the stage to what is true, or mend what they complain of.
}
:sheet
=re
:wrong
{2
:row
'R105
:cells
{2
:csat
'5
:sv
'客戶成功管理
}
}
:right
{2
:row
'R002
:cells
{2
:csat
'7
:sv
'客戶成功管理
}
}
:says
{1
:v
'5
}
}
:REN-011
{5
:means
{2
:zh-Hant
'「第一階段是被動響應式」：核心客戶不該只是被動響應。
:en
'"The first stage merely reacts": not enough for a core account.
}
:todo
{2
:zh-Hant
'提升到客戶關係管理，安排定期回顧。
:en
'Raise it to relationship management, with regular reviews.
}
:sheet
=re
:wrong
{2
:row
'R006
:cells
{2
:sv
'被動響應
:account_id
'A006
}
}
:right
{2
:row
'R003
:cells
{2
:sv
'被動響應
:account_id
'A003
}
}
}
:REN-012
{5
:means
{2
:zh-Hant
'實際續約率和清單裡的基準差太多，預測會一直偏。
:en
'The rate really reached differs from the base on the list, and every forecast with it.
}
:todo
{2
:zh-Hant
'把清單的基準改成訊息裡的比率。
:en
'Set the base on the list to the rate in the message.
}
:wrong
{2
:zh-Hant
'基準 60%，二十筆實際 45%
:en
'base 60 %, 45 % reached over twenty rows
}
:right
{2
:zh-Hant
'基準 50%，二十筆實際 45%
:en
'base 50 %, 45 % reached over twenty rows
}
:says
{2
:stage
{2
:zh-Hant
'客戶成功管理
:en
'Customer success
}
:p
'45%
}
}
:REN-013
{5
:means
{2
:zh-Hant
'已流失的期間，流失金額不會是 0。
:en
'A churned period cannot have a churn of 0.
}
:todo
{2
:zh-Hant
'填上流失金額，或改正狀態。
:en
'Fill in the churn, or correct the status.
}
:sheet
=re
:wrong
{2
:row
'R107
:cells
{3
:churn
'
:status
'已流失
:opening
'1000
}
}
:right
{2
:row
'R005
:cells
{3
:churn
'400000
:status
'已流失
:opening
'400000
}
}
}
:REN-014
{5
:means
{2
:zh-Hant
'原本就有收入的客戶，多買的是增購，不是新增。
:en
'Where there was revenue before, more of it is expansion, not new.
}
:todo
{2
:zh-Hant
'把金額移到增購欄。
:en
'Move the amount to expansion.
}
:sheet
=re
:wrong
{2
:row
'R105
:cells
{2
:new
'10
:opening
'1000
}
}
:right
{2
:row
'R004
:cells
{2
:new
'250000
:opening
'0
}
}
}
:MRG-001
{5
:means
{2
:zh-Hant
'兩份副本把同一格改成不同的值，程式不替你選。
:en
'Two copies changed one cell to different values, and nothing is chosen for you.
}
:todo
{2
:zh-Hant
'問兩位填寫的人，選定一個。
:en
'Ask both, and choose one.
}
:wrong
{2
:zh-Hant
'甲把 D-006 的金額改成 500 萬，乙改成 480 萬
:en
'one copy says 5,000,000 for D-006, the other 4,800,000
}
:right
{2
:zh-Hant
'只有甲改了金額，或兩人改成一樣
:en
'only one changed it, or both to the same
}
:says
{5
:sheet
{2
:zh-Hant
'商機
:en
'Deals
}
:id
'D-006
:column
{2
:zh-Hant
'金額(元)
:en
'Amount
}
:a
'5000000
:b
'4800000
}
}
:MRG-002
{5
:means
{2
:zh-Hant
'一份刪除了這一列，另一份卻修改了它。
:en
'One copy deleted the row, another edited it.
}
:todo
{2
:zh-Hant
'決定留下或刪除。
:en
'Decide whether it stays.
}
:wrong
{2
:zh-Hant
'甲刪除 D-006，乙更新了它的階段
:en
'deleted in one copy, moved to another stage in the other
}
:right
{2
:zh-Hant
'只有甲刪除，乙沒有動
:en
'deleted in one and untouched in the other
}
:says
{1
:id
'D-006
}
}
:MRG-003
{5
:means
{2
:zh-Hant
'兩份副本各自新增了不同的列，卻用了同一個編號。
:en
'Two copies each added a row, different ones under one id.
}
:todo
{2
:zh-Hant
'給其中一列新的編號。
:en
'Give one of them a new id.
}
:wrong
{2
:zh-Hant
'兩人都新增 D-020，一筆是康達、一筆是永昕
:en
'D-020 added twice, for two accounts
}
:right
{2
:zh-Hant
'D-020 與 D-021
:en
'D-020 and D-021
}
:says
{1
:id
'D-020
}
}
:MRG-004
{5
:means
{2
:zh-Hant
'副本少了一欄，無法知道那一欄有沒有人改。
:en
'A copy lacks a column, so nobody can tell whether it was changed there.
}
:todo
{2
:zh-Hant
'補回這一欄再合併一次。
:en
'Put the column back and merge again.
}
:wrong
{2
:zh-Hant
'乙的副本刪掉了「備註」欄
:en
'Notes deleted in one copy
}
:right
{2
:zh-Hant
'每份副本的欄都和底本相同
:en
'every copy has the columns of the base
}
:says
{1
:column
{2
:zh-Hant
'備註
:en
'Notes
}
}
}
:MRG-005
{4
:means
{2
:zh-Hant
'計算欄會重新計算，兩份不同沒有關係。
:en
'Computed columns are computed anew; it does not matter that copies differ.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
:wrong
{2
:zh-Hant
'加權金額兩份不同
:en
'weighted amounts differ
}
:right
{2
:zh-Hant
'只有輸入欄不同
:en
'only inputs differ
}
}
}
:codes
{191
:STALL
{4
:also
[2
=停滯
=stalled
}
:title
{2
:zh-Hant
'停滯
:en
'Stalled
}
:means
{2
:zh-Hant
'在目前階段停留的天數超過這個階段的上限。
:en
'The deal has stood in its stage for longer than the stage allows.
}
:todo
{2
:zh-Hant
'安排下一步，或按實際情況改階段。
:en
'Set a next step, or the stage to what is true.
}
}
:PAST
{4
:also
[2
=過期
=past close
}
:title
{2
:zh-Hant
'已過預計簽約日
:en
'Past its date
}
:means
{2
:zh-Hant
'預計簽約日早於基準日，商機還沒結。
:en
'The expected close is before the as-of date and the deal is still open.
}
:todo
{2
:zh-Hant
'與客戶確認新的簽約日。
:en
'Agree with the customer on a new date.
}
}
:GATE
{4
:also
[2
=缺關卡
=gates missing
}
:title
{2
:zh-Hant
'關卡有缺
:en
'Gate missing
}
:means
{2
:zh-Hant
'用了步驟勾選，而申報階段的關卡還沒全部完成。
:en
'The checklist is in use and a gate of the declared stage is not done.
}
:todo
{2
:zh-Hant
'完成缺少的關卡並打勾；哪幾項見 DEA-007。
:en
'Do what is missing and tick it; DEA-007 says which.
}
}
:INFLATED
{4
:also
[2
=虛高
=inflated
}
:title
{2
:zh-Hant
'階段虛高
:en
'Inflated
}
:means
{2
:zh-Hant
'申報的階段比勾選的證據超前。
:en
'The declared stage is ahead of what the ticks prove.
}
:todo
{2
:zh-Hant
'補上證據，或把階段調低；見 DEA-024。
:en
'Tick the evidence or lower the stage; see DEA-024.
}
}
:NOGUIDE
{4
:also
[2
=無向導
=no guide
}
:title
{2
:zh-Hant
'沒有向導
:en
'No guide
}
:means
{2
:zh-Hant
'申報到標前引導或以後，卻還沒有向導。
:en
'Pre-bid guidance or later is declared and nobody guides you.
}
:todo
{2
:zh-Hant
'找一位向導並登錄；見 DEA-009。
:en
'Find a guide and enter them; see DEA-009.
}
}
:LAG
{4
:also
[2
=落後
=behind
}
:title
{2
:zh-Hant
'競爭落後
:en
'Behind a rival
}
:means
{2
:zh-Hant
'競爭位置填的是落後。
:en
'The competitive position is given as behind.
}
:todo
{2
:zh-Hant
'找出差距，調整方案；見 DEA-010。
:en
'Find the gap and change the offer; see DEA-010.
}
}
:NONEXT
{4
:also
[2
=無下一步
=no next step
}
:title
{2
:zh-Hant
'沒有下一步
:en
'No next step
}
:means
{2
:zh-Hant
'開放的商機沒有下一步日期。
:en
'The deal is open and has no next date.
}
:todo
{2
:zh-Hant
'填上下一步日期；見 DEA-012。
:en
'Fill in the date of the next step; see DEA-012.
}
}
:NEXTLATE
{4
:also
[2
=下一步逾期
=next step late
}
:title
{2
:zh-Hant
'下一步逾期
:en
'Next step late
}
:means
{2
:zh-Hant
'下一步日期早於基準日。
:en
'The next date is before the as-of date.
}
:todo
{2
:zh-Hant
'做完它，或改到今後的日子；見 DEA-012。
:en
'Do it, or set a date to come; see DEA-012.
}
}
:WVR-001
{3
:title
{2
:zh-Hant
'豁免已過期
:en
'Waiver expired
}
:means
{2
:zh-Hant
'dealbook-waivers.yaml 裡接受過的例外，期限已過，但問題還在。
:en
'An exception that dealbook-waivers.yaml accepts has run out, and what it accepted is still there.
}
:todo
{2
:zh-Hant
'改正問題，或由核准的人延長期限。
:en
'Mend it, or have whoever agreed set a new date.
}
}
:WVR-002
{3
:title
{2
:zh-Hant
'豁免已無用
:en
'Waiver not needed
}
:means
{2
:zh-Hant
'豁免所指的問題已經不在。
:en
'What the waiver accepts is not there any more.
}
:todo
{2
:zh-Hant
'從 dealbook-waivers.yaml 刪去這一項。
:en
'Take it out of dealbook-waivers.yaml.
}
}
:new
{3
:title
{2
:zh-Hant
'新出現
:en
'New
}
:means
{2
:zh-Hant
'上一次檢查沒有、這一次有的問題。
:en
'A finding that the run before did not have.
}
:todo
{2
:zh-Hant
'看它是什麼時候、由誰填的。
:en
'See who typed it, and when.
}
}
:persisting
{3
:title
{2
:zh-Hant
'仍存在
:en
'Persisting
}
:means
{2
:zh-Hant
'上一次就有、這一次還在的問題。
:en
'A finding that was there before and still is.
}
:todo
{2
:zh-Hant
'找責任人處理，或列入豁免。
:en
'Ask its owner, or accept it in the waivers.
}
}
:fixed
{3
:title
{2
:zh-Hant
'已解決
:en
'Fixed
}
:means
{2
:zh-Hant
'上一次有、這一次沒有了的問題。
:en
'A finding that was there before and is gone.
}
:todo
{2
:zh-Hant
'不必處理，只供知悉。
:en
'Nothing.
}
}
:reopened
{3
:title
{2
:zh-Hant
'再次出現
:en
'Reopened
}
:means
{2
:zh-Hant
'解決過、又出現的問題。
:en
'A finding that had been fixed and is back.
}
:todo
{2
:zh-Hant
'找出為什麼又發生，多半是貼回了舊資料。
:en
'Find out why; often old data were pasted back.
}
}
:waived
{3
:title
{2
:zh-Hant
'已接受
:en
'Waived
}
:means
{2
:zh-Hant
'團隊在 dealbook-waivers.yaml 裡接受的問題，不計入失敗。
:en
'A finding that the team accepts in dealbook-waivers.yaml; it fails no run.
}
:todo
{2
:zh-Hant
'到期前再檢視一次。
:en
'Look at it again before it expires.
}
}
:own
{3
:title
{2
:zh-Hant
'規則手冊的欄名
:en
'Header of the playbook
}
:means
{2
:zh-Hant
'欄名就是規則手冊裡的標題或別名。
:en
'The header is a title or an alias in the playbook.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing: this is as sure as it gets.
}
}
:vocabulary
{3
:title
{2
:zh-Hant
'詞彙裡的說法
:en
'Word of the vocabulary
}
:means
{2
:zh-Hant
'欄名是其他團隊和程式常用的說法，詞彙表收了它。
:en
'The header is a word that other teams or programs use, and the vocabulary has it.
}
:todo
{2
:zh-Hant
'看一下儲存格是否也合；不合就在 dealbook.yaml 改。
:en
'See that the cells agree; if not, change the column in dealbook.yaml.
}
}
:part
{3
:title
{2
:zh-Hant
'含有詞彙裡的詞
:en
'Contains a known word
}
:means
{2
:zh-Hant
'欄名裡有一個詞彙表的詞，其餘的字沒有認出。
:en
'A word of the vocabulary stands in the header beside others that are not known.
}
:todo
{2
:zh-Hant
'確認這一欄真的是那個意思。
:en
'Make sure that the column means what that word means.
}
}
:synonym
{3
:title
{2
:zh-Hant
'同義的說法
:en
'Says the same in other words
}
:means
{2
:zh-Hant
'欄名用別的話說了詞彙表裡某個詞的意思。
:en
'The header says in other words what a word of the vocabulary says.
}
:todo
{2
:zh-Hant
'確認意思相同，再把欄名加為別名。
:en
'Check that they mean the same, then add the header as an alias.
}
}
:customers
{3
:title
{2
:zh-Hant
'內容是客戶
:en
'Holds customers
}
:means
{2
:zh-Hant
'這一欄的內容是其他工作表上的客戶。
:en
'The cells are the customers of other sheets.
}
:todo
{2
:zh-Hant
'不必處理，除非這一欄是別的公司，例如供應商。
:en
'Nothing, unless the column is of other companies, such as suppliers.
}
}
:outcomes
{3
:title
{2
:zh-Hant
'說明輸贏的欄
:en
'Says what was won and lost
}
:means
{2
:zh-Hant
'階段旁邊的這一欄說明哪些商機贏了、輸了。
:en
'Beside the stages, this column says which deals are won and which are lost.
}
:todo
{2
:zh-Hant
'不必處理；與階段矛盾時見 DEA-029。
:en
'Nothing; DEA-029 tells where the two contradict each other.
}
}
:actual-amounts
{3
:title
{2
:zh-Hant
'實際金額的欄
:en
'Actual amounts
}
:means
{2
:zh-Hant
'金額旁邊的這一欄是贏單後的實際金額。
:en
'Beside the expected amounts, this column says what won deals brought.
}
:todo
{2
:zh-Hant
'確認贏單應照這一欄計算。
:en
'Make sure that won deals are to count by it.
}
}
:closing-days
{3
:title
{2
:zh-Hant
'結案日的欄
:en
'Days of closing
}
:means
{2
:zh-Hant
'只有已結的商機在這一欄有日期。
:en
'Only deals that are over have a day in this column.
}
:todo
{2
:zh-Hant
'確認這是實際簽約或輸單的日期。
:en
'Make sure that it is the day on which a deal was signed or lost.
}
}
:open-balance
{3
:title
{2
:zh-Hant
'未收餘額的欄
:en
'What is still open
}
:means
{2
:zh-Hant
'這一欄是每筆應收還沒收到的金額。
:en
'The column says how much of each receivable has not been paid.
}
:todo
{2
:zh-Hant
'確認它不是原本的應收金額。
:en
'Make sure that it is not the amount of the invoice.
}
}
:agree
{3
:title
{2
:zh-Hant
'儲存格相符
:en
'The cells agree
}
:means
{2
:zh-Hant
'儲存格的內容與這一欄該有的相符。
:en
'The cells hold what such a column holds.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:few
{3
:title
{2
:zh-Hant
'儲存格太少
:en
'Too few cells
}
:means
{2
:zh-Hant
'儲存格太少或沒有，看不出內容是否相符。
:en
'There are no cells, or too few to tell what the column holds.
}
:todo
{2
:zh-Hant
'填幾列以後再執行一次 adopt。
:en
'Run adopt again once some rows are filled in.
}
}
:doubtful
{3
:title
{2
:zh-Hant
'部分不符
:en
'Some cells differ
}
:means
{2
:zh-Hant
'有些儲存格相符，有些不符。
:en
'Some cells hold what such a column holds, others do not.
}
:todo
{2
:zh-Hant
'看不符的是填錯，還是欄認錯了。
:en
'See whether those cells are wrong, or the column is another one.
}
}
:disagree
{3
:title
{2
:zh-Hant
'儲存格不符
:en
'The cells do not agree
}
:means
{2
:zh-Hant
'儲存格的內容不是這一欄該有的。
:en
'The cells hold something else than such a column does.
}
:todo
{2
:zh-Hant
'在 dealbook.yaml 指定另一欄，或更正內容。
:en
'Name another column in dealbook.yaml, or correct the cells.
}
}
:unknown-word
{3
:title
{2
:zh-Hant
'不認得的欄名
:en
'Unknown word
}
:means
{2
:zh-Hant
'規則手冊與詞彙表都沒有這個欄名，原樣保留。
:en
'Neither the playbook nor the vocabulary has the header; the column is left as it is.
}
:todo
{2
:zh-Hant
'若它是方法裡的欄，在 dealbook.yaml 為它加別名。
:en
'If the method has such a column, add the header as its alias in dealbook.yaml.
}
}
:no-input
{3
:title
{2
:zh-Hant
'不是輸入欄
:en
'No input
}
:means
{2
:zh-Hant
'認得這個詞，但它不是要人填的欄。
:en
'The word is known, but nothing is typed into such a column.
}
:todo
{2
:zh-Hant
'不必處理；dealbook 自己計算它需要的值。
:en
'Nothing: dealbook computes what it needs by itself.
}
}
:cells-disagree
{3
:title
{2
:zh-Hant
'欄名對而內容不對
:en
'The word fits, the cells do not
}
:means
{2
:zh-Hant
'欄名像某一欄，儲存格卻是別的東西，所以不採用。
:en
'The header means a column whose cells would look otherwise, so it is not taken.
}
:todo
{2
:zh-Hant
'改欄名，或更正儲存格，再執行 adopt。
:en
'Rename the column or correct its cells, then run adopt again.
}
}
:taken
{3
:title
{2
:zh-Hant
'已有另一欄
:en
'Already another column
}
:means
{2
:zh-Hant
'另一欄已認定為同一個意思，一欄就夠。
:en
'Another header was taken for the same column already.
}
:todo
{2
:zh-Hant
'若這一欄才對，在 dealbook.yaml 把別名換成它。
:en
'If this is the right one, give its header in dealbook.yaml instead.
}
}
:typed-computed
{3
:title
{2
:zh-Hant
'手填的計算欄
:en
'Computed, but typed
}
:means
{2
:zh-Hant
'欄名是由 dealbook 計算的欄，內容卻是手填的。
:en
'The header is that of a computed column, but its cells were typed.
}
:todo
{2
:zh-Hant
'改欄名保留手填的值，或刪去讓 fill 計算。
:en
'Rename it to keep what was typed, or delete it and let fill compute it.
}
}
:thin
{3
:title
{2
:zh-Hant
'證據太少
:en
'Too little evidence
}
:means
{2
:zh-Hant
'欄名與內容都只有一點像，不夠確定，所以不採用。
:en
'Header and cells say too little to be sure, so it is not taken.
}
:todo
{2
:zh-Hant
'在 dealbook.yaml 寫明它是什麼。
:en
'State in dealbook.yaml what it is.
}
}
:reworded
{3
:title
{2
:zh-Hant
'規則手冊另有欄名
:en
'The playbook has another header
}
:means
{2
:zh-Hant
'團隊的規則手冊為這一欄寫了別的欄名。
:en
'The team's own playbook states another header for the column.
}
:todo
{2
:zh-Hant
'照規則手冊改欄名，或在那裡加上這個別名。
:en
'Rename it as the playbook says, or add this header there.
}
}
:empty
{3
:title
{2
:zh-Hant
'空的工作表
:en
'Empty sheet
}
:means
{2
:zh-Hant
'工作表上什麼也沒有。
:en
'Nothing stands on the sheet.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:no-header
{3
:title
{2
:zh-Hant
'沒有表頭
:en
'No header row
}
:means
{2
:zh-Hant
'沒有一列看起來像表頭。
:en
'No row looks like a header.
}
:todo
{2
:zh-Hant
'在資料上面加一列欄名。
:en
'Put a row of headers above the data.
}
}
:summary
{3
:title
{2
:zh-Hant
'彙總表
:en
'Summary
}
:means
{2
:zh-Hant
'這張表只是彙總別處的儲存格，例如樞紐分析表。
:en
'The sheet sums up other cells, as a pivot table or a dashboard does.
}
:todo
{2
:zh-Hant
'不必處理；原始資料在別的工作表。
:en
'Nothing: the rows it sums up are read where they stand.
}
}
:unknown
{3
:title
{2
:zh-Hant
'不像任何一種表
:en
'Like no kind of sheet
}
:means
{2
:zh-Hant
'沒有任何跡象指出這是方法裡的哪一種表。
:en
'Nothing shows that the sheet is of a kind that the method has.
}
:todo
{2
:zh-Hant
'若它是，在 dealbook.yaml 寫明它的名稱與欄。
:en
'If it is, state its name and columns in dealbook.yaml.
}
}
:not-stated
{3
:title
{2
:zh-Hant
'規則手冊沒有提到
:en
'Not named in the playbook
}
:means
{2
:zh-Hant
'規則手冊寫明了各張表在哪裡，這一張不在其中。
:en
'The playbook states where its sheets are, and this is none of them.
}
:todo
{2
:zh-Hant
'要讀它，就在 dealbook.yaml 加上它。
:en
'Add it to dealbook.yaml if it is to be read.
}
}
:second-of
{3
:title
{2
:zh-Hant
'同一種表的第二張
:en
'Second of its kind
}
:means
{2
:zh-Hant
'另一張表更像這一種，這一張不讀。
:en
'Another sheet matches the kind better, so this one is not read.
}
:todo
{2
:zh-Hant
'把資料併到那一張，或在 dealbook.yaml 寫明兩張都要。
:en
'Move its rows to the other sheet, or name both in dealbook.yaml.
}
}
:no-worksheet
{3
:title
{2
:zh-Hant
'不是資料工作表
:en
'No worksheet
}
:means
{2
:zh-Hant
'這個分頁是圖表或對話方塊，沒有儲存格。
:en
'The tab holds a chart or a dialog and has no cells.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:formula
{3
:title
{2
:zh-Hant
'值來自公式
:en
'Value of a formula
}
:means
{2
:zh-Hant
'這一格是團隊自己的公式，修復不改公式。
:en
'The cell holds a formula of the team's own, which no repair changes.
}
:todo
{2
:zh-Hant
'改正公式或它讀的儲存格。
:en
'Correct the formula, or what it reads.
}
}
:formula-in-column
{3
:title
{2
:zh-Hant
'欄裡有公式
:en
'A formula in the column
}
:means
{2
:zh-Hant
'要換算的欄裡有公式，不知道它是否也要換算。
:en
'A column to convert holds a formula, and whether it would follow is not clear.
}
:todo
{2
:zh-Hant
'把公式改成數字，或自行換算整欄。
:en
'Make it a number, or convert the column by hand.
}
}
:unread-in-column
{3
:title
{2
:zh-Hant
'欄裡有讀不出的文字
:en
'A text in the column
}
:means
{2
:zh-Hant
'要換算的欄裡有讀不出金額的文字，它會留在原單位。
:en
'A column to convert holds a text that gives no amount and would stay in the old unit.
}
:todo
{2
:zh-Hant
'先把那一格改成數字。
:en
'Make that cell a number first.
}
}
:number-of-other-unit
{3
:title
{2
:zh-Hant
'數字大得多
:en
'A number far larger
}
:means
{2
:zh-Hant
'一個數字比其他的大得多，可能已經是元。
:en
'One number is so much larger than the others that it may be in single units already.
}
:todo
{2
:zh-Hant
'先核對那一格的單位。
:en
'Check the unit of that cell first.
}
}
:stated-elsewhere
{3
:title
{2
:zh-Hant
'別處寫明原單位
:en
'Stated elsewhere
}
:means
{2
:zh-Hant
'標題、附註或圖表寫明這一欄的原單位，換算後它們就錯了。
:en
'Titles, notes or charts state the column's unit and would be wrong after a conversion.
}
:todo
{2
:zh-Hant
'改掉它們，或用 --repair all 換算後再改。
:en
'Change them, or let --repair all convert the column and change them afterwards.
}
}
:read-elsewhere
{3
:title
{2
:zh-Hant
'別處以原單位為準
:en
'Depended on elsewhere
}
:means
{2
:zh-Hant
'公式、圖表、標題或附註以這一欄的原單位為準，換算後它們就錯了。
:en
'Formulas, charts, titles or notes read or state the column's unit and would be wrong after a conversion.
}
:todo
{2
:zh-Hant
'連同所列的地方自行換算。
:en
'Convert the column by hand, together with the places that are listed.
}
}
:formula-in-percent-column
{3
:title
{2
:zh-Hant
'百分比欄裡有公式
:en
'A formula among percentages
}
:means
{2
:zh-Hant
'百分比欄裡有公式，也得除以 100。
:en
'A formula in the column of percentages would have to be divided by 100 too.
}
:todo
{2
:zh-Hant
'先改那個公式。
:en
'Change that formula first.
}
}
:header
{3
:title
{2
:zh-Hant
'欄名的單位不能改
:en
'The unit of the header
}
:means
{2
:zh-Hant
'欄名的單位有兩種讀法，或不在末尾的括號裡。
:en
'The unit in the header can be read in two ways, or is not in brackets at its end.
}
:todo
{2
:zh-Hant
'自行換算數值並改欄名。
:en
'Convert the numbers and change the header by hand.
}
}
:same-numbers
{3
:title
{2
:zh-Hant
'另一欄數字一樣大
:en
'Another column as large
}
:means
{2
:zh-Hant
'沒有寫單位的另一欄數字一樣大，可能是同一單位。
:en
'A column without a unit has numbers as large, perhaps in the same one.
}
:todo
{2
:zh-Hant
'在那一欄的欄名寫明單位。
:en
'Write its unit into that other header.
}
}
:unit-line
{3
:title
{2
:zh-Hant
'表外的文字寫了單位
:en
'A text states the unit
}
:means
{2
:zh-Hant
'單位寫在表格旁邊的文字裡，也許還管別的欄。
:en
'A text beside the table states the unit, perhaps for other columns too.
}
:todo
{2
:zh-Hant
'連同那段文字一起換算。
:en
'Convert the numbers together with that text.
}
}
:several-currencies
{3
:title
{2
:zh-Hant
'多種幣別
:en
'Several currencies
}
:means
{2
:zh-Hant
'金額有多種幣別，只有團隊知道怎麼換算。
:en
'The amounts are in several currencies, and only the team knows how to convert them.
}
:todo
{2
:zh-Hant
'換算成一種幣別，或一種幣別一份檔案。
:en
'Convert them to one, or keep a workbook for each.
}
}
:several-tabs
{3
:title
{2
:zh-Hant
'分在多個分頁
:en
'On several tabs
}
:means
{2
:zh-Hant
'資料分在多個分頁，修復不改。
:en
'The rows stand on several tabs, which repairs leave alone.
}
:todo
{2
:zh-Hant
'自行在各分頁改正。
:en
'Correct each tab by hand.
}
}
:refused
{3
:title
{2
:zh-Hant
'檔案不允許
:en
'Refused by the file
}
:means
{2
:zh-Hant
'儲存格受檔案結構限制，例如合併儲存格或陣列公式，不能單獨寫。
:en
'Something in the file, such as merged cells or an array formula, keeps the cell from being written.
}
:todo
{2
:zh-Hant
'先在試算表程式裡解除那個限制。
:en
'Undo that in the spreadsheet program first.
}
}
:sheets-missing
{3
:title
{2
:zh-Hant
'缺少工作表
:en
'Sheets missing
}
:means
{2
:zh-Hant
'計算這一欄要用的工作表不在檔案裡。
:en
'The workbook lacks a sheet that the column is computed from.
}
:todo
{2
:zh-Hant
'加上那張表，否則這一欄就不計算。
:en
'Add the sheet if the column is wanted.
}
}
:columns-missing
{3
:title
{2
:zh-Hant
'缺少欄
:en
'Columns missing
}
:means
{2
:zh-Hant
'計算這一欄要用的輸入欄不在表上。
:en
'The sheet lacks an input that the column is computed from.
}
:todo
{2
:zh-Hant
'加上所列的欄。
:en
'Add the columns that are named.
}
}
:not-understood
{3
:title
{2
:zh-Hant
'內容看不懂
:en
'Not understood
}
:means
{2
:zh-Hant
'某一欄的儲存格有兩種讀法或混用單位，所以不拿來計算。
:en
'The cells of an input can be read in two ways or mix units, so nothing is computed from it.
}
:todo
{2
:zh-Hant
'先改正那一欄，見 check。
:en
'Correct that column first; check names the cells.
}
}
:setting-missing
{3
:title
{2
:zh-Hant
'缺少設定
:en
'Setting missing
}
:means
{2
:zh-Hant
'計算要用的設定沒有值，也沒有可用的預設值。
:en
'A setting that is needed has no value, and no default can stand in.
}
:todo
{2
:zh-Hant
'在設定表填上它。
:en
'Fill it in on the Settings sheet.
}
}
:chance-unknown
{3
:title
{2
:zh-Hant
'不知道機率
:en
'Chance not known
}
:means
{2
:zh-Hant
'沒有人寫過這個階段的商機有多少會贏。
:en
'Nobody has said how many deals of a stage are won.
}
:todo
{2
:zh-Hant
'在清單或 dealbook.yaml 填上那個階段的機率。
:en
'State the chance of the stage in the list or in dealbook.yaml.
}
}
:sheet-left-out
{3
:title
{2
:zh-Hant
'整張表不寫
:en
'Sheet left out
}
:means
{2
:zh-Hant
'這張表不能寫入，或加不了欄；報告說明原因。
:en
'The sheet cannot be written or has no room for a column; the report says why.
}
:todo
{2
:zh-Hant
'照報告所說的改，再執行 fill。
:en
'Do what the report says, then run fill again.
}
}
:rests-on
{3
:title
{2
:zh-Hant
'依賴略過的欄
:en
'Rests on another
}
:means
{2
:zh-Hant
'它要讀的另一個計算欄已略過。
:en
'A computed column that it reads is left out.
}
:todo
{2
:zh-Hant
'先解決那一欄。
:en
'Settle that other column first.
}
}
:not-requested
{3
:title
{2
:zh-Hant
'沒有要求
:en
'Not asked for
}
:means
{2
:zh-Hant
'這次 fill 沒有要求這一欄，或沒有要求它要讀的欄。
:en
'This fill was not asked for the column, or for one that it reads.
}
:todo
{2
:zh-Hant
'用 --columns 選更多欄。
:en
'Ask for more with --columns.
}
}
:missing
{3
:title
{2
:zh-Hant
'找不到檔案
:en
'Not there
}
:means
{2
:zh-Hant
'檔案不見了、連結失效，或檔名無法開啟。
:en
'The file is gone, is a link to nowhere, or has a name that cannot be opened.
}
:todo
{2
:zh-Hant
'看看是改了名、移走了，還是刪除了。
:en
'See whether it was renamed, moved or deleted.
}
}
:folder
{3
:title
{2
:zh-Hant
'資料夾無法讀取
:en
'Folder cannot be read
}
:means
{2
:zh-Hant
'檔案所在的資料夾不讓程式列出內容。
:en
'The folder of the file does not let itself be listed.
}
:todo
{2
:zh-Hant
'給執行夜檢的帳號讀取權限。
:en
'Let the account of the night read it.
}
}
:denied
{3
:title
{2
:zh-Hant
'系統不允許讀取
:en
'Access denied
}
:means
{2
:zh-Hant
'系統不允許讀這個檔案。
:en
'The system does not let the file be read.
}
:todo
{2
:zh-Hant
'改檔案的權限，或從清單移除它。
:en
'Change its permissions, or leave it out of the night.
}
}
:beingWritten
{3
:title
{2
:zh-Hant
'仍在寫入
:en
'Still being written
}
:means
{2
:zh-Hant
'檢查時有人或程式正在寫這個檔案。
:en
'Somebody or a program was writing the file while it was looked at.
}
:todo
{2
:zh-Hant
'不必處理，下一次會再讀。
:en
'Nothing: the next run reads it.
}
}
:notAWorkbook
{3
:title
{2
:zh-Hant
'不是工作簿
:en
'Not a workbook
}
:means
{2
:zh-Hant
'檔案內容不是 .xlsx 工作簿，雖然副檔名是。
:en
'The contents are none of an .xlsx workbook, whatever the name says.
}
:todo
{2
:zh-Hant
'用試算表程式另存為 .xlsx，或刪去它。
:en
'Save it as .xlsx in a spreadsheet program, or take it away.
}
}
:password
{3
:title
{2
:zh-Hant
'有密碼保護
:en
'Password-protected
}
:means
{2
:zh-Hant
'檔案用密碼加密，沒有密碼誰也讀不了。
:en
'The file is encrypted, and nobody reads it without its password.
}
:todo
{2
:zh-Hant
'解除密碼後再存檔。
:en
'Save it without a password.
}
}
:damaged
{3
:title
{2
:zh-Hant
'檔案損壞
:en
'Damaged
}
:means
{2
:zh-Hant
'檔案缺了一塊，或有一部分讀不出來。
:en
'A part of the file is missing or cannot be read.
}
:todo
{2
:zh-Hant
'用 Excel 開啟修復，或從備份取回。
:en
'Open it in Excel and let it be mended, or take it from a backup.
}
}
:limit
{3
:title
{2
:zh-Hant
'超出上限
:en
'Over a limit
}
:means
{2
:zh-Hant
'檔案超出某個上限；說明裡有上限的名稱與值。
:en
'The file exceeds a limit; the sentence beside it names the limit and its value.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit 提高那個上限。
:en
'Raise that limit with --limit if you trust the file.
}
}
:playbook
{3
:title
{2
:zh-Hant
'規則手冊有錯
:en
'Mistakes in the playbook
}
:means
{2
:zh-Hant
'檢查這個工作簿要用的規則手冊寫錯了，所以沒有檢查。
:en
'The playbook by which the workbook is checked has mistakes, so it was not checked.
}
:todo
{2
:zh-Hant
'用 dealbook playbook check 找出錯在哪一行。
:en
'dealbook playbook check names the lines.
}
}
:tooSlow
{3
:title
{2
:zh-Hant
'檢查逾時
:en
'Timed out
}
:means
{2
:zh-Hant
'檢查用掉了給它的時間。
:en
'Its check used up the time that it was given.
}
:todo
{2
:zh-Hant
'減少公式與列數，或提高 worker-seconds。
:en
'Make it smaller, or raise worker-seconds.
}
}
:ended
{3
:title
{2
:zh-Hant
'檢查程序被中止
:en
'Process killed
}
:means
{2
:zh-Hant
'檢查它的程序中途結束，多半是記憶體不夠。
:en
'The process that checked it ended, mostly for want of memory.
}
:todo
{2
:zh-Hant
'再執行一次；仍然如此就回報。
:en
'Run it again; report it if that does not help.
}
}
:noProcess
{3
:title
{2
:zh-Hant
'沒有可用的程序
:en
'No process
}
:means
{2
:zh-Hant
'系統當時開不了新的程序。
:en
'The system could not start a process for it.
}
:todo
{2
:zh-Hant
'減少同時執行的程式，再執行一次。
:en
'Run fewer programs beside it, and try again.
}
}
:checked
{3
:title
{2
:zh-Hant
'已檢查
:en
'Checked
}
:means
{2
:zh-Hant
'工作簿讀完並檢查過了。
:en
'The workbook was read and checked.
}
:todo
{2
:zh-Hant
'看它的問題。
:en
'Look at its findings.
}
}
:notTeamWorkbook
{3
:title
{2
:zh-Hant
'不是團隊的工作簿
:en
'No team workbook
}
:means
{2
:zh-Hant
'讀得出來，但沒有一張表像方法裡的表。
:en
'It can be read, but none of its sheets looks like one of the method.
}
:todo
{2
:zh-Hant
'若它是，執行 dealbook adopt。
:en
'Run dealbook adopt if it is one.
}
}
:unreadable
{3
:title
{2
:zh-Hant
'無法讀取
:en
'Unreadable
}
:means
{2
:zh-Hant
'不是可讀的工作簿，或超出上限。
:en
'It is no workbook that can be read, or exceeds a limit.
}
:todo
{2
:zh-Hant
'看旁邊的原因。
:en
'See the cause beside it.
}
}
:unsettled
{3
:title
{2
:zh-Hant
'尚未寫完
:en
'Not settled
}
:means
{2
:zh-Hant
'檢查時檔案還在變動。
:en
'The file was still changing.
}
:todo
{2
:zh-Hant
'不必處理，下一次會再讀。
:en
'Nothing: the next run looks again.
}
}
:failed
{3
:title
{2
:zh-Hant
'檢查未完成
:en
'Failed
}
:means
{2
:zh-Hant
'檢查沒有做完：時間或記憶體用盡，或程式出錯。
:en
'The check did not finish: time or memory ran out, or the program failed.
}
:todo
{2
:zh-Hant
'看旁邊的原因，再執行一次。
:en
'See the cause beside it, and run it again.
}
}
:gone
{3
:title
{2
:zh-Hant
'已不在
:en
'Gone
}
:means
{2
:zh-Hant
'上一次還在的檔案，這一次不在了。
:en
'It was there in the run before and is not now.
}
:todo
{2
:zh-Hant
'看看是移走了還是刪除了。
:en
'See whether it was moved or deleted.
}
}
:no longer asked
{3
:title
{2
:zh-Hant
'不再檢查
:en
'No longer asked
}
:means
{2
:zh-Hant
'規則手冊、豁免或表頭變了，這個問題問不了，所以不算解決。
:en
'The playbook, the waivers or a header changed, so nobody can say whether it is fixed.
}
:todo
{2
:zh-Hant
'確認那條規則或那一欄是有意拿掉的。
:en
'Make sure that the rule or the column was taken away on purpose.
}
}
:moved
{3
:title
{2
:zh-Hant
'改了位置
:en
'Moved
}
:means
{2
:zh-Hant
'工作簿改了名或移走，問題在新位置接著算。
:en
'The workbook has another name or folder; the finding goes on there.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:repaired
{3
:title
{2
:zh-Hant
'已修復
:en
'Repaired
}
:means
{2
:zh-Hant
'內容意思不變，只是改成程式讀得懂的寫法，所以不算變動。
:en
'Only the spelling of the cell was put right, so it is no change of what it says.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:changed
{3
:title
{2
:zh-Hant
'已變動
:en
'Changed
}
:means
{2
:zh-Hant
'這一格與上一次不同，而且不只是寫法。
:en
'The cell says something else than in the run before.
}
:todo
{2
:zh-Hant
'看是誰改的、為什麼。
:en
'See who changed it, and why.
}
}
:P10
{3
:title
{2
:zh-Hant
'十次有九次至少到
:en
'P10
}
:means
{2
:zh-Hant
'照各商機的機率，期末十次有九次至少到這個金額。
:en
'By the chances of the deals, nine times in ten at least this is reached by the end of the period.
}
:todo
{2
:zh-Hant
'拿它當保守的數字。
:en
'Use it as the cautious figure.
}
}
:P50
{3
:title
{2
:zh-Hant
'一半機會到
:en
'P50
}
:means
{2
:zh-Hant
'照各商機的機率，期末有一半機會到這個金額。
:en
'By the chances of the deals, this is reached in one of two cases.
}
:todo
{2
:zh-Hant
'拿它與目標比。
:en
'Compare it with the target.
}
}
:P90
{3
:title
{2
:zh-Hant
'十次有一次到
:en
'P90
}
:means
{2
:zh-Hant
'照各商機的機率，期末十次只有一次到這個金額。
:en
'By the chances of the deals, only one time in ten is this reached.
}
:todo
{2
:zh-Hant
'不要拿它承諾。
:en
'Promise nothing by it.
}
}
:P(target)
{3
:title
{2
:zh-Hant
'達標機率
:en
'P(target)
}
:means
{2
:zh-Hant
'期末達到目標的機率。
:en
'How likely the target is reached by the end of the period.
}
:todo
{2
:zh-Hant
'太低就補商機，或談目標。
:en
'Where it is low, find more deals, or talk about the target.
}
}
:committable
{3
:title
{2
:zh-Hant
'可承諾值
:en
'Committable
}
:means
{2
:zh-Hant
'以設定裡的信心（CommitConfidence）能達到的金額，十分有把握才說出口。
:en
'The sum that is reached with the confidence that the settings ask for.
}
:todo
{2
:zh-Hant
'對外承諾不要超過它。
:en
'Do not promise more than this.
}
}
:needed
{3
:title
{2
:zh-Hant
'所需
:en
'Needed
}
:means
{2
:zh-Hant
'要達到目標，漏斗這一階段以上該有的金額。
:en
'What the funnel needs at this stage to reach the target.
}
:todo
{2
:zh-Hant
'不足就往前面的階段補商機。
:en
'Where less has reached it, fill the stages before.
}
}
:reached
{3
:title
{2
:zh-Hant
'到達
:en
'Reached
}
:means
{2
:zh-Hant
'到過這一階段的商機金額，包括後來更進一步的。
:en
'The amounts of deals that have reached the stage, those that went further included.
}
:todo
{2
:zh-Hant
'與「所需」比。
:en
'Compare it with Needed.
}
}
:ratio
{3
:title
{2
:zh-Hant
'到達率
:en
'Ratio
}
:means
{2
:zh-Hant
'到達除以所需。
:en
'What has reached the stage, divided by what is needed.
}
:todo
{2
:zh-Hant
'低於 100% 的階段先補。
:en
'Begin with the stages below 100%.
}
}
:weighted_open
{3
:title
{2
:zh-Hant
'加權在手
:en
'Weighted open
}
:means
{2
:zh-Hant
'在手商機的金額乘以各自機率的總和。
:en
'The amounts of open deals, each times its chance, added up.
}
:todo
{2
:zh-Hant
'與距離目標的差額比。
:en
'Compare it with what is missing to the target.
}
}
:expected_target
{3
:title
{2
:zh-Hant
'期望/目標
:en
'Expected/target
}
:means
{2
:zh-Hant
'已簽加上加權在手，除以目標。
:en
'What is won and what is open by its chance, divided by the target.
}
:todo
{2
:zh-Hant
'低於 100% 就還不夠。
:en
'Below 100% it is not enough.
}
}
:overdue_total
{3
:title
{2
:zh-Hant
'逾期未收
:en
'Overdue
}
:means
{2
:zh-Hant
'到期日已過、還沒收到的款項總額。
:en
'What was due before the as-of date and has not been paid.
}
:todo
{2
:zh-Hant
'先催金額大、逾期久的。
:en
'Ask first for what is large and long overdue.
}
}
:over_90
{3
:title
{2
:zh-Hant
'超過 90 天
:en
'over 90 days
}
:means
{2
:zh-Hant
'逾期超過 90 天還沒收到的款項。
:en
'What has been overdue for more than 90 days.
}
:todo
{2
:zh-Hant
'由主管出面，並評估能否收回。
:en
'Let a manager ask, and judge whether it will ever come.
}
}
:due_so_far
{3
:title
{2
:zh-Hant
'累計應收
:en
'Due so far
}
:means
{2
:zh-Hant
'到那個月底為止已到期的應收。
:en
'What has come due by the end of that month.
}
:todo
{2
:zh-Hant
'與其中已收比。
:en
'Compare it with what was received of it.
}
}
:received_of_it
{3
:title
{2
:zh-Hant
'其中已收
:en
'Received of it
}
:means
{2
:zh-Hant
'到期的應收當中已經收到的，不含超付。
:en
'What of the sums due was received; what was overpaid does not count.
}
:todo
{2
:zh-Hant
'不足的部分就是逾期。
:en
'What lacks is overdue.
}
}
:owed
{3
:title
{2
:zh-Hant
'未收
:en
'Owed
}
:means
{2
:zh-Hant
'合約還沒收到的款項。
:en
'What of the contract has not been paid yet.
}
:todo
{2
:zh-Hant
'照最早到期的日子安排。
:en
'Go by the day on which the first of it is due.
}
}
:first_due
{3
:title
{2
:zh-Hant
'最早到期
:en
'First due
}
:means
{2
:zh-Hant
'未收款項中最早到期的日子。
:en
'The earliest day on which something that is owed is due.
}
:todo
{2
:zh-Hant
'到期前先提醒客戶。
:en
'Remind the customer before it.
}
}
:renewals_due
{3
:title
{2
:zh-Hant
'續約到期
:en
'Renewals due
}
:means
{2
:zh-Hant
'30、60、90 天內到期、還沒續的合約數。
:en
'How many contracts end within 30, 60 and 90 days and are not renewed yet.
}
:todo
{2
:zh-Hant
'先談 30 天內的。
:en
'Talk about those of the next 30 days first.
}
}
:drift_alerts
{3
:title
{2
:zh-Hant
'漂移預警
:en
'Drift alerts
}
:means
{2
:zh-Hant
'客戶關係或進度正在變壞的件數。
:en
'How many accounts show signs that things are getting worse.
}
:todo
{2
:zh-Hant
'逐家看是哪個訊號。
:en
'Look at which sign it is for each.
}
}
:ticked
{3
:title
{2
:zh-Hant
'已勾
:en
'Ticked
}
:means
{2
:zh-Hant
'檢查項中已經勾選的數目。
:en
'How many items of the checklist are ticked.
}
:todo
{2
:zh-Hant
'補上沒勾的，或承認還沒做到。
:en
'Do the others, or say that they are not done.
}
}
:surplus
{3
:title
{2
:zh-Hant
'差額
:en
'Surplus or gap
}
:means
{2
:zh-Hant
'在手的金額減去這一階段所需，負數就是不夠。
:en
'What is open less what the stage needs; below 0 something is missing.
}
:todo
{2
:zh-Hant
'負的階段先補。
:en
'Begin where it is negative.
}
}
:risk_margin
{3
:title
{2
:zh-Hant
'在手的風險裕量
:en
'Risk margin of open deals
}
:means
{2
:zh-Hant
'在手商機超出所需的部分，失去多少還能達標。
:en
'How much of the open deals may be lost before the target is.
}
:todo
{2
:zh-Hant
'太小就不能再丟一件。
:en
'Where it is small, none of them may be lost.
}
}
:roles_covered
{3
:title
{2
:zh-Hant
'角色覆蓋
:en
'Roles covered
}
:means
{2
:zh-Hant
'決策鏈上的角色有幾個已經有人負責接觸。
:en
'How many roles of the decision have somebody who is in touch.
}
:todo
{2
:zh-Hant
'補上還沒有人接觸的角色。
:en
'Find somebody for the others.
}
}
:roles_changed
{3
:title
{2
:zh-Hant
'人事變動
:en
'Changed
}
:means
{2
:zh-Hant
'決策角色最近換了人。
:en
'A role of the decision has another person now.
}
:todo
{2
:zh-Hant
'重新拜訪新的人。
:en
'Visit whoever came.
}
}
:fast_ox
{3
:title
{2
:zh-Hant
'鞭打快牛
:en
'Fast ox
}
:means
{2
:zh-Hant
'去年做得好的人今年目標加得特別多。
:en
'Somebody who did well last year was given far more this year.
}
:todo
{2
:zh-Hant
'和其他人的成長率比，再談目標。
:en
'Compare it with the others' growth, and talk about it.
}
}
:open_deals
{3
:title
{2
:zh-Hant
'在手件數
:en
'Open deals
}
:means
{2
:zh-Hant
'還沒贏也還沒輸的商機數。
:en
'How many deals are neither won nor lost.
}
:todo
{2
:zh-Hant
'不必處理，只供知悉。
:en
'Nothing: it is for information.
}
}
:cell
{3
:title
{2
:zh-Hant
'位置
:en
'Cell
}
:means
{2
:zh-Hant
'要改的儲存格在哪裡；合併時，是各份副本改法不同的儲存格（MRG-001）。
:en
'Where the cell is that something is to be done about; in a merge, a cell that copies changed differently (MRG-001).
}
:todo
{2
:zh-Hant
'打開工作簿，到那一格。
:en
'Open the workbook and go there.
}
}
:kind
{3
:title
{2
:zh-Hant
'類別
:en
'Kind
}
:means
{2
:zh-Hant
'這件事屬於哪一類：逾期、下一步、續約等。
:en
'What sort of thing it is: a payment, a next step, a renewal.
}
:todo
{2
:zh-Hant
'照類別分批做。
:en
'Do those of one kind together.
}
}
:stated
{3
:title
{2
:zh-Hant
'設定
:en
'Stated
}
:means
{2
:zh-Hant
'清單裡為這個階段寫的贏單機率。
:en
'The chance of winning that the list states for the stage.
}
:todo
{2
:zh-Hant
'與實際差很多就改。
:en
'Change it where it is far from what came true.
}
}
:error_best_0
{3
:title
{2
:zh-Hant
'預測誤差（0 最準）
:en
'Error (0 is best)
}
:means
{2
:zh-Hant
'所寫的機率與結果平均差多少，0 最準。
:en
'How far the stated chances were from what came of the deals, on average.
}
:todo
{2
:zh-Hant
'差的階段照實際比率改。
:en
'Set the stages that are far off to the realised rates.
}
}
:last_visit
{3
:title
{2
:zh-Hant
'上次拜訪
:en
'Last visit
}
:means
{2
:zh-Hant
'最近一次拜訪這家客戶的日子。
:en
'The day of the last visit to the account.
}
:todo
{2
:zh-Hant
'太久就約下一次。
:en
'Arrange the next one if it is long ago.
}
}
:relation
{3
:title
{2
:zh-Hant
'關係
:en
'Relation
}
:means
{2
:zh-Hant
'與這家客戶的關係分，0 到 100。
:en
'How good the relation to the account is, from 0 to 100.
}
:todo
{2
:zh-Hant
'低的先經營。
:en
'Begin where it is low.
}
}
:step_intelligence
{3
:title
{2
:zh-Hant
'情報
:en
'Intelligence
}
:means
{2
:zh-Hant
'計劃七步之一：收集客戶的情報。
:en
'One of the seven steps: what is known of the account.
}
:todo
{2
:zh-Hant
'沒做就先補。
:en
'Do it first where it is missing.
}
}
:step_margin
{3
:title
{2
:zh-Hant
'裕量
:en
'Margin
}
:means
{2
:zh-Hant
'計劃七步之一：算出商機的裕量。
:en
'One of the seven steps: how much more is in hand than needed.
}
:todo
{2
:zh-Hant
'裕量不足就補商機。
:en
'Find more deals where there is too little.
}
}
:step_adjustment
{3
:title
{2
:zh-Hant
'調控
:en
'Adjustment
}
:means
{2
:zh-Hant
'計劃七步之一：照進度調整計劃。
:en
'One of the seven steps: the plan is adjusted to what has come.
}
:todo
{2
:zh-Hant
'每月看一次。
:en
'Look at it every month.
}
}
:commit_figure
{3
:title
{2
:zh-Hant
'承諾
:en
'Commit
}
:means
{2
:zh-Hant
'已簽的，加上機率至少達到設定 CommitMin 的在手商機。
:en
'What is won, and the open deals whose chance is at least CommitMin of the settings.
}
:todo
{2
:zh-Hant
'逐件確認，少一件就少這麼多。
:en
'Look at each of them: losing one takes its whole amount away.
}
}
:best_figure
{3
:title
{2
:zh-Hant
'樂觀
:en
'Best case
}
:means
{2
:zh-Hant
'已簽的，加上機率至少達到設定 BestMin 的在手商機。
:en
'What is won, and the open deals whose chance is at least BestMin of the settings.
}
:todo
{2
:zh-Hant
'不要拿它當承諾。
:en
'Do not take it for a promise.
}
}
:target_figure
{3
:title
{2
:zh-Hant
'本期目標
:en
'Target
}
:means
{2
:zh-Hant
'本期所有責任人的目標總和。
:en
'The targets of all owners for the period, added up.
}
:todo
{2
:zh-Hant
'與已簽和預測比。
:en
'Compare it with what is won and with the forecast.
}
}
:risk_flags
{3
:title
{2
:zh-Hant
'風險
:en
'Risk
}
:means
{2
:zh-Hant
'商機的風險標記，以文字說明，例如停滯、下一步逾期。
:en
'The flags of a deal in words, such as stalled or next step late.
}
:todo
{2
:zh-Hant
'用 explain 查每個標記。
:en
'Ask explain about each of them.
}
}
:month
{3
:title
{2
:zh-Hant
'月
:en
'Month
}
:means
{2
:zh-Hant
'到那個月底為止。
:en
'Up to the end of that month.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:step
{3
:title
{2
:zh-Hant
'步驟
:en
'Step
}
:means
{2
:zh-Hant
'線索或合約所在的步驟。
:en
'The step at which leads or contracts stand.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:leads_count
{3
:title
{2
:zh-Hant
'線索數
:en
'Leads
}
:means
{2
:zh-Hant
'停在這個步驟的線索有幾筆。
:en
'How many leads stand at the step.
}
:todo
{2
:zh-Hant
'停太久的步驟先處理。
:en
'Begin with the step at which they stay.
}
}
:open_amount
{3
:title
{2
:zh-Hant
'在手金額
:en
'Open amount
}
:means
{2
:zh-Hant
'還沒贏也還沒輸的商機金額總和。
:en
'The amounts of the deals that are neither won nor lost.
}
:todo
{2
:zh-Hant
'不必處理，只供知悉。
:en
'Nothing: it is for information.
}
}
:drift
{3
:title
{2
:zh-Hant
'漂移
:en
'Drift
}
:means
{2
:zh-Hant
'客戶關係或進度變壞的訊號。
:en
'The signs that an account is getting worse.
}
:todo
{2
:zh-Hant
'逐項看原因。
:en
'Look for the cause of each.
}
}
:what_to_do
{3
:title
{2
:zh-Hant
'要做的事
:en
'What to do
}
:means
{2
:zh-Hant
'這一件接下來要做什麼。
:en
'What is to be done next about it.
}
:todo
{2
:zh-Hant
'做完就更新那一格。
:en
'Do it, then bring the cell up to date.
}
}
:actual
{3
:title
{2
:zh-Hant
'實際
:en
'Actual
}
:means
{2
:zh-Hant
'這個階段的商機實際贏了幾成。
:en
'The share of the deals at the stage that were in fact won.
}
:todo
{2
:zh-Hant
'與設定的機率比。
:en
'Compare it with the stated chance.
}
}
:closed_count
{3
:title
{2
:zh-Hant
'已結
:en
'Closed
}
:means
{2
:zh-Hant
'到過這個階段、已經贏或輸的商機數。
:en
'How many deals that reached the stage are won or lost by now.
}
:todo
{2
:zh-Hant
'太少就還不能下結論。
:en
'Where they are few, conclude nothing yet.
}
}
:of_them_won
{3
:title
{2
:zh-Hant
'其中贏單
:en
'Of them won
}
:means
{2
:zh-Hant
'已結的商機中贏了幾件。
:en
'How many of those that are over were won.
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:surplus_rate
{3
:title
{2
:zh-Hant
'富餘率
:en
'Surplus rate
}
:means
{2
:zh-Hant
'差額除以所需。
:en
'The surplus or gap, divided by what is needed.
}
:todo
{2
:zh-Hant
'負的階段先補。
:en
'Begin where it is negative.
}
}
:step_breakdown
{3
:title
{2
:zh-Hant
'分解
:en
'Breakdown
}
:means
{2
:zh-Hant
'計劃七步之一：把目標分解到產品與人。
:en
'One of the seven steps: the target is divided by product and person.
}
:todo
{2
:zh-Hant
'補上還沒分的部分。
:en
'Divide what is left.
}
}
:file-size
{3
:title
{2
:zh-Hant
'上限：檔案的位元組數
:en
'Limit: the size of the file in bytes
}
:means
{2
:zh-Hant
'這個上限限制檔案的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of the file in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit file-size=數值 提高；dealbook limits 列出現在的值。
:en
'--limit file-size=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:entries
{3
:title
{2
:zh-Hant
'上限：壓縮檔裡的項目數
:en
'Limit: the entries of the archive
}
:means
{2
:zh-Hant
'這個上限限制壓縮檔裡的項目數；超出的檔案不讀，結束碼 3。
:en
'A bound on the entries of the archive; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit entries=數值 提高；dealbook limits 列出現在的值。
:en
'--limit entries=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:entry-inflated
{3
:title
{2
:zh-Hant
'上限：一個項目解壓縮後的位元組數
:en
'Limit: the size of one entry when it is inflated, in bytes
}
:means
{2
:zh-Hant
'這個上限限制一個項目解壓縮後的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of one entry when it is inflated, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit entry-inflated=數值 提高；dealbook limits 列出現在的值。
:en
'--limit entry-inflated=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:total-inflated
{3
:title
{2
:zh-Hant
'上限：全部項目解壓縮後的位元組數
:en
'Limit: the size of all entries when they are inflated, in bytes
}
:means
{2
:zh-Hant
'這個上限限制全部項目解壓縮後的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of all entries when they are inflated, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit total-inflated=數值 提高；dealbook limits 列出現在的值。
:en
'--limit total-inflated=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:limit ratio
{3
:title
{2
:zh-Hant
'上限：一個項目的壓縮比
:en
'Limit: how many times smaller one entry was made
}
:means
{2
:zh-Hant
'這個上限限制一個項目的壓縮比；超出的檔案不讀，結束碼 3。
:en
'A bound on how many times smaller one entry was made; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit ratio=數值 提高；dealbook limits 列出現在的值。
:en
'--limit ratio=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:total-ratio
{3
:title
{2
:zh-Hant
'上限：整個檔案的壓縮比
:en
'Limit: how many times smaller the whole file was made
}
:means
{2
:zh-Hant
'這個上限限制整個檔案的壓縮比；超出的檔案不讀，結束碼 3。
:en
'A bound on how many times smaller the whole file was made; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit total-ratio=數值 提高；dealbook limits 列出現在的值。
:en
'--limit total-ratio=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:xml-depth
{3
:title
{2
:zh-Hant
'上限：XML 元素的巢狀深度
:en
'Limit: how deep elements of XML are nested
}
:means
{2
:zh-Hant
'這個上限限制XML 元素的巢狀深度；超出的檔案不讀，結束碼 3。
:en
'A bound on how deep elements of XML are nested; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit xml-depth=數值 提高；dealbook limits 列出現在的值。
:en
'--limit xml-depth=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:xml-attributes
{3
:title
{2
:zh-Hant
'上限：一個 XML 元素的屬性數
:en
'Limit: the attributes of one element of XML
}
:means
{2
:zh-Hant
'這個上限限制一個 XML 元素的屬性數；超出的檔案不讀，結束碼 3。
:en
'A bound on the attributes of one element of XML; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit xml-attributes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit xml-attributes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:xml-attribute-bytes
{3
:title
{2
:zh-Hant
'上限：一個 XML 屬性值的位元組數
:en
'Limit: the size of one attribute's value, in bytes
}
:means
{2
:zh-Hant
'這個上限限制一個 XML 屬性值的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of one attribute's value, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit xml-attribute-bytes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit xml-attribute-bytes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:xml-text-bytes
{3
:title
{2
:zh-Hant
'上限：一段 XML 文字的位元組數
:en
'Limit: the size of one run of text in XML, in bytes
}
:means
{2
:zh-Hant
'這個上限限制一段 XML 文字的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of one run of text in XML, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit xml-text-bytes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit xml-text-bytes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:xml-name-bytes
{3
:title
{2
:zh-Hant
'上限：一個 XML 名稱的位元組數
:en
'Limit: the size of one name in XML, in bytes
}
:means
{2
:zh-Hant
'這個上限限制一個 XML 名稱的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of one name in XML, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit xml-name-bytes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit xml-name-bytes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:xml-elements
{3
:title
{2
:zh-Hant
'上限：整份讀入的部分有多少 XML 元素
:en
'Limit: the elements of a part that is read as a whole
}
:means
{2
:zh-Hant
'這個上限限制整份讀入的部分有多少 XML 元素；超出的檔案不讀，結束碼 3。
:en
'A bound on the elements of a part that is read as a whole; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit xml-elements=數值 提高；dealbook limits 列出現在的值。
:en
'--limit xml-elements=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:relationships
{3
:title
{2
:zh-Hant
'上限：檔案各部分之間的關聯數
:en
'Limit: the links between the parts of the file
}
:means
{2
:zh-Hant
'這個上限限制檔案各部分之間的關聯數；超出的檔案不讀，結束碼 3。
:en
'A bound on the links between the parts of the file; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit relationships=數值 提高；dealbook limits 列出現在的值。
:en
'--limit relationships=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:sheets
{3
:title
{2
:zh-Hant
'上限：工作表數
:en
'Limit: the sheets of a workbook
}
:means
{2
:zh-Hant
'這個上限限制工作表數；超出的檔案不讀，結束碼 3。
:en
'A bound on the sheets of a workbook; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit sheets=數值 提高；dealbook limits 列出現在的值。
:en
'--limit sheets=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:defined-names
{3
:title
{2
:zh-Hant
'上限：定義的名稱數
:en
'Limit: the defined names of a workbook
}
:means
{2
:zh-Hant
'這個上限限制定義的名稱數；超出的檔案不讀，結束碼 3。
:en
'A bound on the defined names of a workbook; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit defined-names=數值 提高；dealbook limits 列出現在的值。
:en
'--limit defined-names=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:cell-formats
{3
:title
{2
:zh-Hant
'上限：儲存格格式數
:en
'Limit: the formats of cells
}
:means
{2
:zh-Hant
'這個上限限制儲存格格式數；超出的檔案不讀，結束碼 3。
:en
'A bound on the formats of cells; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit cell-formats=數值 提高；dealbook limits 列出現在的值。
:en
'--limit cell-formats=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:merged-cells
{3
:title
{2
:zh-Hant
'上限：合併儲存格數
:en
'Limit: the merged ranges of a sheet
}
:means
{2
:zh-Hant
'這個上限限制合併儲存格數；超出的檔案不讀，結束碼 3。
:en
'A bound on the merged ranges of a sheet; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit merged-cells=數值 提高；dealbook limits 列出現在的值。
:en
'--limit merged-cells=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:shared-strings
{3
:title
{2
:zh-Hant
'上限：共用文字的數目
:en
'Limit: the texts that cells share
}
:means
{2
:zh-Hant
'這個上限限制共用文字的數目；超出的檔案不讀，結束碼 3。
:en
'A bound on the texts that cells share; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit shared-strings=數值 提高；dealbook limits 列出現在的值。
:en
'--limit shared-strings=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:shared-string-bytes
{3
:title
{2
:zh-Hant
'上限：共用文字的位元組數
:en
'Limit: the size of the texts that cells share, in bytes
}
:means
{2
:zh-Hant
'這個上限限制共用文字的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of the texts that cells share, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit shared-string-bytes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit shared-string-bytes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:cells-per-sheet
{3
:title
{2
:zh-Hant
'上限：一張工作表的儲存格數
:en
'Limit: the cells of one sheet
}
:means
{2
:zh-Hant
'這個上限限制一張工作表的儲存格數；超出的檔案不讀，結束碼 3。
:en
'A bound on the cells of one sheet; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit cells-per-sheet=數值 提高；dealbook limits 列出現在的值。
:en
'--limit cells-per-sheet=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:cells-per-workbook
{3
:title
{2
:zh-Hant
'上限：所有讀入工作表的儲存格數
:en
'Limit: the cells of all sheets that are read
}
:means
{2
:zh-Hant
'這個上限限制所有讀入工作表的儲存格數；超出的檔案不讀，結束碼 3。
:en
'A bound on the cells of all sheets that are read; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit cells-per-workbook=數值 提高；dealbook limits 列出現在的值。
:en
'--limit cells-per-workbook=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:text-bytes
{3
:title
{2
:zh-Hant
'上限：所有儲存格文字的位元組數
:en
'Limit: the texts of all cells, in bytes
}
:means
{2
:zh-Hant
'這個上限限制所有儲存格文字的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the texts of all cells, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit text-bytes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit text-bytes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:blank-rows
{3
:title
{2
:zh-Hant
'上限：資料之間的空列數
:en
'Limit: the rows without data between the first and the last with data
}
:means
{2
:zh-Hant
'這個上限限制資料之間的空列數；超出的檔案不讀，結束碼 3。
:en
'A bound on the rows without data between the first and the last with data; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit blank-rows=數值 提高；dealbook limits 列出現在的值。
:en
'--limit blank-rows=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:distribution-steps
{3
:title
{2
:zh-Hant
'上限：算出目標達成分布的步數
:en
'Limit: the steps in which the outlook of all targets is computed
}
:means
{2
:zh-Hant
'這個上限限制算出目標達成分布的步數；超出的檔案不讀，結束碼 3。
:en
'A bound on the steps in which the outlook of all targets is computed; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit distribution-steps=數值 提高；dealbook limits 列出現在的值。
:en
'--limit distribution-steps=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:formula-steps
{3
:title
{2
:zh-Hant
'上限：公式裡不能用索引的查找所比對的位元組數
:en
'Limit: what lookups without an index compare, in bytes
}
:means
{2
:zh-Hant
'這個上限限制公式裡不能用索引的查找所比對的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on what lookups without an index compare, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit formula-steps=數值 提高；dealbook limits 列出現在的值。
:en
'--limit formula-steps=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:findings-per-rule
{3
:title
{2
:zh-Hant
'上限：夜檢為每條規則保留的問題數
:en
'Limit: the findings of one rule that a night keeps for a workbook
}
:means
{2
:zh-Hant
'這個上限限制夜檢為每條規則保留的問題數；超出的檔案不讀，結束碼 3。
:en
'A bound on the findings of one rule that a night keeps for a workbook; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit findings-per-rule=數值 提高；dealbook limits 列出現在的值。
:en
'--limit findings-per-rule=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:finding-bytes
{3
:title
{2
:zh-Hant
'上限：夜檢報告裡一個工作簿的問題所占的位元組數
:en
'Limit: the room that the findings of a workbook have in a report, in bytes
}
:means
{2
:zh-Hant
'這個上限限制夜檢報告裡一個工作簿的問題所占的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the room that the findings of a workbook have in a report, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit finding-bytes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit finding-bytes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:calculation-steps
{3
:title
{2
:zh-Hant
'上限：計算全部公式的步數
:en
'Limit: the steps in which all formulas are calculated
}
:means
{2
:zh-Hant
'這個上限限制計算全部公式的步數；超出的檔案不讀，結束碼 3。
:en
'A bound on the steps in which all formulas are calculated; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit calculation-steps=數值 提高；dealbook limits 列出現在的值。
:en
'--limit calculation-steps=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:calculation-bytes
{3
:title
{2
:zh-Hant
'上限：計算時的值所占的記憶體
:en
'Limit: the memory of the values of a calculation, in bytes
}
:means
{2
:zh-Hant
'這個上限限制計算時的值所占的記憶體；超出的檔案不讀，結束碼 3。
:en
'A bound on the memory of the values of a calculation, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit calculation-bytes=數值 提高；dealbook limits 列出現在的值。
:en
'--limit calculation-bytes=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:formula-length
{3
:title
{2
:zh-Hant
'上限：一個公式的長度
:en
'Limit: the length of a formula
}
:means
{2
:zh-Hant
'這個上限限制一個公式的長度；超出的檔案不讀，結束碼 3。
:en
'A bound on the length of a formula; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit formula-length=數值 提高；dealbook limits 列出現在的值。
:en
'--limit formula-length=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:formula-depth
{3
:title
{2
:zh-Hant
'上限：公式裡括號與函數的巢狀深度
:en
'Limit: how deep a formula is nested
}
:means
{2
:zh-Hant
'這個上限限制公式裡括號與函數的巢狀深度；超出的檔案不讀，結束碼 3。
:en
'A bound on how deep a formula is nested; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit formula-depth=數值 提高；dealbook limits 列出現在的值。
:en
'--limit formula-depth=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:array-cells
{3
:title
{2
:zh-Hant
'上限：公式裡一個陣列的儲存格數
:en
'Limit: the cells of one array in a formula
}
:means
{2
:zh-Hant
'這個上限限制公式裡一個陣列的儲存格數；超出的檔案不讀，結束碼 3。
:en
'A bound on the cells of one array in a formula; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'不能更改。
:en
'It cannot be set.
}
}
:worker-memory
{3
:title
{2
:zh-Hant
'上限：一個檢查程序的位址空間
:en
'Limit: the address space of one process, in bytes
}
:means
{2
:zh-Hant
'這個上限限制一個檢查程序的位址空間；超出的檔案不讀，結束碼 3。
:en
'A bound on the address space of one process, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit worker-memory=數值 提高；dealbook limits 列出現在的值。
:en
'--limit worker-memory=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:worker-memory-small-file
{3
:title
{2
:zh-Hant
'上限：檢查小檔案的程序的位址空間
:en
'Limit: the address space of a process for a small file, in bytes
}
:means
{2
:zh-Hant
'這個上限限制檢查小檔案的程序的位址空間；超出的檔案不讀，結束碼 3。
:en
'A bound on the address space of a process for a small file, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit worker-memory-small-file=數值 提高；dealbook limits 列出現在的值。
:en
'--limit worker-memory-small-file=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:worker-processor-seconds
{3
:title
{2
:zh-Hant
'上限：一個檢查程序可用的處理器秒數
:en
'Limit: the seconds of processor time of one process
}
:means
{2
:zh-Hant
'這個上限限制一個檢查程序可用的處理器秒數；超出的檔案不讀，結束碼 3。
:en
'A bound on the seconds of processor time of one process; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit worker-processor-seconds=數值 提高；dealbook limits 列出現在的值。
:en
'--limit worker-processor-seconds=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:worker-seconds
{3
:title
{2
:zh-Hant
'上限：一個檢查程序可用的秒數
:en
'Limit: the seconds that one process may take
}
:means
{2
:zh-Hant
'這個上限限制一個檢查程序可用的秒數；超出的檔案不讀，結束碼 3。
:en
'A bound on the seconds that one process may take; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit worker-seconds=數值 提高；dealbook limits 列出現在的值。
:en
'--limit worker-seconds=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:worker-output
{3
:title
{2
:zh-Hant
'上限：一個檢查程序的結果的位元組數
:en
'Limit: the size of what one process gives back, in bytes
}
:means
{2
:zh-Hant
'這個上限限制一個檢查程序的結果的位元組數；超出的檔案不讀，結束碼 3。
:en
'A bound on the size of what one process gives back, in bytes; a file beyond it is not read, and the exit code is 3.
}
:todo
{2
:zh-Hant
'檔案可信就用 --limit worker-output=數值 提高；dealbook limits 列出現在的值。
:en
'--limit worker-output=VALUE raises it for a file that you trust; dealbook limits prints its value.
}
}
:note
{3
:title
{2
:zh-Hant
'附註不同
:en
'Notes differ
}
:means
{2
:zh-Hant
'各份副本把同一格的附註改得不同（MRG-001）。
:en
'Copies changed the note on one cell in different ways (MRG-001).
}
:todo
{2
:zh-Hant
'選定其中一份。
:en
'Choose one of them.
}
}
:discussion
{3
:title
{2
:zh-Hant
'討論串不同
:en
'Discussions differ
}
:means
{2
:zh-Hant
'一份刪了註解討論串，另一份卻接著寫，或同一則訊息改法不同（MRG-001）。
:en
'One copy deleted a discussion that another continued, or a message was changed differently (MRG-001).
}
:todo
{2
:zh-Hant
'問兩位寫的人。
:en
'Ask both writers.
}
}
:row
{3
:title
{2
:zh-Hant
'刪除與修改
:en
'Deleted and changed
}
:means
{2
:zh-Hant
'一份刪了這一列，另一份改了它（MRG-002）。
:en
'One copy deleted the row, another changed it (MRG-002).
}
:todo
{2
:zh-Hant
'決定留下或刪除。
:en
'Decide whether the row stays.
}
}
:id
{3
:title
{2
:zh-Hant
'新編號重複
:en
'ID used twice
}
:means
{2
:zh-Hant
'兩筆新列用了同一個編號，第二筆已換號（MRG-003）。
:en
'Two new rows have one ID; the second was given another (MRG-003).
}
:todo
{2
:zh-Hant
'看兩筆是不是同一件。
:en
'See whether the two are one.
}
}
:room
{3
:title
{2
:zh-Hant
'放不下新列
:en
'No room for rows
}
:means
{2
:zh-Hant
'下面已有別的內容，新列放不進來。
:en
'Other contents below leave no room for the new rows.
}
:todo
{2
:zh-Hant
'把下面的內容移開，再合併一次。
:en
'Move what stands below, then merge again.
}
}
:covered
{3
:title
{2
:zh-Hant
'被合併儲存格蓋住
:en
'Covered by merged cells
}
:means
{2
:zh-Hant
'我方把這一格和別的合併了，放不下改動。
:en
'Ours has merged the cell with others, so the change has no place.
}
:todo
{2
:zh-Hant
'取消合併儲存格，再合併一次。
:en
'Unmerge the cells, then merge again.
}
}
:tab
{3
:title
{2
:zh-Hant
'移到不同分頁
:en
'Moved to different tabs
}
:means
{2
:zh-Hant
'各份副本把同一列移到不同的工作表。
:en
'Copies moved one row to different sheets.
}
:todo
{2
:zh-Hant
'自行決定它該在哪一張。
:en
'Decide on which sheet it belongs.
}
}
:sheet
{3
:title
{2
:zh-Hant
'工作表已刪除
:en
'Sheet deleted
}
:means
{2
:zh-Hant
'我方刪了一張工作表，別的副本改了上面的內容；改動不在結果裡。
:en
'Ours has deleted a sheet on which another copy has changed something; the change is not in the result.
}
:todo
{2
:zh-Hant
'要留下改動，就把那份副本的工作表複製回來；不要就標為已處理。
:en
'To keep the change, copy the sheet back from that copy; otherwise mark the line as done.
}
}
:Settings
{4
:also
[1
=設定
}
:title
{2
:zh-Hant
'設定表
:en
'The Settings sheet
}
:means
{2
:zh-Hant
'一列一個門檻或日期：期間、基準日、各項權重。沒有這張表就用方法的預設值；fill 會加上它。
:en
'One threshold or date a row: period, as-of date, weights. Without the sheet the defaults of the method hold; fill adds it.
}
:todo
{2
:zh-Hant
'把值改成公司自己的；每個設定的意思用 dealbook explain 加它的名稱來查。
:en
'Make the values those of your company; dealbook explain with the name of a setting says what it does.
}
}
:Lists
{4
:also
[1
=清單
}
:title
{2
:zh-Hant
'清單表
:en
'The Lists sheet
}
:means
{2
:zh-Hant
'各個下拉選單的選項和它們的參數，例如階段和各階段的轉化率；公式從這裡取數。fill 會加上它。
:en
'The options of every drop-down list and what goes with them, such as the stages and their conversion; formulas read them here. fill adds it.
}
:todo
{2
:zh-Hant
'選項改名就在這裡改；順序有意義，不要調換。
:en
'Rename options here; their order has a meaning, so leave it.
}
}
:Funnel
{4
:also
[1
=漏斗
}
:title
{2
:zh-Hant
'漏斗表
:en
'The Funnel sheet
}
:means
{2
:zh-Hant
'一列一個階段：達到目標需要多少金額，現在到了多少，差額多少。全是公式。
:en
'One stage a row: the amount that the target needs, the amount reached, and the gap. It is all formulas.
}
:todo
{2
:zh-Hant
'不必填寫；差額為負就去補那個階段的商機。
:en
'Nothing to type. Where the gap is negative, find deals for that stage.
}
}
:net-retention
{4
:also
[2
=net retention
=淨收入留存率
}
:title
{2
:zh-Hant
'淨收入留存率
:en
'Net retention (NRR)
}
:means
{2
:zh-Hant
'期初收入加擴充、減減量與流失之後，還剩多少；超過 100% 表示老客戶買得更多。
:en
'What is left of the opening revenue after expansion, reductions and losses; above 100% the customers you have buy more than before.
}
:todo
{2
:zh-Hant
'低於 100% 時，看續單表裡流失和減量的是哪幾筆。
:en
'Below 100%, see on the Renewals sheet which were lost or reduced.
}
}
:exit 0
{3
:title
{2
:zh-Hant
'結束碼 0：完成
:en
'Exit code 0: done
}
:means
{2
:zh-Hant
'做完了；沒有達到 --fail-on 程度的發現（check 預設為錯誤，fill 不因發現而失敗）。
:en
'Done, with no finding at or above --fail-on (check: error; fill: never).
}
:todo
{2
:zh-Hant
'不必處理。
:en
'Nothing.
}
}
:exit 1
{3
:title
{2
:zh-Hant
'結束碼 1：有發現
:en
'Exit code 1: findings
}
:means
{2
:zh-Hant
'有達到 --fail-on 程度的發現；diff 是有差異，merge 和 gather 是有衝突，update 是匯出檔有東西沒帶入。
:en
'There are findings at or above --fail-on; for diff differences, for merge and gather conflicts, for update something of the export that was left out.
}
:todo
{2
:zh-Hant
'看列出的內容，逐項決定。
:en
'Read what is listed and decide on each.
}
}
:exit 2
{3
:title
{2
:zh-Hant
'結束碼 2：用法不對
:en
'Exit code 2: wrong usage
}
:means
{2
:zh-Hant
'指令、選項或規則手冊有錯，或 -o 指的就是工作簿本身；什麼都沒做。
:en
'The command, an option or the playbook is wrong, or -o names the workbook itself; nothing was done.
}
:todo
{2
:zh-Hant
'照訊息改指令；dealbook help 加指令名稱可看用法。
:en
'Change the command as the message says; dealbook help with the command tells how it is used.
}
}
:exit 3
{3
:title
{2
:zh-Hant
'結束碼 3：讀不出來
:en
'Exit code 3: not readable
}
:means
{2
:zh-Hant
'有東西讀不出來：沒有這個檔案、不是工作簿、超過上限；或有一張工作表無法計算（其餘照寫），或不是團隊的工作簿（fill）。
:en
'Something could not be read: no such file, not a workbook, a limit exceeded; or a sheet could not be filled (the rest is), or the workbook is not a team's (fill).
}
:todo
{2
:zh-Hant
'看訊息說的是哪個檔案、哪張表。
:en
'See which file or sheet the message names.
}
}
:exit 4
{3
:title
{2
:zh-Hant
'結束碼 4：請再試一次
:en
'Exit code 4: try again
}
:means
{2
:zh-Hant
'檔案正在別的程式裡開著，或這段時間在磁碟上被改了；什麼都沒寫。
:en
'The file is open in another program, or was changed on disk meanwhile; nothing was written.
}
:todo
{2
:zh-Hant
'關閉檔案後再執行一次。
:en
'Close the file and run it once more.
}
}
:exit 5
{3
:title
{2
:zh-Hant
'結束碼 5：寫不進去
:en
'Exit code 5: not written
}
:means
{2
:zh-Hant
'結果寫不進去；原來的檔案完好。
:en
'The result could not be written; the original is intact.
}
:todo
{2
:zh-Hant
'檢查資料夾、權限和磁碟空間。
:en
'Check the folder, its permissions and the room on the disk.
}
}
:exit 6
{3
:title
{2
:zh-Hant
'結束碼 6：未確認落盤
:en
'Exit code 6: not confirmed
}
:means
{2
:zh-Hant
'全部寫好了，但系統沒有確認資料已經在磁碟上。
:en
'Everything was written, but the system did not confirm that it is on disk.
}
:todo
{2
:zh-Hant
'開啟檔案看看；重要的話再執行一次。
:en
'Open the file and look; run it again if it matters.
}
}
:exit 70
{3
:title
{2
:zh-Hant
'結束碼 70：程式的錯誤
:en
'Exit code 70: our error
}
:means
{2
:zh-Hant
'這是 dealbook 自己的錯誤，不是檔案的。
:en
'An error of dealbook itself, not of the file.
}
:todo
{2
:zh-Hant
'把訊息回報給維護的人。
:en
'Tell whoever maintains the program what the message says.
}
}
}
:options
{137
:st.LEAD
{2
:zh-Hant
'還沒驗證的線索，不算在手商機。
:en
'Not verified yet; it does not count as an open deal.
}
:st.VERIFY
{2
:zh-Hant
'正在確認是不是真商機（預算、決策權、需求、時程）。
:en
'You are finding out whether it is a real deal: budget, authority, need, time.
}
:st.GUIDE
{2
:zh-Hant
'標書發出前影響需求與條件的階段；要有向導，兩道關卡已過。
:en
'Before the tender goes out, while needs and terms can still be shaped; a guide and two gates are expected.
}
:st.BID
{2
:zh-Hant
'標書或報價已交出，等對方評審。
:en
'The bid or quote is handed in and the customer compares.
}
:st.NEGO
{2
:zh-Hant
'已入選，正在談合約條件。
:en
'You are chosen and the terms are being settled.
}
:st.WON
{2
:zh-Hant
'合約已簽，金額計入已簽。
:en
'The contract is signed; its amount counts as won.
}
:st.LOST
{2
:zh-Hant
'輸給對手或案子取消，不再計入；要寫輸單原因。
:en
'Lost to a rival or cancelled; it no longer counts, and a loss reason is due.
}
:st.HOLD
{2
:zh-Hant
'暫停的商機，不計入在手，也不算輸單。
:en
'Put on hold: neither open nor lost.
}
:oc.OPEN
{2
:zh-Hant
'商機還沒有結果。
:en
'The deal has no outcome yet.
}
:oc.WON
{2
:zh-Hant
'商機簽成了。
:en
'The deal was signed.
}
:oc.LOST
{2
:zh-Hant
'商機輸掉或取消了。
:en
'The deal was lost or cancelled.
}
:oc.HOLD
{2
:zh-Hant
'商機擱下了，以後可能再開。
:en
'The deal rests and may be taken up again.
}
:lc.EXPLORE
{2
:zh-Hant
'雙方初次接觸、互相試探，往來很少。
:en
'First contacts: both sides try each other out and little is bought.
}
:lc.FORM
{2
:zh-Hant
'有了成功的合作，信任和往來都在增加。
:en
'There has been a success; trust and trade grow.
}
:lc.STABLE
{2
:zh-Hant
'往來最多、最信任的時期。
:en
'The time of most trade and most trust.
}
:lc.DECLINE
{2
:zh-Hant
'往來或信任在減少，要找原因挽回。
:en
'Trade or trust goes down; find out why and win it back.
}
:mx.CORE
{2
:zh-Hant
'潛力高、關係好的客戶，投入最多。
:en
'High potential and a good relationship: they get the most effort.
}
:mx.GROWTH
{2
:zh-Hant
'潛力高、關係還不夠的客戶，要補關係。
:en
'High potential, but the relationship is not good enough yet: work on it.
}
:mx.TRACTION
{2
:zh-Hant
'關係好、潛力不高的客戶，用來引薦與當樣板。
:en
'A good relationship and little potential: useful as a reference.
}
:mx.PROBLEM
{2
:zh-Hant
'潛力和關係都不高的客戶，控制投入。
:en
'Little potential and a weak relationship: limit the effort.
}
:gl.G0
{2
:zh-Hant
'不替我們說話，也不給消息的人。
:en
'Neither speaks for you nor tells you anything.
}
:gl.G1
{2
:zh-Hant
'願意透露情報的人。
:en
'Tells you what goes on.
}
:gl.G2
{2
:zh-Hant
'會給建議、教我們怎麼做的人。
:en
'Advises you on what to do.
}
:gl.G3
{2
:zh-Hant
'會在決策中替我們出手的人。
:en
'Acts for you when it is decided.
}
:br.EB
{2
:zh-Hant
'掌握預算、最後點頭的人。
:en
'Holds the budget and has the last word.
}
:br.UB
{2
:zh-Hant
'天天要用的人，在意好不好用。
:en
'Will use it every day and cares how well it works.
}
:br.TB
{2
:zh-Hant
'審技術規格、可以否決的人。
:en
'Checks the specification and can say no.
}
:br.PB
{2
:zh-Hant
'管採購流程與價格的人。
:en
'Runs the purchase and its price.
}
:br.IN
{2
:zh-Hant
'沒有決定權、但說話有份量的人。
:en
'Does not decide, but is listened to.
}
:br.GK
{2
:zh-Hant
'控制誰能見到誰、消息怎麼流的人。
:en
'Controls who gets to see whom.
}
:dv.DPB
{2
:zh-Hant
'交付時有權決定付款與採購的人。
:en
'Decides on purchases and payment during delivery.
}
:dv.DUB
{2
:zh-Hant
'驗收後實際使用的人。
:en
'Will use what is delivered.
}
:dv.DTB
{2
:zh-Hant
'驗收時把關技術的人。
:en
'Checks the technical side on acceptance.
}
:dv.DFI
{2
:zh-Hant
'安排付款的財務人員。
:en
'The finance people who arrange the payment.
}
:dv.DSC
{2
:zh-Hant
'管到貨與庫存的人。
:en
'Looks after arrival and stock.
}
:dv.DQA
{2
:zh-Hant
'判定品質是否合格的人。
:en
'Says whether the quality is good enough.
}
:dv.DSV
{2
:zh-Hant
'代表客戶監督或驗收的外部單位。
:en
'An outside party that supervises or accepts for the customer.
}
:cs.IN
{2
:zh-Hant
'還在原來的職位上。
:en
'Still in the post.
}
:cs.UP
{2
:zh-Hant
'升了職，影響力可能更大，要更新資料。
:en
'Promoted, perhaps with more say: bring the data up to date.
}
:cs.MOVE
{2
:zh-Hant
'調到別的單位，原職位要另找人。
:en
'Moved elsewhere: somebody else holds the post now.
}
:cs.LEFT
{2
:zh-Hant
'離開了客戶公司，這段關係要重建。
:en
'Has left the customer: the relationship has to be built anew.
}
:sc.CONT
{2
:zh-Hant
'客戶會一再購買同類產品。
:en
'The customer buys this kind again and again.
}
:sc.OCC
{2
:zh-Hant
'客戶偶爾才買一次。
:en
'The customer buys it now and then.
}
:cl.OUT
{2
:zh-Hant
'還不在客戶的合格供應商名單上。
:en
'Not yet on the customer's list of suppliers.
}
:cl.APPLY
{2
:zh-Hant
'正在申請列入供應商名單。
:en
'Listing as a supplier is applied for.
}
:cl.LISTED
{2
:zh-Hant
'已在供應商名單上，可以投標。
:en
'On the list of suppliers, so you may bid.
}
:cl.LAPSED
{2
:zh-Hant
'曾在名單上，資格已失效。
:en
'Was on the list; the listing has run out.
}
:ch.REFER
{2
:zh-Hant
'客戶裡的關鍵人介紹來的線索。
:en
'A key person at a customer brought it.
}
:ch.EXPO
{2
:zh-Hant
'從展會來的線索。
:en
'It came from a trade show.
}
:ch.PR
{2
:zh-Hant
'專程拜訪、經營關係得來的線索。
:en
'It came from relations built on purpose.
}
:ch.NET
{2
:zh-Hant
'從網路、品牌或口碑來的線索。
:en
'It came by the web, the brand or word of mouth.
}
:ch.ALLY
{2
:zh-Hant
'從產業鏈夥伴來的線索。
:en
'Partners along the supply chain brought it.
}
:ch.CHAN
{2
:zh-Hant
'由通路商帶來的線索。
:en
'A channel partner brought it.
}
:ch.CUST
{2
:zh-Hant
'由現有客戶轉介紹來的線索。
:en
'A present customer passed it on.
}
:ch.OTHER
{2
:zh-Hant
'不屬於其他各類的來源。
:en
'A source that none of the others names.
}
:ls.NEW
{2
:zh-Hant
'剛收到、還沒人回應的線索。
:en
'Just received; nobody has responded yet.
}
:ls.WORK
{2
:zh-Hant
'有人在跟進的線索。
:en
'Somebody is working on it.
}
:ls.CONV
{2
:zh-Hant
'已轉成商機，之後在商機表追蹤。
:en
'It has become a deal and is followed on the Deals sheet.
}
:ls.DROP
{2
:zh-Hant
'判斷不合格，不再跟進。
:en
'Found unfit and no longer followed.
}
:ls.SLEEP
{2
:zh-Hant
'現在沒有需求，過一陣子再聯絡。
:en
'No need now: ask again later.
}
:bq.YES
{2
:zh-Hant
'預算、決策權、需求、時程都夠，是真商機。
:en
'Budget, authority, need and time are all there: a real deal.
}
:bq.INFO
{2
:zh-Hant
'還有項目沒問到，問清楚再判斷。
:en
'Something is not known yet: ask before you judge.
}
:bq.EDGE
{2
:zh-Hant
'有些條件不足，值不值得投入要再想。
:en
'Some of it falls short: think twice before you invest in it.
}
:bq.NO
{2
:zh-Hant
'條件不足，不必投入。
:en
'It falls short; do not invest in it.
}
:po.LEAD
{2
:zh-Hant
'我們比所有對手有利。
:en
'You are ahead of every rival.
}
:po.EVEN
{2
:zh-Hant
'和最強的對手差不多。
:en
'You are level with the strongest rival.
}
:po.LAG
{2
:zh-Hant
'有對手比我們有利。
:en
'A rival is ahead of you.
}
:po.UNK
{2
:zh-Hant
'還不知道對手的情況。
:en
'Nothing is known of the rivals yet.
}
:fc.CLOSED
{2
:zh-Hant
'已經簽成的商機。
:en
'Deals that are signed.
}
:fc.COMMIT
{2
:zh-Hant
'機率高、期內簽得成，可以承諾的商機。
:en
'Open deals so likely that they can be promised.
}
:fc.BEST
{2
:zh-Hant
'順利的話簽得成的商機，機率在承諾之下。
:en
'Open deals that are signed if all goes well; less likely than those to commit to.
}
:fc.PIPE
{2
:zh-Hant
'在手但機率還低的商機，只算儲備。
:en
'Open deals that are still too unlikely to count on.
}
:fc.OMIT
{2
:zh-Hant
'不列入預測的商機。
:en
'Deals left out of the forecast.
}
:ps.DOWN
{2
:zh-Hant
'簽約後的第一筆款。
:en
'The first payment after signing.
}
:ps.ARRIVE
{2
:zh-Hant
'貨到後的款項。
:en
'Due when the goods have arrived.
}
:ps.ACCEPT
{2
:zh-Hant
'客戶驗收後的款項。
:en
'Due when the customer has accepted.
}
:ps.RETAIN
{2
:zh-Hant
'保固期滿才收的尾款，風險最高。
:en
'Held back until the warranty ends; the payment most at risk.
}
:py.PAID
{2
:zh-Hant
'應收的錢已全部收到。
:en
'All that was due has come in.
}
:py.OVER
{2
:zh-Hant
'收到的比應收的多，要查原因。
:en
'More has come in than was due: find out why.
}
:py.NOTRIG
{2
:zh-Hant
'付款條件還沒達成，到期日未定。
:en
'What triggers the payment has not happened, so it has no due day.
}
:py.LATE
{2
:zh-Hant
'到期日已過，錢還沒收齊。
:en
'The due day has passed and money is outstanding.
}
:py.SOON
{2
:zh-Hant
'到期日快到了，先提醒客戶。
:en
'The due day is near: remind the customer.
}
:py.OPEN
{2
:zh-Hant
'還不到期。
:en
'Not due yet.
}
:ab.B0
{2
:zh-Hant
'還沒逾期的款項，不計壞帳風險。
:en
'Not overdue; no loss is reckoned with.
}
:ab.B1
{2
:zh-Hant
'剛逾期，多半打個電話就收得到。
:en
'Just overdue; a call will mostly do.
}
:ab.B2
{2
:zh-Hant
'逾期一個多月，要問清原因。
:en
'More than a month overdue: ask for the reason.
}
:ab.B3
{2
:zh-Hant
'逾期兩個多月，請對方主管出面。
:en
'More than two months overdue: bring in the manager there.
}
:ab.B4
{2
:zh-Hant
'逾期三個月以上，開始有收不回來的風險。
:en
'More than three months overdue; a part may be lost.
}
:ab.B5
{2
:zh-Hant
'逾期半年以上，多半要打折才收得到。
:en
'More than half a year overdue; a good part may be lost.
}
:ab.B6
{2
:zh-Hant
'逾期超過一年，視為收不回來。
:en
'More than a year overdue; taken as lost.
}
:sv.REACT
{2
:zh-Hant
'客戶找上門才處理，續約率最低。
:en
'You act when the customer calls; the lowest renewal rate.
}
:sv.CRM
{2
:zh-Hant
'定期維護關係。
:en
'You look after the relationship regularly.
}
:sv.CSM
{2
:zh-Hant
'主動幫客戶達成目標，續約率最高。
:en
'You help the customer reach their goals; the highest renewal rate.
}
:nm.FIT
{2
:zh-Hant
'產品已符合客戶的需求，續約機率略升。
:en
'The product fits the need; renewal is a little likelier.
}
:nm.TUNE
{2
:zh-Hant
'產品改一改就符合。
:en
'The product fits after changes.
}
:nm.DEV
{2
:zh-Hant
'要開發新產品才能滿足，續約機率略降。
:en
'Only a new product would fit; renewal is a little less likely.
}
:nm.MISS
{2
:zh-Hant
'滿足不了客戶的需求，續約機率明顯下降。
:en
'Nothing fits the need; renewal is much less likely.
}
:nm.NONE
{2
:zh-Hant
'客戶沒有新的需求，機率不變。
:en
'The customer needs nothing new; the chance stays.
}
:rs.IDLE
{2
:zh-Hant
'還沒有開始談續約。
:en
'Nobody has begun to talk about the renewal.
}
:rs.TALK
{2
:zh-Hant
'正在談續約。
:en
'The renewal is being talked about.
}
:rs.DONE
{2
:zh-Hant
'客戶已續約，計入留存。
:en
'The customer has renewed; it counts as kept.
}
:rs.LOST
{2
:zh-Hant
'客戶不再續約，計為流失。
:en
'The customer does not renew; it counts as lost.
}
:ra.OK
{2
:zh-Hant
'離到期還早。
:en
'The expiry is a long way off.
}
:ra.WARN
{2
:zh-Hant
'已進入預警天數，該開始談續約。
:en
'Within the days of warning: begin to talk.
}
:ra.URG
{2
:zh-Hant
'到期日很近了，馬上處理。
:en
'The expiry is very near: deal with it now.
}
:ra.EXP
{2
:zh-Hant
'已經過期，還沒有續約。
:en
'It has expired and is not renewed.
}
:fs.SAFE
{2
:zh-Hant
'已簽金額達到保底線。
:en
'What is won reaches the floor.
}
:fs.LIKELY
{2
:zh-Hant
'已簽還不到保底線，預期金額可以達到。
:en
'What is won does not reach the floor yet, but what is expected does.
}
:fs.GAP
{2
:zh-Hant
'連預期金額也達不到保底線，要補缺口。
:en
'Even what is expected misses the floor: close the gap.
}
:dl.OK
{2
:zh-Hant
'沒有漂移的跡象。
:en
'No sign that the customer drifts away.
}
:dl.WATCH
{2
:zh-Hant
'出現一項漂移跡象，留意。
:en
'One sign of drift: keep an eye on it.
}
:dl.ALERT
{2
:zh-Hant
'出現兩項以上漂移跡象，該約訪了。
:en
'Two or more signs of drift: arrange a visit.
}
:tk.DONE
{2
:zh-Hant
'期限前做完了。
:en
'Done by its deadline.
}
:tk.DLATE
{2
:zh-Hant
'做完了，但超過期限。
:en
'Done, but after its deadline.
}
:tk.RUN
{2
:zh-Hant
'還在做，期限未到。
:en
'Still going on, and its deadline has not come.
}
:tk.LATE
{2
:zh-Hant
'期限已過，還沒做完。
:en
'The deadline has passed and it is not done.
}
:sg.OK
{2
:zh-Hant
'漏斗在這一階段的金額達到所需。
:en
'The funnel holds as much in this stage as is needed.
}
:sg.TIGHT
{2
:zh-Hant
'漏斗在這一階段的金額不到所需，但有九成以上。
:en
'The funnel holds less in this stage than is needed, but at least nine tenths.
}
:sg.SHORT
{2
:zh-Hant
'漏斗在這一階段的金額不到所需的九成，要開拓新商機。
:en
'The funnel holds less than nine tenths of what this stage needs: find new deals.
}
:rt.TXN
{2
:zh-Hant
'一手交錢一手交貨，關係淺。
:en
'Goods for money, and not much more.
}
:rt.SOL
{2
:zh-Hant
'為客戶提供整套方案。
:en
'You supply a whole solution.
}
:rt.DEEP
{2
:zh-Hant
'雙方共同規劃，互相依賴。
:en
'Both sides plan together and rely on each other.
}
:kt.EQUIP
{2
:zh-Hant
'賣設備或產品的合約。
:en
'A contract on equipment or products.
}
:kt.PROJ
{2
:zh-Hant
'工程類合約，質保金上限較低。
:en
'Construction work, of which less may be held back.
}
:kt.SERV
{2
:zh-Hant
'服務或諮詢的合約。
:en
'A contract on services or consulting.
}
:kt.SUBS
{2
:zh-Hant
'按期付費的訂閱，沒有質保金。
:en
'A subscription paid by period; nothing is held back.
}
:aq.SCENE
{2
:zh-Hant
'判斷線索屬於哪種採購場景。
:en
'The kind of purchase has been told.
}
:aq.CONTACT
{2
:zh-Hant
'與對方聯繫上了。
:en
'Somebody there has been reached.
}
:aq.SHOW
{2
:zh-Hant
'帶對方看過樣板或案例。
:en
'A showcase or reference has been shown.
}
:aq.ENGAGE
{2
:zh-Hant
'銷售已與對方談過需求。
:en
'Sales has talked about the need.
}
:aq.SCREEN
{2
:zh-Hant
'判斷過線索合不合格。
:en
'It has been judged whether the lead is fit.
}
:aq.LOCK
{2
:zh-Hant
'鎖定為商機，轉到商機表。
:en
'It is taken on as a deal.
}
:vm.ONSITE
{2
:zh-Hant
'到客戶那裡拜訪。
:en
'You went to the customer.
}
:vm.HOST
{2
:zh-Hant
'客戶到我們這裡來。
:en
'The customer came to you.
}
:vm.CALL
{2
:zh-Hant
'用電話談。
:en
'By phone.
}
:vm.ONLINE
{2
:zh-Hant
'用視訊會議談。
:en
'In an online meeting.
}
:vm.EXPO
{2
:zh-Hant
'在展會上見面。
:en
'You met at a trade show.
}
}
:words
{34
:+重點突破
'+break through here first
:120萬
'1.2 million
:2025年9月30日
'30 Sept 2025
:付款條款
'payment terms
:價格
'price
:周離
'Zhou Li
:安康水電
'Ankang Hydropower
:安康水電  
'Ankang Hydropower  
:寄送合同
'send the contract
:審批流程
'approval under way
:已簽
'signed
:年度合作框架
'annual framework agreement
:年度框架續簽
'Renew the framework
:張董
'Mr Zhang
:提交方案
'hand in the proposal
:朱 主任
'Director  Zhu
:李娜
'Li Na
:樣板機房參觀
'Visit to the model site
:王 強
'Wang  Qiang
:王強
'Wang Qiang
:秦嶺設計院
'Qinling Design Institute
:秦嶺設計院有限公司
'Qinling Design Institute Ltd
:移動 擴容
'Mobile  expansion
:移動擴容
'Mobile expansion
:約200萬
'about 2 million
:談判中
'negotiating
:鄭副總
'Mr Zheng
:陝西市場
'Shaanxi market
:陝西電信
'Shaanxi Telecom
:陳明
'Chen Ming
:項目數
'projects
:預算取消
'budget cut
:首訪
'First visit
:馮工
'Mr Feng
}
}
"""#
