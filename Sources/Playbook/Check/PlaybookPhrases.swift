// SPDX-License-Identifier: Apache-2.0

/// The sentences about mistakes in playbooks. A phrase stands before one that it is a special case of.
enum PlaybookPhrases {
  static let sentences = PhraseBook([
    // References
    "{owner}: there is no {what} in {container}": "{owner}：{container}沒有{what}",
    "{owner}: there is no {what}": "{owner}：沒有{what}",
    "{owner}: nothing is called ‘{name}’": "{owner}：沒有叫「{name}」的東西",
    "{owner}: {key} is a cell of a row, and this is asked once for the whole workbook":
      "{owner}：{key} 是某一列的儲存格，這裡卻是整份工作簿只問一次",
    "there is no group of words ‘{name}’": "沒有「{name}」這組詞",
    "there is no {name} here that could be changed; did you mean {near}? a new one needs {keys}":
      "這裡沒有{name}可以改；是不是{near}？新增一個要有{keys}",
    "there is no {name} here that could be changed; a new one needs {keys}": "這裡沒有{name}可以改；新增一個要有{keys}",
    "there is no {name} here that could be switched off": "這裡沒有{name}可以關掉",
    "expected a sheet and a column, such as {example}, for {what}, found {found}":
      "{what}應為工作表加欄，例如 {example}，卻是{found}",
    "expected a sheet and a column, such as {example}, found {found}": "應為工作表加欄，例如 {example}，卻是{found}",
    "expected a column of a list, such as {example}, found {found}": "應為清單的欄，例如 {example}，卻是{found}",
    "a rule for {sheet} is reported at the cell that is wrong; remove ‘on’": "{sheet} 的規則就標在出錯的那一格；請拿掉「on」",
    "the list {list} has no row {row}": "清單 {list} 沒有 {row} 這一列",
    "‘{name}’ cannot be removed, because it is needed ({who})": "「{name}」還有地方要用，不能拿掉（{who}）",
    "{owner}: INDEX({name},{n}) uses row {m} of the list {list}, which has {count} rows":
      "{owner}：INDEX({name},{n}) 要清單 {list} 的第 {m} 列，它只有 {count} 列",
    "the list {list} has {count} rows now, but formulas use row {n}: keep that many, or rewrite these formulas ({who})":
      "清單 {list} 現在有 {count} 列，有公式要第 {n} 列：請留足列數，或重寫這些公式（{who}）",
    "from row {row} on, the list {list} is not in the order that formulas go by (row {same} was {before} and is {after}): keep the rows in their places, or rewrite these formulas ({who})":
      "清單 {list} 從第 {row} 列起，順序和公式所依的不同（第 {same} 列原為 {before}，現為 {after}）：請把各列放回原位，或重寫這些公式（{who}）",
    // Messages
    "the message of {rule} says {{mistaken}}; expected a placeholder, the singular word and the plural word, as in {n|day|days}":
      "{rule} 的訊息寫了 {{mistaken}}；應為佔位符、單數的詞和複數的詞，例如 {n|day|days}",
    "the message of {rule} says {{name}}, which is neither one of its ‘values’ nor a column":
      "{rule} 的訊息寫了 {{name}}，它不在「values」裡，也不是欄",
    "the message of {rule} says {{name}}, which rules of kind {kind} do not offer":
      "{rule} 的訊息寫了 {{name}}，{kind} 類的規則不提供它",
    "the message of {rule} is empty in {language}": "{rule} 的訊息在 {language} 是空的",
    "the message of {rule} is not given in {language}: it will be shown in {other}":
      "{rule} 的訊息沒有 {language} 的寫法，會以 {other} 顯示",
    "the rule {rule} has no message: write ‘{example}’": "規則 {rule} 沒有訊息：請寫 {example}",
    // Titles and names
    "‘{text}’, of {owner}, is empty once spaces, marks and units are taken off": "{owner} 的「{text}」去掉空白、符號和單位後什麼也不剩",
    "‘{text}’ is empty once spaces, marks and units are taken off": "「{text}」去掉空白、符號和單位後什麼也不剩",
    "‘{text}’ as the title of a sheet means both {one} and {other}": "「{text}」作為工作表名稱，同時指 {one} 和 {other}",
    "‘{text}’ as a header of the sheet {sheet} means both {one} and {other}":
      "「{text}」作為工作表 {sheet} 的欄名，同時指 {one} 和 {other}",
    "‘{text}’ as a label of the list {list} in {language} means both {one} and {other}":
      "「{text}」作為清單 {list} 的標籤（{language}），同時指 {one} 和 {other}",
    "‘{text}’ means both {one} and {other}; mark it as weak with ‘~’, or keep one":
      "「{text}」同時指 {one} 和 {other}；請加「~」標為弱詞，或只留一個",
    "‘{prefix}’ is the prefix of a list and of a sheet; names such as {name} would mean two things":
      "「{prefix}」同時是清單和工作表的代號；{name} 這樣的名稱會有兩個意思",
    "‘{title}’ cannot be the title of the sheet {sheet}: it has {n} characters, and Excel allows 31":
      "「{title}」不能作工作表 {sheet} 的名稱：有 {n} 個字元，Excel 只收 31 個",
    "‘{title}’ cannot be the title of the sheet {sheet}: Excel does not allow ‘{mark}’ there":
      "「{title}」不能作工作表 {sheet} 的名稱：Excel 不收「{mark}」",
    "‘{title}’ cannot be the title of the sheet {sheet}: Excel does not allow an empty title, nor an apostrophe at either end":
      "「{title}」不能作工作表 {sheet} 的名稱：Excel 不收空的，也不收頭尾的撇號",
    "the settings ‘{one}’ and ‘{other}’ differ in capital letters only, and spreadsheets take them for one name":
      "設定「{one}」和「{other}」只差在大小寫，試算表會當成同一個名稱",
    "‘{key}’ is taken: it cannot be the prefix of a sheet": "「{key}」已另有用途，不能作工作表的代號",
    "‘{key}’ cannot name a rule: expected something like {example}": "「{key}」不能作規則的代號：應像 {example}",
    "‘{key}’ cannot name a setting: expected a letter, then letters and digits": "「{key}」不能作設定的名稱：應為一個字母，後接字母和數字",
    "‘{key}’ cannot name a setting: a spreadsheet reads it as a cell or a value": "「{key}」不能作設定的名稱：試算表會當成儲存格或值",
    "‘{key}’ cannot name {what}: expected a small letter, then small letters, digits or ‘_’":
      "「{key}」不能作{what}的代號：應為一個小寫字母，後接小寫字母、數字或「_」",
    "‘{key}’ cannot name {what}: expected a small letter, then small letters, digits":
      "「{key}」不能作{what}的代號：應為一個小寫字母，後接小寫字母和數字",
    "every list has a column ‘{name}’ already": "每份清單本來就有「{name}」這一欄",
    "the column ‘{name}’ already exists": "「{name}」這一欄已經有了",
    "the row {row} is already in the order": "順序裡已經有 {row} 這一列",
    "‘{key}’ already exists, on line {line}": "「{key}」重複了，第 {line} 行已有",
    "‘{key}’ already exists": "「{key}」已經有了",
    "the key ‘{key}’ appears more than once in one mapping": "「{key}」在同一組裡出現不只一次",
    "‘{key}’ is not a key of {what}": "{what}沒有「{key}」這個鍵",
    // What is missing
    "the playbook has no name: write ‘{example}’": "規則手冊沒有名稱：請寫 {example}",
    "expected ‘schema: 2’, the version of the workbook’s structure": "應有「schema: 2」，即工作簿結構的版本",
    "expected ‘extends: key-account’, found {found}": "應為「extends: key-account」，卻是{found}",
    "expected a mapping with ‘playbook:’, ‘sheets:’ …, found {found}": "應為含 playbook:、sheets: 等鍵的內容，卻是{found}",
    "the list {list} has no rows": "清單 {list} 沒有任何列",
    "the row {row} of {list} has no label: write ‘zh-Hant:’ or ‘en:’": "清單 {list} 的 {row} 列沒有標籤：請寫 zh-Hant: 或 en:",
    "the row {row} of {list} has no ‘{name}’": "清單 {list} 的 {row} 列沒有「{name}」",
    "the column {column} of the funnel has no formula": "漏斗的 {column} 欄沒有公式",
    "the column {column} has no formula": "{column} 欄沒有公式",
    "the column {column} has no title": "{column} 欄沒有標題",
    "the column {column} has no type": "{column} 欄沒有類型",
    "the setting {setting} has no default: a workbook may lack its row": "設定 {setting} 沒有預設值：工作簿裡可能沒有它那一列",
    "the sheet {sheet} has no title": "工作表 {sheet} 沒有標題",
    "the sheet {sheet} has no columns": "工作表 {sheet} 沒有任何欄",
    "the value {{name}} of {rule} has no formula": "{rule} 的 {{name}} 沒有公式",
    "the rule {rule} has no severity: error, warning or info": "規則 {rule} 沒有嚴重程度：error、warning 或 info",
    "the rule {rule} has neither a ‘test’ nor a ‘kind’": "規則 {rule} 沒有「test」，也沒有「kind」",
    "the rule {rule} is of kind {kind}, which has no ‘test’": "規則 {rule} 屬於 {kind} 類，不用「test」",
    "the rule {rule} is of kind {kind}, which needs the parameter ‘{name}’": "規則 {rule} 屬於 {kind} 類，要有參數「{name}」",
    "the rule {rule} needs the parameter ‘{one}’ or ‘{other}’": "規則 {rule} 要有參數「{one}」或「{other}」",
    "the rule {rule} names no sheet: put it below a sheet’s ‘rules’, or write {examples}":
      "規則 {rule} 沒說是哪張工作表：請放在工作表的「rules」下面，或寫 {examples}",
    "‘scope’ is for rules with a test; {rule} is built in": "「scope」是給有「test」的規則用的；{rule} 是內建的",
    "rules of kind {kind} take no parameter ‘{name}’": "{kind} 類的規則沒有「{name}」這個參數",
    "{owner} is of type key: say which column it refers to, ‘{example}’": "{owner} 的類型是 key：請說明指向哪一欄，例如 {example}",
    "{owner} is of type list: say which, ‘{example}’": "{owner} 的類型是 list：請說明哪份清單，例如 {example}",
    "‘{key}’ is for columns of type {types}, and {owner} is of type {type}":
      "「{key}」用於 {types} 類型的欄，{owner} 的類型卻是 {type}",
    "{owner} states twice what it takes; keep only one of ‘{key}’ and the other": "{owner} 兩次說明可填什麼；「{key}」和另一個請只留一個",
    "the column {column} is computed, so nobody can be required to fill it; remove ‘required’":
      "{column} 欄是計算出來的，不能要人填；請拿掉「required」",
    "‘{key}’ is for computed columns, and {owner} has neither ‘formula’ nor ‘tool_value’":
      "「{key}」用於計算欄，{owner} 卻沒有「formula」或「tool_value」",
    // Values
    "expected a number for {column} of {row}, as the other rows have, found ‘{text}’; write 65% as 0.65":
      "{row} 列的 {column} 應和其他列一樣是數字，卻是「{text}」；65% 請寫成 0.65",
    "expected a number for {column} of {row}, as the other rows have, found ‘{text}’":
      "{row} 列的 {column} 應和其他列一樣是數字，卻是「{text}」",
    "expected a date such as {example} for {what}, found {found}": "{what}應為日期，例如 {example}，卻是{found}",
    "expected a text, or one for each of zh-Hant, zh-Hans, en, for {what}, found {found}":
      "{what}應為一段文字，或 zh-Hant、zh-Hans、en 各一段，卻是{found}",
    "expected a number or a range of rows for {what}, found {found}": "{what}應為列號或列號的範圍，卻是{found}",
    "expected a share from 0 to 1 for a chance, found {found}": "機率應為 0 到 1 之間的數，卻是{found}",
    "expected ‘always’, ‘full’, ‘no’ or a mapping such as {example} for {what}, found {found}":
      "{what}應為 always、full、no，或像 {example} 這樣分開寫，卻是{found}",
    "expected ‘cell’, ‘header’, ‘conditional’ or ‘no’, found {found}": "應為 cell、header、conditional 或 no，卻是{found}",
    "expected ‘row’ or ‘book’ for a rule with a test on a data sheet, and ‘book’ elsewhere, found {found}":
      "資料表上有「test」的規則應為 row 或 book，其他地方應為 book，卻是{found}",
    "expected a word as a key, found a list or a mapping": "冒號前應為一個詞，卻是清單或一組鍵值",
    "expected a mapping for {what}, found {found}": "{what}應為一組鍵值，卻是{found}",
    "expected a list for {what}, found {found}": "{what}應為清單，卻是{found}",
    "expected a text for {what}, found {found}": "{what}應為文字，卻是{found}",
    "expected a number for {what}, found {found}": "{what}應為數字，卻是{found}",
    "expected true or false for {what}, found {found}": "{what}應為 true 或 false，卻是{found}",
    "expected a mapping, found {found}": "應為一組鍵值，卻是{found}",
    "expected {content} for ‘{name}’ of {rule}": "{rule} 的「{name}」應為{content}",
    "{found} is not a range; write {examples}": "{found}不是範圍；請寫成 0..1、0..、> 0、>= 0 或 0..target",
    "the range ‘{range}’ holds no number: {low} is above {high}": "範圍「{range}」裡沒有任何數：{low} 大於 {high}",
    "{found} is not a row number; write ‘{one}’ or ‘{range}’ for {what}": "{found}不是列號；{what}請寫成 {one} 或 {range}",
    "‘{text}’ is not a tick mark": "「{text}」不是勾選記號",
    "‘{text}’ is not a known currency; write a code such as USD": "不認得幣別「{text}」；請寫代碼，例如 USD",
    "‘{text}’ is not a unit of money; write {examples}": "「{text}」不是金額單位；請寫萬、千、億、k、M，或 10000 這樣的數",
    "‘{text}’ is not {what}": "「{text}」不是{what}",
    "the list {list} has no won stage: one row needs ‘won: 1’": "清單 {list} 沒有成交的階段：要有一列寫 won: 1",
    "the rate of the stage {stage} is {rate}: expected a share from 0 to 1": "階段 {stage} 的轉換率是 {rate}：應在 0 到 1 之間",
    "the stage {stage} is open and won at once: expected one": "階段 {stage} 同時是進行中和成交：只能是其中之一",
    "the open stage {stage} stands behind the won one, {won}: its probability to win would be 0; name its place with ‘order’":
      "進行中的階段 {stage} 排在成交的 {won} 之後：贏單機率會是 0；請用「order」排好位置",
    "the bucket {bucket} begins at {low}, the one before it at {before}: expected ascending bounds":
      "帳齡段 {bucket} 從 {low} 起，前一段從 {before} 起：下限要遞增",
    // Formulas
    "{owner}: a formula begins with ‘=’, found {found}": "{owner}：公式以「=」開頭，這裡卻是{found}",
    "{owner}: a formula names columns, {key} or prefix_key, and no cells: they lie elsewhere in each workbook":
      "{owner}：公式要寫欄的代號（{key} 或 prefix_key），不寫儲存格：每份工作簿的位置不同",
    "{owner}: a name with a sheet before it is not known to every workbook": "{owner}：前面加了工作表的名稱，不是每份工作簿都有",
    "the formula of {column} reads its own column": "{column} 的公式引用了自己那一欄",
    "columns that refer to each other: {names}": "互相引用的欄：{names}",
    "{owner}: ‘{text}’ is a date in some countries only: write DATE(year,month,day)":
      "{owner}：「{text}」只在某些國家算日期：請寫 DATE(year,month,day)",
    "{owner}: what rounding leaves of a difference counts as zero in LibreOffice and not in Excel: compare ROUND(…,2)":
      "{owner}：相減後的微小餘數，LibreOffice 當作零，Excel 不當作零：請比較 ROUND(…,2)",
    "{owner}: TRUE equals 1 in LibreOffice and not in Excel: write the condition itself, or NOT(…)":
      "{owner}：LibreOffice 裡 TRUE 等於 1，Excel 裡不等：請直接寫條件，或用 NOT(…)",
    "{owner}: Excel and LibreOffice put texts like ‘{text}’ in different orders: compare with =, or numbers":
      "{owner}：「{text}」這樣的文字，Excel 和 LibreOffice 的排序不同：請用 = 比較，或比較數字",
    "a former formula of {owner}: {why}": "{owner} 從前的公式：{why}",
    // Patterns
    "the class '[' at character {n} has no ']', in ‘{text}’": "第 {n} 個字元的「[」沒有對應的「]」，見「{text}」",
    "the group '(' at character {n} has no ')', in ‘{text}’": "第 {n} 個字元的「(」沒有對應的「)」，見「{text}」",
    "the ')' at character {n} closes nothing, in ‘{text}’": "第 {n} 個字元的「)」前面沒有「(」，見「{text}」",
    "there is nothing to repeat before character {n}, in ‘{text}’": "第 {n} 個字元前沒有可以重複的東西，見「{text}」",
    "'{count}' at character {n} is no count such as {2} or {1,19}, in ‘{text}’":
      "第 {n} 個字元的「{count}」不是次數；次數像 {2} 或 {1,19}，見「{text}」",
    "the range in the class at character {n} runs backwards, in ‘{text}’": "第 {n} 個字元的範圍前後顛倒，見「{text}」",
    "'{part}' at character {n} is not supported, in ‘{text}’": "這裡不支援第 {n} 個字元的「{part}」，見「{text}」",
    "the pattern ends in a single '\\', in ‘{text}’": "樣式以單獨的「\\」結尾，見「{text}」",
    "the pattern needs more than {n} steps, in ‘{text}’": "樣式要超過 {n} 步才能比完，見「{text}」",
    // Files
    "the file is empty": "檔案是空的", "the file is not UTF-8 text": "檔案不是 UTF-8 文字",
    "the file has {n} bytes; a playbook has at most {most}": "檔案有 {n} 位元組；規則手冊至多 {most}",
    "indented by {n} spaces; a playbook does not nest that deep": "縮排了 {n} 格；規則手冊沒有這麼深的層次",
    "more than {n} brackets inside one another": "括號層層相套超過 {n} 層",
    "more than {n} keys inside one another": "鍵層層相套超過 {n} 層",
    "more than {n} lists inside one another": "清單層層相套超過 {n} 層", "more than {n} keys": "鍵超過 {n} 個",
    "more than {n} texts look like aliases (‘{name}’)": "像別名（{name}）的文字超過 {n} 處",
    "more than {n} values, or more than {m} inside one another": "值超過 {n} 個，或層層相套超過 {m} 層",
    "{what} is not allowed in a playbook; write the value out, or put the text in quotes":
      "規則手冊不用{what}；請把值寫出來，或把文字放進引號",
    "{what} is not allowed in a playbook; write the value out": "規則手冊不用{what}；請把值寫出來",
    "not YAML: {context}: {problem}": "不是 YAML：{context}：{problem}", "not YAML: {problem}": "不是 YAML：{problem}",
  ])
}
